"""What may be asked on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator import __version__, words
from facilitator.exchange.pixels import NARROWEST, WIDEST
from facilitator.minutes.tables import KINDS, MOST
from facilitator.words import N_, _

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""What argparse itself may say here."""
argparse._ = _  # type: ignore[attr-defined]  # where argparse looks its words up: in ours it finds them in French

COMMANDS = ("new", "import", "export", "minutes", "poster", "cards", "mail", "read", "check", "self-test")
_EDITIONS = ("participants", "public")
_CARDS = tuple(kind.replace("_", "-") for kind in KINDS)
_POSTERS, _TILES = ("a3", "a2", "a1", "a0"), ("a4", "a3")


class _Parser(argparse.ArgumentParser):
    """One that keeps its status where its words cannot be written, as later versions of Python do by themselves."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        with suppress(OSError):
            super()._print_message(message, file)


def parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of these arguments: that of the commands if the first is one, else that of the window."""
    return _commands() if arguments and arguments[0] in COMMANDS else _window()


def language_asked(arguments: Sequence[str]) -> str:
    """The language of `--lang fr` or `--lang=fr`, known before anything is said; empty if there is none of ours."""
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            value = value if equals else next(iter(arguments[place + 1 :]), "")
            return value if value in words.available() else ""
    return ""


def _window() -> argparse.ArgumentParser:
    found = _Parser(
        prog="facilitator",
        description=_("Opens the welcome window of Entre tous, or a session."),
        epilog=_("Commands: {commands}. “facilitator COMMAND --help” says more of one.").format(
            commands=", ".join(COMMANDS)
        ),
    )
    found.add_argument("file", metavar=_("FILE"), nargs="?", type=Path, help=_("the session to open"))
    found.add_argument("--sample", action="store_true", help=_("opens a fresh copy of the sample session"))
    found.add_argument(
        "--version",
        action="version",
        version=f"Entre tous {__version__}",
        help=_("says which version this is"),
    )
    _add_language(found, _("the language of the windows"))
    found.set_defaults(command="window")
    return found


def _commands() -> argparse.ArgumentParser:
    found = _Parser(prog="facilitator")
    commands = found.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    described: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
        "new": (_("creates a session"), _new),
        "import": (_("adds lists of actors, links or participants to a session"), _import),
        "export": (
            _("writes a session in another format, by extension: .csv, .xlsx, .graphml, .json, .svg, .png"),
            _export,
        ),
        "minutes": (_("writes the minutes of a session as PDF"), _minutes),
        "poster": (_("writes the map of a session as a PDF to hang on a wall"), _poster),
        "cards": (_("writes cards and strips for the tables as a PDF to cut out"), _cards),
        "mail": (_("writes a draft that any mail program opens, the minutes attached"), _mail),
        "read": (_("says what the map of a session tells, as questions or as data"), _read),
        "check": (_("says whether a session is sound"), _check),
        "self-test": (_("tries every part of the program on a session of its own"), _self_test),
    }
    for name, (description, fill) in described.items():
        command = commands.add_parser(name, description=description, help=description)
        fill(command)
    return found


def _new(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "file", metavar=_("FILE"), type=Path, help=_("the session to create; it must not exist")
    )
    content = command.add_mutually_exclusive_group()
    content.add_argument(
        "--sample", metavar=_("KEY"), help=_("fills it with a sample, e.g. nourrir-rivemont")
    )
    content.add_argument(
        "--journey",
        metavar=_("KEY"),
        default="default",
        help=_("the steps it goes through: a key, or a .toml file"),
    )
    _add_language(command, _("the language of the session"))


def _import(command: argparse.ArgumentParser) -> None:
    _add_session(command)
    command.add_argument(
        "data",
        metavar=_("DATA"),
        type=Path,
        nargs="+",
        help=_("lists (.csv, .xlsx), graphs (.graphml), sessions or maps of Kumu (.json)"),
    )
    _add_language(command, _("the language of what is said here"))


