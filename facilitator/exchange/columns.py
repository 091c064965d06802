"""Which lists are known by their headings, in French and in English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache

from facilitator import words
from facilitator.exchange.headings import heading
from facilitator.model.names import fold


class Kind(StrEnum):
    """What a list is a list of; UNKNOWN where its headings do not tell."""

    ACTORS = "actors"
    CONTRIBUTIONS = "contributions"
    LINKS = "links"
    COMMITMENTS = "commitments"
    PARTICIPANTS = "participants"
    CHARTER = "charter"
    UNKNOWN = "unknown"


FIELDS: dict[Kind, dict[str, tuple[str, ...]]] = {
    Kind.ACTORS: {
        "name": ("Nom", "Acteur", "Nom de l’acteur", "Structure", "Organisation", "Name", "Actor", "Label"),
        "category": ("Catégorie", "Type d’acteur", "Category", "Kind"),
        "presence": ("Statut", "Status"),
        "missions": ("Mission", "Description"),
        "domain": ("Domaine", "Domain", "Field"),
        "actions": ("Activités", "Activities"),
        "strengths": ("Forces",),
        "obstacles": (),
        "resources": ("Ressource", "Apports"),
        "needs": ("Besoin",),
        "wishes": ("Envies d’engagement", "Wishes"),
        "odds": ("Objectifs de développement durable", "Goals"),
        "influence": (),
        "interest": (),
        "proximity": (),
        "tags": ("Tags", "Étiquettes", "Mots-clés"),
        "confidential": (),
        "note": ("Note", "Notes", "Remarques", "Remarks"),
        "ref": ("Identifiant",),
    },
    Kind.CONTRIBUTIONS: {
        "actor": ("Acteur", "Nom", "Structure", "Organisation", "Name"),
        "pillar": (),
        "sub_item": ("Rubrique", "Sous-rubrique", "Sub-item"),
        "side": ("Sens", "Side"),
        "text": ("Description", "Texte", "Text"),
        "confidential": (),
    },
    Kind.LINKS: {
        "source": ("Source", "Origine"),
        "target": ("Cible", "À", "Target"),
        "types": ("Type", "Type de lien", "Link type"),
        "partnerships": ("Partenariat", "Partenariats", "Partnership"),
        "status": ("État",),
        "intensity": ("Niveau", "Level"),
        "direction": ("Direction",),
        "quality": ("Tension",),
        "label": ("Label",),
        "text": ("Description", "Texte"),
        "tags": ("Tags", "Étiquettes", "Mots-clés"),
        "confidential": (),
        "note": ("Note", "Notes", "Remarques", "Remarks"),
    },
    Kind.COMMITMENTS: {
        "what": ("Engagement", "Commitment", "Action"),
        "actors": ("Acteurs", "Structures", "Organisations"),
        "who": (),
        "first_step": (),
        "due": ("Échéance", "Quand", "Date", "Due", "When"),
        "said_yes_by": (),
        "link_source": (),
        "link_target": (),
        "confidential": (),
    },
    Kind.PARTICIPANTS: {
        "name": ("Nom et prénom", "Prénom et nom", "Participant"),
        "organisation": ("Organisation", "Organisme", "Organization"),
        "role": ("Rôle", "Function"),
        "email": ("Courriel", "E-mail", "Mail", "Adresse électronique"),
        "attendance": ("Presence",),
        "named": ("Figure nommément", "Nommément", "Named"),
        "receives": ("Reçoit le compte-rendu", "Reçoit", "Receives"),
    },
    Kind.CHARTER: {
        "block": (),
        "step": (),
        "point": (),
        "answer": (),
        "agreement": (),
        "position_a": (),
        "position_b": (),
        "confidential": (),
    },
}
"""Fields of each kind of list in the order they are written, and what else than their headings they are known by."""

_TOLD_BY: dict[Kind, tuple[set[str], set[str]]] = {
    Kind.LINKS: ({"source", "target"}, set()),
    Kind.CONTRIBUTIONS: ({"actor", "pillar"}, set()),
    Kind.COMMITMENTS: ({"what"}, {"actors", "who", "due", "first_step"}),
    Kind.CHARTER: ({"point"}, {"block", "step"}),
    Kind.PARTICIPANTS: (set(), {"role", "email", "named", "receives"}),
    Kind.ACTORS: ({"name"}, set()),
}
"""Fields that a list of each kind has, all of the first and one of the second; the first kind that fits is it."""


def recognised(headings: Sequence[str]) -> tuple[Kind, dict[str, int]] | None:
    """What list these headings announce, and the place of each known field; None if they announce none.

    Where a heading comes twice, the first is read.
    """
    for kind, (every, any_) in _TOLD_BY.items():
        places = _places(kind, headings)
        if kind is Kind.PARTICIPANTS and not {"name", "organisation"} & places.keys():
            continue
        if every <= places.keys() and (not any_ or any_ & places.keys()):
            return kind, places
    return None


def _places(kind: Kind, headings: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, title in enumerate(headings):
        if (field := _fields(kind).get(fold(title))) and title.strip():
            places.setdefault(field, place)
    return places


def named(kind: Kind, titles: Iterable[str]) -> dict[str, str]:
    """The field that each of these names stands for in a list of that kind, known by its key too."""
    known = _fields(kind)
    found = ((title, title if title in FIELDS[kind] else known.get(fold(title))) for title in titles)
    return {title: field for title, field in found if field}


@cache
def _fields(kind: Kind) -> dict[str, str]:
    """The field of each folded heading: those we write, in every language, then the others."""
    known: dict[str, str] = {}
    for code in words.available():
        with words.in_language(code):
            for field in FIELDS[kind]:
                known.setdefault(fold(heading(field)), field)
    for field, titles in FIELDS[kind].items():
        for title in titles:
            known.setdefault(fold(title), field)
    return known
