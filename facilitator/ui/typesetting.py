"""Pages set in type by another process of this program, so that the console never waits for them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from facilitator import paths
from facilitator.minutes.serving import LENGTH
from facilitator.model.store.errors import StoreError

_REST = 400
"""Milliseconds the hands rest before pages are set again."""
Asked = Callable[[], Mapping[str, Any]]
"""What is to be set. StoreError: the session cannot be read."""


class Typesetter(QObject):
    """One process, started when it is first needed; what is asked for while it works replaces what waits."""

    done = Signal(bytes)
    """A PDF; empty where it could not be set."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._wanted: Asked | None = None
        self._busy = False
        self._answer = bytearray()
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._send)

    @property
    def busy(self) -> bool:
        """Whether something asked for is not there yet."""
        return self._busy or self._wanted is not None

    def want(self, asked: Asked, *, now: bool = False) -> None:
        """Sets these pages, once the hands rest unless `now`; what to set (`minutes.serving`) is told then."""
        self._wanted = asked
        if now:
            self._send()
        else:
            self._rest.start()

    def stop(self) -> None:
        """Ends the process; what was asked for is forgotten."""
        self._rest.stop()
        self._wanted, self._busy = None, False
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect()
            process.finished.disconnect()
            process.errorOccurred.disconnect()
            if process.processId():  # one that never began would be waited for, half a minute
                process.kill()
                process.waitForFinished()
            process.deleteLater()

    def _send(self) -> None:
        if self._busy or self._wanted is None:
            return
        asked, self._wanted = self._wanted, None
        try:
            told = json.dumps(asked(), ensure_ascii=False).encode()
        except StoreError:
            self.done.emit(b"")
            return
        self._busy = True
        if self._process is None:
            self._start()
        if self._process is None:  # it did not even start: that was told
            return
        self._answer.clear()
        self._process.write(told + b"\n")

    def _start(self) -> None:
        words, folder = paths.program()
        self._process = process = QProcess(self)
        process.setProgram(words[0])
        process.setArguments([*words[1:], "typeset"])
        process.setWorkingDirectory(str(folder))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._lost)
        process.errorOccurred.connect(self._lost)
        process.start()

    def _read(self) -> None:
        if self._process is None:
            return
        self._answer += self._process.readAllStandardOutput().data()
        if len(self._answer) < LENGTH:
            return
        length = int.from_bytes(self._answer[:LENGTH], "big")
        if len(self._answer) < LENGTH + length:
            return
        page = bytes(self._answer[LENGTH : LENGTH + length])
        self._busy = False
        self.done.emit(page)
        if not self._rest.isActive():
            self._send()

    def _lost(self) -> None:
        """The process ended, or never began: what waits begins another, or whoever asks next."""
        was_busy, waiting = self._busy, self._wanted
        self.stop()
        if was_busy:
            self.done.emit(b"")
        if waiting is not None:
            self.want(waiting)
