"""What still tells who somebody is in an edition, said before it leaves the laptop."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.model.identifying import Clue, Trace
from facilitator.words import _, ngettext


def clue_sentence(clue: Clue, edition: str) -> str:
    """A clue as a sentence, without its full stop."""
    if clue.trace is Trace.TENSE and edition == "public":
        told = ngettext("{n} link in tension is left out", "{n} links in tension are left out", clue.count)
    elif clue.trace is Trace.IMAGE and clue.table == "background":
        told = _("The picture under the map: does it show somebody, or a name?")
    else:
        told = _SAID[clue.trace](clue.count)
    return told.format(n=clue.count, words=clue.words)


_SAID: dict[Trace, Callable[[int], str]] = {
    Trace.WORDS: lambda _n: _("A name or an address in “{words}”"),
    Trace.CONFIDENTIAL: lambda _n: _("Marked confidential, and in this edition: {words}"),
    Trace.IMAGE: lambda _n: _("The organiser’s logo: does it show a name?"),
    Trace.FACILITATORS: lambda _n: _("Facilitators are printed: {words}"),
    Trace.AUTHOR: lambda _n: _("The author is printed, and is in the properties of the file: {words}"),
    Trace.NAMED: lambda n: ngettext(
        "{n} participant is printed by name", "{n} participants are printed by name", n
    ),
    Trace.UNNAMED: lambda n: ngettext("{n} participant is not named", "{n} participants are not named", n),
    Trace.LEFT_OUT: lambda n: ngettext(
        "{n} thing marked confidential is left out", "{n} things marked confidential are left out", n
    ),
    Trace.TENSE: lambda n: ngettext(
        "{n} link in tension is told as any other", "{n} links in tension are told as any other", n
    ),
    Trace.FICTITIOUS: lambda _n: _("The minutes say that the session is a fictitious example"),
}
