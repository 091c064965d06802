"""The catalogues of words, from the sources to the machine's form.

``python tools/catalogue.py update``   sources -> facilitator.pot -> each facilitator.po (translations are kept)
``python tools/catalogue.py compile``  each facilitator.po -> facilitator.mo (a build product, never committed)
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
POT = LOCALE / "facilitator.pot"
LANGUAGES = ("fr",)
"""Languages with a catalogue: English is in the sources."""

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
WIDTH = 110
NOISE = tuple(
    f'"{field}:'.encode()
    for field in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)
"""Headers left out: they change without the words changing."""


def extracted() -> Catalog:
    """The sentences of the sources, without places or dates: the same sources give the same bytes."""
    template = _empty(None)
    for _file, _line, message, comments, context in extract_from_dir(
        ROOT / "facilitator", keywords=KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        template.add(message, auto_comments=comments, context=context)
    return template


def template_text() -> bytes:
    """The bytes that facilitator.pot must have."""
    return _written(extracted())


def po_path(language: str) -> Path:
    """Where the translations of a language are kept."""
    return LOCALE / language / "LC_MESSAGES" / "facilitator.po"


def read(language: str) -> Catalog:
    """The translations of a language; an empty catalogue if there are none yet."""
    path = po_path(language)
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update() -> None:
    """Brings the template and every catalogue in step with the sources; nothing is guessed."""
    template = extracted()
    _write(POT, _written(template))
    for language in LANGUAGES:
        catalogue = read(language)
        catalogue.update(template, no_fuzzy_matching=True)
        _write(po_path(language), _written(catalogue))


def compile_all(only_stale: bool = False) -> None:
    """Writes the .mo beside each .po; ``only_stale`` leaves alone those newer than their .po."""
    for language in LANGUAGES:
        po, mo = po_path(language), po_path(language).with_suffix(".mo")
        if only_stale and mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        compiled = BytesIO()
        write_mo(compiled, read(language))
        _write(mo, compiled.getvalue())


def _empty(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        header_comment="# The words of Entre tous. The same licence as the program (MIT).",
        charset="utf-8",
        fuzzy=False,
    )


def _written(catalogue: Catalog) -> bytes:
    text = BytesIO()
    write_po(text, catalogue, width=WIDTH, sort_output=True, ignore_obsolete=True, omit_header=False)
    kept = (line for line in text.getvalue().splitlines(keepends=True) if not line.startswith(NOISE))
    return b"".join(kept)


def _write(path: Path, content: bytes) -> None:
    """Replaces the file in one move: whoever reads it meanwhile has the old one or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(content)
    beside.replace(path)


if __name__ == "__main__":
    actions = {"update": update, "compile": compile_all}
    if len(sys.argv) != 2 or sys.argv[1] not in actions:
        sys.exit(__doc__)
    actions[sys.argv[1]]()
