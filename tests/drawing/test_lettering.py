"""Words are as wide here as in Qt and in reportlab, and lines hold all of them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from facilitator.drawing import lettering
from facilitator.drawing.lettering import fit, shown, width, wrap

PHRASES = (
    "Les Jardins du Gué",
    "Université de Haute-Œuvre — laboratoire Alimentation",
    "AVATAR, Tôle, WAVE: kerning « Yes » L’Étal…",
    "éèêëçœŒ’«»€—",
    "0123456789 (100 %)",
)
letters = st.text(st.sampled_from("abcdeéèŒœ’ -—«»!?0W iAV&"), max_size=80)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("size", [11.5, 15.0, 38.0])
@pytest.mark.parametrize("text", PHRASES)
def test_qt_agrees(qtbot: QtBot, text: str, size: float, bold: bool) -> None:
    from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

    id_ = QFontDatabase.addApplicationFont(str(lettering.file(bold=bold)))
    font = QFont(QFontDatabase.applicationFontFamilies(id_)[0])
    font.setPixelSize(round(size))
    font.setBold(bold)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Qt cuts the width of each letter down to 1/64 px: that is all that may part us beyond the 0.3 px of a line.
    slack = max(0.3, len(text) / 64)
    assert QFontMetricsF(font).horizontalAdvance(text) == pytest.approx(
        width(text, round(size), bold), abs=slack
    )


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", PHRASES)
def test_reportlab_agrees(text: str, bold: bool) -> None:
    name = f"measured-{bold}"
    pdfmetrics.registerFont(TTFont(name, str(lettering.file(bold=bold))))
    assert pdfmetrics.stringWidth(text, name, 15) == pytest.approx(width(text, 15, bold), abs=0.3)


@pytest.mark.parametrize("bold", [False, True])
def test_a_font_library_reads_the_same_tables(bold: bool) -> None:
    from fontTools.ttLib import TTFont as Read

    read = Read(lettering.file(bold=bold))
    units, metrics = read["head"].unitsPerEm, read["hmtx"]
    for code, glyph in read.getBestCmap().items():
        assert width(chr(code), 1.0, bold) == pytest.approx(metrics[glyph][0] / units)
    line = read["OS/2"]
    assert line.sCapHeight / units == lettering.CAP_HEIGHT
    assert (read["hhea"].ascent / units, -read["hhea"].descent / units) == (
        lettering.ASCENT,
        lettering.DESCENT,
    )


def test_french_is_said_as_it_is() -> None:
    text = "L’été, « Œuvre & Cie » — où ça ? 12 € ; à table !"
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}", "été"),
        ("o\N{LATIN SMALL LIGATURE FI}ce", "ofice"),
        ("100\N{NARROW NO-BREAK SPACE}%", "100\N{NO-BREAK SPACE}%"),
        ("à\N{ZERO WIDTH SPACE}table\N{RIGHT-TO-LEFT OVERRIDE}", "àtable"),
        ("deux\nlignes", "deux lignes"),
        ("Ассоциация", "□□□□□□□□□□"),
        ("Nguyễn Thị Ệ Ươ", "Nguyên Thi Ê Uo"),
        ("\N{NOT LESS-THAN}\N{RIGHTWARDS ARROW WITH STROKE}", "□□"),
        ("\N{EAR OF RICE}", "□"),
        ("co\N{NON-BREAKING HYPHEN}op", "co-op"),
    ],
)
def test_what_the_font_lacks_is_said_honestly(text: str, said: str) -> None:
    assert shown(text) == said
    assert width(text, 10) == pytest.approx(width(said, 10))


@given(st.text(max_size=40))
def test_any_text_can_be_measured_and_wrapped(text: str) -> None:
    assert width(text, 12) >= 0
    lines = wrap(text, 12, False, 100)
    assert "".join("".join(lines).split()) == "".join(shown(text).split())


@given(letters, st.sampled_from([40.0, 90.0, 133.0]))
def test_lines_hold_every_word_within_the_room(text: str, room: float) -> None:
    lines = wrap(text, 12, False, room)
    assert all(width(line, 12) <= room + 1e-6 for line in lines)
    assert "".join("".join(lines).split(" ")) == "".join(text.split(" "))


def test_punctuation_stays_with_its_word() -> None:
    for room in range(90, 200, 7):
        for line in wrap("Collectif « À table ! » ; et puis : oui — peut-être ?", 15, True, room):
            assert not line.startswith(("!", "»", ";", ":", "?", "—"))
            assert not line.endswith("«")


def test_no_break_spaces_hold() -> None:
    assert wrap("dix\N{NO-BREAK SPACE}mille euros", 15, False, width("dix mille", 15)) == (
        "dix\N{NO-BREAK SPACE}mille",
        "euros",
    )


def test_a_name_that_fits_keeps_its_size() -> None:
    assert fit("Ville de Rivemont", 15, 12, True, 200, 3) == lettering.Lettered(15, ("Ville de Rivemont",))


def test_lines_are_evened() -> None:
    assert fit("Les Jardins du Gué", 15, 12, True, 132, 3).lines == ("Les Jardins", "du Gué")


def test_a_long_name_shrinks_then_takes_the_lines_it_needs() -> None:
    shrunk = fit("Université de Haute-Œuvre — laboratoire Alimentation", 15, 12, True, 132, 3)
    assert 12 <= shrunk.size < 15
    assert len(shrunk.lines) == 3
    grown = fit("Université de Haute-Œuvre — laboratoire Alimentation " * 3, 15, 12, True, 132, 3)
    assert grown.size == 12
    assert len(grown.lines) > 3


def test_words_are_broken_only_when_they_must() -> None:
    word = "Anticonstitutionnellement"
    assert fit(word, 15, 9, True, width(word, 10, True), 3).lines == (word,)
    broken = fit(word * 3, 15, 12, True, 132, 3)
    assert "".join(broken.lines) == word * 3


@given(letters, st.sampled_from([60.0, 132.0]), st.integers(1, 4))
def test_a_fit_is_never_cut(text: str, room: float, most: int) -> None:
    assume(text == unicodedata.normalize("NFC", text))
    found = fit(text, 15, 12, True, room, most)
    assert 12 <= found.size <= 15
    assert found.size == 12 or len(found.lines) <= most
    assert all(width(line, found.size, True) <= room + 1e-6 for line in found.lines)
    assert "".join("".join(found.lines).split(" ")) == "".join(text.split(" "))
    assert found.height == pytest.approx(len(found.lines) * found.size * lettering.LINE)
