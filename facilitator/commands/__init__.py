"""Commands for the terminal (`parser.COMMANDS`), or the window.

Exit status: 0 done; 1 the file or the data is at fault, told in one sentence on the standard error; 2 the command is
misused. A command that fails leaves every existing file as it was. Nothing heavy is imported before it is needed.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence

from facilitator import terms, words
from facilitator.commands import speech
from facilitator.commands.faults import Fault, Misused
from facilitator.commands.parser import language_asked, parser

DONE, AT_FAULT, MISUSED = 0, 1, 2


def run(arguments: Sequence[str]) -> int:
    """Does what the command line asks; returns the exit status."""
    if arguments[:1] == ["typeset"]:  # between two processes of the program: nothing is said in words
        from facilitator.minutes.serving import serve

        return serve(sys.stdin.buffer, sys.stdout.buffer)
    speech.speak_utf8()
    words.use(language_asked(arguments) or words.system_language())
    try:
        status = _understood(arguments)
        speech.finish()
        return status
    except BrokenPipeError:  # whoever read us has left: `… | head`
        speech.hush(sys.stdout)
        return DONE
    except Fault as unsaid:
        return _told(terms.refusal(unsaid.key, unsaid.values), AT_FAULT)
    except KeyboardInterrupt:
        return 130


def _understood(arguments: Sequence[str]) -> int:
    try:
        asked = parser(arguments).parse_args(arguments)
    except SystemExit as left:  # argparse has said why, or has shown its help
        return int(left.code or 0)
    return _done(asked.command, asked)


def _done(command: str, asked: Namespace) -> int:
    if command == "window":
        from facilitator.commands.window import open_window

        return open_window(asked)
    if command == "self-test":
        from facilitator.commands.selftest import try_all

        return try_all()
    from facilitator.commands.actions import ACTIONS, FAULTS, sentence

    try:
        return ACTIONS[command](asked)
    except Misused as misuse:
        return _told(str(misuse), MISUSED)
    except FAULTS as fault:
        return _told(sentence(fault), AT_FAULT)


def _told(sentence: str, status: int) -> int:
    speech.complain(sentence)
    return status
