"""What the dialogs of what leaves share: edition and language, waiting, where the file is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facilitator import words
from facilitator.ui import asking, look
from facilitator.ui.panels.column import Column
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_EDITIONS = {"participants": N_("For participants"), "public": N_("Public")}
_PATIENCE = 1000
"""Milliseconds before one is told that it takes time."""


class Editions(QComboBox):
    """The editions, that of the participants first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Edition"))
        for key, name in _EDITIONS.items():
            self.addItem(_(name), key)

    @property
    def key(self) -> str:
        return str(self.currentData())


class Languages(QComboBox):
    """The languages, that of the session first chosen."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Language"))
        for code, name in words.LANGUAGES.items():
            self.addItem(name, code)
        self.setCurrentIndex(self.findData(workspace.document.workshop.language))

    @property
    def key(self) -> str:
        return str(self.currentData())


class Waiting(QFrame):
    """What is being done, once it lasts, and a way to stop it."""

    stopped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self.cancel = QPushButton(_("Cancel"), self)
        self.cancel.setAccessibleDescription(name)
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.addWidget(QLabel(name, self))
        row.addWidget(bar, 1)
        row.addWidget(self.cancel)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self.show)
        self.cancel.clicked.connect(lambda _checked=False: self.stopped.emit())
        self.hide()

    def begin(self) -> None:
        """It begins; it is told in a while, or at once where it already is."""
        if self.isHidden() and not self._patience.isActive():
            self._patience.start()

    def end(self) -> None:
        """It is over."""
        self._patience.stop()
        self.hide()


class Outcome(QFrame):
    """Where the file is, once it is written; or why it is not."""

    def __init__(self, workspace: Workspace, opens: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._path: Path | None = None
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_file, self.open_folder = QPushButton(opens, self), QPushButton(_("Open the folder"), self)
        row = QHBoxLayout()
        row.setSpacing(look.px(10))
        row.addWidget(self.open_file)
        row.addWidget(self.open_folder)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addLayout(row)
        self.open_file.clicked.connect(lambda _checked=False: self.open())
        self.open_folder.clicked.connect(lambda _checked=False: self.open(folder=True))
        self.hide()

    def say(self, sentence: str, path: Path | None = None, *, wrong: bool = False) -> None:
        """Says it; `path` is what can be opened."""
        self._path = path
        look.wear(self, "error" if wrong else "notice")
        self.text.setText(sentence)
        self.open_file.setVisible(path is not None)
        self.open_folder.setVisible(path is not None)
        self.show()

    def open(self, *, folder: bool = False) -> bool:
        """Opens the file, or its folder, with what the system uses for it."""
        if self._path is None:
            return False
        path = self._path.parent if folder else self._path
        shown = asking.show_file(path)
        if not shown:
            self._workspace.say(
                _("No program of this computer opens {file}.").format(file=path.name), error=True
            )
        return shown


def column_of(workspace: Workspace, parent: QWidget) -> Column:
    """The choices, which scroll where letters are large."""
    column = Column(workspace, parent, shrinks=True)
    column.column.setContentsMargins(0, 0, look.px(8), 0)
    column.column.setSpacing(look.px(12))
    return column


def named(column: QVBoxLayout, name: str, choice: QWidget) -> None:
    """Puts a choice at the bottom of a column, under its name."""
    label = QLabel(name, choice.parentWidget())
    label.setProperty("role", "muted")
    label.setBuddy(choice)
    both = QVBoxLayout()
    both.setSpacing(look.px(3))
    both.addWidget(label)
    both.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
    column.addLayout(both)
