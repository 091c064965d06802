"""The questions a map puts to the room, under their headings: what is alike is asked at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import TypeGuard

from facilitator.model.document import Document, Remark
from facilitator.model.readings.findings import Finding, Introduction, Kind, Reading, digest
from facilitator.model.readings.guarded import confidential, guarded
from facilitator.model.vocabulary import Fate
from facilitator.terms.readings import (
    SEVERAL,
    finding_numbers,
    finding_sentence,
    introduction_sentence,
    several_sentence,
)
from facilitator.words import N_, _, ngettext

THEMES: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (N_("Who is missing?"), (Kind.ABSENT_CATEGORY, Kind.ABSENT_IN_FIELD, Kind.ISOLATED)),
    (N_("Groups, and those who hold them together"), (Kind.GROUPS, Kind.RESTS_ON, Kind.BRIDGE, Kind.BETWEEN)),
    (N_("From among ourselves to among all"), (Kind.CROSSING, Kind.DENSITY, Kind.RECIPROCITY)),
    (N_("Funders"), (Kind.FUNDS, Kind.FUNDERS_APART, Kind.ONE_FUNDER)),
    (
        N_("What each one brings, and needs"),
        (Kind.MATCH, Kind.NOBODY_OFFERS, Kind.SCARCE, Kind.ABUNDANT, Kind.ODD_ALONE),
    ),
    (N_("Tensions"), (Kind.TENSION,)),
    (N_("What the links to create would change"), (Kind.TO_CREATE,)),
)
"""Headings under which findings are told, in order; every kind is under one."""


INTRODUCTIONS = N_("Introductions one could make")
"""The heading that comes last."""
HEADINGS = (*(heading for heading, _kinds in THEMES), INTRODUCTIONS)
_TOLD = 6
"""Sentences of one kind before the others are counted."""


@dataclass(frozen=True, slots=True)
class Question:
    """One sentence, and what it is asked about: one finding, several of a kind, or two who could meet."""

    sentence: str
    found: tuple[Finding | Introduction, ...]

    @property
    def id(self) -> str:
        """The id of what the room makes of it. Where several of a kind are asked at once, the question is the same
        whoever comes or goes: one linked since, it is still who knows the others."""
        one = self.found[0]
        return digest(one.kind) if _asked_at_once(one) else one.id

    @property
    def evidence(self) -> frozenset[str]:
        """The actors it is about."""
        return frozenset(id_ for one in self.found for id_ in one.evidence)

    @property
    def numbers(self) -> str:
        """The number behind it, for who asks."""
        (one, *more) = self.found
        return finding_numbers(one) if isinstance(one, Finding) and not more else ""

    def remark(self, document: Document) -> Remark:
        """What the room would keep of it; confidential where anything it was read on is."""
        found = [one for one in self.found if isinstance(one, Finding)]
        held = (id_ for one in found for id_ in guarded(document, one))
        about = tuple(dict.fromkeys((*(id_ for one in self.found for id_ in one.about), *held)))
        return Remark(
            self.id,
            text=self.sentence,
            about=about,
            tension=any(one.kind is Kind.TENSION for one in found),
            confidential=confidential(document, about),
        )

    def hushed(self, document: Document) -> bool:
        """Whether who it is about would tell, on the wall, of a tension or of something confidential, or it was said to
        be. Of those nobody is linked to, the wall shows the others as it would without them."""
        asked, kept = self.remark(document), document.remarks.get(self.id)
        alone = [one for one in self.found if isinstance(one, Finding) and one.kind is Kind.ISOLATED]
        if alone and asked.confidential:
            return all(confidential(document, one.about) for one in alone)
        return asked.tension or asked.confidential or (kept is not None and kept.confidential)

    def is_aside(self, remarks: Mapping[str, Remark]) -> bool:
        """Whether it was set aside with all that it is about: one who came since makes it asked again."""
        row = remarks.get(self.id)
        if row is None or row.fate is not Fate.SET_ASIDE:
            return False
        return all(one.first in row.about for one in self.found if _asked_at_once(one))

    def differs(self, row: Remark, document: Document) -> bool:
        """Whether it is asked about others than when the room last made something of it."""
        return (
            _asked_at_once(self.found[0])
            and self.sentence != row.text
            and {*self.remark(document).about} != {*row.about}
        )


def _asked_at_once(found: Finding | Introduction) -> TypeGuard[Finding]:
    """Whether it is of a kind of which several are one question."""
    return isinstance(found, Finding) and found.kind in SEVERAL


def questions(document: Document, reading: Reading) -> tuple[tuple[Question, ...], ...]:
    """Every question of a reading, under each of `HEADINGS`."""
    themes = (
        tuple(one for kind in kinds for one in _of_kind(document, reading.of(kind)))
        for _heading, kinds in THEMES
    )
    meetings = tuple(Question(introduction_sentence(document, one), (one,)) for one in reading.introductions)
    return (*themes, meetings)


def _of_kind(document: Document, found: tuple[Finding, ...]) -> Iterator[Question]:
    if len(found) > 1 and found[0].kind in SEVERAL:
        yield Question(several_sentence(document, found), found)
    else:
        yield from (Question(finding_sentence(document, one), (one,)) for one in found)


def told(
    document: Document, reading: Reading, remarks: Mapping[str, Remark] = MappingProxyType({})
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A whole reading in words: each heading that has something under it, and its sentences.

    The first few of each kind stand for the others, which are counted; those set aside are left out.
    """
    if not document.actors:
        yield _("The map is empty."), ()
        return
    for heading, asked in zip(HEADINGS, questions(document, reading), strict=True):
        kept = [one for one in asked if not one.is_aside(remarks)]
        found = tuple(
            sentence for _kind, alike in groupby(kept, _kind) for sentence in _first_few(tuple(alike))
        )
        if found:
            yield _(heading), found


def _kind(question: Question) -> str:
    one = question.found[0]
    return one.kind if isinstance(one, Finding) else ""


def _first_few(asked: tuple[Question, ...]) -> Iterator[str]:
    few = len(asked) <= _TOLD + 1 or not _kind(asked[0])
    shown = asked if few else asked[:_TOLD]
    yield from (one.sentence for one in shown)
    more = len(asked) - len(shown)
    if more:
        yield ngettext("And {n} more like it.", "And {n} more like these.", more).format(n=more)
