"""Everything one can ask of the console, in one table: name, keys, place in the menus, and what it does.

Menus, keys, the buttons of the top bar and the page of shortcuts are all made from `ACTIONS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.model.lens import Horizon
from facilitator.model.vocabulary import BackgroundKind, Panel, Status
from facilitator.terms.vocabulary import BACKGROUNDS
from facilitator.ui import ground, looking, motion, running, voices, what_if
from facilitator.ui.arrange_actions import arrangements
from facilitator.ui.board import Kind
from facilitator.ui.charter_actions import charter
from facilitator.ui.decor_actions import decorations
from facilitator.ui.keys import EVERYWHERE, shown
from facilitator.ui.reading_actions import readings
from facilitator.words import N_, _

if TYPE_CHECKING:
    from facilitator.ui.window import Window

MENUS = {
    "session": N_("Session"),
    "edit": N_("Edit"),
    "map": N_("Map"),
    "arrange": N_("Arrange"),
    "journey": N_("Journey"),
    "projection": N_("Projection"),
    "view": N_("View"),
    "help": N_("Help"),
}
"""The menus in their order, by key."""


def _always(_window: Window) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to ask for.

    `keys` are shortcuts in Qt's portable spelling, the first is the one shown. `does` is called with the window;
    `when` says whether it makes sense now, and what `writes` makes none where one can only look; `on` (for what is
    switched) says whether it is on, `says` gives a name of the moment in place of `name`. `apart` draws a line above
    it in its menu. `within` is the title of a menu inside its menu that it stands in; what is switched there, from
    one line to the next, is one choice among several. `needs` is said where it is asked for and makes no sense: what
    it waits for. What is done `on_map` brings it back where something else has its place.
    """

    key: str
    name: str
    menu: str
    does: Callable[[Window], object]
    keys: tuple[str, ...] = ()
    when: Callable[[Window], bool] = _always
    writes: bool = False
    on: Callable[[Window], bool] | None = None
    says: Callable[[Window], str] | None = None
    apart: bool = False
    within: str = ""
    needs: str = ""
    on_map: bool = False

    def can(self, window: Window) -> bool:
        """Whether it can be done now."""
        return not self.kept_from(window) and self.when(window)

    def kept_from(self, window: Window) -> bool:
        """Whether it writes in a session that is read only."""
        return self.writes and window.workspace.read_only

    @property
    def bare(self) -> tuple[str, ...]:
        """Keys that also type a character, or move in a text: they are not for the app while one types."""
        return tuple(key for key in self.keys if _is_bare(key))

    @property
    def chords(self) -> tuple[str, ...]:
        """The other keys, which hold everywhere in the window."""
        return tuple(key for key in self.keys if not _is_bare(key))

    def label(self, window: Window) -> str:
        """Its name in the language of the moment."""
        return self.says(window) if self.says else _(self.name)

    def full_label(self, window: Window) -> str:
        """Its name with the menu inside a menu it stands in: what is told outside of the menus."""
        name = self.label(window)
        return f"{_(self.within)} — {name}" if self.within else name

    def shown_key(self) -> str:
        """Its first key as this system writes it."""
        return shown(self.keys[0]) if self.keys else ""


def by_key(key: str) -> Action:
    """The action of that key; KeyError if there is none."""
    return _BY_KEY[key]


def _is_bare(key: str) -> bool:
    return "+" not in key[:-1] and not (len(key) > 1 and key.startswith("F"))


def _has_actor(window: Window) -> bool:
    return bool(window.workspace.selected_actors)


def _can_link(window: Window) -> bool:
    return _has_actor(window) or len(window.workspace.selected_links) == 1


def _has_link(window: Window) -> bool:
    return bool(window.workspace.selected_links)


def _has_one(window: Window) -> bool:
    return len(window.workspace.selection) == 1


def _has_selection(window: Window) -> bool:
    return bool(window.workspace.selection)


def _projecting(window: Window) -> bool:
    return window.projecting


def _in_parts(window: Window) -> bool:
    return window.projection.in_parts


