"""The poster and the cards for the tables, made by the real process, written where one says."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.minutes.poster.sheet import MM
from facilitator.model import gestures
from facilitator.ui.outgoing import PosterDialog, TablesDialog
from facilitator.ui.outgoing.printing import Printing
from facilitator.ui.window import Window
from tests.ui.hands import answer, enter, press
from tests.ui.outgoing.conftest import Opened
from tests.ui.rereading.test_rereading import SLOW
from tests.ui.texts import english_left, plain, texts


def made(dialog: Printing, qtbot: QtBot) -> None:
    """Waits for the pages of the moment."""
    qtbot.waitUntil(lambda: not dialog._setter.busy and dialog.preview.sheet.count > 0, timeout=SLOW)


@pytest.fixture
def poster(window: Window, qtbot: QtBot) -> PosterDialog:
    window.ask("poster")
    (dialog,) = window.findChildren(PosterDialog)
    made(dialog, qtbot)
    return dialog


@pytest.fixture
def tables(window: Window, qtbot: QtBot) -> TablesDialog:
    window.ask("tables")
    (dialog,) = window.findChildren(TablesDialog)
    made(dialog, qtbot)
    return dialog


def test_a_poster_is_written_in_one_key_and_opened_in_another(
    poster: PosterDialog, session: Path, opened: Opened, qtbot: QtBot
) -> None:
    assert "se lisent jusqu’à" in texts(poster)
    assert poster.go.hasFocus()
    enter()
    written = session.with_name("Nourrir Rivemont - affiche - A2.pdf")
    (page,) = pypdf.PdfReader(written).pages
    assert sorted(map(float, page.mediabox[2:])) == pytest.approx([420 * MM, 594 * MM], abs=0.01)
    assert str(written) in poster.outcome.text.text()
    assert poster.path.name == "Nourrir Rivemont - affiche - A2 (2).pdf", "never over what is there"
    assert opened.files == []
    press(Qt.Key.Key_Space)
    assert opened.files == [written]


def test_sheets_are_chosen_with_the_keys_and_turned_in_the_preview(
    poster: PosterDialog, session: Path, qtbot: QtBot
) -> None:
    poster.size_.setFocus()
    QTest.keyClick(poster.size_, Qt.Key.Key_Up)
    poster.tiles.setFocus()
    QTest.keyClick(poster.tiles, Qt.Key.Key_Down)
    assert poster.path.name == "Nourrir Rivemont - affiche - A3 - A4.pdf"
    qtbot.waitUntil(lambda: poster.preview.sheet.count > 1, timeout=SLOW)
    sheet = poster.preview.sheet
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    assert poster.preview.place.text() == f"Page 2 sur {sheet.count}"
    QTest.mouseClick(poster.preview.before, Qt.MouseButton.LeftButton)
    assert sheet.page == 0
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    assert sheet.page == 0, "there is nothing before the first"


def test_the_name_of_a_file_tells_no_more_than_its_edition(window: Window, poster: PosterDialog) -> None:
    workspace = window.workspace
    actor = next(row for row in workspace.document.actors.values() if len(row.name.split()) > 1)
    workspace.do(gestures.edit_actor(actor.id, confidential=True))
    workspace.do(gestures.edit_workshop(title=f"Avec {actor.name}"))
    assert poster.path.name == f"Avec {actor.name} - affiche - A2.pdf"
    poster.edition.setCurrentIndex(1)
    assert poster.path.name == "Avec … - affiche - A2 - public.pdf"


def test_what_is_asked_for_before_it_is_made_is_written_once_it_is(
    poster: PosterDialog, session: Path, qtbot: QtBot
) -> None:
    poster.edition.setFocus()
    QTest.keyClick(poster.edition, Qt.Key.Key_Down)
    QTest.mouseClick(poster.go, Qt.MouseButton.LeftButton)
    written = session.with_name("Nourrir Rivemont - affiche - A2 - public.pdf")
    assert not written.exists()
    qtbot.waitUntil(written.exists, timeout=SLOW)
    assert "Édition publique" in pypdf.PdfReader(written).pages[0].extract_text()


def test_cancel_leaves_everything_as_before(poster: PosterDialog, session: Path, qtbot: QtBot) -> None:
    before = sorted(session.parent.iterdir())
    poster.choose(now=True)
    poster.write()
    poster.waiting.show()
    QTest.mouseClick(poster.waiting.cancel, Qt.MouseButton.LeftButton)
    assert not poster._setter.busy
    assert not poster.waiting.isVisible()
    assert sorted(session.parent.iterdir()) == before
    poster.write()
    qtbot.waitUntil(lambda: sorted(session.parent.iterdir()) != before, timeout=SLOW)


def test_one_says_where(poster: PosterDialog, tmp_path: Path, qtbot: QtBot) -> None:
    QTest.mouseClick(poster.elsewhere, Qt.MouseButton.LeftButton)
    answer(poster, tmp_path / "au mur.pdf", qtbot)
    QTest.mouseClick(poster.go, Qt.MouseButton.LeftButton)
    assert (tmp_path / "au mur.pdf").read_bytes().startswith(b"%PDF")


def test_a_place_that_cannot_be_written_is_one_sentence(poster: PosterDialog) -> None:
    poster._choose_where(Path("/nowhere/at/all.pdf"))
    poster.write()
    assert "/nowhere/at" in poster.outcome.text.text()
    assert not poster.outcome.open_file.isVisible()


def test_a_process_that_ends_is_said_and_nothing_is_written(
    poster: PosterDialog, session: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    before = sorted(session.parent.iterdir())
    poster._setter.stop()
    monkeypatch.setattr(paths, "program", lambda: ([str(session.parent / "nothing")], session.parent))
    poster.choose(now=True)
    poster.write()
    qtbot.waitUntil(lambda: "n’ont pas pu" in poster.outcome.text.text(), timeout=SLOW)
    assert sorted(session.parent.iterdir()) == before


def test_an_empty_map_says_why_there_is_no_poster(window: Window) -> None:
    window.workspace.do(gestures.delete(["town", "grocer"], ["funds"]))
    window.ask("poster")
    (dialog,) = window.findChildren(PosterDialog)
    assert "rien à imprimer" in plain(dialog.note.text())
    assert not dialog.go.isEnabled()
    dialog.close()


def test_blank_cards_come_first_and_the_rest_when_asked(
    tables: TablesDialog, session: Path, qtbot: QtBot
) -> None:
    assert tables.preview.sheet.count == 1
    for kind in ("cards", "blank_links", "links"):
        tables.kinds[kind].setFocus()
        QTest.keyClick(tables.kinds[kind], Qt.Key.Key_Space)
    tables.sheets.setFocus()
    QTest.keyClick(tables.sheets, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: tables.preview.sheet.count == 6, timeout=SLOW)
    QTest.mouseClick(tables.go, Qt.MouseButton.LeftButton)
    written = pypdf.PdfReader(session.with_name("Nourrir Rivemont - cartes.pdf"))
    text = "".join(page.extract_text() for page in written.pages)
    assert "Radio Val d’Œuvre" in text, "actors who wait to be placed have a card too"


def test_nothing_chosen_says_so(tables: TablesDialog) -> None:
    QTest.keyClick(tables.kinds["blank_cards"], Qt.Key.Key_Space)
    assert tables.note.text() == "Choisissez ce qui s’imprime."
    assert not tables.go.isEnabled()
    assert tables.preview.sheet.count == 0


def test_both_are_french(poster: PosterDialog, window: Window, qtbot: QtBot) -> None:
    assert english_left(poster) == set()
    poster.close()
    window.ask("tables")
    (tables,) = window.findChildren(TablesDialog)
    made(tables, qtbot)
    assert english_left(tables) == set()
