"""What the room sees of a session."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.drawing.map import compose
from facilitator.drawing.theme import theme
from facilitator.model.document import Actor, Document, Link, blank
from facilitator.ui.wall import Wall

NAMES = ("Ville", "Coopérative maraîchère Terres Vives", "Maison de quartier des Œillets et d’ailleurs")


def session(*actors: Actor, links: tuple[Link, ...] = ()) -> Document:
    return replace(
        blank(), actors={actor.id: actor for actor in actors}, links={link.id: link for link in links}
    )


def overlapping(document: Document, key: str) -> set[frozenset[str]]:
    cards = list(compose(document, theme(key)).cards.items())
    return {
        frozenset((a, b))
        for n, (a, one) in enumerate(cards)
        for b, other in cards[:n]
        if one.box.intersects(other.box)
    }


def test_nothing_confidential_tense_or_private_reaches_the_wall() -> None:
    seen = Actor("seen", "Ville", "authority", x=0.0, y=0.0, note="à rappeler")
    hidden = Actor("hidden", "Supermarché", "company", x=300.0, y=0.0, confidential=True)
    other = Actor("other", "Épicerie", "association", x=0.0, y=300.0)
    links = (
        Link("tense", "seen", "other", tension=True, text="ils se disputent"),
        Link("secret", "other", "seen", confidential=True),
        Link("hung", "seen", "hidden"),
    )
    shown = Wall().shown(session(seen, hidden, other, links=links))
    assert set(shown.actors) == {"seen", "other"}
    assert not shown.actors["seen"].note
    assert set(shown.links) == {"tense"}
    assert not shown.links["tense"].tension
    assert not shown.links["tense"].text


def test_what_is_shown_alike_stays_the_same_object() -> None:
    document = session(
        Actor("a", "A", "other", x=0.0, y=0.0),
        Actor("b", "B", "other", x=600.0, y=0.0),
        links=(Link("l", "a", "b", tension=True), Link("m", "b", "a")),
    )
    wall = Wall()
    before = wall.shown(document)
    moved = replace(document.actors["a"], x=-20.0)
    after = wall.shown(replace(document, actors={**document.actors, "a": moved}))
    assert after.actors["b"] is before.actors["b"]
    assert after.links["l"] is before.links["l"]
    assert after.links["m"] is before.links["m"]


def test_cards_side_by_side_are_spread_and_stay_so() -> None:
    """Cards that just have room on the console have it on the wall, where they are larger."""
    actors = [Actor(f"a{n}", "Ville", "other", x=197.0 * n, y=0.0) for n in range(3)]
    document, wall = session(*actors), Wall()
    before = wall.shown(document)
    assert wall.spread > 1.0
    assert not overlapping(document, "screen")
    assert overlapping(document, "room")
    assert not overlapping(before, "room")
    moved = replace(actors[2], x=500.0)
    after = wall.shown(session(*actors[:2], moved))
    assert after.actors["a1"] is before.actors["a1"]
    assert after.actors["a2"].x == 500.0 * wall.spread
    waiting = Actor("w", "Radio", "other")
    assert wall.shown(session(*actors, waiting)).actors["w"] is waiting


def test_a_wall_that_spreads_farther_moves_every_card() -> None:
    wall = Wall()
    actors = [Actor("a", "Ville", "other", x=0.0, y=0.0), Actor("b", "Ville", "other", x=201.0, y=0.0)]
    wall.shown(session(*actors))
    first = wall.spread
    shown = wall.shown(session(*actors, Actor("c", "Ville", "other", x=-196.5, y=0.0)))
    assert wall.spread > first > 1.0
    assert shown.actors["b"].x == 201.0 * wall.spread


@given(
    st.lists(
        st.tuples(st.integers(0, 8), st.integers(0, 12), st.sampled_from(NAMES)),
        max_size=20,
        unique_by=lambda one: one[:2],
    )
)
def test_no_two_cards_cover_each_other_on_the_wall_that_do_not_on_the_console(
    placed: list[tuple[int, int, str]],
) -> None:
    actors = (
        Actor(f"a{n}", name, "other", x=197.0 * column, y=110.0 * row)
        for n, (column, row, name) in enumerate(placed)
    )
    document = session(*actors)
    wall = Wall()
    assert overlapping(wall.shown(document), "room") <= overlapping(document, "screen")
    assert wall.spread < 1.5
