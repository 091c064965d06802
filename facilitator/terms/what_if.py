"""What would be without some actors or links, in words: what is supposed, and what it would change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from facilitator.model.document import Document, ordered
from facilitator.model.readings.supposed import Change, Comparison, Turn
from facilitator.terms.odds import odd_title
from facilitator.terms.readings import a_few, a_few_groups, finding_sentence, number_of, types_listed
from facilitator.terms.sentences import listed
from facilitator.terms.vocabulary import sub_item_name
from facilitator.words import N_, _, ngettext

_NAMED = 3
"""Actors and links named in a supposition before the others are counted."""

Told = tuple[str, str, frozenset[str]]
"""A key, a sentence, and the actors it is about."""

HEADINGS = (
    N_("What would change"),
    N_("Questions that would come up"),
    N_("Questions that would no longer be asked"),
)


def supposition(document: Document, off: Collection[str]) -> str:
    """What is supposed: `What if… without Val d’Œuvre?`; empty where nothing is."""
    what = [actor.name for actor in ordered(document.actors) if actor.id in off]
    pairs = {
        frozenset((row.source, row.target)): (row.source, row.target)
        for row in ordered(document.links)
        if row.id in off and not {row.source, row.target} & frozenset(off)
    }
    for ends in pairs.values():
        a, b = (document.actors[id_].name for id_ in ends)
        what.append(_("what links {a} and {b}").format(a=a, b=b))
    if not what:
        return ""
    shown = what if len(what) <= _NAMED + 1 else what[:_NAMED]
    if len(shown) < len(what):
        more = len(what) - len(shown)
        shown = [*shown, ngettext("{n} more", "{n} more", more).format(n=more)]
    return _("What if… without {what}?").format(what=listed(shown))


def consequences(document: Document, found: Comparison) -> tuple[tuple[Told, ...], ...]:
    """The sentences under each of HEADINGS; the first one has at least one."""
    changes = [(one.key, _SENTENCES[one.turn](document, one), one.evidence) for one in found.changes]
    if not found.changes:
        same = _(
            "Nobody would lose touch with the others, nor any support. What would be missed all the same?"
        )
        changes = [("same", same, frozenset())]
    elif not {Turn.ALONE, Turn.APART}.intersection(one.turn for one in found.changes):
        changes.insert(0, ("touch", _("Nobody would lose touch with the others."), frozenset()))
    return tuple(changes), *(
        tuple((one.key, finding_sentence(document, one), one.evidence) for one in findings)
        for findings in (found.come, found.gone)
    )


def first_consequence(document: Document, found: Comparison) -> str:
    """What one would notice first."""
    return consequences(document, found)[0][0][1]


def _groups(document: Document, change: Change) -> Iterator[str]:
    return (a_few(document, group) for group in change.groups)


def _counted(sentence: Callable[[int], str]) -> Callable[[Document, Change], str]:
    """A sentence whose number is that of the actors it happens to."""

    def told(document: Document, change: Change) -> str:
        names = a_few(document, change.actors)
        about = sub_item_name(change.sub_item) if change.sub_item else ""
        return sentence(number_of(document, change.actors)).format(names=names, sub_item=about)

    return told


def _apart(document: Document, change: Change) -> str:
    if len(change.groups) > 2:
        groups = a_few_groups(document, change.groups)
        return _("These groups would no longer be in touch with one another: {groups}.").format(groups=groups)
    rest, names = _groups(document, change)
    rest = rest if len(change.groups[0]) <= _NAMED + 1 else _("the others")
    n = number_of(document, change.actors)
    sentence = ngettext("{names} would lose touch with {rest}.", "{names} would lose touch with {rest}.", n)
    return sentence.format(names=names, rest=rest)


def _hangs_on(document: Document, change: Change) -> str:
    (names,) = _groups(document, change)
    sentence = ngettext(
        "{names} would then have only {actor} to stay in touch with the others.",
        "{names} would then have only {actor} to stay in touch with the others.",
        number_of(document, change.groups[0]),
    )
    return sentence.format(names=names, actor=a_few(document, change.actors))


def _unmet(document: Document, change: Change) -> str:
    need = document.contributions[change.rows[0]]
    (names,) = _groups(document, change)
    sentence = ngettext(
        "“{need}” ({sub_item}) is wanted by {actor}, and {names} offers some: they would no longer be in touch.",
        "“{need}” ({sub_item}) is wanted by {actor}, and {names} offer some: they would no longer be in touch.",
        number_of(document, change.groups[0]),
    )
    return sentence.format(
        actor=document.actors[need.actor].name,
        need=need.text or sub_item_name(need.sub_item),
        sub_item=sub_item_name(need.sub_item),
        names=names,
    )


_SENTENCES: dict[Turn, Callable[[Document, Change], str]] = {
    Turn.ALONE: _counted(
        lambda n: ngettext(
            "{names} would no longer be linked to anyone.", "{names} would no longer be linked to anyone.", n
        )
    ),
    Turn.APART: _apart,
    Turn.HANGS_ON: _hangs_on,
    Turn.NO_FUNDER: _counted(
        lambda n: ngettext("{names} would have no funder left.", "{names} would have no funder left.", n)
    ),
    Turn.ONE_FUNDER: lambda document, change: _("{a} would rest on one funder alone, {b}.").format(
        a=document.actors[change.actors[0]].name, b=document.actors[change.actors[1]].name
    ),
    Turn.NOBODY_OFFERS: _counted(
        lambda n: ngettext(
            "{sub_item}: {names} asks for it, and nobody would offer it any more.",
            "{sub_item}: {names} ask for it, and nobody would offer it any more.",
            n,
        )
    ),
    Turn.UNMET: _unmet,
    Turn.ODD_ALONE: lambda _document, change: _("Goals no actor would carry any more: {goals}.").format(
        goals=listed([f"{number}, {odd_title(int(number))}" for number in change.rows])
    ),
    Turn.ABSENT_CATEGORY: lambda document, change: _("{types}: nobody on the map any more.").format(
        types=types_listed(document, change.rows, first=True)
    ),
}
