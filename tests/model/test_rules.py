"""Rules: each one can be broken, and looking at what changed finds what looking at everything finds."""

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import journey, rules
from facilitator.model.changes import Change, difference
from facilitator.model.document import SINGLE, TABLES, Document, Row, Workshop, blank, rows_of
from facilitator.model.rules import Broken, broken
from facilitator.model.vocabulary import Pillar, Presence
from tests.model import drawn
from tests.model.rich import rich


def held(document: Document, table: str, rows: dict[str, Any]) -> Document:
    return replace(document, **{table: rows})  # type: ignore[arg-type]  # one table


def with_field(document: Document, table: str, id_: str, **changes: Any) -> Document:
    """A document with a row that no gesture would make."""
    rows: dict[str, Any] = dict(rows_of(document, table))
    rows[id_] = replace(rows[id_], **changes)
    return replace(document, **{table: rows[id_]}) if table in SINGLE else held(document, table, rows)


@pytest.mark.parametrize("document", [rich(), blank(), journey.new_document("Essai", "fr")])
def test_these_break_none(document: Document) -> None:
    assert broken(document) == ()


CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("colour.wrong", "categories", "coop", {"colour": "#12345G"}),
    ("data.long", "images", "image", {"data": bytes(rules.DATA + 1)}),
    ("date.wrong", "workshop", "workshop", {"date": "2026-02-30"}),
    ("date.wrong", "workshop", "workshop", {"next_date": "20261122"}),
    ("date.wrong", "commitments", "e1", {"due": "demain"}),
    ("id.wrong", "steps", "s2", {"key": "a b"}),
    ("id.wrong", "steps", "s2", {"key": "é"}),
    ("id.wrong", "actors", "a1", {"category": ""}),
    ("language.unknown", "workshop", "workshop", {"language": "xx"}),
    ("link.self", "links", "k1", {"target": "a1"}),
    ("media.unknown", "images", "image", {"media": "image/svg+xml"}),
    ("number.range", "links", "k1", {"intensity": 5}),
    ("number.range", "actors", "a1", {"influence": -1}),
    ("number.range", "actors", "a1", {"x": float("nan")}),
    ("number.range", "actors", "a1", {"y": float("inf")}),
    ("number.range", "zones", "zone", {"width": -1.0}),
    ("number.range", "actors", "a1", {"rank": 2**40}),
    ("odds.wrong", "workshop", "workshop", {"odds": (2, 1)}),
    ("odds.wrong", "actors", "a1", {"odds": (3, 3)}),
    ("odds.wrong", "actors", "a1", {"odds": (18,)}),
    ("position.half", "actors", "a1", {"x": None}),
    ("ref.missing", "actors", "a1", {"category": "gone"}),
    ("ref.missing", "background", "background", {"image": "gone"}),
    ("ref.missing", "commitments", "e1", {"actors": ("a1", "gone")}),
    ("sub_item.wrong", "contributions", "c1", {"pillar": Pillar.HUMAN}),
    ("text.empty", "actors", "a1", {"name": ""}),
    ("text.empty", "actors", "a1", {"name": "\u200d"}),
    ("text.long", "actors", "a1", {"name": "x" * 301}),
    ("text.long", "actors", "a1", {"missions": "x" * 20_001}),
    ("text.untidy", "actors", "a1", {"name": " Jardins"}),
    ("text.untidy", "actors", "a1", {"name": "un\ndeux"}),
    ("text.untidy", "actors", "a1", {"name": "e\u0301"}),
    ("twice", "links", "k1", {"types": ("loan", "loan")}),
    ("type.wrong", "actors", "a1", {"name": 3}),
    ("type.wrong", "actors", "a1", {"name": 0}),
    ("type.wrong", "actors", "a1", {"category": None}),
    ("type.wrong", "actors", "a1", {"presence": "present"}),
    ("type.wrong", "actors", "a1", {"pinned": 1}),
    ("type.wrong", "actors", "a1", {"influence": 3.0}),
    ("type.wrong", "actors", "a1", {"x": "1"}),
    ("type.wrong", "actors", "a1", {"odds": [1]}),
    ("type.wrong", "actors", "a1", {"odds": (True,)}),
    ("type.wrong", "workshop", "workshop", {"date": None}),
    ("type.wrong", "workshop", "workshop", {"journey": 3}),
    ("type.wrong", "images", "image", {"data": "x"}),
]


