"""What lies under the map: drawn where the model says it is, readable, shared as long as nothing of it changes."""

from __future__ import annotations

from dataclasses import replace
from math import dist

import pytest

from facilitator import words as language
from facilitator.drawing.bitmaps import MOST, pixels
from facilitator.drawing.ground import NOTHING, ground, image_box
from facilitator.drawing.map import compose
from facilitator.drawing.shapes import Bitmap, Box, Path, Picture, Text, union
from facilitator.drawing.theme import THEMES, contrast, theme
from facilitator.model import gestures
from facilitator.model.document import Document, Image, Link, Zone, blank
from facilitator.model.ground import Lie, lie, ring_at
from facilitator.model.vocabulary import BackgroundKind
from tests.drawing.scenes import chequered, ink_box, on_ground, text_box, town, within, words

KINDS = list(BackgroundKind)[1:]
SCREEN = theme("screen")
LONG = "Développement économique, insertion et anticonstitutionnellement dit, logement d’abord"


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_its_box_holds_all_of_it(kind: BackgroundKind, look: str) -> None:
    session = gestures.edit_background(x_axis=LONG, y_axis=LONG, centre=LONG)(on_ground(kind))
    session = gestures.edit_zone("work", name=LONG, width=80.0, height=60.0)(session)
    picture = ground(session, theme(look))
    assert picture.shapes
    assert within(ink_box(picture), picture.box)


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_its_words_are_as_large_as_names_of_cards_and_can_be_read(kind: BackgroundKind, look: str) -> None:
    picture = ground(on_ground(kind), theme(look))
    fills = [shape.fill for shape in picture.shapes if isinstance(shape, Path) and shape.fill]
    for text in (shape for shape in picture.shapes if isinstance(shape, Text)):
        assert text.size >= theme(look).name
        for fill in [*fills, theme(look).paper]:
            if fill != theme(look).muted:  # an arrowhead, beside the words
                assert contrast(text.colour, fill) >= 4.5


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_links_are_seen_over_it(kind: BackgroundKind, look: str) -> None:
    picture = ground(on_ground(kind), theme(look))
    fills = [shape.fill for shape in picture.shapes if isinstance(shape, Path) and shape.fill]
    for fill in fills:
        if fill != theme(look).muted:
            assert contrast(theme(look).ink, fill) >= 7
            assert contrast(theme(look).accent, fill) >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_of_it_is_over_another(kind: BackgroundKind) -> None:
    boxes = [text_box(shape) for shape in ground(on_ground(kind), SCREEN).shapes if isinstance(shape, Text)]
    assert all(not a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_rings_are_where_the_model_says() -> None:
    session = on_ground(BackgroundKind.TARGET)
    x, y = session.background.x + session.background.width / 2, 0.0
    place = lie(session.background)
    assert place is not None
    x, y = place.centre
    discs = [shape for shape in ground(session, SCREEN).shapes if isinstance(shape, Path)]
    radii = [dist((shape.x, shape.y), (shape.x + shape.outline[0][1], shape.y)) for shape in discs]  # type: ignore[misc]
    assert {(shape.x, shape.y) for shape in discs} == {(x, y)}
    for ring, radius in enumerate(reversed(radii)):
        assert ring_at(session, x + radius - 1, y) == ring
    with language.in_language("fr"):
        said = words(ground(session, SCREEN))
    assert said == ["Plus loin", "Autour", "Proche", "Au cœur", "Le projet"]


def test_axes_that_were_named_give_no_hint() -> None:
    session = on_ground(BackgroundKind.QUADRANT)
    with language.in_language("en"):
        assert "To involve first" in words(ground(session, SCREEN))
        named = gestures.edit_background(x_axis="Cost", y_axis="Wish")(session)
        assert words(ground(named, SCREEN)) == ["Cost", "Wish"]


def test_a_smaller_zone_is_painted_over_a_larger_one() -> None:
    session = on_ground(BackgroundKind.ZONES)
    reordered = gestures.edit_zone("work", rank=0)(session)
    assert words(ground(reordered, SCREEN))[0] == "Alimentation"
    nameless = gestures.edit_zone("food", name="")(session)
    assert "Alimentation" not in words(ground(nameless, SCREEN))
    assert ground(replace(session, zones={}), SCREEN) is NOTHING


def test_a_picture_keeps_its_proportions_in_its_place() -> None:
    session = on_ground(BackgroundKind.IMAGE)
    (shape,) = ground(session, SCREEN).shapes
    assert isinstance(shape, Bitmap)
    assert shape.width * 3 == pytest.approx(shape.height * 4)
    assert 0 < shape.opacity < 0.5
    wide = Lie(0.0, 0.0, 4000.0, 300.0)
    assert image_box(wide, session.images["plan"]) == Box(1800.0, 0.0, 400.0, 300.0)
    assert shape.moved(10, 20).y == shape.y + 20


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n",
        chequered()[:20],
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x00\x00\x10\x00",
        b"\xff\xd8" + b"\xff\xe1\x00\x10" * 2,
        chequered()[:16] + MOST.to_bytes(4, "big") + b"\0\0\0\2" + chequered()[24:],
    ],
)
def test_what_is_no_picture_or_a_bomb_is_not_there(data: bytes) -> None:
    assert pixels(data) is None
    session = gestures.set_image(Image("bad", data=data, width=10, height=10))(town())
    assert ground(session, SCREEN) is NOTHING


