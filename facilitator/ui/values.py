"""What actors and links can be given, one or several at once: what context menus and the command palette offer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Actor, Link, ordered
from facilitator.model.vocabulary import INTENSITIES, Direction, Presence, Status
from facilitator.ui.workspace import Workspace
from facilitator.words import _


@dataclass(frozen=True, slots=True)
class Value:
    """A value that is `on` where they all have it. Choosing one of several gives it; a switch is turned.

    `key` is the same in every language; `field` is what it is a value of, empty where its name says it all.
    """

    key: str
    field: str
    name: str
    on: bool
    does: Callable[[], object]

    @property
    def full_name(self) -> str:
        """Its name where its field is not told beside it."""
        return f"{self.field} — {self.name}" if self.field else self.name


def of_selection(workspace: Workspace) -> list[Value]:
    """What can be given to what is selected: to actors where there are some, else to links; nothing where a session can
    only be looked at."""
    if workspace.read_only:
        return []
    actors = workspace.selected_actors
    return of_actors(workspace, actors) if actors else of_links(workspace, workspace.selected_links)


def of_actors(workspace: Workspace, actors: tuple[Actor, ...]) -> list[Value]:
    """Categories, presences and confidentiality, for some actors."""
    if not actors:
        return []
    give = _Giving("actors", actors, lambda **to: workspace.do(gestures.edit_actors(_ids(actors), **to)))
    return [
        *give.one_of(
            "category",
            _("Category"),
            ((row.id, terms.category_name(row)) for row in ordered(workspace.document.categories)),
        ),
        *give.one_of("presence", _("Presence"), _named(Presence, terms.presence_name)),
        give.switch("confidential", _("Confidential")),
    ]


def of_links(workspace: Workspace, links: tuple[Link, ...]) -> list[Value]:
    """Types, statuses, intensities, directions, tension and confidentiality, for some links."""
    if not links:
        return []
    give = _Giving("links", links, lambda **to: workspace.do(gestures.edit_links(_ids(links), **to)))
    return [
        *_types(workspace, links),
        *give.one_of("status", _("Status"), _named(Status, terms.status_name)),
        *give.one_of(
            "intensity",
            _("Intensity"),
            ((level, f"{level} · {terms.intensity_name(level)}") for level in INTENSITIES),
        ),
        *give.one_of("direction", _("Direction"), _named(Direction, terms.direction_name)),
        give.switch("tension", _("Tension")),
        give.switch("confidential", _("Confidential")),
    ]


@dataclass(frozen=True, slots=True)
class _Giving:
    """Gives a field to all of some rows at once."""

    table: str
    rows: tuple[Actor, ...] | tuple[Link, ...]
    edit: Callable[..., object]

    def one_of(self, field: str, title: str, values: Iterable[tuple[Any, str]]) -> Iterator[Value]:
        """One value among several: choosing the one they all have already is nothing."""
        for value, name in values:
            held = self._all(field, value)
            yield Value(
                f"{self.table}.{field}.{value}",
                title,
                name,
                held,
                lambda value=value, held=held: held or self.edit(**{field: value}),  # type: ignore[misc]  # its own
            )

    def switch(self, field: str, name: str) -> Value:
        """What they are, or are not."""
        on = self._all(field, True)
        return Value(f"{self.table}.{field}", "", name, on, lambda: self.edit(**{field: not on}))

    def _all(self, field: str, value: object) -> bool:
        return all(getattr(row, field) == value for row in self.rows)


def _types(workspace: Workspace, links: tuple[Link, ...]) -> Iterator[Value]:
    for row in ordered(workspace.document.link_types):
        on = all(row.id in link.types for link in links)
        yield Value(
            f"links.type.{row.id}",
            _("Types of link"),
            terms.link_type_name(row),
            on,
            lambda key=row.id, on=on: _turn_type(workspace, links, key, on=not on),  # type: ignore[misc]  # its own
        )


def _turn_type(workspace: Workspace, links: Iterable[Link], key: str, *, on: bool) -> None:
    """Gives a type to all of them, or takes it from all; each keeps its others, in the order of the session."""
    order = [row.id for row in ordered(workspace.document.link_types)]
    changed = (
        gestures.edit_link(
            link.id, types=tuple(id_ for id_ in order if (on if id_ == key else id_ in link.types))
        )
        for link in links
    )
    workspace.do(gestures.together("link.edit", changed))


def _named(values: Iterable[Any], name: Callable[[Any], str]) -> Iterator[tuple[Any, str]]:
    return ((value, terms.capitalised(name(value))) for value in values)


def _ids(rows: Iterable[Actor] | Iterable[Link]) -> tuple[str, ...]:
    return tuple(row.id for row in rows)
