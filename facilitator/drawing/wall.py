"""The map as the room sees it: what may be shown, in letters the back row can read, no card over another.

Cards stand where they do on the console, moved apart by the least that their larger letters ask for. Where the whole
map cannot be read at once, letters grow within it (`room@1.5`) while that helps; where it does not, the map is read in
parts. Once arranged, a gesture moves on the wall what it moves on the console and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import hypot, sqrt

from facilitator.drawing.arrange.air import give_air
from facilitator.drawing.card import card
from facilitator.drawing.parts import Part, parts
from facilitator.drawing.shapes import Box, Point, union
from facilitator.drawing.theme import Theme, theme
from facilitator.model.document import Actor, Document, Link
from facilitator.model.edition import on_the_wall

FACTORS = (1.0, 1.2, 1.45, 1.75, 1.9, 2.1, 2.4, 2.8, 3.3, 4.0, 5.0)
"""How much larger letters may be on the map than the theme has them, cards growing with them."""
AIR = 20.0
"""Left between two cards, in map units."""
_WORTH = 1.02
"""Letters that do not grow by this much any more will not."""
_PACKED = 0.45
"""Share of its own box that the cards of a map read in parts may cover."""
_STRETCH = 1.35
"""How far a map may be drawn out to the shape of the wall."""
_SPARE = 0.92
"""The share of its height a map is content with, where it can be."""
_FEW, _NEAR = 8, 4
"""Cards a gesture may move one by one; neighbours by which one finds its place."""
_HELD = 4096


@dataclass(frozen=True, slots=True)
class Frame:
    """What the map has of a wall: pixels, the least size of letters there, the largest zoom there is use for."""

    width: float
    height: float
    letters: float
    most: float


@dataclass(frozen=True, slots=True, eq=False)
class Arranged:
    """A map for the room. `zoom` is the least at which every name is read; `parts` all hold in the frame at it."""

    document: Document
    theme: Theme
    zoom: float
    boxes: Mapping[str, Box]
    parts: tuple[Part, ...]

    @property
    def whole(self) -> bool:
        """Whether one screen holds everything."""
        return len(self.parts) <= 1


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """A row of the session, the row the wall shows in its place, and its card's outline there."""

    actor: Actor
    shown: Actor
    box: Box


