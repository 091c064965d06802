"""The small buttons of the bar of a link: round ones without words, whose name a tip tells, and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.drawing.link import arrowhead
from facilitator.drawing.pictograms import lightning
from facilitator.drawing.shapes import Path, Shape, Stroke
from facilitator.drawing.theme import Theme
from facilitator.model.vocabulary import Direction
from facilitator.ui import look
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.flow import Flow
from facilitator.ui.icon import SIDE, drawn
from facilitator.words import _

Button = TypeVar("Button", bound=QPushButton)

_BESIDE = 2
"""Pixels between two buttons of one field."""


class Round(QPushButton):
    """One button; `does` is called when it is clicked."""

    def __init__(self, icon: QIcon, does: Callable[[], object], *, checkable: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "round")
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        look.measure(self, icon=18)
        self.setIcon(icon)
        self.clicked.connect(lambda _checked=False: does())

    def tell(self, field: str, name: str = "") -> None:
        """Its name in the language of the moment, and that of what it is about."""
        whole = _named(field, name) if name else field
        self.setToolTip(whole)
        self.setAccessibleName(whole)


class Word(Toggle):
    """One button that says its name in full."""

    def __init__(self, does: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "segment")
        self.clicked.connect(lambda _checked=False: does())

    def tell(self, field: str, name: str) -> None:
        """Its name in the language of the moment."""
        self.setText(name)
        self.setAccessibleName(_named(field, name))


class Several(QWidget, Generic[Button]):
    """Buttons of a few values side by side, in several lines where there is no room; each is made by `make` with what a
    click on it does."""

    def __init__(
        self,
        values: Iterable[Any],
        make: Callable[[Any, Callable[[], object]], Button],
        chosen: Callable[[Any], object],
    ) -> None:
        super().__init__()
        row = Flow(self, gap=_BESIDE)
        self._buttons: dict[Any, Button] = {}
        for value in values:
            self._buttons[value] = button = make(value, partial(chosen, value))
            row.addWidget(button)

    def sizeHint(self) -> QSize:
        """All of them in one line."""
        sizes = [button.sizeHint() for button in self._buttons.values()]
        width = sum(size.width() for size in sizes) + _BESIDE * (len(sizes) - 1)
        return QSize(width, max(size.height() for size in sizes))

    @property
    def values(self) -> tuple[Any, ...]:
        return tuple(self._buttons)

    def button(self, value: Any) -> Button:
        """The button of a value."""
        return self._buttons[value]

    def show_held(self, held: Iterable[Any]) -> None:
        """Shows which values the document holds."""
        held = tuple(held)
        for value, button in self._buttons.items():
            button.setChecked(value in held)


def _named(field: str, choice: str) -> str:
    return _("{field}: {choice}").format(field=field, choice=choice)


@lru_cache(maxsize=8)
def intensity_icon(level: int) -> QIcon:
    """A line as wide as that intensity draws it."""
    return drawn(lambda shown: [_line(shown, 3.0, 17.0, 10.0, shown.link.widths[level - 1] * 1.2)])


@lru_cache(maxsize=4)
def direction_icon(direction: Direction) -> QIcon:
    """An arrow one way, or both."""
    both = direction is Direction.BOTH

    def shapes(shown: Theme) -> Iterator[Shape]:
        yield _line(shown, 6.0 if both else 2.5, 14.0, 10.0, 1.8)
        yield _head(shown, 18.0, 10.0, 1)
        if both:
            yield _head(shown, 2.0, 10.0, -1)

    return drawn(shapes)


@lru_cache(maxsize=1)
def swap_icon() -> QIcon:
    """Two arrows that pass each other."""
    return drawn(
        lambda shown: [
            _line(shown, 2.5, 14.0, 6.5, 1.6),
            _head(shown, 18.0, 6.5, 1),
            _line(shown, 6.0, 17.5, 13.5, 1.6),
            _head(shown, 2.0, 13.5, -1),
        ]
    )


@lru_cache(maxsize=1)
def tension_icon() -> QIcon:
    """The flash of a tension."""
    return drawn(lambda shown: [lightning(SIDE / 2, SIDE / 2, SIDE * 0.9, shown.danger)])


def _line(shown: Theme, start: float, end: float, y: float, width: float) -> Path:
    return Path((("M", start, y), ("L", end, y)), stroke=Stroke(shown.ink, width))


def _head(shown: Theme, x: float, y: float, way: int) -> Path:
    return arrowhead((x, y), (x - 7.0 * way, y), shown.ink)
