"""Good practices worth passing on, under the three pillars, each with the actor it comes from."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel

from facilitator.model import gestures
from facilitator.model.document import Document, Practice, new_id, ordered
from facilitator.model.vocabulary import Pillar
from facilitator.terms import pillar_name
from facilitator.ui.fields import ChoiceField, Place, TextField, label, spoken
from facilitator.ui.panels import options
from facilitator.ui.panels.rows import AddLine, More, RowFrame, RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _


class PracticeRow(RowFrame):
    """A good practice, and the actor it comes from."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_practice, self._beside)
        self.column.addWidget(
            TextField(workspace, Place("practices", "text", (id_,)), N_("Good practice"), bare=True)
        )
        self.column.addWidget(
            ChoiceField(
                workspace,
                Place("practices", "actor", (id_,)),
                N_("Where it comes from"),
                options.actors_or_none,
                bare=True,
                role="flat",
            )
        )
        self.finish(N_("More about this practice"))

    def offer(self, more: More) -> None:
        more.offer_choice(Place("practices", "pillar", (self.id,)), N_("Pillar"), options.pillars)
        more.offer_check(Place("practices", "confidential", (self.id,)), N_("Confidential"))
        more.menu().addSeparator()
        more.offer_moves(self.id, gestures.move_practice, self._beside)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_practice(self.id)))

    def _beside(self, document: Document) -> list[str]:
        return _practices(document, document.practices[self.id].pillar)


class Practices(Section):
    """Good practices worth passing on, under the three pillars; counted until one opens them."""

    def __init__(self, workspace: Workspace) -> None:
        self._of = workspace
        self.lists: dict[Pillar, RowList] = {}
        self.lines: dict[Pillar, AddLine] = {}
        super().__init__(workspace, "practices", self._told, folded=True, build=lambda _part: self._fill())
        workspace.changed.connect(self._followed)

    def _fill(self) -> None:
        workspace = self._of
        for pillar in Pillar:
            name = label(workspace, "")
            spoken(name, workspace, partial(_name, name, pillar))
            self.lists[pillar] = RowList(lambda id_: PracticeRow(workspace, id_))
            self.lines[pillar] = AddLine(
                workspace, lambda: _("Add a practice…"), partial(self._added, pillar)
            )
            self.add(name, self.lists[pillar], self.lines[pillar])
        self._show_rows()

    def _told(self) -> str:
        count = len(self._of.document.practices)
        named = _("Good practices, by pillar")
        return f"{named} ({count})" if count else named

    def _followed(self, before: Document, after: Document) -> None:
        if before.practices is not after.practices:
            self.retell()
            self._show_rows()

    def _show_rows(self) -> None:
        for pillar, rows in self.lists.items():
            rows.show_rows(_practices(self._of.document, pillar))

    def _added(self, pillar: Pillar, text: str) -> bool:
        return self._of.do(gestures.add_practice(Practice(new_id(), pillar=pillar, text=text)))


def _practices(document: Document, pillar: Pillar) -> list[str]:
    return [practice.id for practice in ordered(document.practices) if practice.pillar == pillar]


def _name(label: QLabel, pillar: Pillar) -> None:
    label.setText(pillar_name(pillar))
