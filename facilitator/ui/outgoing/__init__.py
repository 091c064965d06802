"""What leaves the session on paper or by mail: the poster, the cards for the tables, the minutes to those who asked."""

from facilitator.ui.outgoing.mail import MailDialog
from facilitator.ui.outgoing.poster import PosterDialog
from facilitator.ui.outgoing.tables import TablesDialog

__all__ = ["MailDialog", "PosterDialog", "TablesDialog"]