class Wall:
    """Makes the document a wall shows; rows that are shown alike stay the same objects."""

    def __init__(self, key: str = "room") -> None:
        self._key = key
        self._theme = theme(key)
        self._frame: Frame | None = None
        self._placed: dict[str, _Placed] = {}
        self._whole = True
        self._shown: Document | None = None
        self._arranged: Arranged | None = None
        self._hidden: frozenset[str] = frozenset()
        self._known: dict[tuple[str, float, float, float, float], Point] = {}

    def arranged(self, document: Document, frame: Frame, hidden: frozenset[str] = frozenset()) -> Arranged:
        """The map to project within a frame; what is hidden keeps its place, and none is asked for it."""
        shown, was = on_the_wall(document), self._frame
        fresh = (
            was is None or (frame.letters, frame.width) != (was.letters, was.width) or not self._follow(shown)
        )
        if fresh:
            self._arrange(shown, frame, hidden)
        result = self._result(frame, hidden)
        asks_less = was is not None and (len(hidden) > len(self._hidden) or frame.height > was.height)
        if not fresh and not result.whole and (self._whole or asks_less):
            # It could be read at once, or less is asked for now: is there another way to?
            self._arrange(shown, frame, hidden)
            result = self._result(frame, hidden)
        self._whole, self._frame, self._hidden = result.whole, frame, hidden
        return result

    # A gesture

    def _follow(self, shown: Document) -> bool:
        """Moves what moved; False where so much did that everything finds its place again."""
        placed, seen = self._placed, _standing(shown)
        gone = [id_ for id_ in placed if id_ not in seen]
        fresh = [
            actor
            for id_, actor in seen.items()
            if (held := placed.get(id_)) is None or held.actor is not actor
        ]
        if len(fresh) + len(gone) > _FEW + len(placed) // 4 or not placed:
            return False
        if not fresh and not gone:
            self._show(shown)
            return True
        moving: dict[str, Box] = {}
        for actor in fresh:
            held, outline = placed.get(actor.id), self._outline(actor, shown)
            if held is not None and _same_place(held, actor, outline):
                placed[actor.id] = _put(actor, *held.box.centre, outline)
            else:
                moving[actor.id] = outline
        for id_ in (*gone, *moving):
            placed.pop(id_, None)
        self._settle({id_: seen[id_] for id_ in moving}, moving)
        self._show(shown)
        return True

    def _settle(self, actors: Mapping[str, Actor], outlines: Mapping[str, Box]) -> None:
        """Places cards beside those that stay."""
        wanted = {
            id_: outlines[id_].moved(*self._beside(actor, outlines[id_])) for id_, actor in actors.items()
        }
        fixed = {id_: held.box for id_, held in self._placed.items()}
        centres = give_air(fixed | wanted, fixed.keys(), AIR) if wanted else {}
        for id_, actor in actors.items():
            held = self._placed[id_] = _put(actor, *centres[id_], outlines[id_])
            self._known[_place_key(actor, outlines[id_])] = held.box.centre
        if len(self._known) > _HELD:
            self._known.clear()

    def _beside(self, actor: Actor, outline: Box) -> Point:
        """Where a card goes: where it was before, standing there, else moved as its neighbours are."""
        known = self._known.get(_place_key(actor, outline))
        if known is not None:
            return known
        x, y = _at(actor)
        near = sorted(
            self._placed.values(), key=lambda held: hypot(_at(held.actor)[0] - x, _at(held.actor)[1] - y)
        )
        dx = dy = total = 0.0
        for held in near[:_NEAR]:
            there, (now_x, now_y) = _at(held.actor), held.box.centre
            weight = 1.0 / (1.0 + hypot(there[0] - x, there[1] - y))
            dx, dy = dx + weight * (now_x - there[0]), dy + weight * (now_y - there[1])
            total += weight
        return (x + dx / total, y + dy / total) if total else (x, y)

    # All of it

    def _arrange(self, shown: Document, frame: Frame, hidden: frozenset[str]) -> None:
        """Finds the least enlargement at which everything is read at once, else one to read it in parts."""
        actors = _standing(shown)
        tight: tuple[Theme, dict[str, Box]] | None = None
        best = 0.0
        for factor in FACTORS:
            look = self._look(factor)
            outlines = {id_: card(actor, shown, look, ()).box for id_, actor in actors.items()}
            zoom = _least_zoom(look, frame)
            if _surface(outlines) * zoom * zoom > frame.width * frame.height:
                continue
            size = 0.0
            for drawn_out in (False, True):
                centres = give_air(_starts(actors, outlines, frame, drawn_out=drawn_out), (), AIR)
                boxes = {id_: box.moved(*centres[id_]) for id_, box in outlines.items()}
                size = look.name_floor * _fit(boxes, frame, hidden)
                if size >= frame.letters and tight is None:
                    tight = look, boxes
                if look.name_floor * _fit(boxes, _lower(frame), hidden) >= frame.letters:
                    self._take(
                        look, actors, _filling(boxes, _lower(frame), hidden) if factor > 1.0 else boxes, shown
                    )
                    return
            if size < best * _WORTH:
                break
            best = max(size, best)
        look, boxes = tight or self._in_parts(actors, shown)
        self._take(look, actors, boxes, shown)

    def _in_parts(self, actors: Mapping[str, Actor], shown: Document) -> tuple[Theme, dict[str, Box]]:
        """The largest letters that leave the map its air: the more of it is seen at once."""
        span = union(Box(*_at(actor), 0.0, 0.0) for actor in actors.values())
        look = self._look(1.0)
        for factor in FACTORS:
            larger = self._look(factor)
            outlines = {id_: card(actor, shown, larger, ()).box for id_, actor in actors.items()}
            around = larger.card.width, larger.card.height
            if _surface(outlines) > _PACKED * (span.width + around[0]) * (span.height + around[1]):
                break
            look = larger
        outlines = {id_: card(actor, shown, look, ()).box for id_, actor in actors.items()}
        centres = give_air({id_: box.moved(*_at(actors[id_])) for id_, box in outlines.items()}, (), AIR)
        return look, {id_: box.moved(*centres[id_]) for id_, box in outlines.items()}

    def _take(
        self, look: Theme, actors: Mapping[str, Actor], boxes: Mapping[str, Box], shown: Document
    ) -> None:
        self._theme = look
        self._known.clear()
        self._placed = {
            id_: _put(actor, *boxes[id_].centre, self._outline(actor, shown)) for id_, actor in actors.items()
        }
        for held in self._placed.values():
            self._known[_place_key(held.actor, held.box)] = held.box.centre
        self._show(shown)

    # What is shown

    def _show(self, shown: Document) -> None:
        rows = {
            id_: held.shown if (held := self._placed.get(id_)) else row for id_, row in shown.actors.items()
        }
        before = self._shown
        links = before.links if before is not None and _alike(before.links, shown.links) else shown.links
        # The table too stays the same object: what is known of all links together still holds.
        self._shown = replace(shown, actors=rows, links=links)
        self._arranged = None

    def _result(self, frame: Frame, hidden: frozenset[str]) -> Arranged:
        """What was found; the very same as long as it is for the same."""
        if self._arranged is None or frame != self._frame or hidden != self._hidden:
            assert self._shown is not None  # noqa: S101 - it is shown before it is told
            zoom = _least_zoom(self._theme, frame)
            boxes = {id_: held.box for id_, held in self._placed.items()}
            seen = {id_: box for id_, box in boxes.items() if id_ not in hidden}
            cut = parts(seen, frame.width / zoom, frame.height / zoom)
            self._arranged = Arranged(self._shown, self._theme, zoom, boxes, cut)
        return self._arranged

    def _look(self, factor: float) -> Theme:
        return theme(self._key if factor == 1.0 else f"{self._key}@{factor:g}")

    def _outline(self, actor: Actor, document: Document) -> Box:
        return card(actor, document, self._theme, ()).box


