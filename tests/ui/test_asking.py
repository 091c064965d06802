"""A session that is open stays locked for other processes, whatever one asks for in its folder."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QTreeView
from pytestqt.qtbot import QtBot

from facilitator.ui import asking, picture_file
from facilitator.ui.window import Window
from tests.ui.hands import answer

WRITES = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
other.execute("BEGIN IMMEDIATE")
"""


def locked(path: Path) -> bool:
    """Whether another process is kept from writing to a file."""
    other = subprocess.run(
        [sys.executable, "-c", WRITES, str(path)], capture_output=True, text=True, check=False
    )
    assert other.returncode == 0 or "database is locked" in other.stderr, other.stderr
    return other.returncode != 0


def opening(window: Window, folder: Path) -> QFileDialog:
    return asking.existing(window, "Image", folder, ["Images (*.png)", "Tout (*)"], lambda _paths: None)


def saving(window: Window, folder: Path) -> QFileDialog:
    return asking.save(
        window, "Copie", folder / "copie.alliance", ["Session (*.alliance)"], lambda _path: None
    )


@pytest.mark.parametrize("asked", [opening, saving])
def test_a_file_dialog_over_its_folder_leaves_a_session_locked(
    window: Window, qtbot: QtBot, asked: Callable[[Window, Path], QFileDialog]
) -> None:
    path = window.workspace.path
    (path.parent / "dossier").mkdir()
    assert locked(path)
    dialog = asked(window, path.parent)
    if asked is opening:
        dialog.selectNameFilter("Tout (*)")
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    tree = dialog.findChild(QTreeView)
    assert tree is not None

    def rows() -> dict[str, str]:
        model, root = tree.model(), tree.rootIndex()
        lines = [
            [model.index(n, column, root).data() for column in (0, 2)] for n in range(model.rowCount(root))
        ]
        return dict(lines)

    qtbot.waitUntil(lambda: rows().get(path.name) == "alliance")
    assert rows()["dossier"] == "Dossier"
    icons = [
        tree.model().index(n, 0, tree.rootIndex()).data(Qt.ItemDataRole.DecorationRole) for n in range(2)
    ]
    assert not any(icon.isNull() for icon in icons)
    assert locked(path)
    dialog.reject()
    assert locked(path)


def test_a_session_chosen_for_a_picture_stays_locked(window: Window) -> None:
    with pytest.raises(picture_file.Unusable, match="PNG"):
        picture_file.read(window.workspace.path)
    assert locked(window.workspace.path)


def test_what_is_no_session_is_never_written_over_one(window: Window, qtbot: QtBot) -> None:
    """Even where one types its name, and says yes to replacing it."""
    path, chosen = window.workspace.path, list[Path]()
    dialog = asking.save(window, "PDF", path.with_suffix(".pdf"), ["PDF (*.pdf)"], chosen.append)

    def yes() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QMessageBox)
        qtbot.mouseClick(asked.button(QMessageBox.StandardButton.Yes), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, dialog, yes)
    answer(window, path, qtbot)
    assert chosen == [path.with_name(path.name + ".pdf")]
