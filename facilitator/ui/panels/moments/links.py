"""Drawing the links: how many there are of each status."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from facilitator import terms
from facilitator.model.vocabulary import Status
from facilitator.ui.fields import label
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext


class LinksMoment(Moment):
    """How many links of each status, and how one is drawn."""

    follows = ("links",)

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self.total, self.by_status = QLabel(self), QLabel(self)
        self.total.setProperty("role", "heading")
        self.by_status.setWordWrap(True)
        self.add(
            self.total,
            self.by_status,
            label(
                workspace,
                N_("Pull a link from the edge of a card onto another card, or select a card and press L."),
                "muted",
                self,
            ),
            label(
                workspace,
                N_("A tense relation can be a real cooperation: note both."),
                "muted",
                self,
            ),
        )
        self.ready()

    def tell(self) -> None:
        links = self.workspace.document.links.values()
        self.total.setText(ngettext("{n} link", "{n} links", len(links)).format(n=len(links)))
        self.by_status.setText(
            _counts([(sum(k.status == key for k in links), terms.status_name(key)) for key in Status])
        )


def _counts(rows: list[tuple[int, str]]) -> str:
    """One line for each: what, then how many."""
    return "\n".join(_("{name}: {n}").format(name=terms.capitalised(name), n=n) for n, name in rows)
