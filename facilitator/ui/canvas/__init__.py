"""The map under the hand.

A `sheet` shows a map from what is painted beforehand, a layer of links and a sprite for each card, over which goes what
is in the hand; the `surface` is the sheet of the console, whose `tools` turn the mouse into gestures; the `widget` puts
the palette above it and the tray below. Measured: docs/architecture.md.
"""
