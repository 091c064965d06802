"""What gestures are called in the undo menu and in the history."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.words import _, ngettext

_COUNTED: dict[str, Callable[[int], str]] = {
    "actor.add": lambda n: ngettext("Adding an actor", "Adding {count} actors", n),
    "actor.edit": lambda n: ngettext("Editing an actor", "Editing {count} actors", n),
    "actor.place": lambda n: ngettext("Moving an actor", "Moving {count} actors", n),
    "actor.unplace": lambda n: ngettext(
        "Putting an actor back in the tray", "Putting {count} actors back in the tray", n
    ),
    "actor.order": lambda n: ngettext("Reordering an actor", "Reordering {count} actors", n),
    "actor.delete": lambda n: ngettext("Deleting an actor", "Deleting {count} actors", n),
    "actor.duplicate": lambda n: ngettext("Duplicating an actor", "Duplicating {count} actors", n),
    "actor.arrange": lambda n: ngettext("Arranging an actor", "Arranging {count} actors", n),
    "actor.align": lambda n: ngettext("Aligning an actor", "Aligning {count} actors", n),
    "actor.distribute": lambda n: ngettext("Spacing an actor evenly", "Spacing {count} actors evenly", n),
    "actor.pin": lambda n: ngettext("Pinning an actor", "Pinning {count} actors", n),
    "actor.unpin": lambda n: ngettext("Unpinning an actor", "Unpinning {count} actors", n),
    "actor.paste": lambda n: ngettext("Pasting an actor", "Pasting {count} actors", n),
    "contribution.add": lambda n: ngettext("Adding a contribution", "Adding {count} contributions", n),
    "contribution.edit": lambda n: ngettext("Editing a contribution", "Editing {count} contributions", n),
    "contribution.delete": lambda n: ngettext("Deleting a contribution", "Deleting {count} contributions", n),
    "contribution.order": lambda n: ngettext(
        "Reordering a contribution", "Reordering {count} contributions", n
    ),
    "link.add": lambda n: ngettext("Adding a link", "Adding {count} links", n),
    "link.edit": lambda n: ngettext("Editing a link", "Editing {count} links", n),
    "link.reverse": lambda n: ngettext("Reversing a link", "Reversing {count} links", n),
    "link.delete": lambda n: ngettext("Deleting a link", "Deleting {count} links", n),
    "link.order": lambda n: ngettext("Reordering a link", "Reordering {count} links", n),
    "zone.add": lambda n: ngettext("Adding a zone", "Adding {count} zones", n),
    "zone.edit": lambda n: ngettext("Editing a zone", "Editing {count} zones", n),
    "zone.delete": lambda n: ngettext("Deleting a zone", "Deleting {count} zones", n),
    "participant.add": lambda n: ngettext("Adding a participant", "Adding {count} participants", n),
    "participant.edit": lambda n: ngettext("Editing a participant", "Editing {count} participants", n),
    "participant.delete": lambda n: ngettext("Deleting a participant", "Deleting {count} participants", n),
    "participant.order": lambda n: ngettext("Reordering a participant", "Reordering {count} participants", n),
    "category.add": lambda n: ngettext("Adding a type of actor", "Adding {count} types of actor", n),
    "category.edit": lambda n: ngettext("Editing a type of actor", "Editing {count} types of actor", n),
    "category.delete": lambda n: ngettext("Deleting a type of actor", "Deleting {count} types of actor", n),
    "category.order": lambda n: ngettext(
        "Reordering a type of actor", "Reordering {count} types of actor", n
    ),
    "link_type.add": lambda n: ngettext("Adding a type of link", "Adding {count} types of link", n),
    "link_type.edit": lambda n: ngettext("Editing a type of link", "Editing {count} types of link", n),
    "link_type.delete": lambda n: ngettext("Deleting a type of link", "Deleting {count} types of link", n),
    "link_type.order": lambda n: ngettext("Reordering a type of link", "Reordering {count} types of link", n),
    "step.add": lambda n: ngettext("Adding a step", "Adding {count} steps", n),
    "step.edit": lambda n: ngettext("Editing a step", "Editing {count} steps", n),
    "step.skip": lambda n: ngettext("Skipping a step", "Skipping {count} steps", n),
    "step.unskip": lambda n: ngettext("Taking a step back in", "Taking {count} steps back in", n),
    "step.delete": lambda n: ngettext("Deleting a step", "Deleting {count} steps", n),
    "step.order": lambda n: ngettext("Reordering a step", "Reordering {count} steps", n),
    "item.add": lambda n: ngettext("Adding a point to discuss", "Adding {count} points to discuss", n),
    "item.edit": lambda n: ngettext("Editing a point to discuss", "Editing {count} points to discuss", n),
    "item.delete": lambda n: ngettext("Deleting a point to discuss", "Deleting {count} points to discuss", n),
    "item.order": lambda n: ngettext(
        "Reordering a point to discuss", "Reordering {count} points to discuss", n
    ),
    "answer.edit": lambda n: ngettext("Writing the group’s answer", "Writing {count} answers", n),
    "vote.add": lambda n: ngettext("Counting a vote", "Counting {count} votes", n),
    "vote.edit": lambda n: ngettext("Editing a vote", "Editing {count} votes", n),
    "vote.delete": lambda n: ngettext("Deleting a vote", "Deleting {count} votes", n),
    "consent.add": lambda n: ngettext("Opening a round of consent", "Opening {count} rounds of consent", n),
    "consent.edit": lambda n: ngettext("Editing a round of consent", "Editing {count} rounds of consent", n),
    "consent.delete": lambda n: ngettext(
        "Deleting a round of consent", "Deleting {count} rounds of consent", n
    ),
    "vote.order": lambda n: ngettext("Reordering a vote", "Reordering {count} votes", n),
    "practice.add": lambda n: ngettext("Adding a good practice", "Adding {count} good practices", n),
    "practice.edit": lambda n: ngettext("Editing a good practice", "Editing {count} good practices", n),
    "practice.delete": lambda n: ngettext("Deleting a good practice", "Deleting {count} good practices", n),
    "practice.order": lambda n: ngettext(
        "Reordering a good practice", "Reordering {count} good practices", n
    ),
    "commitment.add": lambda n: ngettext("Adding a commitment", "Adding {count} commitments", n),
    "commitment.edit": lambda n: ngettext("Editing a commitment", "Editing {count} commitments", n),
    "commitment.delete": lambda n: ngettext("Deleting a commitment", "Deleting {count} commitments", n),
    "commitment.order": lambda n: ngettext("Reordering a commitment", "Reordering {count} commitments", n),
    "vote.reveal": lambda n: ngettext("Showing a vote", "Showing {count} votes", n),
    "vote.hide": lambda n: ngettext("Hiding a vote", "Hiding {count} votes", n),
    "means.add": lambda n: ngettext("Adding something in common", "Adding {count} things in common", n),
    "means.edit": lambda n: ngettext("Editing something in common", "Editing {count} things in common", n),
    "means.delete": lambda n: ngettext(
        "Deleting something in common", "Deleting {count} things in common", n
    ),
    "means.order": lambda n: ngettext(
        "Reordering something in common", "Reordering {count} things in common", n
    ),
    "moment.take": lambda n: ngettext("Keeping a moment", "Keeping {count} moments", n),
    "moment.edit": lambda n: ngettext("Editing a moment", "Editing {count} moments", n),
    "moment.delete": lambda n: ngettext("Deleting a moment", "Deleting {count} moments", n),
    "step.time": lambda n: ngettext("Planning a step anew", "Planning {count} steps anew", n),
    "voice.note": lambda n: ngettext("Noting a voice", "Noting {count} voices", n),
    "evaluation.add": lambda n: ngettext(
        "Adding a question on the session", "Adding {count} questions on the session", n
    ),
    "evaluation.edit": lambda n: ngettext(
        "Editing a question on the session", "Editing {count} questions on the session", n
    ),
    "evaluation.delete": lambda n: ngettext(
        "Deleting a question on the session", "Deleting {count} questions on the session", n
    ),
    "evaluation.order": lambda n: ngettext(
        "Reordering a question on the session", "Reordering {count} questions on the session", n
    ),
    "remark.keep": lambda n: ngettext(
        "Keeping a question for the minutes", "Keeping {count} questions for the minutes", n
    ),
    "remark.set_aside": lambda n: ngettext("Setting a question aside", "Setting {count} questions aside", n),
    "remark.forget": lambda n: ngettext(
        "No longer keeping a question", "No longer keeping {count} questions", n
    ),
    "remark.put_back": lambda n: ngettext(
        "Putting a question back on the list", "Putting {count} questions back on the list", n
    ),
    "remark.edit": lambda n: ngettext(
        "Writing what the group says of a question", "Writing what the group says of {count} questions", n
    ),
    "import.tables": lambda n: ngettext("Importing one row", "Importing {count} rows", n),
}
_WHOLE: dict[str, Callable[[], str]] = {
    "link.add_with_actor": lambda: _("Adding an actor and its link"),
    "voice.forget": lambda: _("Counting the voices from the beginning"),
    "journey.use": lambda: _("Using another journey"),
    "import.session": lambda: _("Bringing in a whole session"),
    "charter.import": lambda: _("Bringing in the text of a charter"),
    "workshop.edit": lambda: _("Editing the session sheet"),
    "background.edit": lambda: _("Changing the background of the map"),
    "remark.commit": lambda: _("Taking a commitment from a question"),
    "workshop.logo": lambda: _("Changing the organiser’s logo"),
    "background.image": lambda: _("Changing the image under the map"),
}


def gesture_name(name: str, count: int) -> str:
    """A gesture told with how many rows it was about; one of a later version is simply a change."""
    if name in _COUNTED:
        return _COUNTED[name](max(count, 1)).format(count=count)
    return _WHOLE[name]() if name in _WHOLE else _("Change")