def _undo(window: Window) -> None:
    """What is only proposed is taken back first: nothing was done yet."""
    if window.canvas.surface.refuse():
        window.workspace.say(_("Refused: nothing has changed."))
    else:
        window.workspace.undo()


def _undo_name(window: Window) -> str:
    if window.canvas.surface.waits:
        return _("Refuse what is proposed")
    gesture = window.workspace.undo_name
    return _("Undo: {gesture}").format(gesture=gesture) if gesture else _("Undo")


def _redo_name(window: Window) -> str:
    gesture = window.workspace.redo_name
    return _("Redo: {gesture}").format(gesture=gesture) if gesture else _("Redo")


def _skip_name(window: Window) -> str:
    step = window.workspace.step
    return _("Take this step again") if step and step.skipped else _("Skip this step")


def _background(kind: BackgroundKind, name: str) -> Action:
    """One kind of background, among the others."""
    return Action(
        f"ground_{kind}",
        name,
        "map",
        lambda window: ground.choose(window, kind),
        writes=True,
        on=lambda window: ground.kind(window) is kind,
        apart=kind is BackgroundKind.BLANK,
        within=N_("Background"),
    )


def _on_wall(kind: Kind, name: str) -> Action:
    """One thing the wall can show, among the others."""
    return Action(
        f"wall_{kind}",
        name,
        "projection",
        lambda window: window.workspace.board.show(kind),
        on=lambda window: window.workspace.board.kind == kind,
        within=N_("What the wall shows"),
    )


_NOT_PROJECTED = N_("The map is not projected: press F5 first.")
_NO_CLOCK = N_("The clock was not started: press C first.")


def _turned(key: str, name: str, kind: str, *keys: str, apart: bool = False) -> Action:
    """One of the kinds of the stage, switched on the wall."""
    return Action(
        key,
        name,
        "projection",
        lambda window: window.projection.stage.turn(kind),
        keys,
        when=_projecting,
        needs=_NOT_PROJECTED,
        on=lambda window: bool(getattr(window.projection.stage, kind)),
        apart=apart,
    )


_WALL: dict[Kind, str] = {
    "map": N_("The map"),
    "welcome": N_("Welcome and programme"),
    "notice": N_("Information on personal data"),
    "cap": N_("Common question and goals"),
    "actors": N_("Actors named so far"),
    "items": N_("Points of the step"),
    "means": N_("What we put in common"),
    "commitments": N_("Commitments"),
    "evaluation": N_("How the session went"),
    "minutes": N_("Minutes, page by page"),
}
"""What one can ask the wall to show."""


def _on_cards(window: Window) -> bool:
    step = window.workspace.step
    return step is not None and step.panel is Panel.CARDS


def _turn_card(window: Window, by: int) -> None:
    """The panel of the step is in sight once nothing is selected."""
    from facilitator.ui.panels.moments.cards import CardsMoment  # what the first picture does not need

    window.workspace.select([])
    if isinstance(window.inspector.step.moment, CardsMoment):
        window.inspector.step.moment.go(by)


def _turn_hides(window: Window) -> None:
    looking.hide_rest(window.workspace, not window.workspace.lens.hides)


