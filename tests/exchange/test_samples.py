"""The sample is a whole, lively session, and its map reads well in every theme."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from facilitator.drawing.map import MapPicture, compose
from facilitator.drawing.shapes import Point
from facilitator.drawing.theme import THEMES, theme
from facilitator.exchange import samples
from facilitator.model import journey, rules
from facilitator.model.readings.reading import read
from facilitator.model.vocabulary import Agreement, Pillar, Side, Status
from facilitator.terms.questions import questions

SAMPLE = samples.document("nourrir-rivemont")
TRAY = {"Radio Val d’Œuvre", "Marchés de plein vent", "Club des aînés ruraux"}


def along(line: tuple[Point, ...]) -> Iterator[Point]:
    """Points all along a course."""
    for (ax, ay), (bx, by) in pairwise(line):
        for step in range(101):
            yield ax + (bx - ax) * step / 100, ay + (by - ay) * step / 100


def test_there_is_no_other_sample() -> None:
    assert samples.KEYS == ("nourrir-rivemont",)
    with pytest.raises(KeyError):
        samples.document("../nourrir-rivemont")


def test_it_is_always_the_same_and_obeys_the_rules() -> None:
    assert samples.document(samples.KEYS[0]) == SAMPLE
    assert rules.broken(SAMPLE) == ()


def test_it_is_marked_fictitious_and_never_passes_for_the_charter() -> None:
    workshop = SAMPLE.workshop
    assert workshop.fictitious
    assert workshop.organiser_contact.endswith(".invalid")
    assert workshop.charter_source.startswith("Trame proposée")
    assert all(item.proposed for item in SAMPLE.items.values())


def test_the_questions_it_keeps_are_those_its_map_asks() -> None:
    asked = {one.id: one.sentence for held in questions(SAMPLE, read(SAMPLE)) for one in held}
    first, second = SAMPLE.remarks.values()
    assert asked[first.id].replace("\N{NO-BREAK SPACE}", " ") == first.text
    assert asked[second.id].startswith("Ces financeurs ne sont pas en lien entre eux")


def test_everything_a_session_holds_is_in_it() -> None:
    assert (len(SAMPLE.actors), len(SAMPLE.links), len(SAMPLE.participants)) == (32, 34, 6)
    assert all(found.done for found in journey.progress(SAMPLE).values())
    workshop = SAMPLE.workshop
    for text in (workshop.question, workshop.territory, workshop.date, workshop.place, workshop.facilitators):
        assert text
    for text in (
        workshop.lead,
        workshop.essentials,
        workshop.resources,
        workshop.next_date,
        workshop.next_place,
    ):
        assert text
    assert len(workshop.odds) >= 4


def test_every_actor_brings_something_before_it_needs_something() -> None:
    for actor in SAMPLE.actors.values():
        sides = {row.side for row in SAMPLE.contributions.values() if row.actor == actor.id}
        assert sides == {Side.OFFER, Side.NEED}, actor.name
        assert actor.missions
        assert actor.needs


def test_the_room_agreed_and_disagreed() -> None:
    answers = list(SAMPLE.answers.values())
    assert {row.agreement for row in answers} == set(Agreement) - {Agreement.NOT_SAID}
    for row in answers:
        assert row.text
        disagrees = row.agreement is Agreement.DISAGREEMENT
        assert bool(row.position_a) == bool(row.position_b) == disagrees
    assert any(row.confidential for row in answers)
    assert {row.pillar for row in SAMPLE.practices.values()} == set(Pillar)


def test_commitments_say_who_what_and_when() -> None:
    assert 6 <= len(SAMPLE.commitments) <= 8
    for row in SAMPLE.commitments.values():
        assert row.what
        assert row.first_step
        assert row.said_yes_by
        assert row.due > SAMPLE.workshop.date
        assert row.actors
        if row.link:
            link = SAMPLE.links[row.link]
            assert link.status is Status.TO_CREATE
            assert {link.source, link.target} <= set(row.actors)


def test_only_actors_without_links_wait_in_the_tray() -> None:
    waiting = {row.id: row.name for row in SAMPLE.actors.values() if not row.placed}
    assert set(waiting.values()) == TRAY
    assert not any({row.source, row.target} & waiting.keys() for row in SAMPLE.links.values())


@pytest.mark.parametrize("key", THEMES)
def test_its_map_reads_well(key: str) -> None:
    drawn = compose(SAMPLE, theme(key))
    for one, other in combinations(drawn.cards.values(), 2):
        assert not one.box.grown(10).intersects(other.box.grown(10)), f"{one.actor.name} / {other.actor.name}"
    for held in drawn.links.values():
        others = [c for id_, c in drawn.cards.items() if id_ not in (held.row.source, held.row.target)]
        for x, y in along(held.picture.line):
            for card in others:
                assert not card.box.grown(6).contains(x, y), f"a link goes through {card.actor.name}"
    assert crossings(drawn) <= 1
    assert 1.6 < drawn.box.width / drawn.box.height < 2.3, "made for a wide wall"


def crossings(drawn: MapPicture) -> int:
    courses = [(held.picture.line[0], held.picture.line[-1]) for held in drawn.links.values()]
    return sum(crosses(one, other) for one, other in combinations(courses, 2))


def crosses(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    def side(a: Point, b: Point, c: Point) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    (a, b), (c, d) = one, other
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
