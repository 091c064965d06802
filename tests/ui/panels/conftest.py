"""A session where every table has rows, and a step of every kind, open in a workspace."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.model.document import Document, Step
from facilitator.model.store import file
from facilitator.model.vocabulary import Block, Panel
from facilitator.ui.panels import StepPanel
from facilitator.ui.workspace import Workspace
from tests.model.rich import rich
from tests.ui.hands import at_hand


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> StepPanel:
    """The panel of the step at hand, with the keyboard."""
    panel = StepPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(320, 900)
    panel.show()
    at_hand(panel, qtbot)
    return panel


@pytest.fixture
def whole() -> Document:
    """Everything the model can hold, somewhere."""
    document = rich()
    steps = dict(document.steps)
    for rank, kind in enumerate(Panel, 3):
        block = Block.MEANS if kind == Panel.ITEMS else Block.CLOSING
        steps[kind] = Step(str(kind), block=block, panel=kind, title=f"Étape {kind}", rank=rank)
    return replace(document, steps=steps)


@pytest.fixture
def full(dressed: QApplication, tmp_path: Path, whole: Document) -> Iterator[Workspace]:
    """That session, open."""
    path = tmp_path / "Tout.alliance"
    file.create(path, whole).close()
    workspace = Workspace(file.open(path))
    yield workspace
    workspace.close()
