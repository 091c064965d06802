"""Listing the actors one category after the other, so that nobody is forgotten."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QWidget

from facilitator import terms
from facilitator.model.document import Category, ordered
from facilitator.ui.fields import button, label
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.flow import Flow
from facilitator.ui.keys import literal
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.naming import Kind, NamingLine
from facilitator.ui.panels.rows import RowList
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext

_CHOSEN = "listing"
"""Where the desk keeps the category the room is at."""


class ActorsMoment(Moment):
    """A question for each category, a line to name who answers it, and who was named so far."""

    follows = ("actors", "categories")

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self._total = QLabel()
        self._total.setProperty("role", "heading")
        body = QWidget()
        self._flow = Flow(body)
        self._group = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        self._known: list[Category] = []
        self._chosen = str(workspace.desk.get(_CHOSEN, ""))
        self.question = QLabel()
        self.question.setProperty("role", "question")
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        told = QLabel()
        told.setProperty("role", "hint")
        self.line = NamingLine(workspace, self._hint, self._kind, told, self._walk)
        self.names = RowList(self._row, gap=0)
        self.grid = button(
            workspace, N_("Who is in which field?"), lambda: workspace.asked.emit("grid"), "accent"
        )
        self.add(
            self._total,
            label(workspace, N_("One type after the other, so that nobody is forgotten:"), "muted"),
            body,
            self.question,
            self.line,
            told,
            label(
                workspace,
                N_("Enter adds, and with nothing typed goes to the next type; ↑ and ↓ too."),
                "caption",
            ),
            self.names,
            self.grid,
            label(workspace, N_("New actors wait under the map until they are placed."), "caption"),
        )
        self.ready()

    @property
    def category(self) -> str:
        """The category the room is at."""
        return self._chosen

    def chip(self, category: str) -> QPushButton:
        """The button of a category."""
        return self._chips[category]

    def answered_first(self) -> QWidget | None:
        return self.line

    def tell(self) -> None:
        document = self.workspace.document
        known = ordered(document.categories)
        if known != self._known:
            self._known = known
            self._rebuild()
        actors = ordered(document.actors)
        for category in known:
            count = sum(actor.category == category.id for actor in actors)
            chip = self._chips[category.id]
            name = terms.category_name(category)
            chip.setText(f"{literal(name)}  {count}")
            said = (
                ngettext("{name}: {n} actor", "{name}: {n} actors", count)
                if count
                else _("{name}: nobody yet")
            )
            chip.setAccessibleName(said.format(name=name, n=count))
            chip.setToolTip(chip.accessibleName())
        self._total.setText(
            ngettext("{n} actor named", "{n} actors named", len(actors)).format(n=len(actors))
        )
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        """The question of the category one is at, and who answers it."""
        document = self.workspace.document
        self.question.setText(terms.category_question(document.categories[self._chosen]))
        held = [actor for actor in ordered(document.actors) if actor.category == self._chosen]
        self.names.show_rows([actor.id for actor in held])
        for actor in held:
            row = self.names.row(actor.id)
            if isinstance(row, Sentence):
                field = f" · {escape(actor.domain)}" if actor.domain else ""
                row.say(f"<b>{escape(actor.name)}</b>{field}")
        self.line.retell()

    def _row(self, id_: str) -> Sentence:
        row = Sentence("")
        row.clicked.connect(lambda _checked=False: self.workspace.select([("actors", id_)]))
        return row

    def _rebuild(self) -> None:
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        if self._chosen not in {c.id for c in self._known}:
            self._chosen = self._known[0].id
        for category in self._known:
            chip = Toggle()
            chip.setIcon(category_icon(category))
            chip.setProperty("role", "chip")
            chip.setChecked(category.id == self._chosen)
            chip.clicked.connect(lambda _checked=False, id_=category.id: self._choose(id_))
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            self._chips[category.id] = chip

    def _choose(self, category: str) -> None:
        self._chosen = category
        self._chips[category].setChecked(True)
        self.workspace.keep(_CHOSEN, category)
        self._tell_chosen()
        self.line.setFocus()

    def _walk(self, by: int) -> None:
        """To the next category, or the one before; what is being typed is for the one that is chosen then."""
        ids = [category.id for category in self._known]
        at = ids.index(self._chosen) + by
        if at == len(ids):
            self.workspace.say(_("Every type was asked; here is the first one again."))
        self._choose(ids[at % len(ids)])

    def _hint(self) -> str:
        category = self.workspace.document.categories.get(self._chosen)
        name = terms.category_name(category) if category else ""
        return _("Add: {category}…").format(category=name)

    def _kind(self) -> Kind:
        return self._chosen, ""
