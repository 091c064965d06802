"""The words of what lies under the map: its axes, quarters, rings and centre, usual ones where nobody chose others."""

from __future__ import annotations

from facilitator.model.document import Background
from facilitator.words import N_, _, pgettext

_RINGS = (
    lambda: pgettext("ring", "At the heart"),
    lambda: pgettext("ring", "Close"),
    lambda: pgettext("ring", "Around"),
    lambda: pgettext("ring", "Further away"),
)
_QUARTERS = {
    (True, True): N_("To involve first"),
    (True, False): N_("To interest"),
    (False, True): N_("To give a voice to"),
    (False, False): N_("To keep informed"),
}


def ring_name(ring: int) -> str:
    """A ring of the target, 0 being the heart."""
    return _RINGS[ring]()


def centre_name(background: Background) -> str:
    """What is at the centre of the target."""
    return background.centre or _("The project")


def centre_told(background: Background) -> str:
    """The same, where it is not told at the centre itself."""
    return _("At the centre: {name}").format(name=centre_name(background))


def x_axis_name(background: Background) -> str:
    """What grows to the right; usually interest."""
    return background.x_axis or _("Interest")


def y_axis_name(background: Background) -> str:
    """What grows upwards; usually influence."""
    return background.y_axis or _("Influence")


def quarter_name(background: Background, upper: bool, right: bool) -> str:
    """A quarter of the two axes: what it calls for, as long as the axes are the usual ones; else nothing."""
    if background.x_axis or background.y_axis:
        return ""
    return _(_QUARTERS[upper, right])
