"""What stops a command."""

from __future__ import annotations


class Misused(Exception):  # noqa: N818  the command is misused: it is no error of the program
    """What was asked makes no sense; the message says why, in the language of the moment."""


class Fault(Exception):  # noqa: N818  the file or the data is at fault, not the program
    """Something that `terms.refusal` tells from a key and values."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values
