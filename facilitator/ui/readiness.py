"""What a session is opened with, read and made before one is asked for, while Accueil is looked at."""

from __future__ import annotations

import gc

from facilitator.slices import Slices


def getting_ready() -> Slices[None]:
    """Does it a little at a time; what is not done yet when a session is asked for is done then."""
    from facilitator.ui import sessions  # noqa: F401  read, not used yet: the store and what it stands on

    yield
    from facilitator.ui import window  # noqa: F401  nor this: the console

    yield
    from facilitator.model.vocabulary import Panel
    from facilitator.ui.panels.moments import moment_of

    for panel in Panel:
        moment_of(panel)
        yield
    from facilitator.model.store import rows

    yield from rows.getting_ready()
    from facilitator.model import rules
    from facilitator.model.document import Document

    rules.broken(Document())
    yield
    from facilitator.model.journey import wordings

    wordings()
    yield
    gc.collect()  # what the session before has left
