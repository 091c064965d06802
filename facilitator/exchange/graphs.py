"""Graphs that other programs write (GraphML), read as a list of actors and a list of links.

Known: ours, and those of yEd, Gephi, SocNetV and networkx. Names are under "label" or "name", in the label of yEd's
boxes, or else they are the ids. Attributes are known by the headings of lists.
"""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import combinations

from facilitator.exchange.columns import Kind, named
from facilitator.exchange.markup import MarkupError, attribute, children, descendants, local, tree
from facilitator.exchange.tables import LARGEST, Record, Table, TableError

OURS = "entre-tous"
"""The id of a graph that we wrote."""
DRAWN = frozenset(
    (
        "x", "y", "z", "xpos", "ypos", "r", "g", "b", "size", "color", "shape", "weight", "x_coordinate",
        "y_coordinate", "label.color", "label.size", "nodegraphics", "edgegraphics", "waits", "back",
    )
)  # fmt: skip
"""Attributes that say how something is drawn: of no list."""
ROOM = (240.0, 150.0)
"""Width and height between the centres of two cards that do not touch."""
_FURTHEST = 20_000.0
_MOST_PLACED = 1_500

Point = tuple[float, float]


def graph(data: bytes, file: str) -> tuple[Table, Table]:
    """Its actors and its links; TableError where it is no graph."""
    try:
        root = tree(data)
    except MarkupError as error:
        raise TableError(error.key, file=file) from error
    found = next(descendants(root, "graph"), None)
    if local(root) != "graphml" or found is None:
        raise TableError("graph.none", file=file)
    keys = {
        key.get("id", ""): (key.get("attr.name", "") or key.get("id", ""), key.get("for", "all"))
        for key in children(root, "key")
    }
    usual = {
        (name, side): default.text or ""
        for key in children(root, "key")
        for name, side in [keys[key.get("id", "")]]
        for default in children(key, "default")
    }
    nodes, edges = (_held(found, side, keys, usual, file) for side in ("node", "edge"))
    ours = found.get("id") == OURS
    places = _places(nodes, spread=not ours)
    directed = found.get("edgedefault") == "directed"
    actors = [_actor(n, *node, places) for n, node in enumerate(nodes, 1)]
    links = [
        _link(n, *edge, directed=directed, ours=ours)
        for n, edge in enumerate(edges, 1)
        if not (ours and edge[1].get("back"))
    ]
    return (
        Table(file, Kind.ACTORS, tuple(actors), _unused(Kind.ACTORS, nodes), numbered=False),
        Table(file, Kind.LINKS, tuple(links), _unused(Kind.LINKS, edges), numbered=False),
    )


_Held = tuple[ET.Element, Mapping[str, str]]


def _held(
    graph: ET.Element,
    side: str,
    keys: Mapping[str, tuple[str, str]],
    usual: Mapping[tuple[str, str], str],
    file: str,
) -> list[_Held]:
    """The nodes or the edges, each with what is said of it; what is said of all of them, each has."""
    found = list(descendants(graph, side))
    if len(found) * sum(len(name) + len(value) for (name, _of), value in usual.items()) > LARGEST:
        raise TableError("table.large", file=file)
    return [(one, _data(one, keys, usual, side)) for one in found]


def _data(
    element: ET.Element, keys: Mapping[str, tuple[str, str]], usual: Mapping[tuple[str, str], str], side: str
) -> dict[str, str]:
    """What is said of a node or of an edge, by the name of each attribute."""
    said = {name: value for (name, of), value in usual.items() if of in (side, "all")}
    for one in children(element, "data"):
        name, _of = keys.get(one.get("key", ""), (one.get("key", ""), ""))
        if len(one):
            label = next((words for words in _labels(one) if words), "")
            said.setdefault("label", label)
            continue
        if (one.text or "").strip():
            said[name] = (one.text or "").strip()
    return {name: value for name, value in said.items() if value}


def _labels(data: ET.Element) -> Iterable[str]:
    """The words yEd writes on a box or on a line, in one line."""
    for kind in ("NodeLabel", "EdgeLabel"):
        for label in descendants(data, kind):
            yield " ".join((label.text or "").split())


def _actor(
    number: int,
    node: ET.Element,
    said: Mapping[str, str],
    places: Mapping[str, Point],
) -> Record:
    id_ = node.get("id", "")
    fields = _fields(Kind.ACTORS, said)
    fields.setdefault("name", id_)
    fields["ref"] = id_
    if id_ in places:
        fields["x"], fields["y"] = map(repr, places[id_])
    return Record(number, fields)


def _link(
    number: int,
    edge: ET.Element,
    said: Mapping[str, str],
    *,
    directed: bool,
    ours: bool,
) -> Record:
    fields = _fields(Kind.LINKS, said)
    fields["source"], fields["target"] = edge.get("source", ""), edge.get("target", "")
    if ours:
        fields.pop("label", None)  # the types, written on the line
    elif "direction" not in fields:
        way = edge.get("directed", "true" if directed else "false")
        fields["direction"] = "both" if way == "false" else "forward"
    return Record(number, fields)


def _fields(kind: Kind, said: Mapping[str, str]) -> dict[str, str]:
    """What is said that a list of that kind knows; of two names for the same thing, the first."""
    fields: dict[str, str] = {}
    for name, field in _known(kind, said).items():
        fields.setdefault(field, said[name])
    return fields


def _known(kind: Kind, names: Iterable[str]) -> dict[str, str]:
    """The field of each attribute that is not of the drawing alone."""
    return named(kind, (name for name in names if name not in DRAWN))


def _unused(kind: Kind, held: Iterable[_Held]) -> tuple[str, ...]:
    names = dict.fromkeys(name for _element, said in held for name in said if name not in DRAWN)
    known = _known(kind, names)
    return tuple(name for name in names if name not in known)


def _places(nodes: Iterable[_Held], *, spread: bool) -> dict[str, Point]:
    """Where each node is drawn, far enough apart for cards; nowhere if they cannot be."""
    found = {node.get("id", ""): place for node, said in nodes if (place := _place(node, said))}
    if not spread or not found:
        return found
    if len(found) > _MOST_PLACED:
        return {}
    factor = max((_apart(*pair) for pair in combinations(found.values(), 2)), default=1.0)
    widest = max(max(abs(x), abs(y)) for x, y in found.values())
    if factor * widest > _FURTHEST:
        return {}
    factor = max(factor, 1.0)
    return {id_: (round(x * factor, 1), round(y * factor, 1)) for id_, (x, y) in found.items()}


def _apart(one: Point, other: Point) -> float:
    """How many times farther two places must be for two cards not to touch."""
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    return min(
        ROOM[0] / across if across else math.inf,
        ROOM[1] / down if down else math.inf,
    )


def _place(node: ET.Element, said: Mapping[str, str]) -> Point | None:
    """The centre of a node, downwards: Gephi and networkx count y upwards, yEd gives a corner, downwards."""
    if said.get("waits"):
        return None
    with suppress(KeyError, ValueError):
        return _finite(float(said["x"]), -float(said["y"]))
    for box in descendants(node, "Geometry"):
        with suppress(ValueError):
            x, y, width, height = (float(attribute(box, key) or 0) for key in ("x", "y", "width", "height"))
            return _finite(x + width / 2, y + height / 2)
    return None


def _finite(x: float, y: float) -> Point:
    if not (abs(x) < 1e6 and abs(y) < 1e6):
        raise ValueError("nowhere on a map")
    return x + 0.0, y + 0.0