def _export(command: argparse.ArgumentParser) -> None:
    _add_session(command)
    command.add_argument("out", metavar=_("OUT"), type=Path, help=_("the file to write, e.g. .xlsx"))
    command.add_argument(
        "--edition",
        choices=(*_EDITIONS, "whole"),
        default="participants",
        help=_(
            "public: without names of people, tension, or what is confidential; whole: everything, for yourself alone"
        ),
    )
    command.add_argument(
        "--width", metavar=_("PIXELS"), type=_width, help=_("how wide a .png picture is; 3000 unless said")
    )
    _add_language(command, _("the language of what is written; that of the session unless said"))


def _minutes(command: argparse.ArgumentParser) -> None:
    _add_session(command)
    command.add_argument("out", metavar=_("OUT.pdf"), type=Path, help=_("the PDF file to write"))
    _add_edition(command)
    _add_language(command, _("the language of the minutes; that of the session unless said"))


def _poster(command: argparse.ArgumentParser) -> None:
    _add_session(command)
    command.add_argument("out", metavar=_("OUT.pdf"), type=Path, help=_("the PDF file to write"))
    command.add_argument("--size", choices=_POSTERS, default="a2", help=_("the size of the poster"))
    command.add_argument("--tiles", choices=_TILES, help=_("on sheets of this size, to put together"))
    _add_edition(command)
    _add_language(command, _("the language of the poster; that of the session unless said"))


def _cards(command: argparse.ArgumentParser) -> None:
    _add_session(command)
    command.add_argument("out", metavar=_("OUT.pdf"), type=Path, help=_("the PDF file to write"))
    command.add_argument(
        "--kinds",
        metavar=_("KINDS"),
        type=_kinds,
        default=KINDS[:1],
        help=_(
            "cards of actors and strips of links, to fill in or filled from the session, separated by commas: {kinds}"
        ).format(kinds=", ".join(_CARDS)),
    )
    command.add_argument(
        "--sheets", metavar=_("SHEETS"), type=_sheets, default=1, help=_("how many sheets of each blank kind")
    )
    _add_edition(command)
    _add_language(command, _("the language of the cards; that of the session unless said"))


def _mail(command: argparse.ArgumentParser) -> None:
    _add_session(command)
    command.add_argument("out", metavar=_("OUT.eml"), type=Path, help=_("the draft to write"))
    _add_edition(command)
    _add_language(command, _("the language of the letter and the minutes; that of the session unless said"))


def _read(command: argparse.ArgumentParser) -> None:
    _add_session(command)
    command.add_argument("--json", action="store_true", help=_("as data, for other programs"))
    _add_edition(command)
    _add_language(command, _("the language of the questions; that of the session unless said"))


def _check(command: argparse.ArgumentParser) -> None:
    _add_session(command)
    _add_language(command, _("the language of what is said here"))


def _self_test(command: argparse.ArgumentParser) -> None:
    _add_language(command, _("the language of what is said here"))


def _add_session(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar=_("FILE"), type=Path, help=_("the session"))


def _add_edition(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--edition",
        choices=_EDITIONS,
        default="participants",
        help=_("public: without names of people, tension, or what is confidential"),
    )


def _width(asked: str) -> int:
    width = int(asked) if asked.isascii() and asked.isdigit() else 0
    if not NARROWEST <= width <= WIDEST:
        raise argparse.ArgumentTypeError(_("from {low} to {high} pixels").format(low=NARROWEST, high=WIDEST))
    return width


def _kinds(asked: str) -> tuple[str, ...]:
    kinds = tuple(kind.strip().replace("-", "_") for kind in asked.split(","))
    if not set(kinds) <= set(KINDS):
        raise argparse.ArgumentTypeError(
            _("{kinds} is not possible here; choose from {choices}").format(
                kinds=asked, choices=", ".join(_CARDS)
            )
        )
    return kinds


def _sheets(asked: str) -> int:
    sheets = int(asked) if asked.isascii() and asked.isdigit() else 0
    if not 1 <= sheets <= MOST:
        raise argparse.ArgumentTypeError(_("from {low} to {high} sheets").format(low=1, high=MOST))
    return sheets


def _add_language(command: argparse.ArgumentParser, meaning: str) -> None:
    command.add_argument("--lang", choices=words.available(), help=meaning)
