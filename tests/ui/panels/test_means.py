"""The common pot: typed, or taken from what actors said, and who brings it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Contribution, Means, ordered
from facilitator.model.means import bringing, needing
from facilitator.model.vocabulary import Pillar, Side
from facilitator.ui.panels import StepPanel
from facilitator.ui.panels.moments.means import MeansRow, PillarPart
from facilitator.ui.workspace import Workspace
from tests.ui.hands import enter, write
from tests.ui.texts import plain


@pytest.fixture
def part(workspace: Workspace, qtbot: QtBot) -> Iterator[PillarPart]:
    """What stands under the human pillar, in its step; two actors said what they bring, one what it needs."""
    for row in (
        Contribution("kitchen", "grocer", Pillar.HUMAN, "", Side.OFFER, "Des cuisinières"),
        Contribution("staff", "town", Pillar.HUMAN, "employees", Side.OFFER, confidential=True),
        Contribution("time", "radio", Pillar.HUMAN, "", Side.NEED, "Du temps"),
        Contribution("money", "town", Pillar.FINANCIAL, "", Side.OFFER, "Une subvention"),
    ):
        workspace.do(gestures.add_contribution(row))
    panel = StepPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(336, 900)
    workspace.show_step("means")
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    found = panel.findChildren(PillarPart)
    assert [one.pillar for one in found] == list(Pillar)
    found[0].unfold()
    yield found[0]
    panel.close()


def rows(workspace: Workspace) -> list[Means]:
    return ordered(workspace.document.means)


@pytest.mark.qt_log_ignore("This plugin does not support")  # the list of what actors bring
def test_what_is_typed_goes_into_the_pot_one_enter_after_the_other(
    workspace: Workspace, part: PillarPart
) -> None:
    part.lines[Side.OFFER].setFocus()
    for text in ("Une salle", "Deux jours par mois"):
        write(text)
        enter()
    part.lines[Side.NEED].setFocus()
    write("Un camion")
    enter()
    assert [(row.side, row.text, row.pillar) for row in rows(workspace)] == [
        (Side.OFFER, "Une salle", Pillar.HUMAN),
        (Side.OFFER, "Deux jours par mois", Pillar.HUMAN),
        (Side.NEED, "Un camion", Pillar.HUMAN),
    ]
    assert part.head.said == "Richesses humaines — 2 en commun, 1 manque"
    shown = part.lists[Side.OFFER].row(rows(workspace)[0].id)
    assert isinstance(shown, MeansRow)
    assert plain(shown.who.head.said) == "Qui l’apporte ?"
    workspace.do(gestures.edit_means(shown.id, actors=("town",), who="Zoé"))
    assert shown.who.head.said == "Ville de Rivemont, Zoé"


def test_what_actors_said_is_taken_in_one_key_each(workspace: Workspace, part: PillarPart) -> None:
    said = part.said[Side.OFFER]
    assert said.head.said == "2 apports des acteurs à reprendre ici"
    said.head.setFocus()
    enter()
    part.offered[Side.OFFER].row("kitchen").setFocus(Qt.FocusReason.TabFocusReason)
    enter()
    assert part.offered[Side.OFFER].row("staff").hasFocus(), "on to the next one"
    enter()
    cooks, staff = rows(workspace)
    assert (cooks.text, cooks.actors, cooks.contributions) == ("Des cuisinières", ("grocer",), ("kitchen",))
    assert (staff.text, staff.confidential) == ("salariés".capitalize(), True), "as confidential as it was"
    assert said.isHidden()
    assert part.lines[Side.OFFER].hasFocus()
    workspace.undo()
    assert part.offered[Side.OFFER].ids == ("staff",)


def test_a_need_taken_says_whose_it_is(workspace: Workspace, part: PillarPart) -> None:
    part.said[Side.NEED].unfold()
    QTest.mouseClick(part.offered[Side.NEED].row("time"), Qt.MouseButton.LeftButton)
    (need,) = rows(workspace)
    assert (need.side, need.actors, need.contributions) == (Side.NEED, (), ("time",))
    assert needing(workspace.document, need) == ["Radio Val d’Œuvre"]
    assert bringing(workspace.document, need) == []
    shown = part.lists[Side.NEED].row(need.id)
    assert isinstance(shown, MeansRow)
    assert "demandé par Radio Val d’Œuvre" in shown.who.head.said


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_actors_bring_is_offered_as_one_types(
    workspace: Workspace, part: PillarPart, qtbot: QtBot
) -> None:
    line = part.lines[Side.OFFER]
    line.setFocus()
    write("cuis", line)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(workspace.document.means))
    (cooks,) = rows(workspace)
    assert (cooks.text, cooks.actors, cooks.contributions) == ("Des cuisinières", ("grocer",), ("kitchen",))
    qtbot.waitUntil(lambda: line.text() == "")
    for text in ("cuis", "sala"):
        write(text, line)
        QTest.keyClick(QApplication.activePopupWidget() or line, Qt.Key.Key_Return)
    assert [row.text for row in rows(workspace)] == ["Des cuisinières", "cuis", "sala"], (
        "what is free stays free"
    )
