"""Importing: what files would do is seen line by line before anything is done, then is one step of undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.exchange import incoming, outgoing, samples
from facilitator.model.store import file
from facilitator.ui import at_length, errands
from facilitator.ui.app import App
from facilitator.ui.import_dialog import ImportDialog
from facilitator.ui.import_lines import SAID, SAME
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.hands import answer, at_hand, inside, take_row
from tests.ui.texts import english_left, plain

ROWS = "nom;type;missions\nVille de Rivemont;collectivité;planter\nLes Jardins du Gué;association;\n;association;\n"


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    path = tmp_path / "acteurs.csv"
    path.write_text(ROWS, "utf-8")
    return path


def dialog_of(window: Window) -> ImportDialog:
    return inside(window, ImportDialog)


def told(dialog: ImportDialog) -> list[str]:
    return [plain(str(dialog.rows.index(n, SAID).data())) for n in range(dialog.rows.rowCount())]


def names(window: Window) -> list[str]:
    return [actor.name for actor in window.workspace.document.actors.values()]


def tick(dialog: ImportDialog, row: int, qtbot: QtBot) -> None:
    """Clicks in the middle of what is ticked."""
    place = dialog.lines.visualRect(dialog.rows.index(row, SAME))
    left = place.topLeft()
    qtbot.mouseClick(
        dialog.lines.viewport(), Qt.MouseButton.LeftButton, pos=left + (place.bottomLeft() - left) / 2 + _IN
    )


_IN = QPointF(14, 0).toPoint()


def drop(window: Window, *paths: Path) -> bool:
    """Drops files on the window; whether they are taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, keys, actions = (
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.DropAction.CopyAction,
    )
    entering = QDragEnterEvent(QPointF(50, 50).toPoint(), actions, data, button, keys)
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), actions, data, button, keys))
    return entering.isAccepted()


def test_lists_are_told_before_they_are_brought_and_are_one_step_of_undo(
    window: Window, lists: Path, qtbot: QtBot
) -> None:
    before = window.workspace.document
    window.ask_import()
    answer(window, lists, qtbot)
    dialog = dialog_of(window)
    assert window.workspace.document is before, "nothing is brought before one says yes"
    assert english_left(dialog) == set()
    assert told(dialog)[1:] == [
        "« Les Jardins du Gué » : ajouté, à placer.",
        "Ligne laissée de côté : il n’y a pas de nom.",
    ]
    qtbot.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    assert "Les Jardins du Gué" in names(window)
    assert "1 acteur ajouté" in plain(window.status.sentence.text())
    window.workspace.undo()
    assert window.workspace.document == before


def test_an_actor_met_by_name_can_be_another(window: Window, lists: Path, qtbot: QtBot) -> None:
    met = next(iter(window.workspace.document.actors.values()))
    lists.write_text(f"nom;missions\n{met.name.upper()};planter\n", "utf-8")
    errands.bring(window, [lists])
    dialog = dialog_of(window)
    same = dialog.rows.index(0, SAME)
    assert same.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert "untick" not in str(same.data(Qt.ItemDataRole.ToolTipRole))
    before = told(dialog)
    tick(dialog, 0, qtbot)
    assert "à côté de l’acteur du même nom" in told(dialog)[0]
    assert dialog.lines.currentIndex().row() == 0
    QTest.keyClick(dialog.lines, Qt.Key.Key_Space)
    assert told(dialog) == before, "the keyboard does as the mouse"
    QTest.keyClick(dialog.lines, Qt.Key.Key_Space)
    QTest.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    assert met.name.upper() in names(window)
    assert window.workspace.document.actors[met.id] == met


def test_an_actor_of_a_name_like_one_there_can_be_the_same_by_the_keys_alone(
    window: Window, lists: Path, qtbot: QtBot
) -> None:
    lists.write_text("nom;missions\nLes épiceries sociales L’Étal;nourrir\nGare;\n", "utf-8")
    errands.bring(window, [lists])
    dialog = dialog_of(window)
    at_hand(dialog, qtbot)
    dialog.lines.setFocus(Qt.FocusReason.TabFocusReason)
    assert dialog.lines.currentIndex().row() == 0, "one sees where one is"
    assert "« Épicerie sociale L’Étal », déjà là, est peut-être le même" in told(dialog)[0]
    assert "Épicerie sociale L’Étal" in str(dialog.rows.index(0, SAME).data(Qt.ItemDataRole.ToolTipRole))
    dialog.some.setChecked(True)
    assert len(told(dialog)) == 1, "it needs a look"
    dialog.some.setChecked(False)
    take_row(dialog.lines, 0)
    QTest.keyClick(dialog.lines, Qt.Key.Key_Space)
    assert told(dialog)[0].startswith("« Épicerie sociale L’Étal » y était déjà : complété")
    QTest.keyClick(dialog.lines, Qt.Key.Key_Space)
    assert "est peut-être le même" in told(dialog)[0]
    QTest.keyClick(dialog.lines, Qt.Key.Key_Space)
    QTest.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    assert window.workspace.document.actors["grocer"].missions == "nourrir"
    assert names(window).count("Gare") == 1
    assert "Les épiceries sociales L’Étal" not in names(window)


