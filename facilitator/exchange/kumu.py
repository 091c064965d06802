"""The JSON of Kumu (`elements`, `connections`), a blueprint or a whole project, as lists of actors and of links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.exchange.columns import Kind, named
from facilitator.exchange.tables import Record, Table, TableError

_THEIRS = {"element type": "category", "connection type": "types", "from": "source", "to": "target"}


def kumu(data: Mapping[str, Any], file: str) -> tuple[Table, Table]:
    """Its actors and its links; TableError where it is not so made."""
    return (
        _table(data.get("elements", []), Kind.ACTORS, file),
        _table(data.get("connections", []), Kind.LINKS, file),
    )


def _table(rows: object, kind: Kind, file: str) -> Table:
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise TableError("json.unknown", file=file)
    held = [_said(row) for row in rows]
    titles = dict.fromkeys(title for row in held for title in row)
    known = named(kind, titles)
    known |= {t: _THEIRS[t.casefold()] for t in titles if t.casefold() in _THEIRS}
    records = []
    for number, row in enumerate(held, 1):
        fields: dict[str, str] = {}
        for title, text in row.items():
            if title in known and text:
                fields.setdefault(known[title], text)
        if kind is Kind.ACTORS and (ref := row.get("_id") or row.get("id")):
            fields["ref"] = ref
        records.append(Record(number, fields))
    unused = tuple(title for title in titles if title not in known and title not in ("_id", "id"))
    return Table(file, kind, tuple(records), unused, numbered=False)


def _said(row: Mapping[str, Any]) -> dict[str, str]:
    inner = row.get("attributes")
    whole = {**row, **inner} if isinstance(inner, Mapping) else row
    return {
        str(title): text for title, value in whole.items() if title != "attributes" and (text := _text(value))
    }


def _text(value: object) -> str:
    """A value as a cell: the words of a list one after the other; what is deeper is nothing of ours."""
    if isinstance(value, list):
        return ", ".join(str(one) for one in value if isinstance(one, str | int | float))
    return str(value).strip() if isinstance(value, str | int | float) and value is not False else ""
