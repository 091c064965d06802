"""Why a file cannot be used: sessions, lists to import, journeys. What happened, what is safe, what to do."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from facilitator.words import N_, _, date_long, time_short

SENTENCES: dict[str, Callable[[], str]] = {
    "file.missing": lambda: _("{file} is not there any more, or never was. Check its place and its name."),
    "file.folder": lambda: _("{file} is not a file."),
    "file.exists": lambda: _("{file} exists already: choose another name. Nothing was replaced."),
    "file.itself": lambda: _("A session cannot be copied onto itself: choose another name."),
    "file.not_a_session": lambda: _("{file} is not a session of Entre tous. It was left as it is."),
    "file.damaged": lambda: _("{file} is damaged: a part of it cannot be read. It was left as it is."),
    "file.altered": lambda: _(
        "{file} was altered by another program ({detail}): for safety it was not opened. It was left as it is."
    ),
    "file.newer": lambda: _(
        "{file} was made by a newer version of Entre tous: update the application to change it. It was left as it is."
    ),
    "file.rules": lambda: _("{file} holds something that cannot be ({where}): {why}"),
    "file.locked": lambda: _(
        "{file} is already open in another window or on another computer: close it there first."
    ),
    "file.locked.since": lambda: _(
        "{file} is already open here since {since}: go back to that window, or close it."
    ),
    "file.read_only": lambda: _("{file} can be read but not changed: save a copy in a folder of your own."),
    "file.unfinished": lambda: _(
        "{file} was interrupted while it was being saved, and its place is read-only: copy it with its companion file "
        "into a folder of your own, then open it."
    ),
    "file.moved": lambda: _(
        "The session was moved, renamed or removed while it was open: put it back, or save a copy of it elsewhere."
    ),
    "file.closed": lambda: _("The session is closed already."),
    "file.unreachable": lambda: _("{file} cannot be reached: check the disk, the key or the folder."),
    "file.unwritable": lambda: _("{file} cannot be written: choose another folder. Nothing was changed."),
    "history.damaged": lambda: _(
        "This step of the history does not fit the session any more. Nothing was changed."
    ),
    "disk.full": lambda: _(
        "The disk is full: make some room, then try again. What was saved before is safe."
    ),
    "disk.error": lambda: _("The disk did not answer as it should. What was saved before is safe."),
    "table.missing": lambda: _("{file} is not there."),
    "table.extension": lambda: _(
        "{file} cannot be imported: bring a list (.csv, .xlsx), a graph (.graphml) or a session (.json)."
    ),
    "table.unreadable": lambda: _("{file} cannot be read."),
    "table.large": lambda: _("{file} is far too large to be a list of actors, links or participants."),
    "table.not_text": lambda: _("{file} is not a text: save the list as CSV or XLSX, then try again."),
    "table.empty": lambda: _("{file} is empty."),
    "table.headings": lambda: _(
        "{file} has no headings that are known: a list of actors has a column “Name”, a list of links “From” and “To”, "
        "a list of participants “Name” or “Organisation”, and “Role” or “E-mail”."
    ),
    "table.quotes": lambda: _(
        "{file} cannot be read from line {line} on: a quotation mark is out of place, or never closed."
    ),
    "sheet.old": lambda: _(
        "{file} is of an older spreadsheet, or under a password: save it as XLSX, without a password, then try again."
    ),
    "sheet.broken": lambda: _(
        "{file} is damaged, or is no spreadsheet: save it as XLSX again, then try again."
    ),
    "markup.entities": lambda: _("{file} is refused: it declares a document type, which a list never needs."),
    "markup.broken": lambda: _("{file} is damaged: its XML cannot be read."),
    "graph.none": lambda: _("{file} holds no graph that can be read as actors and links."),
    "json.broken": lambda: _("{file} is damaged: its JSON cannot be read."),
    "json.unknown": lambda: _(
        "{file} is neither a session exported from Entre tous nor a map of Kumu (“elements”, “connections”)."
    ),
    "json.newer": lambda: _("{file} was exported by a newer version of Entre tous: this one cannot read it."),
    "json.session": lambda: _("{file} does not hold a sound session: nothing can be brought from it."),
    "journey.unknown": lambda: _("There is no journey called “{journey}”."),
    "journey.unreadable": lambda: _("The journey {file} cannot be read: {reason}"),
    "journey.no_steps": lambda: _("The journey {file} has no step."),
    "journey.twice": lambda: _("The journey has two steps called “{step}”."),
    "journey.missing": lambda: _("In the step “{step}” of the journey, “{field}” is missing."),
    "journey.untold": lambda: _(
        "In the step “{step}” of the journey, “{field}” is not said in “{language}”."
    ),
    "journey.long": lambda: _(
        "In the step “{step}” of the journey, “{field}” is longer than {most} characters."
    ),
    "journey.long_file": lambda: _("{file} is much too large for a journey."),
    "journey.many_steps": lambda: _("This journey has more than {most} steps."),
    "journey.many_items": lambda: _("This journey has more than {most} points to discuss."),
    "charter.empty": lambda: _("There is no point to discuss in this text."),
    "charter.empty_block": lambda: _("Nothing stands under “{heading}”."),
    "charter.long": lambda: _("This text is too long for a charter: {most} characters at most."),
    "charter.many": lambda: _(
        "This text has {count} points: {most} at most, or a whole day would not be enough."
    ),
    "charter.long_item": lambda: _("A point is longer than {most} characters: “{start}…”"),
    "charter.unreadable": lambda: _("{file} cannot be read as a text."),
    "journey.unknown_field": lambda: _("In the step “{step}” of the journey, “{field}” is not known."),
    "journey.unknown_value": lambda: _("In the step “{step}” of the journey, “{field}” cannot be “{value}”."),
    "sample.unknown": lambda: _("There is no sample called “{sample}”."),
    "export.unknown": lambda: _(
        "{file} cannot be written: a session is exported as .csv, .xlsx, .graphml, .json, .svg or .png."
    ),
    "export.tall": lambda: _("At that width the picture would be far too tall: ask for a narrower one."),
    "export.pdf": lambda: _("{file} cannot be written: minutes are a .pdf file."),
    "poster.pdf": lambda: _("{file} cannot be written: a poster is a .pdf file."),
    "cards.pdf": lambda: _("{file} cannot be written: cards are a .pdf file."),
    "cards.empty": lambda: _("Nothing of what is asked for is in the session yet."),
    "mail.eml": lambda: _("{file} cannot be written: a draft for a mail program is an .eml file."),
    "poster.empty": lambda: _("No actor is on the map yet: there is nothing to print."),
}
"""The sentences of everything that can be wrong with a file, by key."""

_REASONS = {
    errno.EACCES: N_("access is refused, or another program is using it"),
    errno.EPERM: N_("access is refused, or another program is using it"),
    errno.EROFS: N_("that disk can only be read"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EFBIG: N_("the file is too large for that disk"),
    errno.ENOENT: N_("it is not there"),
    errno.ENOTDIR: N_("it is not there"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENAMETOOLONG: N_("its name is too long"),
    errno.EBUSY: N_("another program is using it"),
    errno.EIO: N_("the disk does not answer"),
}


def reason(error: OSError) -> str:
    """Why the system could not, to be said between parentheses; its own words would be English in any language."""
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else error.strerror or type(error).__name__


def not_written(path: Path, error: OSError) -> str:
    """Why a file could not be written, and what to do."""
    return _("{file} could not be written in {folder} ({reason}). Choose another place.").format(
        file=path.name, folder=path.parent, reason=reason(error)
    )


def filename(values: dict[str, object]) -> str:
    """The file in question, between quotation marks, at the beginning of a sentence."""
    name = str(values.get("file") or values.get("name") or "")
    return _("“{name}”").format(name=name) if name else _("This file")


def since(stamp: str) -> str:
    """A moment told in ISO, as people say it: the hour alone if it is of today; empty if it is none."""
    try:
        moment = datetime.fromisoformat(stamp).astimezone()
    except ValueError:
        return ""
    hour = time_short(moment.time())
    if moment.date() == datetime.now().astimezone().date():
        return hour
    return _("{day} at {hour}").format(day=date_long(moment.date()), hour=hour)
