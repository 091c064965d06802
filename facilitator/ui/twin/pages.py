"""The three lists: actors, links, and the alliances to build."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.model import gestures
from facilitator.model.document import Actor, ordered
from facilitator.model.vocabulary import Status
from facilitator.ui.canvas import making
from facilitator.ui.canvas.entry import EntryLine
from facilitator.ui.canvas.menu import actors_gone
from facilitator.ui.canvas.surface import Surface
from facilitator.ui.fields.pressed import Toggle
from facilitator.ui.fields.spoken import spoken
from facilitator.ui.twin import acts
from facilitator.ui.twin.actors import ActorRows
from facilitator.ui.twin.changing import ChangeRows, Grouping
from facilitator.ui.twin.links import LinkRows
from facilitator.ui.twin.page import CTRL, DEL, DELETE_KEYS, PLAIN, Act, Page
from facilitator.words import N_, _, ngettext

K = Qt.Key


class ActorPage(Page):
    """Every actor: named, told, placed and linked from here."""

    linked = Signal(str)
    """A link was just made: its id."""
    heading = N_("Actors")

    def __init__(self, surface: Surface, parent: QWidget) -> None:
        super().__init__(ActorRows(surface.workspace), surface, parent)
        self.entry = EntryLine(surface, self, back=self.table)
        self.entry.added.connect(self._added)
        self.column.addWidget(self.entry)

    def all_acts(self) -> Sequence[Act]:
        return (
            Act(N_("Name actors"), "A", ((K.Key_A, PLAIN),), self.name_actors, shown=True, needs=False),
            Act(N_("Link…"), "L", ((K.Key_L, PLAIN),), self.link, shown=True, alone=True),
            Act(
                N_("Place or take off"), "M", ((K.Key_M, PLAIN),),
                lambda: acts.turn_place(self.surface, self.chosen_ids()), shown=True, apart=True,
            ),
            Act(
                N_("Duplicate"), "Ctrl+D", ((K.Key_D, CTRL),),
                lambda: making.duplicate(self.surface, self.chosen_ids()),
            ),
            Act(
                N_("Delete with its links"), DEL, DELETE_KEYS, self.delete, shown=True, apart=True, says=actors_gone,
            ),
        )  # fmt: skip

    def counted(self) -> str:
        count = len(self.rows.document.actors)
        return ngettext("{n} actor", "{n} actors", count).format(n=count)

    def nothing(self) -> str:
        return _("No actor here: press A and type names.")

    def open_cell(self, index: QModelIndex) -> None:
        id_ = self.rows.id_of(self.rows.key_at(index.row()))
        acts.turn_place(self.surface, [id_])

    def name_actors(self) -> None:
        """Opens the line where names are typed one after the other."""
        self.entry.start()

    def link(self) -> None:
        """Asks, by typing, whom to link the current actor with."""
        chosen = self.chosen_ids()
        if len(chosen) != 1:
            self.workspace.say(_("Select the actor the link starts from."))
            return
        (source,) = chosen
        actors = ordered(self.workspace.document.actors)
        category = self.surface.category
        self.pick(
            self.table.currentIndex(),
            [actor for actor in actors if actor.id != source],
            lambda actor: self._linked(acts.link_to(self.workspace, source, actor.id)),
            lambda name: self._linked(acts.link_to_new(self.workspace, source, name, category)),
            start=self.workspace.document.actors[source],
        )

    def _linked(self, link: str) -> None:
        if link:
            self.linked.emit(link)

    def _added(self, id_: str) -> None:
        """The actor that was just named is the current row, whatever is being typed next, or looked for."""
        self.rows.keep(id_)
        self.workspace.select([("actors", id_)])


class LinkPage(Page):
    """Every link: what it is made of, which way it goes, how far it is."""

    heading = N_("Links")
    linked = Signal(str)

    def __init__(self, surface: Surface, parent: QWidget) -> None:
        super().__init__(LinkRows(surface.workspace), surface, parent)

    def all_acts(self) -> Sequence[Act]:
        def status(key: Status) -> None:
            acts.set_status(self.workspace, self.chosen_ids(), key)

        return (
            Act(N_("Another link…"), "L", ((K.Key_L, PLAIN),), self.link, shown=True),
            Act(
                N_("Swap ends"), "R", ((K.Key_R, PLAIN),),
                lambda: acts.reverse(self.workspace, self.chosen_ids()), shown=True,
            ),
            Act(N_("Existing"), "1", ((K.Key_1, PLAIN),), lambda: status(Status.EXISTING), apart=True),
            Act(N_("To strengthen"), "2", ((K.Key_2, PLAIN),), lambda: status(Status.TO_STRENGTHEN)),
            Act(N_("To create"), "3", ((K.Key_3, PLAIN),), lambda: status(Status.TO_CREATE)),
            Act(N_("Delete"), DEL, DELETE_KEYS, self.delete, shown=True, apart=True),
        )  # fmt: skip

    def counted(self) -> str:
        count = len(self.rows.document.links)
        return ngettext("{n} link", "{n} links", count).format(n=count)

    def nothing(self) -> str:
        return _("No link here: choose an actor in its list and press L.")

    def open_cell(self, index: QModelIndex) -> None:
        """Puts another actor at one end, found by typing."""
        link = self.workspace.document.links[self.rows.key_at(index.row())]
        end = self.rows.columns[index.column()].key
        kept = link.target if end == "source" else link.source

        def picked(actor: Actor) -> None:
            self.rows.keep(link.id)
            self.workspace.do(gestures.edit_link(link.id, **{end: actor.id}))

        actors = self.workspace.document.actors
        others = [one for one in ordered(actors) if one.id != kept]
        asks = _("Who it starts from: type a name") if end == "source" else _("Whom it goes to: type a name")
        self.pick(index, others, picked, None, asks, actors[kept])

    def link(self) -> None:
        """Links the actor that the chosen links start from with one more."""
        links = self.workspace.document.links
        starts = {links[id_].source for id_ in self.chosen_ids()}
        if len(starts) != 1:
            self.workspace.say(_("These links do not start from the same actor: choose one of them."))
            return
        (source,) = starts
        category = self.surface.category
        self.pick(
            self.table.currentIndex(),
            [one for one in ordered(self.workspace.document.actors) if one.id != source],
            lambda actor: self._linked(acts.link_to(self.workspace, source, actor.id)),
            lambda name: self._linked(acts.link_to_new(self.workspace, source, name, category)),
            start=self.workspace.document.actors[source],
        )

    def _linked(self, link: str) -> None:
        if link:
            self.linked.emit(link)


class ChangePage(Page):
    """From today to the desired map: what is to be created, what is to be strengthened."""

    heading = N_("What changes")

    def __init__(self, surface: Surface, parent: QWidget) -> None:
        self.changes = ChangeRows(surface.workspace)
        super().__init__(self.changes, surface, parent)
        self.groupings = {key: Toggle(parent=self) for key in Grouping}
        for key, toggle in self.groupings.items():
            toggle.setProperty("role", "segment")
            toggle.clicked.connect(lambda _checked=False, key=key: self.group_by(key))
        self.buttons = [*self.groupings.values(), *self.buttons]
        spoken(self.groupings[Grouping.ACTOR], self.workspace, self._tell_groupings)
        self.group_by(Grouping.ACTOR)

    def all_acts(self) -> Sequence[Act]:
        def status(key: Status) -> None:
            """One that is no more to build leaves the list: the keyboard goes to the row that comes after."""
            chosen = self.table.chosen()
            go_on = self.table.place_after()
            acts.set_status(self.workspace, [id_ for _table, id_ in chosen], key)
            if not set(chosen) & {self.rows.pair_at(n) for n in range(len(self.rows.keys))}:
                go_on()

        return (
            Act(N_("Now existing"), "1", ((K.Key_1, PLAIN),), lambda: status(Status.EXISTING), shown=True),
            Act(
                N_("To strengthen"), "2", ((K.Key_2, PLAIN),),
                lambda: status(Status.TO_STRENGTHEN), shown=True,
            ),
            Act(N_("To create"), "3", ((K.Key_3, PLAIN),), lambda: status(Status.TO_CREATE), shown=True),
            Act(N_("Delete"), DEL, DELETE_KEYS, self.delete, apart=True),
        )  # fmt: skip

    def counted(self) -> str:
        count = self.changes.alliances()
        return ngettext("{n} alliance to build", "{n} alliances to build", count).format(n=count)

    def nothing(self) -> str:
        return _("Nothing changes yet: no link is to be created nor strengthened.")

    def group_by(self, grouping: Grouping) -> None:
        """Tells the alliances under their actors, or under the types of their actors."""
        for key, toggle in self.groupings.items():
            toggle.setChecked(key is grouping)
        self.table.keep_place(lambda: self.changes.group_by(grouping))

    def menu(self) -> QMenu:
        """How the alliances are told, too: where the buttons fold, it is all there is."""
        menu = super().menu()
        menu.addSeparator()
        for key, toggle in self.groupings.items():
            line = menu.addAction(toggle.text())
            line.setCheckable(True)
            line.setChecked(toggle.isChecked())
            line.triggered.connect(lambda _checked=False, key=key: self.group_by(key))
        return menu

    def _tell_groupings(self) -> None:
        self.groupings[Grouping.ACTOR].setText(_("By actor"))
        self.groupings[Grouping.CATEGORY].setText(_("By category"))
