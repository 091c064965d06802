"""The questions a map puts to the room, under their headings: what is alike is asked at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from facilitator.model.document import Document, Remark
from facilitator.model.readings.findings import Finding, Introduction, Kind, Reading, digest
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
        """The id of what the room makes of it."""
        return (
            self.found[0].id if len(self.found) == 1 else digest(" ".join(sorted(f.id for f in self.found)))
        )

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
        about = tuple(dict.fromkeys(id_ for one in self.found for id_ in one.about))
        tables = (document.actors, document.links, document.contributions)
        rows = [table[id_] for id_ in about for table in tables if id_ in table]
        return Remark(
            self.id,
            text=self.sentence,
            about=about,
            tension=any(isinstance(one, Finding) and one.kind is Kind.TENSION for one in self.found),
            confidential=any(row.confidential for row in rows),
        )


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
    document: Document, reading: Reading, aside: Collection[str] = ()
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A whole reading in words: each heading that has something under it, and its sentences.

    The first few of each kind stand for the others, which are counted; those set `aside`, by their ids, are left out.
    """
    if not document.actors:
        yield _("The map is empty."), ()
        return
    for heading, asked in zip(HEADINGS, questions(document, reading), strict=True):
        kept = [one for one in asked if one.id not in aside]
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
