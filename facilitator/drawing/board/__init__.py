"""What the wall shows in place of the map: the words of a step, as large as they can be read by the last row."""

from facilitator.drawing.board.compose import Asked, compose

__all__ = ["Asked", "compose"]
