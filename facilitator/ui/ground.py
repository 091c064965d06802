"""What one can ask of the background of the map, in a console: its kind, its panel, its adjustment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui.canvas.framed import frames, is_zoned
from facilitator.ui.canvas.whereabouts import sees_ground
from facilitator.ui.laying import lay

if TYPE_CHECKING:
    from facilitator.ui.canvas.adjusting import Adjusting
    from facilitator.ui.window import Window


def kind(window: Window) -> BackgroundKind:
    """What lies under the map."""
    return window.workspace.document.background.kind


def choose(window: Window, wanted: BackgroundKind) -> None:
    """Lays another kind under the map; zones and a picture are made in the panel, which opens for them."""
    lay(window.workspace, wanted)
    document = window.workspace.document
    if (wanted is BackgroundKind.ZONES and not document.zones) or (
        wanted is BackgroundKind.IMAGE and not document.background.image
    ):
        show(window)


def show(window: Window) -> None:
    """Opens the panel of the background at the right of the map."""
    if not window.unfolded("inspector"):
        window.fold("inspector")
    window.inspector.show_ground()


def toggle(window: Window) -> None:
    """Opens the panel of the background, or closes it: cards have the map again."""
    if not (window.inspector.showing_ground and window.unfolded("inspector")):
        show(window)
        return
    window.inspector.leave_ground()
    held = adjusting(window)
    if held is not None:
        held.leave()
    window.centre.start()


def adjustable(window: Window) -> bool:
    """Whether there is something to take in the hand."""
    document = window.workspace.document
    return is_zoned(document) or bool(frames(document))


def adjusting(window: Window) -> Adjusting | None:
    """The background in the hand, while it is adjusted."""
    from facilitator.ui.canvas.adjusting import Adjusting  # what the first picture does not need

    found = window.canvas.surface.findChildren(Adjusting)
    return next((one for one in found if not one.over), None)


def adjust(window: Window) -> Adjusting | None:
    """Takes the background in the hand, seen whole, or gives the map back to the cards."""
    from facilitator.ui.canvas.adjusting import Adjusting

    held = adjusting(window)
    if held is not None:
        held.leave()
        return None
    window.canvas.surface.taken.emit()
    window.canvas.surface.cancel()
    window.workspace.select([])
    if not is_zoned(window.workspace.document) and not sees_ground(window.canvas.surface):
        window.canvas.fit()
    taken = Adjusting(window.canvas.surface)
    taken.bring_below()
    return taken


def new_zone(window: Window) -> None:
    """A zone in the middle of what is seen, to be named; the background is made of zones then."""
    lay(window.workspace, BackgroundKind.ZONES)
    held = adjusting(window) or adjust(window)
    if held is not None:
        held.new_zone()
