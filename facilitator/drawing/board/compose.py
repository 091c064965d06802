"""The pages of a board, by kind. The document is what the room may see (`edition.in_the_room`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from facilitator import terms
from facilitator.drawing.agreement import COLOURS
from facilitator.drawing.board.flow import Line, beside, paged
from facilitator.drawing.board.votes import evaluation, votes
from facilitator.drawing.shapes import Picture
from facilitator.drawing.theme import Theme
from facilitator.model.document import Answer, Document, Item, ordered
from facilitator.model.means import bringing, pot
from facilitator.model.vocabulary import Agreement, Pillar, Side
from facilitator.terms import wording
from facilitator.words import _, date_long, date_short


@dataclass(frozen=True, slots=True)
class Asked:
    """What a board is asked to show: its kind, the step at hand, what it is about.

    `counting` are the points whose hands are being counted: the room learns that, and nothing more.
    """

    kind: str
    step: str = ""
    subject: str = ""
    counting: frozenset[str] = frozenset()


def compose(
    document: Document, asked: Asked, look: Theme, width: float, height: float
) -> tuple[Picture, ...]:
    """Pages of that size, at least one; a kind that is no page of words has an empty one."""
    if asked.kind == "means":
        return beside([list(_pillar(document, pillar)) for pillar in Pillar], look, width, height)
    lines = _LINES.get(asked.kind)
    return paged(list(lines(document, asked)) if lines is not None else [], look, width, height)


def _welcome(document: Document, asked: Asked) -> Iterator[Line]:
    workshop = document.workshop
    yield Line(workshop.title, 1.5, bold=True)
    if workshop.question:
        yield Line(wording(workshop.question), 1.1, colour="accent", before=0.2)
    day = date_long(workshop.date) if workshop.date else ""
    told = " · ".join(part for part in (day, workshop.place, workshop.organiser) if part)
    if told:
        yield Line(told, 0.8, colour="muted", before=0.4)
    # Each has the number it has above the map: one that is skipped keeps its own.
    steps = [(number, step) for number, step in enumerate(ordered(document.steps), 1) if not step.skipped]
    for place, (number, step) in enumerate(steps):
        minutes = _("{n} min").format(n=step.minutes) if step.minutes else ""
        text = "   ".join(part for part in (wording(step.title), minutes) if part)
        here = step.id == asked.step
        before = 0.15 if place else 1.0
        colour = "accent" if here else "ink"
        yield Line(text, 0.8, bold=here, colour=colour, before=before, number=number)


def _notice(document: Document, _asked: Asked) -> Iterator[Line]:
    yield Line(_("Your personal data"), 1.2, bold=True, heads=True)
    for line in terms.notice(document).split("\n"):
        if line.strip():
            yield Line(line.strip(), 0.9, before=0.6)


def _cap(document: Document, _asked: Asked) -> Iterator[Line]:
    workshop = document.workshop
    yield Line(wording(workshop.question) or _("How are we going to…?"), 1.5, bold=True, colour="accent")
    if workshop.territory:
        yield Line(workshop.territory, 1.0, colour="muted", before=0.4)
    for place, number in enumerate(workshop.odds):
        yield Line(terms.odd_title(number), 0.9, goal=number, before=0.25 if place else 1.1)


def _actors(document: Document, _asked: Asked) -> Iterator[Line]:
    """Who was named so far, by type, on the map or not."""
    named = 0
    for category in ordered(document.categories):
        names = [actor.name for actor in ordered(document.actors) if actor.category == category.id]
        if names:
            before = 0.7 if named else 0.0
            yield Line(
                terms.category_plural(category), 0.7, bold=True, colour="accent", before=before, heads=True
            )
            yield Line("\u00a0· ".join(names))
        named += len(names)
    if not named:
        yield Line(_("Nobody is named yet: who is concerned here?"), colour="muted")


def _items(document: Document, asked: Asked) -> Iterator[Line]:
    held = [item for item in ordered(document.items) if item.step == asked.step]
    for place, item in enumerate(held):
        said = document.answers.get(item.id, Answer(item.id)).agreement
        yield Line(wording(item.text), agreement=said, before=0.55 if place else 0.0)
        if said is not Agreement.NOT_SAID:
            state = terms.capitalised(terms.agreement_name(said))
            yield Line(state, 0.75, bold=True, colour=COLOURS[said], indent=1.5)
    if not held:
        yield Line(_("No point yet: what are we talking about?"), colour="muted")
    yield from _source(document, held)


def _source(document: Document, items: list[Item]) -> Iterator[Line]:
    """Where the words come from: ours are never taken for those of the Charter."""
    if any(item.proposed for item in items):
        yield Line(_("Proposed outline, not the text of the Charter"), 0.7, colour="muted", before=0.9)
    elif items and document.workshop.charter_source:
        yield Line(wording(document.workshop.charter_source), 0.7, colour="muted", before=0.9)


def _item(document: Document, asked: Asked) -> Iterator[Line]:
    item = document.items.get(asked.subject)
    if item is None:
        yield from _items(document, asked)
        return
    answer = document.answers.get(item.id, Answer(item.id))
    yield Line(wording(item.text), 1.3, bold=True, heads=True)
    if answer.agreement is not Agreement.NOT_SAID:
        state = terms.capitalised(terms.agreement_name(answer.agreement))
        colour = COLOURS[answer.agreement]
        yield Line(state, 1.0, bold=True, colour=colour, agreement=answer.agreement, before=0.5)
    if answer.text:
        yield Line(answer.text, before=0.5)
    for position, name in ((answer.position_a, _("On one side")), (answer.position_b, _("On the other"))):
        if position:
            yield Line(name, 0.75, bold=True, colour="muted", before=0.6, heads=True)
            yield Line(position)
    yield from votes(document, item.id, counting=item.id in asked.counting)
    if item.proposed:
        yield from _source(document, [item])


def _pillar(document: Document, pillar: Pillar) -> Iterator[Line]:
    yield Line(terms.pillar_name(pillar), 1.0, bold=True, colour="accent", before=0.8, heads=True)
    if not any(row.pillar is pillar for row in document.means.values()):
        yield Line("…", colour="muted", before=0.3)
    for side, heading in ((Side.OFFER, _("In common")), (Side.NEED, _("Still missing"))):
        rows = pot(document, pillar, side)
        if rows:
            yield Line(heading, 0.7, bold=True, colour="muted", before=0.5, heads=True)
        for row in rows:
            yield Line(row.text, 0.8, before=0.25)
            who = bringing(document, row)
            if who:
                yield Line(", ".join(who), 0.65, colour="muted")


def _commitments(document: Document, _asked: Asked) -> Iterator[Line]:
    if not document.commitments:
        yield Line(_("No commitment yet: who does what, and when?"), colour="muted")
    for place, row in enumerate(ordered(document.commitments)):
        yield Line(row.what, bold=True, before=0.7 if place else 0.0, heads=True)
        names = bringing(document, row)
        who = ", ".join(names) or _("who: to be settled")
        when = date_short(row.due) if row.due else _("when: to be settled")
        colour = "ink" if names and row.due else COLOURS[Agreement.RESERVATION]
        yield Line(f"{who} · {when}", 0.8, colour=colour, heads=bool(row.first_step))
        if row.first_step:
            yield Line(_("First step: {step}").format(step=row.first_step), 0.8, colour="muted")


_LINES: dict[str, Callable[[Document, Asked], Iterator[Line]]] = {
    "welcome": _welcome,
    "notice": _notice,
    "cap": _cap,
    "actors": _actors,
    "items": _items,
    "item": _item,
    "commitments": _commitments,
    "evaluation": lambda document, _asked: evaluation(document),
}
