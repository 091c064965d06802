"""Maps over what lies under them, as a room makes them: crowded here, loose there, on the median, at the edge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from facilitator.drawing.shapes import Box, Text
from facilitator.model.document import Actor, Background, Document, Image, Zone, blank
from facilitator.model.ground import cell_at
from facilitator.model.vocabulary import BackgroundKind
from tests.drawing.scenes import chequered, text_box

KINDS = (BackgroundKind.QUADRANT, BackgroundKind.TARGET, BackgroundKind.ZONES)
NAMES = (
    "CCAS",
    "Ville de Rivemont",
    "Coopérative maraîchère Terres Vives",
    "Maison de quartier des Œillets et d’ailleurs",
    "Traiteur solidaire Fourchette & Cie",
)
_ZONES = (
    Zone("food", "Alimentation et agriculture de proximité", -800.0, -500.0, 780.0, 1000.0, 1),
    Zone("work", "Insertion", 20.0, -500.0, 780.0, 480.0, 2),
    Zone("home", "Logement, habitat et cadre de vie du quartier des Œillets", 20.0, 20.0, 780.0, 480.0, 3),
)


def over(kind: BackgroundKind, actors: dict[str, Actor]) -> Document:
    """These actors over a background of that kind, as the console lays it."""
    document = replace(blank(), actors=actors)
    if kind is BackgroundKind.ZONES:
        return replace(document, background=Background(kind=kind), zones={zone.id: zone for zone in _ZONES})
    half = 1000.0 if kind is BackgroundKind.TARGET else 500.0
    wide = 1000.0 if kind is BackgroundKind.TARGET else 800.0
    under = Background(kind=kind, x=-wide, y=-half, width=2 * wide, height=2 * half)
    if kind is BackgroundKind.IMAGE:
        image = Image("plan", "Plan.png", data=chequered(), width=40, height=30)
        return replace(document, images={"plan": image}, background=replace(under, image="plan"))
    return replace(document, background=under)


def workshop(kind: BackgroundKind, count: int, seed: int) -> Document:
    """Cards put down in rows by hands in a hurry: five across, a little askew."""
    dice, rows = Random(seed), max((count - 1) // 5, 1)
    tall = 1.6 if kind is BackgroundKind.TARGET else 1.0
    return over(
        kind,
        {
            f"a{n:02}": Actor(
                f"a{n:02}",
                NAMES[n % len(NAMES)],
                "other",
                x=-640 + 320 * (n % 5) + dice.uniform(-40, 40),
                y=(-380 + 760 * (n // 5) / rows + dice.uniform(-30, 30)) * tall,
                rank=n,
            )
            for n in range(count)
        },
    )


def elsewhere(before: Document, shown: Document, boxes: dict[str, Box]) -> list[str]:
    """Those whose place on the wall does not say what their place on the console does."""
    return [
        id_
        for id_, row in before.actors.items()
        if row.x is not None
        and row.y is not None
        and cell_at(shown, *boxes[id_].centre) != cell_at(before, row.x, row.y)
    ]


def covered(texts: Iterator[Text], boxes: list[Box]) -> list[str]:
    """Words that a card lies over."""
    return [text.text for text in texts if any(text_box(text).grown(-1.0).intersects(box) for box in boxes)]