def test_only_what_needs_a_look(window: Window, lists: Path) -> None:
    errands.bring(window, [lists])
    dialog = dialog_of(window)
    whole = len(told(dialog))
    QTest.mouseClick(dialog.some, Qt.MouseButton.LeftButton, pos=dialog.some.rect().center())
    dialog.some.setChecked(True)
    assert "Les Jardins du Gué" not in " ".join(told(dialog))
    assert "il n’y a pas de nom" in told(dialog)[-1]
    dialog.some.setChecked(False)
    assert len(told(dialog)) == whole
    dialog.reject()


def test_the_line_one_is_on_is_told_whole_and_copied(window: Window, lists: Path) -> None:
    errands.bring(window, [lists])
    dialog = dialog_of(window)
    dialog.lines.setFocus()
    take_row(dialog.lines, 1)
    assert plain(dialog.whole.text()) == "acteurs.csv, ligne 3 : « Les Jardins du Gué » : ajouté, à placer."
    dialog._copy()
    assert QGuiApplication.clipboard().text() == dialog.whole.text()
    assert dialog.rows.headerData(0, Qt.Orientation.Vertical) is None
    assert not dialog.rows.setData(dialog.rows.index(1, SAME), 0, Qt.ItemDataRole.CheckStateRole)
    dialog.reject()


def test_nothing_to_bring_is_said_so(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "vide.csv"
    path.write_text("Nom;Type\n", "utf-8")
    errands.bring(window, [path])
    dialog = dialog_of(window)
    assert not dialog.bring.isVisible()
    assert dialog.leave.isDefault()
    before = window.workspace.document
    dialog.accept()
    assert window.workspace.document is before


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("photo.csv", b"\x89PNG\r\n\x00\x00\x00"),
        ("classeur.xlsx", b"PK\x03\x04"),
        ("carte.graphml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><graphml/>"),
        ("carte.json", b"{"),
        ("absent.csv", None),
    ],
)
def test_a_file_that_is_nothing_of_ours_is_said(
    window: Window, tmp_path: Path, name: str, data: bytes | None
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    before = window.workspace.document
    errands.bring(window, [path])
    assert window.status.sentence.property("role") == "error"
    assert name in window.status.sentence.text()
    assert window.workspace.document is before
    assert not window.findChildren(ImportDialog)


def test_files_dropped_on_the_window_are_told_first(
    window: Window, lists: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    graph, other = tmp_path / "carte.graphml", tmp_path / "photo.jpeg"
    outgoing.export(samples.document("nourrir-rivemont"), graph, "public")
    other.write_bytes(b"")
    assert not drop(window, lists, other)
    assert drop(window, lists, graph)
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportDialog)))
    assert any("n° 3" in plain(str(dialog_of(window).rows.index(n, 0).data())) for n in range(20))
    dialog_of(window).reject()


def test_a_session_that_can_only_be_looked_at_takes_nothing(app: App, session: Path, lists: Path) -> None:
    app._enter(Workspace(file.open(session, read_only=True)))
    assert app.window is not None
    assert not drop(app.window, lists)


def test_what_takes_long_can_be_given_up(
    window: Window, lists: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forever(*_asked: Any) -> Iterator[float]:
        while True:
            yield 0.25

    monkeypatch.setattr(at_length, "PATIENCE", 0.0)
    monkeypatch.setattr(incoming, "in_slices", forever)
    before = window.workspace.document
    errands.bring(window, [lists])
    progress = inside(window, at_length.Progress)
    qtbot.waitUntil(lambda: progress.bar.value() == 250)
    QTest.keyClick(progress, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(at_length.Progress))
    assert "annulé" in window.status.sentence.text()
    assert window.workspace.document is before
