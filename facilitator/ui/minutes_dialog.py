"""Writing the minutes: which edition, in which language, where; then where they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from facilitator import words
from facilitator.model.store.errors import StoreError
from facilitator.ui import asking, look
from facilitator.ui.elided import Elided
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class MinutesDialog(QDialog):
    """Asks for nothing that has a good answer already: Enter writes the minutes beside the session."""

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
        self._title = self._label("title")
        self._labels = [self._label("muted") for _each in range(3)]
        self.result_box, self.result_text = QFrame(self), self._label("")
        self.open_file, self.open_folder = QPushButton(self), QPushButton(self)
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
        workshop = self._workspace.document.workshop
        parts = [asking.file_name(workshop.title, _("Minutes")), workshop.date]
        parts += [_("public")] if self.public.isChecked() else []
        name = " - ".join(part for part in parts if part)
        return asking.free(self._workspace.path.parent / f"{name}.pdf")

    def write(self) -> bool:
        """Writes them, and says where they are or why they could not be."""
        from facilitator.minutes import document as minutes  # what the first picture does not need

        self._workspace.settle()
        path = self.path
        try:
            with asking.busy():
                minutes.write(
                    self._workspace.document,
                    path,
                    edition=self.edition,
                    language=self.language.currentData(),
                    moments=self._workspace.journal.printed_moments(),
                )
        except (OSError, StoreError) as error:
            self._say(_not_written(path, error), wrong=True)
            return False
        self._written, self._chosen = path, None
        self._say(_("Minutes written: {file}").format(file=path))
        self._workspace.say(_("Minutes written: {file}").format(file=path.name))
        self.open_file.setFocus()
        self._show_where()
        return True

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        self.setWindowTitle(_("Minutes"))
        self._title.setText(_("Minutes of the session"))
        names = (_("Edition"), _("Language"), _("Where"))
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
        self.language.setAccessibleName(_("Language"))
        self.elsewhere.setText(_("Elsewhere…"))
        self.go.setText(_("Write the minutes"))
        self.leave.setText(_("Close"))
        self.open_file.setText(_("Open the minutes"))
        self.open_folder.setText(_("Open the folder"))
        self._show_where()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(role in {"caption", ""})
        return label

    def _lay(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(14))
        column.addWidget(self._title)
        column.addLayout(self._form())
        column.addWidget(self._result())
        column.addStretch(1)
        column.addLayout(_row(None, self.leave, self.go))
        self.setMinimumWidth(look.px(580))

    def _form(self) -> QGridLayout:
        """Names on the left, choices on the right."""
        form = QGridLayout()
        form.setHorizontalSpacing(look.px(16))
        form.setVerticalSpacing(look.px(4))
        for n, (radio, about) in enumerate(self._about.items()):
            about.setIndent(look.px(31))  # under the words of its button
            form.addWidget(radio, 2 * n, 1)
            form.addWidget(about, 2 * n + 1, 1)
        form.addWidget(self.language, 4, 1, Qt.AlignmentFlag.AlignLeft)
        form.addLayout(_row(self.where, self.elsewhere), 5, 1)
        for label, line in zip(self._labels, (0, 4, 5), strict=True):
            form.addWidget(label, line, 0)
        form.setColumnStretch(1, 1)
        form.setRowMinimumHeight(4, look.px(44))
        return form

    def _result(self) -> QFrame:
        """Where the minutes are, once they are written; or why they are not."""
        column = QVBoxLayout(self.result_box)
        column.addWidget(self.result_text)
        column.addLayout(_row(self.open_file, self.open_folder, None))
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
        for radio in self._about:
            radio.toggled.connect(lambda _on: self._choose_again())
        self.elsewhere.clicked.connect(lambda _checked=False: self._ask_where())
        self.go.clicked.connect(lambda _checked=False: self.write())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        self.open_file.clicked.connect(lambda _checked=False: self._show(self._written))
        self.open_folder.clicked.connect(
            lambda _checked=False: self._show(self._written.parent if self._written else None)
        )
        self._workspace.language_changed.connect(self.retranslate)

    def _choose_again(self) -> None:
        self._chosen = None
        self._show_where()

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
