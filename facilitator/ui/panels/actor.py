"""The card of one actor: what it brings comes before what it needs."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.model.document import Actor, Document, Link, ordered
from facilitator.model.vocabulary import Side
from facilitator.ui import look
from facilitator.ui.canvas.known import Known
from facilitator.ui.fields import (
    CheckField,
    ChoiceField,
    LineField,
    NumberField,
    OddField,
    Place,
    TextField,
    label,
    spoken,
)
from facilitator.ui.fields.base import Field
from facilitator.ui.flow import beside
from facilitator.ui.panels import options
from facilitator.ui.panels.column import Column
from facilitator.ui.panels.contributions import Contributions
from facilitator.ui.panels.rows import RowList
from facilitator.ui.panels.said import SaidLine
from facilitator.ui.panels.section import Section
from facilitator.ui.panels.sentence import Sentence, link_html
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _, ngettext

F = TypeVar("F", bound=Field)
_NARROW = 200
"""Width, in pixels at a text size of 100 %, under which type and presence are not side by side."""


class ActorPanel(Column):
    """Everything the session knows of the one actor that is selected."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._actor = ""
        self._fields: list[Field] = []
        self._head()
        self.add(self._text("missions", N_("Missions"), hint=N_("What it is there for"), lines=(2, 8)))
        self.add(self._line("domain", N_("Field of action")))
        self._gives()
        self._linked()
        for key, heading, build in (
            ("first", N_("First kilometre"), self._first_kilometre),
            ("strengths", N_("Actions, strengths and obstacles"), self._strengths),
            ("odds", N_("Sustainable Development Goals"), self._goals),
            ("ratings", N_("Ratings, if the group wants them"), self._ratings),
            ("private", N_("For you alone"), self._private),
        ):
            self.add(Section(workspace, f"actor.{key}", partial(_, heading), folded=True, build=build))
        self.end()
        workspace.selection_changed.connect(self._selected)
        self._selected()

    @property
    def actor(self) -> Actor | None:
        """Whose card it is."""
        return self.workspace.document.actors.get(self._actor)

    def turn_to(self, actor: str) -> None:
        """Shows another actor."""
        if actor == self._actor:
            return
        self.workspace.settle()
        self._actor = actor
        for field in self._fields:
            field.turn_to(actor)
        for contributions in self._sides:
            contributions.turn_to(actor)
        self.said.turn_to(actor)
        self._show_links()
        self._look_for_alike()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_kinds()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._lay_kinds)

    def _lay_kinds(self) -> None:
        """Type and presence stand one above the other where they would be cut side by side."""
        narrow = self.viewport().width() < look.px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._kinds.setDirection(way)

    # Its parts

    def _text(
        self, name: str, sentence: str, *, hint: str = "", lines: tuple[int, int] = (1, 8)
    ) -> TextField:
        return self._kept(TextField(self.workspace, Place("actors", name), sentence, hint=hint, lines=lines))

    def _line(self, name: str, sentence: str) -> LineField:
        return self._kept(LineField(self.workspace, Place("actors", name), sentence))

    def _kept(self, field: F) -> F:
        self._fields.append(field)
        if self._actor:
            field.turn_to(self._actor)
        return field

    def _head(self) -> None:
        self._kinds = kinds = look.measure(QBoxLayout(QBoxLayout.Direction.LeftToRight), spacing=6)
        category = self._kept(
            ChoiceField(
                self.workspace,
                Place("actors", "category"),
                N_("Category"),
                options.categories,
                bare=True,
                role="flat",
            )
        )
        presence = self._kept(
            ChoiceField(
                self.workspace,
                Place("actors", "presence"),
                N_("Presence"),
                options.presences,
                bare=True,
                role="flat",
            )
        )
        kinds.addWidget(category, 3)
        kinds.addWidget(presence, 2)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addLayout(kinds)
        name = Place("actors", "name")
        self._name = self._kept(
            TextField(self.workspace, name, N_("Name"), bare=True, role="title", lines=(1, 5))
        )
        self._known, self._alike = Known(self.workspace), QLabel()
        self._alike.setProperty("role", "hint")
        self._alike.setTextFormat(Qt.TextFormat.PlainText)
        self._alike.setWordWrap(True)
        self._name.edit().textChanged.connect(self._look_for_alike)
        spoken(self._alike, self.workspace, self._look_for_alike)
        head.addWidget(self._name)
        head.addWidget(self._alike)
        self.column.addLayout(head)

    def _look_for_alike(self) -> None:
        """Says so, as one types, when somebody else of that name is there already."""
        box = self._name.edit()
        like = self._known.like(box.toPlainText(), besides=self._actor) if box.hasFocus() else None
        said = _("“{actor}” is already in the session.")
        self._alike.setText(said.format(actor=like.name) if like is not None else "")
        self._alike.setVisible(like is not None)

    def _gives(self) -> None:
        self.said = SaidLine(self.workspace)
        self.add(self.said)
        offers = Section(self.workspace, "actor.offers", lambda: _("What the actor brings"))
        needs = Section(self.workspace, "actor.needs", lambda: _("What the actor needs"))
        self._sides = [Contributions(self.workspace, Side.OFFER), Contributions(self.workspace, Side.NEED)]
        offers.add(self._sides[0])
        needs.add(self._sides[1])
        self.add(offers, needs)

    def _linked(self) -> None:
        self._links = Section(self.workspace, "actor.links", self._links_heading)
        self._sentences = RowList(self._sentence, gap=0)
        self._alone = label(self.workspace, N_("No link yet: pull one from the edge of its card."), "muted")
        self._links.add(self._sentences, self._alone)
        self.add(self._links)
        spoken(self._links, self.workspace, self._show_links)

    def _first_kilometre(self, part: Section) -> None:
        part.add(
            self._text("resources", N_("Resources")),
            self._text("wishes", N_("Wishes to get involved")),
            self._text("needs", N_("Needs")),
        )

    def _strengths(self, part: Section) -> None:
        part.add(
            self._text("actions", N_("Actions")),
            self._text("strengths", N_("Strengths")),
            self._text("obstacles", N_("Obstacles")),
        )

    def _goals(self, part: Section) -> None:
        part.add(
            self._kept(
                OddField(self.workspace, Place("actors", "odds"), N_("Goals this actor works for"), bare=True)
            )
        )

    def _ratings(self, part: Section) -> None:
        part.add(label(self.workspace, N_("From 0 to 100; blank where the group says nothing."), "caption"))
        rated = (("influence", N_("Influence")), ("interest", N_("Interest")), ("proximity", N_("Proximity")))
        part.column.addLayout(
            beside(
                *(
                    self._kept(
                        NumberField(self.workspace, Place("actors", name), said, optional=True, step=5)
                    )
                    for name, said in rated
                )
            )
        )

    def _private(self, part: Section) -> None:
        note = self._text("note", N_("Private note (never projected nor printed)"), lines=(2, 8))
        confidential = CheckField(
            self.workspace,
            Place("actors", "confidential"),
            N_("Confidential: left out of the public minutes"),
        )
        pinned = CheckField(
            self.workspace,
            Place("actors", "pinned"),
            N_("Pinned: stays where it is when the map is arranged"),
        )
        part.add(note, self._kept(confidential), self._kept(pinned))

    # What it follows

    def follow(self, before: Document, after: Document) -> None:
        if before.actors is not after.actors:
            self._look_for_alike()
        if before.links is not after.links or before.link_types is not after.link_types:
            self._show_links()
        elif before.actors is not after.actors:
            ends = {end for link in self._own_links() for end in (link.source, link.target)}
            if any(_name(before, end) != _name(after, end) for end in ends):
                self._show_links()

    def _selected(self) -> None:
        actors, links = self.workspace.selected_actors, self.workspace.selected_links
        if len(actors) == 1 and not links:
            self.turn_to(actors[0].id)

    def _own_links(self) -> list[Link]:
        links, actor = self.workspace.document.links, self._actor
        return ordered({id_: row for id_, row in links.items() if actor in (row.source, row.target)})

    def _links_heading(self) -> str:
        count = len(self._own_links())
        return ngettext("Link ({n})", "Links ({n})", count).format(n=count)

    def _sentence(self, id_: str) -> Sentence:
        sentence = Sentence("")
        sentence.clicked.connect(lambda _checked=False: self.workspace.select([("links", id_)]))
        return sentence

    def _show_links(self) -> None:
        links = self._own_links()
        self._sentences.show_rows([link.id for link in links])
        for link in links:
            sentence = self._sentences.row(link.id)
            if isinstance(sentence, Sentence):
                sentence.say(link_html(self.workspace.document, link))
        self._alone.setVisible(not links)
        self._links.retell()


def _name(document: Document, actor: str) -> str:
    return document.actors[actor].name if actor in document.actors else ""
