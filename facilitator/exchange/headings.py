"""What the fields of a list are called, in the language of the moment."""

from __future__ import annotations

from facilitator.words import N_, _, pgettext

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
    "odds": N_("SDGs"),
    "influence": N_("Influence"),
    "interest": N_("Interest"),
    "proximity": N_("Proximity"),
    "tags": N_("Tags"),
    "confidential": N_("Confidential"),
    "note": N_("Private note"),
    "ref": N_("ID"),
    "actor": N_("Actor"),
    "pillar": N_("Pillar"),
    "sub_item": N_("Part of the pillar"),
    "side": N_("Brought or needed"),
    "source": N_("From"),
    "target": N_("To"),
    "partnerships": N_("Kinds of partnership"),
    "status": N_("Status"),
    "intensity": N_("Intensity"),
    "direction": N_("Direction"),
    "quality": N_("Quality"),
    "label": N_("Label"),
    "text": N_("Details"),
    "what": N_("What"),
    "actors": N_("Actors"),
    "who": N_("Who"),
    "first_step": N_("First step"),
    "due": N_("By when"),
    "said_yes_by": N_("Said yes for it"),
    "link_source": N_("Link from"),
    "link_target": N_("Link to"),
    "organisation": N_("Organisation"),
    "role": N_("Role"),
    "email": N_("E-mail address"),
    "attendance": N_("Attendance"),
    "named": N_("Named in the minutes"),
    "receives": N_("Receives the minutes"),
    "block": N_("Block"),
    "step": N_("Step"),
    "point": N_("Point"),
    "answer": N_("What the group says"),
    "agreement": N_("Agreement"),
    "position_a": N_("One position"),
    "position_b": N_("The other position"),
}


def heading(field: str) -> str:
    """The heading of a field."""
    return pgettext("heading", "Types") if field == "types" else _(_HEADINGS[field])


def list_name(kind: str) -> str:
    """What a list of that kind is called: the name of its sheet, the end of the name of its file."""
    return _(_LISTS[kind])


_LISTS = {
    "actors": N_("Actors"),
    "contributions": N_("Contributions"),
    "links": N_("Links"),
    "commitments": N_("Commitments"),
    "participants": N_("Participants"),
    "charter": N_("Charter"),
}
