"""One open session, as the windows know it: every gesture goes in here, every change comes out of here.

Views keep nothing that is in the document: they listen to `changed` and redraw what is not the same object.
Nothing here opens a dialog; what went wrong, or well, is a sentence sent through `said`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from facilitator import terms, words
from facilitator.model.document import Actor, Document, Link, Step, ordered, rows_of
from facilitator.model.gestures.core import Gesture, Refused
from facilitator.model.lens import Lens, Seen, from_plain, kept, to_plain
from facilitator.model.sight import Sight, followed, invited, sight
from facilitator.model.store.desk import Desk
from facilitator.model.store.errors import StoreError
from facilitator.model.store.file import SessionFile
from facilitator.model.store.history import Entry
from facilitator.model.store.journal import Journal
from facilitator.model.vocabulary import Direction, Status
from facilitator.ui import looking
from facilitator.ui.board import Board
from facilitator.ui.decorations import Decorations
from facilitator.ui.saved import Saved
from facilitator.ui.steering import Steering
from facilitator.ui.what_if import WhatIf
from facilitator.words import _

Pair = tuple[str, str]
"""What is selected on the map: the table (`actors` or `links`) and the id of the row."""

_STEP, _LINK, _LENS, _GUESTS = "step", "last_link", "lens", "guests"


class Workspace(QObject):
    """Journal, desk, selection and shown step of one open session.

    `changed(before, after)` comes once for each gesture, undo or redo; the selection is already right by then.
    """

    changed = Signal(object, object)
    foreseen = Signal(object)
    """A document that may come soon: who shows it can make ready. Nothing has changed."""
    coming = Signal(object, object)
    """A document that may come in a while, with much elsewhere, and a list: who shows it adds the work of making ready,
    done a little at a time."""
    selection_changed = Signal()
    step_changed = Signal()
    lens_changed = Signal()
    """Other rows are faded or hidden: another lens, or a gesture under the same one (`changed` comes first)."""
    said = Signal(str, bool)
    """A sentence for the status line; True where something went wrong."""
    asked = Signal(str)
    """A panel asks for an action of the table, by its key."""
    language_changed = Signal()
    settling = Signal()
    """Comes before undo, redo, another language and the end: a text being typed is handed over now."""

    def __init__(self, file: SessionFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._journal = Journal(file)
        self._desk = Desk(file)
        self._selection: frozenset[Pair] = frozenset()
        self._step = self._shown_step(str(self._desk.get(_STEP, "")))
        self._stood_in = ("", "")
        """A step that went while it was shown, and the one that is shown in its place."""
        looked = sight(self.document, from_plain(self._desk.get(_LENS), self.document))
        self._sight = invited(looked, self.document, self._kept_guests())
        self.board = Board(self)
        """What the wall shows of the step at hand."""
        self.what_if = WhatIf(self)
        """What one does without, for a minute."""
        self.decorations = Decorations(self)
        """What decorates the map."""
        self._steering = Steering(self)
        self._saved = Saved(self._journal, self._desk, self.keep, file.path, self)
        self._stop_watching = self._journal.watch(self._published)

    @property
    def document(self) -> Document:
        return self._journal.document

    @property
    def journal(self) -> Journal:
        return self._journal

    @property
    def desk(self) -> Desk:
        """What is kept with the session and never undone: zoom, folds, state of the projector."""
        return self._desk

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def file(self) -> SessionFile:
        return self._file

    @property
    def read_only(self) -> bool:
        """Whether the session can only be looked at: no gesture is accepted."""
        return self._file.read_only

    @property
    def saved_at(self) -> datetime:
        """When the last gesture reached the disk, be it to undo one."""
        return self._saved.at

    # Gestures

    def do(self, gesture: Gesture) -> bool:
        """Does it and keeps it; False, and a sentence said, where it cannot be done: nothing has changed then."""
        try:
            self._writable()
            self._journal.do(gesture)
        except (Refused, StoreError) as refusal:
            self._refuse(refusal)
            return False
        return True

    def foresee(self, gesture: Gesture) -> None:
        """Tells what a gesture that the hand is about to do would make of the session."""
        try:
            after = gesture(self.document)
        except Refused:
            return
        self.foreseen.emit(after)

    def undo(self) -> bool:
        """Takes the last gesture back."""
        self.settle()
        try:
            self._writable()
            entry = self._journal.undo()
        except (Refused, StoreError) as refusal:
            self._refuse(refusal)
            return False
        if entry is None:
            self.say(_("There is nothing to undo."))
            return False
        self.say(_("Undone: {gesture}").format(gesture=gesture_in_sentence(entry)))
        return True

    def redo(self) -> bool:
        """Does again what was just taken back."""
        self.settle()
        try:
            self._writable()
            entry = self._journal.redo()
        except (Refused, StoreError) as refusal:
            self._refuse(refusal)
            return False
        if entry is None:
            self.say(_("There is nothing to redo."))
            return False
        self.say(_("Redone: {gesture}").format(gesture=gesture_in_sentence(entry)))
        return True

    @property
    def undo_name(self) -> str:
        """The gesture that undo would take back, as it comes after a colon; empty where there is none."""
        entry = self._journal.next_undo
        return gesture_in_sentence(entry) if entry else ""

    @property
    def redo_name(self) -> str:
        """The gesture that redo would do again; empty where there is none."""
        entry = self._journal.next_redo
        return gesture_in_sentence(entry) if entry else ""

    def refuse_writing(self) -> None:
        """Says that this session can only be looked at."""
        self._refuse(Refused(self._file.reason))

    def settle(self) -> None:
        """Has every field hand over what is being typed, before something reads the whole document."""
        self.settling.emit()

    def say(self, sentence: str, *, error: bool = False) -> None:
        """A sentence for the status line."""
        self.said.emit(sentence, error)

    # Selection

    @property
    def selection(self) -> frozenset[Pair]:
        return self._selection

    @property
    def selected_actors(self) -> tuple[Actor, ...]:
        """The selected actors, in their order."""
        ids = {id_ for table, id_ in self._selection if table == "actors"}
        return tuple(actor for actor in ordered(self.document.actors) if actor.id in ids) if ids else ()

    @property
    def selected_links(self) -> tuple[Link, ...]:
        """The selected links, in their order."""
        ids = {id_ for table, id_ in self._selection if table == "links"}
        return tuple(link for link in ordered(self.document.links) if link.id in ids) if ids else ()

    def select(self, pairs: Iterable[Pair]) -> None:
        """Selects these and nothing else; what is not in the document is left out."""
        selection = self._alive(pairs)
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit()

    # Journey

    @property
    def step_id(self) -> str:
        """The step that is shown, or empty where the journey has none."""
        return self._step

    @property
    def step(self) -> Step | None:
        """The step that is shown."""
        return self.document.steps.get(self._step)

    def show_step(self, id_: str) -> None:
        """Goes to a step of the journey; the session will reopen on it."""
        if id_ in self.document.steps and id_ != self._step:
            self._step = id_
            self.keep(_STEP, id_)
            self.step_changed.emit()

    # What one looks at

    @property
    def lens(self) -> Lens:
        """The filters, the focus and the horizon of the moment."""
        return self._sight.lens

    @property
    def seen(self) -> Seen:
        """What the lens fades and hides."""
        return self._sight.seen

    def look_through(self, lens: Lens) -> None:
        """Looks through another lens; the session will reopen with it. What it hides is let go of."""
        lens = kept(lens, self.document)
        if lens != self.lens:
            self._see(sight(self.document, lens))
            self.keep(_LENS, to_plain(lens))

    def show_actor(self, id_: str) -> None:
        """Makes an actor (or a link) visible whatever the filters ask for, until they change; a sentence says so."""
        self._see(invited(self._sight, self.document, [id_]))

    @property
    def guests(self) -> frozenset[str]:
        """What is shown although the lens does not ask for it, until one looks through another."""
        return self._sight.guests

    def _see(self, now: Sight) -> None:
        before, self._sight = self._sight, now
        self._hold_selection(now.seen.hidden - before.seen.hidden)
        self._tell(before)

    def _tell(self, before: Sight) -> None:
        """Says what is seen otherwise than before."""
        now = self._sight
        if now.guests != before.guests:
            self.keep(_GUESTS, sorted(now.guests))
        if now is not before and (now.lens != before.lens or now.seen != before.seen):
            self.lens_changed.emit()
        come = now.guests - before.guests
        if come:
            self.say(looking.welcome(self.document, now.lens, come))

    # What is kept without being a gesture

    @property
    def last_link(self) -> dict[str, Any]:
        """Fields a new link starts with: `types`, `status`, `intensity`, `direction`, as last used."""
        kept: Any = self._desk.get(_LINK, {})
        known = self.document.link_types
        return {
            "types": tuple(key for key in kept.get("types", ()) if key in known),
            "status": Status(kept.get("status", Status.EXISTING)),
            "intensity": int(kept.get("intensity", 2)),
            "direction": Direction(kept.get("direction", Direction.FORWARD)),
        }

    def remember_link(self, **changes: Any) -> None:
        """Changes some of the fields a new link starts with."""
        kept = self.last_link | changes
        self.keep(_LINK, kept | {"types": list(kept["types"])})

    def keep(self, key: str, value: Any) -> None:
        """Keeps a value on the desk of the session, where it can be written; failing to is no drama."""
        if not self.read_only:
            try:
                self._desk.set(key, value)
            except StoreError as refusal:
                self._refuse(refusal)

    # Language and end

    def speak(self, language: str) -> None:
        """Speaks another language from now on: every view says its words again."""
        self.settle()
        words.use(language)
        self.language_changed.emit()

    def close(self) -> None:
        """Lets go of the file; nothing can be done in the session afterwards."""
        self.settle()
        self._saved.settle()
        self.what_if.rest()
        self._stop_watching()
        self._file.close()

    def _published(self, before: Document, after: Document, entry: Entry) -> None:
        self._saved.reached(entry)
        step = self._step_now(before, after)
        looked, self._sight = self._sight, followed(self._sight, before, after)
        self._hold_selection(self.seen.hidden - looked.seen.hidden)
        self.what_if.doubt(before, after)
        self.changed.emit(before, after)
        self._tell(looked)
        self.what_if.follow(before, after)
        if step != self._step:
            self._step = step
            self.step_changed.emit()

    def _kept_guests(self) -> list[str]:
        """What was shown besides when the session was left."""
        kept: Any = self._desk.get(_GUESTS, [])
        return [id_ for id_ in kept if isinstance(id_, str)] if isinstance(kept, list) else []

    def _alive(self, pairs: Iterable[Pair]) -> frozenset[Pair]:
        return frozenset(pair for pair in pairs if pair[1] in rows_of(self.document, pair[0]))

    def _hold_selection(self, hidden: frozenset[str]) -> None:
        """Keeps of the selection what is still there, and was not just hidden."""
        held = frozenset(pair for pair in self._alive(self._selection) if pair[1] not in hidden)
        if held != self._selection:
            self._selection = held
            self.selection_changed.emit()

    def _step_now(self, before: Document, after: Document) -> str:
        """The step that is shown; where it goes, the one after it, else before; once that is undone, itself again."""
        lost, instead = self._stood_in
        if self._step == instead and lost in after.steps and lost not in before.steps:
            return lost
        if self._step in after.steps or self._step not in before.steps:
            return self._shown_step(self._step)
        order = [step.id for step in ordered(before.steps)]
        at = order.index(self._step)
        near = [id_ for id_ in (*order[at + 1 :], *reversed(order[:at])) if id_ in after.steps]
        here = next((id_ for id_ in near if not after.steps[id_].skipped), self._shown_step(""))
        self._stood_in = self._step, here
        return here

    def _shown_step(self, wanted: str) -> str:
        """The wanted step if there is one, else the first that is not skipped."""
        steps = ordered(self.document.steps)
        if wanted in self.document.steps or not steps:
            return wanted if steps else ""
        return next((step.id for step in steps if not step.skipped), steps[0].id)

    def _writable(self) -> None:
        if self.read_only:
            raise Refused(self._file.reason)

    def _refuse(self, refusal: Refused | StoreError) -> None:
        self.say(refusal_sentence(refusal), error=True)


def refusal_sentence(refusal: Refused | StoreError) -> str:
    """What to tell the person, in the language of the moment."""
    values: Mapping[str, object] = refusal.values
    return terms.refusal(refusal.key, values)


def gesture_in_sentence(entry: Entry) -> str:
    """The name of a gesture as it comes after a colon: `moving 3 actors`."""
    name = terms.gesture_name(entry.name, entry.count)
    return name[:1].lower() + name[1:]
