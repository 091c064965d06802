"""The file format on one page: format 3.

A session is one SQLite file. Each table holds the rows of the Document's field of that name, column by column as
`facilitator.model.document` says; `entry` is the history, `desk` what is kept and never undone. Tables are STRICT.
"""

from __future__ import annotations

import enum
from typing import Any

from sqlalchemy import REAL, ForeignKey, Integer, LargeBinary, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from facilitator.model import vocabulary as v
from facilitator.model.store.columns import Flag, Ref, Several, Word

APPLICATION = 0x416C6C69
"""SQLite's application_id of a session: "Alli"."""
FORMAT = 3
"""SQLite's user_version of a session made by this program."""

Ids = tuple[str, ...]
Numbers = tuple[int, ...]
Partnerships = tuple[v.Partnership, ...]

_WORDS = [w for w in vars(v).values() if isinstance(w, type) and issubclass(w, enum.StrEnum)]


class Table(DeclarativeBase):
    type_annotation_map = {  # noqa: RUF012  SQLAlchemy's own way
        str: Text(),
        int: Integer(),
        float: REAL(),
        bool: Flag(),
        bytes: LargeBinary(),
        Ids: Several(str),
        Numbers: Several(int),
        Partnerships: Several(v.Partnership),
        **{word: Word(word) for word in _WORDS if word is not enum.StrEnum},
    }
    __table_args__: Any = {"sqlite_strict": True}  # noqa: RUF012  idem

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-1)


def _to(table: str, *, optional: bool = False) -> Any:
    """A column that refers to a row; checked when the transaction ends."""
    return mapped_column(Ref(), _key(table), nullable=optional, index=True)


def _key(table: str) -> ForeignKey:
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


class Workshop(Table):
    __tablename__ = "workshop"
    title: Mapped[str]
    question: Mapped[str]
    territory: Mapped[str]
    date: Mapped[str]
    place: Mapped[str]
    organiser: Mapped[str]
    organiser_contact: Mapped[str]
    facilitators: Mapped[str]
    author: Mapped[str]
    licence: Mapped[v.Licence]
    charter_source: Mapped[str]
    lead: Mapped[str]
    essentials: Mapped[str]
    resources: Mapped[str]
    next_date: Mapped[str]
    next_place: Mapped[str]
    notice: Mapped[str]
    keep_until: Mapped[str]
    odds: Mapped[Numbers]
    language: Mapped[str]
    journey: Mapped[str]
    fictitious: Mapped[bool]
    voices_in_minutes: Mapped[bool]
    evaluation_in_minutes: Mapped[bool]


class Background(Table):
    __tablename__ = "background"
    kind: Mapped[v.BackgroundKind]
    x_axis: Mapped[str]
    y_axis: Mapped[str]
    centre: Mapped[str]
    image: Mapped[str] = _to("images", optional=True)
    x: Mapped[float]
    y: Mapped[float]
    width: Mapped[float]
    height: Mapped[float]


class Image(Table):
    __tablename__ = "images"
    name: Mapped[str]
    media: Mapped[str]
    data: Mapped[bytes]
    width: Mapped[int]
    height: Mapped[int]
    rank: Mapped[int]


class Zone(Table):
    __tablename__ = "zones"
    name: Mapped[str]
    x: Mapped[float]
    y: Mapped[float]
    width: Mapped[float]
    height: Mapped[float]
    rank: Mapped[int]


class Category(Table):
    __tablename__ = "categories"
    name: Mapped[str]
    colour: Mapped[str]
    pictogram: Mapped[v.Pictogram]
    rank: Mapped[int]


class LinkType(Table):
    __tablename__ = "link_types"
    name: Mapped[str]
    pictogram: Mapped[v.Pictogram]
    rank: Mapped[int]


class Participant(Table):
    __tablename__ = "participants"
    name: Mapped[str]
    organisation: Mapped[str]
    role: Mapped[str]
    email: Mapped[str]
    attendance: Mapped[v.Attendance]
    named: Mapped[bool]
    receives: Mapped[bool]
    rank: Mapped[int]


class Actor(Table):
    __tablename__ = "actors"
    name: Mapped[str]
    category: Mapped[str] = _to("categories")
    presence: Mapped[v.Presence]
    x: Mapped[float | None]
    y: Mapped[float | None]
    pinned: Mapped[bool]
    missions: Mapped[str]
    domain: Mapped[str]
    actions: Mapped[str]
    strengths: Mapped[str]
    obstacles: Mapped[str]
    needs: Mapped[str]
    resources: Mapped[str]
    wishes: Mapped[str]
    influence: Mapped[int | None]
    interest: Mapped[int | None]
    proximity: Mapped[int | None]
    odds: Mapped[Numbers]
    note: Mapped[str]
    confidential: Mapped[bool]
    rank: Mapped[int]


