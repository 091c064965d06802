"""Free places and the order of reading."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.drawing.map import compose
from facilitator.drawing.shapes import Box
from facilitator.drawing.theme import theme
from facilitator.model.document import Actor, Document, blank
from facilitator.ui.canvas.places import copies_aside, free_places, reading_order, step_aside

CARD = Box(-95.0, -37.0, 190.0, 74.0)
places = st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000))


@given(st.lists(places, max_size=40), places)
def test_free_places_cover_nothing(taken: list[tuple[float, float]], near: tuple[float, float]) -> None:
    boxes = [CARD.moved(*place) for place in taken]
    found = [CARD.moved(*place) for place in islice(free_places(boxes, CARD, near), 5)]
    assert not any(new.intersects(box) for new in found for box in boxes)
    assert not any(a.intersects(b) for n, a in enumerate(found) for b in found[:n])


def test_a_free_place_is_the_one_asked_for_when_nobody_is_there() -> None:
    assert next(free_places([], CARD, (12.0, -7.0))) == (12.0, -7.0)


def stepped_aside(taken: list[Box], card: Box) -> Box:
    return card.moved(*step_aside(taken, card))


def test_a_card_steps_aside_once_whatever_its_last_digit() -> None:
    card = CARD.moved(29.341492372643547, 215.0648688584387)
    aside = stepped_aside([card], card)
    assert aside.x == pytest.approx(card.x + 24)
    assert aside.y == pytest.approx(card.y + 24)


@given(st.lists(places, min_size=1, max_size=20), st.integers(1, 5))
def test_copies_keep_their_places_beside_one_another_and_none_hides_another(
    at: list[tuple[float, float]], many: int
) -> None:
    cards = [CARD.moved(*place) for place in at[:many]]
    taken = [CARD.moved(*place) for place in at]
    for _turn in range(3):
        dx, dy = copies_aside(taken, cards)
        copies = [card.moved(dx, dy) for card in cards]
        assert all(stepped_aside(taken, copy) == copy for copy in copies)
        taken += copies


def test_reading_order_is_by_rows() -> None:
    at = {"c": (0.0, 200.0), "b": (300.0, 10.0), "a": (0.0, 0.0), "d": (200.0, 190.0)}
    actors = {id_: Actor(id_, id_, "other", x=x, y=y) for id_, (x, y) in at.items()}
    document = Document(categories=blank().categories, actors=actors)
    assert reading_order(compose(document, theme("screen"))) == ["a", "b", "c", "d"]
