"""The foot of the journey while one projects: the wall in miniature, what it is led by, the time of the step."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.model.pace import is_much
from facilitator.terms.pace import pace_sentence
from facilitator.ui import look
from facilitator.ui.actions import by_key
from facilitator.ui.fields import button, spoken
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.flow import Flow
from facilitator.ui.keys import shown
from facilitator.ui.projection.clock import told
from facilitator.ui.projection.miniature import Miniature
from facilitator.ui.projection.show import Projection, alarm
from facilitator.words import N_, _, ngettext

_SHORT = {
    "freeze": N_("Freeze"),
    "blank": N_("Blank"),
    "board": N_("Page"),
    "spotlight": N_("Spotlight"),
    "follow": N_("Follow"),
    "wall_legend": N_("Legend"),
}
"""What the buttons of the wall say, by action."""
_HIGH, _LOW = 150, 72
"""The most a miniature is high, at ease and where there is little room; in pixels at a text size of 100 %."""


class Strip(QFrame):
    """Everything of it is an action of the table too, with its key."""

    def __init__(self, projection: Projection, parent: QWidget) -> None:
        super().__init__(parent)
        self._projection = projection
        self._window = projection.window
        workspace = self._window.workspace
        self._close = False
        self.setProperty("role", "foot")
        self.mark = QPushButton(self)
        self.mark.setProperty("role", "primary")
        self.mark.clicked.connect(lambda _checked=False: self._release())
        self.miniature = Miniature(self)
        self.buttons = {key: self._toggle(key) for key in _SHORT}
        self.before, self.after = self._turn("wall_before", "‹"), self._turn("wall_next", "›")
        self.turn = QWidget(self)
        self.place = QLabel(self)
        self.time = QLabel(self)
        self.time.setProperty("role", "title")
        self.planned = QLabel(self)
        self.planned.setProperty("role", "muted")
        self.start = button(workspace, N_("Pause"), lambda: self._window.ask("clock"), "segment")
        self.more = button(workspace, N_("+5 min"), lambda: self._window.ask("five_more"), "segment")
        self.pace = QLabel(self)
        self.pace.setProperty("role", "muted")
        self.pace.setWordWrap(True)
        self.shorten = button(
            workspace, N_("Shorten what remains…"), lambda: self._window.ask("shorten"), "segment"
        )
        self.check = button(
            workspace, N_("Can the back row read?"), lambda: self._window.ask("back_row"), "segment"
        )
        self._lay()
        self.miniature.keep_low(look.px(_HIGH), narrow=False)
        projection.changed.connect(self.refresh)
        projection.clock.ticked.connect(self._show_time)
        spoken(self, workspace, self.retranslate)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(look.px(160), 0))

    def retranslate(self) -> None:
        """Says its words in the language of the moment."""
        for key, held in self.buttons.items():
            held.setText(f"{_(_SHORT[key])} {by_key(key).shown_key()}".strip())
            self._name(held, key)
        self._name(self.before, "wall_before")
        self._name(self.after, "wall_next")
        self.miniature.setAccessibleName(_("What the room sees"))
        self.miniature.setToolTip(_("What the room sees"))
        self.refresh()

    def refresh(self) -> None:
        """Shows the projection as it is."""
        projection, stage = self._projection, self._projection.stage
        self.miniature.look_at(projection.projector if projection.on else None)
        states = {
            "freeze": stage.frozen,
            "blank": stage.blank,
            "board": self._window.workspace.board.kind != "map",
            "spotlight": stage.spotlight,
            "follow": stage.follows,
            "wall_legend": stage.legend,
        }
        for key, held in self.buttons.items():
            held.setChecked(states[key])
            held.setVisible(projection.on)
        self._name(self.buttons["wall_legend"], "wall_legend", projection.lacking)
        self.mark.setVisible(projection.on and (stage.frozen or stage.blank))
        # On a line for each half: a longer one would widen the rail, and all would move beside it.
        self.mark.setText("\n".join(half.strip() for half in alarm(projection).split("—")))
        self.mark.setAccessibleName(alarm(projection))
        self.turn.setVisible(projection.in_parts)
        if projection.in_parts and projection.projector is not None:
            self.place.setText(projection.projector.whereabouts)
        self.miniature.setVisible(projection.on)
        self.check.setVisible(projection.on and not stage.room.known and not self._close)
        self._show_time()

    def rest(self) -> None:
        """Nothing more will be shown."""
        self._projection.changed.disconnect(self.refresh)
        self._projection.clock.ticked.disconnect(self._show_time)
        self.miniature.look_at(None)
        self.miniature.rest()

    def draw_close(self, close: bool) -> None:
        """Where the window is low: the time beside the miniature, and nothing that is elsewhere too."""
        if close != self._close:
            self._close = close
            beside, under = QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.TopToBottom
            self._head.setDirection(beside if close else under)
            self._acts.setDirection(under if close else QBoxLayout.Direction.LeftToRight)
            self.miniature.keep_low(look.px(_LOW if close else _HIGH), narrow=close)
            self.refresh()

    def _show_time(self) -> None:
        clock = self._projection.clock
        left, given = clock.left, clock.given
        for widget in (self.time, self.planned, self.start, self.more):
            widget.setVisible(left is not None)
        late = clock.late
        self.pace.setVisible(late is not None)
        self.shorten.setVisible(late is not None and is_much(late, clock.remaining))
        if late is not None and clock.ends is not None:
            end = f"{datetime.fromtimestamp(clock.ends + late):%H:%M}"  # noqa: DTZ006  the clock on the wall
            self.pace.setText(_("{pace}, end at {time}").format(pace=pace_sentence(late), time=end))
        if left is not None:
            self.time.setText(clock.words)
            self.planned.setHidden(self._close)
            self.planned.setText(ngettext("of {n} min", "of {n} min", given).format(n=given))
            word = _("Pause") if clock.running else _("Go on")
            self.start.setText(f"{word} {shown('C')}")
            name = _("Time beyond: {time}") if clock.over else _("Time left: {time}")
            self.time.setAccessibleName(name.format(time=told(clock.over or left)))

    def _release(self) -> None:
        stage = self._projection.stage
        self._window.ask("freeze" if stage.frozen else "blank")

    def _lay(self) -> None:
        words = QHBoxLayout()
        look.measure(words, spacing=6)
        words.addWidget(self.time)
        words.addWidget(self.planned, 1)
        self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        look.measure(self._acts, spacing=4)
        self._acts.addWidget(self.start)
        self._acts.addWidget(self.more)
        self._acts.addStretch(1)
        clock = QVBoxLayout()
        look.measure(clock, spacing=4)
        clock.addLayout(words)
        clock.addLayout(self._acts)
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        look.measure(self._head, spacing=6)
        self._head.addLayout(clock)
        self._head.addWidget(self.miniature, 1)
        flow = look.measure(Flow(), spacing=4)
        for held in self.buttons.values():
            flow.addWidget(held)
        turn = QHBoxLayout(self.turn)
        turn.setContentsMargins(0, 0, 0, 0)
        look.measure(turn, spacing=4)
        for widget in (self.before, self.place, self.after):
            turn.addWidget(widget)
        flow.addWidget(self.turn)
        column = QVBoxLayout(self)
        look.measure(column, margins=(10, 8, 10, 8), spacing=6)
        column.addWidget(self.mark)
        column.addLayout(self._head)
        column.addWidget(self.pace)
        column.addWidget(self.shorten)
        column.addLayout(flow)
        column.addWidget(self.check)

    def _toggle(self, key: str) -> Toggle:
        held = Toggle(parent=self)
        held.setProperty("role", "segment")
        held.clicked.connect(lambda _checked=False: self._ask(key))
        return held

    def _turn(self, key: str, sign: str) -> QPushButton:
        held = QPushButton(sign, self)
        held.setProperty("role", "segment")
        look.measure(held, wide=30)
        held.clicked.connect(lambda _checked=False: self._ask(key))
        return held

    def _ask(self, key: str) -> None:
        self._window.ask(key)
        self.refresh()  # a click presses the button even where nothing was done

    def _name(self, held: QWidget, key: str, more: str = "") -> None:
        action = by_key(key)
        held.setAccessibleName(_(action.name))
        held.setAccessibleDescription(more)
        name = f"{_(action.name)} ({action.shown_key()})" if action.keys else _(action.name)
        held.setToolTip(f"{name} · {more}" if more else name)
