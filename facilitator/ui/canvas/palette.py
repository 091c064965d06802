"""The palette: a chip for each category of actors, above the map."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator import terms
from facilitator.model.document import Category, Document, ordered
from facilitator.ui import visible
from facilitator.ui.canvas import making
from facilitator.ui.canvas.chips import DragChip
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.canvas.tools import Place
from facilitator.ui.fields.icons import category_icon
from facilitator.ui.flow import Flow
from facilitator.ui.keys import literal
from facilitator.words import _


class CategoryChip(DragChip):
    """Pulled onto the map, it places a card; clicked, the next click on the map does; Enter puts one in the middle."""

    def __init__(self, surface: Surface, category: Category, parent: QWidget) -> None:
        super().__init__(surface, self._tool_at, parent)
        self.category = category.id
        self.setProperty("role", "palette")
        self.setCheckable(True)
        self.setIcon(category_icon(category))
        self.setMinimumHeight(28)
        name = terms.category_name(category)
        self.setText(f" {literal(name)}")  # a little air after the icon
        self.setAccessibleName(_("Add an actor: {category}").format(category=name))
        self.setToolTip(
            _("{category}: drag onto the map, or click here then on the map").format(category=name)
        )
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            making.name_new(self._surface, self.category, making.free_place(self._surface))
        else:
            super().keyPressEvent(event)

    def _clicked(self) -> None:
        again = self._surface.armed == self.category
        self._surface.arm("" if again else self.category)

    def _tool_at(self, point: QPointF) -> Place:
        self._surface.arm("")
        return Place(self._surface, self._surface.hand(point), category=self.category)


class Palette(QWidget):
    """The chips; the one whose category the next click on the map places is shown pressed."""

    def __init__(self, surface: Surface, parent: QWidget) -> None:
        super().__init__(parent)
        self._surface = surface
        self._flow = Flow(self, gap=5)
        self._flow.setContentsMargins(14, 0, 14, 0)
        self.chips: list[CategoryChip] = []
        workspace = surface.workspace
        workspace.changed.connect(self._followed)
        workspace.language_changed.connect(self.retell)
        surface.armed_changed.connect(self._show_armed)
        self.retell()

    def retell(self) -> None:
        """Makes the chips anew, in the language of the moment."""
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        workspace = self._surface.workspace
        self.chips = [
            CategoryChip(self._surface, row, self) for row in ordered(workspace.document.categories)
        ]
        for chip in self.chips:
            chip.setEnabled(not workspace.read_only)
            self._flow.addWidget(chip)
            visible.show(chip, True)
        self._show_armed()
        self.updateGeometry()

    def _followed(self, before: Document, after: Document) -> None:
        if before.categories is not after.categories:
            self.retell()

    def _show_armed(self) -> None:
        for chip in self.chips:
            chip.setChecked(chip.category == self._surface.armed)
