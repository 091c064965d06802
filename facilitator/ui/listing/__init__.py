"""The grid of types and fields: who is where, and whom the room has not named yet."""
