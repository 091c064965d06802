"""The part of the table of actions that is about the point, or the link, the group is at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from facilitator.model.vocabulary import Panel
from facilitator.words import N_

if TYPE_CHECKING:
    from facilitator.ui.actions import Action
    from facilitator.ui.panels.moments.votes import Votes
    from facilitator.ui.window import Window


def charter(action: type[Action]) -> Iterator[Action]:
    """Votes, consent, commitments; they open the panel of the step if another is in its place."""
    asked: tuple[tuple[str, str, str, Callable[[Votes], object]], ...] = (
        ("vote", N_("Vote on this point, all together"), "Ctrl+G", lambda votes: votes.count_together()),
        (
            "vote_by_category",
            N_("Vote on this point, by category"),
            "Ctrl+Shift+G",
            lambda votes: votes.count_by_category(),
        ),
        ("consent", N_("Round of consent on this point"), "Ctrl+J", lambda votes: votes.ask_consent()),
        ("reveal", N_("Show the votes on this point"), "Ctrl+Shift+J", lambda votes: votes.reveal()),
    )
    for key, name, keys, ask in asked:
        yield action(
            key,
            name,
            "journey",
            partial(_on_point, ask),
            (keys,),
            when=lambda w: _shows(w, Panel.ITEMS),
            writes=True,
            apart=key == "vote",
        )
    yield action(
        "commit",
        N_("Commitment for the next link to build"),
        "journey",
        _commit,
        ("Ctrl+Shift+K",),
        when=lambda w: _shows(w, Panel.COMMITMENTS),
        writes=True,
    )


def _shows(window: Window, panel: Panel) -> bool:
    step = window.workspace.step
    return step is not None and step.panel is panel


def _on_point(ask: Callable[[Votes], object], window: Window) -> None:
    from facilitator.ui.panels.moments.charter import ItemsMoment  # what the first picture does not need

    moment = _opened(window)
    card = moment.point() if isinstance(moment, ItemsMoment) else None
    if card is not None:
        ask(card.votes)


def _commit(window: Window) -> None:
    from facilitator.ui.panels.moments.commitments import CommitmentsMoment

    moment = _opened(window)
    if isinstance(moment, CommitmentsMoment):
        moment.commit_next()


def _opened(window: Window) -> object:
    """The content of the step, in sight."""
    if not window.unfolded("inspector"):
        window.fold("inspector")
    window.inspector.leave_ground()
    window.workspace.select([])
    return window.inspector.step.moment
