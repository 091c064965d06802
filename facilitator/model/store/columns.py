"""Types of columns: how a field of a row lies in the file, as TEXT, INTEGER, REAL or BLOB.

Reading raises KeyError or ValueError for what no field could hold.
"""

from __future__ import annotations

import json
from abc import abstractmethod
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect
from sqlalchemy.types import UserDefinedType


class _Kept(UserDefinedType[Any]):
    """A type given by one function each way; calling them directly is what makes loading quick."""

    cache_ok = True
    affinity = "TEXT"

    @abstractmethod
    def write(self, value: Any) -> Any: ...

    @abstractmethod
    def reader(self) -> Callable[[Any], Any]: ...

    def get_col_spec(self, **_: Any) -> str:
        return self.affinity

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:  # noqa: ARG002  SQLAlchemy's own signature
        return self.write

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002  idem
        return self.reader()


class Flag(_Kept):
    """Yes or no, as 1 or 0."""

    cache_ok = True
    affinity = "INTEGER"

    def write(self, value: bool) -> int:
        return int(value)

    def reader(self) -> Callable[[Any], bool]:
        return {0: False, 1: True}.__getitem__


class Word(_Kept):
    """A word of a closed vocabulary, by its key; None stays NULL."""

    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        self.words = words

    def write(self, value: StrEnum | None) -> str | None:
        return None if value is None else value.value

    def reader(self) -> Callable[[Any], StrEnum | None]:
        known: dict[str | None, StrEnum | None] = {None: None}
        known.update((word.value, word) for word in self.words)
        return known.__getitem__


class Ref(_Kept):
    """The id of another row; where there is none, empty in memory and NULL in the file."""

    cache_ok = True

    def write(self, value: str) -> str | None:
        return value or None

    def reader(self) -> Callable[[Any], str]:
        return lambda id_: "" if id_ is None else id_


class Several(_Kept):
    """Several texts, numbers or words, in order, as a JSON list."""

    cache_ok = True

    def __init__(self, kind: Callable[[Any], Any]) -> None:
        self.kind = kind

    def write(self, value: tuple[Any, ...]) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def reader(self) -> Callable[[Any], tuple[Any, ...]]:
        kind = self.kind

        @lru_cache(512)
        def read(text: str) -> tuple[Any, ...]:
            values = json.loads(text)
            if type(values) is not list or any(type(value) not in (str, int) for value in values):
                raise ValueError(f"a list was expected, not {text:.80}")
            return tuple(kind(value) for value in values)

        return read
