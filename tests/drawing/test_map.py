"""The map of a document, shared with the previous one wherever nothing changed."""

from __future__ import annotations

import itertools
from dataclasses import replace
from math import dist

import pytest

from facilitator import words as language
from facilitator.drawing.map import MapPicture, again, compose
from facilitator.drawing.shapes import Box, union
from facilitator.drawing.theme import theme
from facilitator.model.document import Contribution, Document, Link, with_rows
from facilitator.model.vocabulary import Pictogram, Pillar, Side, Status
from tests.drawing.scenes import actor, document, ink_box, town, within, words

SCREEN = theme("screen")


def moved(session: Document, id_: str, x: float, y: float) -> Document:
    return with_rows(session, "actors", put=[replace(session.actors[id_], x=x, y=y)])


def kept(before: MapPicture, after: MapPicture) -> tuple[set[str], set[str]]:
    """Ids of the cards and links that are the same objects."""
    cards = {id_ for id_, held in after.cards.items() if before.cards.get(id_) is held}
    links = {id_ for id_, held in after.links.items() if before.links.get(id_) is held}
    return cards, links


def test_it_holds_placed_actors_and_links_between_them() -> None:
    picture = compose(town(), SCREEN)
    assert list(picture.cards) == ["ville", "jardins", "fonds", "inrae", "marché", "habitants"]
    assert list(picture.links) == ["finance", "achète", "fonde", "étudie", "jette", "cultive"]
    assert "Radio Val d’Œuvre" not in words(picture.flat())


def test_a_card_stands_where_its_actor_is() -> None:
    held = compose(town(), SCREEN).cards["jardins"]
    assert (held.x, held.y) == held.box.centre == (340, 150)


def test_its_box_holds_all_of_it() -> None:
    flat = compose(town(), SCREEN).flat()
    assert within(ink_box(flat), flat.box, 1.0)


def test_its_box_holds_links_that_pass_beside_their_cards() -> None:
    rows = [Link(f"{n}", "a", "b", intensity=4, tension=True) for n in range(7)]
    picture = compose(document(actor("a"), actor("b", 600, 0), *rows), SCREEN)
    outlines = union([held.box for held in picture.cards.values()])
    middles = [held.picture.middle for held in picture.links.values()]
    assert any(not outlines.contains(x, y) for x, y in middles)
    reach = SCREEN.link.mark
    for x, y in middles:
        assert picture.box.contains(x, y - reach)
        assert picture.box.contains(x, y + reach)


def test_an_empty_map_has_an_empty_box() -> None:
    picture = compose(document(actor("a", None, None)), SCREEN)
    assert picture.box == Box(0, 0, 0, 0)
    assert picture.flat().shapes == ()


def test_the_same_document_is_the_same_picture() -> None:
    assert compose(town(), SCREEN).flat() == compose(town(), SCREEN).flat()


def test_nothing_is_made_again_for_the_same_document() -> None:
    session = town()
    before = compose(session, SCREEN)
    after = compose(session, SCREEN, before)
    assert kept(before, after) == (set(before.cards), set(before.links))


def test_one_moved_card_changes_itself_and_its_links_alone() -> None:
    session = town()
    before = compose(session, SCREEN)
    after = compose(moved(session, "fonds", 20, 310), SCREEN, before)
    cards, links = kept(before, after)
    assert set(before.cards) - cards == {"fonds"}
    assert set(before.links) - links == {"fonde"}
    assert after.cards["fonds"].card is before.cards["fonds"].card
    assert after.flat() == compose(after.document, SCREEN).flat()


