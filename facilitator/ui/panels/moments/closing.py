"""The end of the session: what stays open, when the group meets again, what the minutes say, how it went."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtWidgets import QWidget

from facilitator import terms
from facilitator.model.remaining import TABLES, Lack, Remaining, remaining
from facilitator.terms import wording
from facilitator.ui.fields import WORKSHOP, DateField, Place, TextField, button, label
from facilitator.ui.panels import printed
from facilitator.ui.panels.moments.evaluation import EvaluationPart
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.rows import RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.whereabouts import go_to
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext

_SHOWN = 6
"""How many of one kind are named; the others are counted."""
_REST = "…"


class ClosingMoment(Moment):
    """What stays open comes first: there is still time for it."""

    follows = ("answers", "items", "steps", "commitments", "actors", "links")

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self._open = Section(workspace, "closing.open", self._counted)
        self.points = RowList(self._point, gap=0)
        self._clear = label(
            workspace,
            N_("Nothing: each point has its answer, each commitment somebody and a date, each actor a link."),
            "muted",
        )
        self._open.add(self.points, self._clear)
        self.reread = button(
            workspace, N_("Re-read the minutes"), lambda: workspace.asked.emit("reread"), "accent"
        )
        self.add(
            self._open,
            self.reread,
            DateField(workspace, Place("workshop", "next_date", WORKSHOP), N_("Next date")),
            TextField(workspace, Place("workshop", "next_place", WORKSHOP), N_("Next place")),
            EvaluationPart(workspace),
            printed.essentials(workspace, (3, 8)),
            printed.lead(workspace, (2, 8)),
            printed.resources(workspace, (2, 8)),
        )
        self._found: dict[str, Remaining] = {}
        self.ready()

    def tell(self) -> None:
        self._found = {}
        html: dict[str, str] = {}
        found = self._remaining()
        for lack in Lack:
            rows = [one for one in found if one.lack is lack]
            # One more than are shown would be told by a line as long: it is named as well.
            named = rows if len(rows) <= _SHOWN + 1 else rows[:_SHOWN]
            for one in named:
                key = f"{lack}/{one.id}"
                self._found[key] = one
                html[key] = f"<b>{escape(terms.capitalised(_NAMES[lack]()))}</b> · {escape(self._said(one))}"
            if len(named) < len(rows):
                key = f"{lack}/{_REST}"
                self._found[key] = rows[len(named)]
                html[key] = escape(_more(len(rows) - len(named)))
        self.points.show_rows(list(html))
        for key, said in html.items():
            row = self.points.row(key)
            if isinstance(row, Sentence):
                row.say(said)
        self._clear.setVisible(not html)
        self._open.retell()

    def _remaining(self) -> tuple[Remaining, ...]:
        return remaining(self.workspace.document)

    def _counted(self) -> str:
        count = len(self._remaining())
        if not count:
            return _("What stays open")
        return ngettext("What stays open: {n} point", "What stays open: {n} points", count).format(n=count)

    def _said(self, one: Remaining) -> str:
        document = self.workspace.document
        table = TABLES[one.lack]
        if table == "items":
            return wording(document.items[one.id].text)
        if table == "commitments":
            return document.commitments[one.id].what
        return document.actors[one.id].name

    def _point(self, key: str) -> Sentence:
        point = Sentence("")
        point.clicked.connect(lambda _checked=False: self._go(key))
        return point

    def _go(self, key: str) -> None:
        """Where it can be settled."""
        one = self._found[key]
        go_to(self.workspace, TABLES[one.lack], one.id)


_NAMES: dict[Lack, Callable[[], str]] = {
    Lack.DISAGREEMENT: lambda: terms.agreement_name("disagreement"),
    Lack.RESERVATION: lambda: terms.agreement_name("reservation"),
    Lack.TO_CLARIFY: lambda: terms.agreement_name("to_clarify"),
    Lack.UNSAID: lambda: _("without an answer"),
    Lack.NO_OWNER: lambda: _("nobody for it yet"),
    Lack.NO_DATE: lambda: _("no date"),
    Lack.UNLINKED: lambda: _("no link"),
}


def _more(count: int) -> str:
    return ngettext("and {n} more", "and {n} more", count).format(n=count)
