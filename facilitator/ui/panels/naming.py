"""The line that names actors while the room talks: one after each Enter, those already named noticed as one types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from facilitator.model import gestures
from facilitator.model.document import Actor, new_id
from facilitator.ui.canvas.known import Again, Known
from facilitator.ui.panels.rows import AddLine
from facilitator.ui.workspace import Workspace
from facilitator.words import _

Kind = tuple[str, str]
"""The category of who is named next, and its field of intervention."""
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class NamingLine(AddLine):
    """Names actors of the kind of the moment. `told` says gently who is there already: offered, not forced.

    `walk` is asked to go on (1) or back (-1), by Up, Down and Enter where nothing is typed; `leave`, by Esc.
    """

    def __init__(
        self,
        workspace: Workspace,
        hint: Callable[[], str],
        kind: Callable[[], Kind],
        told: QLabel,
        walk: Callable[[int], object] | None = None,
        leave: Callable[[], object] | None = None,
    ) -> None:
        self._kind = kind
        self._told = told
        self._walk = walk
        self._leave = leave
        self._known = Known(workspace)
        super().__init__(workspace, hint, self._named)
        self._again = Again(self)
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.hide()
        self.textChanged.connect(self._look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typed = event.key(), bool(self.text().strip())
        if self._walk is not None and key in _WAYS:
            self._walk(_WAYS[Qt.Key(key)])
        elif self._walk is not None and not typed and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._walk(1)
        elif self._leave is not None and not typed and key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _entered(self) -> None:
        super()._entered()
        if self._again.asked:
            self.selectAll()

    def _look(self, text: str) -> None:
        """Says so when somebody of that name is there already."""
        like = self._known.like(text) if text.strip() else None
        said = (
            _("“{name}” is already named. Enter once more adds “{new}” all the same.")
            if self._again.asked
            else _("“{name}” is already named.")
        )
        self._told.setText(said.format(name=like.name, new=text.strip()) if like else self._again.told)
        self._told.setVisible(bool(self._told.text()))

    def _named(self, name: str) -> bool:
        like = self._known.like(name)
        if like is not None and self._again.asks(name):
            said = _("“{name}” is already named. Enter once more adds “{new}” all the same.")
            self._workspace.say(said.format(name=like.name, new=name))
            return False
        self._again.forget()
        self._look("")
        category, field = self._kind()
        return self._workspace.do(
            gestures.add_actor(Actor(new_id(), name=name, category=category, domain=field))
        )
