"""What a person reads in a window: every text of every widget that is seen."""

from collections.abc import Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)


def read(window: QWidget, *, hidden: bool = False) -> Iterator[str]:
    """Texts that are shown, and those that are told to who does not see: names, tooltips, placeholders."""
    for widget in (window, *window.findChildren(QWidget)):
        if not (hidden or widget.isVisibleTo(window)):
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(n) for n in range(widget.count()))
        elif isinstance(widget, QTabWidget):
            yield from (widget.tabText(n) for n in range(widget.count()))
        elif isinstance(widget, QGroupBox | QMenu):
            yield widget.title()
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def plain(text: str) -> str:
    """The sentence with plain spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def texts(widget: QWidget) -> str:
    """What the labels and buttons that are shown there say, a line each."""
    found = widget.findChildren(QLabel) + widget.findChildren(QPushButton)
    return plain("\n".join(child.text() for child in found if child.isVisibleTo(widget)))


def english_left(window: QWidget) -> set[str]:
    """Texts of the window that are an English sentence of the catalogue which French says otherwise."""
    from tools import catalogue

    english = set()
    for message in catalogue.read("fr"):
        if (
            message.id
            and isinstance(message.id, str)
            and message.id != message.string
            and "{" not in message.id
        ):
            english.add(message.id)
    french = {str(message.string) for message in catalogue.read("fr") if message.id}
    texts = {text.replace("&", "").partition("\t")[0].strip() for text in read(window)}
    return (texts & english) - french
