"""Small documents to draw, and what tests ask of a picture."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from functools import cache
from typing import Any

from facilitator.drawing import lettering
from facilitator.drawing.shapes import Bitmap, Box, Path, Picture, Shape, Text, box_of
from facilitator.model import gestures
from facilitator.model.document import Actor, Contribution, Document, Image, Link, Zone, blank
from facilitator.model.vocabulary import BackgroundKind, Direction, Pillar, Presence, Status


def actor(id_: str, x: float | None = 0.0, y: float | None = 0.0, **fields: Any) -> Actor:
    """An actor, by default an association that bears its id as name."""
    return Actor(id_, **({"name": id_, "category": "association"} | fields), x=x, y=y)


def document(*rows: Actor | Link | Contribution) -> Document:
    """A session with these rows, ranked as given."""
    ranked = [replace(row, rank=rank) for rank, row in enumerate(rows, 1)]
    return replace(
        blank(),
        actors={row.id: row for row in ranked if isinstance(row, Actor)},
        links={row.id: row for row in ranked if isinstance(row, Link)},
        contributions={row.id: row for row in ranked if isinstance(row, Contribution)},
    )


def town() -> Document:
    """A map with one of each: categories, presences, statuses, intensities, directions, a tension, parallel links."""
    return document(
        actor("ville", 0, 0, name="Ville de Rivemont", category="authority"),
        actor("jardins", 340, 150, name="Les Jardins du Gué"),
        actor(
            "fonds", 0, 300, name="Fonds de dotation du Val", category="foundation", presence=Presence.EXCUSED
        ),
        actor(
            "inrae",
            680,
            0,
            name="INRAE, unité Territoires",
            category="academic",
            presence=Presence.TO_MOBILISE,
        ),
        actor("marché", 680, 300, name="Supermarché du Centre", category="company", presence=Presence.ABSENT),
        actor("habitants", 340, 420, name="Habitants du quartier des Œillets", category="citizens"),
        actor("radio", None, None, name="Radio Val d’Œuvre", category="other"),
        Contribution("c1", "jardins", Pillar.HUMAN),
        Contribution("c2", "ville", Pillar.FINANCIAL),
        Contribution("c3", "ville", Pillar.ALLIANCES),
        Link("finance", "ville", "jardins", ("funding", "material"), intensity=3),
        Link("achète", "jardins", "ville", ("cooperation",), status=Status.TO_CREATE, intensity=1),
        Link("fonde", "fonds", "jardins", ("funding",), status=Status.TO_STRENGTHEN, intensity=2),
        Link("étudie", "inrae", "jardins", ("co_construction",), intensity=4, direction=Direction.BOTH),
        Link("jette", "marché", "jardins", ("material",), intensity=1, tension=True),
        Link(
            "cultive", "habitants", "jardins", status=Status.TO_CREATE, intensity=4, direction=Direction.BOTH
        ),
        Link("diffuse", "radio", "ville", ("information",)),
    )


def on_ground(kind: BackgroundKind) -> Document:
    """The town on a background of that kind."""
    zones = (
        Zone("food", "Alimentation", -150.0, -120.0, 700.0, 400.0, rank=1),
        Zone("work", "Insertion par l’activité économique", 0.0, 40.0, 260.0, 160.0, rank=2),
    )
    session = gestures.set_image(Image("plan", "Plan.png", data=chequered(), width=40, height=30))(town())
    session = replace(session, zones={zone.id: zone for zone in zones})
    return gestures.choose_background(kind)(session)


@cache
def chequered(side: int = 100, across: int = 4, down: int = 3) -> bytes:
    """A PNG of coloured squares, written by hand."""
    colours = (b"\xd0\xe0\xa0", b"\x40\x60\xa0", b"\xe0\xb0\x90")
    lines = b"".join(
        b"\0" + b"".join(colours[(x // side + y // side) % 3] for x in range(side * across))
        for y in range(side * down)
    )
    header = struct.pack(">IIBBBBB", side * across, side * down, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def ink_box(picture: Picture) -> Box:
    """The box of all that is painted, letters by their measured width and height."""
    boxes = [_shape_box(shape) for shape in picture.shapes]
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.united(box)
    return whole


def _shape_box(shape: Shape) -> Box:
    if isinstance(shape, Bitmap):
        return Box(shape.x, shape.y, shape.width, shape.height)
    return _path_box(shape) if isinstance(shape, Path) else text_box(shape)


def text_box(text: Text) -> Box:
    """The box of a line of letters, from the top of its capitals to the bottom of its descenders."""
    wide = lettering.width(text.text, text.size, text.bold)
    left = text.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    rise = text.size * lettering.CAP_HEIGHT
    return Box(left, text.y - rise, wide, rise + text.size * 0.2)


def _path_box(path: Path) -> Box:
    """Curves never leave the box of their control points."""
    points = [
        (command[at], command[at + 1]) for command in path.commands for at in range(1, len(command) - 1, 2)
    ]
    half = path.stroke.width / 2 if path.stroke else 0.0
    return box_of(points).grown(half)  # type: ignore[arg-type]  # numbers after the letter


def within(inner: Box, outer: Box, slack: float = 0.01) -> bool:
    """Whether a box is inside another, but for rounding."""
    room = outer.grown(slack)
    return room.contains(inner.x, inner.y) and room.contains(inner.right, inner.bottom)


def words(picture: Picture) -> list[str]:
    """The texts of a picture, in painting order."""
    return [shape.text for shape in picture.shapes if isinstance(shape, Text)]
