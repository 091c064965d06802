"""Workbooks are read as they show; bombs and broken ones are refused in a word."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from facilitator.exchange import reading, sheets
from facilitator.exchange.columns import Kind
from facilitator.exchange.tables import TableError
from tests.exchange.books import parts, row, zipped

HEAD = row("Nom", "Type")


def rows(data: bytes) -> list[tuple[int, list[str]]]:
    return list(sheets.sheets(data, "x.xlsx")[0].rows)


def refused(data: bytes) -> str:
    with pytest.raises(TableError) as error:
        sheets.sheets(data, "x.xlsx")
    assert error.value.values == {"file": "x.xlsx"}
    return error.value.key


def test_cells_are_read_as_they_show() -> None:
    cells = (
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>3.0</v></c><c r="D2"><f>1+1</f><v>2.5</v></c>'
        '<c r="E2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><v>#REF!</v></c>'
        '<c r="H2" s="1"><v>46356</v></c><c r="I2" s="2"><v>46356.75</v></c><c r="J2" t="d"><v>2026-11-30</v></c>'
        '<c r="K2"><f>A1</f></c><c r="L2" s="9"><v>46356</v></c></row>'
    )
    strings = "<si><t>zéro</t></si><si><r><t>L’É</t></r><r><t>tal</t></r><rPh><t>non</t></rPh></si>"
    styles = (
        '<numFmts><numFmt numFmtId="170" formatCode="[$-40C]d\\ mmmm&quot;x&quot;"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>'
    )
    assert rows(zipped(parts({"F": cells}, strings=strings, styles=styles))) == [
        (2, ["L’Étal", "", "3", "2.5", "ab", "1", "", "2026-11-30", "2026-11-30", "2026-11-30", "", "46356"]),
    ]  # fmt: skip


def test_days_are_counted_from_where_the_book_says() -> None:
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    days = '<row><c s="0"><v>1</v></c><c s="0"><v>2957003</v></c><c s="0"><v>2957004</v></c></row>'
    book = parts({"F": days}, styles=styles, book='<workbookPr date1904="1"/>')
    assert rows(zipped(book)) == [(1, ["1904-01-02", "9999-12-31", "2957004"])], (
        "no day is after the last one"
    )


def test_merged_cells_say_their_words_on_each_line() -> None:
    merged = (
        HEAD
        + row("A", "Associations")
        + row("B")
        + row("C")
        + '<!--after--><mergeCells><mergeCell ref="B2:B4"/><mergeCell ref="A1:B1"/><mergeCell ref="?"/>'
        '<mergeCell ref="A9:A1048576"/></mergeCells>'
    )
    assert rows(zipped(parts({"F": merged}))) == [
        (1, ["Nom", "Type"]), (2, ["A", "Associations"]), (3, ["B", "Associations"]), (4, ["C", "Associations"]),
    ]  # fmt: skip


def test_headings_merged_over_two_lines_are_no_actor(tmp_path: Path) -> None:
    merged = (
        row("Nom", "Missions") + '<row><c t="inlineStr" r="B2"><is><t>Missions</t></is></c></row>' + row("A", "m")
        + '<!--after--><mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    )  # fmt: skip
    path = tmp_path / "x.xlsx"
    path.write_bytes(zipped(parts({"F": merged})))
    (table,) = reading.read(path)
    assert [record["name"] for record in table.records] == ["A"]


def test_each_sheet_is_a_list_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "Kumu.xlsx"
    book = parts({
        "Elements": row("Label", "Type", "Description", "Tags", "Couleur") + row("A", "Assos", "m", "un|deux", "vert"),
        "Connections": row("From", "To", "Direction", "Type") + row("A", "B", "mutual", "Prêt"),
        "Divers": row("bla") + row("blabla"),
        "Vide": "",
    })  # fmt: skip
    path.write_bytes(zipped(book))
    read = reading.read(path)
    assert [(table.place, table.kind, len(table.records)) for table in read] == [
        ("Kumu.xlsx › Elements", Kind.ACTORS, 1),
        ("Kumu.xlsx › Connections", Kind.LINKS, 1),
        ("Kumu.xlsx › Divers", Kind.UNKNOWN, 0),
    ]
    assert read[0].unused == ("Couleur",)
    assert read[0].records[0].fields == {"name": "A", "category": "Assos", "missions": "m", "tags": "un|deux"}
    assert read[1].records[0].line == 2


@pytest.mark.parametrize(
    ("book", "key"),
    [
        ({"F": ""}, "table.empty"),
        ({"F": row("a", "b")}, "table.headings"),
    ],
)
def test_a_book_without_a_list_is_refused(book: dict[str, str], key: str, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(zipped(parts(book)))
    with pytest.raises(TableError) as error:
        reading.read(path)
    assert error.value.key == key


def test_what_unpacks_to_far_too_much_is_refused() -> None:
    many = zipped(parts({"F": "<row>" + " " * 21_000_000 + "</row>"}))
    assert len(many) < 100_000
    assert refused(many) == "table.large"
    cells = zipped(parts({"F": "<row>" + "<c/>" * 400_001 + "</row>"}))
    assert refused(cells) == "table.large"
    deep = zipped(parts({"F": "<a>" * 200 + "</a>" * 200}))
    assert refused(deep) == "table.large"
    wide = zipped(
        parts({"F": "".join(f'<row r="{n}"><c r="GR{n}"><v>1</v></c></row>' for n in range(1, 2_003))})
    )
    assert refused(wide) == "table.large", "what is passed over is held too"


def test_one_text_that_far_too_many_cells_say_is_refused() -> None:
    """It is written once, and a list would hold it for each of them."""
    strings = f"<si><t>{'x' * 30_000}</t></si>"
    said = '<row><c t="s"><v>0</v></c></row>'
    assert refused(zipped(parts({"F": said * 1_000}, strings=strings))) == "table.large"
    merged = said + row("", "b") * 999 + '<!--after--><mergeCells><mergeCell ref="A1:A1000"/></mergeCells>'
    assert refused(zipped(parts({"F": merged}, strings=strings))) == "table.large"


def test_far_away_cells_cost_nothing() -> None:
    far = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="B1048576"><v>2</v></c></row>'
    )
    assert rows(zipped(parts({"F": far}))) == [(1, ["1"]), (1048576, ["", "2"])]


def test_a_text_longer_than_a_cell_is_cut_before_it_costs() -> None:
    (found,) = rows(zipped(parts({"F": row("x" * 100_000)})))
    assert len(found[1][0]) == 32_768


def test_entities_are_refused_before_they_are_read() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    book = parts({"F": HEAD}, strings="x") | {"xl/sharedStrings.xml": bomb}
    assert refused(zipped(book)) == "markup.entities"


def broken() -> dict[str, bytes]:
    whole = zipped(parts({"F": HEAD + row("A", "b")}))
    marked = bytearray(whole)
    for at in (marked.find(b"PK\x03\x04") + 6, marked.find(b"PK\x01\x02") + 8):
        marked[at] |= 1  # said to be under a password
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("autre.txt", "rien")
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_BZIP2) as archive:
        for name, part in parts({"F": HEAD}).items():
            archive.writestr(name, part)
    return {
        "nothing": b"",
        "packed as no workbook is": packed.getvalue(),
        "zeros": bytes(1000),
        "text": b"Nom;Type\nA;B\n",
        "cut": whole[: len(whole) // 2],
        "no book": out.getvalue(),
        "password": bytes(marked),
        "string out of range": zipped(parts({"F": '<row><c t="s"><v>7</v></c></row>'})),
        "no number": zipped(parts({"F": '<row r="x"><c/></row>'})),
    }


@pytest.mark.parametrize("name", broken())
def test_a_broken_book_is_said_to_be_so(name: str) -> None:
    assert refused(broken()[name]) == "sheet.broken"


def test_what_else_a_book_may_be() -> None:
    assert refused(b"\xd0\xcf\x11\xe0" + bytes(100)) == "sheet.old"
    assert refused(zipped(parts({"F": "<row"}))) == "markup.broken"
    chart = parts({"F": HEAD})
    chart["xl/worksheets/s0.xml"] = "<chartsheet/>"
    assert sheets.sheets(zipped(chart), "x.xlsx") == []
