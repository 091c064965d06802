"""Whatever the model holds, a person can change it somewhere: proved by changing it, field after field."""

from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.model.document import TABLES
from facilitator.ui.fields import (
    CheckField,
    ChipsField,
    ChoiceField,
    DateField,
    NamesField,
    NumberField,
    OddField,
    Place,
    SegmentedField,
)
from facilitator.ui.fields.base import Field
from facilitator.ui.fields.typed import TypedField
from facilitator.ui.history import MomentPage
from facilitator.ui.panels import StepPanel, StepRail
from facilitator.ui.panels.actor import ActorPanel
from facilitator.ui.panels.link import LinkPanel
from facilitator.ui.panels.rows import CheckAction, ChoiceMenu, More
from facilitator.ui.panels.section import Section
from facilitator.ui.panels.several import SeveralPanel
from facilitator.ui.sheet import SessionSheet
from facilitator.ui.sheet.people_model import COLUMNS
from facilitator.ui.sheet.vocabulary import ColourField
from facilitator.ui.workspace import Workspace

ELSEWHERE = {
    ("actors", "x"): "the map: cards are put where one drops them",
    ("actors", "y"): "the map",
    ("contributions", "actor"): "a contribution is made on the card of its actor",
    ("items", "step"): "a point is added to the step it belongs to",
    ("votes", "item"): "a vote is counted under its point",
    ("votes", "kind"): "hands or consent is what one begins with",
    ("votes", "category"): "counting by category has a line for each",
    ("votes", "revealed"): "a whole vote is shown by its button",
    ("voices", "turns"): "a digit notes a voice",
    ("moments", "step"): "a moment is kept in the step it was taken in",
    ("moments", "at"): "when it was taken is not for people to change",
    ("steps", "key"): "which shipped step it was: not for people",
    ("remarks", "fate"): "a question is kept or set aside by its buttons",
    ("remarks", "text"): "a question is kept as it was asked",
    ("remarks", "about"): "what it was read on is not for people to change",
    ("remarks", "tension"): "it tells of a tense link, or does not",
    ("workshop", "logo"): "a picture is chosen in a file",
    ("workshop", "minutes_sections"): "sections are chosen with the minutes",
    ("workshop", "minutes_without"): "sections are chosen with the minutes",
    ("workshop", "journey"): "which shipped journey it began with: not for people",
}
TABLES_ELSEWHERE = ("background", "images", "zones")
"""What lies under the map is chosen on the map."""


def wanted() -> set[tuple[str, str]]:
    return {
        (table, field.name)
        for table, kind in TABLES.items()
        if table not in TABLES_ELSEWHERE
        for field in fields(kind)
        if field.name not in ("id", "rank")  # the order of rows is changed by moving them
    } - ELSEWHERE.keys()


def surfaces(workspace: Workspace, bot: QtBot) -> Iterator[QWidget]:
    """Every panel, shown on something, then the sheet."""
    workspace.select([("actors", "a1")])
    yield _shown(ActorPanel(workspace), bot)
    workspace.select([("links", "k1")])
    yield _shown(LinkPanel(workspace), bot)
    workspace.select([("links", "k1"), ("links", "k3"), ("actors", "a1"), ("actors", "a2")])
    yield _shown(SeveralPanel(workspace), bot)
    panel = StepPanel(workspace)
    for step in workspace.document.steps:
        workspace.show_step(step)
        yield _shown(panel, bot)
    yield _shown(StepRail(workspace), bot)
    yield _shown(SessionSheet(workspace), bot)
    page = MomentPage(workspace, panel)
    page.show_moment(next(iter(workspace.document.moments)))
    yield _shown(page, bot)


def _shown(widget: QWidget, bot: QtBot) -> QWidget:
    bot.addWidget(widget)
    widget.show()
    unfold(widget)
    return widget


def unfold(widget: QWidget) -> None:
    """Opens every part and every menu: they are made when they are first wanted."""
    for section in widget.findChildren(Section):
        section.unfold()
    for more in widget.findChildren(More):
        more.menu().aboutToShow.emit()


def bindings(widget: QWidget) -> Iterator[tuple[QObject, Place]]:
    for child in widget.findChildren(QObject):
        place = getattr(child, "place", None)
        if isinstance(place, Place):
            yield child, place


