"""What the fields of a list are called, in the language of the moment."""

from __future__ import annotations

from facilitator.words import N_, _

_HEADINGS = {
    "name": N_("Name"),
    "category": N_("Type"),
    "presence": N_("Presence"),
    "missions": N_("Missions"),
    "domain": N_("Field of intervention"),
    "actions": N_("Actions"),
    "strengths": N_("Strengths"),
    "obstacles": N_("Obstacles"),
    "needs": N_("Needs"),
    "resources": N_("Resources"),
    "wishes": N_("Wishes to commit"),
    "note": N_("Private note"),
    "status": N_("Status"),
    "intensity": N_("Intensity"),
    "direction": N_("Direction"),
    "text": N_("Details"),
    "organisation": N_("Organisation"),
    "role": N_("Role"),
    "email": N_("E-mail address"),
    "attendance": N_("Attendance"),
    "named": N_("Named in the minutes"),
    "receives": N_("Receives the minutes"),
}


def heading(field: str) -> str:
    """The heading of a field."""
    return _(_HEADINGS[field])
