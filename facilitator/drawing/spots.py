"""Where the marks of links go: the first free spot along each, in the order people gave the links.

A spot is free when it is clear of every card, of every arrowhead and of the marks of the links before. Types that find
none are left out; a tension is always shown, at worst smaller, or beside its link.

Always what it would be if made from nothing: only links near to what changed look for a spot again, then those after
them that were, or would be, in their way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import hypot

from facilitator.drawing.cells import Cells, covered
from facilitator.drawing.discs import (
    Disc,
    Order,
    Place,
    cells_in,
    cells_under,
    discs_of,
    heads_of,
    order_of,
)
from facilitator.drawing.link import BETWEEN, Mark, wanted_marks
from facilitator.drawing.route import Route
from facilitator.drawing.shapes import Box
from facilitator.drawing.theme import LinkLook
from facilitator.model.document import Link
from facilitator.model.vocabulary import Pictogram
from facilitator.slices import EACH, Slices

_SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
"""Where along a link a spot is looked for, in this order."""
_AFAR = 80.0
"""Types of a link longer than this many radii of a mark stand at its middle or nowhere: it crosses half the map."""
_SMALLER = 0.7
_ASIDE = tuple(step * way for step in (1.2, 2.2, 3.2, 4.4, 5.6) for way in (1, -1))
"""How far beside the middle of a link, in radii of a mark, the flash of a tension may stand."""
_CLEAR = 2.0
"""Between a mark and anything else."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a link shows if there is room: where it comes among links, its types, and whether it is tense."""

    row: Link
    types: tuple[Pictogram, ...]


Looked = tuple[tuple[Place, ...], frozenset[int]]
"""The places where a link looked, and the cells in which anything has a say about them."""
Touched = tuple[int, Disc]
"""A cell, and something round that was or is there."""
_NOWHERE: Looked = (), frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """`marks` are by link; the rest is what is where: discs, and the links that looked there, by cell."""

    marks: dict[str, tuple[Mark, ...]]
    discs: dict[int, tuple[tuple[str, Disc], ...]]
    heads: dict[str, tuple[Disc, ...]]
    watchers: dict[int, tuple[str, ...]]
    watched: dict[str, Looked]
    wishes: Mapping[str, Wish]

    def boxes(self) -> list[Box]:
        """Around each mark."""
        return [
            Box(x - radius, y - radius, 2 * radius, 2 * radius)
            for marks in self.marks.values()
            for _, x, y, radius in marks
        ]


NOTHING = Spots({}, {}, {}, {}, {}, {})


