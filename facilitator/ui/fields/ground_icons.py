"""Kinds of background as small drawings."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from facilitator.drawing.shapes import Box, Path, Shape, Stroke, disc, line, rounded
from facilitator.drawing.theme import Theme, blend
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui.icon import drawn

SIZE = QSize(46, 32)


@lru_cache(maxsize=8)
def ground_icon(kind: BackgroundKind) -> QIcon:
    """The kind as one would see it from afar, two cards on it."""
    return drawn(lambda shown: [*_sheet(shown), *_DRAWN[kind](shown), *_cards(shown)], SIZE)


def _sheet(shown: Theme) -> tuple[Shape, ...]:
    edge = Stroke(blend(shown.muted, shown.paper, 0.35), 1.0)
    return (Path(rounded(Box(0.5, 0.5, 45, 31), 4), shown.surface, edge),)


def _cards(shown: Theme) -> tuple[Shape, ...]:
    return tuple(Path(rounded(Box(x, y, 9, 5), 1.5), shown.ink) for x, y in ((11.0, 18.0), (27.0, 9.0)))


def _tint(shown: Theme, share: float) -> str:
    return blend(shown.accent, shown.surface, share)


def _blank(_shown: Theme) -> tuple[Shape, ...]:
    return ()


def _target(shown: Theme) -> tuple[Shape, ...]:
    edge = Stroke(_tint(shown, 0.4), 0.8)
    return tuple(
        disc(23, 16, radius, _tint(shown, share), edge) for radius, share in ((14, 0.9), (9, 0.78), (4, 0.6))
    )


def _quadrant(shown: Theme) -> tuple[Shape, ...]:
    axis, middle = Stroke(shown.muted, 1.4), Stroke(_tint(shown, 0.4), 0.9, (2.0, 2.0), "flat")
    return (
        Path(rounded(Box(23, 4, 18, 11.5), 0.5), _tint(shown, 0.78)),
        Path(line([(23, 4), (23, 27)]), stroke=middle),
        Path(line([(6, 15.5), (41, 15.5)]), stroke=middle),
        Path(line([(6, 4), (6, 27), (41, 27)]), stroke=axis),
    )


def _zones(shown: Theme) -> tuple[Shape, ...]:
    edge = Stroke(_tint(shown, 0.4), 1.0)
    return (
        Path(rounded(Box(4, 5, 20, 22), 4), _tint(shown, 0.85), edge),
        Path(rounded(Box(26, 5, 16, 13), 4), _tint(shown, 0.85), edge),
        Path(rounded(Box(26, 20, 16, 7), 3), _tint(shown, 0.85), edge),
    )


def _image(shown: Theme) -> tuple[Shape, ...]:
    hills = Path(line([(3, 28), (15, 14), (24, 23), (31, 16), (43, 28)], closed=True), _tint(shown, 0.7))
    return (hills, disc(36, 8.5, 3.2, _tint(shown, 0.7)))


_DRAWN = {
    BackgroundKind.BLANK: _blank,
    BackgroundKind.TARGET: _target,
    BackgroundKind.QUADRANT: _quadrant,
    BackgroundKind.ZONES: _zones,
    BackgroundKind.IMAGE: _image,
}
