"""How a session keeps its time, in words."""

from __future__ import annotations

from facilitator.words import _, ngettext

_ON_TIME = 120
"""Seconds of delay or advance that nobody needs to hear of."""


def pace_sentence(late: float) -> str:
    """On time, late or ahead, in minutes; `late` is in seconds, below 0 when ahead."""
    if abs(late) < _ON_TIME:
        return _("On time")
    minutes = round(abs(late) / 60)
    if late > 0:
        return ngettext("{n} minute late", "{n} minutes late", minutes).format(n=minutes)
    return ngettext("{n} minute ahead", "{n} minutes ahead", minutes).format(n=minutes)
