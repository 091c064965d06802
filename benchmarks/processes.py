"""What only a process of its own can tell: the start, the memory."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from benchmarks.maps import Spread
from benchmarks.measure import Row, row
from benchmarks.stage import home, session

_MEMORY = {50: 160.0, 300: 200.0, 1000: 300.0}
_STARTS = 7


def start(size: int, spread: Spread) -> Iterator[Row]:
    """A cold process to the first painted window, Accueil, then to a session that was asked for; the budget of both is
    twice the floor."""
    path = session(size, spread)
    stories = {"start": ("start",), "start open": ("start", str(path))}
    for story in stories.values():
        _told(*story)  # not counted: it compiles what an installed program has compiled
    floor = sorted(_until_painted("empty") for _ in range(_STARTS))[_STARTS // 2]
    for name, story in stories.items():
        times = [_until_painted(*story) for _ in range(_STARTS)]
        yield row(name, size, spread, times, budget=round(2 * floor, 2), floor=floor)


def memory(size: int, spread: Spread) -> Iterator[Row]:
    """The most it held, in megabytes, console and projection open, after a while of dragging and zooming."""
    session(size, spread)
    _told("memory", str(size), spread)  # not counted: it compiles what an installed program has compiled
    held = [float(_told("memory", str(size), spread)) for _ in range(3)]
    yield row("memory", size, spread, held, budget=_MEMORY[size], floor=float(_told("empty_memory")))


def _until_painted(*story: str) -> float:
    begun = perf_counter()
    _told(*story)
    return (perf_counter() - begun) * 1000


def _told(*story: str) -> str:
    """The line a child says; it leaves without cleaning up. Its modules are kept compiled, as where it is installed,
    whatever is asked of this process."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.child", *story],
        env=kept | {"PYTHONPYCACHEPREFIX": str(Path(home().name) / "compiled")},
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[1],
    ) as child:
        assert child.stdout is not None
        return child.stdout.readline()
