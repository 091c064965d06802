"""A journey written as a file, and taken from a session: its steps and points, never what was said in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

from facilitator.model.document import Document, Item, Step, ordered
from facilitator.model.edition import elsewhere
from facilitator.model.journey.reading import Journey

_FIELDS = ("block", "panel", "map_filter", "done_when")


def written(journey: Journey) -> str:
    """TOML that `read` reads back as the same journey, each text said once for all languages."""
    lines = ["[journey]", f"name = {_text(journey.name)}"]
    if journey.charter_source:
        lines.append(f"charter_source = {_text(journey.charter_source)}")
    for step in journey.steps:
        lines += ("", "[[step]]", f"key = {_text(step.key)}")
        lines += [f"{name} = {_text(getattr(step, name))}" for name in _FIELDS]
        lines += [f"minutes = {step.minutes}", f"done_count = {step.done_count}"]
        lines += [f"in_minutes = {str(step.in_minutes).lower()}", f"title = {_text(step.title)}"]
        lines += [f"question = {_text(step.question or step.title)}"]
        lines += [f"notes = {_text(step.notes)}"] if step.notes else []
        for item in journey.items:
            if item.step == step.id:
                lines += _item(item)
    return "\n".join(lines) + "\n"


def _item(item: Item) -> Iterator[str]:
    yield "[[step.item]]"
    yield f"text = {_text(item.text)}"
    if item.pillar is not None:
        yield f"pillar = {_text(item.pillar)}"
    if not item.proposed:
        yield "proposed = false"


def _text(text: str) -> str:
    """A basic string of TOML: JSON's, but for one character JSON leaves alone."""
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def of_document(document: Document, name: str, told: Callable[[str], str] = str) -> Journey:
    """The journey a session goes through, under a name; skipped steps are left out.

    `told` gives a wording in the language it is to be kept in. It may serve others: its words name nobody, and private
    notes, which may name people too, go along only where they are a shipped text. A step keeps its key, or has one by
    its place.
    """
    from facilitator.model.journey.shelf import wordings

    shipped = wordings()
    document = elsewhere(document)
    steps: list[Step] = []
    items: list[Item] = []
    for step in ordered(document.steps):
        if step.skipped:
            continue
        taken = {one.key for one in steps}
        key = step.key if step.key and step.key not in taken else _free(f"step-{len(steps) + 1}", taken)
        steps.append(
            replace(
                Step(
                    key,
                    key,
                    step.block,
                    step.panel,
                    told(step.title),
                    told(step.question) or told(step.title),
                ),
                minutes=step.minutes,
                map_filter=step.map_filter,
                done_when=step.done_when,
                done_count=step.done_count,
                notes=told(step.notes) if step.notes in shipped else "",
                in_minutes=step.in_minutes,
                rank=len(steps) + 1,
            )
        )
        for item in ordered(document.items):
            if item.step == step.id:
                number = sum(one.step == key for one in items) + 1
                rank = len(items) + 1
                items.append(Item(f"{key}-{number}", key, told(item.text), item.pillar, item.proposed, rank))
    return Journey("", name, told(document.workshop.charter_source), tuple(steps), tuple(items))


def _free(key: str, taken: set[str]) -> str:
    while key in taken:
        key += "-b"
    return key
