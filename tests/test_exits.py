"""What may not leave the room leaves by no door: every way out of one session is read for marks it must not hold."""

from __future__ import annotations

import email
import email.policy
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pypdf.generic import ByteStringObject, DictionaryObject, IndirectObject, StreamObject, TextStringObject

from facilitator import commands
from facilitator.minutes.tables import KINDS
from facilitator.minutes.tables.pages import pdf as table_cards
from facilitator.model import vocabulary as v
from facilitator.model.document import (
    Actor,
    Answer,
    Background,
    Commitment,
    Contribution,
    Document,
    Evaluation,
    Image,
    Item,
    Link,
    Means,
    Moment,
    Participant,
    Practice,
    Remark,
    Step,
    Voice,
    Vote,
    Workshop,
    Zone,
    blank,
)
from facilitator.model.edition import EDITIONS
from facilitator.model.rules import broken
from facilitator.model.store import file

NEVER = (
    *(
        "NOTEACT",
        "NOTELINK",
        "NOTESTEP",
        "REFUSEE",
        "FONCTMARQUE",
        "ADRMARQUE",
        "TENDUMOT",
        "CACHEVOTE",
        "ECARTEE",
    ),
    *("IMAGENOM", "MOMENTNOM", "TENDUQUESTION"),
)
"""Marks of what no edition tells: notes, who refused to be named, e-mails, words of tension, votes not shown."""
CONFIDENTIAL = (
    *("SECRETACT", "SECRETDON", "SECRETLIEN", "SECRETREP", "SECRETGESTE", "SECRETUSAGE", "SECRETPOT"),
    "SECRETQUESTION",
)
PERSONAL = ("NOMMEE", "ANIMATRICE", "QUIDONC", "OUIPAR", "EVALUEE")
"""Marks of what the public edition leaves out besides."""


def _by_id(*rows: Any) -> dict[str, Any]:
    return {row.id: row for row in rows}


def marked() -> Document:
    """A session with a mark in all that may be withheld."""
    usual = blank()
    return replace(
        usual,
        background=Background(
            "background", v.BackgroundKind.ZONES, "Vers SECRETACT", "REFUSEE Durand", "SECRETACT", width=900.0,
            height=900.0,
        ),
        categories={**usual.categories, "company": replace(usual.categories["company"], name="Comme SECRETACT")},
        link_types={**usual.link_types, "funding": replace(usual.link_types["funding"], name="Dons à SECRETACT")},
        workshop=Workshop(
            title="Séance", question="Avec SECRETACT ?", date="2026-11-22", organiser="Organisateur",
            facilitators="ANIMATRICE Zoé",
            next_date="2026-12-22",
            lead="REFUSEE Durand a parlé, adresse-ADRMARQUE@exemple.invalid, autre-ADRMARQUE@exemple.fr", language="fr",
            resources="DURAND, Refusee ; autre-ADRMARQUE (at) exemple.fr ; Refusee Libre, conseil ; "
            "chez Refusee Durand",
        ),
        images=_by_id(Image("i", "IMAGENOM.png", rank=1)),
        zones=_by_id(
            Zone("z", "Zone SECRETACT", 0.0, 0.0, 100.0, 100.0, rank=1),
            Zone("y", "Chez Refusee Durand", 200.0, 0.0, 100.0, 100.0, rank=2),
        ),
        participants=_by_id(
            Participant(
                "p1", "NOMMEE Alix", "Ville", "", "Alix <ADRMARQUE@exemple.fr>, autre-ADRMARQUE@exemple.fr",
                v.Attendance.PRESENT, True, True, 1,
            ),
            Participant("p2", "REFUSEE Durand", "Ferme", "FONCTMARQUE", "adresse-ADRMARQUE@exemple.invalid", rank=2),
            Participant("p3", "NOMMEE Sacha", "secretact", named=True, rank=3),
            Participant("p4", "REFUSEE Libre", "REFUSEE Libre, conseil", rank=4),
            Participant("p5", "NOMMEE Camille", "Les amis de SECRETACT", named=True, rank=5),
        ),
        actors=_by_id(
            Actor("a1", "OUVERTACT", "association", x=0.0, y=0.0, missions="OUVERTMOTS", note="NOTEACT", rank=1),
            Actor("a2", "Autre", "company", x=400.0, y=0.0, rank=2),
            Actor("a3", "SECRETACT", "citizens", x=0.0, y=300.0, missions="SECRETACT", confidential=True, rank=3),
        ),
        contributions=_by_id(
            Contribution("c1", "a1", v.Pillar.HUMAN, "volunteers", text="SECRETDON", confidential=True, rank=1),
            Contribution("c2", "a3", v.Pillar.HUMAN, "volunteers", v.Side.NEED, "SECRETACT", rank=2),
            Contribution("c3", "a2", v.Pillar.HUMAN, "volunteers", v.Side.NEED, "Du monde", rank=3),
        ),
        links=_by_id(
            Link("k1", "a1", "a2", ("funding",), text="TENDUMOT", note="NOTELINK", tension=True, rank=1),
            Link("k2", "a2", "a1", text="SECRETLIEN", confidential=True, rank=2),
            Link("k3", "a3", "a1", ("funding",), text="SECRETACT", rank=3),
        ),
        steps=_by_id(
            Step(
                "s", "principles", v.Block.PRINCIPLES, v.Panel.ITEMS, "Vers SECRETACT", "Et SECRETACT ?",
                notes="NOTESTEP", rank=1,
            )
        ),
        items=_by_id(Item("i1", "s", "Un point", rank=1), Item("i2", "s", "Un autre", rank=2)),
        answers=_by_id(
            Answer("i1", "SECRETREP", v.Agreement.YES, confidential=True), Answer("i2", "Oui", v.Agreement.YES)
        ),
        votes=_by_id(Vote("v", "i2", yes=1, objections="CACHEVOTE", kind=v.VoteKind.CONSENT, rank=1)),
        practices=_by_id(Practice("g", text="SECRETUSAGE", confidential=True, rank=1)),
        commitments=_by_id(
            Commitment("e1", "SECRETGESTE", confidential=True, rank=1),
            Commitment("e2", "Se revoir chez SECRETACT", ("a1", "a3"), "QUIDONC", said_yes_by="OUIPAR", rank=2),
        ),
        means=_by_id(Means("m", text="SECRETPOT", who="QUIDONC", confidential=True, rank=1)),
        moments=_by_id(Moment("t", "MOMENTNOM", rank=1)),
        voices=_by_id(Voice("citizens", 3)),
        evaluations=_by_id(Evaluation("q", "Bilan ?", 1, words="EVALUEE", rank=1)),
        remarks=_by_id(
            Remark("r1", text="SECRETQUESTION", about=("a1", "c1"), confidential=True, rank=1),
            Remark("r2", text="TENDUQUESTION", about=("a1", "k1"), tension=True, rank=2),
            Remark("r3", v.Fate.SET_ASIDE, "ECARTEE", rank=3),
        ),
    )  # fmt: skip