class Contribution(Table):
    __tablename__ = "contributions"
    actor: Mapped[str] = _to("actors")
    pillar: Mapped[v.Pillar]
    sub_item: Mapped[str]
    side: Mapped[v.Side]
    text: Mapped[str]
    confidential: Mapped[bool]
    rank: Mapped[int]


class Link(Table):
    __tablename__ = "links"
    source: Mapped[str] = _to("actors")
    target: Mapped[str] = _to("actors")
    types: Mapped[Ids]
    partnerships: Mapped[Partnerships]
    status: Mapped[v.Status]
    intensity: Mapped[int]
    direction: Mapped[v.Direction]
    tension: Mapped[bool]
    text: Mapped[str]
    note: Mapped[str]
    confidential: Mapped[bool]
    rank: Mapped[int]


class Step(Table):
    __tablename__ = "steps"
    key: Mapped[str]
    block: Mapped[v.Block]
    panel: Mapped[v.Panel]
    title: Mapped[str]
    question: Mapped[str]
    minutes: Mapped[int]
    map_filter: Mapped[v.MapFilter]
    done_when: Mapped[v.DoneWhen]
    done_count: Mapped[int]
    notes: Mapped[str]
    words: Mapped[str]
    skipped: Mapped[bool]
    in_minutes: Mapped[bool]
    rank: Mapped[int]


class Item(Table):
    __tablename__ = "items"
    step: Mapped[str] = _to("steps")
    text: Mapped[str]
    pillar: Mapped[v.Pillar | None]
    proposed: Mapped[bool]
    rank: Mapped[int]


class Answer(Table):
    __tablename__ = "answers"
    id: Mapped[str] = mapped_column(_key("items"), primary_key=True, sort_order=-1)
    text: Mapped[str]
    agreement: Mapped[v.Agreement]
    position_a: Mapped[str]
    position_b: Mapped[str]
    confidential: Mapped[bool]


class Vote(Table):
    __tablename__ = "votes"
    item: Mapped[str] = _to("items")
    question: Mapped[str]
    category: Mapped[str] = _to("categories", optional=True)
    yes: Mapped[int]
    no: Mapped[int]
    abstain: Mapped[int]
    objections: Mapped[str]
    revealed: Mapped[bool]
    kind: Mapped[v.VoteKind]
    rank: Mapped[int]


class Practice(Table):
    __tablename__ = "practices"
    pillar: Mapped[v.Pillar]
    text: Mapped[str]
    actor: Mapped[str] = _to("actors", optional=True)
    confidential: Mapped[bool]
    rank: Mapped[int]


class Commitment(Table):
    __tablename__ = "commitments"
    what: Mapped[str]
    actors: Mapped[Ids]
    who: Mapped[str]
    first_step: Mapped[str]
    due: Mapped[str]
    link: Mapped[str] = _to("links", optional=True)
    said_yes_by: Mapped[str]
    confidential: Mapped[bool]
    rank: Mapped[int]


class Means(Table):
    __tablename__ = "means"
    pillar: Mapped[v.Pillar]
    side: Mapped[v.Side]
    text: Mapped[str]
    actors: Mapped[Ids]
    contributions: Mapped[Ids]
    who: Mapped[str]
    confidential: Mapped[bool]
    rank: Mapped[int]


class Moment(Table):
    __tablename__ = "moments"
    name: Mapped[str]
    step: Mapped[str] = _to("steps", optional=True)
    at: Mapped[str]
    in_minutes: Mapped[bool]
    rank: Mapped[int]


class Voice(Table):
    __tablename__ = "voices"
    id: Mapped[str] = mapped_column(_key("categories"), primary_key=True, sort_order=-1)
    turns: Mapped[int]


class Evaluation(Table):
    __tablename__ = "evaluations"
    question: Mapped[str]
    fully: Mapped[int]
    mostly: Mapped[int]
    little: Mapped[int]
    not_at_all: Mapped[int]
    words: Mapped[str]
    rank: Mapped[int]


class Entry(Table):
    """One gesture done: its name and the rows it changed, as `plain.changes_to_plain`. Undone ones come last."""

    __tablename__ = "entry"
    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)  # type: ignore[assignment]  # its own order
    at: Mapped[str]  # UTC, ISO
    name: Mapped[str]
    count: Mapped[int]
    merge: Mapped[str]
    touched: Mapped[Ids]
    changes: Mapped[str]  # JSON
    undone: Mapped[bool]


class Desk(Table):
    """One thing that is kept and never undone; `value` is JSON."""

    __tablename__ = "desk"
    value: Mapped[str]
