"""What remains open at the end of a session."""

from dataclasses import replace

from facilitator.model import gestures
from facilitator.model.document import Actor, Commitment, Item, blank
from facilitator.model.remaining import Lack, Remaining, remaining
from facilitator.model.vocabulary import Agreement
from tests.model.rich import rich


def found(document: object) -> list[tuple[Lack, str]]:
    return [(one.lack, one.id) for one in remaining(document)]  # type: ignore[arg-type]


def test_nothing_is_open_in_a_blank_session() -> None:
    assert remaining(blank()) == ()


def test_points_by_what_the_group_said_of_them_the_gravest_first() -> None:
    document = gestures.skip_step("s2", skipped=False)(rich())
    document = gestures.add_item(Item("new", "s2", "Jamais discuté"))(document)
    assert found(document)[:2] == [(Lack.DISAGREEMENT, "s2-1"), (Lack.UNSAID, "new")]
    document = gestures.answer("new", text="Des mots, mais pas d’état")(document)
    assert (Lack.UNSAID, "new") in found(document), "words are no state"
    document = gestures.answer("new", agreement=Agreement.TO_CLARIFY)(document)
    assert (Lack.TO_CLARIFY, "new") in found(document)
    document = gestures.answer("new", agreement=Agreement.YES)(document)
    assert not [id_ for _lack, id_ in found(document) if id_ == "new"]


def test_a_skipped_step_asks_for_nothing_but_keeps_its_disagreements() -> None:
    document = gestures.add_item(Item("new", "s2", "Jamais discuté"))(rich())
    assert document.steps["s2"].skipped
    assert (Lack.UNSAID, "new") not in found(document)
    assert (Lack.DISAGREEMENT, "s2-1") in found(document)


def test_a_commitment_needs_somebody_and_a_day() -> None:
    document = replace(rich(), commitments={})
    document = gestures.add_commitment(Commitment("c", "Appeler"))(document)
    assert [lack for lack, id_ in found(document) if id_ == "c"] == [Lack.NO_OWNER, Lack.NO_DATE]
    document = gestures.edit_commitment("c", who="Zoë", due="2027-01-01")(document)
    assert not [lack for lack, id_ in found(document) if id_ == "c"]


def test_actors_without_a_link_wherever_they_are() -> None:
    document = gestures.add_actor(Actor("alone", "Seul", "other"))(rich())
    assert Remaining(Lack.UNLINKED, "alone") in remaining(document)
    assert (Lack.UNLINKED, "a1") not in found(document)
