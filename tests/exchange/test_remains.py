"""What an export would hold is said before it leaves, and nothing less than it holds."""

from __future__ import annotations

import pytest

from facilitator import words
from facilitator.exchange.remains import remains
from facilitator.model.edition import WHOLE, edition
from tests.test_exits import marked


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
