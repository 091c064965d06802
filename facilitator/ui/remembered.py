"""What the app remembers by itself from one day to the next: language, text size, recent sessions, what is open.

One small JSON file in the folder of state. It is a convenience: unreadable, it is as if it were empty. No person is
named in it: a session is known by its path, title, date and territory.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator import paths, words

if TYPE_CHECKING:
    from facilitator.model.document import Document

APPEARANCES = ("light", "dark", "system")
"""What the windows can look like."""
RECENT_KEPT = 24
"""How many sessions Accueil shows at most."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A session that was opened here, as it was when it was left."""

    path: str
    title: str = ""
    date: str = ""
    territory: str = ""
    fictitious: bool = False

    @property
    def file(self) -> Path:
        return Path(self.path)

    @property
    def thumbnail(self) -> Path:
        """Where the small picture of its map is kept; it may not exist."""
        name = hashlib.sha256(self.path.encode()).hexdigest()[:24]
        folder = paths.state() / "thumbnails"
        folder.mkdir(exist_ok=True)
        return folder / f"{name}.png"


def recall(key: str, default: Any = None) -> Any:
    """What was remembered under this key."""
    return _read().get(key, default)


def remember(key: str, value: Any) -> None:
    """Remembers a JSON value; where the disk refuses, the app merely forgets."""
    kept = _read()
    if kept.get(key) == value:
        return
    kept[key] = value
    file = _file()
    fresh = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        fresh.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
        fresh.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def language() -> str:
    """The language to start in: the one chosen in the app, else the system's."""
    chosen = recall("language", "")
    return chosen if chosen in words.available() else words.system_language()


def text_size() -> float:
    """The text size chosen in the app, 1.0 for ordinary."""
    kept = recall("text_size", 1.0)
    return float(kept) if isinstance(kept, int | float) and 0.5 <= kept <= 3 else 1.0


def appearance() -> str:
    """The appearance chosen in the app: light, dark, or as the system is; light as long as none was."""
    kept = recall("appearance")
    return kept if kept in APPEARANCES else "light"


def recents() -> list[Recent]:
    """Recent sessions, the last first."""
    known = {"path", "title", "date", "territory", "fictitious"}
    found = recall("recent", [])
    rows = [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
    return [Recent(**{k: v for k, v in row.items() if k in known}) for row in rows if row.get("path")]


def note_recent(path: Path, document: Document) -> Recent:
    """Puts a session at the head of the recent ones, as it is now."""
    workshop = document.workshop
    recent = Recent(
        str(path.absolute()), workshop.title, workshop.date, workshop.territory, workshop.fictitious
    )
    others = [row for row in recents() if row.path != recent.path]
    _keep_recents([recent, *others])
    return recent


def forget_recent(recent: Recent) -> None:
    """Takes a session off the list, with its thumbnail; the file itself is left alone."""
    with contextlib.suppress(OSError):
        recent.thumbnail.unlink(missing_ok=True)
    _keep_recents([row for row in recents() if row.path != recent.path])


def note_open(path: Path) -> None:
    """This session is open: should the app fall, it will open by itself."""
    remember("open", str(path.absolute()))


def note_closed(path: Path) -> None:
    """It was closed by a person."""
    if recall("open") == str(path.absolute()):
        remember("open", "")


def left_open() -> Path | None:
    """The session that was open when the app last fell, if it is still there."""
    path = recall("open", "")
    return Path(path) if path and Path(path).is_file() else None


def _keep_recents(rows: list[Recent]) -> None:
    remember("recent", [asdict(row) for row in rows[:RECENT_KEPT]])


def _file() -> Path:
    return paths.state() / "remembered.json"


def _read() -> dict[str, Any]:
    try:
        kept = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
