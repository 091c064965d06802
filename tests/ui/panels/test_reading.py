"""The questions a map puts, in the panel of the reading step."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Actor, Link
from facilitator.ui.panels import StepPanel
from facilitator.ui.panels.moments.reading import ReadingMoment
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace
from tests.ui.hands import go


@pytest.fixture
def moment(workspace: Workspace, qtbot: QtBot) -> Iterator[ReadingMoment]:
    panel = StepPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(320, 900)
    panel.show()
    go(workspace, "reading")
    moment = panel.moment
    assert isinstance(moment, ReadingMoment)
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    yield moment
    panel.close()


def asked(moment: ReadingMoment) -> list[str]:
    rows = [part.rows.row(key) for part in moment.parts if part.isVisible() for key in part.rows.ids]
    return [row.said for row in rows if isinstance(row, Sentence)]


def row(moment: ReadingMoment, start: str) -> Sentence:
    rows = [part.rows.row(key) for part in moment.parts for key in part.rows.ids]
    return next(row for row in rows if isinstance(row, Sentence) and row.said.startswith(start))


def test_the_map_puts_questions_and_follows_every_change(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    assert "Radio Val d’Œuvre n’a encore de lien avec personne : qui les connaît ?" in asked(moment)
    assert [
        said for said in asked(moment) if said.endswith("personne sur la carte pour l’instant. Qui manque ?")
    ]
    workspace.do(gestures.add_link(Link("tells", "radio", "town")))
    assert asked(moment) == [], "what was true of an older map is not shown"
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    assert not [said for said in asked(moment) if said.startswith("Radio")]


def test_a_question_shows_on_the_map_what_it_is_about_and_lets_it_go(
    workspace: Workspace, moment: ReadingMoment, qtbot: QtBot
) -> None:
    workspace.do(gestures.add_actor(Actor("far", "Ferme", "company", x=900.0, y=0.0)))
    workspace.do(gestures.add_actor(Actor("mill", "Moulin", "company", x=900.0, y=300.0)))
    workspace.do(gestures.add_link(Link("grinds", "far", "mill")))
    qtbot.waitUntil(lambda: moment.reader.reading is not None)
    question = row(moment, "Radio")
    QTest.mouseClick(question, Qt.MouseButton.LeftButton)
    assert workspace.lens.evidence == {"radio"}
    assert workspace.seen.faded >= {"town", "grocer", "far", "mill", "funds", "grinds"}
    groups = row(moment, "Ces groupes")
    QTest.mouseClick(groups, Qt.MouseButton.LeftButton)
    assert workspace.lens.evidence == {"town", "grocer", "far", "mill"}
    assert not workspace.seen.faded & {"town", "funds", "grinds"}
    QTest.mouseClick(groups, Qt.MouseButton.LeftButton)
    assert not workspace.lens.evidence


def test_nothing_runs_once_it_is_read(moment: ReadingMoment) -> None:
    assert not moment.reader._timer.isActive()
