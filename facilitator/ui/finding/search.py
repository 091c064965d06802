"""What is opened by Ctrl+K and Ctrl+F in one console, and what F3 goes on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.ui import asking
from facilitator.ui.parts import holder
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.finding.panel import Panel
    from facilitator.ui.finding.subjects import Index
    from facilitator.ui.window import Window


class Search(QObject):
    """One panel at a time; what was looked for last is remembered while the session is open."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._index: Index | None = None
        self._panel: Panel | None = None
        self.typed = ""

    @property
    def panel(self) -> Panel | None:
        """The panel, while it is open."""
        return self._panel

    def commands(self) -> None:
        """Opens the command palette."""
        from facilitator.ui.finding.commands import Commands  # what the first picture does not need

        self._open(Commands)

    def find(self) -> None:
        """Opens what finds actors and links, on what was looked for last."""
        from facilitator.ui.finding.find import Find

        self._open(Find, self.typed)

    def next(self, way: int = 1) -> None:
        """Goes to the next thing that was looked for, or to the one before."""
        from facilitator.ui.finding import showing
        from facilitator.ui.finding.find import looked_for, pair

        if self._panel is not None:
            self._panel.step(way)
            return
        if not self.typed:
            self.find()
            return
        found = looked_for(self._window, self._known(), self.typed)
        if not found:
            self._window.workspace.say(
                _("Nothing is called “{name}” any more.").format(name=self.typed.strip())
            )
            return
        selection = self._window.workspace.selection
        at = next((n for n, one in enumerate(found) if pair(one) in selection), -1 if way > 0 else 0)
        showing.take(self._window, found[(at + way) % len(found)])

    def _open(self, kind: type[Panel], typed: str = "") -> None:
        if isinstance(self._panel, kind):
            self._panel.line.setFocus()
            self._panel.line.selectAll()
            return
        if self._panel is not None:
            self._panel.leave()
        panel = kind(self._window, holder(self._window), self._known())
        panel.closed.connect(self._closed)
        self._panel = panel
        with asking.busy():  # the names of a large map are made ready the first time
            panel.start(typed)

    def _known(self) -> Index:
        from facilitator.ui.finding.subjects import Index

        if self._index is None:
            self._index = Index()
        return self._index

    def _closed(self) -> None:
        self._panel = None
