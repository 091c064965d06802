"""Lines of text as names of actors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.exchange import names
from facilitator.exchange.names import Listed, TooManyLinesError
from facilitator.model.texts import LINE, is_tidy


@pytest.mark.parametrize(
    "line",
    [
        "Épicerie sociale L’Étal",
        "  Épicerie sociale L’Étal  ",
        "- Épicerie sociale L’Étal",
        "•\tÉpicerie sociale L’Étal",
        "•Épicerie sociale L’Étal",
        "3. Épicerie sociale L’Étal",
        "12) Épicerie sociale L’Étal",
        "(a) Épicerie sociale L’Étal",
        "7\tÉpicerie sociale L’Étal\tAssociation\t3",
        "[ ]\tÉpicerie sociale L’Étal",
        "– Épicerie sociale L’Étal\r",
        "Épicerie\u200b sociale L’Étal",
    ],
)
def test_a_line_is_its_name(line: str) -> None:
    assert names.lines_of(line) == ["Épicerie sociale L’Étal"]


@pytest.mark.parametrize(
    "name",
    [
        "3F Habitat",
        "1901 et compagnie",
        "A. Martin",
        "4 Saisons",
        "100% Local",
        "Y-a-t-il",
        "(R)évolution douce",
        "(E)co-lieu",
    ],
)
def test_a_name_that_begins_with_a_sign_of_a_list_keeps_it(name: str) -> None:
    assert names.lines_of(name) == [name]


def test_empty_lines_and_lines_of_signs_say_nothing() -> None:
    assert names.lines_of("\n\n  \n---\n•\n=====\nA\n\t\t\n") == ["A"]


def test_known_names_are_told_once_and_new_ones_kept_in_order() -> None:
    present = ["Ville de Rivemont", "Centre communal d’action sociale"]
    given_ = ["La Ville de Rivemont", "Fourchette", "C.C.A.S.", "fourchette", "CCAS", "Radio"]
    assert names.listed(given_, present) == Listed(("Fourchette", "Radio"), tuple(present))


def test_names_of_a_list_that_look_alike_are_kept_and_told() -> None:
    lines = [
        "Union départementale des associations familiales",
        "UDAF",
        "Familles de France",
        "U.D.A.F.",
        "udaf",
    ]
    assert names.listed(lines, []) == Listed(tuple(lines[:3]), (), ("UDAF",))
    assert names.listed([*lines[:2], *lines], lines[:1]) == Listed(("Familles de France",), (lines[0],))
    both = ["Maison pour tous", "Maisons pour tous", "La maison pour tous", "MAISON POUR TOUS"]
    assert names.listed(both, []) == Listed(tuple(both[:3]), (), tuple(both[1:3]))


@pytest.mark.parametrize("text", ["Un nom\n" * 1000, "x" * 10_000_000])
def test_a_list_that_is_too_long_is_refused_with_its_length(text: str) -> None:
    with pytest.raises(TooManyLinesError) as refusal:
        names.lines_of(text)
    assert refusal.value.lines == text.count("\n") or refusal.value.lines == text.count("\n") + 1


@given(st.text(max_size=400))
def test_whatever_the_text_its_names_can_be_kept(text: str) -> None:
    for name in names.lines_of(text):
        assert name
        assert len(name) <= LINE
        assert is_tidy(name, lines=False)
