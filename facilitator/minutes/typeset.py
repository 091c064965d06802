"""Words as a paragraph takes them: what the font can say, nothing read as markup, French spaces that hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from facilitator import words
from facilitator.drawing import lettering
from facilitator.minutes.blocks import Span, Words
from facilitator.minutes.styles import ACCENT, MUTED

_NBSP = "\N{NO-BREAK SPACE}"
_BEFORE = re.compile(r" (?=[;:!?»])")
_AFTER = re.compile(r"(?<=«) |(?<=\bn°) ")
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
    """One line as it is drawn: no character the font lacks, French punctuation never alone at a line's start."""
    text = lettering.shown(text)
    if words.language() == "fr":
        text = _AFTER.sub(_NBSP, _BEFORE.sub(_NBSP, text))
    return text


def _span(span: Span) -> str:
    toned = _TONES[span.tone].format(escape(line(span.text)))
    return f'<a href="#{escape(span.target)}">{toned}</a>' if span.target else toned
