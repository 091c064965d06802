"""What the map tells: all of it, and the longest moment a window would wait for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from time import perf_counter

from benchmarks.maps import Spread, generated
from benchmarks.measure import Row, row
from benchmarks.stage import application
from facilitator.model.document import Document
from facilitator.model.readings.reading import reading
from facilitator.ui.app import set_apart

_BUDGET = {50: 50.0, 300: 300.0, 1000: 2000.0}
_SLICE = 10.0
"""Milliseconds a window may be kept from its hands."""


def read(size: int, spread: Spread) -> Iterator[Row]:
    """The reading complete, and its longest slice, garbage looked for as the app does."""
    application()
    held = generated(size, spread)
    set_apart()
    whole, longest = [], []
    for _time in range(12 if size < 1000 else 4):
        slices = [one * 1000 for one in _slices(held)]
        whole.append(sum(slices))
        longest.append(max(slices))
    gc.unfreeze()
    yield row("reading", size, spread, whole, budget=_BUDGET[size])
    yield row("slice", size, spread, longest, budget=_SLICE)


def _slices(held: Document) -> Iterator[float]:
    work = reading(held)
    while True:
        begun = perf_counter()
        try:
            next(work)
        except StopIteration:
            yield perf_counter() - begun
            return
        yield perf_counter() - begun
