"""Build hook: compiles the catalogues, then ships resources/ beside the code as facilitator/_resources."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface):  # type: ignore[type-arg]
    """An editable install needs the compiled words only: it reads resources/ where it is."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        from tools import catalogue

        catalogue.compile_all()
        if version == "standard":
            build_data["force_include"]["resources"] = "facilitator/_resources"
