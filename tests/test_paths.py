"""Resources and personal folders are found in each way of running."""

import sys
from pathlib import Path

import platformdirs
import pytest

from facilitator import paths


def test_a_resource_of_the_source_tree() -> None:
    assert paths.resource("fonts", "OFL.txt").is_file()


def test_resources_of_an_installed_package_lie_beside_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_resources").mkdir()
    monkeypatch.setattr(paths, "_HERE", tmp_path)
    assert paths.resource("themes", "x.toml") == tmp_path / "_resources" / "themes" / "x.toml"


def test_resources_of_a_bundle_lie_in_its_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("icons") == tmp_path / "resources" / "icons"


@pytest.mark.parametrize("folder", [paths.documents, paths.state])
def test_personal_folders_follow_the_one_variable(folder: object, home: Path) -> None:
    assert callable(folder)
    made = folder()
    assert made.is_dir()
    assert made.is_relative_to(home)


def test_personal_folders_are_the_systems_own_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: tmp_path / "Documents")
    monkeypatch.setattr(platformdirs, "user_state_path", lambda *_, **__: tmp_path / "State")
    assert paths.documents() == tmp_path / "Documents" / "Entre tous"
    assert paths.state() == tmp_path / "State"