def test_every_field_of_the_model_is_bound_somewhere(full: Workspace, qtbot: QtBot) -> None:
    kept = []  # Python would take a window apart while it still listens
    bound = {("participants", column.field) for column in COLUMNS}
    for surface in surfaces(full, qtbot):
        kept.append(surface)
        bound |= {(place.table, place.field) for _child, place in bindings(surface)}
    assert bound - {("", "")} >= wanted()
    assert not bound & ELSEWHERE.keys()


@pytest.mark.qt_log_ignore("This plugin does not support")  # the list of names pops up, even without a screen
def test_every_binding_changes_the_document_by_hand(full: Workspace, qtbot: QtBot) -> None:
    """Each control is used as a person would; the value it is bound to is another one afterwards, and one undo
    brings the document back."""
    tried: set[tuple[type, str, str]] = set()
    kept = []  # Python would take a window apart while it still listens
    for surface in surfaces(full, qtbot):
        kept.append(surface)
        while (found := untried(surface, full, tried)) is not None:
            child, place = found
            tried.add((type(child), place.table, place.field))
            before = full.document
            change(child, place)
            full.settle()
            assert place.value(full.document) != place.value(before), (type(surface), type(child), place)
            full.undo()
            assert full.document == before, (type(surface), type(child), place)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert {(table, field) for _kind, table, field in tried} >= wanted() - {
        (table, field) for table, field in wanted() if table == "participants"
    }


def untried(
    surface: QWidget, workspace: Workspace, tried: set[tuple[type, str, str]]
) -> tuple[QObject, Place] | None:
    """One more control to use: looked for anew each time, since a change may have built others."""
    unfold(surface)
    for child, place in bindings(surface):
        key = (type(child), place.table, place.field)
        if key not in tried and place.rows(workspace.document):
            return child, place
    return None


def change(child: QObject, place: Place) -> None:  # noqa: C901, PLR0912  one line for each kind of control
    """What a hand does to this control."""
    if isinstance(child, NumberField):
        high = place.between[1] if place.between else 0
        QTest.keyClick(child.edit(), Qt.Key.Key_Down if child.edit().text() == str(high) else Qt.Key.Key_Up)
    elif isinstance(child, DateField):
        child.edit().selectAll()
        QTest.keyClicks(child.edit(), "5/3/2031")
    elif isinstance(child, TypedField):
        QTest.keyClicks(child.edit(), "Ça ")
    elif isinstance(child, ChoiceField):
        choose_another(child.control())
    elif isinstance(child, SegmentedField):
        other = next(b for b in child.findChildren(QPushButton) if not b.isChecked())
        QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    elif isinstance(child, CheckField):
        QTest.mouseClick(child.control(), Qt.MouseButton.LeftButton)
    elif isinstance(child, OddField):
        QTest.mouseClick(child.badge(3), Qt.MouseButton.LeftButton)
    elif isinstance(child, ChipsField):
        QTest.mouseClick(child.findChildren(QPushButton)[2], Qt.MouseButton.LeftButton)
    elif isinstance(child, NamesField):
        QTest.keyClicks(child.control(), "habit" if place.field == "actors" else "temps")
        QTest.keyClick(child.control(), Qt.Key.Key_Return)
    elif isinstance(child, CheckAction):
        child.trigger()
    elif isinstance(child, ChoiceMenu):
        next(action for action in child.actions() if not action.isChecked()).trigger()
    elif isinstance(child, ColourField):
        from PySide6.QtGui import QColor

        child.choose(QColor("#204060"))
    else:
        pytest.fail(f"nobody knows how to use {child!r}")


def choose_another(box: QComboBox) -> None:
    """Keys on a folded list choose at once. The ends of a link may not be the same: the way round is tried too."""
    QApplication.sendEvent(box, QFocusEvent(QEvent.Type.FocusIn))
    last = box.currentIndex() == box.count() - 1
    QTest.keyClick(box, Qt.Key.Key_Up if last else Qt.Key.Key_Down)


def test_no_field_is_without_a_name_for_who_listens(
    full: Workspace, qtbot: QtBot, each_language: str
) -> None:
    full.speak(each_language)
    kept = []
    for surface in surfaces(full, qtbot):
        kept.append(surface)
        for field in surface.findChildren(Field):
            assert field.control().accessibleName() or isinstance(field.control(), QPushButton), field.place
