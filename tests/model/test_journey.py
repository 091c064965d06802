"""Journeys: what is shipped is whole in both languages; a wrong one says what is wrong; progress is counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.model import journey, rules
from facilitator.model.document import (
    Actor,
    Answer,
    Commitment,
    Contribution,
    Document,
    Link,
    Participant,
    with_rows,
)
from facilitator.model.journey import JourneyError, Progress
from facilitator.model.vocabulary import CHARTER_BLOCKS, LANGUAGES, Agreement, Block, DoneWhen, Pillar, Status

STEP = """
[journey]
name = { fr = "Essai", en = "Trial" }
charter_source = { fr = "La nôtre", en = "Ours" }
[[step]]
key = "one"
block = "cap"
panel = "cap"
minutes = 5
map_filter = "all"
done_when = "words"
done_count = 1
title = { fr = "Un", en = "One" }
question = { fr = "Un ?", en = "One?" }
[[step.item]]
pillar = "human"
text = { fr = "Point", en = "Point" }
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "trial.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_default_journey_is_the_one_of_the_trade() -> None:
    loaded = journey.load("default", "fr")
    assert journey.journeys()[0] == "default"
    assert len(loaded.steps) == 11
    assert sum(step.minutes for step in loaded.steps) == 150
    assert [step.title for step in loaded.steps][4] == "Liens existants"
    assert [step.id for step in loaded.steps] == [step.key for step in loaded.steps]
    assert all(len(step.question) <= 60 for step in loaded.steps), "short enough for the back row"


def test_charter_items_are_proposals_and_means_cover_the_three_pillars() -> None:
    loaded = journey.load("default", "fr")
    blocks = {step.id: step.block for step in loaded.steps}
    assert {blocks[item.step] for item in loaded.items} == set(CHARTER_BLOCKS)
    assert all(item.proposed for item in loaded.items)
    assert {item.pillar for item in loaded.items if blocks[item.step] is Block.MEANS} == set(Pillar)
    assert loaded.charter_source.startswith("Trame proposée")
    assert loaded.items[0].id == "principles-1"


@pytest.mark.parametrize("key", journey.journeys())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_session_obeys_the_rules(key: str, language: str) -> None:
    document = journey.new_document("Essai", language, key, "2026-11-22")
    assert rules.broken(document) == ()
    assert (document.workshop.journey, document.workshop.date) == (key, "2026-11-22")
    assert not any(found.done for found in journey.progress(document).values())


def test_both_languages_have_the_same_steps_in_other_words() -> None:
    french, english = (journey.load("default", language) for language in LANGUAGES)
    assert [step.id for step in french.steps] == [step.id for step in english.steps]
    assert all(a.title != b.title for a, b in zip(french.steps, english.steps, strict=True))
    assert all(a.text != b.text for a, b in zip(french.items, english.items, strict=True))


def test_wordings_know_every_shipped_text_in_each_language() -> None:
    known = journey.wordings()
    for language in LANGUAGES:
        loaded = journey.load("default", language)
        for text in (
            *(step.title for step in loaded.steps),
            *(step.question for step in loaded.steps),
            *(step.notes for step in loaded.steps),
            *(item.text for item in loaded.items),
            loaded.charter_source,
        ):
            assert known[text][language] == text


def test_an_unknown_journey_is_refused() -> None:
    with pytest.raises(JourneyError, match=r"journey\.unknown") as refused:
        journey.load("../default", "fr")
    assert refused.value.values == {"journey": "../default"}


def test_a_journey_of_ones_own_is_read(tmp_path: Path) -> None:
    loaded = journey.read(written(tmp_path, STEP), "en")
    assert (loaded.key, loaded.name, loaded.charter_source) == ("trial", "Trial", "Ours")
    assert loaded.steps[0].notes == ""
    assert loaded.items[0].pillar is Pillar.HUMAN


