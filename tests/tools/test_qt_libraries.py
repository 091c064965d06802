"""The advice given on a machine where Qt cannot start is the one line to type there."""

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from tools import qt_libraries

BROUGHT_BY_QT = ("libQt6", "libicu", "libpyside6", "libshiboken6")
BROUGHT_BY_ANY_SYSTEM = (
    "libc.so",
    "libm.so",
    "libgcc_s",
    "libstdc++",
    "ld-linux",
    "libxcb.so",
    "libz.so",
    "libzstd",
)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt brings everything along")
@pytest.mark.skipif(shutil.which("readelf") is None, reason="needs binutils")
def test_the_table_holds_all_that_qt_loads_from_the_system() -> None:
    qt = Path(PySide6.__file__).parent / "Qt"
    rooms = ["lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6", "lib/libQt6DBus.so.6", "lib/libQt6XcbQpa.so.6"]
    rooms += ["plugins/platforms/libqxcb.so", "plugins/platforms/libqoffscreen.so"]
    done = subprocess.run(
        ["readelf", "-d", *(str(qt / room) for room in rooms)], capture_output=True, text=True, check=True
    )
    needed = {line.split("[")[1].rstrip("]") for line in done.stdout.splitlines() if "(NEEDED)" in line}
    ours = {name for name in needed if not name.startswith(BROUGHT_BY_QT + BROUGHT_BY_ANY_SYSTEM)}
    assert "libEGL.so.1" in ours
    assert ours <= {*qt_libraries.PACKAGES, "libgthread-2.0.so.0"}  # libgthread comes with libglib


def test_what_is_not_there_is_noticed() -> None:
    assert qt_libraries.absent(["libno-such-thing.so.9"]) == ["libno-such-thing.so.9"]


@pytest.mark.parametrize(
    ("installer", "line"),
    [
        ("apt-get", "sudo apt-get install -y libegl1 libgl1"),
        ("dnf", "sudo dnf install -y 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        ("none", "(your system's own command, for:) libEGL.so.1 libGL.so.1"),
    ],
)
def test_the_line_to_type(installer: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / installer).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert qt_libraries.advice(["libEGL.so.1", "libGL.so.1"]) == line
