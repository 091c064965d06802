"""Why something could not be done: gestures refused, rules that would be broken, files that cannot be used."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.terms.files import SENTENCES, filename, since
from facilitator.words import _, ngettext

_GONE: dict[str, Callable[[], str]] = {
    "actors": lambda: _("This actor is no longer in the session."),
    "links": lambda: _("This link is no longer in the session."),
    "contributions": lambda: _("This contribution is no longer in the session."),
    "participants": lambda: _("This participant is no longer in the session."),
    "steps": lambda: _("This step is no longer in the session."),
    "items": lambda: _("This point is no longer in the session."),
    "zones": lambda: _("This zone is no longer in the session."),
}
_RULES: dict[str, Callable[[], str]] = {
    "already": lambda: _("This is already in the session."),
    "link.self": lambda: _("A link joins two different actors."),
    "categories.empty": lambda: _("A session keeps at least one type of actor."),
    "colour.wrong": lambda: _("A colour is written as #0F6E6E."),
    "data.long": lambda: _("This image is too large: 20 MB at most."),
    "date.wrong": lambda: _("This date is not a day of the calendar."),
    "id.wrong": lambda: _("A row is not rightly identified."),
    "language.unknown": lambda: _("A session is in French or in English."),
    "media.unknown": lambda: _("An image is a PNG or a JPEG file."),
    "number.range": lambda: _("This number is not among those possible here."),
    "odds.wrong": lambda: _("The SDGs are numbers from 1 to 17, each once."),
    "position.half": lambda: _("An actor is either on the map or in the tray."),
    "ref.missing": lambda: _("This refers to something that is no longer in the session."),
    "sub_item.wrong": lambda: _("This kind of contribution belongs to another pillar."),
    "text.empty": lambda: _("This text cannot stay empty."),
    "text.long": lambda: _("This text is too long: 300 characters on one line, 20,000 in a whole text."),
    "text.untidy": lambda: _("This text holds characters that cannot be kept."),
    "twice": lambda: _("The same thing is listed twice."),
    "type.wrong": lambda: _("This value is not of the kind expected here."),
}


class _Values(dict[str, object]):
    """Values of a sentence; one that was not given is a blank."""

    def __missing__(self, key: str) -> str:
        return ""


def refusal(key: str, values: Mapping[str, object]) -> str:
    """The sentence for a refused gesture, a rule that would be broken, or a file that cannot be used."""
    if key == "gone":
        return _GONE.get(str(values.get("table")), lambda: _("This is no longer in the session."))()
    if key == "category.used":
        return _category_used(values)
    if key in _RULES:
        return _RULES[key]()
    if key in SENTENCES:
        return _of_file(key, _Values(values))
    return _("This could not be done ({key}). Nothing was changed.").format(key=key)


def told(key: str) -> bool:
    """Whether a key has a sentence of its own."""
    return key in _RULES or key in SENTENCES or key in ("gone", "category.used")


def _of_file(key: str, values: _Values) -> str:
    values["file"] = filename(values)
    values["since"] = since(str(values["since"]))
    if key == "file.rules":
        values["where"] = "/".join(str(values[part]) for part in ("table", "id", "field") if values[part])
        values["why"] = refusal(str(values["rule"]), {})
    if key == "file.locked" and values["since"]:
        key = "file.locked.since"
    return SENTENCES[key]().format_map(values)


def _category_used(values: Mapping[str, object]) -> str:
    count = int(str(values.get("count", 0)))
    if not count:
        return _("This type of actor is used by a vote: it cannot be deleted.")
    return ngettext(
        "{count} actor has this type: give it another one first.",
        "{count} actors have this type: give them another one first.",
        count,
    ).format(count=count)
