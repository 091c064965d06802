"""Texts: tidied once and for all, the same on every laptop."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model.texts import is_tidy, tidy, visible

ANY = st.text(alphabet=st.characters(exclude_categories=())) | st.text()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  Jardins  ", "Jardins"),
        ("e\u0301te\u0301", "été"),
        ("e\u200b\u0301", "é"),  # composed once what stood between is gone
        ("a\tb\x00c\x7f", "a bc"),
        ("un\r\ndeux\rtrois\u2028quatre\x0bcinq\x85six", "un deux trois quatre cinq six"),
        ("\ufeffAncien\u00adnement", "Anciennement"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("l\ud800à", "là"),
        ("x\ufffey\U0010ffff", "xy"),
        ("12\u202f000\u00a0€ !", "12\u202f000\u00a0€ !"),
        ("👩\u200d🌾 ❤\ufe0f", "👩\u200d🌾 ❤\ufe0f"),
        ("\u0378", "\u0378"),  # unassigned today: another laptop may know it
    ],
)
def test_one_line(typed: str, kept: str) -> None:
    assert tidy(typed, lines=False) == kept


def test_lines_stay_in_a_text_of_several_lines() -> None:
    assert tidy("\n un\r\n\r\ndeux\u2029trois \n", lines=True) == "un\n\ndeux\ntrois"


@given(text=ANY, lines=st.booleans())
def test_what_is_tidied_is_tidy_and_stays_so(text: str, lines: bool) -> None:
    kept = tidy(text, lines=lines)
    assert tidy(kept, lines=lines) == kept
    assert is_tidy(kept, lines=lines)
    assert is_tidy(text, lines=lines) == (text == kept)
    assert unicodedata.is_normalized("NFC", kept)
    assert not any(
        unicodedata.category(c) in ("Cc", "Cs") for c in kept.replace("\n", "") if lines or c != "\n"
    )
    kept.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a", True),
        ("é", True),
        ("€", True),
        ("👩\u200d🌾", True),
        ("", False),
        ("\u200d", False),
        (" \u0301", False),
    ],
)
def test_visible(text: str, seen: bool) -> None:
    assert visible(text) is seen
