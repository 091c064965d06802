"""Keys as this system and this language write them, those that hold in Accueil too, and texts that mark none.

Apart from the actions, whose table knows all the rooms of the console: Accueil is seen before those are read.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QKeySequence

from facilitator.words import N_, _

EVERYWHERE = {"new": ("Ctrl+N",), "open": ("Ctrl+O",), "home": ("Ctrl+W",), "quit": ("Ctrl+Q",)}
"""Keys of the actions that Accueil has too, by the key of the action."""

_KEY_NAMES = {
    "Shift": N_("Shift"),
    "Del": N_("Del"),
    "Backspace": N_("Backspace"),
    "PgDown": N_("Page down"),
    "PgUp": N_("Page up"),
    "Left": N_("Left"),
    "Right": N_("Right"),
    "Up": N_("Up"),
    "Down": N_("Down"),
    "Return": N_("Enter"),
}
"""Keys as they are engraved, where their name is not the same in every language."""


def shown(key: str) -> str:
    """A key as this system and this language write it."""
    if sys.platform == "darwin":
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return "+".join(_(_KEY_NAMES.get(part, part)) for part in key.split("+"))


def literal(text: str) -> str:
    """A text for a button or a menu, where Qt would take `&` for the mark of a key: Fondation Habitat & Partage."""
    return text.replace("&", "&&")
