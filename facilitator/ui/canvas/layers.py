"""What does not move, painted beforehand: links over what lies under the map in a layer, cards as sprites.

A frame is then one blit and the sprites, with what is in the hand between and above them: no line nor letter is painted
again, whatever the size of the map. Links left out (`aside`) are painted in every frame: those of cards being dragged,
and those the last gesture changed, so that a gesture and its undo paint nothing else again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from math import ceil
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from facilitator.drawing.link import LinkPicture
from facilitator.drawing.map import MapPicture
from facilitator.drawing.shapes import Box, Picture, Point, Stroke, union
from facilitator.ui import ink
from facilitator.ui.canvas.differences import boxes_of
from facilitator.ui.canvas.dots import Dots, dots, paint_dots
from facilitator.ui.canvas.sprites import FADED, Sprites, veil
from facilitator.ui.canvas.underlay import Underlay
from facilitator.ui.canvas.view import View

_MOST = 0.5
"""Share of the window from which painting all of it anew is as good as painting a part."""

_SMOOTH = QPainter.RenderHint.SmoothPixmapTransform


class _Spare(NamedTuple):
    """The layer of another map: the one that may come, or the one of before."""

    picture: MapPicture
    aside: frozenset[str]
    faded: frozenset[str]
    links: QPixmap


class Layers:
    """What is painted of one map at one view, size and ratio of device pixels."""

    def __init__(self) -> None:
        self.view = View()
        self.size = QSize()
        self.ratio = 1.0
        self.aside: frozenset[str] = frozenset()
        self.faded: frozenset[str] = frozenset()
        """Cards and links painted as from afar; who changes it has these links painted aside, or everything anew."""
        self.cost = 0.0
        """Seconds a whole painting takes, where cards are painted too: they are there already at the same scale."""
        self._links = QPixmap()
        self._spare: _Spare | None = None
        self._sprites = Sprites()
        self._transform = QTransform()
        self._underlay = Underlay()
        self._prepared: dict[str, tuple[tuple[LinkPicture, ink.Prepared], ...]] = {}
        # Kept with its stamp: the outlines that its key names by number stay alive.
        self._stamps: dict[object, tuple[ink.Stamp, QPixmap]] = {}
        self._dots: dict[Stroke, Dots] = {}

    def render(
        self, picture: MapPicture, view: View, size: QSize, ratio: float, aside: frozenset[str]
    ) -> None:
        """Paints all of it anew."""
        begun = perf_counter()
        self.aside = aside
        before, self._transform = self._transform.m11(), view.transform(size, ratio)
        self.view, self.size, self.ratio = view, size, ratio
        rescaled = self._transform.m11() != before
        if rescaled:
            self._stamps.clear()
            self._dots.clear()
        whole = QRect(QPoint(), size * ratio)
        if self._links.size() != whole.size():
            self._links = QPixmap(whole.size())
        self._spare = None
        self._sprites.stand(self._transform, self._on_map(whole))
        self._sprites.place(picture.cards)
        self._paint_part(self._links, picture, whole, aside)
        self._forget(picture)
        took = perf_counter() - begun
        self.cost = took if rescaled else max(took, self.cost)

    def mend(self, picture: MapPicture, boxes: Iterable[Box], aside: frozenset[str]) -> bool:
        """Paints anew only where these boxes of the map are; False where that would be most of the window."""
        part = self._pixels(boxes)
        if part.width() * part.height() > _MOST * self._links.width() * self._links.height():
            return False
        self.aside = aside
        if not part.isEmpty():
            self._paint_part(self._links, picture, part, aside)
        self._forget(picture)
        return True

    def gather(self, picture: MapPicture) -> list[Box]:
        """Paints what is aside into the layer; where that is."""
        boxes = [*boxes_of(picture, self.aside)]
        self.aside = frozenset()
        if boxes:
            self._paint_part(self._links, picture, self._pixels(boxes), self.aside)
        return boxes

    def prepare(self, picture: MapPicture, boxes: Iterable[Box]) -> None:
        """Paints apart the layer of a map that may come; only in these boxes is it another."""
        if self._ready_for(picture):
            return
        links = self._spare.links if self._spare else QPixmap(self._links.size())
        self._spare = None
        painter = QPainter(links)
        painter.drawPixmap(0, 0, self._links)
        painter.end()
        self._paint_part(links, picture, self._pixels(boxes), self.aside)
        self._spare = _Spare(picture, self.aside, self.faded, links)

    def turn(self, before: MapPicture, picture: MapPicture) -> bool:
        """Goes to the layer that is ready for a map, and keeps the one of before: nothing is painted to go back. False
        where none is ready."""
        ready = self._ready_for(picture)
        if ready is None:
            return False
        self._spare = _Spare(before, self.aside, self.faded, self._links)
        self._links, self.aside = ready.links, ready.aside
        return True

    def _ready_for(self, picture: MapPicture) -> _Spare | None:
        """The spare layer, where it is that of a map."""
        spare = self._spare
        alike = (
            spare is not None
            and spare.picture.links is picture.links
            and spare.picture.ground is picture.ground
            and spare.picture.theme is picture.theme
            and spare.faded == self.faded
        )
        return spare if alike else None

    def shift(self, picture: MapPicture, view: View) -> bool:
        """Goes to a view of the same zoom by moving what is painted and painting the edges that appear; False
        where too little would be kept."""
        if view.zoom != self.view.zoom:
            return False
        transform = view.transform(self.size, self.ratio)
        dx = round(transform.dx() - self._transform.dx())
        dy = round(transform.dy() - self._transform.dy())
        if abs(dx) * 2 > self._links.width() or abs(dy) * 2 > self._links.height():
            return False
        self._spare = None
        self._links.scroll(dx, dy, self._links.rect())
        self.view, self._transform = view, transform
        self._sprites.shift(dx, dy, transform, self._on_map(self._links.rect()))
        for strip in strips(self._links.size(), dx, dy):
            self._paint_part(self._links, picture, strip, self.aside)
        return True

    def paint(
        self,
        painter: QPainter,
        picture: MapPicture,
        view: View,
        part: Box,
        links: Iterable[tuple[str, LinkPicture]],
        cards: Mapping[str, Point],
        passing: Container[str] = (),
    ) -> None:
        """Paints a part of a frame: what is painted beforehand, stretched if it is not yet of that view, with what was
        left aside, and the cards in the hand where they are. Links that are `passing` are with a hand that goes on."""
        stretch = QTransform.fromScale(1 / self.ratio, 1 / self.ratio)
        if view != self.view:
            back, _ = self._transform.inverted()
            stretch = back * view.transform(self.size, self.ratio) * stretch
            painter.fillRect(QRect(QPoint(), self.size), painter.background())
        # Smaller than it is, as in a miniature, every pixel counts.
        painter.setRenderHint(_SMOOTH, painter.device().devicePixelRatio() < self.ratio)
        painter.setTransform(stretch)
        painter.drawPixmap(0, 0, self._links)
        painter.setTransform(self._transform * stretch)
        self._paint_links(painter, picture.theme.paper, links, passing)
        painter.setTransform(stretch)
        self._sprites.place(picture.cards)
        seen = self._transform.mapRect(ink.rectangle(part)).toAlignedRect().adjusted(-1, -1, 1, 1)
        self._sprites.paint(painter, seen, cards, self.faded)
        for id_, (x, y) in cards.items():
            if id_ in picture.cards:
                self._sprites.paint_at(painter, picture.cards[id_].card, x, y, faded=id_ in self.faded)
        painter.resetTransform()

    def _on_map(self, part: QRect) -> Box:
        """A part of the layer, and what is just beside it, on the map."""
        back, _ = self._transform.inverted()
        seen = back.mapRect(QRectF(part).adjusted(-2, -2, 2, 2))
        return Box(seen.x(), seen.y(), seen.width(), seen.height())

    def _pixels(self, boxes: Iterable[Box]) -> QRect:
        """The part of the layer where these boxes of the map are, with what is just beside them."""
        box = union(boxes).grown(3 / self._transform.m11())
        return self._transform.mapRect(ink.rectangle(box)).toAlignedRect().intersected(self._links.rect())

    def _paint_part(self, links: QPixmap, picture: MapPicture, part: QRect, aside: frozenset[str]) -> None:
        """Paints a part of a layer anew."""
        box = self._on_map(part)
        painter = QPainter(links)
        painter.fillRect(part, ink.colour(picture.theme.paper))
        painter.setClipRect(part)
        self._underlay.paint(painter, picture.ground, self._transform, box)
        ink.begin(painter)
        painter.setTransform(self._transform)
        self._paint_links(
            painter,
            picture.theme.paper,
            (
                (id_, held.picture)
                for id_, held in picture.links.items()
                if id_ not in aside and held.picture.picture.box.intersects(box)
            ),
        )
        painter.end()

    def _paint_links(
        self,
        painter: QPainter,
        paper: str,
        links: Iterable[tuple[str, LinkPicture]],
        passing: Container[str] = (),
    ) -> None:
        """The faded ones below the others; their marks hide their lines as those of the others do."""
        faded: list[ink.Prepared] = []
        plain: list[ink.Prepared] = []
        for id_, picture in links:
            (faded if id_ in self.faded else plain).append(self.ready(id_, picture, keep=id_ not in passing))
        if faded:
            painter.setOpacity(FADED)
            self._paint_lines(painter, faded)
            painter.setOpacity(1.0)
            self._paint_stamps(painter, faded, paper)
        self._paint_lines(painter, plain)
        self._paint_stamps(painter, plain)

    def _paint_lines(self, painter: QPainter, shown: list[ink.Prepared]) -> None:
        """Straight lines first, all those of a stroke at once: by far the fastest way. Then curves and heads."""
        lines: dict[int, tuple[Stroke, list[QLineF]]] = {}
        for prepared in shown:
            for stroke, line in prepared.lines:
                # Nearly all links share a few strokes: their number is soon compared.
                lines.setdefault(id(stroke), (stroke, []))[1].append(line)
        scale, on_map = self._transform.m11(), painter.worldTransform()
        back, _ = self._transform.inverted()
        in_pixels = back * on_map
        for stroke, straight in lines.values():
            if not ink.dotted(stroke, scale):
                ink.draw_lines(painter, stroke, straight)
                continue
            made = self._dots.get(stroke)
            if made is None:
                made = self._dots[stroke] = dots(stroke.colour, stroke.width * scale)
            painter.setWorldTransform(in_pixels)
            paint_dots(painter, made, map(self._transform.map, straight), sum(stroke.dash) * scale)
            painter.setWorldTransform(on_map)
        ink.paint_paths(painter, shown)

    def _paint_stamps(self, painter: QPainter, shown: Iterable[ink.Prepared], faded_on: str = "") -> None:
        """Marks of links, each kind of them painted once for a zoom; faded on a paper if one is given."""
        scale, dx, dy = self._transform.m11(), self._transform.dx(), self._transform.dy()
        on_map = painter.worldTransform()
        back, _ = self._transform.inverted()
        painter.setWorldTransform(back * on_map)
        for stamp in (stamp for prepared in shown for stamp in prepared.stamps):
            held = self._stamps.get((stamp.key, faded_on))
            if held is None:
                made = _stamped(stamp, scale)
                if faded_on:
                    veil(made, faded_on)
                held = self._stamps[stamp.key, faded_on] = (stamp, made)
            half = held[1].width() // 2
            painter.drawPixmap(
                round(stamp.x * scale + dx) - half, round(stamp.y * scale + dy) - half, held[1]
            )
        painter.setWorldTransform(on_map)

    def ready(self, id_: str, picture: LinkPicture, *, keep: bool = True) -> ink.Prepared:
        """A link ready to be painted; kept with the two before it: what is shown and what an undo brings back, while
        another is made ready. What is only on its way takes the place of none."""
        held = self._prepared.get(id_, ())
        if held and held[0][0] is picture:
            return held[0][1]
        known = next((ready for one, ready in held if one is picture), None)
        ready = known or ink.Prepared(picture.picture, stamped=True)
        if keep:
            others = [one for one in held if one[0] is not picture]
            self._prepared[id_] = ((picture, ready), *others[:2])
        return ready

    def _forget(self, picture: MapPicture) -> None:
        """Lets go of what the map does not hold any more; what is hidden comes back at once."""
        if len(self._prepared) > len(picture.lines) + 64:
            self._prepared = {id_: held for id_, held in self._prepared.items() if id_ in picture.lines}
        self._sprites.keep(picture.standing)


def _stamped(stamp: ink.Stamp, scale: float) -> QPixmap:
    """A stamp painted at that scale, its place in the middle."""
    shapes = tuple(shape._replace(x=0.0, y=0.0) for shape in stamp.shapes)
    reach = max(
        max(abs(value) for command in shape.outline for value in command[1:])
        + (shape.stroke.width / 2 if shape.stroke else 0.0)
        for shape in shapes
    )
    half = ceil(reach * scale) + 1
    sprite = QPixmap(2 * half, 2 * half)
    sprite.fill(Qt.GlobalColor.transparent)
    painter = ink.begin(QPainter(sprite))
    painter.translate(half, half)
    painter.scale(scale, scale)
    ink.paint(painter, Picture(shapes, Box(-reach, -reach, 2 * reach, 2 * reach)))
    painter.end()
    return sprite


def strips(size: QSize, dx: int, dy: int) -> Iterator[QRect]:
    """What appears in a window of that size when its content moves by so much."""
    width, height = size.width(), size.height()
    if dx:
        yield QRect(0 if dx > 0 else width + dx, 0, abs(dx), height)
    if dy:
        yield QRect(0, 0 if dy > 0 else height + dy, width, abs(dy))
