"""Find: goes to an actor or a link as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from facilitator.model.finding import find
from facilitator.ui.finding import showing
from facilitator.ui.finding.panel import Panel
from facilitator.ui.finding.subjects import Index, Kind, Subject
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.window import Window
    from facilitator.ui.workspace import Pair


class Find(Panel):
    """Actors, and links by their sentences. What is marked is shown on the map at once; Esc puts everything back."""

    wide = 500
    most_rows = 7

    def __init__(self, window: Window, back: QWidget | None, index: Index) -> None:
        super().__init__(window, back, index)
        self._view = window.canvas.surface.view
        self._selection = window.workspace.selection
        self.line.setPlaceholderText(_("Find an actor or a link…"))
        self.line.setAccessibleName(_("Find an actor or a link"))

    def found(self, typed: str) -> Sequence[Subject]:
        self.window_.search.typed = typed
        return looked_for(self.window_, self.index, typed)

    def says(self, subjects: Sequence[Subject], typed: str) -> str:
        if not subjects and typed.strip():
            sentence = _(
                "No actor and no link is called “{name}”. The beginning of a word is enough, or initials."
            )
            return sentence.format(name=typed.strip())
        return super().says(subjects, typed)

    def marked(self, subject: Subject) -> None:
        surface, page = self.window_.canvas.surface, self.window_.page
        surface.set_view(self._view)  # from where one was, whatever was shown on the way
        over = QRect(surface.mapFrom(page, self.pos()), self.size())
        showing.show(self.window_, pair(subject), over=over)

    def taken(self, subject: Subject) -> None:
        showing.take(self.window_, subject)
        if not self.window_.canvas.tray.hold(subject.key):
            self.window_.canvas.setFocus()

    def unmarked(self) -> None:
        self.left()

    def left(self) -> None:
        self.window_.canvas.surface.set_view(self._view)
        self.window_.workspace.select(self._selection)

    def area(self) -> QRect:
        surface, page = self.window_.canvas.surface, self.window_.page
        return QRect(surface.mapTo(page, surface.rect().topLeft()), surface.size())


def looked_for(window: Window, index: Index, typed: str) -> list[Subject]:
    """The actors, then the links, whose names or sentences hold what is typed."""
    actors, links = index.of(window.workspace.document)
    return find([*actors, *links], typed)


def pair(subject: Subject) -> Pair:
    """The row of an actor or of a link, as it is selected."""
    return ("actors" if subject.kind is Kind.ACTOR else "links", subject.key)
