"""A Document is one whole session in memory: frozen rows, held by id.

Rows refer to one another by id only. Lengths on the map are map units: one unit is one pixel at a zoom of 100 %.
Dates are ISO texts (`2026-11-22`) or empty. What a field may hold is said by its `metadata` and held by `rules`.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from facilitator.model.vocabulary import (
    CATEGORIES,
    DEGREES,
    LINK_TYPES,
    Agreement,
    Attendance,
    BackgroundKind,
    Block,
    Direction,
    DoneWhen,
    Fate,
    Licence,
    MapFilter,
    Panel,
    Partnership,
    Pictogram,
    Pillar,
    Presence,
    Side,
    Status,
    VoteKind,
)


def _line(default: str = "") -> Any:
    """A text of one line."""
    return field(default=default, metadata={"text": "line"})


def _text(default: str = "") -> Any:
    """A text that may have several lines."""
    return field(default=default, metadata={"text": "text"})


def _date() -> Any:
    """An ISO date, or empty."""
    return field(default="", metadata={"text": "date"})


def _ref(table: str, *, optional: bool = False) -> Any:
    """The id of a row of another table; only an optional one may be empty."""
    return field(default="", metadata={"ref": table, "optional": optional})


def _refs(table: str) -> Any:
    """Ids of rows of another table, in order, each once."""
    return field(default=(), metadata={"refs": table})


def _between(low: int, high: int, default: int | None = None) -> Any:
    """A whole number, both ends included."""
    return field(default=default, metadata={"between": (low, high)})


@dataclass(frozen=True, slots=True)
class Workshop:
    """The session itself; there is one, and its id is `workshop`.

    `minutes_sections` are sections of the minutes in the order wanted (those not named keep their usual place), and
    `minutes_without` those left out, by their keys.
    """

    id: str = "workshop"
    title: str = _line()
    question: str = _line()
    territory: str = _line()
    date: str = _date()
    place: str = _line()
    organiser: str = _line()
    organiser_contact: str = _line()
    facilitators: str = _line()
    author: str = _line()
    licence: Licence = Licence.NONE
    charter_source: str = _line()
    lead: str = _text()
    essentials: str = _text()
    resources: str = _text()
    next_date: str = _date()
    next_place: str = _line()
    notice: str = _text()
    keep_until: str = _date()
    odds: tuple[int, ...] = field(default=(), metadata={"odds": True})
    language: str = "fr"
    journey: str = ""
    fictitious: bool = False
    voices_in_minutes: bool = False
    evaluation_in_minutes: bool = True
    logo: str = _ref("images", optional=True)
    minutes_sections: tuple[str, ...] = ()
    minutes_without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Background:
    """What lies under the map; there is one, and its id is `background`.

    `x`, `y` is its corner at the top left. Without width it was not laid anywhere yet; zones have their own places.
    """

    id: str = "background"
    kind: BackgroundKind = BackgroundKind.BLANK
    x_axis: str = _line()
    y_axis: str = _line()
    centre: str = _line()
    image: str = _ref("images", optional=True)
    x: float = 0.0
    y: float = 0.0
    width: float = field(default=0.0, metadata={"between": (0.0, 1_000_000.0)})
    height: float = field(default=0.0, metadata={"between": (0.0, 1_000_000.0)})


@dataclass(frozen=True, slots=True)
class Image:
    """A picture the facilitator brought, its size in pixels."""

    id: str
    name: str = _line()
    media: str = "image/png"
    data: bytes = b""
    width: int = field(default=0, metadata={"between": (0, 100_000)})
    height: int = field(default=0, metadata={"between": (0, 100_000)})
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Zone:
    """A named field of intervention: a rectangle of the map."""

    id: str
    name: str = _line()
    x: float = 0.0
    y: float = 0.0
    width: float = field(default=0.0, metadata={"between": (0.0, 1_000_000.0)})
    height: float = field(default=0.0, metadata={"between": (0.0, 1_000_000.0)})
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Category:
    """A type of actor. An empty name means the usual word for this id, in the language of the moment."""

    id: str
    name: str = _line()
    colour: str = field(default="#767676", metadata={"colour": True})
    pictogram: Pictogram = Pictogram.PLUS
    rank: int = 0


@dataclass(frozen=True, slots=True)
class LinkType:
    """A type of link; an empty name means the usual word for this id."""

    id: str
    name: str = _line()
    pictogram: Pictogram = Pictogram.GEARS
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Participant:
    """A person of the room, and the two choices they made about their data."""

    id: str
    name: str = _line()
    organisation: str = _line()
    role: str = _line()
    email: str = _line()
    attendance: Attendance = Attendance.PRESENT
    named: bool = False
    receives: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation or a collective of the territory.

    `x`, `y` are the centre of its card on the map; both are None while it waits in the tray. Ratings go from 0 to 100.
    """

    id: str
    name: str = field(default="", metadata={"text": "line", "required": True})
    category: str = _ref("categories")
    presence: Presence = Presence.PRESENT
    x: float | None = None
    y: float | None = None
    pinned: bool = False
    missions: str = _text()
    domain: str = _line()
    actions: str = _text()
    strengths: str = _text()
    obstacles: str = _text()
    needs: str = _text()
    resources: str = _text()
    wishes: str = _text()
    influence: int | None = _between(0, 100)
    interest: int | None = _between(0, 100)
    proximity: int | None = _between(0, 100)
    odds: tuple[int, ...] = field(default=(), metadata={"odds": True})
    note: str = _text()
    confidential: bool = False
    rank: int = 0

    @property
    def placed(self) -> bool:
        return self.x is not None and self.y is not None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What an actor brings to, or needs from, one pillar."""

    id: str
    actor: str = _ref("actors")
    pillar: Pillar = Pillar.HUMAN
    sub_item: str = field(default="", metadata={"sub_item": True})
    side: Side = Side.OFFER
    text: str = _line()
    confidential: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two actors. Tension is kept apart: a tense relation can be a real cooperation."""

    id: str
    source: str = _ref("actors")
    target: str = _ref("actors")
    types: tuple[str, ...] = _refs("link_types")
    partnerships: tuple[Partnership, ...] = ()
    status: Status = Status.EXISTING
    intensity: int = field(default=2, metadata={"between": (1, 4)})
    direction: Direction = Direction.FORWARD
    tension: bool = False
    text: str = _text()
    note: str = _text()
    confidential: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A moment of the journey. `notes` are the facilitator's alone; `words` are the group's and go to the minutes."""

    id: str
    key: str = ""
    block: Block = Block.CAP
    panel: Panel = Panel.WELCOME
    title: str = field(default="", metadata={"text": "line", "required": True})
    question: str = _line()
    minutes: int = field(default=10, metadata={"between": (0, 600)})
    map_filter: MapFilter = MapFilter.ALL
    done_when: DoneWhen = DoneWhen.WORDS
    done_count: int = field(default=1, metadata={"between": (1, 1000)})
    notes: str = _text()
    words: str = _text()
    skipped: bool = False
    in_minutes: bool = True
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A point a step puts to the group. `proposed` marks the product's own proposal, never the text of the Charter."""

    id: str
    step: str = _ref("steps")
    text: str = field(default="", metadata={"text": "text", "required": True})
    pillar: Pillar | None = None
    proposed: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What the group says of an item, under the item's own id; both positions where it disagrees."""

    id: str = _ref("items")
    text: str = _text()
    agreement: Agreement = Agreement.NOT_SAID
    position_a: str = _text()
    position_b: str = _text()
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """Hands counted on an item, by one category of actors or (empty) by all together; or a round of consent, where
    only `objections` count."""

    id: str
    item: str = _ref("items")
    question: str = _line()
    category: str = _ref("categories", optional=True)
    yes: int = field(default=0, metadata={"between": (0, 10_000)})
    no: int = field(default=0, metadata={"between": (0, 10_000)})
    abstain: int = field(default=0, metadata={"between": (0, 10_000)})
    objections: str = _text()
    revealed: bool = False
    kind: VoteKind = VoteKind.HANDS
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Practice:
    """A good practice worth passing on, under one pillar."""

    id: str
    pillar: Pillar = Pillar.HUMAN
    text: str = field(default="", metadata={"text": "text", "required": True})
    actor: str = _ref("actors", optional=True)
    confidential: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Commitment:
    """What will be done, by whom, by when, and which link it builds."""

    id: str
    what: str = field(default="", metadata={"text": "text", "required": True})
    actors: tuple[str, ...] = _refs("actors")
    who: str = _line()
    first_step: str = _line()
    due: str = _date()
    link: str = _ref("links", optional=True)
    said_yes_by: str = _line()
    confidential: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Means:
    """What the group puts in common under one pillar (an offer), or misses (a need), and who brings it.

    `contributions` are what it rests on; `actors` bring it, `who` says the same in free words.
    """

    id: str
    pillar: Pillar = Pillar.HUMAN
    side: Side = Side.OFFER
    text: str = field(default="", metadata={"text": "text", "required": True})
    actors: tuple[str, ...] = _refs("actors")
    contributions: tuple[str, ...] = _refs("contributions")
    who: str = _line()
    confidential: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the session worth coming back to, often the end of a step: no copy, the history finds it again
    (`Journal.at_moment`). `at` is in UTC, ISO.
    """

    id: str
    name: str = field(default="", metadata={"text": "line", "required": True})
    step: str = _ref("steps", optional=True)
    at: str = ""
    in_minutes: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Voice:
    """How many times one category of actors took the floor, under the category's own id."""

    id: str = _ref("categories")
    turns: int = field(default=0, metadata={"between": (0, 10_000)})


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A question on the session itself, hands counted on four degrees, and what was said."""

    id: str
    question: str = field(default="", metadata={"text": "line", "required": True})
    fully: int = field(default=0, metadata={"between": (0, 10_000)})
    mostly: int = field(default=0, metadata={"between": (0, 10_000)})
    little: int = field(default=0, metadata={"between": (0, 10_000)})
    not_at_all: int = field(default=0, metadata={"between": (0, 10_000)})
    words: str = _text()
    rank: int = 0

    @property
    def hands(self) -> tuple[int, ...]:
        """Hands raised on each degree, the most content first."""
        return tuple(getattr(self, degree) for degree in DEGREES)


@dataclass(frozen=True, slots=True)
class Remark:
    """What the room made of one question its map asks, under the id of that question (`readings.findings`).

    `text` is the question as it was asked, for a day when the map asks it no more, `answer` what the group says of it.
    `about` are the rows it was read on, actors first; some may be gone since. `tension`: it tells of a tense link.
    """

    id: str
    fate: Fate = Fate.KEPT
    text: str = field(default="", metadata={"text": "text", "required": True})
    answer: str = _text()
    about: tuple[str, ...] = ()
    tension: bool = False
    confidential: bool = False
    rank: int = 0


Row = (
    Workshop
    | Background
    | Image
    | Zone
    | Category
    | LinkType
    | Participant
    | Actor
    | Contribution
    | Link
    | Step
    | Item
    | Answer
    | Vote
    | Practice
    | Commitment
    | Means
    | Moment
    | Voice
    | Evaluation
    | Remark
)

TABLES: dict[str, type[Row]] = {
    "workshop": Workshop,
    "background": Background,
    "images": Image,
    "zones": Zone,
    "categories": Category,
    "link_types": LinkType,
    "participants": Participant,
    "actors": Actor,
    "contributions": Contribution,
    "links": Link,
    "steps": Step,
    "items": Item,
    "answers": Answer,
    "votes": Vote,
    "practices": Practice,
    "commitments": Commitment,
    "means": Means,
    "moments": Moment,
    "voices": Voice,
    "evaluations": Evaluation,
    "remarks": Remark,
}
"""Every kind of row, under the name of the Document's field that holds it."""

