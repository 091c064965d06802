"""A session as it grows while lists are read: gestures so far, and names to find rows by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from facilitator.exchange import cells
from facilitator.exchange.headings import heading
from facilitator.exchange.report import Done, Line
from facilitator.exchange.tables import Record, Table
from facilitator.model.document import (
    Actor,
    Category,
    Document,
    Link,
    LinkType,
    Participant,
    new_id,
    next_rank,
)
from facilitator.model.gestures.core import Gesture, find, put
from facilitator.model.names import fold
from facilitator.model.texts import LINE, TEXT, tidy, visible
from facilitator.model.vocabulary import Pictogram

_NEW_CATEGORIES = (
    ("#117733", Pictogram.LEAF),
    ("#661100", Pictogram.HOUSE),
    ("#6699CC", Pictogram.MEGAPHONE),
    ("#999933", Pictogram.STAR),
)
"""Looks of the types of actor that a list brings, apart from those a session starts with."""


_TABLES = ("categories", "link_types", "actors", "links", "participants")
"""The tables lists add to, referred-to ones first."""


class Growing:
    """A session while lists are added to it. It never changes the document it began with."""

    def __init__(self, document: Document) -> None:
        self.actors = dict(document.actors)
        self.participants = dict(document.participants)
        self.links = dict(document.links)
        self.categories = dict(document.categories)
        self.link_types = dict(document.link_types)
        self._new: dict[str, list[Any]] = {table: [] for table in _TABLES}
        self._edits: dict[str, dict[str, dict[str, str]]] = {"actors": {}, "participants": {}}
        self._category_names = cells.categories(self.categories)
        self._link_type_names = cells.link_types(self.link_types)
        self._actor_names: defaultdict[str, list[str]] = defaultdict(list)
        for actor in document.actors.values():
            self._actor_names[fold(actor.name)].append(actor.id)
        self._people: defaultdict[str, list[str]] = defaultdict(list)
        for participant in document.participants.values():
            self._people[_known_by(participant.name, participant.organisation)].append(participant.id)

    def called(self, name: str) -> list[Actor]:
        """The actors of that name: exactly so written if any is, else folded alike."""
        alike = [self.actors[id_] for id_ in self._actor_names.get(fold(name), ())]
        return [actor for actor in alike if actor.name == name] or alike

    def add_actor(self, actor: Actor) -> None:
        self.actors[actor.id] = actor
        self._actor_names[fold(actor.name)].append(actor.id)
        self._new["actors"].append(actor)

    def edit_actor(self, id_: str, changes: dict[str, str]) -> None:
        self.actors[id_] = replace(self.actors[id_], **changes)  # type: ignore[arg-type]  # text fields
        self._edits["actors"].setdefault(id_, {}).update(changes)

    def people_known_by(self, name: str, organisation: str) -> list[Participant]:
        """The participants of that name; where there is no name, those of that organisation who have none either."""
        return [self.participants[id_] for id_ in self._people.get(_known_by(name, organisation), ())]

    def add_participant(self, participant: Participant) -> None:
        self.participants[participant.id] = participant
        self._people[_known_by(participant.name, participant.organisation)].append(participant.id)
        self._new["participants"].append(participant)

    def edit_participant(self, id_: str, changes: dict[str, str]) -> None:
        self.participants[id_] = replace(self.participants[id_], **changes)  # type: ignore[arg-type]  # text fields
        self._edits["participants"].setdefault(id_, {}).update(changes)

    def add_link(self, link: Link) -> None:
        self.links[link.id] = link
        self._new["links"].append(link)

    def category(self, word: str) -> tuple[str, bool]:
        """The id of the type of actor of that name, and whether it had to be added."""
        if fold(word) in self._category_names:
            return self._category_names[fold(word)], False
        colour, pictogram = _NEW_CATEGORIES[len(self.categories) % len(_NEW_CATEGORIES)]
        row = Category(new_id(), word, colour, pictogram)
        self.categories[row.id] = row
        self._category_names[fold(word)] = row.id
        self._new["categories"].append(row)
        return row.id, True

    def usual_category(self) -> str:
        """The type of an actor whose type is not said."""
        return "other" if "other" in self.categories else next(iter(self.categories))

    def link_type(self, word: str) -> tuple[str, bool]:
        """The id of the type of link of that name, and whether it had to be added."""
        if fold(word) in self._link_type_names:
            return self._link_type_names[fold(word)], False
        row = LinkType(new_id(), word, Pictogram.STAR)
        self.link_types[row.id] = row
        self._link_type_names[fold(word)] = row.id
        self._new["link_types"].append(row)
        return row.id, True

    def gesture(self) -> Gesture | None:
        """All that was added and completed, as one gesture; None where there is nothing."""
        new = {table: tuple(rows) for table, rows in self._new.items() if rows}
        edits = {table: dict(held) for table, held in self._edits.items() if held}
        touched = [row.id for rows in new.values() for row in rows]
        touched += [id_ for held in edits.values() for id_ in held]

        def act(document: Document) -> Document:
            for table, rows in new.items():
                first = next_rank(getattr(document, table))
                document = put(document, table, *(replace(row, rank=first + n) for n, row in enumerate(rows)))
            for table, held in edits.items():
                completed = (replace(find(document, table, id_), **changes) for id_, changes in held.items())  # type: ignore[arg-type]  # text fields
                document = put(document, table, *completed)
            return document

        return Gesture("import.tables", act, tuple(dict.fromkeys(touched))) if touched else None


def _known_by(name: str, organisation: str) -> str:
    """What a participant is found by: it is not changed by completing what is blank, except with an organisation,
    which a participant without a name has."""
    return f"name {fold(name)}" if name else f"organisation {fold(organisation)}"


class Saying:
    """What is said of the lines of one table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.lines: list[Line] = []

    def say(self, record: Record, done: Done, key: str, **values: str) -> None:
        self.lines.append(Line(self.table.file, record.line, self.table.kind, done, key, values))


def texts(kind: type[Actor | Link | Participant], record: Record, saying: Saying) -> dict[str, Any]:
    """The text fields a record gives to a row of that kind, tidied, those that are blank or too long left out."""
    found: dict[str, Any] = {}
    for field in fields(kind):
        shape = field.metadata.get("text")
        if shape not in ("line", "text"):
            continue
        value = tidy(record[field.name], lines=shape == "text")
        most = LINE if shape == "line" else TEXT
        if len(value) > most:
            saying.say(record, Done.NOTED, "long_text", heading=heading(field.name), most=str(most))
        elif visible(value):
            found[field.name] = value
    return found


def completing(row: Actor | Participant, given: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Of what is given, what the row has not said yet."""
    return {field: value for field, value in given if not getattr(row, field)}
