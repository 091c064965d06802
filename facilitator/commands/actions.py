"""What each command does to a session. A fault is one of FAULTS; `sentence` tells it."""

from __future__ import annotations

import errno
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from facilitator import terms, words
from facilitator.commands.faults import Fault, Misused
from facilitator.commands.speech import complain, readable, say
from facilitator.model import journey
from facilitator.model.document import Document
from facilitator.model.gestures import Refused
from facilitator.model.journey import JourneyError
from facilitator.model.store import file
from facilitator.model.store.errors import StoreError
from facilitator.model.texts import LINE
from facilitator.words import _, ngettext

T = TypeVar("T")

FAULTS = (Fault, StoreError, Refused, JourneyError)
"""What a file or its data can be at fault for: each has a key and values for `terms.refusal`."""


def sentence(fault: Exception) -> str:
    """The fault in one sentence."""
    return terms.refusal(str(getattr(fault, "key", "")), getattr(fault, "values", {}))


def new(asked: Namespace) -> int:
    """Creates a session: empty with its journey, or a sample."""
    file.create(asked.file, _new_document(asked)).close()
    say(_("{file} is ready.").format(file=asked.file))
    return 0


def bring(asked: Namespace) -> int:
    """Adds lists to a session in one gesture; says what became of each line."""
    from facilitator.exchange import reading, report, tables
    from facilitator.exchange.incoming import incoming
    from facilitator.model.store.journal import Journal

    try:
        read = [table for path in asked.data for table in reading.read(path)]
    except tables.TableError as error:
        raise Fault(error.key, **error.values) from error
    with file.open(asked.file) as session:
        if session.read_only:
            raise StoreError(session.reason, name=asked.file.name)
        journal = Journal(session)
        found = incoming(journal.document, read)
        if found.gesture is not None:
            journal.do(found.gesture)
    for line in found.lines:
        say(report.sentence(line))
    say(report.summary(found.lines))
    return 0


def export(asked: Namespace) -> int:
    """Writes an edition of a session in the format of the extension."""
    from facilitator.exchange import outgoing

    extension = asked.out.suffix.lower()
    if extension not in (*outgoing.EXTENSIONS, ".png"):
        raise Misused(terms.refusal("export.unknown", {"file": asked.out.name}))
    if asked.width is not None and extension != ".png":
        raise Misused(_("--width is for a .png picture."))
    document = _read(asked.file, asked.out)
    writing = _picture if extension == ".png" else _lists_or_one
    written = _write(asked.out, lambda: writing(document, asked))
    for path in written:
        say(_("{file} is ready.").format(file=path))
    return 0


def _lists_or_one(document: Document, asked: Namespace) -> Iterable[Path]:
    from facilitator.exchange import outgoing

    return outgoing.export(document, asked.out, asked.edition, language=asked.lang)


def _picture(document: Document, asked: Namespace) -> Iterable[Path]:
    """The map, in pixels."""
    from facilitator.exchange import pixels
    from facilitator.slices import finished
    from facilitator.ui import map_png, screenless

    app = screenless.application()  # kept as long as one paints
    try:
        width = asked.width or pixels.WIDTH
        work = map_png.in_slices(document, asked.out, asked.edition, width, language=asked.lang)
        return finished(work)
    except map_png.TooTallError as error:
        raise Fault("export.tall", width=asked.width) from error
    finally:
        del app


def minutes(asked: Namespace) -> int:
    """Writes the minutes of an edition of a session."""
    if asked.out.suffix.lower() != ".pdf":
        raise Misused(terms.refusal("export.pdf", {"file": asked.out.name}))
    from facilitator.minutes.document import write
    from facilitator.model.store.journal import Journal

    with _looked_at(asked.file, asked.out) as session:
        document, moments = session.document, Journal(session).printed_moments()
    _write(
        asked.out,
        lambda: write(document, asked.out, edition=asked.edition, language=asked.lang, moments=moments),
    )
    say(_("{file} is ready.").format(file=asked.out))
    return 0


def poster(asked: Namespace) -> int:
    """Writes the map of an edition as a poster; says from how far its names are read."""
    if asked.out.suffix.lower() != ".pdf":
        raise Misused(terms.refusal("poster.pdf", {"file": asked.out.name}))
    from facilitator import whole
    from facilitator.minutes.poster.pages import pdf
    from facilitator.minutes.poster.sheet import NothingPlacedError, reach_told, waiting_told
    from facilitator.minutes.poster.sheet import poster as poster_of
    from facilitator.model.edition import edition as edition_of

    document = _read(asked.file, asked.out)
    try:
        drawn = poster_of(document, size=asked.size, edition=asked.edition, language=asked.lang)
    except NothingPlacedError as error:
        raise Fault("poster.empty") from error
    _write(asked.out, lambda: whole.write(asked.out, pdf(drawn, asked.tiles)))
    say(reach_told(drawn.reach))
    if waiting := waiting_told(edition_of(document, asked.edition)):
        say(waiting)
    say(_("{file} is ready.").format(file=asked.out))
    return 0


