"""The common pot, by pillar: what was put in it, what is missing, and what actors said that is not in it yet."""

from __future__ import annotations

from facilitator.model.document import Commitment, Contribution, Document, Means, ordered
from facilitator.model.vocabulary import Pillar, Side


def pot(document: Document, pillar: Pillar, side: Side) -> list[Means]:
    """What is in common under a pillar (offers), or missing (needs), in order."""
    return [row for row in ordered(document.means) if row.pillar is pillar and row.side is side]


def untaken(document: Document, pillar: Pillar, side: Side) -> list[Contribution]:
    """What actors bring to a pillar, or need, that nothing in the pot rests on."""
    taken = {id_ for row in document.means.values() for id_ in row.contributions}
    return [
        row
        for row in ordered(document.contributions)
        if row.pillar is pillar and row.side is side and row.id not in taken
    ]


def taken(document: Document, contribution: str, text: str, id_: str) -> Means:
    """What an actor brings or needs, put into the pot: linked to it, as confidential as it is.

    Whoever offers brings it; who needs it does not.
    """
    row = document.contributions[contribution]
    offered = row.side is Side.OFFER
    return Means(
        id_,
        row.pillar,
        row.side,
        text,
        actors=(row.actor,) if offered else (),
        contributions=(contribution,),
        confidential=row.confidential or document.actors[row.actor].confidential,
    )


def needing(document: Document, means: Means) -> list[str]:
    """The names of the actors who said that they need it."""
    rows = (document.contributions[id_] for id_ in means.contributions)
    return list(dict.fromkeys(document.actors[row.actor].name for row in rows if row.side is Side.NEED))


def bringing(document: Document, row: Means | Commitment) -> list[str]:
    """Who brings it, or does it: the names of actors, then whoever was named in free words."""
    return [*(document.actors[id_].name for id_ in row.actors), *filter(None, (row.who,))]
