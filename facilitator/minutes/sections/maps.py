"""The map on pages of its own: whole, or its parts where no page holds it; today beside what is desired."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator import terms
from facilitator.drawing.map import MapPicture, compose
from facilitator.drawing.shapes import Picture
from facilitator.drawing.theme import Theme
from facilitator.minutes import atlas
from facilitator.minutes.blocks import Heading, Section, Sheet, Span, View, Words
from facilitator.model.document import Document, Link, ordered
from facilitator.model.vocabulary import Status
from facilitator.words import _, ngettext


def section(document: Document, theme: Theme, *, twin: bool) -> Section:
    """The map; nothing while no actor is placed. `twin`: its words are in these minutes, and can be gone to."""
    title = terms.section_name("map")
    caption = _caption(document, twin=twin)
    return Section("map", title, sheets(document, theme, Heading(1, title, "map"), caption))


def sheets(document: Document, theme: Theme, heading: Heading, caption: Words) -> tuple[Sheet, ...]:
    """A map as one sheet, or as a view of the whole and a sheet for each part."""
    if not any(actor.placed for actor in document.actors.values()):
        return ()
    plate = atlas.plate(document, theme)
    signs = atlas.signs(document, theme)
    if plate.whole:
        view = View(plate.picture.flat(), told(document, plate.picture))
        return (Sheet(heading, caption, (view,), signs, plate.folded),)
    return (_whole(plate, heading, caption), *_parts(document, plate, heading, signs))


def _whole(plate: atlas.Plate, heading: Heading, caption: Words) -> Sheet:
    """Where each part is. Its signs are explained where they can be read."""
    width, _height = atlas.sheet_room(folded=True)
    picture = atlas.overview(plate.picture, plate.parts, width / plate.picture.box.width)
    names = terms.listed([atlas.letter(number) for number in range(len(plate.parts))])
    words = _("The whole map, without its words; its parts {names} follow, each on a page of its own.")
    note = Span(words.format(names=names))
    return Sheet(
        heading,
        (note, Span(" · "), *caption) if caption else (note,),
        (View(picture, words.format(names=names)),),
        lambda _width: atlas.NOTHING,
        folded=True,
    )


def _parts(document: Document, plate: atlas.Plate, heading: Heading, signs: atlas.Legend) -> Iterable[Sheet]:
    for number, part in enumerate(plate.parts):
        shown = atlas.part_of(plate.picture, part)
        name = atlas.letter(number)
        leaving = sum(
            (row.source in shown.cards) is not (row.target in shown.cards) for row in document.links.values()
        )
        caption = ngettext(
            "{count} link leads from part {name} to another.",
            "{count} links lead from part {name} to others.",
            leaving,
        ).format(count=leaving, name=name)
        yield Sheet(
            Heading(2, _("{map}, part {name}").format(map=heading.text, name=name), f"{heading.key}-{name}"),
            (Span(caption),) if leaving else (),
            (View(atlas.cut(shown), told(document, shown)),),
            signs,
            folded=True,
        )


def change(document: Document, theme: Theme) -> Section:
    """Today beside what is desired, once there are links to create and one sheet holds both."""
    title = terms.section_name("change")
    ends = {actor.id for actor in document.actors.values() if actor.placed}
    to_come = [
        row
        for row in ordered(document.links)
        if row.status is Status.TO_CREATE and {row.source, row.target} <= ends
    ]
    if not to_come or len(to_come) == len(document.links):
        return Section("change", title)
    plate = atlas.plate(document, theme, 2)
    if not plate.whole:
        return Section("change", title)
    desired = plate.picture
    today = compose(desired.document, desired.theme, desired, [row.id for row in to_come])
    drawn = View(Picture(today.flat().shapes, desired.box), told(document, today), _("Today"))
    wanted = _("What is desired adds to it: {sentences}").format(sentences=_sentences(document, to_come))
    count = ngettext("{count} link to create.", "{count} links to create.", len(to_come)).format(
        count=len(to_come)
    )
    sheet = Sheet(
        Heading(1, title, "change"),
        (Span(count),),
        (drawn, View(desired.flat(), wanted, _("Desired"))),
        atlas.signs(document, theme),
        plate.folded,
    )
    return Section("change", title, (sheet,))


def told(document: Document, shown: MapPicture) -> str:
    """What a map shows, for who does not see it: its links as sentences, then who has none."""
    ends = {end for held in shown.links.values() for end in (held.row.source, held.row.target)}
    alone = [document.actors[id_].name for id_ in shown.cards if id_ not in ends]
    actors = ngettext("{count} actor", "{count} actors", len(shown.cards)).format(count=len(shown.cards))
    links = ngettext("{count} link", "{count} links", len(shown.links)).format(count=len(shown.links))
    parts = [_("Map of {actors} and {links}.").format(actors=actors, links=links)]
    parts += [_sentences(document, (document.links[id_] for id_ in shown.links))] if shown.links else []
    parts += [_("Without a link: {names}.").format(names=", ".join(alone))] if alone else []
    return " ".join(parts)


def _sentences(document: Document, rows: Iterable[Link]) -> str:
    return " ".join(f"{terms.link_sentence(document, row, tension=row.tension)}." for row in rows)


def _caption(document: Document, *, twin: bool) -> Words:
    workshop = document.workshop
    said = " · ".join(part for part in (workshop.question, workshop.territory) if part)
    link = (
        (Span(_("The same map in words, at the end of these minutes"), "accent", "actors"),) if twin else ()
    )
    return (*((Span(f"{said} · " if link else said),) if said else ()), *link)
