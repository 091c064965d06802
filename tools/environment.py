"""Makes .venv hold exactly requirements.lock and this source tree: the one step before everything else.

``python3 tools/environment.py``, on Linux, macOS and Windows, with nothing but Python's own library.
"""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
OLDEST = (3, 11)


def main() -> None:
    """Creates what is missing and installs; stops with one sentence where it cannot."""
    if sys.version_info < OLDEST:
        sys.exit(
            f"Python {_dotted(OLDEST)} or later is needed; {sys.executable} is {_dotted(sys.version_info[:2])}.\n"
            "If there is another one on this machine, name it: make run PYTHON=python3.12"
        )
    if not _stands():
        print("Creating .venv …", flush=True)
        _create()
    print("Installing the locked dependencies …", flush=True)
    # The lock is whole: nothing is left to resolve, and what was published since changes nothing.
    _pip("--no-deps", "--require-hashes", "-r", "requirements.lock")
    _pip("--no-deps", "--no-build-isolation", "-e", ".")


def _stands() -> bool:
    """Is there an environment whose Python still runs, is recent enough, and has pip?"""
    wanted = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    try:
        return subprocess.run([PYTHON, "-c", wanted], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _create() -> None:
    try:
        venv.create(VENV, clear=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(
            f"Python could not create an environment in {VENV} ({error}).\n"
            "On Debian or Ubuntu, install what is missing: sudo apt-get install python3-venv"
        )


def _pip(*what: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *what]
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        sys.exit("This could not be installed: see above. If nothing could be fetched, is the network there?")


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


if __name__ == "__main__":
    main()
