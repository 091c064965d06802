"""Choosing what is printed, seeing it, and writing it: the pages are made by another process while one chooses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator import terms, whole
from facilitator.model import plain
from facilitator.ui import asking, look
from facilitator.ui.elided import Elided
from facilitator.ui.outgoing.parts import (
    Editions,
    Languages,
    Outcome,
    Waiting,
    column_of,
    named,
)
from facilitator.ui.outgoing.preview import Preview
from facilitator.ui.typesetting import Typesetter
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class Printing(QDialog):
    """The choices on the left, the pages on the right. What is written is what one sees, or what is being made.

    Who inherits fills `form`, and says what to make (`asked`) and what the file is called (`name`). Any choice that
    changes calls `choose`.
    """

    def __init__(
        self, workspace: Workspace, parent: QWidget | None, *, title: str, making: str, opens: str
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._chosen: Path | None = None
        self._pages = b""
        self._writing = False
        self._setter = Typesetter(self)
        self.setWindowTitle(title)
        self._title = QLabel(title, self)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self.form = QVBoxLayout()
        self.form.setSpacing(look.px(10))
        self.edition, self.language = Editions(self), Languages(workspace, self)
        self.note = QLabel(self)
        self.note.setProperty("role", "caption")
        self.note.setWordWrap(True)
        self.preview = Preview(self)
        self.waiting, self.outcome = Waiting(making, self), Outcome(workspace, opens, self)
        self.where = Elided("muted", self, path=True)
        self.elsewhere, self.leave = QPushButton(_("Elsewhere…"), self), QPushButton(_("Close"), self)
        self.go = QPushButton(_("Write the PDF"), self)

    def asked(self) -> Mapping[str, Any]:
        """What to make, as `minutes.serving` takes it, without the session."""
        raise NotImplementedError

    def name(self) -> str:
        """What the file is called, without its ending."""
        raise NotImplementedError

    @property
    def path(self) -> Path:
        """Where it goes: beside the session and never over a file, unless the person said where."""
        if self._chosen is not None:
            return self._chosen
        return asking.free(self._workspace.path.parent / f"{self.name()}.pdf")

    def choose(self, *, now: bool = False) -> None:
        """Something else is asked for: its pages are made once the hands rest."""
        self._chosen, self._pages = None, b""
        self.outcome.hide()
        self.where.say(str(self.path))
        if self.possible():
            self.waiting.begin()
            self._setter.want(self._told, now=now)
        else:
            self._setter.stop()
            self.waiting.end()
            self.preview.show_pdf(b"")

    def possible(self) -> bool:
        """Whether there is something to print; says why not."""
        return True

    def write(self) -> None:
        """Writes the pages, as soon as they are made."""
        if self._pages:
            self._write()
        else:
            self._writing = True
            self.waiting.begin()
            self._setter.want(self._told, now=True)

    def made(self) -> None:
        """The pages of the moment are there."""

    def lay(self) -> None:
        """Everything in its place, once who inherits has filled the form."""
        for name, choice in ((_("Edition"), self.edition), (_("Language"), self.language)):
            named(self.form, name, choice)
        left = column_of(self._workspace, self)
        left.add(self._title)
        left.column.addLayout(self.form)
        left.add(self.note)
        left.column.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(look.px(24))
        left.setMinimumWidth(self.form.sizeHint().width() + look.px(24))
        middle.addWidget(left, 2)
        middle.addWidget(self.preview, 3)
        place = QHBoxLayout()
        place.addWidget(self.where, 1)
        for button in (self.elsewhere, self.leave, self.go):
            place.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(14))
        column.addLayout(middle, 1)
        for widget in (self.waiting, self.outcome):
            column.addWidget(widget)
        column.addLayout(place)
        look.give_room(self, 980, 640)
        self._wire()
        self.choose(now=True)

    def _wire(self) -> None:
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.go.setFocus()
        for choice in (self.edition, self.language):
            choice.activated.connect(lambda _index: self.choose())
        self.elsewhere.clicked.connect(lambda _checked=False: self._ask_where())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        self.go.clicked.connect(lambda _checked=False: self.write())
        self.waiting.stopped.connect(self._stop)
        self._setter.done.connect(self._came)
        self.finished.connect(lambda _result: self._end())

    def _told(self) -> Mapping[str, Any]:
        self._workspace.settle()
        return {
            "document": plain.to_plain(self._workspace.document),
            "edition": self.edition.key,
            "language": self.language.key,
            **self.asked(),
        }

    def _came(self, data: bytes) -> None:
        if self._setter.busy:  # something else is asked for since
            return
        self.waiting.end()
        self._pages = data
        self.preview.show_pdf(data)
        if not data:
            self._writing = False
            self.outcome.say(_("The pages could not be made. Nothing was written: try again."), wrong=True)
            return
        self.made()
        if self._writing:
            self._write()

    def _write(self) -> None:
        self._writing = False
        path = self.path
        try:
            whole.write(path, self._pages)
        except OSError as error:
            self.outcome.say(terms.not_written(path, error), wrong=True)
            return
        self._chosen = None
        self.outcome.say(_("Written: {file}").format(file=path), path)
        self._workspace.say(_("Written: {file}").format(file=path.name))
        self.outcome.open_file.setFocus()
        self.where.say(str(self.path))

    def _stop(self) -> None:
        """What is being made is given up; nothing is written."""
        self._writing = False
        self._setter.stop()
        self.waiting.end()
        self.go.setFocus()

    def _end(self) -> None:
        self._stop()
        self.preview.sheet.close_pdf()

    def _ask_where(self) -> None:
        asking.save(self, self.windowTitle(), self.path, ["PDF (*.pdf)"], self._choose_where)

    def _choose_where(self, path: Path) -> None:
        self._chosen = path
        self.where.say(str(path))
