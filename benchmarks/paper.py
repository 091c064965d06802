"""The minutes, participants' edition."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks import floors
from benchmarks.maps import Spread, generated
from benchmarks.measure import Row, row, timed
from benchmarks.stage import home
from facilitator.minutes import document

_BUDGET = {50: 1000.0, 300: 3000.0, 1000: 8000.0}


def minutes(size: int, spread: Spread) -> Iterator[Row]:
    """A whole PDF, from the document to the file."""
    out, held = Path(home().name) / "minutes.pdf", generated(size, spread)
    times = timed(lambda _number: document.write(held, out), events=5 if size < 1000 else 3, warm=1)
    yield row("minutes", size, spread, times, budget=_BUDGET[size], floor=floors.strokes(size, spread))
