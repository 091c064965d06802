"""The courses of all the links of a map, made again only where cards or links changed.

Always what it would be if made from nothing: a course depends on its two cards, on the cards in its way and on the
links that leave by the same sides, never on what was there before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import hypot

from facilitator.drawing import cells as grid
from facilitator.drawing import sides
from facilitator.drawing.cells import Cells, Standing
from facilitator.drawing.plan import Bundle, Ends, Plan, courses, drift, plan, settled
from facilitator.drawing.route import Route
from facilitator.drawing.shapes import Box
from facilitator.drawing.theme import Theme
from facilitator.drawing.wiring import Pair, Wiring, lanes, wiring
from facilitator.model.document import Link
from facilitator.slices import EACH, Slices, finished

_MOST = 24
"""With more cards that moved, every link is looked at again rather than compared with each of them."""
STAR = 12
"""With more links than that, those of a card go straight."""
_ROOM = 1.1
"""How far apart links end on a side, for an arrowhead as long as 1."""

Wish = tuple[float, int, str, float, Pair]
"""A link that would leave by a side: where it comes among others, its rank and id, how far along, its two actors."""
Port = tuple[str, int]
"""A card and one of its sides."""
Wishes = defaultdict[Port, list[Wish]]
Corridor = tuple[float, float, float, float, float, float, float, float]
"""Around a way: a box, then the normal of the way, how far along it the way is, and how far aside it matters."""


@dataclass(frozen=True, slots=True, eq=False)
class Weave:
    """`ways` are by link, each from its source; the others are what they were made from.

    A link whose cards leave no way between them has none.
    """

    theme: Theme
    wiring: Wiring
    boxes: Mapping[str, Box]
    cells: Cells
    plans: dict[Pair, Plan]
    wishes: dict[Port, tuple[Wish, ...]]
    ports: dict[Port, dict[str, float]]
    corridors: dict[Pair, Corridor]
    ways: dict[str, Route]


def nothing(theme: Theme) -> Weave:
    """No card and no link."""
    return Weave(theme, wiring({}), {}, {}, {}, {}, {}, {}, {})


def weaving(wires: Wiring, boxes: Mapping[str, Box], before: Weave) -> Slices[tuple[Weave, set[str]]]:
    """The courses with these links between cards at these places, and the links that have another or none."""
    was = before.boxes
    moved = shifted(was, boxes)
    stale = {pair for id_ in moved for pair in wires.pairs_of.get(id_, ())}
    if wires is not before.wiring:
        old = before.wiring.pairs
        stale |= {pair for pair, rows in wires.pairs.items() if old.get(pair) != rows}
        stale |= old.keys() - wires.pairs.keys()
        turned = [
            id_
            for id_ in wires.of.keys() | before.wiring.of.keys()
            if _star(wires, id_) != _star(before.wiring, id_)
        ]
        stale |= {pair for id_ in turned for pair in wires.pairs_of.get(id_, ())}
    if len(moved) > _MOST:
        stale |= wires.pairs.keys()
    else:
        stale |= _passing(before.corridors, _standing(was, moved), _standing(boxes, moved))
    return (yield from _advancing(before, wires, boxes, moved, stale, spread=True))


def carried(before: Weave, moved: Mapping[str, Box]) -> tuple[Weave, set[str]]:
    """The courses of the links of some cards with these cards elsewhere; those of other links are left as they are."""
    wires = before.wiring
    stale = {pair for id_ in moved for pair in wires.pairs_of.get(id_, ())}
    return finished(_advancing(before, wires, {**before.boxes, **moved}, moved.keys(), stale, spread=False))


def shifted(was: Mapping[str, Box], boxes: Mapping[str, Box]) -> set[str]:
    """The cards that are elsewhere, come or gone."""
    get = was.get
    # Nearly all are the very same box, which need not be compared.
    other = {id_: box for id_, box in boxes.items() if get(id_) is not box}
    return {id_ for id_, box in other.items() if get(id_) != box} | (was.keys() - boxes.keys())


def _standing(boxes: Mapping[str, Box], ids: Iterable[str]) -> list[Standing]:
    return [grid.standing(id_, boxes[id_]) for id_ in ids if id_ in boxes]


def _passing(corridors: Mapping[Pair, Corridor], *cards: Iterable[Standing]) -> set[Pair]:
    """The pairs in whose way some cards stand."""
    found: set[Pair] = set()
    every = [card for some in cards for card in some]
    if not every:
        return found
    west, east = min(one[0] - one[2] for one in every), max(one[0] + one[2] for one in every)
    north, south = min(one[1] - one[3] for one in every), max(one[1] + one[3] for one in every)
    near = [
        (pair, way)
        for pair, way in corridors.items()
        if way[0] < east and west < way[2] and way[1] < south and north < way[3]
    ]
    for x, y, halfw, halfh, _ in every:
        west, east, north, south = x - halfw, x + halfw, y - halfh, y + halfh
        found.update(
            [
                pair
                for pair, (left, top, right, bottom, nx, ny, at, reach) in near
                if left < east
                and west < right
                and top < south
                and north < bottom
                and abs(nx * x + ny * y - at) < halfw * abs(nx) + halfh * abs(ny) + reach
            ]
        )
    return found


def _advancing(
    before: Weave,
    wires: Wiring,
    boxes: Mapping[str, Box],
    moved: Iterable[str],
    stale: set[Pair],
    *,
    spread: bool,
) -> Slices[tuple[Weave, set[str]]]:
    """The courses with some pairs planned again; with `spread`, so are those whose links must make room for them."""
    theme = before.theme
    cells = grid.changed(before.cells, _standing(before.boxes, moved), _standing(boxes, moved))
    now = Weave(
        theme,
        wires,
        boxes,
        cells,
        dict(before.plans),
        dict(before.wishes),
        dict(before.ports),
        dict(before.corridors),
        dict(before.ways),
    )
    bundles: dict[Pair, Bundle] = {}
    asked = yield from _plan_again(before, now, stale, bundles)
    pushed = _share_again(before, now, *asked)
    same = {pair for pair in stale if _same(before, now, pair)}
    yield
    laid = (stale - same) | pushed if spread else stale
    return now, (yield from _lay_again(before, now, laid, bundles))


def _same(before: Weave, now: Weave, pair: Pair) -> bool:
    """Whether cards that came near or went away change nothing for a pair, but for the places its links are given."""
    planned = now.plans.get(pair)
    return (
        planned is not None
        and planned == before.plans.get(pair)
        and now.wiring.pairs[pair] is before.wiring.pairs.get(pair)
        and all(before.boxes[id_] == now.boxes[id_] for id_ in pair)
        and (not planned.clear or _placed(before, pair, planned) == planned.ends)
    )


def _plan_again(
    before: Weave, now: Weave, stale: Iterable[Pair], bundles: dict[Pair, Bundle]
) -> Slices[tuple[Wishes, Wishes]]:
    """Plans these pairs, and tells what their links wished for and wish for now."""
    gone: Wishes = defaultdict(list)
    come: Wishes = defaultdict(list)
    for n, pair in enumerate(stale, 1):
        if n % EACH == 0:
            yield
        rows, old = now.wiring.pairs.get(pair, ()), before.wiring.pairs.get(pair, ())
        was = before.plans.get(pair)
        made = None
        if rows and pair[0] in now.boxes and pair[1] in now.boxes:
            bundles[pair] = bundle = _bundle(now, pair)
            made = plan(bundle, now.cells)
        if made is not None:
            now.plans[pair] = made
        elif was is not None:
            del now.plans[pair]
        if made is None or was is None or rows is not old or made.ends != was.ends:
            _wish(gone, pair, old, was)
            _wish(come, pair, rows, made)
    return gone, come


def _wish(wishes: Wishes, pair: Pair, rows: Iterable[Link], planned: Plan | None) -> None:
    """Adds what the links of a bundle wish for, on the sides of both cards."""
    if planned is None:
        return
    for row, (one, other) in zip(rows, planned.ends, strict=True):
        wishes[pair[0], one[0]].append((one[1], row.rank, row.id, one[2], pair))
        wishes[pair[1], other[0]].append((other[1], row.rank, row.id, other[2], pair))


def _share_again(before: Weave, now: Weave, gone: Wishes, come: Wishes) -> set[Pair]:
    """Shares out the sides on which wishes changed; the pairs of links that have another place."""
    pushed: set[Pair] = set()
    for port in gone.keys() | come.keys():
        leaving, held = gone.get(port, ()), before.wishes.get(port, ())
        now.wishes[port] = wishes = tuple(
            sorted([*[wish for wish in held if wish not in leaving], *come.get(port, ())])
        )
        known = before.ports.get(port, {})
        now.ports[port] = given = _shared(wishes, now.boxes.get(port[0]), port[1], now.theme)
        pushed.update([wish[4] for wish in wishes if given[wish[2]] != known.get(wish[2])])
    return pushed


def _shared(wishes: tuple[Wish, ...], box: Box | None, side: int, theme: Theme) -> dict[str, float]:
    """How far along a side each of its links ends, in the order of the ways they wished for."""
    if box is None or len(wishes) < 2:
        return {wish[2]: wish[3] for wish in wishes}
    low, high = sides.span(box, theme.card.radius, side)
    given = sides.shared([wish[3] for wish in wishes], theme.link.arrow * _ROOM, low, high)
    return {wish[2]: along for wish, along in zip(wishes, given, strict=True)}


def _lay_again(
    before: Weave, now: Weave, stale: Iterable[Pair], bundles: Mapping[Pair, Bundle]
) -> Slices[set[str]]:
    """Lays the courses of these pairs, from the places their links were given; the links that have another, or none."""
    changed: set[str] = set()
    for pair in stale:
        # First what is no more: a link may have gone from one pair to another.
        rows, old = now.wiring.pairs.get(pair, ()), before.wiring.pairs.get(pair, ())
        planned = pair in now.plans
        if old and (not planned or rows is not old):
            lost = {row.id for row in old} - {row.id for row in rows if planned}
            changed |= lost
            for id_ in lost:
                now.ways.pop(id_, None)
        if not planned:
            now.corridors.pop(pair, None)
    for n, pair in enumerate(stale, 1):
        if n % EACH == 0:
            yield
        if pair in now.plans:
            for id_, way in _laid(now, pair, bundles.get(pair) or _bundle(now, pair)):
                if now.ways.get(id_) != way:
                    now.ways[id_] = way
                    changed.add(id_)
    return changed


def _laid(now: Weave, pair: Pair, bundle: Bundle) -> Iterator[tuple[str, Route]]:
    """The courses of the links of a pair, each from its source."""
    planned = now.plans[pair]
    rows = now.wiring.pairs[pair]
    ends = _placed(now, pair, planned)
    taken, bend = settled(bundle, planned, ends, now.cells)
    now.corridors[pair] = _corridor(planned, drift(planned, bundle, ends))
    for row, way in zip(rows, courses(bundle, taken, bend), strict=True):
        yield row.id, way if row.source == pair[0] else way.reversed()


def _placed(now: Weave, pair: Pair, planned: Plan) -> tuple[Ends, ...]:
    """The ends a bundle wished for, at the places its links were given."""
    here, there = pair
    ends = []
    for row, (one, other) in zip(now.wiring.pairs[pair], planned.ends, strict=True):
        start, stop = now.ports[here, one[0]][row.id], now.ports[there, other[0]][row.id]
        same = start == one[2] and stop == other[2]
        ends.append((one, other) if same else ((one[0], one[1], start), (other[0], other[1], stop)))
    return tuple(ends)


def _bundle(now: Weave, pair: Pair) -> Bundle:
    return bundled(now.wiring, now.boxes, now.theme, pair)


def bundled(wires: Wiring, boxes: Mapping[str, Box], theme: Theme, pair: Pair) -> Bundle:
    """The links between two cards at these places."""
    count = len(wires.pairs[pair])
    offsets = (0.0,) if count == 1 else tuple([lane * theme.link.spread for lane in lanes(count)])
    bends = not (_star(wires, pair[0]) or _star(wires, pair[1]))
    return Bundle(boxes[pair[0]], boxes[pair[1]], offsets, theme.card.radius, pair, bends)


def _star(wires: Wiring, actor: str) -> bool:
    """Whether so many links leave a card that they are read best as a star: bent, they would cross one another."""
    return len(wires.of.get(actor, ())) > STAR


def _corridor(wished: Plan, reach: float) -> Corridor:
    (ax, ay), (bx, by) = wished.aims
    length = hypot(bx - ax, by - ay)
    nx, ny = (ay - by) / length, (bx - ax) / length
    left, right = (ax, bx) if ax < bx else (bx, ax)
    top, bottom = (ay, by) if ay < by else (by, ay)
    return left - reach, top - reach, right + reach, bottom + reach, nx, ny, nx * ax + ny * ay, reach
