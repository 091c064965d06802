"""Exporting: in which format, for whom, where; what it would let out; then where it is."""

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
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from facilitator import terms
from facilitator.exchange import pixels
from facilitator.exchange.remains import remains
from facilitator.exchange.slices import Slices
from facilitator.model.edition import WHOLE, edition
from facilitator.ui import asking, look
from facilitator.ui.at_length import at_length
from facilitator.ui.elided import Elided
from facilitator.ui.fields import spoken
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

FORMATS = {
    ".xlsx": (
        N_("Workbook"),
        N_("Six sheets for a spreadsheet: actors, contributions, links, commitments, participants, charter."),
    ),
    ".csv": (N_("Lists"), N_("Three files beside one another: actors, links, participants.")),
    ".graphml": (N_("Graph"), N_("Actors and links, with their places and colours, for Gephi, yEd or SocNetV.")),
    ".json": (N_("Data"), N_("The whole session, for other programs or for another Entre tous.")),
    ".svg": (N_("Drawing"), N_("The map with its title and legend, sharp at any size.")),
    ".png": (N_("Picture"), N_("The map with its title and legend, in pixels.")),
}  # fmt: skip
"""Each format by its extension: its name, and what it holds."""
EDITIONS = {
    "participants": (N_("For participants"), N_("Named as they chose; no e-mail address, private note or tension.")),
    "public": (N_("Public"), N_("No name of a person, no tension, nothing marked confidential.")),
    WHOLE: (N_("Everything, for yourself alone"), N_("To go on elsewhere: nothing is left out, nothing is lost.")),
}  # fmt: skip


