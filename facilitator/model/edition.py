"""What may leave the room: the one place where confidentiality is enforced, for screen, PDF and exports.

Two editions of a session, each a Document that satisfies the rules. What they leave out, and why:

Both editions
    Private notes (of actors, links and steps), participants' e-mails wherever they were typed, who receives the
    minutes, votes not yet revealed, moments, voices and evaluation that were not asked for, questions of the map set
    aside, and the names of image files. A participant who did not choose to be named keeps only their organisation:
    their function is removed with their name, since "Director, Les Jardins du Gué" is a name; their full name is
    removed from words and titles too.
    Tension: a tense link stays (it can be a real cooperation), but neither its mark nor its words, which often tell
    the tension, leave by default. `tension=True` gives both back, in the participants' edition only.

Public edition, besides
    Nothing marked confidential, nor what hangs on a confidential actor. No tense link at all. No question of the map
    that was read on anything of these. No personal names: participants are reduced to the organisations of the room
    (one row each), facilitators and the free lines that say who (`who`, `said_yes_by`) are emptied, participants' names
    are removed from words and titles. Voices and the evaluation of the session stay in the room. The organiser, its
    contact, and the author the organiser chose to print beside the licence stay: publishing needs them.

A past state (`as_it_was`) leaves under the confidences of today.

The wall is no edition: `on_the_wall` is the map and the step at hand, `in_the_room` the words, ROOM the minutes, in
front of those they are about. A person who works alone, whose organisation says their name, is as nameless by it.

How names are taken out of free words is told in `withheld`. Facilitators' names are not looked for: they write the
words themselves. An item whose answer is confidential leaves the public edition with it, lest it seem unanswered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from operator import is_
from typing import Any, TypeVar

from facilitator.model.document import (
    TABLES,
    Actor,
    Document,
    Link,
    Participant,
    Remark,
    Row,
    Step,
    ordered,
    rows_of,
)
from facilitator.model.names import fold
from facilitator.model.vocabulary import ODDS, Attendance, Fate
from facilitator.model.withheld import EMAIL, without_names, works_alone

EDITIONS = ("participants", "public")
WHOLE = "whole"
"""No edition: everything, for whoever holds the session and wants to go on elsewhere. Never shown nor sent."""
ROOM = "room"
"""What the participants' edition says without anything confidential: the minutes as they are read on the wall."""
_SHORTEST = 3
"""Letters from which a name is looked for in words."""
MARKED = tuple(table for table, kind in TABLES.items() if any(f.name == "confidential" for f in fields(kind)))
"""Tables whose rows may be confidential."""

R = TypeVar("R", bound=Row)


def edition(document: Document, name: str, *, tension: bool = False) -> Document:
    """The session as the readers of an edition (`participants` or `public`) may see it, or as the room may read it
    on the wall (ROOM).

    WHOLE is the session itself. ValueError: no such edition, or tension asked of another than the participants'.
    """
    if name == WHOLE:
        return document
    if name not in (*EDITIONS, ROOM):
        raise ValueError(f"no such edition: {name}")
    if tension and name != "participants":
        raise ValueError(f"the {name} edition never shows tension")
    if name == ROOM:
        return _unconfided(_with_tension_hidden(_without_private(document, hidden=True)))
    public = name == "public"
    shown = _without_private(document, public=public, hidden=public)
    if public:
        return _public(shown)
    return shown if tension else _with_tension_hidden(shown)


def elsewhere(document: Document) -> Document:
    """The session whose steps and points may serve others: they name nobody, and nothing confidential."""
    return _without_words(document, public=True, hidden=True, tables=("workshop", "steps", "items"))


def _without_words(
    document: Document, *, public: bool = False, hidden: bool = False, tables: Iterable[str] = TABLES
) -> Document:
    """Without the names and addresses that words may not say: those of confidential actors too where `hidden`."""
    names = _hidden(document) if hidden else set()
    return without_names(document, _people(document, public=public), _emails(document), names, tables)


def as_it_was(past: Document, now: Document) -> Document:
    """A past state of the session with what was said to be confidential, tense or nameless since."""
    held: dict[str, Any] = {}
    for table in TABLES:
        rows, today = rows_of(past, table), rows_of(now, table)
        if rows is not today and any(f.name in ("confidential", "tension") for f in fields(TABLES[table])):
            held[table] = {id_: _guarded(row, today.get(id_)) for id_, row in rows.items()}
    gone = {
        id_: replace(row, named=False)
        for id_, row in past.participants.items()
        if id_ not in now.participants
    }
    return replace(past, participants={**gone, **now.participants}, **held)


def withdrawn(past: Document, now: Document) -> bool:
    """Whether something that could be told of a past state may be told no more."""
    held = as_it_was(past, now)
    people = held.participants
    return any(row.named and not people[id_].named for id_, row in past.participants.items()) or any(
        row is not rows_of(held, table)[id_] for table in MARKED for id_, row in rows_of(past, table).items()
    )


def _guarded(row: Any, today: Any) -> Any:
    marks = [m for m in ("confidential", "tension") if getattr(today, m, False) and not getattr(row, m)]
    return replace(row, **dict.fromkeys(marks, True)) if marks else row


