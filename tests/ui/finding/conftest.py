"""The console of the small session, and the panel that is open over it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator.ui.app import App
from facilitator.ui.finding.panel import Panel
from facilitator.ui.finding.subjects import Kind, Subject
from facilitator.ui.window import Window
from tests.ui.test_window import unfolded


@pytest.fixture
def window(app: App, session: Path, qtbot: QtBot) -> Window:
    return unfolded(app, session, qtbot)


def panel(window: Window) -> Panel:
    """The panel that is open."""
    opened = window.search.panel
    assert opened is not None
    assert opened.isVisible()
    return opened


def listed(window: Window, kind: Kind | None = None) -> list[str]:
    """The names of what is found, of all kinds or of one."""
    return [subject.name for subject in panel(window).subjects if kind in (None, subject.kind)]


def marked(window: Window) -> Subject:
    """What is marked in the list."""
    opened = panel(window)
    subject = opened.rows.subject(opened.list.currentIndex().row())
    assert subject is not None
    return subject
