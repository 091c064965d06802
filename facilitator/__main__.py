"""`python -m facilitator`: the window, or a command. Nothing else is imported here, so that both start fast."""

from __future__ import annotations

import sys


def main() -> int:
    """Does what the command line asks; returns the exit status. Never ends with a traceback."""
    from facilitator import commands

    try:
        return commands.run(sys.argv[1:])
    except Exception as error:
        return _broken(error)


def _broken(error: Exception) -> int:
    """The program is at fault: a report in the log, one sentence here."""
    from facilitator.commands import speech
    from facilitator.ui import crash
    from facilitator.words import _

    report = crash.report(error, "")
    crash.write(report)
    sentence = _("Something went wrong in the program, and it stopped there. The report is in {log}.")
    try:
        speech.complain(sentence.format(log=crash.log()))
    except OSError:  # there is no place for a log: the report is what there is to say
        sys.stderr.write(report)
    return 1


if __name__ == "__main__":
    sys.exit(main())
