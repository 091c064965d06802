"""What a room makes of what its map tells: links, commitments, questions kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from facilitator import words
from facilitator.model import gestures
from facilitator.model.document import Actor, Commitment, Contribution, Document, Link, Remark, blank
from facilitator.model.edition import edition, in_the_room
from facilitator.model.readings.findings import Finding, Introduction, Kind
from facilitator.model.readings.graphs import desired
from facilitator.model.readings.reading import read
from facilitator.model.readings.suggestions import MOST, suggested
from facilitator.model.rules import broken
from facilitator.model.vocabulary import Direction, Pillar, Side, Status
from facilitator.terms.promises import promise
from facilitator.terms.questions import Question, questions
from tests.model.readings.lively import lively

drawn = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@drawn
@given(document=lively())
def test_a_suggested_link_is_to_create_between_two_who_are_not_linked(document: Document) -> None:
    linked, reading = desired(document), read(document)
    told: tuple[Finding | Introduction, ...] = (*reading.findings, *reading.introductions)
    for found in told:
        held = suggested(document, found)
        assert len(held) <= MOST
        for link in held:
            assert link.status is Status.TO_CREATE
            assert {link.source, link.target} <= found.evidence
            assert not linked.has_edge(link.source, link.target)
            assert not broken(gestures.add_link(link)(document))


@drawn
@given(document=lively())
def test_a_commitment_and_a_remark_can_be_made_of_every_question(document: Document) -> None:
    for language in ("fr", "en"):
        with words.in_language(language):
            for asked in questions(document, read(document)):
                for one in asked:
                    what = promise(document, one.found)
                    assert what
                    assert "{" not in what
                    after = gestures.add_commitment(Commitment("c", what=what))(document)
                    after = gestures.keep_remark(one.remark(document))(after)
                    assert not broken(after)


@drawn
@given(document=lively())
def test_what_is_kept_tells_nothing_to_those_who_may_not_know(document: Document) -> None:
    asked = [one for held in questions(document, read(document)) for one in held]
    assert len({one.id for one in asked}) == len(asked)
    for one in asked:
        document = gestures.keep_remark(one.remark(document))(document)
    hidden = [row.name for row in document.actors.values() if row.confidential]
    hidden += [row.text for row in document.contributions.values() if row.confidential]
    tense = [row.text for row in document.remarks.values() if row.tension]
    for shown in (edition(document, "public"), in_the_room(document)):
        said = " ".join(row.text for row in shown.remarks.values())
        assert not [secret for secret in (*hidden, *tense) if secret in said]
    participants = edition(document, "participants").remarks
    assert participants.keys() == {row.id for row in document.remarks.values() if not row.tension}


def town() -> Document:
    actors = [Actor(id_, f"Acteur {id_}", "association", rank=n) for n, id_ in enumerate("ABCD")]
    return replace(blank(), actors={actor.id: actor for actor in actors})


@pytest.mark.parametrize(
    ("pillar", "sub_item", "types"),
    [
        (Pillar.HUMAN, "volunteers", ("skills",)),
        (Pillar.FINANCIAL, "fees", ("funding",)),
        (Pillar.FINANCIAL, "pooled_means", ("material",)),
        (Pillar.ALLIANCES, "peers", ("information",)),
    ],
)
def test_an_offer_goes_to_who_needs_it_as_what_it_is(
    pillar: Pillar, sub_item: str, types: tuple[str, ...]
) -> None:
    rows = [
        Contribution("need", "A", pillar, sub_item, Side.NEED, "Un besoin", rank=1),
        Contribution("o1", "B", pillar, sub_item, confidential=True, rank=2),
        Contribution("o2", "B", pillar, sub_item, rank=3),
        Contribution("o3", "C", pillar, sub_item, rank=4),
    ]
    document = replace(town(), contributions={row.id: row for row in rows})
    (match,) = read(document).of(Kind.MATCH)
    first, second = suggested(document, match)
    assert (first.source, first.target, first.types, first.text) == ("B", "A", types, "Un besoin")
    assert (first.confidential, second.confidential) == (True, False)
    assert second.source == "C"
    bare = replace(document, link_types={})
    assert suggested(bare, match)[0].types == ()


def test_funders_of_two_groups_could_meet() -> None:
    links = [
        Link("1", "A", "D", ("funding",)),
        Link("2", "B", "D", ("funding",)),
        Link("3", "A", "B", status=Status.TO_CREATE),
        Link("4", "C", "D", ("funding",)),
    ]
    document = replace(town(), links={link.id: link for link in links})
    found = Finding(Kind.FUNDERS_APART, ("A", "B", "C"), groups=(("A",), ("B",), ("C",)))
    assert [(k.source, k.target) for k in suggested(document, found)] == [("A", "C"), ("B", "C")]
    assert {k.direction for k in suggested(document, found)} == {Direction.BOTH}


def test_a_question_of_several_is_the_same_whoever_comes_or_goes() -> None:
    document = town()
    (alone,) = [one for held in questions(document, read(document)) for one in held if len(one.found) == 4]
    linked = replace(document, links={"1": Link("1", "A", "B")})
    (fewer,) = [one for held in questions(linked, read(linked)) for one in held if len(one.found) == 2]
    assert alone.id == fewer.id
    again = replace(linked, links={**linked.links, "2": Link("2", "A", "C")})
    asked = [one for held in questions(again, read(again)) for one in held]
    (last,) = [
        one for one in asked if isinstance(one.found[0], Finding) and one.found[0].kind is Kind.ISOLATED
    ]
    assert last.id == alone.id
    assert last.evidence == {"D"}
    assert isinstance(alone.remark(document), Remark)
    assert alone.remark(document).about == ("A", "B", "C", "D")


def test_a_question_set_aside_is_asked_again_once_somebody_came() -> None:
    document = town()

    def alone(of: Document) -> Question:
        asked = [one for held in questions(of, read(of)) for one in held]
        return next(q for q in asked if isinstance(one := q.found[0], Finding) and one.kind is Kind.ISOLATED)

    aside = gestures.set_remark_aside(alone(document).remark(document))(document)
    assert alone(aside).is_aside(aside.remarks)
    fewer = replace(aside, links={"1": Link("1", "A", "B")})
    assert alone(fewer).is_aside(fewer.remarks)
    come = gestures.add_actor(Actor("E", "Acteur E", "association"))(fewer)
    assert not alone(come).is_aside(come.remarks)


def test_what_the_group_says_is_no_less_confidential_than_what_is_asked_then() -> None:
    """Kept when it was about everybody may see; answered once one of them is confidential."""
    document = town()
    held = next(q for h in questions(document, read(document)) for q in h if len(q.found) == 4)
    kept = gestures.keep_remark(held.remark(document))(document)
    come = gestures.add_actor(Actor("E", "Acteur E", "association", confidential=True))(kept)
    assert edition(come, "public").remarks, "nothing was said of E"
    now = next(q for h in questions(come, read(come)) for q in h if q.id == held.id)
    said = gestures.answer_remark(now.remark(come), "E viendra")(come)
    assert not edition(said, "public").remarks
    assert not in_the_room(said).remarks
    assert edition(said, "participants").remarks


@pytest.mark.parametrize(
    ("marks", "public", "room"), [({"tension": True}, 0, 1), ({"confidential": True}, 0, 0), ({}, 1, 1)]
)
def test_what_rests_on_a_link_is_no_less_confidential_than_the_link(
    marks: dict[str, Any], public: int, room: int
) -> None:
    """Else the public would read that B holds A in touch, and its map show no link between them."""
    ends = ("AB", "BC", "CD")
    links = {one: Link(one, *one) for one in ends}
    links["AB"] = replace(links["AB"], **marks)
    document = replace(town(), links=links)
    rests = next(
        q for h in questions(document, read(document)) for q in h if q.sentence.startswith("Sans Acteur B")
    )
    kept = gestures.keep_remark(rests.remark(document))(document)
    assert len(edition(kept, "public").remarks) == public
    assert len(in_the_room(kept).remarks) == room
    beside = replace(document, links={**links, "AB2": Link("AB2", "B", "A")})
    kept = gestures.keep_remark(rests.remark(beside))(beside)
    assert len(edition(kept, "public").remarks) == 1, "another link tells as much"
