"""What reaches the disk: a card put down, taken back, done again; a session opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF

from benchmarks import floors
from benchmarks.maps import HUB, Spread, generated
from benchmarks.measure import EVENTS, Row, Took, row, took
from benchmarks.stage import LINGER, Stage, open_stage, put_away, session, until_painted
from facilitator.model.store import file
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace

_BUDGET = {50: 16.0, 300: 25.0, 1000: 50.0}
_OPENINGS = 40
"""A p95 of a dozen would be their worst."""
_OPEN = {50: 90.0, 300: 230.0, 1000: 400.0}


def release(size: int, spread: Spread) -> Iterator[Row]:
    """Release to on the disk and every view right, by a hand that lingers as hands do before they open; then the same
    taken back, done again, and a release by a hand that did not even slow down."""
    taken: dict[str, list[Took]] = {"release": [], "undo": [], "redo": [], "fling": []}
    with open_stage(size, spread) as stage:
        for number in range(EVENTS):
            by = 12.0 + number / 8  # never twice at the same place
            by = by if number % 2 else -by
            _drop(stage, by, taken["release"], linger=LINGER)
            taken["undo"].append(_clocked(stage, stage.workspace.undo))
            taken["redo"].append(_clocked(stage, stage.workspace.redo))
            # Each begins where nothing lies over the hub: else another card would be carried, or a handle pulled.
            stage.workspace.undo()
            _drop(stage, -by - (by > 0) + (by < 0), taken["fling"], linger=0.0)
            stage.workspace.undo()
    floor = floors.committed(size, spread)
    for name, times in taken.items():
        yield row(name, size, spread, times[3:], budget=_BUDGET[size], floor=floor)


def open_(size: int, spread: Spread) -> Iterator[Row]:
    """A file to the console painted whole, everything imported and warm; what is made after that is not counted. First
    a session that was left as they all are, with the courses of its links; then one that never was: brought from
    elsewhere, or changed right before a crash."""
    with open_stage(size, spread):
        pass
    left = session(size, spread)
    never_left = left.with_stem(f"{left.stem}, never left")
    file.create(never_left, generated(size, spread)).close()
    bare = never_left.read_bytes()
    times: dict[str, list[Took]] = {"open": [], "open first": []}
    for _ in range(_OPENINGS):
        times["open"].append(_opened(left))
        never_left.write_bytes(bare)
        times["open first"].append(_opened(never_left))
    for name, taken in times.items():
        yield row(name, size, spread, taken, budget=_OPEN[size])


def _drop(stage: Stage, by: float, times: list[Took], *, linger: float) -> None:
    """Carries the hub a little, and measures its release alone."""
    start = stage.hub()
    stage.mouse(QEvent.Type.MouseButtonPress, start)
    for share in (0.5, 1.0, 1.5):
        stage.mouse(QEvent.Type.MouseMove, start + QPointF(by * share * 2, by))
        stage.settle()
    end, before = start + QPointF(by * 3, by), stage.workspace.document.actors[HUB]
    stage.linger(linger)
    times.append(_clocked(stage, lambda: stage.mouse(QEvent.Type.MouseButtonRelease, end)))
    assert stage.workspace.document.actors[HUB] is not before, "the hub was not carried"


def _clocked(stage: Stage, act: Callable[[], object]) -> Took:
    def settled() -> None:
        act()
        stage.settle()

    return took(settled)


def _opened(path: Path) -> Took:
    windows: list[Window] = []

    def opening() -> None:
        window = Window(Workspace(file.open(path, backup=False)))
        windows.append(window)
        window.setGeometry(0, 0, 1920, 1080)
        window.show()
        until_painted(window)

    taken = took(opening)
    put_away(windows[0])
    return taken
