"""Pages of words for the wall: every letter can be read from the back, none is cut, nothing private is there."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from facilitator.drawing import lettering
from facilitator.drawing.board import Asked, compose
from facilitator.drawing.legibility import LINES, Room, lettered, tried
from facilitator.drawing.shapes import Picture, Text
from facilitator.drawing.theme import theme
from facilitator.exchange import samples
from facilitator.model import gestures
from facilitator.model.document import Commitment, Document, Item, Means, Vote, ordered
from facilitator.model.edition import in_the_room
from facilitator.model.vocabulary import Agreement, Pillar, VoteKind
from tests.model.rich import rich


def test_a_step_has_the_number_it_has_above_the_map() -> None:
    steps = ordered(SAMPLE.steps)
    document = gestures.skip_step(steps[2].id, True)(SAMPLE)
    look = lettered(theme("room"), Room().size(720))
    (page,) = compose(document, Asked("welcome", steps[4].id), look, 1280, 600)
    words = [shape.text for shape in page.shapes if isinstance(shape, Text)]
    numbers = [int(word.strip(" .")) for word in words if word.strip(" .").isdigit()]
    assert numbers == [number for number in range(1, len(steps) + 1) if number != 3]


KINDS = ("welcome", "notice", "cap", "actors", "items", "item", "means", "commitments", "evaluation")
SAMPLE = samples.document("nourrir-rivemont")
LONG = (
    "Fédération départementale des associations de proximité pour l’accès de tous à une alimentation choisie"
)


def long() -> Document:
    """The sample with endless words everywhere."""
    document = SAMPLE
    for number in range(14):
        document = gestures.add_item(Item(f"x{number}", "principles", f"{number} {LONG} {LONG}"))(document)
        document = gestures.add_means(Means(f"m{number}", list(Pillar)[number % 3], text=f"{LONG} {LONG}"))(
            document
        )
        document = gestures.add_commitment(Commitment(f"e{number}", f"{LONG} {LONG}", who=LONG))(document)
    said: dict[str, Any] = {"text": f"{LONG}\n" * 12, "position_a": LONG * 3, "position_b": LONG * 2}
    document = gestures.answer("x1", agreement=Agreement.DISAGREEMENT, **said)(document)
    question = LONG[:100]
    for category in document.categories:
        vote = Vote(f"v{category}", "x1", question, category, yes=12, no=3, abstain=40, revealed=True)
        document = gestures.add_vote(vote)(document)
    return document


def pages(document: Document, kind: str, room: Room, width: float, height: float) -> tuple[Picture, ...]:
    subject = "x1" if "x1" in document.items else "methods-1"
    step = document.items[subject].step
    look = lettered(theme("room"), room.size(1080.0))
    return compose(in_the_room(document), Asked(kind, step, subject), look, width, height)


def words(picture: Picture) -> list[Text]:
    return [shape for shape in picture.shapes if isinstance(shape, Text)]


def said(found: tuple[Picture, ...]) -> str:
    return " ".join(text.text for picture in found for text in words(picture))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [1920.0, 1440.0])
@pytest.mark.parametrize("room", [Room(), tried(len(LINES) - 1), tried(2)], ids=["usual", "near", "deep"])
@pytest.mark.parametrize("document", [SAMPLE, long()], ids=["sample", "long"])
def test_no_letter_is_too_small_and_none_leaves_the_wall(
    document: Document, room: Room, width: float, kind: str
) -> None:
    height = 880.0
    found = pages(document, kind, room, width, height)
    assert found
    for picture in found:
        assert picture.box.width == width
        assert words(picture)
        for text in words(picture):
            badge = text.anchor == "middle"  # a number or a sign in its disc repeats what stands beside it
            assert badge or text.size >= room.size(1080.0) - 1e-6, text.text
            start = text.x - (lettering.width(text.text, text.size, text.bold) / 2 if badge else 0)
            assert start >= 0
            assert start + lettering.width(text.text, text.size, text.bold) <= width, text.text
            assert text.y - text.size * lettering.CAP_HEIGHT > 0
            assert text.y <= height, text.text


def test_every_word_of_a_long_step_is_on_some_page() -> None:
    found = pages(long(), "items", tried(2), 1920.0, 880.0)
    assert len(found) > 1
    told = said(found).split()
    for number in range(14):
        assert str(number) in told
    assert told.count("départementale") == 28


def test_few_words_are_large() -> None:
    (picture,) = pages(SAMPLE, "cap", Room(), 1920.0, 880.0)
    assert max(text.size for text in words(picture)) > 60


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_with_nothing_to_show_yet_says_so(kind: str) -> None:
    empty = replace(SAMPLE, actors={}, links={}, items={}, means={}, commitments={}, evaluations={})
    (picture,) = compose(in_the_room(empty), Asked(kind, "links"), theme("room"), 1920.0, 880.0)
    assert words(picture)
    told = {"commitments": "qui fait quoi", "items": "de quoi parlons-nous", "evaluation": "cette séance"}
    assert told.get(kind, "") in said((picture,))


def test_our_own_outline_is_never_taken_for_the_charter() -> None:
    told = said(pages(SAMPLE, "items", Room(), 1920.0, 880.0))
    assert "Trame proposée" in told
    own = replace(SAMPLE, items={id_: replace(row, proposed=False) for id_, row in SAMPLE.items.items()})
    own = gestures.edit_workshop(charter_source="Notre exemplaire, 2026")(own)
    assert "Notre exemplaire, 2026" in said(pages(own, "items", Room(), 1920.0, 880.0))


def test_a_vote_says_nothing_until_it_is_shown() -> None:
    hidden = replace(SAMPLE, votes={id_: replace(row, revealed=False) for id_, row in SAMPLE.votes.items()})
    look = theme("room")
    asked = Asked("item", "methods", "methods-1", counting=frozenset({"methods-1"}))
    told = said(compose(in_the_room(hidden), asked, look, 1920.0, 880.0))
    assert "7" not in told
    assert "Une voix par acteur" not in told
    shown = said(pages(SAMPLE, "item", Room(), 1920.0, 880.0))
    assert "Une voix par acteur présent, quelle que soit sa contribution" in shown


def test_a_round_without_objection_says_so() -> None:
    document = gestures.add_vote(Vote("c", "principles-1", kind=VoteKind.CONSENT, revealed=True))(SAMPLE)
    look = theme("room")
    told = said(
        compose(in_the_room(document), Asked("item", "principles", "principles-1"), look, 1920.0, 880.0)
    )
    assert "Aucune objection." in told


def test_an_item_that_is_gone_gives_way_to_the_others() -> None:
    found = compose(in_the_room(SAMPLE), Asked("item", "principles", "gone"), theme("room"), 1920.0, 880.0)
    assert said(found) == said(
        compose(in_the_room(SAMPLE), Asked("items", "principles"), theme("room"), 1920.0, 880.0)
    )


SECRET = "Kryptonite"


def nasty() -> Document:
    """A rich session in which every private place says the same word."""
    document = rich()
    held: dict[str, Any] = {}
    for table in ("actors", "links"):
        held[table] = {id_: replace(row, note=SECRET) for id_, row in getattr(document, table).items()}
    held["steps"] = {id_: replace(row, notes=SECRET) for id_, row in document.steps.items()}
    people = {
        id_: replace(row, name=f"{SECRET} {id_}", named=False) for id_, row in document.participants.items()
    }
    held["participants"] = people
    document = replace(document, **held)
    for table in ("answers", "means", "commitments", "practices", "contributions"):
        rows = getattr(document, table)
        secret = {
            id_: replace(row, confidential=True, **dict.fromkeys(_texts(row), SECRET))
            for id_, row in rows.items()
        }
        held = {table: secret}
        document = replace(document, **held)
    v1, v2 = document.votes.values()
    return replace(
        document,
        votes={  # not shown yet, and on a point whose answer is confidential
            v1.id: replace(v1, revealed=False, question=SECRET),
            v2.id: replace(v2, revealed=True, question=SECRET, objections=SECRET),
        },
        actors={id_: replace(row, confidential=True, name=SECRET) for id_, row in document.actors.items()},
    )


def _texts(row: Any) -> list[str]:
    return [f.name for f in fields(row) if f.metadata.get("text") in ("line", "text")]


def test_nothing_private_is_on_any_page_of_any_step() -> None:
    document = nasty()
    seen = in_the_room(document)
    look = theme("room")
    counting = frozenset(vote.item for vote in document.votes.values())
    told = ""
    for step in ordered(document.steps):
        subjects = [item.id for item in ordered(document.items)]
        for kind in KINDS:
            for subject in subjects if kind == "item" else [""]:
                told += said(compose(seen, Asked(kind, step.id, subject, counting), look, 1920.0, 880.0))
    assert "Séance d’essai" in told
    assert SECRET not in told
