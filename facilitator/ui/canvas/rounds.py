"""The small buttons of the bar of a link: round ones without words, whose name a tip tells, and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from facilitator.drawing.link import arrowhead
from facilitator.drawing.pictograms import lightning
from facilitator.drawing.shapes import Box, Path, Picture, Shape, Stroke
from facilitator.drawing.theme import theme
from facilitator.model.vocabulary import Direction
from facilitator.ui import ink, look
from facilitator.ui.fields.pressed import Toggle
from facilitator.words import _

_ICON = 20.0
_FINE = 3
"""Icons are drawn this much larger, for sharp edges on any screen."""


Button = TypeVar("Button", bound=QPushButton)


class Round(QPushButton):
    """One button; `does` is called when it is clicked."""

    def __init__(self, icon: QIcon, does: Callable[[], object], *, checkable: bool = True) -> None:
        super().__init__()
        self.setProperty("role", "round")
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setIconSize(QSize(look.px(18), look.px(18)))
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
    """Buttons of a few values side by side, each made by `make` with what a click on it does."""

    def __init__(
        self,
        values: Iterable[Any],
        make: Callable[[Any, Callable[[], object]], Button],
        chosen: Callable[[Any], object],
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._buttons: dict[Any, Button] = {}
        for value in values:
            self._buttons[value] = button = make(value, partial(chosen, value))
            row.addWidget(button)

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
    width = theme("screen").link.widths[level - 1] * 1.2
    return drawn(_line(3.0, 17.0, 10.0, width))


@lru_cache(maxsize=4)
def direction_icon(direction: Direction) -> QIcon:
    """An arrow one way, or both."""
    both = direction is Direction.BOTH
    shapes: list[Shape] = [_line(6.0 if both else 2.5, 14.0, 10.0, 1.8), _head(18.0, 10.0, 1)]
    return drawn(*shapes, *([_head(2.0, 10.0, -1)] if both else []))


@lru_cache(maxsize=1)
def swap_icon() -> QIcon:
    """Two arrows that pass each other."""
    return drawn(
        _line(2.5, 14.0, 6.5, 1.6), _head(18.0, 6.5, 1), _line(6.0, 17.5, 13.5, 1.6), _head(2.0, 13.5, -1)
    )


@lru_cache(maxsize=1)
def tension_icon() -> QIcon:
    """The flash of a tension."""
    return drawn(lightning(_ICON / 2, _ICON / 2, _ICON * 0.9, theme("screen").danger))


def _line(start: float, end: float, y: float, width: float) -> Path:
    return Path((("M", start, y), ("L", end, y)), stroke=Stroke(theme("screen").ink, width))


def _head(x: float, y: float, way: int) -> Path:
    return arrowhead((x, y), (x - 7.0 * way, y), theme("screen").ink)


def drawn(*shapes: Shape) -> QIcon:
    """Shapes on a square of 20 units, as an icon."""
    side = int(_ICON * _FINE)
    image = QPixmap(side, side)
    image.fill(Qt.GlobalColor.transparent)
    painter = ink.begin(QPainter(image))
    painter.scale(_FINE, _FINE)
    ink.paint(painter, Picture(shapes, Box(0, 0, _ICON, _ICON)))
    painter.end()
    image.setDevicePixelRatio(_FINE)
    return QIcon(image)
