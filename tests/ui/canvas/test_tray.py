"""Actors that wait below the map."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.drawing.shapes import Text
from facilitator.model import gestures
from facilitator.model.document import Actor
from facilitator.model.gestures.core import together
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui.canvas.tray import ActorChip
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, type_in
from tests.ui.canvas.pixels import inked


def chip_of(canvas: Canvas, actor: str) -> ActorChip:
    return next(chip for chip in canvas.tray.chips if chip.actor == actor)


def test_those_who_wait_are_shown_in_order(workspace: Workspace, canvas: Canvas) -> None:
    workspace.do(gestures.add_actor(Actor("club", "Club des aînés", "association")))
    assert [chip.text().strip() for chip in canvas.tray.chips] == ["Radio Val d’Œuvre", "Club des aînés"]
    workspace.do(gestures.delete_actors(["club", "radio"]))
    assert canvas.tray.isHidden()


def test_one_who_comes_is_in_sight_however_many_wait(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    """Named in a step's panel, brought back by an undo, or taken off the map."""
    names = [Actor(f"n{n}", f"Association de quartier numéro {n}", "association") for n in range(60)]
    workspace.do(together("actor.add", [gestures.add_actor(actor) for actor in names]))

    def seen(actor: str) -> bool:
        chip = chip_of(canvas, actor)
        return chip.visibleRegion().boundingRect() == chip.rect()

    qtbot.waitUntil(lambda: seen("n59"))
    canvas.tray.reveal("radio")
    qtbot.waitUntil(lambda: seen("radio") and not seen("n59"))
    workspace.do(gestures.add_actor(Actor("last", "Club des aînés", "association")))
    qtbot.waitUntil(lambda: seen("last"))
    canvas.tray.reveal("radio")
    qtbot.waitUntil(lambda: not seen("last"))
    workspace.do(gestures.delete_actors(["n58"]))
    assert workspace.undo()
    qtbot.waitUntil(lambda: seen("n58"))


def test_an_empty_map_points_to_those_who_wait(workspace: Workspace, canvas: Canvas) -> None:
    workspace.do(gestures.delete_actors(["town", "grocer"]))
    assert "attendent en bas" in canvas.surface.invitation()
    workspace.do(gestures.delete_actors(["radio"]))
    assert "tapez des noms" in canvas.surface.invitation()


@pytest.mark.parametrize("kind", [BackgroundKind.TARGET, BackgroundKind.QUADRANT])
def test_what_to_do_with_an_empty_map_crosses_no_word_of_its_background(
    workspace: Workspace, canvas: Canvas, monkeypatch: pytest.MonkeyPatch, kind: BackgroundKind
) -> None:
    workspace.do(gestures.delete_actors(["town", "grocer"]))
    workspace.do(gestures.choose_background(kind))
    surface = canvas.surface
    canvas.fit()
    told = surface.grab().toImage()
    monkeypatch.setattr(surface, "invitation", lambda: "")
    silent = surface.grab().toImage()
    words = [shape for shape in surface.picture.ground.shapes if isinstance(shape, Text)]
    seen = [surface.transform().mapRect(QRectF(*_box(word))).toAlignedRect() for word in words]
    assert seen
    assert told != silent
    assert all(told.copy(one) == silent.copy(one) for one in seen)


def _box(word: Text) -> tuple[float, float, float, float]:
    """About what a text takes."""
    wide = 0.6 * len(word.text) * word.size
    left = {"start": 0.0, "middle": wide / 2, "end": wide}[word.anchor]
    return word.x - left, word.y - word.size, wide, 1.4 * word.size


