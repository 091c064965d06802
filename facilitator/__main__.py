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
    from facilitator.ui import crash
    from facilitator.words import _

    crash.write(crash.report(error, ""))
    sentence = _("Something went wrong in the program, and it stopped there. The report is in {log}.")
    print(sentence.format(log=crash.log()), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
