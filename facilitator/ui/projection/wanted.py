"""What the session asks of the wall: which page, and which question above it."""

from __future__ import annotations

from facilitator import terms
from facilitator.drawing.board import Asked
from facilitator.model.document import ordered
from facilitator.model.edition import on_the_wall
from facilitator.ui import looking
from facilitator.ui.workspace import Workspace


def page(workspace: Workspace, *, minutes: bool) -> Asked:
    """The page that is asked for; the map where the `minutes` cannot be set."""
    board = workspace.board
    if board.kind == "minutes" and not minutes:
        return Asked("map", workspace.step_id)
    votes = workspace.document.votes.values()
    counting = frozenset(vote.item for vote in votes if not vote.revealed)
    return Asked(board.kind, workspace.step_id, board.subject, counting)


def headline(workspace: Workspace, kind: str) -> tuple[str, str]:
    """The small line and the large one above that kind of page: above the map, what is supposed for a minute."""
    small, large = _question(workspace)
    supposed = looking.supposed_by_room(workspace) if kind == "map" else ""
    return small, supposed or large


def _question(workspace: Workspace) -> tuple[str, str]:
    seen = on_the_wall(workspace.document)
    step, workshop = seen.steps.get(workspace.step_id), seen.workshop
    if step is None:
        return workshop.title, workshop.question
    number = ordered(seen.steps).index(step) + 1
    small = f"{number} · {terms.wording(step.title)}"
    return small, terms.wording(step.question) or workshop.question
