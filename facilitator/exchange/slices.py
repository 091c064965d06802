"""A work done slice by slice, which says how far it is, from 0 to 1: whoever must not wait can breathe, or give up."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Slices: TypeAlias = Generator[float, None, T]


def finished(work: Slices[T]) -> T:
    """What a work comes to, all of it at once."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
