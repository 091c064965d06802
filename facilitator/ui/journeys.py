"""The journeys one can go through: chosen, kept as one's own, brought in and out as files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator import terms, words
from facilitator.model import gestures, journey
from facilitator.model.document import ordered
from facilitator.model.gestures.journeys import holds
from facilitator.model.journey import Journey, JourneyError, Offered
from facilitator.model.texts import LINE
from facilitator.ui import asking, look
from facilitator.ui.fields import spoken
from facilitator.ui.workspace import Workspace
from facilitator.words import _, ngettext

_KEY = Qt.ItemDataRole.UserRole


def length(minutes: int) -> str:
    """`1 h 30` or `45 min`, as one says the length of a session."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{n} min").format(n=rest)
    return (
        f"{hours} h {rest:02}".replace(" ", "\N{NO-BREAK SPACE}") if rest else f"{hours}\N{NO-BREAK SPACE}h"
    )


def about(one: Offered) -> str:
    """How long a journey is, unless its name says so, and of how many steps."""
    steps, long = ngettext("{n} step", "{n} steps", one.steps).format(n=one.steps), length(one.minutes)
    return steps if long in one.name else f"{long} · {steps}"


class Journeys(QDialog):
    """Shipped journeys and one's own at the left; the steps of the one chosen at the right."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.list = QListWidget(self)
        self.list.setSpacing(look.px(4))
        self.steps, self.title, self.told = QLabel(self), QLabel(self), QLabel(self)
        self.title.setProperty("role", "heading")
        for label in (self.steps, self.title, self.told):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.steps.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told.setProperty("role", "muted")
        self.name = QLineEdit(self)
        self.name.setMaxLength(LINE)
        names = ("use", "keep", "bring", "export", "rename", "forget", "leave")
        self.buttons = {key: QPushButton(self) for key in names}
        self.buttons["use"].setProperty("role", "primary")
        self._lay()
        done = (self.use, self.keep, self.ask_import, self.ask_export, self.rename, self.forget, self.reject)
        for held, act in zip(self.buttons.values(), done, strict=True):
            held.setAutoDefault(False)
            held.clicked.connect(lambda _checked=False, act=act: act())
        self.name.returnPressed.connect(self.keep)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        spoken(self, workspace, self.retranslate)
        self.refresh(workspace.document.workshop.journey)

    @property
    def key(self) -> str:
        """The journey chosen."""
        row = self.list.currentRow()
        return str(self.list.item(row).data(_KEY)) if row >= 0 else ""

    @property
    def own(self) -> bool:
        """Whether it is one of the person's own."""
        return any(one.key == self.key and one.own for one in self._offered)

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        self.setWindowTitle(_("Journeys"))
        self.list.setAccessibleName(_("Journeys"))
        self.name.setPlaceholderText(_("Name of a journey of yours"))
        self.name.setAccessibleName(_("Name of a journey of yours"))
        said = {
            "use": _("Use in this session"),
            "keep": _("Keep this session’s journey under this name"),
            "bring": _("Import…"),
            "export": _("Export…"),
            "rename": _("Give it this name"),
            "forget": _("Delete"),
            "leave": _("Close"),
        }
        for key, text in said.items():
            self.buttons[key].setText(text)
        self.refresh(self.key)

    def refresh(self, key: str = "") -> None:
        """Lists them again, on that one."""
        self._offered = journey.offered(words.language())
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._offered:
            item = QListWidgetItem(f"{one.name}\n{about(one)}")
            item.setData(_KEY, one.key)
            self.list.addItem(item)
        keys = [one.key for one in self._offered]
        self.list.setCurrentRow(keys.index(key) if key in keys else 0)
        self.list.blockSignals(False)
        self._show()

    # What one does

    def use(self) -> None:
        """Puts it in place of the steps that hold nothing yet."""
        chosen = self._chosen()
        self._workspace.settle()
        if chosen is not None and self._workspace.do(gestures.use_journey(chosen)):
            if self._workspace.step is None or self._workspace.step_id not in self._workspace.document.steps:
                first = next(iter(ordered(self._workspace.document.steps)), None)
                self._workspace.show_step(first.id if first is not None else "")
            self._workspace.say(_("The journey is now: {name}").format(name=chosen.name))
            self.accept()

    def keep(self) -> None:
        """Keeps the journey of the session as one's own."""
        name = self.name.text().strip()
        if not name:
            self._say(_("Give it a name first."), wrong=True)
            self.name.setFocus()
            return
        self._workspace.settle()
        try:
            key = journey.keep(journey.of_document(self._workspace.document, name, terms.wording))
        except (OSError, JourneyError) as error:
            self._say(_sentence(error), wrong=True)
            return
        self.name.clear()
        self.refresh(key)
        self._say(_("Kept: {name}").format(name=name))

    def rename(self) -> None:
        """Gives one of one's own another name."""
        name = self.name.text().strip()
        if name and self.own:
            try:
                journey.rename(self.key, name, words.language())
            except (OSError, JourneyError) as error:
                self._say(_sentence(error), wrong=True)
                return
            self.name.clear()
            self.refresh(self.key)
        else:
            self.name.setFocus()

    def forget(self) -> None:
        """Takes one of one's own away; sessions that went through it keep their steps."""
        if self.own:
            try:
                journey.forget(self.key)
            except OSError as error:
                self._say(_not_kept(error), wrong=True)
                return
            self.refresh()

    def ask_import(self) -> None:
        """Asks for the file of a journey, and keeps it as one's own."""
        kinds = [_("Journeys (*.toml)"), _("All files (*)")]
        folder = self._workspace.path.parent
        asking.existing(self, _("Import a journey"), folder, kinds, lambda files: self.bring(files[0]))

    def bring(self, path: Path) -> None:
        """Keeps the journey of a file, or says what is wrong with it."""
        try:
            key = journey.keep(journey.read(path, words.language()))
        except (JourneyError, OSError) as error:
            self._say(_sentence(error), wrong=True)
            return
        self.refresh(key)
        self._say(_("Imported: {name}").format(name=self.title.text()))

    def ask_export(self) -> None:
        """Asks where to write the journey chosen."""
        chosen = self._chosen()
        if chosen is not None:
            name = asking.file_name(chosen.name, _("Journey"))
            suggested = asking.free(self._workspace.path.parent / f"{name}.toml")
            asking.save(
                self,
                _("Export a journey"),
                suggested,
                [_("Journeys (*.toml)")],
                lambda path: self.write(chosen, path),
            )

    def write(self, chosen: Journey, path: Path) -> None:
        """Writes a journey to a file."""
        from facilitator import whole

        try:
            whole.write(path, journey.written(chosen).encode())
        except OSError as error:
            self._say(_not_kept(error), wrong=True)
        else:
            self._say(_("Exported: {file}").format(file=path))

    def _chosen(self) -> Journey | None:
        try:
            return journey.load(self.key, words.language())
        except JourneyError as error:
            self._say(_sentence(error), wrong=True)
            return None

    # What it shows

    def _show(self) -> None:
        one = next((one for one in self._offered if one.key == self.key), None)
        chosen = self._chosen() if one is not None else None
        self.title.setText(one.name if one is not None else "")
        rows = chosen.steps if chosen is not None else ()
        lines = [f"{n}. {step.title} — {length(step.minutes)}" for n, step in enumerate(rows, 1)]
        self.steps.setText("\n".join(lines))
        self._area.setAccessibleName(self.title.text())
        for key in ("rename", "forget"):
            self.buttons[key].setEnabled(self.own)
        self.buttons["use"].setEnabled(chosen is not None and not self._workspace.read_only)
        self._say(self._kept())

    def _kept(self) -> str:
        """What would stay of the session."""
        document = self._workspace.document
        kept = sum(holds(document, step) for step in document.steps.values())
        if not kept:
            return _("No step of this session holds anything yet: all of them would be replaced.")
        return ngettext(
            "{n} step of this session holds words, answers or moments: it stays. The others would be replaced.",
            "{n} steps of this session hold words, answers or moments: they stay. The others would be replaced.",
            kept,
        ).format(n=kept)

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        look.wear(self.told, "error" if wrong else "muted")
        self.told.setText(sentence)

    def _lay(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self.title)
        self._area = area = QScrollArea(self)  # a journey of one's own may be as long as it likes
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.steps)
        right.addWidget(area, 1)
        top = QHBoxLayout()
        top.addWidget(self.list, 2)
        top.addLayout(right, 3)
        acts = QGridLayout()
        acts.addWidget(self.name, 0, 0, 1, 2)
        acts.addWidget(self.buttons["keep"], 0, 2, 1, 2)
        for place, key in enumerate(("rename", "forget", "bring", "export")):
            acts.addWidget(self.buttons[key], 1, place)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.buttons["leave"])
        foot.addWidget(self.buttons["use"])
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(20),) * 4)
        column.setSpacing(look.px(12))
        column.addLayout(top, 1)
        column.addWidget(self.told)
        column.addLayout(acts)
        column.addLayout(foot)
        look.give_room(self, 820, 620)


def _sentence(error: OSError | JourneyError) -> str:
    return terms.refusal(error.key, error.values) if isinstance(error, JourneyError) else _not_kept(error)


def _not_kept(error: OSError) -> str:
    return _("This could not be written ({reason}). Nothing was changed.").format(reason=terms.reason(error))
