"""Fields where several answers hold together: chips, and the numbered badges of the ODD."""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from facilitator import terms
from facilitator.model.document import Document
from facilitator.model.vocabulary import ODDS
from facilitator.ui.fields.base import Field
from facilitator.ui.fields.offered import Option, Options
from facilitator.ui.fields.place import Place
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.fields.spoken import literal
from facilitator.ui.flow import Flow
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class ChipsField(Field):
    """Several answers that may hold together, each one click; in several rows at once the others' stay."""

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        options: Options,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
    ) -> None:
        super().__init__(workspace, place, label, parent, bare=bare)
        self._options = options
        self._told: list[tuple[Any, str]] = []
        self._chips: dict[Any, QPushButton] = {}
        self._row = QWidget(self)
        self._flow = Flow(self._row)
        self._hold(self._row)

    def control(self) -> QWidget:
        return next(iter(self._chips.values()), self._row)

    def retranslate(self) -> None:
        self._told = []  # chips are named after the field too
        super().retranslate()
        self._row.setAccessibleName(_(self._sentence))

    def chip(self, value: Any) -> QPushButton:
        """The button of an answer."""
        return self._chips[value]

    def _followed(self, before: Document, after: Document) -> None:
        if self.place.rows(after) and self._options.changed(before, after):
            self.refresh()
        else:
            super()._followed(before, after)

    def _show(self, _value: Any) -> None:
        options = self._options(self.workspace.document)
        told = [(option.value, option.text) for option in options]
        if told != self._told:
            self._told = told
            self._rebuild(list(options))
        held = [getattr(row, self.place.field) for row in self.place.rows(self.workspace.document)]
        for key, chip in self._chips.items():
            chip.setChecked(bool(held) and all(key in values for values in held))

    def _rebuild(self, options: list[Option]) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        for option in options:
            chip = Toggle(literal(option.text), self._row)
            chip.setProperty("role", "chip")
            chip.setIcon(option.icon or QIcon())
            chip.setEnabled(not self.workspace.read_only)
            chip.setAccessibleName(_("{field}: {choice}").format(field=_(self._sentence), choice=option.text))
            chip.clicked.connect(lambda _checked=False, key=option.value: self._toggled(key))
            self._flow.addWidget(chip)
            self._chips[option.value] = chip
        self._row.updateGeometry()

    def _toggled(self, key: Any) -> None:
        document = self.workspace.document
        self.workspace.do(self.place.toggle(document, key, self._chips[key].isChecked()))
        self.refresh()


class OddField(Field):
    """The seventeen goals as round numbered badges; their titles are told on the badge and under the row."""

    def __init__(
        self,
        workspace: Workspace,
        place: Place,
        label: str,
        parent: QWidget | None = None,
        *,
        bare: bool = False,
    ) -> None:
        super().__init__(workspace, place, label, parent, bare=bare)
        body = QWidget(self)
        self._flow = Flow(body, gap=3)
        self._badges: dict[int, QPushButton] = {}
        for number in ODDS:
            badge = QPushButton(str(number), body)
            badge.setCheckable(True)
            badge.setAutoDefault(False)
            badge.setProperty("role", "odd")
            badge.setEnabled(not workspace.read_only)
            badge.clicked.connect(lambda _checked=False, n=number: self._toggled(n))
            self._flow.addWidget(badge)
            self._badges[number] = badge
        self._titles = QLabel(self)
        self._titles.setProperty("role", "caption")
        self._titles.setWordWrap(True)
        self._hold(body)
        self._column.addWidget(self._titles)

    def control(self) -> QWidget:
        return self._badges[1]

    def badge(self, number: int) -> QPushButton:
        return self._badges[number]

    def retranslate(self) -> None:
        super().retranslate()
        for number, badge in self._badges.items():
            title = f"{number} · {terms.odd_title(number)}"
            badge.setToolTip(title)
            badge.setAccessibleName(title)

    def _show(self, _value: Any) -> None:
        held = [getattr(row, self.place.field) for row in self.place.rows(self.workspace.document)]
        shared = [n for n in ODDS if held and all(n in odds for odds in held)]
        for number, badge in self._badges.items():
            on = number in shared
            badge.setChecked(on)
            badge.setStyleSheet(_painted(number) if on else "")
        self._titles.setText(" · ".join(f"{n}\N{NO-BREAK SPACE}{terms.odd_title(n)}" for n in shared))
        self._titles.setVisible(bool(shared))

    def _toggled(self, number: int) -> None:
        on = self._badges[number].isChecked()
        self.workspace.do(self.place.toggle(self.workspace.document, number, on))
        self.refresh()


@cache
def _painted(number: int) -> str:
    """A badge in the colour of its goal, with the letters that are legible on it."""
    goal = terms.odd(number)
    return f"QPushButton {{ background: {goal.colour}; color: {goal.text}; border-color: {goal.colour}; }}"
