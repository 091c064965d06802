"""What would be without some actors or links: worked by hand, and on any map."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.exchange import samples
from facilitator.model.document import Actor, Contribution, Document, Link, blank
from facilitator.model.readings import graphs
from facilitator.model.readings.findings import Kind
from facilitator.model.readings.reading import read
from facilitator.model.readings.supposed import Change, Comparison, Turn, about
from facilitator.model.readings.what_if import compared, without
from facilitator.model.rules import broken
from facilitator.model.vocabulary import Pillar, Side
from facilitator.terms.what_if import HEADINGS, consequences, supposition


def town(*pairs: str, types: tuple[str, ...] = ()) -> Document:
    """A map from pairs of letters."""
    letters = sorted({letter for pair in pairs for letter in pair})
    return replace(
        blank(),
        actors={
            letter: Actor(letter, f"Acteur {letter}", "association", rank=rank)
            for rank, letter in enumerate(letters, 1)
        },
        links={
            pair: Link(pair, pair[0], pair[1], types=types, rank=rank) for rank, pair in enumerate(pairs, 1)
        },
    )


def offering(document: Document, *told: tuple[str, Side]) -> Document:
    rows = [
        Contribution(f"c{n}", actor, Pillar.HUMAN, "volunteers", side, "bénévoles", rank=n)
        for n, (actor, side) in enumerate(told, 1)
    ]
    return replace(document, contributions={row.id: row for row in rows})


def compare(document: Document, *off: str) -> Comparison:
    slices = compared(document, frozenset(off))
    while True:
        try:
            next(slices)
        except StopIteration as ended:
            found: Comparison = ended.value
            return found


def turns(document: Document, *off: str) -> list[tuple[Turn, tuple[str, ...]]]:
    return [(one.turn, one.actors) for one in compare(document, *off).changes]


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def said(document: Document, *off: str) -> list[str]:
    return [sentence for _key, sentence, _held in consequences(document, compare(document, *off))[0]]


def test_who_is_left_alone_and_who_loses_touch_with_whom() -> None:
    star = town("AB", "AC", "CD", "DE")
    changes = compare(star, "A").changes
    assert changes == (Change(Turn.ALONE, ("B",)),)
    changes = compare(town("AB", "BC", "CD", "DE", "EF"), "CD").changes
    assert changes == (Change(Turn.APART, ("D", "E", "F"), (("A", "B", "C"), ("D", "E", "F"))),)


def test_those_on_whom_others_would_then_hang() -> None:
    ring = town("AB", "BC", "CD", "DA")
    assert turns(ring, "AB") == [(Turn.HANGS_ON, ("C",)), (Turn.HANGS_ON, ("D",))]
    assert turns(town("AB", "BC", "CA"), "A") == []


def test_a_funder_gone_leaves_without_any_or_with_one() -> None:
    funded = town("AB", "AC", "DC", types=("funding",))
    found = compare(funded, "A").changes
    assert Change(Turn.NO_FUNDER, ("B",)) in found
    assert Change(Turn.ONE_FUNDER, ("C", "D")) in found


def test_needs_that_nobody_would_meet_any_more() -> None:
    one = offering(town("AB", "BC", "CA"), ("A", Side.OFFER), ("B", Side.NEED))
    assert turns(one, "A") == [(Turn.NOBODY_OFFERS, ("B",))]
    far = offering(town("AB", "BC", "CD", "DA"), ("A", Side.OFFER), ("D", Side.OFFER), ("B", Side.NEED))
    (change,) = [one for one in compare(far, "AB").changes if one.turn is Turn.UNMET]
    assert (change.actors, change.groups, change.rows) == (("B",), (("A",),), ("c3", "c1"))


def test_goals_and_kinds_of_actors_that_would_be_missed() -> None:
    map_ = town("AB", "BC", "CA")
    actors = {**map_.actors, "A": replace(map_.actors["A"], category="state", odds=(2,))}
    asked = replace(map_, actors=actors, workshop=replace(map_.workshop, odds=(2,)))
    assert [(one.turn, one.rows) for one in compare(asked, "A").changes] == [
        (Turn.ODD_ALONE, ("2",)),
        (Turn.ABSENT_CATEGORY, ("state",)),
    ]


def test_a_question_wonders_about_the_actor_or_the_links_it_names() -> None:
    found = read(samples.document("nourrir-rivemont"))
    (first, *_others) = found.of(Kind.RESTS_ON)
    assert about(first) == frozenset(first.actors)
    for one in found.of(Kind.BRIDGE, Kind.ONE_FUNDER):
        assert about(one) == frozenset(one.links) != frozenset()
    assert not about(found.of(Kind.DENSITY)[0])


def test_it_is_said_in_words(each_language: str) -> None:
    map_ = town("AB", "BC", "CD", "DE")
    told = {
        "fr": (
            "Et si… sans Acteur A et ce qui lie Acteur C et Acteur D ?",
            "Acteur D et Acteur E perdraient le contact avec Acteur B et Acteur C.",
            "Personne ne perdrait ni le contact avec les autres, ni un appui. Qu’est-ce qui manquerait quand même ?",
        ),
        "en": (
            "What if… without Acteur A and what links Acteur C and Acteur D?",
            "Acteur D and Acteur E would lose touch with Acteur B and Acteur C.",
            "Nobody would lose touch with the others, nor any support. What would be missed all the same?",
        ),
    }[each_language]
    assert plain(supposition(map_, {"A", "AB", "CD"})) == told[0], "a link goes with its actor unnamed"
    assert told[1] in said(map_, "A", "CD")
    assert [plain(line) for line in said(map_, "E")] == [told[2]]
    assert supposition(map_, ()) == ""


def test_many_are_counted_rather_than_named() -> None:
    map_ = town("AB", "CD", "EF")
    assert plain(supposition(map_, set("ABCDEF"))) == (
        "Et si… sans Acteur A, Acteur B, Acteur C et 3 autres ?"
    )


def test_every_sentence_of_the_sample_can_be_said(each_language: str) -> None:
    document = samples.document("nourrir-rivemont")
    for off in (*document.actors, *document.links):
        told = consequences(document, compare(document, off))
        assert len(told) == len(HEADINGS)
        keys = [key for part in told for key, sentence, held in part if sentence and held is not None]
        assert len(keys) == len(set(keys)) > 0
        assert not [sentence for part in told for _key, sentence, _held in part if "{" in sentence]


@st.composite
def supposed(draw: st.DrawFn) -> tuple[Document, Collection[str]]:
    letters = "ABCDEFG"
    pairs = draw(st.sets(st.sampled_from([a + b for a in letters for b in letters if a < b]), min_size=1))
    map_ = town(*sorted(pairs))
    sides = st.tuples(st.sampled_from(sorted(map_.actors)), st.sampled_from(Side))
    map_ = offering(map_, *draw(st.lists(sides, max_size=6)))
    return map_, draw(st.sets(st.sampled_from(sorted({*map_.actors, *map_.links}))))


@settings(max_examples=60)
@given(supposed())
def test_it_reads_the_map_without_these_rows(case: tuple[Document, Collection[str]]) -> None:
    document, off = case
    bare = replace(
        document,
        actors={id_: row for id_, row in document.actors.items() if id_ not in off},
        links={
            id_: row for id_, row in document.links.items() if not {id_, row.source, row.target} & set(off)
        },
        contributions={id_: row for id_, row in document.contributions.items() if row.actor not in off},
    )
    left = without(document, off)
    assert left == bare
    assert not broken(left)
    found = compare(document, *off)
    assert found.supposed == read(bare)
    if not off:
        assert (found.changes, found.gone, found.come) == ((), (), ())
    was, now = graphs.touch(document), graphs.touch(left)
    split = sum(
        len([*nx.connected_components(now.subgraph(group))]) > 1 or len(now.subgraph(group)) == 1 < len(group)
        for group in nx.connected_components(was)
    )
    told = [one for one in found.changes if one.turn in (Turn.ALONE, Turn.APART)]
    assert bool(told) == bool(split)
