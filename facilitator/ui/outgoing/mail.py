"""Sending the minutes: to whom, what is written, then the person's own mail program does the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facilitator import terms, whole
from facilitator.minutes.mail.draft import draft
from facilitator.minutes.mail.letter import Letter, letter
from facilitator.model import plain
from facilitator.model.document import Participant
from facilitator.model.recipients import recipients
from facilitator.ui import asking, look
from facilitator.ui.outgoing.parts import (
    Editions,
    Languages,
    Outcome,
    Waiting,
    column_of,
    named,
)
from facilitator.ui.typesetting import Typesetter
from facilitator.ui.workspace import Workspace
from facilitator.words import _, ngettext

_BETWEEN = "; "
"""Between two addresses: what every mail program takes apart."""


class MailDialog(QDialog):
    """Who receives and who cannot, the letter to be changed at will, and the draft once the minutes are set.

    Addresses are shown nowhere: people are named.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        workspace.settle()
        self.recipients = recipients(workspace.document)
        self._minutes = b""
        self._then: Callable[[], None] | None = None
        self._proposed = Letter("", "")
        self._setter = Typesetter(self)
        self.setWindowTitle(_("Send the minutes"))
        self.served, self.unreached, self.names = QLabel(self), QLabel(self), QPlainTextEdit(self)
        self.copy = QPushButton(_("Copy the addresses"), self)
        self.edition, self.language = Editions(self), Languages(workspace, self)
        self.subject, self.text = QLineEdit(self), QPlainTextEdit(self)
        self.waiting = Waiting(_("The minutes are being set…"), self)
        self.outcome = Outcome(workspace, _("Open the draft"), self)
        self.keep = QPushButton(_("Save the draft…"), self)
        self.leave, self.go = QPushButton(_("Close"), self), QPushButton(_("Open in the mail program"), self)
        self._lay()
        self._wire()
        self._tell()
        self._choose(now=True)

    @property
    def letter(self) -> Letter:
        """What is written, as it stands."""
        # As it is stored: Qt's plain text would lose the spaces that hold.
        text = self.text.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")
        return Letter(self.subject.text(), text.replace("\N{LINE SEPARATOR}", "\n") + "\n")

    @property
    def path(self) -> Path:
        """Where the draft goes by itself: beside the session, never over a file."""
        title = asking.named_after(self._workspace.document, self.edition.key, _("Minutes"))
        kind = _("message")
        return asking.free(self._workspace.path.parent / f"{title} - {kind}.eml")

    def send(self) -> None:
        """Writes the draft as soon as the minutes are set, and opens it in the mail program."""
        self._when_set(lambda: self._write(self.path, opens=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter after the subject goes on to the message: nothing leaves by a slip of the hand."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.subject.hasFocus():
            self.text.setFocus()
        else:
            super().keyPressEvent(event)

    def _when_set(self, then: Callable[[], None]) -> None:
        if self._minutes:
            then()
        else:
            self._then = then
            self.waiting.begin()
            self._setter.want(self._told, now=True)

    def _choose(self, *, now: bool = False) -> None:
        """Another edition or language: other minutes, and another letter unless one has written in it."""
        self.outcome.hide()
        self._minutes = b""
        proposed = letter(self._workspace.document, self.edition.key, self.language.key)
        if self.subject.text() == self._proposed.subject:
            self.subject.setText(proposed.subject)
            self.subject.setCursorPosition(0)
        if self.letter.text == self._proposed.text or not self._proposed.text:
            self.text.setPlainText(proposed.text.removesuffix("\n"))
        self._proposed = proposed
        self.waiting.begin()
        self._setter.want(self._told, now=now)

    def _told(self) -> Mapping[str, Any]:
        moments = self._workspace.journal.printed_moments()
        return {
            "document": plain.to_plain(self._workspace.document),
            "edition": self.edition.key,
            "language": self.language.key,
            "moments": {id_: plain.to_plain(was) for id_, was in moments.items()},
        }

    def _came(self, data: bytes) -> None:
        if self._setter.busy:
            return
        self.waiting.end()
        self._minutes = data
        then, self._then = self._then, None
        if not data:
            self.outcome.say(_("The minutes could not be set. Nothing was written: try again."), wrong=True)
        elif then is not None:
            then()

    def _write(self, path: Path, *, opens: bool = False) -> None:
        """Writes the draft, and says where it is."""
        made = draft(
            self._workspace.document,
            self._minutes,
            self.letter,
            edition=self.edition.key,
            language=self.language.key,
        )
        try:
            whole.write(path, made)
        except OSError as error:
            self.outcome.say(terms.not_written(path, error), wrong=True)
            return
        self.outcome.say(_("Draft written: {file}").format(file=path), path)
        self._workspace.say(_("Draft written: {file}").format(file=path.name))
        if opens:
            self.outcome.open()

    def _ask_where(self) -> None:
        kinds = [_("Draft of a message (*.eml)")]
        asking.save(
            self,
            _("Save the draft"),
            self.path,
            kinds,
            lambda path: self._when_set(lambda: self._write(path)),
        )

    def _copy(self) -> None:
        addresses = self.recipients.addresses
        QGuiApplication.clipboard().setText(_BETWEEN.join(addresses))
        self.outcome.say(
            ngettext(
                "{count} address copied: paste it in blind copy (Bcc).",
                "{count} addresses copied: paste them in blind copy (Bcc).",
                len(addresses),
            ).format(count=len(addresses))
        )

    def _stop(self) -> None:
        self._then = None
        self._setter.stop()
        self.waiting.end()
        self.go.setFocus()

    def _tell(self) -> None:
        """Who receives, and who asked for it but cannot be reached."""
        found = self.recipients
        first, *others = terms.recipients_told(found)
        self.served.setText(first)
        self.names.setPlainText("\n".join(map(_who, found.served)))
        self.names.setVisible(bool(found.served))
        self.unreached.setText("\n".join(others))
        self.unreached.setVisible(bool(others))
        self.copy.setEnabled(bool(found.addresses))

    def _lay(self) -> None:
        title = QLabel(_("Send the minutes"), self)
        title.setProperty("role", "title")
        title.setWordWrap(True)
        for label in (self.served, self.unreached):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.unreached.setProperty("role", "error")
        left, right = column_of(self._workspace, self), column_of(self._workspace, self)
        left.add(title, self.served)
        left.column.addWidget(self.names, 1)
        left.column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        left.add(self.unreached)
        for name, choice in ((_("Edition"), self.edition), (_("Language"), self.language)):
            named(left.column, name, choice)
        left.column.addStretch()  # where nobody receives, all is at the top
        self.names.setReadOnly(True)
        self.names.setMinimumHeight(look.px(84))
        self.text.setMinimumHeight(look.px(84))
        self.names.setTabChangesFocus(True)
        self.names.setAccessibleName(_("Who receives the minutes"))
        self.subject.setAccessibleName(_("Subject"))
        self.text.setAccessibleName(_("Message"))
        self.text.setTabChangesFocus(True)
        right.column.setSpacing(look.px(6))
        for name, field in ((_("Subject"), self.subject), (_("Message"), self.text)):
            label = QLabel(name, self)
            label.setProperty("role", "muted")
            label.setBuddy(field)
            right.add(label, field)
        note = QLabel(
            _(
                "The draft leaves only when you send it. If your mail program shows it as a message received, choose "
                "“Edit as new message” or “Send again” there."
            ),
            self,
        )
        note.setProperty("role", "caption")
        note.setWordWrap(True)
        right.add(note)
        middle, buttons = QHBoxLayout(), QHBoxLayout()
        middle.setSpacing(look.px(24))
        left.setMinimumWidth(self.edition.sizeHint().width() + look.px(24))
        middle.addWidget(left, 2)
        middle.addWidget(right, 3)
        buttons.setSpacing(look.px(10))
        buttons.addStretch(1)
        for button in (self.keep, self.leave, self.go):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(14))
        column.addLayout(middle, 1)
        column.addWidget(self.waiting)
        column.addWidget(self.outcome)
        column.addLayout(buttons)
        look.give_room(self, 980, 620)

    def _wire(self) -> None:
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.go.setFocus()
        for choice in (self.edition, self.language):
            choice.activated.connect(lambda _index: self._choose())
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.keep.clicked.connect(lambda _checked=False: self._ask_where())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        self.go.clicked.connect(lambda _checked=False: self.send())
        self.waiting.stopped.connect(self._stop)
        self._setter.done.connect(self._came)
        self.finished.connect(lambda _result: self._stop())


def _who(row: Participant) -> str:
    """A person, and where they come from."""
    name = terms.person_name(row)
    return f"{name} · {row.organisation}" if row.organisation and row.organisation != name else name