def _standing(document: Document) -> dict[str, Actor]:
    """Actors that have a place."""
    return {id_: actor for id_, actor in document.actors.items() if actor.placed}


def _at(actor: Actor) -> Point:
    return actor.x or 0.0, actor.y or 0.0


def _put(actor: Actor, x: float, y: float, outline: Box) -> _Placed:
    shown = actor if (x, y) == (actor.x, actor.y) else replace(actor, x=x, y=y)
    return _Placed(
        actor, shown, Box(x - outline.width / 2, y - outline.height / 2, outline.width, outline.height)
    )


def _same_place(held: _Placed, actor: Actor, outline: Box) -> bool:
    return (held.actor.x, held.actor.y) == (actor.x, actor.y) and (
        outline.width <= held.box.width and outline.height <= held.box.height
    )


def _place_key(actor: Actor, outline: Box) -> tuple[str, float, float, float, float]:
    return actor.id, *_at(actor), outline.width, outline.height


def _least_zoom(look: Theme, frame: Frame) -> float:
    return frame.letters / look.name_floor


def _fit(boxes: Mapping[str, Box], frame: Frame, hidden: frozenset[str]) -> float:
    """The zoom at which all of it is seen."""
    box = union(box for id_, box in boxes.items() if id_ not in hidden)
    return min(frame.width / max(box.width, 1.0), frame.height / max(box.height, 1.0))


def _filling(boxes: Mapping[str, Box], frame: Frame, hidden: frozenset[str]) -> dict[str, Box]:
    """The same cards, drawn apart one way or the other as far as the frame leaves room at the same size."""
    zoom = _fit(boxes, frame, hidden)
    seen = [box for id_, box in boxes.items() if id_ not in hidden]
    around = union(seen)
    by = []
    for at, room in ((0, frame.width), (1, frame.height)):
        sizes = [(box.width, box.height)[at] for box in seen]
        span = (around.width, around.height)[at] - max(sizes)
        by.append(min(max((room / zoom - max(sizes)) / span, 1.0), _STRETCH) if span > 1.0 else 1.0)
    x, y = around.centre
    return {
        id_: box.moved((box.centre[0] - x) * (by[0] - 1.0), (box.centre[1] - y) * (by[1] - 1.0))
        for id_, box in boxes.items()
    }


def _lower(frame: Frame) -> Frame:
    """The same without the line that a longer question would take: a step further, no card moves."""
    return replace(frame, height=frame.height * _SPARE)


def _surface(outlines: Mapping[str, Box]) -> float:
    return sum((box.width + AIR) * (box.height + AIR) for box in outlines.values())


def _starts(
    actors: Mapping[str, Actor], outlines: Mapping[str, Box], frame: Frame, *, drawn_out: bool
) -> dict[str, Box]:
    """Cards where the console has them, or with the map drawn out to the shape of the frame."""
    by = 1.0
    if drawn_out and actors:
        box = union(outlines[id_].moved(*_at(actor)) for id_, actor in actors.items())
        shape = (frame.width / max(frame.height, 1.0)) / (box.width / max(box.height, 1.0))
        by = min(max(sqrt(shape), 1 / _STRETCH), _STRETCH)
    return {
        id_: outlines[id_].moved(x * by, y / by) for id_, actor in actors.items() for x, y in (_at(actor),)
    }


def _alike(before: Mapping[str, Link], after: Mapping[str, Link]) -> bool:
    """Whether two tables hold the very same rows."""
    return len(before) == len(after) and all(before.get(id_) is row for id_, row in after.items())


def legible(boxes: Mapping[str, Box], seen: Box) -> Iterable[str]:
    """Ids of the cards that are wholly within what is seen."""
    return (
        id_
        for id_, box in boxes.items()
        if box.x >= seen.x and box.y >= seen.y and box.right <= seen.right and box.bottom <= seen.bottom
    )
