"""A session as a graph (GraphML) that opens as the map it is in Gephi, yEd and SocNetV.

Each of them reads its own: yEd the boxes and lines of `y:`; Gephi label, x, y (upwards), r, g, b, size, weight; SocNetV
label, color, size, shape, and places between 0 and 1. What `y:` says comes first, since the others read some of it too.
Every edge is directed, as networkx wants all or none: a link both ways is two edges, the second marked `back`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from facilitator.drawing import lettering
from facilitator.exchange import lists
from facilitator.exchange.columns import Kind
from facilitator.exchange.graphs import OURS, ROOM
from facilitator.exchange.headings import heading
from facilitator.model.document import Actor, Document, Link, ordered
from facilitator.model.vocabulary import Direction, Status

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xmlns:y="http://www.yworks.com/xml/graphml" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd">
"""
_NODE = {
    "nodegraphics": "string", "label": "string", "x": "double", "y": "double", "r": "int", "g": "int", "b": "int",
    "size": "int", "color": "string", "shape": "string", "x_coordinate": "double", "y_coordinate": "double",
    "waits": "boolean",
}  # fmt: skip
_EDGE = {
    "edgegraphics": "string", "label": "string", "weight": "double", "r": "int", "g": "int", "b": "int",
    "color": "string", "back": "boolean",
}  # fmt: skip
_LETTERS = 12.0
_BOX = 180.0
_SIZE = 20
_INK = {Status.EXISTING: "#1F2430", Status.TO_STRENGTHEN: "#1F2430", Status.TO_CREATE: "#0F6E6E"}
_LINE = {Status.EXISTING: "line", Status.TO_STRENGTHEN: "dashed", Status.TO_CREATE: "dotted"}
_IN_A_ROW = 6

Point = tuple[float, float]


def written(document: Document) -> bytes:
    """An edition of a session, in the language of the moment."""
    return "".join(_lines(document)).encode("utf-8")


def _lines(document: Document) -> Iterator[str]:
    actors, links = lists.rows(document, Kind.ACTORS), lists.rows(document, Kind.LINKS)
    of_actors = [field for field in lists.columns(Kind.ACTORS, actors) if field != "name"]
    of_links = [f for f in lists.columns(Kind.LINKS, links) if f not in ("source", "target")]
    yield _HEAD
    yield from _keys("node", _NODE, of_actors)
    yield from _keys("edge", _EDGE, of_links)
    yield f'<graph id="{OURS}" edgedefault="directed">\n'
    places = _places(document)
    span = _span(places.values())
    for row, cells in zip(ordered(document.actors), actors, strict=True):
        drawn = _drawn(document, row, places[row.id], span)
        said = [("n", field, cells.get(field, "")) for field in of_actors]
        yield f"<node id={quoteattr(row.id)}>\n{''.join(_data(drawn))}{''.join(_cells(said))}</node>\n"
    for link, cells in zip(ordered(document.links), links, strict=True):
        said = [("e", field, cells.get(field, "")) for field in of_links]
        both = link.direction == Direction.BOTH
        for back in (False, True)[: 1 + both]:
            ends = (link.target, link.source) if back else (link.source, link.target)
            yield (
                f"<edge id={quoteattr(link.id + ('-back' if back else ''))} source={quoteattr(ends[0])} "
                f"target={quoteattr(ends[1])}>\n"
            )
            yield from _data(_line(link, str(cells["types"]), back=back))
            yield from _cells(said)
            yield "</edge>\n"
    yield "</graph>\n</graphml>\n"


def _keys(side: str, drawn: Mapping[str, str], fields: Iterable[str]) -> Iterator[str]:
    for name, kind in drawn.items():
        yfiles = f' yfiles.type="{name}"' if name.endswith("graphics") else ""
        yield f'<key id="{side[0]}-{name}" for="{side}" attr.name="{name}" attr.type="{kind}"{yfiles}/>\n'
    for field in fields:
        kind = "int" if field in ("intensity", "influence", "interest", "proximity") else "string"
        title = quoteattr(heading(field))
        yield f'<key id="{side[0]}.{field}" for="{side}" attr.name={title} attr.type="{kind}"/>\n'


