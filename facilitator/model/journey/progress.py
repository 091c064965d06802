"""How far a session has come: counted in the document, never ticked by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.model.document import Document, Item, Step, ordered
from facilitator.model.vocabulary import Agreement, DoneWhen, Status


@dataclass(frozen=True, slots=True)
class Progress:
    """What a step has gathered, and whether that is what it waits for."""

    done: bool
    count: int
    wanted: int


def progress(document: Document) -> dict[str, Progress]:
    """How far each step has come, by its id."""
    return {step.id: _progress(document, step) for step in ordered(document.steps)}


def _progress(document: Document, step: Step) -> Progress:
    wanted = step.done_count
    if step.done_when == DoneWhen.ANSWERED:
        items = sum(item.step == step.id for item in document.items.values())
        wanted = min(wanted, items) or 1
    count = _COUNTS[step.done_when](document, step)
    return Progress(count >= wanted, count, wanted)


def _answered(document: Document, step: Step) -> int:
    answers = [
        document.answers[item.id] for item in document.items.values() if _is_answered(document, item, step)
    ]
    return len(answers)


def _is_answered(document: Document, item: Item, step: Step) -> bool:
    answer = document.answers.get(item.id)
    if answer is None or item.step != step.id:
        return False
    return (
        bool(answer.text or answer.position_a or answer.position_b) or answer.agreement != Agreement.NOT_SAID
    )


def _cap_set(document: Document, _step: Step) -> int:
    workshop = document.workshop
    return sum(map(bool, (workshop.question, workshop.territory, workshop.odds)))


def _contributing(document: Document, _step: Step) -> int:
    return len({contribution.actor for contribution in document.contributions.values()})


def _existing_links(document: Document, _step: Step) -> int:
    return sum(link.status != Status.TO_CREATE for link in document.links.values())


_COUNTS: dict[DoneWhen, Callable[[Document, Step], int]] = {
    DoneWhen.ANSWERED: _answered,
    DoneWhen.CAP_SET: _cap_set,
    DoneWhen.PARTICIPANTS: lambda document, _step: len(document.participants),
    DoneWhen.ACTORS: lambda document, _step: len(document.actors),
    DoneWhen.CONTRIBUTIONS: _contributing,
    DoneWhen.LINKS: _existing_links,
    DoneWhen.WORDS: lambda _document, step: int(bool(step.words)),
    DoneWhen.COMMITMENTS: lambda document, _step: len(document.commitments),
    DoneWhen.NEXT_DATE: lambda document, _step: int(bool(document.workshop.next_date)),
}
"""What each condition counts: of the common course, how many of question, territory and ODD are said; actors with
at least one contribution; links that are not still to create."""
