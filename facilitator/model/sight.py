"""What is seen of a session as it changes under a lens.

A gesture never puts aside what was in sight: an actor or a link that has just come, or that was changed so that the
filters do not ask for it any more, stays shown as a guest until one looks through another lens.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitator.model.document import Actor, Document, Link
from facilitator.model.lens import Horizon, Lens, Seen, kept, seen


@dataclass(frozen=True, slots=True)
class Sight:
    """What a lens fades and hides, the guests it shows all the same, and all it has left aside so far."""

    lens: Lens
    seen: Seen
    guests: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()


def sight(document: Document, lens: Lens) -> Sight:
    """The first look through a lens: no guests."""
    first = seen(document, lens)
    return Sight(lens, first, left=first.aside)


def followed(held: Sight, before: Document, after: Document) -> Sight:
    """What is seen after a gesture; the very same where it changed nothing a lens looks at."""
    lens = kept(held.lens, after)
    if lens is held.lens and not _matters(lens, before, after):
        return held
    now, guests = seen(after, lens, held.guests), held.guests
    come = now.aside - held.left
    if come:
        # A link that has come needs both its ends.
        guests = guests | now.aside.intersection((*come, *_ends(after, come)))
        now = seen(after, lens, guests)
    return Sight(lens, now, guests, held.left | now.aside)


def invited(held: Sight, document: Document, actors: Iterable[str]) -> Sight:
    """Some actors shown whatever the lens asks for, until another lens."""
    wanted = held.seen.aside.intersection(actors)
    if not wanted:
        return held
    guests = held.guests | wanted
    return replace(held, seen=seen(document, held.lens, guests), guests=guests)


def _ends(document: Document, ids: Iterable[str]) -> Iterable[str]:
    rows = (document.links[id_] for id_ in ids if id_ in document.links)
    return (end for row in rows for end in (row.source, row.target))


def _matters(lens: Lens, before: Document, after: Document) -> bool:
    """Whether a gesture may have changed what a lens shows: most move cards or write texts, which never do."""
    if not lens.filters:
        return lens.horizon is Horizon.TODAY and _links_differ(before, after)
    return (
        (bool(lens.pillars) and before.contributions is not after.contributions)
        or _actors_differ(before, after)
        or _links_differ(before, after)
    )


def _actors_differ(before: Document, after: Document) -> bool:
    was, now = before.actors, after.actors
    if was is now:
        return False
    return len(was) != len(now) or any(
        row is not (old := was.get(id_)) and (old is None or _asked_of_actor(old) != _asked_of_actor(row))
        for id_, row in now.items()
    )


def _links_differ(before: Document, after: Document) -> bool:
    was, now = before.links, after.links
    if was is now:
        return False
    return len(was) != len(now) or any(
        row is not (old := was.get(id_)) and (old is None or _asked_of_link(old) != _asked_of_link(row))
        for id_, row in now.items()
    )


def _asked_of_actor(row: Actor) -> tuple[object, ...]:
    """All that a lens looks at."""
    return row.category, row.presence, row.odds, row.placed


def _asked_of_link(row: Link) -> tuple[object, ...]:
    return row.source, row.target, row.types, row.status
