"""Writing the minutes: what is chosen is kept, seen in the pages, and looked at before it leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator import words
from facilitator.minutes.document import pdf
from facilitator.model import gestures
from facilitator.model.document import Actor, Document
from facilitator.model.gestures.core import Gesture
from facilitator.model.sections import SECTIONS, arranged, printed
from facilitator.ui import look
from facilitator.ui.minutes_dialog import MinutesDialog
from facilitator.ui.outgoing import MailDialog
from facilitator.ui.panels.sentence import Sentence
from facilitator.ui.sheet.logo import LogoField
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.hands import answer

SLOW = 60_000
"""Milliseconds a busy machine may take to start a process and set the pages."""
LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def small(small: Document) -> Document:
    """One actor is confidential, and a facilitator's name is said in the lead."""
    workshop = replace(small.workshop, facilitators="Anaïs Lefèvre", lead="Merci à Anaïs pour tout.")
    radio = replace(small.actors["radio"], confidential=True)
    return replace(small, workshop=workshop, actors={**small.actors, "radio": radio})


@pytest.fixture
def dialog(window: Window) -> MinutesDialog:
    opened = window.write_minutes()
    assert isinstance(opened, MinutesDialog)
    return opened


def set_again(dialog: MinutesDialog, qtbot: QtBot) -> list[str]:
    """The texts of the pages, once they are what was asked for."""
    qtbot.waitUntil(lambda: bool(dialog.pages.sizes) and not dialog.pages.late, timeout=SLOW)
    pdf = dialog.pages._pdf
    assert isinstance(pdf, pypdfium2.PdfDocument)
    return [page.get_textpage().get_text_range() for page in pdf]


def test_sections_are_left_out_and_moved_with_the_keys_each_a_step_of_undo(
    window: Window, dialog: MinutesDialog
) -> None:
    sections = dialog.sections
    assert sections.keys == SECTIONS
    sections.setFocus()
    sections.setCurrentRow(1)
    QTest.keyClick(sections, Qt.Key.Key_Space)
    assert "map" not in printed(window.workspace.document.workshop)
    assert sections.currentRow() == 1
    QTest.keyClick(sections, Qt.Key.Key_Down, ALT)
    QTest.keyClick(sections, Qt.Key.Key_Down, ALT)
    assert arranged(window.workspace.document.workshop)[:4] == ("summary", "change", "reading", "map")
    assert sections.currentRow() == 3
    QTest.keyClick(sections, Qt.Key.Key_Up, ALT)
    assert sections.keys[:4] == ("summary", "change", "map", "reading")
    QTest.keyClick(sections, Qt.Key.Key_Space)
    assert "map" in printed(window.workspace.document.workshop)
    for _each in range(5):
        window.workspace.undo()
    assert sections.keys == SECTIONS
    assert window.workspace.document.workshop.minutes_without == ()


def test_the_section_the_keys_are_on_stays_in_sight(dialog: MinutesDialog, qtbot: QtBot) -> None:
    dialog.resize(dialog.width(), 560)
    sections, seen = dialog.sections, dialog.choices.viewport()

    def in_sight(row: int) -> bool:
        middle = sections.viewport().mapTo(seen, sections.visualItemRect(sections.item(row)).center())
        return seen.rect().contains(middle)

    sections.setFocus(Qt.FocusReason.TabFocusReason)
    assert sections.selectedItems() == [sections.item(0)], "one sees where one is"
    QTest.keyClick(sections, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: in_sight(sections.count() - 1))
    assert not in_sight(0), "not all of it is seen at once"
    for _each in SECTIONS[1:]:
        QTest.keyClick(sections, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: in_sight(0))
    assert sections.keys[0] == SECTIONS[-1]


def test_the_first_one_goes_no_higher(window: Window, dialog: MinutesDialog) -> None:
    before = window.workspace.document
    dialog.sections.setCurrentRow(0)
    QTest.keyClick(dialog.sections, Qt.Key.Key_Up, ALT)
    assert window.workspace.document is before


def test_a_click_on_its_box_leaves_a_section_out(window: Window, dialog: MinutesDialog) -> None:
    sections = dialog.sections
    area = sections.visualItemRect(sections.item(2))
    QTest.mouseClick(sections.viewport(), LEFT, pos=QPoint(area.left() + 12, area.center().y()))
    assert window.workspace.document.workshop.minutes_without == ("change",)


