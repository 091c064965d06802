"""What files would bring, line by line, before it is brought."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from facilitator.exchange import report
from facilitator.exchange.incoming import Incoming, in_slices
from facilitator.exchange.tables import Table
from facilitator.ui import look
from facilitator.ui.at_length import at_length
from facilitator.ui.fields import spoken
from facilitator.ui.import_lines import PLACE, SAID, SAME, Lines
from facilitator.ui.workspace import Workspace
from facilitator.words import _


class ImportDialog(QDialog):
    """The report first; an actor met by name can be told apart; then all of it in one gesture, or nothing."""

    def __init__(
        self, workspace: Workspace, tables: Sequence[Table], found: Incoming, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._tables, self._found = workspace, tables, found
        self.rows = Lines()
        self.rows.setParent(self)
        self.title, self.summary, self.about, self.whole = (QLabel(self) for _each in range(4))
        self.some = QCheckBox(self)
        self.lines = QTableView(self)
        self.leave, self.bring = QPushButton(self), QPushButton(self)
        self._lay()
        self.rows.told_apart.connect(self._again)
        self.some.toggled.connect(self.rows.narrow)
        self.lines.selectionModel().currentRowChanged.connect(lambda _now, _was: self._tell())
        self.leave.clicked.connect(lambda _checked=False: self.reject())
        self.bring.clicked.connect(lambda _checked=False: self.accept())
        for key, done in (
            (QKeySequence(QKeySequence.StandardKey.Copy), self._copy),
            (QKeySequence(Qt.Key.Key_Space), self._turn),
        ):
            QShortcut(key, self.lines, done).setContext(Qt.ShortcutContext.WidgetShortcut)
        spoken(self, workspace, self.retranslate)

    def accept(self) -> None:
        """Brings everything in, as one step of undo."""
        gesture = self._found.gesture
        if gesture is None or self._workspace.do(gesture):
            self._workspace.say(self.summary.text())
            super().accept()

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        self.setWindowTitle(_("Import"))
        self.title.setText(_("What this import would do"))
        self.about.setText(
            _(
                "What is already in the session is never replaced. New actors wait to be placed, unless the map is "
                "bare and they come with a place. Space ticks or unticks the same actor."
            )
        )
        self.some.setText(_("Only what needs a look"))
        self.lines.setAccessibleName(_("What becomes of each line"))
        self.bring.setText(_("Bring them in"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _again(self, row: int) -> None:
        """What it would do now that the actor of a row was told apart, or is the same."""

        def done(found: Incoming) -> None:
            self._found = found
            self._show()
            self.lines.setCurrentIndex(self.rows.index(min(row, len(self.rows.shown) - 1), SAME))

        work = in_slices(
            self._workspace.document, self._tables, frozenset(self.rows.apart), frozenset(self.rows.met)
        )
        at_length(self, _("Reading again"), work, done, given_up=self.reject)

    def _turn(self) -> None:
        """Space ticks or unticks the actor of a row, wherever one is in it."""
        index = self.lines.currentIndex().siblingAtColumn(SAME)
        role = Qt.ItemDataRole.CheckStateRole
        if index.isValid() and index.data(role) is not None:
            same = Qt.CheckState(index.data(role)) == Qt.CheckState.Checked
            self.rows.setData(index, Qt.CheckState.Unchecked if same else Qt.CheckState.Checked, role)

    def _show(self) -> None:
        self.rows.hold(self._found.lines)
        self.lines.selectRow(0)
        self.summary.setText(report.summary(self._found.lines))
        self.leave.setText(_("Cancel") if self._found.gesture else _("Close"))
        self.bring.setVisible(self._found.gesture is not None)
        likely = self.bring if self._found.gesture else self.leave
        likely.setDefault(True)
        if not self.isVisible():
            likely.setFocus()
        self._measure()
        self._tell()

    def _tell(self) -> None:
        """The whole of the line one is on."""
        row = self.lines.currentIndex().row()
        self.whole.setText(report.sentence(self.rows.shown[row]) if 0 <= row < len(self.rows.shown) else "")

    def _copy(self) -> None:
        rows = sorted({index.row() for index in self.lines.selectionModel().selectedRows()})
        QGuiApplication.clipboard().setText("\n".join(report.sentence(self.rows.shown[row]) for row in rows))

    def _measure(self) -> None:
        """Columns and rows follow the size of letters."""
        letters = self.lines.fontMetrics()
        self.lines.verticalHeader().setDefaultSectionSize(max(look.px(26), letters.height() + look.px(8)))
        header = self.lines.horizontalHeader()
        room = self.rows.widest(letters) + look.px(24)
        header.resizeSection(PLACE, min(max(room, look.px(120)), look.px(320)))
        header.resizeSection(SAME, letters.horizontalAdvance(_("Same actor")) + look.px(32))

    def _lay(self) -> None:
        for label, role in ((self.title, "title"), (self.summary, "heading"), (self.about, "muted")):
            label.setProperty("role", role)
            label.setWordWrap(True)
        self.whole.setProperty("role", "caption")
        self.whole.setWordWrap(True)
        self.whole.setTextFormat(Qt.TextFormat.PlainText)
        self.whole.setMinimumHeight(2 * self.whole.fontMetrics().lineSpacing())
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.lines.setModel(self.rows)
        self.lines.setProperty("role", "list")
        self.lines.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.lines.setTabKeyNavigation(False)
        self.lines.setWordWrap(False)
        self.lines.setShowGrid(False)
        self.lines.verticalHeader().hide()
        self.lines.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.lines.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(SAID, QHeaderView.ResizeMode.Stretch)
        self.bring.setProperty("role", "primary")
        buttons = QHBoxLayout()
        buttons.addWidget(self.some)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.bring)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(24),) * 4)
        column.setSpacing(look.px(10))
        for widget in (self.title, self.summary, self.about):
            column.addWidget(widget)
        column.addWidget(self.lines, 1)
        column.addWidget(self.whole)
        column.addLayout(buttons)
        look.give_room(self, 940, 600)
