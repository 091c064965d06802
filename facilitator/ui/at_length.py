"""What takes long: done slice by slice, so that the window breathes. At once if it is short; else its progress is
shown, with a name, and it can be given up."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from facilitator.exchange.slices import Slices
from facilitator.ui import asking, look
from facilitator.words import _

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds one waits without being told how far it is."""
_BREATH = 0.05
"""Seconds of work between two breaths of the window."""
_WHOLE = 1000


def at_length(
    parent: QWidget,
    name: str,
    work: Slices[T],
    done: Callable[[T], object],
    *,
    given_up: Callable[[], object],
) -> None:
    """Does a work, then calls `done` with what it comes to; `given_up` instead where the person does not wait for it.

    The work tells its own failures: what it raises is an error of the program.
    """
    until = monotonic() + PATIENCE
    with asking.busy():
        try:
            while monotonic() < until:
                next(work)
        except StopIteration as end:
            result: T = end.value
        else:
            asking.opened(Progress(parent, name, work, done, given_up))
            return
    done(result)


class Progress(QDialog, Generic[T]):
    """The name of a work, how far it is, and a way to give it up."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        work: Slices[T],
        done: Callable[[T], object],
        given_up: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._work, self._done, self._given_up = work, done, given_up
        self.setWindowTitle(name)
        said = QLabel(name, self)
        said.setProperty("role", "heading")
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)  # it names files
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(name)
        self.leave = QPushButton(_("Cancel"), self)
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(14))
        column.addWidget(said)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        self.setMinimumWidth(look.px(420))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def reject(self) -> None:
        """Gives it up: everything is as it was."""
        self._timer.stop()
        self._work.close()
        super().reject()
        self._given_up()

    def _go_on(self) -> None:
        until = monotonic() + _BREATH
        try:
            while monotonic() < until:
                self.bar.setValue(round(next(self._work) * _WHOLE))
        except StopIteration as end:
            self._timer.stop()
            result: T = end.value
            super().accept()
            self._done(result)
        except BaseException:
            self._timer.stop()
            super().reject()
            raise
