"""What can be found by typing: actions of the table, steps of the journey, actors and links of the map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator import terms
from facilitator.model.document import Actor, Category, Document, Link, LinkType, ordered
from facilitator.model.finding import Entry, phrase
from facilitator.ui.actions import ACTIONS, MENUS
from facilitator.ui.values import of_selection
from facilitator.words import _, language

if TYPE_CHECKING:
    from facilitator.ui.window import Window
    from facilitator.ui.workspace import Workspace


class Kind(StrEnum):
    """What a subject is; VALUE is what the selection can be given, NEW an actor that does not exist yet."""

    ACTION = "action"
    VALUE = "value"
    STEP = "step"
    ACTOR = "actor"
    LINK = "link"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing to find: `key` is that of an action, of a value, or the id of a row, `name` what it is called now."""

    kind: Kind
    key: str
    name: str


Found = Entry[Subject]

_LINK_BEHIND = 2
"""A sentence holds the names of two actors: links come after the actors they link."""


def actions(window: Window) -> list[Found]:
    """Every action of the table, found by its name, and by its menu too."""
    return [
        Entry(
            Subject(Kind.ACTION, action.key, name := action.full_label(window)),
            phrase(name, _(MENUS[action.menu])),
        )
        for action in ACTIONS
        if action.key != "commands"  # one is in it
    ]


def values(workspace: Workspace) -> list[Found]:
    """What can be given to what is selected, found by its field and by its name."""
    return [
        Entry(Subject(Kind.VALUE, value.key, value.full_name), phrase(value.full_name))
        for value in of_selection(workspace)
    ]


def steps(document: Document) -> list[Found]:
    """The steps of the journey, in their order."""
    titles = [(step.id, terms.wording(step.title)) for step in ordered(document.steps)]
    names = [(id_, _("Go to “{step}”").format(step=title), title) for id_, title in titles]
    return [Entry(Subject(Kind.STEP, id_, name), phrase(title, name)) for id_, name, title in names]


class Index:
    """Actors and links of a session, ready to be found.

    Made when they are first looked for; after a gesture, only the rows that are not the same are made again.
    """

    def __init__(self) -> None:
        self._told: tuple[object, ...] = ()
        self._found: tuple[list[Found], list[Found]] = ([], [])
        self._actors: dict[str, tuple[tuple[Actor, Category], Found]] = {}
        self._links: dict[str, tuple[tuple[Link, Actor, Actor], Found]] = {}
        self._words: tuple[str, object] = ("", None)

    def of(self, document: Document) -> tuple[list[Found], list[Found]]:
        """Its actors, and its links by their sentences, in their order."""
        told = (document.actors, document.links, document.categories, document.link_types, language())
        if len(told) != len(self._told) or any(a is not b for a, b in zip(told, self._told, strict=True)):
            words = (language(), document.link_types)
            if words[0] != self._words[0] or words[1] is not self._words[1]:
                self._actors, self._links, self._words = {}, {}, words
            self._actors = dict(self._actors_of(document))
            self._links = dict(self._links_of(document))
            self._found = ([f for _r, f in self._actors.values()], [f for _r, f in self._links.values()])
            self._told = told
        return self._found

    def _actors_of(self, document: Document) -> Iterable[tuple[str, tuple[tuple[Actor, Category], Found]]]:
        for actor in ordered(document.actors):
            category = document.categories[actor.category]
            held = self._actors.get(actor.id)
            if held is None or held[0][0] is not actor or held[0][1] is not category:
                ready = phrase(actor.name, terms.category_name(category))
                held = (actor, category), Entry(Subject(Kind.ACTOR, actor.id, actor.name), ready)
            yield actor.id, held

    def _links_of(self, document: Document) -> Iterable[tuple[str, tuple[tuple[Link, Actor, Actor], Found]]]:
        for link in ordered(document.links):
            source, target = document.actors[link.source], document.actors[link.target]
            held = self._links.get(link.id)
            if held is None or any(a is not b for a, b in zip(held[0], (link, source, target), strict=True)):
                sentence = terms.link_sentence(document, link)
                found = Entry(Subject(Kind.LINK, link.id, sentence), phrase(sentence), _LINK_BEHIND)
                held = (link, source, target), found
            yield link.id, held


def first_type(document: Document, link: str) -> LinkType | None:
    """The type of a link that is told by a pictogram: the first of the session's order."""
    held = [row for row in ordered(document.link_types) if row.id in document.links[link].types]
    return held[0] if held else None
