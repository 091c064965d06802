"""The panel of a step, through the whole journey of a session."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Link, ordered
from facilitator.model.vocabulary import Agreement, Panel, Pillar, Status
from facilitator.ui.panels import StepPanel
from facilitator.ui.panels.moments.actors import ActorsMoment
from facilitator.ui.panels.moments.charter import ItemCard, ItemsMoment
from facilitator.ui.panels.moments.commitments import CommitmentsMoment
from facilitator.ui.panels.moments.links import LinksMoment
from facilitator.ui.panels.moments.practices import Practices
from facilitator.ui.panels.moments.welcome import WelcomeMoment
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.workspace import Workspace
from tests.ui.hands import go, press, write
from tests.ui.texts import texts


def test_each_kind_of_step_has_its_content(workspace: Workspace, panel: StepPanel) -> None:
    from facilitator.ui.panels.moments import moment_of

    for step in ordered(workspace.document.steps):
        workspace.show_step(step.id)
        assert type(panel.moment) is moment_of(step.panel)
        assert panel.title.edit().toPlainText() == step.title
    assert {step.panel for step in workspace.document.steps.values()} == set(Panel)


def test_the_keyboard_goes_on_in_the_panel_from_one_step_to_the_next(
    workspace: Workspace, panel: StepPanel
) -> None:
    for before, after in (
        ("welcome", "cap"),
        ("cap", "links"),
        ("cap", "closing"),
        ("principles", "welcome"),
    ):
        go(workspace, before)
        assert panel.moment is not None
        typed = (QLineEdit, QPlainTextEdit)
        next(one for one in _shown(panel.moment) if isinstance(one, typed)).setFocus()
        go(workspace, after)
        at = QApplication.focusWidget()
        assert at is not None
        assert panel.isAncestorOf(at), f"{before}, {after}"
        assert panel.moment.isAncestorOf(at) or after == "links", "links are drawn on the map"
    go(workspace, "welcome")
    next(one for one in _shown(panel.moment) if isinstance(one, QLineEdit)).setFocus()
    go(workspace, "cap")
    write("Et ensuite ?")
    go(workspace, "actors")
    write("La Passerelle")
    press(Qt.Key.Key_Return)
    panel.words.setFocus()
    go(workspace, "principles")
    write("Dit ensemble.")
    go(workspace, "welcome")
    write("Awa Diop")
    press(Qt.Key.Key_Return)
    document = workspace.document
    assert document.workshop.question.startswith("Et ensuite ?")
    assert "La Passerelle" in [actor.name for actor in document.actors.values()]
    assert any("Dit ensemble." in answer.text for answer in document.answers.values())
    assert "Awa Diop" in [person.name for person in document.participants.values()]


def _shown(widget: QWidget | None) -> list[QWidget]:
    return [one for one in widget.findChildren(QWidget) if one.isVisible()] if widget is not None else []


def test_the_words_of_the_group_are_kept_with_their_step(workspace: Workspace, panel: StepPanel) -> None:
    step = go(workspace, "reading")
    panel.words.setFocus()
    write("La radio est seule.")
    go(workspace, "cap")
    assert workspace.document.steps[step].words == "La radio est seule."
    assert panel.words.edit().toPlainText() == ""


def test_the_room_is_written_down_in_the_welcome(workspace: Workspace, panel: StepPanel) -> None:
    go(workspace, "welcome")
    moment = panel.moment
    assert isinstance(moment, WelcomeMoment)
    moment.line.setFocus()
    for name in ("Hélène Œrsted", "Zoé Ñíguez"):
        write(name)
        press(Qt.Key.Key_Return)
    people = ordered(workspace.document.participants)
    assert [person.name for person in people] == ["Hélène Œrsted", "Zoé Ñíguez"]
    assert not any(person.named or person.receives for person in people)
    assert "2 participants" in [s.said for s in moment.findChildren(Sentence)]


def test_actors_are_named_type_by_type(workspace: Workspace, panel: StepPanel) -> None:
    go(workspace, "actors")
    moment = panel.moment
    assert isinstance(moment, ActorsMoment)
    QTest.mouseClick(moment.chip("foundation"), Qt.MouseButton.LeftButton)
    assert moment.line.hasFocus()
    write("Fondation Habitat")
    press(Qt.Key.Key_Return)
    added = ordered(workspace.document.actors)[-1]
    assert (added.name, added.category, added.placed) == ("Fondation Habitat", "foundation", False)
    assert "Fondation  1" in texts(moment)
    assert moment.chip("state").accessibleName().replace("\N{NO-BREAK SPACE}", " ") == (
        "État : personne pour l’instant"
    )


def test_an_actor_already_named_is_noticed_not_forbidden(workspace: Workspace, panel: StepPanel) -> None:
    go(workspace, "actors")
    moment = panel.moment
    assert isinstance(moment, ActorsMoment)
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    moment.line.setFocus()
    write("VILLE DE RIVEMONT")
    press(Qt.Key.Key_Return)
    assert len(workspace.document.actors) == 3
    assert "Ville de Rivemont" in said[-1]
    assert moment.line.text() == "VILLE DE RIVEMONT"
    panel.words.setFocus()
    workspace.settle()
    assert len(workspace.document.actors) == 3, "going elsewhere is not a yes"
    moment.line.setFocus()
    press(Qt.Key.Key_Return)
    assert len(workspace.document.actors) == 4
    assert moment.line.text() == ""


def test_the_next_name_is_typed_over_one_that_was_not_named_again(
    workspace: Workspace, panel: StepPanel
) -> None:
    go(workspace, "actors")
    moment = panel.moment
    assert isinstance(moment, ActorsMoment)
    moment.line.setFocus()
    write("VILLE DE RIVEMONT")
    press(Qt.Key.Key_Return)
    write("Croix-Rouge")
    assert moment.line.text() == "Croix-Rouge"
    told = "«\xa0VILLE DE RIVEMONT\xa0» n’a pas été ajouté de nouveau."
    assert told in [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    press(Qt.Key.Key_Return)
    assert [actor.name for actor in ordered(workspace.document.actors)][-1] == "Croix-Rouge"
    assert len(workspace.document.actors) == 4
    assert told not in [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]


def test_links_are_counted_by_status(workspace: Workspace, panel: StepPanel) -> None:
    go(workspace, "links")
    moment = panel.moment
    assert isinstance(moment, LinksMoment)
    workspace.do(gestures.add_link(Link("new", "grocer", "radio", status=Status.TO_CREATE)))
    assert moment.by_status.text().replace("\N{NO-BREAK SPACE}", " ").splitlines() == [
        "Existant : 1",
        "À renforcer : 0",
        "À créer : 1",
    ]


class TestCharter:
    def test_what_the_group_says_and_where_it_disagrees(self, workspace: Workspace, panel: StepPanel) -> None:
        step = go(workspace, "principles")
        moment = panel.moment
        assert isinstance(moment, ItemsMoment)
        first = moment.cards.ids[0]
        card = moment.cards.row(first)
        assert isinstance(card, ItemCard)
        assert "trame proposée" in texts(card)
        assert "Une position" not in texts(card)
        QTest.mouseClick(card.agreement.button(Agreement.DISAGREEMENT), Qt.MouseButton.LeftButton)
        assert workspace.document.answers[first].agreement == Agreement.DISAGREEMENT
        assert "Une position" in texts(card)
        workspace.do(gestures.edit_item(first, text="Notre phrase à nous"))
        assert "trame proposée" not in texts(card)
        assert workspace.document.items[first].step == step

    def test_the_first_points_are_there_at_once_the_others_follow(
        self, workspace: Workspace, panel: StepPanel, qtbot: QtBot
    ) -> None:
        step = go(workspace, "principles")
        moment = panel.moment
        assert isinstance(moment, ItemsMoment)
        points = tuple(item.id for item in ordered(workspace.document.items) if item.step == step)
        assert moment.cards.ids == points[:2] != points
        workspace.do(gestures.delete_item(points[0]))
        assert moment.cards.ids == points[1:3]
        qtbot.waitUntil(lambda: moment.cards.ids == points[1:])
        workspace.undo()
        assert moment.cards.ids == points

    def test_the_outline_is_told_from_the_charter_until_it_is_rewritten(
        self, workspace: Workspace, panel: StepPanel
    ) -> None:
        step = go(workspace, "principles")
        assert panel.moment is not None
        assert "ce n’est pas le texte de la Charte" in texts(panel.moment)
        for item in ordered(workspace.document.items):
            if item.step == step:
                workspace.do(gestures.edit_item(item.id, text=f"Nos mots : {item.rank}"))
        assert "Charte" not in texts(panel.moment)

    def test_points_are_added_moved_and_deleted(
        self, workspace: Workspace, panel: StepPanel, qtbot: QtBot
    ) -> None:
        step = go(workspace, "principles")
        moment = panel.moment
        assert isinstance(moment, ItemsMoment)
        before = tuple(item.id for item in ordered(workspace.document.items) if item.step == step)
        qtbot.waitUntil(lambda: moment.cards.ids == before)
        moment.line.setFocus()
        write("Se dire les choses")
        press(Qt.Key.Key_Return)
        added = moment.cards.ids[-1]
        assert workspace.document.items[added].text == "Se dire les choses"
        assert not workspace.document.items[added].proposed
        card = moment.cards.row(added)
        assert isinstance(card, ItemCard)
        card.agreement.setFocus()
        press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert moment.cards.ids == (*before[:-1], added, before[-1])
        workspace.do(gestures.delete_item(added))
        assert moment.cards.ids == before
        assert workspace.document.items[before[0]].step == step

    def test_practices_stand_beside_the_means(self, workspace: Workspace, panel: StepPanel) -> None:
        go(workspace, "principles")
        assert not panel.findChildren(Practices)
        go(workspace, "means")
        assert panel.moment is not None
        (practices,) = panel.moment.findChildren(Practices)
        practices.unfold()
        practices.lines[Pillar.ALLIANCES].setFocus()
        write("Un café par mois")
        press(Qt.Key.Key_Return)
        (practice,) = workspace.document.practices.values()
        assert (practice.pillar, practice.text) == (Pillar.ALLIANCES, "Un café par mois")
        assert practices.lists[Pillar.ALLIANCES].ids == (practice.id,)


class TestCommitments:
    @pytest.mark.qt_log_ignore("This plugin does not support")
    def test_who_is_found_as_one_types(self, workspace: Workspace, panel: StepPanel) -> None:
        from facilitator.ui.fields import NamesField

        go(workspace, "commitments")
        moment = panel.moment
        assert isinstance(moment, CommitmentsMoment)
        moment.line.setFocus()
        write("Ouvrir la serre")
        press(Qt.Key.Key_Return)
        (id_,) = moment.cards.ids
        who = moment.cards.row(id_).findChildren(NamesField)[0]
        said: list[str] = []
        workspace.said.connect(lambda sentence, _error: said.append(sentence))
        who.setFocus()
        for text in ("radio", "riv"):
            write(text, who.control())
            QTest.keyClick(who.control(), Qt.Key.Key_Return)
        assert workspace.document.commitments[id_].actors == ("radio", "town")
        write("personne", who.control())
        QTest.keyClick(who.control(), Qt.Key.Key_Return)
        assert "personne" in said[-1]
        who.control().clear()  # type: ignore[attr-defined]  # a line
        QTest.keyClick(who.control(), Qt.Key.Key_Backspace)
        assert workspace.document.commitments[id_].actors == ("radio",)
        for text, held in (("Ville", ("radio",)), (" de Rivemont", ("radio", "town"))):
            who.setFocus()
            write(text, who.control())
            popup = QApplication.activePopupWidget()
            assert popup is not None
            QTest.keyClick(popup, Qt.Key.Key_Tab)
            panel.words.setFocus()
            assert workspace.document.commitments[id_].actors == held, "a whole name needs no Enter"


def test_a_journey_without_steps_says_so(workspace: Workspace, panel: StepPanel) -> None:
    for step in list(workspace.document.steps):
        workspace.do(gestures.delete_step(step))
    assert panel.moment is None
    assert "aucune étape" in texts(panel)
    workspace.undo()
    assert panel.moment is not None


def test_nothing_is_left_in_english(workspace: Workspace, panel: StepPanel) -> None:
    from tests.ui.texts import english_left

    for step in ordered(workspace.document.steps):
        workspace.show_step(step.id)
        assert not english_left(panel)
