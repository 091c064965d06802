"""The cap on its badges, and the cards filled one after the other while people speak."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from facilitator.model import gestures
from facilitator.model.document import Actor, Contribution, ordered
from facilitator.model.vocabulary import Pillar, Side
from facilitator.ui.fields import OddField
from facilitator.ui.panels import StepPanel
from facilitator.ui.panels.moments.cap import CapMoment
from facilitator.ui.panels.moments.cards import CardsMoment
from facilitator.ui.workspace import Workspace
from tests.ui.hands import go, press, write
from tests.ui.texts import texts


@pytest.fixture
def cards(workspace: Workspace, panel: StepPanel) -> CardsMoment:
    go(workspace, "cards")
    assert isinstance(panel.moment, CardsMoment)
    panel.moment.line.take_keyboard()
    return panel.moment


class TestCap:
    def test_the_beginning_of_the_question_is_offered(self, workspace: Workspace, panel: StepPanel) -> None:
        workspace.do(gestures.edit_workshop(question=""))
        go(workspace, "cap")
        moment = panel.moment
        assert isinstance(moment, CapMoment)
        QTest.mouseClick(moment.begin, Qt.MouseButton.LeftButton)
        write("nous nourrir")
        workspace.settle()
        assert workspace.document.workshop.question == "Comment allons-nous nous nourrir"
        assert moment.begin.isHidden()
        assert not moment.hint.isHidden(), "a statement is gently told from a question"
        write(" ?")
        workspace.settle()
        assert moment.hint.isHidden()
        workspace.undo()
        assert workspace.document.workshop.question == ""

    def test_goals_are_chosen_by_arrows_and_space(self, workspace: Workspace, panel: StepPanel) -> None:
        go(workspace, "cap")
        assert panel.moment is not None
        (field,) = panel.moment.findChildren(OddField)
        field.setFocus()
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Space):
            press(key)
        assert workspace.document.workshop.odds == (1, 2)
        press(Qt.Key.Key_Down)
        below = field.badge(1).y()
        at = next(n for n in range(1, 18) if field.badge(n).hasFocus())
        assert field.badge(at).y() > below
        assert field.badge(at).x() == field.badge(1).x()
        press(Qt.Key.Key_Up)
        assert field.badge(1).hasFocus()
        assert field.badge(1).accessibleName() == f"1 · {field.badge(1).text()}"
        stops = [n for n in range(1, 18) if field.badge(n).focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == [1], "Tab goes on: arrows stay among the badges"
        assert all(min(field.badge(n).width(), field.badge(n).height()) >= 24 for n in range(1, 18))


def test_cards_that_say_nothing_come_first(workspace: Workspace, panel: StepPanel) -> None:
    workspace.do(gestures.add_contribution(Contribution("c", actor="town", text="Un lieu")))
    go(workspace, "cards")
    moment = panel.moment
    assert isinstance(moment, CardsMoment)
    assert "1 fiche remplie sur 3" in texts(moment)
    assert moment.actor is not None
    assert moment.actor.id == "grocer"
    moment.line.take_keyboard()
    seen = []
    for _each in range(3):
        seen.append(moment.actor.id)
        press(Qt.Key.Key_Return)
        assert moment.line.line.hasFocus()
    assert seen == ["grocer", "radio", "town"]
    press(Qt.Key.Key_Up)
    assert moment.actor.id == "town"


def test_a_line_is_understood_as_it_is_typed(workspace: Workspace, cards: CardsMoment) -> None:
    write("+ bénévoles : 12 le samedi")
    assert cards.line.told.text() == "Apporte · Richesses humaines · Bénévoles · 12 le samedi"
    press(Qt.Key.Key_Return)
    write("- financements publics")
    press(Qt.Key.Key_Return)
    write("envies : un jardin")
    press(Qt.Key.Key_Return)
    write("envie : une cantine")
    press(Qt.Key.Key_Return)
    first, second = ordered(workspace.document.contributions)
    assert (first.actor, first.side, first.pillar, first.sub_item, first.text) == (
        "town", Side.OFFER, Pillar.HUMAN, "volunteers", "12 le samedi",
    )  # fmt: skip
    assert (second.side, second.pillar, second.sub_item) == (Side.NEED, Pillar.FINANCIAL, "public_funding")
    assert workspace.document.actors["town"].wishes == "un jardin\nune cantine"
    assert cards.line.line.hasFocus()
    assert "1 fiche remplie sur 3" in texts(cards)
    workspace.undo()
    assert workspace.document.actors["town"].wishes == "un jardin"


def test_what_is_not_understood_is_kept_and_what_is_missing_is_asked(
    workspace: Workspace, cards: CardsMoment
) -> None:
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    write("finances :")
    press(Qt.Key.Key_Return)
    assert not workspace.document.contributions
    assert cards.line.line.text() == "finances :"
    assert said
    at = cards.actor
    press(Qt.Key.Key_Down)
    assert cards.actor is at, "what was refused stays with the card it was said of"
    assert cards.line.line.text() == "finances :"
    write(" un prêt")
    press(Qt.Key.Key_Return)
    write("du temps")
    assert "Ressources financières" in cards.line.told.text(), "under the pillar one was at"
    press(Qt.Key.Key_Return)
    rows = ordered(workspace.document.contributions)
    assert [(row.text, row.pillar) for row in rows] == [
        ("un prêt", Pillar.FINANCIAL), ("du temps", Pillar.FINANCIAL),
    ]  # fmt: skip


def test_what_is_typed_belongs_to_the_card_it_was_typed_on(workspace: Workspace, cards: CardsMoment) -> None:
    write("un local")
    press(Qt.Key.Key_Down)
    (row,) = workspace.document.contributions.values()
    assert row.actor == "town"
    assert cards.actor is not None
    assert cards.actor.id == "grocer"
    write("un four")
    QTest.mouseClick(cards.next, Qt.MouseButton.LeftButton)
    assert [c.actor for c in ordered(workspace.document.contributions)] == ["town", "grocer"]
    workspace.do(gestures.delete_actors(["radio"]))
    assert cards.actor.id == "town", "the card of an actor that is gone gives way"


def test_parts_are_chosen_in_a_list_too(workspace: Workspace, cards: CardsMoment) -> None:
    cards.line.parts.head.click()
    parts = [chip for chip in cards.line.findChildren(QPushButton) if chip.text() == "Cotisations"]
    write("- 300 €")
    QTest.mouseClick(parts[0], Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_Return)
    (row,) = workspace.document.contributions.values()
    assert (row.side, row.sub_item, row.text) == (Side.NEED, "fees", "300 €")


def test_the_card_one_was_at_comes_back(workspace: Workspace, panel: StepPanel) -> None:
    go(workspace, "cards")
    assert isinstance(panel.moment, CardsMoment)
    panel.moment.go(1)
    go(workspace, "cap")
    go(workspace, "cards")
    moment = panel.moment
    assert isinstance(moment, CardsMoment)
    assert moment.actor is not None
    assert moment.actor.id == "grocer"
    workspace.select([("actors", "radio")])
    workspace.select([])
    assert moment.actor.id == "radio"
    workspace.do(gestures.add_actor(Actor("new", "La Loco", "association")))
    moment.go(1)
    assert moment.actor.id == "new"


def test_without_actors_one_is_told_to_name_some(workspace: Workspace, panel: StepPanel) -> None:
    workspace.do(gestures.delete_actors(list(workspace.document.actors)))
    go(workspace, "cards")
    assert isinstance(panel.moment, CardsMoment)
    assert "Aucun acteur pour l’instant" in texts(panel.moment)
    assert not panel.moment.next.isVisible()
    workspace.undo()
    assert panel.moment.actor is not None