WRONG = {
    "no title": ('title = { fr = "Un", en = "One" }', "", "journey.missing", "title"),
    "no key": ('key = "one"', "", "journey.missing", "key"),
    "one language": (
        'question = { fr = "Un ?", en = "One?" }',
        'question = { fr = "Un ?" }',
        "journey.untold",
        "question",
    ),
    "blank text": ('en = "One?"', 'en = " "', "journey.untold", "question"),
    "unknown panel": ('panel = "cap"', 'panel = "kitchen"', "journey.unknown_value", "panel"),
    "no block": ('block = "cap"', "", "journey.missing", "block"),
    "negative time": ("minutes = 5", "minutes = -5", "journey.unknown_value", "minutes"),
    "no time": ("minutes = 5", "", "journey.missing", "minutes"),
    "time in words": ("minutes = 5", 'minutes = "five"', "journey.unknown_value", "minutes"),
    "unknown field": ("minutes = 5", "minutes = 5\ncolour = 1", "journey.unknown_field", "colour"),
    "unknown pillar": ('pillar = "human"', 'pillar = "roof"', "journey.unknown_value", "pillar"),
    "in minutes": ("minutes = 5", 'minutes = 5\nin_minutes = "yes"', "journey.unknown_value", "in_minutes"),
    "name": ('name = { fr = "Essai", en = "Trial" }', "", "journey.missing", "name"),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named(case: tuple[str, str, str, str], tmp_path: Path) -> None:
    was, becomes, key, field = case
    assert was in STEP
    with pytest.raises(JourneyError) as refused:
        journey.read(written(tmp_path, STEP.replace(was, becomes)), "fr")
    assert (refused.value.key, refused.value.values["field"]) == (key, field)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[journey", "journey.unreadable"),
        ("[journey]\n", "journey.no_steps"),
        (STEP + STEP[STEP.index("[[step]]") :], "journey.twice"),
    ],
)
def test_a_journey_that_is_none(text: str, key: str, tmp_path: Path) -> None:
    with pytest.raises(JourneyError) as refused:
        journey.read(written(tmp_path, text), "fr")
    assert refused.value.key == key


def test_a_journey_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(JourneyError, match=r"journey\.unreadable"):
        journey.read(tmp_path / "nothing.toml", "fr")


def counted(document: Document) -> dict[str, int]:
    return {id_: found.count for id_, found in journey.progress(document).items()}


def test_progress_counts_what_each_step_waits_for() -> None:
    document = journey.new_document("Essai", "fr")
    begun = counted(document)
    assert set(begun.values()) == {0}
    a, b = Actor("a", "Un", "other"), Actor("b", "Deux", "other")
    document = with_rows(document, "actors", put=[a, b])
    document = with_rows(document, "participants", put=[Participant("p", "Qui")])
    document = with_rows(document, "contributions", put=[Contribution("c", "a"), Contribution("d", "a")])
    links = [Link("k", "a", "b"), Link("l", "a", "b", status=Status.TO_CREATE)]
    document = with_rows(document, "links", put=links)
    document = with_rows(document, "commitments", put=[Commitment("m", "Faire")])
    document = with_rows(document, "steps", put=[replace(document.steps["reading"], words="Vu.")])
    sheet = replace(document.workshop, question="Comment ?", odds=(2,), next_date="2026-12-10")
    document = replace(document, workshop=sheet)
    assert counted(document) == {
        "welcome": 1, "cap": 2, "actors": 2, "cards": 1, "links": 1, "reading": 1,
        "principles": 0, "methods": 0, "means": 0, "commitments": 1, "closing": 1,
    }  # fmt: skip


def test_an_item_is_answered_by_words_or_by_agreement() -> None:
    document = journey.new_document("Essai", "fr")
    answers = [
        Answer("principles-1", "Oui."),
        Answer("principles-2", agreement=Agreement.RESERVATION),
        Answer("principles-3", position_a="Pour."),
        Answer("principles-4", confidential=True),
        Answer("methods-1", "Oui."),
    ]
    document = with_rows(document, "answers", put=answers)
    found = journey.progress(document)
    assert found["principles"] == Progress(done=False, count=3, wanted=4)
    assert found["methods"].count == 1


def test_a_step_wants_no_more_answers_than_it_has_items() -> None:
    document = journey.new_document("Essai", "fr")
    document = with_rows(document, "items", drop=[id_ for id_ in document.items if id_ > "principles-2"])
    assert journey.progress(document)["principles"].wanted <= 4
    few = with_rows(document, "items", drop=list(document.items))
    assert journey.progress(few)["principles"] == Progress(done=False, count=0, wanted=1)
    assert few.steps["principles"].done_when is DoneWhen.ANSWERED
