"""What is kept but never undone: the step shown, zoom and centre, the state of the projector, folds."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from facilitator.model.store import schema
from facilitator.model.store.file import SessionFile
from facilitator.model.store.statement import Order, Query

_TABLE = schema.Table.metadata.tables["desk"]
_NEW = insert(_TABLE)
_READ = Query(select(_TABLE.c.id, _TABLE.c.value))
_PUT = Order(_NEW.on_conflict_do_update(index_elements=["id"], set_={"value": _NEW.excluded.value}))


class Desk:
    """JSON values by key, on the disk as soon as they are set. A read-only session keeps them in memory only."""

    def __init__(self, session: SessionFile) -> None:
        self._session = session
        with session.reading() as connection:
            self._kept: dict[str, str] = dict(_READ.rows(connection))

    def get(self, key: str, default: Any = None) -> Any:
        """The value under this key; `default` if there is none, or none that can be read."""
        try:
            return json.loads(self._kept[key])
        except (KeyError, ValueError, RecursionError):
            return default

    def set(self, key: str, value: Any) -> None:
        """Keeps a value; nothing is written where it was so already. StoreError if the disk refuses."""
        text = json.dumps(value, ensure_ascii=False)
        if self._kept.get(key) == text:
            return
        if not self._session.read_only:
            with self._session.writing() as connection:
                _PUT.run(connection, {"id": key, "value": text})
        self._kept[key] = text
