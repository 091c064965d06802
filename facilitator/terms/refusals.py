"""Why something could not be done: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.words import _, ngettext

Values = Mapping[str, object]


def _category_used(values: Values) -> str:
    count = int(str(values.get("count", 0)))
    if not count:
        return _("This type of actor is used by a vote: it cannot be deleted.")
    return ngettext(
        "{count} actor has this type: give it another one first.",
        "{count} actors have this type: give them another one first.",
        count,
    ).format(count=count)


_GONE: dict[str, Callable[[], str]] = {
    "actors": lambda: _("This actor is no longer in the session."),
    "links": lambda: _("This link is no longer in the session."),
    "contributions": lambda: _("This contribution is no longer in the session."),
    "participants": lambda: _("This participant is no longer in the session."),
    "steps": lambda: _("This step is no longer in the session."),
    "items": lambda: _("This point is no longer in the session."),
}
_REFUSALS: dict[str, Callable[[Values], str]] = {
    "gone": lambda v: _GONE.get(str(v.get("table")), lambda: _("This is no longer in the session."))(),
    "already": lambda _v: _("This is already in the session."),
    "link.self": lambda _v: _("A link joins two different actors."),
    "category.used": _category_used,
    "journey.unknown": lambda _v: _("There is no journey called “{journey}”."),
    "journey.unreadable": lambda _v: _("The journey {file} cannot be read: {reason}"),
    "journey.no_steps": lambda _v: _("The journey {file} has no step."),
    "journey.twice": lambda _v: _("The journey has two steps called “{step}”."),
    "journey.missing": lambda _v: _("In the step “{step}” of the journey, “{field}” is missing."),
    "journey.untold": lambda _v: _(
        "In the step “{step}” of the journey, “{field}” is not said in “{language}”."
    ),
    "journey.unknown_field": lambda _v: _("In the step “{step}” of the journey, “{field}” is not known."),
    "journey.unknown_value": lambda _v: _(
        "In the step “{step}” of the journey, “{field}” cannot be “{value}”."
    ),
}


def refusal(key: str, values: Mapping[str, object]) -> str:
    """The sentence for a refused gesture, a rule that would be broken, or a file that cannot be used."""
    if key in _REFUSALS:
        return _REFUSALS[key](values).format_map(values)
    return _("This could not be done ({key}). Nothing was changed.").format(key=key)
