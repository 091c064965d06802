"""The page from which someone who was not there knows what was decided, by whom, for when."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from facilitator.exchange import samples
from facilitator.minutes.document import pdf
from facilitator.minutes.sections.summary import shortened
from facilitator.model.document import Answer, Commitment, Document, Participant
from facilitator.model.edition import EDITIONS
from facilitator.model.vocabulary import Agreement
from tests.minutes.reading_back import flat
from tests.minutes.rich import rich
from tests.minutes.structure import structure


def pages(document: Document, edition: str = "participants", language: str = "fr") -> list[str]:
    """The text of each page, as it is read aloud."""
    found = structure(pdf(document, edition=edition, language=language))
    held: dict[int, list[str]] = {}
    for place in found.tree.contents():
        held.setdefault(place[0], []).append(found.said.get(place, ""))
    return [flat(" ".join(held.get(number, []))).strip() for number in range(len(found.reader.pages))]


@cache
def usual(edition: str) -> str:
    return pages(rich(), edition)[1]


def test_it_says_who_was_there_what_was_agreed_who_does_what_by_when() -> None:
    page = usual("participants")
    assert page.startswith("En deux minutes Les indispensables")
    order = [
        page.index(words) for words in ("Qui était là", "Où en est le groupe", "Qui fait quoi, pour quand")
    ]
    assert order == sorted(order)
    session = rich()
    for row in session.commitments.values():
        assert " ".join(row.what.split())[:30] in page
    for person in session.participants.values():
        assert (person.name in page) is person.named
    assert "3 désaccords : Toutes les paroles" in page
    assert "à préciser" in page


def test_the_public_page_names_nobody() -> None:
    page = usual("public")
    assert "En deux minutes" in page
    for row in rich().participants.values():
        assert row.name not in page


def full() -> Document:
    """More of everything than a page holds."""
    session = rich()
    return replace(
        session,
        workshop=replace(
            session.workshop, lead="mot " * 300, essentials="\n".join(["Un indispensable " * 8] * 14)
        ),
        participants={
            f"p{n}": Participant(f"p{n}", f"Personne {n}", f"Structure {n}", named=True, rank=n)
            for n in range(60)
        },
        answers={id_: Answer(id_, "Oui", Agreement.YES) for id_ in session.items},
        commitments={
            f"c{n}": Commitment(f"c{n}", f"Engagement {n} " * 12, (f"a{n % 9}",), due="2026-12-01", rank=n)
            for n in range(40)
        },
    )


def test_it_holds_on_one_page_whatever_there_is_to_say() -> None:
    found = pages(full())
    held = [n for n, page in enumerate(found) if "Qui fait quoi, pour quand" in page or "et 3" in page[:4]]
    assert held == [1]
    page = found[1]
    assert "autres engagements" in page
    assert "Personne 0 (Structure 0)" in page
    assert "Prochaine rencontre" in page
    assert found[2].startswith("mot mot")
    assert "Les indispensables" in found[2] + found[3]


def test_a_session_with_nothing_to_sum_up_has_no_such_page() -> None:
    session = replace(rich(), participants={}, answers={}, commitments={})
    quiet = replace(session, workshop=replace(session.workshop, essentials="", next_date="", next_place=""))
    assert not any("En deux minutes" in page for page in pages(quiet))


@pytest.mark.parametrize("without", [("summary",), ()])
def test_what_the_facilitator_wrote_is_never_lost_with_it(without: tuple[str, ...]) -> None:
    session = rich()
    text = " ".join(pages(replace(session, workshop=replace(session.workshop, minutes_without=without))))
    assert text.count("Les indispensables") == 1
    assert text.count(session.workshop.lead[:40]) == 1


def test_a_text_is_shortened_at_a_word() -> None:
    assert shortened("Un  texte\ncourt", 40) == "Un texte court"
    assert shortened("Un texte bien trop long, vraiment", 26) == "Un texte bien trop long …"
    assert shortened("x" * 80, 20) == "x" * 19 + " …"


@pytest.mark.parametrize("edition", EDITIONS)
def test_where_points_are_counted_what_is_not_agreed_is_still_named_and_whoever_promised_is_whole(
    edition: str,
) -> None:
    """In the sample, which has much to say: two minutes must be enough to know what was decided, and by whom."""
    session = samples.document("nourrir-rivemont")
    page = pages(session, edition)[1]
    assert "12 accords" in page
    assert "— voir La Charte du « faire alliance »" in page, "where those that are counted are told"
    assert "1 désaccord : Nous décidons ensemble de ce qui nous engage tous" in page
    assert "…" not in page
    promises = [row for row in session.commitments.values() if len(row.actors) > 1]
    assert any(f"{session.actors[row.actors[0]].name} et " in page for row in promises), (
        "the others are counted"
    )


def who_was_there(people: list[Participant], language: str = "en") -> tuple[str, str]:
    """What the summary says of them, and all the rest."""
    found = pages(replace(rich(), participants={row.id: row for row in people}), language=language)
    start, end = {"fr": ("Qui était là", "Où en est"), "en": ("Who was there", "What was agreed")}[language]
    return found[1].split(start, 1)[1].split(end, 1)[0].strip(), " ".join(found[2:])


@pytest.mark.parametrize(
    ("language", "summed", "listed"),
    [
        ("en", "2 present: Water Agency · and 1 not named", "People present (2)"),
        ("fr", "2 présent·es : Water Agency · et 1 personne non nommée", "Personnes présentes (2)"),
    ],
)
def test_a_list_of_who_was_there_adds_up_and_takes_no_person_for_an_organisation(
    language: str, summed: str, listed: str
) -> None:
    people = [Participant("p1", "Ida Lane", "Water Agency"), Participant("p2", "Tom Reed", rank=1)]
    told, rest = who_was_there(people, language)
    assert summed in told
    assert listed in rest
    assert "Organisations" not in rest
    assert not {"Ida", "Tom"} & set((told + rest).split())


def test_two_of_one_organisation_are_two_people_and_one_organisation() -> None:
    people = [Participant(f"p{n}", f"Ida Lane {n}", "Water Agency", rank=n) for n in range(2)]
    told, rest = who_was_there(people)
    assert told.endswith("2 present: Water Agency (2)")
    assert "Organisation present (1)" in rest


def test_those_who_gave_neither_name_nor_organisation_are_counted() -> None:
    told, rest = who_was_there([Participant("p1", "Tom Reed"), Participant("p2", "Ida Lane", rank=1)])
    assert told.endswith("2 present")
    assert "People present (2)" in rest
    assert rest.count("A person, not named") == 2


def test_where_some_are_left_out_the_others_are_all_the_others() -> None:
    people = [Participant(f"p{n}", f"Ida {n}", f"Agency {n}" if n else "", rank=n) for n in range(50)]
    told, _rest = who_was_there(people)
    assert told.startswith("• 50 present: Agency 1 ·")
    assert told.endswith(f"and {50 - told.count('Agency')} others")
