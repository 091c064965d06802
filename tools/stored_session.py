"""Writes the stored session of today's format: ``python -m tools.stored_session``.

Once per format, when it is decided; never again afterwards, since it stands for the files people have.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from facilitator.model import gestures, plain
from facilitator.model.document import Actor, Link
from facilitator.model.store import file
from facilitator.model.store.journal import Journal
from facilitator.model.store.schema import FORMAT
from tests.model.rich import rich

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "files"
GESTURES = (
    gestures.edit_workshop(title="Séance gardée"),
    gestures.add_actor_and_link(
        Actor("a4", "Épicerie « Le Pré »", "company", x=120.0, y=260.0), Link("k4", "a4", "a1")
    ),
    gestures.place_actors({"a2": (310.5, 12.25), "a3": (-80.0, 90.0)}),
    gestures.answer("s2-2", text="Tous d’accord\net pour longtemps"),
    gestures.delete_actors(["a3"]),
)


def main() -> None:
    path = FOLDER / f"format-{FORMAT}.alliance"
    FOLDER.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with file.create(path, rich()) as session:
        journal = Journal(session)
        for gesture in GESTURES:
            journal.do(gesture)
        journal.undo()  # one entry waits to be redone
        twin = plain.to_plain(journal.document)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE entry SET at = '2026-11-22T20:00:00+00:00'")
    connection.commit()
    connection.close()
    path.with_suffix(".json").write_text(
        json.dumps(twin, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
