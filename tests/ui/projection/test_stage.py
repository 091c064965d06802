"""How the wall is led: by keys, from both windows, and after a crash."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator import terms, words
from facilitator.drawing.inscribed import written
from facilitator.drawing.legibility import Room, lettered, measured, tried
from facilitator.drawing.shapes import Text
from facilitator.drawing.theme import theme
from facilitator.exchange import samples
from facilitator.model import gestures
from facilitator.model.document import Actor, Background, Contribution, Document, Link, Zone
from facilitator.model.edition import on_the_wall
from facilitator.model.gestures.core import together
from facilitator.model.lens import Horizon, Lens
from facilitator.model.store import file
from facilitator.model.vocabulary import BackgroundKind, Pillar, Presence, Status
from facilitator.ui import remembered
from facilitator.ui.canvas.tray import ActorChip
from facilitator.ui.projection import pages
from facilitator.ui.projection.mark import WallMark
from facilitator.ui.projection.projector import Projector
from facilitator.ui.projection.stage import Stage
from facilitator.ui.projection.wall_map import Shown
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.hands import at_hand, go, inside, strike
from tests.ui.projection.conftest import many, on_wall, texts


def test_a_frozen_wall_keeps_its_picture_until_it_is_released(
    qtbot: QtBot, console: Window, projected: Projector
) -> None:
    at_hand(console, qtbot)
    strike(console, Qt.Key.Key_G)
    console.workspace.do(gestures.edit_actor("grocer", name="Le Grand Marché"))
    console.workspace.do(gestures.edit_step(console.workspace.step_id, question="Et maintenant ?"))
    console.go(1)
    assert "Épicerie" in on_wall(projected)
    assert "Marché" not in on_wall(projected)
    assert "1 · Accueil" in on_wall(projected)
    projected.resize(1000, 640)  # a screen unplugged takes nothing of it
    QApplication.processEvents()
    assert "Épicerie" in on_wall(projected)
    strike(console, Qt.Key.Key_G)
    strike(console, Qt.Key.Key_W)  # the step that is shown now has a page of its own
    assert "Le Grand Marché" in on_wall(projected)
    assert "2 · " in on_wall(projected)


def test_a_frozen_wall_takes_no_clock_of_another_step(
    qtbot: QtBot, console: Window, projected: Projector
) -> None:
    at_hand(console, qtbot)
    strike(console, Qt.Key.Key_G)
    first = console.workspace.step_id
    go(console.workspace, "closing")
    strike(console, Qt.Key.Key_C)
    assert console.projection.clock.left is not None
    assert not projected.beside.face.isVisible()
    strike(console, Qt.Key.Key_C)  # it waits: its time is the same to the end
    console.workspace.show_step(first)
    assert not projected.beside.face.isVisible()
    console.projection.clock.give(5)
    assert projected.beside.face.isVisible(), "this is the step that is on the wall"
    told = texts(projected.beside.face.picture)
    assert told == console.projection.clock.words
    banner = projected.beside.banner.picture
    go(console.workspace, "closing")
    console.projection.clock.give(20)
    console.ask("wall_legend")
    assert texts(projected.beside.face.picture) == told
    assert projected.beside.banner.picture == banner
    strike(console, Qt.Key.Key_G)
    assert texts(projected.beside.face.picture) == console.projection.clock.words != told


def test_a_frozen_wall_keeps_its_language(qtbot: QtBot, console: Window, projected: Projector) -> None:
    many(console)
    at_hand(console, qtbot)
    before, count = on_wall(projected), len(projected.map.parts)
    assert "partie" in before
    assert "existant" in before
    strike(console, Qt.Key.Key_G)
    console.workspace.speak("en")
    console.ask("wall_legend")
    console.ask("wall_legend")
    projected.resize(projected.width() - 40, projected.height())
    QApplication.processEvents()
    assert projected.map.picture.language == "fr"
    assert "partie" in on_wall(projected)
    assert "existant" in on_wall(projected)
    assert inside(console.status, WallMark).alarm.text() == "Wall frozen — G to release", (
        "the console does not"
    )
    projected.resize(projected.width() + 40, projected.height())
    QApplication.processEvents()
    assert (on_wall(projected), len(projected.map.parts)) == (before, count)
    strike(console, Qt.Key.Key_G)
    assert projected.map.picture.language == "en"
    assert "existing" in on_wall(projected)
    assert "partie" not in on_wall(projected)


def test_a_blank_wall_says_the_title_alone(console: Window, projected: Projector, qtbot: QtBot) -> None:
    at_hand(console, qtbot)
    strike(console, Qt.Key.Key_B)
    assert on_wall(projected) == "Nourrir Rivemont Comment allons-nous mieux nous nourrir ?"
    shown = projected.grab().toImage()
    assert shown.pixelColor(10, 10).lightness() > 240  # calm: no black flash
    strike(console, Qt.Key.Key_B)
    assert "Ville de Rivemont" in on_wall(projected)


def test_the_spotlight_follows_the_selection(console: Window, projected: Projector, qtbot: QtBot) -> None:
    console.workspace.do(gestures.place_actors({"radio": (0.0, 400.0)}))
    at_hand(console, qtbot)
    console.workspace.select([("actors", "town")])
    strike(console, Qt.Key.Key_S)
    faded = projected.map._layers.faded
    assert faded == {"radio"} | (set(console.workspace.document.links) - {"funds"})
    console.workspace.select([("actors", "town"), ("actors", "radio")])
    assert projected.map._layers.faded == {"grocer", "funds"}
    console.workspace.select([])
    assert projected.map._layers.faded == frozenset()
    strike(console, Qt.Key.Key_S)
    console.workspace.select([("links", "funds")])
    assert projected.map._layers.faded == frozenset()


def test_the_spotlight_on_who_is_hidden_fades_nobody(console: Window, projected: Projector) -> None:
    console.workspace.look_through(Lens(categories=frozenset({"authority"}), hides=True))
    console.projection.stage.turn("spotlight")
    console.workspace.select([("actors", "grocer")])
    assert "grocer" in console.workspace.seen.hidden
    assert "town" not in projected.map._layers.faded
    console.workspace.look_through(Lens())
    console.workspace.select([("actors", "grocer")])
    assert "grocer" not in projected.map._layers.faded


def test_the_spotlight_on_who_waits_in_the_tray_fades_nobody(
    console: Window, projected: Projector, qtbot: QtBot
) -> None:
    """The room would see a wall that is all pale, and nobody lit."""
    assert console.workspace.do(gestures.add_link(Link("idea", "radio", "town")))
    at_hand(console, qtbot)
    (waiting,) = console.canvas.tray.findChildren(ActorChip)
    QTest.mouseClick(waiting, Qt.MouseButton.LeftButton)
    assert console.workspace.selection == {("actors", "radio")}
    strike(console, Qt.Key.Key_S)
    assert console.projection.stage.spotlight
    assert not projected.map._layers.faded
    console.workspace.select([("links", "idea")])
    assert not projected.map._layers.faded
    console.workspace.select([("actors", "radio"), ("actors", "town")])
    assert "town" not in projected.map._layers.faded


@pytest.mark.parametrize(
    ("key", "kind"), [(Qt.Key.Key_G, "frozen"), (Qt.Key.Key_B, "blank"), (Qt.Key.Key_S, "spotlight")]
)
def test_keys_hold_in_the_window_on_the_wall_too(
    console: Window, projected: Projector, key: Qt.Key, kind: str
) -> None:
    QTest.keyClick(projected, key)
    assert getattr(console.projection.stage, kind)
    QTest.keyClick(projected, key)
    assert not getattr(console.projection.stage, kind)


def test_the_legend_names_the_kinds_of_actors_before_anything_else(
    projected: Projector, small: Document
) -> None:
    """On the wall a card bears the colour and the pictogram of its kind, but not its word."""
    assert "Collectivité" in texts(projected.beside.foot.picture)
    away = replace(small.actors["town"], presence=Presence.EXCUSED)
    session = replace(small, actors={**small.actors, "town": away})
    kinds, lines, who = "Collectivité", "existant", "excusé"

    def told(size: float, width: float) -> list[str]:
        words = texts(pages.signs(session, lettered(theme("room"), size), width).picture)
        return [one for one in (kinds, lines, who) if one in words]

    assert told(22.0, 1840.0) == [kinds, lines, who]
    assert told(29.0, 1360.0) == [kinds, lines]
    assert told(34.0, 1360.0) == [kinds]
    assert told(110.0, 1840.0) == []


@pytest.mark.parametrize(("line", "width"), [(None, 1440.0), (4, 1920.0), (4, 1440.0)])
def test_the_legend_of_the_sample_says_what_colours_mean(line: int | None, width: float) -> None:
    """Twenty-eight actors of eight kinds, on an old projector as on a wide one, and as far as line 5."""
    room = Room() if line is None else tried(line)
    session = on_the_wall(samples.document(samples.KEYS[0]))
    with words.in_language("fr"):
        told = texts(pages.signs(session, lettered(theme("room"), room.size(1080.0)), width - 80.0).picture)
        kinds = {
            terms.category_name(session.categories[row.category])
            for row in session.actors.values()
            if row.placed
        }
    assert len(kinds) > 5
    assert all(kind in told for kind in kinds)


def test_the_legend_of_a_part_is_as_high_whatever_it_tells() -> None:
    session = on_the_wall(samples.document(samples.KEYS[0]))
    look = lettered(theme("room"), measured(1.8, 10.5).size(1080.0))
    none = pages.signs(session, look, 1840.0)
    assert none.lacking
    assert not none.picture.shapes
    one, two = (
        pages.signs(session, look, 1840.0, kinds=frozenset(kinds))
        for kinds in (["foundation"], ["foundation", "association"])
    )
    assert (texts(one.picture), texts(two.picture)) == ("Fondation", "Association Fondation")
    assert not one.lacking
    assert one.picture.box.height == two.picture.box.height
    without = pages.signs(
        session, look, 1840.0, out=frozenset(session.links), kinds=frozenset(["foundation"])
    )
    assert without.picture == one.picture
    near = lettered(theme("room"), measured(1.8, 6.0).size(1080.0))
    whole = pages.signs(session, near, 1840.0)
    assert pages.signs(session, near, 1840.0, kinds=frozenset(["foundation"])) == whole
    assert pages.signs(session, look, 1840.0, legend_too=False, kinds=frozenset(["foundation"])) == (
        pages.NOTHING,
        False,
    )


def test_the_legend_is_on_or_off(console: Window, projected: Projector) -> None:
    assert "existant" in on_wall(projected)
    console.ask("wall_legend")
    assert "existant" not in on_wall(projected)
    assert projected.beside.foot.height() == 0
    console.ask("wall_legend")
    assert "existant" in on_wall(projected)


def test_without_a_projection_there_is_nothing_to_lead(console: Window, qtbot: QtBot) -> None:
    at_hand(console, qtbot)
    for key in (Qt.Key.Key_G, Qt.Key.Key_B, Qt.Key.Key_S, Qt.Key.Key_X):
        strike(console, key)
    stage = console.projection.stage
    assert not any((stage.frozen, stage.blank, stage.spotlight))


def test_one_screen_alone_is_not_exchanged(console: Window, projected: Projector) -> None:
    before = projected.geometry()
    console.ask("swap")
    assert console.status.sentence.text() == "Il n’y a qu’un écran."
    assert projected.geometry() == before


def test_the_wall_comes_back_as_it_was_led(workspace: Workspace) -> None:
    stage = Stage(workspace)
    for kind in ("spotlight", "follows", "blank"):
        stage.turn(kind, True)
    stage.turn("legend", False)
    stage.show_part(["town", "grocer"])
    again = Stage(workspace)
    assert (again.spotlight, again.follows, again.blank, again.legend) == (True, True, True, False)
    assert again.part == frozenset({"town", "grocer"})
    assert not again.was_frozen


def test_a_frozen_wall_comes_back_blank_and_says_so(workspace: Workspace) -> None:
    Stage(workspace).turn("frozen", True)
    workspace.keep("projecting", True)
    window = Window(workspace)
    window.show()
    window.resume()
    assert window.projection.stage.blank
    assert not window.projection.stage.frozen
    assert window.projection.projector is not None
    assert "Ville" not in on_wall(window.projection.projector)
    assert "figé" in window.status.sentence.text()
    window.close()
    window.deleteLater()


@pytest.mark.parametrize(
    "kept", [None, [], {"frozen": "yes", "part": True}, {"part": 3, "blank": 1}, {"part": [2, None]}, "x"]
)
def test_a_desk_that_says_nonsense_is_as_if_it_were_empty(workspace: Workspace, kept: object) -> None:
    workspace.keep("wall", kept)
    stage = Stage(workspace)
    assert not any((stage.frozen, stage.blank, stage.spotlight, stage.follows))
    assert stage.legend
    assert stage.part is None


def test_a_read_only_session_is_led_without_being_written(workspace: Workspace, qtbot: QtBot) -> None:
    path = workspace.path
    workspace.close()
    kept = path.read_bytes()
    looked_at = Workspace(file.open(path, read_only=True))
    stage = Stage(looked_at)
    stage.turn("blank")
    assert stage.blank
    looked_at.close()
    assert path.read_bytes() == kept


def test_the_room_is_of_the_laptop_not_of_the_session(workspace: Workspace) -> None:
    stage = Stage(workspace)
    assert not stage.room.known
    stage.sit_in(measured(2.0, 9.0), height=2.0, distance=9.0)
    assert Stage(workspace).room == measured(2.0, 9.0)
    assert remembered.recall("room")["distance"] == 9.0
    remembered.remember("room", {"capitals": "large"})
    assert not Stage(workspace).room.known


def test_a_large_map_is_read_in_parts_that_keys_turn(
    qtbot: QtBot, console: Window, projected: Projector
) -> None:
    many(console)
    count = len(projected.map.parts)
    assert count > 2
    assert (
        console.projection.sentence
        == f"{projected.map.legible} acteurs lisibles du fond\N{NO-BREAK SPACE}; 62 affichés"
    )
    assert console.findChild(type(console.status)) is not None
    first = projected.map.part
    at_hand(console, qtbot)
    strike(console, Qt.Key.Key_PageDown)
    assert projected.map.part == (first + 1) % count
    assert f"partie {projected.map.part + 1} sur {count}" in on_wall(projected)
    strike(console, Qt.Key.Key_PageUp)
    QTest.keyClick(projected, Qt.Key.Key_PageUp)
    assert projected.map.part == (first - 1) % count
    assert console.projection.stage.part == frozenset(projected.map.parts[projected.map.part].ids)


def test_the_part_shown_is_that_of_the_selection(console: Window, projected: Projector) -> None:
    many(console)
    for id_ in ("m0", "m59", "m30"):
        console.workspace.select([("actors", id_)])
        assert id_ in projected.map.parts[projected.map.part].ids
        box, seen = projected.map.picture.cards[id_].box, projected.map.view.seen(projected.map.size())
        assert seen.contains(box.x, box.y)
        assert seen.contains(box.right, box.bottom)


def test_a_card_the_edge_cuts_says_nothing(console: Window, projected: Projector) -> None:
    many(console)
    seen = projected.map.view.seen(projected.map.size())
    cut = whole = 0
    for held in projected.map.picture.cards.values():
        inside = seen.contains(held.box.x, held.box.y) and seen.contains(held.box.right, held.box.bottom)
        if inside:
            whole += bool(held.actor.name)
        elif held.box.intersects(seen):
            cut += 1
            assert not held.actor.name
    assert whole == projected.map.legible
    assert cut


def test_a_name_of_the_ground_is_not_cut_either(console: Window, projected: Projector) -> None:
    many(console)
    document = console.workspace.document
    zones = {
        f"z{n}": Zone(
            f"z{n}",
            f"Champ d’intervention {n}",
            600.0 * (n % 4) - 150.0,
            300.0 * (n // 4) - 100.0,
            590.0,
            290.0,
            n,
        )
        for n in range(12)
    }
    over = replace(document, background=Background(kind=BackgroundKind.ZONES), zones=zones)
    told = 0
    for part in projected.map.parts:
        projected.map.ask(Shown(over, part=frozenset(part.ids)))
        seen = projected.map.view.seen(projected.map.size())
        names = [shape for shape in projected.map.picture.ground.shapes if isinstance(shape, Text)]
        told += len(names)
        assert len(names) < 12
        for name in names:
            assert seen.contains(name.x, name.y)
            assert name.size * projected.map.view.zoom >= console.projection.stage.room.size(
                projected.height()
            ) * (1 - 1e-9)
    assert told
    projected.map.ask(Shown(document))
    assert not projected.map.picture.ground.shapes


def test_each_part_says_which_quarters_it_shows(console: Window, projected: Projector) -> None:
    many(console)
    document = console.workspace.document
    under = Background(kind=BackgroundKind.QUADRANT, x=-200.0, y=-200.0, width=2700.0, height=1100.0)
    over = replace(document, background=under)
    projected.map.ask(Shown(over))
    assert len(projected.map.parts) > 2
    for part in projected.map.parts:
        projected.map.ask(Shown(over, part=frozenset(part.ids)))
        seen = projected.map.view.seen(projected.map.size())
        names = [shape for shape in projected.map.picture.ground.shapes if isinstance(shape, Text)]
        assert names
        assert all(seen.holds(written([name])) for name in names)


def test_a_wall_that_follows_shows_what_the_console_shows(
    qtbot: QtBot, console: Window, projected: Projector
) -> None:
    many(console)
    console.ask("follow")
    surface = console.canvas.surface
    surface.fit_box(surface.picture.cards["m0"].box.united(surface.picture.cards["m1"].box))
    qtbot.waitUntil(lambda: len(projected.map.parts) == 1)
    assert "m1" in projected.map.parts[0].ids
    assert "m40" not in projected.map.parts[0].ids
    console.ask("follow")
    assert len(projected.map.parts) > 2


def test_no_word_of_the_wall_is_below_the_limit(console: Window, projected: Projector) -> None:
    many(console, 20)
    console.workspace.do(
        gestures.edit_step(console.workspace.step_id, question="Qui travaille avec qui ? " * 12)
    )
    console.ask("clock")
    for height, distance in ((2.0, 5.0), (1.5, 7.0), (1.0, 8.0), (1.0, 40.0)):
        for size in ((1280, 720), (1366, 768), (1920, 1080), (3840, 2160)):
            projected.resize(*size)
            console.projection.stage.sit_in(measured(height, distance))
            QApplication.processEvents()
            least = console.projection.stage.room.size(size[1]) * (1 - 1e-9)
            scale = size[1] / 1080
            for band in (projected.beside.banner, projected.beside.foot, projected.beside.face):
                assert band.picture is not None
                for shape in band.picture.shapes:
                    if isinstance(shape, Text):
                        assert shape.size * scale >= least
                        assert 0 <= shape.y - shape.size * 0.7 <= shape.y <= band.picture.box.bottom
            seen = projected.map.view.seen(projected.map.size())
            for held in projected.map.picture.cards.values():
                for shape in held.card.picture.moved(held.x, held.y).shapes:
                    if isinstance(shape, Text) and held.box.intersects(seen):
                        assert shape.size * projected.map.view.zoom >= least
                        assert seen.contains(shape.x, shape.y)
            bottoms = [projected.beside.foot.geometry().bottom(), projected.map.geometry().bottom()]
            assert max(bottoms) <= projected.height()
            assert projected.map.height() > 0.3 * size[1]


def test_nothing_is_painted_on_the_wall_while_a_card_is_dragged(
    console: Window, projected: Projector
) -> None:
    QApplication.processEvents()
    surface = console.canvas.surface
    at = surface.card_rectangle("town").center().toPoint()
    before = projected.map.picture
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=at)
    for n in range(1, 6):
        QTest.mouseMove(surface, at + QPoint(12 * n, 4 * n))
        assert projected.map.picture is before
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 20))
    assert projected.map.picture is not before
    assert projected.map.picture.cards["town"].x != before.cards["town"].x


def _secret_between_town_and_radio(console: Window) -> None:
    hidden = Link("hush", "town", "radio", confidential=True)
    offer = Contribution("gift", "radio", Pillar.FINANCIAL, "private_funding", confidential=True)
    placed = gestures.place_actors({"radio": (0.0, 400.0)})
    assert console.workspace.do(
        together("", [placed, gestures.add_link(hidden), gestures.add_contribution(offer)])
    )


def test_the_spotlight_lights_nobody_by_what_the_wall_does_not_show(
    console: Window, projected: Projector
) -> None:
    _secret_between_town_and_radio(console)
    console.projection.stage.turn("spotlight", True)
    console.workspace.select([("actors", "town")])
    assert projected.map._layers.faded >= {"radio"}
    console.workspace.select([("links", "hush")])
    assert not projected.map._layers.faded & {"town", "grocer", "radio"}


@pytest.mark.parametrize("hides", [False, True])
def test_a_focus_on_who_is_kept_from_the_wall_shows_nothing_of_it_there(
    console: Window, projected: Projector, hides: bool
) -> None:
    """All pale, or empty, it would tell the room that somebody is."""
    hidden = Actor("secret", "Un mécène", "foundation", x=200.0, y=-300.0, confidential=True)
    assert console.workspace.do(gestures.add_actor(hidden))
    console.workspace.look_through(Lens(hides=hides))
    cards = set(projected.map.picture.cards)
    console.workspace.select([("actors", "secret")])
    console.ask("focus")
    assert console.workspace.seen.aside >= {"town", "grocer"}, "the console knows"
    assert not projected.map._layers.faded
    assert set(projected.map.picture.cards) == cards
    console.workspace.look_through(Lens(focus=frozenset({"secret", "town"}), hides=hides))
    assert set(projected.map.picture.cards) == cards, "the other one is in focus, with its neighbour"


@pytest.mark.parametrize(
    "lens", [Lens(focus=frozenset({"town"})), Lens(pillars=frozenset({Pillar.FINANCIAL}))]
)
def test_filters_find_nobody_by_what_the_wall_does_not_show(
    console: Window, projected: Projector, lens: Lens
) -> None:
    _secret_between_town_and_radio(console)
    console.workspace.look_through(lens)
    assert "radio" not in console.workspace.seen.faded, "the console knows"
    assert "radio" in projected.map._layers.faded


def test_the_legend_of_today_tells_no_link_to_create(console: Window, projected: Projector) -> None:
    another = Link("idea", "grocer", "town", status=Status.TO_CREATE)
    assert console.workspace.do(gestures.add_link(another))
    lines = [terms.status_name(status) for status in Status]
    assert [line in texts(projected.beside.foot.picture) for line in lines] == [True, True, True], (
        "what could be, too"
    )
    console.workspace.look_through(Lens(horizon=Horizon.TODAY))
    assert [line in texts(projected.beside.foot.picture) for line in lines] == [True, False, False]
    console.workspace.look_through(Lens())
    assert [line in texts(projected.beside.foot.picture) for line in lines] == [True, True, True]


def test_the_legend_tells_no_sign_of_what_is_hidden(console: Window, projected: Projector) -> None:
    """And the map does not move for that."""
    away = gestures.edit_actor("grocer", presence=Presence.ABSENT)
    assert console.workspace.do(away)
    told = texts(projected.beside.foot.picture)
    assert "Association" in told
    assert "absent" in told
    height = projected.beside.foot.height()
    console.workspace.look_through(Lens(categories=frozenset({"authority"}), hides=True))
    told = texts(projected.beside.foot.picture)
    assert "Collectivité" in told
    assert "Association" not in told
    assert "absent" not in told
    assert "existant" not in told
    assert projected.beside.foot.height() == height
    console.workspace.look_through(Lens(categories=frozenset({"authority"})))
    assert "Association" in texts(projected.beside.foot.picture), "what is faded is seen"
