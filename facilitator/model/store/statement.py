"""What is asked of a file, and put in it: statements written once for every session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Select, Update
from sqlalchemy.dialects import sqlite

_DIALECT = sqlite.dialect()


class _Written:
    """A statement in SQLite's own words.

    SQLAlchemy writes a statement anew for each file that is opened, and takes longer for a row than making it.
    """

    def __init__(self, statement: Select[Any] | Insert | Update | Delete) -> None:
        written = statement.compile(dialect=_DIALECT)
        self._sql = str(written)
        self._usual = written.params
        binds = written.binds
        self._given = [
            (name, binds[name].type.dialect_impl(_DIALECT).bind_processor(_DIALECT))
            for name in written.positiontup or ()
        ]

    def _values(self, given: Mapping[str, Any]) -> list[Any]:
        """What stands in the place of each parameter."""
        told = {**self._usual, **given}
        return [told[name] if write is None else write(told[name]) for name, write in self._given]


class Order(_Written):
    """A statement that changes rows."""

    def run(self, connection: Connection, *given: Mapping[str, Any]) -> None:
        """Runs it, once for each of these parameters."""
        with closing(connection.connection.cursor()) as cursor:  # the file's own
            cursor.executemany(self._sql, [*map(self._values, given)])


class Query(_Written):
    """A statement that reads rows."""

    def __init__(self, query: Select[Any]) -> None:
        super().__init__(query)
        readers = [column.type.result_processor(_DIALECT, None) for column in query.selected_columns]
        self._readers = [(at, reader) for at, reader in enumerate(readers) if reader is not None]

    def rows(self, connection: Connection, **given: Any) -> Iterator[list[Any]]:
        """The values of each row, in the order of the columns, one row after the other: what is not asked for is not
        read. KeyError, ValueError, TypeError or RecursionError where one could be in no column of that type."""
        with closing(connection.connection.cursor()) as cursor:
            for row in cursor.execute(self._sql, self._values(given)):
                values = list(row)
                for at, reader in self._readers:
                    values[at] = reader(values[at])
                yield values

    def every_row(self, connection: Connection) -> Iterable[tuple[Any, ...]]:
        """The same of all rows, which is quicker."""
        with closing(connection.connection.cursor()) as cursor:
            found = cursor.execute(self._sql, self._values({})).fetchall()
        columns: list[Iterable[Any]] = [*zip(*found, strict=True)]
        for at, reader in self._readers if found else ():
            columns[at] = map(reader, columns[at])
        return zip(*columns, strict=True)
