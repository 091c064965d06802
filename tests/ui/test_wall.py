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
        Actor(f"a{n}", name, "other", x=195.0 * column, y=110.0 * row)
        for n, (column, row, name) in enumerate(placed)
    )
    document = session(*actors)
    wall = Wall()
    assert overlapping(wall.shown(document), "room") <= overlapping(document, "screen")
    assert wall.spread < 1.5
