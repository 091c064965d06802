"""What paper asks for: places to write in, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.drawing import lettering
from facilitator.drawing.flow import Entry
from facilitator.drawing.lettering import CAP_HEIGHT, LINE
from facilitator.drawing.shapes import Box, Path, Shape, Stroke, Text, line, rounded
from facilitator.drawing.theme import blend, theme

LOOK = theme("paper")
FAINT = blend(LOOK.muted, LOOK.paper, 0.45)
TINY = 6.5
"""Letters of what a place is for, which is read from as near as one writes."""
_TICK = 9.0


def place(box: Box, label: str) -> tuple[Shape, ...]:
    """A place to write in, and what for."""
    frame = Path(rounded(box, 3.0), fill=LOOK.paper, stroke=Stroke(FAINT, 0.7))
    told = Text(box.x + 4.0, box.y + 1.0 + TINY * LINE * 0.85, label, TINY, False, LOOK.muted)
    return (frame, told) if label else (frame,)


def written(
    box: Box, text: str, sizes: tuple[float, float], *, bold: bool = False, under: bool = True
) -> tuple[Shape, ...]:
    """Words in a place (`under` what it is for): smaller where they are many, then an ellipsis."""
    top = box.y + (TINY * LINE + 1.0 if under else 2.5)
    room, height = box.width - 8.0, box.bottom - 1.0 - top
    size, least = sizes
    fitted = lettering.fit(text, size, least, bold, room, max(int(height / (size * LINE)), 1))
    most = max(int(height / (fitted.size * LINE)), 1)
    lines = fitted.lines
    if len(lines) > most:
        lines = (*lines[: most - 1], shortened(lines[most - 1]))
    first = top + fitted.size * (LINE + CAP_HEIGHT) / 2
    return tuple(
        Text(box.x + 4.0, first + number * fitted.size * LINE, said, fitted.size, bold, LOOK.ink)
        for number, said in enumerate(lines)
    )


def shortened(text: str) -> str:
    """The last line that holds; the rest is in the session."""
    return text.rsplit(" ", 1)[0].rstrip(" ,;·") + " …"


def ticked(entries: Iterable[tuple[Entry, bool]]) -> list[Entry]:
    """Entries with a box to tick before their sign, some ticked already."""
    return [_with_box(entry, on=on) for entry, on in entries]


def _with_box(entry: Entry, *, on: bool) -> Entry:
    half, left = _TICK / 2, _TICK + 4.0
    box = rounded(Box(0.0, -half, _TICK, _TICK), 1.5)
    signs: list[Shape] = [Path(box, LOOK.accent if on else LOOK.paper, Stroke(LOOK.ink, 0.9))]
    if on:
        hook = line(((2.0, 0.2), (3.8, 2.2), (7.2, -2.2)))
        signs.append(Path(hook, stroke=Stroke(LOOK.paper, 1.5)))
    return Entry(
        (*signs, *(shape.moved(left, 0.0) for shape in entry.sign)),
        left + entry.width,
        entry.text,
        entry.colour,
    )
