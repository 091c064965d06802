"""What a map tells: hand-worked small maps, networkx as a reference, and what holds on any map."""

from __future__ import annotations

import random
from collections.abc import Generator, Iterable
from dataclasses import replace
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import words
from facilitator.exchange import samples
from facilitator.model.document import Actor, Contribution, Document, Link, blank
from facilitator.model.gestures import Refused
from facilitator.model.readings import graphs
from facilitator.model.readings.crossing import against_chance
from facilitator.model.readings.findings import Finding, Kind, Reading, Reason
from facilitator.model.readings.introductions import MOST
from facilitator.model.readings.reading import read, reading
from facilitator.model.readings.structure import betweenness
from facilitator.model.rules import broken
from facilitator.model.vocabulary import Direction, Pillar, Side, Status
from facilitator.terms.questions import THEMES, told
from facilitator.terms.readings import finding_numbers, finding_sentence, introduction_sentence
from tests.model.drawn import PUBLIC, gesture
from tests.model.rich import rich

CATEGORIES = ("state", "authority", "association", "company", "foundation", "academic", "citizens", "other")


def town(links: Iterable[str], alone: str = "", categories: str = "") -> Document:
    """A map from pairs of letters; `categories` gives a digit to each letter, in order."""
    pairs = list(links)
    letters = sorted({letter for pair in pairs for letter in pair} | set(alone))
    kinds = categories or "2" * len(letters)
    actors = {
        letter: Actor(letter, f"Acteur {letter}", CATEGORIES[int(kind)], rank=rank)
        for rank, (letter, kind) in enumerate(zip(letters, kinds, strict=True), 1)
    }
    held = {pair: Link(pair, pair[0], pair[1], rank=rank) for rank, pair in enumerate(pairs, 1)}
    return replace(blank(), actors=actors, links=held)


def of(document: Document, kind: Kind) -> tuple[Finding, ...]:
    return read(document).of(kind)


def test_an_empty_map_and_one_actor_make_no_error() -> None:
    assert not read(blank()).findings, "nobody is missing from a map that is empty"
    found = read(town([], "A"))
    assert [one.actors for one in found.of(Kind.ISOLATED)] == [("A",)]
    assert not found.of(Kind.DENSITY, Kind.CROSSING, Kind.GROUPS)


def test_who_stands_alone_and_which_groups_do_not_meet() -> None:
    found = read(town(["AB", "BC", "DE"], "F"))
    assert [one.actors for one in found.of(Kind.ISOLATED)] == [("F",)]
    (groups,) = found.of(Kind.GROUPS)
    assert groups.groups == (("A", "B", "C"), ("D", "E"))
    assert groups.numbers == (3.0, 2.0)


def test_whoever_waits_may_stop_between_any_two_actors_that_much_rests_on() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    chain = town([a + b for a, b in pairwise(letters)])
    slices = sum(1 for _slice in reading(chain))
    assert len(of(chain, Kind.RESTS_ON)) == 24
    assert slices > 24 + 25 + len(letters), "each actor, each bridge, each source has its own"


def test_who_rests_on_one_funder_and_who_shares_with_it() -> None:
    document = town(["AB"])
    one_way = replace(document.links["AB"], types=("funding",))
    (found,) = of(replace(document, links={"AB": one_way}), Kind.ONE_FUNDER)
    assert found.actors == ("B", "A")
    both = replace(one_way, direction=Direction.BOTH)
    assert not of(replace(document, links={"AB": both}), Kind.ONE_FUNDER)


def test_who_funds_whom() -> None:
    document = town(["AB", "AC", "DB", "BC"])
    links = {id_: replace(link, types=("funding",)) for id_, link in document.links.items() if id_ != "BC"}
    found = of(replace(document, links={**document.links, **links}), Kind.FUNDS)
    assert [(one.actors, one.links) for one in found] == [
        (("A", "B", "C"), ("AB", "AC")),
        (("D", "B"), ("DB",)),
    ]


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_reading_made_from_another_is_what_it_would_be_made_at_once(data: st.DataObject) -> None:
    document = rich()
    before = read(document)
    for _gesture in range(3):
        name = data.draw(st.sampled_from(PUBLIC))
        try:
            after = gesture(data.draw, document, name)(document)
        except Refused:
            continue
        if broken(after):
            continue
        document = after
        before = finished(reading(document, before))
        assert before == read(document)


def finished(slices: Generator[None, None, Reading]) -> Reading:
    while True:
        try:
            next(slices)
        except StopIteration as ended:
            found: Reading = ended.value
            return found


def test_what_nothing_changed_is_not_read_again() -> None:
    document = town(["AB", "BC", "DE"], "F")
    before = read(document)
    moved = replace(document, actors={**document.actors, "A": replace(document.actors["A"], x=4.0, y=8.0)})
    after = finished(reading(moved, before))
    assert all(after.parts[name] is part for name, part in before.parts.items())
    given = replace(moved, contributions={"c": Contribution("c", "A", Pillar.HUMAN, "volunteers")})
    after = finished(reading(given, before))
    assert {name for name, part in before.parts.items() if after.parts[name] is not part} == {
        "offers",
        "introductions",
    }


