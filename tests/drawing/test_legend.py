"""A legend explains what the map bears, and only that."""

from __future__ import annotations

import pytest

from facilitator.drawing.legend import compact, legend, shown
from facilitator.drawing.map import compose
from facilitator.drawing.shapes import Path, Text
from facilitator.drawing.theme import THEMES, theme
from facilitator.model.document import Document, Link
from tests.drawing.scenes import actor, document, ink_box, text_box, town, within, words

SCREEN = theme("screen")


def test_it_names_what_is_on_the_map_and_nothing_else() -> None:
    said = words(legend(town(), SCREEN, 2000))
    assert said == [
        *("Acteurs", "Collectivité", "Association", "Entreprise", "Fondation", "Académique", "Habitants"),
        *("Présence", "présent", "excusé", "à mobiliser", "absent"),
        *("Contribue à", "Richesses humaines", "Ressources financières", "Alliances"),
        *("Liens", "existant", "à renforcer", "à créer", "dans un sens", "réciproque", "tension"),
        *("Intensité", "échange d’information", "coordination", "coopération", "collaboration"),
        *("Types de lien", "Financement", "Moyens matériels", "Coopération", "Co-construction"),
    ]


def test_a_plain_map_has_a_short_legend() -> None:
    assert words(legend(document(actor("a")), SCREEN, 900)) == ["Acteurs", "Association"]
    one_way = document(actor("a"), actor("b", 400, 0), Link("l", "a", "b"))
    assert "réciproque" not in words(legend(one_way, SCREEN, 900))
    assert "tension" not in words(legend(one_way, SCREEN, 900))
    both_only = words(legend(document(), SCREEN, 900))
    assert both_only == []


def test_the_room_has_no_pips_to_explain() -> None:
    assert "Contribue à" not in words(legend(town(), theme("room"), 2000))


@pytest.mark.parametrize("width", [180, 340, 640, 1500])
@pytest.mark.parametrize("look", THEMES)
def test_it_stays_within_its_width(look: str, width: float, each_language: str) -> None:
    for picture in (legend(town(), theme(look), width), compact(shown(town()), theme(look), width)):
        ink = ink_box(picture)
        assert ink.x >= -0.01
        assert ink.right <= width + 0.01
        assert picture.box.right <= width + 0.01
        assert within(ink, picture.box, 0.5)
        boxes = [text_box(shape) for shape in picture.shapes if isinstance(shape, Text)]
        assert not any(a.intersects(b) for number, a in enumerate(boxes) for b in boxes[:number])


def test_groups_share_a_line_where_there_is_room() -> None:
    """The shorter the legend, the larger the map."""
    heights = [legend(town(), SCREEN, width).box.height for width in (900, 1500, 4000)]
    assert heights[0] > heights[1] > heights[2]
    everything = legend(town(), SCREEN, 4000)
    assert len({shape.y for shape in everything.shapes if isinstance(shape, Text)}) == 1


def test_the_same_words_speak_english(each_language: str) -> None:
    heading = words(legend(town(), SCREEN, 900))[0]
    assert heading == {"fr": "Acteurs", "en": "Actors"}[each_language]


def test_the_compact_one_says_what_cannot_be_guessed() -> None:
    kinds = ["Collectivité", "Association", "Entreprise", "Fondation", "Académique", "Habitants"]
    signs = [
        *("existant", "à renforcer", "à créer", "trait épais = collaboration", "sens", "tension"),
        *("excusé", "à mobiliser", "absent"),
    ]
    room = theme("room")
    assert words(compact(shown(town()), room, 3000)) == [*kinds, *signs]
    assert words(compact(shown(town()), room, 3000, categories=False)) == signs
    assert words(compact(shown(document(actor("a"))), room, 3000)) == ["Association"]
    assert words(compact(shown(document()), room, 3000)) == []


def sizes(session: Document, width: float) -> set[float]:
    picture = compact(shown(session), theme("room"), width, categories=False)
    return {shape.size for shape in picture.shapes if isinstance(shape, Text)}


def test_the_compact_one_shrinks_before_it_takes_a_second_line() -> None:
    room = theme("room")
    assert sizes(town(), 3000) == {room.legend}
    (shrunk,) = sizes(town(), 1300)
    assert room.small < shrunk < room.legend
    assert sizes(town(), 600) == {room.small}


def test_lines_of_the_legend_are_those_of_the_map() -> None:
    session = town()
    on_the_map = {shape.stroke for shape in compose(session, SCREEN).flat().shapes if isinstance(shape, Path)}
    explained = {shape.stroke for shape in legend(session, SCREEN, 900).shapes if isinstance(shape, Path)}
    lines = {
        held
        for held in on_the_map
        if held and held.width in SCREEN.link.widths and held.colour == SCREEN.ink and not held.dash
    }
    assert lines
    assert lines <= explained
