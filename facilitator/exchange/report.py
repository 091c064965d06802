"""What an import did, line by line, in the language of the moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from facilitator.words import _, ngettext

Values = Mapping[str, str]


class Done(StrEnum):
    """What became of a line, or (NOTED) something to know about it."""

    ADDED = "added"
    COMPLETED = "completed"
    MATCHED = "matched"
    SKIPPED = "skipped"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing said of a line of a file; `line` is 0 where it is said of the whole file, and the number of an item
    where lines are not what is counted."""

    file: str
    line: int
    table: str
    done: Done
    key: str
    values: Values
    numbered: bool = True


_LONGEST = 1_000
"""Letters of a cell that a sentence quotes: a file may hold one of millions."""
_SENTENCES: dict[str, Callable[[], str]] = {
    "actors.added": lambda: _("“{name}” added, to be placed."),
    "actors.placed": lambda: _("“{name}” added, at its place on the map."),
    "actors.apart": lambda: _("“{name}” added, beside the actor of that name."),
    "actors.likely": lambda: _("“{name}” added; “{other}”, who is there, may be the same."),
    "actors.completed": lambda: _("“{name}” was there: completed ({fields}), nothing replaced."),
    "actors.matched": lambda: _("“{name}” was there: nothing to add."),
    "kept": lambda: _("The file says something else of “{name}” ({fields}): what the session holds is kept."),
    "links.added": lambda: _("Link from “{source}” to “{target}” added."),
    "links.matched": lambda: _("The link from “{source}” to “{target}” was there: nothing to add."),
    "participants.added": lambda: _("{name} added."),
    "participants.completed": lambda: _("{name} was there: completed ({fields}), nothing replaced."),
    "participants.matched": lambda: _("{name} was there: nothing to add."),
    "contributions.added": lambda: _("What “{name}” brings or needs: added."),
    "contributions.matched": lambda: _("What “{name}” brings or needs: it was there."),
    "commitments.added": lambda: _("Commitment added: {name}"),
    "commitments.matched": lambda: _("This commitment was there: {name}"),
    "charter.added": lambda: _("Point added to the charter: {name}"),
    "charter.completed": lambda: _("This point was there: completed, nothing replaced. {name}"),
    "charter.matched": lambda: _("This point was there: nothing to add. {name}"),
    "no_pillar": lambda: _("Skipped: “{value}” is none of the three pillars."),
    "no_commitment": lambda: _("Skipped: it does not say what is committed to."),
    "no_point": lambda: _("Skipped: there is no point, or it is too long."),
    "no_step": lambda: _("Skipped: no step of the charter is called “{value}”."),
    "nobody_named": lambda: _("No actor is called “{name}”: left out."),
    "several_named": lambda: _("Several actors are called “{name}”: left out."),
    "session.whole": lambda: _(
        "This session is still empty: all of the other one comes, its words included."
    ),
    "session.lists": lambda: _(
        "Of a session, its lists are brought; what was said at its steps, its means, practices and votes are not."
    ),
    "unknown_sheet": lambda: _("Sheet left out: its headings are not known."),
    "no_name": lambda: _("Skipped: there is no name."),
    "no_person": lambda: _("Skipped: there is neither a name nor an organisation."),
    "long_name": lambda: _("Skipped: the name is longer than {most} characters."),
    "long_text": lambda: _("“{heading}” is longer than {most} characters: left out."),
    "no_actor": lambda: _("Link skipped: no actor is called “{name}”."),
    "no_end": lambda: _("Link skipped: one of its two actors is missing."),
    "several_actors": lambda: _("Link skipped: several actors are called “{name}”."),
    "self": lambda: _("Link skipped: it joins “{name}” to itself."),
    "new_category": lambda: _("“{value}” was not a type of this session: added to its types of actor."),
    "new_link_type": lambda: _("“{value}” was not a type of this session: added to its types of link."),
    "unknown_word": lambda: _("“{value}” is not known under “{heading}”: “{kept}” is kept instead."),
    "beyond": lambda: _("Beyond the last heading, left out: {value}"),
    "unused": lambda: _("Columns left out: {value}"),
    "no_lines": lambda: _("The headings are there, but no line follows them."),
}
_TOTALS: dict[tuple[str, Done], Callable[[int], str]] = {
    ("actors", Done.ADDED): lambda n: ngettext("{count} actor added", "{count} actors added", n),
    ("links", Done.ADDED): lambda n: ngettext("{count} link added", "{count} links added", n),
    ("participants", Done.ADDED): lambda n: ngettext(
        "{count} participant added", "{count} participants added", n
    ),
    ("contributions", Done.ADDED): lambda n: ngettext(
        "{count} contribution added", "{count} contributions added", n
    ),
    ("commitments", Done.ADDED): lambda n: ngettext(
        "{count} commitment added", "{count} commitments added", n
    ),
    ("charter", Done.ADDED): lambda n: ngettext("{count} point added", "{count} points added", n),
}
_DONE: dict[Done, Callable[[int], str]] = {
    Done.COMPLETED: lambda n: ngettext("{count} line completed", "{count} lines completed", n),
    Done.MATCHED: lambda n: ngettext("{count} line already there", "{count} lines already there", n),
    Done.SKIPPED: lambda n: ngettext("{count} line skipped", "{count} lines skipped", n),
}


def sentence(line: Line) -> str:
    """What is said of a line, after the place it is said of."""
    return _("{file}: {said}").format(file=place(line), said=said(line))


def said(line: Line) -> str:
    """What is said of a line, without its place."""
    values = {name: v if len(v) <= _LONGEST else f"{v[:_LONGEST]}…" for name, v in line.values.items()}
    return _SENTENCES[line.key]().format_map(values)


def place(line: Line) -> str:
    """Where in a file."""
    if not line.line:
        return line.file
    if line.numbered:
        return _("{file}, line {line}").format(file=line.file, line=line.line)
    return _("{file}, no. {line}").format(file=line.file, line=line.line)


def summary(lines: Iterable[Line]) -> str:
    """How much was added, completed, matched, skipped, in one sentence."""
    counts = Counter((line.table, line.done) for line in lines)
    parts = [told(counts[key]).format(count=counts[key]) for key, told in _TOTALS.items() if counts[key]]
    for done, told in _DONE.items():
        count = sum(n for (_table, held), n in counts.items() if held == done)
        if count:
            parts.append(told(count).format(count=count))
    return ", ".join(parts) + "." if parts else _("Nothing to import.")
