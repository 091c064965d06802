"""The system libraries that Qt needs on Linux: looked for, installed where that is ours to do, named otherwise.

Elsewhere Qt brings everything along, and there is nothing to do.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What QtGui, its xcb and offscreen platforms load, and the Debian package that brings it."""


def main() -> None:
    """Leaves a machine on which Qt can start, or says the one line to type and stops."""
    if not sys.platform.startswith("linux"):
        return
    missing = absent(PACKAGES)
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        _install(missing)
        missing = absent(missing)
    if missing:
        sys.exit(f"Qt needs libraries that this system lacks. Type:\n  {advice(missing)}")


def absent(names: Iterable[str]) -> list[str]:
    """Those that the system's loader does not find."""
    return [name for name in names if not _loads(name)]


def advice(missing: Iterable[str]) -> str:
    """The one line that installs them here."""
    if shutil.which("apt-get"):
        return "sudo apt-get install -y " + " ".join(PACKAGES[name] for name in missing)
    if shutil.which("dnf"):
        return "sudo dnf install -y " + " ".join(f"'{name}()(64bit)'" for name in missing)
    return "(your system's own command, for:) " + " ".join(missing)


def _install(missing: Iterable[str]) -> None:
    packages = [PACKAGES[name] for name in missing]
    print("Installing the libraries that Qt needs:", *packages, flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "-qq", *step], env=quiet, stdout=subprocess.DEVNULL, check=False)


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
