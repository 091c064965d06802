"""Who asked to receive the minutes, and at which addresses: said before anything leaves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitator.model.document import Document, Participant, ordered

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:(?!-)[A-Za-z0-9-]{{1,63}}(?<!-)\.)+[A-Za-z0-9-]{{2,63}}")
"""What every mail server takes. A quoted name, or an accent before the @, is nearly always a slip of the hand."""
_LONGEST = 254


@dataclass(frozen=True, slots=True)
class Recipients:
    """Those who asked, in their order: who will receive, who gave no address, whose address cannot be used.

    `addresses` are those to write to, each once.
    """

    addresses: tuple[str, ...]
    served: tuple[Participant, ...]
    without: tuple[Participant, ...]
    wrong: tuple[Participant, ...]

    @property
    def asked(self) -> int:
        """How many people asked."""
        return len(self.served) + len(self.without) + len(self.wrong)


def recipients(document: Document) -> Recipients:
    """Those of a whole session, not of an edition of it, which holds no address."""
    served, without, wrong = [], [], []
    addresses: dict[str, str] = {}
    for row in ordered(document.participants):
        if not row.receives:
            continue
        found = addresses_in(row.email)
        if found:
            served.append(row)
            for address in found:
                addresses.setdefault(address.casefold(), address)
        elif row.email.strip():
            wrong.append(row)
        else:
            without.append(row)
    return Recipients(tuple(addresses.values()), tuple(served), tuple(without), tuple(wrong))


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses of a field, as mail servers take them; none where a part of it is not an address.

    `Anna <anna@exemple.fr>`, `mailto:anna@exemple.fr` and several addresses are understood.
    """
    inside = re.findall(r"<([^<>]*)>", text)
    parts = inside or [part for part in re.split(r"[\s,;]+", text) if part]
    found = tuple(_usable(part.strip().removeprefix("mailto:")) for part in parts)
    return found if all(found) else ()


def _usable(text: str) -> str:
    """The address with its domain in ASCII; empty where it is none."""
    local, _at, domain = text.rpartition("@")
    try:
        address = f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        return ""
    return address if len(address) <= _LONGEST and _ADDRESS.fullmatch(address) else ""
