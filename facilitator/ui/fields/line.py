"""One line one types in, and the fields that are no more than that."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from facilitator.ui.fields.place import Place
from facilitator.ui.fields.typed import TypedField
from facilitator.ui.workspace import Workspace


def without_own_undo(menu: QMenu) -> QMenu:
    """Qt's menu of a text, less the undo of letters: the session has one history."""
    for action in menu.actions()[:3]:
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
    return menu


def pasting_by(menu: QMenu, paste: Callable[[], object]) -> QMenu:
    """Qt's menu of a text whose paste is ours; it goes once it is closed."""
    without_own_undo(menu).setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for action in menu.actions():
        if action.objectName() == "edit-paste":
            action.triggered.disconnect()
            action.triggered.connect(lambda _checked=False: paste())
    return menu


class Line(QLineEdit):
    """A line whose menu offers no undo of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextMargins(-2, 0, 0, 0)  # its letters begin where those of a box do

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = without_own_undo(self.createStandardContextMenu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())


class LinedField(TypedField):
    """A value typed in a line; Enter hands it over. Sub-classes put the line in, and read and write values."""

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
        self._line = Line(self)
        self._line.textEdited.connect(self.typed)
        self._line.returnPressed.connect(self.leave)

    def edit(self) -> QLineEdit:
        return self._line

    def _text(self) -> str:
        return self._line.text()

    def _set_text(self, text: str) -> None:
        self._line.setText(text)