SINGLE = ("workshop", "background")
"""Fields that hold one row rather than rows by id."""


@dataclass(frozen=True, slots=True)
class Document:
    """One whole session. Never changed: a gesture makes another, sharing every row it did not touch."""

    workshop: Workshop = Workshop()
    background: Background = Background()
    images: Mapping[str, Image] = field(default_factory=dict)
    zones: Mapping[str, Zone] = field(default_factory=dict)
    categories: Mapping[str, Category] = field(default_factory=dict)
    link_types: Mapping[str, LinkType] = field(default_factory=dict)
    participants: Mapping[str, Participant] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    contributions: Mapping[str, Contribution] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    items: Mapping[str, Item] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    votes: Mapping[str, Vote] = field(default_factory=dict)
    practices: Mapping[str, Practice] = field(default_factory=dict)
    commitments: Mapping[str, Commitment] = field(default_factory=dict)
    means: Mapping[str, Means] = field(default_factory=dict)
    moments: Mapping[str, Moment] = field(default_factory=dict)
    voices: Mapping[str, Voice] = field(default_factory=dict)
    evaluations: Mapping[str, Evaluation] = field(default_factory=dict)
    remarks: Mapping[str, Remark] = field(default_factory=dict)


R = TypeVar(
    "R",
    Image,
    Zone,
    Category,
    LinkType,
    Participant,
    Actor,
    Contribution,
    Link,
    Step,
    Item,
    Vote,
    Practice,
    Commitment,
    Means,
    Moment,
    Evaluation,
    Remark,
)


