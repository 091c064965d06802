"""On time or late, and what can be won back."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import gestures, journey, pace
from facilitator.model.document import Document, Step
from facilitator.model.vocabulary import Block

DAY = journey.new_document("Séance", "fr")


def planned(minutes: list[int], closing: int = 10) -> Document:
    rows = [Step(f"s{n}", title="x", minutes=m, rank=n) for n, m in enumerate(minutes, 1)]
    end = Step("end", title="x", block=Block.CLOSING, minutes=closing, rank=len(minutes) + 1)
    return replace(DAY, steps={row.id: row for row in (*rows, end)}, items={})


def test_what_is_to_come_leaves_out_what_is_skipped() -> None:
    document = planned([10, 20, 30])
    assert pace.to_come(document, "s1") == 60 * 60
    assert pace.to_come(gestures.skip_step("s2")(document), "s1") == 40 * 60
    assert pace.to_come(document, "gone") == 70 * 60
    assert pace.to_come(document, "end") == 0


def test_ten_minutes_are_a_lot_and_so_is_a_share_of_what_remains() -> None:
    assert pace.is_much(601, 10_000)
    assert not pace.is_much(500, 10_000)
    assert pace.is_much(500, 1_000)
    assert not pace.is_much(60, 10)


def test_what_is_late_is_won_back_in_proportion_and_the_closing_keeps_its_time() -> None:
    assert pace.shortened(planned([10, 25, 15]), "s1", 10 * 60) == {"s2": 18, "s3": 12}
    assert pace.shortened(planned([10, 25, 15]), "s3", 10 * 60) == {}
    assert pace.shortened(planned([10, 4, 25]), "s1", 60 * 60) == {"s3": 5}, "a short step stays as it is"


@given(minutes=st.lists(st.integers(0, 90), min_size=1, max_size=9), late=st.integers(0, 9_000))
def test_shortening_wins_what_is_late_or_all_there_is(minutes: list[int], late: int) -> None:
    document = planned(minutes)
    found = pace.shortened(document, "s1", late)
    won = sum(document.steps[id_].minutes - n for id_, n in found.items())
    room = sum(max(m - 5, 0) for m in minutes[1:])
    assert won == min(-(-late // 60), room)
    assert all(n >= min(5, document.steps[id_].minutes) for id_, n in found.items())
    assert "end" not in found
    assert set(found) <= {f"s{n}" for n in range(2, len(minutes) + 1)}, (
        "what is over or under way is left alone"
    )
