"""What tests ask of courses and boxes."""

from __future__ import annotations

from math import hypot

from hypothesis import strategies as st

from facilitator.drawing.route import Route
from facilitator.drawing.shapes import Box, Point

RADIUS = 9.0
_places = st.floats(-900, 900)
boxes = st.builds(Box, _places, _places, st.sampled_from([190.0, 202.0]), st.floats(74, 160))


def off(box: Box, point: Point) -> float:
    """How far a point is from a rounded outline."""
    cx, cy = box.centre
    px, py = abs(point[0] - cx) - box.width / 2 + RADIUS, abs(point[1] - cy) - box.height / 2 + RADIUS
    outside = hypot(max(px, 0.0), max(py, 0.0))
    return abs(outside + min(max(px, py), 0.0) - RADIUS)


def apart(a: Box, b: Box, gap: float) -> bool:
    return not a.grown(gap).intersects(b)


def enters(way: Route, box: Box, by: float = 0.5) -> bool:
    """Whether a course is anywhere under a card, by more than so much."""
    inner = box.grown(-by)
    points = [way.at(step / 80) for step in range(81)]
    return any(inner.contains(x, y) for x, y in points)
