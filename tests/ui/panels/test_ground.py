"""The panel of the background: kinds, words, zones, picture; opened and left as any panel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model import ground as ground_of
from facilitator.model.document import Document, Image, Zone
from facilitator.model.store import file
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui import ground, look
from facilitator.ui.actions import by_key
from facilitator.ui.app import App
from facilitator.ui.canvas.adjust_bar import AdjustBar
from facilitator.ui.canvas.view import View
from facilitator.ui.laying import lay
from facilitator.ui.panels.ground import GroundPanel
from facilitator.ui.panels.inspector import Inspector
from facilitator.ui.panels.rows import More
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.drawing.scenes import chequered
from tests.ui.hands import CTRL, SHIFT, answer, inside, press, strike, write
from tests.ui.seen import laid_out
from tests.ui.test_window import unfolded
from tests.ui.texts import english_left, read


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> GroundPanel:
    shown = GroundPanel(workspace)
    qtbot.addWidget(shown)
    shown.resize(300, 600)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture
def window(app: App, session: Path, qtbot: QtBot) -> Window:
    return unfolded(app, session, qtbot)


def test_a_kind_is_chosen_and_says_what_a_drop_does(
    qtbot: QtBot, panel: GroundPanel, workspace: Workspace
) -> None:
    assert panel.buttons[BackgroundKind.BLANK].isChecked()
    assert not panel.adjust.isVisible()
    for kind in BackgroundKind:
        qtbot.mouseClick(panel.buttons[kind], Qt.MouseButton.LeftButton)
        assert workspace.document.background.kind is kind
        assert [one for one, button in panel.buttons.items() if button.isChecked()] == [kind]
        assert [one for one, part in panel.parts.items() if part.isVisible()] == (
            [] if kind is BackgroundKind.BLANK else [kind]
        )
    assert panel.adjust.isVisible() is False  # no image yet
    workspace.undo()
    assert panel.buttons[BackgroundKind.ZONES].isChecked()
    assert panel.adjust.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_names_of_kinds_wrap_rather_than_be_cut(
    qapp: QApplication, panel: GroundPanel, workspace: Workspace, scale: float, language: str
) -> None:
    workspace.speak(language)
    look.dress(qapp, scale=scale)
    others = [choice for choice in panel.buttons.values() if not choice.isChecked()]
    inked = []
    for wide in (900, 270):
        panel.resize(wide, 900)
        laid_out()
        inked.append([dark(choice) for choice in others])
        assert all(dark(choice, choice.iconSize().width() + 20) > 50 for choice in others), (
            "its drawing is seen"
        )
    look.dress(qapp)
    assert inked[1] == pytest.approx(inked[0], rel=0.04), "as many letters are seen as where there is room"


def dark(widget: QWidget, within: int = 900) -> int:
    """How much of what is seen of a widget is ink, in so many pixels from its left."""
    image = widget.grab().toImage()
    places = ((x, y) for y in range(image.height()) for x in range(min(image.width(), within)))
    return sum(image.pixelColor(*place).lightness() < 100 for place in places)


def test_its_words_are_typed(qtbot: QtBot, panel: GroundPanel, workspace: Workspace) -> None:
    workspace.do(gestures.choose_background(BackgroundKind.QUADRANT))
    lines = {line.accessibleName(): line for line in panel.findChildren(QLineEdit) if line.isVisible()}
    assert set(lines) == {"Ce qui croît vers le haut", "Ce qui croît vers la droite"}
    across = lines["Ce qui croît vers la droite"]
    assert across.placeholderText() == "Intérêt"
    write("Proximité", across)
    qtbot.keyClick(across, Qt.Key.Key_Return)
    assert workspace.document.background.x_axis == "Proximité"


def test_zones_are_renamed_and_taken_away(qtbot: QtBot, panel: GroundPanel, workspace: Workspace) -> None:
    workspace.do(gestures.add_zone(Zone("z", "Santé", 0.0, 0.0, 100.0, 100.0)))
    workspace.do(gestures.choose_background(BackgroundKind.ZONES))
    row = panel.zones.row("z")
    (name,) = row.findChildren(QLineEdit)
    name.selectAll()
    write("Soin", name)
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert workspace.document.zones["z"].name == "Soin"
    (more,) = row.findChildren(More)
    more.fill()
    duplicate, delete = (action for action in more.menu().actions() if action.text())
    duplicate.trigger()
    assert [zone.name for zone in workspace.document.zones.values()] == ["Soin", "Soin"]
    delete.trigger()
    assert len(workspace.document.zones) == 1
    assert "z" not in panel.zones.ids


def test_a_picture_is_laid_replaced_and_removed(
    panel: GroundPanel, workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "Plan <b>du quartier.png"
    path.write_bytes(chequered())
    assert panel.lay_image(path)
    assert workspace.document.background.kind is BackgroundKind.IMAGE
    assert panel.image_name.text() == path.name
    assert panel.image_name.textFormat() is Qt.TextFormat.PlainText
    assert panel.bring.text() == "Remplacer l’image…"
    panel.remove.click()
    bare = workspace.document
    assert bare.images == {}
    assert bare.background.kind is BackgroundKind.BLANK
    workspace.undo()
    assert len(workspace.document.images) == 1


def test_a_file_that_is_no_picture_changes_nothing(
    panel: GroundPanel, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Bonjour")
    before = workspace.document
    with qtbot.waitSignal(workspace.said) as said:
        assert not panel.lay_image(path)
    assert said.args is not None
    assert "notes.txt" in said.args[0]
    assert said.args[1] is True
    assert workspace.document is before


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_speaks_both_languages(panel: GroundPanel, workspace: Workspace, language: str) -> None:
    workspace.do(gestures.set_image(Image("i", "plan.png", data=chequered(), width=400, height=300)))
    for kind in BackgroundKind:
        workspace.do(gestures.choose_background(kind))
        workspace.speak(language)
        assert "plan.png" in set(read(panel)) or kind is not BackgroundKind.IMAGE
        if language == "fr":
            assert not english_left(panel)


def test_a_session_one_only_looks_at_offers_nothing(
    dressed: QApplication, session: Path, qtbot: QtBot
) -> None:
    workspace = Workspace(file.open(session, read_only=True))
    panel = GroundPanel(workspace)
    qtbot.addWidget(panel)
    assert not any(button.isEnabled() for button in panel.buttons.values())
    assert not panel.new_zone.isEnabled()
    assert not panel.bring.isEnabled()
    workspace.close()


# In the console


def test_the_keyboard_opens_the_panel_chooses_adjusts_and_leaves(window: Window, qtbot: QtBot) -> None:
    strike(window, Qt.Key.Key_B, CTRL)
    assert isinstance(window.inspector.currentWidget(), GroundPanel)
    assert window.inspector.ground.buttons[BackgroundKind.BLANK].hasFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert window.workspace.document.background.kind is BackgroundKind.QUADRANT
    strike(window, Qt.Key.Key_B, CTRL, SHIFT)
    held = ground.adjusting(window)
    assert held is not None
    assert held.hasFocus()
    whole = held.board.rectangle(held.box) if held.box else None
    assert whole is not None
    assert held.rect().contains(whole.toAlignedRect())  # what is adjusted is seen whole
    x = window.workspace.document.background.x
    press(Qt.Key.Key_Right)
    assert window.workspace.document.background.x == x + 8
    press(Qt.Key.Key_Escape)
    assert ground.adjusting(window) is None
    strike(window, Qt.Key.Key_B, CTRL)
    assert not window.inspector.showing_ground
    assert window.canvas.surface.hasFocus()


@pytest.mark.parametrize("tried", [BackgroundKind.TARGET, BackgroundKind.ZONES, BackgroundKind.BLANK])
@pytest.mark.parametrize("square", [False, True])
def test_axes_placed_by_hand_are_found_again_whatever_is_tried_meanwhile(
    window: Window, qtbot: QtBot, tried: BackgroundKind, square: bool
) -> None:
    workspace = window.workspace
    strike(window, Qt.Key.Key_B, CTRL)
    panel = window.inspector.ground

    def click(choice: QWidget) -> None:
        qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)

    click(panel.buttons[BackgroundKind.QUADRANT])
    click(panel.adjust)
    held = ground.adjusting(window)
    assert held is not None
    assert held.box is not None
    frame = held.board.rectangle(held.box)
    start = QPointF(frame.right(), frame.center().y()).toPoint()
    end = start - QPoint(round(frame.width() - frame.height()) if square else 120, 0)
    qtbot.mousePress(held, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(held, (start + end) / 2)
    qtbot.mouseMove(held, end)
    qtbot.mouseRelease(held, Qt.MouseButton.LeftButton, pos=end)
    strike(window, Qt.Key.Key_Escape)
    laid = workspace.document.background
    assert (laid.width == pytest.approx(laid.height, rel=0.009)) is square
    workspace.do(gestures.place_actors({"radio": (laid.x + 0.6 * laid.width, 50.0)}))
    rated, quarter = workspace.document.actors, ground_of.quarter_at(workspace.document, 0.0, 0.0)
    click(panel.buttons[tried])
    assert workspace.document.background.kind is tried
    click(panel.buttons[BackgroundKind.QUADRANT])
    assert workspace.document.background == laid
    assert workspace.document.actors == rated
    assert ground_of.quarter_at(workspace.document, 0.0, 0.0) == quarter
    assert workspace.undo()
    assert workspace.document.background.kind is tried


def test_a_picture_and_a_target_are_found_again_too_after_a_night(
    panel: GroundPanel, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "plan.png"
    path.write_bytes(chequered())
    assert panel.lay_image(path)
    workspace.do(gestures.edit_background(x=-70.0, y=-50.0, width=800.0, height=600.0))
    plan = workspace.document.background
    panel.choose(BackgroundKind.TARGET)
    workspace.do(gestures.edit_background(x=300.0, y=200.0, width=500.0, height=500.0))
    target = workspace.document.background
    panel.choose(BackgroundKind.IMAGE)
    assert workspace.document.background == plan
    workspace.close()
    again = Workspace(file.open(workspace.path))
    assert lay(again, BackgroundKind.TARGET)
    assert again.document.background == target
    again.do(gestures.set_image(Image("tall", data=chequered(), width=100, height=300)))
    again.do(gestures.choose_background(BackgroundKind.TARGET))
    assert lay(again, BackgroundKind.IMAGE)
    shown = again.document.background
    assert shown.height == pytest.approx(3 * shown.width, rel=0.01), "another picture keeps its proportions"
    again.close()


@pytest.mark.parametrize(
    "kept", [[], {"quadrant": 1}, {"quadrant": [0, 0, 0, 5]}, {"quadrant": [1e9, 0, 5, 5]}]
)
def test_what_cannot_be_read_of_the_desk_keeps_no_background_away(workspace: Workspace, kept: object) -> None:
    workspace.keep("laid", kept)
    assert lay(workspace, BackgroundKind.QUADRANT)
    assert workspace.document.background.width >= 1600


def test_escape_leaves_the_panel(window: Window) -> None:
    strike(window, Qt.Key.Key_B, CTRL)
    press(Qt.Key.Key_Escape)
    assert not window.inspector.showing_ground
    assert window.canvas.surface.hasFocus()


def test_a_background_that_is_chosen_is_seen_whole(window: Window) -> None:
    board = window.canvas.surface
    board.set_view(View(200.0, 100.0, 2.0))
    window.ask("ground_quadrant")
    assert board.rect().contains(board.rectangle(board.picture.box).toAlignedRect())
    board.set_view(View(200.0, 100.0, 0.05))
    window.ask("ground_target")
    assert board.view.zoom == 0.05  # seen already: nothing moves
    window.canvas.fit()
    target = board.view.zoom
    window.ask("ground_blank")
    assert board.view.zoom > target  # seen whole before, and after: as large as it can be


def test_keys_of_the_cards_are_for_the_zone_while_it_is_adjusted(window: Window, qtbot: QtBot) -> None:
    window.workspace.do(gestures.add_zone(Zone("z", "Santé", 0.0, 0.0, 300.0, 200.0)))
    window.workspace.do(gestures.choose_background(BackgroundKind.ZONES))
    window.workspace.select([("actors", "town")])
    window.ask("adjust")
    assert window.workspace.selection == frozenset()
    press(Qt.Key.Key_Delete)
    assert window.workspace.document.zones == {}
    assert "town" in window.workspace.document.actors
    window.workspace.undo()
    strike(window, Qt.Key.Key_D, CTRL)
    assert len(window.workspace.document.zones) == 2
    assert len(window.workspace.document.actors) == 3
    window.ask("adjust")
    assert ground.adjusting(window) is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_its_corners_are_below_the_bar_while_it_is_adjusted(app: App, window: Window, scale: float) -> None:
    app.enlarge(scale)
    window.ask("ground_target")
    laid_out()
    window.canvas.fit()
    window.ask("adjust")
    laid_out()
    held = ground.adjusting(window)
    assert held is not None
    assert held.box is not None
    corners, bar = window.canvas.surface.rectangle(held.box).toRect(), inside(held, AdjustBar)
    assert window.canvas.surface.rect().contains(corners)
    assert not corners.intersects(bar.geometry())
    window.ask("adjust")
    app.enlarge(1.0)


def test_selecting_a_card_leaves_the_panel(window: Window) -> None:
    window.ask("ground")
    window.workspace.select([("actors", "town")])
    assert not window.inspector.showing_ground
    assert window.inspector.currentWidget() is window.inspector.actor
    window.workspace.select([])
    assert window.inspector.currentWidget() is window.inspector.step


def test_a_folded_panel_unfolds_for_it(window: Window) -> None:
    window.fold("inspector")
    window.ask("ground")
    assert window.unfolded("inspector")
    window.fold("inspector")
    window.ask("ground")
    assert window.unfolded("inspector")
    assert window.inspector.showing_ground


def test_the_menu_says_which_one_is_on(window: Window) -> None:
    window.ask("ground_target")
    window.menus.refresh("map")
    on = [kind for kind in BackgroundKind if window.menus.action(f"ground_{kind}").isChecked()]
    assert on == [BackgroundKind.TARGET]
    assert window.menus.action("adjust").isEnabled()
    window.ask("ground_image")  # none was brought yet: the panel opens
    assert window.inspector.showing_ground
    window.menus.refresh("map")
    assert not window.menus.action("adjust").isEnabled()


def test_kinds_are_told_with_their_menu_elsewhere(window: Window) -> None:
    assert by_key("ground_image").full_label(window) == "Fond de plan — Image"
    assert by_key("ground").full_label(window) == "Choisir le fond de plan…"


def test_a_new_zone_is_asked_for_in_the_panel(window: Window, qtbot: QtBot) -> None:
    window.ask("ground_zones")
    assert window.inspector.showing_ground
    window.inspector.ground.new_zone.click()
    write("Santé")
    press(Qt.Key.Key_Return)
    document: Document = window.workspace.document
    assert [zone.name for zone in document.zones.values()] == ["Santé"]
    window.inspector.ground.finish.click()
    assert ground.adjusting(window) is None
    assert window.canvas.surface.hasFocus()


def test_an_image_is_chosen_by_its_file(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "plan.png"
    path.write_bytes(chequered())
    window.ask("ground_image")
    window.inspector.ground.bring.click()
    answer(window, path, qtbot)
    (image,) = window.workspace.document.images.values()
    assert image.name == "plan.png"
    assert window.canvas.surface.picture.ground.shapes


def test_the_inspector_makes_the_panel_once_it_is_wanted(workspace: Workspace, qtbot: QtBot) -> None:
    inspector = Inspector(workspace)
    qtbot.addWidget(inspector)
    assert inspector.findChild(GroundPanel) is None
    inspector.show_ground()
    assert inspector.currentWidget() is inspector.ground
