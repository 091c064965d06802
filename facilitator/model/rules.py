"""What every Document must satisfy: read from the fields' metadata, checked on the whole or on what changed.

Each rule has a stable key, told in the language of the moment by `facilitator.terms`. A gesture that would break one
is refused with that key.
"""

from __future__ import annotations

import re
import types
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date
from enum import Enum
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from facilitator.model.changes import Change
from facilitator.model.document import SINGLE, TABLES, Contribution, Document, Row, rows_of
from facilitator.model.texts import LINE, TEXT, is_tidy, visible
from facilitator.model.vocabulary import LANGUAGES, ODDS, SUB_ITEMS

FAR = 1_000_000.0
"""How far from the origin anything may lie on the map, in map units."""
RANKS = 1_000_000_000
"""The highest rank."""
DATA = 20_000_000
"""The largest picture, in bytes."""
MEDIA = ("image/png", "image/jpeg")
"""Kinds of pictures that can be laid under the map."""

RULES = (
    "categories.empty",  # a session has at least one category of actors
    "colour.wrong",  # a colour is #RRGGBB
    "data.long",  # a picture is at most DATA bytes
    "date.wrong",  # a date is a real day, written 2026-11-22
    "id.wrong",  # an id is short, in ASCII, without spaces, the one the row is held by
    "language.unknown",  # a session is in one of LANGUAGES
    "link.self",  # a link joins two different actors
    "media.unknown",  # a picture is of one of MEDIA
    "number.range",  # a number lies between the bounds of its field
    "odds.wrong",  # ODD are numbers from 1 to 17, in order, each once
    "position.half",  # an actor is on the map by both coordinates or waits in the tray
    "ref.missing",  # what a row refers to exists
    "sub_item.wrong",  # a sub-item is one of its pillar's
    "text.empty",  # a text that is needed can be seen
    "text.long",  # a text is at most LINE or TEXT characters
    "text.untidy",  # a text is as `texts.tidy` leaves it
    "twice",  # nothing is listed twice
    "type.wrong",  # a value is of the type of its field
)
"""The key of every rule."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One rule broken by one field of one row; `field` is empty where the whole table is at fault."""

    rule: str
    table: str
    id: str
    field: str


_ID = re.compile("[!-~]{1,200}").fullmatch

Value: TypeAlias = Callable[[Any], str | None]
"""A rule on one value: the key of what it breaks, or None."""


def broken(document: Document, changes: Iterable[Change] | None = None) -> tuple[Broken, ...]:
    """Every rule this document breaks.

    With the `changes` that led to it from a document that broke none, only what they can break is looked at, and the
    answer is the same.
    """
    if changes is None:
        doubtful = [table for table in TABLES if not _sound(document, table)]
        found = [fault for t in doubtful for fault in _in_rows(document, t, rows_of(document, t).items())]
        return (*found, *_in_whole(document))
    changed = tuple(changes)
    put = ((c.table, [(c.id, c.after)]) for c in changed if c.after is not None)
    dropped: dict[str, set[str]] = defaultdict(set)
    for change in changed:
        if change.after is None:
            dropped[change.table].add(change.id)
    found = [fault for one in put for fault in _in_rows(document, *one)]
    found += _dangling(document, dropped, {(c.table, c.id) for c in changed})
    if "categories" in dropped:
        found += _in_whole(document)
    return tuple(found)


def _in_whole(document: Document) -> Iterator[Broken]:
    if not document.categories:
        yield Broken("categories.empty", "categories", "", "")


def _sound(document: Document, table: str) -> bool:
    """Whether no row of a table breaks anything: soon said of many rows, column by column."""
    checks, rows = _checks(table), rows_of(document, table)
    if not rows:
        return True
    if {*map(type, rows.values())} != {TABLES[table]} or (table in SINGLE and [*rows] != [table]):
        return False
    columns = dict(zip(checks.names, zip(*map(checks.fields, rows.values()), strict=True), strict=True))
    try:
        wrong = any(
            check(value) is not None
            for (name, check, usual) in checks.values
            for value in _told_apart(columns[name])
            if value is not usual
        )
    except TypeError:  # what cannot be a key is in no field
        return False
    return (
        not wrong
        and columns["id"] == tuple(rows)
        and all(ref.all_ids(columns[ref.field]) <= getattr(document, ref.table).keys() for ref in checks.refs)
        and all(check(row) is None for _, check in _BETWEEN_FIELDS.get(table, ()) for row in rows.values())
    )


