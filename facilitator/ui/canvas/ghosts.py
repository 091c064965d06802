"""What one does without for a minute, painted over the map: cards crossed out, and a cross on each link."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from facilitator.drawing.card import Card, struck
from facilitator.drawing.link import LinkPicture
from facilitator.ui import ink
from facilitator.ui.canvas.sheet import Sheet


class Ghosts:
    """Its links are faded by the sheet; they are few, and painted in every frame."""

    def __init__(self) -> None:
        self._off: frozenset[str] = frozenset()
        self._ready: dict[str, tuple[Card, ink.Prepared]] = {}

    def show(self, off: frozenset[str]) -> bool:
        """Shows these from now on; whether they are others."""
        before, self._off = self._off, off
        self._ready = {id_: held for id_, held in self._ready.items() if id_ in off}
        return before != off

    def paint(self, painter: QPainter, sheet: Sheet) -> None:
        """Paints those that are on the map."""
        if not self._off:
            return
        picture = sheet.picture
        painter.save()
        painter.setTransform(sheet.view.transform(sheet.size(), 1.0), combine=True)
        for id_ in self._off & picture.links.keys():
            self._cross(painter, sheet.link_picture(id_), sheet)
        for id_ in picture.cards:
            if id_ in self._off:
                self._card(painter, id_, sheet)
        painter.restore()

    def _card(self, painter: QPainter, id_: str, sheet: Sheet) -> None:
        card = sheet.picture.cards[id_].card
        held = self._ready.get(id_)
        if held is None or held[0] is not card:
            held = self._ready[id_] = (card, ink.Prepared(struck(card)))
        painter.save()
        painter.translate(*sheet.place_of(id_))
        held[1].paint(painter)
        painter.restore()

    def _cross(self, painter: QPainter, shown: LinkPicture, sheet: Sheet) -> None:
        theme, (x, y) = sheet.picture.theme, shown.middle
        if not shown.picture.shapes:
            return  # the two cards leave no way between them
        reach = theme.link.mark
        half = reach * 0.45
        painter.setPen(QPen(ink.colour(theme.muted), 1.6))
        painter.setBrush(ink.brush(theme.surface))
        painter.drawEllipse(QPointF(x, y), reach, reach)
        painter.drawLine(QPointF(x - half, y - half), QPointF(x + half, y + half))
        painter.drawLine(QPointF(x - half, y + half), QPointF(x + half, y - half))
