"""What is looked at in tests of the lens: a small workshop, and strategies for others and for lenses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from facilitator.model.document import Actor, Contribution, Document, Link, blank
from facilitator.model.lens import Horizon, Lens
from facilitator.model.vocabulary import Pillar, Presence, Side, Status

BLANK = blank()
CATEGORIES, TYPES = ("association", "company", "state"), ("funding", "skills", "information")


def document(*actors: Actor, links: tuple[Link, ...] = (), offers: tuple[Contribution, ...] = ()) -> Document:
    return replace(
        BLANK,
        actors={row.id: row for row in actors},
        links={row.id: row for row in links},
        contributions={row.id: row for row in offers},
    )


def actor(
    id_: str, category: str = "association", presence: Presence = Presence.PRESENT, **more: object
) -> Actor:
    placed: dict[str, object] = {"x": 0.0, "y": 0.0}
    return Actor(id_, id_, category, presence, **(placed | more))  # type: ignore[arg-type]  # fields of a row


WORKSHOP = document(
    actor("grocer", odds=(1, 2)),
    actor("garden", presence=Presence.TO_MOBILISE),
    actor("dairy", "company", odds=(12,)),
    actor("prefect", "state", Presence.ABSENT),
    actor("radio", "company", x=None, y=None),
    links=(
        Link("sells", "dairy", "grocer", types=("funding", "skills")),
        Link("grows", "garden", "grocer", types=("skills",), status=Status.TO_STRENGTHEN),
        Link("meets", "prefect", "garden", status=Status.TO_CREATE),
        Link("speaks", "radio", "grocer", types=("information",), status=Status.TO_CREATE),
    ),
    offers=(
        Contribution("c1", "grocer", Pillar.HUMAN),
        Contribution("c2", "dairy", Pillar.FINANCIAL),
        Contribution("c3", "garden", Pillar.HUMAN, side=Side.NEED),
    ),
)

rows = st.builds(
    actor,
    st.sampled_from(["a", "b", "c", "d", "e", "f"]),
    st.sampled_from(CATEGORIES),
    st.sampled_from(Presence),
    odds=st.lists(st.integers(1, 4), max_size=2, unique=True).map(tuple),
    x=st.none() | st.just(1.0),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    actors = draw(st.lists(rows, min_size=2, max_size=6, unique_by=lambda row: row.id))
    ids = st.sampled_from([row.id for row in actors])
    ends = st.tuples(ids, ids).filter(lambda pair: pair[0] != pair[1])
    links = [
        Link(f"l{n}", *pair, types=tuple(types), status=status)
        for n, (pair, types, status) in enumerate(
            draw(
                st.lists(
                    st.tuples(
                        ends,
                        st.lists(st.sampled_from(TYPES), max_size=2, unique=True),
                        st.sampled_from(Status),
                    ),
                    max_size=8,
                )
            )
        )
    ]
    offers = [
        Contribution(f"c{n}", *said)
        for n, said in enumerate(
            draw(
                st.lists(
                    st.tuples(ids, st.sampled_from(Pillar), st.just(""), st.sampled_from(Side)), max_size=6
                )
            )
        )
    ]
    return document(*actors, links=tuple(links), offers=tuple(offers))


VALUES: dict[str, st.SearchStrategy[object]] = {
    "categories": st.sampled_from(CATEGORIES),
    "presences": st.sampled_from(Presence),
    "types": st.sampled_from(TYPES),
    "statuses": st.sampled_from(Status),
    "pillars": st.sampled_from(Pillar),
    "odds": st.integers(1, 5),
    "focus": st.sampled_from(["a", "b", "c"]),
    "evidence": st.sampled_from(["a", "b", "c"]),
}
lenses = st.builds(
    Lens,
    horizon=st.sampled_from(Horizon),
    hides=st.booleans(),
    only_actors=st.booleans(),
    **{name: st.frozensets(value, max_size=2) for name, value in VALUES.items()},
)


def asking(lens: Lens, kind: str, *values: object) -> Lens:
    """The lens with these values of a kind, and no other."""
    asked: dict[str, Any] = {kind: frozenset(values)}
    return replace(lens, **asked)
