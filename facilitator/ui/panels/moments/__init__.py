"""What each kind of step shows in its panel, between its question and the words of the group.

Each is built for one step, `Moment(workspace, step_id, parent)`, and follows the document by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.model.vocabulary import Panel
from facilitator.ui.workspace import Workspace


def moment_of(panel: Panel) -> Callable[[Workspace, str, QWidget], QWidget]:  # noqa: PLR0911  one for each panel
    """What a step of that kind shows; the others are not imported before they are wanted."""
    match panel:
        case Panel.WELCOME:
            from facilitator.ui.panels.moments.welcome import WelcomeMoment

            return WelcomeMoment
        case Panel.CAP:
            from facilitator.ui.panels.moments.cap import CapMoment

            return CapMoment
        case Panel.ACTORS:
            from facilitator.ui.panels.moments.actors import ActorsMoment

            return ActorsMoment
        case Panel.CARDS:
            from facilitator.ui.panels.moments.cards import CardsMoment

            return CardsMoment
        case Panel.LINKS:
            from facilitator.ui.panels.moments.links import LinksMoment

            return LinksMoment
        case Panel.READING:
            from facilitator.ui.panels.moments.reading import ReadingMoment

            return ReadingMoment
        case Panel.ITEMS:
            from facilitator.ui.panels.moments.charter import ItemsMoment

            return ItemsMoment
        case Panel.COMMITMENTS:
            from facilitator.ui.panels.moments.commitments import CommitmentsMoment

            return CommitmentsMoment
        case Panel.CLOSING:
            from facilitator.ui.panels.moments.closing import ClosingMoment

            return ClosingMoment
