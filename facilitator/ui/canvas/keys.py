"""The keys of the map. The window has the same ones in its menus: a canvas shown by itself has all its gestures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from facilitator.ui.canvas.widget import Canvas

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
Keys = Mapping[tuple[object, Qt.KeyboardModifier], Callable[[], object]]
"""What each key does, by the key, or the character it types, and what is held with it."""

_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def keys_of(canvas: Canvas) -> Keys:
    """The keys of a canvas, arrows aside."""
    key = Qt.Key
    return {
        (key.Key_Escape, _NONE): canvas.escape,
        (key.Key_Delete, _NONE): canvas.delete,
        (key.Key_Backspace, _NONE): canvas.delete,
        (key.Key_F2, _NONE): canvas.rename,
        (key.Key_Return, _NONE): canvas.rename,
        (key.Key_Enter, _NONE): canvas.rename,
        (key.Key_C, _CONTROL): canvas.copy,
        (key.Key_X, _CONTROL): canvas.cut,
        (key.Key_V, _CONTROL): canvas.paste,
        (key.Key_D, _CONTROL): canvas.duplicate,
        (key.Key_T, _CONTROL): canvas.put_back,
        (key.Key_R, _CONTROL): canvas.swap_ends,
        (key.Key_A, _CONTROL): canvas.select_all,
        (key.Key_A, _NONE): canvas.start_typing_actors,
        (key.Key_L, _NONE): canvas.start_link,
        (key.Key_N, _NONE): canvas.next_link,
        (key.Key_N, Qt.KeyboardModifier.ShiftModifier): lambda: canvas.next_link(-1),
        (key.Key_Z, _NONE): canvas.fit_selection,
        ("0", _NONE): canvas.fit,
        ("+", _NONE): canvas.zoom_in,
        ("-", _NONE): canvas.zoom_out,
    }


def held_with(event: QKeyEvent) -> Qt.KeyboardModifier:
    """What is held, whichever side of the keyboard the key is on."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def meant(keys: Keys, event: QKeyEvent) -> Callable[[], object] | None:
    """What an event asks for, if it is one of these keys."""
    return keys.get((Qt.Key(event.key()), held_with(event))) or keys.get((event.text(), _NONE))
