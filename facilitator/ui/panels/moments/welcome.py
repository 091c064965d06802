"""Welcome: who is in the room, their two choices, and the information on personal data."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Participant, new_id, ordered
from facilitator.model.vocabulary import Attendance
from facilitator.ui.fields import WORKSHOP, Place, TextField, button, label
from facilitator.ui.flow import Flow
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.moments.roll import PeopleLine, RollCall
from facilitator.ui.panels.on_wall import OnWall
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext


class WelcomeMoment(Moment):
    """The room, one key for each person, and the notice to read aloud or to project."""

    follows = ("participants", "workshop")

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self._people = Section(workspace, "welcome.people", self._heading)
        self._counts = label(workspace, "")
        self._keys = label(
            workspace,
            N_("P present, E excused, A absent, then the next one; N is named, R receives the minutes."),
        )
        self.line = PeopleLine(workspace, self._added, self._paste)
        acts = QWidget()
        flow = Flow(acts, gap=4)
        self.everyone = button(workspace, N_("Everyone is present"), self._everyone, "small")
        self.paste = button(workspace, N_("Paste a list"), self._paste, "small")
        self.whole = button(workspace, N_("All columns…"), lambda: workspace.asked.emit("sheet"), "small")
        for one in (self.everyone, self.paste, self.whole):
            one.setEnabled(not workspace.read_only)
            flow.addWidget(one)
        self._people.add(self._counts, self._keys, self.line, acts)
        self._notice = QLabel()
        self._notice.setWordWrap(True)
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        frame = QFrame()
        frame.setProperty("role", "notice")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.addWidget(label(workspace, N_("Personal data: to be read to the group"), "heading"))
        inside.addWidget(self._notice)
        inside.addWidget(OnWall(workspace, "notice", says=N_("Project this notice")))
        rewrite = Section(
            workspace,
            "welcome.notice",
            lambda: _("Say it in other words"),
            folded=True,
            build=lambda part: part.add(
                TextField(
                    workspace,
                    Place("workshop", "notice", WORKSHOP),
                    N_("Notice on personal data"),
                    hint=N_("Blank: the usual notice above"),
                    wording=terms.wording,
                    lines=(3, 14),
                )
            ),
        )
        self.add(self._people, frame, rewrite)
        self.ready()

    @cached_property
    def roll(self) -> RollCall:
        """The people, a row each; made when there is somebody, or when a list is pasted."""
        made = RollCall(self.workspace, self._people.body)
        self._people.column.insertWidget(self._people.column.indexOf(self.line), made)
        return made

    def answered_first(self) -> QWidget | None:
        return self.line

    def tell(self) -> None:
        people = self.workspace.document.participants.values()
        self._notice.setText(terms.notice(self.workspace.document))
        self._people.retell()
        counted = ((key, sum(p.attendance is key for p in people)) for key in Attendance)
        self._counts.setText(
            " · ".join(_COUNTED[key](n) for key, n in counted if n or key is Attendance.PRESENT)
        )
        for widget in (self._counts, self._keys, self.everyone):
            widget.setVisible(bool(people))
        if people or "roll" in self.__dict__:
            self.roll.setVisible(bool(people))

    def _heading(self) -> str:
        count = len(self.workspace.document.participants)
        return ngettext("{n} participant", "{n} participants", count).format(n=count)

    def _added(self, line: str) -> bool:
        """A name, and after a semicolon an organisation."""
        name, _mark, organisation = line.partition(";")
        row = Participant(new_id(), name=name.strip(), organisation=organisation.strip())
        return self.workspace.do(gestures.add_participant(row))

    def _paste(self) -> None:
        self.roll.paste()

    def _everyone(self) -> None:
        absent = [
            p.id
            for p in ordered(self.workspace.document.participants)
            if p.attendance is not Attendance.PRESENT
        ]
        if absent:
            self.workspace.do(gestures.edit_participants(absent, attendance=Attendance.PRESENT))
        self.roll.setFocus()


_COUNTED = {
    Attendance.PRESENT: lambda n: ngettext("{n} present", "{n} present", n).format(n=n),
    Attendance.EXCUSED: lambda n: ngettext("{n} excused", "{n} excused", n).format(n=n),
    Attendance.ABSENT: lambda n: ngettext("{n} absent", "{n} absent", n).format(n=n),
}
