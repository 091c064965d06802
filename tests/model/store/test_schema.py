"""The format: every field of every row has its column, of its kind."""

import types
from dataclasses import fields
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import REAL, Integer, LargeBinary, Text

from facilitator.model.document import TABLES
from facilitator.model.store.columns import Flag, Ref, Several, Word
from facilitator.model.store.schema import Table

METADATA = Table.metadata


def test_one_table_for_each_of_the_document_and_two_more() -> None:
    assert set(METADATA.tables) == {*TABLES, "entry", "desk"}


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_the_fields(table: str) -> None:
    columns = METADATA.tables[table].columns
    assert list(columns.keys()) == [f.name for f in fields(TABLES[table])]
    hints = get_type_hints(TABLES[table])
    for f in fields(TABLES[table]):
        column, hint = columns[f.name], hints[f.name]
        optional = get_origin(hint) is types.UnionType
        kind: Any = next(a for a in get_args(hint) if a is not types.NoneType) if optional else hint
        ref = f.metadata.get("ref")
        assert isinstance(column.type, _kind(kind, ref if f.name != "id" else None)), f.name
        assert column.nullable == (optional or bool(f.metadata.get("optional"))), f.name
        assert {key.target_fullname for key in column.foreign_keys} == ({f"{ref}.id"} if ref else set()), (
            f.name
        )
        assert column.primary_key == (f.name == "id")
        if isinstance(column.type, Word):
            assert column.type.words is kind
        if isinstance(column.type, Several):
            assert column.type.kind is get_args(kind)[0]


def _kind(hint: Any, ref: str | None) -> type:
    if ref:
        return Ref
    if get_origin(hint) is tuple:
        return Several
    if issubclass(hint, StrEnum):
        return Word
    return {str: Text, int: Integer, float: REAL, bool: Flag, bytes: LargeBinary}[hint]


@pytest.mark.parametrize("table", [*TABLES, "entry", "desk"])
def test_references_wait_for_the_end_of_the_transaction(table: str) -> None:
    for key in METADATA.tables[table].foreign_keys:
        assert key.deferrable
        assert key.initially == "DEFERRED"