def test_a_link_to_create_is_not_there_yet() -> None:
    document = town(["AB", "CD", "BC"])
    document = replace(
        document, links={**document.links, "BC": replace(document.links["BC"], status=Status.TO_CREATE)}
    )
    found = read(document)
    assert found.of(Kind.GROUPS)
    (change,) = found.of(Kind.TO_CREATE)
    assert change.numbers == (2.0, 2.0, 0.0)


def test_on_whom_much_rests() -> None:
    # A triangle, then C - D - E - F in a row.
    found = read(town(["AB", "BC", "AC", "CD", "DE", "EF"]))
    assert {one.actors[0]: one.groups for one in found.of(Kind.RESTS_ON)} == {
        "C": (("A", "B"),),
        "D": (("E", "F"),),
        "E": (("F",),),
    }
    assert {one.actors: one.groups[0] for one in found.of(Kind.BRIDGE)} == {
        ("C", "D"): ("A", "B", "C"),
        ("D", "E"): ("E", "F"),
    }
    assert [one.links for one in found.of(Kind.BRIDGE)] == [("CD",), ("DE",)]


@pytest.mark.parametrize("seed", range(6))
def test_measures_are_those_of_networkx(seed: int) -> None:
    dice = random.Random(seed)
    letters = [chr(65 + n) for n in range(18)]
    pairs = {"".join(sorted(dice.sample(letters, 2))) for _times in range(22)}
    graph = graphs.touch(town(sorted(pairs), "".join(letters)))
    *_slices, shares = betweenness(graph)
    assert shares == pytest.approx(nx.betweenness_centrality(graph))
    document = town(sorted(pairs), "".join(letters))
    assert {one.actors[0] for one in of(document, Kind.RESTS_ON)} == set(nx.articulation_points(graph))
    for one in of(document, Kind.RESTS_ON):
        rest = graph.subgraph(set(nx.node_connected_component(graph, one.actors[0])) - {one.actors[0]})
        parts = sorted(map(len, nx.connected_components(rest)), reverse=True)
        assert [len(group) for group in one.groups] == parts[1:]
    (density,) = of(document, Kind.DENSITY)
    assert density.numbers[0] == pytest.approx(nx.density(graph))


def test_reciprocity_counts_both_ways_and_pairs_of_links() -> None:
    document = town(["AB", "BA", "CD", "EF"])
    held = {**document.links, "CD": replace(document.links["CD"], direction=Direction.BOTH)}
    (found,) = of(replace(document, links=held), Kind.RECIPROCITY)
    assert found.numbers == (0.75, 3.0, 4.0)


def test_crossing_at_its_ends_and_near_chance() -> None:
    (within,) = of(town(["AB", "CD"], categories="2233"), Kind.CROSSING)
    assert within.numbers[0] == -1.0
    (across,) = of(town(["AC", "BD"], categories="2233"), Kind.CROSSING)
    assert across.numbers[0] == 1.0
    assert not of(town(["AB", "CD"]), Kind.CROSSING), "one type alone has nothing to cross to"
    dice = random.Random(2)
    letters = [chr(0x4E00 + n) for n in range(120)]
    pairs = {"".join(sorted(dice.sample(letters, 2))) for _times in range(900)}
    kinds = "".join(str(dice.randrange(8)) for _letter in letters)
    (chance,) = of(town(sorted(pairs), "".join(letters), kinds), Kind.CROSSING)
    assert abs(chance.numbers[0]) < 0.15


def test_against_chance_is_a_straight_line_on_either_side() -> None:
    assert against_chance(0.5, 0.5) == 0.0
    assert against_chance(0.75, 0.5) == 0.5
    assert against_chance(0.25, 0.5) == -0.5
    assert against_chance(1.0, 1.0) == 0.0


def funding(document: Document, *pairs: str) -> Document:
    held = {pair: replace(document.links[pair], types=("funding",)) for pair in pairs}
    return replace(document, links={**document.links, **held})


def test_funders_who_do_not_meet_and_who_rests_on_one() -> None:
    document = funding(town(["AX", "BX", "BY", "CY", "CZ", "AB"]), "AX", "BX", "BY", "CY", "CZ")
    found = read(document)
    (apart,) = found.of(Kind.FUNDERS_APART)
    assert apart.groups == (("A", "B"), ("C",))
    assert [(one.actors, one.links) for one in found.of(Kind.ONE_FUNDER)] == [(("Z", "C"), ("CZ",))]


def given_rows(document: Document, *rows: tuple[str, Pillar, str, Side]) -> Document:
    held = {
        f"c{n}": Contribution(f"c{n}", actor, pillar, sub_item, side, f"mots {n}", rank=n)
        for n, (actor, pillar, sub_item, side) in enumerate(rows, 1)
    }
    return replace(document, contributions=held)


