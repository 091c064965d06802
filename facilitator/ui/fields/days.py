"""Days as people type them: 15/1, 15 janvier, fin mars, lundi, demain, dans trois semaines; in French or in English."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta

from facilitator.model.names import fold

_DAY_FIRST = re.compile(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(r"(?:(?:le|on|the) )?(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?([^\W\d]+)\.?(?:,? (\d{4}))?")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?")
_END = re.compile(r"(?:fin(?: de)?|end of) ([^\W\d]+)(?: (\d{4}))?")
_IN = re.compile(r"(?:dans|in) (\d{1,3}|[^\W\d]+) ([^\W\d]+)")
_WEEKDAY = re.compile(r"(?:next |on )?([^\W\d]+)(?: prochain)?")
_OF_WEEK = re.compile(r"(?:le |on )?([^\W\d]+)[.,]* (.+)")

_MONTHS = tuple(
    names.split()
    for names in (
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
        "january february march april may june july august september october november december",
    )
)
_WEEK = (
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
)
_SOON = {"aujourdhui": 0, "today": 0, "demain": 1, "tomorrow": 1, "apresdemain": 2}
_NUMBERS = (
    ["zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"],
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
)
_OTHERS = {"une": 1, "a": 1, "an": 1, "quinze": 15, "fifteen": 15, "vingt": 20, "twenty": 20, "trente": 30}
_UNITS = {"j": "day", "jour": "day", "day": "day", "semaine": "week", "week": "week", "mois": "month"}
_UNITS |= {"month": "month", "an": "year", "annee": "year", "year": "year"}
_SHORTEST = 3
"""Letters of a month that are enough where no other begins with them."""


def day_of(text: str, today: date | None = None) -> date | None:
    """The date a person typed; None if it is none.

    Day first, or ISO; a year of two figures is of this century, and without one it is the next day of that name.
    """
    today = today or datetime.now().astimezone().date()
    text = " ".join(text.casefold().split())
    for read in (_written, _told, _of_week):
        with suppress(ValueError, OverflowError):
            if day := read(text, today):
                return day
    return None


def _written(text: str, today: date) -> date | None:
    first, iso = _DAY_FIRST.fullmatch(text), _YEAR_FIRST.fullmatch(text)
    if iso:
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if first:
        year = first[3] and int(first[3]) + (2000 if len(first[3]) == 2 else 0)
        return _next(int(first[1]), int(first[2]), year, today)
    return None


def _told(text: str, today: date) -> date | None:
    """In words."""
    if fold(text) in _SOON:
        return today + timedelta(days=_SOON[fold(text)])
    for pattern, read in _TOLD:
        if found := pattern.fullmatch(text):
            return read(found, today)
    return None


def _of_week(text: str, today: date) -> date | None:
    """A date after its day of the week; where the two do not agree, there is no such day."""
    found = _OF_WEEK.fullmatch(text)
    if found is None:
        return None
    weekday = _among(found[1], _WEEK)
    day = _written(found[2], today) or _told(found[2], today)
    return day if day is not None and day.isoweekday() == weekday else None


def _month_end(found: re.Match[str], today: date) -> date:
    month = _among(found[1], _MONTHS)
    year = int(found[2] or today.year + (month < today.month))
    return date(year, month, monthrange(year, month)[1])


def _coming(found: re.Match[str], today: date) -> date:
    """The next such day of the week, never today."""
    ahead = (_among(found[1], _WEEK) - 1 - today.weekday()) % 7
    return today + timedelta(days=ahead or 7)


_TOLD: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_NAMED, lambda m, today: _next(int(m[1]), _among(m[2], _MONTHS), m[3] and int(m[3]), today)),
    (_MONTH_FIRST, lambda m, today: _next(int(m[2]), _among(m[1], _MONTHS), m[3] and int(m[3]), today)),
    (_END, _month_end),
    (_IN, lambda m, today: _later(_number(m[1]), _UNITS.get(_singular(fold(m[2])), ""), today)),
    (_WEEKDAY, _coming),
)


def _next(day: int, month: int, year: int | str | None, today: date) -> date:
    """That day of that year, or the next one there is."""
    if year:
        return date(int(year), month, day)
    for later in range(8):  # the 29th of February may be that far
        if monthrange(today.year + later, month)[1] >= day:
            found = date(today.year + later, month, day)
            if found >= today:
                return found
    raise ValueError(day, month)


def _among(word: str, names: Sequence[list[str]]) -> int:
    """Which one of a year or a week, from 1; ValueError where it is none, or could be several."""
    word = fold(word)
    for held in names:
        found = [n for n, name in enumerate(held, 1) if name == word] or [
            n for n, name in enumerate(held, 1) if len(word) >= _SHORTEST and name.startswith(word)
        ]
        if len(found) == 1:
            return found[0]
    raise ValueError(word)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    word = fold(word)
    if word in _OTHERS:
        return _OTHERS[word]
    return next((held.index(word) for held in _NUMBERS if word in held), 0)


def _singular(word: str) -> str:
    return word if word == "mois" else word.removesuffix("s")


def _later(count: int, unit: str, today: date) -> date | None:
    if not count:
        return None
    if unit in ("day", "week"):
        return today + timedelta(days=count * (7 if unit == "week" else 1))
    if unit not in ("month", "year"):
        return None
    months = today.month - 1 + count * (12 if unit == "year" else 1)
    year, month = today.year + months // 12, months % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))
