"""Maps on paper: in letters one reads at arm's length, on a page (A4, or A3 to be folded), else in parts.

Cards stand where they do on the console, moved apart by the least that their letters ask for: paper is a wall one
holds in the hand, and the same search sets both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from facilitator.drawing.footing import grounded, laid
from facilitator.drawing.ground import ground
from facilitator.drawing.legend import legend
from facilitator.drawing.lettering import CAP_HEIGHT
from facilitator.drawing.map import MapPicture, compose
from facilitator.drawing.parts import Part, parts
from facilitator.drawing.setting import Setting, found, hopeless
from facilitator.drawing.shapes import Box, Path, Picture, Shape, Stroke, Text, disc, rounded, union
from facilitator.drawing.spread import Frame
from facilitator.drawing.theme import Theme
from facilitator.minutes.styles import MAP_SIDE, SHEET_HEAD, SHEETS
from facilitator.model.document import Document

LETTERS = 6.5
"""The least size of letters one reads at arm's length, in points."""
LARGEST = 0.95
"""Points to the unit: a map of three cards needs no bigger letters than this."""
LEGEND_SCALE = 0.55
BETWEEN, BESIDE = 9.0, 132.0
"""Room between map and legend, and width of a legend that stands beside, in points."""
SIDE_BY_SIDE = 20.0
"""Between two maps, in points."""
TITLED = 18.0
"""What the title of one of several maps takes above it."""

NOTHING = Picture((), Box(0.0, 0.0, 0.0, 0.0))

Legend = Callable[[float], Picture]


@dataclass(frozen=True, slots=True)
class Room:
    """What a map has of a sheet beside its legend, which stands under it or `beside`."""

    width: float
    height: float
    beside: bool


@dataclass(frozen=True, slots=True)
class Plate:
    """A map as a sheet holds it: on A3 where `folded`; several parts where one sheet does not hold all of it."""

    picture: MapPicture
    folded: bool
    parts: tuple[Part, ...]

    @property
    def whole(self) -> bool:
        return len(self.parts) <= 1


def rooms(legend_of: Legend, width: float, height: float, figures: int = 1) -> Iterator[Room]:
    """The two ways a sheet so large may be shared by figures and their legend."""
    titled = TITLED if figures > 1 else 0.0
    under, beside = (legend_of(room / LEGEND_SCALE).box.height * LEGEND_SCALE for room in (width, BESIDE))
    for least, aside, foot in (
        (0.0, 0.0, under + BETWEEN if under else 0.0),
        (beside, BESIDE + BETWEEN, 0.0),
    ):
        wide = (width - aside - (figures - 1) * SIDE_BY_SIDE) / figures
        if least <= height and (not aside or least):
            yield Room(wide, height - foot - titled, bool(aside))


def sheet_room(*, folded: bool) -> tuple[float, float]:
    """Width and height of a sheet under its heading."""
    (broad, low), top, bottom = SHEETS[folded]
    return broad - 2 * MAP_SIDE, low - top - bottom - SHEET_HEAD


def plate(document: Document, theme: Theme, figures: int = 1) -> Plate:
    """The map on the smallest paper that holds it, so many times side by side; else in parts."""
    told = signs(document, theme)
    for folded in (False, True):
        for room in rooms(told, *sheet_room(folded=folded), figures):
            frame = _frame(room)
            if hopeless(document, frame, theme.key):
                continue
            setting = found(document, frame, frozenset(), theme.key)
            if _fit(setting, document, frame) * setting.look.name_floor >= LETTERS:
                picture = compose(_moved(document, setting), setting.look)
                return Plate(picture, folded, (Part(tuple(setting.boxes), picture.box),))
    best = max(rooms(told, *sheet_room(folded=True), figures), key=lambda room: room.width * room.height)
    setting = found(document, _frame(best), frozenset(), theme.key)
    zoom = LETTERS / setting.look.name_floor
    held = parts(setting.boxes, best.width / zoom, best.height / zoom)
    return Plate(compose(_moved(document, setting), setting.look), True, held)


def signs(document: Document, theme: Theme) -> Legend:
    """The legend of a map by its width, made once for each."""
    return cache(partial(legend, document, theme))


def _frame(room: Room) -> Frame:
    return Frame(room.width, room.height, LETTERS, LARGEST)


def _fit(setting: Setting, document: Document, frame: Frame) -> float:
    under = [ground(laid(document, setting.spread), setting.look).box] if grounded(document) else []
    return min(frame.fit([*setting.boxes.values(), *under]), LARGEST)


def _moved(document: Document, setting: Setting) -> Document:
    """The document with its cards and what lies under them where the setting has them."""
    actors = dict(document.actors)
    for id_, box in setting.boxes.items():
        x, y = box.centre
        actors[id_] = replace(actors[id_], x=x, y=y)
    return replace(laid(document, setting.spread), actors=actors)


def part_of(whole: MapPicture, part: Part) -> MapPicture:
    """The cards of a part and the links between them, as the whole map has them."""
    held = frozenset(part.ids)
    return compose(whole.document, whole.theme, whole, [id_ for id_ in whole.standing if id_ not in held])


def cut(shown: MapPicture) -> Picture:
    """A part as a picture, without what lies under the whole map."""
    boxes = [card.box for card in shown.cards.values()]
    boxes += [link.picture.picture.box for link in shown.links.values()]
    shapes = shown.flat().shapes[len(shown.ground.shapes) :]
    return Picture(shapes, union(boxes).grown(shown.theme.card.outline))


def overview(whole: MapPicture, cuts: Sequence[Part], zoom: float) -> Picture:
    """All of a map whose words are too small to be read: its cards and links without a word, and its parts as frames
    with their letters. `zoom` is about what it will be seen at, in points to the unit."""
    look = whole.theme
    size = LETTERS * 3 / zoom
    shapes: list[Shape] = [shape for shape in whole.flat().shapes if not isinstance(shape, Text)]
    for number, part in enumerate(cuts):
        frame = part.box.grown(size * 0.2)
        shapes.append(Path(rounded(frame, size * 0.2), stroke=Stroke(look.ink, 1.2 / zoom)))
        shapes.append(disc(frame.x, frame.y, size * 0.75, look.ink))
        name = letter(number)
        shapes.append(Text(frame.x, frame.y + size * CAP_HEIGHT / 2, name, size, True, look.paper, "middle"))
    return Picture(tuple(shapes), union([whole.box, *(part.box for part in cuts)]).grown(size))


def letter(number: int) -> str:
    """The name of a part: A to Z, then AA and so on."""
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)
