"""Decorations as one chooses them: steps, what the desk keeps of them, and what makes their measures change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.model.decor import (
    STEPS,
    Colouring,
    Decor,
    Measure,
    from_plain,
    step,
    to_plain,
    told_alike,
)
from facilitator.model.document import Contribution, Document, Link
from facilitator.model.gestures import edit_actors, edit_link, place_actors
from facilitator.model.vocabulary import Status
from tests.drawing.scenes import town


def test_steps_are_those_that_are_named() -> None:
    assert [step(Measure.TOUCH, n) for n in (0, 1, 2, 3, 5, 6, 40)] == [0, 1, 1, 2, 2, 3, 3]
    assert [step(Measure.OFFERS, n) for n in (0, 1, 2, 3, 4)] == [0, 1, 2, 2, 3]
    assert [step(Measure.BETWEEN, share) for share in (0.0, 0.001, 0.05, 0.149, 0.15)] == [0, 1, 2, 2, 3]
    assert set(STEPS) == set(Measure)


@pytest.mark.parametrize("measure", [None, *Measure])
@pytest.mark.parametrize("colouring", [None, *Colouring])
def test_the_desk_gives_back_what_was_chosen(measure: Measure | None, colouring: Colouring | None) -> None:
    decor = Decor(measure, colouring, pillars=True, shown=True)
    assert from_plain(to_plain(decor)) == decor
    assert (decor.ring, decor.ink, decor.dots) == (measure, colouring, True)
    hidden = replace(decor, shown=False)
    assert from_plain(to_plain(hidden)) == hidden
    assert (hidden.ring, hidden.ink, hidden.dots) == (None, None, False)


@pytest.mark.parametrize("kept", [None, [], "touch", {}, {"measure": "size", "shown": 1}])
def test_nothing_is_shown_of_what_cannot_be_read(kept: object) -> None:
    assert not from_plain(kept).shown


def changed(document: Document) -> dict[str, Document]:
    offer = Contribution("new", "jardins", text="bras")
    link = replace(document.links["finance"], status=Status.TO_CREATE)
    return {
        "moved": place_actors({"jardins": (0.0, 900.0)})(document),
        "renamed": edit_actors(["jardins"], name="Les Jardins")(document),
        "said": edit_link("finance", text="chaque année")(document),
        "relinked": replace(document, links={**document.links, "finance": link}),
        "linked": replace(document, links={**document.links, "x": Link("x", "inrae", "jardins")}),
        "offers": replace(document, contributions={**document.contributions, "new": offer}),
        "fewer": replace(document, actors={k: v for k, v in document.actors.items() if k != "inrae"}),
    }


def test_moving_a_card_or_writing_a_text_changes_no_measure() -> None:
    before = town()
    told = {
        measure: {name for name, after in changed(before).items() if not told_alike(measure, before, after)}
        for measure in Measure
    }
    assert told == {
        Measure.TOUCH: {"relinked", "linked", "fewer"},
        Measure.BETWEEN: {"relinked", "linked", "fewer"},
        Measure.OFFERS: {"offers", "fewer"},
    }
