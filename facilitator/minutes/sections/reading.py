"""What anyone can count on the map: facts said in words, numbers second, no judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import partial

from facilitator import terms
from facilitator.drawing import figures
from facilitator.drawing.theme import Theme
from facilitator.minutes.blocks import (
    Block,
    Bullets,
    Entry,
    Figure,
    Heading,
    Section,
    Span,
    Words,
    lines,
    muted,
    plain,
    strong,
)
from facilitator.model.document import Actor, Document, ordered
from facilitator.model.vocabulary import Presence, Status
from facilitator.terms.questions import questions
from facilitator.terms.readings import first_few
from facilitator.words import _, ngettext

_MOST = 24
"""Names said in a line; the others are counted, and told one by one by the map in words."""


def section(document: Document, theme: Theme) -> Section:
    title = terms.section_name("reading")
    if not document.actors:
        return Section("reading", title, tuple(_kept(document)))  # of a map that was emptied since
    said = [
        *_who(document),
        *_missing(document),
        *_unlinked(document),
        *_linked(document),
        *_unplaced(document),
    ]
    return Section("reading", title, (Bullets(tuple(said)), *_kept(document), *_figures(document, theme)))


def _kept(document: Document) -> Iterable[Block]:
    """The questions the group kept, as its map asks them, and what it says of them."""
    if document.remarks:
        from facilitator.model.readings.reading import read  # networkx, for these minutes alone

        yield Heading(2, _("Questions the group kept"))
        now = {one.id: one for asked in questions(document, read(document)) for one in asked}
        for row in ordered(document.remarks):
            said = tuple(plain(line) for line in lines(row.answer))
            asked = now.get(row.id)
            if asked is None:
                yield Entry(strong(row.text), (*said, muted(_("As it was asked during the session."))))
            elif asked.differs(row, document):
                then = _("As it was asked then: {question}").format(question=row.text)
                yield Entry(strong(asked.sentence), (*said, muted(then)))
            else:
                yield Entry(strong(asked.sentence), said)


def _figures(document: Document, theme: Theme) -> Iterable[Block]:
    drawn = (
        (_("What each pillar offers and needs"), figures.pillars, figures.pillars_told),
        (_("Pairs of actors linked today, by type"), figures.types, figures.types_told),
    )
    for caption, picture, told in drawn:
        if sentences := told(document):
            yield Figure(caption, partial(picture, document, theme), " ".join((caption + ".", *sentences)))


def _who(document: Document) -> Iterable[Words]:
    counts = Counter(row.category for row in document.actors.values())
    parts = [
        f"{terms.category_plural(category)} ({counts[category.id]})"
        for category in ordered(document.categories)
        if counts[category.id]
    ]
    yield _named(_("Named: {count}.").format(count=_actors(len(document.actors))), parts)
    empty = [terms.category_plural(row) for row in ordered(document.categories) if not counts[row.id]]
    if empty:
        yield _named(_("Types without any actor so far:"), empty)


def _missing(document: Document) -> Iterable[Words]:
    told = (
        (Presence.EXCUSED, _("Excused:")),
        (Presence.TO_MOBILISE, _("To mobilise:")),
        (Presence.ABSENT, _("Absent from the table:")),
    )
    for presence, words in told:
        names = [row.name for row in ordered(document.actors) if row.presence is presence]
        if names:
            yield _named(words, names)


def _unlinked(document: Document) -> Iterable[Words]:
    linked = {end for row in document.links.values() for end in (row.source, row.target)}
    names = [row.name for row in ordered(document.actors) if row.id not in linked]
    if names and document.links:
        yield _named(_("Not linked to anyone yet:"), names)


def _linked(document: Document) -> Iterable[Words]:
    if not document.links:
        return
    counts = Counter(row.status for row in document.links.values())
    parts = [_of_status(status, counts[status]) for status in Status if counts[status]]
    yield _named(_("Drawn: {count} —").format(count=_links(len(document.links))), parts)
    across = sum(
        _category(document, row.source) != _category(document, row.target) for row in document.links.values()
    )
    yield strong(
        ngettext(
            "{count} link joins actors of different types.",
            "{count} links join actors of different types.",
            across,
        ).format(count=across)
        if across
        else _("No link yet joins actors of different types.")
    )


def _of_status(status: Status, count: int) -> str:
    """So many links of a status: its word agrees."""
    told = {
        Status.EXISTING: lambda: ngettext("{count} existing", "{count} existing", count),
        Status.TO_STRENGTHEN: lambda: ngettext("{count} to strengthen", "{count} to strengthen", count),
        Status.TO_CREATE: lambda: ngettext("{count} to create", "{count} to create", count),
    }
    return told[status]().format(count=count)


def _unplaced(document: Document) -> Iterable[Words]:
    waiting: list[Actor] = [row for row in ordered(document.actors) if not row.placed]
    if len(waiting) == len(document.actors):
        yield strong(_("No actor is placed on the map yet: it is told here in words alone."))
    if waiting and len(waiting) < len(document.actors):
        yield _named(_("Named, not yet placed on the map:"), [row.name for row in waiting])


def _category(document: Document, actor: str) -> str:
    return document.actors[actor].category


def _named(words: str, names: list[str]) -> Words:
    return (Span(words, "strong"), Span(f" {first_few(names, _MOST)}."))


def _actors(count: int) -> str:
    return ngettext("{count} actor", "{count} actors", count).format(count=count)


def _links(count: int) -> str:
    return ngettext("{count} link", "{count} links", count).format(count=count)