@pytest.mark.parametrize(("rule", "table", "id_", "changes"), CASES)
def test_each_rule(rule: str, table: str, id_: str, changes: dict[str, Any]) -> None:
    before = rich()
    after = with_field(before, table, id_, **changes)
    found = broken(after)
    assert [fault.rule for fault in found] == [rule]
    assert (found[0].table, found[0].id) == (table, id_)
    row = rows_of(after, table)[id_]
    assert broken(after, [Change(table, id_, rows_of(before, table)[id_], row)]) == found


def test_a_row_under_another_id() -> None:
    document = rich()
    actors = {**document.actors, "other": document.actors["a2"]}
    assert Broken("id.wrong", "actors", "other", "id") in broken(held(document, "actors", actors))


def test_a_single_row_has_but_one_id() -> None:
    assert broken(Document(workshop=Workshop("other"), categories=rich().categories)) == (
        Broken("id.wrong", "workshop", "other", "id"),
    )


def test_a_row_of_another_table() -> None:
    document = rich()
    zones = {"k1": document.links["k1"]}
    assert broken(held(document, "zones", zones)) == (Broken("type.wrong", "zones", "k1", ""),)


def test_no_category_at_all() -> None:
    before = blank()
    after = held(before, "categories", {})
    fault = Broken("categories.empty", "categories", "", "")
    assert broken(after) == (fault,)
    assert broken(after, difference(before, after)) == (fault,)


def test_every_rule_has_a_case() -> None:
    assert {case[0] for case in CASES} | {"categories.empty"} == set(rules.RULES)


def test_every_reference_is_missed_once_what_it_refers_to_is_gone() -> None:
    before = rich()
    for table, kind in TABLES.items():
        for f in fields(kind):
            to = f.metadata.get("ref") or f.metadata.get("refs")
            if not to:
                continue
            used = next(
                getattr(row, f.name) for row in rows_of(before, table).values() if getattr(row, f.name)
            )
            gone = used if isinstance(used, str) else used[0]
            after = held(before, to, {k: row for k, row in rows_of(before, to).items() if k != gone})
            found = broken(after, difference(before, after))
            assert (table, f.name) in {(b.table, b.field) for b in found if b.rule == "ref.missing"}
            assert set(found) == set(broken(after))


JUNK: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, 1, -1, 1.5, "", "é", " x", "gone", "a1", (), ("a1",), [], b"", Presence.ABSENT]
)


def spoiled(draw: drawn.Draw, document: Document) -> Document:
    """A document to which something was done without any gesture."""
    table = draw(st.sampled_from(list(TABLES)))
    rows: dict[str, Row] = dict(rows_of(document, table))
    id_ = draw(st.sampled_from([*rows, "none"]))
    what = draw(st.sampled_from(["junk", "field", "drop", "add"]))
    field = draw(st.sampled_from([f for f in fields(TABLES[table]) if table not in SINGLE or f.name != "id"]))
    if what in ("junk", "field") and id_ in rows:
        value = draw(JUNK if what == "junk" else drawn.values(document, table, field))
        return with_field(document, table, id_, **{field.name: value})
    if table in SINGLE:
        return document
    if what == "add":
        new = drawn.row(draw, document, table)
        rows[new.id] = new
    else:
        rows.pop(id_, None)
    return held(document, table, rows)


def with_equals_shared(before: Document, after: Document) -> Document:
    """Rows equal to those of before are those, as `with_rows` leaves them: 1 put for True changes nothing."""
    for table in TABLES:
        old = rows_of(before, table)
        rows = {id_: old[id_] if old.get(id_) == row else row for id_, row in rows_of(after, table).items()}
        after = replace(after, **{table: rows[table]}) if table in SINGLE else held(after, table, rows)  # type: ignore[arg-type]  # one table
    return after


@given(data=st.data())
def test_what_changed_tells_as_much_as_the_whole(data: st.DataObject) -> None:
    before = after = rich()
    for _ in range(data.draw(st.integers(1, 4))):
        after = spoiled(data.draw, after)
    after = with_equals_shared(before, after)
    assert set(broken(after, difference(before, after))) == set(broken(after))
