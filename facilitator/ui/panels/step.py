"""The panel of the current step, shown while nothing is selected."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from facilitator import terms
from facilitator.model.document import Document, Step
from facilitator.terms import wording
from facilitator.ui import visible
from facilitator.ui.fields import (
    CheckField,
    ChoiceField,
    NumberField,
    Place,
    TextField,
    button,
    label,
    spoken,
)
from facilitator.ui.fields.base import Field
from facilitator.ui.flow import beside
from facilitator.ui.panels import options
from facilitator.ui.panels.column import Column, stops
from facilitator.ui.panels.moments import moment_of
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.section import Head, Section
from facilitator.ui.panels.voices import VoicesPart
from facilitator.ui.running import closed_at
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_Kind = tuple[str, str, str]


class StepPanel(Column):
    """Title and question of the step, what it is for, the words of the group, and how it is set."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._shown: _Kind = ("", "", "")
        # Each part is born in its place: a widget that changes parent has all its styles looked up again.
        self._block = QLabel(self.body)
        self._block.setProperty("role", "caption")
        self.title = TextField(
            workspace,
            Place("steps", "title"),
            N_("Title of the step"),
            bare=True,
            wording=wording,
            role="title",
            parent=self.body,
        )
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._block)
        head.addWidget(self.title)
        self.column.addLayout(head)
        self.moment: QWidget | None = None
        self._middle = QVBoxLayout()
        self.column.addLayout(self._middle)
        self.words = TextField(
            workspace,
            Place("steps", "words"),
            N_("Words of the group (they go into the minutes)"),
            hint=N_("What was said, as it was said"),
            lines=(3, 14),
            parent=self.body,
        )
        self._fields: list[Field] = [self.title, self.words]
        self.close_button = button(
            workspace, N_("Close this step"), lambda: workspace.asked.emit("close_step"), "quiet", self.body
        )
        self.close_button.setEnabled(not workspace.read_only)
        self.voices = VoicesPart(workspace, self.body)
        self.add(self.words, self.close_button, self.voices, self._settings())
        self._nothing = label(
            workspace, N_("This journey has no step: add one from the list at the left."), "muted", self.body
        )
        self.add(self._nothing)
        self.end()
        workspace.step_changed.connect(self._turned)
        spoken(self._block, workspace, self._tell)
        self._turned()

    @property
    def step(self) -> Step | None:
        """The step it shows."""
        return self.workspace.step

    def _settings(self) -> Section:
        self._part = Section(
            self.workspace,
            "step.settings",
            lambda: _("How this step is set"),
            self.body,
            folded=True,
            build=self._set,
        )
        return self._part

    def _set(self, part: Section) -> None:
        workspace = self.workspace
        done = ChoiceField(workspace, Place("steps", "done_when"), N_("Done with"), options.done_whens)
        counted = NumberField(workspace, Place("steps", "done_count"), N_("How many"))
        part.add(
            TextField(workspace, Place("steps", "question"), N_("Question on the wall"), wording=wording),
            NumberField(workspace, Place("steps", "minutes"), N_("Minutes planned"), step=5),
            ChoiceField(workspace, Place("steps", "block"), N_("Part of the session"), options.blocks),
            ChoiceField(workspace, Place("steps", "panel"), N_("What this panel shows"), options.step_panels),
            ChoiceField(
                workspace, Place("steps", "map_filter"), N_("What the map shows"), options.map_filters
            ),
        )
        part.column.addLayout(beside(done, counted, stretches=(3, 1)))
        part.add(
            CheckField(workspace, Place("steps", "in_minutes"), N_("Goes into the minutes")),
            CheckField(workspace, Place("steps", "skipped"), N_("Skipped")),
        )
        for field in part.body.findChildren(Field):
            self._fields.append(field)
            if self._shown[0]:
                field.turn_to(self._shown[0])

    def follow(self, before: Document, after: Document) -> None:
        if before.steps is not after.steps:
            self._turned(again=False)
        elif before.moments is not after.moments:
            self._tell()

    def _turned(self, *, again: bool = True) -> None:
        """Shows the current step; its content is built anew only where it is of another kind."""
        step = self.step
        kind = (step.id, step.panel, step.block) if step is not None else ("", "", "")
        if kind != self._shown:
            if kind[0] != self._shown[0]:
                for field in self._fields:
                    field.turn_to(*([kind[0]] if kind[0] else []))
            self._shown = kind
            self._rebuild(step)
            if again:
                self.verticalScrollBar().setValue(0)
        self._tell()

    def _rebuild(self, step: Step | None) -> None:
        typing = False
        if self.moment is not None:
            at = QApplication.focusWidget()
            typing = at is not None and any(part.isAncestorOf(at) for part in (self.moment, self.words))
            if typing:
                self.words.setFocus()  # else it goes to whoever is next: the tray, which selects an actor
            self.workspace.settle()
            self._middle.removeWidget(self.moment)
            self.moment.hide()
            self.moment.deleteLater()
            self.moment = None
        if step is not None:
            self.moment = moment_of(step.panel)(self.workspace, step.id, self.body)
            self._middle.addWidget(self.moment)
            visible.show(self.moment, True)
        for widget in (self._block, self.title, self.words, self.close_button, self._part):
            visible.show(widget, step is not None)
        visible.show(self._nothing, step is None)
        if typing:
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        """What was typed in went with its step: the keyboard goes on in this one, at the first thing to answer."""
        first = self.moment.answered_first() if isinstance(self.moment, Moment) else None
        if first is None or not first.isVisible():
            found = stops(self.moment) if self.moment is not None else []
            first = next((one for one in found if not isinstance(one, Head)), self.words)
        first.setFocus()

    def _tell(self) -> None:
        step = self.step
        if step is not None:
            closed = closed_at(self.workspace.document, step)
            parts = [
                terms.capitalised(terms.block_name(step.block)),
                _("skipped") if step.skipped else "",
                _("closed at {time}").format(time=closed) if closed else "",
            ]
            self._block.setText(" · ".join(filter(None, parts)))
