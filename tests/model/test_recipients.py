"""Who receives the minutes: those who asked, each once, and nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.model.document import Document, Participant, blank
from facilitator.model.recipients import addresses_in, recipients


def room(*people: Participant) -> Document:
    return replace(blank("fr"), participants={row.id: row for row in people})


def person(number: int, email: str, *, receives: bool = True) -> Participant:
    return Participant(f"p{number}", f"Personne {number}", email=email, receives=receives, rank=number)


def test_those_who_asked_are_told_apart() -> None:
    found = recipients(
        room(
            person(1, "anna@exemple.fr"),
            person(2, ""),
            person(3, "pas une adresse"),
            person(4, "refuse@exemple.fr", receives=False),
            person(5, "   "),
        )
    )
    assert found.addresses == ("anna@exemple.fr",)
    assert [row.id for row in found.served] == ["p1"]
    assert [row.id for row in found.without] == ["p2", "p5"]
    assert [row.id for row in found.wrong] == ["p3"]
    assert found.asked == 4


def test_an_address_is_written_to_once() -> None:
    found = recipients(room(person(1, "Anna@Exemple.fr"), person(2, "anna@exemple.fr")))
    assert found.addresses == ("Anna@Exemple.fr",)
    assert len(found.served) == 2


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("anna@exemple.fr", ("anna@exemple.fr",)),
        ("  anna@exemple.fr ", ("anna@exemple.fr",)),
        ("Anna, d’Œuvre <anna@exemple.fr>", ("anna@exemple.fr",)),
        ("mailto:anna@exemple.fr", ("anna@exemple.fr",)),
        ("anna@exemple.fr; luc@exemple.fr", ("anna@exemple.fr", "luc@exemple.fr")),
        ("o'neil+minutes@sous.exemple.fr", ("o'neil+minutes@sous.exemple.fr",)),
        ("anna@éxemple.fr", ("anna@xn--xemple-9ua.fr",)),
        ("hélène@exemple.fr", ()),
        ("anna@exemple", ()),
        ("anna exemple.fr", ()),
        ("anna@@exemple.fr", ()),
        (".anna@exemple.fr", ()),
        ("anna..b@exemple.fr", ()),
        ("anna@-exemple.fr", ()),
        ("anna@exemple..fr", ()),
        ("anna@exemple.fr, luc", ()),
        ('"anna b"@exemple.fr', ()),
        ("anna@exemple.fr\r\nBcc: autre@exemple.fr", ()),
        ("<>", ()),
        ("@", ()),
        ("", ()),
        ("a" * 250 + "@exemple.fr", ()),
    ],
)
def test_addresses_as_they_are_typed(typed: str, found: tuple[str, ...]) -> None:
    assert addresses_in(typed) == found
