"""What several selected actors and links have in common, changed for all of them in one step."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from facilitator.model import gestures
from facilitator.ui.fields import (
    CheckField,
    ChipsField,
    ChoiceField,
    OddField,
    Place,
    SegmentedField,
    button,
    spoken,
)
from facilitator.ui.fields.base import Field
from facilitator.ui.panels import options
from facilitator.ui.panels.column import Column
from facilitator.ui.panels.section import Section
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, ngettext


class SeveralPanel(Column):
    """For a selection of more than one: how many, and what can be set for all."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self.add(self._title)
        self._actors = Section(workspace, "several.actors", self._actors_heading)
        self._actors.add(
            ChoiceField(workspace, Place("actors", "category"), N_("Category"), options.categories),
            SegmentedField(workspace, Place("actors", "presence"), N_("Presence"), options.presences),
            OddField(workspace, Place("actors", "odds"), N_("Goals they all work for")),
            CheckField(
                workspace, Place("actors", "confidential"), N_("Confidential: left out of the public minutes")
            ),
            CheckField(
                workspace, Place("actors", "pinned"), N_("Pinned: stays where it is when the map is arranged")
            ),
        )
        self._links = Section(workspace, "several.links", self._links_heading)
        self._links.add(
            ChipsField(
                workspace, Place("links", "types"), N_("What they are all made of"), options.link_types
            ),
            SegmentedField(workspace, Place("links", "status"), N_("Status"), options.statuses),
            SegmentedField(workspace, Place("links", "intensity"), N_("Intensity"), options.intensities),
            SegmentedField(workspace, Place("links", "direction"), N_("Direction"), options.directions),
            ChipsField(
                workspace, Place("links", "partnerships"), N_("Kinds of partnership"), options.partnerships
            ),
            CheckField(
                workspace,
                Place("links", "tension"),
                N_("Tense relation (hidden from the minutes unless asked)"),
            ),
            CheckField(
                workspace, Place("links", "confidential"), N_("Confidential: left out of the public minutes")
            ),
        )
        self.add(self._actors, self._links)
        self.delete = button(workspace, N_("Delete the selection"), self._delete, "danger")
        self.delete.setEnabled(not workspace.read_only)
        self.add(self.delete)
        self.end()
        self._of_actors: list[Field] = self._actors.findChildren(Field)
        self._of_links: list[Field] = self._links.findChildren(Field)
        workspace.selection_changed.connect(self._selected)
        spoken(self._title, workspace, self._tell)
        self._selected()

    def _selected(self) -> None:
        if len(self.workspace.selection) < 2:
            return
        actors, links = self.workspace.selected_actors, self.workspace.selected_links
        for field in self._of_actors:
            field.turn_to(*(actor.id for actor in actors))
        for field in self._of_links:
            field.turn_to(*(link.id for link in links))
        self._actors.setVisible(bool(actors))
        self._links.setVisible(bool(links))
        self._tell()

    def _tell(self) -> None:
        count = len(self.workspace.selection)
        self._title.setText(ngettext("{n} selected", "{n} selected", count).format(n=count))
        self._actors.retell()
        self._links.retell()

    def _actors_heading(self) -> str:
        count = len(self.workspace.selected_actors)
        return ngettext("{n} actor", "{n} actors", count).format(n=count)

    def _links_heading(self) -> str:
        count = len(self.workspace.selected_links)
        return ngettext("{n} link", "{n} links", count).format(n=count)

    def _delete(self) -> None:
        actors = [actor.id for actor in self.workspace.selected_actors]
        links = [link.id for link in self.workspace.selected_links]
        self.workspace.do(gestures.delete(actors, links))
