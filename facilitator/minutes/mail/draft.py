"""The draft as a file (`.eml`): not sent, from nobody yet, its recipients in blind copy and nowhere else."""

from __future__ import annotations

import unicodedata
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from facilitator import words
from facilitator.minutes.mail.invitation import invitation
from facilitator.minutes.mail.letter import Letter
from facilitator.model.document import Document
from facilitator.model.edition import edition as edition_of
from facilitator.model.recipients import recipients
from facilitator.words import _


def draft(
    document: Document,
    pdf: bytes,
    letter: Letter,
    *,
    edition: str = "participants",
    language: str | None = None,
) -> bytes:
    """A message with the minutes `pdf` and the next meeting attached, to those who asked for it.

    `X-Unsent` makes mail programs open it as a message to be sent. The same session gives the same bytes.
    """
    workshop = edition_of(document, edition).workshop
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(letter.subject.split())
    addresses = recipients(document).addresses
    if addresses:
        message["Bcc"] = ", ".join(addresses)
    message["X-Unsent"] = "1"
    message.set_content(letter.text, cte="quoted-printable")
    with words.in_language(language or workshop.language):
        title = _ascii(workshop.title)
        named = " - ".join(part for part in (_ascii(_("Minutes")), title, workshop.date) if part)
        message.add_attachment(pdf, maintype="application", subtype="pdf", filename=f"{named}.pdf")
        calendar = invitation(workshop)
        if calendar:
            message.add_attachment(
                calendar,
                maintype="text",
                subtype="calendar",
                filename=f"{_ascii(_('Next meeting'))}.ics",
                params={"charset": "utf-8", "method": "PUBLISH"},
            )
    whole = sha256(pdf + calendar + letter.text.encode("utf-8"))
    message.set_boundary(f"=_{whole.hexdigest()[:40]}")
    return message.as_bytes()


def _ascii(text: str) -> str:
    """A text for the name of an attachment: older mail programs read no accent there."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("œ", "oe").replace("Œ", "Oe"))
    letters = (letter if letter.isalnum() or letter in "-'" else " " for letter in plain if letter.isascii())
    return " ".join("".join(letters).split())[:60].strip()
