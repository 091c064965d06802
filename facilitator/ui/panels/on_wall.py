"""A small button that puts a page of words on the wall, and takes it away again."""

from __future__ import annotations

from facilitator.ui.board import Kind
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.fields.spoken import spoken
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

SAYS = N_("On the wall")


class OnWall(Toggle):
    """Pressed while that page (of that subject) is the one asked for, whether one projects or not."""

    def __init__(self, workspace: Workspace, kind: Kind, subject: str = "", says: str = SAYS) -> None:
        super().__init__()
        self._workspace = workspace
        self._kind: Kind = kind
        self._subject = subject
        self._says = says
        self.setProperty("role", "segment")
        self.clicked.connect(self._pressed)
        workspace.board.changed.connect(self._show)
        spoken(self, workspace, self._tell)
        self._show()

    def _pressed(self, on: bool) -> None:
        board = self._workspace.board
        if on:
            board.show(self._kind, self._subject)
        else:
            board.show("map" if board.usual == self._kind and not self._subject else board.usual)

    def _show(self) -> None:
        board = self._workspace.board
        self.setChecked(board.kind == self._kind and (not self._subject or board.subject == self._subject))

    def _tell(self) -> None:
        self.setText(_(self._says))
        self.setAccessibleName(_(self._says))
