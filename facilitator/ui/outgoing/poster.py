"""The poster: how large, on which paper, for whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pypdfium2
from PySide6.QtWidgets import QComboBox, QWidget

from facilitator.minutes.poster.sheet import POSTERS, REACH, SIZES, TILES, reach_told
from facilitator.model.edition import edition as edition_of
from facilitator.ui import asking
from facilitator.ui.outgoing.parts import named
from facilitator.ui.outgoing.printing import Printing
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_USUAL = "a2"


class PosterDialog(Printing):
    """Asks for nothing that has a good answer already: Enter writes an A2 beside the session."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(
            workspace,
            parent,
            title=_("Poster of the map"),
            making=_("The poster is being drawn…"),
            opens=_("Open the poster"),
        )
        self.size_, self.tiles = QComboBox(self), QComboBox(self)
        for size in POSTERS:
            width, height = SIZES[size]
            said = _("{name} — {width} × {height} cm").format(
                name=size.upper(), width=round(width / 10), height=round(height / 10)
            )
            self.size_.addItem(said, size)
        self.size_.setCurrentIndex(POSTERS.index(_USUAL))
        self.tiles.addItem(_("In one piece"), None)
        for paper in TILES:
            self.tiles.addItem(_("On {paper} sheets to put together").format(paper=paper.upper()), paper)
        for name, choice in ((_("Size"), self.size_), (_("Printed"), self.tiles)):
            choice.setAccessibleName(name)
            choice.activated.connect(lambda _index: self.choose())
            named(self.form, name, choice)
        self.lay()

    def asked(self) -> Mapping[str, Any]:
        return {"what": "poster", "size": self.size_.currentData(), "tiles": self.tiles.currentData()}

    def name(self) -> str:
        title = asking.named_after(self._workspace.document, self.edition.key, _("Map"))
        paper = self.tiles.currentData()
        parts = [title, _("poster"), f"{self.size_.currentData().upper()}"]
        parts += [f"{paper.upper()}"] if paper else []
        parts += [_("public")] if self.edition.key == "public" else []
        return " - ".join(parts)

    def possible(self) -> bool:
        actors = edition_of(self._workspace.document, self.edition.key).actors.values()
        possible = any(actor.placed for actor in actors)
        self.note.setText("" if possible else _("No actor is on the map yet: there is nothing to print."))
        self.go.setEnabled(possible)
        return possible

    def made(self) -> None:
        pdf = pypdfium2.PdfDocument(self._pages)
        self.note.setText(reach_told(float(pdf.get_metadata_value(REACH) or 0.0)))
        pdf.close()
