"""Words as a paragraph takes them: what the font can say, nothing read as markup, French spaces that hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from facilitator.drawing import lettering
from facilitator.minutes.blocks import Span, Words
from facilitator.minutes.styles import ACCENT, MUTED

_ADDRESS = re.compile(
    r"(?:https?://|\bwww\.)[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]…]|[\w.+-]+@\w[\w-]*(?:\.[\w-]+)+"
)
"""An address typed in a text, without the punctuation after it."""
_TONES = {
    "plain": "{}",
    "strong": "<b>{}</b>",
    "muted": f'<font color="{MUTED}">{{}}</font>',
    "accent": f'<font color="{ACCENT}">{{}}</font>',
}


def markup(said: Words) -> str:
    """The words as reportlab's paragraph markup; what people typed is never read as markup."""
    return "".join(map(_span, said))


def line(text: str) -> str:
    """One line as it is drawn: no character the font lacks, French punctuation never alone at a line's start, in a
    French name of English minutes either."""
    return lettering.bound(lettering.shown(text))


def _span(span: Span) -> str:
    if span.target:
        return _linked(f"#{span.target}", _toned(span, line(span.text)))
    text, told, at = line(span.text), "", 0
    for found in _ADDRESS.finditer(text):
        address = found[0]
        told += _toned(span, text[at : found.start()]) + _linked(_target(address), _toned(span, address))
        at = found.end()
    return told + _toned(span, text[at:])


def _toned(span: Span, text: str) -> str:
    return _TONES[span.tone].format(escape(text)) if text else ""


def _linked(target: str, toned: str) -> str:
    return f"<a href={quoteattr(target)}>{toned}</a>"


def _target(address: str) -> str:
    """Where a typed address leads."""
    if "://" in address:
        return address
    return f"mailto:{address}" if "@" in address else f"https://{address}"
