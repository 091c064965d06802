"""The table: python -m benchmarks [--only NAME] [--size 50|300|1000] [--json FILE]."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import floors, frames, gestures, paper, processes, reading
from benchmarks.maps import SIZES, SPREADS, Spread
from benchmarks.measure import Row, row

LINES: dict[str, Callable[[int, Spread], Iterator[Row]]] = {
    "drag": frames.drag,
    "zoom": frames.zoom,
    "pan": frames.pan,
    "release": gestures.release,
    "open": gestures.open_,
    "reading": reading.read,
    "minutes": paper.minutes,
    "memory": processes.memory,
    "start": processes.start,
}
_ONE_SPREAD = ("minutes", "memory", "start")
"""What hardly depends on where links go is measured on the hardest map alone."""
_MADE_BY = {
    "undo": "release",
    "redo": "release",
    "fling": "release",
    "open first": "open",
    "sharpen": "zoom",
    "slice": "reading",
    "start open": "start",
}
"""Rows that come with another."""


def main() -> None:
    """Prints each row as soon as it is known, and writes all of them if asked."""
    told = _arguments()
    titles = "".join(f"{title:>9}" for title in ("median", "p95", "cpu", "budget", "floor", "pace"))
    print(f"{'':10}{'size':>6} {'spread':7}{titles}")
    rows = []
    for found in _rows(told.only, told.size):
        rows.append(found)
        print(_line(found), flush=True)
    if told.json:
        told.json.write_text(json.dumps([found.plain() for found in rows], indent=1) + "\n", "utf-8")


def _rows(only: str | None, size: int | None) -> Iterator[Row]:
    names = [only] if only else ["blit", *LINES]
    for name in names:
        if name == "blit":
            yield row("blit", None, None, [floors.blit()])
            continue
        for actors in [size] if size else SIZES:
            for spread in SPREADS[1:] if name in _ONE_SPREAD else SPREADS:
                found = LINES[_MADE_BY.get(name, name)](actors, spread)
                yield from (one for one in found if not only or one.name == name)


def _line(found: Row) -> str:
    over = found.budget_ms is not None and found.p95_ms > found.budget_ms
    numbers = (found.median_ms, found.p95_ms, found.cpu_ms, found.budget_ms, found.floor_ms, found.pace_ms)
    cells = "".join(f"{number:9.1f}" if number is not None else f"{'':9}" for number in numbers)
    return f"{found.name:10}{found.size or '':>6} {found.spread or '':7}{cells}{'   over' if over else ''}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What the product costs.")
    parser.add_argument("--only", choices=["blit", *LINES, *_MADE_BY], help="one line of the table")
    parser.add_argument("--size", type=int, choices=SIZES, help="one size of map")
    parser.add_argument("--json", type=Path, help="a file to write the rows to")
    return parser.parse_args()


if __name__ == "__main__":
    main()
