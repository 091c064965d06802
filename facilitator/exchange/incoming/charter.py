"""What a group said of the points of a charter, added to a session."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator import terms
from facilitator.exchange import cells
from facilitator.exchange.incoming.session import Growing, Saying, completing, short, texts
from facilitator.exchange.report import Done, Line
from facilitator.exchange.tables import Record, Table
from facilitator.model.document import Answer, Item, Step, new_id, ordered
from facilitator.model.journey import wordings
from facilitator.model.names import fold
from facilitator.model.texts import TEXT, tidy, visible
from facilitator.model.vocabulary import CHARTER_BLOCKS, Agreement


def add_answers(growing: Growing, table: Table) -> list[Line]:
    """Completes the answer to each point that is there; adds the others to the step, or else the block, they name."""
    saying = Saying(table)
    steps = [step for step in ordered(growing.document.steps) if step.block in CHARTER_BLOCKS]
    points = {_key(item.step, item.text): item.id for item in growing.items.values()}
    answers = growing.answers
    for record in table.records:
        text = tidy(record["point"], lines=True)
        step = _step(steps, record)
        if not visible(text) or len(text) > TEXT:
            saying.say(record, Done.SKIPPED, "no_point")
        elif step is None:
            saying.say(record, Done.SKIPPED, "no_step", value=record["step"] or record["block"])
        else:
            id_ = points.get(_key(step.id, text))
            given = texts(Answer, record, saying) | _agreement(saying, record)
            given |= {"text": said} if (said := tidy(record["answer"], lines=True)[:TEXT].strip()) else {}
            name = short(text)
            if id_ is None:
                id_ = points[_key(step.id, text)] = new_id()
                growing.items[id_] = Item(id_, step.id, text)
                growing.add("items", growing.items[id_])
                saying.say(record, Done.ADDED, "charter.added", name=name)
            elif not (changes := completing(answers.get(id_, Answer(id_)), given.items())):
                saying.say(record, Done.MATCHED, "charter.matched", name=name)
                continue
            else:
                given = changes
                saying.say(record, Done.COMPLETED, "charter.completed", name=name)
            _answer(growing, answers, id_, given | _confidential(saying, record, answers.get(id_)))
    return saying.lines


def _answer(growing: Growing, answers: dict[str, Answer], id_: str, given: dict[str, Any]) -> None:
    if id_ in answers:
        answers[id_] = replace(answers[id_], **given)
        growing.edit("answers", id_, given)
    elif given:
        answers[id_] = Answer(id_, **given)
        growing.add("answers", answers[id_])


def _confidential(saying: Saying, record: Record, held: Answer | None) -> dict[str, Any]:
    marked = saying.marked(record, "confidential")
    return {"confidential": True} if marked and held is None else {}


def _agreement(saying: Saying, record: Record) -> dict[str, Any]:
    word = record["agreement"]
    known = cells.agreement(word) if word else Agreement.NOT_SAID
    if known is None:
        saying.unknown(record, "agreement", terms.agreement_name(Agreement.NOT_SAID))
    return {"agreement": known} if known else {}


def _step(steps: list[Step], record: Record) -> Step | None:
    """The step of that title, or the first of that block."""
    title = fold(record["step"])
    found = [step for step in steps if title and title in _told(step.title)]
    block = cells.block(record["block"]) if record["block"] else None
    return next(iter(found or [step for step in steps if step.block == block]), None)


def _key(step: str, text: str) -> tuple[str, str]:
    return step, min(_told(text))


def _told(text: str) -> set[str]:
    """A text as it may be written, folded: a shipped one in every language."""
    return {fold(told) for told in (text, *wordings().get(text, {}).values())}
