"""The line where one types the name of the actor to link to: the keyboard's way to a link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMargins, QPoint, QSize, Qt, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.exchange.names import lines_of
from facilitator.model.document import Actor
from facilitator.model.names import Names, fold
from facilitator.model.texts import LINE
from facilitator.ui import look
from facilitator.ui.canvas.standing import Standing, kept_inside
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.fields.line import pasting_by
from facilitator.ui.parts import for_a_while, give_back
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_SHOWN = 6
_WIDTH = 320
_EDGES = QMargins(4, 4, 4, 4)
_AROUND = 30
"""Pixels above, between and below the line and the list, and at the edges of the map."""


class ActorPicker(QFrame):
    """Finds an actor as its name is typed, accents aside, on the map or in the tray; a name nobody has may be created.

    `start` is who is at the other end of the link: no candidate, and nobody is created under its name.
    `picked` is called with an actor, `created` with a new name (None where only those who are there will do); Esc or
    leaving the line calls neither. `asks` is what the line asks for, `back` has the keyboard once it is left.
    """

    def __init__(
        self,
        parent: QWidget,
        workspace: Workspace,
        candidates: list[Actor],
        *,
        picked: Callable[[Actor], None],
        created: Callable[[str], None] | None,
        start: Actor | None = None,
        asks: str = "",
        back: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._workspace = workspace
        self._candidates = [(fold(actor.name), _starts(actor.name), actor) for actor in candidates]
        self._names = Names(actor.name for actor in candidates)
        self._end = start.name if start is not None else ""
        self._start = Names([self._end])
        self._picked = picked
        self._created = created
        self._room = parent
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._back = back or parent
        self._over = False
        self.line = _Line(self)
        self.line.setMaxLength(LINE)
        self.line.setPlaceholderText(asks or _("Link to… type a name"))
        self.line.setAccessibleName(_("Name of the actor to link to"))
        self.list = QListWidget(self)
        look.measure(self.list, icon=18)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # its end says who is still to place
        self.list.setAccessibleName(_("Actors found"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.textEdited.connect(self._find)
        self.line.returnPressed.connect(self.take)
        self.list.itemClicked.connect(lambda _item: self.take())
        self._find("")

    def open_at(self, point: Callable[[], QPoint], moved: SignalInstance | None = None) -> None:
        """Shows itself there, wherever that comes to be; `moved` says that it is elsewhere."""
        self._point = point
        self._stand()
        Standing(self, self._room, self._stand, moved)
        self.show()
        self.raise_()
        self.line.setFocus()

    def take(self) -> None:
        """Takes what is marked in the list."""
        item = self.list.currentItem()
        if item is None:
            return
        if not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return  # it is only read
        actor = item.data(Qt.ItemDataRole.UserRole)
        name = self.line.text().strip()
        if self.close_up():
            if actor is not None:
                self._picked(actor)
            elif self._created is not None:
                self._created(name)

    def close_up(self) -> bool:
        """Goes away; False if it had gone already."""
        if self._over:
            return False
        self._over = True
        focused = self.line.hasFocus()
        self.hide()
        self.deleteLater()
        if focused:
            give_back(self._back, self._room)
        return True

    def say_one(self) -> None:
        """Says that a link is drawn to one actor."""
        self._workspace.say(
            _("A link goes to one actor: the first line is taken. A list of actors is pasted on the map.")
        )

    def mark(self, by: int) -> None:
        """Marks another row of the list."""
        rows = self.list.count()
        if rows:
            self.list.setCurrentRow((self.list.currentRow() + by) % rows)

    def _find(self, text: str) -> None:
        wanted = fold(text) if text.strip() else ""
        like = self._names.like(text)
        found = [one for one in self._candidates if wanted in one[0] or one[2].name == like]
        found.sort(key=lambda one: (_far_off(wanted, *one[:2], like=one[2].name == like), one[0]))
        self.list.clear()
        for _folded, _word_starts, actor in found[:50]:
            category = self._workspace.document.categories[actor.category]
            name = actor.name if actor.placed else _("{actor} — to place").format(actor=actor.name)
            self._offer(category_icon(category), name, actor)
        if self._created is None:
            if not found:
                self._tell(self._why_nobody(wanted, text))
        elif (start := self._start.like(text)) is not None:
            self._tell(_("The link starts from “{actor}”:\ntype another name.").format(actor=start))
        elif text.strip() and not any(folded == wanted for folded, *_rest in found):
            self._offer(None, _("Create “{name}” and link it").format(name=text.strip()), None)
        self.list.setCurrentRow(0)
        self._grow()
        self._keep(self.pos())

    def _why_nobody(self, wanted: str, text: str) -> str:
        """Why nobody is found where only those who are there will do."""
        if self._end and (wanted in fold(self._end) or self._start.like(text) is not None):
            return _("“{actor}” is at the other end:\ntype another name.").format(actor=self._end)
        return _("Nobody of the session is called so.")

    def _stand(self) -> None:
        self._grow()
        self._keep(self._point())

    def _keep(self, corner: QPoint) -> None:
        """Stands there, or as near as the window lets it."""
        self.move(kept_inside(corner, self.size(), self._room.rect().marginsRemoved(_EDGES)))

    def _grow(self) -> None:
        """As wide and as high as the window lets it."""
        self.setFixedWidth(min(look.px(_WIDTH), self._room.width() - _EDGES.left() - _EDGES.right()))
        items = [self.list.item(n) for n in range(self.list.count())]
        for item in items:
            item.setSizeHint(QSize())  # of the letters of the moment
        lines = [1 + item.text().count("\n") for item in items] or [1]
        row = max(self.list.sizeHintForRow(0) // lines[0], look.px(24))
        for item, high in zip(items, lines, strict=False):
            # Never wider than the list: a long name is shortened there.
            item.setSizeHint(QSize(1, row * high))
        frame = 2 * self.list.frameWidth() + 4
        free = self._room.height() - self.line.sizeHint().height() - frame - _AROUND
        shown = min(sum(lines), _SHOWN, max(free // row, 1))
        self.list.setFixedHeight(row * shown + frame)
        self.adjustSize()

    def _tell(self, text: str) -> None:
        """A line that is only read."""
        item = QListWidgetItem(text, self.list)
        item.setToolTip(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _offer(self, icon: object, text: str, actor: Actor | None) -> None:
        item = QListWidgetItem(text, self.list)
        if icon is not None:
            item.setIcon(icon)  # type: ignore[arg-type]  # an icon, when there is one
        item.setToolTip(text)
        item.setData(Qt.ItemDataRole.UserRole, actor)


def _starts(name: str) -> tuple[str, ...]:
    """What a name is from each of its words on, folded: one may begin by any of them."""
    words = name.split()
    return tuple(fold(" ".join(words[at:])) for at in range(len(words)))


def _far_off(wanted: str, folded: str, starts: tuple[str, ...], *, like: bool) -> int:
    """How far from what was meant a name that holds it is: the same, begun so, with a word begun so, or not; one that
    says the same in other words, as an acronym does, comes first too."""
    if folded == wanted or like:
        return 0
    if folded.startswith(wanted):
        return 1
    return 2 if any(start.startswith(wanted) for start in starts) else 3


class _Line(QLineEdit):
    """Up and Down mark a row of the list, Esc and Tab go away. Of several lines that are pasted, the first is typed."""

    def __init__(self, picker: ActorPicker) -> None:
        super().__init__(picker)
        self._picker = picker

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Escape:
            self._picker.close_up()
        elif event.key() in steps:
            self._picker.mark(steps[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)
            event.accept()  # Enter is ours: the map would open a name

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pasting_by(self.createStandardContextMenu(), self._paste).popup(event.globalPos())

    def _paste(self) -> None:
        first, *others = QGuiApplication.clipboard().text().strip().splitlines() or [""]
        if others:
            self.insert("".join(lines_of(first)))
            self._picker.say_one()
        else:
            self.paste()

    def focusNextPrevChild(self, _onward: bool) -> bool:
        self._picker.close_up()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not for_a_while(self, event):
            self._picker.close_up()
