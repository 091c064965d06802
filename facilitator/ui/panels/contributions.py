"""What an actor brings, or needs, under the three pillars."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Contribution, Document, new_id, ordered
from facilitator.model.vocabulary import Pillar, Side
from facilitator.ui.fields import Option, Place, TextField, label, spoken
from facilitator.ui.fields.offered import Options
from facilitator.ui.panels import options
from facilitator.ui.panels.rows import AddLine, More, RowFrame, RowList
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _


class ContributionRow(RowFrame):
    """One contribution: its text, and under it, small, how it was specified."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_contribution, self._beside)
        row = workspace.document.contributions[id_]
        self._actor = row.actor
        sentence = N_("What the actor brings") if row.side == Side.OFFER else N_("What the actor needs")
        self.text = TextField(workspace, Place("contributions", "text", (id_,)), sentence, bare=True)
        self._tags = QLabel()
        self._tags.setProperty("role", "caption")
        self._tags.setWordWrap(True)
        self._tags.setContentsMargins(
            9, 0, 0, 6
        )  # under the words it specifies, and away from what comes next
        self.column.addWidget(self.text)
        self.column.addWidget(self._tags)
        self._workspace = workspace
        self.finish(N_("More about this contribution"))
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self._tell)

    def offer(self, more: More) -> None:
        at = Place("contributions", "", (self.id,))
        more.offer_choice(Place(at.table, "sub_item", at.ids), N_("Specify"), Options(self._sub_items))
        more.offer_choice(Place(at.table, "pillar", at.ids), N_("Pillar"), options.pillars)
        more.offer_choice(Place(at.table, "side", at.ids), N_("Brought or needed"), options.sides)
        more.offer_check(Place(at.table, "confidential", at.ids), N_("Confidential"))
        more.menu().addSeparator()
        more.offer_moves(self.id, gestures.move_contribution, self._beside)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_contribution(self.id)))

    def _sub_items(self, document: Document) -> list[Option]:
        row = document.contributions.get(self.id)
        return list(options.sub_items(row.pillar)) if row else []

    def _beside(self, document: Document) -> list[str]:
        row = document.contributions[self.id]
        return [c.id for c in _of(document, row.actor, row.pillar, row.side)]

    def _followed(self, before: Document, after: Document) -> None:
        if before.contributions.get(self.id) is not after.contributions.get(self.id):
            self._tell()

    def _tell(self) -> None:
        row = self._workspace.document.contributions.get(self.id)
        if row is None:
            return
        tags = [terms.sub_item_name(row.sub_item), _("confidential") if row.confidential else ""]
        self._tags.setText(" · ".join(filter(None, tags)))
        self._tags.setVisible(any(tags))


class Contributions(QWidget):
    """The contributions of one actor on one side, pillar by pillar, each ready for one more."""

    def __init__(self, workspace: Workspace, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._side = side
        self._actor = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.lists: dict[Pillar, RowList] = {}
        self.lines: dict[Pillar, AddLine] = {}
        for pillar in Pillar:
            name = label(workspace, "")
            spoken(name, workspace, partial(_name, name, pillar))
            self.lists[pillar] = RowList(lambda id_: ContributionRow(workspace, id_))
            self.lines[pillar] = AddLine(
                workspace, lambda: _("Add…"), partial(self._added, pillar), partial(_hint, pillar)
            )
            for widget in (name, self.lists[pillar], self.lines[pillar]):
                column.addWidget(widget)
            column.addSpacing(4)
        workspace.changed.connect(self._followed)

    def turn_to(self, actor: str) -> None:
        """Shows those of another actor."""
        self._actor = actor
        self._show()

    def _followed(self, before: Document, after: Document) -> None:
        if before.contributions is not after.contributions:
            self._show()

    def _show(self) -> None:
        document = self._workspace.document
        for pillar, rows in self.lists.items():
            rows.show_rows([c.id for c in _of(document, self._actor, pillar, self._side)])

    def _added(self, pillar: Pillar, text: str) -> bool:
        row = Contribution(new_id(), actor=self._actor, pillar=pillar, side=self._side, text=text)
        return self._workspace.do(gestures.add_contribution(row))


def _of(document: Document, actor: str, pillar: Pillar, side: Side) -> list[Contribution]:
    return [
        c
        for c in ordered(document.contributions)
        if c.actor == actor and c.pillar == pillar and c.side == side
    ]


def _name(label: QLabel, pillar: Pillar) -> None:
    label.setText(terms.pillar_name(pillar))


def _hint(pillar: Pillar) -> str:
    return _("Add: {pillar}…").format(pillar=terms.pillar_name(pillar).lower())
