"""Build hook: compiles the catalogues before the files are gathered, editable installs included."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Leaves resources/locale/*/LC_MESSAGES/facilitator.mo ready to ship."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        sys.path.insert(0, str(Path(self.root)))
        from tools import catalogue

        catalogue.compile_all()
