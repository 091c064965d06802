"""Entries keep to their room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.drawing.flow import Entry, baseline, flow, row_height
from facilitator.drawing.shapes import Box, Picture, Text, disc
from tests.drawing.scenes import text_box


def entry(text: str, sign: bool = True) -> Entry:
    return Entry((disc(6, 0, 6, "#000000"),), 12, text, "#1F2430") if sign else Entry((), 0, text, "#1F2430")


@given(st.lists(st.text(st.sampled_from("abcé -"), min_size=1, max_size=60), max_size=12), st.floats(60, 600))
def test_nothing_leaves_the_room(texts: list[str], room: float) -> None:
    made = flow([entry(text, sign=number % 2 == 0) for number, text in enumerate(texts)], room, 13)
    boxes = [text_box(shape) for shape in made.shapes if isinstance(shape, Text)]
    assert all(box.right <= room + 0.01 and box.x >= 0 for box in boxes)
    assert all(box.y >= 0 and box.bottom <= made.height for box in boxes)
    assert made.width <= room + 0.01
    assert not any(
        a.intersects(b) for number, a in enumerate(boxes) for b in boxes[:number] if a.width and b.width
    )


def test_entries_share_a_row_while_they_can() -> None:
    three = [entry("un"), entry("deux"), entry("trois")]
    wide, narrow = flow(three, 1000, 13), flow(three, 60, 13)
    assert wide.height == row_height(13)
    assert narrow.height == 3 * row_height(13)
    assert len({shape.y for shape in wide.shapes if isinstance(shape, Text)}) == 1


def test_a_sign_is_centred_on_its_row() -> None:
    sign, text = flow([entry("mot")], 200, 13).shapes
    assert isinstance(text, Text)
    assert sign.y == row_height(13) / 2
    assert text.y == baseline(13)
    assert text_box(Text(0, text.y, "H", 13, False, "#000000")).y < sign.y < text.y


def test_no_entry_takes_no_room() -> None:
    made = flow([], 200, 13)
    assert Picture(made.shapes, Box(0, 0, made.width, made.height)) == Picture((), Box(0, 0, 0, 0))
