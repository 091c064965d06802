"""Room around cards that are held somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import dist

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.drawing.arrange.held import held_apart
from facilitator.drawing.shapes import Box

GAP = 10.0


@dataclass
class Halves:
    """Cards stay on their side of a wall at 0, and within 500 of it."""

    left: dict[str, bool] = field(default_factory=dict)

    def keeps(self, id_: str, x: float, y: float) -> bool:
        return (x < 0) is self.left[id_] and abs(x) <= 500 and abs(y) <= 500

    def edges(self, id_: str) -> tuple[Sequence[float], Sequence[float]]:
        return ((-500.0, -0.5) if self.left[id_] else (0.5, 500.0)), (-500.0, 500.0)


def box(x: float, y: float) -> Box:
    return Box(x - 60, y - 25, 120, 50)


def halves(boxes: dict[str, Box]) -> Halves:
    return Halves({id_: held.centre[0] < 0 for id_, held in boxes.items()})


PLACES = st.tuples(st.integers(-450, 450), st.integers(-450, 450))


@settings(max_examples=60)
@given(st.lists(PLACES, max_size=14), st.integers(0, 3))
def test_nobody_crosses_the_wall_nor_lies_over_another(places: list[tuple[int, int]], fixed: int) -> None:
    boxes = {f"c{n:02}": box(x, y) for n, (x, y) in enumerate(places)}
    pinned = [
        id_
        for n, (id_, held) in enumerate(boxes.items())
        if n < fixed and not any(held.grown(GAP).intersects(boxes[f"c{m:02}"]) for m in range(n))
    ]
    hold = halves(boxes)
    found = held_apart(boxes, hold, pinned, GAP)
    if found is None:
        return  # a crowd that has no room near its places
    assert list(found) == list(boxes)
    ends = [box(*found[id_]) for id_ in boxes]
    assert not any(a.grown(GAP - 0.1).intersects(b) for n, a in enumerate(ends) for b in ends[:n])
    assert all(hold.keeps(id_, *place) for id_, place in found.items())
    assert all(dist(found[id_], boxes[id_].centre) < 1e-6 for id_ in pinned)
    assert held_apart(dict(reversed(boxes.items())), hold, pinned, GAP) == found


def test_what_has_room_stays() -> None:
    boxes = {"a": box(-200, 0), "b": box(-20, 0), "c": box(200, 0)}
    assert held_apart(boxes, halves(boxes), (), GAP) == {id_: held.centre for id_, held in boxes.items()}


def test_where_the_shorter_way_is_barred_they_go_the_other() -> None:
    boxes = {"a": box(-1, 0), "b": box(1, 4)}
    found = held_apart(boxes, halves(boxes), (), GAP)
    assert found is not None
    assert found["a"][0] < 0 < found["b"][0]
    assert abs(found["a"][1] - found["b"][1]) >= 60


def test_a_crowd_without_room_near_has_no_places() -> None:
    boxes = {f"c{n:02}": box(-250, 0) for n in range(80)}
    assert held_apart(boxes, halves(boxes), (), GAP) is None
