"""Statements that read a session, written once for every file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.dialects import sqlite

_DIALECT = sqlite.dialect()


class Query:
    """A query in SQLite's own words, and what makes a value of each column.

    SQLAlchemy writes a query anew for each file that is opened, and takes longer for a row than making it.
    """

    def __init__(self, query: Select[Any]) -> None:
        written = query.compile(dialect=_DIALECT)
        self._sql = str(written)
        self._names = tuple(written.positiontup or ())
        self._usual = written.params
        readers = [column.type.result_processor(_DIALECT, None) for column in query.selected_columns]
        self._readers = [(at, reader) for at, reader in enumerate(readers) if reader is not None]

    def rows(self, connection: Connection, **given: Any) -> Iterator[list[Any]]:
        """The values of each row, in the order of the columns. KeyError, ValueError, TypeError or RecursionError where
        one could be in no column of that type."""
        values = {**self._usual, **given}
        with closing(connection.connection.cursor()) as cursor:  # the file's own
            for row in cursor.execute(self._sql, [values[name] for name in self._names]):
                told = list(row)
                for at, reader in self._readers:
                    told[at] = reader(told[at])
                yield told
