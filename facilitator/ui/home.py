"""Accueil: begin a session, open one, find again those of the last days."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QFontMetrics,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from facilitator import paths, words
from facilitator.ui import asking, look, remembered
from facilitator.ui.banner import Banner
from facilitator.ui.first_picture import FirstPicture
from facilitator.ui.flow import Flow
from facilitator.ui.keys import EVERYWHERE, shown
from facilitator.ui.recent_card import RecentCard
from facilitator.ui.remembered import Recent
from facilitator.words import _

WIDEST = 1160
"""The page is no wider than this, in pixels at a text size of 100 %: lines stay short."""
SIDE = 32
"""What is left at both sides of it, in pixels at a text size of 100 %."""
FIRST_SIZE, FRAME = (1120, 740), (60, 80)
"""Size on a first day at a text size of 100 %, and what a small screen keeps beside the window and its frame."""


class Home(QMainWindow):
    """The first page. It opens nothing by itself: it asks, and is told what could not be done."""

    asked_open = Signal(Path)
    asked_new = Signal(str, Path, str)
    """Title and path of a session to begin."""
    asked_sample = Signal()
    asked_language = Signal(str)
    asked_quit = Signal()
    closed = Signal()
    seen = Signal()
    """Once, after the first picture."""

    def __init__(self) -> None:
        super().__init__()
        FirstPicture(self).come.connect(self.seen)
        self.setAcceptDrops(True)
        self.banner = Banner()
        self.wordmark, self.promise = QLabel(), QLabel()
        self.wordmark.setProperty("role", "wordmark")
        self.promise.setProperty("role", "muted")
        self.welcome = QLabel()
        self.welcome.setProperty("role", "big")
        self.new, self.open, self.sample = self._doors = Door("primary"), Door(), Door()
        self.new.clicked.connect(self.ask_new)
        self.open.clicked.connect(self.ask_open)
        self.sample.clicked.connect(self.asked_sample.emit)
        self.recent = QLabel()
        self.recent.setProperty("role", "heading")
        self.nothing = QLabel()
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.trust = QLabel()
        self.trust.setProperty("role", "caption")
        self.languages = self._language_switch()
        self._cards: list[RecentCard] = []
        self._shelf = QWidget()
        self._rows = Flow(self._shelf, gap=look.px(20))
        self._lay()
        for key, done in (
            ("new", self.ask_new),
            ("open", self.ask_open),
            ("quit", self.asked_quit.emit),
            ("home", self.close),
        ):
            QShortcut(QKeySequence(EVERYWHERE[key][0]), self).activated.connect(done)
        self.refresh()
        self.retranslate()

    def present(self) -> None:
        """Shows the page where it was left; on a first day, large enough and in the middle of the screen."""
        geometry = remembered.recall("welcome", "")
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            room = QGuiApplication.primaryScreen().availableGeometry()
            wanted = QSize(*map(look.px, FIRST_SIZE))
            self.resize(wanted.boundedTo(room.size() - QSize(*FRAME)))
            self.move(room.center() - self.rect().center())
        self.show()

    def refresh(self) -> None:
        """Shows the recent sessions as they are now."""
        for card in self._cards:
            self._rows.removeWidget(card)
            card.deleteLater()
        recents = remembered.recents()
        alike = Counter((recent.title, recent.date) for recent in recents)
        files = Counter(recent.file.name for recent in recents)
        self._cards = [
            self._card(recent, files[recent.file.name] if alike[recent.title, recent.date] > 1 else 0)
            for recent in recents
        ]
        self.nothing.setVisible(not self._cards)
        self._shelf.setVisible(bool(self._cards))

    @property
    def cards(self) -> list[RecentCard]:
        """The recent sessions, as they are shown."""
        return list(self._cards)

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Tells something above the page."""
        self.banner.say(sentence, error=error)

    def ask_new(self) -> None:
        """Asks for the title of a new session."""
        from facilitator.ui.new_session import NewSession  # not before it is asked for

        dialog = NewSession(self)
        dialog.accepted.connect(
            lambda: self.asked_new.emit(dialog.title_text, dialog.path, dialog.journey_key)
        )
        asking.opened(dialog)

    def ask_open(self) -> None:
        """Asks which session to open."""
        kinds = [_("Sessions (*.alliance)"), _("All files (*)")]
        asking.existing(
            self, _("Open a session"), paths.documents(), kinds, lambda files: self.asked_open.emit(files[0])
        )

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        self.setWindowTitle("Entre tous")
        self.wordmark.setText("Entre tous")
        self.promise.setText(_("from among ourselves to among us all"))
        self.welcome.setText(_("Which session today?"))
        self.new.say(
            _("New session"), _("A map, eleven steps, minutes the same day."), shown(EVERYWHERE["new"][0])
        )
        self.open.say(
            _("Open…"),
            _("A session kept in a file, on this computer or a key."),
            shown(EVERYWHERE["open"][0]),
        )
        self.sample.say(
            _("Sample session"), _("“Nourrir Rivemont”, fictitious: to try everything without risk.")
        )
        self.recent.setText(_("Recent sessions"))
        self.nothing.setText(
            _("Your sessions will appear here. Each is a file, in {folder}.").format(folder=paths.documents())
        )
        self.trust.setText(_("Everything stays on this computer: nothing is sent, nothing is lost."))
        self.banner.retranslate()
        for card in self._cards:
            card.retranslate()
        for button in self.languages.buttons():
            button.setChecked(button.property("language") == words.language())
        self._stand_doors()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand_doors()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if asking.dropped_session(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = asking.dropped_session(event)
        if path is not None:
            event.acceptProposedAction()
            self.asked_open.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        remembered.remember("welcome", self.saveGeometry().toBase64().toStdString())
        self.closed.emit()

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(look.px(14))
        head.addWidget(self.wordmark)
        head.addWidget(self.promise, 1)
        for button in self.languages.buttons():
            head.addWidget(button)
        for label in (self.promise, self.welcome, self.trust):
            label.setWordWrap(True)
        doors = self._row = QHBoxLayout()
        doors.setSpacing(look.px(20))
        for door in self._doors:
            doors.addWidget(door, 1)
        page = QWidget()
        page.setMaximumWidth(look.px(WIDEST))
        column = QVBoxLayout(page)
        column.setContentsMargins(look.px(SIDE), look.px(24), look.px(SIDE), look.px(32))
        column.setSpacing(look.px(16))
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addSpacing(look.px(28))
        column.addWidget(self.welcome)
        column.addLayout(doors)
        column.addSpacing(look.px(28))
        column.addWidget(self.recent)
        column.addWidget(self.nothing)
        column.addWidget(self._shelf)
        column.addStretch(1)
        column.addWidget(self.trust)
        outer = QWidget()
        centred = QHBoxLayout(outer)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addStretch(1)
        centred.addWidget(page, 100)
        centred.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(outer)
        self.setCentralWidget(area)
        self.new.setFocus()

    def _stand_doors(self) -> None:
        """The doors are side by side where their words have room, else one under the other."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        least = sum(door.minimumSizeHint().width() for door in self._doors) + 2 * self._row.spacing()
        fits = least <= self.width() - bar - 2 * look.px(SIDE)
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def _language_switch(self) -> QButtonGroup:
        group = QButtonGroup(self)
        for code, name in words.LANGUAGES.items():
            button = QPushButton(name)
            button.setProperty("role", "segment")
            button.setProperty("language", code)
            button.setCheckable(True)
            button.setAutoDefault(True)
            # As wide as it will be once chosen, in bold letters.
            button.setMinimumWidth(QFontMetrics(look.font(bold=True)).horizontalAdvance(name) + look.px(34))
            button.clicked.connect(partial(self._choose_language, code))
            group.addButton(button)
        return group

    def _choose_language(self, code: str, _checked: bool = False) -> None:
        self.asked_language.emit(code)

    def _card(self, recent: Recent, files: int) -> RecentCard:
        card = RecentCard(recent, self._shelf, files)
        card.clicked.connect(lambda _checked=False: self._open_recent(card))
        card.removed.connect(lambda: self._remove(recent))
        self._rows.addWidget(card)
        card.show()
        return card

    def _open_recent(self, card: RecentCard) -> None:
        if card.missing:
            self.say(_("{file} is no longer there.").format(file=card.recent.path), error=True)
        else:
            self.asked_open.emit(card.recent.file)

    def _remove(self, recent: Recent) -> None:
        remembered.forget_recent(recent)
        self.refresh()
        (self._cards[0] if self._cards else self.new).setFocus()


class Door(QPushButton):
    """A large button: what it does, and a line about it."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setProperty("role", f"door {role}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Enter opens it, as a click does
        self._name, self._about, self._keys = QLabel(self), QLabel(self), QLabel(self)
        for label, part in ((self._name, "name"), (self._about, "about"), (self._keys, "about")):
            label.setProperty("role", f"door {part} {role}".strip())
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._about.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._keys)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16))
        column.setSpacing(look.px(4))
        column.addLayout(top)
        column.addWidget(self._about)
        column.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, name: str, about: str, keys: str = "") -> None:
        """Its words."""
        self._name.setText(name)
        self._about.setText(about)
        self._keys.setText(keys)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)
