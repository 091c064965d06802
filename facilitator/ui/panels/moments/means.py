"""Means, one pillar after the other: what the group puts in common and who brings it, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Contribution, Document, Means, new_id
from facilitator.model.means import bringing, needing, pot, taken, untaken
from facilitator.model.vocabulary import Pillar, Side
from facilitator.ui.fields import NamesField, Place, TextField, label
from facilitator.ui.fields.offered import Option, Options
from facilitator.ui.panels import options
from facilitator.ui.panels.on_wall import OnWall
from facilitator.ui.panels.rows import AddLine, More, RowFrame, RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext


class MeansRow(RowFrame):
    """One thing in common, or one that is missing; who brings it stands under it, and opens."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_means, self._beside)
        offer = workspace.document.means[id_].side is Side.OFFER
        words = N_("What is put in common") if offer else N_("What is missing")
        self.text = TextField(workspace, Place("means", "text", (id_,)), words, bare=True)
        self.who = Section(workspace, f"means.{id_}", self._said, folded=True, small=True, build=self._fill)
        self.column.addWidget(self.text)
        self.column.addWidget(self.who)
        self.finish(N_("More about these means"))
        workspace.changed.connect(self._followed)

    def offer(self, more: More) -> None:
        more.offer_choice(Place("means", "pillar", (self.id,)), N_("Pillar"), options.pillars)
        more.offer_choice(Place("means", "side", (self.id,)), N_("In common or missing"), _SIDES)
        more.offer_check(Place("means", "confidential", (self.id,)), N_("Confidential"))
        more.menu().addSeparator()
        more.offer_moves(self.id, gestures.move_means, self._beside)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_means(self.id)))

    def _fill(self, part: Section) -> None:
        workspace = self._workspace
        actors = NamesField(
            workspace,
            Place("means", "actors", (self.id,)),
            N_("Who brings it"),
            options.actors,
            hint=N_("Name an actor…"),
        )
        who = TextField(
            workspace,
            Place("means", "who", (self.id,)),
            N_("And also"),
            bare=True,
            hint=N_("Someone who is not on the map…"),
        )
        rests_on = NamesField(
            workspace,
            Place("means", "contributions", (self.id,)),
            N_("What it rests on"),
            Options(self._contributions, ("contributions", "actors")),
            hint=N_("What an actor brings or needs…"),
        )
        part.add(actors, who, rests_on)
        for field in (actors, who, rests_on):
            field.control().installEventFilter(self)

    def _contributions(self, document: Document) -> list[Option]:
        row = document.means.get(self.id)
        return [
            Option(c.id, _told(document, c))
            for c in document.contributions.values()
            if row is not None and c.side is row.side
        ]

    def _beside(self, document: Document) -> list[str]:
        row = document.means[self.id]
        return [means.id for means in pot(document, row.pillar, row.side)]

    def _followed(self, before: Document, after: Document) -> None:
        if before.means.get(self.id) is not after.means.get(self.id) or before.actors is not after.actors:
            self.who.retell()

    def _said(self) -> str:
        document = self._workspace.document
        row = document.means.get(self.id)
        if row is None:
            return ""
        names, needed = bringing(document, row), needing(document, row)
        told = [
            ", ".join(names),
            _("needed by {names}").format(names=terms.listed(needed)) if needed else "",
            _("confidential") if row.confidential else "",
        ]
        blank = _("Who brings it?") if row.side is Side.OFFER else _("Who could bring it?")
        return " · ".join(filter(None, told)) or blank


class MeansLine(AddLine):
    """One more is typed; what actors said is offered meanwhile, and stays linked to them once chosen."""

    def __init__(
        self,
        workspace: Workspace,
        hint: Callable[[], str],
        added: Callable[[str], bool],
        offered: Callable[[], dict[str, str]],
        take: Callable[[str], bool],
    ) -> None:
        self._offered, self._take, self._typed = offered, take, added
        super().__init__(workspace, hint, self._either)
        self._told = QStringListModel(self)
        completer = QCompleter(self._told, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._chosen, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)

    def refresh(self) -> None:
        """Offers what can be taken now."""
        self._told.setStringList(list(self._offered()))

    def _chosen(self, text: str) -> None:
        """By the mouse; a choice by Enter was taken before, and Qt has put back the letters it began with."""
        self.clear()
        known = self._offered().get(text)
        if known:
            self._take(known)

    def _either(self, text: str) -> bool:
        known = self._offered().get(text)
        return self._take(known) if known else self._typed(text)


