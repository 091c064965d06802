"""What leaves as JSON or SVG is one edition of the session, whole or not at all."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.exchange import map_svg, outgoing, samples, session_json
from facilitator.exchange.outgoing import UnknownFormatError, export
from facilitator.model import plain
from facilitator.model.document import blank
from facilitator.model.edition import edition

SAMPLE = samples.document("nourrir-rivemont")
SVG = "{http://www.w3.org/2000/svg}"


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
    out = tmp_path / f"s{extension}"
    export(SAMPLE, out, name)
    text = out.read_text("utf-8")
    assert "participant1@" not in text
    assert "Ne pas laisser le supermarché" not in text
    assert "Participant n° 2" not in text
    assert ("Laiterie" in text) == (name == "participants")
    assert ("Participant n° 1" in text) == (name == "participants" and extension == ".json")


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
    one, two = (tmp_path / f"{n}{extension}" for n in "ab")
    for out in (one, two):
        export(SAMPLE, out, "public")
    assert one.read_bytes() == two.read_bytes()


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
