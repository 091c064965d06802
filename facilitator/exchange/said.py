"""What is said of an actor in one typed line, understood: "+ volunteers: twelve on Saturdays", "- public funding".

A sign says whether it is brought (+, or none) or needed (-). What comes before a colon, or a word of the line, says
under which pillar and part of it; or which field of the card: wishes, strengths…
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from facilitator import terms, words
from facilitator.model.names import LINKING_WORDS, fold
from facilitator.model.vocabulary import SUB_ITEMS, Pillar, Side

_SIGN = re.compile(
    r"\s*(?:(\+)|([-–—−])|(?:besoin d(?:es?\b|u\b|['’])|cherche(?:nt)?\b|needs?\b|looks? for\b))\s*",
    re.IGNORECASE,
)
_PARTS = {
    "volunteers": "bénévole, bénévolat, volunteer",
    "employees": "salarié, salariée, employé, employée, équipe salariée, employee, staff",
    "engaged_volunteers": "volontaire, volontariat",
    "civic_service": "service civique, civic service",
    "skills_sharing": "mécénat de compétences, bénévolat de compétences, compétence, skill",
    "public_funding": "financement public, subvention, argent public, public money, grant",
    "private_funding": "financement privé, mécénat, mécène, don, patronage, gift, donation",
    "earned_income": "revenu d’activité, vente, chiffre d’affaires, prestation, sale",
    "fees": "cotisation, adhésion, fee",
    "pooled_means": "mutualisation, moyens mutualisés, local, locaux, salle, matériel, véhicule, camion, room, van",
    "peers": "pair, réseau, peer, network",
    "public_actors": "acteur public, élu, élue",
    "private_actors": "acteur privé, fournisseur, client, supplier, customer",
}
_PILLARS = {
    Pillar.HUMAN: "humain, richesse, people, human",
    Pillar.FINANCIAL: "finances, financement, financier, argent, money, funding",
    Pillar.ALLIANCES: "alliance, partenaire, partenariat, partner",
}
_FIELDS = {
    "missions": "mission",
    "domain": "domaine, champ, champ d’intervention, field",
    "actions": "action",
    "resources": "ressource, resource",
    "wishes": "envie, envie d’engagement, wish",
    "needs": "besoin, need",
    "strengths": "atout, force, strength",
    "obstacles": "frein, obstacle",
}
_Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A contribution; or, where `field` says so, words for that field of the card. Without pillar, none was said."""

    text: str
    side: Side = Side.OFFER
    pillar: Pillar | None = None
    sub_item: str = ""
    field: str = ""

    @property
    def empty(self) -> bool:
        """Whether it announces something and does not say what."""
        return not self.text and not self.sub_item


def read(line: str) -> Said:
    """The line understood as far as it can be; what cannot is left in its text, whole."""
    sign = _SIGN.match(line)
    side = Side.NEED if sign and sign[1] is None else Side.OFFER
    signed = bool(sign and (sign[1] or sign[2]))
    head, colon, rest = (line[sign.end() :] if sign and signed else line).partition(":")
    if colon and (meant := _meant(_read(head))) is not None:
        return Said(rest.strip(), Side.OFFER if meant[2] else side, *meant)
    text = line[sign.end() :].strip() if sign else line.strip()
    if _read(text) in _proper():
        return Said("", side, *_proper()[_read(text)])
    return Said(text, side, *_within(_read(text)))


def _meant(said: _Words) -> tuple[Pillar | None, str, str] | None:
    """The pillar, part and field these words name. What only hints at a part ("a van") is of the words of the group."""
    if said in _fields():
        return None, "", _fields()[said]
    if said in _proper():
        return *_proper()[said], ""
    return (_pillars()[said], "", "") if said in _pillars() else None


def _within(said: _Words) -> tuple[Pillar | None, str]:
    """The part of a pillar that is named by some words of a line, the longest name first."""
    for name, meant in sorted(_parts().items(), key=lambda pair: -len(pair[0])):
        if any(said[at : at + len(name)] == name for at in range(len(said) - len(name) + 1)):
            return meant
    return None, ""


@cache
def _proper() -> dict[_Words, tuple[Pillar, str]]:
    """Parts of the pillars under their own names."""
    return {
        name: (pillar, key)
        for pillar, keys in SUB_ITEMS.items()
        for key in keys
        for name in _told(partial(terms.sub_item_name, key))
    }


@cache
def _parts() -> dict[_Words, tuple[Pillar, str]]:
    return {
        name: (pillar, key)
        for pillar, keys in SUB_ITEMS.items()
        for key in keys
        for name in _names(_PARTS[key])
    } | _proper()


@cache
def _pillars() -> dict[_Words, Pillar]:
    return {
        name: pillar
        for pillar in Pillar
        for name in (*_names(_PILLARS[pillar]), *_told(partial(terms.pillar_name, pillar)))
    }


@cache
def _fields() -> dict[_Words, str]:
    return {name: field for field, listed in _FIELDS.items() for name in _names(listed)}


def _told(name: Callable[[], str]) -> Iterator[_Words]:
    """What it is called in every language, what is in brackets aside."""
    for code in words.available():
        with words.in_language(code):
            yield _read(name().partition(" (")[0])


def _names(listed: str) -> Iterator[_Words]:
    return (_read(name) for name in listed.split(", "))


def _read(text: str) -> _Words:
    """The folded words that say something, plurals aside."""
    folded = (fold(word) for word in re.findall(r"\w+", text))
    return tuple(w[:-1] if len(w) > 3 and w[-1] in "sx" else w for w in folded if w not in LINKING_WORDS)
