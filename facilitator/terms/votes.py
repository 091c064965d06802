"""Votes told in words: what was counted, what was objected."""

from __future__ import annotations

from facilitator.model.vocabulary import VoteKind
from facilitator.model.votes import Ballot
from facilitator.words import _, ngettext


def tallied(ballot: Ballot) -> str:
    """What came out of a vote."""
    return (
        opposed(ballot) if ballot.kind is VoteKind.CONSENT else hands(ballot.yes, ballot.no, ballot.abstain)
    )


def hands(yes: int, no: int, abstain: int) -> str:
    abstained = ngettext("{count} abstention", "{count} abstentions", abstain).format(count=abstain)
    return _("{yes} yes, {no} no, {abstained}").format(yes=yes, no=no, abstained=abstained)


def opposed(ballot: Ballot) -> str:
    """How many objections were heard."""
    count = len(ballot.objections)
    return ngettext("{n} objection", "{n} objections", count).format(n=count) if count else _("no objection")


def counted(ballot: Ballot) -> str:
    """How many hands were raised in all, and for what."""
    count = ballot.yes + ballot.no + ballot.abstain
    if not count:
        return _("Nobody counted yet.")
    told = ngettext("{n} hand: {hands}", "{n} hands: {hands}", count)
    return told.format(n=count, hands=hands(ballot.yes, ballot.no, ballot.abstain))
