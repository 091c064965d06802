"""Writing the minutes: which edition, in which language, with which sections; as they will be, and where they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from facilitator import whole, words
from facilitator.model.store.errors import StoreError
from facilitator.ui import asking, look
from facilitator.ui.elided import Elided
from facilitator.ui.minutes_checks import Checks
from facilitator.ui.minutes_sections import SectionList
from facilitator.ui.panels.column import Column, stops
from facilitator.ui.rereading import Pages, Preview
from facilitator.ui.whereabouts import go_to
from facilitator.ui.workspace import Workspace
from facilitator.words import _

SIZE = (1360, 840)
"""In pixels, or as much of the screen as there is."""

_LONG = 400
"""Actors and links from which setting the pages may take more than a second."""


class MinutesDialog(QDialog):
    """Asks for nothing that has a good answer already: Enter writes the minutes beside the session. What is chosen is
    seen at once in the pages, set by another process."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._written: Path | None = None
        self._chosen: Path | None = None
        self.participants, self.public = QRadioButton(self), QRadioButton(self)
        self._about = {radio: self._label("caption") for radio in (self.participants, self.public)}
        self.language = QComboBox(self)
        self.where = Elided("muted", self, path=True)
        self.elsewhere, self.leave, self.go = QPushButton(self), QPushButton(self), QPushButton(self)
        self._title, self._ordering = self._label("title"), self._label("caption")
        self._labels = [self._label(role) for role in ("muted", "muted", "heading", "muted")]
        self.pages = Pages(workspace)
        self.pages.setParent(self)
        self.preview = Preview(workspace, self.pages, self)
        self.sections, self.checks = SectionList(workspace), Checks(workspace)
        self.choices = Column(workspace, self)
        self.result_box, self.result_text = QFrame(self), self._label("")
        self.open_file, self.open_folder, self.cancel = (QPushButton(self) for _each in range(3))
        self._awaited: Path | None = None
        self._lay()
        self._wire()
        self.retranslate()

    @property
    def edition(self) -> str:
        """The edition chosen: `participants` or `public`."""
        return "public" if self.public.isChecked() else "participants"

    @property
    def path(self) -> Path:
        """Where the minutes go: beside the session and never over a file, unless the person said where."""
        if self._chosen is not None:
            return self._chosen
        document = self._workspace.document
        parts = [asking.named_after(document, self.edition, _("Minutes")), document.workshop.date]
        parts += [_("public")] if self.public.isChecked() else []
        name = " - ".join(part for part in parts if part)
        return asking.free(self._workspace.path.parent / f"{name}.pdf")

    def write(self) -> bool:
        """Writes them, and says where they are or why they could not be; False where they are awaited, or nowhere.

        They are the pages that are seen, once these are what was asked for. A session of some size is waited for, and
        can be given up; a small one is set here where its pages are not there yet.
        """
        self._workspace.settle()
        if self.pages.data and not self.pages.late and not self.pages.failed:
            return self._written_at(self.path, lambda path: whole.write(path, self.pages.data))
        document = self._workspace.document
        if self.pages.late and len(document.actors) + len(document.links) > _LONG:
            self._awaited = self.path
            self._say(_("The minutes are being set…"))
            self._tell_awaited()
            return False
        from facilitator.minutes import document as minutes  # what the first picture does not need

        return self._written_at(
            self.path,
            lambda path: minutes.write(
                document,
                path,
                edition=self.edition,
                language=self.language.currentData(),
                moments=self._workspace.journal.printed_moments(),
            ),
        )

    def _came(self) -> None:
        """The pages that were awaited are there, or will not come."""
        path = self._awaited
        if path is None or self.pages.late:
            return
        self._awaited = None
        if self.pages.data and not self.pages.failed:
            self._written_at(path, lambda at: whole.write(at, self.pages.data))
        else:
            self._say(
                _("The minutes could not be set. Every word is kept: try again after the next change."),
                wrong=True,
            )
        self._tell_awaited()

    def _give_up(self) -> None:
        """Nothing is written."""
        self._awaited = None
        self.result_box.hide()
        self._tell_awaited()

    def _tell_awaited(self) -> None:
        """While pages are awaited, one can only give them up."""
        waiting = self._awaited is not None
        self.cancel.setVisible(waiting)
        self.go.setEnabled(not waiting)
        for act in (self.open_file, self.open_folder):
            act.setVisible(not waiting and self._written is not None)

    def _written_at(self, path: Path, writing: Callable[[Path], None]) -> bool:
        try:
            with asking.busy():
                writing(path)
        except (OSError, StoreError) as error:
            self._say(_not_written(path, error), wrong=True)
            return False
        self._written, self._chosen = path, None
        self._say(_("Minutes written: {file}").format(file=path))
        self._workspace.say(_("Minutes written: {file}").format(file=path.name))
        self.open_file.setFocus()
        self._show_where()
        return True

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab comes into the choices by the first one, and back into them by the last, whenever they were made."""
        moved = super().focusNextPrevChild(onward)
        if self.choices.isAncestorOf(self.focusWidget()):
            reason = Qt.FocusReason.TabFocusReason if onward else Qt.FocusReason.BacktabFocusReason
            stops(self.choices.body)[0 if onward else -1].setFocus(reason)
        return moved

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        self.setWindowTitle(_("Minutes"))
        self._title.setText(_("Minutes of the session"))
        names = (_("Edition"), _("Language"), _("Sections"), _("Where"))
        for label, text in zip(self._labels, names, strict=True):
            label.setText(text)
        self.participants.setText(_("For participants"))
        self.public.setText(_("Public"))
        self._about[self.participants].setText(
            _("For those who were there: named as they chose, without any e-mail address or private note.")
        )
        self._about[self.public].setText(
            _("For everyone: no name of a person, no tension, nothing marked confidential.")
        )
        self._ordering.setText(
            _("Ticked ones are printed, in this order. Alt+Up and Alt+Down move one, as the mouse does.")
        )
        self.language.setAccessibleName(_("Language"))
        self.elsewhere.setText(_("Elsewhere…"))
        self.go.setText(_("Write the minutes"))
        self.leave.setText(_("Close"))
        self.open_file.setText(_("Open the minutes"))
        self.open_folder.setText(_("Open the folder"))
        self.cancel.setText(_("Cancel"))
        self._show_where()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(role in {"caption", "title", ""})
        return label

    def _lay(self) -> None:
        left = self.choices
        left.column.setContentsMargins(0, 0, look.px(10), 0)
        left.column.setSpacing(look.px(8))
        left.add(self._title)
        left.column.addLayout(self._form())
        left.add(self.checks, self._labels[2], self._ordering, self.sections)
        left.end()
        left.setMinimumWidth(
            look.px(292)
        )  # with the pages, what a small laptop holds at a text size of 200 %
        both = QHBoxLayout()
        both.setSpacing(look.px(18))
        both.addWidget(left, 4)
        both.addWidget(self.preview, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(20),) * 4)
        column.setSpacing(look.px(12))
        column.addLayout(both, 1)
        column.addWidget(self._result())
        column.addLayout(_row(self._labels[3], self.where, self.elsewhere, self.leave, self.go))
        look.give_room(self, *SIZE)

    def _form(self) -> QVBoxLayout:
        """Names above choices, so that both hold where letters are large."""
        form = QVBoxLayout()
        form.setSpacing(look.px(4))
        form.addWidget(self._labels[0])
        for radio, about in self._about.items():
            about.setIndent(look.px(31))  # under the words of its button
            form.addWidget(radio)
            form.addWidget(about)
        form.addSpacing(look.px(6))
        form.addWidget(self._labels[1])
        form.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)
        form.addSpacing(look.px(6))
        return form

    def _result(self) -> QFrame:
        """Where the minutes are, once they are written; or why they are not."""
        column = QVBoxLayout(self.result_box)
        column.addWidget(self.result_text)
        column.addLayout(_row(self.open_file, self.open_folder, self.cancel, None))
        self.cancel.hide()
        self.result_text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.result_box.hide()
        return self.result_box

    def _wire(self) -> None:
        self.participants.setChecked(True)
        for code, name in words.LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(self._workspace.document.workshop.language))
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.go.setFocus()
        for radio in self._about:
            radio.toggled.connect(lambda _on: self._choose_again())
        self.language.currentIndexChanged.connect(lambda _at: self._preview())
        self.cancel.clicked.connect(lambda _checked=False: self._give_up())
        self.pages.changed.connect(self._came)
        self.checks.settling.connect(self._settle)
        self.elsewhere.clicked.connect(lambda _checked=False: self._ask_where())
        self.go.clicked.connect(lambda _checked=False: self.write())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        self.open_file.clicked.connect(lambda _checked=False: self._show(self._written))
        self.open_folder.clicked.connect(
            lambda _checked=False: self._show(self._written.parent if self._written else None)
        )
        self._workspace.language_changed.connect(self.retranslate)
        self._preview()

    def _choose_again(self) -> None:
        self._chosen = None
        self._show_where()
        self._preview()

    def _preview(self) -> None:
        """Shows the pages, and what is to be looked at, of what is chosen."""
        self.pages.choose(self.edition, self.language.currentData() or "")
        self.checks.choose(self.edition)

    def _settle(self, table: str, id_: str) -> None:
        """Closes, and goes where that can be settled."""
        self.reject()
        go_to(self._workspace, table, id_)

    def _ask_where(self) -> None:
        asking.save(self, _("Write the minutes"), self.path, ["PDF (*.pdf)"], self._choose)

    def _choose(self, path: Path) -> None:
        self._chosen = path
        self._show_where()

    def _show_where(self) -> None:
        self.where.say(str(self.path))

    def _show(self, path: Path | None) -> None:
        if path is not None and not asking.show_file(path):
            self._workspace.say(
                _("No program of this computer opens {file}.").format(file=path.name), error=True
            )

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        look.wear(self.result_box, "error" if wrong else "notice")
        self.result_text.setText(sentence)
        self.result_box.show()
        self.open_file.setVisible(not wrong)
        self.open_folder.setVisible(not wrong)


def _not_written(path: Path, error: OSError | StoreError) -> str:
    reason = error.strerror if isinstance(error, OSError) else ""
    return _("The minutes could not be written in {folder} ({reason}). Choose another place.").format(
        folder=path.parent, reason=reason or type(error).__name__
    )


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets beside one another; None is where the room is left empty, an elided text takes it all."""
    row = QHBoxLayout()
    row.setSpacing(look.px(10))
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part, int(isinstance(part, Elided)))
    return row