def new_id() -> str:
    """An id that no other laptop will give: 16 hexadecimal digits."""
    return secrets.token_hex(8)


def ordered(rows: Mapping[str, R]) -> list[R]:
    """Rows in the order people gave them."""
    return sorted(rows.values(), key=lambda row: (row.rank, row.id))


def next_rank(rows: Mapping[str, R]) -> int:
    """The rank that comes after every row."""
    return max((row.rank for row in rows.values()), default=0) + 1


def rows_of(document: Document, table: str) -> Mapping[str, Row]:
    """The rows of one table by id, single ones included."""
    held = getattr(document, table)
    rows: Mapping[str, Row] = {held.id: held} if table in SINGLE else held
    return rows


def with_rows(
    document: Document, table: str, *, put: Iterable[Row] = (), drop: Iterable[str] = ()
) -> Document:
    """The document with rows put (added or replaced) and dropped in one table.

    Rows stay in the order of their ranks, and rows put as they already were stay the same objects: where nothing
    changes, the answer is the very same document. KeyError for a row dropped that is not there.
    """
    held = rows_of(document, table)
    gone = tuple(drop)
    new = [row for row in put if row.id in gone or held.get(row.id) != row]
    if not gone and not new:
        return document
    if table in SINGLE:
        return _with(document, table, new[-1])
    rows = dict(held)
    for id_ in gone:
        del rows[id_]
    last = place(next(reversed(rows.values()))) if rows else (0, "")
    misplaced = False
    for row in new:
        old, at = rows.get(row.id), place(row)
        misplaced |= at < last if old is None else place(old) != at
        last = max(last, at)
        rows[row.id] = row
    if misplaced:
        rows = dict(sorted(rows.items(), key=lambda pair: place(pair[1])))
    return _with(document, table, rows)


def place(row: Row) -> tuple[int, str]:
    """Where a row stands among those of its table."""
    return getattr(row, "rank", 0), row.id


def _with(document: Document, table: str, held: Any) -> Document:
    return replace(document, **{table: held})


def blank(language: str = "fr") -> Document:
    """A session with its usual categories and link types, and nothing else."""
    return Document(
        workshop=Workshop(language=language),
        categories={
            key: Category(key, colour=colour, pictogram=pictogram, rank=rank)
            for rank, (key, colour, pictogram) in enumerate(CATEGORIES, 1)
        },
        link_types={
            key: LinkType(key, pictogram=pictogram, rank=rank)
            for rank, (key, pictogram) in enumerate(LINK_TYPES, 1)
        },
    )
