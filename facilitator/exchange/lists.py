"""A session as lists, in the language of the moment: the same words and headings that an import reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeAlias

from facilitator import terms
from facilitator.exchange.cells import joined
from facilitator.exchange.columns import FIELDS, Kind
from facilitator.model.document import Actor, Document, Link, ordered
from facilitator.model.vocabulary import CHARTER_BLOCKS, Direction
from facilitator.words import _

Cell: TypeAlias = str | int | date
Cells: TypeAlias = dict[str, Cell]

_ALWAYS = {
    Kind.ACTORS: ("name", "category", "presence", "missions", "resources", "needs"),
    Kind.CONTRIBUTIONS: ("actor", "pillar", "sub_item", "side", "text"),
    Kind.LINKS: ("source", "target", "types", "status", "intensity", "direction", "quality"),
    Kind.COMMITMENTS: ("what", "actors", "who", "first_step", "due"),
    Kind.PARTICIPANTS: ("name", "organisation", "role", "attendance"),
    Kind.CHARTER: ("block", "step", "point", "answer", "agreement"),
}
"""Columns a list has even where nothing is in them; the others are there if something is."""
_CHOICES = ("named", "receives")
"""What each person chose: yes or no."""


def rows(document: Document, kind: Kind) -> list[Cells]:
    """The rows of one list, by field; what is not said is left out or empty."""
    return list(_ROWS[kind](document))


def columns(kind: Kind, held: Iterable[Cells]) -> list[str]:
    """The fields of a list worth a column, in their order: a choice nobody made, or that is withheld, is not said."""
    said = {
        field
        for row in held
        for field, cell in row.items()
        if cell != "" and not (field in _CHOICES and cell == _("no"))
    }
    return [field for field in FIELDS[kind] if field in said or field in _ALWAYS[kind]]


def _actors(document: Document) -> Iterator[Cells]:
    for row in ordered(document.actors):
        yield {
            **{field: getattr(row, field) for field in FIELDS[Kind.ACTORS] if field not in _TOLD},
            "category": terms.category_name(document.categories[row.category]),
            "presence": terms.presence_name(row.presence),
            "odds": ", ".join(map(str, row.odds)),
            **_ratings(row),
            "confidential": _marked(row.confidential),
        }


_TOLD = {"ref", "category", "presence", "odds", "influence", "interest", "proximity", "tags", "confidential"}


def _ratings(row: Actor) -> Cells:
    rated = ((field, getattr(row, field)) for field in ("influence", "interest", "proximity"))
    return {field: value for field, value in rated if value is not None}


def _contributions(document: Document) -> Iterator[Cells]:
    places = {row.id: n for n, row in enumerate(ordered(document.actors))}
    for row in sorted(ordered(document.contributions), key=lambda row: places[row.actor]):
        yield {
            "actor": document.actors[row.actor].name,
            "pillar": terms.pillar_name(row.pillar),
            "sub_item": terms.sub_item_name(row.sub_item),
            "side": terms.side_name(row.side),
            "text": row.text,
            "confidential": _marked(row.confidential),
        }


def _links(document: Document) -> Iterator[Cells]:
    for row in ordered(document.links):
        yield {
            **_ends(document, row, "source", "target"),
            "types": joined(terms.link_type_name(document.link_types[key]) for key in row.types),
            "partnerships": joined(map(terms.partnership_name, row.partnerships)),
            "status": terms.status_name(row.status),
            "intensity": row.intensity,
            "direction": "↔" if row.direction == Direction.BOTH else "→",
            "quality": _("tension") if row.tension else "",
            "text": row.text,
            "confidential": _marked(row.confidential),
            "note": row.note,
        }


def _ends(document: Document, link: Link, source: str, target: str) -> Cells:
    return {source: document.actors[link.source].name, target: document.actors[link.target].name}


def _commitments(document: Document) -> Iterator[Cells]:
    for row in ordered(document.commitments):
        link = document.links.get(row.link)
        yield {
            "what": row.what,
            "actors": "; ".join(document.actors[id_].name for id_ in row.actors),
            "who": row.who,
            "first_step": row.first_step,
            "due": date.fromisoformat(row.due) if row.due else "",
            "said_yes_by": row.said_yes_by,
            **(_ends(document, link, "link_source", "link_target") if link else {}),
            "confidential": _marked(row.confidential),
        }


def _participants(document: Document) -> Iterator[Cells]:
    for row in ordered(document.participants):
        yield {
            "name": row.name,
            "organisation": row.organisation,
            "role": row.role,
            "email": row.email,
            "attendance": terms.presence_name(row.attendance),  # one word for both lists
            "named": _choice(row.named),
            "receives": _choice(row.receives),
        }


def _charter(document: Document) -> Iterator[Cells]:
    steps = [step for step in ordered(document.steps) if step.block in CHARTER_BLOCKS]
    for step in steps:
        for item in ordered(document.items):
            if item.step != step.id:
                continue
            said = document.answers.get(item.id)
            yield {
                "block": terms.block_name(step.block),
                "step": terms.wording(step.title),
                "point": terms.wording(item.text),
                "answer": said.text if said else "",
                "agreement": terms.agreement_name(said.agreement) if said and said.agreement else "",
                "position_a": said.position_a if said else "",
                "position_b": said.position_b if said else "",
                "confidential": _marked(said is not None and said.confidential),
            }


def _choice(said: bool) -> str:
    return _("yes") if said else _("no")


def _marked(said: bool) -> str:
    """A mark few rows bear: nothing where it is not."""
    return _("yes") if said else ""


_ROWS: dict[Kind, Callable[[Document], Iterator[Cells]]] = {
    Kind.ACTORS: _actors,
    Kind.CONTRIBUTIONS: _contributions,
    Kind.LINKS: _links,
    Kind.COMMITMENTS: _commitments,
    Kind.PARTICIPANTS: _participants,
    Kind.CHARTER: _charter,
}
KINDS = tuple(_ROWS)
"""Every list of a session, referred-to ones first."""
