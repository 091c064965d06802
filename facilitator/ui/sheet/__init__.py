"""The session sheet: everything that is said once of a session.

    SessionSheet(workspace, parent).show()

It is not modal: the map stays at hand, and every field writes at once.
"""

from facilitator.ui.sheet.dialog import SessionSheet

__all__ = ["SessionSheet"]
