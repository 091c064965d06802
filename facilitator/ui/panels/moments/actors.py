"""Listing the actors by type so that nobody is forgotten, then filling their cards."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Actor, Category, new_id, ordered
from facilitator.model.names import alike
from facilitator.ui.fields import label
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.fields.spoken import literal
from facilitator.ui.flow import Flow
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.rows import AddLine, RowList
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext


class ActorsMoment(Moment):
    """How many actors of each type, and a line to name one more of the type that is chosen."""

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
        self._chosen = ""
        self._twice = ""
        self.line = AddLine(workspace, self._hint, self._added)
        self.add(
            self._total,
            label(workspace, N_("One type after the other, so that nobody is forgotten:"), "muted"),
            body,
            self.line,
            label(workspace, N_("New actors wait under the map until they are placed."), "caption"),
        )
        self.ready()

    def chip(self, category: str) -> QPushButton:
        """The button of a category."""
        return self._chips[category]

    def tell(self) -> None:
        document = self.workspace.document
        known = ordered(document.categories)
        if known != self._known:
            self._known = known
            self._rebuild()
        counts = dict.fromkeys(document.categories, 0)
        for actor in document.actors.values():
            counts[actor.category] += 1
        for category in known:
            count = counts[category.id]
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
        total = len(document.actors)
        self._total.setText(ngettext("{n} actor named", "{n} actors named", total).format(n=total))
        self.line.retell()

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
        self.line.retell()
        self.line.setFocus()

    def _hint(self) -> str:
        category = self.workspace.document.categories.get(self._chosen)
        name = terms.category_name(category) if category else ""
        return _("Add: {category}…").format(category=name)

    def _added(self, name: str) -> bool:
        same = [a for a in self.workspace.document.actors.values() if alike(a.name, name)]
        if same and self._twice != name:
            self._twice = name
            self.workspace.say(
                _("“{name}” is already named. Enter once more adds “{new}” all the same.").format(
                    name=same[0].name, new=name
                )
            )
            return False
        self._twice = ""
        return self.workspace.do(gestures.add_actor(Actor(new_id(), name=name, category=self._chosen)))


class CardsMoment(Moment):
    """The cards that say nothing yet of what their actor brings; a click opens one."""

    follows = ("actors", "contributions", "categories")

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self._total = QLabel()
        self._total.setProperty("role", "heading")
        self._total.setWordWrap(True)
        self.cards = RowList(self._card, gap=0)
        self._none = label(workspace, N_("Every actor brings something: every card says so."), "muted")
        self.add(self._total, self.cards, self._none)
        self.ready()

    def tell(self) -> None:
        document = self.workspace.document
        told = {contribution.actor for contribution in document.contributions.values()}
        blank = [actor for actor in ordered(document.actors) if actor.id not in told]
        self._total.setText(
            ngettext(
                "{n} card still blank, out of {all}", "{n} cards still blank, out of {all}", len(blank)
            ).format(n=len(blank), all=len(document.actors))
        )
        self.cards.show_rows([actor.id for actor in blank])
        for actor in blank:
            row = self.cards.row(actor.id)
            if isinstance(row, Sentence):
                category = terms.category_name(document.categories[actor.category])
                row.say(f"<b>{escape(actor.name)}</b> · {escape(category)}")
        self._none.setVisible(not blank and bool(document.actors))

    def _card(self, id_: str) -> Sentence:
        card = Sentence("")
        card.clicked.connect(lambda _checked=False: self.workspace.select([("actors", id_)]))
        return card