ACTIONS: tuple[Action, ...] = (
    # Session
    Action("new", N_("New session…"), "session", lambda w: w.asked_new.emit(), EVERYWHERE["new"]),
    Action("open", N_("Open…"), "session", lambda w: w.ask_open(), EVERYWHERE["open"]),
    Action("sheet", N_("Session sheet…"), "session", lambda w: w.show_sheet(), ("Ctrl+I",), apart=True),
    Action("minutes", N_("Minutes…"), "session", lambda w: w.write_minutes(), ("Ctrl+P",)),
    Action("mail", N_("Send the minutes…"), "session", lambda w: w.send_minutes(), ("Ctrl+Shift+D",)),
    Action("reread", N_("Re-read the minutes"), "session", lambda w: w.centre.turn_minutes(), ("Ctrl+Shift+P",),
           on=lambda w: w.centre.reread),
    Action("poster", N_("Poster of the map…"), "session", lambda w: w.print_poster(), apart=True),
    Action("tables", N_("Cards to print for the tables…"), "session", lambda w: w.print_tables()),
    Action("copy", N_("Save a copy…"), "session", lambda w: w.save_copy(), ("Ctrl+Shift+S",), apart=True),
    Action("import", N_("Import…"), "session", lambda w: w.ask_import(), ("Ctrl+Shift+I",), writes=True),
    Action("export", N_("Export…"), "session", lambda w: w.export(), ("Ctrl+E",)),
    Action("home", N_("Back to the welcome page"), "session", lambda w: w.asked_home.emit(), EVERYWHERE["home"],
           apart=True),
    Action("quit", N_("Quit"), "session", lambda w: w.asked_quit.emit(), EVERYWHERE["quit"]),
    # Edit
    Action(
        "undo", N_("Undo"), "edit", _undo, ("Ctrl+Z",),
        when=lambda w: w.canvas.surface.waits or w.workspace.journal.next_undo is not None, writes=True,
        says=_undo_name, needs=N_("There is nothing to undo."),
    ),
    Action(
        "redo", N_("Redo"), "edit", lambda w: w.workspace.redo(), ("Ctrl+Shift+Z", "Ctrl+Y"),
        when=lambda w: w.workspace.journal.next_redo is not None, writes=True, says=_redo_name,
        needs=N_("There is nothing to redo."),
    ),
    Action("rename", N_("Rename"), "edit", lambda w: w.canvas.rename(), ("F2",), when=_has_one, writes=True,
           apart=True, on_map=True),
    Action("cut", N_("Cut"), "edit", lambda w: w.canvas.cut(), ("Ctrl+X",),
           when=_has_selection, writes=True, apart=True),
    Action("take_copy", N_("Copy"), "edit", lambda w: w.canvas.copy(), ("Ctrl+C",), when=_has_selection),
    Action("paste", N_("Paste"), "edit", lambda w: w.canvas.paste(), ("Ctrl+V",), writes=True),
    Action("duplicate", N_("Duplicate"), "edit", lambda w: w.canvas.duplicate(), ("Ctrl+D",), when=_has_actor,
           writes=True),
    Action("put_back", N_("Put back in the tray"), "edit", lambda w: w.canvas.put_back(), ("Ctrl+T",),
           when=lambda w: any(actor.placed for actor in w.workspace.selected_actors), writes=True),
    Action("swap_ends", N_("Swap ends"), "edit", lambda w: w.canvas.swap_ends(), ("Ctrl+R",), when=_has_link,
           writes=True),
    Action("delete", N_("Delete"), "edit", lambda w: w.canvas.delete(), ("Del", "Backspace"), when=_has_selection,
           writes=True),
    Action("select_all", N_("Select all"), "edit", lambda w: w.canvas.select_all(), ("Ctrl+A",), apart=True),
    Action("commands", N_("Search or act…"), "edit", lambda w: w.search.commands(), ("Ctrl+K",), apart=True),
    Action("find", N_("Find an actor or a link…"), "edit", lambda w: w.search.find(), ("Ctrl+F",), on_map=True),
    Action("find_next", N_("Find the next one"), "edit", lambda w: w.search.next(), ("F3",), on_map=True),
    Action("find_previous", N_("Find the one before"), "edit", lambda w: w.search.next(-1), ("Shift+F3",), on_map=True),
    # Map
    Action("add", N_("Name actors"), "map", lambda w: w.canvas.start_typing_actors(), ("A",), writes=True,
           on_map=True),
    Action("link", N_("Link with another actor"), "map", lambda w: w.canvas.start_link(), ("L",), when=_can_link,
           writes=True, on_map=True),
    Action("link_to_create", N_("Link to create with another actor"), "map",
           lambda w: w.canvas.start_link(status=Status.TO_CREATE), ("Shift+L",), when=_can_link,
           writes=True, on_map=True),
    Action("fit", N_("See the whole map"), "map", lambda w: w.canvas.fit(), ("0",), apart=True, on_map=True),
    Action("fit_selection", N_("See the selection"), "map", lambda w: w.canvas.fit_selection(), ("Z",),
           when=_has_selection, on_map=True),
    Action("zoom_in", N_("Larger"), "map", lambda w: w.canvas.zoom_in(), ("+", "Ctrl++", "Ctrl+="), on_map=True),
    Action("zoom_out", N_("Smaller"), "map", lambda w: w.canvas.zoom_out(), ("-", "Ctrl+-"), on_map=True),
    *(_background(BackgroundKind(key), name) for key, name in BACKGROUNDS.items()),
    Action("ground", N_("Choose the background…"), "map", ground.toggle, ("Ctrl+B",),
           on=lambda w: w.inspector.showing_ground),
    Action("adjust", N_("Adjust the background"), "map", ground.adjust, ("Ctrl+Shift+B",),
           when=ground.adjustable, writes=True, on=lambda w: ground.adjusting(w) is not None,
           on_map=True),
    Action("new_zone", N_("New zone"), "map", ground.new_zone, writes=True, on_map=True),
    # Arrange
    *arrangements(Action),
    # Journey
    Action("next", N_("Next step"), "journey", lambda w: w.go(1), ("Ctrl+PgDown",), when=lambda w: w.can_go(1)),
    Action("back", N_("Previous step"), "journey", lambda w: w.go(-1), ("Ctrl+PgUp",), when=lambda w: w.can_go(-1)),
    Action(
        "skip", N_("Skip this step"), "journey", lambda w: w.skip_step(), ("Ctrl+Shift+PgDown",),
        when=lambda w: w.workspace.step is not None, writes=True, says=_skip_name, apart=True,
    ),
    Action("journeys", N_("Journeys…"), "journey", lambda w: w.show_journeys(), apart=True),
    Action("charter_text", N_("Bring in the text of a charter…"), "journey", lambda w: w.bring_charter(),
           writes=True),
    Action("close_step", N_("Close this step"), "journey", running.close_step, ("Ctrl+Return",),
           when=lambda w: w.workspace.step is not None, writes=True),
    Action("keep_moment", N_("Keep this moment"), "journey", lambda w: running.keep_moment(w.workspace),
           ("Ctrl+M",), writes=True),
    Action("history", N_("History…"), "edit", lambda w: w.show_history(), ("Ctrl+H",)),
    *charter(Action),
    Action("next_card", N_("Next card"), "journey", lambda w: _turn_card(w, 1), ("Alt+PgDown",), when=_on_cards,
           apart=True),
    Action("card_before", N_("Card before"), "journey", lambda w: _turn_card(w, -1), ("Alt+PgUp",), when=_on_cards),
    Action("voice", N_("Note who is speaking…"), "journey", voices.ask, ("Q",), writes=True),
    # Projection
    Action("project", N_("Project"), "projection", lambda w: w.toggle_projection(), ("F5",),
           on=lambda w: w.projecting),
    _turned("freeze", N_("Freeze the wall"), "frozen", "G", apart=True),
    _turned("blank", N_("Blank wall"), "blank", "B"),
    Action("board", N_("Page of the step, or the map"), "projection", lambda w: w.workspace.board.turn(), ("W",),
           when=_projecting, needs=_NOT_PROJECTED, on=lambda w: w.workspace.board.kind != "map"),
    *(_on_wall(kind, name) for kind, name in _WALL.items()),
    _turned("spotlight", N_("Spotlight on the selection"), "spotlight", "S"),
    _turned("follow", N_("The wall follows the console"), "follows", "V", apart=True),
    Action("wall_next", N_("Next part or page on the wall"), "projection",
           lambda w: w.projection.turn_part(1), ("PgDown",), when=_in_parts),
    Action("wall_before", N_("Part or page before"), "projection",
           lambda w: w.projection.turn_part(-1), ("PgUp",), when=_in_parts),
    _turned("wall_legend", N_("Legend on the wall"), "legend"),
    _turned("wall_decorations", N_("Decorations on the wall"), "decorations"),
    Action("clock", N_("Clock of the step: start or pause"), "projection", lambda w: w.projection.clock.toggle(),
           ("C",), on=lambda w: w.projection.clock.running, apart=True),
    Action("five_more", N_("Five more minutes for the step"), "projection", lambda w: w.projection.clock.give(5),
           ("Ctrl+5",), when=lambda w: w.projection.clock.left is not None, needs=_NO_CLOCK),
    Action("shorten", N_("Shorten what remains…"), "projection", lambda w: w.projection.shorten(),
           when=lambda w: w.projection.clock.late is not None, writes=True, needs=_NO_CLOCK),
    Action("no_clock", N_("Take the clock away"), "projection", lambda w: w.projection.clock.forget(), ("Shift+C",),
           when=lambda w: w.projection.clock.left is not None, needs=_NO_CLOCK),
    Action("swap", N_("Exchange the two screens"), "projection", lambda w: w.projection.swap(), ("X",),
           when=_projecting, needs=_NOT_PROJECTED, apart=True),
    Action("back_row", N_("Can the back row read?"), "projection", lambda w: w.projection.check_back_row()),
    Action("room_lens", N_("The room sees the filters too"), "projection", lambda w: looking.turn_room(w.workspace),
           on=lambda w: looking.room_filtered(w.workspace), apart=True),
    # View
    Action("filter", N_("Filter…"), "view", lambda w: w.canvas.filters.turn_panel(), ("Ctrl+Shift+F",), on_map=True),
    Action("show_all", N_("Show everything"), "view", lambda w: looking.show_all(w.workspace),
           when=lambda w: w.workspace.lens.filters),
    Action("hides", N_("Hide what is filtered out"), "view", _turn_hides, on=lambda w: w.workspace.lens.hides),
    Action("focus", N_("Focus on the selection and those linked to it"), "view",
           lambda w: looking.turn_focus(w.workspace), ("F",), on=lambda w: bool(w.workspace.lens.focus)),
    Action("what_if", N_("What if… without the selection"), "view", lambda w: what_if.turn(w.workspace), ("I",),
           on=lambda w: w.workspace.what_if.on, on_map=True),
    Action("desired", N_("Desired map, with the links to create"), "view",
           lambda w: looking.turn_horizon(w.workspace), ("T",),
           on=lambda w: w.workspace.lens.horizon is Horizon.DESIRED),
    *decorations(Action),
    Action("rail", N_("Journey panel"), "view", lambda w: w.fold("rail"), ("F8",), on=lambda w: w.unfolded("rail"),
           apart=True),
    Action(
        "inspector", N_("Inspector"), "view", lambda w: w.fold("inspector"), ("F9",),
        on=lambda w: w.unfolded("inspector"),
    ),
    Action("overview", N_("Overview of the map"), "view",
           lambda w: w.canvas.overview.allow(shown=not w.canvas.overview.allowed), ("F7",),
           on=lambda w: w.canvas.overview.allowed),
    Action("twin", N_("Lists of the map"), "view", lambda w: w.centre.toggle(), ("Ctrl+L",),
           on=lambda w: w.centre.listed),
    Action("grid", N_("Who is in which field?"), "view", lambda w: w.centre.turn_grid(), ("Ctrl+Shift+L",),
           on=lambda w: w.centre.gridded),
    Action("full_screen", N_("Full screen"), "view", lambda w: w.toggle_full_screen(), ("F11",),
           on=lambda w: w.isFullScreen()),
    Action("motion", N_("Show movements"), "view", lambda _w: motion.turn(), on=lambda _w: not motion.still()),
    Action("next_part", N_("Next part of the window"), "view", lambda w: w.go_to_part(1), ("F6",), apart=True),
    Action("part_before", N_("Part before"), "view", lambda w: w.go_to_part(-1), ("Shift+F6",)),
    *readings(Action),
    # Help
    Action("shortcuts", N_("Keys and shortcuts"), "help", lambda w: w.show_shortcuts(), ("F1",)),
    Action("log", N_("Log"), "help", lambda w: w.show_log()),
    Action("about", N_("About Entre tous"), "help", lambda w: w.show_about(), apart=True),
)  # fmt: skip

_BY_KEY = {action.key: action for action in ACTIONS}
