"""A session as it grows while lists are read: gestures so far, and names to find rows by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from facilitator.exchange import cells
from facilitator.exchange.headings import heading
from facilitator.exchange.report import Done, Line
from facilitator.exchange.tables import Record, Table
from facilitator.model.document import (
    Actor,
    Answer,
    Category,
    Commitment,
    Contribution,
    Document,
    Link,
    LinkType,
    Participant,
    new_id,
    next_rank,
)
from facilitator.model.gestures.core import Gesture, find, put
from facilitator.model.names import Names, fold
from facilitator.model.texts import LINE, TEXT, tidy, visible
from facilitator.model.vocabulary import Pictogram
from facilitator.words import _

_NEW_CATEGORIES = (
    ("#117733", Pictogram.LEAF),
    ("#661100", Pictogram.HOUSE),
    ("#6699CC", Pictogram.MEGAPHONE),
    ("#999933", Pictogram.STAR),
)
"""Looks of the types of actor that a list brings, apart from those a session starts with."""


_TABLES = (
    "categories", "link_types", "participants", "actors", "contributions", "links", "items", "answers", "commitments",
)  # fmt: skip
"""The tables lists add to, referred-to ones first."""

Place = tuple[str, int]
"""A line of a list: `Table.place`, and its number."""


_SHORT = 80


class Growing:
    """A session while lists are added to it. It never changes the document it began with."""

    def __init__(
        self, document: Document, apart: Collection[Place] = (), met: Collection[Place] = ()
    ) -> None:
        self.document = document
        self.apart = frozenset(apart)
        """Lines whose actor is another than the one of that name."""
        self.met = frozenset(met)
        """Lines whose actor is the one of a name that is like theirs."""
        self.placing = not any(actor.placed for actor in document.actors.values())
        """Whether the map is bare: actors that come with a place then take it."""
        self.actors = dict(document.actors)
        self.participants = dict(document.participants)
        self.links = dict(document.links)
        self.items = dict(document.items)
        self.answers = dict(document.answers)
        self.categories = dict(document.categories)
        self.link_types = dict(document.link_types)
        self._new: dict[str, list[Any]] = {table: [] for table in _TABLES}
        self._edits: dict[str, dict[str, dict[str, Any]]] = {table: {} for table in _TABLES}
        self._seen: dict[str, set[Any]] = {}
        self._refs: dict[tuple[str, str], str] = {}
        self._taken: defaultdict[str, set[str]] = defaultdict(set)
        self._meant: dict[str, str] = {}
        self._category_names = cells.categories(self.categories)
        self._link_type_names = cells.link_types(self.link_types)
        self._actor_names: defaultdict[str, list[str]] = defaultdict(list)
        for actor in document.actors.values():
            self._actor_names[fold(actor.name)].append(actor.id)
        self._likely = Names(actor.name for actor in document.actors.values())
        self._people: defaultdict[str, list[str]] = defaultdict(list)
        for participant in document.participants.values():
            self._people[_known_by(participant.name, participant.organisation)].append(participant.id)

    def called(self, name: str) -> list[Actor]:
        """The actors of that name: the one that was told apart, else those exactly so written, else folded alike."""
        if meant := self._meant.get(fold(name)):
            return [self.actors[meant]]
        alike = [self.actors[id_] for id_ in self._actor_names.get(fold(name), ())]
        return [actor for actor in alike if actor.name == name] or alike

    def same(self, name: str, file: str, ref: str) -> Actor | None:
        """The actor that a line of that name is about. In a file that tells its actors apart (`ref`), two of the same
        name are two."""
        if not ref:
            return next(iter(self.called(name)), None)
        return next((actor for actor in self.called(name) if actor.id not in self._taken[file]), None)

    def likely(self, name: str) -> Actor | None:
        """The actor of the session who may well be called that name too."""
        other = self._likely.like(name)
        return self.called(other)[0] if other else None

    def referred(self, file: str, ref: str) -> Actor | None:
        """The actor that a file calls by that reference."""
        id_ = self._refs.get((file, ref))
        return self.actors[id_] if id_ else None

    def refer(self, file: str, ref: str, actor: str) -> None:
        if ref:
            self._taken[file].add(self._refs.setdefault((file, ref), actor))

    def mean(self, name: str, actor: str) -> None:
        """From here on, that name is this actor's."""
        self._meant[fold(name)] = actor

    def seen(self, table: str, sign: Callable[[Any], Any]) -> set[Any]:
        """What tells the rows of a table apart, those of the session to begin with; whoever adds one says so there."""
        if table not in self._seen:
            self._seen[table] = {sign(row) for row in getattr(self.document, table).values()}
        return self._seen[table]

    def add(self, table: str, row: Any) -> None:
        """A row of a table nothing is looked up in."""
        self._new[table].append(row)

    def edit(self, table: str, id_: str, changes: dict[str, Any]) -> None:
        self._edits[table].setdefault(id_, {}).update(changes)

    def add_actor(self, actor: Actor) -> None:
        self.actors[actor.id] = actor
        self._actor_names[fold(actor.name)].append(actor.id)
        self.add("actors", actor)

    def edit_actor(self, id_: str, changes: dict[str, Any]) -> None:
        self.actors[id_] = replace(self.actors[id_], **changes)
        self.edit("actors", id_, changes)

    def people_known_by(self, name: str, organisation: str) -> list[Participant]:
        """The participants of that name; where there is no name, those of that organisation who have none either."""
        return [self.participants[id_] for id_ in self._people.get(_known_by(name, organisation), ())]

    def add_participant(self, participant: Participant) -> None:
        self.participants[participant.id] = participant
        self._people[_known_by(participant.name, participant.organisation)].append(participant.id)
        self.add("participants", participant)

    def edit_participant(self, id_: str, changes: dict[str, str]) -> None:
        self.participants[id_] = replace(self.participants[id_], **changes)  # type: ignore[arg-type]  # text fields
        self.edit("participants", id_, changes)

    def add_link(self, link: Link) -> None:
        self.links[link.id] = link
        self.add("links", link)

    def category(self, word: str) -> tuple[str, bool]:
        """The id of the type of actor of that name, and whether it had to be added."""
        if fold(word) in self._category_names:
            return self._category_names[fold(word)], False
        colour, pictogram = _NEW_CATEGORIES[len(self.categories) % len(_NEW_CATEGORIES)]
        row = Category(new_id(), word, colour, pictogram)
        self.categories[row.id] = row
        self._category_names[fold(word)] = row.id
        self.add("categories", row)
        return row.id, True

    def category_called(self, word: str) -> str | None:
        """The id of the type of actor of that name, if it is one."""
        return self._category_names.get(fold(word)) if word else None

    def usual_category(self) -> str:
        """The type of an actor whose type is not said."""
        return "other" if "other" in self.categories else next(iter(self.categories))

    def has_link_type(self, word: str) -> bool:
        return fold(word) in self._link_type_names

    def link_type(self, word: str) -> tuple[str, bool]:
        """The id of the type of link of that name, and whether it had to be added."""
        if fold(word) in self._link_type_names:
            return self._link_type_names[fold(word)], False
        row = LinkType(new_id(), word, Pictogram.STAR)
        self.link_types[row.id] = row
        self._link_type_names[fold(word)] = row.id
        self.add("link_types", row)
        return row.id, True

    def gesture(self) -> Gesture | None:
        """All that was added and completed, as one gesture; None where there is nothing."""
        new = {table: tuple(rows) for table, rows in self._new.items() if rows}
        edits = {table: dict(held) for table, held in self._edits.items() if held}
        touched = [row.id for rows in new.values() for row in rows]
        touched += [id_ for held in edits.values() for id_ in held]

        def act(document: Document) -> Document:
            for table, rows in new.items():
                document = put(document, table, *_ranked(document, table, rows))
            for table, held in edits.items():
                completed = (replace(find(document, table, id_), **changes) for id_, changes in held.items())
                document = put(document, table, *completed)
            return document

        return Gesture("import.tables", act, tuple(dict.fromkeys(touched))) if touched else None


