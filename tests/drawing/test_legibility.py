"""From a room to the least letters of its wall."""

import pytest

from facilitator.drawing.legibility import (
    LARGEST,
    LINES,
    USUAL,
    Room,
    lettered,
    measured,
    seen_from,
    tried,
)
from facilitator.drawing.lettering import CAP_HEIGHT
from facilitator.drawing.theme import theme


def test_capitals_are_a_two_hundredth_of_the_distance() -> None:
    """At eight metres they are four centimetres high: 2 % of an image of two metres."""
    room = measured(2.0, 8.0)
    assert room.known
    assert room.capitals == pytest.approx(0.04 / 2.0)
    assert room.size(1080) * CAP_HEIGHT == pytest.approx(21.6)
    assert seen_from(room, 2.0) == pytest.approx(8.0)


def test_a_room_nobody_measured_is_told_from_one_that_was() -> None:
    assert Room() == Room(USUAL, False)
    assert Room().size(1080) == pytest.approx(0.0125 * 1080 / CAP_HEIGHT)


def test_what_no_image_can_hold_is_said_and_not_tried() -> None:
    far = measured(1.0, 30.0)
    assert far.too_deep
    assert far.size(1000) == Room(LARGEST).size(1000)
    assert not measured(1.0, 7.9).too_deep


def test_letters_never_go_down_to_nothing() -> None:
    assert measured(5.0, 1.0).size(1080) * CAP_HEIGHT == pytest.approx(5.4)


@pytest.mark.parametrize(("height", "distance"), [(0.0, 5.0), (-1.0, 5.0), (2.0, 0.0)])
def test_an_image_has_a_height(height: float, distance: float) -> None:
    with pytest.raises(ValueError, match="height"):
        measured(height, distance)


def test_the_last_line_read_gives_larger_letters_than_it_has() -> None:
    for number, share in enumerate(LINES):
        room = tried(number)
        assert room.known
        assert room.letters >= min(share * 1.149, LARGEST / CAP_HEIGHT)
    sizes = [tried(number).letters for number in range(len(LINES))]
    assert sizes == sorted(sizes, reverse=True)


def test_words_beside_the_map_are_no_smaller_either() -> None:
    plain = theme("room")
    assert lettered(plain, 5.0).legend == plain.legend
    larger = lettered(plain, 40.0)
    assert (larger.small, larger.legend) == (40.0, 40.0)
    assert larger.title > 40.0
    assert larger.card is plain.card
