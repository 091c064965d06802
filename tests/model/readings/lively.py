"""Maps where something of every kind can be found, drawn by Hypothesis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from facilitator.model.document import Actor, Contribution, Document, Link, blank
from facilitator.model.vocabulary import SUB_ITEMS, Direction, Side, Status

_CATEGORIES = ("state", "association", "company", "citizens")
_TYPES = ((), ("funding",), ("funding", "skills"), ("material",))


@st.composite
def lively(draw: st.DrawFn) -> Document:
    """A few actors, some of them confidential, with fields, goals, contributions, and links of all sorts."""
    actors = [
        Actor(
            f"a{n}",
            f"Acteur numéro {n}",
            draw(st.sampled_from(_CATEGORIES)),
            domain=draw(st.sampled_from(("", "Alimentation", "Santé"))),
            odds=draw(st.sampled_from(((), (2,)))),
            confidential=draw(st.booleans()),
            rank=n,
        )
        for n in range(draw(st.integers(1, 8)))
    ]
    ids = [actor.id for actor in actors]
    contributions = [
        Contribution(
            f"c{n}",
            draw(st.sampled_from(ids)),
            pillar,
            draw(st.sampled_from(SUB_ITEMS[pillar][:2])),
            draw(st.sampled_from(list(Side))),
            f"Contribution numéro {n}",
            draw(st.booleans()),
            rank=n,
        )
        for n in range(draw(st.integers(0, 8)))
        for pillar in (draw(st.sampled_from(list(SUB_ITEMS))),)
    ]
    links = [
        Link(
            f"l{n}",
            source,
            target,
            draw(st.sampled_from(_TYPES)),
            status=draw(st.sampled_from(list(Status))),
            direction=draw(st.sampled_from(list(Direction))),
            tension=draw(st.booleans()),
            confidential=draw(st.booleans()),
            rank=n,
        )
        for n in range(draw(st.integers(0, 12)))
        for source, target in (draw(st.tuples(st.sampled_from(ids), st.sampled_from(ids))),)
        if source != target
    ]
    empty = blank()
    return replace(
        empty,
        workshop=replace(empty.workshop, odds=(2, 12)),
        actors={row.id: row for row in actors},
        contributions={row.id: row for row in contributions},
        links={row.id: row for row in links},
    )
