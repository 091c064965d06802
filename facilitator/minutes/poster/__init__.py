"""The poster: the map alone, as large as a wall holds it, on one sheet or on many to put together.

`sheet` lays it out without any page, `tiling` cuts it, `pages` writes the PDF.
"""
