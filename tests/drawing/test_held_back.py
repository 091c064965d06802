"""Cards that the edge of the wall holds back."""

import pytest

from facilitator.drawing.held_back import held_back
from facilitator.drawing.shapes import Box
from facilitator.drawing.spread import AIR, Frame

FRAME = Frame(1000.0, 500.0, 20.0, 1.0)
STAY = {"west": Box(0.0, 100.0, 100.0, 50.0), "east": Box(850.0, 100.0, 100.0, 50.0)}
NOBODY = frozenset[str]()


def at(x: float, y: float) -> dict[str, Box]:
    return {"held": Box(0.0, 0.0, 100.0, 50.0).centred(x, y)}


def test_what_the_wall_shows_stays_where_it_is_put() -> None:
    assert held_back(at(500.0, 300.0), at(500.0, 300.0), STAY, NOBODY, FRAME, 1.0) is None


@pytest.mark.parametrize(
    ("x", "y", "there"),
    [
        (1100.0, 300.0, (950.0, 300.0)),
        (-120.0, 300.0, (0.0, 300.0)),
        (500.0, 560.0, (500.0, 535.0)),
        (500.0, -360.0, (500.0, -285.0)),
    ],
)
def test_what_is_carried_out_of_it_goes_to_its_edge(x: float, y: float, there: tuple[float, float]) -> None:
    centres = held_back(at(x, y), at(x, y), STAY, NOBODY, FRAME, 1.0)
    assert centres is not None
    assert centres["held"] == pytest.approx(there, abs=1e-3)


def test_a_card_at_the_edge_is_not_covered() -> None:
    centres = held_back(at(1060.0, 120.0), at(1060.0, 120.0), STAY, NOBODY, FRAME, 1.0)
    assert centres is not None
    x, y = centres["held"]
    assert x <= 950.001
    assert abs(y - 125.0) >= 50.0 + AIR - 0.001


def test_several_share_what_is_left_of_the_wall() -> None:
    wanted = {
        id_: Box(0.0, 0.0, 100.0, 50.0).centred(x, 125.0) for id_, x in (("one", -20.0), ("two", 1000.0))
    }
    stay = {"middle": Box(450.0, 100.0, 100.0, 50.0)}
    centres = held_back(wanted, wanted, stay, NOBODY, FRAME, 1.0)
    assert centres is not None
    assert centres["two"][0] - centres["one"][0] <= 900.001


def test_what_is_hidden_asks_for_nothing() -> None:
    far, hidden = at(5000.0, 300.0), frozenset(("held",))
    assert held_back(far, far, STAY, hidden, FRAME, 1.0) is None
    both = {**far, "out": Box(0.0, 0.0, 100.0, 50.0).centred(1060.0, 300.0)}
    centres = held_back(both, both, STAY, hidden, FRAME, 1.0)
    assert centres is not None
    assert centres["held"] == (5000.0, 300.0)
    assert held_back(at(960.0, 300.0), at(960.0, 300.0), STAY, frozenset(("west",)), FRAME, 1.0) is None


def test_what_is_hidden_keeps_its_place_from_what_is_held_back() -> None:
    wanted = {"a": at(1100.0, 300.0)["held"], "out": at(950.0, 300.0)["held"]}
    centres = held_back(wanted, wanted, STAY, frozenset(("out",)), FRAME, 1.0)
    assert centres is not None
    assert centres["out"] == (950.0, 300.0)
    assert abs(centres["a"][1] - 300.0) >= 50.0 + AIR - 0.001 or centres["a"][0] <= 850.0 - AIR + 0.001


@pytest.mark.parametrize(
    ("stay", "x"),
    [
        ({}, 1100.0),  # it is alone
        ({**STAY, "farther": Box(1400.0, 100.0, 100.0, 50.0)}, 1600.0),  # the others are too much already
        (STAY, 1400.0),  # it would be too far from its place
    ],
)
def test_elsewhere_all_is_arranged_again(stay: dict[str, Box], x: float) -> None:
    assert held_back(at(x, 300.0), at(x, 300.0), stay, NOBODY, FRAME, 1.0) is None


def test_where_there_is_no_room_all_is_arranged_again() -> None:
    full = {f"{n}": Box(110.0 * (n % 9), 60.0 * (n // 9), 100.0, 50.0) for n in range(72)}
    assert held_back(at(1000.0, 200.0), at(1000.0, 200.0), full, NOBODY, FRAME, 1.0) is None
