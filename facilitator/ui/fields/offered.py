"""What there is to choose from: values, and what they are called in the language of the moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QIcon

from facilitator.model.document import Document


@dataclass(frozen=True, slots=True)
class Option:
    """A value one may choose and what it is called, in the language of the moment."""

    value: Any
    text: str
    icon: QIcon | None = None
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What there is to choose from, in a document.

    `tables` are those whose change may change the list. Where it can be long, `one` tells a single option: a folded
    list then only makes the others when it is about to be used.
    """

    listed: Callable[[Document], Sequence[Option]]
    tables: tuple[str, ...] = ()
    one: Callable[[Document, Any], Option] | None = None

    def __call__(self, document: Document) -> Sequence[Option]:
        return self.listed(document)

    def changed(self, before: Document, after: Document) -> bool:
        """Whether the list may be another."""
        return any(getattr(before, table) is not getattr(after, table) for table in self.tables)


def named(values: Sequence[Any], name: Callable[[Any], str]) -> Options:
    """Options of a closed vocabulary."""
    return Options(lambda _document: [Option(value, name(value)) for value in values])
