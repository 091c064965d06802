"""Layers mended, moved or stretched show what layers painted anew show."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from benchmarks.maps import generated
from facilitator.drawing.map import MapPicture, compose
from facilitator.drawing.shapes import Box
from facilitator.drawing.theme import blend, theme
from facilitator.model import journey
from facilitator.model.document import Actor, Document, Link
from facilitator.model.vocabulary import BackgroundKind, Presence
from facilitator.ui import ink
from facilitator.ui.canvas.layers import Layers
from facilitator.ui.canvas.sheet import Sheet
from facilitator.ui.canvas.sprites import FADED
from facilitator.ui.canvas.view import View
from tests.drawing.scenes import on_ground
from tests.ui.canvas.pixels import differ, far_apart, on_screen


@pytest.fixture
def document() -> Document:
    return generated(50, "local")


@pytest.fixture
def sheet(qtbot: QtBot, dressed: object, document: Document) -> Iterator[Sheet]:
    shown = Sheet("screen", document)
    qtbot.addWidget(shown)
    shown.resize(800, 500)
    shown.set_view(View(900.0, 300.0, 0.6))
    with qtbot.waitExposed(shown):  # what is not shown is resized, and painted anew, by each grab
        shown.show()
    yield shown
    shown._rest.stop()


def moved(document: Document, id_: str, dx: float, dy: float) -> Document:
    actor = document.actors[id_]
    assert actor.x is not None
    assert actor.y is not None
    there = replace(actor, x=actor.x + dx, y=actor.y + dy)
    return replace(document, actors={**document.actors, id_: there})


def afresh(qtbot: QtBot, sheet: Sheet, document: Document) -> QImage:
    """What a new sheet shows of that document at that view."""
    other = Sheet("screen", document)
    qtbot.addWidget(other)
    other.resize(sheet.size())
    other.set_view(sheet.view)
    return other.grab().toImage()


def test_a_gesture_mends_what_it_changed(qtbot: QtBot, sheet: Sheet, document: Document) -> None:
    sheet.grab()
    for id_, dx in (("a20", 60.0), ("a3", -40.0), ("a20", 10.0)):
        document = moved(document, id_, dx, 20.0)
        sheet.show_document(document)
        assert far_apart(sheet.grab().toImage(), afresh(qtbot, sheet, document)) < 0.002


def test_what_is_deleted_is_gone(qtbot: QtBot, sheet: Sheet, document: Document) -> None:
    sheet.grab()
    kept = {id_: row for id_, row in document.links.items() if "a20" not in (row.source, row.target)}
    actors = {id_: row for id_, row in document.actors.items() if id_ != "a20"}
    document = replace(document, actors=actors, links=kept)
    sheet.show_document(document)
    assert far_apart(sheet.grab().toImage(), afresh(qtbot, sheet, document)) < 0.002


def test_a_card_in_the_hand_is_shown_with_its_links(qtbot: QtBot, sheet: Sheet, document: Document) -> None:
    still = sheet.grab().toImage()
    actor = document.actors["a20"]
    assert actor.x is not None
    assert actor.y is not None
    sheet.hold(["a20"])
    sheet.carry({"a20": (actor.x + 60, actor.y + 20)})
    carried = sheet.grab().toImage()
    assert far_apart(carried, afresh(qtbot, sheet, moved(document, "a20", 60, 20))) < 0.002
    sheet.put_down()
    assert far_apart(sheet.grab().toImage(), still) < 0.002


def test_what_may_come_is_made_ready_and_not_shown(qtbot: QtBot, sheet: Sheet, document: Document) -> None:
    still, there = sheet.grab().toImage(), moved(document, "a20", 60, 20)
    picture = sheet.picture
    sheet.foresee(moved(document, "a20", 20, 20))
    sheet.foresee(there)
    assert sheet.picture is picture
    assert far_apart(sheet.grab().toImage(), still) < 0.002
    sheet.show_document(there)
    assert far_apart(sheet.grab().toImage(), afresh(qtbot, sheet, there)) < 0.002


def test_what_comes_as_foreseen_and_is_undone_is_painted_already(
    qtbot: QtBot, sheet: Sheet, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no hand is, as on the wall: a layer of before and one of after take turns."""
    there = moved(document, "a20", 240, 150)
    states = [(one, afresh(qtbot, sheet, one)) for one in (there, document)]
    on_screen(sheet)
    sheet.foresee(there)
    monkeypatch.setattr(Layers, "_paint_part", lambda *_: pytest.fail("the layer was painted again"))
    monkeypatch.setattr(ink, "draw_lines", lambda *_: pytest.fail("a link was painted again"))
    for one, wanted in (*states, *states):
        sheet.show_document(one)
        assert far_apart(on_screen(sheet), wanted) < 0.002
        assert nothing_stale(sheet)


