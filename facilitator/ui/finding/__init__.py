"""Finding, and acting, by typing: the command palette (Ctrl+K), and what goes to an actor or a link (Ctrl+F)."""

from facilitator.ui.finding.search import Search

__all__ = ["Search"]
