"""What the cells of a list say: words of the closed vocabularies, in French or in English, however they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from facilitator import terms, words
from facilitator.model.document import Category, LinkType
from facilitator.model.names import fold
from facilitator.model.vocabulary import Attendance, Direction, Presence, Status

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


def presence(cell: str) -> Presence | None:
    """Where an actor stands; None if the word is not known, as for every cell below."""
    return _PRESENCE_WORDS.get(fold(cell))


def attendance(cell: str) -> Attendance | None:
    return _ATTENDANCE_WORDS.get(fold(cell))


def status(cell: str) -> Status | None:
    return _STATUS_WORDS.get(fold(cell))


def intensity(cell: str) -> int | None:
    """A level from 1 to 4, by its number (3, 3,0) or its name."""
    return _INTENSITY_WORDS.get(fold(re.sub(r"[.,]0*$", "", cell.strip())))


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
    """The several types of one cell."""
    return [part.strip() for part in re.split(r"[,;|\n]", cell) if part.strip()]


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
