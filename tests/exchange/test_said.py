"""What is typed while people speak, understood as far as it can be and never lost."""

import pytest

from facilitator import words
from facilitator.exchange.said import Said, read
from facilitator.model.vocabulary import SUB_ITEMS, Pillar, Side
from facilitator.terms import pillar_name, sub_item_name

OFFER, NEED = Side.OFFER, Side.NEED


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("+ bénévoles: 12 le samedi", Said("12 le samedi", OFFER, Pillar.HUMAN, "volunteers")),
        ("BENEVOLES : 12 le samedi", Said("12 le samedi", OFFER, Pillar.HUMAN, "volunteers")),
        ("- financements publics", Said("", NEED, Pillar.FINANCIAL, "public_funding")),
        ("– alliances : la Région", Said("la Région", NEED, Pillar.ALLIANCES)),
        ("12 bénévoles le samedi", Said("12 bénévoles le samedi", OFFER, Pillar.HUMAN, "volunteers")),
        ("besoin d’un local", Said("un local", NEED, Pillar.FINANCIAL, "pooled_means")),
        ("cherche un local", Said("un local", NEED, Pillar.FINANCIAL, "pooled_means")),
        ("cherchent un local", Said("un local", NEED, Pillar.FINANCIAL, "pooled_means")),
        ("camion : deux jours par mois", Said("camion : deux jours par mois", OFFER, Pillar.FINANCIAL, "pooled_means")),
        ("compétences : un juriste", Said("compétences : un juriste", OFFER, Pillar.HUMAN, "skills_sharing")),
        ("envie : accueillir des classes", Said("accueillir des classes", field="wishes")),
        ("Freins: le bail", Said("le bail", field="obstacles")),
        ("needs: a room", Said("a room", field="needs")),
        ("- public funding: 3 k€", Said("3 k€", NEED, Pillar.FINANCIAL, "public_funding")),
    ],
)  # fmt: skip
def test_is_understood(line: str, said: Said) -> None:
    assert read(line) == said


@pytest.mark.parametrize(
    "line", ["du temps", "ouvert dès 9:30", "trucmuche : beaucoup", "besoins du quartier"]
)
def test_what_is_not_understood_stays_whole(line: str) -> None:
    assert read(line) == Said(line)


@pytest.mark.parametrize("line", ["finances :", "+", "-", "- alliances:", "atouts : ", ""])
def test_what_says_nothing_is_told(line: str) -> None:
    assert read(line).empty


def test_every_part_and_pillar_answers_to_its_name(each_language: str) -> None:
    for pillar in Pillar:
        assert read(f"{pillar_name(pillar)} : x") == Said("x", pillar=pillar)
        for key in SUB_ITEMS[pillar]:
            name = sub_item_name(key).partition(" (")[0]
            assert read(f"+ {name} : x") == Said("x", pillar=pillar, sub_item=key)


def test_the_language_of_the_moment_is_no_matter() -> None:
    with words.in_language("en"):
        assert read("+ bénévoles : 3").sub_item == "volunteers"
