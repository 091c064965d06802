"""Lists are read as spreadsheets really write them; what is no list says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator import paths
from facilitator.exchange import reading, tables
from facilitator.exchange.columns import Kind
from facilitator.exchange.tables import Record, TableError, table

LISTS = paths.resource("samples", "nourrir-rivemont")
ROWS = [("Nom", "Catégorie", "Missions"), ("Épicerie L’Étal", "Associations", "Œuvrer « ici »")]


def lines(delimiter: str, ending: str) -> str:
    return ending.join(delimiter.join(row) for row in ROWS) + ending


def refused(data: bytes) -> TableError:
    with pytest.raises(TableError) as error:
        table(data, "x.csv")
    assert error.value.values["file"] == "x.csv"
    return error.value


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_every_way_of_writing_says_the_same(encoding: str, delimiter: str, ending: str) -> None:
    read = table(lines(delimiter, ending).encode(encoding), "x.csv")
    assert (read.kind, read.unused) == (Kind.ACTORS, ())
    assert read.records == (
        Record(2, {"name": "Épicerie L’Étal", "category": "Associations", "missions": "Œuvrer « ici »"}),
    )


@pytest.mark.parametrize(
    ("name", "kind", "count"),
    [
        ("actors.csv", Kind.ACTORS, 32),
        ("links.csv", Kind.LINKS, 34),
        ("participants.csv", Kind.PARTICIPANTS, 6),
    ],
)
def test_real_files_are_told_by_their_headings(name: str, kind: Kind, count: int) -> None:
    read = tables.read(LISTS / name)
    assert (read.kind, len(read.records), read.unused, read.file) == (kind, count, (), name)


def test_a_quoted_cell_may_hold_lines_quotes_and_delimiters() -> None:
    read = table(b'Nom;Missions\r\n"A ""bis"" ; C";"une\r\ndeux"\r\nB;\r\n', "x.csv")
    assert [(r.line, r["name"], r["missions"]) for r in read.records] == [
        (2, 'A "bis" ; C', "une\r\ndeux"),
        (4, "B", ""),
    ]


def test_lines_too_short_too_long_and_blank() -> None:
    read = table(b"Nom;Missions;Besoins\nA\n\n;;\nB;m;n;plus;encore\n", "x.csv")
    assert [(r.line, r["needs"], r.beyond) for r in read.records] == [(2, "", ""), (5, "n", "plus encore")]


def test_headings_in_any_order_case_language_and_with_strangers() -> None:
    read = table(b"Colour,TO,  from ,Level\nred,B,A,3\n", "x.csv")
    assert (read.kind, read.unused) == (Kind.LINKS, ("Colour",))
    assert read.records[0].fields == {"target": "B", "source": "A", "intensity": "3"}


def test_the_first_of_two_equal_headings_is_read() -> None:
    read = table(b"Name;Name;Role\nA;B;C\n", "x.csv")
    assert read.kind is Kind.PARTICIPANTS
    assert read.records[0]["name"] == "A"
    assert read.unused == ("Name",)


def test_blank_lines_before_the_headings() -> None:
    assert table(b"\n;;\nNom;Besoins\nA;b\n", "x.csv").records[0].line == 4


def test_headings_alone_are_an_empty_list() -> None:
    assert table("Nom;Catégorie\n".encode(), "x.csv").records == ()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "table.empty"),
        (b" \r\n\n", "table.empty"),
        (b"\xef\xbb\xbf", "table.empty"),
        (b"a;b\n1;2\n", "table.headings"),
        (b"\x00\x01\x02\xff\x00\x10", "table.not_text"),
        (b"PK\x03\x04\x00\x00\x00\x00Nom;x\x00", "table.not_text"),
        (b"Nom\n\x81\x8d\n", "table.not_text"),
        (b"\xff\xfeN\x00o", "table.not_text"),
    ],
)
def test_what_is_no_list(data: bytes, key: str) -> None:
    assert refused(data).key == key


def test_a_quotation_mark_never_closed_is_found() -> None:
    error = refused(b'Nom;Missions\nA;b\n"C;d\nE;f\n')
    assert (error.key, error.values["line"]) == ("table.quotes", 3)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("nothing.csv", "table.missing"),
        ("book.ods", "table.extension"),
        ("nothing.xlsx", "table.missing"),
        ("folder.csv", "table.unreadable"),
    ],
)
def test_files_that_cannot_be_read(name: str, key: str, tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(TableError) as error:
        reading.read(tmp_path / name)
    assert (error.value.key, error.value.values) == (key, {"file": name})


def test_a_file_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(30_000_000)
    with pytest.raises(TableError, match=r"table\.large"):
        tables.read(path)


@pytest.mark.parametrize("above", ["sep=;\n", "Acteurs de la vallée, en 2026;;\n;;\n", "\n\n"])
def test_headings_are_found_under_a_title(above: str) -> None:
    read = table(f"{above}Nom;Type\nL’Étal;Associations\n".encode(), "x.csv")
    assert read.kind is Kind.ACTORS
    assert [record["name"] for record in read.records] == ["L’Étal"]
    assert read.records[0].line == above.count("\n") + 2


def test_headings_are_not_looked_for_far_below() -> None:
    assert refused(b"a;b\n" * 10 + b"Nom;Type\nx;y\n").key == "table.headings"


def test_a_very_long_cell_is_a_cell() -> None:
    (record,) = table(f"Nom;Missions\nA;{'x' * 200_000}\n".encode(), "x.csv").records
    assert len(record["missions"]) == 200_000
