"""The voices in the minutes: of the participants alone, and only where the group wants it."""

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.model.document import Document, Voice
from tests.minutes.rich import rich
from tests.minutes.test_document import made


def heard(*, printed: bool) -> Document:
    session = rich()
    voices = {"association": Voice("association", 41), "authority": Voice("authority", 3)}
    return replace(
        session, voices=voices, workshop=replace(session.workshop, voices_in_minutes=printed)
    )  # fmt: skip


def test_a_table_and_a_sentence_where_they_are_wanted(tmp_path: Path) -> None:
    french = made(tmp_path, heard(printed=True), language="fr").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Voix entendues" in french
    assert "On a surtout entendu : associations." in french
    assert "Associations 41" in french
    assert "Times heard" in made(tmp_path, heard(printed=True), language="en").text


@pytest.mark.parametrize(("printed", "edition"), [(False, "participants"), (True, "public")])
def test_nowhere_else(tmp_path: Path, printed: bool, edition: str) -> None:
    text = made(tmp_path, heard(printed=printed), edition=edition, language="fr").text
    assert "Voix entendues" not in text
    assert "41" not in text
