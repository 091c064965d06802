"""Which lists are known by their headings, in French and in English."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from facilitator.model.names import fold


class Kind(StrEnum):
    """What a list is a list of."""

    ACTORS = "actors"
    LINKS = "links"
    PARTICIPANTS = "participants"


_ACTORS = {
    "name": ("Nom", "Acteur", "Nom de l’acteur", "Structure", "Organisation", "Name", "Actor", "Label"),
    "category": ("Catégorie", "Type", "Type d’acteur", "Category", "Kind"),
    "presence": ("Présence", "Statut", "Presence", "Status"),
    "missions": ("Missions", "Mission", "Description"),
    "domain": ("Domaine", "Champ d’intervention", "Domain", "Field"),
    "actions": ("Actions", "Activités", "Activities"),
    "strengths": ("Atouts", "Forces", "Strengths"),
    "obstacles": ("Freins", "Obstacles"),
    "needs": ("Besoins", "Besoin", "Needs"),
    "resources": ("Ressources", "Ressource", "Apports", "Resources"),
    "wishes": ("Envies", "Envies d’engagement", "Wishes"),
    "note": ("Note", "Notes", "Remarques", "Remarks"),
}
_LINKS = {
    "source": ("De", "Source", "Origine", "From"),
    "target": ("Vers", "Cible", "À", "Target", "To"),
    "types": ("Types", "Type", "Type de lien", "Link type"),
    "status": ("Statut", "État", "Status"),
    "intensity": ("Intensité", "Niveau", "Intensity", "Level"),
    "direction": ("Sens", "Direction"),
    "quality": ("Qualité", "Tension", "Quality"),
    "text": ("Description", "Précisions", "Texte", "Details", "Label"),
    "note": ("Note", "Notes", "Remarques", "Remarks"),
}
_PARTICIPANTS = {
    "name": ("Nom", "Nom et prénom", "Prénom et nom", "Participant", "Name"),
    "organisation": ("Structure", "Organisation", "Organisme", "Organization"),
    "role": ("Fonction", "Rôle", "Function", "Role"),
    "email": ("Courriel", "E-mail", "Mail", "Adresse électronique", "E-mail address"),
    "attendance": ("Présence", "Attendance", "Presence"),
    "named": ("Figure nommément", "Nommément", "Named"),
    "receives": ("Reçoit le compte-rendu", "Reçoit", "Receives the minutes", "Receives"),
}
COLUMNS: dict[Kind, dict[str, frozenset[str]]] = {
    kind: {field: frozenset(map(fold, names)) for field, names in fields.items()}
    for kind, fields in ((Kind.ACTORS, _ACTORS), (Kind.LINKS, _LINKS), (Kind.PARTICIPANTS, _PARTICIPANTS))
}
"""Folded headings of each field of each kind of list."""


def recognised(headings: Sequence[str]) -> tuple[Kind, dict[str, int]] | None:
    """What list these headings announce, and the place of each known field; None if they announce none.

    Where a heading comes twice, the first is read.
    """
    links, people, actors = (_places(kind, headings) for kind in (Kind.LINKS, Kind.PARTICIPANTS, Kind.ACTORS))
    if {"source", "target"} <= links.keys():
        return Kind.LINKS, links
    if {"role", "email", "named", "receives"} & people.keys() and {"name", "organisation"} & people.keys():
        return Kind.PARTICIPANTS, people
    return (Kind.ACTORS, actors) if "name" in actors else None


def _places(kind: Kind, headings: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, heading in enumerate(headings):
        for field, names in COLUMNS[kind].items():
            if fold(heading) in names and heading.strip():
                places.setdefault(field, place)
    return places
