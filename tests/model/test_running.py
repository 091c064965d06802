"""Gestures made while a session runs, and what they leave to the editions."""

from dataclasses import replace

import pytest

from facilitator.model import gestures
from facilitator.model.document import Category, Contribution, Means, Moment, Participant, Vote
from facilitator.model.edition import as_it_was, edition
from facilitator.model.gestures import Refused
from facilitator.model.vocabulary import Pillar, Side, VoteKind
from tests.model.rich import rich


def test_a_voice_is_counted_up_and_down_to_nothing() -> None:
    document = gestures.note_voice("state")(gestures.note_voice("state")(rich()))
    assert document.voices["state"].turns == 2
    document = gestures.note_voice("state", -1)(gestures.note_voice("state", -1)(document))
    assert "state" not in document.voices
    with pytest.raises(Refused):
        gestures.note_voice("state", -1)(document)
    assert gestures.forget_voices()(document).voices == {}


def test_a_category_that_only_spoke_goes_with_its_voice() -> None:
    document = gestures.add_category(Category("new", "Médias"))(rich())
    document = gestures.note_voice("new")(document)
    document = gestures.delete_category("new")(document)
    assert "new" not in document.voices
    assert "new" not in document.categories


def test_several_steps_are_planned_anew_at_once() -> None:
    document = gestures.time_steps({"s1": 5, "s2": 15})(rich())
    assert (document.steps["s1"].minutes, document.steps["s2"].minutes) == (5, 15)
    with pytest.raises(Refused):
        gestures.time_steps({"gone": 5})(document)


def test_votes_are_shown_together() -> None:
    document = gestures.add_vote(Vote("v3", "s2-2", kind=VoteKind.CONSENT))(rich())
    document = gestures.reveal_votes(["v2", "v3"])(document)
    assert all(vote.revealed for vote in document.votes.values())
    document = gestures.reveal_votes(["v2"], revealed=False)(document)
    assert not document.votes["v2"].revealed


def test_a_moment_stays_when_its_step_goes() -> None:
    document = gestures.delete_step("s2")(rich())
    assert document.moments["t1"].step == ""


def test_what_is_put_in_common_outlives_who_brings_it() -> None:
    document = rich()
    document = gestures.add_contribution(Contribution("c9", "a3", Pillar.HUMAN, text="Des bras"))(document)
    means = Means("m9", Pillar.HUMAN, Side.OFFER, "Des bras", ("a3",), ("c9",))
    document = gestures.add_means(means)(document)
    document = gestures.delete_actors(["a3"])(document)
    kept = document.means["m9"]
    assert (kept.actors, kept.contributions, kept.who) == ((), (), "Habitants")


def test_what_is_put_in_common_rests_no_more_on_a_contribution_that_is_gone() -> None:
    document = gestures.delete_contribution("c2")(rich())
    assert document.means["m1"].contributions == ("c3",)


def test_editions_keep_what_was_asked_for_and_no_more() -> None:
    document = rich()
    shown = edition(document, "participants")
    assert set(shown.moments) == {"t1"}
    assert shown.voices
    assert not shown.evaluations
    assert set(shown.means) == {"m1", "m2"}
    workshop = replace(document.workshop, voices_in_minutes=False, evaluation_in_minutes=True)
    shown = edition(replace(document, workshop=workshop), "participants")
    assert not shown.voices
    assert set(shown.evaluations) == {"q1", "q2"}


def test_the_public_edition_has_no_voices_nor_evaluation_and_nothing_confidential_in_common() -> None:
    document = gestures.edit_workshop(evaluation_in_minutes=True)(rich())
    document = gestures.edit_means("m1", confidential=False)(document)
    shown = edition(document, "public")
    assert not shown.voices
    assert not shown.evaluations
    assert shown.means["m1"].actors == ("a2",), "a1 is confidential"
    assert shown.means["m1"].contributions == ("c3",)
    assert shown.means["m1"].who == ""
    hidden = gestures.edit_means("m2", actors=("a1",))(document)
    assert "m2" not in edition(hidden, "public").means


def test_a_past_state_leaves_under_the_confidences_of_today() -> None:
    past = gestures.add_participant(Participant("p3", "Rose Thé", named=True))(rich())
    past = gestures.edit_actor("a2", confidential=False)(past)
    now = gestures.edit_actor("a2", confidential=True)(past)
    now = gestures.edit_link("k2", tension=True)(now)
    now = gestures.edit_participant("p1", named=False)(now)
    now = gestures.delete_participant("p3")(now)
    was = as_it_was(past, now)
    assert was.actors["a2"].confidential
    assert was.links["k2"].tension
    assert not was.participants["p1"].named
    assert not was.participants["p3"].named
    assert was.actors["a3"] is past.actors["a3"]


def test_a_moment_is_of_no_step_or_of_one_that_exists() -> None:
    document = gestures.take_moment(Moment("t9", "Maintenant"))(rich())
    assert document.moments["t9"].rank == 3
    with pytest.raises(Refused):
        gestures.take_moment(Moment("t9", "Encore"))(document)


def test_the_name_of_a_moment_names_nobody_who_is_not_to_be_named() -> None:
    document = gestures.add_participant(Participant("p3", "Rose Thé", named=False))(rich())
    document = gestures.take_moment(Moment("t9", "Après Rose Thé", in_minutes=True))(document)
    assert edition(document, "participants").moments["t9"].name == "Après …"
    assert edition(document, "public").moments["t9"].name == "Après …"
