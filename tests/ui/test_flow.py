"""Chips that flow in lines."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.ui.flow import Flow


class Restless(QPushButton):
    """One that wants another size as soon as it has its own, as a chip that shortens its words does."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(f"{event.size().width()} pixels are not enough for all this")


def test_each_has_its_place_even_where_one_asks_for_another_size_on_its_way(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    flow = Flow(room, gap=4)
    chips = [Restless("all this", room) for _ in range(4)]
    for chip in chips:
        chip.setMinimumSize(QSize(24, 24))
        flow.addWidget(chip)
    room.resize(120, 400)
    room.show()
    room.resize(60, 400)
    assert all(chip.width() == 60 for chip in chips), "in one go, before any other layout"
    assert [chip.y() for chip in chips] == sorted({chip.y() for chip in chips}), "one under the other"
