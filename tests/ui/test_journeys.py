"""Journeys chosen, kept and brought in by hand; the text of a charter."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot

from facilitator.model import gestures, journey
from facilitator.model.document import Step, ordered
from facilitator.model.journey import Journey
from facilitator.model.vocabulary import Block
from facilitator.ui.app import App
from facilitator.ui.charter_text import CharterText
from facilitator.ui.journeys import Journeys
from facilitator.ui.new_session import NewSession
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.hands import write


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> Iterator[Window]:
    window = Window(workspace)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


@pytest.fixture
def dialog(window: Window) -> Journeys:
    dialog = window.show_journeys()
    assert isinstance(dialog, Journeys)
    return dialog


def test_a_session_begins_with_the_journey_one_chooses(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewSession()
    qtbot.addWidget(dialog)
    labels = [dialog.journey.itemText(n) for n in range(dialog.journey.count())]
    assert any("1\u00a0h\u00a030" in label and "7 étapes" in label for label in labels)
    dialog.journey.setCurrentIndex(dialog.journey.findData("short"))
    assert app.create("Courte", tmp_path / "Courte.alliance", dialog.journey_key)
    assert app.window is not None
    assert len(app.window.workspace.document.steps) == 7


def test_dialogs_are_never_larger_than_the_screen(window: Window) -> None:
    for held in (window.show_journeys(), window.bring_charter(), window.show_history()):
        room = held.screen().availableSize()
        assert held.size().boundedTo(room) == held.size(), type(held)
        held.reject()


def test_a_length_is_said_once(qtbot: QtBot) -> None:
    dialog = NewSession()
    qtbot.addWidget(dialog)
    label = dialog.journey.itemText(dialog.journey.findData("short"))
    assert label.count("1\u00a0h\u00a030") == 1


def test_another_journey_is_used_in_one_step_of_undo(window: Window, dialog: Journeys) -> None:
    workspace = window.workspace
    workspace.do(gestures.edit_step("cap", words="Notre cap"))
    before = workspace.document
    dialog.refresh("short")
    assert "1 étape de cette séance" in dialog.told.text()
    dialog.buttons["use"].click()
    assert not dialog.isVisible()
    assert workspace.document.steps["cap"].words == "Notre cap"
    assert len(workspace.document.steps) == 7
    assert workspace.step is not None
    workspace.undo()
    assert workspace.document == before


def test_the_journey_of_the_session_is_kept_exported_and_brought_back(
    window: Window, dialog: Journeys, tmp_path: Path
) -> None:
    window.workspace.do(gestures.edit_step("cap", title="Notre cap à nous"))
    dialog.buttons["keep"].click()
    assert "nom" in dialog.told.text()
    dialog.name.setFocus()
    write("Parcours de la vallée", dialog.name)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter keeps, and stays"
    assert dialog.own
    assert dialog.title.text() == "Parcours de la vallée"
    assert "Notre cap à nous" in dialog.steps.text()
    out = tmp_path / "parcours.toml"
    dialog.write(journey.load(dialog.key, "fr"), out)
    dialog.buttons["forget"].click()
    assert not any(one.own for one in journey.offered("fr"))
    dialog.bring(out)
    assert dialog.own
    write("Autre nom", dialog.name)
    dialog.buttons["rename"].click()
    assert dialog.title.text() == "Autre nom"
    dialog.refresh("default")
    assert not dialog.buttons["forget"].isEnabled(), "shipped ones stay"


def test_a_long_journey_makes_no_dialog_higher_than_the_screen(dialog: Journeys) -> None:
    high = dialog.height()
    steps = tuple(Step(f"k{n}", f"k{n}", title="Étape " * 12, rank=n) for n in range(1, 61))
    dialog.refresh(journey.keep(Journey("", "Long", "", steps, ())))
    assert dialog.steps.text().count("\n") == 59
    QApplication.processEvents()
    assert dialog.height() == high


def test_a_wrong_file_is_told_and_nothing_is_kept(dialog: Journeys, tmp_path: Path) -> None:
    wrong = tmp_path / "faux.toml"
    wrong.write_text("[[step]]\nkey = 'a'\n", "utf-8")
    dialog.bring(wrong)
    assert "parcours" in dialog.told.text()
    dialog.bring(tmp_path / "absent.toml")
    assert dialog.told.text()
    assert not any(one.own for one in journey.offered("fr"))


def test_a_charter_is_pasted_looked_at_and_brought_in(window: Window) -> None:
    workspace = window.workspace
    before = workspace.document
    dialog = window.bring_charter()
    assert isinstance(dialog, CharterText)
    assert not dialog.take.isEnabled()
    dialog.text.setPlainText("Principes\nLa confiance\nLa patience\n\n# Ce que nous voulons\nUn lieu")
    assert [choice.currentText() for choice in dialog.blocks] == ["Principes", "Laisser de côté"]
    assert dialog.told.text() == "2 points à reprendre."
    assert all(area.accessibleName() for area in dialog.findChildren(QScrollArea))
    dialog.blocks[1].setCurrentIndex(dialog.blocks[1].findData(str(Block.MEANS)))
    assert dialog.told.text() == "3 points à reprendre."
    dialog.source.setText("Notre charte")
    dialog.take.click()
    texts = [item.text for item in ordered(workspace.document.items)]
    assert {"La confiance", "La patience", "Un lieu"} <= set(texts)
    assert workspace.document.workshop.charter_source == "Notre charte"
    assert not [
        item for item in workspace.document.items.values() if item.proposed and item.step == "principles"
    ]
    workspace.undo()
    assert workspace.document == before


def test_enter_beside_a_charter_asks_for_no_file(window: Window) -> None:
    dialog = window.bring_charter()
    assert isinstance(dialog, CharterText)
    dialog.text.setPlainText("Principes\nLa confiance")
    dialog.source.setFocus()
    write("Notre charte", dialog.source)
    QTest.keyClick(dialog.source, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.findChildren(QFileDialog)


def test_a_text_that_cannot_be_a_charter_is_told(window: Window, tmp_path: Path) -> None:
    dialog = window.bring_charter()
    assert isinstance(dialog, CharterText)
    before = window.workspace.document
    dialog.text.setPlainText("\n".join(f"- point {n}" for n in range(300)))
    assert "300 points" in dialog.told.text()
    assert not dialog.take.isEnabled()
    dialog.text.setPlainText("x" * 20_000)
    assert "trop long" in dialog.told.text()
    dialog.show_file(tmp_path / "absent.txt")
    assert "absent.txt" in dialog.told.text()
    picture = tmp_path / "image.txt"
    picture.write_bytes(b"\x89PNG\0\0")
    dialog.show_file(picture)
    assert "image.txt" in dialog.told.text()
    charter = tmp_path / "charte.txt"
    charter.write_bytes("Moyens\nDes idées à nous\n".encode("cp1252"))
    dialog.show_file(charter)
    assert dialog.points() == {Block.MEANS: ["Des idées à nous"]}
    assert dialog.source.text() == "charte"
    dialog.leave.click()
    assert window.workspace.document is before
