"""What is made on the map: actors named where they will stand, links, cards brought from the tray."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QPointF

from facilitator.drawing.card import Card, named_at
from facilitator.drawing.shapes import Point
from facilitator.model import gestures
from facilitator.model.document import Actor, Link, new_id, ordered
from facilitator.model.gestures.actors import fresh
from facilitator.ui.canvas.board import Board
from facilitator.ui.canvas.clipboard import paste_names
from facilitator.ui.canvas.known import not_again
from facilitator.ui.canvas.naming import Find, Like
from facilitator.ui.canvas.places import copies_aside, free_places, step_aside
from facilitator.words import _

_LINK_ROOM = 80.0
"""Left between a card and one that is linked to it automatically, in map units: an arrow and its marks are seen."""


def link(surface: Board, source: str, target: str, at: QPointF, **fields: Any) -> None:
    """Links two actors as the last link was, but for `fields`, and offers to say more where the hand is."""
    row = _row(surface, source, target, fields)
    _say_more(surface, row, at, done=surface.workspace.do(gestures.add_link(row)))


def link_to_new(surface: Board, source: str, actor: Actor, at: QPointF | None = None, **fields: Any) -> None:
    """Creates an actor and links it, one gesture; without a hand that put it `at`, it comes into sight."""
    row = _row(surface, source, actor.id, fields)
    done = surface.workspace.do(gestures.add_actor_and_link(actor, row))
    _say_more(surface, row, _in_sight(surface, actor.id) if at is None else at, done=done)


def link_waiting(
    surface: Board,
    source: str,
    target: str,
    place: Point,
    at: QPointF | None = None,
    *,
    coming: str = "",
    **fields: Any,
) -> None:
    """Puts an actor of the tray on the map (`coming`, else the target) and links it, one gesture; without a hand that
    put it `at`, it comes into sight."""
    row = _row(surface, source, target, fields)
    done = surface.workspace.do(gestures.place_and_link(coming or target, place, row))
    _say_more(surface, row, _in_sight(surface, coming or target) if at is None else at, done=done)


def _row(surface: Board, source: str, target: str, fields: dict[str, Any]) -> Link:
    return Link(new_id(), source, target, **(surface.workspace.last_link | fields))


def _in_sight(surface: Board, id_: str) -> QPointF:
    """The middle of a card that has just come, brought into the window; that of the window if it waits in the tray."""
    surface.reveal(id_)
    there = id_ in surface.picture.cards
    return surface.card_rectangle(id_).center() if there else QPointF(surface.rect().center())


def _say_more(surface: Board, row: Link, at: QPointF, *, done: bool) -> None:
    """What was linked is selected; on the map, more can be said of it where the hand is."""
    if done:
        surface.choose([("links", row.id)])
        if row.id in surface.picture.links:
            surface.link_bar_asked.emit(row.id, at)


def name_new(surface: Board, category: str, place: Point) -> None:
    """Has a new actor named where its card will be; it exists once it has a name. The name of one who waits in the
    tray brings that one; one who seems to be there already is offered."""

    def bring(id_: str) -> None:
        if surface.workspace.do(gestures.place_actors({id_: place})):
            surface.choose([("actors", id_)])

    def named(name: str) -> None:
        waiting = surface.known.waiting(name)
        if waiting is not None:
            bring(waiting.id)
            return
        actor = Actor(new_id(), name, category, x=place[0], y=place[1])
        if surface.workspace.do(gestures.add_actor(actor)):
            surface.choose([("actors", actor.id)])

    def find(text: str) -> Like | None:
        actor = None if surface.known.waiting(text) else surface.known.like(text)
        if actor is None:
            return None
        if actor.placed:
            return _there(surface, actor, _("↓ shows it"), lambda: _show(surface, actor.id))
        return _waits(surface, actor, lambda: bring(actor.id))

    surface.use_category(category)
    place = _clear(surface, category, place)
    _name_to_come(surface, category, place, named, find)


def name_linked(surface: Board, source: str, place: Point, at: QPointF) -> None:
    """Has a new actor named where a link was dropped; both exist once it has a name. The name of one who waits in
    the tray brings that one; one who seems to be there already is offered."""
    category = surface.category
    place = _clear(surface, category, place)

    def named(name: str) -> None:
        waiting = surface.known.waiting(name)
        if waiting is not None:
            link_waiting(surface, source, waiting.id, place, at)
        else:
            link_to_new(surface, source, Actor(new_id(), name, category, x=place[0], y=place[1]), at)

    def find(text: str) -> Like | None:
        if surface.known.waiting(text):
            return None
        actor = surface.known.like(text, besides=source) or surface.known.like(text)
        if actor is None:
            return None
        if actor.id == source:
            return _starts(surface, actor)
        if actor.placed:
            return _there(surface, actor, _("↓ links it"), lambda: link(surface, source, actor.id, at))
        return _waits(surface, actor, lambda: link_waiting(surface, source, actor.id, place, at))

    _name_to_come(surface, category, place, named, find)


def _clear(surface: Board, category: str, place: Point) -> Point:
    """That place, or a little aside of a card that would be hidden there: what filters hide keeps its place."""
    dx, dy = step_aside(surface.standing().values(), card_to_come(surface, category).box.moved(*place))
    return place[0] + dx, place[1] + dy


def _name_to_come(
    surface: Board, category: str, place: Point, named: Callable[[str], None], find: Find
) -> None:
    """Opens the line; a list that is pasted in it waits in the tray."""
    surface.name_to_come(
        card_to_come(surface, category),
        place,
        named,
        offered=waiting_names(surface),
        find=find,
        several=lambda text: paste_names(surface, text),
    )


def rename(surface: Board, id_: str) -> None:
    """Has a card renamed in place."""
    held = surface.picture.cards.get(id_)
    if held is not None:

        def named(name: str) -> None:
            surface.workspace.do(gestures.edit_actor(id_, name=name))

        written = named_at(held.card).moved(*surface.place_of(id_))
        surface.open_line(held.actor.name, written, named, find=lambda text: like_another(surface, id_, text))


def like_another(surface: Board, id_: str, name: str) -> Like | None:
    """Who is there already under the name an actor is being given."""
    actor = surface.known.like(name, besides=id_)
    if actor is None:
        return None
    return Like(
        _("“{actor}” is already in the session: ↓ shows it.").format(actor=actor.name),
        _("Already in the session: ↓ shows it, Enter again keeps this name."),
        lambda: _show(surface, actor.id),
    )


def _there(surface: Board, actor: Actor, rather: str, take: Callable[[], object]) -> Like:
    """What to say of one who is on the map."""
    return Like(
        _("“{actor}” is already on the map: {rather}.").format(actor=actor.name, rather=rather),
        _("Already on the map: {rather}, Enter again adds another one.").format(rather=rather),
        take,
        _let_go(surface, actor),
    )


def _waits(surface: Board, actor: Actor, take: Callable[[], object]) -> Like:
    """What to say of one who waits in the tray."""
    return Like(
        _("“{actor}” waits in the tray: ↓ brings it.").format(actor=actor.name),
        _("Waits in the tray: ↓ brings it, Enter again adds another one."),
        take,
        _let_go(surface, actor),
    )


def _starts(surface: Board, actor: Actor) -> Like:
    """What to say of one whom the link starts from."""
    return Like(
        _("The link starts from “{actor}”: type another name.").format(actor=actor.name),
        _("The link starts from that one: Enter again adds another one."),
        let_go=_let_go(surface, actor),
    )


def _let_go(surface: Board, actor: Actor) -> Callable[[], object]:
    return lambda: surface.workspace.say(not_again(actor.name))


def _show(surface: Board, id_: str) -> None:
    surface.choose([("actors", id_)])
    surface.reveal(id_)


def place_near(surface: Board, actors: Iterable[str], place: Point | None = None) -> None:
    """Puts actors of the tray on the map: the first at that place, the others beside it; without a hand that put
    them there, all where they cover no other, nearest to the middle of the window."""
    known = surface.workspace.document.actors
    ids = [id_ for id_ in actors if id_ in known]
    if not ids:
        return
    box = max((surface.card_of(known[id_]).box for id_ in ids), key=lambda one: one.height)
    taken = [*surface.standing().values()]
    if place is None:
        places = dict(zip(ids, free_places(taken, box, (surface.view.x, surface.view.y)), strict=False))
    else:
        others = free_places([*taken, box.moved(*place)], box, place)
        places = {ids[0]: place} | {id_: next(others) for id_ in ids[1:]}
    if surface.workspace.do(gestures.place_actors(places)):
        surface.choose([("actors", id_) for id_ in ids])


def duplicate(surface: Board, ids: Sequence[str]) -> None:
    """Copies actors with what they bring and the links between them, aside from every card."""
    standing, copies = surface.standing(), fresh(ids)
    offset = copies_aside(standing.values(), (standing[id_] for id_ in ids if id_ in standing))
    if copies and surface.workspace.do(gestures.duplicate_actors(copies, offset=offset)):
        surface.choose([("actors", id_) for id_ in copies.values()])


def free_place(surface: Board) -> Point:
    """The nearest place to the middle of the window where a new card covers no other."""
    box = card_to_come(surface, surface.category).box
    return next(free_places(surface.standing().values(), box, (surface.view.x, surface.view.y)))


def place_beside(surface: Board, source: str, actor: Actor) -> Point:
    """The nearest free place to a card that leaves room for a link between both."""
    held = surface.picture.cards[source]
    box, taken = surface.card_of(actor).box, surface.standing().values()
    kept = held.box.grown(_LINK_ROOM)
    return next(at for at in free_places(taken, box, (held.x, held.y)) if not box.moved(*at).intersects(kept))


def waiting_names(surface: Board) -> list[str]:
    """Names in the tray, in their order."""
    return [actor.name for actor in ordered(surface.workspace.document.actors) if not actor.placed]


def card_to_come(surface: Board, category: str, actors: tuple[str, ...] = ()) -> Card:
    """The card of an actor of the tray, or one of that category without a name yet."""
    known = surface.workspace.document.actors
    first = known.get(actors[0]) if actors else None
    return surface.card_of(first or Actor("", "", category or surface.category))
