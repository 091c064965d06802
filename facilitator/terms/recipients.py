"""Who will receive the minutes, in sentences. Names only: an address is read nowhere but where one writes to it."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.model.document import Participant
from facilitator.model.recipients import Recipients
from facilitator.terms.sentences import listed
from facilitator.words import _, ngettext


def person_name(row: Participant) -> str:
    """A person as those who know the room call them."""
    return row.name or row.organisation or _("A person without a name")


def recipients_told(found: Recipients) -> Iterator[str]:
    """Who receives, then who cannot be reached, each in a sentence."""
    served, without, wrong = len(found.served), len(found.without), len(found.wrong)
    if not found.asked:
        yield _("Nobody asked to receive the minutes: the draft has no recipient.")
        return
    yield ngettext(
        "{count} person will receive the minutes, in blind copy.",
        "{count} people will receive the minutes, in blind copy.",
        served,
    ).format(count=served)
    if without:
        yield ngettext(
            "{count} person asked for the minutes without giving an address: {names}.",
            "{count} people asked for the minutes without giving an address: {names}.",
            without,
        ).format(count=without, names=listed([*map(person_name, found.without)]))
    if wrong:
        yield ngettext(
            "{count} person asked for the minutes with an address to check: {names}.",
            "{count} people asked for the minutes with an address to check: {names}.",
            wrong,
        ).format(count=wrong, names=listed([*map(person_name, found.wrong)]))