def on_the_wall(document: Document) -> Document:
    """What the room may see of the map and of the step at hand: nothing confidential, no tension, no private note, no
    name that words may not say. Everybody it is about may be in front of it: it shows less than the participants'
    edition.

    Rows and tables that are shown as they are stay the same objects, for who compares them at every gesture. What was
    last asked for is known: what hangs on nothing that changed since is not looked at again.
    """
    for known, told, _ in _walls:
        if known is document:
            return told
    was, seen, written = _walls[-1] if _walls else (None, document, None)
    worded = _without_words(document, hidden=True, tables=_ON_WALL)
    actors: Mapping[str, Actor] = {
        id_: _noteless(row) if row.note else row for id_, row in _open(document.actors).items()
    }
    same_ids = was is not None and seen.actors.keys() == actors.keys()
    if was is not None and same_ids and was.links is document.links:
        links = seen.links
    else:
        links = {
            id_: _quiet(row)
            for id_, row in _open(document.links).items()
            if row.source in actors and row.target in actors
        }
    if was is not None and same_ids and was.contributions is document.contributions:
        offers = seen.contributions
    else:
        offers = {id_: row for id_, row in _open(document.contributions).items() if row.actor in actors}
    if worded.steps is written:
        steps = seen.steps
    else:
        steps = {id_: replace(row, notes="") if row.notes else row for id_, row in worded.steps.items()}
    shown = replace(
        worded,
        actors=_same(document.actors, actors),
        links=_same(document.links, links),
        contributions=_same(document.contributions, offers),
        steps=steps,
    )
    _walls.append((document, shown, worded.steps))
    del _walls[:-_WALLS]
    return shown


_WALLS = 3
"""Documents whose wall is known: what is, what was, and what is about to be; with the steps it is made from."""
_walls: list[tuple[Document, Document, Mapping[str, Step]]] = []
_ON_WALL = ("workshop", "background", "zones", "categories", "link_types", "steps")
"""Tables whose words are around the map."""


def in_the_room(document: Document) -> Document:
    """What the room may read of a session on a page of words. Names of participants are not for a wall; its points
    are those of the step, answered or not, and the questions of its evaluation are there whatever the minutes print."""
    asked = replace(document, workshop=replace(document.workshop, evaluation_in_minutes=True))
    shown = edition(asked, ROOM)
    items = _without_words(document, hidden=True, tables=("items",)).items
    return replace(shown, participants={}, items=items)


def _unconfided(shown: Document) -> Document:
    """Without anything confidential; what referred to it refers to it no more."""
    silenced = {answer.id for answer in shown.answers.values() if answer.confidential}
    actors = _open(shown.actors)
    links = {
        id_: row for id_, row in _open(shown.links).items() if row.source in actors and row.target in actors
    }
    offers = {id_: row for id_, row in _open(shown.contributions).items() if row.actor in actors}
    return replace(
        shown,
        actors=actors,
        links=links,
        contributions=offers,
        items={id_: row for id_, row in shown.items.items() if id_ not in silenced},
        answers=_open(shown.answers),
        votes={id_: row for id_, row in shown.votes.items() if row.item not in silenced},
        practices={id_: r for id_, r in _open(shown.practices).items() if not r.actor or r.actor in actors},
        means=_borne(shown.means, actors, lambda row: {"contributions": _among(row.contributions, offers)}),
        commitments=_borne(shown.commitments, actors, lambda row: {"link": _linked(row.link, links)}),
        remarks=_read_on(shown, actors, links, offers),
    )


def _borne(
    rows: Mapping[str, Any], actors: Collection[str], also: Callable[[Any], Mapping[str, Any]]
) -> dict[str, Any]:
    """Rows that somebody who is shown bears, or nobody yet; `also`: what else of a row names what may be gone."""
    return {
        id_: replace(row, actors=_among(row.actors, actors), **also(row))
        for id_, row in _open(rows).items()
        if not row.actors or any(actor in actors for actor in row.actors)
    }


def _among(ids: Iterable[str], shown: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ in shown)


def _linked(id_: str, links: Collection[str]) -> str:
    return id_ if id_ in links else ""


def _same(rows: Mapping[str, R], shown: Mapping[str, R]) -> Mapping[str, R]:
    """The rows themselves where all of them are shown as they are."""
    return rows if len(rows) == len(shown) and all(map(is_, shown.values(), map(rows.get, shown))) else shown


@lru_cache(maxsize=4096)
def _quiet(row: Link) -> Link:
    """A link without what only the facilitator may read; the same object as long as nothing has to go."""
    if row.tension:
        return replace(row, tension=False, text="", note="")
    return replace(row, note="") if row.note else row


@lru_cache(maxsize=4096)
def _noteless(row: Actor) -> Actor:
    return replace(row, note="")


