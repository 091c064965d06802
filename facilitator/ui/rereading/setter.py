"""The minutes set again and again while one re-reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from facilitator.model import plain
from facilitator.model.document import Document
from facilitator.ui.typesetting import Typesetter


class Setter(Typesetter):
    """Sets an edition. `moments` are asked for at each time: those that go into the minutes."""

    def __init__(self, moments: Callable[[], Mapping[str, Document]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moments = moments

    def ask(
        self, document: Document, edition: str = "participants", language: str = "", *, now: bool = False
    ) -> None:
        """Sets these minutes, in the language of the session unless said; once the hands rest unless `now`."""
        self.want(partial(self._told, document, edition, language), now=now)

    def _told(self, document: Document, edition: str, language: str) -> Mapping[str, Any]:
        return {
            "document": plain.to_plain(document),
            "edition": edition,
            "language": language or None,
            "moments": {id_: plain.to_plain(was) for id_, was in self._moments().items()},
        }
