"""A session of two hours and a half lived from Accueil to the re-read minutes, its clock simulated.

The laptop is switched off in the middle of the seventh step; the session goes on where it was; every word is in the
minutes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.minutes.document import write as write_minutes
from facilitator.model import gestures, plain
from facilitator.model.document import Link, ordered
from facilitator.model.remaining import remaining
from facilitator.model.vocabulary import Agreement, Status
from facilitator.ui.app import App, application
from facilitator.ui.fields import TextField
from facilitator.ui.fields.base import Field
from facilitator.ui.panels.moments.ballot import BallotPart
from facilitator.ui.panels.moments.charter import ItemCard, ItemsMoment
from facilitator.ui.panels.moments.closing import ClosingMoment
from facilitator.ui.panels.moments.evaluation import EvaluationPart, EvaluationRow
from facilitator.ui.panels.rows import AddLine
from facilitator.ui.projection.shorten import Shorten
from facilitator.ui.window import Window
from tests.ui.hands import CTRL, SHIFT, at_hand, has_keys, press, strike, write
from tests.ui.hours import Hours

PEOPLE = ("Zoé Ñandú ; CCAS", "Maëlys Œuvrard ; Les Jardins du Gué", "Noé Ça-Va ; Ville de Rivemont")
ACTORS = (
    ("Ville de Rivemont", "authority"),
    ("Les Jardins du Gué", "association"),
    ("Fondation Terre d’Avenir", "foundation"),
    ("Habitants des Œillets", "citizens"),
)
SAID = {
    "cap": "Nous parlons de la vallée, pas du département.",
    "actors": "La radio a failli être oubliée.",
    "links": "Tout passe par les mêmes personnes.",
    "reading": "Les financeurs ne se parlent pas encore.",
    "commitments": "Peu d’engagements, mais tenus.",
}
BEGAN = 1_800_000_000.0


class Facilitator:
    """Two hands on a console."""

    def __init__(self, window: Window, hours: Hours) -> None:
        self.window, self.hours = window, hours
        self.workspace = window.workspace
        window.projection.clock._now = hours
        window.showNormal()
        window.resize(1366, 768)

    @property
    def moment(self) -> QWidget:
        moment = self.window.inspector.step.moment
        assert moment is not None
        return moment

    def says(self, field: str, words: str, within: QWidget | None = None) -> None:
        """Types in the field of that name, as it is bound to the document."""
        within = within or self.window.inspector.step
        found = [one for one in within.findChildren(TextField) if one.place.field == field]
        assert found, field
        self.types(found[0], words)

    def types(self, field: Field, words: str) -> None:
        control = field.control()
        assert isinstance(control, QLineEdit | QPlainTextEdit)
        control.setFocus()
        control.selectAll()
        write(words, control)
        field.settle()

    def closes(self, minutes: float) -> None:
        """The words of the group, the time it took, then Ctrl+Enter."""
        step = self.workspace.step
        assert step is not None
        if step.key in SAID:
            self.says("words", SAID[step.key])
        self.hours.pass_(minutes)
        self.window.canvas.setFocus()
        strike(self.window, Qt.Key.Key_Return, CTRL)

    def point(self, number: int) -> ItemCard:
        moment = self.moment
        assert isinstance(moment, ItemsMoment)
        card = moment.cards.row(moment.cards.ids[number])
        assert isinstance(card, ItemCard)
        return card


def first_half(window: Window, hours: Hours) -> None:
    """Welcome to the middle of the principles."""
    hand = Facilitator(window, hours)
    workspace = hand.workspace
    window.ask("project")
    window.ask("clock")
    for person in PEOPLE:
        line = hand.moment.findChildren(AddLine)[0]
        write(person, line)
        QTest.keyClick(line, Qt.Key.Key_Return)
    hand.closes(12)

    hand.says("question", "Comment allons-nous mieux nous nourrir, ici ?")
    hand.says("territory", "Val d’Œuvre")
    workspace.do(gestures.edit_workshop(odds=(2, 12)))
    hand.closes(9)

    for place, (name, category) in enumerate(ACTORS):
        workspace.do(
            gestures.together(
                "actor.add",
                [gestures.add_actor(_actor(f"a{place}", name, category, place))],
            )
        )
    hand.closes(25)
    strike(window, Qt.Key.Key_PageDown, CTRL, SHIFT)  # the cards are skipped
    assert workspace.step is not None
    assert workspace.step.key == "links"

    for number, (source, target) in enumerate((("a0", "a1"), ("a2", "a1"))):
        workspace.do(gestures.add_link(Link(f"l{number}", source, target, ("funding",))))
    workspace.do(gestures.add_link(Link("new", "a3", "a1", status=Status.TO_CREATE)))
    hand.closes(30)
    hand.closes(10)
    assert workspace.step.key == "principles"

    card = hand.point(0)
    hand.types(card.words, "Chacun d’abord comme une richesse.")
    card.agreement.setFocus()
    write("o")
    second = hand.point(1)
    hand.types(second.words, "Sur l’enjeu, oui ; sur la façon, non.")
    hours.pass_(4)


def _actor(id_: str, name: str, category: str, place: int):  # type: ignore[no-untyped-def]  # an Actor
    from facilitator.model.document import Actor

    return Actor(id_, name, category, x=320.0 * place - 480.0, y=120.0 * (place % 2))


def begin() -> None:
    """What the child does: half a session, then it waits to be killed."""
    qt_api.set_qt_api("pyside6")
    qt = application()
    app = App(qt)
    assert app.create("Nourrir Rivemont", paths.documents() / "Nourrir Rivemont.alliance")
    assert app.window is not None
    hours = Hours(BEGAN)
    app.window.activateWindow()
    _until(qt, partial(has_keys, app.window))
    first_half(app.window, hours)
    document = app.window.workspace.document
    sys.stdout.write(json.dumps({"now": hours.now, "document": plain.to_plain(document)}) + "\n")
    sys.stdout.flush()
    qt.exec()


def _until(qt: QApplication, done: Callable[[], bool]) -> None:
    for _turn in range(2_000):
        qt.processEvents()
        if done():
            return
    raise AssertionError("the window never came to the front")


def test_two_hours_and_a_half_with_a_crash_in_the_middle(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", f"from {__name__} import begin; begin()"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    line = child.stdout.readline()
    child.kill()
    child.wait(30)
    child.stdout.close()
    assert line, "the first half went to its end"
    told = json.loads(line)

    app.begin(None)
    window = app.window
    assert window is not None, "it opens by itself"
    qtbot.waitUntil(lambda: window.projecting)
    at_hand(window, qtbot)
    hours = Hours(told["now"])
    hand = Facilitator(window, hours)
    workspace = hand.workspace
    assert plain.to_plain(workspace.document) == told["document"]
    assert workspace.step is not None
    assert workspace.step.key == "principles", "in the step where it was"
    clock = window.projection.clock
    assert clock.running
    assert clock.spent("principles") == 4 * 60
    assert clock.spent("welcome") == 12 * 60

    hours.pass_(3)
    second = hand.point(1)
    second.agreement.setFocus()
    write("d")
    hand.types(second.positions[0], "Une voix par financeur.")
    hand.types(second.positions[1], "Une voix par acteur présent.")
    second.words.setFocus()
    strike(window, Qt.Key.Key_G, CTRL)
    ballot = second.votes.parts.row(second.votes.parts.ids[-1])
    assert isinstance(ballot, BallotPart)
    write("oooonna")
    press(Qt.Key.Key_Return)
    assert not any(vote.revealed for vote in workspace.document.votes.values())
    strike(window, Qt.Key.Key_J, CTRL, SHIFT)
    assert workspace.board.kind == "item"
    hand.closes(20)
    hand.closes(25)
    _win_back_what_is_late(hand)
    _promise_and_close(hand)
    _reread_on_the_wall(hand, qtbot)
    _every_word_is_printed(hand, tmp_path / "minutes.pdf")


def _win_back_what_is_late(hand: Facilitator) -> None:
    """What remains is shortened in one gesture, and the means change places."""
    window, workspace = hand.window, hand.workspace
    clock = window.projection.clock
    assert clock.late is not None
    assert clock.late > 600
    dialog = window.projection.shorten()
    assert isinstance(dialog, Shorten)
    dialog.accept_button.click()
    workspace.do(gestures.move_step("means", "links"))


def _promise_and_close(hand: Facilitator) -> None:
    """The link to create becomes a commitment; what is open is told, and the session evaluated."""
    window, workspace = hand.window, hand.workspace
    workspace.show_step("commitments")
    (link,) = [row for row in workspace.document.links.values() if row.status is Status.TO_CREATE]
    window.canvas.setFocus()
    strike(window, Qt.Key.Key_K, CTRL, SHIFT)
    (promise,) = workspace.document.commitments.values()
    assert promise.link == link.id
    workspace.do(
        gestures.edit_commitment(
            promise.id, what="Ouvrir trois parcelles", first_step="Une visite un samedi", due="2027-03-21"
        )
    )
    hand.closes(8)
    assert workspace.step is not None
    assert workspace.step.key == "closing"

    moment = hand.moment
    assert isinstance(moment, ClosingMoment)
    open_points = {one.lack for one in remaining(workspace.document)}
    assert "disagreement" in open_points
    assert len(moment.points.ids) > 3
    workspace.do(gestures.edit_workshop(next_date="2027-01-14", next_place="La serre du lycée"))
    evaluation = moment.findChildren(EvaluationPart)[0]
    if evaluation.folded:
        evaluation.head.click()
    evaluation.take()
    row = evaluation.rows.row(evaluation.rows.ids[0])
    assert isinstance(row, EvaluationRow)
    hand.types(row.hands[0], "11")


def _reread_on_the_wall(hand: Facilitator, qtbot: QtBot) -> None:
    """The minutes in place of the map, and on the wall; the last words typed meanwhile."""
    window = hand.window
    window.canvas.setFocus()
    strike(window, Qt.Key.Key_P, CTRL, SHIFT)
    view = window.centre.rereading
    assert view is not None
    qtbot.waitUntil(lambda: bool(window.centre.pages.sizes), timeout=60_000)
    view.wall.click()
    projector = window.projection.projector
    assert projector is not None
    assert projector.paper is not None
    assert projector.paper.isVisible(), "the room re-reads its minutes"
    hand.says("essentials", "Une assiette, une vallée, quatre mains.")


def _every_word_is_printed(hand: Facilitator, out: Path) -> None:
    workspace = hand.workspace
    write_minutes(workspace.document, out, moments=workspace.journal.printed_moments())
    printed = " ".join(page.extract_text() for page in pypdf.PdfReader(out).pages)
    flat = " ".join(printed.replace("\u00a0", " ").split())
    words = [
        *(said for key, said in SAID.items() if not workspace.document.steps[key].skipped),
        *(name for name, _category in ACTORS),
        *("CCAS", "Les Jardins du Gué"),
        "Comment allons-nous mieux nous nourrir, ici ?",
        "Val d’Œuvre",
        "Chacun d’abord comme une richesse.",
        "Sur l’enjeu, oui ; sur la façon, non.",
        "Une voix par financeur.",
        "Une voix par acteur présent.",
        "Ouvrir trois parcelles",
        "Une visite un samedi",
        "Une assiette, une vallée, quatre mains.",
        "J’ai pu dire ce qui comptait pour moi.",
        "La serre du lycée",
    ]
    for said in words:
        assert said in flat, said
    assert workspace.document.answers["principles-2"].agreement is Agreement.DISAGREEMENT
    assert [step.key for step in ordered(workspace.document.steps)].index("means") == 4
    assert len(workspace.document.moments) >= 8, "every step that was closed is a moment"
    first = ordered(workspace.document.moments)[0]
    was = workspace.journal.at_moment(first.id)
    assert was is not None
    assert not was.actors, "found again across the crash"
