"""The card of an actor, filled in as the room speaks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.model import gestures
from facilitator.model.document import Contribution, ordered
from facilitator.model.vocabulary import Pillar, Side
from facilitator.ui import look
from facilitator.ui.panels import Inspector
from facilitator.ui.panels.actor import ActorPanel
from facilitator.ui.panels.contributions import ContributionRow, Contributions
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.hands import CTRL, at_hand, press, write
from tests.ui.seen import laid_out


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> ActorPanel:
    """The card of the town."""
    workspace.select([("actors", "town")])
    panel = ActorPanel(workspace)
    qtbot.addWidget(panel)
    panel.resize(320, 900)
    panel.show()
    at_hand(panel, qtbot)
    return panel


def side(panel: ActorPanel, wanted: Side) -> Contributions:
    return panel.findChildren(Contributions)[0 if wanted == Side.OFFER else 1]


def rename(panel: ActorPanel) -> None:
    """Clicks in the name, and selects all of it."""
    (name,) = [box for box in panel.findChildren(QPlainTextEdit) if box.accessibleName() == "Nom"]
    QTest.mouseClick(name.viewport(), Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_A, CTRL)


def told(workspace: Workspace) -> list[tuple[str, Pillar, Side]]:
    return [(c.text, c.pillar, c.side) for c in ordered(workspace.document.contributions)]


def test_contributions_are_typed_one_after_the_other(workspace: Workspace, panel: ActorPanel) -> None:
    side(panel, Side.OFFER).lines[Pillar.HUMAN].setFocus()
    for text in ("Deux agents", "Une élue"):
        write(text)
        press(Qt.Key.Key_Return)
    side(panel, Side.NEED).lines[Pillar.ALLIANCES].setFocus()
    write("Des pairs")
    press(Qt.Key.Key_Tab)
    assert told(workspace) == [
        ("Deux agents", Pillar.HUMAN, Side.OFFER),
        ("Une élue", Pillar.HUMAN, Side.OFFER),
        ("Des pairs", Pillar.ALLIANCES, Side.NEED),
    ]
    assert len(side(panel, Side.OFFER).lists[Pillar.HUMAN].ids) == 2


def test_ctrl_z_in_the_empty_line_takes_the_last_one_back(workspace: Workspace, panel: ActorPanel) -> None:
    side(panel, Side.OFFER).lines[Pillar.HUMAN].setFocus()
    write("Deux agents")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told(workspace) == []


def test_what_the_actor_brings_comes_before_what_it_needs(panel: ActorPanel) -> None:
    offers, needs = side(panel, Side.OFFER), side(panel, Side.NEED)
    assert offers.mapTo(panel.body, offers.rect().topLeft()).y() < needs.mapTo(panel.body, needs.pos()).y()


def test_a_contribution_is_moved_by_keys_specified_and_deleted(
    workspace: Workspace, panel: ActorPanel
) -> None:
    for n, text in enumerate(("a", "b", "c")):
        workspace.do(gestures.add_contribution(Contribution(f"c{n}", actor="town", text=text)))
    rows = side(panel, Side.OFFER).lists[Pillar.HUMAN]
    row = rows.row("c2")
    assert isinstance(row, ContributionRow)
    row.text.setFocus()
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert list(rows.ids) == ["c2", "c0", "c1"]
    assert [c.text for c in ordered(workspace.document.contributions)] == ["c", "a", "b"]
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert list(rows.ids) == ["c0", "c2", "c1"]
    workspace.do(gestures.edit_contribution("c2", sub_item="employees", confidential=True))
    assert [label.text() for label in row.findChildren(QLabel) if label.isVisible()] == [
        "Salariés · confidentiel"
    ]
    workspace.do(gestures.delete_contribution("c2"))
    assert list(rows.ids) == ["c0", "c1"]


def test_a_row_keeps_the_keyboard_while_others_come_and_go(workspace: Workspace, panel: ActorPanel) -> None:
    workspace.do(gestures.add_contribution(Contribution("mine", actor="town", text="Mon texte")))
    row = side(panel, Side.OFFER).lists[Pillar.HUMAN].row("mine")
    assert isinstance(row, ContributionRow)
    row.text.setFocus()
    press(Qt.Key.Key_End)
    write(" sui")
    workspace.do(gestures.add_contribution(Contribution("other", actor="town", text="Autre")))
    write("t")
    workspace.settle()
    assert workspace.document.contributions["mine"].text == "Mon texte suit"


def test_links_are_sentences_that_lead_to_them(workspace: Workspace, panel: ActorPanel) -> None:
    sentence = panel.findChildren(Sentence)
    shown = next(s for s in sentence if "finance" in s.said)
    assert shown.said == "Ville de Rivemont finance Épicerie sociale L’Étal"
    workspace.do(gestures.edit_actor("grocer", name="L’Étal"))
    assert shown.said == "Ville de Rivemont finance L’Étal"
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton)
    assert workspace.selection == {("links", "funds")}


def test_turning_to_another_actor_hands_over_what_is_typed(workspace: Workspace, panel: ActorPanel) -> None:
    rename(panel)
    write("Rivemont")
    workspace.select([("actors", "grocer")])
    assert workspace.document.actors["town"].name == "Rivemont"
    assert panel.actor is workspace.document.actors["grocer"]


def test_tab_goes_down_the_card_as_it_is_seen(workspace: Workspace, panel: ActorPanel) -> None:
    workspace.do(gestures.add_contribution(Contribution("late", actor="town", text="Venue tard")))
    rename(panel)
    names = []
    for _ in range(9):
        press(Qt.Key.Key_Tab)
        focused = panel.window().focusWidget()
        assert focused is not None
        names.append(focused.accessibleName().replace("\N{NO-BREAK SPACE}", " "))
        assert panel.viewport().rect().contains(focused.mapTo(panel.viewport(), focused.rect().center()))
    assert names == [
        "Missions",
        "Champ d’intervention",
        "Ce qui se dit de cet acteur",
        "Choisir dans une liste",
        "Ce que l’acteur apporte",
        "Ce que l’acteur apporte",
        "Autres actions sur cette contribution",
        "Ajouter : richesses humaines…",
        "Ajouter : ressources financières…",
    ]
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    focused = panel.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName().endswith("richesses humaines…")


def test_folds_are_kept_with_the_session(workspace: Workspace, panel: ActorPanel, qtbot: QtBot) -> None:
    from facilitator.ui.panels.section import Section

    section = panel.findChildren(Section)[1]
    assert not section.folded
    QTest.mouseClick(section.head, Qt.MouseButton.LeftButton)
    again = ActorPanel(workspace)
    qtbot.addWidget(again)
    assert again.findChildren(Section)[1].folded
    assert workspace.journal.next_undo is None


class TestInspector:
    def test_it_shows_what_fits_the_selection(self, workspace: Workspace, qtbot: QtBot) -> None:
        inspector = Inspector(workspace)
        qtbot.addWidget(inspector)
        for pairs, wanted in (
            ([], inspector.step),
            ([("actors", "town")], inspector.actor),
            ([("links", "funds")], inspector.link),
            ([("actors", "town"), ("links", "funds")], inspector.several),
            ([("actors", "town"), ("actors", "radio")], inspector.several),
        ):
            workspace.select(pairs)
            assert inspector.currentWidget() is wanted

    def test_what_is_deleted_leaves_it(self, workspace: Workspace, qtbot: QtBot) -> None:
        inspector = Inspector(workspace)
        qtbot.addWidget(inspector)
        workspace.select([("actors", "town"), ("actors", "radio"), ("links", "funds")])
        QTest.mouseClick(inspector.several.delete, Qt.MouseButton.LeftButton)
        assert set(workspace.document.actors) == {"grocer"}
        assert not workspace.document.links
        assert inspector.currentWidget() is inspector.step
        workspace.undo()
        assert set(workspace.document.links) == {"funds"}

    def test_several_say_how_many(self, workspace: Workspace, qtbot: QtBot) -> None:
        inspector = Inspector(workspace)
        qtbot.addWidget(inspector)
        workspace.select([("actors", "town"), ("actors", "radio"), ("links", "funds")])
        titles = [label.text() for label in inspector.several.findChildren(QLabel)]
        assert "3 éléments sélectionnés" in titles
        workspace.speak("en")
        titles = [label.text() for label in inspector.several.findChildren(QLabel)]
        assert "3 selected" in titles


class TestLink:
    def test_both_ends_are_swapped(self, workspace: Workspace, qtbot: QtBot) -> None:
        inspector = Inspector(workspace)
        qtbot.addWidget(inspector)
        workspace.select([("links", "funds")])
        QTest.mouseClick(inspector.link.swap, Qt.MouseButton.LeftButton)
        link = workspace.document.links["funds"]
        assert (link.source, link.target) == ("grocer", "town")
        assert any(
            s.said == "Épicerie sociale L’Étal finance Ville de Rivemont"
            for s in inspector.link.findChildren(Sentence)
        )

    def test_it_is_deleted_from_its_panel(self, workspace: Workspace, qtbot: QtBot) -> None:
        inspector = Inspector(workspace)
        qtbot.addWidget(inspector)
        workspace.select([("links", "funds")])
        QTest.mouseClick(inspector.link.delete, Qt.MouseButton.LeftButton)
        assert not workspace.document.links
        assert inspector.currentWidget() is inspector.step


def test_what_is_said_of_an_actor_is_typed_as_it_comes(workspace: Workspace, panel: ActorPanel) -> None:
    workspace.select([("actors", "grocer")])
    panel.said.take_keyboard()
    write("- bénévoles : trois le samedi")
    press(Qt.Key.Key_Return)
    (row,) = workspace.document.contributions.values()
    assert (row.actor, row.side, row.sub_item, row.text) == (
        "grocer",
        Side.NEED,
        "volunteers",
        "trois le samedi",
    )
    press(Qt.Key.Key_Return)
    assert panel.said.line.hasFocus(), "nothing typed, nothing done"
    write("+ un camion")
    workspace.select([("actors", "town")])
    assert [c.actor for c in ordered(workspace.document.contributions)] == ["grocer", "grocer"]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_type_and_presence_are_whole_in_large_letters(
    qapp: QApplication, panel: ActorPanel, scale: float
) -> None:
    panel.resize(271, 700)
    look.dress(qapp, scale=scale)
    laid_out()
    for name in ("Catégorie", "Présence"):
        (shown,) = [one for one in panel.findChildren(QComboBox) if one.accessibleName() == name]
        icon = 0 if shown.itemIcon(shown.currentIndex()).isNull() else shown.iconSize().width() + 6
        taken = icon + look.px(18) + 2 * look.px(4) + 2
        assert shown.width() - taken >= shown.fontMetrics().horizontalAdvance(shown.currentText())
    look.dress(qapp)


def test_once_a_category_is_chosen_letters_are_keys_of_the_map(window: Window) -> None:
    """Qt would choose another one by its first letter: A, to name actors, made an association of a town."""
    window.workspace.select([("actors", "town")])
    shown = [box for box in window.inspector.findChildren(QComboBox) if box.isVisible()]
    (category,) = [box for box in shown if box.accessibleName() == "Catégorie"]
    category.setFocus()
    press(Qt.Key.Key_Up)
    assert window.workspace.document.actors["town"].category == "state"
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_F)
    assert window.workspace.lens.focus == {"town"}
    press(Qt.Key.Key_A)
    assert window.canvas.entry.isVisible()
    write("Fondation du Val")
    assert window.workspace.document.actors["town"].category == "state"


def test_a_name_that_is_there_already_is_told_as_one_types_and_undone(
    workspace: Workspace, panel: ActorPanel
) -> None:
    def hints() -> list[str]:
        return [one.text() for one in panel.findChildren(QLabel) if "déjà" in one.text() and one.isVisible()]

    rename(panel)
    write("La radio val d’œuvr")
    assert hints() == []
    write("e")
    assert hints() == ["«\u00a0Radio Val d’Œuvre\u00a0» est déjà dans la séance."]
    press(Qt.Key.Key_Return)
    assert workspace.document.actors["town"].name == "La radio val d’œuvre"
    press(Qt.Key.Key_Z, CTRL)
    assert workspace.document.actors["town"].name == "Ville de Rivemont"
    assert hints() == []
    write("Radio Val d’Œuvre")
    workspace.select([("actors", "grocer")])
    assert hints() == []
