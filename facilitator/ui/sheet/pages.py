"""The pages of the sheet that are columns of fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from facilitator import terms
from facilitator.model.document import Document
from facilitator.ui.fields import (
    WORKSHOP,
    CheckField,
    ChoiceField,
    DateField,
    LineField,
    OddField,
    Place,
    TextField,
    label,
    spoken,
)
from facilitator.ui.panels import options, printed
from facilitator.ui.panels.column import Column
from facilitator.ui.sheet.logo import LogoField
from facilitator.ui.workspace import Workspace
from facilitator.words import N_


def session(workspace: Workspace) -> Column:
    """What the session is."""
    page = _page(workspace)
    page.add(
        LineField(workspace, _at("title"), N_("Title")),
        TextField(
            workspace, _at("question"), N_("Common question of the session"), hint=N_("How are we going to…?")
        ),
        _side_by_side(
            DateField(workspace, _at("date"), N_("Date")),
            LineField(workspace, _at("place"), N_("Place")),
            LineField(workspace, _at("territory"), N_("Territory")),
            ChoiceField(workspace, _at("language"), N_("Language of the minutes"), options.languages),
        ),
        OddField(workspace, _at("odds"), N_("Sustainable Development Goals"), titled=True),
        LineField(
            workspace,
            _at("charter_source"),
            N_("Version or source of the Charter used"),
            wording=terms.wording,
        ),
        CheckField(workspace, _at("fictitious"), N_("Fictitious session, for demonstration or training")),
    )
    page.end()
    return page


def organisation(workspace: Workspace) -> Column:
    """Who holds the session, and who signs the minutes."""
    page = _page(workspace)
    page.add(
        _side_by_side(
            LineField(workspace, _at("organiser"), N_("Organiser")),
            LineField(
                workspace,
                _at("organiser_contact"),
                N_("Contact for personal data"),
                hint=N_("Address, e-mail or telephone of the organisation"),
            ),
        ),
        LineField(workspace, _at("facilitators"), N_("Facilitators"), hint=N_("Names, separated by commas")),
        _side_by_side(
            LineField(workspace, _at("author"), N_("Author of the minutes")),
            ChoiceField(workspace, _at("licence"), N_("Licence of the minutes"), options.licences),
        ),
        LogoField(workspace),
    )
    page.end()
    return page


def minutes(workspace: Workspace) -> Column:
    """What the minutes say beside what was said in the room."""
    page = _page(workspace)
    page.add(
        printed.lead(workspace, (3, 12)),
        printed.essentials(workspace, (4, 14)),
        printed.resources(workspace, (3, 12)),
        _side_by_side(
            DateField(workspace, _at("next_date"), N_("Next date")),
            LineField(workspace, _at("next_place"), N_("Next place")),
        ),
    )
    page.end()
    return page


def personal_data(workspace: Workspace) -> Column:
    """What participants are told, and until when the session is kept."""
    page = _page(workspace)
    usual = _Notice(workspace)
    page.add(
        TextField(
            workspace,
            _at("notice"),
            N_("Notice on personal data"),
            hint=N_("Blank: the usual notice below"),
            wording=terms.wording,
            lines=(4, 16),
        ),
        DateField(workspace, _at("keep_until"), N_("Keep the session until")),
        label(
            workspace,
            N_("The organiser chooses this date. Nothing is erased by itself."),
            "caption",
        ),
        usual,
    )
    page.end()
    return page


class _Notice(QFrame):
    """The notice as it is projected and printed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setProperty("role", "notice")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(label(workspace, N_("What participants read"), "heading"))
        self._text = QLabel()
        self._text.setWordWrap(True)
        column.addWidget(self._text)
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self._tell)

    def _followed(self, before: Document, after: Document) -> None:
        if before.workshop is not after.workshop:
            self._tell()

    def _tell(self) -> None:
        self._text.setText(terms.notice(self._workspace.document))


def _at(name: str) -> Place:
    return Place("workshop", name, WORKSHOP)


def _page(workspace: Workspace) -> Column:
    page = Column(workspace)
    page.column.setSpacing(14)
    return page


def _side_by_side(*fields: QWidget) -> QWidget:
    """Fields in two columns."""
    grid = QWidget()
    lines = QGridLayout(grid)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setHorizontalSpacing(14)
    lines.setVerticalSpacing(14)
    for n, field in enumerate(fields):
        lines.addWidget(field, n // 2, n % 2, Qt.AlignmentFlag.AlignTop)
    for column in range(2):
        lines.setColumnStretch(column, 1)
    return grid
