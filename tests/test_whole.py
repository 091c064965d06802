"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator import whole


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_new_file_and_one_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    for content in (b"one", b"two"):
        whole.write(out, content)
        assert out.read_bytes() == content
        assert names(tmp_path) == {"out.svg"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_goes_on_leading_to_its_file(tmp_path: Path) -> None:
    real, link = tmp_path / "real.svg", tmp_path / "link.svg"
    real.write_bytes(b"before")
    link.symlink_to(real)
    whole.write(link, b"after")
    assert link.is_symlink()
    assert real.read_bytes() == b"after"


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    out = tmp_path / "out.svg"
    out.mkdir()
    with pytest.raises(OSError, match="out"):
        whole.write(out, b"after")
    assert names(tmp_path) == {"out.svg"}


def test_a_disk_that_fills_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "out.svg"
    out.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        whole.write(out, b"after")
    assert out.read_bytes() == b"before"
    assert names(tmp_path) == {"out.svg"}
