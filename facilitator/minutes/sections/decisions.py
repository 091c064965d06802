"""What remains open, what is worth passing on, what will be done and by whom."""

from __future__ import annotations

from facilitator import terms
from facilitator.minutes.blocks import (
    Block,
    Bullets,
    Entry,
    Heading,
    Paragraph,
    Section,
    Span,
    Table,
    Words,
    lines,
    muted,
    paragraphs,
    plain,
    strong,
)
from facilitator.minutes.sections.opening import next_meeting
from facilitator.minutes.sections.points import positions, worded
from facilitator.model.document import Answer, Commitment, Document, Item, Practice, ordered
from facilitator.model.remaining import by_date
from facilitator.model.vocabulary import Agreement, Pillar, Status
from facilitator.words import _, date_short


def open_points(document: Document) -> Section:
    """Disagreements with both positions, reservations, points to clarify: gathered, none smoothed away."""
    told = (
        (Agreement.DISAGREEMENT, _("Disagreements")),
        (Agreement.RESERVATION, _("Reservations")),
        (Agreement.TO_CLARIFY, _("To clarify")),
    )
    body: list[Block] = []
    for agreement, title in told:
        held = [item for item in ordered(document.items) if _stands(document, item, agreement)]
        if held:
            body += (Heading(2, title), *(_open(item, document.answers[item.id]) for item in held))
    return Section("open", terms.section_name("open"), tuple(body))


def _open(item: Item, answer: Answer) -> Entry:
    """The point, and what keeps it open: both positions, or the group's words."""
    return Entry(worded(item), positions(answer) or tuple(map(plain, lines(answer.text))))


def _stands(document: Document, item: Item, agreement: Agreement) -> bool:
    answer = document.answers.get(item.id)
    return answer is not None and answer.agreement is agreement and document.steps[item.step].in_minutes


def practices(document: Document) -> Section:
    """Good practices, by pillar."""
    body: list[Block] = []
    for pillar in Pillar:
        held = [row for row in ordered(document.practices) if row.pillar is pillar]
        if held:
            body += (
                Heading(2, terms.pillar_name(pillar)),
                Bullets(tuple(_practice(document, row) for row in held)),
            )
    return Section("practices", terms.section_name("practices"), tuple(body))


def _practice(document: Document, row: Practice) -> Words:
    words = Span(" ".join(lines(row.text)))
    return (words, Span(f" — {document.actors[row.actor].name}", "muted")) if row.actor else (words,)


def commitments(document: Document) -> Section:
    """Who does what, by when; then when the group meets again."""
    rows = by_date(document.commitments.values())
    body: list[Block] = [_table(document, rows)] if rows else []
    loose = [row for row in rows if not row.due or not who(document, row)]
    if loose and len(rows) > 1:
        body += (Heading(2, _("Still to settle")), Bullets(tuple(_missing(document, row) for row in loose)))
    meeting = next_meeting(document)
    if meeting:
        body += (Heading(2, _("Next meeting")), Paragraph(strong(meeting)))
    return Section("commitments", terms.section_name("commitments"), tuple(body))


def _table(document: Document, rows: list[Commitment]) -> Table:
    """Columns nobody filled are left out; who and by when are said to be missing."""
    columns = [
        (_("What"), 0.25, [_what(document, row) for row in rows]),
        (_("Who"), 0.25, [_or_missing(who(document, row)) for row in rows]),
        (_("First step"), 0.19, [plain(row.first_step) for row in rows]),
        (_("By when"), 0.17, [_or_missing(date_short(row.due) if row.due else "") for row in rows]),
        (_("Said yes"), 0.14, [plain(row.said_yes_by) for row in rows]),
    ]
    kept = [column for column in columns if any(span.text for cell in column[2] for span in cell)]
    whole = sum(share for _name, share, _cells in kept)
    return Table(
        tuple(name for name, _share, _cells in kept),
        tuple(zip(*(cells for _name, _share, cells in kept), strict=True)),
        tuple(share / whole for _name, share, _cells in kept),
    )


def _what(document: Document, row: Commitment) -> Words:
    """The promise; where the link it builds exists meanwhile, it says so."""
    words = plain(" ".join(lines(row.what)))
    built = row.link and document.links[row.link].status is Status.EXISTING
    return (*words, *muted(" — " + _("the link exists now"))) if built else words


def _or_missing(text: str) -> Words:
    return plain(text) if text else muted(_("to be settled"))


def who(document: Document, row: Commitment) -> str:
    """The actors, then the person the room named."""
    actors = ", ".join(document.actors[id_].name for id_ in row.actors)
    return " — ".join(part for part in (actors, row.who) if part)


def _missing(document: Document, row: Commitment) -> Words:
    """What a commitment still lacks."""
    lacks = [word for word, held in ((_("who"), who(document, row)), (_("by when"), row.due)) if not held]
    return (Span(" ".join(lines(row.what))), *muted(f" — {terms.listed(lacks)}"))


def resources(document: Document) -> Section:
    """What the organiser gives to read."""
    return Section("resources", terms.section_name("resources"), paragraphs(document.workshop.resources))
