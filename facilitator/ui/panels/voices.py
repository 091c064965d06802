"""A discreet balance of the voices: small bars beside words, there once a first voice was noted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QSizePolicy, QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Category, Document
from facilitator.model.vocabulary import Presence
from facilitator.model.voices import balance
from facilitator.ui import ink, look, voices
from facilitator.ui.fields import WORKSHOP, CheckField, Place, button, spoken
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.keys import literal
from facilitator.ui.panels.rows import RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext

_ICON, _BAR, _NUMBER = 16, 60, 24
"""Width of the pictogram, of the longest bar and of the number, in pixels at 100 %."""


class VoicesPart(Section):
    """Each category with its bar; a click notes one more. Out of sight, and empty, until there is something to show."""

    sentence: QLabel
    rows: RowList
    reset: QPushButton

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        self._of = workspace
        self._filled = False
        super().__init__(workspace, "voices", self._counted, parent)
        self.column.setSpacing(6)
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self.tell)

    def _fill(self) -> None:
        """Puts its content in."""
        workspace, self._filled = self._of, True
        self.sentence = QLabel(self.body)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.rows = RowList(self._row, self.body, gap=0)
        self.reset = button(
            workspace,
            N_("Count from the beginning"),
            lambda: workspace.do(gestures.forget_voices()),
            "small",
            self.body,
        )
        self.reset.setEnabled(not workspace.read_only)
        printed = CheckField(
            workspace,
            Place("workshop", "voices_in_minutes", WORKSHOP),
            N_("Print it in the minutes of the participants"),
            self.body,
        )
        self.add(self.sentence, self.rows, printed, self.reset)

    def tell(self) -> None:
        """Shows the voices of the document, in the words of the moment."""
        document = self._of.document
        self.setVisible(bool(document.voices))
        if not document.voices:
            return
        if not self._filled:
            self._fill()
        held = balance(document)
        self.sentence.setText(terms.voices_sentence(document, held))
        self.sentence.setVisible(bool(self.sentence.text()))
        self.rows.show_rows(list(held.turns))
        longest = max(held.turns.values(), default=1)
        for id_, count in held.turns.items():
            row = self.rows.row(id_)
            if isinstance(row, _Voice):
                row.tell(document.categories[id_], count, longest)
        self.retell()

    def _row(self, id_: str) -> QWidget:
        return _Voice(self._of, id_)

    def _counted(self) -> str:
        total = sum(voice.turns for voice in self._of.document.voices.values())
        return ngettext("{n} voice heard", "{n} voices heard", total).format(n=total)

    def _followed(self, before: Document, after: Document) -> None:
        watched = ("voices", "categories", "participants")
        if any(getattr(before, table) is not getattr(after, table) for table in watched) or (
            after.voices and before.actors is not after.actors and _present(before) != _present(after)
        ):
            self.tell()


def _present(document: Document) -> list[tuple[str, str, Presence]]:
    """What the room is compared with: where a card stands does not count."""
    return [(actor.name, actor.category, actor.presence) for actor in document.actors.values()]


class _Voice(QAbstractButton):
    """One category: its pictogram, its name, a bar and a number. A click notes one more, minus takes one off."""

    def __init__(self, workspace: Workspace, category: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._id = category
        self._name, self._count, self._longest = "", 0, 1
        self.setEnabled(not workspace.read_only)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted again when the pointer comes and goes
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: voices.note(workspace, category))

    def tell(self, category: Category, count: int, longest: int) -> None:
        """Shows how many turns it took, beside the one that took most."""
        self._count, self._longest = count, max(longest, 1)
        self._name = terms.category_plural(category)
        self.setText(literal(self._name))
        self.setIcon(category_icon(category))
        said = ngettext("{category}: heard {n} time", "{category}: heard {n} times", count)
        self.setAccessibleName(said.format(category=self._name, n=count))
        self.setToolTip(
            _("{told}. A click notes one more, the minus key takes one off.").format(
                told=self.accessibleName()
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(180), max(self.fontMetrics().height() + 8, look.px(26)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("-", "−") and self._count:
            self._workspace.do(gestures.note_voice(self._id, -1))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.text() == "-"
        ):
            event.accept()  # one voice less, not a smaller map
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = look.theme()
        painter = ink.begin(QPainter(self))
        height, width = float(self.height()), float(self.width())
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(shown.accent), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(QRectF(1, 1, width - 2, height - 2), 4, 4)
        icon, bar, number = (look.px(length) for length in (_ICON, _BAR, _NUMBER))
        self.icon().paint(painter, 4, round((height - icon) / 2), icon, icon)
        painter.setPen(QColor(shown.ink if self._count else shown.muted))
        room = round(width - icon - bar - number - 22)
        name = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(icon + 10, 0, room, height), Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawText(QRectF(width - number - 4, 0, number, height), _RIGHT, str(self._count))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown.accent))
        length = bar * self._count / self._longest
        painter.drawRoundedRect(QRectF(width - number - bar - 8, height / 2 - 3, length, 6), 3, 3)


_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
