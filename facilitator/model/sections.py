"""The sections of the minutes by key, in the order the facilitator wants them, without those left out."""

from __future__ import annotations

from facilitator.model.document import Workshop

SECTIONS = (
    "summary", "map", "change", "reading", "said", "charter", "means", "practices", "commitments", "open", "people",
    "voices", "resources", "evaluation", "moments", "actors", "links", "places",
)  # fmt: skip
"""Every section that can be moved or left out, in its usual order. Personal data, author and licence always end."""


def arranged(workshop: Workshop) -> tuple[str, ...]:
    """Every section in the order wanted; one that is not named follows the one it usually follows. Names of sections
    that there are no more are passed over."""
    order = [key for key in dict.fromkeys(workshop.minutes_sections) if key in SECTIONS]
    for at, key in enumerate(SECTIONS):
        if key not in order:
            order.insert(order.index(SECTIONS[at - 1]) + 1 if at else 0, key)
    return tuple(order)


def printed(workshop: Workshop) -> tuple[str, ...]:
    """Those that are in the minutes, in their order."""
    return tuple(key for key in arranged(workshop) if key not in workshop.minutes_without)
