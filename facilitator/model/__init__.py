"""The session as a value: no Qt, no SQL outside `store`, no PDF."""
