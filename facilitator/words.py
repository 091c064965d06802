"""The words shown to people: gettext catalogues, the language of the moment, dates and hours.

The msgid is the English sentence. Catalogues are looked up at call time, so that the language changes live;
where a sentence is named long before it is shown, mark it with ``N_`` and translate it with ``_`` when showing.
"""

import locale
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, time
from functools import cache
from gettext import GNUTranslations, NullTranslations

from facilitator import paths

DOMAIN = "facilitator"
LANGUAGES = {"fr": "Français", "en": "English"}
"""Every language of the product, by its code, under its own name; the first is what an unknown system gets."""

_MONTHS = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip

_SHORT_MONTHS = {
    "fr": (
        "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ),
    "en": (
        "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
    ),
}  # fmt: skip

_current = "fr"


def available() -> tuple[str, ...]:
    """The codes of the languages of the product, French first."""
    return tuple(LANGUAGES)


def language() -> str:
    """The code of the language of the moment."""
    return _current


def use(code: str) -> None:
    """Speaks ``code`` from now on; raises ValueError for a language the product does not have."""
    global _current  # noqa: PLW0603 - one person, one language: this is the state of the room
    if code not in LANGUAGES:
        raise ValueError(f"no such language: {code}")
    _current = code


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Speaks another language for a while, e.g. to write the minutes."""
    before = language()
    use(code)
    try:
        yield
    finally:
        use(before)


def _(message: str) -> str:
    """The sentence in the language of the moment."""
    return _catalogue(_current).gettext(message) if message else ""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name
    """Marks a sentence for the catalogue and returns it as it is, to be translated when shown."""
    return message


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form that agrees with ``count``; it may hold a field for the count, filled by the caller."""
    return _catalogue(_current).ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The sentence, where the same English word says different things: ``pgettext("verb", "Open")``."""
    return _catalogue(_current).pgettext(context, message)


def date_long(day: date | str) -> str:
    """A date (or its ISO text) in full: 22 novembre 2026, 22 November 2026; ValueError if it is none."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{_day(day)}\N{NO-BREAK SPACE}{_MONTHS[_current][day.month - 1]} {day.year}"


def _day(day: date) -> str:
    """The day of the month, as it is read: the first is an ordinal in French."""
    return "1er" if (_current, day.day) == ("fr", 1) else str(day.day)


def date_short(day: date | str) -> str:
    """A date (or its ISO text) that stays on one line of a narrow column: 22 nov. 2026, 22 Nov 2026."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    month = _SHORT_MONTHS[_current][day.month - 1]
    return "\N{NO-BREAK SPACE}".join((_day(day), month, str(day.year)))


def time_short(moment: time | str) -> str:
    """A time of day (or its ISO text) to the minute: 9 h, 14 h 32 in French, 14:32 in English."""
    moment = time.fromisoformat(moment) if isinstance(moment, str) else moment
    if _current != "fr":
        return f"{moment:%H:%M}"
    return f"{moment.hour} h {moment:%M}".removesuffix(" 00").replace(" ", "\N{NO-BREAK SPACE}")


def decimal(value: float, how: str) -> str:
    """A number as the language of the moment writes it; `how` is its format: `.1f`, or `,.0f`, its thousands apart."""
    told = format(value, how)
    return told.replace(",", "\u202f").replace(".", ",") if _current == "fr" else told


def choose(preferred: Iterable[str]) -> str:
    """The first language we have among the person's (``fr-CA``, ``en_GB.UTF-8``…): French if they
    have said nothing, English if they speak neither."""
    said = [code for code in map(_code, preferred) if code]
    return next((code for code in said if code in LANGUAGES), "en" if said else "fr")


def system_language() -> str:
    """The language of the machine, among ours."""
    return choose(_system_languages())


def _system_languages() -> Iterator[str]:
    """What the environment says, in gettext's order of precedence, then what Windows says."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        yield from os.environ.get(variable, "").split(":")
    if sys.platform == "win32":
        import ctypes

        yield locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


def _code(name: str) -> str:
    """``fr`` from ``fr_FR.UTF-8@euro``; nothing from the nameless C and POSIX."""
    code = name.replace("-", "_").partition("_")[0].partition(".")[0].partition("@")[0].strip().lower()
    return "" if code in {"c", "posix"} else code


@cache
def _catalogue(code: str) -> NullTranslations:
    """The compiled catalogue; where there is none (English, or a source tree never built) the English msgids."""
    compiled = paths.resource("locale", code, "LC_MESSAGES", f"{DOMAIN}.mo")
    if not compiled.is_file():
        return NullTranslations()
    with compiled.open("rb") as file:
        return GNUTranslations(file)
