"""Does gestures without end, telling each once it is done: what the drill kills.

``python -m tests.model.store.session_to_kill FILE SEED FIRST``
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from facilitator.model import gestures
from facilitator.model.document import Actor, Document, Link
from facilitator.model.gestures import Gesture
from facilitator.model.store import file
from facilitator.model.store.journal import Journal


def gesture(document: Document, seed: int, number: int) -> Gesture:
    """The gesture of that number: always the same for the same document."""
    chance = random.Random(f"{seed}-{number}")
    actors = list(document.actors)
    one, other = chance.sample(actors, 2)
    return chance.choice(
        [
            gestures.add_actor_and_link(
                Actor(f"n{number}", f"Acteur {number}", "other"), Link(f"l{number}", one, f"n{number}")
            ),
            gestures.place_actors({id_: (number, chance.random()) for id_ in actors}),
            gestures.edit_actor(one, missions="mission " * chance.randrange(1, 2_000) + str(number)),
            gestures.edit_workshop(title=f"Titre {number}"),
            gestures.duplicate_actors({one: f"n{number}", other: f"m{number}"}),
            gestures.delete_actors([one])
            if len(actors) > 8
            else gestures.edit_actor(one, note=f"Note {number}"),
        ]
    )


def main(path: Path, seed: int, number: int) -> None:
    with file.open(path, backup=False) as session:
        journal = Journal(session)
        print("open", flush=True)
        while True:
            journal.do(gesture(journal.document, seed, number))
            print(number, flush=True)
            number += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
