"""Filters above the map: ticked in the panel, taken off by their chips; what is hidden is out of reach."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Category
from facilitator.model.lens import KINDS, Lens
from facilitator.model.vocabulary import Pillar, Presence, Status
from facilitator.ui import looking
from facilitator.ui.canvas.filter_panel import FilterPanel
from facilitator.ui.canvas.signs import SIGNS
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, type_in

TOWNS = Lens(categories=frozenset({"authority"}))


def chips(canvas: Canvas) -> list[str]:
    return [chip.text().replace(" ×", "").strip() for chip in canvas.filters.chips]


def opened(qtbot: QtBot, canvas: Canvas) -> FilterPanel:
    qtbot.mouseClick(canvas.filters.button, Qt.MouseButton.LeftButton)
    panel = canvas.filters.panel
    assert panel is not None
    assert panel.isVisible()
    return panel


def test_the_signs_are_those_of_the_lens() -> None:
    assert tuple(kind.field for kind in SIGNS) == KINDS


class TestPanel:
    def test_stays_open_while_one_ticks_several(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace
    ) -> None:
        panel = opened(qtbot, canvas)
        for kind, value in (
            ("categories", "authority"),
            ("categories", "state"),
            ("statuses", Status.EXISTING),
        ):
            qtbot.mouseClick(panel.chip(kind, value), Qt.MouseButton.LeftButton)
        assert panel.isVisible()
        assert workspace.lens == Lens(
            categories=frozenset({"authority", "state"}), statuses=frozenset({Status.EXISTING})
        )
        assert chips(canvas) == [
            "Catégorie\xa0: État",
            "Catégorie\xa0: Collectivité",
            "Statut du lien\xa0: Existant",
        ]
        qtbot.mouseClick(panel.chip("categories", "state"), Qt.MouseButton.LeftButton)
        assert workspace.lens.categories == {"authority"}
        panel.close()

    def test_every_kind_of_filter_is_there_with_its_sign_and_name(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace
    ) -> None:
        panel = opened(qtbot, canvas)
        for kind in SIGNS:
            for option in kind.options(workspace.document):
                chip = panel.chip(kind.field, option.value)
                assert option.text in chip.accessibleName()
                assert not chip.icon().isNull()
                assert min(chip.sizeHint().width(), chip.sizeHint().height()) >= 24
        qtbot.mouseClick(panel.chip("odds", 12), Qt.MouseButton.LeftButton)
        assert chips(canvas)[0].startswith("ODD\xa0: 12 · ")
        panel.close()

    def test_by_keyboard_alone_from_the_button_to_the_map(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace
    ) -> None:
        canvas.filters.button.setFocus()
        qtbot.keyClick(canvas.filters.button, Qt.Key.Key_Return)
        panel = canvas.filters.panel
        assert panel is not None
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Space)
        assert workspace.lens == TOWNS
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Escape)
        assert canvas.filters.panel is None
        assert canvas.surface.hasFocus()
        assert workspace.lens == TOWNS, "Esc there closes the panel alone"

    def test_fades_or_hides_and_shows_everything(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace
    ) -> None:
        workspace.look_through(TOWNS)
        panel = opened(qtbot, canvas)
        assert panel.chip("categories", "authority").isChecked()
        assert panel.hides.fade.isChecked()
        qtbot.mouseClick(panel.hides.hide_, Qt.MouseButton.LeftButton)
        assert workspace.seen.hidden == {"grocer", "funds"}
        assert set(canvas.surface.picture.cards) == {"town"}
        qtbot.mouseClick(panel.hides.hide_, Qt.MouseButton.LeftButton)
        assert panel.hides.hide_.isChecked()
        assert workspace.lens.hides
        qtbot.mouseClick(panel.all_, Qt.MouseButton.LeftButton)
        assert workspace.seen.hidden == frozenset()
        assert not panel.all_.isEnabled()
        assert not panel.chip("categories", "authority").isChecked()
        panel.close()

    def test_opens_once_and_inside_its_screen(self, qtbot: QtBot, canvas: Canvas) -> None:
        panel = opened(qtbot, canvas)
        assert canvas.window().rect().contains(panel.geometry())
        canvas.setFixedSize(500, 300)
        qtbot.mouseClick(canvas.filters.button, Qt.MouseButton.LeftButton)
        assert canvas.filters.panel is None
        panel = opened(qtbot, canvas)
        assert canvas.window().rect().contains(panel.geometry())
        panel.close()

    def test_closes_when_the_keyboard_or_the_session_goes_elsewhere(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace, mouse: Mouse
    ) -> None:
        canvas.window().activateWindow()
        qtbot.waitUntil(canvas.window().isActiveWindow)
        opened(qtbot, canvas)
        mouse.click(0, 0)
        assert canvas.filters.panel is None
        assert workspace.selection == {("actors", "town")}
        opened(qtbot, canvas)
        workspace.do(gestures.edit_category("state", name="Services"))
        assert canvas.filters.panel is None
        opened(qtbot, canvas)
        workspace.speak("en")
        assert canvas.filters.panel is None


class TestChips:
    def test_nothing_is_shown_while_nothing_is_filtered(self, canvas: Canvas, workspace: Workspace) -> None:
        assert not canvas.filters.isVisible()
        assert not canvas.filters.button.isChecked()
        workspace.look_through(TOWNS)
        assert canvas.filters.isVisible()
        assert canvas.filters.button.isChecked()

    def test_a_click_takes_one_off(self, qtbot: QtBot, canvas: Canvas, workspace: Workspace) -> None:
        workspace.look_through(
            replace(TOWNS, presences=frozenset({Presence.ABSENT}), focus=frozenset({"town"}))
        )
        assert chips(canvas)[-1] == "Ville de Rivemont et ses voisins"
        for left in (2, 1, 0):
            qtbot.mouseClick(canvas.filters.chips[-1], Qt.MouseButton.LeftButton)
            assert len(canvas.filters.chips) == left
        assert workspace.lens == Lens()
        assert not canvas.filters.isVisible()

    @pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return])
    def test_keys_take_off_and_the_keyboard_goes_to_the_next_then_to_the_map(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace, key: Qt.Key
    ) -> None:
        workspace.look_through(replace(TOWNS, pillars=frozenset({Pillar.HUMAN})))
        canvas.window().activateWindow()
        qtbot.waitUntil(canvas.window().isActiveWindow)
        canvas.filters.chips[0].setFocus()
        qtbot.keyClick(canvas.filters.chips[0], key)
        assert workspace.lens == Lens(pillars=frozenset({Pillar.HUMAN}))
        assert canvas.filters.chips[0].hasFocus()
        qtbot.keyClick(canvas.filters.chips[0], key)
        assert workspace.lens == Lens()
        assert canvas.surface.hasFocus()

    def test_say_what_they_are_in_each_language(
        self, canvas: Canvas, workspace: Workspace, each_language: str
    ) -> None:
        workspace.look_through(replace(TOWNS, focus=frozenset({"town", "grocer"})))
        workspace.speak(each_language)
        told = {
            "fr": ["Catégorie\xa0: Collectivité", "2 acteurs et leurs voisins"],
            "en": ["Category: Local authority", "2 actors and those linked to them"],
        }
        assert chips(canvas) == told[each_language]
        for chip, text in zip(canvas.filters.chips, told[each_language], strict=True):
            assert text in chip.accessibleName()
            assert chip.sizeHint().height() >= 24

    def test_follow_a_name_that_changes_and_what_is_deleted(
        self, canvas: Canvas, workspace: Workspace
    ) -> None:
        workspace.do(gestures.add_category(Category("coop", "Coopératives & co", rank=99)))
        workspace.look_through(Lens(categories=frozenset({"coop"}), focus=frozenset({"town"})))
        workspace.do(gestures.edit_category("coop", name="SCOP & SCIC"))
        workspace.do(gestures.edit_actor("town", name="Rivemont"))
        assert chips(canvas) == ["Catégorie\xa0: SCOP && SCIC", "Rivemont et ses voisins"]
        workspace.do(gestures.delete_category("coop"))
        workspace.do(gestures.delete_actors(["town"]))
        assert chips(canvas) == []
        assert not canvas.filters.isVisible()

    def test_esc_among_them_shows_everything(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace
    ) -> None:
        workspace.look_through(TOWNS)
        canvas.filters.chips[0].setFocus()
        qtbot.keyClick(canvas.filters.chips[0], Qt.Key.Key_Escape)
        assert workspace.lens == Lens()

    def test_the_link_at_their_end_shows_everything(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace
    ) -> None:
        workspace.look_through(replace(TOWNS, hides=True))
        qtbot.mouseClick(canvas.filters.all_, Qt.MouseButton.LeftButton)
        assert workspace.lens == Lens(hides=True), "how things are left out stays as one chose"


class TestMap:
    def test_esc_shows_everything_first_then_lets_go_of_the_selection(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace
    ) -> None:
        workspace.look_through(TOWNS)
        workspace.select([("actors", "town")])
        qtbot.keyClick(canvas.surface, Qt.Key.Key_Escape)
        assert workspace.lens == Lens()
        assert workspace.selection == {("actors", "town")}
        qtbot.keyClick(canvas.surface, Qt.Key.Key_Escape)
        assert workspace.selection == frozenset()

    def test_what_the_hand_does_is_let_go_of_first(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace, mouse: Mouse
    ) -> None:
        workspace.look_through(TOWNS)
        before = workspace.document
        mouse.press(mouse.at(0, 0))
        mouse.move(mouse.at(0, 80))
        qtbot.keyClick(canvas.surface, Qt.Key.Key_Escape)
        mouse.release(mouse.at(0, 80))
        assert workspace.document is before
        assert workspace.lens == TOWNS

    def test_the_bar_of_a_link_is_closed_first(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace
    ) -> None:
        workspace.look_through(TOWNS)
        canvas.open_link_bar("funds", canvas.surface.rect().center().toPointF())
        canvas.surface.setFocus()
        qtbot.keyClick(canvas.surface, Qt.Key.Key_Escape)
        assert canvas.link_bar is None
        assert workspace.lens == TOWNS

    def test_what_is_hidden_cannot_be_clicked_what_is_faded_can(
        self, canvas: Canvas, workspace: Workspace, mouse: Mouse
    ) -> None:
        middle = canvas.surface.picture.links["funds"].picture.middle
        workspace.look_through(TOWNS)
        mouse.click(400, 200)
        assert workspace.selection == {("actors", "grocer")}
        mouse.click(*middle)
        assert workspace.selection == {("links", "funds")}
        workspace.look_through(replace(TOWNS, hides=True))
        for place in ((400, 200), middle):
            mouse.click(*place)
            assert workspace.selection == frozenset()

    def test_no_card_moves_when_chips_come_and_go(self, canvas: Canvas, workspace: Workspace) -> None:
        def places() -> dict[str, object]:
            surface = canvas.surface
            return {
                id_: surface.mapTo(canvas, surface.card_rectangle(id_).center().toPoint())
                for id_ in surface.picture.cards
            }

        before = places()
        workspace.look_through(TOWNS)
        QApplication.processEvents()
        assert canvas.filters.isVisible()
        assert places() == before
        workspace.look_through(Lens())
        QApplication.processEvents()
        assert places() == before

    def test_a_map_where_all_is_hidden_says_so(self, canvas: Canvas, workspace: Workspace) -> None:
        empty = Lens(categories=frozenset({"state"}), hides=True)
        workspace.look_through(empty)
        hidden = canvas.surface.grab().toImage()
        workspace.do(gestures.delete_actors(["town", "grocer"]))
        assert canvas.surface.grab().toImage() != hidden, "it is not the invitation of an empty map"

    def test_a_new_card_never_covers_one_that_is_hidden(self, canvas: Canvas, workspace: Workspace) -> None:
        workspace.look_through(replace(TOWNS, hides=True))
        canvas.surface.set_view(View(400.0, 200.0, 1.0))
        canvas.tray.chips[0].place()
        assert {"town", "radio"} <= set(canvas.surface.picture.cards)
        workspace.look_through(Lens())
        cards = canvas.surface.picture.cards
        assert not cards["radio"].box.intersects(cards["grocer"].box)

    def test_linking_by_name_to_one_who_is_hidden_shows_it_where_it_stands(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace
    ) -> None:
        workspace.look_through(replace(TOWNS, hides=True))
        workspace.select([("actors", "town")])
        canvas.start_link()
        line = canvas.surface.findChild(QLineEdit)
        assert line is not None
        type_in(line, "Épicerie")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        (new,) = (row for row in workspace.document.links.values() if row.id != "funds")
        assert {new.source, new.target} == {"town", "grocer"}
        grocer = workspace.document.actors["grocer"]
        assert (grocer.x, grocer.y) == (400.0, 200.0)
        assert "grocer" in canvas.surface.picture.cards
        assert new.id in canvas.surface.picture.links

    def test_a_hand_busy_with_what_goes_out_of_sight_lets_go(
        self, canvas: Canvas, workspace: Workspace, mouse: Mouse
    ) -> None:
        before = workspace.document
        mouse.press(mouse.at(400, 200))
        mouse.move(mouse.at(430, 260))
        workspace.look_through(replace(TOWNS, hides=True))
        mouse.move(mouse.at(460, 290))
        mouse.release(mouse.at(460, 290))
        assert workspace.document is before
        assert set(canvas.surface.picture.cards) == {"town"}

    def test_the_bar_of_a_link_goes_with_it(self, canvas: Canvas, workspace: Workspace) -> None:
        canvas.open_link_bar("funds", canvas.surface.rect().center().toPointF())
        workspace.look_through(TOWNS)
        assert canvas.link_bar is not None
        workspace.look_through(replace(TOWNS, hides=True))
        assert canvas.link_bar is None


class TestALongName:
    NAME = "Université de Haute-Œuvre — laboratoire Alimentation et territoires, antenne de Rivemont"

    @pytest.mark.parametrize("width", [420, 1200])
    def test_of_a_focus_keeps_its_cross_in_sight(
        self, qtbot: QtBot, canvas: Canvas, workspace: Workspace, width: int
    ) -> None:
        workspace.do(gestures.edit_actor("town", name=self.NAME))
        workspace.look_through(Lens(focus=frozenset({"town"})))
        canvas.resize(width, 700)
        QApplication.processEvents()
        (chip,) = canvas.filters.chips
        assert canvas.filters.rect().contains(chip.geometry())
        assert chip.text().endswith("×")
        room = chip.fontMetrics().horizontalAdvance(chip.text())
        assert room <= chip.width()
        assert self.NAME in chip.toolTip()
        assert self.NAME in chip.accessibleName()
        assert (self.NAME in chip.text()) is (width == 1200)
        assert canvas.filters.minimumSizeHint().width() < 400, "it pushes no panel away"
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())
        assert not workspace.lens.focus


def test_the_card_one_focuses_on_stays_in_sight(canvas: Canvas, workspace: Workspace) -> None:
    surface = canvas.surface
    surface.choose([("actors", "town")])
    box = surface.picture.cards["town"].box
    surface.set_view(View(200.0, box.y + surface.height() / 2 - 4, 1.0))
    assert surface.rect().contains(surface.card_rectangle("town").toAlignedRect())
    looking.turn_focus(workspace)
    for _n in range(3):
        QApplication.processEvents()
    assert canvas.filters.isVisible()
    assert surface.rect().contains(surface.card_rectangle("town").toAlignedRect())
