"""A sentence one can click, line by line."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.ui.panels.sentence import Sentence


@pytest.mark.parametrize(
    "html",
    [
        "<b>Le groupe</b> Association « Les Amis du Gué » <b>porte la parole de</b> « Radio Val » : oui !",
        "Association « Les Amis du Gué » ; Fondation « Terre » ? Oui",
    ],
)
def test_french_punctuation_begins_no_line(dressed: QApplication, qtbot: QtBot, html: str) -> None:
    sentence = Sentence(html)
    qtbot.addWidget(sentence)
    for width in range(160, 420):
        sentence.heightForWidth(width)
        block = sentence._page.begin()
        layout, text = block.layout(), block.text()
        starts = [layout.lineAt(n).textStart() for n in range(layout.lineCount())]
        assert not any(text[start] in "»:;?!" for start in starts), width
        assert not any(text[:start].rstrip().endswith("«") for start in starts), width
