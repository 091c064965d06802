"""Small documents to draw, and what tests ask of a picture."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.drawing import lettering
from facilitator.drawing.shapes import Box, Path, Picture, Text, box_of
from facilitator.model.document import Actor, Contribution, Document, Link, blank
from facilitator.model.vocabulary import Direction, Pillar, Presence, Status


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


def ink_box(picture: Picture) -> Box:
    """The box of all that is painted, letters by their measured width and height."""
    boxes = [_path_box(shape) if isinstance(shape, Path) else text_box(shape) for shape in picture.shapes]
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.united(box)
    return whole


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
