"""What the eye follows: a card dragged, the map zoomed and pushed; an event to everything painted."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, Qt

from benchmarks import floors
from benchmarks.maps import Spread
from benchmarks.measure import EVENTS, Row, row, timed
from benchmarks.stage import Stage, open_stage

_MOVE, _PRESS = QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress
_RELEASE, _MIDDLE = QEvent.Type.MouseButtonRelease, Qt.MouseButton.MiddleButton
_DRAG = {50: 8.0, 300: 16.7, 1000: 16.7}
_VIEW = {50: 12.0, 300: 16.7, 1000: 16.7}


def drag(size: int, spread: Spread) -> Iterator[Row]:
    """One mouse move with the hub in the hand; the first, which takes it out of the layers, is counted too."""
    with open_stage(size, spread) as stage:
        start = stage.hub()
        stage.mouse(_PRESS, start)

        def move(number: int) -> None:
            stage.mouse(_MOVE, _round(start, number + 1))
            stage.settle()

        times = timed(move, EVENTS, warm=0)
        stage.surface.cancel()
        stage.mouse(_RELEASE, start)
    yield row("drag", size, spread, times, budget=_DRAG[size], floor=floors.items_dragged(size, spread))


def zoom(size: int, spread: Spread) -> Iterator[Row]:
    """One notch of the wheel, in or out; and the sharp painting once the wheel rests (`sharpen`)."""
    with open_stage(size, spread) as stage:

        def turn(number: int) -> None:
            stage.wheel(1 if number % 8 < 4 else -1)
            stage.settle()

        times = timed(turn)
        sharp = timed(lambda _number: _sharpen(stage), 20)
    yield row("zoom", size, spread, times, budget=_VIEW[size], floor=floors.items_zoomed(size, spread))
    yield row("sharpen", size, spread, sharp)


def pan(size: int, spread: Spread) -> Iterator[Row]:
    """One push of the middle button."""
    with open_stage(size, spread) as stage:
        start = QPointF(600, 400)
        stage.mouse(_PRESS, start, _MIDDLE)

        def push(number: int) -> None:
            stage.mouse(_MOVE, _round(start, number), _MIDDLE)
            stage.settle()

        times = timed(push)
        stage.mouse(_RELEASE, start, _MIDDLE)
    yield row("pan", size, spread, times, budget=_VIEW[size], floor=floors.items_panned(size, spread))


def _round(start: QPointF, number: int) -> QPointF:
    """A hand that goes round, some ten pixels at a time."""
    angle = number * 0.11
    return start + QPointF(90 * math.sin(angle) + 6, 60 * (1 - math.cos(angle)))


def _sharpen(stage: Stage) -> None:
    stage.surface.sharpen()
    stage.settle()
