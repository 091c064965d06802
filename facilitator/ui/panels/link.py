"""The relation of two actors: who, which way, what for, how much of it there is yet."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from facilitator.model import gestures
from facilitator.model.document import Document, Link
from facilitator.ui.fields import (
    CheckField,
    ChipsField,
    ChoiceField,
    Place,
    SegmentedField,
    TextField,
    button,
    label,
    spoken,
    tell_icon,
)
from facilitator.ui.fields.base import Field
from facilitator.ui.panels import options
from facilitator.ui.panels.column import Column
from facilitator.ui.panels.section import Section
from facilitator.ui.panels.sentence import Sentence, link_html
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _


class LinkPanel(Column):
    """Everything the session knows of the one link that is selected."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._link = ""
        self._head()
        self._ends()
        types = ChipsField(workspace, Place("links", "types"), N_("What it is made of"), options.link_types)
        status = SegmentedField(workspace, Place("links", "status"), N_("Status"), options.statuses)
        level = SegmentedField(workspace, Place("links", "intensity"), N_("Intensity"), options.intensities)
        way = SegmentedField(workspace, Place("links", "direction"), N_("Direction"), options.directions)
        tension = CheckField(
            workspace, Place("links", "tension"), N_("Tense relation (hidden from the minutes unless asked)")
        )
        text = TextField(
            workspace,
            Place("links", "text"),
            N_("What this link carries"),
            hint=N_("What they do, or could do, together"),
            lines=(2, 8),
        )
        self.add(types, status, level, way, text, tension)
        part = Section(workspace, "link.partnerships", lambda: _("Kinds of partnership"), folded=True)
        partnerships = ChipsField(
            workspace,
            Place("links", "partnerships"),
            N_("Kinds of partnership"),
            options.partnerships,
            bare=True,
        )
        part.add(partnerships)
        private = Section(workspace, "link.private", lambda: _("For you alone"), folded=True)
        note = TextField(
            workspace, Place("links", "note"), N_("Private note (never projected nor printed)"), lines=(2, 8)
        )
        confidential = CheckField(
            workspace, Place("links", "confidential"), N_("Confidential: left out of the public minutes")
        )
        private.add(note, confidential)
        self.add(part, private)
        self.column.addSpacing(6)
        self.delete = button(workspace, N_("Delete this link"), self._delete, "danger")
        self.delete.setEnabled(not workspace.read_only)
        self.column.addWidget(self.delete)
        self.end()
        self._fields: list[Field] = self.body.findChildren(Field)
        workspace.selection_changed.connect(self._selected)
        self._selected()

    @property
    def link(self) -> Link | None:
        """The link it shows."""
        return self.workspace.document.links.get(self._link)

    def turn_to(self, link: str) -> None:
        """Shows another link."""
        if link == self._link:
            return
        self.workspace.settle()
        self._link = link
        for field in self._fields:
            field.turn_to(link)
        self._tell()
        self.verticalScrollBar().setValue(0)

    def _head(self) -> None:
        self._sentence = Sentence("")
        self._sentence.clicked.connect(self._show_both)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(label(self.workspace, N_("Link")))
        head.addWidget(self._sentence)
        self.column.addLayout(head)
        spoken(self._sentence, self.workspace, self._tell)

    def _ends(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        ends = QVBoxLayout()
        for name, sentence in (("source", N_("From")), ("target", N_("To"))):
            ends.addWidget(ChoiceField(self.workspace, Place("links", name), sentence, options.actors))
        row.addLayout(ends, 1)
        self.swap = QToolButton()
        self.swap.setText("⇅")
        self.swap.setProperty("role", "more")
        self.swap.setEnabled(not self.workspace.read_only)
        self.swap.clicked.connect(self._reverse)
        tell_icon(self.swap, self.workspace, N_("Swap both ends"))
        row.addWidget(self.swap)
        self.column.addLayout(row)

    def follow(self, before: Document, after: Document) -> None:
        if (
            before.links is not after.links
            or before.actors is not after.actors
            or before.link_types is not after.link_types
        ):
            self._tell()

    def _selected(self) -> None:
        actors, links = self.workspace.selected_actors, self.workspace.selected_links
        if len(links) == 1 and not actors:
            self.turn_to(links[0].id)

    def _tell(self) -> None:
        if self.link is not None:
            self._sentence.say(link_html(self.workspace.document, self.link))

    def _reverse(self) -> None:
        if self.link is not None:
            self.workspace.do(gestures.reverse_link(self._link))

    def _delete(self) -> None:
        if self.link is not None:
            self.workspace.settle()
            self.workspace.do(gestures.delete_links([self._link]))

    def _show_both(self) -> None:
        """The sentence leads to its two actors."""
        if self.link is not None:
            self.workspace.select([("actors", self.link.source), ("actors", self.link.target)])
