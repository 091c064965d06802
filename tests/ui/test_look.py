"""The look of the windows by day and by night: it can be read, it changes live, and the wall never follows it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.drawing.decor import COLOURS, recoloured
from facilitator.drawing.shapes import Stroke
from facilitator.drawing.theme import Theme, blend, contrast, readable, theme
from facilitator.model.document import Document
from facilitator.ui import icon, look, remembered
from facilitator.ui.actions import ACTIONS
from facilitator.ui.app import App
from facilitator.ui.elided import Elided
from facilitator.ui.fields.icons import colour_icon, link_type_icon
from facilitator.ui.window import Window

WINDOWS = ("screen", "screen_dark")
_OFF = (":disabled", ":read-only")
"""What cannot be done now needs no contrast."""


@pytest.fixture
def night(app: App, session: Path) -> Iterator[Window]:
    """The console of a session, opened by day, then seen by night."""
    app.open(session)
    window = app.window
    assert window is not None
    window.showNormal()
    window.resize(1600, 900)
    app.appear("dark")
    yield window
    app.appear("light")


def rules(shown: Theme) -> Iterator[tuple[str, dict[str, str]]]:
    """Each selector of the style sheet that is about what can be used, with what it says."""
    sheet = re.sub(r"/\*.*?\*/", "", look.style_sheet(shown), flags=re.DOTALL)
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        said = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", body))
        for selector in map(str.strip, selectors.split(",")):
            if not any(state in selector for state in _OFF):
                yield selector, said


@pytest.mark.parametrize("key", WINDOWS)
class TestContrast:
    def test_every_text_of_the_windows_can_be_read(self, key: str) -> None:
        shown = theme(key)
        around = [shown.paper, shown.surface, blend(shown.accent, shown.paper, 0.88)]
        inks: dict[str, str] = {}
        faint = []
        for selector, said in rules(shown):
            plain, filled = selector.split(":")[0], said.get("background", "")
            ink = said.get("color") or inks.get(plain)
            if "color" in said:
                inks.setdefault(plain, said["color"])
            if ink and "door" in selector:
                filled = shown.accent if "primary" in selector else shown.surface
            for ground in [filled] if filled.startswith("#") else around if "color" in said else []:
                faint += [(selector, ink, ground)] if ink and contrast(ink, ground) < 4.5 else []
        assert not faint

    def test_every_outline_of_what_one_uses_can_be_seen(self, key: str) -> None:
        shown = theme(key)
        faint = [
            (selectors, colour)
            for selectors, said in rules(shown)
            for name, value in said.items()
            if name.startswith("border")
            for colour in re.findall(r"#\w{6}", value)
            if colour != shown.hairline  # lines between things say nothing
            and min(contrast(colour, ground) for ground in (shown.paper, shown.surface)) < 3
        ]
        assert not faint

    def test_the_chosen_line_of_lists_and_menus_is_seen(self, key: str) -> None:
        shown = theme(key)
        grounds = {
            selector: said.get("selection-background-color") or said["background"]
            for selector, said in rules(shown)
            if selector.endswith("item:selected") or "selection-background-color" in said
        }
        assert {"QMenu::item:selected", "QListView", "QComboBox QAbstractItemView"} <= grounds.keys()
        faint = {selector: one for selector, one in grounds.items() if contrast(one, shown.surface) < 1.2}
        assert not faint
        assert all(
            contrast(shown.ink, one) >= 4.5
            for selector, one in grounds.items()
            if one != shown.accent  # selected letters, in the colour made for it
        )

    def test_ticks_and_marks_of_fields_are_in_its_colours(self, key: str) -> None:
        """The style sheet takes them from files: those of the night are those of the day in other colours."""
        shown = theme(key)
        for name in look.SIGNS:
            day, held = (
                paths.resource("icons", folder, f"{name}.svg").read_text("utf-8")
                for folder in ("screen", key)
            )
            assert held == icon.in_colours(day, shown).replace("#FFFFFF", readable(shown.accent))

    def test_coloured_links_stand_out(self, key: str) -> None:
        shown = theme(key)
        for colour in COLOURS:
            assert contrast(recoloured(Stroke(colour, 1.0), colour, shown).colour, shown.paper) >= 3


class TestNight:
    def test_everything_of_the_console_is_dark(self, night: Window, qtbot: QtBot) -> None:
        if not night.unfolded("inspector"):
            night.fold("inspector")
        qtbot.waitUntil(lambda: night.inspector.width() > 0)
        for part in (night.top, night.rail, night.canvas, night.inspector, night.status):
            assert light_share(part) < 0.12, part

    def test_all_is_as_before_once_it_is_day_again(self, app: App, night: Window) -> None:
        app.appear("light")
        by_day = night.grab().toImage()
        app.appear("dark")
        assert night.grab().toImage() != by_day
        app.appear("light")
        assert night.grab().toImage() == by_day

    def test_the_map_keeps_its_places(self, app: App, night: Window) -> None:
        picture = night.canvas.surface.picture
        assert picture.theme is theme("screen_dark")
        app.appear("light")
        day = night.canvas.surface.picture
        assert day.theme is theme("screen")
        assert {id_: held.box for id_, held in day.cards.items()} == {
            id_: held.box for id_, held in picture.cards.items()
        }

    def test_dialogs_lists_and_accueil_are_dark_too(self, app: App, night: Window) -> None:
        for opened in (night.show_sheet(), night.show_journeys(), night.show_shortcuts(), night.export()):
            assert light_share(opened) < 0.12, opened
            opened.reject()
        night.ask("twin")
        assert light_share(night.centre) < 0.12
        app.show_home()
        assert app.home is not None
        assert light_share(app.home) < 0.2

    def test_the_wall_stays_as_it_is(self, app: App, night: Window) -> None:
        night.toggle_projection()
        wall = next(held for held in QApplication.topLevelWidgets() if held.isVisible() and held is not night)
        by_night = wall.grab().toImage()
        app.appear("light")
        assert wall.grab().toImage() == by_night
        assert light_share(wall) > 0.5
        night.toggle_projection()

    def test_an_icon_given_by_day_follows(self, app: App, night: Window, small: Document) -> None:
        held = link_type_icon(next(iter(small.link_types.values())))
        assert darkest_and_lightest(held.pixmap(QSize(18, 18)).toImage())[1] > 200
        assert darkest_and_lightest(night.top.undo.icon().pixmap(QSize(18, 18)).toImage())[1] > 100
        app.appear("light")
        assert darkest_and_lightest(held.pixmap(QSize(18, 18)).toImage())[1] < 80

    @pytest.mark.usefixtures("night")
    def test_what_cannot_be_done_has_a_paler_icon(self) -> None:
        square = colour_icon("#FFFFFF")
        full, off = (
            square.pixmap(QSize(18, 18), mode).toImage().pixelColor(9, 9).alpha()
            for mode in (type(square).Mode.Normal, type(square).Mode.Disabled)
        )
        assert off < full

    @pytest.mark.usefixtures("night")
    def test_words_and_grounds_of_the_palette_can_be_read(self, qapp: QApplication) -> None:
        role = QPalette.ColorRole
        for words, ground in (
            (role.WindowText, role.Window),
            (role.Text, role.Base),
            (role.ButtonText, role.Button),
            (role.HighlightedText, role.Highlight),
            (role.ToolTipText, role.ToolTipBase),
            (role.PlaceholderText, role.Base),
            (role.Link, role.Window),
        ):
            names = [qapp.palette().color(one).name().upper() for one in (words, ground)]
            assert contrast(*names) >= 4.5, words


class TestChoice:
    def test_is_remembered(self, app: App) -> None:
        assert remembered.appearance() == "light"
        app.appear("dark")
        assert remembered.appearance() == "dark"
        app.appear("light")

    def test_is_light_where_what_was_kept_makes_no_sense(self) -> None:
        for kept in ("mauve", 3, ["dark"], None):
            remembered.remember("appearance", kept)
            assert remembered.appearance() == "light"

    def test_is_made_from_the_menu_and_marked_there(self, app: App, session: Path) -> None:
        app.open(session)
        window = app.window
        assert window is not None
        window.ask("appearance_dark")
        assert look.theme() is theme("screen_dark")
        held = [action for action in ACTIONS if action.key.startswith("appearance_")]
        assert [action.key for action in held if action.on and action.on(window)] == ["appearance_dark"]
        window.ask("appearance_light")
        assert look.theme() is theme("screen")

    def test_follows_the_system_only_where_it_was_asked_to(
        self, app: App, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as there:
            there.setattr(look, "key_of", lambda _scheme: "screen_dark")
            qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
            assert look.theme() is theme("screen")
            app.appear("system")
            assert look.theme() is theme("screen_dark")
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
        assert look.theme() is theme("screen")
        app.appear("light")

    def test_a_system_that_says_nothing_is_light(self) -> None:
        assert look.key_of(Qt.ColorScheme.Dark) == "screen_dark"
        assert look.key_of(Qt.ColorScheme.Light) == look.key_of(Qt.ColorScheme.Unknown) == "screen"


def light_share(widget: QWidget) -> float:
    """Which part of what it shows is light."""
    image = widget.grab().toImage().scaled(120, 80)
    spots = [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())]
    return sum(spot > 150 for spot in spots) / len(spots)


def darkest_and_lightest(image: QImage) -> tuple[int, int]:
    """Of what is drawn, the rest being clear."""
    spots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    drawn = [spot.lightness() for spot in spots if spot.alpha() > 200]
    return min(drawn), max(drawn)


def test_bars_and_icons_are_as_if_always_so_once_the_text_size_is_chosen(app: App, session: Path) -> None:
    def opened(size: float, then: float) -> dict[str, list[object]]:
        remembered.remember("text_size", size)
        app.enlarge(size)
        app.open(session)
        window = app.window
        assert window is not None
        window.resize(1280, 800)
        app.enlarge(then)
        parts = [window.top, window.status, window.centre]
        held = [one for part in parts for one in (part, *part.findChildren(QWidget))]
        rows = [row for part in parts for row in part.findChildren(QLayout)]
        return {
            "icons": [one.iconSize() for one in held if isinstance(one, QPushButton)],
            "margins": [row.contentsMargins() for row in rows],
            "between": [row.spacing() for row in rows],
            "heights": [one.sizeHint().height() for one in parts[:2]],
        }

    small, large = opened(1.0, 1.0), opened(2.0, 2.0)
    assert opened(2.0, 1.0) == small
    assert opened(1.0, 2.0) == large != small
    app.enlarge(1.0)


def test_signs_are_as_large_as_the_words_beside_them(app: App, session: Path) -> None:
    def sides() -> list[int]:
        assert app.window is not None
        chips = app.window.canvas.palette_.findChildren(QPushButton)
        (waits,) = app.window.canvas.tray.chips
        return [chip.iconSize().width() for chip in (*chips, waits)]

    app.open(session)
    small = sides()
    app.enlarge(2.0)
    assert sides() == [2 * side for side in small]
    app.enlarge(1.0)
    assert sides() == small


@pytest.mark.parametrize("scale", look.TEXT_SIZES)
def test_a_number_is_written_away_from_the_frame_of_its_field_and_whole(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    look.dress(qapp, scale=scale)
    try:
        field = QSpinBox()
        qtbot.addWidget(field)
        field.setRange(0, 12_000)
        field.setSuffix(" pixels")
        field.setValue(12_000)
        look.inset(field)
        field.resize(field.sizeHint())
        held: QLineEdit | None = field.findChild(QLineEdit)
        assert held is not None
        margins = held.textMargins()
        assert margins.left() >= look.px(8)
        room = held.width() - margins.left() - margins.right()
        assert held.fontMetrics().horizontalAdvance(field.text()) <= room
    finally:
        look.dress(qapp)


@pytest.mark.parametrize("kind", [QLabel, Elided])
def test_what_goes_wrong_is_said_away_from_its_frame_though_the_words_were_there_before(
    dressed: QApplication, qtbot: QtBot, kind: type[QLabel]
) -> None:
    said = kind("caption") if kind is Elided else kind()
    qtbot.addWidget(said)
    look.wear(said, "caption")
    said.show()
    look.wear(said, "error")
    said.setText("« logo.png » n’est pas une image lisible ici")
    said.resize(said.sizeHint())
    assert said.contentsRect().left() >= look.px(8)
    assert said.contentsRect().width() >= said.fontMetrics().horizontalAdvance(said.text())
    look.wear(said, "caption")
    assert said.contentsRect() == said.rect()
