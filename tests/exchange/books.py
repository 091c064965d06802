"""Workbooks as anyone may have made them, written part by part."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def parts(
    sheets: Mapping[str, str], *, strings: str = "", styles: str = "", book: str = ""
) -> dict[str, str | bytes]:
    """The parts of a workbook whose sheets have these rows (`<row>…`), what comes after them included."""
    names = list(sheets)
    related = [
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(len(names))
    ]
    if strings:
        related.append(
            f'<Relationship Id="s" Type="{_OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
        )
    if styles:
        related.append(f'<Relationship Id="t" Type="{_OFFICE}/styles" Target="styles.xml"/>')
    listed = "".join(f'<sheet name="{name}" sheetId="{n + 1}" r:id="r{n}"/>' for n, name in enumerate(names))
    found: dict[str, str | bytes] = {
        "_rels/.rels": (
            f'<Relationships><Relationship Id="b" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>"
        ),
        "xl/workbook.xml": f'<workbook xmlns="{_SPACE}" xmlns:r="{_OFFICE}">{book}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{''.join(related)}</Relationships>",
    }
    for n, rows in enumerate(sheets.values()):
        data, _mark, after = rows.partition("<!--after-->")
        found[f"xl/worksheets/s{n}.xml"] = (
            f'<worksheet xmlns="{_SPACE}"><sheetData>{data}</sheetData>{after}</worksheet>'
        )
    if strings:
        found["xl/sharedStrings.xml"] = f'<sst xmlns="{_SPACE}">{strings}</sst>'
    if styles:
        found["xl/styles.xml"] = f'<styleSheet xmlns="{_SPACE}">{styles}</styleSheet>'
    return found


def row(*cells: str, number: int | None = None) -> str:
    """A row of words."""
    place = f' r="{number}"' if number else ""
    return (
        f"<row{place}>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells) + "</row>"
    )
