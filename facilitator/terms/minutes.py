"""Names of the sections of the minutes."""

from __future__ import annotations

from facilitator.words import N_, _

_NAMES = {
    "summary": N_("In two minutes"),
    "people": N_("Around the table"),
    "voices": N_("Voices heard"),
    "map": N_("The map"),
    "change": N_("Today, and what is desired"),
    "reading": N_("Reading the map"),
    "said": N_("What the group said"),
    "charter": N_("The “faire alliance” charter"),
    "means": N_("What the group puts in common"),
    "open": N_("Disagreements and points to clarify"),
    "practices": N_("Good practices"),
    "commitments": N_("Commitments and what comes next"),
    "resources": N_("Resources"),
    "evaluation": N_("How the session went"),
    "moments": N_("The map at moments of the session"),
    "actors": N_("The map in words: actors"),
    "links": N_("The map in words: links"),
    "places": N_("The map in words: places"),
    "about": N_("About these minutes"),
}


def section_name(key: str) -> str:
    """The title of a section of the minutes."""
    return _(_NAMES[key])
