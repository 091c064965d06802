"""Journeys kept as one's own, written and read back, used in a session under way; the text of a charter."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.model import charter_text, gestures, journey
from facilitator.model.charter_text import CharterError, parts
from facilitator.model.document import Actor, Item, Participant, Step, Vote, ordered
from facilitator.model.journey import Journey, JourneyError
from facilitator.model.rules import broken
from facilitator.model.texts import tidy, visible
from facilitator.model.vocabulary import Agreement, Block, Panel, Pillar

TEXTS = st.text(min_size=1, max_size=60).map(lambda t: tidy(t, lines=False)).filter(visible)


def test_three_journeys_are_shipped_and_as_long_as_they_say() -> None:
    held = {one.key: one for one in journey.offered("fr")}
    assert list(held) == ["default", "short", "day"]
    assert (held["default"].minutes, held["short"].minutes) == (150, 90)
    assert 360 <= held["day"].minutes <= 480
    for key in held:
        loaded = journey.load(key, "fr")
        assert all(item.proposed for item in loaded.items)
        assert not broken(journey.new_document("Séance", "fr", key))


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    steps: list[Step] = []
    items: list[Item] = []
    for number in range(draw(st.integers(1, 4))):
        key = f"step-{number + 1}"
        panel = draw(st.sampled_from(list(Panel)))
        step = Step(key, key, draw(st.sampled_from(list(Block))), panel, draw(TEXTS), draw(TEXTS))
        steps.append(
            replace(step, minutes=draw(st.integers(0, 600)), notes=draw(st.just("") | TEXTS), rank=number + 1)
        )
        for place in range(draw(st.integers(0, 3))):
            pillar = draw(st.none() | st.sampled_from(list(Pillar)))
            rank = len(items) + 1
            items.append(Item(f"{key}-{place + 1}", key, draw(TEXTS), pillar, draw(st.booleans()), rank))
    return Journey("trial", draw(TEXTS), draw(st.just("") | TEXTS), tuple(steps), tuple(items))


@settings(max_examples=60)
@given(told=journeys())
def test_what_is_written_is_read_back(told: Journey, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("journeys") / "trial.toml"
    path.write_bytes(journey.written(told).encode())
    assert tomllib.loads(path.read_text("utf-8"))
    assert journey.read(path, "fr") == told
    assert journey.read(path, "en") == told


def test_a_journey_of_ones_own_is_kept_named_and_let_go() -> None:
    document = journey.new_document("Séance", "fr")
    key = journey.keep(journey.of_document(document, "Le nôtre : été"))
    again = journey.keep(journey.of_document(document, "Le nôtre : été"))
    assert key != again
    assert [one.key for one in journey.offered("fr") if one.own] == [again, key]
    loaded = journey.load(key, "en")
    assert loaded.name == "Le nôtre : été"
    assert [step.title for step in loaded.steps] == [step.title for step in ordered(document.steps)]
    journey.rename(key, "Parcours d’été", "fr")
    assert journey.load(key, "fr").name == "Parcours d’été"
    journey.forget(key)
    with pytest.raises(JourneyError):
        journey.load(key, "fr")
    journey.forget("default")
    assert journey.load("default", "fr").steps


def test_a_journey_takes_no_word_of_the_room() -> None:
    document = journey.new_document("Séance", "fr")
    step = next(step for step in ordered(document.steps) if step.panel is Panel.ITEMS)
    document = gestures.edit_step(
        step.id, notes="Rappeler Mme Martin", words="Ce qui fut dit", title="Nos règles"
    )(document)
    document = gestures.add_item(Item("mine", step.id, "Un point à nous"))(document)
    document = gestures.answer("mine", text="Oui")(document)
    document = gestures.skip_step("welcome")(document)
    text = journey.written(journey.of_document(document, "Le nôtre"))
    assert "Nos règles" in text
    assert "Un point à nous" in text
    for word in ("Martin", "fut dit", "Oui", "welcome"):
        assert word not in text
    assert "proposed = false" in text, "what was typed is no proposal of ours"


def test_a_journey_names_nobody_of_the_room() -> None:
    document = journey.new_document("Séance", "fr")
    document = replace(
        document,
        actors={"a": Actor("a", "Maison Secrète", "other", confidential=True)},
        participants={"p": Participant("p", "Jeanne Martin", email="jeanne@gue.invalid", named=True)},
    )
    step = next(step for step in ordered(document.steps) if step.panel is Panel.ITEMS)
    document = gestures.edit_step(step.id, title="Jeanne Martin dit", question="Et la maison secrète ?")(
        document
    )
    document = gestures.add_item(Item("mine", step.id, "Écrire à jeanne@gue.invalid"))(document)
    text = journey.written(journey.of_document(document, "Le nôtre"))
    assert "… dit" in text
    assert [word for word in ("Martin", "secrète", "jeanne@") if word.casefold() in text.casefold()] == []


LONG_LIST = "".join(f'\n[[step.item]]\ntext = "Point {n}"' for n in range(300))
HEAD = """[journey]
name = "Essai"
[[step]]
key = "one"
block = "cap"
panel = "cap"
minutes = 5
map_filter = "all"
done_when = "words"
done_count = 1
title = "Un"
question = "Un ?"
"""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (HEAD + LONG_LIST, "journey.many_items"),
        (HEAD.replace('"Un ?"', '"' + "x" * 20_000 + '"'), "journey.long"),
        (HEAD.replace('panel = "cap"', 'panel = "dance"'), "journey.unknown_value"),
        (HEAD.replace('question = "Un ?"\n', ""), "journey.missing"),
        (HEAD.replace('question = "Un ?"', 'question = ""'), "journey.untold"),
        (HEAD + "[[step.item]]\n", "journey.missing"),
        (HEAD + '[[step.item]]\ntext = "a"\ncode = "1"', "journey.unknown_field"),
        (HEAD.replace('key = "one"', 'key = "../x y"'), "journey.unknown_value"),
        (HEAD + "#" + "x" * 600_000, "journey.long_file"),
        (HEAD.replace("panel = ", "panel = ["), "journey.unreadable"),
        ("x = " + "[" * 50_000, "journey.unreadable"),
        (HEAD.replace("minutes = 5", "minutes = " + "9" * 5_000), "journey.unreadable"),
        ("step = 3", "journey.no_steps"),
        ('journey = "x"\n[[step]]\nkey = "a"', "journey.no_steps"),
    ],
)
def test_a_wrong_file_is_told_by_its_fault(text: str, key: str, tmp_path: Path) -> None:
    from facilitator import terms

    path = tmp_path / "wrong.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(JourneyError) as caught:
        journey.read(path, "fr")
    assert caught.value.key == key
    assert "{" not in terms.refusal(caught.value.key, caught.value.values)


def test_a_text_said_once_is_for_all_languages(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("\ufeff" + HEAD, "utf-8")
    assert journey.read(path, "en").steps[0].title == "Un"


def test_another_journey_under_way_keeps_what_was_said() -> None:
    document = journey.new_document("Séance", "fr")
    document = gestures.edit_step("cap", words="Notre cap")(document)
    document = gestures.answer("principles-2", agreement=Agreement.YES)(document)
    document = gestures.add_step(Step("ours", title="Visite"))(document)
    document = gestures.edit_step("ours", words="Nous avons vu la serre")(document)
    after = gestures.use_journey(journey.load("short", "fr"))(document)
    assert not broken(after)
    keys = [step.key or step.id for step in ordered(after.steps)]
    assert keys == ["ours", "welcome", "cap", "actors", "links", "principles", "commitments", "closing"]
    assert after.steps["cap"].words == "Notre cap"
    assert "principles-2" in after.answers
    assert len([item for item in after.items.values() if item.step == "principles"]) == 6, (
        "its own points stay"
    )
    assert after.workshop.journey == "short"
    assert gestures.use_journey(journey.load("short", "fr"))(after) == after, (
        "taken twice, it changes nothing"
    )
    empty = gestures.use_journey(journey.load("day", "fr"))(journey.new_document("Séance", "fr"))
    assert [step.key for step in ordered(empty.steps)] == [
        step.key for step in journey.load("day", "fr").steps
    ]


def test_steps_of_one_key_all_stay_where_they_hold_something() -> None:
    document = journey.new_document("Séance", "fr")
    document = gestures.add_step(Step("again", "cap", title="Le cap, encore", words="Deux fois"))(document)
    document = gestures.edit_step("cap", words="Notre cap")(document)
    after = gestures.use_journey(journey.load("short", "fr"))(document)
    assert not broken(after)
    assert (after.steps["cap"].words, after.steps["again"].words) == ("Notre cap", "Deux fois")
    assert len(after.steps) == len(journey.load("short", "fr").steps) + 1


def test_ids_that_are_taken_are_never_given_twice() -> None:
    steps = (Step("a", "a", title="A"), Step("a-2", "a-2", title="B"))
    document = gestures.add_step(Step("a", "ours", title="Visite", words="Vu"))(
        journey.new_document("Séance", "fr")
    )
    after = gestures.use_journey(Journey("own", "À nous", "", steps, ()))(document)
    assert sorted(step.title for step in after.steps.values()) == ["A", "B", "Visite"]


CHARTER = """Charte de la vallée

