"""Gestures: pure, whole, and careful of what refers to what."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from facilitator.model import gestures
from facilitator.model.document import (
    TABLES,
    Actor,
    Category,
    Contribution,
    Document,
    Image,
    Item,
    Link,
    Participant,
    Remark,
    Row,
    blank,
    place,
    rows_of,
)
from facilitator.model.gestures import Gesture, Refused
from facilitator.model.gestures.actors import fresh
from facilitator.model.rules import broken
from facilitator.model.vocabulary import Agreement, Attendance, BackgroundKind, Fate, Presence
from tests.model import drawn
from tests.model.rich import rich
from tests.model.test_changes import walked

DOCUMENT = rich()


def refused(gesture: Gesture, document: Document = DOCUMENT) -> str:
    with pytest.raises(Refused) as caught:
        gesture(document)
    return caught.value.key


def outcome(gesture: Gesture, document: Document) -> tuple[Document, str]:
    """Where it leads; where it was, with the reason, if refused."""
    try:
        return gesture(document), ""
    except Refused as refusal:
        return document, refusal.key


def tables(document: Document) -> dict[str, dict[str, Row]]:
    return {table: dict(rows_of(document, table)) for table in TABLES}


ONE = settings(
    max_examples=2_000, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


@st.composite
def changed(draw: drawn.Draw, name: str) -> bool:
    after, _ = outcome(drawn.gesture(draw, DOCUMENT, name), DOCUMENT)
    return after is not DOCUMENT and not broken(after)


@pytest.mark.parametrize("name", drawn.PUBLIC)
def test_every_gesture_is_drawn_and_does_something(name: str) -> None:
    """So a gesture that is added must be drawn: by the tests here, and by the machine of the journal."""
    assert find(changed(name), bool, settings=ONE)


@settings(max_examples=20)
@given(data=st.data())
@pytest.mark.parametrize("name", drawn.PUBLIC)
def test_every_gesture_is_pure_and_keeps_order_and_references(data: st.DataObject, name: str) -> None:
    document = walked(data, DOCUMENT, 2)
    gesture = drawn.gesture(data.draw, document, name)
    before = tables(document)
    after, refusal = outcome(gesture, document)
    assert tables(document) == before
    assert outcome(gesture, document) == (after, refusal)
    for table in TABLES:
        rows = list(rows_of(after, table).values())
        assert rows == sorted(rows, key=place)
    left_hanging = [fault for fault in broken(after) if fault.rule == "ref.missing"]
    drawn_wrong = ("add", "edit", "answer", "take", "together", "place_and_link")
    assert name.startswith(drawn_wrong) or not left_hanging
    if name.startswith("delete"):
        assert not broken(after)


def test_a_gesture_counts_what_it_touches() -> None:
    assert gestures.delete_links(["k1", "k2", "k1"]).count == 2
    assert gestures.edit_actors(["a1", "a2"], pinned=True).touched == ("a1", "a2")


@pytest.mark.parametrize(
    "gesture",
    [
        gestures.edit_workshop(title="  Séance d’essai "),
        gestures.edit_actor("a1", odds=(17, 1, 1)),
        gestures.edit_background(centre="Projet"),
        gestures.edit_item("s2-1", text="Se dire les choses"),
        gestures.place_actors({"a1": (12.5, -40)}),
        gestures.place_actors({}),
        gestures.unplace_actors(["a3"]),
        gestures.move_actor("a1", "a2"),
        gestures.move_actor("a2", "a2"),
        gestures.move_actor("a3", None),
        gestures.answer("s2-2", text="  "),
        gestures.delete_links([]),
        gestures.skip_step("s2"),
        gestures.set_image(DOCUMENT.images["image"]),
        gestures.together("nothing", []),
    ],
)
def test_what_changes_nothing_gives_the_very_same_document(gesture: Gesture) -> None:
    assert gesture(DOCUMENT) is DOCUMENT


def test_an_actor_is_added_last_and_tidied() -> None:
    after = gestures.add_actor(Actor("new", " E\u0301picerie\n ", "company"))(DOCUMENT)
    assert after.actors["new"] == Actor("new", "Épicerie", "company", rank=4)
    assert refused(gestures.add_actor(Actor("a1", "x", "company"))) == "already"


def test_a_row_keeps_the_rank_it_brings() -> None:
    assert gestures.add_actor(Actor("new", "x", "company", rank=2))(DOCUMENT).actors["new"].rank == 2


def test_unknown_fields_are_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="wealth"):
        gestures.edit_actor("a1", wealth=3)
    with pytest.raises(TypeError, match="id"):
        gestures.edit_actors(["a1"], id="b")


@pytest.mark.parametrize(
    "gesture",
    [
        gestures.edit_actor("gone", pinned=True),
        gestures.place_actors({"gone": (0, 0)}),
        gestures.delete(["a1", "gone"], []),
        gestures.delete([], ["gone"]),
        gestures.delete_links(["gone"]),
        gestures.delete_category("gone"),
        gestures.delete_link_type("gone"),
        gestures.delete_item("gone"),
        gestures.delete_step("gone"),
        gestures.delete_zone("gone"),
        gestures.move_step("gone", None),
        gestures.answer("gone", text="x"),
        gestures.reverse_link("gone"),
        gestures.edit_item("gone", text="x"),
    ],
)
def test_what_is_gone_is_said(gesture: Gesture) -> None:
    assert refused(gesture) == "gone"


def test_deleting_actors_takes_what_is_theirs_and_keeps_what_was_said() -> None:
    after = gestures.delete_actors(["a1", "a2"])(DOCUMENT)
    assert list(after.actors) == ["a3"]
    assert not after.links
    assert not after.contributions
    assert after.practices["g1"].actor == ""
    commitment = after.commitments["e1"]
    assert (commitment.actors, commitment.link) == ((), "")
    assert commitment.who == "Zoë, Cœur de ville 👩‍🌾, Les Jardins du Gué"
    assert not broken(after)


def test_names_kept_in_a_commitment_never_make_too_long_a_line() -> None:
    long = gestures.together(
        "", [gestures.edit_actor("a2", name="x" * 290), gestures.edit_commitment("e1", who="")]
    )(DOCUMENT)
    after = gestures.delete_actors(["a1", "a2"])(long)
    assert after.commitments["e1"].who == "x" * 290
    assert not broken(after)


def test_deleting_what_is_selected() -> None:
    after = gestures.delete(["a3"], ["k1"])(DOCUMENT)
    assert list(after.actors) == ["a1", "a2"]
    assert list(after.links) == ["k2"]
    assert gestures.delete(["a3"], ["k1"]).name == "actor.delete"
    assert gestures.delete([], ["k1"]).name == "link.delete"


def test_a_category_in_use_or_the_last_one_stays() -> None:
    assert refused(gestures.delete_category("coop")) == "category.used"
    assert refused(gestures.delete_category("association")) == "category.used"
    voted = gestures.edit_actor("a1", category="other")(DOCUMENT)
    assert refused(gestures.delete_category("association"), voted) == "category.used"
    assert "state" not in gestures.delete_category("state")(DOCUMENT).categories
    last = replace(blank(), categories={"one": Category("one")})
    assert refused(gestures.delete_category("one"), last) == "categories.empty"


def test_a_type_of_link_leaves_its_links() -> None:
    after = gestures.delete_link_type("loan")(DOCUMENT)
    assert after.links["k1"].types == ("funding",)
    assert "loan" not in after.link_types


def test_a_step_goes_with_its_items_answers_and_votes() -> None:
    after = gestures.delete_step("s2")(DOCUMENT)
    assert (after.items, after.answers, after.votes) == ({}, {}, {})
    assert list(after.steps) == ["s1"]


def test_an_item_typed_again_is_no_proposal_any_more() -> None:
    assert not gestures.edit_item("s2-1", text="Autrement")(DOCUMENT).items["s2-1"].proposed
    assert gestures.edit_item("s2-1", text="Autrement", proposed=True)(DOCUMENT).items["s2-1"].proposed
    assert gestures.edit_item("s2-1", pillar=None)(DOCUMENT).items["s2-1"].proposed


def test_an_answer_comes_with_its_first_word_and_goes_with_the_last() -> None:
    with_item = gestures.add_item(Item("s2-3", "s2", "Un autre point"))(DOCUMENT)
    said = gestures.answer("s2-3", agreement=Agreement.YES)(with_item)
    assert said.answers["s2-3"].agreement is Agreement.YES
    assert gestures.answer("s2-3", agreement=Agreement.NOT_SAID, text=" ")(said) == with_item


def test_steps_are_skipped_and_taken_back() -> None:
    assert gestures.skip_step("s1").name == "step.skip"
    assert gestures.skip_step("s2", False).name == "step.unskip"
    assert not gestures.skip_step("s2", False)(DOCUMENT).steps["s2"].skipped


def test_order() -> None:
    assert list(gestures.move_actor("a3", "a1")(DOCUMENT).actors) == ["a3", "a1", "a2"]
    assert list(gestures.move_actor("a1", None)(DOCUMENT).actors) == ["a2", "a3", "a1"]
    assert list(gestures.move_actor("a1", "gone")(DOCUMENT).actors) == ["a2", "a3", "a1"]
    with pytest.raises(TypeError):
        gestures.core.move("x", "workshop", "workshop", None)


def test_copies_of_actors_bring_their_contributions_and_the_links_between_them() -> None:
    gesture = gestures.duplicate_actors({"a1": "b1", "a2": "b2", "a3": "b3"}, offset=(10, 20))
    after = gesture(DOCUMENT)
    assert (after.actors["b1"].x, after.actors["b1"].y) == (22.5, -20.0)
    assert not after.actors["b3"].placed
    assert [c.text for c in after.contributions.values() if c.actor == "b1"] == ["Des pairs", "Cotisations"]
    assert {(k.source, k.target) for k in after.links.values()} >= {("b1", "b2"), ("b2", "b1"), ("b3", "b2")}
    assert not broken(after)
    assert refused(gestures.duplicate_actors({"a1": "a2"})) == "already"
    taken = gestures.add_contribution(Contribution("b1-0", "a1"))(DOCUMENT)
    assert refused(gesture, taken) == "already"


def test_an_arrangement_leaves_pinned_cards_where_they_are() -> None:
    one, other = [actor.id for actor in DOCUMENT.actors.values() if actor.placed][:2]
    free = gestures.pin_actors([one, other], pinned=False)(DOCUMENT)
    pinned = gestures.pin_actors([one])(free)
    arranged = gestures.arrange_actors({one: (7, 8), other: (9.5, 10)})(pinned)
    assert arranged.actors[one] is pinned.actors[one]
    assert arranged.actors[other] == replace(free.actors[other], x=9.5, y=10.0)
    assert gestures.place_actors({one: (7, 8)})(pinned).actors[one].x == 7  # a hand moves what it likes
    assert gestures.pin_actors([one], pinned=False)(pinned) == free
    assert refused(gestures.arrange_actors({"gone": (0, 0)})) == "gone"


def test_fresh_ids_for_copies() -> None:
    new = fresh(["a1", "a2"])
    assert list(new) == ["a1", "a2"]
    assert not set(new.values()) & set(DOCUMENT.actors)


def test_a_picture_lies_alone_under_the_map() -> None:
    after = gestures.set_image(Image("other", " Plan "))(DOCUMENT)
    assert after.images.keys() == {"other", "logo"}, "the one before goes, the logo stays"
    assert after.images["other"].name == "Plan"
    assert (after.background.image, after.background.kind) == ("other", BackgroundKind.IMAGE)
    bare = gestures.set_image(None)(after)
    assert (bare.background.image, bare.background.kind) == ("", BackgroundKind.BLANK)
    assert list(bare.images) == ["logo"]
    zones = gestures.edit_background(kind=BackgroundKind.ZONES)(after)
    assert gestures.set_image(None)(zones).background.kind is BackgroundKind.ZONES


def test_a_logo_takes_the_place_of_the_one_before_and_leaves_the_map_alone() -> None:
    after = gestures.set_logo(Image("other"))(DOCUMENT)
    assert (after.workshop.logo, set(after.images)) == ("other", {"image", "other"})
    bare = gestures.set_logo(None)(after)
    assert (bare.workshop.logo, list(bare.images)) == ("", ["image"])
    shared = gestures.edit_workshop(logo="image")(bare)
    assert gestures.set_logo(None)(shared) == bare, "what lies under the map stays"


def test_a_question_of_the_map_is_kept_or_set_aside_and_what_was_said_of_it_stays() -> None:
    asked = Remark("q", text="Qui les connaît ?", about=("a2",))
    kept = gestures.edit_remark("q", answer="La mairie")(gestures.keep_remark(asked)(DOCUMENT))
    aside = gestures.set_remark_aside(replace(asked, text="Et maintenant ?"))(kept)
    assert [kept.remarks["q"].fate, aside.remarks["q"].fate] == [Fate.KEPT, Fate.SET_ASIDE]
    assert aside.remarks["q"].rank == kept.remarks["q"].rank == 3
    assert (aside.remarks["q"].text, aside.remarks["q"].answer) == ("Et maintenant ?", "La mairie")
    assert gestures.delete_remark("q")(aside).remarks == DOCUMENT.remarks
    back = gestures.put_remark_back("q")(aside).remarks["q"]
    assert (back.fate, back.answer) == (Fate.KEPT, "La mairie"), "what was said of it is not lost"
    unsaid = gestures.set_remark_aside(asked)(DOCUMENT)
    assert gestures.put_remark_back("q")(unsaid).remarks == DOCUMENT.remarks


def test_what_was_asked_of_a_confidential_actor_stays_confidential_once_it_is_gone() -> None:
    asked = gestures.keep_remark(Remark("q", text="Et eux ?", about=("a1", "a2")))(DOCUMENT)
    assert not gestures.delete_actors(["a2"])(asked).remarks["q"].confidential
    assert gestures.delete_actors(["a1"])(asked).remarks["q"].confidential


def test_a_link_joins_two_actors() -> None:
    assert refused(gestures.add_link(Link("new", "a1", "a1"))) == "link.self"
    after = gestures.add_actor_and_link(Actor("new", "x", "other"), Link("k", "a1", "new"))(DOCUMENT)
    assert after.links["k"].rank == 4
    brought = gestures.place_and_link("a2", (8, 16), Link("k", "a1", "a2"))
    assert (brought.name, brought.touched) == ("link.add", ("k",))
    placed = brought(DOCUMENT)
    assert (placed.actors["a2"].x, placed.actors["a2"].y) == (8.0, 16.0)
    assert placed.links["k"].target == "a2"
    turned = gestures.reverse_link("k3")(DOCUMENT).links["k3"]
    assert (turned.source, turned.target) == ("a2", "a3")


def test_several_at_once() -> None:
    after = gestures.edit_actors(["a1", "a2"], presence=Presence.PRESENT)(DOCUMENT)
    assert {a.presence for a in after.actors.values()} == {Presence.PRESENT, Presence.EXCUSED}
    one = gestures.together("both", [gestures.unplace_actors(["a1"]), gestures.unplace_actors(["a2", "a1"])])
    assert one.touched == ("a1", "a2")
    assert not any(a.placed for a in one(DOCUMENT).actors.values())


def test_several_people_are_marked_at_once() -> None:
    people = {id_: Participant(id_, f"Personne {id_}", named=True) for id_ in ("p", "q", "r")}
    room = replace(DOCUMENT, participants=people)
    after = gestures.edit_participants(["p", "r"], attendance=Attendance.EXCUSED)(room)
    excused = [id_ for id_, person in after.participants.items() if person.attendance is Attendance.EXCUSED]
    assert excused == ["p", "r"]
    assert after.participants["q"] is people["q"]
    assert all(person.named for person in after.participants.values())
