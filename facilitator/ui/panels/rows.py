"""Lists of rows inside a panel: kept by id, one more typed at the end, moved and removed from the row itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from facilitator.model.document import Document
from facilitator.model.gestures import Gesture
from facilitator.ui.fields.line import Line
from facilitator.ui.fields.offered import Option, Options
from facilitator.ui.fields.place import Place
from facilitator.ui.fields.spoken import spoken, tell_icon
from facilitator.ui.fields.typed import step_of_document
from facilitator.ui.keys import literal
from facilitator.ui.parts import before, for_a_menu
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

Move = Callable[[str, "str | None"], Gesture]
"""The gesture that puts a row before another, or last."""


class RowList(QWidget):
    """Widgets of rows, kept by id: a change elsewhere never takes the focus away."""

    def __init__(
        self, make: Callable[[str], QWidget], parent: QWidget | None = None, *, gap: int = 6
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._rows: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self.hide()  # an empty list takes no room

    @property
    def ids(self) -> tuple[str, ...]:
        """The rows shown, in their order."""
        return tuple(self._rows)

    def row(self, id_: str) -> QWidget:
        """The widget of a row."""
        return self._rows[id_]

    def show_rows(self, ids: Sequence[str]) -> None:
        """Shows these rows in this order; those already there are kept."""
        if tuple(ids) == self.ids:
            return
        for id_ in [id_ for id_ in self._rows if id_ not in ids]:
            gone = self._rows.pop(id_)
            self._column.removeWidget(gone)
            focused: QWidget | None = self.window().focusWidget()
            if focused is not None and gone.isAncestorOf(focused) and (near := before(gone)) is not None:
                near.setFocus()  # Qt would give the keyboard to the bar at the top of the window
            gone.hide()
            gone.deleteLater()
        kept = self._rows
        self._rows = {id_: kept.get(id_) or self._make(id_) for id_ in ids}
        for n, widget in enumerate(self._rows.values()):
            if self._column.indexOf(widget) != n:
                self._column.insertWidget(n, widget)
                widget.show()  # at once: Qt would wait, and the keyboard could not enter it meanwhile
        self.setVisible(bool(self._rows))


class AddLine(Line):
    """Where one more is typed: Enter adds it and stays, ready for the next. `add` answers whether it was.

    `hint` stands in it while it is empty; `name`, for who listens, may say more.
    """

    def __init__(
        self,
        workspace: Workspace,
        hint: Callable[[], str],
        add: Callable[[str], bool],
        name: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        self._name = name or hint
        self._workspace = workspace
        self._add = add
        self.setProperty("role", "add")
        self.setReadOnly(workspace.read_only)
        self.returnPressed.connect(self._entered)
        self._hint = hint
        self._refused = ""
        spoken(self, workspace, self.retell)
        workspace.settling.connect(self._left)

    def retell(self) -> None:
        """Says again what is added here."""
        self.setPlaceholderText(self._hint())
        self.setAccessibleName(self._name())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed and not entered is kept as well: leaving is a way to say yes."""
        super().focusOutEvent(event)
        if not for_a_menu(self, event):
            self._left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif self.text() or not step_of_document(self._workspace, event):
            super().keyPressEvent(event)  # with nothing typed, Ctrl+Z takes back the last step of the session

    def _left(self) -> None:
        """What was refused is only asked for again by Enter."""
        if self.text().strip() != self._refused:
            self._entered()

    def _entered(self) -> None:
        text = self.text().strip()
        if text:
            self.clear()
            self._refused = "" if self._add(text) else text
            if self._refused:
                self.setText(text)


