"""One list of the twin with what can be done in it: the same acts by a button, a key, and the menu of a row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from facilitator.model.document import Actor
from facilitator.ui import looking
from facilitator.ui.canvas.picker import ActorPicker
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.fields import button
from facilitator.ui.fields.spoken import spoken
from facilitator.ui.twin import acts
from facilitator.ui.twin.rows import Rows
from facilitator.ui.twin.table import Key, Table
from facilitator.ui.workspace import Pair
from facilitator.words import N_, _

CTRL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done in a list: its name, the key as it is engraved and as it is struck, and what it does.

    `shown` puts it among the buttons above the list, `apart` draws a line above it in the menu, `needs` a chosen row;
    `alone`, its line in the menu needs one and no more. `says` gives its name in the menu, for so many rows.
    """

    name: str
    key: str
    struck: tuple[Key, ...]
    does: Callable[[], object]
    shown: bool = False
    apart: bool = False
    needs: bool = True
    alone: bool = False
    says: Callable[[int], str] | None = None
    danger: bool = False


class Page(QWidget):
    """A list, its buttons and the menu of its rows. It follows the session only while it is seen."""

    heading = ""

    def __init__(self, rows: Rows, surface: Surface, parent: QWidget) -> None:
        super().__init__(parent)
        self.surface = surface
        self.workspace = surface.workspace
        self.rows = rows
        rows.setParent(self)
        self.table = Table(rows, self)
        self.acts = self.all_acts()
        self.picker: ActorPicker | None = None
        for act in self.acts:
            for struck in act.struck:
                self.table.does[struck] = self._doing(act)
        self.table.does[Qt.Key.Key_Escape, PLAIN] = self._escape
        self.buttons = [self._button(act) for act in self.acts if act.shown]
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.table.setMinimumHeight(1)  # a line opened under it is whole, however low it leaves the list
        self.column.addWidget(self.table, 1)
        self.table.menu_asked.connect(self._open_menu)
        self.table.revealed.connect(self._reveal)
        self.table.opened.connect(self.open_cell)
        spoken(self, self.workspace, self._tell)
        rows.counted.connect(self._tell_nothing)
        self._filled = False

    # What a kind of page says

    def all_acts(self) -> Sequence[Act]:
        """What can be done in this list."""
        raise NotImplementedError

    def counted(self) -> str:
        """How much there is, in a few words."""
        raise NotImplementedError

    def nothing(self) -> str:
        """What is said where the list is empty."""
        raise NotImplementedError

    def open_cell(self, index: QModelIndex) -> None:
        """Changes a cell of a column that asks for something of its own; a list may have none."""

    # In step

    def follow(self) -> None:
        """Shows the session and the lens as they are, if it is seen."""
        if self.isVisible():
            self.table.follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._filled:
            self._filled = True
            self.rows.fill()
        self.table.follow()

    # Acts

    def chosen_ids(self) -> list[str]:
        """Ids of the chosen rows."""
        return [id_ for _table, id_ in self.table.chosen()]

    def delete(self) -> None:
        """Deletes the chosen rows; the keyboard goes to the row that comes after."""
        chosen: list[Pair] = self.table.chosen()
        go_on = self.table.place_after()
        if acts.delete(self.workspace, chosen):
            go_on()

    def pick(
        self,
        index: QModelIndex,
        others: list[Actor],
        picked: Callable[[Actor], None],
        created: Callable[[str], None] | None,
        asks: str = "",
        start: Actor | None = None,
    ) -> None:
        """Asks for an actor by typing its name, under a row of the list."""
        self.table.scrollTo(index)
        room = self.window()
        self.picker = ActorPicker(
            room,
            self.workspace,
            others,
            picked=picked,
            created=created,
            start=start,
            asks=asks,
            back=self.table,
        )
        row = QPersistentModelIndex(index)
        self.picker.open_at(
            lambda: self.table.viewport().mapTo(room, self.table.visualRect(row).bottomLeft())
        )

    def _doing(self, act: Act) -> Callable[[], None]:
        def does() -> None:
            if self.workspace.read_only:
                self.workspace.refuse_writing()
            elif act.needs and not self.table.chosen():
                self.workspace.say(_("“{action}”: there is nothing to do it to.").format(action=_(act.name)))
            else:
                act.does()

        return does

    def _button(self, act: Act) -> QPushButton:
        pressed = button(self.workspace, act.name, self._doing(act), "danger" if act.danger else "small")
        pressed.setEnabled(not self.workspace.read_only)

        def tell() -> None:
            pressed.setToolTip(f"{_(act.name)} ({_(act.key)})")

        spoken(pressed, self.workspace, tell)
        return pressed

    def menu(self) -> QMenu:
        """The menu of the chosen rows."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        count = len(self.table.chosen())
        for act in self.acts:
            if act.apart:
                menu.addSeparator()
            name = act.says(count) if act.says and count else _(act.name)
            line = menu.addAction(f"{name}\t{_(act.key)}" if act.key else name)
            fits = count == 1 if act.alone else count > 0 or not act.needs
            line.setEnabled(not self.workspace.read_only and fits)
            does = self._doing(act)
            line.triggered.connect(lambda _checked=False, does=does: does())
        return menu

    def _escape(self) -> None:
        """What is being done on the map is given up first, then what is filtered, then what one does without."""
        if not self.surface.give_up():
            looking.give_back(self.workspace)

    def put_away(self) -> None:
        """What is asked for over the list goes before the list does; the keyboard is in the list again."""
        if self.picker is not None and isValid(self.picker):
            self.picker.close_up()

    def _open_menu(self, at: QPoint) -> None:
        self.menu().popup(at)

    def _reveal(self, pair: Pair) -> None:
        acts.reveal(self.surface, pair)

    def _tell(self) -> None:
        self.table.setAccessibleName(_(self.heading))
        self._tell_nothing()
        if self.isVisible():
            self.table.follow()

    def _tell_nothing(self) -> None:
        """An empty list says what it is that one looks for, rather than that the session holds nothing."""
        words = self.rows.wanted.strip()
        found = _("Nothing found for “{words}”: Esc in the search shows everything.")
        nothing = found.format(words=words) if words else self.nothing()
        self.table.say_nothing(nothing)
        sorts = self.rows.sorts
        keys = _("Enter changes a cell, O sorts by its column.") if sorts else _("Enter changes a cell.")
        self.table.setAccessibleDescription(keys if self.rows.keys else nothing)


DELETE_KEYS: tuple[Key, ...] = ((Qt.Key.Key_Delete, PLAIN), (Qt.Key.Key_Backspace, PLAIN))
DEL = N_("Del")
