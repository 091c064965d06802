"""The line where one types names of actors while the room talks: Enter after each, they line up in the tray."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Actor, Document, new_id, ordered
from facilitator.model.texts import LINE
from facilitator.ui import look
from facilitator.ui.canvas import clipboard
from facilitator.ui.canvas.known import Again, not_again
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.fields.line import pasting_by
from facilitator.ui.fields.typed import step_of_document
from facilitator.ui.parts import give_back, holder
from facilitator.words import _

_LETTERS = 12
"""Letters of a name that are seen at least."""
_TYPE = 5
"""Letters of a type of actor that are seen at least, beside its drawing."""
_WIDE = ((0, 0), (0, 1), (0, 2), (1, 0, 1, 2), (1, 2))
_NARROW = ((0, 0, 1, 2), (1, 0, 1, 3), (0, 2), (2, 0, 1, 3), (3, 0, 1, 3))
"""Where the type, the name, what closes, the gentle word and what shows the other stand: row, column, how many."""


class EntryLine(QFrame):
    """A category, a name, and a gentle word when somebody of that name is there already.

    Once the line is left, the list that asked for it has the keyboard; else `back`, the map unless it is said.
    """

    added = Signal(str)
    """The id of the actor that was just entered; one that is only handed over takes nobody's place."""

    def __init__(self, surface: Surface, parent: QWidget, *, back: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._surface = surface
        self._back = back or surface
        self._asked_from: QWidget | None = None
        self._workspace = surface.workspace
        self._like: Actor | None = None
        self._categories = QComboBox(self)
        self.name = _Name(self)
        self.name.setMaxLength(LINE)
        self._again = Again(self.name)
        self._close = QPushButton(self)
        self._close.setProperty("role", "quiet")
        self._close.setAutoDefault(False)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "hint")
        self._hint.setWordWrap(True)  # a long name takes another line, and no room from what is beside
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._show = QPushButton(self)
        self._show.setObjectName("show")
        self._show.setProperty("role", "link")
        self._show.setAutoDefault(False)
        self._categories.setMinimumContentsLength(_TYPE)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(14, 8, 14, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self._narrow: bool | None = None
        self._stand()
        self._categories.activated.connect(self._choose_category)
        self.name.textEdited.connect(self._look_for_alike)
        self.name.returnPressed.connect(lambda: self._add(told=True))
        self._show.clicked.connect(self._show_alike)
        self._close.clicked.connect(self._done)
        surface.category_used.connect(self._show_category)
        self._workspace.settling.connect(self._settle)
        self._workspace.changed.connect(self._followed)
        self._workspace.language_changed.connect(self.retell)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """As narrow as it may become, however wide it stands."""
        return QSize(self._least(narrow=True), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._stand()  # letters or words of another size
        return super().event(event)

    def start(self) -> None:
        """Opens the line, ready to type."""
        held = holder(self.window())
        self._asked_from = held if isinstance(held, QAbstractItemView) else None
        self.show()
        self.retell()
        self.name.setFocus()
        self.name.selectAll()

    def leave(self) -> None:
        """Closes the line; what is typed in it is let go of."""
        self._begin_again()
        # First: Qt would go on to a chip of the tray, which is selected where Tab comes.
        give_back(self._asked_from, self._back)
        self.hide()

    def retell(self) -> None:
        """Says its words in the language of the moment; closed, it says them once it opens."""
        if self.isHidden():
            return
        self._categories.setAccessibleName(_("Type of the actors"))
        self.name.setAccessibleName(_("Name of the next actor"))
        self.name.setPlaceholderText(_("Name of an actor, then Enter"))
        self._close.setText(_("Done"))
        self._show.setText(_("Show it"))
        self._categories.clear()
        for row in ordered(self._workspace.document.categories):
            self._categories.addItem(category_icon(row), terms.category_name(row), row.id)
        self._show_category()
        self._look_for_alike(self.name.text())

    @property
    def hint(self) -> str:
        """The gentle word of the moment."""
        return self._hint.text()

    def next_category(self, by: int) -> None:
        """Goes to the next type of actor, or to the one before, without leaving the name."""
        count = self._categories.count()
        self._surface.use_category(self._categories.itemData((self._categories.currentIndex() + by) % count))

    def takes_back(self, event: QKeyEvent) -> bool:
        """Takes back, or does again, the last step of the session if that is what the keys ask for."""
        return step_of_document(self._workspace, event)

    def paste(self) -> None:
        """Pastes a word into the name; several lines are as many actors."""
        text = QGuiApplication.clipboard().text()
        if "\n" in text.strip():
            clipboard.paste_names(self._surface, text)
        else:
            self.name.paste()

    def _stand(self) -> None:
        """All in a row where there is room for it; else the name has a row of its own."""
        narrow = self.width() < self._least(narrow=False)
        if narrow != self._narrow:
            self._narrow = narrow
            parts = (self._categories, self.name, self._close, self._hint, self._show)
            for part, cells in zip(parts, _NARROW if narrow else _WIDE, strict=True):
                self._grid.addWidget(part, *cells)

    def _least(self, *, narrow: bool) -> int:
        """How wide it must be to stand so."""
        sides, gap, name = (
            self._grid.contentsMargins(),
            self._grid.horizontalSpacing(),
            self.name.minimumSizeHint(),
        )
        kind = self._categories.minimumSizeHint() if narrow else self._categories.sizeHint()
        ends = kind.width() + gap + self._close.sizeHint().width()
        row = max(ends, name.width()) if narrow else ends + gap + name.width()
        return sides.left() + row + sides.right()

    def _show_category(self) -> None:
        self._categories.setCurrentIndex(self._categories.findData(self._surface.category))

    def _choose_category(self, _index: int) -> None:
        self._surface.use_category(self._categories.currentData())
        self.name.setFocus()

    def _begin_again(self) -> None:
        """Nothing is typed yet."""
        self.name.clear()
        self._again.forget()
        self._look_for_alike("")

    def _look_for_alike(self, text: str) -> None:
        """Says so when somebody of that name is there already."""
        self._like = self._surface.known.like(text)
        self._say(_("“{actor}” is already in the session.") if self._like else "")

    def _say(self, sentence: str) -> None:
        self._hint.setText(sentence.format(actor=self._like.name) if self._like else self._again.told)
        look.measure(self._hint, low=18)
        self._show.setVisible(self._like is not None)

    def _add(self, *, told: bool = False) -> None:
        """Adds the actor to the tray. One that looks known takes a second Enter: offered, not forced."""
        name = self.name.text().strip()
        if not name:
            return
        if self._like is not None and self._again.asks(name):
            self.name.selectAll()
            self._say(_("“{actor}” is already in the session: Enter again adds another one."))
            return
        actor = Actor(new_id(), name, self._surface.category)
        if self._workspace.do(gestures.add_actor(actor)):
            self._begin_again()
            if told:
                self.added.emit(actor.id)

    def _settle(self) -> None:
        """Hands over the name being typed; one that looks known waits for its second Enter."""
        if self._like is None:
            self._add()

    def _done(self) -> None:
        """Keeps the name being typed and closes the line. One that looks known is there already; one that could not be
        kept stays."""
        name, known = self.name.text().strip(), self._like is not None
        self._settle()
        if known or not self.name.text().strip():
            self.leave()
        if known:
            self._workspace.say(not_again(name))

    def _show_alike(self) -> None:
        if self._like is not None:
            found = self._like.id
            self.leave()
            self._surface.choose([("actors", found)])
            self._surface.reveal(found)

    def _followed(self, before: Document, after: Document) -> None:
        if before.categories is not after.categories:
            self.retell()
        elif before.actors is not after.actors and not self.isHidden():
            self._look_for_alike(self.name.text())


class _Name(QLineEdit):
    """Esc closes the line; up and down change the type of actor; several lines pasted are as many actors; Ctrl+Z
    takes back the last step of the session, as in every field."""

    def __init__(self, entry: EntryLine) -> None:
        super().__init__(entry)
        self._entry = entry

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Escape:
            self._entry.leave()
        elif event.key() in steps:
            self._entry.next_category(steps[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._entry.paste()
        elif not self._entry.takes_back(event):
            super().keyPressEvent(event)
            event.accept()  # Enter is ours: the map would open a name

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        pasting_by(self.createStandardContextMenu(), self._entry.paste).popup(event.globalPos())

    def minimumSizeHint(self) -> QSize:
        more = (_LETTERS - 1) * self.fontMetrics().averageCharWidth()
        return super().minimumSizeHint() + QSize(more, 0)
