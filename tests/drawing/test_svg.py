"""SVG: well formed, its letters kept as text, the same for the same picture."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from facilitator.drawing import lettering
from facilitator.drawing.map import compose
from facilitator.drawing.shapes import Box, Picture, Stroke, Text, disc
from facilitator.drawing.svg import svg
from facilitator.drawing.theme import theme
from tests.drawing.scenes import town, words

SVG = "{http://www.w3.org/2000/svg}"
MAP = compose(town(), theme("paper")).flat()


def test_it_holds_every_word_and_every_path() -> None:
    root = ET.fromstring(svg(MAP, "Carte", "Six acteurs"))
    assert [node.text for node in root.iter(f"{SVG}text")] == words(MAP)
    assert len(list(root.iter(f"{SVG}path"))) == len(MAP.shapes) - len(words(MAP))


def test_each_text_says_the_room_it_was_laid_out_for() -> None:
    texts = [shape for shape in MAP.shapes if isinstance(shape, Text)]
    for node, text in zip(ET.fromstring(svg(MAP, "Carte")).iter(f"{SVG}text"), texts, strict=True):
        told = float(node.get("textLength", "nan"))
        assert abs(told - lettering.width(text.text, text.size, text.bold)) < 0.01


def test_it_says_what_it_is() -> None:
    root = ET.fromstring(svg(MAP, "Carte <de> Rivemont & Cie", "Six acteurs"))
    assert root.get("role") == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == "Carte <de> Rivemont & Cie"
    assert root[1].text == "Six acteurs"
    assert ET.fromstring(svg(MAP, "Carte")).find(f"{SVG}desc") is None


def test_its_view_is_the_box() -> None:
    picture = Picture((disc(0, 0, 5, "#112233"),), Box(-5.25, -5, 10.5, 10))
    root = ET.fromstring(svg(picture, "Disque", paper="#FBFAF7"))
    assert root.get("viewBox") == "-5.25 -5 10.5 10"
    paper = root.find(f"{SVG}rect")
    assert paper is not None
    assert paper.get("fill") == "#FBFAF7"


def test_twice_is_the_same() -> None:
    assert svg(MAP, "Carte") == svg(compose(town(), theme("paper")).flat(), "Carte")


def test_it_carries_the_weights_it_uses_unless_told_not_to() -> None:
    assert svg(MAP, "Carte").count("@font-face") == 2
    bold = Picture((Text(0, 0, "é", 12, True, "#000000", "middle"),), Box(0, 0, 9, 9))
    text = svg(bold, "Lettre")
    assert text.count("@font-face") == 1
    assert "font-weight:700" in text
    assert 'text-anchor="middle"' in text
    assert "@font-face" not in svg(bold, "Lettre", embed=False)
    assert "<style>" not in svg(Picture((disc(0, 0, 5),), Box(-5, -5, 10, 10)), "Disque")


def test_strokes_are_said_in_full() -> None:
    stroke = Stroke("#0F6E6E", 2.5, (0.01, 6.25))
    text = svg(Picture((disc(0, 0, 5, None, stroke),), Box(-6, -6, 12, 12)), "Disque")
    (path,) = ET.fromstring(text).iter(f"{SVG}path")
    assert path.get("fill") == "none"
    assert path.get("stroke-linecap") == "round"
    assert path.get("stroke-dasharray") == "0.01 6.25"


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_gives_a_file_that_can_be_read(text: str) -> None:
    picture = Picture((Text(0, 0, text, 12, False, "#000000"),), Box(0, 0, 9, 9))
    root = ET.fromstring(svg(picture, text, text).encode())
    assert root.find(f"{SVG}text") is not None
