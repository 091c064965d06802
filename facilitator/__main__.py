"""`python -m facilitator`: the window, or a command. Nothing else happens here, so that both start fast."""

from __future__ import annotations

import sys


def main() -> int:
    """Does what the command line asks; returns the exit status."""
    from facilitator import commands

    return commands.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
