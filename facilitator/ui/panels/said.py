"""The line where what is said of an actor is typed as it comes, and understood as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator import terms
from facilitator.exchange.said import Said, read
from facilitator.model import gestures
from facilitator.model.document import Contribution, new_id
from facilitator.model.vocabulary import SUB_ITEMS, Pillar
from facilitator.ui.elided import ElidedButton
from facilitator.ui.fields import label, spoken
from facilitator.ui.fields.place import Place
from facilitator.ui.flow import Flow
from facilitator.ui.panels.rows import AddLine
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_NAMES = {
    "missions": N_("Missions"),
    "domain": N_("Field of action"),
    "actions": N_("Actions"),
    "resources": N_("Resources"),
    "wishes": N_("Wishes to get involved"),
    "needs": N_("Needs"),
    "strengths": N_("Strengths"),
    "obstacles": N_("Obstacles"),
}
"""Fields of the card the line can fill."""


class SaidLine(QWidget):
    """Enter adds and stays; where one walks from card to card, it goes on with nothing typed, Up and Down too."""

    def __init__(self, workspace: Workspace, walk: Callable[[int], object] | None = None) -> None:
        super().__init__()
        self._walk = walk
        self.workspace = workspace
        self._actor = ""
        self._pillar = Pillar.HUMAN
        self.line = _Line(workspace, self._added, walk)
        self.line.textChanged.connect(self._tell)
        self.told = QLabel()
        self.told.setProperty("role", "hint")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.parts = Section(
            workspace,
            "cards.parts",
            lambda: _("Choose in a list"),
            folded=True,
            small=True,
            build=self._build,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.line, self.told, self.parts):
            column.addWidget(widget)
        spoken(self, workspace, self._tell)

    def turn_to(self, actor: str) -> None:
        """Adds to the card of another actor."""
        self._actor = actor
        self._tell()

    def take_keyboard(self) -> None:
        """Ready to type."""
        self.line.setFocus()

    def _build(self, part: Section) -> None:
        """The parts of the pillars to click on: each begins the line."""
        part.column.setSpacing(4)
        for pillar in Pillar:
            heading = label(self.workspace, "")
            spoken(heading, self.workspace, partial(_tell_pillar, heading, pillar))
            body = QWidget()
            flow = Flow(body, gap=4)
            for key in SUB_ITEMS[pillar]:
                chip = ElidedButton("chip")
                chip.clicked.connect(partial(self._clicked, key))
                chip.setEnabled(not self.workspace.read_only)
                chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not hand over what is being typed
                spoken(chip, self.workspace, partial(_tell_part, chip, key))
                flow.addWidget(chip)
            part.add(heading, body)

    def _clicked(self, key: str, _checked: bool = False) -> None:
        """Puts the name of a part before what is typed; the sign stays."""
        typed = self.line.text().strip()
        sign = typed[:1] if typed[:1] in ("+", "-", "–", "−") else "+"
        rest = typed.removeprefix(sign).strip()
        self.line.setText(f"{sign} {_short(key).lower()} : {rest}")
        self.line.setFocus()

    def _added(self, typed: str) -> bool:
        said = read(typed)
        if said.empty:
            self.workspace.say(_("Say what, after that."))
            return False
        if said.field:
            place = Place("actors", said.field, (self._actor,))
            held = str(place.value(self.workspace.document) or "")
            joined = "\n" if place.several_lines else ", "
            return self.workspace.do(place.write(joined.join(filter(None, (held, said.text)))))
        self._pillar = said.pillar or self._pillar
        row = Contribution(
            new_id(),
            actor=self._actor,
            pillar=self._pillar,
            sub_item=said.sub_item,
            side=said.side,
            text=said.text,
        )
        return self.workspace.do(gestures.add_contribution(row))

    def _tell(self, *_typed: str) -> None:
        typed = self.line.text().strip()
        if not typed:
            walked = _("+ brings, - needs. Enter adds, and with nothing typed goes to the next card.")
            self.told.setText(_("+ brings, - needs. Enter adds.") if self._walk is None else walked)
        else:
            self.told.setText(self._understood(read(typed)))

    def _understood(self, said: Said) -> str:
        if said.field:
            return " · ".join((_(_NAMES[said.field]), said.text or "…"))
        parts = [terms.side_name(said.side), terms.pillar_name(said.pillar or self._pillar)]
        parts += [terms.sub_item_name(said.sub_item)] if said.sub_item else []
        told = " · ".join((*parts, *([said.text] if said.text else [])))
        if said.pillar is None:
            return _("{told}\nFor another pillar, begin with “finances :” or “alliances :”.").format(
                told=told
            )
        return told


class _Line(AddLine):
    def __init__(
        self, workspace: Workspace, add: Callable[[str], bool], walk: Callable[[int], object] | None
    ) -> None:
        super().__init__(
            workspace,
            lambda: _("+ volunteers: twelve people on Saturdays"),
            add,
            lambda: _("What is said of this actor"),
        )
        self._walk = walk

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if not self.text().strip():
            ways |= {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._walk is not None and plain and event.key() in ways:
            self._entered()
            if self.text().strip():
                return  # what was refused stays with the card it was said of
            self._walk(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _short(key: str) -> str:
    return terms.sub_item_name(key).partition(" (")[0]


def _tell_pillar(heading: QLabel, pillar: Pillar) -> None:
    heading.setText(terms.pillar_name(pillar))


def _tell_part(chip: ElidedButton, key: str) -> None:
    chip.say(_short(key))
