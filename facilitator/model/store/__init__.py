"""The session file: the only rooms that know SQL."""