def test_a_low_canvas_keeps_its_height_for_the_map(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    for n in range(40):
        workspace.do(
            gestures.add_actor(Actor(f"a{n}", f"Association du quartier, numéro {n}", "association"))
        )
    chip = canvas.tray.chips[0]
    qtbot.waitUntil(lambda: canvas.tray.height() > 3 * chip.height())
    canvas.resize(1200, 340)
    qtbot.waitUntil(lambda: canvas.tray.height() < 2 * chip.height())


def test_a_chip_goes_where_it_is_dropped(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    mouse.pull(chip_of(canvas, "radio"), mouse.at(-150, 250))
    radio = workspace.document.actors["radio"]
    assert (radio.x, radio.y) == (-150, 250)
    assert workspace.selection == {("actors", "radio")}
    assert not canvas.tray.chips


def test_another_button_drops_no_chip(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    chip, to = chip_of(canvas, "radio"), mouse.at(-150, 250)
    there = chip.mapFromGlobal(canvas.surface.mapToGlobal(to))
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(chip, chip.rect().center() + QPoint(20, 20))
    qtbot.mouseMove(chip, there)
    qtbot.mousePress(chip, Qt.MouseButton.MiddleButton, pos=there)
    qtbot.mouseRelease(chip, Qt.MouseButton.MiddleButton, pos=there)
    assert not workspace.document.actors["radio"].placed
    qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=there)
    assert workspace.document.actors["radio"].placed


def test_selected_chips_go_together_without_covering_one_another(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    workspace.do(gestures.add_actor(Actor("club", "Club des aînés", "association")))
    before = workspace.document
    qtbot.mouseClick(chip_of(canvas, "radio"), Qt.MouseButton.LeftButton)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(chip_of(canvas, "club"), Qt.MouseButton.LeftButton, control)
    mouse.pull(chip_of(canvas, "club"), mouse.at(100, 300))
    cards = canvas.surface.picture.cards
    assert (cards["club"].x, cards["club"].y) == (100, 300)
    boxes = [held.box for held in cards.values()]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert workspace.undo()
    assert workspace.document == before


def test_a_double_click_or_enter_places_in_the_middle(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    qtbot.mouseDClick(chip_of(canvas, "radio"), Qt.MouseButton.LeftButton)
    radio = workspace.document.actors["radio"]
    assert (radio.x, radio.y) == (200, 100)
    workspace.undo()
    qtbot.keyClick(chip_of(canvas, "radio"), Qt.Key.Key_Return)
    assert workspace.document.actors["radio"].placed


def test_a_high_card_covers_none_where_a_double_click_puts_it(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    """Its long name makes it higher than the others: the free place is one where all of it fits."""
    long = "Fédération départementale des clubs de loisirs et de solidarité des aînés ruraux du Val d’Œuvre"
    workspace.do(gestures.edit_actor("radio", name=long))
    workspace.do(gestures.place_actors({"town": (200.0, 13.0)}))  # just above the middle of the window
    qtbot.mouseDClick(chip_of(canvas, "radio"), Qt.MouseButton.LeftButton)
    boxes = {id_: held.box for id_, held in canvas.surface.picture.cards.items()}
    assert boxes["radio"].height > boxes["town"].height
    assert not any(boxes["radio"].intersects(boxes[id_]) for id_ in ("town", "grocer"))


@pytest.mark.parametrize(
    "name", ["c.c.a.s. ville de rivemont", "WWW MMM", "Fonds d’action sociale & solidaire"]
)
def test_the_whole_name_is_seen_selected_or_not(workspace: Workspace, canvas: Canvas, name: str) -> None:
    workspace.do(gestures.add_actor(Actor("club", name, "association")))
    chip = chip_of(canvas, "club")
    for chosen in ([], [("actors", "club")]):
        workspace.select(chosen)
        QApplication.processEvents()
        there = inked(chip)
        chip.resize(chip.width() + 60, chip.height())
        assert inked(chip) == there
        chip.resize(chip.width() - 60, chip.height())


def test_a_name_wider_than_the_tray_is_cut_with_an_ellipsis_and_pushes_nobody_out(
    workspace: Workspace, canvas: Canvas
) -> None:
    long = (
        "Direction départementale de l’emploi, du travail, des solidarités & de la protection des populations"
    )
    for n, name in enumerate(("x" * 200, long, "Club des aînés", "Ferme du Pont")):
        workspace.do(gestures.add_actor(Actor(f"a{n}", name, "association")))
    canvas.resize(640, 760)
    QApplication.processEvents()
    tray = canvas.tray
    for chip in tray.chips:
        assert chip.mapTo(tray, chip.rect().topRight()).x() <= tray.contentsRect().right() - 14
    for n, name in enumerate(("x" * 200, long)):
        chip = chip_of(canvas, f"a{n}")
        assert chip.shown.endswith("…")
        assert name.startswith(chip.shown[:-1])
        assert name in chip.toolTip()
        assert name in chip.accessibleName()
        for chosen in ([], [("actors", f"a{n}")]):
            workspace.select(chosen)
            seen = inked(chip)
            chip.setText(f" {chip.shown.replace('&', '&&')}")  # as wide as it is, with these words alone
            assert inked(chip) == seen
            chip.tell(workspace.document.actors[f"a{n}"])
    assert chip_of(canvas, "a2").shown == "Club des aînés"


def test_the_tray_has_no_line_without_chips(workspace: Workspace, canvas: Canvas) -> None:
    for n in range(6):
        workspace.do(gestures.add_actor(Actor(f"a{n}", f"Club numéro {n}", "association")))
    one = canvas.tray.chips[0].height()
    for width in range(1000, 400, -3):
        canvas.resize(width, 760)
        QApplication.processEvents()
        below = max(chip.geometry().bottom() for chip in canvas.tray.chips)
        assert canvas.tray.height() - 17 - below < one, width


def test_the_map_has_the_keys_of_a_chip_that_goes(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    chip = chip_of(canvas, "radio")
    chip.setFocus(Qt.FocusReason.MouseFocusReason)
    mouse.pull(chip, mouse.at(-150, 250))
    assert canvas.surface.hasFocus()
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Right)
    assert workspace.document.actors["radio"].x == -142


@pytest.fixture
def three(workspace: Workspace, canvas: Canvas) -> list[ActorChip]:
    for id_, name in (("club", "Club des aînés"), ("farm", "Ferme du Pont")):
        workspace.do(gestures.add_actor(Actor(id_, name, "association")))
    return canvas.tray.chips


def test_only_the_chips_that_change_are_made_anew(
    workspace: Workspace, canvas: Canvas, three: list[ActorChip]
) -> None:
    radio, club, farm = three
    workspace.do(gestures.edit_actor("club", name="Club & Cie", category="company"))
    assert canvas.tray.chips == [radio, club, farm]
    assert club.text() == " Club && Cie"
    workspace.do(gestures.move_actor("farm", "radio"))
    assert canvas.tray.chips == [farm, radio, club]
    QApplication.processEvents()
    assert farm.x() < radio.x() < club.x()
    workspace.do(gestures.place_actors({"radio": (0.0, 300.0)}))
    assert canvas.tray.chips == [farm, club]


def test_arrows_go_from_chip_to_chip_and_shift_takes_them_together(
    qtbot: QtBot, workspace: Workspace, three: list[ActorChip]
) -> None:
    three[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert workspace.selection == {("actors", "radio")}
    qtbot.keyClick(three[0], Qt.Key.Key_Right)
    assert three[1].hasFocus()
    assert workspace.selection == {("actors", "club")}
    qtbot.keyClick(three[1], Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert workspace.selection == {("actors", "club"), ("actors", "farm")}
    qtbot.keyClick(three[2], Qt.Key.Key_Right)
    assert three[2].hasFocus()


def test_a_chip_is_deleted_and_renamed_by_its_keys(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, three: list[ActorChip]
) -> None:
    three[1].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(three[1], Qt.Key.Key_F2)
    (line,) = [one for one in canvas.findChildren(QLineEdit) if one.isVisible()]
    assert line.text() == "Club des aînés"
    type_in(line, "Club du Val")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.document.actors["club"].name == "Club du Val"
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Delete)
    assert "club" not in workspace.document.actors


def test_a_name_typed_on_a_chip_is_handed_over_before_an_undo(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, three: list[ActorChip]
) -> None:
    canvas.tray.rename("farm")
    (line,) = [one for one in canvas.findChildren(QLineEdit) if one.isVisible()]
    type_in(line, "Moulin")
    assert workspace.undo()
    assert workspace.document.actors["farm"].name == "Ferme du Pont"
    assert workspace.redo()
    assert workspace.document.actors["farm"].name == "Moulin"
