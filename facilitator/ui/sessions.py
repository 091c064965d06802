"""Sessions from the disk to a workspace: opened, begun, or copied from the sample.

Apart from the app, so that Accueil is seen before the store is read.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from facilitator import paths, terms, words
from facilitator.model.document import Document
from facilitator.model.store import file
from facilitator.model.store.aside import backups
from facilitator.model.store.errors import StoreError
from facilitator.ui import asking
from facilitator.ui.workspace import Workspace
from facilitator.words import _

SAMPLE_OPENS_ON = ("links", "Les Jardins du Gué")
"""The step and the actor a copy of the sample opens on: a map at work, an actor in hand."""


class NotOpened(Exception):  # noqa: N818  no error of the program
    """The session cannot be opened; `sentence` says why and what to do. Nothing was changed on the disk."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def opened(path: Path) -> tuple[Workspace, str]:
    """The session of a file, and what there is to say of it (often nothing).

    One made by a newer version of the product is opened to be looked at, where it can be. NotOpened: why it cannot.
    """
    try:
        session = file.open(path)
        return Workspace(session), _unprotected(session)
    except StoreError as error:
        sentence = terms.refusal(error.key, error.values)
        if error.key == "file.damaged" and (kept := backups(path)):
            sentence += " " + _("Its last backup: {file}").format(file=kept[-1])
        if error.key != "file.newer":
            raise NotOpened(sentence) from error
    try:
        return Workspace(file.open(path, backup=False, read_only=True)), sentence
    except StoreError as error:
        raise NotOpened(sentence) from error


def begun(title: str, path: Path, key: str = "default") -> Workspace:
    """A new session, of today, with the journey of that key, its file included. NotOpened: it cannot be written there,
    or has no such journey."""
    from facilitator.model import journey  # a session that opens needs neither a journey nor a sample

    try:
        document = journey.new_document(title, words.language(), key, date.today().isoformat())  # noqa: DTZ011  the day on the wall
    except journey.JourneyError as error:
        raise NotOpened(terms.refusal(error.key, error.values)) from error
    return _created(path, document)


def sample() -> Workspace:
    """A copy of the sample among the person's documents: whatever is done to it, the sample stays as it was."""
    from facilitator.exchange import samples

    document = samples.document(samples.KEYS[0])
    name = asking.file_name(document.workshop.title, _("Sample session"))
    workspace = _created(asking.free(paths.documents() / f"{name}{asking.SUFFIX}"), document)
    step, actor = SAMPLE_OPENS_ON
    workspace.show_step(step)
    workspace.select(("actors", row.id) for row in document.actors.values() if row.name == actor)
    return workspace


def _unprotected(session: file.SessionFile) -> str:
    """What to say where no backup could be made at the opening; empty where one was."""
    if session.unprotected is None:
        return ""
    return _("No backup could be made at the opening; the session itself is saved at every gesture.")


def _created(path: Path, document: Document) -> Workspace:
    try:
        return Workspace(file.create(path, document))
    except StoreError as error:
        raise NotOpened(terms.refusal(error.key, error.values)) from error
