"""The organiser's logo: chosen as a file, seen small, taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.model.document import Document
from facilitator.model.gestures import set_logo
from facilitator.ui import asking, look
from facilitator.ui.fields.spoken import button, label, spoken
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

LONGEST = 1200
"""Pixels of its longer side, at most: paper has no more to show."""
_SEEN = 56
"""Pixels of its height here, at a text size of 100 %."""


class LogoField(QWidget):
    """The picture on the cover of the minutes."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.picture, self.choose = QLabel(), QPushButton()
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(lambda _checked=False: self.ask())
        self.remove = button(workspace, N_("Take it away"), self._take_away, "danger")
        for act in (self.choose, self.remove):
            act.setEnabled(not workspace.read_only)
        line = QHBoxLayout()
        line.setSpacing(look.px(10))
        for part in (self.picture, self.choose, self.remove):
            line.addWidget(part)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(workspace, N_("Logo on the minutes"), "label"))
        column.addLayout(line)
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self._tell)

    def ask(self) -> QFileDialog:
        """Asks for the file of a picture."""
        kinds = [_("Pictures (*.png *.jpg *.jpeg *.svg)"), _("All files (*)")]
        folder = self._workspace.path.parent
        return asking.existing(self, _("Logo"), folder, kinds, lambda paths: self.bring(paths[0]))

    def bring(self, path: Path) -> bool:
        """Takes the picture of a file; False, and a sentence said, where it cannot be."""
        from facilitator.ui import picture_file  # what the first picture does not need

        try:
            with asking.busy():
                image = picture_file.read(path, longest=LONGEST)
        except picture_file.Unusable as why:
            self._workspace.say(str(why), error=True)
            return False
        return self._workspace.do(set_logo(image))

    def _take_away(self) -> None:
        self.choose.setFocus()  # what was pressed goes with the picture, and the keys would land on another button
        self._workspace.do(set_logo(None))

    def _followed(self, before: Document, after: Document) -> None:
        if before.workshop is not after.workshop or before.images is not after.images:
            self._tell()

    def _tell(self) -> None:
        document = self._workspace.document
        image = document.images.get(document.workshop.logo)
        self.choose.setText(_("Replace the image…") if image else _("Choose an image…"))
        self.remove.setVisible(image is not None)
        seen = QPixmap()
        readable = image is not None and seen.loadFromData(image.data)
        self.picture.setVisible(readable)
        if readable:
            ratio = self.devicePixelRatioF()
            seen = seen.scaledToHeight(
                round(look.px(_SEEN) * ratio), Qt.TransformationMode.SmoothTransformation
            )
            seen.setDevicePixelRatio(ratio)
            self.picture.setPixmap(seen)
            self.picture.setAccessibleName(
                _("Logo of {organiser}").format(organiser=document.workshop.organiser)
            )