def _without_private(document: Document, *, public: bool = False, hidden: bool = False) -> Document:
    """Without what only the facilitator, or the person, may read, nor names and addresses that words may not say."""
    worded = _without_words(document, public=public, hidden=hidden)
    known = _known(document)
    secret = {fold(row.name) for row in document.actors.values() if row.confidential} if hidden else set()
    people = {
        id_: _private_person(row, document.participants[id_], known, secret, named=row.named and not public)
        for id_, row in worded.participants.items()
    }
    return replace(
        worded,
        actors={id_: _noteless(row) if row.note else row for id_, row in worded.actors.items()},
        links={id_: replace(row, note="") if row.note else row for id_, row in worded.links.items()},
        steps={id_: replace(row, notes="") for id_, row in worded.steps.items()},
        images={id_: replace(row, name="") for id_, row in worded.images.items()},
        votes={id_: row for id_, row in worded.votes.items() if row.revealed},
        moments={id_: row for id_, row in worded.moments.items() if row.in_minutes},
        voices=worded.voices if worded.workshop.voices_in_minutes else {},
        evaluations=worded.evaluations if worded.workshop.evaluation_in_minutes else {},
        remarks={id_: row for id_, row in worded.remarks.items() if row.fate is Fate.KEPT},
        participants=people,
    )


def _private_person(
    row: Participant, typed: Participant, known: Collection[str], secret: Collection[str], *, named: bool
) -> Participant:
    """A person without what is theirs alone; and without their organisation where it is confidential, or where it says
    the name they did not give."""
    alone = not named and typed.organisation not in known and works_alone(typed)
    organisation = "" if alone or fold(row.organisation) in secret else row.organisation
    if row.named:
        return replace(row, organisation=organisation, email="", receives=False)
    return replace(row, name="", organisation=organisation, role="", email="", receives=False)


def _with_tension_hidden(document: Document) -> Document:
    """Tense links as any other, without the words that tell of it."""
    links = {
        id_: replace(row, tension=False, text="") if row.tension else row
        for id_, row in document.links.items()
    }
    remarks = {id_: row for id_, row in document.remarks.items() if not row.tension}
    return replace(document, links=links, remarks=remarks)


def _public(document: Document) -> Document:
    """Without anything confidential, tense or personal; what referred to it goes, or refers to it no more."""
    calm = {id_: row for id_, row in document.links.items() if not row.tension}
    shown = _unconfided(replace(document, links=calm))
    return replace(
        shown,
        workshop=replace(shown.workshop, facilitators=""),
        participants=_organisations(shown.participants),
        commitments={id_: replace(row, who="", said_yes_by="") for id_, row in shown.commitments.items()},
        means={id_: replace(row, who="") for id_, row in shown.means.items()},
        voices={},
        evaluations={},
    )


def _read_on(document: Document, *tables: Mapping[str, Row]) -> dict[str, Remark]:
    """Questions read on what is shown alone, types and goals aside: one of something that is gone may tell what it
    was."""
    shown = {str(number) for number in ODDS}.union(document.categories, *tables)
    return {
        id_: row
        for id_, row in _open(document.remarks).items()
        if not row.tension and all(one in shown for one in row.about)
    }


def _open(rows: Mapping[str, R]) -> dict[str, R]:
    """Rows that are not confidential."""
    return {id_: row for id_, row in rows.items() if not getattr(row, "confidential", False)}


_BEST_FIRST = {Attendance.PRESENT: 0, Attendance.EXCUSED: 1, Attendance.ABSENT: 2}


def _organisations(rows: Mapping[str, Participant]) -> dict[str, Participant]:
    """One row for each organisation of the room, present if anyone of it was."""
    best: dict[str, Participant] = {}
    for row in ordered(rows):
        was = best.get(row.organisation)
        if was is None or _BEST_FIRST[row.attendance] < _BEST_FIRST[was.attendance]:
            best[row.organisation] = row
    return {
        row.id: replace(row, name="", role="", email="", named=False, receives=False)
        for organisation, row in best.items()
        if organisation
    }


def _people(document: Document, *, public: bool) -> set[str]:
    """Names of people that free words may not say."""
    things = _known(document)
    rows = document.participants.values()
    things |= {row.organisation for row in rows if (row.named and not public) or not works_alone(row)}
    people = {row.name for row in rows if public or not row.named}
    return {name for name in people - things if _long_enough(name)}


def _known(document: Document) -> set[str]:
    """What is called by its name whoever else is."""
    workshop = document.workshop
    return {row.name for row in document.actors.values()} | {workshop.organiser, workshop.territory}


def _long_enough(name: str) -> bool:
    """Whether a name is looked for in words: a shorter one would take ordinary words with it, unless it is in
    capitals."""
    return len(name) >= _SHORTEST or (len(name) == _SHORTEST - 1 and name.isupper())


def _hidden(document: Document) -> set[str]:
    """Names of actors that neither the public edition nor the wall says."""
    return {row.name for row in document.actors.values() if row.confidential and _long_enough(row.name)}


def _emails(document: Document) -> set[str]:
    """What was typed for addresses, and each address in it: there may be several, with names around."""
    typed = {row.email for row in document.participants.values() if "@" in row.email}
    return typed.union(*(EMAIL.findall(text) for text in typed))
