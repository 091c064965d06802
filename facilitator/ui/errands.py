"""What takes a session out of the console, or brings lists into it: copy, export, import; and what is left behind."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from facilitator import terms
from facilitator.model.store.errors import StoreError
from facilitator.ui import asking, crash, remembered
from facilitator.ui.workspace import Workspace, refusal_sentence
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.window import Window


def save_copy(window: Window) -> None:
    """Asks where to put a copy of the session, history included, and writes it."""
    path = window.workspace.path
    suggested = asking.free(path.with_name(f"{path.stem} - {date.today().isoformat()}{path.suffix}"))  # noqa: DTZ011  the day on the wall
    kinds = [_("Sessions (*.alliance)")]
    asking.save(window, _("Save a copy"), suggested, kinds, lambda chosen: _copy(window.workspace, chosen))


def export(window: Window) -> None:
    """Asks where to write the session for another program: as data, or its map as a drawing."""
    path = window.workspace.path
    kinds = {name: edition for edition, names in _exported().items() for name in names}
    suggested = asking.free(path.with_suffix(".svg"))
    dialog = asking.save(
        window, _("Export"), suggested, list(kinds),
        lambda chosen: _export(window.workspace, chosen, kinds[dialog.selectedNameFilter()]),
    )  # fmt: skip


def import_lists(window: Window) -> None:
    """Asks for lists, shows what they would bring line by line, and brings it in one gesture."""
    kinds = [_("Lists (*.csv)"), _("All files (*)")]
    folder = window.workspace.path.parent
    title = _("Import lists of actors, links and participants")
    asking.existing(window, title, folder, kinds, lambda paths: _read_lists(window, paths), several=True)


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


def _exported() -> dict[str, tuple[str, ...]]:
    """What can be written, by edition."""
    return {
        "participants": (_("Map, for participants (*.svg)"), _("Data, for participants (*.json)")),
        "public": (_("Map, public (*.svg)"), _("Data, public (*.json)")),
    }


def _export(workspace: Workspace, path: Path, edition: str) -> None:
    from facilitator.exchange import outgoing  # what the first picture does not need

    workspace.settle()
    try:
        with asking.busy():
            outgoing.export(workspace.document, path, edition)
    except outgoing.UnknownFormatError:
        workspace.say(_("The name of the file says its format: .svg or .json."), error=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        workspace.say(
            _("{file} could not be written ({reason}). Choose another place.").format(
                file=path.name, reason=reason
            ),
            error=True,
        )
    else:
        workspace.say(_("Exported: {file}").format(file=path))


def _read_lists(window: Window, paths: list[Path]) -> QDialog | None:
    from facilitator.exchange import incoming, tables
    from facilitator.ui.import_dialog import ImportDialog

    workspace = window.workspace
    workspace.settle()
    try:
        with asking.busy():
            found = incoming.incoming(workspace.document, [tables.read(path) for path in paths])
    except tables.TableError as error:
        workspace.say(terms.refusal(error.key, error.values), error=True)
        return None
    except OSError as error:
        workspace.say(
            _("This list could not be read ({reason}).").format(reason=error.strerror or ""), error=True
        )
        return None
    dialog = ImportDialog(workspace, found, window)
    asking.opened(dialog)
    return dialog