class More(QToolButton):
    """The small button at the end of a row: everything else one can do with it, put in by `fill`."""

    def __init__(self, workspace: Workspace, name: str, fill: Callable[[More], object]) -> None:
        super().__init__()
        self._workspace = workspace
        self._fill: Callable[[More], object] | None = fill
        self.setText("⋯")
        self.setProperty("role", "more")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self.fill)
        self.setEnabled(not workspace.read_only)
        tell_icon(self, workspace, name)

    def fill(self) -> None:
        """Makes its menu, the first time it is asked for."""
        if self._fill is not None:
            fill, self._fill = self._fill, None
            fill(self)

    def offer(self, sentence: str, done: Callable[[], object]) -> QAction:
        """One more thing to do; `sentence` is a msgid."""
        action = QAction(self)
        action.triggered.connect(lambda _checked=False: done())
        spoken(action, self._workspace, lambda: action.setText(_(sentence)))
        self.menu().addAction(action)
        return action

    def offer_check(self, place: Place, sentence: str) -> None:
        """A yes or no of the row."""
        self.menu().addAction(CheckAction(self._workspace, place, sentence, self))

    def offer_choice(self, place: Place, sentence: str, options: Options) -> None:
        """A choice of the row, in a menu of its own."""
        self.menu().addMenu(ChoiceMenu(self._workspace, place, sentence, options, self))

    def offer_moves(self, id_: str, move: Move, siblings: Callable[[Document], Sequence[str]]) -> None:
        """Up and down among its siblings; Alt+Up and Alt+Down do the same from anywhere in the row."""
        self.offer(N_("Move up"), lambda: shift(self._workspace, id_, -1, move, siblings))
        self.offer(N_("Move down"), lambda: shift(self._workspace, id_, 1, move, siblings))


def shift(
    workspace: Workspace, id_: str, by: int, move: Move, siblings: Callable[[Document], Sequence[str]]
) -> bool:
    """Moves a row one place up (-1) or down (1) among its siblings; False where there is no such place."""
    ids = list(siblings(workspace.document))
    if id_ not in ids:
        return False
    to = ids.index(id_) + by
    if not 0 <= to < len(ids):
        return False
    ids.remove(id_)
    return workspace.do(move(id_, ids[to] if to < len(ids) else None))


class CheckAction(QAction):
    """A yes or no of the document, in a menu."""

    def __init__(self, workspace: Workspace, place: Place, sentence: str, parent: QObject) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.place = place
        self.setCheckable(True)
        self.triggered.connect(self._triggered)
        workspace.changed.connect(self.refresh)
        spoken(self, workspace, lambda: self.setText(_(sentence)))
        self.refresh()

    def refresh(self, *_documents: Document) -> None:
        """Shows the document as it is."""
        self.setChecked(bool(self.place.value(self.workspace.document)))

    def _triggered(self) -> None:
        self.workspace.do(self.place.write(self.isChecked()))
        self.refresh()


class ChoiceMenu(QMenu):
    """A choice of the document, as a menu."""

    def __init__(
        self, workspace: Workspace, place: Place, sentence: str, options: Options, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.place = place
        self._options = options
        self._told: list[Option] = []
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._chosen)
        self.aboutToShow.connect(self._fill)
        spoken(self, workspace, lambda: self.setTitle(_(sentence)))
        self._fill()

    def _fill(self) -> None:
        self.clear()
        now = self.place.value(self.workspace.document)
        self._told = list(self._options(self.workspace.document))
        for n, option in enumerate(self._told):
            action = self.addAction(literal(option.text))
            action.setCheckable(True)
            action.setChecked(option.value == now)
            action.setData(n)  # Qt would turn a key of ours into a bare text
            self._group.addAction(action)

    def _chosen(self, action: QAction) -> None:
        self.workspace.do(self.place.write(self._told[action.data()].value))


class RowFrame(QFrame):
    """One row: what is in it from left to right, and its small button; Alt+Up and Alt+Down move it."""

    def __init__(
        self,
        workspace: Workspace,
        id_: str,
        move: Move,
        siblings: Callable[[Document], Sequence[str]],
        *,
        role: str = "",
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self.id = id_
        self._move = move
        self._siblings = siblings
        if role:
            self.setProperty("role", role)
        inside = 10 if role == "card" else 0
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(inside, inside, inside, inside or (6 if role else 0))
        self.column.setSpacing(6 if role == "card" else 2)

    def offer(self, more: More) -> None:
        """Puts what else one can do with the row in its menu."""
        raise NotImplementedError

    def finish(self, sentence: str) -> None:
        """Called once everything is in: the small button, called `sentence`, comes at the end of the first line."""
        more = More(self._workspace, sentence, self.offer)
        first = self.column.takeAt(0)
        line = QHBoxLayout()
        line.setSpacing(4)
        if first is not None:
            line.addItem(first)
            line.setStretch(0, 1)
        line.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)
        self.column.insertLayout(0, line)
        for widget in self.findChildren(QWidget):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
            if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in ways:
                self._workspace.settle()
                shift(self._workspace, self.id, ways[Qt.Key(event.key())], self._move, self._siblings)
                return True
        return super().eventFilter(watched, event)
