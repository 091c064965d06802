"""What still tells who somebody is in an edition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.model.document import Document
from facilitator.model.identifying import Clue, Trace, identifying
from facilitator.terms.identifying import clue_sentence
from facilitator.words import in_language
from tests.minutes.rich import rich


def said(document: Document, name: str, trace: Trace) -> list[Clue]:
    return [clue for clue in identifying(document, name) if clue.trace is trace]


def leading(text: str) -> Document:
    session = rich()
    return replace(session, workshop=replace(session.workshop, lead=text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Merci à Hélène, qui a tout dit.", "Merci à Hélène, qui a tout dit."),
        ("Comme le disait Mme Lefevre ce matin", "Comme le disait Mme Lefevre ce matin"),
        ("Écrire à zoe.ca@exemple.invalid avant lundi", "Écrire à zoe.ca@exemple.invalid avant lundi"),
        ("La fondation Terre d’Avenir et la ville", ""),
        ("Les jardins donnent, le val fleurit", ""),
    ],
)
def test_a_part_of_a_name_or_an_address_in_words_is_told(text: str, found: str) -> None:
    clues = said(leading(text), "public", Trace.WORDS)
    assert [clue.words for clue in clues] == ([found] if found else [])
    assert all((clue.table, clue.id) == ("workshop", "workshop") for clue in clues)


def test_those_who_are_named_are_no_secret_in_the_edition_of_participants() -> None:
    named = next(row for row in rich().participants.values() if row.named)
    unnamed = next(row for row in rich().participants.values() if not row.named)
    assert not said(leading(f"Merci à {named.name.split()[0]}."), "participants", Trace.WORDS)
    assert said(leading(f"Merci à {unnamed.name.split()[-1]}."), "participants", Trace.WORDS)


def test_what_is_confidential_is_told_in_one_edition_and_counted_in_the_other() -> None:
    session = rich()
    hidden = {id_ for id_, row in session.actors.items() if row.confidential}
    told = said(session, "participants", Trace.CONFIDENTIAL)
    assert {clue.id for clue in told if clue.table == "actors"} == hidden
    assert {clue.words for clue in told if clue.table == "actors"} == {
        session.actors[id_].name for id_ in hidden
    }
    assert not said(session, "public", Trace.CONFIDENTIAL)
    (left,) = said(session, "public", Trace.LEFT_OUT)
    assert left.count == len(told)


def test_who_is_printed_is_counted() -> None:
    session = rich()
    (named,) = said(session, "participants", Trace.NAMED)
    (unnamed,) = said(session, "participants", Trace.UNNAMED)
    assert named.count == sum(row.named for row in session.participants.values())
    assert named.count + unnamed.count == len(session.participants)
    assert said(session, "participants", Trace.FACILITATORS)
    assert not said(session, "public", Trace.FACILITATORS)
    assert not said(session, "public", Trace.NAMED)
    assert said(session, "public", Trace.AUTHOR)


@pytest.mark.parametrize("name", ["participants", "public"])
def test_every_clue_is_a_sentence(name: str) -> None:
    for language in ("fr", "en"):
        with in_language(language):
            for trace in Trace:
                for table in ("background", "workshop"):
                    sentence = clue_sentence(Clue(trace, 2, table, "x", "Anaïs"), name)
                    assert sentence
                    assert "{" not in sentence
