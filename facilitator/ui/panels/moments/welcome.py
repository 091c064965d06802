"""Welcome: who is in the room, their two choices, and the information on personal data."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Document, Participant, new_id, ordered
from facilitator.ui.fields import (
    WORKSHOP,
    CheckField,
    ChoiceField,
    LineField,
    Place,
    TextField,
    label,
)
from facilitator.ui.panels import options
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.on_wall import OnWall
from facilitator.ui.panels.rows import AddLine, More, RowFrame, RowList
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext


class ParticipantRow(RowFrame):
    """A person: name, whether they came, and what they chose about their data."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_participant, _everyone, role="row")
        first = QHBoxLayout()
        first.addWidget(
            LineField(
                workspace, Place("participants", "name", (id_,)), N_("Name"), bare=True, hint=N_("Name")
            ),
            3,
        )
        first.addWidget(
            ChoiceField(
                workspace,
                Place("participants", "attendance", (id_,)),
                N_("Attendance"),
                options.attendances,
                bare=True,
                role="flat",
            ),
            2,
        )
        self.column.addLayout(first)
        checks = QVBoxLayout()
        checks.setSpacing(0)
        checks.addWidget(
            CheckField(workspace, Place("participants", "named", (id_,)), N_("Named in the minutes"))
        )
        checks.addWidget(
            CheckField(workspace, Place("participants", "receives", (id_,)), N_("Receives the minutes"))
        )
        self.column.addLayout(checks)
        self.finish(N_("More about this person"))

    def offer(self, more: More) -> None:
        more.offer_moves(self.id, gestures.move_participant, _everyone)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_participant(self.id)))


class WelcomeMoment(Moment):
    """The room, and the notice to read aloud or to project."""

    follows = ("participants", "workshop")

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self._people = Section(workspace, "welcome.people", self._heading)
        self.rows = RowList(lambda id_: ParticipantRow(workspace, id_))
        self.line = AddLine(workspace, lambda: _("Add a person…"), self._added)
        self._people.add(self.rows, self.line)
        self._notice = QLabel()
        self._notice.setWordWrap(True)
        frame = QFrame()
        frame.setProperty("role", "notice")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(label(workspace, N_("Personal data: to be read to the group"), "heading"))
        inside.addWidget(self._notice)
        inside.addWidget(OnWall(workspace, "notice", says=N_("Project this notice")))
        rewrite = Section(workspace, "welcome.notice", lambda: _("Say it in other words"), folded=True)
        rewrite.add(
            TextField(
                workspace,
                Place("workshop", "notice", WORKSHOP),
                N_("Notice on personal data"),
                hint=N_("Blank: the usual notice above"),
                wording=terms.wording,
                lines=(3, 14),
            )
        )
        self.add(self._people, frame, rewrite)
        self.ready()

    def tell(self) -> None:
        self.rows.show_rows(_everyone(self.workspace.document))
        self._notice.setText(terms.notice(self.workspace.document))
        self._people.retell()

    def _heading(self) -> str:
        count = len(self.workspace.document.participants)
        return ngettext("{n} participant", "{n} participants", count).format(n=count)

    def _added(self, name: str) -> bool:
        return self.workspace.do(gestures.add_participant(Participant(new_id(), name=name)))


def _everyone(document: Document) -> list[str]:
    return [person.id for person in ordered(document.participants)]
