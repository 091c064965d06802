"""Cards and strips for the tables: which ones, how many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from facilitator.minutes.tables import MOST
from facilitator.model.edition import edition as edition_of
from facilitator.ui import asking
from facilitator.ui.outgoing.parts import named
from facilitator.ui.outgoing.printing import Printing
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class TablesDialog(Printing):
    """Blank cards of actors first: what a table begins with."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(
            workspace,
            parent,
            title=_("Cards for the tables"),
            making=_("The cards are being drawn…"),
            opens=_("Open the cards"),
        )
        self.kinds = {
            "blank_cards": QCheckBox(_("Blank cards of actors"), self),
            "cards": QCheckBox(_("Cards of the actors of the session"), self),
            "blank_links": QCheckBox(_("Blank strips of links"), self),
            "links": QCheckBox(_("Strips of the links of the session"), self),
        }
        self.kinds["blank_cards"].setChecked(True)
        for box in self.kinds.values():
            self.form.addWidget(box)
            box.clicked.connect(lambda _checked=False: self.choose())
        self.sheets = QSpinBox(self)
        self.sheets.setRange(1, MOST)
        self.sheets.setAccessibleName(_("Blank sheets of each"))
        self.sheets.valueChanged.connect(lambda _value: self.choose())
        named(self.form, _("Blank sheets of each"), self.sheets)
        self.lay()

    def asked(self) -> Mapping[str, Any]:
        kinds = [kind for kind, box in self.kinds.items() if box.isChecked()]
        return {"what": "tables", "kinds": kinds, "sheets": self.sheets.value()}

    def name(self) -> str:
        title = asking.named_after(self._workspace.document, self.edition.key, _("Map"))
        return " - ".join((title, _("cards")))

    def possible(self) -> bool:
        shown = edition_of(self._workspace.document, self.edition.key)
        there = {
            "blank_cards": True,
            "cards": bool(shown.actors),
            "blank_links": True,
            "links": bool(shown.links),
        }
        asked = [kind for kind, box in self.kinds.items() if box.isChecked()]
        self.sheets.setEnabled(any(kind.startswith("blank") for kind in asked))
        possible = any(there[kind] for kind in asked)
        self.note.setText(
            _("Eight to an A4 sheet, with marks where to cut.")
            if possible
            else _("Nothing of what is asked for is in the session yet.")
            if asked
            else _("Choose what to print.")
        )
        self.go.setEnabled(possible)
        return possible
