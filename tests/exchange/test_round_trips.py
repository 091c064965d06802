"""Whatever a session says in its lists, each format brings it back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import words
from facilitator.exchange import formulas, outgoing, reading
from facilitator.exchange.incoming import incoming
from facilitator.model import rules
from facilitator.model.document import (
    Actor,
    Commitment,
    Contribution,
    Document,
    Link,
    Participant,
    blank,
    ordered,
    with_rows,
)
from facilitator.model.edition import WHOLE
from facilitator.model.texts import tidy, visible
from facilitator.model.vocabulary import (
    SUB_ITEMS,
    Attendance,
    Direction,
    Partnership,
    Pillar,
    Presence,
    Side,
    Status,
)

_STARTS = st.sampled_from(("", "", "=", "+", "-", "@", "'", "''=", "\t", '"', ";", " "))
_INSIDE = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t;,\"'=<&]>é’Œ🌱"), max_size=30
)
_text = st.builds(lambda start, inside: tidy(start + inside, lines=True), _STARTS, _INSIDE).filter(
    lambda text: not text or visible(text)
)
_line = _text.map(lambda text: tidy(text, lines=False))
_flag = st.booleans()
_rating = st.none() | st.integers(0, 100)


@st.composite
def sessions(draw: st.DrawFn) -> Document:
    """Small sessions whose words would each break some format; names are told apart by a number."""
    count = draw(st.integers(0, 4))
    document = blank(draw(st.sampled_from(words.available())))
    actors = [
        Actor(
            f"a{n}", tidy(f"{draw(_line)} n° {n}", lines=False), draw(st.sampled_from(list(document.categories))),
            draw(st.sampled_from(Presence)), *draw(st.sampled_from(((None, None), (1.5 * n, -250.25 * n)))),
            missions=draw(_text), domain=draw(_line), needs=draw(_text), resources=draw(_text), note=draw(_text),
            influence=draw(_rating), proximity=draw(_rating), odds=draw(st.sampled_from(((), (2,), (1, 12, 17)))),
            confidential=draw(_flag), rank=n,
        )
        for n in range(count)
    ]  # fmt: skip
    links = [
        Link(
            f"l{n}", f"a{n}", f"a{n + 1}", draw(st.sampled_from(((), ("funding",), ("skills", "material")))),
            draw(st.sampled_from(((), (Partnership.PATRONAGE, Partnership.SOCIETAL_INNOVATION)))),
            draw(st.sampled_from(Status)), draw(st.integers(1, 4)), draw(st.sampled_from(Direction)), draw(_flag),
            draw(_text), draw(_text), draw(_flag), n,
        )
        for n in range(count - 1)
    ]  # fmt: skip
    people = [
        Participant(
            f"p{n}", f"Zoé {n}", draw(_line), draw(_line), draw(st.sampled_from(("", "a@b.invalid"))),
            draw(st.sampled_from(Attendance)), draw(_flag), draw(_flag), n,
        )
        for n in range(draw(st.integers(0, 2)))
    ]  # fmt: skip
    offers = [
        Contribution(
            f"c{n}", actor.id, pillar, draw(st.sampled_from(("", *SUB_ITEMS[pillar]))), draw(st.sampled_from(Side)),
            f"don {n}", draw(_flag), n,
        )
        for n, (actor, pillar) in enumerate(zip(actors, Pillar, strict=False))
    ]  # fmt: skip
    commitments = [
        Commitment(
            f"e{n}", tidy(f"{draw(_text)} n° {n}", lines=True),
            tuple(actor.id for actor in actors[:n] if ";" not in actor.name), draw(_line), draw(_line),
            draw(st.sampled_from(("", "2026-12-31"))), "", draw(_line), draw(_flag), n,
        )
        for n in range(2)
    ]  # fmt: skip
    for table, rows in (
        ("actors", actors), ("links", links), ("participants", people), ("contributions", offers),
        ("commitments", commitments),
    ):  # fmt: skip
        document = with_rows(document, table, put=rows)
    assert rules.broken(document) == ()
    return document


def said(document: Document, tables: tuple[str, ...], *, placed: bool) -> dict[str, list[Any]]:
    """The rows of some lists without ids nor ranks, actors by their names."""
    names = {actor.id: actor.name for actor in document.actors.values()}
    found: dict[str, list[Any]] = {}
    for table in tables:
        found[table] = []
        for row in ordered(getattr(document, table)):
            changes: dict[str, Any] = {"id": "", "rank": 0}
            if table == "actors" and not placed:
                changes |= {"x": None, "y": None}
            if table == "links":
                changes |= {"source": names[row.source], "target": names[row.target]}
            if table == "contributions":
                changes["actor"] = names[row.actor]
            if table == "commitments":
                changes["actors"] = tuple(names[id_] for id_ in row.actors)
            found[table].append(replace(row, **changes))
    return found


_HELD = {
    ".csv": ("actors", "links", "participants"),
    ".graphml": ("actors", "links"),
    ".xlsx": ("actors", "contributions", "links", "commitments", "participants"),
    ".json": ("actors", "contributions", "links", "commitments", "participants"),
}


@pytest.mark.parametrize("extension", _HELD)
@pytest.mark.parametrize("bare", [True, False])
@settings(max_examples=40)
@given(document=sessions())
def test_every_format_brings_back_what_it_holds(extension: str, bare: bool, document: Document) -> None:
    words.use(document.workshop.language)
    before = blank() if bare else with_rows(blank(), "actors", put=[Actor("z", "Zut", "other")])
    with tempfile.TemporaryDirectory() as folder:
        paths = outgoing.export(document, Path(folder, f"s{extension}"), WHOLE)
        tables = [table for path in paths for table in reading.read(path)]
    gesture = incoming(before, tables).gesture
    after = gesture(before) if gesture else before
    assert rules.broken(after) == ()
    if not bare:
        after = with_rows(after, "actors", drop=["z"])
    placed = extension in (".graphml", ".json")
    assert said(after, _HELD[extension], placed=placed) == said(document, _HELD[extension], placed=placed)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | _text)
def test_what_is_neutralised_is_restored(text: str) -> None:
    safe = formulas.neutralised(text)
    assert formulas.restored(safe) == text
    assert not safe or safe[0] not in "=+-@\t\r"
