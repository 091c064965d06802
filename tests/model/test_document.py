"""Documents: rows held by id, in order, shared where nothing changed."""

from dataclasses import fields, replace

import pytest

from facilitator.model.document import (
    SINGLE,
    TABLES,
    Actor,
    Document,
    Workshop,
    blank,
    new_id,
    next_rank,
    ordered,
    place,
    rows_of,
    with_rows,
)
from tests.model.rich import rich


def test_every_table_is_a_field_of_the_document() -> None:
    assert list(TABLES) == [f.name for f in fields(Document)]


def test_a_table_comes_after_those_it_refers_to() -> None:
    seen: set[str] = set()
    for table, kind in TABLES.items():
        refs = {f.metadata.get("ref") or f.metadata.get("refs") for f in fields(kind)} - {None}
        assert refs <= seen | {"images"}, table  # the background, single, comes first
        seen.add(table)


@pytest.mark.parametrize("table", TABLES)
def test_the_rich_session_leaves_no_field_at_its_usual_value(table: str) -> None:
    rows = rows_of(rich(), table).values()
    for f in fields(TABLES[table]):
        assert (table in SINGLE and f.name == "id") or any(
            getattr(row, f.name) != f.default for row in rows
        ), f.name


def test_blank_has_categories_and_types_of_link() -> None:
    document = blank("en")
    assert document.workshop.language == "en"
    assert next(c.id for c in ordered(document.categories)) == "state"
    assert next_rank(document.link_types) == 8
    assert not document.actors


def test_ids_differ() -> None:
    made = {new_id() for _ in range(100)}
    assert len(made) == 100
    assert all(len(id_) == 16 for id_ in made)


def test_rows_put_as_they_were_leave_the_very_same_document() -> None:
    document = rich()
    same = replace(document.actors["a1"])
    assert with_rows(document, "actors", put=[same]) is document
    assert with_rows(document, "workshop", put=[replace(document.workshop)]) is document
    assert with_rows(document, "actors") is document


def test_untouched_rows_and_tables_are_shared() -> None:
    document = rich()
    after = with_rows(document, "actors", put=[replace(document.actors["a2"], x=1.0)])
    assert after.links is document.links
    assert after.actors["a1"] is document.actors["a1"]
    assert document.actors["a2"].x == 300.0


def test_rows_stay_in_order() -> None:
    document = rich()
    first, second = Actor("z", "Z", "other", rank=1), Actor("0", "O", "other", rank=99)
    after = with_rows(document, "actors", put=[second, first])
    assert list(after.actors) == ["a1", "z", "a2", "a3", "0"]
    after = with_rows(after, "actors", put=[replace(first, rank=50)])
    assert list(after.actors) == ["a1", "a2", "a3", "z", "0"]
    assert [place(row) for row in after.actors.values()] == sorted(
        place(row) for row in after.actors.values()
    )


def test_a_row_dropped_and_put_is_put() -> None:
    document = rich()
    row = document.actors["a1"]
    assert list(with_rows(document, "actors", put=[row], drop=["a1"]).actors) == ["a1", "a2", "a3"]


def test_a_row_that_is_not_there_cannot_be_dropped() -> None:
    with pytest.raises(KeyError):
        with_rows(rich(), "actors", drop=["gone"])


def test_single_rows_are_held_by_their_own_id() -> None:
    assert rows_of(blank(), "workshop") == {"workshop": Workshop()}


def test_placed() -> None:
    actors = rich().actors
    assert actors["a1"].placed
    assert not actors["a3"].placed