def test_a_picture_that_is_gone_or_never_laid_is_not_there() -> None:
    session = on_ground(BackgroundKind.IMAGE)
    assert ground(replace(session, images={}), SCREEN) is NOTHING
    assert ground(gestures.edit_background(width=0.0)(session), SCREEN) is NOTHING


def test_the_size_of_a_jpeg_is_found_behind_its_other_parts() -> None:
    exif = b"\xff\xe1\x00\x06Exif" + b"\xff" + b"\xff\xd0"
    frame = b"\xff\xc2\x00\x11\x08\x00\x1e\x00\x28\x03"
    assert pixels(b"\xff\xd8" + exif + frame) == (40, 30)
    assert pixels(chequered()) == (400, 300)


def test_words_of_two_axes_make_way_for_cards_too() -> None:
    session = on_ground(BackgroundKind.QUADRANT)
    with language.in_language("en"):
        bare = [shape for shape in ground(session, SCREEN).shapes if isinstance(shape, Text)]
        cards = [text_box(shape) for shape in bare]
        moved = [shape for shape in ground(session, SCREEN, cards).shapes if isinstance(shape, Text)]
    assert sorted(shape.text for shape in moved) == sorted(shape.text for shape in bare)
    boxes = [text_box(shape) for shape in moved]
    assert not any(box.intersects(card) for box in boxes for card in cards)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    place = ground(session, SCREEN).box
    assert all(within(box, place) for box in boxes)


def test_letters_set_for_those_who_read_do_not_swell_with_the_background() -> None:
    session = gestures.edit_background(x=-4000.0, y=-4000.0, width=8000.0, height=8000.0)(
        on_ground(BackgroundKind.TARGET)
    )
    look = theme("room@1.2")
    for kind in (BackgroundKind.TARGET, BackgroundKind.QUADRANT):
        laid = replace(session, background=replace(session.background, kind=kind))
        sizes = [shape.size for shape in ground(laid, look).shapes if isinstance(shape, Text)]
        assert look.name <= min(sizes) <= max(sizes) <= 1.5 * look.name


