"""The windows: the only rooms that know Qt."""

import sys

import PySide6.QtCore  # noqa: F401

# The binding reads, and keeps, the source of each module imported after it, to find those that could ask for
# `from __feature__`: nobody here does. It is 18 MB, and a tenth of the way to the first picture.
_feature = sys.modules.get("shibokensupport.feature")
if hasattr(_feature, "_mod_uses_pyside"):
    vars(_feature)["_mod_uses_pyside"] = lambda _module: False
