"""A part of a panel under its heading, folded or not as it was left."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.ui import look
from facilitator.ui.fields.spoken import spoken
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace


class Head(Sentence):
    """A heading, and the small triangle that says whether it is folded."""

    def __init__(self, parent: QWidget, *, small: bool) -> None:
        super().__init__("", parent, indent=18)
        self.setProperty("role", "fold small" if small else "fold")
        self.setCheckable(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme().muted))
        painter.translate(9, self.height() / 2)
        painter.rotate(90 if self.isChecked() else 0)
        painter.drawPolygon(QPolygonF([QPointF(-2.5, -4), QPointF(3, 0), QPointF(-2.5, 4)]))


class Section(QWidget):
    """A heading that folds what is under it.

    `key` is where the desk keeps it. `heading` is asked at each change of language, and whenever `retell` is called
    (a heading may count what it holds). `build` puts its content in, the first time it is unfolded.
    """

    def __init__(
        self,
        workspace: Workspace,
        key: str,
        heading: Callable[[], str],
        parent: QWidget | None = None,
        *,
        folded: bool = False,
        small: bool = False,
        build: Callable[[Section], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._key = f"folded.{key}"
        self._heading = heading
        self._build = build
        self.head = Head(self, small=small)
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
        self.head.say(escape(self._heading()))

    def unfold(self) -> None:
        """Shows what is in it."""
        self._show(False)

    def fold(self) -> None:
        """Leaves its heading alone in sight."""
        self._show(True)

    @property
    def built(self) -> bool:
        """Whether its content is there yet."""
        return self._build is None

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
        if not folded and self._build is not None:
            build, self._build = self._build, None
            build(self)
        self.head.setChecked(not folded)
        self.body.setHidden(folded)
