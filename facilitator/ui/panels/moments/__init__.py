"""What each kind of step shows in its panel, between its question and the words of the group.

Each is built for one step, `Moment(workspace, step_id, parent)`, and follows the document by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.model.vocabulary import Panel
from facilitator.ui.panels.moments.actors import ActorsMoment
from facilitator.ui.panels.moments.cap import CapMoment
from facilitator.ui.panels.moments.cards import CardsMoment
from facilitator.ui.panels.moments.charter import ItemsMoment
from facilitator.ui.panels.moments.closing import ClosingMoment
from facilitator.ui.panels.moments.commitments import CommitmentsMoment
from facilitator.ui.panels.moments.links import LinksMoment
from facilitator.ui.panels.moments.reading import ReadingMoment
from facilitator.ui.panels.moments.welcome import WelcomeMoment
from facilitator.ui.workspace import Workspace

MOMENTS: dict[Panel, Callable[[Workspace, str, QWidget], QWidget]] = {
    Panel.WELCOME: WelcomeMoment,
    Panel.CAP: CapMoment,
    Panel.ACTORS: ActorsMoment,
    Panel.CARDS: CardsMoment,
    Panel.LINKS: LinksMoment,
    Panel.READING: ReadingMoment,
    Panel.ITEMS: ItemsMoment,
    Panel.COMMITMENTS: CommitmentsMoment,
    Panel.CLOSING: ClosingMoment,
}
"""One for every panel of the vocabulary."""
