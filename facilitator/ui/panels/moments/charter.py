"""The points put to the group: what it says of them, where it agrees, how it voted; practices beside the means."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from facilitator.model import gestures
from facilitator.model.document import Document, Item, Practice, Vote, new_id, ordered
from facilitator.model.vocabulary import Agreement, Block, Pillar
from facilitator.terms import pillar_name, wording
from facilitator.ui.fields import (
    CheckField,
    ChoiceField,
    LineField,
    NumberField,
    Place,
    SegmentedField,
    TextField,
    button,
    label,
    spoken,
)
from facilitator.ui.flow import beside
from facilitator.ui.panels import options
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.rows import AddLine, More, RowFrame, RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext


class ItemCard(RowFrame):
    """One point: its text, what the group says of it, and both positions where it disagrees."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_item, self._beside, role="card")
        text = TextField(
            workspace, Place("items", "text", (id_,)), N_("Point"), bare=True, wording=wording, role="strong"
        )
        self._tags = QLabel()
        self._tags.setProperty("role", "caption")
        self._tags.setWordWrap(True)
        self.agreement = SegmentedField(
            workspace,
            Place("answers", "agreement", (id_,)),
            N_("Agreement"),
            options.agreements,
            bare=True,
            blank=Agreement.NOT_SAID,
        )
        words = TextField(
            workspace,
            Place("answers", "text", (id_,)),
            N_("What the group says of it"),
            bare=True,
            hint=N_("What the group says of it"),
        )
        self._positions = QWidget()
        self.votes = Votes(workspace, id_)
        for widget in (text, self._tags, words, self.agreement, self._positions, self.votes):
            self.column.addWidget(widget)
        self.finish(N_("More about this point"))
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self._tell)

    def offer(self, more: More) -> None:
        more.offer_check(Place("items", "proposed", (self.id,)), N_("Proposed outline, not the group’s text"))
        more.offer_choice(Place("items", "pillar", (self.id,)), N_("Pillar"), options.pillars_or_none)
        more.offer_check(Place("answers", "confidential", (self.id,)), N_("Confidential"))
        more.menu().addSeparator()
        more.offer_moves(self.id, gestures.move_item, self._beside)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_item(self.id)))

    def _beside(self, document: Document) -> list[str]:
        return _items(document, document.items[self.id].step)

    def _followed(self, before: Document, after: Document) -> None:
        if any(
            getattr(before, table).get(self.id) is not getattr(after, table).get(self.id)
            for table in ("items", "answers")
        ):
            self._tell()

    def _tell(self) -> None:
        document = self._workspace.document
        item, answer = document.items.get(self.id), document.answers.get(self.id)
        if item is None:
            return
        tags = [
            _("proposed outline") if item.proposed else "",
            pillar_name(item.pillar) if item.pillar else "",
            _("confidential") if answer is not None and answer.confidential else "",
        ]
        self._tags.setText(" · ".join(filter(None, tags)))
        self._tags.setVisible(any(tags))
        two = answer is not None and (
            answer.agreement == Agreement.DISAGREEMENT or bool(answer.position_a or answer.position_b)
        )
        if two and self._positions.layout() is None:
            one = TextField(self._workspace, Place("answers", "position_a", (self.id,)), N_("One position"))
            other = TextField(self._workspace, Place("answers", "position_b", (self.id,)), N_("The other"))
            self._positions.setLayout(beside(one, other))
        self._positions.setVisible(two)


