"""Linked cards side by side, the others apart: each card moves from where it is, so that the eye can follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Mapping
from math import cos, hypot, sin, sqrt

from facilitator.drawing.arrange.air import airing
from facilitator.drawing.arrange.rows import boxes_at
from facilitator.drawing.arrange.work import LINK_ROOM, Work
from facilitator.drawing.shapes import Box
from facilitator.model.document import Document

_ROUNDS = 90
_FEWER = 60
"""Rounds on a map of many cards."""
_MANY = 400
_REACH = 2.6
"""How far cards repel one another; lengths here are cards with the room of a link around them."""
_PUSH = 0.7
"""How strongly cards repel one another, beside the pull of a link."""
_APART = 1.15
"""How far apart two linked cards come to rest, when nothing else pulls at them."""
_TOGETHER = 0.03
"""How strongly every card is held to the middle: parts that no link joins stay in sight of one another."""
_STRIDE = 0.9
"""The farthest a card goes in the first round."""
_AIR = 56.0
"""Left between any two cards at the end, in map units; linked ones are farther apart."""
_GENTLY = 0.5
"""The share of what pulls and pushes a card that it gives way to in a round: it comes to rest instead of swinging."""
_AT_A_TIME = 40
"""Cards looked at between two rests."""
_GOLDEN = 2.399963
"""An angle that never comes back to itself: cards on the same spot leave it each its own way."""


def organic(boxes: Mapping[str, Box], document: Document, staying: Collection[str] = ()) -> Work:
    """Has links pull and cards push, for some rounds that get calmer; then gives the cards air."""
    web = _Web(boxes, document, frozenset(staying))
    if not any(not fixed for fixed in web.fixed):
        return (yield from airing(boxes, staying))
    rounds = _ROUNDS if len(boxes) <= _MANY else _FEWER
    for number in range(rounds):
        calm = 1 - number / rounds
        yield from web.round(_STRIDE * calm * calm + 0.01)
    places = web.places()
    yield
    return (yield from airing(boxes_at(boxes, places), staying, _AIR))


class _Web:
    """Cards by number, and the links between them; lengths across and down in cards with the room of a link."""

    def __init__(self, boxes: Mapping[str, Box], document: Document, staying: frozenset[str]) -> None:
        self.ids = sorted(boxes)
        self.fixed = [id_ in staying for id_ in self.ids]
        number = len(self.ids)
        self._wide = sum(box.width for box in boxes.values()) / number + LINK_ROOM if number else 1.0
        self._high = sum(box.height for box in boxes.values()) / number + LINK_ROOM if number else 1.0
        centres = [boxes[id_].centre for id_ in self.ids]
        self.x = [
            x / self._wide + (0.0 if f else 1e-3 * cos(i * _GOLDEN)) for i, ((x, _), f) in self._each(centres)
        ]
        self.y = [
            y / self._high + (0.0 if f else 1e-3 * sin(i * _GOLDEN)) for i, ((_, y), f) in self._each(centres)
        ]
        self._links = list(self._pairs(document))
        self._middle = self._centre()
        self._anchored = any(self.fixed)

    def round(self, stride: float) -> Generator[None, None, None]:
        """Moves every card once, none farther than the stride."""
        number = len(self.ids)
        dx, dy = [0.0] * number, [0.0] * number
        yield from self._push(dx, dy)
        self._pull(dx, dy)
        yield
        middle_x, middle_y = self._middle
        for i in range(number):
            if not self.fixed[i]:
                by_x = _GENTLY * (dx[i] + (middle_x - self.x[i]) * _TOGETHER)
                by_y = _GENTLY * (dy[i] + (middle_y - self.y[i]) * _TOGETHER)
                far = hypot(by_x, by_y)
                if far > stride:
                    by_x, by_y = by_x * stride / far, by_y * stride / far
                self.x[i] += by_x
                self.y[i] += by_y
        yield

    def places(self) -> dict[str, tuple[float, float]]:
        """Where the cards that can move are now, in map units, around the middle they had."""
        x, y = self._centre()
        dx, dy = (0.0, 0.0) if self._anchored else (self._middle[0] - x, self._middle[1] - y)
        return {
            id_: (round((self.x[i] + dx) * self._wide), round((self.y[i] + dy) * self._high))
            for i, id_ in enumerate(self.ids)
            if not self.fixed[i]
        }

    def _push(self, dx: list[float], dy: list[float]) -> Generator[None, None, None]:
        """Cards near one another part, the more the nearer."""
        x, y = self.x, self.y
        cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for i in range(len(x)):
            cells[int(x[i] // _REACH), int(y[i] // _REACH)].append(i)
        done = 0
        for (column, row), here in cells.items():
            around = [
                *cells.get((column + 1, row - 1), ()),
                *cells.get((column + 1, row), ()),
                *cells.get((column + 1, row + 1), ()),
                *cells.get((column, row + 1), ()),
            ]
            for n, i in enumerate(here):
                xi, yi = x[i], y[i]
                for j in (*here[n + 1 :], *around):
                    across, down = x[j] - xi, y[j] - yi
                    square = across * across + down * down
                    if square < _REACH * _REACH:
                        # Nothing at the edge of the reach: no card jumps when another comes within it.
                        force = _PUSH * (1 / (square + 1e-4) - 1 / (_REACH * _REACH))
                        dx[i] -= across * force
                        dy[i] -= down * force
                        dx[j] += across * force
                        dy[j] += down * force
                done += 1
                if done % _AT_A_TIME == 0:
                    yield

    def _pull(self, dx: list[float], dy: list[float]) -> None:
        """Linked cards come near; one with many links pulls each of the others, and follows none in particular."""
        x, y = self.x, self.y
        for i, j, share_i, share_j in self._links:
            across, down = x[j] - x[i], y[j] - y[i]
            far = hypot(across, down)
            if far > _APART:
                force = 0.5 * (far - _APART) / far
                dx[i] += across * force * share_i
                dy[i] += down * force * share_i
                dx[j] -= across * force * share_j
                dy[j] -= down * force * share_j

    def _pairs(self, document: Document) -> Iterable[tuple[int, int, float, float]]:
        """Each pair of linked cards once, with the share each end takes of its pull."""
        number = {id_: i for i, id_ in enumerate(self.ids)}
        pairs = {
            (min(number[row.source], number[row.target]), max(number[row.source], number[row.target]))
            for row in document.links.values()
            if row.source in number and row.target in number
        }
        many: defaultdict[int, int] = defaultdict(int)
        for pair in pairs:
            for i in pair:
                many[i] += 1
        for i, j in sorted(pairs):
            yield i, j, 1 / sqrt(many[i]), 1 / sqrt(many[j])

    def _centre(self) -> tuple[float, float]:
        number = max(len(self.x), 1)
        return sum(self.x) / number, sum(self.y) / number

    def _each(
        self, centres: list[tuple[float, float]]
    ) -> Iterable[tuple[int, tuple[tuple[float, float], bool]]]:
        return enumerate(zip(centres, self.fixed, strict=True))
