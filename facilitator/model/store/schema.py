"""The file format on one page: format 4.

A session is one SQLite file. Each table holds the rows of the Document's field of that name, column by column as
`facilitator.model.document` says; `entry` is the history, `desk` what is kept and never undone. Tables are STRICT.
"""

from __future__ import annotations

import enum
from types import NoneType, UnionType
from typing import Any, get_args, get_type_hints

import sqlalchemy
from sqlalchemy import REAL, Column, ForeignKey, Integer, LargeBinary, MetaData, Text

from facilitator.model import vocabulary as v
from facilitator.model.store.columns import Flag, Ref, Several, Word

APPLICATION = 0x416C6C69
"""SQLite's application_id of a session: "Alli"."""
FORMAT = 4
"""SQLite's user_version of a session made by this program."""

Ids = tuple[str, ...]
Numbers = tuple[int, ...]
Partnerships = tuple[v.Partnership, ...]

_WORDS = [w for w in vars(v).values() if isinstance(w, type) and issubclass(w, enum.StrEnum)]


_TYPES: dict[Any, Any] = {
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


class Table:
    """What stands on it is a table of SQLAlchemy's Core, written as its mapped classes are: rows are made here without
    objects in between, and mapping alone would be a tenth of a second of every start."""

    metadata = MetaData()
    __tablename__: str

    def __init_subclass__(cls) -> None:
        hints = {"id": str, **get_type_hints(cls)}
        del hints["__tablename__"]
        columns = [_column(name, hint, vars(cls).get(name)) for name, hint in hints.items()]
        sqlalchemy.Table(cls.__tablename__, cls.metadata, *columns, sqlite_strict=True)


def _column(name: str, hint: Any, made: Column[Any] | None) -> Column[Any]:
    """The column of a field: of the type it is annotated with, unless it was `made`."""
    if made is not None:
        made.name = made.key = name
        return made
    optional = isinstance(hint, UnionType)
    kind = next(arg for arg in get_args(hint) if arg is not NoneType) if optional else hint
    return Column(name, _TYPES[kind], primary_key=name == "id", nullable=optional)


def _to(table: str, *, optional: bool = False) -> Any:
    """A column that refers to a row; checked when the transaction ends."""
    return Column(Ref(), _key(table), nullable=optional, index=True)


def _same(table: str) -> Any:
    """The id of a row of another table, of which there is one more thing to say."""
    return Column(Text(), _key(table), primary_key=True)


def _key(table: str) -> ForeignKey:
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


class Workshop(Table):
    __tablename__ = "workshop"
    title: str
    question: str
    territory: str
    date: str
    place: str
    organiser: str
    organiser_contact: str
    facilitators: str
    author: str
    licence: v.Licence
    charter_source: str
    lead: str
    essentials: str
    resources: str
    next_date: str
    next_place: str
    notice: str
    keep_until: str
    odds: Numbers
    language: str
    journey: str
    fictitious: bool
    voices_in_minutes: bool
    evaluation_in_minutes: bool
    logo: str = _to("images", optional=True)
    minutes_sections: Ids
    minutes_without: Ids


class Background(Table):
    __tablename__ = "background"
    kind: v.BackgroundKind
    x_axis: str
    y_axis: str
    centre: str
    image: str = _to("images", optional=True)
    x: float
    y: float
    width: float
    height: float


class Image(Table):
    __tablename__ = "images"
    name: str
    media: str
    data: bytes
    width: int
    height: int
    rank: int


class Zone(Table):
    __tablename__ = "zones"
    name: str
    x: float
    y: float
    width: float
    height: float
    rank: int


class Category(Table):
    __tablename__ = "categories"
    name: str
    colour: str
    pictogram: v.Pictogram
    rank: int


class LinkType(Table):
    __tablename__ = "link_types"
    name: str
    pictogram: v.Pictogram
    rank: int


class Participant(Table):
    __tablename__ = "participants"
    name: str
    organisation: str
    role: str
    email: str
    attendance: v.Attendance
    named: bool
    receives: bool
    rank: int


class Actor(Table):
    __tablename__ = "actors"
    name: str
    category: str = _to("categories")
    presence: v.Presence
    x: float | None
    y: float | None
    pinned: bool
    missions: str
    domain: str
    actions: str
    strengths: str
    obstacles: str
    needs: str
    resources: str
    wishes: str
    influence: int | None
    interest: int | None
    proximity: int | None
    odds: Numbers
    note: str
    confidential: bool
    rank: int


class Contribution(Table):
    __tablename__ = "contributions"
    actor: str = _to("actors")
    pillar: v.Pillar
    sub_item: str
    side: v.Side
    text: str
    confidential: bool
    rank: int


class Link(Table):
    __tablename__ = "links"
    source: str = _to("actors")
    target: str = _to("actors")
    types: Ids
    partnerships: Partnerships
    status: v.Status
    intensity: int
    direction: v.Direction
    tension: bool
    text: str
    note: str
    confidential: bool
    rank: int


class Step(Table):
    __tablename__ = "steps"
    key: str
    block: v.Block
    panel: v.Panel
    title: str
    question: str
    minutes: int
    map_filter: v.MapFilter
    done_when: v.DoneWhen
    done_count: int
    notes: str
    words: str
    skipped: bool
    in_minutes: bool
    rank: int


class Item(Table):
    __tablename__ = "items"
    step: str = _to("steps")
    text: str
    pillar: v.Pillar | None
    proposed: bool
    rank: int


class Answer(Table):
    __tablename__ = "answers"
    id: str = _same("items")
    text: str
    agreement: v.Agreement
    position_a: str
    position_b: str
    confidential: bool


class Vote(Table):
    __tablename__ = "votes"
    item: str = _to("items")
    question: str
    category: str = _to("categories", optional=True)
    yes: int
    no: int
    abstain: int
    objections: str
    revealed: bool
    kind: v.VoteKind
    rank: int


class Practice(Table):
    __tablename__ = "practices"
    pillar: v.Pillar
    text: str
    actor: str = _to("actors", optional=True)
    confidential: bool
    rank: int


class Commitment(Table):
    __tablename__ = "commitments"
    what: str
    actors: Ids
    who: str
    first_step: str
    due: str
    link: str = _to("links", optional=True)
    said_yes_by: str
    confidential: bool
    rank: int


class Means(Table):
    __tablename__ = "means"
    pillar: v.Pillar
    side: v.Side
    text: str
    actors: Ids
    contributions: Ids
    who: str
    confidential: bool
    rank: int


class Moment(Table):
    __tablename__ = "moments"
    name: str
    step: str = _to("steps", optional=True)
    at: str
    in_minutes: bool
    rank: int


class Voice(Table):
    __tablename__ = "voices"
    id: str = _same("categories")
    turns: int


class Evaluation(Table):
    __tablename__ = "evaluations"
    question: str
    fully: int
    mostly: int
    little: int
    not_at_all: int
    words: str
    rank: int


class Remark(Table):
    __tablename__ = "remarks"
    fate: v.Fate
    text: str
    answer: str
    about: Ids
    tension: bool
    confidential: bool
    rank: int


class Entry(Table):
    """One gesture done: its name and the rows it changed, as `plain.changes_to_plain`. Undone ones come last."""

    __tablename__ = "entry"
    id: int  # its own order
    at: str  # UTC, ISO
    name: str
    count: int
    merge: str
    touched: Ids
    changes: str  # JSON
    undone: bool


class Desk(Table):
    """One thing that is kept and never undone; `value` is JSON."""

    __tablename__ = "desk"
    value: str
