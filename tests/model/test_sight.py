"""A lens followed from gesture to gesture: what was in sight stays, what does not matter costs nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import gestures
from facilitator.model.document import Contribution, Document, Link
from facilitator.model.gestures import Gesture, Refused
from facilitator.model.lens import Horizon, Lens
from facilitator.model.sight import Sight, followed, invited, sight
from facilitator.model.vocabulary import Pillar, Presence, Status
from tests.model.looked import WORKSHOP, actor, documents, lenses

ASSOCIATIONS = Lens(categories=frozenset({"association"}), hides=True)


def after(held: Sight, before: Document, *done: Gesture) -> tuple[Sight, Document]:
    for gesture in done:
        document = gesture(before)
        held, before = followed(held, before, document), document
    return held, before


def test_who_has_just_come_is_shown_until_another_lens() -> None:
    held, document = after(
        sight(WORKSHOP, ASSOCIATIONS), WORKSHOP, gestures.add_actor(actor("mill", "company"))
    )
    assert held.guests == {"mill"}
    assert "mill" not in held.seen.hidden
    assert "dairy" in held.seen.hidden
    again = sight(document, replace(ASSOCIATIONS, presences=frozenset({Presence.PRESENT})))
    assert "mill" in again.seen.hidden


def test_who_comes_and_is_asked_for_is_no_guest() -> None:
    held, _document = after(
        sight(WORKSHOP, ASSOCIATIONS), WORKSHOP, gestures.add_actor(actor("mill", "association"))
    )
    assert held.guests == frozenset()
    assert "mill" not in held.seen.aside


def test_who_leaves_the_tray_is_shown() -> None:
    held, _document = after(sight(WORKSHOP, ASSOCIATIONS), WORKSHOP, gestures.place_actors({"radio": (9, 9)}))
    assert held.guests == {"radio", "speaks"}
    assert "radio" not in held.seen.aside
    assert "speaks" not in held.seen.aside, "nor is its link to who is shown"


def test_what_is_changed_under_the_hand_stays_in_sight() -> None:
    start = sight(WORKSHOP, ASSOCIATIONS)
    held, _document = after(start, WORKSHOP, gestures.edit_actor("grocer", category="company"))
    assert "grocer" in held.guests
    assert held.seen.aside == start.seen.aside


def test_a_link_to_create_drawn_today_is_shown() -> None:
    start = sight(WORKSHOP, Lens(Horizon.TODAY))
    link = Link("new", "grocer", "prefect", status=Status.TO_CREATE)
    held, document = after(start, WORKSHOP, gestures.add_link(link))
    assert held.seen == start.seen
    held, _document = after(held, document, gestures.edit_link("grows", status=Status.TO_CREATE))
    assert held.seen == start.seen
    assert held.guests >= {"new", "grows"}


def test_a_new_link_brings_both_its_ends() -> None:
    held, _document = after(
        sight(WORKSHOP, ASSOCIATIONS), WORKSHOP, gestures.add_link(Link("new", "grocer", "prefect"))
    )
    assert not held.seen.aside & {"new", "prefect"}
    assert "dairy" in held.seen.aside


def test_undo_shows_and_hides_what_was_before() -> None:
    start = sight(WORKSHOP, ASSOCIATIONS)
    fewer = gestures.delete_actors(["grocer", "dairy"])(WORKSHOP)
    gone = followed(start, WORKSHOP, fewer)
    assert followed(gone, fewer, WORKSHOP).seen == start.seen


def test_what_is_asked_for_again_is_shown() -> None:
    held, _document = after(
        sight(WORKSHOP, ASSOCIATIONS), WORKSHOP, gestures.edit_actor("dairy", category="association")
    )
    assert not held.seen.aside & {"dairy", "sells"}


def test_a_deleted_category_leaves_the_lens() -> None:
    lens = replace(ASSOCIATIONS, categories=frozenset({"academic"}))
    start = sight(WORKSHOP, lens)
    assert start.seen.actors_aside == 4
    held, _document = after(start, WORKSHOP, gestures.delete_category("academic"))
    assert held.lens == Lens(hides=True)
    assert held.seen.aside == frozenset()


def test_what_no_lens_looks_at_leaves_the_very_same_sight() -> None:
    everything = replace(ASSOCIATIONS, horizon=Horizon.TODAY, statuses=frozenset({Status.EXISTING}))
    for lens in (Lens(), Lens(Horizon.TODAY), everything):
        start = sight(WORKSHOP, lens)
        for gesture in (
            gestures.place_actors({"grocer": (5, 5), "dairy": (6, 6)}),
            gestures.edit_actor("dairy", missions="Du lait"),
            gestures.edit_link("sells", intensity=4),
            gestures.edit_workshop(title="Autre"),
            gestures.add_contribution(Contribution("c9", "dairy", Pillar.HUMAN)),
        ):
            assert followed(start, WORKSHOP, gesture(WORKSHOP)) is start


def test_a_contribution_matters_to_who_asks_for_pillars() -> None:
    lens = Lens(pillars=frozenset({Pillar.HUMAN}))
    start = sight(WORKSHOP, lens)
    assert "dairy" in start.seen.aside
    held, _document = after(
        start, WORKSHOP, gestures.add_contribution(Contribution("c9", "dairy", Pillar.HUMAN))
    )
    assert "dairy" not in held.seen.aside


def test_an_invited_actor_is_shown_and_the_others_stay_aside() -> None:
    start = sight(WORKSHOP, ASSOCIATIONS)
    held = invited(start, WORKSHOP, ["prefect"])
    assert "prefect" not in held.seen.hidden
    assert "dairy" in held.seen.hidden
    assert held.lens == ASSOCIATIONS
    assert invited(start, WORKSHOP, ["grocer", "gone"]) is start


@given(documents(), lenses, st.data())
def test_no_gesture_puts_aside_what_was_in_sight(document: Document, lens: Lens, data: st.DataObject) -> None:
    held = sight(document, lens)
    for number in range(data.draw(st.integers(1, 4))):
        some = st.sampled_from(sorted(document.actors))
        one = data.draw(some)
        gesture = data.draw(
            st.sampled_from(
                [
                    gestures.edit_actor(one, category="state"),
                    gestures.edit_actor(one, presence=Presence.ABSENT),
                    gestures.place_actors({one: (3.0, 3.0)}),
                    gestures.add_link(Link(f"n{number}", one, data.draw(some), status=Status.TO_CREATE)),
                    gestures.add_actor(actor(f"z{number}", "company")),
                    gestures.delete_actors([one]) if len(document.actors) > 1 else gestures.edit_actor(one, note="n"),
                ]
            )
        )  # fmt: skip
        try:
            now = gesture(document)
        except Refused:
            continue
        before, held = held, followed(held, document, now)
        # Nobody leaves by a gesture: who is aside was so before, under this very lens.
        shown_before = (document.actors.keys() | document.links.keys()) - before.left
        assert not held.seen.aside & shown_before
        assert not held.seen.aside & (now.actors.keys() | now.links.keys()) - before.left
        assert held.seen.aside <= held.left
        document = now
