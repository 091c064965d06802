"""The language of the windows: our own words, and Qt's for its buttons and file dialogs."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from facilitator import words

_translators: list[QTranslator] = []


def speak(app: QApplication, language: str) -> None:
    """Everything says its words in this language from now on, dates and buttons of Qt included."""
    words.use(language)
    QLocale.setDefault(QLocale(language))
    for translator in _translators:
        app.removeTranslator(translator)
    _translators.clear()
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        _translators.append(translator)
        app.installTranslator(translator)
