"""Gestures on a whole journey: another one taken under way, the text of a charter brought into its blocks."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.model.document import Document, Item, Step, next_rank, ordered, with_rows
from facilitator.model.gestures.core import Gesture, put
from facilitator.model.vocabulary import CHARTER_BLOCKS, Block, DoneWhen, Panel

if TYPE_CHECKING:
    from facilitator.model.journey.reading import Journey


def holds(document: Document, step: Step) -> bool:
    """Whether a step holds anything that was said, counted or kept in it."""
    items = [item.id for item in document.items.values() if item.step == step.id]
    return (
        bool(step.words)
        or bool(discussed(document, items))
        or any(moment.step == step.id for moment in document.moments.values())
    )


def use_journey(journey: Journey) -> Gesture:
    """The steps of another journey in place of those that hold nothing yet; those that do stay, in the place of the
    step of the same key or else before the others."""

    def act(document: Document) -> Document:
        from facilitator.model.journey.shelf import wordings  # a session that opens needs no journey

        kept = [step for step in ordered(document.steps) if holds(document, step)]
        by_key = {step.key: step for step in reversed(kept) if step.key}
        in_place = [by_key[step.key] for step in journey.steps if step.key in by_key]
        order = [step for step in kept if step not in in_place]
        ids: dict[str, str] = {}
        used = {step.id for step in kept}
        for step in journey.steps:
            if step.key not in by_key:
                ids[step.key] = _free(step.id, used)
                used.add(ids[step.key])
        order += [by_key.get(step.key) or replace(step, id=ids[step.key]) for step in journey.steps]
        items = [item for item in ordered(document.items) if any(item.step == one.id for one in kept)]
        taken = {item.id for item in items}
        for item in journey.items:
            step = next(one for one in journey.steps if one.id == item.step)
            if step.key not in by_key:
                new = _free(item.id, taken)
                taken.add(new)
                items.append(replace(item, id=new, step=ids[step.key]))
        source = document.workshop.charter_source
        told = journey.charter_source if not source or source in wordings() else source
        document = with_rows(
            with_rows(
                document, "items", drop=[id_ for id_ in document.items if id_ not in {i.id for i in items}]
            ),
            "steps",
            drop=[id_ for id_ in document.steps if id_ not in {step.id for step in order}],
        )
        document = put(document, "steps", *(replace(step, rank=n) for n, step in enumerate(order, 1)))
        document = put(document, "items", *(replace(item, rank=n) for n, item in enumerate(items, 1)))
        workshop = replace(document.workshop, journey=journey.key, charter_source=told)
        return put(document, "workshop", workshop)

    return Gesture("journey.use", act, ("workshop",))


def import_charter(points: Mapping[Block, Sequence[str]], source: str = "") -> Gesture:
    """The points of a charter in place of our own proposals nobody answered; those that were answered stay.

    A block no step of the journey puts to the group gets one, before those that come after it.
    """

    def act(document: Document) -> Document:
        for block, texts in points.items():
            if texts:
                document = _brought(document, block, texts)
        if source:
            document = put(document, "workshop", replace(document.workshop, charter_source=source))
        return document

    return Gesture("charter.import", act, tuple(points))


def _brought(document: Document, block: Block, texts: Sequence[str]) -> Document:
    steps = [step for step in ordered(document.steps) if step.block is block and step.panel is Panel.ITEMS]
    if not steps:
        new = _step_of(document, block)
        order = ordered(document.steps)
        order.insert(_place_of(block, order), new)
        document = put(document, "steps", *(replace(step, rank=n) for n, step in enumerate(order, 1)))
        steps = [new]
    held = [item for item in document.items.values() if item.step in {step.id for step in steps}]
    stay = discussed(document, [item.id for item in held])
    ours = [item.id for item in held if item.proposed and item.id not in stay]
    document = with_rows(document, "items", drop=ours)
    first, taken = next_rank(document.items), set(document.items)
    rows = []
    for number, text in enumerate(texts):
        id_ = _free(f"{steps[0].id}-charter-{number + 1}", taken)
        taken.add(id_)
        rows.append(Item(id_, steps[0].id, text, rank=first + number))
    return put(document, "items", *rows)


def discussed(document: Document, items: Collection[str]) -> set[str]:
    """Those of these points that have an answer or a vote."""
    voted = {vote.item for vote in document.votes.values()}
    return {id_ for id_ in items if id_ in document.answers or id_ in voted}


def _step_of(document: Document, block: Block) -> Step:
    """A step that puts a block of the charter to the group, in the words of the journey we ship."""
    from facilitator.model.journey.shelf import load

    shipped = load("default", document.workshop.language).steps
    title = next(step.title for step in shipped if step.block is block and step.panel is Panel.ITEMS)
    id_ = _free(f"charter-{block}", set(document.steps))
    return Step(id_, block=block, panel=Panel.ITEMS, title=title, done_when=DoneWhen.ANSWERED)


def _place_of(block: Block, order: Sequence[Step]) -> int:
    """Before the blocks of the charter that come later, the commitments and the closing."""
    later = (*CHARTER_BLOCKS[CHARTER_BLOCKS.index(block) + 1 :], Block.CLOSING)
    after = (n for n, step in enumerate(order) if step.block in later or step.panel is Panel.COMMITMENTS)
    return next(after, len(order))


def _free(id_: str, taken: set[str]) -> str:
    """The id itself, or one like it that is not taken."""
    number, free = 1, id_
    while free in taken:
        number += 1
        free = f"{id_}-{number}"
    return free
