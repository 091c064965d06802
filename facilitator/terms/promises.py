"""How a commitment taken from a question of the map begins: one reads it, and mends it if need be."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.model.document import Document
from facilitator.model.readings.findings import Finding, Introduction, Kind
from facilitator.terms.links import link_sentence
from facilitator.terms.odds import odd_title
from facilitator.terms.readings import a_few, types_listed
from facilitator.terms.sentences import listed
from facilitator.terms.vocabulary import sub_item_name
from facilitator.words import _


def promise(document: Document, found: tuple[Finding | Introduction, ...]) -> str:
    """What could be done about one finding, about several of a kind, or about two who could meet."""
    one = found[0]
    if isinstance(one, Introduction):
        return _("Put {a} and {b} in touch").format(**_pair(document, one))
    return _PROMISES[one.kind](document, tuple(f for f in found if isinstance(f, Finding)))


def _pair(document: Document, one: Finding | Introduction) -> dict[str, str]:
    """Who it is about, the first and all others."""
    first, *others = one.actors
    return {"a": document.actors[first].name, "b": a_few(document, others)}


_Promise = Callable[[Document, tuple[Finding, ...]], str]


def _said(sentence: Callable[[], str]) -> _Promise:
    """A sentence with the first actor it is about, and the others."""

    def told(document: Document, found: tuple[Finding, ...]) -> str:
        return sentence().format(**(_pair(document, found[0]) if found[0].actors else {}))

    return told


def _match(document: Document, found: tuple[Finding, ...]) -> str:
    need = document.contributions[found[0].rows[0]]
    return _("Put {names} in touch about “{need}”").format(
        names=a_few(document, found[0].actors), need=need.text or sub_item_name(need.sub_item)
    )


def _shelf(sentence: Callable[[], str]) -> _Promise:
    return lambda _document, found: sentence().format(sub_item=sub_item_name(found[0].sub_item))


def _funds(document: Document, found: tuple[Finding, ...]) -> str:
    if len(found) > 1:
        return _("Show the funders what they make possible together")
    return _("Show what {names} make possible together").format(names=a_few(document, found[0].actors))


def _unless_all(sentence: Callable[[], str]) -> _Promise:
    """A sentence about what there could be more of; where there is all there could be, it is to be kept."""

    def told(_document: Document, found: tuple[Finding, ...]) -> str:
        _share, n, among = found[0].numbers
        return _("Keep alive what links us") if n == among else sentence()

    return told


_PROMISES: dict[Kind, _Promise] = {
    Kind.ABSENT_CATEGORY: lambda document, found: _("Invite someone from: {types}").format(
        types=types_listed(document, [one.rows[0] for one in found])
    ),
    Kind.ABSENT_IN_FIELD: lambda _document, found: _("Find who is missing in “{field}”").format(
        field=found[0].rows[0]
    ),
    Kind.ISOLATED: lambda document, found: _("Go and meet {names}").format(
        names=a_few(document, [one.actors[0] for one in found])
    ),
    Kind.GROUPS: _said(lambda: _("Have groups that do not know one another meet")),
    Kind.CROSSING: _said(lambda: _("Open the circle to another type of actor")),
    Kind.RESTS_ON: _said(lambda: _("Find what could hold besides {a}")),
    Kind.BRIDGE: _said(lambda: _("Make the tie between {a} and {b} stronger")),
    Kind.BETWEEN: _said(lambda: _("Share with others what goes through {a}")),
    Kind.FUNDS: _funds,
    Kind.FUNDERS_APART: _said(lambda: _("Have the funders talk with one another")),
    Kind.ONE_FUNDER: _said(lambda: _("Look for another support for {a}")),
    Kind.MATCH: _match,
    Kind.NOBODY_OFFERS: _shelf(lambda: _("Find who could bring this: {sub_item}")),
    Kind.SCARCE: _shelf(lambda: _("Share this among those who ask for it: {sub_item}")),
    Kind.ABUNDANT: _shelf(lambda: _("Find whom this could help: {sub_item}")),
    Kind.ODD_ALONE: lambda _document, found: _("Find who could carry: {goals}").format(
        goals=listed([f"{one.rows[0]}, {odd_title(int(one.rows[0]))}" for one in found])
    ),
    Kind.TENSION: _said(lambda: _("Offer {a} and {b} a time to talk")),
    Kind.TO_CREATE: lambda document, found: link_sentence(document, document.links[found[0].links[0]]),
    Kind.DENSITY: _unless_all(lambda: _("Have actors who do not know one another meet")),
    Kind.RECIPROCITY: _unless_all(lambda: _("Look together for what could come in return")),
}