def pdf_words(data: bytes) -> str:
    """All a PDF says: its pages, and every string and readable stream of its objects (titles, alternatives, XMP)."""
    reader: Any = pypdf.PdfReader(BytesIO(data))
    said = [page.extract_text() for page in reader.pages]
    seen: set[int] = set()

    def strings(found: Any) -> Iterator[str]:
        if isinstance(found, IndirectObject):
            if found.idnum in seen:
                return
            seen.add(found.idnum)
            found = found.get_object()
        if isinstance(found, TextStringObject | ByteStringObject):
            yield str(found)
        elif isinstance(found, DictionaryObject):
            if isinstance(found, StreamObject) and found.get("/Type") in ("/Metadata", "/EmbeddedFile"):
                yield found.get_data().decode("utf-8", "replace")
            for held in found.values():
                yield from strings(held)
        elif isinstance(found, list):
            for held in found:
                yield from strings(held)

    return "\n".join((*said, *strings(reader.trailer)))


def zipped(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def letter(data: bytes) -> str:
    """A draft but for who receives it: its headers, its words, what is attached and under which names."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    said = [str(value) for name, value in message.items() if name != "Bcc"]
    for part in message.walk():
        said += [str(value) for value in part.values() if part is not message]
        content = part.get_payload(decode=True)
        if isinstance(content, bytes):
            said.append(
                pdf_words(content) if content.startswith(b"%PDF") else content.decode("utf-8", "replace")
            )
    return "\n".join(said)


def plain(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace")


EXITS: dict[str, tuple[tuple[str, ...], Callable[[bytes], str]]] = {
    "minutes.pdf": (("minutes",), pdf_words),
    "poster.pdf": (("poster",), pdf_words),
    "draft.eml": (("mail",), letter),
    "lists.csv": (("export",), plain),
    "book.xlsx": (("export",), zipped),
    "map.graphml": (("export",), plain),
    "session.json": (("export",), plain),
    "map.svg": (("export",), plain),
    "map.png": (("export",), lambda data: data.decode("latin-1")),
}


@pytest.fixture
def session(tmp_path: Path) -> Path:
    document = marked()
    assert not broken(document)
    path = tmp_path / "session.alliance"
    file.create(path, document).close()
    return path


def leaving(session: Path, edition: str, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What each exit says, by its name."""
    found = {}
    for name, (command, read) in EXITS.items():
        out = session.parent / edition / name
        out.parent.mkdir(exist_ok=True)
        assert commands.run([*command, str(session), str(out), "--edition", edition]) == 0
        written = sorted(out.parent.glob(f"{out.stem}*{out.suffix}"))
        assert written
        found[name] = "\n".join(read(path.read_bytes()) for path in written)
    for more in ((), ("--json",)):
        capsys.readouterr()
        assert commands.run(["read", str(session), *more, "--edition", edition]) == 0
        found[" ".join(("read", *more))] = capsys.readouterr().out
    with file.open(session, read_only=True) as opened:
        cards = table_cards(opened.document, KINDS, edition=edition)
    found["cards"] = pdf_words(cards)
    return found


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_exit_tells_what_its_edition_withholds(
    edition: str, session: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    withheld = NEVER if edition == "participants" else (*NEVER, *CONFIDENTIAL, *PERSONAL)
    leaks = {
        name: marks
        for name, said in leaving(session, edition, capsys).items()
        if (marks := [mark for mark in withheld if mark.casefold() in said.casefold()])
    }
    assert not leaks


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_open_is_read_at_every_exit_that_holds_words(
    edition: str, session: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else the test above would find nothing because it reads nothing."""
    said = leaving(session, edition, capsys)
    assert [name for name, words in said.items() if "OUVERTACT" not in words] == ["map.png"]
    for name in ("minutes.pdf", "draft.eml", "lists.csv", "book.xlsx", "session.json"):
        assert "OUVERTMOTS" in said[name], name
    if edition == "participants":
        assert [
            mark for mark in (*CONFIDENTIAL, "NOMMEE", "ANIMATRICE") if mark not in said["minutes.pdf"]
        ] == []
    assert json.loads(said["session.json"])["edition"] == edition
