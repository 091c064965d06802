"""Sending the minutes from the console: who receives, what is written, and the draft handed to the system."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.model.document import Document, Participant
from facilitator.ui.app import App
from facilitator.ui.outgoing import MailDialog
from facilitator.ui.window import Window
from tests.ui.hands import CTRL, SHIFT, answer, inside, strike, write
from tests.ui.outgoing.conftest import Opened
from tests.ui.rereading.test_rereading import SLOW
from tests.ui.seen import laid_out, place, whole
from tests.ui.texts import english_left, plain, read


@pytest.fixture
def small(small: Document) -> Document:
    people = (
        Participant("p1", "Anna", "Ville de Rivemont", email="anna@exemple.fr", receives=True, rank=1),
        Participant("p2", "Zoé", receives=True, rank=2),
        Participant("p3", "Paul", email="paul chez exemple", receives=True, rank=3),
        Participant("p4", "Léa", email="lea@exemple.fr", rank=4),
        Participant("p5", "Luc", email="LUC@exemple.fr", receives=True, rank=5),
    )
    workshop = replace(small.workshop, next_date="2026-12-10")
    return replace(small, workshop=workshop, participants={row.id: row for row in people})


@pytest.fixture
def large(app: App, window: Window) -> Iterator[None]:
    """Letters twice as large."""
    app.enlarge(2.0)
    yield
    app.enlarge(1.0)


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> MailDialog:
    strike(window, Qt.Key.Key_D, CTRL, SHIFT)
    found = inside(window, MailDialog)
    qtbot.waitUntil(lambda: not found._setter.busy, timeout=SLOW)
    return found


def message(path: Path) -> EmailMessage:
    found: Any = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return found  # type: ignore[no-any-return]


def test_who_receives_and_who_cannot_is_said_before(dialog: MailDialog) -> None:
    assert plain(dialog.served.text()) == "2 personnes recevront le compte-rendu, en copie cachée."
    assert dialog.names.toPlainText() == "Anna · Ville de Rivemont\nLuc"
    assert "Zoé" in dialog.unreached.text()
    assert "Paul" in dialog.unreached.text()
    shown = " ".join((*read(dialog), dialog.text.toPlainText(), dialog.names.toPlainText()))
    assert "@" not in shown, "addresses are shown nowhere"
    assert "Léa" not in shown


def test_the_draft_is_opened_by_the_system(
    dialog: MailDialog,
    session: Path,
    opened: Opened,
    qtbot: QtBot,
) -> None:
    assert dialog.go.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    written = session.with_name("Nourrir Rivemont - message.eml")
    assert opened.files == [written]
    found = message(written)
    assert found["Bcc"] == "anna@exemple.fr, LUC@exemple.fr"
    assert found["X-Unsent"] == "1"
    kinds = [part.get_content_type() for part in found.iter_attachments()]
    assert kinds == ["application/pdf", "text/calendar"]
    assert str(written) in dialog.outcome.text.text()
    assert dialog.path.name == "Nourrir Rivemont - message (2).eml"


def test_what_one_writes_is_what_leaves(dialog: MailDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.text.setFocus()
    QTest.keyClick(dialog.text, Qt.Key.Key_A, CTRL)
    write("Chères toutes, à bientôt !", dialog.text)
    dialog.edition.setFocus()
    QTest.keyClick(dialog.edition, Qt.Key.Key_Down)
    assert dialog.text.toPlainText() == "Chères toutes, à bientôt !", "another edition changes nothing of it"
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    answer(dialog, tmp_path / "brouillon.eml", qtbot)
    qtbot.waitUntil((tmp_path / "brouillon.eml").exists, timeout=SLOW)
    body: Any = message(tmp_path / "brouillon.eml").get_body()
    assert body.get_content().strip() == "Chères toutes, à bientôt !"


def test_the_letter_follows_the_language_until_one_writes(dialog: MailDialog) -> None:
    dialog.language.setFocus()
    QTest.keyClick(dialog.language, Qt.Key.Key_Down)
    assert dialog.subject.text().startswith("Minutes: ")
    assert dialog.text.toPlainText().startswith("Hello,")


def test_enter_after_the_subject_goes_on_to_the_message(dialog: MailDialog, session: Path) -> None:
    dialog.subject.setFocus()
    QTest.keyClick(dialog.subject, Qt.Key.Key_Return)
    assert dialog.text.hasFocus()
    assert not list(session.parent.glob("*.eml"))


def test_the_addresses_are_copied(dialog: MailDialog) -> None:
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "anna@exemple.fr; LUC@exemple.fr"
    assert "2 adresses copiées" in dialog.outcome.text.text()


def test_a_place_that_cannot_be_written_is_one_sentence(dialog: MailDialog) -> None:
    dialog._write(Path("/nowhere/at/all.eml"))
    assert "/nowhere/at" in dialog.outcome.text.text()
    assert not dialog.outcome.open_file.isVisible()


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("size", [(1326, 708), (1326, 480), (760, 480)])
def test_in_large_letters_nothing_is_over_the_message(dialog: MailDialog, size: tuple[int, int]) -> None:
    dialog.resize(*size)
    dialog.outcome.say("Brouillon écrit\u00a0: " + "/dossier" * 12)
    laid_out()
    (note,) = [label for label in dialog.findChildren(QLabel) if "brouillon ne part" in label.text()]
    room = dialog
    for field in (dialog.subject, dialog.text):
        assert not place(note, room).intersects(place(field, room))
    assert whole(note)
    assert dialog.text.height() >= 3 * dialog.text.fontMetrics().lineSpacing()


def test_it_is_french(dialog: MailDialog) -> None:
    assert english_left(dialog) == set()


class TestNobody:
    @pytest.fixture
    def small(self, small: Document) -> Document:
        return replace(small, participants={})

    def test_asked_for_it_and_one_may_still_write(self, dialog: MailDialog) -> None:
        assert "Personne n’a demandé" in plain(dialog.served.text())
        assert not dialog.copy.isEnabled()
        assert not dialog.names.isVisible()
        assert dialog.go.isEnabled()

    def test_what_is_left_stands_at_the_top(self, dialog: MailDialog) -> None:
        """Room left by the list of names does not drive the choices apart."""
        dialog.resize(980, 900)
        served, copy = dialog.served.geometry(), dialog.copy.geometry()
        assert served.height() < 4 * dialog.served.fontMetrics().lineSpacing()
        assert copy.top() - served.bottom() < 2 * copy.height()
