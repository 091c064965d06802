"""The filters that are on, as chips above the map: each says what it asks for, and a click takes it off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.model.document import Document
from facilitator.ui import look, looking
from facilitator.ui.actions import by_key
from facilitator.ui.canvas.filter_panel import FilterPanel, HideChoice
from facilitator.ui.canvas.signs import SIGNS, said
from facilitator.ui.elided import ElidedButton
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.flow import Flow
from facilitator.ui.icon import shipped
from facilitator.ui.workspace import Workspace
from facilitator.words import _, ngettext

_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter that is on: its key, what it says, and its sign."""

    key: tuple[str, object]
    text: str
    icon: QIcon | None


class FilterChip(ElidedButton):
    """One filter; a click, Enter or Del takes it off. Of a name that is too long for the map, the end is lost."""

    def __init__(self, asked: Asked, removed: Callable[[], object], parent: QWidget) -> None:
        super().__init__("chip", parent, after="  ×")
        self.setAutoDefault(False)
        look.measure(self, low=26)
        self.setIcon(asked.icon or QIcon())
        self.say(f" {asked.text}")
        whole = _("Take off the filter {filter}").format(filter=asked.text)
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.clicked.connect(lambda _checked=False: removed())

    def event(self, event: QEvent) -> bool:
        # Del is this chip's, not the window's, which deletes what is selected.
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() in _REMOVE:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVE:
            self.click()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Shown while a filter or a focus is on; `map_` has the keyboard once nothing is left to take off.

    `head` is where the button stands that opens the panel.
    """

    def __init__(self, workspace: Workspace, map_: QWidget, head: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._map = workspace, map_
        self._told: list[tuple[object, str]] = []
        self.chips: list[FilterChip] = []
        self.button = FilterButton(workspace, head)
        self.button.clicked.connect(lambda _checked=False: self.turn_panel())
        self._panel: FilterPanel | None = None
        self.hides = HideChoice(workspace, self)
        self.all_ = QPushButton(self)
        self.all_.setProperty("role", "link")
        self.all_.setAutoDefault(True)
        self.all_.clicked.connect(lambda _checked=False: looking.show_all(workspace))
        self._flow = look.measure(Flow(self), spacing=6)
        self._flow.setContentsMargins(14, 2, 14, 6)
        self._flow.addWidget(self.hides)
        self._flow.addWidget(self.all_)
        workspace.lens_changed.connect(self.refresh)
        workspace.changed.connect(self._followed)
        workspace.language_changed.connect(self.retranslate)
        self.retranslate()

    @property
    def panel(self) -> FilterPanel | None:
        """The panel, while it is open."""
        return self._panel

    def turn_panel(self) -> None:
        """Opens the panel where filters are ticked, or closes it; the map has the keyboard then."""
        if self._panel is not None:
            self._panel.leave()
            return
        self._panel = FilterPanel(self._workspace, self.window())
        self._panel.closed.connect(self._panel_closed)
        self._panel.open_below(self.button)

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        self.setAccessibleName(_("Filters"))
        self.all_.setText(_("Show everything"))
        self.button.retranslate()
        self._told = []
        self.refresh()

    def step_aside(self, *, aside: bool) -> None:
        """Where there is no room, only what is filtered stays: each × takes it off, and Esc shows everything."""
        for widget in (self.hides, self.all_):
            widget.setHidden(aside)

    def refresh(self) -> None:
        """Shows the filters that are on."""
        asked = list(_asked(self._workspace))
        told: list[tuple[object, str]] = [(one.key, one.text) for one in asked]
        if told != self._told:
            self._told = told
            self._rebuild(asked)
        self.setVisible(self._workspace.lens.filters)
        self.button.setChecked(self._workspace.lens.filters)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            looking.show_all(self._workspace)
        else:
            super().keyPressEvent(event)

    def _rebuild(self, asked: list[Asked]) -> None:
        at = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), None)
        focus: QWidget | None = self.window().focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [FilterChip(one, partial(self._removed, *one.key), self) for one in asked]
        for n, chip in enumerate(self.chips):
            self._flow.insert(n, chip)
            chip.show()
        walk = (self.button, *self.chips, self.hides.fade, self.hides.hide_, self.all_)
        for one, other in pairwise(walk):  # what is made last is else reached last
            QWidget.setTabOrder(one, other)
        if held and not self.chips:
            self._map.setFocus()
        elif at is not None:
            self.chips[min(at, len(self.chips) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        self.updateGeometry()

    def _removed(self, kind: str, value: object) -> None:
        if kind == "focus":
            self._workspace.look_through(replace(self._workspace.lens, focus=frozenset()))
        elif kind == "only_actors":
            self._workspace.look_through(replace(self._workspace.lens, only_actors=False))
        elif kind == "evidence":
            self._workspace.look_through(replace(self._workspace.lens, evidence=frozenset(), hushed=False))
        else:
            looking.turn(self._workspace, kind, value)

    def _followed(self, before: Document, after: Document) -> None:
        """A category or a type was renamed, or an actor in focus."""
        lens = self._workspace.lens
        if not lens.filters:
            return
        renamed = lens.focus and before.actors is not after.actors
        same = before.categories is after.categories and before.link_types is after.link_types
        if renamed or not same:
            self._told = [] if not same else self._told  # a sign may have another colour
            self.refresh()

    def _panel_closed(self) -> None:
        panel, self._panel = self._panel, None
        focus: QWidget | None = self.window().focusWidget()
        if panel is not None and focus is not None and panel.isAncestorOf(focus):
            self._map.setFocus()


class FilterButton(QPushButton):
    """Opens the panel of filters; shown pressed while some are on."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("role", "palette")
        self.setAutoDefault(True)
        self.setCheckable(True)
        self.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # a click on it leaves the keyboard to the panel it opens
        self.setIcon(shipped("filter"))
        look.measure(self, icon=15)
        self.setMinimumHeight(28)

    def nextCheckState(self) -> None:
        """A click opens the panel: it is the filters that press the button."""

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        action = by_key("filter")
        self.setText(" " + _("Filter"))
        self.setAccessibleName(_("Filter the map"))
        self.setToolTip(f"{_(action.name)} ({action.shown_key()})")


def _asked(workspace: Workspace) -> Iterator[Asked]:
    lens, document = workspace.lens, workspace.document
    for kind in SIGNS:
        wanted = getattr(lens, kind.field)
        for option in kind.options(document) if wanted else ():
            if option.value in wanted:
                yield Asked((kind.field, option.value), said(kind, option), option.icon)
    if lens.focus:
        first = document.actors[min(lens.focus)]
        n = len(lens.focus)
        text = (
            _("{actor} and those linked to it").format(actor=first.name)
            if n == 1
            else _("{n} actors and those linked to them").format(n=n)
        )
        icon = category_icon(document.categories[first.category]) if n == 1 else None
        yield Asked(("focus", None), text, icon)
    if lens.evidence:
        n = len(lens.evidence)
        text = ngettext("A question: {n} actor", "A question: {n} actors", n).format(n=n)
        text = _("{question}, not on the wall").format(question=text) if lens.hushed else text
        yield Asked(("evidence", None), text, None)
    if lens.only_actors:
        yield Asked(("only_actors", None), _("Actors alone, without their links"), None)
