"""Tries every floor of the program on a session of its own, in a folder of its own; one line for each.

It needs no screen, no network and none of the person's files; it works in the frozen application too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from facilitator import paths, terms, words
from facilitator.model.document import Actor, Document
from facilitator.words import N_, _

_SAMPLE = "nourrir-rivemont"


class Failed(Exception):  # noqa: N818  what a floor should have done and did not
    """A floor does not do what it must; the message is for those who mend it."""


@dataclass(slots=True)
class _Bench:
    """Where the floors are tried: a folder, and the session in it."""

    folder: Path
    document: Document

    @property
    def session(self) -> Path:
        return self.folder / "session.alliance"


def try_all() -> int:
    """Tries the floors one after the other, and says which hold; 0 if all do, 1 if one does not."""
    from facilitator.exchange import samples

    failures = 0
    with _apart() as folder:
        bench = _Bench(folder, samples.document(_SAMPLE))
        for name, floor in _FLOORS:
            failures += not _tried(name, floor, bench)
    print(_("Everything works.") if not failures else _("Something does not work: see above."))
    return int(failures > 0)


def _tried(name: str, floor: Callable[[_Bench], None], bench: _Bench) -> bool:
    try:
        floor(bench)
    except Exception:  # noqa: BLE001  whatever fails, the other floors are tried too
        print(f"✗ {_(name)}")
        traceback.print_exc(file=sys.stderr)
        return False
    print(f"✓ {_(name)}")
    return True


@contextmanager
def _apart() -> Iterator[Path]:
    """A folder that goes away, where the personal folders are too."""
    before = os.environ.get(paths.HOME_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="entre-tous-") as name:
        os.environ[paths.HOME_VARIABLE] = str(Path(name, "home"))
        try:
            yield Path(name)
        finally:
            if before is None:
                del os.environ[paths.HOME_VARIABLE]
            else:
                os.environ[paths.HOME_VARIABLE] = before


def _must(holds: bool, what: str) -> None:
    if not holds:
        raise Failed(what)


def _words(_bench: _Bench) -> None:
    said = set()
    for code in words.available():
        with words.in_language(code):
            said.add(terms.status_name("existing"))
    _must(len(said) == len(words.available()), "each language says its own words")


def _model(bench: _Bench) -> None:
    from facilitator.model import gestures, journey, rules

    _must(not rules.broken(bench.document), "the sample satisfies the rules")
    after = gestures.add_actor(Actor("self-test", "Œuvre à l’essai", "other"))(bench.document)
    _must(len(after.actors) == len(bench.document.actors) + 1, "a gesture adds an actor")
    _must(all(progress.done for progress in journey.progress(after).values()), "the sample has gone its way")


def _store(bench: _Bench) -> None:
    from facilitator.model import gestures
    from facilitator.model.store import file
    from facilitator.model.store.journal import Journal

    file.create(bench.session, bench.document).close()
    with file.open(bench.session) as session:
        journal = Journal(session)
        journal.do(gestures.add_actor(Actor("self-test", "Œuvre à l’essai", "other")))
        after = journal.document
    with file.open(bench.session) as session:
        journal = Journal(session)
        _must(journal.document == after, "a gesture is on the disk at once")
        journal.undo()
        _must(journal.document == bench.document, "what is undone after reopening is as before")
    _must(not file.check(bench.session), "the session is sound")


def _drawing(bench: _Bench) -> None:
    from facilitator.drawing.map import compose
    from facilitator.drawing.theme import THEMES, theme

    placed = sum(actor.placed for actor in bench.document.actors.values())
    for key in THEMES:
        drawn = compose(bench.document, theme(key))
        _must(len(drawn.cards) == placed and len(drawn.links) == len(bench.document.links), f"theme {key}")


def _exchange(bench: _Bench) -> None:
    from facilitator.exchange import outgoing, reading
    from facilitator.exchange.incoming import incoming
    from facilitator.model.document import blank

    for extension in outgoing.EXTENSIONS:
        paths = outgoing.export(bench.document, bench.folder / f"session{extension}", "participants")
        if extension not in reading.EXTENSIONS:
            _must("Rivemont" in paths[0].read_text("utf-8"), f"{extension} holds the session")
            continue
        brought = incoming(blank(), [table for path in paths for table in reading.read(path)])
        after = brought.gesture(blank()) if brought.gesture else blank()
        _must(len(after.actors) == len(bench.document.actors), f"{extension} brings the actors back")
        _must(len(after.links) == len(bench.document.links), f"{extension} brings the links back")


def _minutes(bench: _Bench) -> None:
    from facilitator.minutes.document import write
    from facilitator.minutes.serving import LENGTH
    from facilitator.model import plain

    for edition in ("participants", "public"):
        out = bench.folder / f"{edition}.pdf"
        write(bench.document, out, edition=edition, language="fr")
        _must(out.read_bytes().startswith(b"%PDF-"), f"the {edition} edition is a PDF")
    _printed_and_sent(bench.document)
    command, folder = paths.program()
    asked = {"document": plain.to_plain(bench.document), "edition": "participants"}
    done = subprocess.run(  # noqa: S603  this program itself
        [*command, "typeset"],
        cwd=folder,
        input=json.dumps(asked).encode() + b"\n",
        capture_output=True,
        check=False,
    )
    _must(done.stdout[LENGTH:].startswith(b"%PDF-"), "the minutes are set by another process")


def _printed_and_sent(document: Document) -> None:
    from facilitator.minutes import tables
    from facilitator.minutes.mail.draft import draft
    from facilitator.minutes.mail.letter import letter
    from facilitator.minutes.poster import pages, sheet
    from facilitator.minutes.tables import pages as cards

    poster = sheet.poster(document, size="a3")
    for made in (pages.pdf(poster), pages.pdf(poster, "a4"), cards.pdf(document, tables.KINDS)):
        _must(made.startswith(b"%PDF-"), "poster and cards are PDFs")
    _must(b"X-Unsent: 1" in draft(document, b"%PDF-", letter(document)), "the minutes leave as a draft")


def _windows(bench: _Bench) -> None:
    from facilitator.ui import tryout

    wrong = tryout.tried(bench.session)
    _must(not wrong, "; ".join(wrong))


def _pixels(bench: _Bench) -> None:
    from facilitator.slices import finished
    from facilitator.ui import map_png, screenless

    app = screenless.application()  # kept as long as one paints
    out = bench.folder / "map.png"
    finished(map_png.in_slices(bench.document, out, "public", 400))
    del app
    _must(out.read_bytes().startswith(b"\x89PNG"), "the map is a picture")


_FLOORS: tuple[tuple[str, Callable[[_Bench], None]], ...] = (
    (N_("Words: both languages"), _words),
    (N_("Model: rules, gestures, journey"), _model),
    (N_("Store: written, reopened, undone, checked"), _store),
    (N_("Drawing: the map in every theme"), _drawing),
    (N_("Exchange: lists read, session exported"), _exchange),
    (N_("Minutes: both editions, poster, cards, draft"), _minutes),
    (N_("Pixels: the map as a picture"), _pixels),
    (N_("Windows: console and projection"), _windows),
)