def _ranked(document: Document, table: str, rows: Iterable[Any]) -> Iterator[Any]:
    """New rows, after those that are there; an answer stands with its item."""
    first = next_rank(getattr(document, table)) if table != "answers" else 0
    return (row if table == "answers" else replace(row, rank=first + n) for n, row in enumerate(rows))


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
        table = self.table
        self.lines.append(
            Line(table.place, record.line, table.kind, done, key, values, numbered=table.numbered)
        )

    def unknown(self, record: Record, field: str, kept: str) -> None:
        """A word of a cell is not known: what is kept instead."""
        self.say(record, Done.NOTED, "unknown_word", value=record[field], heading=heading(field), kept=kept)

    def marked(self, record: Record, field: str) -> bool:
        """Whether a cell says yes; what is not clear is said, and taken for no."""
        said = cells.yes(record[field])
        if said is None:
            self.unknown(record, field, _("no"))
        return bool(said)


def texts(
    kind: type[Actor | Link | Participant | Contribution | Commitment | Answer],
    record: Record,
    saying: Saying,
) -> dict[str, Any]:
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


def actor_named(
    growing: Growing, saying: Saying, record: Record, name: str, done: Done = Done.SKIPPED
) -> Actor | None:
    """The one actor of that name, or that the file calls so; where there is none, or several, it is said."""
    name = tidy(name, lines=False)
    referred = growing.referred(saying.table.file, name)
    found = [referred] if referred else growing.called(name) if name else []
    if len(found) == 1:
        return found[0]
    saying.say(record, done, "several_named" if found else "nobody_named", name=name)
    return None


def short(text: str) -> str:
    """The beginning of a text, to name it by."""
    first = text.splitlines()[0]
    return first if len(first) <= _SHORT else f"{first[: _SHORT - 1]}…"


def noted(record: Record, given: Mapping[str, Any]) -> dict[str, str]:
    """Tags, which a session has none of, in the private note."""
    tags = tidy(record["tags"], lines=False)
    if not visible(tags):
        return {}
    note = "\n".join(filter(None, [given.get("note", ""), _("Tags: {tags}").format(tags=tags)]))
    return {"note": note[:TEXT].strip()}


def otherwise(row: Actor | Participant, given: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """The fields of what is given of which the row says something else, which is kept."""
    return (field for field, value in given if _differ(getattr(row, field), value))


def _differ(kept: Any, given: Any) -> bool:
    """Whether something is said, and something else given; another spelling of the same words is none."""
    if kept in ("", None, ()):
        return False
    both = isinstance(kept, str) and isinstance(given, str)
    return fold(kept) != fold(given) if both else bool(kept != given)


def completing(row: Actor | Participant | Answer, given: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Of what is given, what the row has not said yet."""
    return {field: value for field, value in given if getattr(row, field) in ("", None, ())}
