"""What the cells of a list say: words of the closed vocabularies, in French or in English, however they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import TypeVar

from facilitator import terms, words
from facilitator.model.document import Category, LinkType
from facilitator.model.names import fold
from facilitator.model.vocabulary import (
    INTENSITIES,
    ODDS,
    SUB_ITEMS,
    Agreement,
    Attendance,
    Block,
    Direction,
    Partnership,
    Pillar,
    Presence,
    Side,
    Status,
)

T = TypeVar("T")

_CATEGORIES = {
    "state": ("Services de l’État", "Administration"),
    "authority": ("Collectivité territoriale", "Collectivités territoriales", "Collectivités locales"),
    "association": ("Assos", "Asso"),
    "company": ("Entreprise privée", "Business"),
    "foundation": ("Fonds", "Fondations et fonds"),
    "academic": ("Acteur académique", "Universitaires", "Recherche", "Academics"),
    "citizens": ("Citoyens / habitants", "Citoyens", "Habitants", "Citoyen", "Habitant", "Citizens"),
    "other": ("Autres", "Divers"),
}
_LINK_TYPES = {
    "funding": ("Finance", "Financier"),
    "skills": ("Compétence", "Mécénat de compétences"),
    "material": ("Moyens", "Matériel", "Lieu", "Moyens matériels/lieu", "Moyens matériels et lieux"),
    "information": ("Information/mise en réseau", "Mise en réseau", "Informations", "Réseau"),
    "governance": (),
    "cooperation": ("Coopération opérationnelle", "Opérationnel"),
    "co_construction": (),
}
_PRESENCES = {
    Presence.PRESENT: ("présent", "présente", "présents", "present", "oui"),
    Presence.EXCUSED: ("excusé", "excusée", "excused"),
    Presence.TO_MOBILISE: ("à mobiliser", "to mobilise", "to mobilize"),
    Presence.ABSENT: ("absent", "absente", "absents", "non"),
}
_ATTENDANCES = {
    Attendance.PRESENT: _PRESENCES[Presence.PRESENT],
    Attendance.EXCUSED: _PRESENCES[Presence.EXCUSED],
    Attendance.ABSENT: _PRESENCES[Presence.ABSENT],
}
_STATUSES = {
    Status.EXISTING: ("existant", "existe", "existing"),
    Status.TO_STRENGTHEN: ("à renforcer", "to strengthen", "strengthen"),
    Status.TO_CREATE: ("à créer", "to create", "create"),
}
_INTENSITIES = {
    1: ("1", "échange d’information", "exchange of information"),
    2: ("2", "coordination"),
    3: ("3", "coopération", "cooperation"),
    4: ("4", "collaboration"),
}
_ARROWS = {
    "→": (Direction.FORWARD, False),
    "->": (Direction.FORWARD, False),
    "=>": (Direction.FORWARD, False),
    "←": (Direction.FORWARD, True),
    "<-": (Direction.FORWARD, True),
    "↔": (Direction.BOTH, False),
    "<->": (Direction.BOTH, False),
    "<=>": (Direction.BOTH, False),
    "⇄": (Direction.BOTH, False),
}
_WAYS = {
    Direction.FORWARD: ("sens unique", "dans un sens", "forward", "one way", "directed"),
    Direction.BOTH: ("réciproque", "double sens", "deux sens", "both", "both ways", "mutual", "undirected"),
}
_SIDES = {
    Side.OFFER: ("offre", "apport", "apporte", "offer", "offers", "brings"),
    Side.NEED: ("besoin", "besoins", "cherche", "need", "needs"),
}
_YES = frozenset(map(fold, ("oui", "o", "yes", "y", "x", "1", "vrai", "true", "✓")))
_NO = frozenset(map(fold, ("", "non", "n", "no", "0", "faux", "false")))
_TENSE = re.compile(r"tension|tendue?s?\b|\btense\b|conflit|conflict", re.IGNORECASE)


def _table(said: Mapping[T, Iterable[str]]) -> dict[str, T]:
    return {fold(word): meaning for meaning, held in said.items() for word in held}


_PRESENCE_WORDS = _table(_PRESENCES)
_ATTENDANCE_WORDS = _table(_ATTENDANCES)
_STATUS_WORDS = _table(_STATUSES)
_INTENSITY_WORDS = _table(_INTENSITIES)
_WAY_WORDS = _table(_WAYS)
_SIDE_WORDS = _table(_SIDES)


@cache
def _said(name: Callable[[T], str], keys: tuple[T, ...]) -> dict[str, T]:
    """Each key by what it is called in every language, and by itself, folded."""
    known = {fold(str(key)): key for key in keys}
    for code in words.available():
        with words.in_language(code):
            known |= {fold(name(key)): key for key in keys}
    return known


def _meant(cell: str, name: Callable[[T], str], keys: Iterable[T], more: Mapping[str, T] = {}) -> T | None:
    said = fold(cell)
    return _said(name, tuple(keys)).get(said) or more.get(said)


def presence(cell: str) -> Presence | None:
    """Where an actor stands; None if the word is not known, as for every cell below."""
    return _meant(cell, terms.presence_name, Presence, _PRESENCE_WORDS)


def attendance(cell: str) -> Attendance | None:
    return _meant(cell, terms.attendance_name, Attendance, _ATTENDANCE_WORDS)


def status(cell: str) -> Status | None:
    return _meant(cell, terms.status_name, Status, _STATUS_WORDS)


def intensity(cell: str) -> int | None:
    """A level from 1 to 4, by its number (3, 3,0) or its name."""
    return _meant(re.sub(r"[.,]0*$", "", cell.strip()), terms.intensity_name, INTENSITIES, _INTENSITY_WORDS)


def pillar(cell: str) -> Pillar | None:
    return _meant(cell, terms.pillar_name, Pillar)


def sub_item(cell: str, pillar: Pillar) -> str | None:
    """The part of that pillar."""
    return _meant(cell, terms.sub_item_name, SUB_ITEMS[pillar])


def side(cell: str) -> Side | None:
    return _meant(cell, terms.side_name, Side, _SIDE_WORDS)


def block(cell: str) -> Block | None:
    return _meant(cell, terms.block_name, Block)


def agreement(cell: str) -> Agreement | None:
    return _said(terms.agreement_name, tuple(Agreement)).get(fold(cell))


def partnership(cell: str) -> Partnership | None:
    return _meant(cell, terms.partnership_name, Partnership)


def rating(cell: str) -> int | None:
    """A whole number from 0 to 100."""
    found = re.fullmatch(r"(\d{1,3})(?:[.,]0*)?", cell.strip())
    return int(found[1]) if found and int(found[1]) <= 100 else None


def odds(cell: str) -> tuple[int, ...] | None:
    """Numbers of goals, whatever stands between them: "2, 12" or "ODD 2 et ODD 12"."""
    found = {int(number) for number in re.findall(r"\d+", cell)}
    return tuple(sorted(found)) if found and found <= set(ODDS) else None


def day(cell: str) -> str | None:
    """A day as an ISO text: 2026-11-30, 30/11/2026, 30.11.26."""
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", cell.strip())
    if found is None:
        other = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})", cell.strip())
        year, month, number = (other[3], other[2], other[1]) if other else ("0", "0", "0")
    else:
        year, month, number = found[1], found[2], found[3]
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(number)).isoformat()
    except ValueError:
        return None


def direction(cell: str) -> tuple[Direction, bool] | None:
    """Which way a link goes, and whether its ends are to be swapped (←)."""
    arrow = cell.replace("—", "-").replace("–", "-").replace(" ", "").replace("--", "-")
    if arrow in _ARROWS:
        return _ARROWS[arrow]
    way = _WAY_WORDS.get(fold(cell))
    return (way, False) if way else None


def quality(cell: str) -> tuple[bool, str]:
    """Whether a relation is tense, and what else is said of it."""
    if not _TENSE.search(cell):
        return False, cell
    alone = fold(cell) in ("tension", "entension", "tendu", "tendue", "tense", "conflit", "conflict", "oui")
    return True, "" if alone else cell


def yes(cell: str) -> bool | None:
    """A choice a person made; nothing written is no."""
    said = fold(cell)
    return True if said in _YES else False if said in _NO else None


def split(cell: str) -> list[str]:
    """The several words of one cell: one a line where it has lines."""
    return [part.strip() for part in re.split(r"\n" if "\n" in cell else r"[,;|]", cell) if part.strip()]


def joined(parts: Iterable[str]) -> str:
    """Several words in one cell, as `split` takes them apart."""
    held = list(parts)
    return ("\n" if any(re.search(r"[,;|]", part) for part in held) else ", ").join(held)


def categories(held: Mapping[str, Category]) -> dict[str, str]:
    """Id of each type of actor by every folded name it goes by: the session's own first."""
    both = (terms.category_name, terms.category_plural)
    return _known(held, both, _CATEGORIES)


def link_types(held: Mapping[str, LinkType]) -> dict[str, str]:
    """Id of each type of link by every folded name it goes by."""
    return _known(held, (terms.link_type_name,), _LINK_TYPES)


Row = TypeVar("Row", bound=Category | LinkType)


def _known(
    held: Mapping[str, Row], names: Iterable[Callable[[Row], str]], synonyms: Mapping[str, Iterable[str]]
) -> dict[str, str]:
    known = {fold(row.name): id_ for id_, row in held.items() if row.name}
    for code in words.available():
        with words.in_language(code):
            for id_, row in held.items():
                for name in names:
                    known.setdefault(fold(name(row)), id_)
    for key in (key for key, row in held.items() if not row.name):
        for word in (key, *synonyms.get(key, ())):
            known.setdefault(fold(word), key)
    return known
