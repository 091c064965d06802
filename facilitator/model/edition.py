"""What may leave the room: the one place where confidentiality is enforced, for screen, PDF and exports.

Two editions of a session, each a Document that satisfies the rules. What they leave out, and why:

Both editions
    Private notes (of actors, links and steps), participants' e-mails wherever they were typed, who receives the
    minutes, votes not yet revealed, moments, voices and evaluation that were not asked for, questions of the map set
    aside, and the names of image files. A participant who did not choose to be named keeps only their organisation:
    their function is removed with their name, since "Director, Les Jardins du Gué" is a name; their full name is
    removed from free words too.
    Tension: a tense link stays (it can be a real cooperation), but neither its mark nor its words, which often tell
    the tension, leave by default. `tension=True` gives both back, in the participants' edition only.

Public edition, besides
    Nothing marked confidential, nor what hangs on a confidential actor. No tense link at all. No question of the map
    that was read on anything of these. No personal names: participants are reduced to the organisations of the room
    (one row each), facilitators and the free lines that say who (`who`, `said_yes_by`) are emptied, participants' names
    are removed from free words. Voices and the evaluation of the session stay in the room. The organiser, its contact,
    and the author the organiser chose to print beside the licence stay: publishing needs them.

A past state (`as_it_was`) leaves under the confidences of today.

The wall is no edition: `on_the_wall` is the map, `in_the_room` the words, in front of those they are about.

How names are taken out of free words is told in `withheld`. Facilitators' names are not looked for: they write the
words themselves. An item whose answer is confidential leaves the public edition with it, lest it seem unanswered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any, TypeVar

from facilitator.model.document import (
    TABLES,
    Actor,
    Document,
    Link,
    Participant,
    Remark,
    Row,
    Zone,
    ordered,
    rows_of,
)
from facilitator.model.names import fold
from facilitator.model.vocabulary import ODDS, Attendance, Fate
from facilitator.model.withheld import EMAIL, without_names

EDITIONS = ("participants", "public")
WHOLE = "whole"
"""No edition: everything, for whoever holds the session and wants to go on elsewhere. Never shown nor sent."""

_SHORTEST = 3
"""Names shorter than this are not looked for in words: they would take ordinary words with them."""

R = TypeVar("R", bound=Row)


def edition(document: Document, name: str, *, tension: bool = False) -> Document:
    """The session as the readers of an edition (`participants` or `public`) may see it.

    WHOLE is the session itself. ValueError: no such edition, or tension asked of the public one.
    """
    if name == WHOLE:
        return document
    if name not in EDITIONS:
        raise ValueError(f"no such edition: {name}")
    public = name == "public"
    if public and tension:
        raise ValueError("the public edition never shows tension")
    shown = _without_private(document)
    if public:
        shown = _public(shown)
    elif not tension:
        shown = _with_tension_hidden(shown)
    hidden = _hidden(document) if public else set()
    return without_names(shown, _people(document, public=public), _emails(document), hidden)


def as_it_was(past: Document, now: Document) -> Document:
    """A past state of the session with what was said to be confidential, tense or nameless since."""
    held: dict[str, Any] = {}
    for table in TABLES:
        today = rows_of(now, table)
        if any(f.name in ("confidential", "tension") for f in fields(TABLES[table])):
            rows = rows_of(past, table)
            held[table] = {id_: _guarded(row, today.get(id_)) for id_, row in rows.items()}
    gone = {
        id_: replace(row, named=False)
        for id_, row in past.participants.items()
        if id_ not in now.participants
    }
    return replace(past, participants={**gone, **now.participants}, **held)


def _guarded(row: Any, today: Any) -> Any:
    marks = [m for m in ("confidential", "tension") if getattr(today, m, False) and not getattr(row, m)]
    return replace(row, **dict.fromkeys(marks, True)) if marks else row


def on_the_wall(document: Document, before: tuple[Document, Document] | None = None) -> Document:
    """What the room may see of the map: nothing confidential, no tension, no private note. Everybody it is about
    may be in front of it: it shows less than the participants' edition.

    Rows and tables that are shown as they are stay the same objects, for who compares them at every gesture. `before`
    is another state and what the room saw of it: what hangs on nothing that changed since is not looked at again.
    """
    was, seen = before or (document, None)
    actors: Mapping[str, Actor] = {
        id_: _noteless(row) if row.note else row for id_, row in _open(document.actors).items()
    }
    same_ids = seen is not None and seen.actors.keys() == actors.keys()
    if seen is not None and same_ids and was.links is document.links:
        links = seen.links
    else:
        links = _same(
            document.links,
            {
                id_: _quiet(row)
                for id_, row in _open(document.links).items()
                if row.source in actors and row.target in actors
            },
        )
    if seen is not None and same_ids and was.contributions is document.contributions:
        offers = seen.contributions
    else:
        offers = _same(
            document.contributions,
            {id_: row for id_, row in _open(document.contributions).items() if row.actor in actors},
        )
    return replace(
        document,
        zones=_same(document.zones, _zones(document)),
        actors=_same(document.actors, actors),
        links=links,
        contributions=offers,
    )


def _zones(document: Document) -> Mapping[str, Zone]:
    """Zones whose names tell of no confidential actor."""
    hidden = _hidden(document) if document.zones else set()
    return without_names(Document(zones=document.zones), set(), set(), hidden).zones


def in_the_room(document: Document) -> Document:
    """What the room may read of a session on a page of words: as its minutes will say it to the participants, and
    nothing confidential, since those it is about may be there. Names of participants are not for a wall."""
    asked = replace(
        document.workshop, evaluation_in_minutes=True
    )  # its questions, whatever the minutes print
    shown = without_names(
        edition(replace(document, workshop=asked), "participants"), set(), set(), _hidden(document)
    )
    silenced = {answer.id for answer in shown.answers.values() if answer.confidential}
    actors = _open(shown.actors)
    links = {
        id_: row for id_, row in _open(shown.links).items() if row.source in actors and row.target in actors
    }
    offers = {id_: row for id_, row in _open(shown.contributions).items() if row.actor in actors}
    return replace(
        shown,
        participants={},
        actors=actors,
        links=links,
        contributions=offers,
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
    return rows if len(rows) == len(shown) and all(row is rows[id_] for id_, row in shown.items()) else shown


@lru_cache(maxsize=4096)
def _quiet(row: Link) -> Link:
    """A link without what only the facilitator may read; the same object as long as nothing has to go."""
    if row.tension:
        return replace(row, tension=False, text="", note="")
    return replace(row, note="") if row.note else row


@lru_cache(maxsize=4096)
def _noteless(row: Actor) -> Actor:
    return replace(row, note="")


def _without_private(document: Document) -> Document:
    """Without what only the facilitator, or the person, may read."""
    return replace(
        document,
        actors={id_: replace(row, note="") for id_, row in document.actors.items()},
        links={id_: replace(row, note="") for id_, row in document.links.items()},
        steps={id_: replace(row, notes="") for id_, row in document.steps.items()},
        images={id_: replace(row, name="") for id_, row in document.images.items()},
        votes={id_: row for id_, row in document.votes.items() if row.revealed},
        moments={id_: row for id_, row in document.moments.items() if row.in_minutes},
        voices=document.voices if document.workshop.voices_in_minutes else {},
        evaluations=document.evaluations if document.workshop.evaluation_in_minutes else {},
        remarks={id_: row for id_, row in document.remarks.items() if row.fate is Fate.KEPT},
        participants={id_: _private_person(row) for id_, row in document.participants.items()},
    )


def _private_person(row: Participant) -> Participant:
    if row.named:
        return replace(row, email="", receives=False)
    return replace(row, name="", role="", email="", receives=False)


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
    actors = _open(document.actors)
    links = {
        id_: row
        for id_, row in _open(document.links).items()
        if not row.tension and row.source in actors and row.target in actors
    }
    silenced = {answer.id for answer in document.answers.values() if answer.confidential}
    commitments = _borne(
        document.commitments,
        actors,
        lambda row: {"link": _linked(row.link, links), "who": "", "said_yes_by": ""},
    )
    offers = {id_: r for id_, r in _open(document.contributions).items() if r.actor in actors}
    means = _borne(
        document.means,
        actors,
        lambda row: {"contributions": _among(row.contributions, offers), "who": ""},
    )
    hidden_names = {fold(row.name) for row in document.actors.values() if row.confidential}
    return replace(
        document,
        workshop=replace(document.workshop, facilitators=""),
        participants=_organisations(document.participants, hidden_names),
        actors=actors,
        links=links,
        contributions=offers,
        items={id_: row for id_, row in document.items.items() if id_ not in silenced},
        answers=_open(document.answers),
        votes={id_: row for id_, row in document.votes.items() if row.item not in silenced},
        practices={
            id_: r for id_, r in _open(document.practices).items() if not r.actor or r.actor in actors
        },
        commitments=commitments,
        means=means,
        voices={},
        evaluations={},
        remarks=_read_on(document, actors, links, offers),
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


def _organisations(rows: Mapping[str, Participant], hidden: set[str]) -> dict[str, Participant]:
    """One row for each organisation of the room, present if anyone of it was."""
    best: dict[str, Participant] = {}
    for row in ordered(rows):
        was = best.get(row.organisation)
        if was is None or _BEST_FIRST[row.attendance] < _BEST_FIRST[was.attendance]:
            best[row.organisation] = row
    return {
        row.id: replace(row, name="", role="", email="", named=False, receives=False)
        for organisation, row in best.items()
        if organisation and fold(organisation) not in hidden
    }


def _people(document: Document, *, public: bool) -> set[str]:
    """Names of people that free words may not say."""
    things = {row.name for row in document.actors.values()}
    things |= {document.workshop.organiser, document.workshop.territory}
    things |= {row.organisation for row in document.participants.values()}
    people = {row.name for row in document.participants.values() if public or not row.named}
    return {name for name in people - things if len(name) >= _SHORTEST}


def _hidden(document: Document) -> set[str]:
    """Names of actors that neither the public edition nor the wall says."""
    return {row.name for row in document.actors.values() if row.confidential and len(row.name) >= _SHORTEST}


def _emails(document: Document) -> set[str]:
    """What was typed for addresses, and each address in it: there may be several, with names around."""
    typed = {row.email for row in document.participants.values() if "@" in row.email}
    return typed.union(*(EMAIL.findall(text) for text in typed))
