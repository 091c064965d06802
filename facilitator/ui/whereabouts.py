"""Where a row of the session can be settled: on the map, in a step, in the session sheet."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.model.document import Document, Step
from facilitator.model.vocabulary import Block, Panel
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_STEPS: dict[str, Callable[[Step], bool]] = {
    "commitments": lambda step: step.panel is Panel.COMMITMENTS,
    "means": lambda step: step.block is Block.MEANS,
    "practices": lambda step: step.block is Block.MEANS,
    "evaluations": lambda step: step.panel is Panel.CLOSING,
    "remarks": lambda step: step.panel is Panel.READING,
}
"""The steps where rows of a table are noted."""
_ACTIONS = {"workshop": "sheet", "participants": "sheet", "moments": "history", "background": "ground"}
"""What is asked for where rows have a room of their own."""


def go_to(workspace: Workspace, table: str, id_: str) -> None:
    """Goes where that row can be settled."""
    document = workspace.document
    if table == "actors":
        workspace.show_actor(id_)
        workspace.select([("actors", id_)])
    elif table == "contributions" and id_ in document.contributions:
        go_to(workspace, "actors", document.contributions[id_].actor)
    elif table == "links":
        workspace.select([("links", id_)])
    elif (step := _step(document, table, id_)) is not None:
        workspace.show_step(step)
    elif table == "commitments":
        workspace.say(_("This journey has no step for commitments: add one to settle them."))
    else:
        workspace.asked.emit(_ACTIONS.get(table, "sheet"))


def _step(document: Document, table: str, id_: str) -> str | None:
    """The step of a row, if it has one."""
    if table == "steps":
        return id_
    item = document.votes[id_].item if table == "votes" else id_
    if table in ("items", "answers", "votes"):
        return document.items[item].step
    fits = _STEPS.get(table)
    steps = (step for step in document.steps.values() if fits is not None and fits(step))
    found = min(steps, key=lambda step: (step.skipped, step.rank), default=None)
    return found.id if found is not None else None
