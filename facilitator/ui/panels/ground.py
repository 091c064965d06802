"""What lies under the map: its kind, its words, its picture, its zones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facilitator import terms
from facilitator.model import gestures
from facilitator.model.document import Document, new_id, ordered
from facilitator.model.vocabulary import BackgroundKind
from facilitator.ui import asking
from facilitator.ui.fields import LineField, Place, label
from facilitator.ui.fields.ground_icons import SIZE, ground_icon
from facilitator.ui.fields.spoken import button, spoken
from facilitator.ui.laying import lay, lay_image
from facilitator.ui.panels.column import Column
from facilitator.ui.panels.rows import More, RowList
from facilitator.ui.worded import WordedButton
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_BACKGROUND = ("background",)
_SAYS = {
    BackgroundKind.BLANK: N_("Cards stand on a blank sheet: their places mean nothing by themselves."),
    BackgroundKind.TARGET: N_(
        "A card dropped in a ring is rated for proximity: 100 at the centre, 0 at the edge."
    ),
    BackgroundKind.QUADRANT: N_(
        "A card dropped between the axes is rated for interest and influence, from 0 to 100."
    ),
    BackgroundKind.ZONES: N_("A card dropped in a zone takes its name as field of action."),
    BackgroundKind.IMAGE: N_("A plan of the territory, softened under the cards."),
}


class GroundPanel(Column):
    """Chooses what lies under the map. `asked` is an action of the table: what is done on the map itself."""

    asked = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.add(label(workspace, N_("Background of the map"), "heading"))
        self._kinds = QButtonGroup(self)
        self.buttons = {kind: self._kind(kind) for kind in BackgroundKind}
        self._said = QLabel()
        self._said.setProperty("role", "caption")
        self._said.setWordWrap(True)
        self.add(self._said)
        self.parts = {
            BackgroundKind.TARGET: self._lines(("centre", N_("At the centre"), N_("The project"))),
            BackgroundKind.QUADRANT: self._lines(
                ("y_axis", N_("What grows upwards"), N_("Influence")),
                ("x_axis", N_("What grows to the right"), N_("Interest")),
            ),
            BackgroundKind.ZONES: self._zones(),
            BackgroundKind.IMAGE: self._image(),
        }
        self.add(*self.parts.values())
        self.adjust = button(workspace, N_("Adjust on the map"), lambda: self.asked.emit("adjust"), "accent")
        self.finish = button(workspace, N_("Done"), lambda: self.asked.emit("ground"), "primary")
        self.add(self.adjust, self.finish)
        self.end()
        spoken(self, workspace, self._show)

    def take_keyboard(self) -> None:
        """The kind that is on has the keyboard."""
        self.buttons[self.workspace.document.background.kind].setFocus()

    def choose(self, kind: BackgroundKind) -> None:
        """Lays that kind under the map."""
        lay(self.workspace, kind)
        self._show()

    def ask_image(self) -> QFileDialog:
        """Asks for the file of a picture."""
        kinds = [_("Pictures (*.png *.jpg *.jpeg *.svg)"), _("All files (*)")]
        title = _("Image under the map")
        return asking.existing(
            self, title, self.workspace.path.parent, kinds, lambda paths: self.lay_image(paths[0])
        )

    def lay_image(self, path: Path) -> bool:
        """Lays the picture of a file under the map; False, and a sentence said, where it cannot be."""
        from facilitator.ui import picture_file  # what the first picture does not need

        try:
            with asking.busy():
                image = picture_file.read(path)
        except picture_file.Unusable as why:
            self.workspace.say(str(why), error=True)
            return False
        return lay_image(self.workspace, image)

    def follow(self, before: Document, after: Document) -> None:
        if (
            before.background is not after.background
            or before.zones is not after.zones
            or before.images is not after.images
        ):
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it, as Done does."""
        if event.key() == Qt.Key.Key_Escape:
            self.asked.emit("ground")
        else:
            super().keyPressEvent(event)

    # Its parts

    def _kind(self, kind: BackgroundKind) -> QPushButton:
        choice = WordedButton()
        choice.setProperty("role", "kind")
        choice.setCheckable(True)
        choice.setAutoDefault(False)
        choice.setIcon(ground_icon(kind))
        choice.setIconSize(SIZE)
        choice.setEnabled(not self.workspace.read_only)
        choice.clicked.connect(lambda _checked=False: self.choose(kind))
        self._kinds.addButton(choice)
        self.add(choice)
        return choice

    def _lines(self, *told: tuple[str, str, str]) -> QWidget:
        part, column = _part()
        for name, sentence, usual in told:
            place = Place("background", name, _BACKGROUND)
            column.addWidget(LineField(self.workspace, place, sentence, hint=usual))
        return part

    def _zones(self) -> QWidget:
        part, column = _part()
        self.zones = RowList(self._zone)
        column.addWidget(self.zones)
        self.new_zone = button(self.workspace, N_("New zone"), lambda: self.asked.emit("new_zone"), "")
        self.new_zone.setEnabled(not self.workspace.read_only)
        column.addWidget(self.new_zone, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    def _zone(self, id_: str) -> QWidget:
        row = QWidget()
        name = LineField(self.workspace, Place("zones", "name", (id_,)), N_("Name of the zone"), bare=True)

        def fill(more: More) -> None:
            more.offer(_("Duplicate"), lambda: self.workspace.do(gestures.duplicate_zone(id_, new_id())))
            more.offer(_("Delete"), lambda: self.workspace.do(gestures.delete_zone(id_)))

        more = More(self.workspace, N_("What can be done with this zone"), fill)
        more.setEnabled(not self.workspace.read_only)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(name, 1)
        line.addWidget(more)
        return row

    def _image(self) -> QWidget:
        part, column = _part()
        self.image_name = QLabel()
        self.image_name.setTextFormat(Qt.TextFormat.PlainText)
        self.image_name.setWordWrap(True)
        self.bring = QPushButton()
        self.bring.setAutoDefault(False)
        self.bring.clicked.connect(lambda _checked=False: self.ask_image())
        self.remove = button(
            self.workspace, N_("Take it away"), lambda: self.workspace.do(gestures.set_image(None)), "danger"
        )
        for act in (self.bring, self.remove):
            act.setEnabled(not self.workspace.read_only)
        column.addWidget(self.image_name)
        column.addWidget(self.bring)
        column.addWidget(self.remove)
        return part

    def _show(self) -> None:
        """Shows the document, in the language of the moment."""
        document = self.workspace.document
        kind = document.background.kind
        for one, choice in self.buttons.items():
            choice.setText(terms.background_name(one))
            choice.setChecked(one is kind)
        self._said.setText(_(_SAYS[kind]))
        for one, part in self.parts.items():
            part.setVisible(one is kind)
        self.zones.show_rows([zone.id for zone in ordered(document.zones)])
        image = document.images.get(document.background.image)
        self.image_name.setText(image.name if image else _("No image yet."))
        self.bring.setText(_("Replace the image…") if image else _("Choose an image…"))
        self.remove.setVisible(image is not None)
        shown = kind is not BackgroundKind.BLANK and (kind is not BackgroundKind.IMAGE or image is not None)
        self.adjust.setVisible(shown)
        self.adjust.setEnabled(not self.workspace.read_only)


def _part() -> tuple[QWidget, QVBoxLayout]:
    """What one kind of background has to say."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    return part, column
