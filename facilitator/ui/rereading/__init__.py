"""The minutes re-read together before anyone leaves: their pages, in the console and on the wall, as they change."""

from facilitator.ui.rereading.pages import Pages
from facilitator.ui.rereading.paper import Paper
from facilitator.ui.rereading.preview import Preview
from facilitator.ui.rereading.view import Rereading

__all__ = ["Pages", "Paper", "Preview", "Rereading"]
