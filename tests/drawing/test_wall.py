"""What the room sees of a session, in letters it can read."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product
from math import hypot
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.drawing.arrangement import Arranged
from facilitator.drawing.legibility import Room, measured
from facilitator.drawing.map import compose
from facilitator.drawing.shapes import Box, Text, union
from facilitator.drawing.spread import Frame
from facilitator.drawing.wall import Wall, legible
from facilitator.exchange import samples
from facilitator.model.document import Actor, Background, Document, Link, Zone, blank
from facilitator.model.vocabulary import BackgroundKind

NAMES = (
    "Ville",
    "Coopérative maraîchère Terres Vives",
    "Maison de quartier des Œillets et d’ailleurs",
    "W" * 120,
    "Communauté d’agglomération du Val d’Œuvre et des plateaux, direction de la transition et des mobilités (DTMD)",
)
FRAME = Frame(1840.0, 800.0, 24.0, 1.7)


def session(*actors: Actor, links: tuple[Link, ...] = ()) -> Document:
    return replace(
        blank(), actors={actor.id: actor for actor in actors}, links={link.id: link for link in links}
    )


def grid(count: int, dx: float = 250.0, dy: float = 130.0, names: tuple[str, ...] = NAMES[:3]) -> Document:
    columns = max(round(count**0.5 * 1.3), 1)
    return session(
        *(
            Actor(
                f"a{n}",
                names[n % len(names)],
                "other",
                x=dx * (n % columns),
                y=dy * (n // columns),
                rank=n,
            )
            for n in range(count)
        )
    )


def overlapping(boxes: dict[str, Box]) -> list[tuple[str, str]]:
    held = list(boxes.items())
    return [(a, b) for n, (a, one) in enumerate(held) for b, other in held[:n] if one.intersects(other)]


def least(arranged: Arranged) -> float:
    """The smallest letters of the map, in pixels."""
    shapes = compose(arranged.document, arranged.theme).flat().shapes
    return min((shape.size for shape in shapes if isinstance(shape, Text)), default=1e9) * arranged.zoom


def test_nothing_confidential_tense_or_private_reaches_the_wall() -> None:
    seen = Actor("seen", "Ville", "authority", x=0.0, y=0.0, note="à rappeler")
    hidden = Actor("hidden", "Supermarché", "company", x=300.0, y=0.0, confidential=True)
    other = Actor("other", "Épicerie", "association", x=0.0, y=300.0)
    links = (
        Link("tense", "seen", "other", tension=True, text="ils se disputent"),
        Link("secret", "other", "seen", confidential=True),
        Link("hung", "seen", "hidden"),
    )
    arranged = Wall().arranged(session(seen, hidden, other, links=links), FRAME)
    shown = arranged.document
    assert set(shown.actors) == {"seen", "other"} == set(arranged.boxes)
    assert not shown.actors["seen"].note
    assert set(shown.links) == {"tense"}
    assert not shown.links["tense"].tension
    assert not shown.links["tense"].text


def test_an_empty_map_is_one_screen() -> None:
    arranged = Wall().arranged(session(Actor("w", "En attente", "other")), FRAME)
    assert arranged.whole
    assert arranged.parts == ()
    assert arranged.document.actors["w"].x is None


def test_a_few_cards_stay_where_the_console_has_them() -> None:
    document = grid(6)
    arranged = Wall().arranged(document, FRAME)
    assert arranged.theme.key == "room"
    assert all(arranged.document.actors[id_] is actor for id_, actor in document.actors.items())


def test_letters_grow_until_the_back_row_reads_the_whole_map() -> None:
    arranged = Wall().arranged(grid(16, 420.0, 220.0), FRAME)
    assert arranged.whole
    assert arranged.theme.key.startswith("room@")
    assert least(arranged) >= FRAME.letters
    assert not overlapping(dict(arranged.boxes))


def test_a_map_that_only_just_holds_takes_the_room_beside_it() -> None:
    sample, frame = samples.document("nourrir-rivemont"), Frame(1872.0, 783.0, 20.21, 1.7)
    arranged = Wall().arranged(sample, frame)
    around = union(arranged.boxes.values())
    assert arranged.whole
    # No longer question would leave it this size; and it is as wide as the wall.
    assert frame.lower.fit([around]) < arranged.zoom
    assert around.width * frame.fit([around]) == pytest.approx(frame.width, abs=0.01)


def test_letters_that_shrink_once_may_grow_again() -> None:
    """How cards move apart is a matter of luck: a step that gains nothing says nothing of the next."""
    chance = Random(2)
    names = ("Ville", "Maison de quartier", "Coopérative agricole du Val", "Réseau des cantines de Rivemont")
    crowd = session(
        *(
            Actor(
                f"a{n}",
                chance.choice(names),
                "other",
                x=260.0 * (n % 10) + chance.uniform(-40, 40),
                y=170.0 * (n // 10) + chance.uniform(-30, 30),
            )
            for n in range(52)
        )
    )
    heights = (860.0, 900.0, 980.0)
    assert all(Wall().arranged(crowd, Frame(1872.0, height, 20.2, 1.7)).whole for height in heights)


def test_what_cannot_be_read_at_once_is_read_in_parts() -> None:
    arranged = Wall().arranged(grid(80), FRAME)
    assert not arranged.whole
    assert sum(len(part.ids) for part in arranged.parts) == 80
    assert least(arranged) >= FRAME.letters * (1 - 1e-9)


@pytest.mark.parametrize("far", [(5000.0, 0.0), (-5000.0, 0.0), (300.0, 4000.0), (9000.0, -7000.0)])
@pytest.mark.parametrize("count", [0, 12, 60])
def test_a_card_carried_far_away_changes_nothing_for_the_others(far: tuple[float, float], count: int) -> None:
    document = grid(count, names=NAMES) if count else samples.document("nourrir-rivemont")
    alone, actors = [*document.actors.values()][-1], dict(document.actors)
    del actors[alone.id]
    others = Wall().arranged(replace(document, actors=actors), FRAME)
    gone = replace(alone, x=(alone.x or 0.0) + far[0], y=(alone.y or 0.0) + far[1])
    arranged = Wall().arranged(replace(document, actors={**actors, alone.id: gone}), FRAME)
    assert arranged.theme is others.theme
    assert {**arranged.boxes, **others.boxes} == arranged.boxes
    assert len(arranged.parts) > 1


def test_cards_very_far_apart_are_no_larger_than_one_alone() -> None:
    arranged = Wall().arranged(grid(4, 10_000.0, 4_000.0), FRAME)
    assert [len(part.ids) for part in arranged.parts] == [1, 1, 1, 1]
    assert arranged.theme is Wall().arranged(grid(1), FRAME).theme


def test_what_is_shown_alike_stays_the_same_object() -> None:
    document = session(
        Actor("a", "A", "other", x=0.0, y=0.0),
        Actor("b", "B", "other", x=600.0, y=0.0),
        links=(Link("l", "a", "b", tension=True), Link("m", "b", "a")),
    )
    wall = Wall()
    before = wall.arranged(document, FRAME)
    moved = replace(document.actors["a"], x=-20.0)
    after = wall.arranged(replace(document, actors={**document.actors, "a": moved}), FRAME)
    assert after.document.actors["b"] is before.document.actors["b"]
    assert after.document.links is before.document.links


def test_one_card_that_moves_moves_alone_and_undo_brings_it_back() -> None:
    document, wall = grid(16, 420.0, 220.0), Wall()
    before = wall.arranged(document, FRAME)
    moved = replace(document.actors["a5"], x=document.actors["a5"].x + 30.0)  # type: ignore[operator]
    after = wall.arranged(replace(document, actors={**document.actors, "a5": moved}), FRAME)
    rows = before.document.actors
    assert [id_ for id_, row in after.document.actors.items() if row is not rows[id_]] == ["a5"]
    assert not overlapping(dict(after.boxes))
    again = wall.arranged(document, FRAME)
    assert again.boxes == before.boxes


def test_a_card_that_made_way_for_a_link_does_not_go_back_when_it_moves_a_little() -> None:
    sample, frame = samples.document("nourrir-rivemont"), Frame(1872.0, 952.0, 18.71, 1.57)
    wall, alone = Wall(), replace(sample, links={})
    before, straight = wall.arranged(sample, frame).boxes, Wall().arranged(alone, frame).boxes
    (aside,) = [id_ for id_, box in before.items() if box != straight[id_]]
    actor = sample.actors[aside]
    moved = replace(sample, actors={**sample.actors, aside: replace(actor, y=(actor.y or 0.0) - 12.0)})
    after = wall.arranged(moved, frame).boxes
    assert {id_: box for id_, box in after.items() if id_ != aside} == {
        id_: box for id_, box in before.items() if id_ != aside
    }
    assert hypot(after[aside].x - before[aside].x, after[aside].y - before[aside].y) < 24.0
    assert wall.arranged(sample, frame).boxes == before


@pytest.mark.parametrize("by", [(30.0, 8.0), (180.0, 60.0), (-90.0, 120.0)])
def test_undo_and_redo_show_the_very_same_places(by: tuple[float, float]) -> None:
    """Where the card found room and where it was pushed aside: not moved by a hair."""
    wall, before = Wall(), grid(60)
    actor = before.actors["a27"]
    assert actor.x is not None
    assert actor.y is not None
    there = replace(actor, x=actor.x + by[0], y=actor.y + by[1])
    after = replace(before, actors={**before.actors, "a27": there})
    wall.arranged(before, FRAME)
    moved = wall.arranged(after, FRAME).boxes
    undone = wall.arranged(before, FRAME).boxes
    assert wall.arranged(after, FRAME).boxes == moved != undone
    assert wall.arranged(before, FRAME).boxes == undone


@pytest.mark.parametrize("apart", [(250.0, 130.0), (420.0, 220.0)])
def test_what_is_foreseen_comes(apart: tuple[float, float]) -> None:
    """To the last digit: else the map is made again when the hand opens."""
    dice, before, moved = Random(7), grid(40, *apart), 0
    before = replace(before, actors={id_: _aside(row, dice, 50.0) for id_, row in before.actors.items()})
    for _ in range(60):
        wall, shown = Wall(), Wall().arranged(before, FRAME)
        after = replace(before, actors={**before.actors, "a17": _aside(before.actors["a17"], dice, 150.0)})
        wall.arranged(before, FRAME)
        foreseen = wall.foreseen(after, FRAME, frozenset())
        assert wall.arranged(before, FRAME).boxes == shown.boxes
        moved += foreseen.boxes != shown.boxes
        arranged = wall.arranged(after, FRAME)
        assert arranged.boxes == foreseen.boxes
        assert arranged.document.actors == foreseen.document.actors
    assert moved


def _aside(row: Actor, dice: Random, far: float) -> Actor:
    assert row.x is not None
    assert row.y is not None
    return replace(row, x=row.x + dice.uniform(-far, far), y=row.y + dice.uniform(-far, far) / 2)


def test_a_new_card_finds_its_place_beside_those_that_stay() -> None:
    document, wall = grid(16, 420.0, 220.0), Wall()
    before = wall.arranged(document, FRAME)
    new = Actor("new", "Nouvelle venue", "other", x=210.0, y=110.0, rank=99)
    after = wall.arranged(replace(document, actors={**document.actors, "new": new}), FRAME)
    assert {id_: box for id_, box in after.boxes.items() if id_ != "new"} == before.boxes
    assert not overlapping(dict(after.boxes))
    gone = wall.arranged(document, FRAME)
    assert gone.boxes == before.boxes


def test_a_longer_name_is_never_over_a_neighbour() -> None:
    document, wall = grid(16, 300.0, 100.0), Wall()
    wall.arranged(document, FRAME)
    renamed = replace(document.actors["a5"], name=NAMES[-1])
    after = wall.arranged(replace(document, actors={**document.actors, "a5": renamed}), FRAME)
    assert not overlapping(dict(after.boxes))


@pytest.mark.parametrize(
    ("document", "who", "name"),
    [(grid(12, 300.0, 90.0), "a6", NAMES[3]), (grid(24, 250.0, 100.0), "a6", NAMES[2])],
    ids=["far", "by a hair"],
)
def test_a_longer_name_that_is_taken_back_leaves_its_card_where_it_was(
    document: Document, who: str, name: str
) -> None:
    wall = Wall()
    before = wall.arranged(document, FRAME)
    longer = replace(document.actors[who], name=name)
    after = wall.arranged(replace(document, actors={**document.actors, who: longer}), FRAME)
    assert after.boxes[who].centre != before.boxes[who].centre
    assert wall.arranged(document, FRAME).boxes == before.boxes


WALLS = (
    Frame(1872.0, 783.0, 20.21, 1.7),
    Frame(1318.0, 543.0, 14.37, 1.209),
    Frame(976.0, 548.0, 14.37, 1.209),
)
"""What the map has of projectors of 1920, 1366 and 1024 pixels."""


@pytest.mark.parametrize("frame", WALLS)
def test_a_card_carried_outwards_moves_no_other(frame: Frame) -> None:
    """Where the map takes all the wall, it goes as far as the wall lets it."""
    sample = samples.document("nourrir-rivemont")
    wall, held = Wall(), 0
    before = wall.arranged(sample, frame)
    for id_, by in product(before.boxes, ((-60.0, 0.0), (60.0, 0.0), (0.0, -60.0), (0.0, 60.0))):
        after = wall.arranged(carried(sample, [id_], *by), frame)
        assert after.whole
        assert {n: box for n, box in after.boxes.items() if n != id_} == {
            n: box for n, box in before.boxes.items() if n != id_
        }
        assert not overlapping(dict(after.boxes))
        centre, was = after.boxes[id_].centre, before.boxes[id_].centre
        held += (centre[0] - was[0], centre[1] - was[1]) != by
        assert wall.arranged(sample, frame).boxes == before.boxes
    assert held


@pytest.mark.parametrize("frame", WALLS)
@pytest.mark.parametrize("seed", range(3))
def test_what_is_undone_shows_the_wall_that_was(frame: Frame, seed: int) -> None:
    """Gesture by gesture, back and forth, whether one had everything arranged again or not; several at once too."""
    dice, wall = Random(seed), Wall()
    documents = [samples.document("nourrir-rivemont")]
    shown = [wall.arranged(documents[0], frame)]
    for n in range(24):
        document = documents[-1]
        ids = dice.sample(sorted(shown[-1].boxes), 1 + (n % 4 == 3) * 2)
        if n % 5 == 4:
            longer = replace(document.actors[ids[0]], name=document.actors[ids[0]].name + " et compagnie")
            documents.append(replace(document, actors={**document.actors, ids[0]: longer}))
        else:
            documents.append(carried(document, ids, dice.gauss(0.0, 150.0), dice.gauss(0.0, 90.0)))
        shown.append(wall.arranged(documents[-1], frame))
    stirred = sum(
        len([id_ for id_, box in one.boxes.items() if other.boxes.get(id_) != box]) > 3
        for one, other in pairwise(shown)
    )
    assert stirred <= 2, "gestures move on the wall what they move on the console"
    for n in (*range(23, -1, -1), *range(1, 25), 12, 24, 3):
        again = wall.foreseen(afresh(documents[n]), frame, frozenset())
        assert wall.arranged(afresh(documents[n]), frame).boxes == shown[n].boxes == again.boxes


def test_what_is_undone_under_a_shorter_question_is_shown_whole() -> None:
    """The wall that was kept had less room."""
    low, wall = replace(FRAME, height=420.0), Wall()
    before = grid(20, 300.0, 150.0)
    after = replace(before, actors={**before.actors, "new": Actor("new", "Ville", "other", x=300.0, y=75.0)})
    assert not wall.arranged(before, low).whole
    assert not wall.arranged(after, low).whole
    assert wall.arranged(after, FRAME).whole
    assert wall.arranged(before, FRAME).whole


def test_what_is_undone_is_read_in_the_parts_of_the_moment() -> None:
    """Else the wall would look elsewhere at each undo."""
    document, wall = grid(60, 260.0, 140.0), Wall()
    before = wall.arranged(document, FRAME)
    after = wall.arranged(carried(document, ["a20"], 400.0, 150.0), FRAME)
    undone = wall.arranged(document, FRAME)
    assert undone.boxes == before.boxes
    assert [part.ids for part in undone.parts] == [part.ids for part in after.parts]
    assert [part.ids for part in undone.parts] != [part.ids for part in before.parts]


def test_fewer_cards_are_shown_whole_as_soon_as_one_screen_holds_them() -> None:
    document, wall = grid(36, 300.0, 150.0), Wall()
    shown = [wall.arranged(document, FRAME)]
    documents = [document]
    while not shown[-1].whole:
        gone = [*documents[-1].actors.values()][-1]
        actors = {id_: row for id_, row in documents[-1].actors.items() if id_ != gone.id}
        documents.append(replace(documents[-1], actors=actors))
        now, alone = wall.arranged(documents[-1], FRAME), Wall().arranged(documents[-1], FRAME)
        assert now.whole == alone.whole
        kept = {id_: shown[-1].boxes[id_] for id_ in now.boxes}
        assert now.boxes == (alone.boxes if alone.whole else kept), "until then, the others stay"
        shown.append(now)
    assert len(shown) > 2
    for was, document in zip(shown[-2::-1], documents[-2::-1], strict=True):
        assert wall.arranged(document, FRAME).boxes == was.boxes


def test_cards_that_are_brought_together_are_shown_whole() -> None:
    together, wall = grid(32, 300.0, 150.0), Wall()
    ids = ["a0", "a1", "a2", "a3", "a4"]
    far = carried(together, ids, -1_800.0, 0.0)
    for n in range(5):
        assert not wall.arranged(carried(far, ids[:n], 1_800.0, 0.0), FRAME).whole
    assert wall.arranged(carried(together, ["a4"], -3.0, 0.0), FRAME).whole


def test_what_a_filter_had_arranged_again_comes_back_when_all_is_shown() -> None:
    document, wall = grid(40, 300.0, 160.0), Wall()
    document = carried(document, ["a3"], 40.0, 30.0)
    before = wall.arranged(document, FRAME)
    assert not before.whole
    hidden = frozenset(f"a{n}" for n in range(20))
    assert wall.arranged(document, FRAME, hidden).boxes != before.boxes
    assert wall.arranged(document, FRAME).boxes == before.boxes


def carried(document: Document, ids: Sequence[str], dx: float, dy: float) -> Document:
    """A session whose cards were carried by so much."""
    rows = {id_: document.actors[id_] for id_ in ids}
    moved = {id_: replace(row, x=(row.x or 0.0) + dx, y=(row.y or 0.0) + dy) for id_, row in rows.items()}
    return replace(document, actors={**document.actors, **moved})


def afresh(document: Document) -> Document:
    """The same session with rows of its own, as an undo makes some."""
    return replace(document, actors={id_: replace(row) for id_, row in document.actors.items()})


def test_a_map_that_moves_a_lot_is_arranged_again() -> None:
    document, wall = grid(30), Wall()
    wall.arranged(document, FRAME)
    moved = {
        id_: replace(actor, x=(actor.y or 0.0), y=(actor.x or 0.0)) for id_, actor in document.actors.items()
    }
    after = wall.arranged(replace(document, actors=moved), FRAME)
    assert after.boxes == Wall().arranged(replace(document, actors=moved), FRAME).boxes


def test_a_banner_one_line_higher_moves_nothing() -> None:
    document, wall = grid(12, 300.0, 200.0), Wall()
    before = wall.arranged(document, FRAME)
    after = wall.arranged(document, replace(FRAME, height=745.0))
    assert after.boxes == before.boxes


def test_what_a_filter_hides_takes_no_room() -> None:
    document, wall = grid(80), Wall()
    assert not wall.arranged(document, FRAME).whole
    hidden = frozenset(f"a{n}" for n in range(80) if n not in (0, 1, 2, 12, 13, 14))
    few = wall.arranged(document, FRAME, hidden)
    assert few.whole
    assert sorted(few.parts[0].ids) == ["a0", "a1", "a12", "a13", "a14", "a2"]


def over_zones(document: Document) -> Document:
    """The same over two zones, one for each half of a grid of four columns."""
    zones = {
        "left": Zone("left", "Se nourrir", -150.0, -100.0, 520.0, 500.0, 1),
        "right": Zone("right", "Se déplacer", 380.0, -100.0, 520.0, 500.0, 2),
    }
    return replace(document, background=Background(kind=BackgroundKind.ZONES), zones=zones)


def test_over_a_ground_every_card_stays_in_its_zone() -> None:
    document = over_zones(grid(12, 215.0, 100.0))
    wall = Wall()
    arranged = wall.arranged(document, FRAME)
    assert arranged.under is not None
    assert not overlapping(dict(arranged.boxes))
    for id_, box in arranged.boxes.items():
        left = (document.actors[id_].x or 0.0) < 375.0
        zone = arranged.document.zones["left" if left else "right"]
        assert zone.x <= box.centre[0] <= zone.x + zone.width
    moved = replace(document.actors["a5"], x=700.0, y=320.0)
    after = wall.arranged(replace(document, actors={**document.actors, "a5": moved}), FRAME)
    assert after.document.zones is arranged.document.zones
    assert after.document.background is arranged.document.background
    zone = after.document.zones["right"]
    assert zone.x <= after.boxes["a5"].centre[0] <= zone.x + zone.width
    larger = replace(document, zones={**document.zones, "left": replace(document.zones["left"], width=525.0)})
    assert wall.arranged(larger, FRAME).document.zones["left"].width > zone.width


def test_a_ground_that_goes_lets_letters_grow_again() -> None:
    wall = Wall()
    document = grid(16, 420.0, 220.0)
    over = wall.arranged(over_zones(document), FRAME)
    without = wall.arranged(document, FRAME)
    assert without.under is None
    assert without.boxes == Wall().arranged(document, FRAME).boxes
    assert over.boxes != without.boxes


def test_cards_on_one_another_over_a_ground_move_apart() -> None:
    actors = [Actor(f"a{n}", "Ville", "other", x=0.0, y=0.0) for n in range(3)]
    arranged = Wall().arranged(over_zones(session(*actors)), FRAME)
    assert not overlapping(dict(arranged.boxes))


def test_what_is_legible_is_wholly_seen() -> None:
    boxes = {"in": Box(0, 0, 10, 10), "cut": Box(95, 0, 10, 10), "out": Box(200, 0, 10, 10)}
    assert list(legible(boxes, Box(0, 0, 100, 100))) == ["in"]


ROOMS = [measured(2.0, 4.0), measured(2.0, 6.0), measured(1.5, 7.0), measured(1.2, 9.6), measured(1.0, 30.0)]
SCREENS = [(1280, 720), (1366, 768), (1920, 1080), (3840, 2160)]
NARROW = [(1024, 768), (1080, 1920), (720, 1280)]


def on_screen(room: Room, width: int, height: int) -> Frame:
    """What the map has of a screen, in a room."""
    letters = room.size(height)
    return Frame(width - 48.0, height * 0.66, letters, max(1.7 * height / 1080, letters / 16))


@pytest.mark.parametrize("count", [1, 30, 52])
def test_no_name_is_below_the_limit_whatever_the_room_and_the_screen(count: int) -> None:
    document = grid(count, names=NAMES)
    for room, (width, height) in product(ROOMS, SCREENS):
        frame = on_screen(room, width, height)
        arranged = Wall().arranged(document, frame)
        assert least(arranged) >= frame.letters * (1 - 1e-9)
        assert not overlapping(dict(arranged.boxes))
        for part in arranged.parts:
            assert part.box.width * arranged.zoom <= frame.width * (1 + 1e-9)
            assert part.box.height * arranged.zoom <= frame.height * (1 + 1e-9)


@pytest.mark.parametrize(("width", "height"), NARROW)
def test_on_a_narrow_screen_long_names_are_higher_cards(width: int, height: int) -> None:
    document = grid(12, names=NAMES)
    for room in ROOMS:
        frame = on_screen(room, width, height)
        arranged = Wall().arranged(document, frame)
        assert least(arranged) >= frame.letters * (1 - 1e-9)
        assert not overlapping(dict(arranged.boxes))
        for part in arranged.parts:
            assert part.box.width * arranged.zoom <= frame.width * (1 + 1e-9)
            # In the deepest of rooms the longest of them are higher than the screen.
            if room in ROOMS[:3]:
                assert part.box.height * arranged.zoom <= frame.height * (1 + 1e-9)


@pytest.mark.parametrize("across", [3.0, 6.0, 7.0, 7.5])
def test_a_window_narrower_than_a_few_letters_is_still_arranged(across: float) -> None:
    arranged = Wall().arranged(grid(12, names=NAMES), Frame(across * 40.0, 600.0, 40.0, 3.0))
    assert least(arranged) >= 40.0 * (1 - 1e-9)
    assert not overlapping(dict(arranged.boxes))


def test_three_hundred_cards_are_read_too() -> None:
    arranged = Wall().arranged(grid(300, names=NAMES), FRAME)
    assert least(arranged) >= FRAME.letters * (1 - 1e-9)
    assert not overlapping(dict(arranged.boxes))
    assert sum(len(part.ids) for part in arranged.parts) == 300


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(-800, 800), st.integers(-500, 500), st.sampled_from(NAMES)),
        min_size=1,
        max_size=24,
    ),
    st.lists(st.tuples(st.integers(0, 23), st.integers(-800, 800), st.integers(-500, 500)), max_size=4),
    st.sampled_from((1.0, 1.0, 4.0)),
    st.lists(st.tuples(st.integers(0, 23), st.integers(0, 23)), max_size=8),
    st.floats(10.0, 60.0),
)
def test_no_card_is_over_another_nor_below_the_limit_whatever_one_does(
    placed: list[tuple[int, int, str]],
    moves: list[tuple[int, int, int]],
    wide: float,
    linked: list[tuple[int, int]],
    letters: float,
) -> None:
    frame = Frame(1840.0, 800.0, letters, 3.0)
    actors = {
        f"a{n:02}": Actor(f"a{n:02}", name, "other", x=float(x) * wide, y=float(y) * wide, rank=n)
        for n, (x, y, name) in enumerate(placed)
    }
    ids = list(actors)
    links = (
        Link(f"l{n}", ids[a % len(ids)], ids[b % len(ids)], rank=n)
        for n, (a, b) in enumerate(linked)
        if a % len(ids) != b % len(ids)
    )
    document, wall = session(*actors.values(), links=tuple(links)), Wall()
    arranged = wall.arranged(document, frame)
    for at, x, y in moves:
        id_ = f"a{at % len(placed):02}"
        moved = replace(document.actors[id_], x=float(x), y=float(y))
        document = replace(document, actors={**document.actors, id_: moved})
        foreseen = wall.foreseen(document, frame, frozenset())
        arranged = wall.arranged(document, frame)
        assert arranged.boxes == foreseen.boxes
    assert not overlapping(dict(arranged.boxes))
    assert least(arranged) >= letters * (1 - 1e-9)
    assert {row.id: (row.x, row.y) for row in arranged.document.actors.values()} == {
        id_: pytest.approx(box.centre) for id_, box in arranged.boxes.items()
    }