@pytest.mark.parametrize(
    "then", ["pushed", "zoomed", "resized", "faded", "hidden", "another", "twice", "deleted"]
)
def test_a_layer_made_ready_is_left_where_it_is_not_what_comes(
    qtbot: QtBot, sheet: Sheet, document: Document, then: str
) -> None:
    there, nothing = moved(document, "a20", 240, 150), frozenset[str]()
    on_screen(sheet)
    sheet.foresee(there)
    faded, hidden, gone = nothing, nothing, frozenset({"a3", "a20"})
    if then == "pushed":
        sheet.set_view(sheet.view.panned(30, -20))
    elif then == "zoomed":
        sheet.set_view(sheet.view.zoomed(1.2, QPointF(400, 250), sheet.size()))
        sheet.sharpen()
    elif then == "resized":
        sheet.resize(760, 520)
    elif then == "faded":
        faded = gone
    elif then == "hidden":
        hidden = gone
    elif then == "another":
        sheet.show_document(moved(document, "a3", 60, 20))
    elif then == "twice":  # the one of before is painted over by the one that may come next
        sheet.show_document(there)
        there = moved(there, "a3", 60, 20)
        sheet.foresee(there)
    else:
        kept = {id_: row for id_, row in document.links.items() if not {row.source, row.target} & gone}
        actors = {id_: row for id_, row in document.actors.items() if id_ not in gone}
        there = replace(document, actors=actors, links=kept)
    for one in (there, document, there):
        sheet.show_through(faded, hidden)
        sheet.show_document(one)
        other = Sheet("screen", one)
        qtbot.addWidget(other)
        other.resize(sheet.size())
        other.show_through(faded, hidden)
        other.set_view(sheet.view)
        assert far_apart(on_screen(sheet), other.grab().toImage()) < 0.002
        faded, hidden = nothing, nothing


def nothing_stale(sheet: Sheet) -> bool:
    """Whether the screen has what the sheet would paint now, to the last pixel."""
    shown, now = on_screen(sheet), sheet.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return shown == now


