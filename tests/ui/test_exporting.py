"""Exporting: a format, for whom, where; what it would let out is said, and what was there stays till all is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionSpinBox
from pytestqt.qtbot import QtBot

from facilitator import words
from facilitator.exchange import outgoing, reading, samples
from facilitator.model.document import Participant, with_rows
from facilitator.model.edition import WHOLE
from facilitator.model.gestures import Gesture
from facilitator.ui import asking, at_length, look, map_png
from facilitator.ui.export_dialog import EDITIONS, FORMATS, ExportDialog
from facilitator.ui.window import Window
from tests.ui.hands import answer, inside
from tests.ui.texts import english_left, plain, texts

SAMPLE = samples.document("nourrir-rivemont")


@pytest.fixture
def dialog(window: Window) -> ExportDialog:
    """The dialog over the sample; it goes with its window."""
    whole_sample = replace(SAMPLE, workshop=replace(SAMPLE.workshop, id="workshop"))
    window.workspace.do(Gesture("import.session", lambda _document: whole_sample, ("workshop",)))
    found = window.export()
    assert isinstance(found, ExportDialog)
    return found


def choose(dialog: ExportDialog, extension: str) -> None:
    dialog.format.setCurrentIndex(list(FORMATS).index(extension))


def click(dialog: ExportDialog) -> None:
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)


def listed(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_enter_exports_beside_the_session(dialog: ExportDialog, window: Window) -> None:
    kept = window.workspace.path
    assert dialog.path == kept.with_suffix(".xlsx")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert len(reading.read(kept.with_suffix(".xlsx"))) == 6
    assert kept.with_suffix(".xlsx").name in dialog.result_text.text()
    assert dialog.open_folder.isVisible()
    assert dialog.path.name == f"{kept.stem} (2).xlsx", "the next one goes over nothing"


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_format_for_everyone(
    dialog: ExportDialog, window: Window, extension: str, edition: str
) -> None:
    choose(dialog, extension)
    dialog.editions[edition].click()
    dialog.width_asked.setValue(400)
    before = listed(window.workspace.path.parent)
    click(dialog)
    assert dialog.result_box.property("role") == "notice", dialog.result_text.text()
    written = listed(window.workspace.path.parent) - before
    assert len(written) == (3 if extension == ".csv" else 1)
    if extension == ".png":
        with Image.open(window.workspace.path.parent / written.pop()) as picture:
            assert picture.width == 400
    elif extension == ".json":
        text = (window.workspace.path.parent / written.pop()).read_text("utf-8")
        assert ("participant1@" in text) == (edition == WHOLE)


@pytest.mark.parametrize("key", ["screen", "screen_dark"])
def test_a_number_has_arrows_for_the_mouse_large_enough_and_seen(
    dialog: ExportDialog, qapp: QApplication, key: str
) -> None:
    look.dress(qapp, key=key)
    choose(dialog, ".png")
    field, option = dialog.width_asked, QStyleOptionSpinBox()
    field.initStyleOption(option)
    shown = field.grab().toImage()
    line = field.findChild(QLineEdit)
    assert line is not None
    for arrow, by in ((QStyle.SubControl.SC_SpinBoxUp, 500), (QStyle.SubControl.SC_SpinBoxDown, -500)):
        spot = field.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, arrow, field)
        assert field.rect().contains(spot)
        assert min(spot.width(), spot.height()) >= 24
        assert not spot.intersects(line.geometry().adjusted(0, 0, -line.textMargins().right(), 0))
        inside = shown.copy(spot.adjusted(2, 2, -2, -2))
        assert len({inside.pixel(x, y) for x in range(inside.width()) for y in range(inside.height())}) > 2
        before = field.value()
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=spot.center())
        assert field.value() == before + by
    look.dress(qapp)


@pytest.mark.parametrize("extension", [".csv", ".xlsx", ".graphml", ".svg", ".png"])
def test_what_is_written_speaks_the_language_of_the_session_whatever_that_of_the_window(
    dialog: ExportDialog, window: Window, extension: str
) -> None:
    choose(dialog, extension)
    click(dialog)
    folder = window.workspace.path.parent
    french = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == extension}
    for name in french:
        (folder / name).unlink()
    words.use("en")
    window.workspace.language_changed.emit()
    click(dialog)
    assert french
    assert french == {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix == extension}
    assert "Exported" in dialog.result_text.text()


def test_what_it_would_hold_is_said(dialog: ExportDialog) -> None:
    choose(dialog, ".json")
    dialog.editions[WHOLE].click()
    assert plain(dialog.remains.text()).startswith("6 personnes nommées · 6 adresses électroniques · ")
    assert "2 liens en tension" in plain(dialog.remains.text())
    assert dialog.remains.property("role") == "error"
    dialog.editions["participants"].click()
    assert plain(dialog.remains.text()).startswith("3 personnes nommées · ")
    assert "électronique" not in dialog.remains.text()
    dialog.editions["public"].click()
    choose(dialog, ".svg")
    assert dialog.remains.text().startswith("Aucun nom de personne")
    assert not dialog.width_asked.isVisible()
    choose(dialog, ".png")
    assert dialog.width_asked.isVisible()


def test_its_words_are_french_in_every_choice(dialog: ExportDialog) -> None:
    for extension in FORMATS:
        choose(dialog, extension)
        assert english_left(dialog) == set()
    assert "Exporter la séance" in texts(dialog)


def test_elsewhere_says_the_format_too(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "ailleurs"
    folder.mkdir()
    QTest.mouseClick(dialog.elsewhere, Qt.MouseButton.LeftButton)
    answer(dialog, folder / "carte.graphml", qtbot)
    assert dialog.extension == ".graphml"
    assert dialog.path == folder / "carte.graphml"
    dialog._choose(folder / "sans")
    assert dialog.path == folder / "sans.graphml"
    choose(dialog, ".svg")
    assert dialog.path.parent == tmp_path, "beside the session again"


def test_what_cannot_be_written_is_said_and_changes_nothing(
    dialog: ExportDialog, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog._choose(tmp_path / "nulle part" / "x.xlsx")
    click(dialog)
    assert dialog.result_box.property("role") == "error"
    assert "x.xlsx" in dialog.result_text.text()
    assert not dialog.open_folder.isVisible()
    assert window.status.sentence.property("role") == "error"
    choose(dialog, ".png")
    monkeypatch.setattr(map_png, "MOST", 100)
    before = listed(window.workspace.path.parent)
    click(dialog)
    assert "trop haute" in dialog.result_text.text()
    assert listed(window.workspace.path.parent) == before


def test_the_folder_is_opened(dialog: ExportDialog, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def nobody(path: Path) -> bool:
        opened.append(path)
        return False

    monkeypatch.setattr(asking, "show_file", nobody)
    choose(dialog, ".csv")
    click(dialog)
    QTest.mouseClick(dialog.open_folder, Qt.MouseButton.LeftButton)
    assert opened == [window.workspace.path.parent]
    assert "Aucun programme" in window.status.sentence.text()


def test_what_takes_long_can_be_given_up(
    dialog: ExportDialog, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forever(*_asked: Any) -> Iterator[float]:
        while True:
            yield 0.5

    monkeypatch.setattr(at_length, "PATIENCE", 0.0)
    monkeypatch.setattr(outgoing, "in_slices", forever)
    out = dialog.path
    out.write_bytes(b"avant")
    dialog._choose(out)
    click(dialog)
    progress = inside(dialog, at_length.Progress)
    assert out.name in texts(progress)
    qtbot.waitUntil(lambda: progress.bar.value() == 500)
    QTest.mouseClick(progress.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.findChildren(at_length.Progress))
    assert "annulé" in window.status.sentence.text()
    assert out.read_bytes() == b"avant"
    assert not dialog.result_box.isVisible()


def test_what_takes_long_ends_as_the_rest(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_length, "PATIENCE", 0.0)
    click(dialog)
    qtbot.waitUntil(dialog.result_box.isVisible)
    assert dialog.result_box.property("role") == "notice"


def test_an_error_of_the_program_closes_the_progress(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_asked: Any) -> Iterator[float]:
        yield 0.1
        raise ZeroDivisionError

    monkeypatch.setattr(at_length, "PATIENCE", 0.0)
    monkeypatch.setattr(outgoing, "in_slices", broken)
    with qtbot.captureExceptions() as caught:
        click(dialog)
        qtbot.waitUntil(lambda: bool(caught) and not dialog.findChildren(at_length.Progress))
    assert caught[0][0] is ZeroDivisionError


def test_one_more_person_is_counted_once_the_dialog_opens_again(window: Window) -> None:
    person = Participant("p", "Zoé", named=True)
    window.workspace.do(
        Gesture("participant.add", lambda document: with_rows(document, "participants", put=[person]), ("p",))
    )
    dialog = window.export()
    assert isinstance(dialog, ExportDialog)
    assert plain(dialog.remains.text()) == "1 personne nommée"
    dialog.close()