@pytest.mark.parametrize(
    "change",
    [
        lambda d: with_rows(d, "actors", put=[replace(d.actors["ville"], name="Rivemont")]),
        lambda d: with_rows(d, "actors", put=[replace(d.actors["ville"], note="vue")]),
        lambda d: with_rows(d, "actors", put=[replace(d.actors["ville"], x=None, y=None)]),
        lambda d: moved(d, "radio", 700, 600),
        lambda d: with_rows(d, "contributions", put=[Contribution("c9", "inrae", Pillar.HUMAN)]),
        lambda d: with_rows(d, "contributions", put=[Contribution("c9", "inrae", side=Side.NEED)]),
        lambda d: with_rows(d, "contributions", drop=["c1"]),
        lambda d: with_rows(d, "categories", put=[replace(d.categories["authority"], colour="#000000")]),
        lambda d: with_rows(
            d, "link_types", put=[replace(d.link_types["funding"], pictogram=Pictogram.STAR)]
        ),
        lambda d: with_rows(d, "links", put=[replace(d.links["finance"], tension=True)]),
        lambda d: with_rows(d, "links", put=[Link("nouveau", "inrae", "fonds")]),
        lambda d: with_rows(d, "links", put=[Link("double", "jardins", "inrae")]),
        lambda d: with_rows(d, "links", drop=["achète"]),
    ],
    ids=lambda _change: "",
)
def test_an_incremental_map_is_the_whole_map(change: object) -> None:
    session = town()
    before = compose(session, SCREEN)
    changed = change(session)  # type: ignore[operator]  # a function of a document
    after = compose(changed, SCREEN, before)
    assert after.flat() == compose(changed, SCREEN).flat()
    assert after.box == compose(changed, SCREEN).box


def test_another_pictogram_redraws_only_the_links_that_bear_it() -> None:
    session = town()
    before = compose(session, SCREEN)
    changed = with_rows(
        session, "link_types", put=[replace(session.link_types["funding"], pictogram=Pictogram.STAR)]
    )
    after = compose(changed, SCREEN, before)
    same = {id_ for id_ in after.links if after.links[id_].picture is before.links[id_].picture}
    assert set(after.links) - same == {"finance", "fonde"}


def test_a_note_redraws_nothing() -> None:
    session = town()
    before = compose(session, SCREEN)
    after = compose(
        with_rows(session, "actors", put=[replace(session.actors["jardins"], note="vue")]), SCREEN, before
    )
    assert all(after.cards[id_].card is before.cards[id_].card for id_ in after.cards)
    assert all(after.links[id_].picture is before.links[id_].picture for id_ in after.links)


def test_another_language_or_theme_changes_the_words_and_the_look() -> None:
    session = town()
    before = compose(session, SCREEN)
    language.use("en")
    english = compose(session, SCREEN, before)
    assert "Company\N{NO-BREAK SPACE}· absent" in words(english.flat())
    assert english.links["finance"].picture is before.links["finance"].picture
    room = compose(session, theme("room"), english)
    assert room.flat() == compose(session, theme("room")).flat()


def to_create(session: Document) -> set[str]:
    return {row.id for row in session.links.values() if row.status is Status.TO_CREATE}


def test_what_is_hidden_moves_nothing() -> None:
    session = town()
    every = compose(session, SCREEN)
    today = compose(session, SCREEN, every, hidden=to_create(session))
    assert set(today.links) == {"finance", "fonde", "étudie", "jette"}
    assert kept(every, today) == (set(every.cards), set(today.links))
    again = compose(session, SCREEN, today)
    assert again.flat() == every.flat()
    alone = compose(session, SCREEN, every, hidden={"ville"})
    assert set(alone.cards) == set(every.cards) - {"ville"}
    assert not {"finance", "achète"} & set(alone.links)
    assert compose(session, SCREEN, alone).flat() == every.flat()


def test_links_that_share_their_ends_pass_apart() -> None:
    rows = [Link("1", "a", "b"), Link("2", "b", "a"), Link("3", "a", "b"), Link("4", "a", "c")]
    picture = compose(document(actor("a"), actor("b", 500, 0), actor("c", 0, 300), *rows), SCREEN)
    middles = [picture.links[id_].picture.middle for id_ in "123"]
    assert all(dist(a, b) > SCREEN.link.spread * 0.9 for a, b in itertools.pairwise(middles))
    assert len(picture.links["2"].picture.line) == 2, "the middle one of three is straight"
    assert len(picture.links["4"].picture.line) == 2


