"""The wall in miniature, what the console says of it, and the page of the back row."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QSplitter
from pytestqt.qtbot import QtBot

from facilitator.drawing.legibility import LINES, measured, tried
from facilitator.ui.elided import ElidedButton
from facilitator.ui.projection.back_row import BackRow
from facilitator.ui.projection.projector import Projector
from facilitator.ui.projection.strip import Strip
from facilitator.ui.window import Window
from tests.ui.hands import at_hand, strike
from tests.ui.projection.conftest import many, on_wall
from tests.ui.seen import in_sight, laid_out


def strip_of(console: Window) -> Strip:
    (found,) = console.findChildren(Strip)
    return found


def test_there_is_no_strip_before_one_projects(console: Window) -> None:
    assert not console.findChildren(Strip)
    console.toggle_projection()
    assert strip_of(console).isVisible()
    console.toggle_projection()
    assert not strip_of(console).isVisible()
    assert not strip_of(console).miniature._wait.isActive()


def test_the_miniature_is_what_the_room_sees(qtbot: QtBot, console: Window, projected: Projector) -> None:
    strip = strip_of(console)
    qtbot.waitUntil(lambda: not strip.miniature._picture.isNull())
    size = QSize(64, 40)

    def small(image: QImage) -> QImage:
        return image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )

    def apart(a: QImage, b: QImage) -> float:
        """How much lighter or darker they are, on the whole; of 255."""
        spots = [(x, y) for x in range(64) for y in range(40)]
        return sum(
            abs(a.pixelColor(x, y).lightness() - b.pixelColor(x, y).lightness()) for x, y in spots
        ) / len(spots)

    def wall() -> QImage:
        return small(projected.grab().toImage())

    def shown() -> QImage:
        return small(strip.miniature._picture.toImage())

    before = shown()
    assert apart(before, wall()) < 3
    console.ask("blank")
    assert apart(before, wall()) > 6
    qtbot.waitUntil(lambda: apart(shown(), wall()) < 3)


def test_its_buttons_lead_the_wall_and_say_how_it_is(console: Window, projected: Projector) -> None:
    strip = strip_of(console)
    QTest.mouseClick(strip.buttons["blank"], Qt.MouseButton.LeftButton)
    assert console.projection.stage.blank
    assert strip.buttons["blank"].isChecked()
    assert strip.buttons["blank"].text() == "Cacher B"
    console.ask("freeze")
    assert strip.buttons["freeze"].isChecked()
    QTest.mouseClick(strip.mark, Qt.MouseButton.LeftButton)
    assert not console.projection.stage.frozen
    QTest.mouseClick(strip.mark, Qt.MouseButton.LeftButton)
    assert not console.projection.stage.blank
    assert not strip.mark.isVisible()


@pytest.mark.parametrize("held", ["freeze", "blank"])
def test_saying_so_moves_nothing_under_the_hand(console: Window, projected: Projector, held: str) -> None:
    """The same button releases the wall: it stays where it was clicked, and the map keeps its width."""
    split = console.rail.parentWidget()
    assert isinstance(split, QSplitter)
    split.setSizes([226, 800, 294])  # as on a laptop of 1366 pixels
    QApplication.processEvents()
    strip, map_ = strip_of(console), console.canvas.size()
    at = strip.buttons[held].mapTo(console, strip.buttons[held].rect().center())
    QTest.mouseClick(strip.buttons[held], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert strip.mark.isVisible()
    assert strip.mark.sizeHint().width() <= strip.mark.width(), "no word of it is cut"
    assert console.canvas.size() == map_
    assert console.childAt(at) is strip.buttons[held]


def test_a_frozen_or_blank_wall_is_not_forgotten_even_with_the_rail_folded(
    console: Window, projected: Projector
) -> None:
    console.fold("rail")
    (alarm,) = [
        button
        for button in console.status.findChildren(QAbstractButton)
        if button.property("role") == "alarm"
    ]
    assert not alarm.isVisible()
    console.ask("freeze")
    assert alarm.isVisible()
    assert alarm.text() == "Mur figé — G pour reprendre"
    QTest.mouseClick(alarm, Qt.MouseButton.LeftButton)
    assert not console.projection.stage.frozen
    assert not alarm.isVisible()


def test_every_control_of_the_strip_has_a_name_and_is_large_enough(
    console: Window, projected: Projector
) -> None:
    for button in strip_of(console).findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName() or button.text()
            assert min(button.width(), button.height()) >= 24


def test_the_strip_speaks_the_other_language(console: Window, projected: Projector) -> None:
    console.workspace.speak("en")
    strip = strip_of(console)
    assert strip.buttons["freeze"].text() == "Freeze G"
    assert console.projection.sentence == "2 actors, all readable from the back"
    assert strip.check.text() == "Can the back row read?"


def test_the_time_is_in_the_console_without_a_projection(console: Window) -> None:
    console.ask("clock")
    strip = strip_of(console)
    assert strip.time.isVisible()
    assert not strip.miniature.isVisible()
    assert not strip.buttons["freeze"].isVisible()
    QTest.mouseClick(strip.start, Qt.MouseButton.LeftButton)
    assert strip.start.text() == "Reprendre C"
    console.ask("no_clock")
    assert not strip.isVisible()


def dialog_of(console: Window) -> BackRow:
    console.ask("back_row")
    (found,) = console.findChildren(BackRow)
    return found


def test_two_measures_say_how_large_letters_are(console: Window, projected: Projector) -> None:
    dialog = dialog_of(console)
    assert "Personne n’a encore mesuré" in dialog.told.text()
    dialog.height_.setText("2,0")
    dialog.distance.setText("8")
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert console.projection.stage.room == measured(2.0, 8.0)
    assert "3,0 %" in dialog.told.text().replace("\N{NO-BREAK SPACE}", " ")
    assert not strip_of(console).check.isVisible()
    dialog.distance.setText("40.0")
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert "16,0 m" in dialog.told.text()
    QTest.mouseClick(dialog.forget, Qt.MouseButton.LeftButton)
    assert not console.projection.stage.room.known
    dialog.accept()


def test_a_row_that_reads_no_line_is_told_no_metres_that_nobody_measured(console: Window) -> None:
    dialog = dialog_of(console)
    QTest.mouseClick(dialog.show_lines, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    told = dialog.told.text()
    assert "rapprochez-le, ou agrandissez l’image" in told
    assert "0,0" not in told
    dialog.accept()


def test_who_reads_the_first_line_is_not_too_far(console: Window) -> None:
    dialog = dialog_of(console)
    dialog.height_.setText("1,0")
    dialog.distance.setText("40")
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert "rapprochez" in dialog.told.text()
    QTest.mouseClick(dialog.show_lines, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.lines[0], Qt.MouseButton.LeftButton)
    assert "rapprochez" not in dialog.told.text()
    assert console.projection.stage.room.letters >= LINES[0]
    assert (dialog.height_.text(), dialog.distance.text()) == ("", ""), "it is not what was measured"
    QTest.mouseClick(dialog.forget, Qt.MouseButton.LeftButton)
    assert (dialog.height_.text(), dialog.distance.text()) == ("1,8", "6,0")
    dialog.accept()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_time_of_the_step_is_whole(
    console: Window, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    console.resize(1920, 1080)
    console.workspace.speak(language)
    console.toggle_projection()
    strip = strip_of(console)
    clock = console.projection.clock
    console.ask("clock")
    clock.give(60)
    for _paused in range(2):
        for width in (210, 260):
            monkeypatch.setattr(console.sides, "_wide", {**console.sides._wide, "rail": width})
            console.sides.give_widths(1920)
            laid_out()
            assert console.rail.width() == width, "no wider than a person made it"
            for part in (strip.time, strip.planned, strip.start, strip.more):
                assert part.width() >= part.sizeHint().width(), part.text()
                assert in_sight(part, strip)
        console.ask("clock")


@pytest.mark.parametrize("typed", ["", "beaucoup", "0", "-2", "nan", "1e9"])
def test_what_is_no_length_is_said_and_changes_nothing(console: Window, typed: str) -> None:
    dialog = dialog_of(console)
    dialog.height_.setText(typed)
    QTest.keyClick(dialog.height_, Qt.Key.Key_Return)
    assert "Un nombre de mètres" in dialog.told.text()
    QApplication.processEvents()
    assert (
        dialog.told.height() > dialog.told.fontMetrics().height() + 4
    )  # its frame does not touch its letters
    assert dialog.isVisible()
    assert not console.projection.stage.room.known
    dialog.accept()


def test_a_try_on_the_wall_opens_it_and_never_shows_a_dialog_there(console: Window) -> None:
    dialog = dialog_of(console)
    assert not dialog.lines[0].isEnabled()
    QTest.mouseClick(dialog.show_lines, Qt.MouseButton.LeftButton)
    projector = console.projection.projector
    assert projector is not None
    QApplication.processEvents()
    assert "4   Chacun compte" in on_wall(projector)
    assert dialog.screen() is console.screen()
    QTest.mouseClick(dialog.lines[3], Qt.MouseButton.LeftButton)
    assert console.projection.stage.room == tried(3)
    assert "Ville de Rivemont" in on_wall(projector)
    QTest.mouseClick(dialog.show_lines, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert "Chacun" not in on_wall(projector)
    assert not console.projection.stage.chart


@pytest.mark.parametrize("instead", ["blank", "chart", "words", "minutes"])
def test_the_console_says_nothing_of_a_map_that_is_not_on_the_wall(
    qtbot: QtBot, console: Window, projected: Projector, instead: str
) -> None:
    many(console)
    at_hand(console, qtbot)
    strip, projection, board = strip_of(console), console.projection, console.workspace.board
    (told,) = [one for one in console.status.findChildren(ElidedButton) if one.text() == projection.sentence]
    strike(console, Qt.Key.Key_PageDown)
    part, asked = projected.map.part, projection.stage.part
    assert asked
    for shown in (False, True):
        if instead == "blank":
            strike(console, Qt.Key.Key_B)
        elif instead == "chart":
            projection.stage.show_chart(not shown)
        else:
            board.show("map" if shown else "notice" if instead == "words" else "minutes")
        QApplication.processEvents()
        assert projected.map.isVisible() is shown
        assert strip.turn.isVisible() is shown
        assert told.isVisible() is shown
        assert bool(projection.sentence) is shown
        if not shown:
            strike(console, Qt.Key.Key_PageDown)
            projection.turn_part(1)
            assert projection.stage.part == asked
    assert projected.map.part == part


def test_a_frozen_wall_turns_no_part_not_even_once_it_is_released(
    qtbot: QtBot, console: Window, projected: Projector
) -> None:
    many(console)
    at_hand(console, qtbot)
    strip, part = strip_of(console), projected.map.part
    strike(console, Qt.Key.Key_G)
    QTest.mouseClick(strip.after, Qt.MouseButton.LeftButton)
    strike(console, Qt.Key.Key_PageDown)
    assert console.projection.stage.part is None
    strike(console, Qt.Key.Key_G)
    assert projected.map.part == part
    QTest.mouseClick(strip.after, Qt.MouseButton.LeftButton)
    assert projected.map.part == part + 1
    assert strip.place.text().startswith(f"{part + 2} / ")


def test_the_miniature_shows_no_clock_that_the_wall_hides(
    qtbot: QtBot, console: Window, projected: Projector
) -> None:
    miniature = strip_of(console).miniature
    console.ask("clock")
    console.projection.stage.show_chart(True)
    assert projected.beside.face.isHidden()
    qtbot.waitUntil(lambda: not miniature._picture.isNull() and not miniature._wait.isActive())
    before = miniature._picture.toImage()
    projected.second.emit()
    assert miniature._picture.toImage() == before


def test_a_second_in_a_small_miniature_is_as_it_is_painted_with_the_rest(
    qtbot: QtBot, console: Window, projected: Projector
) -> None:
    console.ask("clock")
    console.ask("clock")
    projected.resize(1920, 1080)
    strip = strip_of(console)
    strip.draw_close(True)
    miniature = strip.miniature
    qtbot.waitUntil(lambda: not miniature._picture.isNull() and not miniature._wait.isActive())
    miniature._take()
    before = miniature._picture.toImage()
    projected.second.emit()
    after = miniature._picture.toImage()
    spots = [(x, y) for x in range(before.width()) for y in range(before.height())]
    apart = [abs(before.pixelColor(*at).lightness() - after.pixelColor(*at).lightness()) for at in spots]
    assert max(apart) < 100
    assert sum(one > 40 for one in apart) < len(spots) / 200


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1024, 768), (1920, 1080)])
def test_the_miniature_is_as_high_at_first_as_later(console: Window, width: int, height: int) -> None:
    console.resize(1920, 1080)
    console.toggle_projection()
    strip, projected = strip_of(console), console.projection.projector
    assert projected is not None
    projected.resize(width, height)
    laid_out()
    assert not strip._close
    strip.miniature._fit()
    first = strip.miniature.size()
    strip.draw_close(True)
    strip.draw_close(False)
    laid_out()
    strip.miniature._fit()
    assert strip.miniature.size() == first


@pytest.mark.parametrize(("width", "height"), [(3840, 1080), (1900, 200)])
def test_a_wide_wall_takes_no_room_from_the_map(
    console: Window, projected: Projector, width: int, height: int
) -> None:
    strip = strip_of(console)
    strip.draw_close(True)
    laid_out()
    rail = console.rail.width()
    projected.resize(width, height)
    strip.miniature._fit()
    laid_out()
    assert console.rail.width() == rail
    assert strip.miniature.width() / strip.miniature.height() == pytest.approx(width / height, rel=0.1)