def _told_apart(values: tuple[Any, ...]) -> Iterable[Any]:
    """Values without those that are equal, where these cannot be of another type."""
    kinds = {*map(type, values)}
    return values if len(kinds) > 1 or tuple in kinds else {*values}


def _in_rows(document: Document, table: str, rows: Iterable[tuple[str, Row]]) -> Iterator[Broken]:
    """What rows of a table break by themselves, and by what they refer to."""
    checks, kind = _checks(table), TABLES[table]
    refs = [(ref, getattr(document, ref.table)) for ref in checks.refs]
    between = _BETWEEN_FIELDS.get(table, ())
    for id_, row in rows:
        if type(row) is not kind:
            yield Broken("type.wrong", table, id_, "")
            continue
        wrong = [
            Broken(rule, table, id_, name)
            for value, (name, check, usual) in zip(checks.fields(row), checks.values, strict=True)
            if value is not usual and (rule := check(value)) is not None
        ]
        if row.id != id_ or (table in SINGLE and id_ != table):
            wrong.append(Broken("id.wrong", table, id_, "id"))
        if wrong:
            yield from wrong
            continue
        for ref, held in refs:
            for key in ref.ids(row):
                if key not in held:
                    yield Broken("ref.missing", table, id_, ref.field)
                    break
        for name, row_check in between:
            rule = row_check(row)
            if rule is not None:
                yield Broken(rule, table, id_, name)


def _dangling(
    document: Document, dropped: Mapping[str, set[str]], seen: set[tuple[str, str]]
) -> Iterator[Broken]:
    """Rows left referring to a row that is gone; those that changed too were looked at already."""
    for table in TABLES:
        for ref in _checks(table).refs:
            gone = dropped.get(ref.table)
            if not gone:
                continue
            for id_, row in rows_of(document, table).items():
                if (table, id_) not in seen and not gone.isdisjoint(ref.ids(row)):
                    yield Broken("ref.missing", table, id_, ref.field)


@dataclass(frozen=True, slots=True)
class _Ref:
    """A field that refers to rows of another table."""

    field: str
    table: str
    several: bool

    def ids(self, row: Row) -> tuple[str, ...]:
        value = getattr(row, self.field)
        if self.several:
            return tuple(value)
        return (value,) if value else ()

    def all_ids(self, values: Iterable[Any]) -> set[str]:
        """Those of many rows."""
        return {*chain.from_iterable(values)} if self.several else {*filter(None, values)}


@dataclass(frozen=True, slots=True)
class _Checks:
    """`fields` gives every value of a row; of each, `values` has its name, its rule, and the value that needs none."""

    fields: Callable[[Row], tuple[Any, ...]]
    values: tuple[tuple[str, Value, Any], ...]
    refs: tuple[_Ref, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name, _, _ in self.values)


@cache
def _checks(table: str) -> _Checks:
    """What is to be checked in the rows of a table, from the types and metadata of their fields."""
    kind = TABLES[table]
    hints = get_type_hints(kind)
    refs = [
        _Ref(f.name, f.metadata.get("ref") or f.metadata["refs"], "refs" in f.metadata)
        for f in fields(kind)
        if "ref" in f.metadata or "refs" in f.metadata
    ]
    values = []
    for f in fields(kind):
        check = _value_check(f, hints[f.name])
        usual = f.default if f.default is not MISSING and check(f.default) is None else MISSING
        values.append((f.name, check, usual))
    return _Checks(attrgetter(*(f.name for f in fields(kind))), tuple(values), tuple(refs))


