"""A console with its projection, over the small session."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.drawing.shapes import Picture, Text
from facilitator.model import gestures
from facilitator.model.document import Actor
from facilitator.model.gestures.core import together
from facilitator.ui.projection.projector import Projector
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace


@pytest.fixture
def console(workspace: Workspace) -> Iterator[Window]:
    """The console, shown; nothing is projected yet, and the wall is to show the map."""
    workspace.board.show("map")
    window = Window(workspace)
    window.resize(1200, 800)
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def projected(console: Window) -> Projector:
    """Its projection, open."""
    console.toggle_projection()
    QApplication.processEvents()
    assert console.projection.projector is not None
    return console.projection.projector


def texts(*pictures: Picture | None) -> str:
    """Every text of some pictures."""
    shapes = [shape for picture in pictures if picture is not None for shape in picture.shapes]
    return " ".join(shape.text for shape in shapes if isinstance(shape, Text))


def on_wall(projector: Projector) -> str:
    """What is told on the wall, whichever page is shown."""
    shown = [
        band.picture
        for band in (projector.beside.banner, projector.beside.foot, projector.beside.page)
        if band.isVisible()
    ]
    shown += [projector.map.picture.flat()] if projector.map.isVisible() else []
    return texts(*shown)


def many(window: Window, count: int = 60) -> None:
    """A map that no wall holds."""
    actors = [
        Actor(
            f"m{n}", f"Maison de quartier numéro {n}", "association", x=250.0 * (n % 10), y=130.0 * (n // 10)
        )
        for n in range(count)
    ]
    window.workspace.do(together("import", map(gestures.add_actor, actors)))
