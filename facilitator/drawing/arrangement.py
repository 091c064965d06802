"""Where everything stands on a wall at a moment, and what a gesture moves of it; `wall` keeps those of before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from math import dist, hypot
from operator import is_

from facilitator.drawing.arrange.held import FARTHER
from facilitator.drawing.beside import aired, moved_alike
from facilitator.drawing.card import card
from facilitator.drawing.footing import Footing, grounded, laid
from facilitator.drawing.ground import ground
from facilitator.drawing.held_back import held_back
from facilitator.drawing.parts import Part, kept, parts
from facilitator.drawing.setting import Setting, found, hopeless, least_zoom, standing
from facilitator.drawing.shapes import Box, Point
from facilitator.drawing.spread import Frame, at
from facilitator.drawing.theme import Theme, theme
from facilitator.model.document import Actor, Background, Document, Link, Zone

_FEW = 8
"""Cards a gesture may move one by one."""
_HELD = 4096
_CLOSER = 0.9
"""Of the extent of a map read in parts, that under which it might hold on one screen."""
_ROUNDING = 1e-6
"""The centre of a box is not quite the place it was put at."""
_Known = dict[tuple[str, float, float, float, float], Point]
"""Where cards went, by actor, place on the console and size."""
_Under = tuple[Background, Mapping[str, Zone]]
"""What lies under the map."""


@dataclass(frozen=True, slots=True, eq=False)
class Arranged:
    """A map for the room. `zoom` is the least at which every name is read; `parts` all hold in the frame at it.
    `under` is the box of what lies under the map, none where that is nothing."""

    document: Document
    theme: Theme
    zoom: float
    boxes: Mapping[str, Box]
    parts: tuple[Part, ...]
    under: Box | None

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


class Arrangement:
    """What a wall shows of a session, of which rows that are shown alike stay the same objects."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._theme = theme(key)
        self._spread: Point = (1.0, 1.0)
        self._room: Box | None = None
        self._under: tuple[_Under, _Under] | None = None
        self._frame: Frame | None = None
        self._placed: dict[str, _Placed] = {}
        self._whole = True
        self._sought = (0, 0.0, 0.0)
        self._asked: Document | None = None
        self._shown: Document | None = None
        self._arranged: Arranged | None = None
        self._cut: tuple[Part, ...] = ()
        self._hidden: frozenset[str] = frozenset()
        self._known: _Known = {}
        self._found: list[tuple[Document, Frame, frozenset[str], Setting]] = []

    def arranged(self, shown: Document, frame: Frame, hidden: frozenset[str]) -> Arranged:
        """The map to project within a frame, of what the room may see of a session."""
        fresh = not self.holds_in(frame) or self._too_low(frame) or not self._follow(shown, frame, hidden)
        if fresh:
            self._arrange(shown, frame, hidden)
        result, was = self._result(frame, hidden), self._frame
        asks_less = was is not None and (len(hidden) > len(self._hidden) or frame.height > was.height)
        # It could be read at once, or less is asked for now: is there another way to?
        parted = not fresh and not result.whole
        if parted and (self._whole or asks_less or self._might_be_whole(shown, frame, hidden)):
            self._arrange(shown, frame, hidden)
            result = self._result(frame, hidden)
        self._whole, self._frame, self._hidden = result.whole, frame, hidden
        return result

    def _might_be_whole(self, shown: Document, frame: Frame, hidden: frozenset[str]) -> bool:
        """Whether a map in parts, of fewer cards or much closer together than when that was found, holds on one
        screen: otherwise it stays as it is."""
        sought, now = self._sought, _extent(shown)
        if now[0] >= sought[0] and all(
            one > _CLOSER * was for one, was in zip(now[1:], sought[1:], strict=True)
        ):
            return False
        self._sought = now
        if hopeless(shown, frame, self._key):
            return False
        setting = self._setting(shown, frame, hidden)
        seen = [box for id_, box in setting.boxes.items() if id_ not in hidden]
        return frame.fit(seen) >= least_zoom(setting.look, frame)

    def holds_in(self, frame: Frame) -> bool:
        """Whether a wall as wide, with letters as large, can go on from it."""
        was = self._frame
        return was is not None and (frame.letters, frame.width) == (was.letters, was.width)

    def changed(self, shown: Document) -> list[tuple[str, Actor]]:
        """The actors that are other rows than those it is of."""
        was = self._asked.actors if self._asked is not None else {}
        return [(id_, row) for id_, row in shown.actors.items() if was.get(id_) is not row]

    def is_of(self, shown: Document, hidden: frozenset[str], moved: Iterable[tuple[str, Actor]] = ()) -> bool:
        """Whether the very same cards stand in the same places, over the same ground; `moved` are looked at first."""
        was = self._asked
        return (
            was is not None
            and self._hidden == hidden
            and all(was.actors.get(id_) == row for id_, row in moved)
            and (was.background, was.zones) == (shown.background, shown.zones)
            and standing(was) == standing(shown)
        )

    def as_it_is(self, known: _Known | None = None) -> Arrangement:
        """Itself at this moment; what was ever found is shared, and where cards went but for a trial that has its own
        `known` places."""
        held = copy(self)
        held._placed = dict(self._placed)
        held._known = self._known if known is None else known
        return held

    def read_as(self, other: Arrangement) -> Arrangement:
        """Itself, read in the parts of another: one goes on reading the part one reads."""
        held = self.as_it_is()
        held._cut = other._cut
        return held

    @property
    def known(self) -> _Known:
        """Where cards went, for a trial of its own."""
        return dict(self._known)

    def learn(self, trial: Arrangement, known: _Known) -> None:
        """Remembers where cards went in a trial; not places of before everything was arranged again in it."""
        if trial._known is known:
            self._known.update(known)

    def _too_low(self, frame: Frame) -> bool:
        """Whether what lies under the map would be cut now."""
        room = self._room
        return room is not None and room.height * least_zoom(self._theme, frame) > frame.height * (
            1 + _ROUNDING
        )

    # A gesture

    def _follow(self, shown: Document, frame: Frame, hidden: frozenset[str]) -> bool:
        """Moves what moved; False where so much did that everything finds its place again."""
        placed, seen = self._placed, standing(shown)
        gone = [id_ for id_ in placed if id_ not in seen]
        fresh = [
            actor
            for id_, actor in seen.items()
            if (held := placed.get(id_)) is None or (held.actor is not actor and held.actor != actor)
        ]
        strayed = self._strayed(shown)
        if strayed is None or not placed or len(fresh) + len(gone) > _FEW + len(placed) // 4:
            return False
        if not fresh and not gone and not strayed:
            self._show(shown)
            return True
        moving: dict[str, Box] = {actor.id: self._outline(actor, shown) for actor in strayed}
        for actor in fresh:
            held, outline = placed.get(actor.id), self._outline(actor, shown)
            if held is not None and _same_place(held, actor, outline) and self._stays(held, actor, outline):
                placed[actor.id] = _put(actor, *held.box.centre, outline)
            else:
                moving[actor.id] = outline
        before = {id_: placed.pop(id_) for id_ in (*gone, *moving) if id_ in placed}
        actors = {id_: seen[id_] for id_ in moving}
        if not grounded(shown):
            self._settle(actors, moving, before, frame, hidden)
        elif not self._stand(shown, actors, moving):
            return False
        self._show(shown)
        return True

    def _strayed(self, shown: Document) -> list[Actor] | None:
        """Those that what lies under the map, changed, says something else of; None where it is another altogether, or
        goes over the edge of the screen."""
        before = self._shown
        if before is None or self._under is None or not grounded(shown):
            return None if before is not None and grounded(before) != grounded(shown) else []
        background, zones = self._under[0]
        if (background, zones) == (shown.background, shown.zones):
            return []
        if not grounded(before) or background.kind is not shown.background.kind:
            return None
        footing = Footing(shown, self._spread)
        if self._room is not None and not self._room.holds(
            ground(laid(shown, self._spread), self._theme).box
        ):
            return None
        held = [self._placed[id_] for id_ in standing(shown) if id_ in self._placed]
        return [one.actor for one in held if not footing.keeps(one.actor, *one.box.centre)]

    def _stand(self, shown: Document, actors: Mapping[str, Actor], outlines: Mapping[str, Box]) -> bool:
        """Places cards in their cells, beside those that stay, or make way; False where there is no room either."""
        footing = Footing(shown, self._spread, self._room)
        fixed = {id_: held.box for id_, held in self._placed.items()}
        known = {id_: self._known.get(_place_key(actor, outlines[id_])) for id_, actor in actors.items()}
        stands = footing.stands(actors, outlines)
        alone = footing.again(actors, outlines, known, fixed) or footing.apart(stands, outlines, fixed)
        if alone is None and (moved := self._made_way(footing, actors, outlines)) is not None:
            self._keep(*moved)
            return True
        alone = alone or footing.apart(stands, outlines, fixed, FARTHER)
        if alone is not None:
            self._keep(alone, actors, outlines)
        return alone is not None

    def _made_way(
        self, footing: Footing, actors: Mapping[str, Actor], outlines: Mapping[str, Box]
    ) -> tuple[Mapping[str, Point], Mapping[str, Actor], Mapping[str, Box]] | None:
        """Where these cards go with neighbours that make way: what `_keep` asks for; None where they cannot."""
        rows = {**{id_: held.actor for id_, held in self._placed.items()}, **actors}
        sizes = {**{id_: held.box.centred(0.0, 0.0) for id_, held in self._placed.items()}, **outlines}
        now = {id_: held.box.centre for id_, held in self._placed.items()}
        centres = footing.apart(footing.stands(rows, sizes, now), sizes)
        if centres is None:
            return None
        moved = {
            id_: row
            for id_, row in rows.items()
            if id_ not in now or dist(now[id_], centres[id_]) > _ROUNDING
        }
        return centres, moved, sizes

    def _stays(self, held: _Placed, actor: Actor, outline: Box) -> bool:
        """Whether a card, as it is now, was never elsewhere: an undo takes it back where it was."""
        (x, y), (was_x, was_y) = held.box.centre, self._known.get(_place_key(actor, outline), held.box.centre)
        return hypot(was_x - x, was_y - y) < _ROUNDING

    def _settle(
        self,
        actors: Mapping[str, Actor],
        outlines: Mapping[str, Box],
        before: Mapping[str, _Placed],
        frame: Frame,
        hidden: frozenset[str],
    ) -> None:
        """Places cards beside those that stay."""
        stood = [(at(held.actor), held.box.centre) for held in self._placed.values()]
        places = {}
        for id_, actor in actors.items():
            known, was = self._known.get(_place_key(actor, outlines[id_])), before.get(id_)
            there = (at(was.actor), was.box.centre) if was is not None else None
            places[id_] = known or moved_alike(at(actor), stood, there)
        if not places:
            return
        wanted = {id_: outlines[id_].moved(*place) for id_, place in places.items()}
        stay = {id_: held.box for id_, held in self._placed.items()}
        centres = aired(places, wanted, stay)
        if self._whole:
            placed = {id_: outlines[id_].moved(*centres[id_]) for id_ in wanted}
            zoom = least_zoom(self._theme, frame)
            centres = held_back(wanted, placed, stay, hidden, frame, zoom) or centres
        self._keep(centres, actors, outlines)

    def _keep(
        self, centres: Mapping[str, Point], actors: Mapping[str, Actor], outlines: Mapping[str, Box]
    ) -> None:
        """These cards stand there, and will again."""
        for id_, actor in actors.items():
            self._placed[id_] = _put(actor, *centres[id_], outlines[id_])
            self._known[_place_key(actor, outlines[id_])] = centres[id_]
        if len(self._known) > _HELD:
            self._known.clear()

    # All of it

    def _arrange(self, shown: Document, frame: Frame, hidden: frozenset[str]) -> None:
        """Everything finds its place again."""
        setting = self._setting(shown, frame, hidden)
        self._sought = _extent(shown)
        self._theme, self._spread, self._under, self._cut = setting.look, setting.spread, None, ()
        self._room = setting.room
        self._placed = {
            id_: _put(actor, *setting.boxes[id_].centre, setting.boxes[id_])
            for id_, actor in standing(shown).items()
        }
        self._known = {_place_key(held.actor, held.box): held.box.centre for held in self._placed.values()}
        self._show(shown)

    def _setting(self, shown: Document, frame: Frame, hidden: frozenset[str]) -> Setting:
        """Where everything goes; the last one found, by whoever foresaw it too, where nothing is otherwise."""
        for was, *asked, setting in self._found:
            if asked == [frame, hidden] and was == shown:
                return setting
        setting = found(shown, frame, hidden, self._key)
        self._found[:] = [(shown, frame, hidden, setting)]
        return setting

    # What is shown

    def _show(self, shown: Document) -> None:
        rows = {
            id_: held.shown if (held := self._placed.get(id_)) else row for id_, row in shown.actors.items()
        }
        before = self._shown
        links = before.links if before is not None and _alike(before.links, shown.links) else shown.links
        self._asked = shown
        # The table too stays the same object: what is known of all links together still holds.
        under, zones = self._laid(shown)
        self._shown = replace(shown, actors=rows, links=links, background=under, zones=zones)
        self._arranged = None

    def _laid(self, shown: Document) -> _Under:
        """What lies under the map, spread with it; the same objects as long as it is the same."""
        if (
            self._under is None
            or self._under[0][0] is not shown.background
            or self._under[0][1] is not shown.zones
        ):
            spread = laid(shown, self._spread)
            self._under = (shown.background, shown.zones), (spread.background, spread.zones)
        return self._under[1]

    def _result(self, frame: Frame, hidden: frozenset[str]) -> Arranged:
        """What was found; the very same as long as it is for the same."""
        if self._arranged is None or frame != self._frame or hidden != self._hidden:
            assert self._shown is not None  # noqa: S101 - it is shown before it is told
            zoom = least_zoom(self._theme, frame)
            boxes = {id_: held.box for id_, held in self._placed.items()}
            seen = {id_: box for id_, box in boxes.items() if id_ not in hidden}
            width, height = frame.width / zoom, frame.height / zoom
            whole = frame.fit(seen.values()) >= zoom
            self._cut = (not whole and kept(self._cut, seen, width, height)) or parts(seen, width, height)
            under = ground(self._shown, self._theme).box if grounded(self._shown) else None
            self._arranged = Arranged(self._shown, self._theme, zoom, boxes, self._cut, under)
        return self._arranged

    def _outline(self, actor: Actor, document: Document) -> Box:
        return card(actor, document, self._theme, ()).box


def _extent(shown: Document) -> tuple[int, float, float]:
    """How many cards there are, and how far they lie from one another, across and down."""
    places = [at(actor) for actor in standing(shown).values()]
    across, down = ([place[way] for place in places] or [0.0] for way in (0, 1))
    return len(places), max(across) - min(across), max(down) - min(down)


def _put(actor: Actor, x: float, y: float, outline: Box) -> _Placed:
    shown = actor if (x, y) == (actor.x, actor.y) else replace(actor, x=x, y=y)
    return _Placed(actor, shown, outline.centred(x, y))


def _same_place(held: _Placed, actor: Actor, outline: Box) -> bool:
    return (held.actor.x, held.actor.y) == (actor.x, actor.y) and (
        outline.width <= held.box.width and outline.height <= held.box.height
    )


def _place_key(actor: Actor, outline: Box) -> tuple[str, float, float, float, float]:
    return actor.id, *at(actor), outline.width, outline.height


def _alike(before: Mapping[str, Link], after: Mapping[str, Link]) -> bool:
    """Whether two tables hold the very same rows."""
    if before is after:
        return True
    return len(before) == len(after) and all(map(is_, after.values(), map(before.get, after)))
