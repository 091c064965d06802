"""Fields where several answers hold together, as chips."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.model.document import Document
from facilitator.ui.fields.base import Field
from facilitator.ui.fields.offered import Option, Options
from facilitator.ui.fields.place import Place
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.flow import Flow
from facilitator.ui.keys import literal
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
