"""A step closed, a moment kept: the state the session is in, under a name, found again by the history."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from facilitator.model import gestures
from facilitator.model.document import Document, Moment, Step, new_id, ordered
from facilitator.model.texts import LINE
from facilitator.terms import wording
from facilitator.words import _

if TYPE_CHECKING:
    from facilitator.ui.window import Window
    from facilitator.ui.workspace import Workspace


def close_step(window: Window) -> None:
    """Keeps the end of the step as a moment, and goes to the next one. Nothing is locked: one may come back."""
    workspace = window.workspace
    step = workspace.step
    workspace.settle()
    if step is None:
        return
    steps = [one.id for one in ordered(workspace.document.steps)]
    name = _("End of step {n} · {title}").format(n=steps.index(step.id) + 1, title=wording(step.title))
    if _take(workspace, name, step.id):
        window.go(1)
        workspace.say(_("Step closed: {title}").format(title=wording(step.title)))


def keep_moment(workspace: Workspace) -> None:
    """Keeps the state the session is in; its name can be changed in the history."""
    workspace.settle()
    step = workspace.step
    name = f"{datetime.now():%H:%M}"  # noqa: DTZ005  the clock on the wall
    if step is not None:
        name = f"{name} · {wording(step.title)}"
    if _take(workspace, name):
        workspace.say(_("Moment kept: {name}").format(name=name))


def _take(workspace: Workspace, name: str, step: str = "") -> bool:
    """Keeps a moment; `step` is the one it closes."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    return workspace.do(gestures.take_moment(Moment(new_id(), name[:LINE], step, at)))


def closed_at(document: Document, step: Step) -> str:
    """When a step was closed last, as one reads the time; empty if it never was."""
    found = [moment for moment in ordered(document.moments) if moment.step == step.id and moment.at]
    return time_of(found[-1]) if found else ""


def time_of(moment: Moment) -> str:
    """The hour and minute a moment was taken at, here."""
    try:
        return f"{datetime.fromisoformat(moment.at).astimezone():%H:%M}"
    except ValueError:
        return ""
