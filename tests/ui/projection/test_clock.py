"""The time of a step."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.ui.projection.clock import Clock, told
from facilitator.ui.projection.projector import Projector
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.projection.conftest import texts


class Hours:
    """A time that goes on when one says so; seconds."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


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


def test_at_the_end_it_stays_at_nothing_and_can_start_again(clock: Clock, hours: Hours) -> None:
    clock.toggle()
    hours.now += 100_000
    assert clock.left == 0
    assert not clock.running
    clock.toggle()
    assert clock.left == clock.planned * 60


def test_a_crash_takes_nothing_off_it(workspace: Workspace, clock: Clock, hours: Hours) -> None:
    clock.toggle()
    hours.now += 90
    again = Clock(workspace, hours)
    assert again.running
    assert again.left == again.planned * 60 - 90
    again.stop()


def test_each_step_has_its_own(workspace: Workspace, clock: Clock, hours: Hours) -> None:
    first, *_, last = workspace.document.steps
    workspace.show_step(first)
    clock.toggle()
    hours.now += 30
    workspace.show_step(last)
    assert clock.left is None
    workspace.show_step(first)
    assert clock.left == clock.planned * 60 - 30
    clock.forget()
    assert clock.left is None


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
    clock.toggle()
    assert not clock._timer.isActive()
    clock.toggle()
    hours.now += 100_000
    clock._tick()
    assert not clock._timer.isActive()


@pytest.mark.parametrize("kept", [None, [], {"s": 3}, {"s": {"ends": "soon"}}, {"s": {"other": 1}}])
def test_a_desk_that_says_nonsense_starts_no_clock(workspace: Workspace, kept: object) -> None:
    workspace.keep("clock", kept)
    assert Clock(workspace).left is None


def test_time_is_told_as_one_reads_it() -> None:
    assert [told(0), told(59), told(760), told(3900)] == ["0:00", "0:59", "12:40", "1:05:00"]


def test_the_wall_shows_it_once_it_is_started(console: Window, projected: Projector) -> None:
    assert projected.face.isHidden()
    wide = projected.banner.picture
    console.ask("clock")
    assert projected.face.isVisible()
    assert texts(projected.face.picture) in ("10:00", "9:59")
    assert projected.face.geometry().right() <= projected.width()
    assert wide is not None
    console.ask("blank")
    QApplication.processEvents()
    assert projected.face.isVisible()
    console.ask("no_clock")
    assert projected.face.isHidden()


def test_a_second_repaints_its_corner_alone(qtbot: QtBot, console: Window, projected: Projector) -> None:
    console.ask("clock")
    QApplication.processEvents()
    banner, shown = projected.banner.picture, projected.map.picture
    with qtbot.assertNotEmitted(projected.shown), qtbot.waitSignal(projected.second):
        projected.clock._tick()
    assert projected.banner.picture is banner
    assert projected.map.picture is shown
