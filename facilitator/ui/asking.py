"""Asking where a file is, or where it goes: never in the way of the projection, never over a file unasked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileInfo, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QFileIconProvider, QWidget

from facilitator.ui import look
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.model.document import Document

SUFFIX = ".alliance"
"""What the file of a session ends with."""
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_ROOM = 760, 500
"""Width and height of a dialog, in pixels at a text size of 100 %."""
LONGEST_NAME = 80
"""Characters of a title that go into a file name."""


def file_name(text: str, fallback: str) -> str:
    """The text as the name of a file that every system takes, without suffix."""
    name = " ".join(_FORBIDDEN.sub(" ", text).split())[:LONGEST_NAME].strip(" .")
    return fallback if not name or name.casefold() in _RESERVED else name


def named_after(document: Document, name: str, fallback: str) -> str:
    """The title of a session as the name of a file of one of its editions, without suffix."""
    from facilitator.model.edition import edition  # Accueil asks where files are, and needs no document

    return file_name(edition(document, name).workshop.title, fallback)


def free(path: Path) -> Path:
    """This path, or the same with a number where it is taken: `Rivemont (2).alliance`."""
    if not path.exists():
        return path
    names = (path.with_name(f"{path.stem} ({n}){path.suffix}") for n in count(2))
    return next(other for other in names if not other.exists())


def save(
    parent: QWidget, title: str, suggested: Path, kinds: Sequence[str], done: Callable[[Path], object]
) -> QFileDialog:
    """Asks where to write, then calls `done`. `kinds` are filters such as `PDF (*.pdf)`; the first suffix is added.

    What is no session is never written over one, whatever name was typed: it gets an ending of its own.
    """
    dialog = QFileDialog(parent, title, str(suggested.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
    dialog.selectFile(suggested.name)
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_suffix(kind)))

    def apart(path: Path) -> Path:
        own = f".{dialog.defaultSuffix()}"
        over = path.suffix.casefold() == SUFFIX != own.casefold()
        return free(path.with_name(path.name + own)) if over else path

    return _opened(dialog, parent.window(), lambda paths: done(apart(paths[0])))


def existing(
    parent: QWidget, title: str, folder: Path, kinds: Sequence[str], done: Callable[[list[Path]], object],
    *, several: bool = False,
) -> QFileDialog:  # fmt: skip
    """Asks for one or several files that are there, then calls `done`."""
    dialog = QFileDialog(parent, title, str(folder))
    mode = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
    dialog.setFileMode(mode)
    dialog.setNameFilters(list(kinds))
    return _opened(dialog, parent.window(), done)


def opened(dialog: QDialog) -> None:
    """Shows a dialog over its window; it is destroyed once it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def show_file(path: Path) -> bool:
    """Opens a file or a folder with what the system uses for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def dropped_files(event: QDropEvent) -> list[Path]:
    """The files that are being dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def dropped_session(event: QDropEvent) -> Path | None:
    """The session that is being dropped, if it is one file of ours."""
    files = dropped_files(event)
    return files[0] if len(files) == 1 and files[0].suffix.casefold() == SUFFIX else None


@contextmanager
def busy() -> Iterator[None]:
    """The pointer says that it takes a moment."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()


class _Signs(QFileIconProvider):
    """What a file is, by its name alone. Qt would open each file of the folder to know, and closing the session that is
    open would drop the lock this process holds on it: another could write to it then."""

    def icon(self, what: QFileIconProvider.IconType | QFileInfo) -> QIcon:
        kinds = QFileIconProvider.IconType
        if isinstance(what, QFileInfo):
            what = kinds.Folder if what.isDir() else kinds.File
        return super().icon(what)

    def type(self, info: QFileInfo) -> str:
        return _("Folder") if info.isDir() else info.suffix()


@cache
def _signs() -> _Signs:
    """One for all dialogs: none of them keeps it."""
    return _Signs()


def _opened(dialog: QFileDialog, parent: QWidget, done: Callable[[list[Path]], object]) -> QFileDialog:
    dialog.setIconProvider(_signs())
    look.give_room(dialog, *_ROOM)  # Qt's own, where the system has none
    named = QFileDialog.DialogLabel
    for label, name in (
        (named.LookIn, _("Look in:")),
        (named.FileName, _("File name:")),
        (named.FileType, _("Kind of file:")),
    ):
        dialog.setLabelText(label, name)
    dialog.filesSelected.connect(lambda names: done([Path(name) for name in names]))
    # Where two windows close at once, over a file to replace, some systems leave the keyboard to none.
    dialog.finished.connect(lambda _result: (QApplication.activeModalWidget() or parent).activateWindow())
    opened(dialog)
    return dialog


def _suffix(kind: str) -> str:
    """`pdf` from `PDF (*.pdf)`."""
    found = re.search(r"\*\.(\w+)", kind)
    return found[1] if found else ""
