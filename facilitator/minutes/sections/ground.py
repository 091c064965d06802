"""What lies under the map, told in words: what a place there means, and who stands where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from facilitator import terms
from facilitator.minutes.blocks import Block, Bullets, Paragraph, Section, Span, Words, plain
from facilitator.model.document import Actor, Document, ordered
from facilitator.model.ground import RINGS, quarter_at, ring_at, zone_at
from facilitator.model.vocabulary import BackgroundKind
from facilitator.words import _, pgettext


def section(document: Document) -> Section:
    """Nothing where the sheet is blank, or while no actor is placed on it."""
    title = terms.section_name("places")
    tell = _TOLD.get(document.background.kind)
    if tell is None or not any(actor.placed for actor in document.actors.values()):
        return Section("places", title)
    return Section("places", title, tuple(tell(document)))


def _target(document: Document) -> Iterable[Block]:
    centre = terms.centre_name(document.background)
    yield Paragraph(
        plain(
            _("The map is a target around “{centre}”: nearer the centre is nearer to it.").format(
                centre=centre
            )
        )
    )
    held = _by_place(document, ring_at)
    rows = [(terms.ring_name(ring), held[ring]) for ring in range(RINGS)]
    yield from _who([*rows, (_("Outside the target"), held[None])])


def _quadrant(document: Document) -> Iterable[Block]:
    background = document.background
    x_axis, y_axis = terms.x_axis_name(background), terms.y_axis_name(background)
    yield Paragraph(
        plain(
            _("The map has two axes: “{x_axis}” grows to the right, “{y_axis}” grows upwards.").format(
                x_axis=x_axis, y_axis=y_axis
            )
        )
    )
    held = _by_place(document, quarter_at)
    rows = []
    for upper in (True, False):
        for right in (True, False):
            where = _("{y_axis}: {height}; {x_axis}: {breadth}").format(
                y_axis=y_axis, height=_degree(upper), x_axis=x_axis, breadth=_degree(right)
            )
            hint = terms.quarter_name(background, upper, right)
            rows.append((f"{hint} ({where})" if hint else where, held[upper, right]))
    yield from _who([*rows, (_("Outside the axes"), held[None])])


def _zones(document: Document) -> Iterable[Block]:
    zones = ordered(document.zones)
    held = _by_place(document, lambda document, x, y: zone_at(document.zones.values(), x, y))
    rows = [(zone.name or _("Zone without a name"), held[zone]) for zone in zones]
    if zones:
        yield Paragraph(plain(_("The map has zones, one for each field of intervention.")))
        yield from _who([*rows, (_("In no zone"), held[None])])


def _image(document: Document) -> Iterable[Block]:
    if document.background.image:
        yield Paragraph(plain(_("The cards are laid over a picture.")))


def _by_place(
    document: Document, place_at: Callable[[Document, float, float], Hashable]
) -> defaultdict[Hashable, list[Actor]]:
    """The placed actors by what a place on the map is; None is beside all of it."""
    held: defaultdict[Hashable, list[Actor]] = defaultdict(list)
    for actor in ordered(document.actors):
        if actor.x is not None and actor.y is not None:
            held[place_at(document, actor.x, actor.y)].append(actor)
    return held


def _who(rows: Iterable[tuple[str, list[Actor]]]) -> Iterable[Block]:
    """Places in their order, those where nobody stands left out."""
    said: list[Words] = [
        (
            Span(_("{label}:").format(label=place), "strong"),
            Span(f" {', '.join(actor.name for actor in actors)}."),
        )
        for place, actors in rows
        if actors
    ]
    yield Bullets(tuple(said))


def _degree(high: bool) -> str:
    return pgettext("axis", "high") if high else pgettext("axis", "low")


_TOLD = {
    BackgroundKind.TARGET: _target,
    BackgroundKind.QUADRANT: _quadrant,
    BackgroundKind.ZONES: _zones,
    BackgroundKind.IMAGE: _image,
}