class _Painted(QObject):
    """The parts of a sheet that are painted, as shares of it."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.shares: list[float] = []
        sheet.installEventFilter(self)

    def eventFilter(self, sheet: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(sheet, Sheet):
            part = event.rect()
            self.shares.append(part.width() * part.height() / (sheet.width() * sheet.height()))
        return False


def test_a_hand_at_rest_shows_what_will_be(qtbot: QtBot, sheet: Sheet, document: Document) -> None:
    """Its links and those that give way to them take the courses they will have: opening it paints next to nothing."""
    there = moved(document, "a20", 240, 150)
    wanted = afresh(qtbot, sheet, there)
    sheet.hold(["a20"])
    actor = there.actors["a20"]
    assert actor.x is not None
    assert actor.y is not None
    sheet.carry({"a20": (actor.x, actor.y)})
    on_screen(sheet)
    sheet.foresee(there)
    assert far_apart(on_screen(sheet), wanted) < 0.002
    painted = _Painted(sheet)
    sheet.show_document(there)
    assert far_apart(on_screen(sheet), wanted) < 0.002
    assert max(painted.shares) < 0.15
    sheet.show_document(document)
    assert far_apart(on_screen(sheet), afresh(qtbot, sheet, document)) < 0.002


@pytest.mark.parametrize("end", ["elsewhere", "further", "back", "refused", "renamed"])
def test_a_hand_that_rested_may_do_something_else(
    qtbot: QtBot, sheet: Sheet, document: Document, end: str
) -> None:
    there = moved(document, "a20", 240, 150)
    actor = there.actors["a20"]
    assert actor.x is not None
    assert actor.y is not None
    sheet.hold(["a20"])
    sheet.carry({"a20": (actor.x, actor.y)})
    sheet.foresee(there)
    on_screen(sheet)
    after = document
    if end == "elsewhere":
        after = moved(document, "a20", -90, 50)
        sheet.carry({"a20": (actor.x - 330, actor.y - 100)})
        sheet.show_document(after)
    elif end == "further":  # it rests twice, and goes on
        for by in (-60, -90):
            after = moved(document, "a20", by, 50)
            place = after.actors["a20"]
            sheet.carry({"a20": (place.x or 0.0, place.y or 0.0)})
            assert nothing_stale(sheet)
            sheet.foresee(after)
            assert nothing_stale(sheet)
        sheet.carry({"a20": (actor.x + 5, actor.y + 5)})
        assert nothing_stale(sheet)
        sheet.show_document(after)
    elif end == "back":
        sheet.show_document(document)
    elif end == "refused":
        sheet.put_down()
    else:
        named = replace(document.actors["a3"], name="Coopérative de la Vallée")
        after = replace(document, actors={**document.actors, "a3": named})
        sheet.show_document(after)
    assert far_apart(on_screen(sheet), afresh(qtbot, sheet, after)) < 0.002


def test_a_link_that_gave_way_comes_back_whole(qtbot: QtBot, dressed: object) -> None:
    """Its bend around the card that left is far from where it runs straight, and from the hand that brings it back."""
    places = {"here": (-300.0, 0.0), "between": (0.0, 0.0), "there": (300.0, 0.0)}
    actors = {id_: Actor(id_, id_, "association", x=x, y=y) for id_, (x, y) in places.items()}
    document = replace(journey.new_document("", "fr"), actors=actors, links={"l": Link("l", "here", "there")})
    sheet = Sheet("screen", document)
    qtbot.addWidget(sheet)
    sheet.resize(900, 700)
    sheet.set_view(View(zoom=1.3))
    with qtbot.waitExposed(sheet):
        sheet.show()
    bent = sheet.link_picture("l")
    sheet.hold(["between"])
    sheet.carry({"between": (0.0, -150.0)})
    sheet.foresee(moved(document, "between", 0, -150))
    straight = sheet.link_picture("l")
    assert straight is not bent
    assert nothing_stale(sheet)
    sheet.carry({"between": (0.0, 0.0)})
    assert sheet.link_picture("l") is straight, "it does not jump at each movement"
    assert nothing_stale(sheet)
    sheet.foresee(document)
    assert sheet.link_picture("l") is bent
    assert nothing_stale(sheet)
    sheet.carry({"between": (0.0, -250.0)})
    assert nothing_stale(sheet)
    sheet.foresee(moved(document, "between", 0, -250))
    assert sheet.link_picture("l") is not bent
    assert nothing_stale(sheet), "painted in every frame by now, it is not painted where it was"


def test_what_may_come_may_be_anything(qtbot: QtBot, sheet: Sheet, document: Document) -> None:
    sheet.grab()
    sheet.foresee(replace(document, actors={}, links={}, contributions={}))
    for other in (document, moved(document, "a20", 60, 20)):
        sheet.show_document(other)
        assert far_apart(sheet.grab().toImage(), afresh(qtbot, sheet, other)) < 0.002


def test_going_back_and_forth_makes_no_link_anew(sheet: Sheet, document: Document) -> None:
    there, links = moved(document, "a20", 60, 20), sheet.picture.links
    sheet.show_document(there)
    moved_links = sheet.picture.links
    sheet.show_document(moved(there, "a20", -60, -20))
    assert sheet.picture.links is links
    sheet.show_document(there)
    assert sheet.picture.links is moved_links


@pytest.mark.parametrize("by", [(37, 0), (0, -21), (-60, 45), (700, 10)])
def test_a_pan_paints_what_appears(
    qtbot: QtBot, sheet: Sheet, document: Document, by: tuple[int, int]
) -> None:
    sheet.grab()
    sheet.set_view(sheet.view.panned(*by))
    assert far_apart(sheet.grab().toImage(), afresh(qtbot, sheet, document)) < 0.001


def test_a_zoom_is_sharp_once_the_wheel_rests(qtbot: QtBot, sheet: Sheet, document: Document) -> None:
    sheet.grab()
    sheet.set_view(sheet.view.zoomed(1.3, QPointF(400, 250), sheet.size()))
    sheet.grab()
    qtbot.waitUntil(lambda: not sheet._rest.isActive())
    assert far_apart(sheet.grab().toImage(), afresh(qtbot, sheet, document)) < 0.0005


def test_the_card_under_a_point_is_the_one_painted_there(sheet: Sheet, document: Document) -> None:
    image, seen = sheet.grab().toImage(), 0
    for id_, held in sheet.picture.cards.items():
        band = sheet.in_window(held.box.x + 6, held.y)
        if held.actor.presence is Presence.PRESENT and sheet.rect().contains(band.toPoint()):
            category = document.categories[held.actor.category]
            assert not differ(image.pixelColor(band.toPoint()), QColor(category.colour)), id_
            seen += 1
    assert seen > 3


@pytest.mark.parametrize(("id_", "other"), [("a3", "a20"), ("a20", "a3")])
def test_a_card_put_down_over_another_is_painted_in_the_order_in_which_it_is_found(
    qtbot: QtBot, sheet: Sheet, document: Document, id_: str, other: str
) -> None:
    sheet.grab()
    here, there = sheet.picture.cards[id_], sheet.picture.cards[other]
    after = moved(document, id_, there.x - here.x + 30, there.y - here.y + 20)
    sheet.show_document(after)
    assert far_apart(sheet.grab().toImage(), afresh(qtbot, sheet, after)) < 0.0005


@pytest.mark.parametrize("kind", list(BackgroundKind)[1:])
@pytest.mark.parametrize("zoom", [0.3, 0.36, 2.0])
def test_what_lies_under_the_map_is_the_same_however_it_is_painted(
    qapp: QApplication, kind: BackgroundKind, zoom: float
) -> None:
    """Whole, mended, or pushed by pans from a copy."""
    picture = compose(on_ground(kind), theme("screen"))
    size, view = QSize(320, 240), View(310.3, 120.7, zoom)
    layers = Layers()
    layers.render(picture, view, size, 1.0, frozenset())
    for _turn in range(3):
        view = view.panned(13, -7)
        assert layers.shift(picture, view)
    layers.mend(picture, [picture.cards["jardins"].box], frozenset())
    anew = Layers()
    anew.render(picture, view, size, 1.0, frozenset())
    assert far_apart(shown(layers, picture, view, size), shown(anew, picture, view, size)) < 0.002


@pytest.mark.parametrize("held", [False, True])
def test_what_is_faded_hides_what_passes_under_it(qapp: QApplication, held: bool) -> None:
    """A link under a card, and the line under its own marks: faded, they are what they were, gone towards the paper."""
    row = {f"a{n}": Actor(f"a{n}", f"Atelier {n}", "citizens", x=240.0 * n, y=0.0) for n in range(7)}
    ways = {
        "far": Link("far", "a0", "a6", intensity=4),
        "near": Link("near", "a0", "up", types=("funding",), intensity=4),
    }
    up = Actor("up", "Là-haut", "citizens", x=0.0, y=-300.0)
    document = replace(journey.new_document("Le Gué", "fr"), actors={**row, "up": up}, links=ways)
    picture = compose(document, theme("screen"))
    assert picture.links["far"].picture.line[0][1] == picture.links["far"].picture.line[1][1], (
        "it is straight"
    )
    ((_key, x, y, radius),) = picture.spots.marks["near"]
    mark = Box(x - radius, y - radius, 2 * radius, 2 * radius).grown(-radius / 3)
    size, view = QSize(640, 400), View(250.0, -120.0, 1.0)
    layers = Layers()
    layers.render(picture, view, size, 1.0, frozenset())
    plain = shown(layers, picture, view, size)
    layers.faded = frozenset({"a1", "a2", "near"})
    layers.render(picture, view, size, 1.0, frozenset())
    faded = shown(layers, picture, view, size, {"a1": (240.0, 0.0)} if held else {})
    seen = view.seen(size)
    for box in (picture.cards["a1"].box.grown(-2), mark):
        for dx in range(int(box.width)):
            for dy in range(int(box.height)):
                at = int(box.x - seen.x) + dx, int(box.y - seen.y) + dy
                was, now = plain.pixelColor(*at), faded.pixelColor(*at)
                wanted = QColor(blend(was.name(), picture.theme.paper, 1.0 - FADED))
                assert not differ(now, wanted, 12), (at, was.name(), now.name())


def shown(
    layers: Layers,
    picture: MapPicture,
    view: View,
    size: QSize,
    cards: Mapping[str, tuple[float, float]] = MappingProxyType({}),
) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    layers.paint(painter, picture, view, view.seen(size), (), cards)
    painter.end()
    return image


def test_a_gesture_while_the_wheel_turns_leaves_nothing_stretched(
    qtbot: QtBot, sheet: Sheet, document: Document
) -> None:
    """Where its links are most of what was painted, all is painted anew: around them too."""
    sheet.set_view(View(500.0, 300.0, 1.0))
    on_screen(sheet)
    near = sheet.picture.cards_in(sheet.view.seen(sheet.size()))
    sheet._layers.cost = 1.0  # as that of a large map: it is stretched until the wheel rests
    sheet.set_view(sheet.view.zoomed(0.4, QPointF(0, 250), sheet.size()))
    on_screen(sheet)
    assert sheet._rest.isActive()
    sheet.hold(near)
    on_screen(sheet)
    assert not sheet._rest.isActive(), "it was painted anew"
    assert far_apart(on_screen(sheet), afresh(qtbot, sheet, document)) < 0.002


def test_what_a_lens_turns_is_mended_where_it_is(
    qtbot: QtBot, sheet: Sheet, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few rows faded or hidden, as a gesture does: they are painted aside, the rest is not painted again."""
    sheet.grab()
    monkeypatch.setattr(sheet._layers, "render", lambda *_args: pytest.fail("all was painted anew"))
    one, nothing = frozenset({"a20"}), frozenset[str]()
    for faded, hidden in ((one, nothing), (nothing, one), (frozenset({"a21"}), nothing)):
        sheet.show_through(faded, hidden)
        shown = sheet.grab().toImage()
        other = Sheet("screen", document)
        qtbot.addWidget(other)
        other.resize(sheet.size())
        other.show_through(faded, hidden)
        other.set_view(sheet.view)
        assert far_apart(shown, other.grab().toImage()) < 0.002


