"""Finding by what one types: what is found, what comes first, and which letters were meant."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.model.finding import Entry, find, marks, phrase
from facilitator.model.names import fold

NAMES = (
    "Ville de Rivemont",
    "Centre communal d’action sociale",
    "Épicerie sociale L’Étal",
    "Les Jardins du Gué",
    "Habitants des Œillets",
    "C.C.A.S. du Val",
    "Rivemont Habitat",
)
LETTERS = "abeéèçœÉŒst’ -.du12\N{COMBINING ACUTE ACCENT}"
names = st.text(LETTERS, min_size=1, max_size=30).filter(lambda name: any(c.isalnum() for c in name))


def entries(*rows: str) -> list[Entry[str]]:
    return [Entry(row, phrase(row)) for row in rows]


def found(typed: str) -> list[str]:
    return find(entries(*NAMES), typed)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("epicerie", "Épicerie sociale L’Étal"),
        ("ÉPICERIE", "Épicerie sociale L’Étal"),
        ("etal", "Épicerie sociale L’Étal"),
        ("l'étal", "Épicerie sociale L’Étal"),
        ("oeil", "Habitants des Œillets"),
        ("gué jardin", "Les Jardins du Gué"),
        ("sociale centre", "Centre communal d’action sociale"),
        ("ccdas", "Centre communal d’action sociale"),
        ("ccas", "C.C.A.S. du Val"),
        ("c.c.a.s", "C.C.A.S. du Val"),
        ("c c a s", "C.C.A.S. du Val"),
        ("val ccas", "C.C.A.S. du Val"),
        ("ljdg", "Les Jardins du Gué"),
        ("jg", "Les Jardins du Gué"),
        ("illets", "Habitants des Œillets"),
        ("mont ville", "Ville de Rivemont"),
    ],
)
def test_finds(typed: str, first: str) -> None:
    assert found(typed)[0] == first


@pytest.mark.parametrize("typed", ["école", "villede", "rivemonth", "ville jardin", "x", "!!", "- ’"])
def test_finds_nothing_where_nothing_is_meant(typed: str) -> None:
    assert found(typed) == []


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_finds_everything_in_order(typed: str) -> None:
    assert found(typed) == list(NAMES)


def test_the_nearest_comes_first() -> None:
    rows = (
        "Les Rivages du CCAS",
        "Comité, chœur et atelier sonore",
        "Amicale des chasseurs",
        "CCAS de Rivemont",
        "C.C.A.S.",
    )
    assert find(entries(*rows, "Accaseur"), "ccas") == [
        "C.C.A.S.",
        "CCAS de Rivemont",
        "Les Rivages du CCAS",
        "Comité, chœur et atelier sonore",
        "Accaseur",
    ]


def test_what_stands_beside_counts_for_less() -> None:
    rows = [Entry("a", phrase("Avenir", "Fondation")), Entry("b", phrase("La Fondation"))]
    assert find(rows, "fond") == ["b", "a"]
    assert find(rows, "fond aven") == ["a"]
    assert marks("Avenir", "fond aven") == ((0, 4),)


def test_some_things_come_after_others_that_are_as_near() -> None:
    rows = [Entry("link", phrase("Ville finance Gué"), 2), Entry("actor", phrase("Ville de Rivemont"))]
    assert find(rows, "ville") == ["actor", "link"]


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("Épicerie L’Étal", "etal", ["Étal"]),
        ("Les Œillets", "oei", ["Œi"]),
        ("Ville de Rivemont", "riv vil", ["Vil", "Riv"]),
        ("Centre communal d’action sociale", "ccas", ["C", "c", "a", "s"]),
        ("C.C.A.S.", "cca", ["C", "C", "A"]),
        ("Arriver à Rivemont", "riv", ["Riv"]),
        ("Arriver", "riv", ["riv"]),
        ("E\N{COMBINING ACUTE ACCENT}tal", "et", ["E\N{COMBINING ACUTE ACCENT}t"]),
        ("Gué", "zz", []),
        ("Gué", "", []),
    ],
)
def test_the_letters_that_were_meant(name: str, typed: str, meant: list[str]) -> None:
    assert [name[start:end] for start, end in marks(name, typed)] == meant


@given(names, st.data())
def test_any_beginning_of_any_words_in_any_order_finds_it(name: str, data: st.DataObject) -> None:
    words = [word for word in "".join(c if c.isalnum() else " " for c in name).split() if fold(word)]
    assume(words)
    taken = data.draw(st.lists(st.sampled_from(words), min_size=1, unique=True))
    typed = " ".join(word[: data.draw(st.integers(1, len(word)))] for word in taken)
    assert find(entries(name), typed) == [name]
    assert find(entries(name), typed.upper()) == [name]


@given(names, names)
def test_what_is_found_shows_why(name: str, typed: str) -> None:
    meant = marks(name, typed)
    ends = [0, *(edge for pair in meant for edge in pair), len(name)]
    assert ends == sorted(ends), "ranges of the name, one after the other"
    assert meant or not find(entries(name), typed)


@given(names)
def test_a_name_finds_itself_first_and_is_meant_whole(name: str) -> None:
    assert find([*entries(*NAMES), *entries(name)], name)[0] in {
        name,
        *(n for n in NAMES if fold(n) == fold(name)),
    }
    (start, *_others), *_ranges = marks(name, name)
    assert fold(name).startswith(fold(name[start])[:1])
