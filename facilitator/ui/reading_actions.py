"""The part of the table of actions about reading the windows: their language, their size of text, light or dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from facilitator import words
from facilitator.ui import look, remembered
from facilitator.words import N_, _

if TYPE_CHECKING:
    from facilitator.ui.actions import Action
    from facilitator.ui.window import Window

_APPEARANCES = {"light": N_("Light"), "dark": N_("Dark"), "system": N_("As the system")}


def readings(action: type[Action]) -> Iterator[Action]:
    """One language among all, one size, one appearance."""
    for n, (code, name) in enumerate(words.LANGUAGES.items()):
        yield _language(action, code, name, apart=n == 0)
    for n, size in enumerate(look.TEXT_SIZES):
        yield _size(action, size, apart=n == 0)
    for n, (key, name) in enumerate(_APPEARANCES.items()):
        yield _appearance(action, key, name, apart=n == 0)


def _language(action: type[Action], code: str, name: str, *, apart: bool) -> Action:
    def speak(window: Window) -> None:
        window.asked_language.emit(code)

    return action(
        f"language_{code}", name, "view", speak, on=lambda _w: words.language() == code,
        apart=apart, within=N_("Language"),
    )  # fmt: skip


def _size(action: type[Action], size: float, *, apart: bool) -> Action:
    percent = round(size * 100)

    def enlarge(window: Window) -> None:
        window.asked_text_size.emit(size)

    return action(
        f"text_{percent}", f"{percent} %", "view", enlarge, on=lambda _w: remembered.text_size() == size,
        says=lambda _w: _("{size} %").format(size=percent), apart=apart, within=N_("Text size"),
    )  # fmt: skip


def _appearance(action: type[Action], key: str, name: str, *, apart: bool) -> Action:
    def appear(window: Window) -> None:
        window.asked_appearance.emit(key)

    return action(
        f"appearance_{key}", name, "view", appear, on=lambda _w: remembered.appearance() == key,
        apart=apart, within=N_("Appearance"),
    )  # fmt: skip
