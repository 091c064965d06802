"""The cards of a map, each painted beforehand as a small picture and set where it stands.

A frame paints no letter again; a card that moves is the same sprite elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform

from facilitator.drawing.card import Card
from facilitator.drawing.placed import PlacedCard
from facilitator.drawing.shapes import Box, Picture
from facilitator.drawing.theme import theme
from facilitator.ui import ink
from facilitator.ui.canvas.differences import others

FADED = 0.22
"""How much is left of what is faded."""
_NOWHERE = QRect()
_PLENTY = 2
"""Times the window that sprites may be before those out of sight go."""
_MOST = 3
"""Times the window that sprites may be: of cards heaped up in thousands, the rest is painted each time."""


class _Sprite(NamedTuple):
    """A card as a part of a picture."""

    card: Card
    pixmap: QPixmap
    part: QRect

    @property
    def area(self) -> int:
        return self.part.width() * self.part.height()


class Sprites:
    """The cards of one map, at the place in pixels that a transform gives them."""

    def __init__(self) -> None:
        self._transform = QTransform()
        self._window = Box(0.0, 0.0, 0.0, 0.0)
        self._made: dict[int, _Sprite] = {}
        self._veiled: dict[int, _Sprite] = {}
        """Those that were seen faded, made from the others: a focus that comes and goes paints no letter."""
        self._area = 0
        """Pixels of all that is made."""
        self._faces: dict[int, tuple[Card, ink.Prepared]] = {}
        """What cards say, ready to be painted over what is below their words."""
        self._bare: dict[int, tuple[Card, ink.Prepared]] = {}
        """What is below the words of many cards, by what it is."""
        self._cards: Mapping[str, PlacedCard] = {}
        self._standing: dict[str, tuple[QRect, Card]] = {}

    def stand(self, transform: QTransform, window: Box) -> None:
        """Has cards stand elsewhere from now on; those out of the window wait to be painted."""
        if transform.m11() != self._transform.m11() or self._area > _PLENTY * self._pixels():
            self._made, self._veiled, self._area = {}, {}, 0
        self._transform, self._window = transform, window
        self._cards, self._standing = {}, {}

    def shift(self, dx: int, dy: int, transform: QTransform, window: Box) -> None:
        """Has cards stand so many pixels aside, at the same scale; who was out of the window is looked for again."""
        if self._area > _PLENTY * self._pixels():
            self.stand(transform, window)
            return
        self._transform, self._window = transform, window
        self._standing = {
            id_: (target.translated(dx, dy), card)
            for id_, (target, card) in self._standing.items()
            if target is not _NOWHERE
        }
        self._cards = {id_: held for id_, held in self._cards.items() if id_ in self._standing}

    def place(self, cards: Mapping[str, PlacedCard]) -> None:
        """Has these cards ready to be painted; most stand where they are already."""
        if cards is self._cards:
            return
        new = {id_: cards[id_] for id_ in others(self._cards, cards)}
        seen = {id_: held for id_, held in new.items() if held.box.intersects(self._window)}
        self._make(held.card for held in seen.values())
        known = self._standing
        self._standing = {
            id_: (self._target(held.card, held.x, held.y) if id_ in seen else _NOWHERE, held.card)
            if id_ in new
            else known[id_]
            for id_, held in cards.items()
        }
        self._cards = cards

    def paint(self, painter: QPainter, seen: QRect, without: Collection[str], faded: Collection[str]) -> None:
        """Paints those that are in a part of the window, in their order."""
        for id_, (target, card) in self._standing.items():
            if target.intersects(seen) and id_ not in without:
                self._draw(painter, target, card, id_ in faded)

    def paint_at(self, painter: QPainter, card: Card, x: float, y: float, *, faded: bool) -> None:
        """Paints a card at a place of the map."""
        self._make([card])
        self._draw(painter, self._target(card, x, y), card, faded)

    def keep(self, cards: Mapping[str, PlacedCard]) -> None:
        """Lets go of cards that are no more, once there are many of them."""
        if len(self._faces) > len(cards) + 64:
            alive = {id(held.card) for held in cards.values()}
            self._made = {key: made for key, made in self._made.items() if key in alive}
            self._veiled = {key: made for key, made in self._veiled.items() if key in alive}
            self._area = sum(made.area for made in (*self._made.values(), *self._veiled.values()))
            self._faces = {key: face for key, face in self._faces.items() if key in alive}
            below = {id(held.card.bare) for held in cards.values()}
            self._bare = {key: made for key, made in self._bare.items() if key in below}

    def _draw(self, painter: QPainter, target: QRect, card: Card, faded: bool) -> None:
        made = (self._veiled if faded else self._made).get(id(card))
        if made is None and faded:
            made = self._veil(card, target.size())
        if made is not None:
            painter.drawPixmap(target, made.pixmap, made.part)
        else:
            painter.save()
            self._paint_face(painter, card, target)
            painter.restore()

    def _veil(self, card: Card, size: QSize) -> _Sprite:
        """A card as it is seen faded; kept as long as there is room."""
        made = self._made.get(id(card))
        if made is not None:
            pixmap = made.pixmap.copy(made.part)
        else:
            pixmap = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = ink.begin(QPainter(pixmap))
            self._paint_face(painter, card, pixmap.rect())
            painter.end()
        veil(pixmap, theme(card.key.theme).paper)
        sprite = _Sprite(card, pixmap, pixmap.rect())
        if self._area + sprite.area <= _MOST * self._pixels():
            self._area += sprite.area
            self._veiled[id(card)] = sprite
        return sprite

    def _paint_face(self, painter: QPainter, card: Card, target: QRect, below: _Sprite | None = None) -> None:
        """Paints a card, over what is below its words where that is painted beforehand."""
        if below is not None:
            painter.drawPixmap(target, below.pixmap, below.part)
        self._stand_in(painter, target)
        if below is None:
            self._below(card).paint(painter)
        self._said(card).paint(painter)

    def _stand_in(self, painter: QPainter, target: QRect) -> None:
        """Has a painter stand where the centre of a card is."""
        scale = self._transform.m11()
        painter.translate(target.x() + target.width() // 2, target.y() + target.height() // 2)
        painter.scale(scale, scale)

    def _target(self, card: Card, x: float, y: float) -> QRect:
        """Where a card is, in whole pixels."""
        half, at = _half(card, self._transform.m11()), self._transform.map(QPointF(x, y)).toPoint()
        return QRect(at - QPoint(half.width(), half.height()), half * 2)

    def _pixels(self) -> float:
        """How many the window has."""
        return self._window.width * self._window.height * self._transform.m11() ** 2

    def _make(self, cards: Iterable[Card]) -> None:
        """Paints those that are not painted yet, side by side in one picture, as long as there is room."""
        wanted = {id(card): card for card in cards if id(card) not in self._made}
        sizes: dict[int, QSize] = {}
        for key, card in wanted.items():
            size = _half(card, self._transform.m11()) * 2
            area = size.width() * size.height()
            if self._area + area <= _MOST * self._pixels():
                self._area += area
                sizes[key] = size
        if not sizes:
            return
        below = self._make_alike([wanted[key] for key in sizes])
        pixmap, parts = self._side_by_side(sizes)
        painter = ink.begin(QPainter(pixmap))
        for key, part in parts.items():
            self._paint_face(painter, wanted[key], part, below.get(id(wanted[key].bare)))
            painter.resetTransform()
            self._made[key] = _Sprite(wanted[key], pixmap, part)
        painter.end()

    def _make_alike(self, cards: Iterable[Card]) -> dict[int, _Sprite]:
        """What is below the words of several of these cards, painted once for them all."""
        seen: set[int] = set()
        alike: dict[int, Card] = {}
        for card in cards:
            if id(card.bare) in seen:
                alike[id(card.bare)] = card
            seen.add(id(card.bare))
        if not alike:
            return {}
        scale = self._transform.m11()
        pixmap, parts = self._side_by_side({key: _half(card, scale) * 2 for key, card in alike.items()})
        painter = ink.begin(QPainter(pixmap))
        for key, part in parts.items():
            self._stand_in(painter, part)
            self._below(alike[key]).paint(painter)
            painter.resetTransform()
        painter.end()
        return {key: _Sprite(alike[key], pixmap, part) for key, part in parts.items()}

    def _side_by_side(self, sizes: Mapping[int, QSize]) -> tuple[QPixmap, dict[int, QRect]]:
        """An empty picture with room for pictures of these sizes, and where each one goes."""
        parts, size = _in_rows(sizes, max(self._window.width * self._transform.m11(), 2048))
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap, parts

    def _said(self, card: Card) -> ink.Prepared:
        """The words of a card ready to be painted, at any scale."""
        held = self._faces.get(id(card))
        if held is None:
            words = Picture(card.picture.shapes[len(card.bare) :], card.picture.box)
            held = self._faces[id(card)] = (card, ink.Prepared(words))
        return held[1]

    def _below(self, card: Card) -> ink.Prepared:
        """What is below its words ready to be painted, at any scale."""
        held = self._bare.get(id(card.bare))
        if held is None:
            held = self._bare[id(card.bare)] = (card, ink.Prepared(Picture(card.bare, card.picture.box)))
        return held[1]


def veil(pixmap: QPixmap, paper: str) -> None:
    """Fades what is painted towards the paper; as opaque as it was, it still hides what passes under it."""
    colour = QColor(paper)
    colour.setAlphaF(1.0 - FADED)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.fillRect(pixmap.rect(), colour)
    painter.end()


def _half(card: Card, scale: float) -> QSize:
    """From the centre of a card to the edge of its ink, in pixels."""
    box = card.picture.box
    return QSize(
        ceil(max(-box.x, box.right) * scale) + 1,
        ceil(max(-box.y, box.bottom) * scale) + 1,
    )


def _in_rows(sizes: Mapping[int, QSize], most: float) -> tuple[dict[int, QRect], QSize]:
    """Parts side by side in rows so wide at most, the high ones first, and the size of the whole."""
    parts: dict[int, QRect] = {}
    x = y = high = wide = 0
    for key, size in sorted(sizes.items(), key=lambda one: -one[1].height()):
        if x and x + size.width() > most:
            x, y, high = 0, y + high, 0
        parts[key] = QRect(QPoint(x, y), size)
        x, high = x + size.width(), max(high, size.height())
        wide = max(wide, x)
    return parts, QSize(wide, y + high)
