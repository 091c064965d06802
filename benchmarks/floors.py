"""What things cost at least: the same maps as plain C++ items, the same rows in sqlite3, the same strokes on paper."""

from __future__ import annotations

import math
import sqlite3
import statistics
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsLineItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

from benchmarks.maps import HUB, Spread, generated
from benchmarks.measure import timed
from benchmarks.stage import application, home, put_away
from facilitator.drawing.link import stroke_of
from facilitator.drawing.map import compose
from facilitator.drawing.theme import theme
from facilitator.ui import ink

_EVENTS = 25


class Items:
    """The map as items of C++ alone in a QGraphicsView: a rectangle and a text for a card, a line for a link."""

    def __init__(self, size: int, spread: Spread) -> None:
        self._app = application()
        document, look = generated(size, spread), theme("screen")
        picture = compose(document, look)
        self._scene = QGraphicsScene()
        self._lines: list[tuple[QGraphicsLineItem, QPointF]] = []
        for held in picture.links.values():
            ends = QPointF(held.source.x, held.source.y), QPointF(held.target.x, held.target.y)
            line = self._scene.addLine(ends[0].x(), ends[0].y(), ends[1].x(), ends[1].y())
            line.setPen(ink.pen(stroke_of(held.row.status, held.row.intensity, look)))
            if HUB in (held.row.source, held.row.target):
                self._lines.append((line, ends[1] if held.row.source == HUB else ends[0]))
        for id_, card in picture.cards.items():
            box = QGraphicsRectItem(ink.rectangle(card.card.box))
            box.setPen(QPen(QColor(look.ink), 1.4))
            box.setBrush(QBrush(QColor(look.surface)))
            name = QGraphicsSimpleTextItem(card.actor.name, box)
            name.setFont(QFont(self._app.font()))
            name.setPos(-85, -10)
            box.setPos(card.x, card.y)
            self._scene.addItem(box)
            if id_ == HUB:
                self._hub: QGraphicsItem = box
        self._home = self._hub.pos()
        self._view = QGraphicsView(self._scene)
        self._view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self._view.resize(1920, 1080)
        zoom = min(1860 / picture.box.width, 1020 / picture.box.height, 1.0)
        self._view.scale(zoom, zoom)
        self._view.show()
        self._app.processEvents()

    def drag(self, number: int) -> None:
        place = self._home + QPointF(90 * math.sin(number * 0.11), 40 * math.cos(number * 0.11))
        self._hub.setPos(place)
        for line, end in self._lines:
            line.setLine(place.x(), place.y(), end.x(), end.y())
        self._app.processEvents()

    def zoom(self, number: int) -> None:
        factor = 1.2 if number % 8 < 4 else 1 / 1.2
        self._view.scale(factor, factor)
        self._app.processEvents()

    def pan(self, number: int) -> None:
        self._view.translate(10 * math.sin(number * 0.11), 6 * math.cos(number * 0.11))
        self._app.processEvents()

    def close(self) -> None:
        put_away(self._view)


def items_dragged(size: int, spread: Spread) -> float:
    return _items(size, spread)[0]


def items_zoomed(size: int, spread: Spread) -> float:
    return _items(size, spread)[1]


def items_panned(size: int, spread: Spread) -> float:
    return _items(size, spread)[2]


@lru_cache
def _items(size: int, spread: Spread) -> tuple[float, float, float]:
    """Medians of a drag, a zoom and a pan of plain items."""
    items = Items(size, spread)
    found = _median(items.drag), _median(items.zoom), _median(items.pan)
    items.close()
    return found


@lru_cache
def blit() -> float:
    """One picture of 1920 × 1080 painted on another."""
    application()
    source, target = QPixmap(1920, 1080), QPixmap(1920, 1080)
    source.fill(QColor("#FBFAF7"))

    def act(_number: int) -> None:
        painter = QPainter(target)
        painter.drawPixmap(0, 0, source)
        painter.end()

    return _median(act)


@lru_cache
def committed(size: int, spread: Spread) -> float:
    """One commit by sqlite3 alone, as safe as ours, of what a card put down changes: its row and an entry."""
    path = Path(home().name) / f"floor {size} {spread}.db"
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA locking_mode=EXCLUSIVE")
    base.execute("PRAGMA synchronous=FULL")
    base.execute("CREATE TABLE actors (id TEXT PRIMARY KEY, name TEXT, x REAL, y REAL)")
    base.execute("CREATE TABLE entries (id INTEGER PRIMARY KEY, name TEXT, changes TEXT)")
    rows = ((actor.id, actor.name, actor.x, actor.y) for actor in generated(size, spread).actors.values())
    base.execute("BEGIN")
    base.executemany("INSERT INTO actors VALUES (?, ?, ?, ?)", rows)
    base.execute("COMMIT")

    def act(number: int) -> None:
        base.execute("BEGIN IMMEDIATE")
        base.execute("UPDATE actors SET x = ?, y = ? WHERE id = ?", (float(number), 0.0, HUB))
        base.execute("INSERT INTO entries (name, changes) VALUES (?, ?)", ("actor.place", "x" * 180))
        base.execute("COMMIT")

    found = _median(act)
    base.close()
    return found


@lru_cache
def strokes(size: int, spread: Spread) -> float:
    """reportlab drawing the map alone."""
    from reportlab.pdfgen.canvas import Canvas

    from facilitator.minutes import ink as paper_ink

    picture = compose(generated(size, spread), theme("paper")).flat()

    def act(_number: int) -> None:
        canvas = Canvas(BytesIO(), pagesize=(picture.box.width, picture.box.height))
        paper_ink.paint(canvas, picture, 0, picture.box.height)
        canvas.save()

    return statistics.median(timed(act, 3, warm=1))


def _median(act: Callable[[int], object]) -> float:
    return statistics.median(timed(act, _EVENTS))