def test_there_and_back_are_two_lanes() -> None:
    picture = compose(town(), SCREEN)
    there, back = picture.links["finance"].picture, picture.links["achète"].picture
    assert dist(there.middle, back.middle) > SCREEN.link.spread * 0.9


def test_the_card_under_a_point_is_the_topmost() -> None:
    picture = compose(document(actor("below"), actor("above", 60, 20)), SCREEN)
    assert picture.card_at(30, 10) == "above"
    assert picture.card_at(-80, -20) == "below"
    assert picture.card_at(0, 500) is None


def test_the_link_under_a_point_is_the_nearest() -> None:
    rows = [Link("1", "a", "b"), Link("2", "a", "b")]
    picture = compose(document(actor("a"), actor("b", 600, 0), *rows), SCREEN)
    for id_ in "12":
        x, y = picture.links[id_].picture.middle
        assert picture.link_at(x + 1, y + 2, 30) == id_
    assert picture.link_at(300, 200, 6) is None
    assert picture.link_at(300, 0, 6) is None


def test_a_rubber_band_takes_whole_cards() -> None:
    picture = compose(town(), SCREEN)
    assert picture.cards_in(Box(-100, -50, 210, 420)) == ("ville", "fonds")
    assert picture.cards_in(Box(-100, -50, 150, 420)) == ()


def test_links_of_an_actor_are_those_shown() -> None:
    picture = compose(town(), SCREEN)
    assert picture.links_of("ville") == ("finance", "achète")
    assert picture.links_of("radio") == ()
    assert picture.links_of("nobody") == ()
    assert compose(town(), SCREEN, hidden={"achète"}).links_of("ville") == ("finance",)


def test_a_drag_shows_what_the_release_will() -> None:
    session = town()
    picture = compose(session, SCREEN)
    places = {"jardins": (300.0, 90.0), "fonds": (10.0, 400.0)}
    during = picture.relinked(places)
    after = session
    for id_, (x, y) in places.items():
        after = moved(after, id_, x, y)
    released = compose(after, SCREEN, picture)
    assert set(during) == {"finance", "achète", "fonde", "étudie", "jette", "cultive"}
    assert all(released.links[id_].picture == made for id_, made in during.items())


def test_a_map_already_made_is_found_again() -> None:
    """Rows that are equal are as good as the same: an undo brings back others."""
    session = town()
    picture, hidden = compose(session, SCREEN), compose(session, SCREEN, hidden={"ville"})
    there = moved(moved(session, "jardins", 900, 500), "jardins", 340, 150)
    found = again([hidden, picture], there, SCREEN)
    assert found is not None
    assert found.cards is picture.cards
    assert found.links is picture.links
    assert found.document is there
    assert again([picture, hidden], session, SCREEN, {"ville"}) is hidden
    assert again([picture], session, SCREEN) is picture


def test_a_map_of_anything_else_is_not_taken_for_it() -> None:
    session = town()
    known = [compose(session, SCREEN)]
    link = next(iter(session.links.values()))
    category = next(iter(session.categories.values()))
    type_ = next(iter(session.link_types.values()))
    another = next(key for key in Pictogram if key is not type_.pictogram)
    others = [
        moved(session, "jardins", 341, 150),
        with_rows(session, "links", put=[replace(link, intensity=link.intensity % 4 + 1)]),
        with_rows(session, "links", drop=[link.id]),
        with_rows(session, "categories", put=[replace(category, colour="#102030")]),
        with_rows(session, "link_types", put=[replace(type_, pictogram=another)]),
        with_rows(
            session,
            "contributions",
            put=[Contribution("new", "fonds", next(iter(Pillar)), side=Side.OFFER, text="Trois")],
        ),
    ]
    for other in others:
        assert again(known, other, SCREEN) is None
    assert again(known, session, theme("room")) is None
    assert again(known, session, SCREEN, {"ville"}) is None
    language.use("en")
    assert again(known, session, SCREEN) is None
