"""The text of a charter brought into the three blocks: pasted or read, looked at part by part, then taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator import terms
from facilitator.model import charter_text, gestures
from facilitator.model.charter_text import CharterError, Part
from facilitator.model.document import Document
from facilitator.model.gestures.journeys import discussed
from facilitator.model.texts import LINE
from facilitator.model.vocabulary import CHARTER_BLOCKS, Block, Panel
from facilitator.ui import asking, look
from facilitator.ui.fields import spoken
from facilitator.ui.workspace import Workspace
from facilitator.words import _, ngettext


class CharterText(QDialog):
    """What is typed at the left is read at the right as one types: every part, and the block it goes to."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._parts: tuple[Part, ...] = ()
        self.text = QPlainTextEdit(self)
        self.source = QLineEdit(self)
        self.source.setMaxLength(LINE)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self._source_name = QLabel(self)
        self._source_name.setProperty("role", "label")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.file, self.leave, self.take = QPushButton(self), QPushButton(self), QPushButton(self)
        self.take.setProperty("role", "primary")
        for held in (self.file, self.leave, self.take):
            held.setAutoDefault(False)  # Enter in a line is no wish for a file
        self.blocks: list[QComboBox] = []
        self._area, self._inside = QScrollArea(self), QWidget(self)
        self._list = QVBoxLayout(self._inside)
        self._list.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay()
        self.text.textChanged.connect(self._read)
        self.file.clicked.connect(lambda _checked=False: self._ask_file())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        self.take.clicked.connect(lambda _checked=False: self.bring())
        spoken(self, workspace, self.retranslate)
        self._read()

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        self.setWindowTitle(_("Text of a charter"))
        self.text.setPlaceholderText(
            _(
                "Paste the text of your charter here: one point a line, under the headings "
                "“Principes”, “Modalités d’action” and “Moyens”."
            )
        )
        self.text.setAccessibleName(_("Text of a charter"))
        self._source_name.setText(_("Version or source of the charter"))
        self.source.setAccessibleName(_("Version or source of the charter"))
        self._area.setAccessibleName(_("Points that were read, and their blocks"))
        self.file.setText(_("Open a text file…"))
        self.leave.setText(_("Cancel"))
        self.take.setText(_("Bring these points in"))

    def show_file(self, path: Path) -> None:
        """Shows the text of a file, or says why it cannot be."""
        try:
            self.text.setPlainText(charter_text.read(path))
        except CharterError as error:
            self._say(terms.refusal(error.key, error.values), wrong=True)
        except OSError as error:
            self._say(
                _("{file} could not be opened ({reason}).").format(
                    file=path.name, reason=terms.reason(error)
                ),
                wrong=True,
            )
        else:
            if not self.source.text():
                self.source.setText(path.stem)

    def bring(self) -> bool:
        """Puts the points into their blocks, in one gesture."""
        points = self.points()
        if not self._workspace.do(gestures.import_charter(points, self.source.text().strip())):
            return False
        count = sum(map(len, points.values()))
        self._workspace.say(
            ngettext("{n} point was brought in.", "{n} points were brought in.", count).format(n=count)
        )
        self.accept()
        return True

    def points(self) -> dict[Block, list[str]]:
        """The points by block, as the choices stand."""
        found: dict[Block, list[str]] = {}
        for part, choice in zip(self._parts, self.blocks, strict=True):
            block = choice.currentData()
            if block:
                found.setdefault(Block(block), []).extend(part.points)
        return {block: found[block] for block in CHARTER_BLOCKS if block in found}

    def _ask_file(self) -> None:
        kinds = [_("Texts (*.txt *.md)"), _("All files (*)")]
        folder = self._workspace.path.parent
        asking.existing(self, _("Text of a charter"), folder, kinds, lambda files: self.show_file(files[0]))

    def _read(self) -> None:
        text = self.text.toPlainText()
        trouble = ""
        try:
            self._parts = charter_text.parts(text) if text.strip() else ()
        except CharterError as error:
            self._parts, trouble = (), terms.refusal(error.key, error.values)
        self._show_parts()
        if trouble:
            self._say(trouble, wrong=True)
        else:
            self._tell()

    def _show_parts(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.blocks = []
        usual = iter(CHARTER_BLOCKS)
        for part in self._parts:
            choice = QComboBox(self._inside)
            for block in CHARTER_BLOCKS:
                choice.addItem(terms.capitalised(terms.block_name(block)), str(block))
            choice.addItem(_("Leave out"), "")
            at = part.block or (next(usual, None) if len(self._parts) == 1 else None)
            choice.setCurrentIndex(choice.findData(str(at) if at else ""))
            choice.setAccessibleName(part.heading or _("Block of these points"))
            choice.currentIndexChanged.connect(lambda _index: self._tell())
            self.blocks.append(choice)
            words = self._words("\n".join(f"– {point}" for point in part.points))
            for widget in (*([self._words(part.heading, "heading")] if part.heading else []), choice, words):
                self._list.addWidget(widget)

    def _words(self, text: str, role: str = "") -> QLabel:
        """Words of theirs, as they are: what looks like HTML is none."""
        words = QLabel(text, self._inside)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("role", role)
        words.setWordWrap(True)
        return words

    def _tell(self) -> None:
        count = sum(map(len, self.points().values()))
        self.take.setEnabled(bool(count) and not self._workspace.read_only)
        if not self._parts:
            self._say("")
            return
        stay = _answered(self._workspace.document, set(self.points()))
        said = ngettext("{n} point to bring in.", "{n} points to bring in.", count).format(n=count)
        if stay:
            said += " " + ngettext(
                "{n} point already discussed stays beside them.",
                "{n} points already discussed stay beside them.",
                stay,
            ).format(n=stay)
        self._say(said)

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        look.wear(self.told, "error" if wrong else "muted")
        self.told.setText(sentence)
        if wrong:
            self.take.setEnabled(False)

    def _lay(self) -> None:
        area = self._area
        area.setWidgetResizable(True)
        area.setWidget(self._inside)
        top = QHBoxLayout()
        top.addWidget(self.text, 1)
        top.addWidget(area, 1)
        line = QGridLayout()
        line.addWidget(self._source_name, 0, 0)
        line.addWidget(self.source, 0, 1)
        line.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.file)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(20),) * 4)
        column.setSpacing(look.px(12))
        column.addLayout(top, 1)
        column.addWidget(self.told)
        column.addLayout(line)
        column.addLayout(foot)
        look.give_room(self, 900, 620)


def _answered(document: Document, blocks: set[Block]) -> int:
    """Points of these blocks that were discussed already: they stay."""
    steps = {
        step.id for step in document.steps.values() if step.block in blocks and step.panel is Panel.ITEMS
    }
    held = [item.id for item in document.items.values() if item.step in steps]
    return len(discussed(document, held))