class PillarPart(Section):
    """One pillar: in common, then missing; under each, what actors said that is not in the pot yet."""

    def __init__(self, workspace: Workspace, pillar: Pillar) -> None:
        self._of, self.pillar = workspace, pillar
        self.lists: dict[Side, RowList] = {}
        self.lines: dict[Side, MeansLine] = {}
        self.said: dict[Side, Section] = {}
        self.offered: dict[Side, RowList] = {}
        super().__init__(
            workspace, f"means.{pillar}", self._told, folded=True, build=lambda _part: self._fill()
        )
        workspace.changed.connect(self._followed)

    def _fill(self) -> None:
        for side in Side:
            self.add(label(self._of, _TITLES[side]))
            self.lists[side] = RowList(lambda id_: MeansRow(self._of, id_))
            self.lines[side] = MeansLine(
                self._of,
                lambda side=side: _(_HINTS[side]),  # type: ignore[misc]  # a default binds the side of the moment
                partial(self._added, side),
                partial(self._offers, side),
                self._take,
            )
            self.said[side] = Section(
                self._of,
                f"means.{self.pillar}.{side}",
                partial(self._counted, side),
                folded=True,
                small=True,
            )
            self.offered[side] = RowList(self._sentence, gap=0)
            self.said[side].add(self.offered[side])
            self.add(self.lists[side], self.lines[side], self.said[side])
        self._show_rows()

    def _followed(self, before: Document, after: Document) -> None:
        if any(getattr(before, t) is not getattr(after, t) for t in ("means", "contributions", "actors")):
            self.retell()
            if self.built and self.lists:
                self._show_rows()

    def _show_rows(self) -> None:
        document = self._of.document
        for side in Side:
            self.lists[side].show_rows([row.id for row in pot(document, self.pillar, side)])
            waiting = untaken(document, self.pillar, side)
            self.offered[side].show_rows([row.id for row in waiting])
            self.lines[side].refresh()
            for row in waiting:
                sentence = self.offered[side].row(row.id)
                if isinstance(sentence, Sentence):
                    sentence.say(f"+ {escape(_told(document, row))}")
            self.said[side].setVisible(bool(waiting))
            self.said[side].retell()

    def _sentence(self, contribution: str) -> Sentence:
        sentence = Sentence("")
        sentence.clicked.connect(lambda _checked=False: self._take_said(contribution))
        return sentence

    def _take_said(self, contribution: str) -> None:
        """Taken from the list, the keyboard goes to the next one there."""
        side = self._of.document.contributions[contribution].side
        at = self.offered[side].ids.index(contribution)
        if self._take(contribution):
            left = self.offered[side].ids
            following = self.offered[side].row(left[min(at, len(left) - 1)]) if left else self.lines[side]
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _offers(self, side: Side) -> dict[str, str]:
        """What actors said that is not in the pot yet: how it reads, and its id."""
        document = self._of.document
        return {_told(document, row): row.id for row in untaken(document, self.pillar, side)}

    def _take(self, contribution: str) -> bool:
        document = self._of.document
        words = _words(document.contributions[contribution])
        return self._of.do(gestures.add_means(taken(document, contribution, words, new_id())))

    def _added(self, side: Side, text: str) -> bool:
        return self._of.do(gestures.add_means(Means(new_id(), self.pillar, side, text)))

    def _counted(self, side: Side) -> str:
        count = len(untaken(self._of.document, self.pillar, side))
        if side is Side.OFFER:
            told = ngettext(
                "{n} contribution of the actors, ready to take",
                "{n} contributions of the actors, ready to take",
                count,
            )
        else:
            told = ngettext(
                "{n} need of the actors, ready to take", "{n} needs of the actors, ready to take", count
            )
        return told.format(n=count)

    def _told(self) -> str:
        document = self._of.document
        common, missing = (len(pot(document, self.pillar, side)) for side in Side)
        if not common and not missing:
            return terms.pillar_name(self.pillar)
        counts = [
            ngettext("{n} in common", "{n} in common", common).format(n=common),
            ngettext("{n} missing", "{n} missing", missing).format(n=missing) if missing else "",
        ]
        return f"{terms.pillar_name(self.pillar)} — {', '.join(filter(None, counts))}"


def pillar_parts(workspace: Workspace) -> tuple[QWidget, ...]:
    """Everything of the pot, under its heading."""
    heading = label(workspace, N_("The common pot, one pillar after the other"), "heading")
    head = QWidget()
    line = QHBoxLayout(head)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(heading, 1)
    line.addWidget(OnWall(workspace, "means"))
    return (head, *(PillarPart(workspace, pillar) for pillar in Pillar))


_TITLES = {Side.OFFER: N_("What we put in common"), Side.NEED: N_("What is missing")}
_HINTS = {Side.OFFER: N_("Add to the common pot…"), Side.NEED: N_("Add what is missing…")}
_SIDES = Options(lambda _document: [Option(side, _(said)) for side, said in _TITLES.items()])


def _words(row: Contribution) -> str:
    """What a contribution says, or what kind it is."""
    return row.text or terms.sub_item_name(row.sub_item) or terms.pillar_name(row.pillar)


def _told(document: Document, row: Contribution) -> str:
    """A contribution, and whose it is."""
    return f"{_words(row)} — {document.actors[row.actor].name}"
