"""Between the window and the map."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSize

from facilitator.drawing.shapes import Box
from facilitator.ui.canvas.view import LEAST, MOST, View, fitting

SIZE = QSize(1200, 700)
numbers = st.floats(-3000, 3000)
views = st.builds(View, numbers, numbers, st.floats(LEAST, MOST))


@given(views, numbers, numbers)
def test_there_and_back(view: View, x: float, y: float) -> None:
    assert view.on_map(view.in_window(x, y, SIZE), SIZE) == pytest.approx((x, y), abs=1e-6)


@given(views, st.floats(0.2, 5), st.integers(0, 1200), st.integers(0, 700))
def test_a_zoom_keeps_the_place_under_the_pointer(view: View, factor: float, x: int, y: int) -> None:
    point = QPointF(x, y)
    zoomed = view.zoomed(factor, point, SIZE)
    assert LEAST <= zoomed.zoom <= MOST
    assert zoomed.on_map(point, SIZE) == pytest.approx(view.on_map(point, SIZE), abs=1e-6)


@given(views, st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_what_is_painted_is_where_the_hand_looks_for_it(view: View, ratio: float) -> None:
    painted = view.transform(SIZE, ratio).map(QPointF(view.x + 10, view.y - 5)) / ratio
    pointed = view.in_window(view.x + 10, view.y - 5, SIZE)
    assert abs(painted.x() - pointed.x()) <= 0.5 / ratio + 1e-6
    assert abs(painted.y() - pointed.y()) <= 0.5 / ratio + 1e-6


@given(numbers, numbers, st.floats(0, 5000), st.floats(0, 5000))
def test_a_box_that_fits_is_whole(x: float, y: float, width: float, height: float) -> None:
    view = fitting(Box(x, y, width, height), SIZE)
    seen = view.seen(SIZE)
    assert view.zoom <= 1.0
    assert seen.contains(x, y)
    assert seen.contains(x + width, y + height)
