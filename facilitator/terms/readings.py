"""What a map tells, as questions to the room: plain, gentle, with names; the numbers come apart, one click away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from facilitator.model.document import Document
from facilitator.model.readings.findings import Finding, Introduction, Kind, Reason
from facilitator.terms.links import several
from facilitator.terms.odds import odd_title
from facilitator.terms.sentences import in_a_row, listed
from facilitator.terms.vocabulary import category_plural, category_within, pillar_name, sub_item_name
from facilitator.words import _, decimal, ngettext

_NAMED = 4
"""Names said in a sentence before the others are counted."""
_CALLED = 12
"""Names said, before the others are counted, where the sentence is about nothing else."""


def finding_sentence(document: Document, finding: Finding) -> str:
    """The question that a finding puts to the room."""
    return _SENTENCES[finding.kind](document, finding)


def several_sentence(document: Document, findings: tuple[Finding, ...]) -> str:
    """The one question that several findings of a kind put, where their kind is among `SEVERAL`."""
    return _SEVERAL[findings[0].kind](document, findings)


def finding_numbers(finding: Finding) -> str:
    """The number behind a finding, for who asks; empty where there is none to tell."""
    told = _NUMBERS.get(finding.kind)
    return told(*finding.numbers) if told is not None else ""


def introduction_sentence(document: Document, introduction: Introduction) -> str:
    """Who could meet, and why."""
    first, second = (document.actors[id_].name for id_ in introduction.actors)
    because = _("; ").join(_REASONS[reason](document, rows) for reason, rows in introduction.because)
    return _("{a} and {b} could meet, because {reasons}.").format(a=first, b=second, reasons=because)


def types_listed(document: Document, ids: Sequence[str], *, first: bool = False) -> str:
    """Types of actors inside a sentence, or `first` in it."""
    said = [category_within(document.categories[id_]) for id_ in ids]
    if first:
        said[0] = category_plural(document.categories[ids[0]])
    return in_a_row(said)


def a_few(document: Document, ids: Iterable[str]) -> str:
    """A few names of actors, then how many more."""
    return first_few([document.actors[id_].name for id_ in ids])


def first_few(said: Sequence[str], most: int = _NAMED) -> str:
    """The first ones, then how many more; one more is said rather than counted."""
    shown = list(said if len(said) <= most + 1 else said[:most])
    more = len(said) - len(shown)
    if more:
        shown.append(ngettext("{n} more", "{n} more", more).format(n=more))
    return listed(shown)


def a_few_groups(document: Document, groups: Sequence[Sequence[str]]) -> str:
    """A few groups of actors, then how many more."""
    shown = groups if len(groups) <= _NAMED + 1 else groups[:_NAMED]
    said = [a_few(document, group) for group in shown]
    more = len(groups) - len(shown)
    if more:
        said.append(ngettext("{n} more group", "{n} more groups", more).format(n=more))
    return " / ".join(said)


def _funds(document: Document, found: tuple[Finding, ...]) -> str:
    given = [(document.actors[one.actors[0]].name, a_few(document, one.actors[1:])) for one in found]
    return _("Who funds whom: {funders}. What do they make possible together?").format(
        funders=first_few([f"{giver} ({receivers})" for giver, receivers in given])
    )


_SEVERAL: dict[Kind, Callable[[Document, tuple[Finding, ...]], str]] = {
    Kind.ABSENT_CATEGORY: lambda document, found: _(
        "{types}: nobody on the map so far. Who is missing?"
    ).format(types=types_listed(document, [one.rows[0] for one in found], first=True)),
    Kind.ISOLATED: lambda document, found: _(
        "{n} actors are not linked to anyone yet: {names}. Who knows them?"
    ).format(n=len(found), names=first_few([document.actors[one.actors[0]].name for one in found], _CALLED)),
    Kind.FUNDS: _funds,
    Kind.ODD_ALONE: lambda _document, found: _("Goals no actor carries yet: {goals}. Who could?").format(
        goals=listed([f"{one.rows[0]}, {odd_title(int(one.rows[0]))}" for one in found])
    ),
}
SEVERAL = frozenset(_SEVERAL)
"""Kinds of which several are one question."""


def number_of(document: Document, ids: Sequence[str]) -> int:
    """How many, as a verb hears it: one whose name is plural is several."""
    return 2 if len(ids) == 1 and several(document.actors[ids[0]]) else len(ids)


def _lost(document: Document, finding: Finding) -> str:
    lost = [actor for group in finding.groups for actor in group]
    sentence = ngettext(
        "If {actor} left, {names} would lose touch with the others: what could hold besides?",
        "If {actor} left, {names} would lose touch with the others: what could hold besides?",
        number_of(document, lost),
    )
    return sentence.format(actor=a_few(document, finding.actors), names=a_few(document, lost))


def _crossing(_document: Document, finding: Finding) -> str:
    index = finding.numbers[0]
    if index > _AROUND:
        return _(
            "Links go from one type of actor to another more often than chance would have it: what makes it possible?"
        )
    if index < -_AROUND:
        return _(
            "Links stay among actors of the same type more often than chance would have it: who could open a door?"
        )
    return _("Links cross between types about as often as chance would have it: with whom could we do more?")


_AROUND = 0.2
"""How far from chance is still as chance would have it."""


def _match(document: Document, finding: Finding) -> str:
    need = document.contributions[finding.rows[0]]
    sentence = ngettext(
        "“{need}” is wanted by {actor}; {names} offers something of the kind ({sub_item}): do they know one another?",
        "“{need}” is wanted by {actor}; {names} offer something of the kind ({sub_item}): do they know one another?",
        number_of(document, finding.actors[1:]),
    )
    return sentence.format(
        actor=document.actors[finding.actors[0]].name,
        need=need.text or sub_item_name(finding.sub_item),
        names=a_few(document, finding.actors[1:]),
        sub_item=sub_item_name(finding.sub_item),
    )


def _tension(document: Document, finding: Finding) -> str:
    a, b = (document.actors[id_].name for id_ in finding.actors)
    if not finding.groups:
        return _("Between {a} and {b}, a tense relation: who could help them talk?").format(a=a, b=b)
    names = a_few(document, finding.groups[0])
    sentence = ngettext(
        "Between {a} and {b}, a tense relation; {names} is in touch with both: could that help?",
        "Between {a} and {b}, a tense relation; {names} are in touch with both: could that help?",
        number_of(document, finding.groups[0]),
    )
    return sentence.format(a=a, b=b, names=names)


def _to_create(document: Document, finding: Finding) -> str:
    a, b = (document.actors[id_].name for id_ in finding.actors)
    few, many, steps = map(int, finding.numbers)
    if many == 1:
        return _("Neither {a} nor {b} is linked to anyone yet: who takes the first step?").format(a=a, b=b)
    if few:
        sentence = ngettext(
            "Linking {a} and {b} would bring {n} actor in touch with {m} others: who takes the first step?",
            "Linking {a} and {b} would bring {n} actors in touch with {m} others: who takes the first step?",
            few,
        )
        return sentence.format(a=a, b=b, n=few, m=many)
    if steps > 1:
        sentence = _("Today {a} and {b} are {n} links apart: what would change if they spoke directly?")
        return sentence.format(a=a, b=b, n=steps)
    return _("{a} and {b} are linked already: what would this link add?").format(a=a, b=b)


def _field(document: Document, finding: Finding) -> str:
    field, *missing = finding.rows
    types = types_listed(document, missing)
    return _("In “{field}”, nobody among {types}: who works there and is not on the map?").format(
        field=field, types=types
    )


def _shelf(sentence: Callable[[], str]) -> Callable[[Document, Finding], str]:
    def told(document: Document, finding: Finding) -> str:
        offered, asked = map(int, finding.numbers)
        return sentence().format(
            sub_item=sub_item_name(finding.sub_item),
            pillar=pillar_name(finding.pillar or ""),
            offered=offered,
            asked=asked,
            names=a_few(document, finding.actors[:asked]),
        )

    return told


def _about(sentence: Callable[[], str]) -> Callable[[Document, Finding], str]:
    """A sentence with the names of one or two actors, and of groups."""

    def told(document: Document, finding: Finding) -> str:
        names = [document.actors[id_].name for id_ in finding.actors]
        return sentence().format(
            a=names[0] if names else "",
            b=names[1] if len(names) > 1 else "",
            groups=a_few_groups(document, finding.groups),
            side=a_few(document, finding.groups[0]) if finding.groups else "",
        )

    return told


def _density(_document: Document, finding: Finding) -> str:
    n, pairs = map(int, finding.numbers[1:])
    if n == pairs:
        return _("All the pairs of actors there could be are in touch: is that what we thought?")
    sentence = ngettext(
        "Of {all} pairs of actors there could be, {n} is in touch: is that what we thought?",
        "Of {all} pairs of actors there could be, {n} are in touch: is that what we thought?",
        n,
    )
    if not n:
        sentence = _(
            "Of {all} pairs of actors there could be, none is in touch yet: is that what we thought?"
        )
    return sentence.format(n=decimal(n, ",.0f"), all=decimal(pairs, ",.0f"))


def _reciprocity(_document: Document, finding: Finding) -> str:
    n, links = map(int, finding.numbers[1:])
    if n == links:
        return _("All {all} links go both ways: what makes it possible?").format(all=decimal(links, ",.0f"))
    sentence = ngettext(
        "Of {all} links, {n} goes both ways: where would we wish for more in return?",
        "Of {all} links, {n} go both ways: where would we wish for more in return?",
        n,
    )
    if not n:
        sentence = _("Of {all} links, none goes both ways: where would we wish for more in return?")
    return sentence.format(n=decimal(n, ",.0f"), all=decimal(links, ",.0f"))


_SENTENCES: dict[Kind, Callable[[Document, Finding], str]] = {
    Kind.ABSENT_CATEGORY: lambda document, finding: _(
        "{types}: nobody on the map so far. Who is missing?"
    ).format(types=category_plural(document.categories[finding.rows[0]])),
    Kind.ABSENT_IN_FIELD: _field,
    Kind.ISOLATED: _about(lambda: _("{a}: no link with anyone yet. Who knows them?")),
    Kind.GROUPS: _about(
        lambda: _("These groups are not in touch with one another: {groups}. Who could bring them together?")
    ),
    Kind.CROSSING: _crossing,
    Kind.RESTS_ON: _lost,
    Kind.BRIDGE: _about(
        lambda: _(
            "Only {a} and {b} keep two groups in touch ({side} on one side): how to make that tie stronger?"
        )
    ),
    Kind.BETWEEN: _about(
        lambda: _("Many go through {a} to reach one another: can this place be held in the long run?")
    ),
    Kind.FUNDS: lambda document, one: ngettext(
        "{a} brings funding to {names}: what does it make possible?",
        "{a} bring funding to {names}: what does it make possible?",
        number_of(document, one.actors[:1]),
    ).format(a=document.actors[one.actors[0]].name, names=a_few(document, one.actors[1:])),
    Kind.FUNDERS_APART: _about(
        lambda: _("These funders are not in touch with one another: {groups}. What would they have to say?")
    ),
    Kind.ONE_FUNDER: _about(lambda: _("One funder alone for {a}: {b}. What if this support came to an end?")),
    Kind.MATCH: _match,
    Kind.NOBODY_OFFERS: _shelf(
        lambda: _("{sub_item}: asked for by {names}, offered by nobody. Who could bring it?")
    ),
    Kind.SCARCE: _shelf(
        lambda: _(
            "{sub_item}: asked for ({asked}) more than offered ({offered}). How to share what there is?"
        )
    ),
    Kind.ABUNDANT: _shelf(
        lambda: _("{sub_item}: offered by many ({offered}), asked for by few ({asked}). Whom could it help?")
    ),
    Kind.ODD_ALONE: lambda _document, finding: _(
        "Goal {n}, {title}: no actor carries it yet. Who could?"
    ).format(n=finding.rows[0], title=odd_title(int(finding.rows[0]))),
    Kind.TENSION: _tension,
    Kind.TO_CREATE: _to_create,
    Kind.DENSITY: _density,
    Kind.RECIPROCITY: _reciprocity,
}

_NUMBERS: dict[Kind, Callable[..., str]] = {
    Kind.CROSSING: lambda index, across, pairs, expected: _(
        "Pairs in touch: {pairs}. Of these, from one type to another: {across}; drawn at random among the same actors, "
        "it would be about {expected}. Index: {index} (-1: none, 0: as chance would have it, 1: all)."
    ).format(
        across=decimal(across, ",.0f"),
        pairs=decimal(pairs, ",.0f"),
        expected=decimal(expected, ",.1f"),
        index=decimal(index, "+.2f"),
    ),
    Kind.BETWEEN: lambda share: _("{n} % of the shortest ways between two others pass here.").format(
        n=round(share * 100)
    ),
    Kind.DENSITY: lambda share, _edges, _pairs: _("Density: {n} %.").format(n=round(share * 100)),
    Kind.RECIPROCITY: lambda share, _both, _all: _("Reciprocity: {n} %.").format(n=round(share * 100)),
}


def _offered(document: Document, rows: tuple[str, ...]) -> str:
    need, offer = (document.contributions[id_] for id_ in rows[:2])
    return _("“{offer}” ({b}) might meet “{need}” ({a})").format(
        a=document.actors[need.actor].name,
        b=document.actors[offer.actor].name,
        need=need.text or sub_item_name(need.sub_item),
        offer=offer.text or sub_item_name(offer.sub_item),
    )


_REASONS: dict[Reason, Callable[[Document, tuple[str, ...]], str]] = {
    Reason.OFFER: _offered,
    Reason.FUNDERS: lambda document, rows: _("both fund {names}").format(names=a_few(document, rows)),
    Reason.FRIENDS: lambda document, rows: ngettext(
        "{names} is in touch with both", "{names} are in touch with both", number_of(document, rows)
    ).format(names=a_few(document, rows)),
}