def test_needs_that_others_would_meet() -> None:
    human, money = Pillar.HUMAN, Pillar.FINANCIAL
    document = given_rows(
        town(["AB"], "CDE"),
        ("A", human, "volunteers", Side.NEED),
        ("B", human, "volunteers", Side.OFFER),  # linked already
        ("C", human, "volunteers", Side.OFFER),
        ("C", human, "employees", Side.OFFER),
        ("D", money, "fees", Side.NEED),
        ("E", money, "fees", Side.NEED),
    )
    found = read(document)
    (match,) = found.of(Kind.MATCH)
    assert (match.actors, match.rows) == (("A", "C"), ("c1", "c3"))
    (nobody,) = found.of(Kind.NOBODY_OFFERS)
    assert (nobody.sub_item, nobody.numbers) == ("fees", (0.0, 2.0))
    assert not found.of(Kind.SCARCE, Kind.ABUNDANT)


def test_introductions_say_why_and_leave_linked_actors_alone() -> None:
    document = funding(town(["AX", "BX", "AM", "BM", "CM", "CN", "DM", "DN"]), "AX", "BX")
    document = given_rows(
        document, ("A", Pillar.HUMAN, "volunteers", Side.NEED), ("C", Pillar.HUMAN, "volunteers", Side.OFFER)
    )
    found = {one.actors: one for one in read(document).introductions}
    assert dict(found[("A", "B")].because) == {Reason.FUNDERS: ("X",), Reason.FRIENDS: ("M",)}
    assert dict(found[("A", "C")].because)[Reason.OFFER] == ("c1", "c2")
    assert ("A", "D") not in found, "one acquaintance is no reason"
    assert not {pair for pair in found if "".join(pair) in document.links}


@st.composite
def maps(draw: st.DrawFn) -> Document:
    letters = [chr(65 + n) for n in range(draw(st.integers(1, 9)))]
    every = [a + b for n, a in enumerate(letters) for b in letters[n + 1 :]]
    pairs = draw(st.lists(st.sampled_from(every), max_size=14, unique=True)) if every else []
    kinds = "".join(draw(st.lists(st.sampled_from("0237"), min_size=len(letters), max_size=len(letters))))
    document = town(pairs, "".join(letters), kinds)
    tense = draw(st.booleans())
    states = st.sampled_from(list(Status))
    links = {id_: replace(row, status=draw(states), tension=tense) for id_, row in document.links.items()}
    return replace(document, links=links)


@settings(max_examples=60)
@given(document=maps())
def test_one_more_actor_alone_is_one_more_finding_of_that_kind(document: Document) -> None:
    more = replace(document, actors={**document.actors, "new": Actor("new", "Nouvelle", "other", rank=99)})
    before, after = of(document, Kind.ISOLATED), of(more, Kind.ISOLATED)
    assert {one.actors[0] for one in after} - {one.actors[0] for one in before} == {"new"}
    assert len(after) == len(before) + 1


@settings(max_examples=60)
@given(document=maps())
def test_names_change_nothing(document: Document) -> None:
    other = replace(
        document, actors={id_: replace(row, name=f"Autre {id_}") for id_, row in document.actors.items()}
    )
    assert read(other) == read(document)


@settings(max_examples=60)
@given(document=maps())
def test_every_finding_has_words_and_is_under_one_heading(document: Document) -> None:
    found = read(document)
    for one in found.findings:
        assert "{" not in finding_sentence(document, one)
        assert "{" not in finding_numbers(one)
    for one_ in found.introductions:
        assert "{" not in introduction_sentence(document, one_)
    assert len({one.key for one in found.findings}) == len(found.findings)
    assert all(sentences for _heading, sentences in told(document, found))


@given(size=st.integers(3, 8))
def test_a_complete_map_has_no_bridge_and_rests_on_nobody(size: int) -> None:
    letters = [chr(65 + n) for n in range(size)]
    found = read(town([a + b for n, a in enumerate(letters) for b in letters[n + 1 :]]))
    assert not found.of(Kind.BRIDGE, Kind.RESTS_ON, Kind.BETWEEN, Kind.ISOLATED, Kind.GROUPS)
    assert found.of(Kind.DENSITY)[0].numbers[0] == 1.0


def test_every_kind_is_under_one_heading() -> None:
    kinds = [kind for _heading, held in THEMES for kind in held]
    assert sorted(kinds) == sorted(Kind)


def test_the_sample_tells_what_its_facilitators_heard() -> None:
    document = samples.document("nourrir-rivemont")
    found: Reading = read(document)
    ids = {actor.name: actor.id for actor in document.actors.values()}
    held = {one.actors[0]: one for one in found.of(Kind.RESTS_ON)}
    market = ids["Supermarché du Centre"]
    assert any(market in group for group in held[ids["Épicerie sociale L’Étal"]].groups)
    assert len(found.introductions) == MOST
    apart = found.of(Kind.FUNDERS_APART)[0].groups
    assert (ids["Fondation Habitat & Partage"],) in apart


def test_an_empty_map_is_said_to_be_empty() -> None:
    document = blank()
    assert list(told(document, read(document))) == [("La carte est vide.", ())]


def test_an_index_is_written_as_the_language_writes_it() -> None:
    one = Finding(Kind.CROSSING, numbers=(0.25, 3, 8, 4.2))
    assert "+0,25" in finding_numbers(one)
    with words.in_language("en"):
        assert "+0.25" in finding_numbers(one)
