"""Times, and the rows they make."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from time import perf_counter, process_time

EVENTS = 120
"""How many events a frame is judged by."""


class Took(float):
    """Milliseconds on the clock; `cpu` are those this process worked, whatever the disk and other programs did."""

    cpu: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, in milliseconds (`memory`: megabytes)."""

    name: str
    size: int | None
    spread: str | None
    median_ms: float
    p95_ms: float
    pace_ms: float
    cpu_ms: float | None = None
    budget_ms: float | None = None
    floor_ms: float | None = None

    def plain(self) -> dict[str, object]:
        """What the JSON holds; what does not apply is absent."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in values.items() if value is not None}


def took(act: Callable[[], object]) -> Took:
    """How long it took."""
    begun, worked = perf_counter(), process_time()
    act()
    taken = Took((perf_counter() - begun) * 1000)
    taken.cpu = (process_time() - worked) * 1000
    return taken


def timed(act: Callable[[int], object], events: int = EVENTS, warm: int = 3) -> list[Took]:
    """How long each event took; the first ones are not counted."""
    for number in range(warm):
        act(number)
    return [took(partial(act, number + warm)) for number in range(events)]


def row(
    name: str,
    size: int | None,
    spread: str | None,
    times: Iterable[float],
    *,
    budget: float | None = None,
    floor: float | None = None,
) -> Row:
    """The row of these times."""
    sorted_times = sorted(times)
    p95 = sorted_times[min(int(len(sorted_times) * 0.95), len(sorted_times) - 1)]
    median = statistics.median(sorted_times)
    worked = [one.cpu for one in sorted_times if isinstance(one, Took)]
    cpu = round(statistics.median(worked), 2) if worked else None
    return Row(
        name, size, spread, round(median, 2), round(p95, 2), pace(), cpu, budget, floor and round(floor, 2)
    )


def pace() -> float:
    """Milliseconds that the same loop of Python takes each time it is asked: how fast the machine is just now."""
    return round(statistics.median(timed(lambda _number: sum(n * n for n in range(100_000)), 5, 1)), 1)
