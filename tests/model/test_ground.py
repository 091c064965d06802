"""Where a background is laid, and what a place on it says of a card that is put there."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import gestures, ground
from facilitator.model.document import Actor, Background, Document, Image, Link, Zone, blank
from facilitator.model.rules import broken
from facilitator.model.vocabulary import BackgroundKind

WHERE = st.floats(-1500, 1500)
PICTURE = Image("plan", width=400, height=200)


def session(*actors: Actor, kind: BackgroundKind = BackgroundKind.BLANK, **rows: Zone) -> Document:
    laid = Background(kind=kind, x=-1000.0, y=-500.0, width=2000.0, height=1000.0)
    held = {actor.id: replace(actor, rank=rank) for rank, actor in enumerate(actors, 1)}
    return replace(blank(), background=laid, actors=held, zones=rows)


def at(x: float | None = None, y: float | None = None, **fields: object) -> Actor:
    return Actor("a", **({"name": "A", "category": "other", "x": x, "y": y} | fields))  # type: ignore[arg-type]


# Where it is laid


@given(st.lists(st.tuples(WHERE, WHERE), max_size=8), st.sampled_from(list(BackgroundKind)))
def test_a_background_that_is_chosen_goes_around_the_cards(
    places: list[tuple[float, float]], kind: BackgroundKind
) -> None:
    cards = {str(n): Actor(str(n), f"A {n}", "other", x=x, y=y) for n, (x, y) in enumerate(places)}
    document = replace(blank(), actors=cards)
    after = gestures.choose_background(kind)(document)
    assert after.background.kind is kind
    assert broken(after) == ()
    lie = ground.lie(after.background)
    if kind in (BackgroundKind.BLANK, BackgroundKind.ZONES):
        assert lie is None
        return
    assert lie is not None
    assert all(lie.holds(x, y) for x, y in places)
    assert lie.width >= 1600
    assert lie.height >= 1000
    assert after.actors is document.actors  # what is there is not rated for all that


def test_a_place_that_suits_the_kind_stays_and_another_goes_around_the_cards() -> None:
    document = session(kind=BackgroundKind.QUADRANT)
    away = gestures.choose_background(BackgroundKind.BLANK)(document)
    assert gestures.choose_background(BackgroundKind.QUADRANT)(away).background == document.background
    target = gestures.choose_background(BackgroundKind.TARGET)(document)
    assert ground.lie(target.background) == ground.Lie(-800.0, -800.0, 1600.0, 1600.0)
    assert gestures.choose_background(BackgroundKind.TARGET)(target) is target
    axes = gestures.choose_background(BackgroundKind.QUADRANT)(target)
    assert ground.lie(axes.background) == ground.Lie(-800.0, -500.0, 1600.0, 1000.0)


def test_one_that_was_laid_before_is_found_again() -> None:
    document = session(at(300.0, 90.0), kind=BackgroundKind.TARGET)
    before = ground.Lie(-200.0, -300.0, 700.0, 700.0)
    axes = gestures.choose_background(BackgroundKind.QUADRANT, before)(document)
    assert ground.lie(axes.background) == before
    blank_ = gestures.choose_background(BackgroundKind.BLANK, before)(document)
    assert blank_.background == replace(document.background, kind=BackgroundKind.BLANK)


def test_changing_kinds_again_and_again_neither_grows_nor_shrinks_it() -> None:
    document = gestures.set_image(PICTURE)(session())
    sizes = set()
    for _turn in range(5):
        for kind in (BackgroundKind.TARGET, BackgroundKind.IMAGE, BackgroundKind.BLANK):
            document = gestures.choose_background(kind)(document)
        sizes.add((document.background.width, document.background.height))
    assert sizes == {(2000.0, 1000.0)}


def test_a_picture_in_place_of_another_of_its_proportions_takes_its_place() -> None:
    document = gestures.edit_background(x=7.0)(gestures.set_image(PICTURE)(session()))
    other = gestures.set_image(Image("other", width=801, height=400))(document)
    assert other.background.x == 7.0
    assert gestures.set_image(Image("other", width=800, height=800))(document).background.x != 7.0


def test_a_picture_keeps_its_proportions_around_the_cards() -> None:
    tall = Image("tall", width=100, height=300)
    document = replace(blank(), actors={"a": at(700.0, 0.0)})
    lie = ground.lie(gestures.set_image(tall)(document).background)
    assert lie is not None
    assert lie.height == pytest.approx(3 * lie.width, rel=0.01)
    assert lie.holds(700.0, 0.0)
    laid = gestures.set_image(tall)(session()).background
    assert (laid.width, laid.height) == (1600.0, 4800.0)


def test_a_picture_without_a_size_takes_no_place_of_another_kind() -> None:
    document = gestures.choose_background(BackgroundKind.QUADRANT)(blank())
    flat = Image("plan", width=0, height=40)
    laid = ground.fitting(document, BackgroundKind.IMAGE, flat)
    assert laid.width > 0
    assert laid.height > 0


def test_very_far_cards_leave_it_where_anything_may_lie() -> None:
    far = {"a": at(-1e6, -1e6), "b": replace(at(1e6, 1e6), id="b")}
    document = gestures.choose_background(BackgroundKind.TARGET)(replace(blank(), actors=far))
    assert broken(document) == ()


# What a place says


def test_two_axes_say_influence_and_interest() -> None:
    document = session(at(), kind=BackgroundKind.QUADRANT)
    moved = gestures.place_actors({"a": (-1000.0, -500.0)})(document).actors["a"]
    assert (moved.influence, moved.interest, moved.proximity) == (100, 0, None)
    moved = gestures.place_actors({"a": (500.0, 250.0)})(document).actors["a"]
    assert (moved.influence, moved.interest) == (25, 75)


@given(WHERE, WHERE)
def test_a_target_says_how_near_the_centre(x: float, y: float) -> None:
    document = session(at(proximity=33), kind=BackgroundKind.TARGET)
    moved = gestures.place_actors({"a": (x, y)})(document).actors["a"]
    share = hypot(x / 1000, y / 500)  # as wide as it is laid: so many rings out is as far on every side
    if share > 1:
        assert (moved.proximity, ground.ring_at(document, x, y)) == (33, None)  # beside it, nothing is said
    else:
        assert moved.proximity == round(100 - 100 * share)
        assert ground.ring_at(document, x, y) == min(int(share * 4), 3)
    assert (moved.influence, moved.interest, moved.domain) == (None, None, "")


def test_outside_of_the_axes_the_ratings_stay() -> None:
    document = session(at(influence=10, interest=20), kind=BackgroundKind.QUADRANT)
    moved = gestures.place_actors({"a": (1001.0, 0.0)})(document).actors["a"]
    assert (moved.x, moved.influence, moved.interest) == (1001.0, 10, 20)


BROAD = Zone("broad", "Santé", 0.0, 0.0, 600.0, 400.0, rank=1)
SMALL = Zone("small", "Soin", 100.0, 100.0, 100.0, 100.0, rank=2)
NAMELESS = Zone("nameless", "", 1000.0, 0.0, 100.0, 100.0, rank=3)


def zoned(actor: Actor) -> Document:
    zones = {zone.id: zone for zone in (BROAD, SMALL, NAMELESS)}
    return session(actor, kind=BackgroundKind.ZONES, **zones)


@pytest.mark.parametrize(
    ("before", "place", "domain"),
    [
        (at(), (300.0, 300.0), "Santé"),
        (at(), (150.0, 150.0), "Soin"),
        (at(domain="Écoute"), (300.0, 300.0), "Santé"),
        (
            at(300.0, 300.0, domain="Santé mentale"),
            (320.0, 300.0),
            "Santé mentale",
        ),  # it has not left the zone
        (at(300.0, 300.0, domain="Santé mentale"), (150.0, 150.0), "Soin"),
        (at(300.0, 300.0), (320.0, 300.0), "Santé"),
        (at(300.0, 300.0, domain="Santé"), (900.0, 300.0), "Santé"),
        (at(domain="Écoute"), (1050.0, 50.0), "Écoute"),
    ],
)
def test_zones_say_the_field_of_intervention(before: Actor, place: tuple[float, float], domain: str) -> None:
    assert gestures.place_actors({"a": place})(zoned(before)).actors["a"].domain == domain


def test_the_last_of_two_zones_of_a_size_is_the_one_on_top() -> None:
    twin = replace(SMALL, id="twin", name="Écoute")
    assert ground.zone_at([SMALL, twin], 150.0, 150.0) is twin
    assert ground.zone_at([SMALL], 201.0, 150.0) is None


@pytest.mark.parametrize("kind", [BackgroundKind.BLANK, BackgroundKind.IMAGE])
def test_a_sheet_or_a_picture_says_nothing(kind: BackgroundKind) -> None:
    document = session(at(influence=1), kind=kind)
    assert gestures.place_actors({"a": (0.0, 0.0)})(document).actors["a"] == at(0.0, 0.0, influence=1, rank=1)
    assert ground.ring_at(document, 0.0, 0.0) is None
    assert ground.quarter_at(document, 0.0, 0.0) is None


@pytest.mark.parametrize("kind", [BackgroundKind.TARGET, BackgroundKind.QUADRANT])
def test_one_that_was_never_laid_says_nothing(kind: BackgroundKind) -> None:
    document = replace(session(at(), kind=kind), background=Background(kind=kind))
    assert gestures.place_actors({"a": (0.0, 0.0)})(document).actors["a"] == at(0.0, 0.0, rank=1)


def test_a_card_created_on_the_map_is_said_but_for_what_it_brings() -> None:
    document = session(kind=BackgroundKind.QUADRANT)
    made = gestures.add_actor(at(0.0, 0.0, influence=90))(document).actors["a"]
    assert (made.influence, made.interest) == (90, 50)
    waiting = gestures.add_actor(at())(document).actors["a"]
    assert (waiting.influence, waiting.interest) == (None, None)


def test_linking_to_a_new_card_says_it_too_and_editing_a_rating_moves_nothing() -> None:
    document = session(replace(at(0.0, 0.0), id="z"), kind=BackgroundKind.QUADRANT)
    both = gestures.add_actor_and_link(at(500.0, 0.0), Link("k", "z", "a"))(document)
    assert both.actors["a"].interest == 75
    rated = gestures.edit_actor("a", interest=5)(both).actors["a"]
    assert (rated.x, rated.interest) == (500.0, 5)


def test_quarters() -> None:
    document = session(kind=BackgroundKind.QUADRANT)
    assert ground.quarter_at(document, 1.0, -1.0) == (True, True)
    assert ground.quarter_at(document, -1.0, 1.0) == (False, False)
    assert ground.quarter_at(document, 5000.0, 1.0) is None


# Zones


def test_a_zone_is_duplicated_a_little_aside() -> None:
    after = gestures.duplicate_zone("small", "copy")(zoned(at()))
    assert after.zones["copy"] == replace(SMALL, id="copy", x=140.0, y=140.0, rank=4)
    again = gestures.duplicate_zone("small", "other")(after)
    assert again.zones["other"] == replace(SMALL, id="other", x=180.0, y=180.0, rank=5)
    for gesture, key in (
        (gestures.duplicate_zone("gone", "copy"), "gone"),
        (gestures.duplicate_zone("small", "broad"), "already"),
    ):
        with pytest.raises(gestures.Refused) as caught:
            gesture(after)
        assert caught.value.key == key