def test_a_target_that_is_drawn_out_has_rings_where_the_model_says() -> None:
    session = gestures.edit_background(width=2000.0, height=1000.0)(on_ground(BackgroundKind.TARGET))
    place = lie(session.background)
    assert place is not None
    x, y = place.centre
    rings = [shape for shape in ground(session, SCREEN).shapes if isinstance(shape, Path)]
    for ring, shape in enumerate(reversed(rings)):
        box = ink_box(Picture((shape._replace(stroke=None),), NOTHING.box))
        across, down = box.width / 2, box.height / 2
        assert (across, down) == pytest.approx((250.0 * (ring + 1), 125.0 * (ring + 1)))
        assert ring_at(session, x + across - 1, y) == ring == ring_at(session, x, y + down - 1)


# On the map


def test_the_map_lies_on_it_and_its_box_holds_both() -> None:
    session = on_ground(BackgroundKind.QUADRANT)
    bare, laid = compose(town(), SCREEN), compose(session, SCREEN)
    assert laid.flat().shapes[: len(laid.ground.shapes)] == laid.ground.shapes
    assert laid.box == union([bare.box, laid.ground.box])
    assert bare.ground is NOTHING
    alone = gestures.choose_background(BackgroundKind.TARGET)(blank())
    assert compose(alone, SCREEN).box.width > 1500


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_the_same_object_as_long_as_nothing_of_it_changes(kind: BackgroundKind) -> None:
    session = on_ground(kind)
    before = compose(session, SCREEN)
    moved = gestures.place_actors({"ville": (5.0, 5.0)})(session)
    assert compose(moved, SCREEN, before).ground is before.ground
    for other in _others(session):
        assert compose(other, SCREEN, before).ground is not before.ground
    assert compose(session, theme("room"), before).ground is not before.ground
    with language.in_language("en" if language.language() == "fr" else "fr"):
        assert compose(session, SCREEN, before).ground is not before.ground


def _others(session: Document) -> list[Document]:
    new = Zone("new", "Neuf", 0.0, 0.0, 100.0, 100.0)
    image = Image("other", data=chequered(), width=40, height=30)
    return [
        gestures.edit_background(x=1.0)(session),
        gestures.add_zone(new)(session),
        gestures.set_image(image)(session),
    ]


# Its words, and the cards


def test_what_is_at_the_centre_is_told_above_the_target_once_a_card_is_there() -> None:
    session = on_ground(BackgroundKind.TARGET)
    place = lie(session.background)
    assert place is not None
    x, y = place.centre
    with language.in_language("fr"):
        free, covered = (ground(session, SCREEN, cards) for cards in ([], [Box(x - 90, y - 40, 180, 80)]))
        assert words(covered)[-1] == "Au centre\N{NO-BREAK SPACE}: Le projet"
    (told,) = (
        shape for shape in covered.shapes if isinstance(shape, Text) and shape.text.startswith("Au centre")
    )
    assert text_box(told).bottom < place.y
    assert told.x == x
    assert within(text_box(told), covered.box)
    assert covered.box == free.box, "a card that is dropped there changes nothing of what is seen"


def test_where_nothing_can_be_told_above_it_the_heart_is_named_beside_its_card() -> None:
    session = on_ground(BackgroundKind.TARGET)
    place = lie(session.background)
    assert place is not None
    x, y = place.centre
    card = Box(x - 60, y - 15, 120, 30)
    above = Box(place.x - 1000, place.y - 1000, place.width + 2000, 1000)
    with language.in_language("fr"):
        picture = ground(session, SCREEN, [card, above], strict=True)
    (name,) = (shape for shape in picture.shapes if isinstance(shape, Text) and shape.text == "Le projet")
    assert not text_box(name).intersects(card)
    assert abs(name.x - x) < place.width / 8
    assert abs(name.y - y) < place.height / 8


@pytest.mark.parametrize("kind", [BackgroundKind.TARGET, BackgroundKind.ZONES, BackgroundKind.QUADRANT])
def test_a_word_that_can_be_read_nowhere_is_not_written_where_asked(kind: BackgroundKind) -> None:
    session = on_ground(kind)
    everywhere = [ground(session, SCREEN).box.grown(500)]
    assert words(ground(session, SCREEN, everywhere))
    assert words(ground(session, SCREEN, everywhere, strict=True)) == []