def _value_check(field: Field[Any], hint: Any) -> Value:
    if get_origin(hint) is types.UnionType:
        inner = _value_check(field, next(arg for arg in get_args(hint) if arg is not types.NoneType))
        return lambda value: None if value is None else inner(value)
    if get_origin(hint) is tuple:
        return _tuple_check(field, get_args(hint)[0])
    if hint is str:
        return _string_check(field)
    if hint is bool or issubclass(hint, Enum):
        return lambda value: None if type(value) is hint else "type.wrong"
    if hint is bytes:
        return _bytes
    return _number(field, (int,), (0, RANKS)) if hint is int else _number(field, (int, float), (-FAR, FAR))


def _string_check(field: Field[Any]) -> Value:
    metadata = field.metadata
    if "text" in metadata:
        return _date if metadata["text"] == "date" else _text_check(metadata)
    if field.name == "id" or "ref" in metadata:
        return _key if metadata.get("optional") else _id
    return _NAMED.get(field.name, _key)


def _text_check(metadata: Mapping[str, Any]) -> Value:
    lines = metadata["text"] == "text"
    longest = TEXT if lines else LINE
    required = bool(metadata.get("required"))

    def check(value: Any) -> str | None:
        if not value and not required and value == "":
            return None
        if not isinstance(value, str):
            return "type.wrong"
        if len(value) > longest:
            return "text.long"
        if not is_tidy(value, lines=lines):
            return "text.untidy"
        return "text.empty" if required and not visible(value) else None

    return check


def _string(value: Any) -> str | None:
    return None if type(value) is str else "type.wrong"


def _id(value: Any) -> str | None:
    if type(value) is not str:
        return "type.wrong"
    return None if _ID(value) else "id.wrong"


def _key(value: Any) -> str | None:
    """Empty, or as an id."""
    return None if value == "" else _id(value)


def _date(value: Any) -> str | None:
    if type(value) is not str:
        return "type.wrong"
    if not value:
        return None
    try:
        return None if date.fromisoformat(value).isoformat() == value else "date.wrong"
    except ValueError:
        return "date.wrong"


def _colour(value: Any) -> str | None:
    return _string(value) or (None if re.fullmatch("#[0-9A-Fa-f]{6}", value) else "colour.wrong")


def _language(value: Any) -> str | None:
    return _string(value) or (None if value in LANGUAGES else "language.unknown")


def _media(value: Any) -> str | None:
    return _string(value) or (None if value in MEDIA else "media.unknown")


def _sub_item(value: Any) -> str | None:
    return _string(value)  # which ones suit its pillar is checked on the row


_NAMED: dict[str, Value] = {
    "colour": _colour,
    "language": _language,
    "media": _media,
    "sub_item": _sub_item,
}


def _number(field: Field[Any], kinds: tuple[type, ...], usual: tuple[float, float]) -> Value:
    low, high = field.metadata.get("between", usual)

    def check(value: Any) -> str | None:
        if type(value) not in kinds:
            return "type.wrong"
        return None if low <= value <= high else "number.range"  # nan lies nowhere

    return check


def _bytes(value: Any) -> str | None:
    if type(value) is not bytes:
        return "type.wrong"
    return None if len(value) <= DATA else "data.long"


def _tuple_check(field: Field[Any], kind: type) -> Value:
    def check(value: Any) -> str | None:
        if type(value) is not tuple or any(type(one) is not kind for one in value):
            return "type.wrong"
        if "odds" in field.metadata:
            return None if list(value) == sorted(set(value) & set(ODDS)) else "odds.wrong"
        return None if len(set(value)) == len(value) else "twice"

    return check


def _sub_item_of_pillar(row: Any) -> str | None:
    contribution: Contribution = row
    known = SUB_ITEMS[contribution.pillar]
    return None if contribution.sub_item in ("", *known) else "sub_item.wrong"


def _two_ends(row: Any) -> str | None:
    return "link.self" if row.source == row.target else None


def _both_coordinates(row: Any) -> str | None:
    return "position.half" if (row.x is None) != (row.y is None) else None


_BETWEEN_FIELDS: dict[str, tuple[tuple[str, Callable[[Any], str | None]], ...]] = {
    "actors": (("x", _both_coordinates),),
    "contributions": (("sub_item", _sub_item_of_pillar),),
    "links": (("target", _two_ends),),
}
