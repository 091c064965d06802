"""The time of a step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.drawing import lettering
from facilitator.drawing.shapes import Text
from facilitator.model import gestures
from facilitator.model.document import Step, ordered
from facilitator.ui.projection.clock import Clock, told
from facilitator.ui.projection.projector import Projector
from facilitator.ui.projection.shorten import Shorten
from facilitator.ui.projection.strip import Strip
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.hands import inside
from tests.ui.hours import Hours
from tests.ui.projection.conftest import texts


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def clock(workspace: Workspace, hours: Hours) -> Clock:
    return Clock(workspace, hours)


def test_it_starts_pauses_and_goes_on(clock: Clock, hours: Hours) -> None:
    assert clock.left is None
    assert not clock.running
    clock.toggle()
    assert clock.left == clock.planned * 60
    hours.now += 61.5
    assert clock.left == clock.planned * 60 - 61
    clock.toggle()
    hours.now += 500
    assert clock.left == clock.planned * 60 - 61
    assert not clock.running
    clock.toggle()
    hours.now += 10
    assert clock.left == clock.planned * 60 - 71


def test_beyond_its_time_it_says_by_how_much(clock: Clock, hours: Hours) -> None:
    clock.toggle()
    hours.now += clock.planned * 60 + 130
    assert clock.left == 0
    assert clock.running
    assert clock.over == 130
    assert clock.words == "+2:10"
    clock.give(5)
    assert clock.left == 170
    assert clock.words == "2:50"


def test_a_crash_takes_nothing_off_it(workspace: Workspace, clock: Clock, hours: Hours) -> None:
    clock.toggle()
    hours.now += 90
    again = Clock(workspace, hours)
    assert again.running
    assert again.left == again.planned * 60 - 90
    again.stop()


def test_the_time_runs_from_step_to_step(workspace: Workspace, clock: Clock, hours: Hours) -> None:
    first, second, *_ = [step.id for step in ordered(workspace.document.steps)]
    workspace.show_step(first)
    clock.toggle()
    hours.now += 90
    workspace.show_step(second)
    assert clock.running
    assert clock.left == clock.planned * 60
    hours.now += 60
    assert (clock.spent(first), clock.spent(second)) == (90, 60)
    workspace.show_step(first)
    assert clock.left == clock.planned * 60 - 90
    clock.toggle()
    hours.now += 500
    workspace.show_step(second)
    assert not clock.running
    assert clock.spent(second) == 60
    clock.forget()
    assert clock.left is None


def test_late_or_ahead_of_the_end_that_was_planned(workspace: Workspace, clock: Clock, hours: Hours) -> None:
    steps = ordered(workspace.document.steps)
    workspace.show_step(steps[0].id)
    assert clock.late is None
    clock.toggle()
    assert clock.ends == hours.now + sum(step.minutes for step in steps) * 60
    hours.now += 4 * 60
    assert clock.late == 0
    workspace.show_step(steps[1].id)
    assert clock.late == -6 * 60, "the first step took four minutes of ten"
    hours.now += (steps[1].minutes + 20) * 60
    assert clock.late == 14 * 60
    workspace.do(gestures.skip_step(steps[2].id))
    assert clock.late == (14 - steps[2].minutes) * 60


def test_going_back_for_a_while_does_not_do_again_the_steps_in_between(
    workspace: Workspace, clock: Clock, hours: Hours
) -> None:
    steps = ordered(workspace.document.steps)
    workspace.show_step(steps[0].id)
    clock.toggle()
    for step in steps[:4]:
        workspace.show_step(step.id)
        hours.now += step.minutes * 60
    assert clock.late == 0
    workspace.show_step(steps[1].id)
    assert clock.late == 0, "the step was over: nothing is planned for it any more"
    hours.now += 3 * 60
    assert clock.late == 3 * 60
    workspace.show_step(steps[4].id)
    assert clock.late == 3 * 60


def test_a_step_that_is_only_looked_at_moves_no_end(workspace: Workspace, clock: Clock, hours: Hours) -> None:
    steps = ordered(workspace.document.steps)
    workspace.show_step(steps[0].id)
    clock.toggle()
    hours.now += 300
    workspace.show_step(steps[-1].id)
    hours.now += 20
    workspace.show_step(steps[0].id)
    assert clock.late == 20


def test_the_clock_started_where_one_is_not_yet_counts_from_where_one_goes(
    workspace: Workspace, clock: Clock, hours: Hours
) -> None:
    steps = ordered(workspace.document.steps)
    workspace.show_step(steps[4].id)
    clock.toggle()
    hours.now += 15
    workspace.show_step(steps[0].id)
    assert clock.late == 0
    assert clock.ends == hours.now + sum(step.minutes for step in steps) * 60
    assert clock.spent(steps[4].id) == 0


def test_a_laptop_that_slept_is_not_counted(workspace: Workspace, clock: Clock, hours: Hours) -> None:
    said: list[str] = []
    clock.toggle()
    clock.stop()
    hours.now += 9 * 3600
    workspace.said.connect(lambda sentence, _wrong: said.append(sentence))
    again = Clock(workspace, hours)
    assert not again.running
    assert again.spent(workspace.step_id) == again.planned * 60
    assert "9 heures" in said[0]
    again.stop()


def test_a_step_without_minutes_says_so(qtbot: QtBot, workspace: Workspace, clock: Clock) -> None:
    workspace.do(gestures.edit_step(workspace.step_id, minutes=0))
    with qtbot.waitSignal(workspace.said):
        clock.toggle()
    assert clock.left is None


def test_nothing_runs_while_nothing_is_counted(clock: Clock, hours: Hours) -> None:
    assert not clock._timer.isActive()
    clock.toggle()
    assert clock._timer.isActive()
    assert 0 < clock._timer.interval() <= 1001
    clock.forget()
    assert not clock._timer.isActive()


@pytest.mark.usefixtures("projected")
def test_while_it_waits_the_end_comes_later_by_the_minute(
    console: Window, hours: Hours, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, pace = console.projection.clock, inside(console, Strip).pace
    monkeypatch.setattr(clock, "_now", hours)
    console.ask("clock")
    hours.now += 30
    console.ask("clock")
    assert clock.late == 0
    assert clock.ends is not None
    rest = 60 - clock.ends % 60
    assert clock._timer.interval() == pytest.approx(rest * 1000, abs=2), (
        "the hour that is told has whole minutes"
    )
    before = pace.text()
    hours.now += 5 * 60
    clock._timer.timeout.emit()
    assert clock.late == 300
    assert pace.text() != before
    assert "5 min" in pace.text()
    assert clock._timer.isActive()


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {"spent": 3},
        {"spent": {"s": "soon"}},
        {"running": 4, "since": True},
        {"running": "s", "since": 1},
        {"ends": float("inf"), "since": float("nan")},
        {"ends": 10**400, "spent": {"s": float("nan")}},
    ],
)
def test_a_desk_that_says_nonsense_starts_no_clock(workspace: Workspace, kept: object) -> None:
    workspace.keep("clock", kept)
    clock = Clock(workspace)
    assert clock.left is None
    assert clock.ends is None


def test_other_minutes_are_told_although_it_waits(qtbot: QtBot, workspace: Workspace, clock: Clock) -> None:
    clock.toggle()
    clock.toggle()
    with qtbot.waitSignal(clock.ticked):
        workspace.do(gestures.edit_step(workspace.step_id, minutes=3))
    assert clock.left == 180
    assert not clock.running


def test_time_is_told_as_one_reads_it() -> None:
    assert [told(0), told(59), told(760), told(3900)] == ["0:00", "0:59", "12:40", "1:05:00"]


def test_the_wall_shows_it_once_it_is_started(console: Window, projected: Projector) -> None:
    assert projected.beside.face.isHidden()
    wide = projected.beside.banner.picture
    console.ask("clock")
    assert projected.beside.face.isVisible()
    assert texts(projected.beside.face.picture) in ("10:00", "9:59")
    assert projected.beside.face.geometry().right() <= projected.width()
    assert wide is not None
    console.ask("blank")
    QApplication.processEvents()
    assert projected.beside.face.isVisible()
    console.ask("no_clock")
    assert projected.beside.face.isHidden()


@pytest.mark.parametrize("width", [800, 1000, 1600])
def test_paused_it_stays_in_the_corner_of_a_wall_of_another_width(
    console: Window, projected: Projector, width: int
) -> None:
    projected.resize(1280, 720)
    console.ask("clock")
    console.ask("clock")
    assert not projected.clock.running
    projected.resize(width, 720)
    QApplication.processEvents()
    assert projected.beside.face.geometry().right() == width - 1


def test_past_an_hour_it_takes_its_room_from_the_question(console: Window, projected: Projector) -> None:
    question = "Qui manque encore autour de la table pour que chacun puisse se nourrir demain à Rivemont ?"
    console.workspace.do(gestures.edit_step(console.workspace.step_id, question=question))
    beside = projected.beside
    for width in range(1000, 1500, 20):
        projected.resize(width, 720)
        console.ask("clock")
        assert beside.signs == len("9:59") + (projected.clock.left == 600)
        projected.clock.give(60)
        projected.clock._tick()
        assert beside.signs == len("1:09:59")
        assert beside.banner.picture is not None
        left = beside.face.geometry().left() / beside.scale
        for shape in beside.banner.picture.shapes:
            if isinstance(shape, Text):
                assert shape.x + lettering.width(shape.text, shape.size, shape.bold) <= left, width
        console.ask("no_clock")


def test_a_second_repaints_its_corner_alone(qtbot: QtBot, console: Window, projected: Projector) -> None:
    console.ask("clock")
    QApplication.processEvents()
    banner, shown = projected.beside.banner.picture, projected.map.picture
    with qtbot.assertNotEmitted(projected.shown), qtbot.waitSignal(projected.second):
        projected.clock._tick()
    assert projected.beside.banner.picture is banner
    assert projected.map.picture is shown


def test_a_lot_of_delay_is_won_back_in_one_gesture(
    qtbot: QtBot, console: Window, projected: Projector, monkeypatch: pytest.MonkeyPatch
) -> None:
    hours = Hours()
    clock = console.projection.clock
    monkeypatch.setattr(clock, "_now", hours)
    workspace = console.workspace
    steps = ordered(workspace.document.steps)
    workspace.show_step(steps[1].id)
    clock.toggle()
    hours.now += (steps[1].minutes + 25) * 60
    clock._tick()
    strip = console.projection._strip
    assert strip is not None
    assert strip.pace.text().startswith("25 minutes de retard, fin à ")
    assert strip.shorten.isVisible()
    assert strip.time.text() == "+25:00"
    dialog = console.projection.shorten()
    assert isinstance(dialog, Shorten)
    assert "25 minutes regagnées" in dialog.told.text()
    last = steps[-1].id
    line = dialog.fields[last].lineEdit()
    assert line.width() > line.fontMetrics().horizontalAdvance("600 min"), "the minutes are read"
    assert dialog.fields[last].value() == steps[-1].minutes, "the closing keeps its time"
    dialog.fields[last].setValue(steps[-1].minutes - 1)
    assert "26 minutes regagnées" in dialog.told.text()
    dialog.accept_button.click()
    assert clock.late == -60
    clock._tick()
    assert not strip.shorten.isVisible()
    workspace.undo()
    assert clock.late == 25 * 60


def test_shortening_many_steps_stays_on_the_screen(console: Window) -> None:
    workspace = console.workspace
    more = [gestures.add_step(Step(f"more{n}", title=f"Étape {n}")) for n in range(60)]
    assert workspace.do(gestures.together("step.add", more))
    dialog = console.projection.shorten()
    assert isinstance(dialog, Shorten)
    assert dialog.height() <= dialog.screen().availableSize().height()
    last = dialog.fields["more59"]
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert dialog.accept_button.visibleRegion().boundingRect() == dialog.accept_button.rect()
    dialog.reject()


def test_the_rail_says_what_each_step_took(console: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    hours = Hours()
    clock = console.projection.clock
    monkeypatch.setattr(clock, "_now", hours)
    console.ask("clock")
    hours.now += 7 * 60
    console.go(1)
    steps = console.rail.steps
    first = ordered(console.workspace.document.steps)[0]
    assert steps.spent == {first.id: 7}
    assert "7 minutes passées" in steps.item(0).toolTip()
    console.ask("five_more")
    assert clock.left == (clock.planned + 5) * 60