def cards(asked: Namespace) -> int:
    """Writes cards and strips for the tables."""
    if asked.out.suffix.lower() != ".pdf":
        raise Misused(terms.refusal("cards.pdf", {"file": asked.out.name}))
    from facilitator import whole
    from facilitator.minutes.tables.pages import NothingAskedError, pdf

    document = _read(asked.file, asked.out)
    try:
        made = pdf(document, asked.kinds, sheets=asked.sheets, edition=asked.edition, language=asked.lang)
    except NothingAskedError as error:
        raise Fault("cards.empty") from error
    _write(asked.out, lambda: whole.write(asked.out, made))
    say(_("{file} is ready.").format(file=asked.out))
    return 0


def mail(asked: Namespace) -> int:
    """Writes a draft to those who asked for the minutes; says first who will not receive them."""
    if asked.out.suffix.lower() != ".eml":
        raise Misused(terms.refusal("mail.eml", {"file": asked.out.name}))
    from facilitator import whole
    from facilitator.minutes.document import pdf
    from facilitator.minutes.mail.draft import draft
    from facilitator.minutes.mail.letter import letter
    from facilitator.model.recipients import recipients
    from facilitator.model.store.journal import Journal

    with _looked_at(asked.file, asked.out) as session:
        document, moments = session.document, Journal(session).printed_moments()
    for told in terms.recipients_told(recipients(document)):
        say(told)
    chosen = {"edition": asked.edition, "language": asked.lang}
    made = draft(document, pdf(document, moments=moments, **chosen), letter(document, **chosen), **chosen)
    _write(asked.out, lambda: whole.write(asked.out, made))
    say(_("{file} is ready.").format(file=asked.out))
    return 0


def read(asked: Namespace) -> int:
    """Says what the map tells an edition, under its headings or as JSON."""
    from facilitator.exchange import reading_json
    from facilitator.model.edition import edition
    from facilitator.model.readings.reading import read as read_map
    from facilitator.terms import questions

    whole = _read(asked.file)
    document = edition(whole, asked.edition)
    with words.in_language(asked.lang or document.workshop.language):
        found = read_map(document)
        if asked.json:
            print(reading_json.written(document, found))
            return 0
        for heading, sentences in questions.told(document, found, whole.remarks):
            say(heading)
            for sentence_ in sentences:
                say(f"  - {sentence_}")
    return 0


def check(asked: Namespace) -> int:
    """Says everything that is wrong with a session, or that nothing is."""
    found = file.check(asked.file)
    for fault in found:
        fault.values.setdefault("name", asked.file.name)
        complain(sentence(fault))
    if found:
        return 1
    document = _read(asked.file)
    actors, links = len(document.actors), len(document.links)
    say(
        _("{file} is sound: {actors}, {links}.").format(
            file=asked.file,
            actors=ngettext("{count} actor", "{count} actors", actors).format(count=actors),
            links=ngettext("{count} link", "{count} links", links).format(count=links),
        )
    )
    return 0


ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "new": new,
    "import": bring,
    "export": export,
    "minutes": minutes,
    "poster": poster,
    "cards": cards,
    "mail": mail,
    "read": read,
    "check": check,
}


def _new_document(asked: Namespace) -> Document:
    language = asked.lang or words.language()
    if asked.sample is None:
        return journey.new_document(_title(asked.file), language, _journey(asked.journey, language))
    from facilitator.exchange import samples

    if asked.sample not in samples.KEYS:
        raise Fault("sample.unknown", sample=asked.sample)
    return samples.document(asked.sample)


def _journey(asked: str, language: str) -> str | journey.Journey:
    """The journey of a file, where it is called one, or a key."""
    return journey.read(Path(asked), language) if asked.endswith(".toml") else asked


def _title(path: Path) -> str:
    """What a session is called until it is given a name: as its file."""
    return readable(path.stem.replace("_", " ")[:LINE])


def _read(path: Path, out: Path | None = None) -> Document:
    """The document of a session, which is only looked at; `out` may be anything but the session itself."""
    with _looked_at(path, out) as session:
        return session.document


@contextmanager
def _looked_at(path: Path, out: Path | None = None) -> Iterator[file.SessionFile]:
    """A session, only looked at; `out` may be anything but the session itself."""
    with file.open(path, backup=False, read_only=True) as session:
        if out is not None and _is(out, path):
            raise Fault("file.itself", name=path.name)
        yield session


def _is(out: Path, path: Path) -> bool:
    """Whether both are the same file; what cannot be reached is told when it is written."""
    try:
        return out.samefile(path)
    except OSError:
        return False


def _write(out: Path, writing: Callable[[], T]) -> T:
    try:
        return writing()
    except OSError as error:
        key = "disk.full" if error.errno == errno.ENOSPC else "file.unwritable"
        raise Fault(key, file=out.name) from error
