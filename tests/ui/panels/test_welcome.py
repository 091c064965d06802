"""The room at the start: forty people, a key for each."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Participant, ordered
from facilitator.model.gestures import together
from facilitator.model.vocabulary import Attendance
from facilitator.ui.panels import StepPanel
from facilitator.ui.panels.moments.welcome import WelcomeMoment
from facilitator.ui.workspace import Workspace
from tests.ui.hands import CTRL, at_hand, go, press, write
from tests.ui.texts import texts

PRESENT, EXCUSED, ABSENT = Attendance


def people(workspace: Workspace) -> list[Participant]:
    return ordered(workspace.document.participants)


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> StepPanel:
    adds = [
        gestures.add_participant(Participant(f"p{n:02}", f"Personne {n}", organisation=f"Structure {n % 7}"))
        for n in range(40)
    ]
    workspace.do(together("participant.add", adds))
    panel = StepPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(294, 660)
    panel.show()
    at_hand(panel, qtbot)
    return panel


@pytest.fixture
def room(workspace: Workspace, panel: StepPanel) -> WelcomeMoment:
    go(workspace, "welcome")
    assert isinstance(panel.moment, WelcomeMoment)
    panel.moment.roll.setFocus()
    return panel.moment


def test_forty_people_are_called_with_a_key_each(workspace: Workspace, room: WelcomeMoment) -> None:
    called = [(PRESENT, EXCUSED, ABSENT)[0 if n % 5 else 1 + n % 2] for n in range(40)]
    keys = {PRESENT: Qt.Key.Key_P, EXCUSED: Qt.Key.Key_E, ABSENT: Qt.Key.Key_A}
    for attendance in called:
        press(keys[attendance])
    assert [person.attendance for person in people(workspace)] == called
    assert "32 présent·es · 4 excusé·es · 4 absent·es" in texts(room)
    assert room.roll.currentIndex().row() == 39
    workspace.undo()
    assert "33 présent·es · 4 excusé·es · 3 absent·es" in texts(room), "each of them is a step of undo"


def test_their_two_choices_have_their_keys_and_boxes(workspace: Workspace, room: WelcomeMoment) -> None:
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_R)
    first, second, *others = people(workspace)
    assert (first.named, first.receives, second.named, second.receives) == (True, True, False, True)
    assert not any(person.named or person.receives for person in others)
    press(Qt.Key.Key_R)
    assert not people(workspace)[1].receives
    box = room.roll.visualRect(room.roll.people.index(3, 5))
    QTest.mouseClick(
        room.roll.viewport(), Qt.MouseButton.LeftButton, pos=box.center() - QPoint(box.width() // 2 - 12, 0)
    )
    assert [n for n, person in enumerate(people(workspace)) if person.named] == [0, 3]


def test_a_click_on_the_letter_goes_round(workspace: Workspace, room: WelcomeMoment) -> None:
    letter = room.roll.visualRect(room.roll.people.index(2, 4)).center()
    seen = []
    for _each in range(3):
        QTest.mouseClick(room.roll.viewport(), Qt.MouseButton.LeftButton, pos=letter)
        seen.append(people(workspace)[2].attendance)
    assert seen == [EXCUSED, ABSENT, PRESENT]


def test_everyone_is_present_in_one_step(workspace: Workspace, room: WelcomeMoment) -> None:
    for _each in range(3):
        press(Qt.Key.Key_A)
    QTest.mouseClick(room.everyone, Qt.MouseButton.LeftButton)
    assert all(person.attendance is PRESENT for person in people(workspace))
    workspace.undo()
    assert sum(person.attendance is ABSENT for person in people(workspace)) == 3


def test_a_list_is_pasted_and_a_line_understood(workspace: Workspace, room: WelcomeMoment) -> None:
    room.line.setFocus()
    write("Zoé Ñíguez ; Ville de Rivemont")
    press(Qt.Key.Key_Return)
    assert (people(workspace)[-1].name, people(workspace)[-1].organisation) == (
        "Zoé Ñíguez",
        "Ville de Rivemont",
    )
    QGuiApplication.clipboard().setText(
        "Hélène Œrsted; Les Jardins du Gué\nIdris Bâ\n\n; Radio Val d’Œuvre\n"
    )
    press(Qt.Key.Key_V, CTRL)
    assert [(person.name, person.organisation) for person in people(workspace)[41:]] == [
        ("Hélène Œrsted", "Les Jardins du Gué"),
        ("Idris Bâ", ""),
        ("", "Radio Val d’Œuvre"),
    ]
    QGuiApplication.clipboard().setText("Une seule")
    press(Qt.Key.Key_V, CTRL)
    assert room.line.text() == "Une seule"
    QGuiApplication.clipboard().clear()


ENTER = (
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier),
)


@pytest.mark.parametrize(("key", "held"), ENTER)
def test_someone_is_renamed_or_taken_away_by_keys(
    workspace: Workspace, room: WelcomeMoment, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    press(key, held)
    write("Personne zéro")
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert people(workspace)[0].name == "Personne zéro"
    room.roll.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    assert len(people(workspace)) == 39
    assert room.roll.currentIndex().row() == 1
    workspace.undo()
    assert people(workspace)[1].id == "p01"


def test_the_list_is_read_aloud(workspace: Workspace, room: WelcomeMoment) -> None:
    press(Qt.Key.Key_E)
    table = QAccessible.queryAccessibleInterface(room.roll)
    told = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    assert room.roll.accessibleName() == "Participants"
    assert "Excusé·e" in told
    assert "Figure nommément" in told
    assert "non" in told


def test_an_empty_room_asks_for_people_alone(workspace: Workspace, room: WelcomeMoment) -> None:
    workspace.do(
        together("participant.delete", [gestures.delete_participant(p.id) for p in people(workspace)])
    )
    assert room.roll.isHidden()
    assert room.everyone.isHidden()
    assert room.line.isVisible()
