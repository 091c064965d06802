"""Names that look like HTML or hold the mark of a key are words as any other, in every panel and dialog."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model import gestures, journey
from facilitator.model.document import Moment, ordered
from facilitator.ui.charter_text import CharterText
from facilitator.ui.journeys import Journeys
from facilitator.ui.projection.shorten import Shorten
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace

NAME = "<b>R&D</b> {n}"


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> Iterator[Window]:
    document = workspace.document
    named = [gestures.edit_actor(id_, name=f"{NAME} {id_}") for id_ in document.actors]
    named += [gestures.edit_category(id_, name=f"{NAME} {id_}") for id_ in document.categories]
    named += [gestures.edit_step(id_, title=f"{NAME} {id_}") for id_ in document.steps]
    named += [gestures.edit_workshop(organiser=NAME, question=NAME, title=NAME)]
    named += [gestures.note_voice("association"), gestures.take_moment(Moment("t", NAME))]
    assert workspace.do(gestures.together("actor.edit", named))
    window = Window(workspace)
    qtbot.addWidget(window)
    window.resize(1280, 900)
    window.show()
    yield window
    window.close()


def taken_for_html(widget: QWidget) -> list[str]:
    """Labels that would show their words as HTML."""
    return [
        f"{type(label.parent()).__name__}: {label.text()}"
        for label in widget.findChildren(QLabel)
        if label.textFormat() == Qt.TextFormat.AutoText and "<b>" in label.text()
    ]


def keys_of_names(widget: QWidget) -> list[str]:
    """Buttons of which a letter of a name became the key."""
    return [
        held.text()
        for held in widget.findChildren(QAbstractButton)
        if "<b>" in held.text() and held.shortcut().toString()
    ]


def test_in_every_step(window: Window) -> None:
    workspace = window.workspace
    for step in ordered(workspace.document.steps):
        workspace.show_step(step.id)
        QApplication.processEvents()
        assert any("<b>" in label.text() for label in window.findChildren(QLabel)), step.key
        assert not taken_for_html(window), step.key
        assert not keys_of_names(window), step.key


def test_in_the_dialogs(window: Window) -> None:
    workspace = window.workspace
    held = journey.of_document(workspace.document, NAME)
    journey.keep(replace(held, name=NAME))
    journeys = window.show_journeys()
    assert isinstance(journeys, Journeys)
    journeys.list.setCurrentRow(journeys.list.count() - 1)
    assert journeys.own
    assert journeys.title.text() == NAME
    charter = window.bring_charter()
    assert isinstance(charter, CharterText)
    charter.text.setPlainText(f"# {NAME}\n- {NAME}")
    assert charter.blocks
    shorten = window.projection.shorten()
    assert isinstance(shorten, Shorten)
    for dialog in (journeys, charter, shorten, window.show_history()):
        assert not taken_for_html(dialog)
        assert not keys_of_names(dialog)
        dialog.reject()
