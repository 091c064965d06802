"""One vote on a point: hands counted by category or all together, or objections asked for; blind until shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Document, Vote, new_id, ordered
from facilitator.model.gestures import together
from facilitator.model.vocabulary import VoteKind
from facilitator.model.votes import Ballot, ballots, voters
from facilitator.terms.votes import counted, tallied
from facilitator.ui import look
from facilitator.ui.fields import LineField, Place, label, spoken
from facilitator.ui.panels.moments.hands import HANDS, HandsRow
from facilitator.ui.panels.moments.objections import Objections
from facilitator.ui.panels.rows import More
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_HEADS = (N_("Yes"), N_("No"), N_("Abst."))
"""Above the numbers, where there is little room."""
_NUMBER = 40
"""What a number takes of the line, in pixels at 100 %."""


class BallotPart(Section):
    """One vote under its summary, which is all that is left of it once it was shown; `beyond` is where Enter goes
    then."""

    def __init__(self, workspace: Workspace, item: str, id_: str, beyond: Callable[[], object]) -> None:
        self._of, self._item, self.id, self._beyond = workspace, item, id_, beyond
        self.rows: dict[str, HandsRow] = {}
        super().__init__(
            workspace,
            f"ballot.{id_}",
            self._told,
            folded=self.ballot.revealed,
            small=True,
            build=lambda _part: self._fill(),
        )
        workspace.changed.connect(self._followed)

    @property
    def ballot(self) -> Ballot:
        """It, as it stands."""
        return _found(self._of.document, self._item, self.id) or Ballot((Vote(self.id, self._item),))

    def begin(self) -> None:
        """Opens it, ready to be counted; a wall that shows the points shows this one."""
        self.unfold()
        if self._of.board.kind in ("items", "item"):
            self._of.board.show("item", self._item)
        if self.rows:
            next(iter(self.rows.values())).begin()
        else:
            self.objections.setFocus()

    def reveal(self) -> None:
        """Shows all of it to the group, on the wall too, or hides it again."""
        self._of.settle()
        ballot = self.ballot
        if self._of.do(gestures.reveal_votes(ballot.ids, not ballot.revealed)) and self.ballot.revealed:
            self._of.board.show("item", self._item)
            self.fold()
            self._beyond()

    def _ended(self) -> None:
        """The round is over: shown, unless it is already."""
        if self.ballot.revealed:
            self._of.settle()
            self.fold()
            self._beyond()
        else:
            self.reveal()

    def _fill(self) -> None:
        ballot = self.ballot
        consent = ballot.kind is VoteKind.CONSENT
        asks = N_("Proposal that is put to the group") if consent else N_("Question put to the vote")
        place = Place("votes", "question", ballot.ids, edit=gestures.edit_consent if consent else None)
        self.question = LineField(self._of, place, asks, bare=True, hint=asks)
        self.shown = QPushButton()
        self.shown.setProperty("role", "accent")
        self.shown.setAutoDefault(True)  # Enter presses it, as it ends each count before
        self.shown.setEnabled(not self._of.read_only)
        self.shown.clicked.connect(lambda _checked=False: self.reveal())
        self.add(self.question)
        if consent:
            self.objections = Objections(self._of, self.id, self._ended)
            self.add(self.objections)
        else:
            self._table = QWidget()
            self._grid = QGridLayout(self._table)
            self._grid.setContentsMargins(0, 0, 0, 0)
            self._grid.setSpacing(4)
            self._grid.setColumnStretch(0, 1)
            self._wrong = QLabel()
            self._wrong.setProperty("role", "error")
            self._wrong.setWordWrap(True)
            self._total = QLabel()
            self._total.setProperty("role", "caption")
            self._total.setWordWrap(True)
            self.add(self._table, self._wrong, self._total)
            self._lay(ballot)
            self.add(label(self._of, N_("One key for each hand: the first letter of its answer. Backspace takes "
                                        "one back, a number can be typed, Enter goes on."), "hint"))  # fmt: skip
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.shown)
        foot.addStretch(1)
        more = N_("More about this round of consent") if consent else N_("More about this vote")
        foot.addWidget(More(self._of, more, self._offer))
        self.column.addLayout(foot)
        spoken(self.body, self._of, self._tell)

    def _lay(self, ballot: Ballot) -> None:
        """A line for each count, under the three answers."""
        for n, said in enumerate(_HEADS, 1):
            head = label(self._of, said)
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            head.setWordWrap(False)
            self._grid.addWidget(head, 0, n)
        for line, row in enumerate(ballot.rows, 1):
            self._lay_row(line, row)

    def _lay_row(self, line: int, row: Vote) -> None:
        hands = HandsRow(self._of, row.id, lambda: self._go_on(row.id), self.body)
        hands.complained.connect(self._complain)
        who = QLabel()
        who.setWordWrap(True)
        who.setTextFormat(Qt.TextFormat.PlainText)
        spoken(who, self._of, lambda: who.setText(_who(self._of.document, row.category)))
        self._grid.addWidget(who, line, 0)
        for n, field in enumerate(hands.fields.values(), 1):
            field.setFixedWidth(look.px(_NUMBER))
            self._grid.addWidget(field, line, n, Qt.AlignmentFlag.AlignTop)
        self.rows[row.id] = hands

    def _go_on(self, id_: str) -> None:
        """The next category, then what shows the vote."""
        following = list(self.rows)[list(self.rows).index(id_) + 1 :]
        if following:
            self.rows[following[0]].begin()
        else:
            self.shown.setFocus(Qt.FocusReason.TabFocusReason)

    def _complain(self) -> None:
        wrong = next((row.complaint for row in self.rows.values() if row.complaint), "")
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))

    def _lay_again(self, ballot: Ballot) -> None:
        """Other counts than those shown: a category more, or one that is gone."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        self._lay(ballot)
        self.question.turn_to(*ballot.ids)

    def _offer(self, more: More) -> None:
        if self.ballot.by_category:
            more.offer(N_("Count every category"), self._count_everyone)
        more.offer(N_("Delete"), self._delete)

    def _count_everyone(self) -> None:
        """A count more for each category that has none here, in its place after the others."""
        self._of.settle()
        document, ballot = self._of.document, self.ballot
        asked = {row.category for row in ballot.rows}
        ids = [vote.id for vote in ordered(document.votes)]
        following = next(iter(ids[ids.index(ballot.ids[-1]) + 1 :]), None)
        rows = [
            replace(
                ballot.rows[0],
                id=new_id(),
                category=category.id,
                yes=0,
                no=0,
                abstain=0,
                objections="",
                rank=0,
            )
            for category in ordered(document.categories)
            if category.id not in asked
        ]
        added = [
            gesture
            for row in rows
            for gesture in (gestures.add_vote(row), gestures.move_vote(row.id, following))
        ]
        if rows:
            self._of.do(together("vote.add", added))

    def _delete(self) -> None:
        self._of.do(gestures.delete_ballot(self.ballot.rows))

    def _followed(self, before: Document, after: Document) -> None:
        if before.votes is not after.votes and _found(after, self._item, self.id) is not None:
            self._tell()

    def _tell(self) -> None:
        self.retell()
        if not self.built:
            return
        ballot = self.ballot
        if ballot.kind is VoteKind.HANDS:
            if tuple(self.rows) != ballot.ids:
                self._lay_again(ballot)
            self._total.setText(counted(ballot))
            self._complain()
            for row in self.rows.values():
                who = _who(self._of.document, self._of.document.votes[row.id].category)
                for (_name, said), field in zip(HANDS, row.fields.values(), strict=True):
                    field.control().setAccessibleName(_("{who}: {answer}").format(who=who, answer=_(said)))
        unopposed = ballot.kind is VoteKind.CONSENT and not ballot.objections
        show = _("No objection: show it") if unopposed else _("Show to the group")
        self.shown.setText(_("Hide it again") if ballot.revealed else show)

    def _told(self) -> str:
        ballot = self.ballot
        what = _("Round of consent") if ballot.kind is VoteKind.CONSENT else _("Vote")
        named = f"{what} — {ballot.question}" if ballot.question else what
        if ballot.revealed:
            return _("{label}: {value}").format(label=named, value=tallied(ballot))
        return _("{vote} (not shown yet)").format(vote=named)


def new_ballot(document: Document, item: str, kind: VoteKind, *, by_category: bool) -> tuple[Vote, ...]:
    """The counts of a vote about to be taken."""
    asked = voters(document) if by_category else ("",)
    return tuple(Vote(new_id(), item, category=category, kind=kind) for category in asked)


def _found(document: Document, item: str, id_: str) -> Ballot | None:
    return next((ballot for ballot in ballots(document, item) if ballot.id == id_), None)


def _who(document: Document, category: str) -> str:
    """Who raises hands."""
    if not category:
        return _("All together")
    return terms.category_plural(document.categories[category])
