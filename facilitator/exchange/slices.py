"""A work done slice by slice, which says how far it is, from 0 to 1: whoever must not wait can breathe, or give up."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Slices: TypeAlias = Generator[float, None, T]
