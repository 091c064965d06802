"""Rings and colours: what they change of a picture, what they leave as it is, and who can tell them apart."""

from __future__ import annotations

from itertools import combinations, product
from math import dist

import pytest

from facilitator.drawing.card import card
from facilitator.drawing.decor import COLOURS, PLAIN, Dressing, colours, dressing, recoloured, ring
from facilitator.drawing.decor_legend import decorations, said
from facilitator.drawing.link import stroke_of
from facilitator.drawing.map import again, compose
from facilitator.drawing.shapes import Box, Path, Picture
from facilitator.drawing.theme import THEMES, contrast, theme
from facilitator.model.decor import Colouring, Decor, Measure
from facilitator.model.vocabulary import Pillar, Status
from facilitator.words import _
from tests.drawing.scenes import ink_box, town, within, words

SCREEN = theme("screen")
RINGS = Dressing({"ville": 3, "jardins": 1})


def inked(picture: Picture) -> set[str]:
    return {shape.stroke.colour for shape in picture.shapes if isinstance(shape, Path) and shape.stroke}


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("step", [1, 2, 3])
def test_a_ring_stays_in_the_band_and_moves_nothing(look: str, step: int) -> None:
    session = town()
    plain = card(session.actors["jardins"], session, theme(look))
    ringed = card(session.actors["jardins"], session, theme(look), None, step)
    assert ringed.box == plain.box
    assert ringed.picture.box == plain.picture.box
    assert words(ringed.picture) == words(plain.picture)
    band = Box(plain.box.x, plain.box.y, theme(look).card.band, plain.box.height)
    added = [shape for shape in ringed.picture.shapes if shape not in plain.picture.shapes]
    assert added
    assert within(ink_box(Picture(tuple(added), band)), band, 0.1)


def test_each_step_is_another_picture_and_none_is_told_by_a_colour() -> None:
    drawn = [ring(step, 0.0, 0.0, 10.0, "#FFFFFF", "#000000") for step in (1, 2, 3)]
    assert len(set(drawn)) == 3
    lengths = [len(one[-1].outline) for one in drawn[:2]]
    assert lengths[0] < lengths[1], "more of the circle is thick"
    assert {shape.stroke.colour for one in drawn for shape in one[-1:] if shape.stroke} == {"#FFFFFF"}


def test_a_decorated_map_shares_all_that_is_not_decorated() -> None:
    session = town()
    plain = compose(session, SCREEN)
    ringed = compose(session, SCREEN, plain, dress=RINGS)
    differ = {id_ for id_, held in ringed.cards.items() if held is not plain.cards[id_]}
    assert differ == {"ville", "jardins"}
    assert all(held.box == plain.cards[id_].box for id_, held in ringed.cards.items())
    assert all(held.picture is plain.links[id_].picture for id_, held in ringed.links.items())
    assert compose(session, SCREEN, ringed).flat() == plain.flat()
    assert again([ringed, plain], session, SCREEN) is plain
    assert again([plain, ringed], session, SCREEN, (), RINGS) is ringed


def test_dots_of_pillars_are_in_the_band_of_cards_that_have_no_footer() -> None:
    session, room = town(), theme("room")
    plain = compose(session, room)
    dotted = compose(session, room, plain, dress=Dressing(dots=True))
    for id_, held in dotted.cards.items():
        before = plain.cards[id_].card
        assert held.card.box == before.box
        added = [shape for shape in held.card.picture.shapes if shape not in before.picture.shapes]
        assert len(added) == len(Pillar)
        full = [shape for shape in added if isinstance(shape, Path) and shape.stroke is not None]
        offered = sum(shape.fill == shape.stroke.colour for shape in full if shape.stroke)
        assert offered == len(held.card.key.pillars)
        band = Box(before.box.x, before.box.y, room.card.band, before.box.height)
        assert within(ink_box(Picture(tuple(added), band)), band, 0.1)
    console = compose(session, SCREEN)
    assert compose(session, SCREEN, console, dress=Dressing(dots=True)).flat() == console.flat()


@pytest.mark.parametrize("by", list(Colouring))
def test_links_take_a_colour_and_their_marks_with_them(by: Colouring) -> None:
    session = town()
    plain = compose(session, SCREEN)
    dress = dressing(session, Decor(None, by, shown=True), None)
    coloured = compose(session, SCREEN, plain, dress=dress)
    for id_, held in coloured.links.items():
        wanted = dress.colour_of(held.row)
        was = inked(plain.links[id_].picture.picture) - {SCREEN.danger}
        now = inked(held.picture.picture) - {SCREEN.danger}
        assert now == ({wanted} if wanted else was)
        assert held.picture.line == plain.links[id_].picture.line, "nothing moves"
    moving = {"jardins": (500.0, 400.0)}
    for id_, followed in coloured.relinked(moving).items():
        wanted = dress.colour_of(session.links[id_])
        assert not wanted or wanted in inked(followed.picture)


def test_no_ring_is_drawn_before_its_measure_is_known() -> None:
    session = town()
    decor = Decor(Measure.TOUCH, shown=True)
    assert dressing(session, decor, None).rings == {}
    assert dressing(session, decor, {"ville": 6.0, "inrae": 0.0}).rings == {"ville": 3}
    assert dressing(session, Decor(Measure.TOUCH), {"ville": 6.0}) == PLAIN


# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light.
_SEEN = {
    "all": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def lab(colour: str, eyes: str) -> tuple[float, float, float]:
    """A colour as these eyes see it, in CIELAB."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    light = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in channels]
    r, g, b = (
        min(max(sum(share * one for share, one in zip(row, light, strict=True)), 0.0), 1.0)
        for row in _SEEN[eyes]
    )
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eyes", list(_SEEN))
def test_colours_are_told_apart_by_all_eyes(eyes: str) -> None:
    for one, other in combinations(COLOURS, 2):
        assert dist(lab(one, eyes), lab(other, eyes)) > 25, (one, other)
    (strong,) = colours(town(), Colouring.STATUS).values()
    for other in (SCREEN.ink, SCREEN.accent):
        assert dist(lab(strong, eyes), lab(other, eyes)) > 25


@pytest.mark.parametrize("look", THEMES)
def test_colours_stand_out_on_paper(look: str) -> None:
    held = theme(look)
    for colour in (*COLOURS, *colours(town(), Colouring.STATUS).values()):
        stroke = recoloured(stroke_of(Status.EXISTING, 2, held), colour, held)
        assert contrast(stroke.colour, held.paper) >= 3.0


@pytest.mark.parametrize(("measure", "by"), [*product([None, *Measure], [None, *Colouring])])
def test_a_legend_says_each_sign_in_both_languages(
    measure: Measure | None, by: Colouring | None, each_language: str
) -> None:
    decor = Decor(measure, by, pillars=by is None, shown=True)
    for look, width in product((SCREEN, theme("room")), (300.0, 1800.0)):
        picture = decorations(town(), decor, look, width)
        told = words(picture)
        assert bool(told) == bool(picture.shapes) == decor.something
        assert picture.box.width <= width
        aloud = said(town(), decor, look)
        assert not told or all(word in aloud for line in told for word in line.split())
    if by is Colouring.TYPE:
        assert _("no type") not in said(town(), decor, SCREEN) or any(
            not row.types for row in town().links.values()
        )
    assert not decorations(town(), Decor(measure, by), SCREEN, 900.0).shapes
