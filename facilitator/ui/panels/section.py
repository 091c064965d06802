"""A part of a panel under its heading, folded or not as it was left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from facilitator.ui.fields.spoken import spoken
from facilitator.ui.workspace import Workspace


class Section(QWidget):
    """A heading that folds what is under it. `key` is where the desk keeps it; `heading` is asked at each change
    of language, and whenever `retell` is called (a heading may count what it holds)."""

    def __init__(
        self,
        workspace: Workspace,
        key: str,
        heading: Callable[[], str],
        *,
        folded: bool = False,
        small: bool = False,
    ) -> None:
        super().__init__()
        self._workspace = workspace
        self._key = f"folded.{key}"
        self._heading = heading
        self.head = QToolButton(self)
        self.head.setProperty("role", "fold small" if small else "fold")
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.head)
        whole.addWidget(self.body)
        self._show(bool(workspace.desk.get(self._key, folded)))
        self.head.clicked.connect(self._clicked)
        spoken(self, workspace, self.retell)

    def add(self, *widgets: QWidget) -> None:
        """Puts widgets at the bottom of the part."""
        for widget in widgets:
            self.column.addWidget(widget)

    def retell(self) -> None:
        """Says its heading again."""
        self.head.setText(self._heading())

    def unfold(self) -> None:
        """Shows what is in it."""
        self._show(False)

    @property
    def folded(self) -> bool:
        return self.body.isHidden()

    def _clicked(self) -> None:
        folded = not self.head.isChecked()
        if folded:
            self._workspace.settle()
        self._show(folded)
        self._workspace.keep(self._key, folded)

    def _show(self, folded: bool) -> None:
        self.head.setChecked(not folded)
        self.head.setArrowType(Qt.ArrowType.RightArrow if folded else Qt.ArrowType.DownArrow)
        self.body.setHidden(folded)
