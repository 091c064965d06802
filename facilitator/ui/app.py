"""The app: one page at a time, Accueil or the console of a session, and the way from one to the other."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from facilitator import paths
from facilitator.ui import asking, crash, look, remembered, speech
from facilitator.ui.readiness import getting_ready
from facilitator.ui.sliced import Sliced

if TYPE_CHECKING:
    from facilitator.ui.home import Home
    from facilitator.ui.window import Window
    from facilitator.ui.workspace import Workspace

_SETTLED = 1500
"""Milliseconds after which all that an open session is made of is there."""


def run(path: Path | None = None, *, sample: bool = False, language: str | None = None) -> int:
    """Opens Accueil, that session, or a copy of the sample; returns the exit status once the last window is closed.

    It speaks `language`, else the one last chosen there.
    """
    qt = application()
    app = App(qt, language)
    try:
        app.begin(path, sample=sample)
        return qt.exec()
    finally:
        app.end()


_RARELY = 400_000, 5, 5
"""How much must be made before what nobody holds any more is looked for. A large session opens making hundreds of
thousands of things that all stay: going through them again and again took longer than making them."""


def application() -> QApplication:
    """The QApplication, made if there is none, with its name and icon."""
    gc.set_threshold(*_RARELY)
    there = QApplication.instance()
    qt = there if isinstance(there, QApplication) else QApplication(sys.argv[:1])
    qt.setApplicationName("entre-tous")
    qt.setApplicationDisplayName("Entre tous")
    qt.setDesktopFileName("entre-tous")
    qt.setWindowIcon(QIcon(str(paths.resource("icons", "entre-tous.png"))))
    return qt


class App(QObject):
    """Opens and leaves sessions. There is one page at any moment, and the app ends when a person closes it."""

    def __init__(self, qt: QApplication, language: str | None = None) -> None:
        super().__init__()
        self._qt = qt
        self._home: Home | None = None
        self._window: Window | None = None
        self._system_scale = look.system_scale(qt)
        qt.setQuitOnLastWindowClosed(False)
        speech.speak(qt, language or remembered.language())
        self._dress()
        qt.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._stop_watching = crash.watch(self._tell, self._last_gesture)

    @property
    def window(self) -> Window | None:
        """The console, where a session is open."""
        return self._window

    @property
    def home(self) -> Home | None:
        """Accueil, where no session is open."""
        return self._home

    def begin(self, path: Path | None, *, sample: bool = False) -> None:
        """Shows the first page: the asked session, else the one a crash left open, else Accueil."""
        left = None if path or sample else remembered.left_open()
        if sample:
            self.open_sample()
        elif path is not None:
            self.open(path)
        elif left is None or not self.open(left, quietly=True):
            self.show_home()

    def end(self) -> None:
        """Lets go of everything, as when the machine is switched off."""
        for page in (self._window, self._home):
            if page is not None:
                page.close()
        self._stop_watching()

    def open(self, path: Path, *, quietly: bool = False) -> bool:
        """Opens a session in place of the page that is shown; where it cannot, says why and changes nothing."""
        if self._window is not None and _same(path, self._window.workspace.path):
            return True
        from facilitator.ui import sessions  # what Accueil does not need

        try:
            workspace, sentence = sessions.opened(path)
        except sessions.NotOpened as refusal:
            if not quietly:
                self._refuse(refusal.sentence)
            return False
        self._enter(workspace)
        if sentence:
            workspace.say(sentence, error=workspace.read_only)
        return True

    def create(self, title: str, path: Path, journey: str = "default") -> bool:
        """Begins a session with a journey: it is a file at once."""
        from facilitator.ui import sessions

        return self._begin(lambda: sessions.begun(title, path, journey))

    def open_sample(self) -> bool:
        """Opens a copy of the sample session."""
        from facilitator.ui import sessions

        return self._begin(sessions.sample)

    def show_home(self) -> None:
        """Accueil, in place of the console."""
        from facilitator.ui.home import Home  # a session that opens does not need it

        window, self._window = self._window, None
        if window is not None:
            window.close()
        home = Home()
        home.asked_open.connect(self.open)
        home.asked_new.connect(self.create)
        home.asked_sample.connect(self.open_sample)
        home.asked_language.connect(self.speak)
        home.asked_quit.connect(self.quit)
        home.closed.connect(self._left)
        home.seen.connect(Sliced(getting_ready, home).begin_again)
        self._home = home
        home.present()

    def speak(self, language: str) -> None:
        """Speaks another language from now on, and next time."""
        if self._window is not None:
            self._window.workspace.settle()  # words being typed are not written over by what is said again
        speech.speak(self._qt, language)
        remembered.remember("language", language)
        if self._home is not None:
            self._home.retranslate()
        if self._window is not None:
            self._window.workspace.language_changed.emit()

    def enlarge(self, size: float) -> None:
        """Writes larger or smaller from now on, and next time; 1.0 is ordinary."""
        remembered.remember("text_size", size)
        self._dress()

    def appear(self, appearance: str) -> None:
        """Looks light, dark or as the system does from now on, and next time."""
        if self._window is not None:
            self._window.workspace.settle()  # no card stays between two places
        remembered.remember("appearance", appearance)
        self._dress()

    def quit(self) -> None:
        """Leaves everything, and ends."""
        for page in (self._window, self._home):
            if page is not None:
                page.close()

    def _begin(self, begin: Callable[[], Workspace]) -> bool:
        from facilitator.ui import sessions

        try:
            workspace = begin()
        except sessions.NotOpened as refusal:
            self._refuse(refusal.sentence)
            return False
        self._enter(workspace)
        return True

    def _enter(self, workspace: Workspace) -> None:
        """The console of a session, in place of the page before it."""
        from facilitator.ui.window import Window  # what Accueil does not need

        try:
            window = Window(workspace)
        except BaseException:
            workspace.close()  # the page before stays, and nobody is kept from the file
            raise
        before: Window | Home | None = self._window or self._home
        self._window, self._home = None, None
        if before is not None:
            before.close()
        window.asked_new.connect(self._ask_new)
        window.asked_open.connect(self.open)
        window.asked_home.connect(self.show_home)
        window.asked_quit.connect(self.quit)
        window.asked_language.connect(self.speak)
        window.asked_text_size.connect(self.enlarge)
        window.asked_appearance.connect(self.appear)
        window.closed.connect(self._left)
        self._window = window
        remembered.note_recent(workspace.path, workspace.document)
        remembered.note_open(workspace.path)
        window.present()
        QTimer.singleShot(_SETTLED, window, set_apart)

    def _ask_new(self) -> None:
        """A new session from the console: it takes the place of this one once it has a title."""
        from facilitator.ui.new_session import NewSession

        dialog = NewSession(self._window)
        dialog.accepted.connect(lambda: self.create(dialog.title_text, dialog.path, dialog.journey_key))
        asking.opened(dialog)

    def _left(self) -> None:
        """A page was closed: it goes; where it was the one shown, a person wants to leave."""
        page = self.sender()
        page.deleteLater()
        gc.unfreeze()
        if page is self._window or page is self._home:
            self._window, self._home = None, None
            self._qt.quit()

    def _dress(self) -> None:
        key = look.appear(self._qt, remembered.appearance())
        look.dress(self._qt, scale=self._system_scale * remembered.text_size(), key=key)

    def _follow_system(self, _scheme: object) -> None:
        """The system goes from light to dark, or back."""
        if remembered.appearance() == "system":
            self._dress()

    def _refuse(self, sentence: str) -> None:
        """Says what could not be done on the page that is shown; Accueil where there is none."""
        if self._window is not None:
            self._window.workspace.say(sentence, error=True)
            return
        if self._home is None:
            self.show_home()
        if self._home is not None:
            self._home.say(sentence, error=True)

    def _tell(self, sentence: str) -> None:
        """Says a sentence on the page that is shown, if there is one."""
        if self._window is not None:
            self._window.workspace.say(sentence, error=True)
        elif self._home is not None:
            self._home.say(sentence, error=True)

    def _last_gesture(self) -> str:
        entry = self._window.workspace.journal.next_undo if self._window is not None else None
        return entry.name if entry is not None else ""


def set_apart() -> None:
    """What an open session is made of stays: looking all through it for garbage, as Python does now and then, would
    stop the hand for a tenth of a second."""
    gc.collect()
    gc.freeze()


def _same(a: Path, b: Path) -> bool:
    """Whether two paths lead to the same file."""
    try:
        return a.samefile(b)
    except OSError:
        return False
