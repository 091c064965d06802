"""The map as lists: actors, links, and what changes between today and the desired map.

The same session as the canvas, for who reads rather than looks, and for who has no mouse: every gesture is there.
"""
