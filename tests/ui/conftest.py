"""A small session on the disk, and the rooms of the windows around it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.model import journey
from facilitator.model.document import Actor, Document, Link
from facilitator.model.store import file
from facilitator.ui import at_length, look
from facilitator.ui.app import App
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.hands import at_hand


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done at length is done at once, however slow the machine, but where a test asks for less patience."""
    monkeypatch.setattr(at_length, "PATIENCE", 3600.0)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["entre-tous"]


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The app in its fonts and colours."""
    look.dress(qapp)
    return qapp


@pytest.fixture
def small() -> Document:
    """Three actors, of which one waits in the tray, and one link."""
    begun = journey.new_document("Nourrir Rivemont", "fr", date="2026-10-12")
    actors = (
        Actor("town", "Ville de Rivemont", "authority", x=0.0, y=0.0, rank=1),
        Actor("grocer", "Épicerie sociale L’Étal", "association", x=400.0, y=200.0, rank=2),
        Actor("radio", "Radio Val d’Œuvre", "association", rank=3),
    )
    return replace(
        begun,
        workshop=replace(begun.workshop, question="Comment allons-nous mieux nous nourrir ?"),
        actors={actor.id: actor for actor in actors},
        links={"funds": Link("funds", "town", "grocer", types=("funding",), rank=1)},
    )


@pytest.fixture
def session(tmp_path: Path, small: Document) -> Path:
    """The file of that session, closed."""
    path = tmp_path / "Nourrir Rivemont.alliance"
    file.create(path, small).close()
    return path


@pytest.fixture
def workspace(dressed: QApplication, session: Path) -> Iterator[Workspace]:
    """That session, open."""
    opened = Workspace(file.open(session))
    yield opened
    opened.close()


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> Iterator[Window]:
    """The console of that session, with the keyboard."""
    window = Window(workspace)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    at_hand(window, qtbot)
    yield window
    window.close()


@pytest.fixture
def app(qapp: QApplication) -> Iterator[App]:
    """The app, with no page shown yet."""
    running = App(qapp)
    yield running
    running.end()
