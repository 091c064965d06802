"""Sections of the minutes in the order the facilitator wants."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.document import Workshop
from facilitator.model.sections import SECTIONS, arranged, printed

WORKSHOP = Workshop()
KEYS = st.lists(st.sampled_from([*SECTIONS, "of-another-version"]))


@given(KEYS, KEYS)
def test_every_section_has_one_place_and_those_named_keep_their_order(
    wanted: list[str], without: list[str]
) -> None:
    workshop = replace(WORKSHOP, minutes_sections=tuple(wanted), minutes_without=tuple(without))
    order = arranged(workshop)
    assert sorted(order) == sorted(SECTIONS)
    named = [key for key in dict.fromkeys(wanted) if key in SECTIONS]
    assert [key for key in order if key in named] == named
    assert printed(workshop) == tuple(key for key in order if key not in without)


def test_the_usual_order() -> None:
    assert arranged(WORKSHOP) == printed(WORKSHOP) == SECTIONS


def test_a_section_nobody_named_follows_the_one_it_usually_follows() -> None:
    wanted = tuple(key for key in reversed(SECTIONS) if key != "change")
    order = arranged(replace(WORKSHOP, minutes_sections=wanted))
    assert order[order.index("map") + 1] == "change"
    first = arranged(replace(WORKSHOP, minutes_sections=tuple(reversed(SECTIONS[1:]))))
    assert first[0] == SECTIONS[0]
