"""What a map can be filtered by, named in the language of the moment, each value with the sign it bears on the map."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QIcon

from facilitator import terms
from facilitator.drawing import odd
from facilitator.drawing.card import outlined, pip, stub
from facilitator.drawing.link import stroke_of
from facilitator.drawing.shapes import Box, Path, Shape, line
from facilitator.drawing.theme import Theme
from facilitator.model.document import Document, ordered
from facilitator.model.vocabulary import ODDS, Pillar, Presence, Status
from facilitator.terms import capitalised
from facilitator.ui.fields.icons import category_icon, link_type_icon
from facilitator.ui.fields.offered import Option
from facilitator.ui.icon import SIDE, drawn
from facilitator.words import N_, _

_MIDDLE = SIDE / 2
_SHORTER = 0.5


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing to filter by: the field of the lens, its name, and what there is to choose from."""

    field: str
    name: str
    options: Callable[[Document], Sequence[Option]]


def _categories(document: Document) -> Sequence[Option]:
    return [Option(c.id, terms.category_name(c), category_icon(c)) for c in ordered(document.categories)]


def _presences(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.presence_name(key)), _presence_icon(key)) for key in Presence]


def _types(document: Document) -> Sequence[Option]:
    return [Option(t.id, terms.link_type_name(t), link_type_icon(t)) for t in ordered(document.link_types)]


def _statuses(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.status_name(key)), _status_icon(key)) for key in Status]


def _pillars(_document: Document) -> Sequence[Option]:
    return [Option(key, terms.pillar_name(key), _pillar_icon(key)) for key in Pillar]


def _odds(_document: Document) -> Sequence[Option]:
    return [Option(n, f"{n} · {terms.odd_title(n)}", _odd_icon(n)) for n in ODDS]


SIGNS = (
    Kind("categories", N_("Category"), _categories),
    Kind("presences", N_("Presence"), _presences),
    Kind("types", N_("Type of link"), _types),
    Kind("statuses", N_("Status of the link"), _statuses),
    Kind("pillars", N_("Contributes to"), _pillars),
    Kind("odds", N_("Goal"), _odds),
)
"""In the order of `lens.KINDS`."""


def said(kind: Kind, option: Option) -> str:
    """A value with what it is: `Category: Association`."""
    return _("{field}: {choice}").format(field=_(kind.name), choice=option.text)


@lru_cache(maxsize=4)
def _presence_icon(presence: Presence) -> QIcon:
    box = Box(1.0, 4.0, 18.0, 12.0)
    return drawn(lambda shown: [*stub(box, presence, shown, 2.5), outlined(box, presence, shown, 2.5)])


@lru_cache(maxsize=3)
def _status_icon(status: Status) -> QIcon:
    def shapes(shown: Theme) -> Iterator[Shape]:
        whole = stroke_of(status, 2, shown)
        # Dashes are shortened, so that a line as short as an icon shows two of them.
        dashed = status is Status.TO_STRENGTHEN
        stroke = whole._replace(dash=tuple(length * _SHORTER for length in whole.dash)) if dashed else whole
        end = stroke.width / 2
        yield Path(line([(end, _MIDDLE), (SIDE - end, _MIDDLE)]), stroke=stroke)

    return drawn(shapes)


@lru_cache(maxsize=3)
def _pillar_icon(pillar: Pillar) -> QIcon:
    return drawn(
        lambda shown: [
            pip(_MIDDLE + (n - 1) * 6.8, _MIDDLE, one is pillar, shown) for n, one in enumerate(Pillar)
        ]
    )


@lru_cache(maxsize=17)
def _odd_icon(number: int) -> QIcon:
    badge = odd.badge(number, SIDE).moved(_MIDDLE, _MIDDLE)
    return drawn(lambda _shown: badge.shapes)
