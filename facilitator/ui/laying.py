"""Another kind of background, laid where this session last had it.

The document knows one place, that of the kind which lies there. Those of the others are kept on the desk: two axes are
found again as a hand made them, and cards in the quarters their ratings say, whatever was tried meanwhile.
"""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from facilitator.model import gestures
from facilitator.model.document import Image
from facilitator.model.ground import FAR, Lie, lie
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui.workspace import Workspace

_LAID = "laid"
"""Where the desk keeps the place each kind of background last had, by its key."""


def lay(workspace: Workspace, kind: BackgroundKind) -> bool:
    """Lays that kind under the map."""
    _remember(workspace)
    return workspace.do(gestures.choose_background(kind, _before(workspace, kind)))


def lay_image(workspace: Workspace, image: Image) -> bool:
    """Lays a picture under the map."""
    _remember(workspace)
    return workspace.do(gestures.set_image(image))


def _remember(workspace: Workspace) -> None:
    """Keeps the place of what lies there, which is about to go."""
    background = workspace.document.background
    place = lie(background)
    if place is not None:
        workspace.keep(_LAID, _kept(workspace) | {background.kind: astuple(place)})


def _before(workspace: Workspace, kind: BackgroundKind) -> Lie | None:
    """Where a background of that kind lay; None where none did, or nothing that can be read is kept of it."""
    try:
        place = Lie(*map(float, _kept(workspace)[kind]))
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    sides = 0 < place.width <= FAR and 0 < place.height <= FAR
    return place if sides and abs(place.x) <= FAR and abs(place.y) <= FAR else None


def _kept(workspace: Workspace) -> dict[str, Any]:
    kept: Any = workspace.desk.get(_LAID, {})
    return kept if isinstance(kept, dict) else {}