class ExportDialog(QDialog):
    """Asks for nothing that has a good answer already: Enter exports beside the session."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._chosen: Path | None = None
        self._written: tuple[Path, ...] = ()
        self.format = QComboBox(self)
        self.width_asked = QSpinBox(self)
        self.editions = {key: QRadioButton(self) for key in EDITIONS}
        self.where = Elided("muted", self, path=True)
        self.elsewhere, self.leave, self.go = (QPushButton(self) for _each in range(3))
        self.open_folder = QPushButton(self)
        self.title, self.about, self.remains = (
            self._label("title"), self._label("caption"), self._label("caption"),
        )  # fmt: skip
        self._about = {key: self._label("caption") for key in EDITIONS}
        self._names = [self._label("muted") for _each in range(5)]
        self.result_box, self.result_text = QFrame(self), self._label("")
        self._fill()
        self._lay()
        self._wire()
        spoken(self, workspace, self.retranslate)

    @property
    def extension(self) -> str:
        return str(self.format.currentData())

    @property
    def edition(self) -> str:
        return next(key for key, radio in self.editions.items() if radio.isChecked())

    @property
    def path(self) -> Path:
        """Where it goes: beside the session and never over a file, unless the person said where."""
        if self._chosen is not None:
            return self._chosen
        kept = self._workspace.path
        said = {"public": _("public"), WHOLE: _("everything")}.get(self.edition, "")
        name = " - ".join(filter(None, [kept.stem, said]))
        return asking.free(kept.with_name(f"{name}{self.extension}"))

    def export(self) -> None:
        """Writes it, and says where it is or why it could not be."""
        self._workspace.settle()
        self.result_box.hide()
        name = _("Exporting {file}").format(file=self.path.name)
        at_length(self, name, self._work(self.path), self._done, given_up=self._given_up)

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        self.setWindowTitle(_("Export"))
        self.title.setText(_("Export the session"))
        said = (_("Format"), _("Width"), _("For whom"), _("Where"), _("It would hold"))
        for label, text in zip(self._names, said, strict=True):
            label.setText(text)
        for n, (extension, (name, _about)) in enumerate(FORMATS.items()):
            self.format.setItemText(n, f"{_(name)} ({extension})")
        self.format.setAccessibleName(_("Format"))
        self.width_asked.setAccessibleName(_("Width"))
        self.width_asked.setSuffix("\N{NO-BREAK SPACE}" + _("pixels"))
        for key, (name, about) in EDITIONS.items():
            self.editions[key].setText(_(name))
            self._about[key].setText(_(about))
            self.editions[key].setAccessibleDescription(_(about))
        self.elsewhere.setText(_("Elsewhere…"))
        self.leave.setText(_("Close"))
        self.go.setText(_("Export"))
        self.open_folder.setText(_("Open the folder"))
        self._show()

    def _work(self, path: Path) -> Slices[tuple[Path, ...] | str]:
        """The export itself: where it is, or a sentence that says why it is not."""
        from facilitator.exchange import outgoing  # what the first picture does not need
        from facilitator.ui import map_png

        document = self._workspace.document
        try:
            if self.extension == ".png":
                return (yield from map_png.in_slices(document, path, self.edition, self.width_asked.value()))
            return (yield from outgoing.in_slices(document, path, self.edition))
        except map_png.TooTallError:
            return _("At that width the picture would be far too tall: ask for a narrower one.")
        except OSError as error:
            return terms.not_written(path, error)

    def _done(self, found: tuple[Path, ...] | str) -> None:
        wrong = isinstance(found, str)
        self._written = () if isinstance(found, str) else found
        names = ", ".join(path.name for path in self._written)
        sentence = found if isinstance(found, str) else _("Exported: {file}").format(file=names)
        look.wear(self.result_box, "error" if wrong else "notice")
        self.result_text.setText(sentence)
        self.open_folder.setVisible(not wrong)
        self.result_box.show()
        self._workspace.say(sentence, error=wrong)
        if not wrong:
            self._chosen = None
            self.open_folder.setFocus()
            self._show()

    def _given_up(self) -> None:
        self._workspace.say(_("Export cancelled: nothing was written."))

    def _show(self) -> None:
        """What follows from the choices."""
        self.about.setText(_(FORMATS[self.extension][1]))
        for widget in (self._names[1], self.width_asked):
            widget.setVisible(self.extension == ".png")
        held = remains(edition(self._workspace.document, self.edition), self.extension)
        self.remains.setText(
            " · ".join(held)
            if held
            else _("No name of a person, nothing that was marked confidential or tense.")
        )
        warned = bool(held) and self.edition == WHOLE
        look.wear(self.remains, "error" if warned else "caption")
        self.where.say(str(self.path))

    def _choose_again(self) -> None:
        self._chosen = None
        self._show()

    def _ask_where(self) -> None:
        kind = f"{_(FORMATS[self.extension][0])} (*{self.extension})"
        asking.save(self, _("Export"), self.path, [kind], self._choose)

    def _choose(self, path: Path) -> None:
        """A place of theirs, whose ending says the format if it is one."""
        known = list(FORMATS)
        if path.suffix.lower() in known:
            self.format.setCurrentIndex(known.index(path.suffix.lower()))
            self._chosen = path
        else:
            self._chosen = path.with_name(path.name + self.extension)
        self._show()

    def _open(self) -> None:
        if self._written and not asking.show_file(self._written[0].parent):
            self._workspace.say(
                _("No program of this computer opens {file}.").format(file=self._written[0].parent.name),
                error=True,
            )

    # How it is made

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(role in {"caption", ""})
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _fill(self) -> None:
        for extension in FORMATS:
            self.format.addItem("", extension)
        self.width_asked.setRange(pixels.NARROWEST, pixels.WIDEST)
        self.width_asked.setSingleStep(500)
        self.width_asked.setAlignment(Qt.AlignmentFlag.AlignRight)
        look.inset(self.width_asked)
        self.width_asked.setValue(pixels.WIDTH)
        self.editions["participants"].setChecked(True)

    def _lay(self) -> None:
        page = QWidget(self)
        form = QGridLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(look.px(16))
        form.setVerticalSpacing(look.px(4))
        form.addWidget(self.format, 0, 1, Qt.AlignmentFlag.AlignLeft)
        form.addWidget(self.about, 1, 1)
        form.addWidget(self.width_asked, 2, 1, Qt.AlignmentFlag.AlignLeft)
        for n, (key, radio) in enumerate(self.editions.items()):
            self._about[key].setIndent(look.px(31))  # under the words of its button
            form.addWidget(radio, 3 + 2 * n, 1)
            form.addWidget(self._about[key], 4 + 2 * n, 1)
        form.addLayout(_row(self.where, self.elsewhere), 9, 1)
        form.addWidget(self.remains, 10, 1, Qt.AlignmentFlag.AlignTop)
        for name, line in zip(self._names, (0, 2, 3, 9, 10), strict=True):
            top = Qt.AlignmentFlag.AlignTop if line == 10 else Qt.AlignmentFlag.AlignVCenter
            form.addWidget(name, line, 0, top)
        form.setColumnStretch(1, 1)
        form.setRowStretch(11, 1)
        for line in (9, 10):
            form.setRowMinimumHeight(line, look.px(38))
        box = QVBoxLayout(self.result_box)
        box.addWidget(self.result_text)
        box.addLayout(_row(self.open_folder, None))
        self.result_text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.result_box.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(14))
        column.addWidget(self.title)
        column.addWidget(self._scrolled(page), 1)
        column.addWidget(self.result_box)
        column.addLayout(_row(None, self.leave, self.go))
        look.give_room(self, 700, 580)

    def _scrolled(self, page: QWidget) -> QScrollArea:
        """In large letters on a small screen, not all of it is seen at once."""
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _wire(self) -> None:
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self.format.currentIndexChanged.connect(lambda _row: self._choose_again())
        for radio in self.editions.values():
            radio.toggled.connect(lambda on: self._choose_again() if on else None)
        self.elsewhere.clicked.connect(lambda _checked=False: self._ask_where())
        self.go.clicked.connect(lambda _checked=False: self.export())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        self.open_folder.clicked.connect(lambda _checked=False: self._open())


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
