"""Help: what this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator import __version__
from facilitator.ui import look
from facilitator.words import _


class About(QDialog):
    """Version, licence, and whose ideas and works this stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Entre tous"))
        text = QLabel("\n\n".join(_about()), self)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        _framed(self, "Entre tous", text)
        self.setFixedWidth(look.px(560))


def _about() -> list[str]:
    return [
        _("Version {version}. Free software, under the MIT licence.").format(version=__version__),
        _("Map the alliances of a territory with the people in the room, and send the minutes the same day."),
        _(
            "The approach follows “Les modèles socio-économiques écosystémiques – Université du Faire ensemble” "
            "(Le RAMEAU / La Fonda, 2022, CC BY-NC-SA 3.0 FR), cited as a reference. The discussion items offered by "
            "the product are its own: they are not the text of the Charter."
        ),
        _("Typeface: Atkinson Hyperlegible Next, Braille Institute of America, SIL Open Font License 1.1."),
        _(
            "Colours and titles of the SDGs: United Nations. The UN has neither prepared nor approved "
            "what is made with this program."
        ),
        _("Everything stays on this computer: the program never uses the network."),
    ]


def _framed(dialog: QDialog, title: str, body: QWidget) -> None:
    """A title, the body, and a button that closes."""
    heading = QLabel(title, dialog)
    heading.setProperty("role", "title")
    close = QPushButton(_("Close"), dialog)
    close.setDefault(True)
    close.clicked.connect(lambda _checked=False: dialog.accept())
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(close)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(*(look.px(24),) * 4)
    column.setSpacing(look.px(16))
    column.addWidget(heading)
    column.addWidget(body, 1)
    column.addLayout(row)
    close.setFocus()
