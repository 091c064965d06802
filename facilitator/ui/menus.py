"""The menus and the keys of the console, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from facilitator.ui import voices
from facilitator.ui.actions import ACTIONS, MENUS, Action
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.window import Window

TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
"""Where a letter is a letter, not a shortcut."""


class Menus(QObject):
    """The menu bar of one console, and its keys.

    The first picture shows its titles alone: what stands in it comes right after, or when it is wanted. Whether an
    action makes sense is asked when it is called for, and when its menu opens: a gesture costs nothing here.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._bare: list[QShortcut] = []
        self._within: dict[str, QMenu] = {}
        self._menus = {key: QMenu(window) for key in MENUS}
        for key, menu in self._menus.items():
            window.menuBar().addMenu(menu)
            menu.aboutToShow.connect(partial(self.refresh, key))
            menu.aboutToHide.connect(partial(self._enable, key))
        window.workspace.language_changed.connect(self.retranslate)
        self.retranslate()

    def action(self, key: str) -> QAction:
        """Qt's own action for one of ours."""
        self.fill()
        return self._actions[key]

    def menu(self, key: str) -> QMenu:
        """One of the menus of the bar."""
        self.fill()
        return self._menus[key]

    def retranslate(self) -> None:
        """Says every name again; those of the actions of a menu are told when it opens."""
        titles = with_mnemonics([_(title) for title in MENUS.values()])
        for menu, title in zip(self._menus.values(), titles, strict=True):
            menu.setTitle(title)
        for title, inner in self._within.items():
            inner.setTitle(_(title))

    def fill(self) -> None:
        """Makes the actions and the keys, once."""
        if self._actions:
            return
        for action in ACTIONS:
            self._add(action)
        for place, digit in enumerate(voices.DIGITS, 1):
            self._bind(digit, partial(voices.note_nth, self._window.workspace, place))
        self._follow_focus()

    def _add(self, action: Action) -> None:
        window = self._window
        done = QAction(window)
        done.setData(action.key)
        done.setCheckable(action.on is not None)
        done.setShortcuts([QKeySequence(key) for key in action.chords])
        # Qt would move our own Quit and About elsewhere by guessing from their English names.
        done.setMenuRole(QAction.MenuRole.NoRole)
        done.triggered.connect(lambda _checked=False, key=action.key: window.ask(key))
        for key in action.bare:
            self._bind(key, partial(window.ask, action.key))
        self._actions[action.key] = done
        menu = self._menus[action.menu]
        if action.apart:
            self._within.get(action.within, menu).addSeparator()
        if action.within:
            self._inner(action, menu).addAction(done)
        else:
            menu.addAction(done)

    def _bind(self, key: str, does: Callable[[], object]) -> None:
        """A key that types a character too: it is ours while nothing is typed."""
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(does)
        self._bare.append(shortcut)

    def _inner(self, action: Action, menu: QMenu) -> QMenu:
        """The menu inside a menu that an action stands in, made for the first of them."""
        held = self._within.get(action.within)
        if held is None:
            held = self._within[action.within] = QMenu(_(action.within), self._window)
            menu.addMenu(held)
        if action.on is not None:
            groups = held.findChildren(QActionGroup)
            group = QActionGroup(held) if action.apart or not groups else groups[-1]
            group.addAction(self._actions[action.key])
        return held

    def refresh(self, menu: str) -> None:
        """Names, marks and states of the moment, for the actions of a menu that opens."""
        self.fill()
        for action in (action for action in ACTIONS if action.menu == menu):
            done = self._actions[action.key]
            # As keys are written everywhere, and not as Qt does.
            keys = f"\t{action.shown_key()}" if action.keys else ""
            done.setText(action.label(self._window) + keys)
            done.setEnabled(action.can(self._window))
            if action.on is not None:
                done.setChecked(action.on(self._window))

    def _enable(self, menu: str) -> None:
        """A closed menu holds no action back: its keys ask again whether it makes sense."""
        for action in (action for action in ACTIONS if action.menu == menu):
            self._actions[action.key].setEnabled(True)

    def _follow_focus(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focused)
            self._focused(None, app.focusWidget())

    def _focused(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Letters type where one types; in the menu bar they open menus."""
        typing = isinstance(now, (*TYPED_IN, QMenuBar)) and not getattr(now, "letters_are_keys", False)
        for shortcut in self._bare:
            shortcut.setEnabled(not typing)


def with_mnemonics(titles: Sequence[str]) -> list[str]:
    """Titles with an ampersand before the letter that Alt opens each with: the first no other has taken."""
    taken: set[str] = set()
    marked = []
    for title in titles:
        at = next((n for n, c in enumerate(title) if c.isalpha() and c.casefold() not in taken), None)
        if at is not None:
            taken.add(title[at].casefold())
        marked.append(title if at is None else f"{title[:at]}&{title[at:]}")
    return marked