@pytest.mark.parametrize("kind", [BackgroundKind.TARGET, BackgroundKind.ZONES, BackgroundKind.QUADRANT])
def test_words_keep_clear_of_the_marks_of_links_but_never_for_a_card(kind: BackgroundKind) -> None:
    session = on_ground(kind)
    before = {shape.text: shape for shape in ground(session, SCREEN).shapes if isinstance(shape, Text)}
    marks = [text_box(shape).grown(-1) for shape in before.values()]
    after = [shape for shape in ground(session, SCREEN, (), marks).shapes if isinstance(shape, Text)]
    assert not [shape.text for shape in after if any(text_box(shape).intersects(mark) for mark in marks)]
    around = ground(session, SCREEN).box.grown(500)
    assert words(ground(session, SCREEN, (), [around], strict=True)) == list(before)


def test_a_mark_that_comes_over_a_word_of_the_map_has_it_go_elsewhere() -> None:
    session = on_ground(BackgroundKind.TARGET)
    placed = [row for row in session.actors.values() if row.placed][:2]
    heart = next(shape for shape in ground(session, SCREEN).shapes if isinstance(shape, Text))
    sides = {placed[0].id: (heart.x - 300.0, heart.y), placed[1].id: (heart.x + 300.0, heart.y)}
    apart = replace(gestures.place_actors(sides)(session), links={})
    before = compose(apart, SCREEN)
    linked = replace(
        apart, links={"l": Link("l", placed[0].id, placed[1].id, types=tuple(apart.link_types)[:1])}
    )
    after = compose(linked, SCREEN, before)
    assert after.ground == compose(linked, SCREEN).ground
    assert after.ground != before.ground
    told = [text_box(shape) for shape in after.ground.shapes if isinstance(shape, Text)]
    assert after.spots.boxes()
    assert not any(box.intersects(mark) for box in told for mark in after.spots.boxes())


@pytest.mark.parametrize("kind", [BackgroundKind.TARGET, BackgroundKind.ZONES])
@pytest.mark.parametrize("look", THEMES)
def test_no_word_lies_under_a_card(kind: BackgroundKind, look: str) -> None:
    """A card over every word: each goes elsewhere, never over another word."""
    session, cards = on_ground(kind), list[Box]()
    for _cards in ("none", "where the words were"):
        picture = ground(session, theme(look), cards)
        boxes = [text_box(shape) for shape in picture.shapes if isinstance(shape, Text)]
        assert [box for box in boxes if any(box.intersects(card) for card in cards)] == []
        assert all(not a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
        assert within(ink_box(picture), picture.box)
        cards = [box.grown(-1) for box in boxes]


def test_a_zone_full_of_cards_bears_its_name_on_its_edge() -> None:
    session = on_ground(BackgroundKind.ZONES)
    zone = session.zones["food"]
    picture = ground(session, SCREEN, [Box(zone.x, zone.y, zone.width, zone.height)])
    (name,) = (shape for shape in picture.shapes if isinstance(shape, Text) and shape.text == zone.name)
    assert text_box(name).bottom <= zone.y
    assert within(text_box(name), picture.box)


def test_the_map_writes_them_beside_its_cards() -> None:
    session = on_ground(BackgroundKind.TARGET)
    place = lie(session.background)
    assert place is not None
    before = compose(session, SCREEN)
    x, y = place.centre
    there = gestures.place_actors({"ville": (x, y)})(session)
    after = compose(there, SCREEN, before)
    assert after.ground == compose(there, SCREEN).ground
    assert after.ground != before.ground
    near = gestures.place_actors({"ville": (x + 3, y)})(there)
    assert compose(near, SCREEN, after).ground is after.ground