def _data(drawn: Mapping[str, str]) -> Iterator[str]:
    """What says how it is drawn: texts that are XML already."""
    return (f'<data key="{key}">{text}</data>\n' for key, text in drawn.items())


def _cells(said: Iterable[tuple[str, str, lists.Cell]]) -> Iterator[str]:
    return (
        f'<data key="{side}.{field}">{escape(str(cell))}</data>\n' for side, field, cell in said if cell != ""
    )


def _drawn(document: Document, row: Actor, place: Point, span: tuple[Point, Point]) -> dict[str, str]:
    colour = document.categories[row.category].colour
    x, y = place
    across, down = (_between(*ends) for ends in zip(place, *span, strict=True))
    lines = list(lettering.wrap(row.name, _LETTERS, False, _BOX - 20))
    height = 24 + len(lines) * _LETTERS * 1.4
    label = escape("\n".join(lines))
    box = (
        "<y:ShapeNode>"
        f'<y:Geometry x="{x - _BOX / 2!r}" y="{y - height / 2!r}" width="{_BOX}" height="{height!r}"/>'
        f'<y:Fill color="#FFFFFF" transparent="false"/><y:BorderStyle color="{colour}" type="line" width="3.0"/>'
        f'<y:NodeLabel fontSize="{_LETTERS:g}" textColor="#1F2430">{label}</y:NodeLabel>'
        '<y:Shape type="roundrectangle"/></y:ShapeNode>'
    )
    return {
        "n-nodegraphics": box,
        "n-label": escape(row.name),
        "n-x": repr(x),
        "n-y": repr(0.0 - y),
        **_channels("n", colour),
        "n-size": str(_SIZE),
        "n-color": colour,
        "n-shape": "box",
        "n-x_coordinate": f"{across:.4f}",
        "n-y_coordinate": f"{down:.4f}",
        **({} if row.placed else {"n-waits": "true"}),
    }


def _line(link: Link, label: str, *, back: bool) -> dict[str, str]:
    colour = _INK[link.status]
    words = f"<y:EdgeLabel>{escape(label)}</y:EdgeLabel>" if label and not back else ""
    line = (
        f'<y:PolyLineEdge><y:LineStyle color="{colour}" type="{_LINE[link.status]}" width="{link.intensity}.0"/>'
        f'<y:Arrows source="none" target="standard"/>{words}</y:PolyLineEdge>'
    )
    return {
        "e-edgegraphics": line,
        **({"e-label": escape(label)} if label else {}),
        "e-weight": f"{link.intensity}.0",
        **_channels("e", colour),
        "e-color": colour,
        **({"e-back": "true"} if back else {}),
    }


def _channels(side: str, colour: str) -> dict[str, str]:
    return {
        f"{side}-{name}": str(int(colour[at : at + 2], 16)) for name, at in zip("rgb", (1, 3, 5), strict=True)
    }


def _places(document: Document) -> dict[str, Point]:
    """Where each actor is drawn: those who wait are in rows under the map."""
    found = {
        row.id: (row.x, row.y) for row in document.actors.values() if row.x is not None and row.y is not None
    }
    left = min((x for x, _y in found.values()), default=0.0)
    bottom = max((y for _x, y in found.values()), default=-2 * ROOM[1])
    waiting = [row.id for row in ordered(document.actors) if row.id not in found]
    for n, id_ in enumerate(waiting):
        line, column = divmod(n, _IN_A_ROW)
        found[id_] = (left + column * ROOM[0], bottom + (line + 2) * ROOM[1])
    return found


def _span(places: Iterable[Point]) -> tuple[Point, Point]:
    """The corners of all the places."""
    held = list(places) or [(0.0, 0.0)]
    xs, ys = zip(*held, strict=True)
    return (min(xs), min(ys)), (max(xs), max(ys))


def _between(at: float, low: float, high: float) -> float:
    """A place as a part of the length, margins left."""
    return 0.05 + 0.9 * ((at - low) / (high - low) if high > low else 0.5)
