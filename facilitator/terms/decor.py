"""The words of decorations: what is chosen, and what each ring and each colour means."""

from __future__ import annotations

from facilitator.model.decor import Colouring, Measure
from facilitator.words import N_, _

MEASURES: dict[Measure | None, str] = {
    None: N_("Cards: as they are"),
    Measure.TOUCH: N_("Cards: with how many actors they are in touch"),
    Measure.BETWEEN: N_("Cards: how much one goes through them"),
    Measure.OFFERS: N_("Cards: how much they offer"),
}
"""What the rings of cards can tell, as one chooses it."""

COLOURINGS: dict[Colouring | None, str] = {
    None: N_("Links: in ink"),
    Colouring.TYPE: N_("Links: a colour for each type"),
    Colouring.STATUS: N_("Links: a colour for each status"),
}
"""What the colour of links can tell, as one chooses it."""

_RINGS: dict[Measure, tuple[str, tuple[str, str, str]]] = {
    Measure.TOUCH: (N_("In touch with"), (N_("1 or 2 actors"), N_("3 to 5"), N_("6 and more"))),
    Measure.BETWEEN: (
        N_("One goes through it to reach the others"),
        (N_("sometimes"), N_("often (5 % of ways and more)"), N_("very often (15 % and more)")),
    ),
    Measure.OFFERS: (N_("Offers"), (N_("1 offer"), N_("2 or 3"), N_("4 and more"))),
}


def ring_heading(measure: Measure) -> str:
    """What rings tell."""
    return _(_RINGS[measure][0])


def ring_steps(measure: Measure) -> tuple[str, ...]:
    """What each of the steps means, from the first."""
    return tuple(_(step) for step in _RINGS[measure][1])
