"""The floors of the house hold: who may import whom is written in pyproject.toml."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_each_floor_stands_only_on_those_below() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as main; main()"]
    done = subprocess.run(
        [*command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_window_opens_without_what_its_first_picture_does_not_need() -> None:
    asked = (
        "import sys, facilitator.ui.window, facilitator.ui.home;"
        "print(sorted({'networkx', 'reportlab', 'xlsxwriter', 'pypdfium2'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
