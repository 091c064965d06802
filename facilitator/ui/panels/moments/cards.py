"""The actors' cards one after the other, filled from what is said in the room."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from facilitator import terms
from facilitator.model.document import Actor, ordered
from facilitator.model.vocabulary import Side
from facilitator.ui.fields import Place, TextField, button, label, tell_icon
from facilitator.ui.panels.contributions import Contributions
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.said import SaidLine
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext

_CARD = "card"
"""Where the desk keeps whose card is being filled."""
_TEXTS = (
    ("resources", N_("Resources")),
    ("wishes", N_("Wishes to get involved")),
    ("needs", N_("Needs")),
    ("strengths", N_("Strengths")),
    ("obstacles", N_("Obstacles")),
)


class CardsMoment(Moment):
    """One card at a time, those that say nothing yet first; a line that understands what is typed in it fills it."""

    follows = ("actors", "contributions", "categories")

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self._order: list[str] = []
        self._actor = ""
        self.total = QLabel()
        self.total.setProperty("role", "heading")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._none = label(workspace, N_("No actor yet: name some first."), "muted")
        self._card = QWidget()
        self.add(self.total, self._bar, self._none, self._card)
        self._fill()
        workspace.selection_changed.connect(self._selected)
        self.ready()

    @property
    def actor(self) -> Actor | None:
        """Whose card is being filled."""
        return self.workspace.document.actors.get(self._actor)

    def turn_to(self, actor: str) -> None:
        """Shows a card; the first one where there is no such actor."""
        if actor not in self._order:
            actor = self._order[0] if self._order else ""
        if actor != self._actor:
            self.workspace.settle()
            self._actor = actor
            self.workspace.keep(_CARD, actor)
            for text in self._texts:
                text.turn_to(*([actor] if actor else []))
            for side in self._sides:
                side.turn_to(actor)
            self.line.turn_to(actor)
        self._tell_card()

    def go(self, by: int) -> None:
        """To the next card, or the one before."""
        if self._order:
            at = self._order.index(self._actor) if self._actor in self._order else -1
            self.turn_to(self._order[(at + by) % len(self._order)])
            self.line.take_keyboard()

    def _fill(self) -> None:
        workspace = self.workspace
        self.name, self.kind = QLabel(), QLabel()
        self.name.setProperty("role", "title")
        self.name.setWordWrap(True)
        self.kind.setProperty("role", "caption")
        for words in (self.name, self.kind):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.before = button(workspace, "‹", partial(self.go, -1), "small")
        self.next = button(workspace, "›", partial(self.go, 1), "small")
        tell_icon(self.before, workspace, N_("Card before"))
        tell_icon(self.next, workspace, N_("Next card"))
        self.whole = button(workspace, N_("Whole card"), self._open, "link")
        head = QHBoxLayout()
        head.addWidget(self.kind, 1)
        head.addWidget(self.before)
        head.addWidget(self.next)
        self.line = SaidLine(workspace, self.go)
        self._texts = [
            TextField(workspace, Place("actors", name), said, lines=(1, 6)) for name, said in _TEXTS
        ]
        first = Section(workspace, "cards.first", lambda: _("Before any solution"))
        first.column.setSpacing(4)
        first.add(*self._texts)
        self._sides = [Contributions(workspace, Side.OFFER), Contributions(workspace, Side.NEED)]
        offers = Section(workspace, "cards.offers", lambda: _("What the actor brings"))
        needs = Section(workspace, "cards.needs", lambda: _("What the actor needs"))
        offers.add(self._sides[0])
        needs.add(self._sides[1])
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.name)
        column.addWidget(self.line)
        for part in (first, offers, needs):
            column.addWidget(part)
        column.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)

    def answered_first(self) -> QWidget | None:
        return self.line.line

    def tell(self) -> None:
        document = self.workspace.document
        told = {contribution.actor for contribution in document.contributions.values()}
        if (
            not self._order
        ):  # those that say nothing yet first, in an order that stays while one goes through it
            self._order = sorted((a.id for a in ordered(document.actors)), key=lambda id_: id_ in told)
        kept = [id_ for id_ in self._order if id_ in document.actors]
        self._order = [*kept, *(a.id for a in ordered(document.actors) if a.id not in kept)]
        done, all_ = len(told), len(document.actors)
        self.total.setText(
            ngettext("{n} card filled out of {all}", "{n} cards filled out of {all}", done).format(
                n=done, all=all_
            )
        )
        self._bar.setAccessibleName(self.total.text())
        self._bar.setMaximum(max(all_, 1))
        self._bar.setValue(done)
        self.total.setVisible(bool(all_))
        self._bar.setVisible(bool(all_))
        self._none.setVisible(not all_)
        self._card.setVisible(bool(all_))
        if self._actor not in self._order:
            self.turn_to(str(self.workspace.desk.get(_CARD, "")))
        else:
            self._tell_card()

    def _tell_card(self) -> None:
        actor = self.actor
        if actor is not None:
            at = self._order.index(actor.id) + 1
            category = terms.category_name(self.workspace.document.categories[actor.category])
            self.kind.setText(f"{category} · {at} / {len(self._order)}")
            self.name.setText(actor.name)

    def _selected(self) -> None:
        """The card of who is chosen on the map is the one found here afterwards."""
        chosen = self.workspace.selected_actors
        if len(chosen) == 1:
            self.turn_to(chosen[0].id)

    def _open(self) -> None:
        self.workspace.show_actor(self._actor)
        self.workspace.select([("actors", self._actor)])
