"""What an export is said to hold: nothing that leaves with it is passed over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from facilitator import words
from facilitator.exchange.remains import remains
from facilitator.model.document import Document, Means, Practice, Remark, Step, blank
from facilitator.model.edition import MARKED, WHOLE, edition
from tests.test_exits import marked

SECRET: dict[str, Any] = {
    "practices": Practice("x", text="Dire", confidential=True),
    "means": Means("x", text="Un local", confidential=True),
    "remarks": Remark("x", text="Qui ?", confidential=True),
}


@pytest.mark.parametrize("table", SECRET)
def test_one_confidence_alone_is_said(table: str) -> None:
    """The dialog would say that nothing confidential is in the file."""
    rows: dict[str, Any] = {table: {"x": SECRET[table]}}
    held = replace(blank(), **rows)
    assert remains(edition(held, "participants"), ".json") == ["1 élément marqué confidentiel"]
    assert remains(edition(held, "participants"), ".xlsx") == []
    assert remains(edition(held, "public"), ".json") == []


def test_every_confidence_of_a_session_is_counted() -> None:
    session = marked()
    count = sum(
        getattr(row, "confidential", False) for table in MARKED for row in getattr(session, table).values()
    )
    assert f"{count} éléments marqués confidentiels" in [
        " ".join(said.split()) for said in remains(edition(session, WHOLE), ".json")
    ]


def test_notes_of_steps_are_said_of_the_whole_session() -> None:
    held: Document = replace(
        blank(),
        steps={"s": Step("s", title="Accueil", notes="Ne pas oublier")},
    )
    said = " ".join(remains(edition(held, WHOLE), ".json"))
    assert "1 note" in said
    assert remains(edition(held, "public"), ".json") == []


@pytest.mark.parametrize(
    ("extension", "confidential", "whos"),
    [(".svg", 2, 0), (".graphml", 2, 0), (".csv", 2, 0), (".xlsx", 5, 1), (".json", 8, 2)],
)
def test_what_each_format_holds_is_counted(extension: str, confidential: int, whos: int) -> None:
    with words.in_language("en"):
        said = remains(edition(marked(), WHOLE), extension)
    assert f"{confidential} elements marked confidential" in said
    assert [one for one in said if "names who" in one or "name who" in one] == (
        []
        if not whos
        else ["1 commitment or means that names who"]
        if whos == 1
        else ["2 commitments or means that name who"]
    )


@pytest.mark.parametrize("extension", [".svg", ".png", ".graphml", ".csv", ".xlsx", ".json"])
def test_the_public_edition_holds_nobody(extension: str) -> None:
    assert remains(edition(marked(), "public"), extension) == []
