"""What leaves is one edition of the session, whole or not at all."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator import words
from facilitator.exchange import map_svg, outgoing, reading, samples, session_json
from facilitator.exchange.columns import Kind
from facilitator.exchange.outgoing import UnknownFormatError, export
from facilitator.model import plain
from facilitator.model.document import Actor, blank, ordered, with_rows
from facilitator.model.edition import WHOLE, edition

SAMPLE = samples.document("nourrir-rivemont")
SVG = "{http://www.w3.org/2000/svg}"


def everything(paths: Iterable[Path]) -> str:
    """All the words of some files, packed or not."""
    said = []
    for path in paths:
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                said += [html.unescape(archive.read(name).decode()) for name in archive.namelist()]
        else:
            said.append(html.unescape(path.read_text("utf-8")))
    return "\n".join(said)


def words_of(out: Path) -> str:
    """The words of an SVG, lines joined."""
    return " ".join(node.text or "" for node in ET.parse(out).getroot().iter(f"{SVG}text"))


def flat(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("-", "").replace(" ", "")


def test_json_is_versioned_and_reads_back_as_the_edition(tmp_path: Path) -> None:
    out = tmp_path / "s.json"
    export(SAMPLE, out, "participants")
    data = json.loads(out.read_text("utf-8"))
    assert (data["format"], data["version"], data["edition"], data["language"]) == (
        session_json.FORMAT, 1, "participants", "fr",
    )  # fmt: skip
    assert plain.from_plain(data["session"]) == edition(SAMPLE, "participants")


@pytest.mark.parametrize("extension", outgoing.EXTENSIONS)
@pytest.mark.parametrize("name", ["participants", "public"])
def test_no_export_holds_an_email_a_private_note_or_a_withheld_name(
    extension: str, name: str, tmp_path: Path
) -> None:
    text = everything(export(SAMPLE, tmp_path / f"s{extension}", name))
    assert "participant1@" not in text
    assert "Ne pas laisser le supermarché" not in text
    assert "Participant n° 2" not in text
    assert ("Laiterie" in text) == (name == "participants")
    assert ("Participant n° 1" in text) == (
        name == "participants" and extension in (".csv", ".xlsx", ".json")
    )
    assert ("Relation tendue" in text or ">tension<" in text or ";tension" in text) is False


def test_svg_holds_every_placed_actor_the_question_and_the_legend(tmp_path: Path) -> None:
    out = tmp_path / "s.SVG"
    export(SAMPLE, out, "participants")
    said = flat(words_of(out))
    for actor in SAMPLE.actors.values():
        assert (flat(actor.name) in said) == actor.placed, actor.name
    assert flat(SAMPLE.workshop.question) in said
    assert "exemplefictif" in said
    assert "àrenforcer" in said
    root = ET.parse(out).getroot()
    assert root.findtext(f"{SVG}title") == "Nourrir Rivemont"
    assert "32 acteurs, 34 liens." in (root.findtext(f"{SVG}desc") or "")


def test_an_empty_map_is_a_picture_too() -> None:
    root = ET.fromstring(map_svg.written(blank()))
    assert root.findtext(f"{SVG}title") == "Carte des acteurs"
    assert float(root.attrib["width"]) > 700


def test_the_page_holds_all_its_ink() -> None:
    root = ET.fromstring(map_svg.written(SAMPLE))
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    for node in root.iter(f"{SVG}text"):
        assert left < float(node.attrib["x"]) < left + width
        assert top < float(node.attrib["y"]) < top + height


def test_a_long_question_wraps() -> None:
    long = replace(blank(), workshop=replace(blank().workshop, question="Comment faire " * 20))
    assert (
        ET.fromstring(map_svg.written(long)).attrib["width"]
        == ET.fromstring(map_svg.written(blank())).attrib["width"]
    )


@pytest.mark.parametrize("extension", outgoing.EXTENSIONS)
def test_the_same_session_gives_the_same_bytes(extension: str, tmp_path: Path) -> None:
    one, two = (
        [path.read_bytes() for path in export(SAMPLE, tmp_path / f"s{extension}", "public")] for _n in "ab"
    )
    assert one == two


def test_all_that_is_said_leaves_for_oneself(tmp_path: Path) -> None:
    text = everything(export(SAMPLE, tmp_path / "s.csv", WHOLE))
    assert "participant1@" in text
    assert "Participant n° 2" in text
    assert ";tension;" in text


def test_a_choice_that_is_withheld_is_not_said_to_be_no(tmp_path: Path) -> None:
    headings = {
        name: export(SAMPLE, tmp_path / f"{name}.csv", name)[2].read_text("utf-8-sig").splitlines()[0]
        for name in ("participants", "public", WHOLE)
    }
    assert headings == {
        "participants": "Nom;Structure;Fonction;Présence;Figure nommément",
        "public": "Nom;Structure;Fonction;Présence",
        WHOLE: "Nom;Structure;Fonction;Adresse électronique;Présence;Figure nommément;Reçoit le compte-rendu",
    }


@pytest.mark.parametrize("asked", [True, False])
def test_lists_are_beside_one_another_in_the_language_of_the_session_or_the_one_asked(
    tmp_path: Path, each_language: str, asked: bool
) -> None:
    other = "en" if each_language == "fr" else "fr"
    words.use(other)
    session = replace(SAMPLE, workshop=replace(SAMPLE.workshop, language=other if asked else each_language))
    paths = export(session, tmp_path / "s.csv", "participants", language=each_language if asked else None)
    assert words.language() == other
    ends = {"fr": ("acteurs", "liens", "participants"), "en": ("actors", "links", "participants")}[
        each_language
    ]
    assert [path.name for path in paths] == [f"s-{end}.csv" for end in ends]
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in paths}
    first = paths[0].read_bytes()
    assert first.startswith(b"\xef\xbb\xbf" + {"fr": b"Nom;Type;", "en": b"Name,Type,"}[each_language])
    assert b"\r\n" in first


def test_one_list_that_cannot_be_written_leaves_all_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "s-acteurs.csv").write_text("avant")
    (tmp_path / "s-participants.csv").mkdir()
    with pytest.raises(OSError, match="participants"):
        export(SAMPLE, tmp_path / "s.csv", "participants")
    assert (tmp_path / "s-acteurs.csv").read_text() == "avant"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s-acteurs.csv", "s-participants.csv"]


def test_a_workbook_has_its_sheets_their_headings_and_real_days(tmp_path: Path, each_language: str) -> None:
    (out,) = export(SAMPLE, tmp_path / "s.xlsx", "participants", language=each_language)
    read = {table.kind: table for table in reading.read(out)}
    assert list(read) == ["actors", "contributions", "links", "commitments", "participants", "charter"]
    assert len(read[Kind.CONTRIBUTIONS].records) == len(SAMPLE.contributions)
    due = [record["due"] for record in read[Kind.COMMITMENTS].records]
    assert due == [row.due for row in ordered(SAMPLE.commitments)]
    with zipfile.ZipFile(out) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert 'state="frozen"' in sheet
        assert "<cols>" in sheet
        assert "<b/>" in archive.read("xl/styles.xml").decode()
        core = archive.read("docProps/core.xml").decode()
        assert "Nourrir Rivemont" in core
        assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core
        assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]


@pytest.mark.parametrize("extension", [".csv", ".xlsx"])
def test_what_a_spreadsheet_would_run_is_words(extension: str, tmp_path: Path) -> None:
    names = ["=1+1", "+33 1", "-un", "@SUM(A1)", "'=déjà", "''-deux", "'simple", "égal = rien"]
    actors = [Actor(f"a{n}", name, "other", missions=f"-{name}", rank=n) for n, name in enumerate(names)]
    paths = export(with_rows(blank(), "actors", put=actors), tmp_path / f"s{extension}", "participants")
    cells = re.findall(r"<t[^>]*>([^<]*)|(?:^|[;\n])\"?([^;\n]*)", everything(paths))
    assert not [cell for pair in cells for cell in pair if re.match(r"[=+@-]\w", cell)]
    table = next(table for path in paths for table in reading.read(path) if table.kind is Kind.ACTORS)
    assert [(record["name"], record["missions"]) for record in table.records] == [(n, f"-{n}") for n in names]


def test_an_unknown_extension_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError):
        export(SAMPLE, tmp_path / "s.docx", "participants")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "s.svg"
    out.write_text("avant")
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(OSError, match=r"folder\.json"):
        export(SAMPLE, tmp_path / "folder.json", "participants")
    with pytest.raises(FileNotFoundError):
        export(SAMPLE, tmp_path / "nowhere" / "s.json", "participants")

    unknown = {id_: replace(actor, category="nowhere") for id_, actor in SAMPLE.actors.items()}
    with pytest.raises(KeyError, match="nowhere"):
        export(replace(SAMPLE, actors=unknown), out, "participants")
    assert out.read_text() == "avant"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.json", "s.svg"]
