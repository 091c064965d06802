"""Beginning a session: its title is enough."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facilitator import paths, words
from facilitator.model import journey
from facilitator.ui import asking, look
from facilitator.ui.elided import Elided
from facilitator.ui.journeys import about
from facilitator.words import _


class NewSession(QDialog):
    """Asks for a title, and says where the file will be: the documents folder, unless one prefers another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Path | None = None
        self.setWindowTitle(_("New session"))
        heading = QLabel(_("New session"), self)
        heading.setProperty("role", "title")
        name = QLabel(_("Title"), self)
        name.setProperty("role", "label")
        self.title = QLineEdit(self)
        self.title.setMaxLength(200)
        self.title.setPlaceholderText(_("For instance: Eating well in our valley"))
        self.title.setAccessibleName(_("Title"))
        name.setBuddy(self.title)
        steps = QLabel(_("Journey"), self)
        steps.setProperty("role", "label")
        self.journey = QComboBox(self)
        self.journey.setAccessibleName(_("Journey"))
        for one in journey.offered(words.language()):
            self.journey.addItem(f"{one.name} — {about(one)}", one.key)
        steps.setBuddy(self.journey)
        self.where = Elided("caption", self, path=True)
        self.elsewhere = QPushButton(_("Elsewhere…"), self)
        self.leave = QPushButton(_("Cancel"), self)
        self.begin = QPushButton(_("Begin"), self)
        self.begin.setProperty("role", "primary")
        self.begin.setDefault(True)
        place = QHBoxLayout()
        place.addWidget(self.where, 1)
        place.addWidget(self.elsewhere)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(8))
        column.addWidget(heading)
        column.addSpacing(look.px(6))
        column.addWidget(name)
        column.addWidget(self.title)
        column.addWidget(steps)
        column.addWidget(self.journey)
        column.addLayout(place)
        column.addSpacing(look.px(14))
        column.addLayout(buttons)
        self.setMinimumWidth(look.px(520))
        self.title.textEdited.connect(lambda _text: self._show_where())
        self.elsewhere.clicked.connect(lambda _checked=False: self._ask_where())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        self.begin.clicked.connect(lambda _checked=False: self.accept())
        self._show_where()
        self.title.setFocus()

    @property
    def title_text(self) -> str:
        """The title as typed, or a plain one."""
        return self.title.text().strip() or _("Untitled session")

    @property
    def journey_key(self) -> str:
        """The journey chosen."""
        return str(self.journey.currentData())

    @property
    def path(self) -> Path:
        """The file of the session to be: one that does not exist."""
        if self._chosen is not None:
            return self._chosen
        name = asking.file_name(self.title_text, _("Untitled session"))
        return asking.free(paths.documents() / f"{name}{asking.SUFFIX}")

    def _show_where(self) -> None:
        self.where.say(str(self.path))

    def _ask_where(self) -> None:
        kinds = [_("Sessions (*.alliance)")]
        asking.save(self, _("Where to keep the session"), self.path, kinds, self._choose)

    def _choose(self, path: Path) -> None:
        self._chosen = asking.free(path)
        self._show_where()