def test_what_is_chosen_is_written_and_is_there_again_the_next_time(
    window: Window, dialog: MinutesDialog, tmp_path: Path
) -> None:
    window.workspace.do(gestures.edit_workshop(minutes_without=("links", "of-another-version")))
    dialog._choose(tmp_path / "sans.pdf")
    assert dialog.write()
    text = " ".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "sans.pdf")
    )
    assert "La carte en mots : les acteurs" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "La carte en mots : les liens" not in text.replace("\N{NO-BREAK SPACE}", " ")
    dialog.close()
    again = window.write_minutes()
    assert isinstance(again, MinutesDialog)
    item = again.sections.item(again.sections.keys.index("links"))
    assert item.checkState() is Qt.CheckState.Unchecked


def test_the_pages_follow_what_is_chosen(dialog: MinutesDialog, qtbot: QtBot) -> None:
    assert "Édition des participants" in set_again(dialog, qtbot)[0]
    QTest.mouseClick(dialog.public, LEFT, pos=QPoint(8, dialog.public.height() // 2))
    assert dialog.pages.late
    assert "Édition publique" in set_again(dialog, qtbot)[0]
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    assert "Public edition" in set_again(dialog, qtbot)[0]


def test_one_goes_from_page_to_page_and_comes_closer(dialog: MinutesDialog, qtbot: QtBot) -> None:
    set_again(dialog, qtbot)
    preview = dialog.preview
    count = len(dialog.pages.sizes)
    assert preview.place.text() == f"Page 1 sur {count}"
    second = preview.strip.page_area(1).center().toPoint()
    QTest.mouseClick(preview.strip, LEFT, pos=second)
    assert preview.place.text() == f"Page 2 sur {count}"
    assert preview.strip.number == 1
    QTest.keyClick(preview.strip, Qt.Key.Key_Up)
    assert preview.place.text() == f"Page 1 sur {count}"
    wide = preview.paper.page_area(0).width()
    QTest.mouseClick(preview.closer, LEFT)
    assert preview.paper.page_area(0).width() == pytest.approx(1.25 * wide, abs=2)
    assert preview.zoom.text().startswith("125")
    for _each in range(3):
        QTest.mouseClick(preview.closer, LEFT)
    left = preview.paper.page_area(0).left()
    QTest.keyClick(preview.paper, Qt.Key.Key_Right)
    assert preview.paper.page_area(0).left() < left
    QTest.keyClick(preview.paper, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.paper.zoom == 1.0
    assert not preview.farther.isEnabled()


def test_pages_larger_than_the_room_follow_the_hand(dialog: MinutesDialog, qtbot: QtBot) -> None:
    set_again(dialog, qtbot)
    paper = dialog.preview.paper
    for _each in range(4):
        QTest.keyClick(paper, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    before = paper.page_area(0).topLeft()
    middle = paper.rect().center()
    QTest.mousePress(paper, LEFT, pos=middle)
    QTest.mouseMove(paper, middle - QPoint(20, 30))
    QTest.mouseRelease(paper, LEFT, pos=middle - QPoint(20, 30))
    moved = before - paper.page_area(0).topLeft()
    assert (moved.x(), moved.y()) == pytest.approx((20, 30), abs=2)


def lines(dialog: MinutesDialog) -> dict[str, Sentence]:
    held = dialog.checks.lines
    found = {}
    for id_ in held.ids:
        row = held.row(id_)
        assert isinstance(row, Sentence)
        found[row.said] = row
    return found


def test_what_would_tell_who_somebody_is_is_looked_at_before(window: Window, dialog: MinutesDialog) -> None:
    (confidential,) = lines(dialog)
    assert "Radio Val d’Œuvre" in confidential
    dialog.public.click()
    (name,) = lines(dialog)
    assert "Merci à Anaïs pour tout." in name
    assert "1 élément marqué confidentiel est laissé de côté." in dialog.checks.told.text()
    window.workspace.do(gestures.edit_workshop(lead="Merci pour tout."))
    assert not lines(dialog)
    assert dialog.checks.told.text().startswith("Rien qui dirait")


def test_a_line_leads_where_it_is_settled(window: Window, dialog: MinutesDialog) -> None:
    (line,) = lines(dialog).values()
    QTest.mouseClick(line, LEFT)
    assert not dialog.isVisible()
    assert window.workspace.selection == {("actors", "radio")}
    again = window.write_minutes()
    assert isinstance(again, MinutesDialog)
    again.public.click()
    (line,) = lines(again).values()
    QTest.mouseClick(line, LEFT)
    assert window._sheet is not None
    assert window._sheet.isVisible()


def test_a_logo_is_chosen_reduced_and_taken_away(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    image = QImage(3000, 600, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    image.setText("Author", "Anaïs Lefèvre")
    path = tmp_path / "logo.png"
    assert image.save(str(path))
    sheet = window.show_sheet()
    field = sheet.findChild(LogoField)
    assert isinstance(field, LogoField)
    assert field.remove.isHidden()
    field.ask()
    answer(window, path, qtbot)
    workspace = window.workspace
    held = workspace.document.images[workspace.document.workshop.logo]
    assert (held.width, held.height) == (1200, 240)
    assert "Anaïs".encode() not in held.data
    assert not field.remove.isHidden()
    QTest.mouseClick(field.remove, Qt.MouseButton.LeftButton)
    assert workspace.document.workshop.logo == ""
    assert sheet.focusWidget() is field.choose
    assert held.id not in workspace.document.images
    (tmp_path / "texte.png").write_bytes(b"no picture")
    assert not field.bring(tmp_path / "texte.png")


def test_what_is_written_is_what_is_seen(dialog: MinutesDialog, tmp_path: Path, qtbot: QtBot) -> None:
    set_again(dialog, qtbot)
    dialog._choose(tmp_path / "vu.pdf")
    assert dialog.write()
    assert (tmp_path / "vu.pdf").read_bytes() == dialog.pages.data
    held = dialog._workspace
    assert dialog.pages.data == pdf(held.document, moments=held.journal.printed_moments())


def crowd(document: Document) -> Document:
    """The same with enough actors for its minutes to take a while."""
    more = {f"m{n}": Actor(f"m{n}", f"Structure n° {n}", "association", rank=n + 9) for n in range(410)}
    return replace(document, actors={**document.actors, **more})


@pytest.mark.parametrize("gives_up", [False, True])
def test_long_minutes_are_awaited_and_can_be_given_up(
    dialog: MinutesDialog, tmp_path: Path, qtbot: QtBot, gives_up: bool
) -> None:
    workspace = dialog._workspace
    assert workspace.do(Gesture("actor.add", crowd))
    out = tmp_path / "long.pdf"
    dialog._choose(out)
    dialog.go.click()
    assert not dialog.go.isEnabled()
    assert dialog.result_text.text().startswith("Mise en page")
    assert dialog.focusWidget() is dialog.cancel
    if gives_up:
        QTest.keyClick(dialog.cancel, Qt.Key.Key_Space)
        assert dialog.focusWidget() is dialog.go
        set_again(dialog, qtbot)
        assert not out.exists()
        assert dialog.result_box.isHidden()
    else:
        qtbot.waitUntil(out.exists, timeout=SLOW)
        assert "Structure n° 409" in " ".join(set_again(dialog, qtbot)).replace("\N{NO-BREAK SPACE}", " ")
        assert str(out) in dialog.result_text.text()
        assert dialog.focusWidget() is dialog.open_file
    assert dialog.go.isEnabled()
    assert dialog.cancel.isHidden()


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_small_laptop_holds_it_in_the_largest_letters(
    workspace: Workspace, qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    words.use(language)
    look.dress(qapp, scale=2.0)
    try:
        for kind in (MinutesDialog, MailDialog):
            opened = kind(workspace)
            qtbot.addWidget(opened)
            opened.show()
            if isinstance(opened, MinutesDialog):
                set_again(opened, qtbot)
                opened.pages.choose("public", language)
                assert opened.pages.late, "what is said meanwhile takes room too"
                assert opened.participants.sizeHint().width() <= opened.choices.minimumWidth() - look.px(17)
            assert opened.minimumSizeHint().width() <= 1366 - 4
            assert opened.minimumSizeHint().height() <= 768 - 60
            opened.close()
    finally:
        words.use("fr")
        look.dress(qapp)


def test_tab_goes_around_all_of_it_and_each_stop_says_what_it_is(dialog: MinutesDialog, qtbot: QtBot) -> None:
    set_again(dialog, qtbot)
    dialog.participants.setFocus()
    around: list[QWidget | None] = []
    for _each in range(40):
        around.append(dialog.focusWidget())
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        if dialog.focusWidget() is dialog.participants:
            break
    assert dialog.focusWidget() is dialog.participants
    assert {dialog.language, dialog.sections, dialog.go, dialog.preview.strip, dialog.preview.paper} <= {
        *around
    }
    assert all(isinstance(one, QAbstractButton) or (one and one.accessibleName()) for one in around)
    assert "note privée" in dialog.participants.accessibleDescription(), "what an edition is, is told too"


def test_small_pages_say_nothing_that_would_be_cut_while_they_are_set(
    dialog: MinutesDialog, qtbot: QtBot
) -> None:
    strip = dialog.preview.strip
    if not dialog.pages.sizes:
        image = strip.grab().toImage()
        assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) == 1
    assert strip._meanwhile() == ""
    assert dialog.preview.paper._meanwhile() == "Mise en page du compte-rendu…"