class _Search:
    """The spots while they are being found; what was there before stays as it is."""

    def __init__(
        self,
        before: Spots,
        wishes: Mapping[str, Wish],
        ways: Mapping[str, Route],
        cells: Cells,
        look: LinkLook,
        *,
        watches: bool,
    ) -> None:
        self._before = before
        self._wishes = wishes
        self._ways = ways
        self._cells = cells
        self._look = look
        self._looked: list[Place] = []
        self._around: set[int] = set()
        self.found = Spots(
            dict(before.marks),
            dict(before.discs),
            dict(before.heads),
            dict(before.watchers) if watches else before.watchers,
            dict(before.watched) if watches else before.watched,
            wishes,
        )

    # What is where

    def turn_heads(self, changed: Iterable[str]) -> list[Touched]:
        """Puts the arrowheads of these links where they are now; what was or is where."""
        touched: list[Touched] = []
        wishes, ways, heads = self._wishes, self._ways, self.found.heads
        for id_ in changed:
            now = heads_of(wishes[id_].row, ways[id_], self._look) if id_ in wishes and id_ in ways else ()
            was = heads.pop(id_, ())
            if now:
                heads[id_] = now
            if now != was:
                touched += self._swap(id_, was, now)
        return touched

    def clear(self, changed: Iterable[str]) -> list[Touched]:
        """Takes away the marks of links that are no more, or come at another place among links; where they were.

        What stood there for a link that comes later now would be in the way of those before it.
        """
        touched: list[Touched] = []
        for id_ in changed:
            was, now = self._before.wishes.get(id_), self._wishes.get(id_)
            if was and (now is None or order_of(now.row) != order_of(was.row)):
                taken = discs_of(self.found.marks.pop(id_, ()), order_of(was.row))
                touched += self._swap(id_, taken, ())
            if now is None:
                self._watch(id_, _NOWHERE)
        return touched

    def _swap(self, id_: str, gone: Iterable[Disc], come: Iterable[Disc]) -> list[Touched]:
        """Puts discs of a link in place of others; all of them, in each of their cells."""
        discs = self.found.discs
        left = [(cell, disc) for disc in gone for cell in cells_under(disc)]
        for cell, disc in left:
            entry = id_, disc
            discs[cell] = tuple([held for held in discs[cell] if held != entry])
        taken = [(cell, disc) for disc in come for cell in cells_under(disc)]
        for cell, disc in taken:
            discs[cell] = (*discs.get(cell, ()), (id_, disc))
        return left + taken

    def _watch(self, id_: str, looked: Looked) -> None:
        """Remembers where a link looked."""
        watchers, watched = self.found.watchers, self.found.watched
        before, after = watched.pop(id_, _NOWHERE)[1], looked[1]
        if after:
            watched[id_] = looked
        if before == after:
            return
        for cell in before - after:
            watchers[cell] = tuple([held for held in watchers[cell] if held != id_])
        for cell in after - before:
            watchers[cell] = (*watchers.get(cell, ()), id_)

    def near_discs(self, touched: Iterable[Touched], known: set[str]) -> set[str]:
        """The links not known that looked where something round is."""
        watchers, watched = self.found.watchers, self.found.watched
        near: set[str] = set()
        if len(known) == len(self._wishes):
            return near
        for cell, (x, y, radius, _) in touched:
            for id_ in watchers.get(cell, ()):
                if id_ not in known and id_ not in near:
                    for px, py, reach in watched[id_][0]:
                        if (x - px) ** 2 + (y - py) ** 2 < (radius + reach) ** 2:
                            near.add(id_)
                            break
        return near

    def near_card(self, box: Box, known: set[str]) -> set[str]:
        """The links not known that looked where a card is."""
        left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
        watchers, watched = self.found.watchers, self.found.watched
        near: set[str] = set()
        if len(known) == len(self._wishes):
            return near
        for cell in cells_in(left, top, right, bottom):
            for id_ in watchers.get(cell, ()):
                if id_ not in known and id_ not in near:
                    for x, y, reach in watched[id_][0]:
                        if left - reach < x < right + reach and top - reach < y < bottom + reach:
                            near.add(id_)
                            break
        return near

    # In order

    def settle(self, dirty: set[str], *, spread: bool) -> Slices[None]:
        """Finds the spots of these links, in order; with `spread`, of those after them that this touches too."""
        wishes, marks = self._wishes, self.found.marks
        heap = [order_of(wishes[id_].row) for id_ in dirty]
        heapify(heap)
        done = 0
        while heap:
            done += 1
            if done % EACH == 0:
                yield
            order = heappop(heap)
            id_ = order[1]
            found, looked = self._look_for(wishes[id_], self._ways.get(id_))
            if spread:
                self._watch(id_, looked)
            held = marks.pop(id_, ())
            if found:
                marks[id_] = found
            if found == held:
                continue
            touched = self._swap(id_, discs_of(held, order), discs_of(found, order))
            for near in self.near_discs(touched, dirty) if spread else ():
                if order_of(wishes[near].row) > order:
                    dirty.add(near)
                    heappush(heap, order_of(wishes[near].row))

    # Looking for a spot

    def _look_for(self, wish: Wish, way: Route | None) -> tuple[tuple[Mark, ...], Looked]:
        """The marks of a link, and the places it looked at."""
        self._looked, self._around = [], set()
        row = wish.row
        wanted = wanted_marks(wish.types, row, way, self._look) if way else ()
        if not way or not wanted:
            return (), _NOWHERE
        order, radius = order_of(row), self._look.mark
        found = self._along(way, wanted, radius, order)
        if not found and row.tension:
            found = (
                (self._along(way, (None,), radius, order) if len(wanted) > 1 else ())
                or self._along(way, (None,), radius * _SMALLER, order)
                or self._beside(way, radius, order)
                or ((None, *way.at(0.5), radius),)
            )
        return found, (tuple(self._looked), frozenset(self._around))

    def _along(
        self, way: Route, wanted: tuple[Pictogram | None, ...], radius: float, order: Order
    ) -> tuple[Mark, ...]:
        tense = None in wanted
        step = (2 * radius + BETWEEN) / way.length
        half = step * (len(wanted) - 1) / 2
        for share in _SHARES if tense or way.length < _AFAR * radius else _SHARES[:1]:
            if half and not half < share < 1 - half:
                continue
            found: list[Mark] = []
            for number, key in enumerate(wanted):
                x, y = way.at(share - half + step * number)
                if not self._free(x, y, radius, order):
                    break
                found.append((key, x, y, radius))
            else:
                return tuple(found)
        return ()

    def _beside(self, way: Route, radius: float, order: Order) -> tuple[Mark, ...]:
        (ax, ay), (bx, by), (x, y) = way.source, way.target, way.at(0.5)
        length = hypot(bx - ax, by - ay) or 1.0
        for step in _ASIDE:
            far = step * radius / length
            px, py = x + (ay - by) * far, y + (bx - ax) * far
            if self._free(px, py, radius, order):
                return ((None, px, py, radius),)
        return ()

    def _free(self, x: float, y: float, radius: float, order: Order) -> bool:
        reach = radius + _CLEAR
        cells = cells_in(x - reach, y - reach, x + reach, y + reach)
        self._looked.append((x, y, reach))
        self._around.update(cells)
        if covered(self._cells, x, y, reach):
            return False
        discs = self.found.discs
        for cell in cells:
            for _, (cx, cy, r, whose) in discs.get(cell, ()):
                if whose < order and (x - cx) ** 2 + (y - cy) ** 2 < (r + reach) ** 2:
                    return False
        return True


def spotting(
    before: Spots,
    wishes: Mapping[str, Wish],
    ways: Mapping[str, Route],
    changed: Collection[str],
    cards: Iterable[Box],
    cells: Cells,
    look: LinkLook,
    *,
    spread: bool = True,
) -> Slices[tuple[Spots, set[str]]]:
    """The spots with these links `changed`, in what they wish or in their way, and these `cards` gone or come; and
    the links that looked again.

    Without `spread`, only the changed links look for a spot.
    """
    search = _Search(before, wishes, ways, cells, look, watches=spread)
    touched = search.turn_heads(changed)
    touched += search.clear(changed)
    dirty = {id_ for id_ in changed if id_ in wishes}
    if spread:
        for box in cards:
            dirty |= search.near_card(box, dirty)
        dirty |= search.near_discs(touched, dirty)
    yield from search.settle(dirty, spread=spread)
    return search.found, dirty
