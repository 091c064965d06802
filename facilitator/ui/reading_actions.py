"""The part of the table of actions that is about reading the windows: their language, the size of their text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from facilitator import words
from facilitator.ui import look, remembered
from facilitator.words import N_, _

if TYPE_CHECKING:
    from facilitator.ui.actions import Action
    from facilitator.ui.window import Window


def readings(action: type[Action]) -> Iterator[Action]:
    """One language among all, one size among all."""
    for n, (code, name) in enumerate(words.LANGUAGES.items()):
        yield _language(action, code, name, apart=n == 0)
    for n, size in enumerate(look.TEXT_SIZES):
        yield _size(action, size, apart=n == 0)


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
