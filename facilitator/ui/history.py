"""The history of the session: what was done, and the map as it was at the moments that were kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator import terms
from facilitator.drawing import map as maps
from facilitator.drawing.shapes import Picture
from facilitator.model import gestures
from facilitator.model.document import Document, Moment, ordered
from facilitator.model.store.errors import StoreError
from facilitator.ui import ink, look
from facilitator.ui.fields import CheckField, LineField, Place, button, label, spoken
from facilitator.ui.running import time_of
from facilitator.ui.workspace import Workspace, refusal_sentence
from facilitator.words import N_, _, ngettext

_ID = Qt.ItemDataRole.UserRole
_ENTRIES = 300
"""Gestures listed at most; undo goes further."""


class History(QDialog):
    """The latest first. A moment is a place in it: choosing one shows the map as it was then."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(look.px(2))
        self.page = MomentPage(workspace, self)
        self.nothing = label(
            workspace,
            N_("Choose a moment to see the map as it was. Ctrl+M keeps one; closing a step does too."),
            "muted",
        )
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.page)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(self._stack)
        split.setStretchFactor(1, 1)
        split.setSizes([look.px(300), look.px(700)])
        column = QVBoxLayout(self)
        column.addWidget(split, 1)
        look.give_room(self, 1040, 640)
        self.list.currentItemChanged.connect(self._chosen)
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self.refresh)
        first = next((n for n in range(self.list.count()) if self.list.item(n).data(_ID)), -1)
        self.list.setCurrentRow(max(first, 0))

    def refresh(self) -> None:
        """Lists what was done, in the language of the moment."""
        self.setWindowTitle(_("History"))
        self.list.setAccessibleName(_("What was done, the latest first"))
        at = self.list.currentRow()
        held = self.list.item(at).data(_ID) if at >= 0 else ""
        moments = self._workspace.document.moments
        self.list.blockSignals(True)
        self.list.clear()
        taken: set[str] = set()
        for entry in self._workspace.journal.entries(_ENTRIES):
            for id_ in entry.touched:
                if entry.name == "moment.take" and id_ in moments and not entry.undone:
                    taken.add(id_)
                    self._add_moment(moments[id_])
            said = terms.gesture_name(entry.name, entry.count)
            item = QListWidgetItem(f"{entry.at.astimezone():%H:%M}   {said}")
            if entry.undone:
                item.setForeground(QBrush(QColor(look.theme().muted)))
                item.setText(_("{gesture} (undone)").format(gesture=item.text()))
            self.list.addItem(item)
        for moment in reversed(ordered(moments)):
            if moment.id not in taken:
                self._add_moment(moment)
        for row in range(self.list.count()):
            if held and self.list.item(row).data(_ID) == held:
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._chosen()

    def _add_moment(self, moment: Moment) -> None:
        time = time_of(moment)
        item = QListWidgetItem(f"{time}   {moment.name}" if time else moment.name)
        item.setData(_ID, moment.id)
        font = QFont(self.list.font())
        font.setBold(True)
        item.setFont(font)
        item.setForeground(QBrush(QColor(look.theme().accent)))
        self.list.addItem(item)

    def _chosen(self, *_items: object) -> None:
        at = self.list.currentRow()
        id_ = self.list.item(at).data(_ID) if at >= 0 else ""
        there = bool(id_) and id_ in self._workspace.document.moments
        if there:
            self.page.show_moment(id_)
        self._stack.setCurrentWidget(self.page if there else self.nothing)

    def _followed(self, _before: Document, _after: Document) -> None:
        self.refresh()


class MomentPage(QWidget):
    """A moment: its name, the map as it was, what was added since, and whether the minutes show it."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._id = ""
        self.name = LineField(workspace, Place("moments", "name"), N_("Name of this moment"))
        self.since = QLabel(self)
        self.since.setProperty("role", "muted")
        self.since.setWordWrap(True)
        self.map = PastMap(self)
        self.printed = CheckField(
            workspace, Place("moments", "in_minutes"), N_("Its map goes into the minutes")
        )
        self.delete = button(workspace, N_("Delete this moment"), self._delete, "quiet")
        self.delete.setEnabled(not workspace.read_only)
        row = QHBoxLayout()
        row.addWidget(self.printed, 1)
        row.addWidget(self.delete)
        column = QVBoxLayout(self)
        column.addWidget(self.name)
        column.addWidget(self.map, 1)
        column.addWidget(self.since)
        column.addLayout(row)

    def show_moment(self, id_: str) -> None:
        """Shows one moment as the history finds it again."""
        if id_ != self._id:
            self._id = id_
            self.name.turn_to(id_)
            self.printed.turn_to(id_)
        was, trouble = self._was()
        self.map.show_document(was)
        self.since.setText(since(was, self._workspace.document) if was is not None else trouble)

    def _was(self) -> tuple[Document | None, str]:
        try:
            was = self._workspace.journal.at_moment(self._id)
        except StoreError as error:
            return None, refusal_sentence(error)
        return was, _("The history does not go back to this moment any more.")

    def _delete(self) -> None:
        self._workspace.do(gestures.delete_moment(self._id))


class PastMap(QWidget):
    """A map nobody can touch, whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self.picture: Picture | None = None
        self.setMinimumSize(QSize(look.px(320), look.px(220)))

    def show_document(self, document: Document | None) -> None:
        """Shows this state; nothing where there is none."""
        if document is not self._document:
            self._document = document
            self.picture = maps.compose(document, look.theme()).flat() if document is not None else None
            self.setAccessibleName(_("The map as it was") if document is not None else "")
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = ink.begin(QPainter(self))
        painter.fillRect(self.rect(), QColor(look.theme().paper))
        picture = self.picture
        if picture is not None and picture.box.width > 0 and picture.box.height > 0:
            box = picture.box.grown(20.0)
            zoom = min(self.width() / box.width, self.height() / box.height, 1.5)
            painter.translate(self.width() / 2, self.height() / 2)
            painter.scale(zoom, zoom)
            painter.translate(-(box.x + box.width / 2), -(box.y + box.height / 2))
            ink.paint(painter, picture)
        painter.end()


def since(was: Document, now: Document) -> str:
    """What came and went between two states, in words."""
    actors, links = _differing(was.actors, now.actors), _differing(was.links, now.links)
    counted = (
        (actors[0], ngettext("{n} actor more", "{n} actors more", actors[0])),
        (actors[1], ngettext("{n} actor less", "{n} actors less", actors[1])),
        (links[0], ngettext("{n} link more", "{n} links more", links[0])),
        (links[1], ngettext("{n} link less", "{n} links less", links[1])),
    )
    told = [words.format(n=n) for n, words in counted if n]
    if not told:
        return _("Since then: the same actors and links.")
    return _("Since then: {changes}.").format(changes=terms.listed(told))


def _differing(was: Mapping[str, object], now: Mapping[str, object]) -> tuple[int, int]:
    """How many rows came, and how many went."""
    return len(now.keys() - was.keys()), len(was.keys() - now.keys())
