"""Where resources and personal folders are: the only room that knows "installed", "source" and "frozen"."""

import os
import sys
from pathlib import Path

import platformdirs

APP = "entre-tous"
HOME_VARIABLE = "ENTRE_TOUS_HOME"
"""When set, every personal folder lies under this one: tests and demonstrations never touch the real home."""

_HERE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """A shipped file or folder, e.g. ``resource("themes", "screen.toml")``; it may not exist."""
    return _resources().joinpath(*parts)


def documents() -> Path:
    """The folder where new sessions are written, created if needed: the user's documents / Entre tous."""
    home = _home()
    return _made((home / "documents" if home else platformdirs.user_documents_path()) / "Entre tous")


def state() -> Path:
    """The folder of what the app remembers by itself (recent list, logs, backups), created if needed."""
    home = _home()
    return _made(home / "state" if home else platformdirs.user_state_path(APP, appauthor=False))


def journeys() -> Path:
    """The folder of the journeys a person keeps as their own, created if needed."""
    return _made(state() / "journeys")


def program() -> tuple[list[str], Path]:
    """What starts this program once more, as words of a command line, and the folder to start it in."""
    if getattr(sys, "frozen", False):
        return [sys.executable], Path.cwd()
    return [sys.executable, "-m", "facilitator"], _HERE.parent


def _resources() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)  # PyInstaller's folder of data
    if frozen is not None:
        return Path(frozen) / "resources"
    installed = _HERE / "_resources"
    return installed if installed.is_dir() else _HERE.parent / "resources"


def _home() -> Path | None:
    value = os.environ.get(HOME_VARIABLE)
    return Path(value) if value else None


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