class VoteRow(RowFrame):
    """Hands counted once: on which question, by whom, how many."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_vote, self._beside, role="row")
        place = Place("votes", "", (id_,))
        self.column.addWidget(
            LineField(
                workspace,
                Place("votes", "question", place.ids),
                N_("Question put to the vote"),
                bare=True,
                hint=N_("Question put to the vote"),
            )
        )
        self.column.addWidget(
            ChoiceField(
                workspace,
                Place("votes", "category", place.ids),
                N_("Who voted"),
                options.categories_or_all,
                bare=True,
            )
        )
        hands = (("yes", N_("Yes")), ("no", N_("No")), ("abstain", N_("Abstain")))
        counts = beside(
            *(NumberField(workspace, Place("votes", name, place.ids), said) for name, said in hands)
        )
        self.column.addLayout(counts)
        self.column.addWidget(TextField(workspace, Place("votes", "objections", place.ids), N_("Objections")))
        self.column.addWidget(
            CheckField(workspace, Place("votes", "revealed", place.ids), N_("Shown to the group"))
        )
        self.finish(N_("More about this vote"))

    def offer(self, more: More) -> None:
        more.offer_moves(self.id, gestures.move_vote, self._beside)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_vote(self.id)))

    def _beside(self, document: Document) -> list[str]:
        return _votes(document, document.votes[self.id].item)


class Votes(Section):
    """The votes on one point, folded: most points need none."""

    def __init__(self, workspace: Workspace, item: str) -> None:
        self._item = item
        self._of = workspace
        super().__init__(
            workspace,
            f"votes.{item}",
            self._told,
            folded=True,
            small=True,
            build=lambda _section: self._fill(),
        )
        workspace.changed.connect(self._followed)

    def _fill(self) -> None:
        self.rows = RowList(lambda id_: VoteRow(self._of, id_))
        self.more = button(self._of, N_("Count hands"), self._add, "small")
        self.more.setEnabled(not self._of.read_only)
        self.add(self.rows, self.more)
        self.rows.show_rows(_votes(self._of.document, self._item))

    def _told(self) -> str:
        count = len(_votes(self._of.document, self._item))
        return ngettext("{n} vote", "{n} votes", count).format(n=count) if count else _("Vote")

    def _followed(self, before: Document, after: Document) -> None:
        if before.votes is not after.votes:
            if self.built:
                self.rows.show_rows(_votes(after, self._item))
            self.retell()

    def _add(self) -> None:
        self._of.do(gestures.add_vote(Vote(new_id(), item=self._item)))


class ItemsMoment(Moment):
    """The points of a step in their order, one more typed at the end; practices by pillar beside the means."""

    follows = ("items",)

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self.cards = RowList(lambda id_: ItemCard(workspace, id_), gap=10)
        self.line = AddLine(workspace, lambda: _("Add a point…"), self._added)
        self.add(self.cards, self.line)
        row = workspace.document.steps.get(step)
        if row is not None and row.block == Block.MEANS:
            self.add(Practices(workspace))
        self.ready()

    def tell(self) -> None:
        self.cards.show_rows(_items(self.workspace.document, self.step))

    def _added(self, text: str) -> bool:
        return self.workspace.do(gestures.add_item(Item(new_id(), step=self.step, text=text)))


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
    """Good practices worth passing on, under the three pillars."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "practices", lambda: _("Good practices, by pillar"))
        self._of = workspace
        self.lists: dict[Pillar, RowList] = {}
        self.lines: dict[Pillar, AddLine] = {}
        for pillar in Pillar:
            name = label(workspace, "")
            spoken(name, workspace, partial(_name, name, pillar))
            self.lists[pillar] = RowList(lambda id_: PracticeRow(workspace, id_))
            self.lines[pillar] = AddLine(
                workspace, lambda: _("Add a practice…"), partial(self._added, pillar)
            )
            self.add(name, self.lists[pillar], self.lines[pillar])
        workspace.changed.connect(self._followed)
        self._show_rows()

    def _followed(self, before: Document, after: Document) -> None:
        if before.practices is not after.practices:
            self._show_rows()

    def _show_rows(self) -> None:
        for pillar, rows in self.lists.items():
            rows.show_rows(_practices(self._of.document, pillar))

    def _added(self, pillar: Pillar, text: str) -> bool:
        return self._of.do(gestures.add_practice(Practice(new_id(), pillar=pillar, text=text)))


def _items(document: Document, step: str) -> list[str]:
    return [item.id for item in ordered(document.items) if item.step == step]


def _votes(document: Document, item: str) -> list[str]:
    return [vote.id for vote in ordered(document.votes) if vote.item == item]


def _practices(document: Document, pillar: Pillar) -> list[str]:
    return [practice.id for practice in ordered(document.practices) if practice.pillar == pillar]


def _name(label: QLabel, pillar: Pillar) -> None:
    label.setText(pillar_name(pillar))
