"""A work that rests after every small step, so that a window need not wait for its end."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Slices: TypeAlias = Generator[None, None, T]
"""Each step takes some milliseconds at most; what it comes to is what it returns."""
EACH = 24
"""Things after which a work rests: pairs, links."""


def finished(work: Generator[object, None, T]) -> T:
    """Does all the steps at once, whatever they tell."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