Principes
- La confiance d’abord,
  et la patience
- Dire ce que l’on fait

2. Modalités d’action :
1) Se voir chaque mois
2) Tourner les lieux

## Moyens à mobiliser
Du temps
Un lieu
"""


def test_a_charter_is_read_by_its_headings() -> None:
    found = parts(CHARTER)
    assert [(part.block, part.points) for part in found] == [
        (None, ("Charte de la vallée",)),
        (Block.PRINCIPLES, ("La confiance d’abord, et la patience", "Dire ce que l’on fait")),
        (Block.METHODS, ("Se voir chaque mois", "Tourner les lieux")),
        (Block.MEANS, ("Du temps", "Un lieu")),
    ]


def test_paragraphs_are_points_where_blank_lines_part_them() -> None:
    (part,) = parts("Un premier point\nsur deux lignes\n\nUn second")
    assert part.points == ("Un premier point sur deux lignes", "Un second")
    (part,) = parts("Un\nDeux\nTrois")
    assert part.points == ("Un", "Deux", "Trois")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "charter.empty"),
        (" \n\u200b\n", "charter.empty"),
        ("# Principes\n\n# Moyens\nUn lieu", "charter.empty_block"),
        ("x" * 20_000, "charter.long"),
        ("\n".join(f"- {n}" for n in range(300)), "charter.many"),
        ("- " + "y" * 2_000, "charter.long_item"),
    ],
)
def test_a_charter_that_cannot_be_is_told(text: str, key: str) -> None:
    with pytest.raises(CharterError) as caught:
        parts(text)
    assert caught.value.key == key


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_file_is_read_whatever_wrote_it(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "charte.txt"
    path.write_bytes(CHARTER.replace("’", "'").encode(encoding))
    assert len(parts(charter_text.read(path))) == 4
    path.write_bytes(b"PK\x03\x04\0\0")
    with pytest.raises(CharterError):
        charter_text.read(path)


def test_our_proposals_give_way_and_what_was_answered_stays() -> None:
    document = journey.new_document("Séance", "fr")
    document = gestures.answer("principles-1", text="Déjà dit")(document)
    document = gestures.add_vote(Vote("v", "principles-2", yes=3))(document)
    document = gestures.add_item(Item("own", "principles", "À nous"))(document)
    points = {Block.PRINCIPLES: ["La confiance"], Block.METHODS: ["Se voir"]}
    after = gestures.import_charter(points, "Notre charte, 2026")(document)
    assert not broken(after)
    held = [item.text for item in ordered(after.items) if item.step == "principles"]
    assert held[2:] == ["À nous", "La confiance"]
    assert len(held) == 4
    assert [item.text for item in ordered(after.items) if item.step == "methods"] == ["Se voir"]
    assert not any(item.proposed for item in after.items.values() if item.text in ("La confiance", "Se voir"))
    assert after.workshop.charter_source == "Notre charte, 2026"
    assert any(item.step == "means" and item.proposed for item in after.items.values()), (
        "an empty block changes nothing"
    )


def test_a_block_without_a_step_gets_one() -> None:
    document = gestures.delete_step("methods")(journey.new_document("Séance", "fr"))
    after = gestures.import_charter({Block.METHODS: ["Se voir"]})(document)
    assert not broken(after)
    (item,) = [item for item in after.items.values() if item.text == "Se voir"]
    assert after.steps[item.step].block is Block.METHODS
    order = [step.key or step.title for step in ordered(after.steps)]
    assert order[order.index("principles") + 1] == "Charte — modalités d’action"
    assert order[-1] == "closing"


def test_a_journey_that_could_not_be_read_again_is_not_kept() -> None:
    document = journey.new_document("Séance", "fr")
    steps = {id_: replace(step, skipped=True) for id_, step in document.steps.items()}
    with pytest.raises(JourneyError):
        journey.keep(journey.of_document(replace(document, steps=steps), "Rien"))
    assert not [one for one in journey.offered("fr") if one.own]
