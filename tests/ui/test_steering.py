"""A step shows its part of the map, and gives back what was there before."""

from dataclasses import replace

import pytest

from facilitator.model import gestures
from facilitator.model.document import Link, Step
from facilitator.model.lens import Horizon, Lens
from facilitator.model.vocabulary import MapFilter
from facilitator.ui import looking
from facilitator.ui.steering import Steering
from facilitator.ui.workspace import Workspace


def go(workspace: Workspace, kind: MapFilter) -> None:
    workspace.show_step(f"shows-{kind}")


@pytest.fixture
def led(workspace: Workspace) -> Workspace:
    for kind in MapFilter:
        assert workspace.do(gestures.add_step(Step(f"shows-{kind}", title=str(kind), map_filter=kind)))
    go(workspace, MapFilter.ALL)
    return workspace


def test_each_step_has_its_part_and_the_map_comes_back(led: Workspace) -> None:
    go(led, MapFilter.ACTORS)
    assert led.lens == Lens(only_actors=True)
    assert led.seen.hidden == {"funds"}
    assert looking.told(led.lens, led.seen).startswith("1 lien masqué")
    go(led, MapFilter.TODAY)
    assert led.lens == Lens(horizon=Horizon.TODAY)
    go(led, MapFilter.ALL)
    assert led.lens == Lens()


def test_what_is_set_by_hand_stays(led: Workspace) -> None:
    go(led, MapFilter.TODAY)
    looking.turn(led, "categories", "authority")
    looking.turn_horizon(led)
    assert led.lens.horizon is Horizon.DESIRED
    go(led, MapFilter.ALL)
    assert led.lens == Lens(categories=frozenset({"authority"}))
    looking.turn_horizon(led)
    go(led, MapFilter.DESIRED)
    assert led.lens.horizon is Horizon.DESIRED
    go(led, MapFilter.ALL)
    assert led.lens == Lens(Horizon.TODAY, categories=frozenset({"authority"})), (
        "it was today before that step"
    )


def test_everything_can_be_shown_and_a_link_drawn_is_seen(led: Workspace) -> None:
    go(led, MapFilter.ACTORS)
    led.do(gestures.add_link(Link("new", "grocer", "town")))
    assert "new" not in led.seen.aside
    looking.show_all(led)
    assert not led.seen.aside
    go(led, MapFilter.ALL)
    assert led.lens == Lens()


def test_a_crash_gives_back_the_right_map(led: Workspace) -> None:
    go(led, MapFilter.ACTORS)
    led._steering.deleteLater()
    led._steering = Steering(led)
    go(led, MapFilter.ALL)
    assert led.lens == Lens()


def test_another_part_is_shown_at_once(led: Workspace) -> None:
    go(led, MapFilter.ALL)
    led.do(gestures.edit_step("shows-all", map_filter=MapFilter.ACTORS))
    assert led.lens.only_actors
    led.undo()
    assert led.lens == Lens()


@pytest.mark.parametrize(
    "kept", [None, [], {"own": 3}, {"own": {"horizon": "never"}, "set": {"horizon": "desired"}}]
)
def test_nonsense_on_the_desk_does_no_harm(led: Workspace, kept: object) -> None:
    led.keep("steered", kept)
    again = Steering(led)
    go(led, MapFilter.TODAY)
    go(led, MapFilter.ALL)
    assert led.lens.horizon in Horizon
    assert replace(led.lens, horizon=Horizon.DESIRED) == Lens()
    again.deleteLater()
