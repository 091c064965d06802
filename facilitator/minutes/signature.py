"""What a file that leaves the room is called, who signs it, and under which terms."""

from __future__ import annotations

from facilitator import terms
from facilitator.model.document import Workshop
from facilitator.model.vocabulary import Licence

_SHORT = {
    Licence.CC_BY: "CC BY 4.0",
    Licence.CC_BY_SA: "CC BY-SA 4.0",
    Licence.CC_BY_NC_SA: "CC BY-NC-SA 4.0",
}
"""Licences as one line names them; the last page of the minutes says them in full."""


def signature(workshop: Workshop) -> str:
    """Author and licence on one line; empty where neither is said."""
    author = workshop.author or workshop.organiser
    licence = (
        ""
        if workshop.licence is Licence.NONE
        else _SHORT.get(workshop.licence, terms.licence_name(workshop.licence))
    )
    return " · ".join(part for part in (author, licence) if part)


def called(title: str, what: str) -> str:
    """What a file says it is: the title of the session; with what it holds where it is one word, which might be the
    name of any file."""
    return title if " " in title.strip() else " · ".join(part for part in (title, what) if part)
