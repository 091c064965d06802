"""How wide a picture of the map is, in pixels."""

WIDTH = 3000
"""Unless one says otherwise: sharp on a whole screen."""
NARROWEST, WIDEST = 200, 16_000
