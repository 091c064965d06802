"""Texts the minutes print around what was said in the room, written in the closing step as in the session sheet."""

from __future__ import annotations

from facilitator.ui.fields import WORKSHOP, Place, TextField
from facilitator.ui.workspace import Workspace
from facilitator.words import N_

_Lines = tuple[int, int]


def lead(workspace: Workspace, lines: _Lines) -> TextField:
    """What the minutes begin with."""
    hint = N_("Two or three sentences that make one want to read")
    return _text(workspace, "lead", N_("First lines of the minutes"), hint, lines)


def essentials(workspace: Workspace, lines: _Lines) -> TextField:
    """What must be kept of the session."""
    hint = N_("What must be kept of today, one idea a line")
    return _text(workspace, "essentials", N_("The essentials"), hint, lines)


def resources(workspace: Workspace, lines: _Lines) -> TextField:
    """Where to read more."""
    hint = N_("Documents, addresses, contacts, one a line")
    return _text(workspace, "resources", N_("Resources"), hint, lines)


def _text(workspace: Workspace, name: str, sentence: str, hint: str, lines: _Lines) -> TextField:
    return TextField(workspace, Place("workshop", name, WORKSHOP), sentence, hint=hint, lines=lines)
