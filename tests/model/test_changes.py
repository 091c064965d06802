"""Changes: the difference of two documents, forwards, backwards and together."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import gestures
from facilitator.model.changes import Change, apply, difference, merge, reverse, size, touched
from facilitator.model.document import Document, blank
from facilitator.model.gestures import Refused
from facilitator.model.rules import broken
from tests.model import drawn
from tests.model.rich import rich


def walked(data: st.DataObject, start: Document, most: int) -> Document:
    """A document some gestures away."""
    document = start
    for _ in range(data.draw(st.integers(0, most))):
        gesture = drawn.gesture(data.draw, document, data.draw(st.sampled_from(drawn.PUBLIC)))
        try:
            after = gesture(document)
        except Refused:
            continue
        document = document if broken(after) else after
    return document


@given(data=st.data())
def test_there_and_back(data: st.DataObject) -> None:
    one = walked(data, rich(), 3)
    other = walked(data, one, 4)
    third = walked(data, other, 4)
    there = difference(one, other)
    assert apply(one, there) == other
    assert apply(other, reverse(there)) == one
    merged = merge(there, difference(other, third))
    assert {(c.table, c.id): c for c in merged} == {(c.table, c.id): c for c in difference(one, third)}


def test_nothing_differs_from_itself() -> None:
    assert difference(rich(), rich()) == ()


def test_merged_to_nothing() -> None:
    document = rich()
    after = gestures.place_actors({"a1": (0, 0)})(document)
    assert merge(difference(document, after), difference(after, document)) == ()


def test_changes_say_what_was_touched() -> None:
    document = rich()
    changes = difference(document, gestures.delete_links(["k1"])(document))
    assert touched(changes) == {"k1", "e1"}
    row = document.commitments["e1"]
    assert Change("commitments", "e1", row, replace(row, link="")) in changes


def test_size_counts_rows() -> None:
    assert size(Document()) == 0
    assert size(blank()) == 15
