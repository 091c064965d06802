"""The types of this session: categories of actors and types of links, renamed, drawn and ordered at will."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QPushButton, QWidget

from facilitator import terms
from facilitator.drawing.theme import contrast, theme
from facilitator.model import gestures
from facilitator.model.document import Category, Document, LinkType, new_id, ordered
from facilitator.model.vocabulary import CATEGORIES, Pictogram
from facilitator.ui.fields import ChoiceField, LineField, Place, label, spoken
from facilitator.ui.fields.base import Field
from facilitator.ui.fields.icons import colour_icon
from facilitator.ui.panels import options
from facilitator.ui.panels.column import Column
from facilitator.ui.panels.rows import AddLine, More, RowFrame, RowList
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _


class ColourField(Field):
    """A colour, from a dialog that begins with the eight that hold for every kind of sight."""

    def __init__(self, workspace: Workspace, place: Place, label: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, place, label, parent, bare=True)
        self._swatch = QPushButton(self)
        self._swatch.setProperty("role", "icon")
        self._swatch.setAutoDefault(False)
        self._swatch.setEnabled(not workspace.read_only)
        self._swatch.clicked.connect(self._ask)
        self._hold(self._swatch)

    def control(self) -> QPushButton:
        return self._swatch

    def _show(self, value: str) -> None:
        self._swatch.setIcon(colour_icon(value))
        self._swatch.setToolTip(_("Colour {code}").format(code=value))
        self._swatch.setAccessibleDescription(value)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self.value), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        for n, (_key, colour, _pictogram) in enumerate(CATEGORIES):
            QColorDialog.setCustomColor(n, QColor(colour))
        dialog.colorSelected.connect(self.choose)
        dialog.open()

    def choose(self, colour: QColor) -> None:
        """Takes this colour; one that cannot be told from the paper is said to be too pale."""
        code = colour.name().upper()
        if contrast(code, theme("screen").surface) < 1.4:
            self.workspace.say(_("This colour is hardly seen on the map: choose a darker one."), error=True)
            return
        self._give(code)


class CategoryRow(RowFrame):
    """A type of actor: its colour, pictogram and name; blank, it has its usual name."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_category, _categories)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(ColourField(workspace, Place("categories", "colour", (id_,)), N_("Colour")))
        line.addWidget(_drawn(workspace, "categories", id_), 2)
        self._name = LineField(
            workspace, Place("categories", "name", (id_,)), N_("Name of the type"), bare=True
        )
        line.addWidget(self._name, 3)
        self.column.addLayout(line)
        spoken(self._name, workspace, self._tell)
        self.finish(N_("More about this type"))

    def offer(self, more: More) -> None:
        more.offer_moves(self.id, gestures.move_category, _categories)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_category(self.id)))

    def _tell(self) -> None:
        row = self._workspace.document.categories.get(self.id)
        if row is not None:
            self._name.edit().setPlaceholderText(terms.category_name(Category(row.id)))


class LinkTypeRow(RowFrame):
    """A type of link: its pictogram and name."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_link_type, _link_types)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(_drawn(workspace, "link_types", id_), 2)
        self._name = LineField(
            workspace, Place("link_types", "name", (id_,)), N_("Name of the type"), bare=True
        )
        line.addWidget(self._name, 3)
        self.column.addLayout(line)
        spoken(self._name, workspace, self._tell)
        self.finish(N_("More about this type"))

    def offer(self, more: More) -> None:
        more.offer_moves(self.id, gestures.move_link_type, _link_types)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_link_type(self.id)))

    def _tell(self) -> None:
        row = self._workspace.document.link_types.get(self.id)
        if row is not None:
            self._name.edit().setPlaceholderText(terms.link_type_name(LinkType(row.id)))


class VocabularyPage(Column):
    """Both lists, each with a line to add one more."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.categories = RowList(lambda id_: CategoryRow(workspace, id_))
        self.category_line = AddLine(workspace, lambda: _("Add a type of actor…"), self._add_category)
        self.link_types = RowList(lambda id_: LinkTypeRow(workspace, id_))
        self.link_type_line = AddLine(workspace, lambda: _("Add a type of link…"), self._add_link_type)
        self.add(
            label(workspace, N_("Types of actors"), "heading"),
            self.categories,
            self.category_line,
            label(workspace, N_("Types of links"), "heading"),
            self.link_types,
            self.link_type_line,
        )
        self.end()
        self.follow(workspace.document, workspace.document)

    def follow(self, _before: Document, after: Document) -> None:
        self.categories.show_rows(_categories(after))
        self.link_types.show_rows(_link_types(after))

    def _add_category(self, name: str) -> bool:
        row = Category(new_id(), name=name, colour=self._free_colour(), pictogram=self._free_pictogram())
        return self.workspace.do(gestures.add_category(row))

    def _add_link_type(self, name: str) -> bool:
        taken = [row.pictogram for row in self.workspace.document.link_types.values()]
        row = LinkType(new_id(), name=name, pictogram=_free(taken))
        return self.workspace.do(gestures.add_link_type(row))

    def _free_colour(self) -> str:
        """One of the eight sure colours that no type has yet, else grey."""
        taken = {row.colour for row in self.workspace.document.categories.values()}
        return next((colour for _k, colour, _p in CATEGORIES if colour not in taken), CATEGORIES[-1][1])

    def _free_pictogram(self) -> Pictogram:
        return _free([row.pictogram for row in self.workspace.document.categories.values()])


def _free(taken: list[Pictogram]) -> Pictogram:
    """A pictogram no type has yet, so that shape alone tells them apart."""
    return next((key for key in Pictogram if key not in taken), Pictogram.PLUS)


def _drawn(workspace: Workspace, table: str, id_: str) -> ChoiceField:
    place = Place(table, "pictogram", (id_,))
    return ChoiceField(workspace, place, N_("Pictogram"), options.pictograms, bare=True)


def _categories(document: Document) -> list[str]:
    return [row.id for row in ordered(document.categories)]


def _link_types(document: Document) -> list[str]:
    return [row.id for row in ordered(document.link_types)]