def test_a_lens_that_turns_much_paints_the_map_anew(qtbot: QtBot, sheet: Sheet, document: Document) -> None:
    sheet.grab()
    half = frozenset(list(sheet.picture.cards)[::2]) | frozenset(sheet.picture.links)
    sheet.show_through(half, frozenset())
    other = Sheet("screen", document)
    qtbot.addWidget(other)
    other.resize(sheet.size())
    other.show_through(half, frozenset())
    other.set_view(sheet.view)
    assert sheet.grab().toImage() == other.grab().toImage()


def test_what_a_large_gesture_left_aside_goes_back_at_the_next_small_one(
    qtbot: QtBot, sheet: Sheet, document: Document
) -> None:
    sheet.grab()
    much = document
    for id_ in list(document.actors)[:40]:
        much = moved(much, id_, 9.0, 5.0)
    sheet.show_document(much)
    many = len(sheet._layers.aside)
    assert many > 96
    after = moved(much, "a2", 4.0, 2.0)
    sheet.show_document(after)
    assert len(sheet._layers.aside) < many / 2
    assert far_apart(sheet.grab().toImage(), afresh(qtbot, sheet, after)) < 0.002


def test_the_first_cards_of_a_map_are_painted_once_for_all(
    qtbot: QtBot, sheet: Sheet, document: Document
) -> None:
    """As on the wall, which begins with nothing."""
    sheet.show_document(replace(document, actors={}, links={}, contributions={}))
    few = frozenset(list(document.actors)[:12])
    some = replace(
        document,
        actors={id_: document.actors[id_] for id_ in few},
        links={id_: row for id_, row in document.links.items() if {row.source, row.target} <= few},
        contributions={},
    )
    sheet.show_document(some)
    assert not sheet._layers.aside
    assert far_apart(sheet.grab().toImage(), afresh(qtbot, sheet, some)) < 0.002
