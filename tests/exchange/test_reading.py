"""Sessions and maps of Kumu in JSON; what is neither; and lists that say all they can."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator import paths, terms, words
from facilitator.exchange import outgoing, reading, report, samples, session_json
from facilitator.exchange.columns import FIELDS, Kind, recognised
from facilitator.exchange.headings import heading
from facilitator.exchange.incoming import Incoming, incoming
from facilitator.exchange.report import Done
from facilitator.exchange.tables import TableError
from facilitator.model import gestures, journey, rules
from facilitator.model.document import (
    Actor,
    Document,
    Evaluation,
    Image,
    Moment,
    Remark,
    Voice,
    Zone,
    blank,
    with_rows,
)
from facilitator.model.edition import WHOLE
from facilitator.model.store import file
from facilitator.model.store.journal import Journal
from facilitator.model.vocabulary import BackgroundKind, Direction
from tests.exchange.books import parts, row, zipped

SAMPLE = samples.document("nourrir-rivemont")


def brought(path: Path, before: Document | None = None) -> tuple[Document, Incoming]:
    document = before or blank()
    found = incoming(document, reading.read(path))
    after = found.gesture(document) if found.gesture else document
    assert rules.broken(after) == ()
    return after, found


def as_file(folder: Path, plain: Any) -> Path:
    path = folder / "donnees.json"
    path.write_text(plain if isinstance(plain, str) else json.dumps(plain), "utf-8")
    return path


@pytest.mark.parametrize("kind", FIELDS)
def test_the_headings_we_write_are_read(kind: Kind, each_language: str) -> None:
    fields = [field for field in FIELDS[kind] if field != "ref"]
    found = recognised([heading(field) for field in fields])
    assert found == (kind, {field: n for n, field in enumerate(fields)}), each_language


def test_a_blueprint_of_kumu_is_read(tmp_path: Path) -> None:
    path = as_file(tmp_path, {
        "elements": [
            {"id": 1, "label": "L’Étal", "type": "Associations", "description": "Aider", "tags": ["un", "deux"]},
            {"id": 2, "label": "L’Étal", "type": "Communes", "Favori": True, "deep": {"a": 1}},
            {"label": "Ville"},
        ],
        "connections": [
            {"from": 1, "to": 2, "direction": "mutual", "type": "Prêt", "label": "camion"},
            {"from": "Ville", "to": 1, "direction": "directed", "description": "bail"},
            {"from": "Ville", "to": "Nulle part"},
        ],
    })  # fmt: skip
    document, found = brought(path)
    one, two, ville = document.actors.values()
    assert (one.name, one.category, one.missions, one.note) == (
        "L’Étal", "association", "Aider", "Étiquettes\N{NO-BREAK SPACE}: un, deux",
    )  # fmt: skip
    assert document.categories[two.category].name == "Communes"
    links = list(document.links.values())
    assert [(link.source, link.target) for link in links] == [(one.id, two.id), (ville.id, one.id)]
    assert [link.direction for link in links] == [Direction.BOTH, Direction.FORWARD]
    assert [link.text for link in links] == ["camion", "bail"]
    assert [line.key for line in found.lines if line.done is Done.SKIPPED] == ["no_actor"]
    assert (
        report.sentence(found.lines[0])
        == "donnees.json\N{NO-BREAK SPACE}: Colonnes laissées de côté\N{NO-BREAK SPACE}: Favori"
    )


def test_a_whole_project_of_kumu_is_read(tmp_path: Path) -> None:
    path = as_file(tmp_path, {
        "elements": [
            {"_id": "e-a", "attributes": {"label": "A", "element type": "Fondation"}},
            {"_id": "e-b", "attributes": {"label": "B"}},
        ],
        "connections": [
            {"_id": "c", "from": "e-a", "to": "e-b", "direction": "mutual", "attributes": {"connection type": "Don"}}
        ],
    })  # fmt: skip
    document, _found = brought(path)
    assert [actor.category for actor in document.actors.values()] == ["foundation", "other"]
    (link,) = document.links.values()
    assert document.link_types[link.types[0]].name == "Don"


def session_of(**more: Any) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(session_json.written(SAMPLE, WHOLE))
    return plain | more


@pytest.mark.parametrize(
    ("plain", "key"),
    [
        ("{", "json.broken"),
        ("[" * 100_000, "json.broken"),
        ('{"a": NaN}', "json.broken"),
        ([], "json.unknown"),
        ({"a": 1}, "json.unknown"),
        ({"elements": "x"}, "json.unknown"),
        ({"elements": [], "connections": [3]}, "json.unknown"),
        ({"format": "entre-tous"}, "json.session"),
        ({"format": "entre-tous", "version": 99}, "json.newer"),
        ({"format": "entre-tous", "version": 1, "session": {"actors": [{"id": "a"}]}}, "json.session"),
        ({"format": "entre-tous", "version": 1, "session": {"spies": []}}, "json.session"),
    ],
)
def test_json_that_is_no_map_is_refused(plain: Any, key: str, tmp_path: Path, each_language: str) -> None:
    with pytest.raises(TableError) as error:
        reading.read(as_file(tmp_path, plain))
    assert error.value.key == key
    assert "donnees.json" in terms.refusal(key, error.value.values)


@pytest.mark.parametrize("rows", ['{"label":"a"}', "{}", "[]", "0"])
def test_json_of_far_too_many_values_is_refused_before_it_is_read(rows: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(f'{{"elements": [{",".join([rows] * 2_000_001)}]}}')
    with pytest.raises(TableError, match=r"table\.large"):
        reading.read(path)


def test_a_list_of_far_too_many_lines_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Nom\n" + "a\n" * 20_001)
    with pytest.raises(TableError, match=r"table\.large"):
        reading.read(path)
    path.write_text("Nom\n" + "a\n" * 20_000)
    assert len(reading.read(path)[0].records) == 20_000


def test_a_cell_of_millions_of_letters_is_not_quoted_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"Nom;Statut\nA;{'x' * 1_000_000}\n")
    _document, found = brought(path)
    assert max(len(report.sentence(line)) for line in found.lines) < 1_200


def test_json_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"\xff\xfe\x00{")
    with pytest.raises(TableError, match=r"table\.not_text"):
        reading.read(path)


def test_a_session_comes_whole_into_an_empty_one(tmp_path: Path) -> None:
    path = as_file(tmp_path, session_of())
    empty = journey.new_document("Ailleurs", "fr", "default", "2026-12-01")
    after, found = brought(path, empty)
    assert (after.workshop.title, after.workshop.date) == ("Ailleurs", "2026-12-01")
    assert after.workshop.question == SAMPLE.workshop.question
    assert replace(after, workshop=SAMPLE.workshop) == replace(SAMPLE, moments={})
    assert found.lines[0].key == "session.whole"
    assert not [line for line in found.lines if line.done is Done.SKIPPED]


def test_a_session_comes_beside_the_logo_of_the_empty_one(tmp_path: Path) -> None:
    logo = Image("logo", "logo.png", "image/png", b"x", 1, 1, rank=1)
    prepared = gestures.set_logo(logo)(journey.new_document("Ailleurs", "fr"))
    after, _found = brought(as_file(tmp_path, session_of()), prepared)
    assert after.images[after.workshop.logo] == logo
    assert len(after.actors) == len(SAMPLE.actors)


@pytest.mark.parametrize(
    "prepare",
    [
        gestures.edit_background(kind=BackgroundKind.TARGET, centre="Nous"),
        gestures.take_moment(Moment("t", "Avant")),
        lambda document: replace(document, zones={"z": Zone("z", "Nord")}),
        lambda document: replace(document, voices={"state": Voice("state", 1)}),
        lambda document: replace(document, evaluations={"q": Evaluation("q", "Bilan ?", 1)}),
        lambda document: replace(document, remarks={"r": Remark("r", text="Et eux ?")}),
    ],
)
def test_a_session_where_anything_was_prepared_is_not_replaced(
    prepare: Callable[[Document], Document], tmp_path: Path
) -> None:
    prepared = prepare(journey.new_document("Ailleurs", "fr"))
    after, found = brought(as_file(tmp_path, session_of()), prepared)
    assert found.lines[0].key == "session.lists"
    for table in ("background", "zones", "moments", "voices", "evaluations", "remarks"):
        assert getattr(after, table) == getattr(prepared, table)


@pytest.mark.parametrize("extension", [".csv", ".xlsx", ".graphml", ".json"])
@pytest.mark.parametrize("held", [False, True])
def test_an_import_is_undone_and_done_again_as_any_gesture(
    extension: str, held: bool, tmp_path: Path
) -> None:
    path = tmp_path / "s.alliance"
    actors = {"v": Actor("v", "Ville de Rivemont", "authority")} if held else {}
    before = replace(journey.new_document("Ailleurs", "fr"), actors=actors)
    file.create(path, before).close()
    written = outgoing.export(SAMPLE, tmp_path / f"d{extension}", WHOLE)
    with file.open(path) as session:
        journal = Journal(session)
        found = incoming(journal.document, [table for one in written for table in reading.read(one)])
        assert found.gesture is not None
        journal.do(found.gesture)
        after = journal.document
        assert len(after.actors) >= len(SAMPLE.actors)
        journal.undo()
        assert journal.document == before
        journal.redo()
        assert journal.document == after
    assert file.check(path) == []
    with file.open(path) as session:
        assert Journal(session).document == after


def test_of_a_session_its_lists_come_into_another(tmp_path: Path) -> None:
    path = as_file(tmp_path, session_of())
    began = journey.new_document("Ailleurs", "fr")
    before = with_rows(
        began, "actors", put=[Actor("v", "Ville de Rivemont", "authority", missions="Déjà dit")]
    )
    after, found = brought(path, before)
    assert len(after.actors) == 32
    assert after.actors["v"].missions == "Déjà dit"
    assert after.actors["v"].resources
    assert (len(after.links), len(after.contributions), len(after.commitments)) == (34, 88, 7)
    assert len(after.answers) == len(SAMPLE.answers)
    assert [line.key for line in found.lines[:1]] == ["session.lists"]
    again, found = brought(path, after)
    assert again is after
    assert {line.done for line in found.lines} <= {Done.MATCHED, Done.NOTED}


def test_an_edition_of_a_session_comes_too(tmp_path: Path) -> None:
    outgoing.export(SAMPLE, tmp_path / "s.json", "public")
    after, _found = brought(tmp_path / "s.json")
    assert len(after.actors) == 31, "a confidential actor stayed"


def test_a_matched_actor_can_be_another(tmp_path: Path) -> None:
    actors, links = tmp_path / "a.csv", tmp_path / "l.csv"
    actors.write_text("Nom;Missions\nCCAS;du val\nVille;\n", "utf-8")
    links.write_text("De;Vers\nVille;CCAS\n", "utf-8")
    before = with_rows(blank(), "actors", put=[Actor("c", "C.C.A.S.", "other")])
    tables = [table for path in (actors, links) for table in reading.read(path)]
    found = incoming(before, tables, apart={("a.csv", 2)})
    assert found.gesture is not None
    after = found.gesture(before)
    assert after.actors["c"].missions == ""
    assert [actor.name for actor in after.actors.values()] == ["C.C.A.S.", "CCAS", "Ville"]
    assert [line.key for line in found.lines] == ["actors.apart", "actors.added", "links.added"]
    (link,) = after.links.values()
    assert link.target != "c"


def test_in_a_file_that_told_its_actor_apart_links_are_that_actors(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(zipped(parts({
        "Acteurs": row("Nom") + row("CCAS") + row("Ville"),
        "Liens": row("De", "Vers") + row("Ville", "C.C.A.S."),
    })))  # fmt: skip
    before = with_rows(blank(), "actors", put=[Actor("c", "C.C.A.S.", "other")])
    found = incoming(before, reading.read(path), apart={("x.xlsx › Acteurs", 2)})
    assert found.gesture is not None
    after = found.gesture(before)
    (link,) = after.links.values()
    assert after.actors[link.target].name == "CCAS"


def test_what_is_not_known_in_other_lists_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(zipped(parts({
        "Acteurs": row("Nom", "ODD", "Influence", "Confidentiel")
        + row("A", "2, 12", "80", "oui") + row("B", "99", "200", "peut-être") + row("A bis", "", "50,0", ""),
        "Contributions": row("Acteur", "Pilier", "Rubrique du pilier", "Apport ou besoin", "Précisions")
        + row("A", "Richesses humaines", "Bénévoles", "Besoin", "dix")
        + row("A", "Richesses humaines", "Bénévoles", "besoin", "Dix")
        + row("A", "Autre", "", "", "x")
        + row("Z", "Alliances", "", "", "x")
        + row("B", "Alliances", "bof", "hum", "x"),
        "Liens": row("De", "Vers", "Formes de partenariat", "Confidentiel") + row("A", "B", "Mécénat, troc", "oui"),
        "Engagements": row("Quoi", "Acteurs", "Pour quand", "Lien de", "Lien vers")
        + row("Planter", "A; B; C", "30/11/2026", "B", "A")
        + row("Planter", "", "", "", "")
        + row("", "A", "", "", "")
        + row("Semer", "", "31/02/2026", "A", "Z"),
    })))  # fmt: skip
    after, found = brought(path)
    a, b, bis = after.actors.values()
    assert (a.odds, a.influence, a.confidential) == ((2, 12), 80, True)
    assert (b.odds, b.influence, b.confidential, bis.influence) == ((), None, False, 50)
    assert [(row.actor, row.sub_item, row.side, row.text) for row in after.contributions.values()] == [
        (a.id, "volunteers", "need", "dix"), (b.id, "", "offer", "x"),
    ]  # fmt: skip
    (link,) = after.links.values()
    assert (link.partnerships, link.confidential) == (("patronage",), True)
    planter, semer = after.commitments.values()
    assert (planter.actors, planter.due, planter.link) == ((a.id, b.id), "2026-11-30", link.id)
    assert (semer.due, semer.link) == ("", "")
    assert sorted(line.key for line in found.lines if line.done in (Done.SKIPPED, Done.NOTED)) == sorted([
        "unknown_word", "unknown_word", "unknown_word", "no_pillar", "nobody_named", "unknown_word", "unknown_word",
        "unknown_word", "nobody_named", "no_commitment", "unknown_word", "nobody_named",
    ])  # fmt: skip


def test_answers_of_a_charter_complete_those_that_are_there(tmp_path: Path) -> None:
    document = journey.new_document("T", "fr")
    step = next(step for step in document.steps.values() if step.block == "principles")
    item = next(item for item in document.items.values() if item.step == step.id)
    path = tmp_path / "x.xlsx"
    path.write_bytes(zipped(parts({
        "Charte": row("Bloc", "Étape", "Point", "Ce que dit le groupe", "Accord du groupe", "Confidentiel")
        + row("", step.title, item.text, "Oui, ensemble", "oui", "oui")
        + row("", step.title, item.text, "Autre", "désaccord")
        + row("Principes", "Inconnue", "Un point à nous", "", "flou")
        + row("", "Ailleurs", "Perdu")
        + row("Principes", "", "", "x")
        + row("Principes", "", "Un point à nous", "dit", "réserve"),
    })))  # fmt: skip
    after, found = brought(path, document)
    said = after.answers[item.id]
    assert (said.text, said.agreement, said.confidential) == ("Oui, ensemble", "yes", True)
    mine = next(row for row in after.items.values() if row.text == "Un point à nous")
    assert mine.step == step.id
    assert after.answers[mine.id].text == "dit"
    assert [line.key for line in found.lines] == [
        "charter.completed", "charter.matched", "unknown_word", "charter.added", "no_step", "no_point",
        "charter.completed",
    ]  # fmt: skip
    with words.in_language("en"):
        english, found = brought(path, after)
    assert english is after


@pytest.mark.parametrize("extension", [".csv", ".xlsx", ".graphml", ".json"])
@settings(max_examples=60)
@given(data=st.data())
def test_whatever_befell_a_file_it_is_read_or_refused(extension: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = data.draw(st.sampled_from(outgoing.export(SAMPLE, Path(folder, f"s{extension}"), WHOLE)))
        parts_of = unpacked(path.read_bytes())
        name = data.draw(st.sampled_from(sorted(parts_of)))
        held = parts_of[name]
        for _wound in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, max(len(held) - 1, 0)))
            gone = data.draw(st.sampled_from((0, 1, 40, 5000)))
            put = data.draw(
                st.sampled_from(
                    (b"", b"<", b"&", b'"', b"\0", b"\xff", b"-1", b"9" * 30, b"nan", b"</a>", b"A1")
                )
            )
            held = held[:at] + put + held[at + gone :]
        path.write_bytes(zipped({**parts_of, name: held}) if extension == ".xlsx" else held)
        with suppress(TableError):
            brought(path)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook; any other file is its only part."""
    if not data.startswith(b"PK"):
        return {"": data}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_three_lists_come_back_with_the_same_content(tmp_path: Path) -> None:
    """What the three csv say, exported and imported again, is what they said."""
    lists = [
        reading.read(path)[0] for path in sorted(paths.resource("samples", "nourrir-rivemont").glob("*.csv"))
    ]
    first = incoming(blank(), lists).gesture
    assert first is not None
    document = first(blank())
    out = outgoing.export(document, tmp_path / "tout.csv", WHOLE)
    assert [path.name for path in out] == ["tout-acteurs.csv", "tout-liens.csv", "tout-participants.csv"]
    for path in out:
        (back,) = reading.read(path)
        was = next(table for table in lists if table.kind is back.kind)
        for one, other in zip(was.records, back.records, strict=True):
            said = {field: cell for field, cell in one.fields.items() if field != "category"}
            assert {field: other[field] for field in said} == said
    again = incoming(document, [reading.read(path)[0] for path in out])
    assert again.gesture is None, "every line is the one that is there"
    assert {line.done for line in again.lines} == {Done.MATCHED}
