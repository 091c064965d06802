"""Room around cards: what stands too near is moved apart, as little as it takes, and nothing else moves.

Cards push one another along the shorter way, from where they overlap outwards; a crowd is spread first, so that left
stays left and above stays above. What is stacked, or still overlaps, takes the nearest free place: there is one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Generator, Iterable, Mapping
from heapq import heappop, heappush
from math import hypot, sqrt

from facilitator.drawing.arrange.work import Places, Work
from facilitator.drawing.shapes import Box, Point
from facilitator.slices import finished

GAP = 24.0
"""Left free between two cards, in map units."""

Pair = tuple[int, int]
"""Two boxes, by number, the lower one first."""

SLACK = 1e-6
"""Nearer than the gap by less than this is rounding."""
BEYOND = 0.01
"""How much farther than the gap cards are pushed: they come to rest instead of creeping towards it."""
_ROUNDS = 12
"""Times that cards push one another before the rest take free places."""
_CROWD = 4
"""Cards from which several that overlap may be a crowd."""
_LOOSE, _EDGE = 1.75, 1.3
"""The room a large crowd is given, for each unit of surface its cards take; a small one needs less, by the second over
the root of their number: its cards go over its edge."""
_EVEN = 1.35
"""How much farther than that it is spread, if this alone makes room for every card: rows then stay rows."""
_STACKED = 6.0
"""A crowd that would have to be spread by more than this is a stack: its cards take free places around its middle."""


def give_air(boxes: Mapping[str, Box], pinned: Collection[str] = (), gap: float = GAP) -> Places:
    """Centres for all the boxes such that no two are nearer than the gap, with the least movement.

    Boxes are as they stand on the map. Those that are pinned never move, even where two of them overlap; those that
    have room do not either. The same boxes give the same places, in whatever order they come.
    """
    return finished(airing(boxes, pinned, gap))


def airing(boxes: Mapping[str, Box], pinned: Collection[str] = (), gap: float = GAP) -> Work:
    """`give_air` under way."""
    crowd = Cards(boxes, frozenset(pinned), gap)
    pairs, stacked = crowd.pairs(), list[int]()
    yield
    if pairs:
        groups = _groups(pairs)
        yield
        stacked = [i for group in groups for i in _spread(crowd, *group)]
        for i in stacked:
            crowd.take_out(i)
        yield
        yield from _push_apart(crowd, sorted({i for pair in pairs for i in pair}.difference(stacked)))
        pairs = crowd.pairs()
    # Both of each pair: what one leaves free is what the other fits in.
    left = sorted({i for pair in pairs for i in pair if not crowd.fixed[i]})
    for i in left:
        crowd.take_out(i)
    yield from _settle(crowd, [*left, *stacked])
    return crowd.places(boxes)


class Cards:
    """Boxes by number, in the order of their ids, and by the cell their centre is in; `home` is where each belongs.

    A cell is as large as the largest box with its gap: boxes too near one another are in cells that touch.
    """

    def __init__(self, boxes: Mapping[str, Box], pinned: frozenset[str], gap: float) -> None:
        self.ids = sorted(boxes)
        held = [boxes[id_] for id_ in self.ids]
        centres = [box.centre for box in held]
        self.x, self.y = [x for x, _ in centres], [y for _, y in centres]
        # Half sizes with half of the gap: two boxes are far enough when these touch.
        self.w, self.h = [(box.width + gap) / 2 for box in held], [(box.height + gap) / 2 for box in held]
        self.fixed = [id_ in pinned for id_ in self.ids]
        self.home = list(centres)
        self._wide, self._high = (max(2 * max(half, default=0.0), 1.0) for half in (self.w, self.h))
        self._cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        self._at = [self._cell(x, y) for x, y in centres]
        for i, cell in enumerate(self._at):
            self._cells[cell].append(i)

    def places(self, boxes: Mapping[str, Box]) -> Places:
        """Where the boxes are now, in the order they were given."""
        now = dict(zip(self.ids, zip(self.x, self.y, strict=True), strict=True))
        return {id_: now[id_] for id_ in boxes}

    def pairs(self) -> list[Pair]:
        """Boxes too near one another, of which one at least can move; each pair once."""
        found: list[Pair] = []
        for (column, row), here in self._cells.items():
            around = [
                *self._cells.get((column + 1, row - 1), ()),
                *self._cells.get((column + 1, row), ()),
                *self._cells.get((column + 1, row + 1), ()),
                *self._cells.get((column, row + 1), ()),
            ]
            for n, i in enumerate(here):
                x, y, w, h = self.x[i], self.y[i], self.w[i] - SLACK, self.h[i] - SLACK
                found += [
                    (i, j) if i < j else (j, i)
                    for others in (here[n + 1 :], around)
                    for j in others
                    if abs(self.x[j] - x) < w + self.w[j]
                    and abs(self.y[j] - y) < h + self.h[j]
                    and not (self.fixed[i] and self.fixed[j])
                ]
        return sorted(found)

    def near(self, i: int, x: float, y: float) -> Iterable[int]:
        """The boxes that box `i` would be too near to, at x, y."""
        w, h = self.w[i] - SLACK, self.h[i] - SLACK
        left, top = self._cell(x, y)
        for column in (left - 1, left, left + 1):
            for row in (top - 1, top, top + 1):
                for j in self._cells.get((column, row), ()):
                    if abs(self.x[j] - x) < w + self.w[j] and abs(self.y[j] - y) < h + self.h[j] and j != i:
                        yield j

    def move(self, i: int, x: float, y: float) -> None:
        self.x[i], self.y[i] = x, y
        cell = self._cell(x, y)
        if cell != self._at[i]:
            self._cells[self._at[i]].remove(i)
            self._put_in(i, cell)

    def take_out(self, i: int) -> None:
        """Out of the way of the others, until `put_back`."""
        self._cells[self._at[i]].remove(i)

    def put_back(self, i: int, x: float, y: float) -> None:
        self.x[i], self.y[i] = x, y
        self._put_in(i, self._cell(x, y))

    def _put_in(self, i: int, cell: tuple[int, int]) -> None:
        self._at[i] = cell
        self._cells[cell].append(i)

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        return int(x // self._wide), int(y // self._high)


def _groups(pairs: list[Pair]) -> list[tuple[list[int], list[Pair]]]:
    """Boxes that overlap, one leading to the other, and the pairs of them that do."""
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in pairs:
        beside[i].append(j)
        beside[j].append(i)
    groups, seen = [], set[int]()
    for first in sorted(beside):
        if first not in seen:
            seen.add(first)
            group = [first]
            for i in group:
                fresh = [j for j in beside[i] if j not in seen]
                seen.update(fresh)
                group += fresh
            groups.append((sorted(group), [(i, j) for i in group for j in beside[i] if i < j]))
    return groups


def _spread(crowd: Cards, group: list[int], pairs: list[Pair]) -> list[int]:
    """Spreads a crowd around its middle, enough for its cards; answers with those of a stack, gathered there."""
    if len(group) < _CROWD or len(pairs) < 1.5 * len(group):
        return []
    by = _needed(crowd, group, pairs)
    stacked = by > _STACKED or 2 * len({(round(crowd.x[i]), round(crowd.y[i])) for i in group}) <= len(group)
    if stacked:
        by = 0.0
    free = [i for i in group if not crowd.fixed[i]]
    x, y = sum(crowd.x[i] for i in group) / len(group), sum(crowd.y[i] for i in group) / len(group)
    for i in free if stacked or by > 1.0 else ():
        crowd.home[i] = x + (crowd.x[i] - x) * by, y + (crowd.y[i] - y) * by
        crowd.move(i, *crowd.home[i])
    return free if stacked else []


def _needed(crowd: Cards, group: list[int], pairs: list[Pair]) -> float:
    """By how much a crowd is to be spread."""
    left, right = min(crowd.x[i] - crowd.w[i] for i in group), max(crowd.x[i] + crowd.w[i] for i in group)
    top, bottom = min(crowd.y[i] - crowd.h[i] for i in group), max(crowd.y[i] + crowd.h[i] for i in group)
    taken = sum(4 * crowd.w[i] * crowd.h[i] for i in group)
    loose = _LOOSE - _EDGE / sqrt(len(group))
    by = sqrt(loose * taken / ((right - left) * (bottom - top)))
    every = max(
        min(
            (crowd.w[i] + crowd.w[j] + BEYOND) / (abs(crowd.x[i] - crowd.x[j]) or SLACK),
            (crowd.h[i] + crowd.h[j] + BEYOND) / (abs(crowd.y[i] - crowd.y[j]) or SLACK),
        )
        for i, j in pairs
    )
    return every if every < _EVEN * by else by


def _push_apart(crowd: Cards, active: list[int]) -> Generator[None, None, None]:
    """Has boxes that are too near push one another, then those that they came too near to, until nothing moves."""
    for _ in range(_ROUNDS):
        moved: set[int] = set()
        for i in active:
            for j in list(crowd.near(i, crowd.x[i], crowd.y[i])):
                moved.update(_push(crowd, i, j))
            yield
        if not moved:
            return
        active = sorted(moved)


def _push(crowd: Cards, i: int, j: int) -> list[int]:
    """Moves two boxes apart along the shorter way, each by a half; all of it where the other is pinned."""
    dx, dy = crowd.x[j] - crowd.x[i], crowd.y[j] - crowd.y[i]
    over_x, over_y = crowd.w[i] + crowd.w[j] - abs(dx), crowd.h[i] + crowd.h[j] - abs(dy)
    if over_x <= SLACK or over_y <= SLACK or (crowd.fixed[i] and crowd.fixed[j]):
        return []
    along_x = over_x < over_y
    by = (over_x if along_x else over_y) + BEYOND
    ahead = dx if along_x else dy
    if ahead < 0 or (ahead == 0 and j < i):
        by = -by
    share = 0.0 if crowd.fixed[i] else 1.0 if crowd.fixed[j] else 0.5
    moved = []
    for k, part in ((i, -by * share), (j, by * (1 - share))):
        if part:
            crowd.move(k, crowd.x[k] + (part if along_x else 0.0), crowd.y[k] + (0.0 if along_x else part))
            moved.append(k)
    return moved


def _settle(crowd: Cards, left: list[int]) -> Generator[None, None, None]:
    """Puts boxes that were taken out at the free place nearest to where they belong, from their middle outwards."""
    if not left:
        return
    x = sum(crowd.home[i][0] for i in left) / len(left)
    y = sum(crowd.home[i][1] for i in left) / len(left)
    alike = Counter((*crowd.home[i], crowd.w[i], crowd.h[i]) for i in left)
    searches: dict[tuple[float, ...], _Search] = {}
    for i in sorted(left, key=lambda i: (hypot(crowd.home[i][0] - x, crowd.home[i][1] - y), i)):
        # What was in the way stays in the way: boxes of one size, from one place, go on with one search.
        key = *crowd.home[i], crowd.w[i], crowd.h[i]
        search = searches.get(key) or _Search(crowd.home[i])
        if alike[key] > 1:
            searches[key] = search
        while not search.step(crowd, i):
            yield
        crowd.put_back(i, *search.place)


class _Search:
    """For the free place nearest to a start: out of whatever is in the way by each of its four sides, nearest first."""

    def __init__(self, start: Point) -> None:
        self._start = start
        self._open = [(0.0, 0, *start)]
        self._seen = {start}

    @property
    def place(self) -> Point:
        """The nearest place that was not found taken."""
        _, _, x, y = self._open[0]
        return x, y

    def step(self, crowd: Cards, i: int) -> bool:
        """Whether that place is free; if not, those around what is in the way are next."""
        x, y = self.place
        j = next(iter(crowd.near(i, x, y)), None)
        if j is None:
            return True
        heappop(self._open)
        w, h = crowd.w[i] + crowd.w[j], crowd.h[i] + crowd.h[j]
        exits = ((x, crowd.y[j] + h), (crowd.x[j] + w, y), (x, crowd.y[j] - h), (crowd.x[j] - w, y))
        for place in exits:
            if place not in self._seen:
                far = hypot(place[0] - self._start[0], place[1] - self._start[1])
                self._seen.add(place)
                heappush(self._open, (far, len(self._seen), *place))
        return False
