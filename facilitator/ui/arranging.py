"""What one asks of the cards of the map all together: an arrangement, a line, even spaces, a pin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.drawing.arrange.names import Kind, Line, Way
from facilitator.drawing.shapes import Box
from facilitator.model import gestures
from facilitator.words import N_, _

if TYPE_CHECKING:
    from facilitator.ui.canvas.proposal import Proposal
    from facilitator.ui.canvas.widget import Canvas

KINDS = {
    Kind.ORGANIC: N_("Linked actors side by side"),
    Kind.CATEGORY: N_("By category"),
    Kind.TARGET: N_("Target, by proximity"),
    Kind.ROWS: N_("In rows"),
    Kind.AIR: N_("Give air"),
}
LINES = {
    Line.LEFT: N_("Align on the left"),
    Line.CENTRE: N_("Align on the centre"),
    Line.RIGHT: N_("Align on the right"),
    Line.TOP: N_("Align at the top"),
    Line.MIDDLE: N_("Align on the middle"),
    Line.BOTTOM: N_("Align at the bottom"),
}
WAYS = {Way.ACROSS: N_("Space evenly across"), Way.DOWN: N_("Space evenly down")}


def propose(canvas: Canvas, kind: Kind) -> Proposal | None:
    """Proposes an arrangement of the selected cards, of all of them when fewer than two are; None where it cannot."""
    from facilitator.drawing.arrange.kinds import begun  # what the first picture does not need
    from facilitator.ui.canvas.proposal import Asked, Proposal

    surface, workspace = canvas.surface, canvas.surface.workspace
    workspace.settle()
    surface.taken.emit()
    surface.cancel()
    document = workspace.document
    boxes = _boxes(canvas)
    chosen = set(surface.chosen_cards())
    among = chosen if len(chosen) > 1 else surface.picture.cards.keys()
    pinned = frozenset(id_ for id_ in among if document.actors[id_].pinned)
    moving = frozenset(among) - pinned
    if not moving:
        workspace.say(
            _("Every card is pinned: nothing would move.") if among else _("There is no card to arrange.")
        )
        return None
    if kind is Kind.TARGET and all(document.actors[id_].proximity is None for id_ in moving):
        workspace.say(_("No actor is rated by proximity yet: the inspector has it, under Ratings."))
        return None
    asked = Asked(_(KINDS[kind]), boxes, moving, pinned)
    proposal = Proposal(surface, asked, begun(kind, boxes, document, boxes.keys() - moving))
    proposal.begin()
    return proposal


def put_in_line(canvas: Canvas, line: Line) -> None:
    """Aligns the selected cards."""
    from facilitator.drawing.arrange.align import align

    boxes, pinned = _chosen(canvas)
    canvas.surface.workspace.do(gestures.arrange_actors(align(boxes, line, pinned), "actor.align"))


def space(canvas: Canvas, way: Way) -> None:
    """Spaces the selected cards evenly."""
    from facilitator.drawing.arrange.align import distribute

    boxes, pinned = _chosen(canvas)
    canvas.surface.workspace.do(gestures.arrange_actors(distribute(boxes, way, pinned), "actor.distribute"))


def turn_pin(canvas: Canvas) -> None:
    """Pins the selected cards, or lets them go if all of them are pinned."""
    ids = canvas.surface.chosen_cards()
    canvas.surface.workspace.do(gestures.pin_actors(ids, not all_pinned(canvas)))


def all_pinned(canvas: Canvas) -> bool:
    """Whether there are selected cards, all of them pinned."""
    actors, ids = canvas.surface.workspace.document.actors, canvas.surface.chosen_cards()
    return bool(ids) and all(actors[id_].pinned for id_ in ids)


def several(canvas: Canvas, least: int = 2) -> bool:
    """Whether so many cards are selected."""
    return len(canvas.surface.chosen_cards()) >= least


def _chosen(canvas: Canvas) -> tuple[dict[str, Box], set[str]]:
    """The boxes of the selected cards, and those that are pinned."""
    cards = canvas.surface.picture.cards
    boxes = {id_: cards[id_].box for id_ in canvas.surface.chosen_cards()}
    return boxes, {id_ for id_ in boxes if cards[id_].actor.pinned}


def _boxes(canvas: Canvas) -> dict[str, Box]:
    """Every card of the map; those that a filter hides too: no card is put over them."""
    surface = canvas.surface
    boxes = {id_: held.box for id_, held in surface.picture.cards.items()}
    for actor in surface.workspace.document.actors.values():
        if actor.x is not None and actor.y is not None and actor.id not in boxes:
            boxes[actor.id] = surface.card_of(actor).box.moved(actor.x, actor.y)
    return boxes
