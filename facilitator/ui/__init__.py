"""The windows: the only rooms that know Qt."""
