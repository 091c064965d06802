"""The line below the console: what is safe, how much there is, what is not shown, what was just said."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from facilitator import terms, words
from facilitator.model.document import Document
from facilitator.ui import look, looking
from facilitator.ui.actions import by_key
from facilitator.ui.elided import Elided
from facilitator.ui.icon import shipped
from facilitator.ui.workspace import Workspace
from facilitator.words import _, ngettext

SENTENCE_STAYS_MS = 8_000
"""How long a sentence that reports no error stays in the status line."""
_WORDS = 60
"""Width of the first words of a sentence, in pixels at a text size of 100 %."""


class StatusLine(QFrame):
    """Saved when, how much there is, what was just said, how near one looks."""

    asked = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("role", "foot")
        self.saved = QLabel(self)
        self.counts = QLabel(self)
        self._back: str = "show_all"
        self._held: list[QWidget] = []
        self.aside = QPushButton(self)
        self.aside.setProperty("role", "aside")
        self.aside.clicked.connect(lambda _checked=False: self.asked.emit(self._back))
        self.sentence = Elided("", self)
        self.zoom = QPushButton(self)
        self.zoom.setProperty("role", "foot")
        self.zoom.clicked.connect(lambda _checked=False: self.asked.emit("fit"))
        self.rail, self.inspector = self._fold_button("rail"), self._fold_button("inspector")
        for label in (self.saved, self.counts):
            label.setProperty("role", "caption")
        self._row = row = QHBoxLayout(self)
        look.measure(row, margins=(8, 1, 8, 1), spacing=16)
        row.addWidget(self.rail)
        row.addWidget(self.saved)
        row.addWidget(self.counts)
        row.addWidget(self.aside)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.zoom)
        row.addWidget(self.inspector)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SENTENCE_STAYS_MS)
        self._silence.timeout.connect(lambda: self.say(""))
        self._zoom = 1.0
        self._said_of = workspace.document
        workspace.changed.connect(self._changed)
        workspace.lens_changed.connect(self.show_aside)
        workspace.selection_changed.connect(self._gone_on)
        workspace.said.connect(self.say)
        workspace.language_changed.connect(self.retranslate)
        self.retranslate()

    def say(self, sentence: str, error: bool = False) -> None:
        """Shows a sentence: what went wrong stays until the next one or until one goes on, the rest fades; once the
        session is another, it is told no more."""
        self._said_of = self._workspace.document
        look.wear(self.sentence, "error" if error else "small")
        self.sentence.say(sentence)
        self.sentence.setAccessibleName(sentence)
        self.fit()
        self._silence.stop()
        if sentence and not error:
            self._silence.start()

    def hold(self, widget: QWidget) -> None:
        """Has something more to say, before the zoom; it keeps its room."""
        self._row.insertWidget(self._row.indexOf(self.zoom), widget)
        self._held.append(widget)

    def show_zoom(self, zoom: float) -> None:
        """1.0 is 100 %."""
        self._zoom = zoom
        self.zoom.setText(_("{size} %").format(size=round(zoom * 100)))

    def show_folds(self, *, rail: bool, inspector: bool) -> None:
        """Which side panels are unfolded."""
        self.rail.setChecked(rail)
        self.inspector.setChecked(inspector)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def rest(self) -> None:
        """Nothing more will be said."""
        self._silence.stop()

    def retranslate(self) -> None:
        """Says its words in the language of the moment; a sentence already said in another one goes."""
        self.sentence.say("")
        self.zoom.setToolTip(_("See the whole map"))
        self.zoom.setAccessibleName(_("Zoom"))
        for button in (self.rail, self.inspector):
            action = by_key(button.property("action"))
            button.setToolTip(f"{_(action.name)} ({action.shown_key()})")
            button.setAccessibleName(_(action.name))
        self.show_zoom(self._zoom)
        self.show_aside()
        self.refresh()

    def show_aside(self) -> None:
        """Counts what is not shown as usual; a click shows it."""
        self._back = "show_all" if self._workspace.lens.filters else "desired"
        self.aside.setToolTip(_(by_key(self._back).name))
        self.fit()

    def fit(self) -> None:
        """What was said comes before the key that shows everything, this before the zoom, and how much there is last:
        what has no room goes, for nothing is cut."""
        lens, seen = self._workspace.lens, self._workspace.seen
        held = [widget for widget in self._held if not widget.isHidden()]
        room = self.width() - sum(map(self._across, (self.rail, self.saved, *held, self.inspector)))
        said = bool(self.sentence.text())
        shortened = sum(part.sizeHint().width() - part.minimumSizeHint().width() for part in held)
        least = min(self.sentence.sizeHint().width(), look.px(_WORDS)) - shortened if said else -shortened
        whole, short = looking.told(lens, seen), looking.told(lens, seen, short=True)
        self.aside.setText(short)
        left = room - look.px(16) - least - (self._across(self.aside) if whole else 0)
        self.aside.setVisible(bool(whole) and left >= 0)
        self.zoom.setVisible(left >= self._across(self.zoom))
        room -= self._across(self.zoom) if not self.zoom.isHidden() else 0
        room -= self.sentence.sizeHint().width() if said else look.px(16)
        self.aside.setText(whole)
        if self._across(self.aside) > room:
            self.aside.setText(short)
        room -= 0 if self.aside.isHidden() else self._across(self.aside)
        self.counts.setVisible(self._across(self.counts) <= room)

    def _across(self, part: QWidget) -> int:
        """The room a part takes, and the air beside it."""
        return part.sizeHint().width() + look.px(16)

    def refresh(self) -> None:
        """Shows the session as it is."""
        workspace = self._workspace
        saved = _("Read only") if workspace.read_only else _saved(workspace.saved_at)
        told = counts(workspace.document)
        if (saved, told) != (self.saved.text(), self.counts.text()):
            self.saved.setText(saved)
            self.counts.setText(told)
            self.fit()

    def _fold_button(self, key: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "icon")
        button.setProperty("action", key)
        button.setCheckable(True)
        button.setIcon(shipped(key))
        button.clicked.connect(lambda _checked=False: self.asked.emit(key))
        return button

    def _changed(self, _before: Document, after: Document) -> None:
        if self._silence.isActive() and self._said_of is not after:
            self.say("")
        self.refresh()
        self._gone_on()

    def _gone_on(self) -> None:
        """Something else is done: what went wrong was read."""
        if self.sentence.text() and not self._silence.isActive():
            self._silence.start()


def counts(document: Document) -> str:
    """How much there is on the map, and beside it."""
    actors, links = len(document.actors), len(document.links)
    waiting = sum(not actor.placed for actor in document.actors.values())
    parts = [
        ngettext("{n} actor", "{n} actors", actors).format(n=actors),
        ngettext("{n} link", "{n} links", links).format(n=links),
    ]
    if waiting:
        parts.append(ngettext("{n} to place", "{n} to place", waiting).format(n=waiting))
    return " · ".join(parts)


def _saved(moment: datetime) -> str:
    """The hour today, the day before that."""
    local = moment.astimezone()
    if local.date() == datetime.now().astimezone().date():
        return terms.saved_at(local)
    return _("Saved on {date}").format(date=words.date_long(local.date()))
