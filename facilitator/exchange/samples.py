"""Shipped samples: whole, lively sessions, all of them invented.

A sample is a folder of `resources/samples`: lists of actors, links and participants as a facilitator would bring them
(csv), and in `session.toml` what the room said and did. Ids follow from the order: the sample is always the same
Document.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from facilitator import paths
from facilitator.exchange import tables
from facilitator.exchange.incoming import incoming
from facilitator.model import journey
from facilitator.model.document import (
    Actor,
    Answer,
    Commitment,
    Contribution,
    Document,
    Evaluation,
    Link,
    Means,
    Participant,
    Practice,
    Remark,
    Voice,
    Vote,
    ordered,
)
from facilitator.model.readings.findings import Finding, Kind
from facilitator.model.vocabulary import Agreement, Licence, Partnership, Pillar, Side, VoteKind

KEYS = ("nourrir-rivemont",)
"""Every sample, the one shown first in front."""

_LISTS = ("actors.csv", "links.csv", "participants.csv")

Row = TypeVar("Row", Actor, Link, Participant)


def document(key: str) -> Document:
    """A sample as a session of its own, in the language its room spoke. KeyError if there is no such sample."""
    if key not in KEYS:
        raise KeyError(key)
    folder = paths.resource("samples", key)
    told = tomllib.loads((folder / "session.toml").read_text("utf-8"))
    with_lists = _with_lists(_begun(told["workshop"]), folder)
    with_actors = _with_actors(with_lists, told["actor"])
    return _with_words(_with_links(with_actors, told.get("link", [])), told)


def _begun(told: Mapping[str, Any]) -> Document:
    """The session sheet and the journey, nothing said yet."""
    begun = journey.new_document(told["title"], told["language"])
    values = dict(told) | {"odds": tuple(told["odds"]), "licence": Licence(told["licence"])}
    return replace(begun, workshop=replace(begun.workshop, **values))


def _with_lists(begun: Document, folder: Path) -> Document:
    gesture = incoming(begun, [tables.read(folder / name) for name in _LISTS]).gesture
    brought = gesture(begun) if gesture else begun
    actors = _numbered(ordered(brought.actors), "actor")
    links = [
        replace(link, source=actors[link.source].id, target=actors[link.target].id)
        for link in _numbered(ordered(brought.links), "link").values()
    ]
    return replace(
        brought,
        actors={row.id: row for row in actors.values()},
        links={row.id: row for row in links},
        participants={
            row.id: row for row in _numbered(ordered(brought.participants), "participant").values()
        },
    )


def _numbered(rows: Iterable[Row], word: str) -> dict[str, Row]:
    """Rows under ids that follow from their order, by the id they had."""
    return {row.id: replace(row, id=f"{word}-{number:02}") for number, row in enumerate(rows, 1)}


def _with_actors(document: Document, told: Iterable[Mapping[str, Any]]) -> Document:
    """Where each actor stands, what more is said of it, what it brings and needs."""
    by_name = {actor.name: actor for actor in document.actors.values()}
    actors = dict(document.actors)
    contributions: list[Contribution] = []
    for row in told:
        actor = by_name[row["name"]]
        more = {name: value for name, value in row.items() if name not in ("name", "brings", "needs_more")}
        actors[actor.id] = replace(actor, **more)
        for side, words in ((Side.OFFER, row.get("brings", [])), (Side.NEED, row.get("needs_more", []))):
            for word in words:
                contributions.append(_contribution(actor.id, side, word, len(contributions) + 1))
    return replace(document, actors=actors, contributions={row.id: row for row in contributions})


def _contribution(actor: str, side: Side, told: str, rank: int) -> Contribution:
    """From "human/employees: 12 salariés en insertion"; the sub-item may be left out."""
    place, _colon, text = told.partition(": ")
    pillar, _slash, sub_item = place.partition("/")
    return Contribution(f"contribution-{rank:02}", actor, Pillar(pillar), sub_item, side, text, rank=rank)


def _with_links(document: Document, told: Iterable[Mapping[str, Any]]) -> Document:
    """What more is said of some links."""
    links = dict(document.links)
    for row in told:
        link = _link_between(document, row["from"], row["to"])
        more = {name: value for name, value in row.items() if name not in ("from", "to")}
        if "partnerships" in more:
            more["partnerships"] = tuple(map(Partnership, more["partnerships"]))
        links[link.id] = replace(link, **more)
    return replace(document, links=links)


def _with_words(document: Document, told: Mapping[str, Any]) -> Document:
    """What the room said at each step, its answers, its practices and its commitments."""
    steps = dict(document.steps)
    for id_, words in told["step"].items():
        steps[id_] = replace(steps[id_], **words)
    answers = {
        id_: Answer(id_, **(dict(words) | {"agreement": Agreement(words["agreement"])}))
        for id_, words in told["answer"].items()
    }
    ids = {actor.name: actor.id for actor in document.actors.values()}
    practices = [_practice(row, ids, rank) for rank, row in enumerate(told["practice"], 1)]
    commitments = [_commitment(document, row, ids, rank) for rank, row in enumerate(told["commitment"], 1)]
    evaluations = [
        Evaluation(f"evaluation-{rank}", rank=rank, **row) for rank, row in enumerate(told["evaluation"], 1)
    ]
    return replace(
        document,
        steps=steps,
        answers=answers,
        votes=_by_id(_vote(row, rank) for rank, row in enumerate(told["vote"], 1)),
        practices=_by_id(practices),
        commitments=_by_id(commitments),
        means=_by_id(_means(document, row, ids, rank) for rank, row in enumerate(told["means"], 1)),
        voices={id_: Voice(id_, turns) for id_, turns in told["voice"].items()},
        evaluations=_by_id(evaluations),
        remarks=_by_id(_remark(row, ids, rank) for rank, row in enumerate(told["remark"], 1)),
    )


def _by_id(rows: Iterable[Any]) -> dict[str, Any]:
    return {row.id: row for row in rows}


def _vote(told: Mapping[str, Any], rank: int) -> Vote:
    """It was shown to the group."""
    kind = VoteKind(told.get("kind", VoteKind.HANDS))
    return Vote(f"vote-{rank}", rank=rank, **(dict(told) | {"kind": kind, "revealed": True}))


def _means(document: Document, told: Mapping[str, Any], ids: Mapping[str, str], rank: int) -> Means:
    """Contributions are named by their words."""
    named = {row.text: row.id for row in document.contributions.values()}
    more = dict(told) | {
        "pillar": Pillar(told["pillar"]),
        "side": Side(told.get("side", Side.OFFER)),
        "actors": tuple(ids[name] for name in told.get("actors", [])),
        "contributions": tuple(named[text] for text in told.get("contributions", [])),
    }
    return Means(f"means-{rank}", rank=rank, **more)


def _practice(told: Mapping[str, Any], ids: Mapping[str, str], rank: int) -> Practice:
    actor = ids[told["actor"]] if "actor" in told else ""
    return Practice(f"practice-{rank}", Pillar(told["pillar"]), told["text"], actor, rank=rank)


def _commitment(document: Document, told: Mapping[str, Any], ids: Mapping[str, str], rank: int) -> Commitment:
    more = dict(told)
    link = more.pop("link", None)
    more["actors"] = tuple(ids[name] for name in told.get("actors", []))
    more["link"] = _link_between(document, *link).id if link else ""
    return Commitment(f"commitment-{rank}", rank=rank, **more)


def _remark(told: Mapping[str, Any], ids: Mapping[str, str], rank: int) -> Remark:
    """A question kept: of its kind, about the first actor it names, or about `row`."""
    actors = tuple(ids[name] for name in told["about"])
    asked = Finding(Kind(told["kind"]), actors[:1], rows=(told["row"],) if "row" in told else ())
    return Remark(asked.id, text=told["text"], answer=told["answer"], about=actors, rank=rank)


def _link_between(document: Document, source: str, target: str) -> Link:
    names = {actor.id: actor.name for actor in document.actors.values()}
    return next(
        link
        for link in document.links.values()
        if (names[link.source], names[link.target]) == (source, target)
    )
