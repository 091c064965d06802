"""The projection as the console leads it: opened, closed, exchanged with the console's screen, and followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog

from facilitator.ui import asking
from facilitator.ui.actions import by_key
from facilitator.ui.projection.clock import Clock
from facilitator.ui.projection.stage import Stage
from facilitator.words import _, ngettext

if TYPE_CHECKING:
    from facilitator.ui.projection.projector import Projector
    from facilitator.ui.projection.strip import Strip
    from facilitator.ui.window import Window

_PROJECTING = "projecting"
_REST = 150
"""Milliseconds the console's map rests before the wall follows it."""


class Projection(QObject):
    """One console's projection. What it needs of Qt is made the first time one projects."""

    stage: Stage
    clock: Clock

    changed = Signal()
    """It was opened or closed, or is led otherwise."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = window
        self._workspace = window.workspace
        self.stage = Stage(window.workspace)
        self.clock = Clock(window.workspace)
        self.projector: Projector | None = None
        self._strip: Strip | None = None
        self._dialog: QDialog | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look)
        window.canvas.surface.view_changed.connect(self._console_moved)
        self.stage.changed.connect(self._led)
        self.clock.ticked.connect(self._show_strip)
        self.clock.ticked.connect(self._show_spent)
        self._show_spent()
        if self.clock.left is not None:
            self._show_strip()

    @property
    def on(self) -> bool:
        """Whether the map is projected."""
        return self.projector is not None and self.projector.isVisible()

    @property
    def in_parts(self) -> bool:
        """Whether what is on the wall is read in parts or pages."""
        return self.on and self.projector is not None and self.projector.count > 1

    @property
    def sentence(self) -> str:
        """How much of the map, or of the minutes, the back row can read; empty where neither is on the wall."""
        return " · ".join(part for part in (self._legible, self.lacking) if part)

    @property
    def lacking(self) -> str:
        """Says that the legend of the map has no room; empty where it has, or is not asked for."""
        lacks = (
            self.projector is not None and self.projector.map.isVisible() and self.projector.beside.lacking
        )
        return _("no room for the legend") if lacks else ""

    @property
    def _legible(self) -> str:
        paper = self.projector.paper if self.projector is not None else None
        if self.projector is not None and paper is not None and paper.isVisible():
            small = 0 < paper.letters < self.stage.room.size(self.projector.height())
            return _("minutes too small to be read from the back") if small else ""
        if self.projector is None or not self.projector.map.isVisible() or not self.projector.map.shown:
            return ""
        read, shown = self.projector.map.legible, self.projector.map.shown
        if read < shown:
            told = ngettext(
                "{n} actor readable from the back; {all} shown",
                "{n} actors readable from the back; {all} shown",
                read,
            )
            return told.format(n=read, all=shown)
        told = ngettext("{n} actor, readable from the back", "{n} actors, all readable from the back", read)
        return told.format(n=read)

    def toggle(self) -> None:
        """Opens the projection, or closes it."""
        if self.on and self.projector is not None:
            self.projector.close()
            return
        if self.projector is None:
            from facilitator.ui.projection.projector import Projector  # what the first picture does not need

            self.projector = Projector(
                self._workspace, self.stage, self.clock, lambda: self.window.centre.pages
            )
            self.projector.closed.connect(self._ended)
            self.projector.asked.connect(self.window.ask)
            self.projector.shown.connect(self.changed)
        self.projector.look_with(self._seen())
        self.projector.start(self.window.screen())
        self._show_strip()
        self._keep()

    def resume(self) -> None:
        """The projection comes back if a crash took it away, led as it was."""
        if self._workspace.desk.get(_PROJECTING, False) and not self.on:
            self.toggle()
            if self.stage.was_frozen:
                self._workspace.say(_("The wall was frozen: it comes back blank. B shows the map again."))

    def end(self) -> None:
        """The console closes: so does the projection."""
        self.clock.stop()
        self._rest.stop()
        if self._strip is not None:
            self._strip.rest()
        if self.projector is not None:
            self.projector.closed.disconnect(self._ended)
            self.projector.close()
            self.projector.deleteLater()
            self.projector = None
        self._workspace.keep(_PROJECTING, False)

    # What keys and buttons ask for

    def swap(self) -> None:
        """Console and projection exchange their screens."""
        from facilitator.ui.projection.screens import exchange

        if self.projector is not None and not self.projector.windowed:
            self.window.canvas.whole.goes_elsewhere()
        if self.projector is None or not exchange(self.window, self.projector.screens):
            self._workspace.say(_("There is only one screen."))

    def turn_part(self, way: int) -> None:
        """Shows the next part of the map, or page of words, on the wall (1), or the one before (-1)."""
        if self.projector is not None:
            self.projector.turn(way)

    def check_back_row(self) -> QDialog:
        """Opens the page that finds out what the back row can read, or brings it to the front."""
        from facilitator.ui.projection.back_row import BackRow

        if self._dialog is None:
            self._dialog = BackRow(self, self.window)
            self._dialog.finished.connect(self._back_row_done)
            asking.opened(self._dialog)
        self._dialog.activateWindow()
        return self._dialog

    def _back_row_done(self) -> None:
        self._dialog = None
        self.stage.show_chart(False)

    # What it follows

    def _console_moved(self) -> None:
        if (
            self.on
            and self.projector is not None
            and (self.stage.follows or len(self.projector.map.parts) > 1)
        ):
            self._rest.start()

    def _look(self) -> None:
        if self.on and self.projector is not None:
            self.projector.look_with(self._seen())

    def _seen(self) -> frozenset[str]:
        surface = self.window.canvas.surface
        return frozenset(surface.picture.cards_in(surface.view.seen(surface.size())))

    def _led(self) -> None:
        self._look()
        self._show_strip()
        self.changed.emit()

    def _ended(self) -> None:
        self.stage.show_chart(False)
        self._show_strip()
        self._keep()

    def _keep(self) -> None:
        self._workspace.keep(_PROJECTING, self.on)
        self.changed.emit()

    def _show_spent(self) -> None:
        """The rail says what each step took, to the minute."""
        steps = self._workspace.document.steps
        spent = {id_: self.clock.spent(id_) // 60 for id_ in steps}
        self.window.rail.steps.show_spent({id_: minutes for id_, minutes in spent.items() if minutes})

    def shorten(self) -> QDialog:
        """Opens the page that proposes shorter steps."""
        from facilitator.ui.projection.shorten import Shorten

        dialog = Shorten(self._workspace, self.clock, self.window)
        asking.opened(dialog)
        return dialog

    def _show_strip(self) -> None:
        """The strip is there while one projects, or a clock runs."""
        wanted = self.on or self.clock.left is not None
        if wanted and self._strip is None:
            from facilitator.ui.projection.strip import Strip

            self._strip = Strip(self, self.window.rail)
            self.window.rail.put_below(self._strip)
            self.window.rail.drawn_close.connect(self._strip.draw_close)
            self._strip.draw_close(self.window.rail.close_together)
        if self._strip is not None:
            self._strip.setVisible(wanted)


def alarm(projection: Projection) -> str:
    """What nobody must forget about the wall; empty where it shows the session as it is."""
    if not projection.on:
        return ""
    if projection.stage.frozen:
        return _("Wall frozen — {key} to release").format(key=by_key("freeze").shown_key())
    if projection.stage.blank:
        return _("Wall blank — {key} to show").format(key=by_key("blank").shown_key())
    return ""
