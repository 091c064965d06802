"""What a lens fades and hides: nothing without filters, never more with another one, and never by what is gone."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.document import Document, Link
from facilitator.model.lens import KINDS, Horizon, Lens, Seen, from_plain, kept, seen, to_plain
from facilitator.model.vocabulary import Pillar, Presence, Status
from tests.model.looked import VALUES, WORKSHOP, actor, asking, document, documents, lenses


def aside(lens: Lens, held: Document = WORKSHOP) -> set[str]:
    return set(seen(held, lens).aside)


class TestWhatIsAsked:
    @pytest.mark.parametrize(
        ("lens", "left"),
        [
            (Lens(), set()),
            (Lens(categories=frozenset({"association"})), {"dairy", "prefect", "sells", "meets"}),
            (Lens(categories=frozenset({"association", "company"})), {"prefect", "meets"}),
            (
                Lens(presences=frozenset({Presence.ABSENT})),
                {"grocer", "garden", "dairy", "sells", "grows", "meets", "speaks"},
            ),
            (Lens(pillars=frozenset({Pillar.HUMAN})), {"garden", "dairy", "prefect", "sells", "grows", "meets"}),
            (Lens(odds=frozenset({12, 2})), {"garden", "prefect", "grows", "meets"}),
            (Lens(types=frozenset({"funding"})), {"grows", "meets", "speaks"}),
            (Lens(statuses=frozenset({Status.TO_STRENGTHEN, Status.TO_CREATE})), {"sells"}),
            (Lens(focus=frozenset({"garden"})), {"dairy", "sells", "speaks"}),
            (
                Lens(categories=frozenset({"association"}), presences=frozenset({Presence.PRESENT})),
                {"garden", "dairy", "prefect", "sells", "grows", "meets"},
            ),
        ],
    )  # fmt: skip
    def test_any_value_of_a_kind_will_do_and_kinds_hold_together(self, lens: Lens, left: set[str]) -> None:
        assert aside(lens) == left

    def test_what_is_left_out_is_faded_or_hidden(self) -> None:
        lens = Lens(categories=frozenset({"association"}))
        faded, hidden = seen(WORKSHOP, lens), seen(WORKSHOP, replace(lens, hides=True))
        assert faded.hidden == frozenset()
        assert hidden.faded == frozenset()
        assert faded.faded == hidden.hidden

    def test_today_hides_links_to_create_and_moves_nobody_aside(self) -> None:
        today = seen(WORKSHOP, Lens(Horizon.TODAY))
        assert today == Seen(hidden=frozenset({"meets", "speaks"}), to_come=1)

    def test_today_a_link_to_create_makes_no_neighbour(self) -> None:
        lens = Lens(focus=frozenset({"prefect"}))
        assert "garden" not in aside(lens)
        assert "garden" in aside(replace(lens, horizon=Horizon.TODAY))

    def test_who_waits_in_the_tray_is_never_aside_nor_counted(self) -> None:
        what = seen(WORKSHOP, Lens(categories=frozenset({"state"}), hides=True))
        assert "radio" not in what.hidden
        assert what.actors_aside == 3

    def test_counts_are_those_of_the_map(self) -> None:
        what = seen(WORKSHOP, Lens(Horizon.TODAY, types=frozenset({"funding"})))
        assert (what.actors_aside, what.links_aside, what.to_come) == (0, 1, 0)
        assert seen(WORKSHOP, Lens(Horizon.TODAY)).to_come == 1

    @given(documents(), lenses)
    def test_links_to_come_are_those_that_the_desired_map_shows(self, held: Document, lens: Lens) -> None:
        today = seen(held, replace(lens, horizon=Horizon.TODAY))
        desired = seen(held, replace(lens, horizon=Horizon.DESIRED))
        placed = {row.id for row in held.actors.values() if row.placed}
        shown = [
            row
            for row in held.links.values()
            if row.status is Status.TO_CREATE
            and row.id not in desired.aside
            and {row.source, row.target} <= placed
        ]
        assert today.to_come == len(shown)

    def test_guests_are_shown_with_the_links_between_what_is_shown(self) -> None:
        lens = Lens(categories=frozenset({"association"}))
        assert set(seen(WORKSHOP, lens, {"dairy"}).aside) == {"prefect", "meets"}
        assert set(seen(WORKSHOP, Lens(Horizon.TODAY), {"meets"}).hidden) == {"speaks"}
        only = Lens(types=frozenset({"funding"}))
        assert "grows" not in seen(WORKSHOP, only, {"grows"}).aside

    def test_a_guest_link_to_someone_hidden_stays_hidden(self) -> None:
        lens = Lens(categories=frozenset({"association"}), hides=True)
        assert "sells" in seen(WORKSHOP, lens, {"sells"}).hidden


class TestForEveryLens:
    @given(documents(), st.sampled_from(Horizon), st.booleans())
    def test_an_empty_lens_sees_every_actor_and_all_that_exists(
        self, held: Document, horizon: Horizon, hides: bool
    ) -> None:
        lens = Lens(horizon, hides=hides)
        what = seen(held, lens)
        to_create = {row.id for row in held.links.values() if row.status is Status.TO_CREATE}
        assert not lens.filters
        assert set(what.aside) == (to_create if horizon is Horizon.TODAY else set())
        assert what.actors_aside == 0

    @given(documents(), lenses)
    def test_nothing_is_both_faded_and_hidden_and_all_of_it_is_there(
        self, held: Document, lens: Lens
    ) -> None:
        what = seen(held, lens)
        assert not what.faded & what.hidden
        assert what.aside <= held.actors.keys() | held.links.keys()
        assert what.actors_aside == len(what.aside & held.actors.keys())
        assert what.links_aside + what.to_come <= len(what.aside & held.links.keys())

    @given(documents(), lenses)
    def test_a_link_that_is_shown_has_both_its_ends(self, held: Document, lens: Lens) -> None:
        what = seen(held, lens)
        for row in held.links.values():
            if row.id not in what.aside:
                assert not what.aside & {row.source, row.target}

    @given(documents(), lenses, st.sampled_from(sorted(VALUES)), st.data())
    def test_another_kind_of_filter_never_shows_more_actors(
        self, held: Document, lens: Lens, kind: str, data: st.DataObject
    ) -> None:
        fewer, more = asking(lens, kind), asking(lens, kind, data.draw(VALUES[kind]))
        actors = held.actors.keys()
        assert seen(held, fewer).aside & actors <= seen(held, more).aside & actors

    @given(documents(), lenses, st.sampled_from(sorted(VALUES)), st.data())
    def test_another_value_of_the_same_kind_never_shows_less(
        self, held: Document, lens: Lens, kind: str, data: st.DataObject
    ) -> None:
        first, second = data.draw(VALUES[kind]), data.draw(VALUES[kind])
        one, two = asking(lens, kind, first), asking(lens, kind, first, second)
        assert seen(held, two).aside <= seen(held, one).aside

    @given(documents(), lenses, st.frozensets(st.sampled_from(["a", "b", "l0", "l1"])))
    def test_guests_only_ever_show_more(self, held: Document, lens: Lens, guests: frozenset[str]) -> None:
        with_guests = seen(held, lens, guests)
        assert with_guests.aside <= seen(held, lens).aside
        assert not with_guests.aside & guests & held.actors.keys()


def test_a_question_leaves_what_it_is_about_and_the_links_between() -> None:
    told = document(actor("a"), actor("b"), actor("c"), links=(Link("ab", "a", "b"), Link("bc", "b", "c")))
    assert seen(told, Lens(evidence=frozenset({"a", "b"}))).faded == {"c", "bc"}


def test_actors_alone_leave_every_link_out_until_one_is_drawn() -> None:
    told = document(actor("a"), actor("b"), links=(Link("ab", "a", "b"),))
    found = seen(told, Lens(only_actors=True))
    assert not found.faded
    assert found.hidden == {"ab"}
    assert found.links_aside == 1
    assert not seen(told, Lens(only_actors=True), guests={"ab"}).hidden


class TestKept:
    def test_what_is_gone_leaves_the_lens_instead_of_hiding_everything(self) -> None:
        lens = Lens(
            categories=frozenset({"company", "state"}),
            types=frozenset({"skills"}),
            focus=frozenset({"radio"}),
            presences=frozenset({Presence.ABSENT}),
        )
        fewer = replace(
            WORKSHOP,
            categories={id_: row for id_, row in WORKSHOP.categories.items() if id_ != "company"},
            link_types={},
            actors={},
        )
        assert kept(lens, fewer) == Lens(
            categories=frozenset({"state"}), presences=frozenset({Presence.ABSENT})
        )
        assert kept(lens, WORKSHOP) is lens

    @given(lenses)
    def test_the_desk_gives_back_the_lens_it_was_given(self, lens: Lens) -> None:
        everyone = document(actor("a"), actor("b"), actor("c"))
        assert from_plain(json.loads(json.dumps(to_plain(lens))), everyone) == lens

    @pytest.mark.parametrize(
        "plain",
        [
            None,
            "today",
            [],
            {"horizon": "never", "categories": "state", "odds": [0, 18, "1", None, {}], "hides": 1},
            {"focus": ["gone"], "types": [["funding"]], "presences": {"present": True}, "other": 3},
        ],
    )
    def test_what_cannot_be_read_asks_for_nothing(self, plain: object) -> None:
        assert from_plain(plain, WORKSHOP) == Lens()

    def test_what_can_be_read_stays(self) -> None:
        plain = {"horizon": "today", "hides": True, "odds": [3, 99], "categories": ["state", "gone"]}
        assert from_plain(plain, WORKSHOP) == Lens(
            Horizon.TODAY, odds=frozenset({3}), categories=frozenset({"state"}), hides=True
        )

    def test_filters_are_all_kinds_and_the_focus_but_not_the_horizon(self) -> None:
        assert not Lens(Horizon.TODAY, hides=True).filters
        for name in (*KINDS, "focus", "evidence"):
            lens = asking(Lens(Horizon.TODAY, hides=True), name, "x")
            assert lens.filters
            assert lens.unfiltered == Lens(Horizon.TODAY, hides=True)
