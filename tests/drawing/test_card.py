"""A card says who, what and whether they are here, and nothing of it is cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import words as language
from facilitator.drawing import lettering
from facilitator.drawing.card import Card, CardKey, card, drawn
from facilitator.drawing.shapes import Box, Path, Text
from facilitator.drawing.theme import THEMES, contrast, theme
from facilitator.model.document import Actor, Category, Contribution
from facilitator.model.vocabulary import Pictogram, Pillar, Presence, Side
from tests.drawing.scenes import actor, document, ink_box, text_box, within, words

SCREEN = theme("screen")
names = st.one_of(
    st.text(min_size=1, max_size=120),
    st.text(st.sampled_from("WŒÉ’ -i"), min_size=1, max_size=300),
    st.just("Anticonstitutionnellement" * 6),
)


def shown(row: Actor, *rows: Contribution, look: str = "screen") -> Card:
    return card(row, document(row, *rows), theme(look))


@given(
    names,
    st.one_of(st.just(""), names),
    st.sampled_from(list(Presence)),
    st.sets(st.sampled_from(list(Pillar))),
    st.sampled_from(THEMES),
)
def test_nothing_leaves_the_card_whatever_its_words(
    name: str, footer: str, presence: Presence, pillars: set[Pillar], look: str
) -> None:
    said = footer if theme(look).card.footer else ""
    made = drawn(CardKey(name, said, "#44AA99", Pictogram.PEOPLE, presence, tuple(pillars), look))
    assert within(ink_box(made.picture), made.picture.box)
    room = Box(
        made.box.x + theme(look).card.band,
        made.box.y,
        made.box.width - theme(look).card.band,
        made.box.height,
    )
    texts = [shape for shape in made.picture.shapes if isinstance(shape, Text)]
    assert all(within(text_box(text), room) for text in texts)
    assert "".join(words(made.picture)).replace(" ", "") == lettering.shown(name + said).replace(" ", "")


@given(names, names, st.sets(st.sampled_from(list(Pillar)), min_size=1))
def test_no_line_is_over_another_nor_over_the_pips(name: str, footer: str, pillars: set[Pillar]) -> None:
    made = drawn(
        CardKey(name, footer, "#44AA99", Pictogram.PEOPLE, Presence.PRESENT, tuple(pillars), "screen")
    )
    boxes = [text_box(shape) for shape in made.picture.shapes if isinstance(shape, Text)]
    assert all(above.bottom <= below.y + 0.01 for above, below in pairwise(boxes))
    pips = [
        shape
        for shape in made.picture.shapes
        if isinstance(shape, Path) and shape.x > 0 and shape.stroke and shape.stroke.colour == SCREEN.accent
    ]
    assert len(pips) == 3
    assert all(not Box(pip.x - 4, pip.y - 4, 8, 8).intersects(box) for pip in pips for box in boxes)


def test_the_same_actor_is_the_same_card() -> None:
    assert shown(actor("a")) is shown(actor("a"))
    assert shown(actor("a", 10, 20)) is shown(actor("a", 500, 600)), "where it stands is not in its picture"
    assert shown(actor("a")) is not shown(actor("a", name="autre"))


def test_a_card_is_around_its_centre() -> None:
    made = shown(actor("a", 900, 900))
    assert made.box.centre == (0, 0)
    assert (made.box.width, made.box.height) == (SCREEN.card.width, SCREEN.card.height)


def test_it_says_its_category_and_its_presence_unless_present() -> None:
    assert words(shown(actor("Amap")).picture) == ["Amap", "Association"]
    away = shown(actor("Amap", presence=Presence.TO_MOBILISE))
    assert words(away.picture) == ["Amap", "Association\N{NO-BREAK SPACE}· à\N{NO-BREAK SPACE}mobiliser"]
    language.use("en")
    assert words(shown(actor("Amap", presence=Presence.ABSENT)).picture) == [
        "Amap",
        "Association\N{NO-BREAK SPACE}· absent",
    ]


def test_a_category_has_the_name_the_group_gave() -> None:
    own = document(actor("Amap"))
    own = type(own)(actors=own.actors, categories={"association": Category("association", "Producteurs")})
    assert words(card(own.actors["Amap"], own, SCREEN).picture) == ["Amap", "Producteurs"]


def test_the_room_shows_the_name_alone_larger_and_in_the_middle() -> None:
    made = shown(
        actor("Amap", presence=Presence.ABSENT), Contribution("c", "Amap", Pillar.HUMAN), look="room"
    )
    (name,) = [shape for shape in made.picture.shapes if isinstance(shape, Text)]
    assert name.size > SCREEN.name
    assert abs(text_box(name).centre[1]) < name.size * 0.15


def outline(made: Card) -> Path:
    last = made.bare[-1]
    assert isinstance(last, Path)
    return last


@pytest.mark.parametrize("look", THEMES)
def test_presences_are_told_apart_by_their_outline(look: str) -> None:
    strokes = {
        presence: outline(shown(actor("a", presence=presence), look=look)).stroke for presence in Presence
    }
    assert len(set(strokes.values())) == 4
    dashed = {presence for presence, stroke in strokes.items() if stroke and stroke.dash}
    assert dashed == {Presence.TO_MOBILISE, Presence.ABSENT}
    pale = {presence for presence, stroke in strokes.items() if stroke and stroke.colour != theme(look).ink}
    assert pale == {Presence.EXCUSED, Presence.ABSENT}
    assert all(stroke and contrast(stroke.colour, theme(look).surface) >= 3 for stroke in strokes.values())


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("presence", Presence)
def test_words_can_be_read_and_pictograms_seen(look: str, presence: Presence) -> None:
    for category in document().categories:
        made = shown(actor("a", category=category, presence=presence), look=look)
        texts = [shape for shape in made.picture.shapes if isinstance(shape, Text)]
        assert all(contrast(text.colour, theme(look).surface) >= 4.5 for text in texts)
        _surface, band, mark, *_rest = made.picture.shapes
        assert isinstance(band, Path)
        assert isinstance(mark, Path)
        assert band.fill
        assert mark.stroke
        assert contrast(mark.stroke.colour, band.fill) >= 3


def pips(made: Card) -> list[bool]:
    """Which of the dots under the name are full, from left to right."""
    dots = [
        shape
        for shape in made.picture.shapes
        if isinstance(shape, Path) and shape.x > 0 and shape.fill is not None and shape.stroke is not None
    ]
    return [dot.fill == SCREEN.accent for dot in sorted(dots, key=lambda dot: dot.x)]


def test_pips_are_full_for_the_pillars_it_offers() -> None:
    row = actor("a")
    offers = shown(row, Contribution("c1", "a", Pillar.FINANCIAL), Contribution("c2", "a", Pillar.ALLIANCES))
    assert pips(offers) == [False, True, True]


def test_a_need_and_the_offer_of_another_are_no_pip() -> None:
    row = actor("a")
    made = shown(
        row, Contribution("c1", "a", Pillar.HUMAN, side=Side.NEED), Contribution("c2", "b", Pillar.HUMAN)
    )
    assert pips(made) == []


def test_who_knows_what_an_actor_offers_may_say_so() -> None:
    row = actor("a")
    assert card(row, document(row), SCREEN, {Pillar.HUMAN}).key.pillars == (Pillar.HUMAN,)


def test_cards_alike_but_for_their_words_share_what_is_below_them() -> None:
    one, other = shown(actor("Amap")), shown(actor("Ferme"))
    absent = shown(actor("Ferme", presence=Presence.ABSENT))
    assert one.bare is other.bare
    assert one.bare != absent.bare
    for made in (one, other, absent):
        below, words = made.picture.shapes[: len(made.bare)], made.picture.shapes[len(made.bare) :]
        assert below == made.bare
        assert words
        assert all(isinstance(shape, Text) for shape in words)
