"""What takes a session out of the console, or brings files into it: copy, import; and what is left behind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from facilitator import terms
from facilitator.model.store.errors import StoreError
from facilitator.ui import asking, crash, remembered
from facilitator.ui.at_length import at_length
from facilitator.ui.workspace import Workspace, refusal_sentence
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.exchange.incoming import Incoming
    from facilitator.exchange.slices import Slices
    from facilitator.exchange.tables import Table
    from facilitator.model.document import Document
    from facilitator.ui.window import Window

    Read: TypeAlias = tuple[list[Table], Incoming]


def save_copy(window: Window) -> None:
    """Asks where to put a copy of the session, history included, and writes it."""
    path = window.workspace.path
    suggested = asking.free(path.with_name(f"{path.stem} - {date.today().isoformat()}{path.suffix}"))  # noqa: DTZ011  the day on the wall
    kinds = [_("Sessions (*.alliance)")]
    asking.save(window, _("Save a copy"), suggested, kinds, lambda chosen: _copy(window.workspace, chosen))


def ask_import(window: Window) -> None:
    """Asks for files, shows what they would bring line by line, and brings it in one gesture."""
    from facilitator.exchange.reading import EXTENSIONS

    every = " ".join(f"*{extension}" for extension in EXTENSIONS)
    kinds = [_("Lists, graphs, sessions ({kinds})").format(kinds=every), _("All files (*)")]
    folder = window.workspace.path.parent
    asking.existing(window, _("Import"), folder, kinds, lambda paths: bring(window, paths), several=True)


def bring(window: Window, paths: Sequence[Path]) -> None:
    """Shows what these files would bring, once they are read."""
    from facilitator.ui.import_dialog import ImportDialog

    workspace = window.workspace
    workspace.settle()

    def done(found: Read | str) -> None:
        if isinstance(found, str):
            workspace.say(found, error=True)
        else:
            asking.opened(ImportDialog(workspace, *found, window))

    def given_up() -> None:
        workspace.say(_("Import cancelled: nothing was brought."))

    name = _("Reading {files}").format(files=", ".join(path.name for path in paths))
    at_length(window, name, _read(workspace.document, paths), done, given_up=given_up)


def show_log(window: Window) -> None:
    """Opens the reports of the program's own errors."""
    log = crash.log()
    if not log.is_file():
        window.workspace.say(_("The log is empty: nothing went wrong."))
    elif not asking.show_file(log):
        window.workspace.say(_("The log is here: {file}").format(file=log))


def note_left(workspace: Workspace) -> None:
    """A session is left by a person: Accueil will show it as it is now."""
    from facilitator.ui import thumbnail  # only once one leaves

    remembered.note_closed(workspace.path)
    recent = remembered.note_recent(workspace.path, workspace.document)
    if any(actor.placed for actor in workspace.document.actors.values()):
        thumbnail.draw(workspace.document).save(str(recent.thumbnail))
    else:
        recent.thumbnail.unlink(missing_ok=True)


def _copy(workspace: Workspace, path: Path) -> None:
    workspace.settle()
    try:
        with asking.busy():
            # The dialog has asked already whether to replace what is there.
            workspace.file.copy_to(path, replace=True)
    except StoreError as error:
        workspace.say(refusal_sentence(error), error=True)
    else:
        workspace.say(_("Copy written: {file}").format(file=path))


def _read(document: Document, paths: Sequence[Path]) -> Slices[Read | str]:
    """The lists of some files and what they would bring; or a sentence that says what is wrong with one of them."""
    from facilitator.exchange import incoming, reading, tables

    found: list[Table] = []
    try:
        for path in paths:
            yield 0.0
            found += reading.read(path)
    except tables.TableError as error:
        return terms.refusal(error.key, error.values)
    return found, (yield from incoming.in_slices(document, found))
