"""Names of the closed sets of `facilitator.model.vocabulary`; KeyError for a key that is not of the set."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.model.document import Category, LinkType
from facilitator.words import N_, _, pgettext

_CATEGORIES = {
    "state": (N_("State"), N_("State services")),
    "authority": (N_("Local authority"), N_("Local authorities")),
    "association": (N_("Association"), N_("Associations")),
    "company": (N_("Company"), N_("Companies")),
    "foundation": (N_("Foundation"), N_("Foundations")),
    "academic": (N_("Academic"), N_("Academic actors")),
    "citizens": (N_("Residents"), N_("Citizens and residents")),
    "other": (N_("Other"), N_("Others")),
}
_LINK_TYPES = {
    "funding": N_("Funding"),
    "skills": N_("Skills"),
    "material": N_("Material means"),
    "information": N_("Information"),
    "governance": N_("Governance"),
    "cooperation": N_("Cooperation"),
    "co_construction": N_("Co-construction"),
}
_PRESENCES: dict[str, Callable[[], str]] = {
    "present": lambda: pgettext("actor", "present"),
    "excused": lambda: pgettext("actor", "excused"),
    "to_mobilise": lambda: pgettext("actor", "to mobilise"),
    "absent": lambda: pgettext("actor", "absent"),
}
_ATTENDANCES: dict[str, Callable[[], str]] = {
    "present": lambda: pgettext("person", "present"),
    "excused": lambda: pgettext("person", "excused"),
    "absent": lambda: pgettext("person", "absent"),
}
_PILLARS = {
    "human": N_("Human wealth"),
    "financial": N_("Financial resources"),
    "alliances": N_("Alliances"),
}
_SUB_ITEMS = {
    "volunteers": N_("Volunteers"),
    "employees": N_("Employees"),
    "engaged_volunteers": N_("Statutory volunteers"),
    "civic_service": N_("Civic service"),
    "skills_sharing": N_("Skills volunteering or sponsorship"),
    "public_funding": N_("Public funding"),
    "private_funding": N_("Private funding (patronage, gifts)"),
    "earned_income": N_("Earned income"),
    "fees": N_("Membership fees"),
    "pooled_means": N_("Pooled means"),
    "peers": N_("Peers"),
    "public_actors": N_("Public actors"),
    "private_actors": N_("Private actors"),
}
_SIDES: dict[str, Callable[[], str]] = {
    "offer": lambda: pgettext("contribution", "Brings"),
    "need": lambda: pgettext("contribution", "Needs"),
}
_STATUSES: dict[str, Callable[[], str]] = {
    "existing": lambda: pgettext("link", "existing"),
    "to_strengthen": lambda: pgettext("link", "to strengthen"),
    "to_create": lambda: pgettext("link", "to create"),
}
_INTENSITIES = {
    1: N_("exchange of information"),
    2: N_("coordination"),
    3: N_("cooperation"),
    4: N_("collaboration"),
}
_DIRECTIONS = {"forward": N_("one way"), "both": N_("both ways")}
_AGREEMENTS: dict[str, Callable[[], str]] = {
    "": lambda: pgettext("agreement", "not said yet"),
    "yes": lambda: pgettext("agreement", "yes"),
    "reservation": lambda: pgettext("agreement", "reservation"),
    "disagreement": lambda: pgettext("agreement", "disagreement"),
    "to_clarify": lambda: pgettext("agreement", "to clarify"),
}
_DEGREES: dict[str, Callable[[], str]] = {
    "fully": lambda: pgettext("degree", "fully"),
    "mostly": lambda: pgettext("degree", "mostly"),
    "little": lambda: pgettext("degree", "a little"),
    "not_at_all": lambda: pgettext("degree", "not at all"),
}
_PARTNERSHIPS = {
    "patronage": N_("Patronage"),
    "responsible_practices": N_("Responsible practices"),
    "economic_cooperation": N_("Economic cooperation"),
    "societal_innovation": N_("Societal innovation"),
}
_BLOCKS: dict[str, Callable[[], str]] = {
    "cap": lambda: pgettext("block", "Common course"),
    "actors": lambda: pgettext("block", "Actors"),
    "links": lambda: pgettext("block", "Links"),
    "reading": lambda: pgettext("block", "Reading the map"),
    "principles": lambda: pgettext("block", "Principles"),
    "methods": lambda: pgettext("block", "Ways of acting"),
    "means": lambda: pgettext("block", "Means to mobilise"),
    "closing": lambda: pgettext("block", "Closing"),
}
_PANELS: dict[str, Callable[[], str]] = {
    "welcome": lambda: pgettext("panel", "Welcome"),
    "cap": lambda: pgettext("panel", "Common course"),
    "actors": lambda: pgettext("panel", "List of actors"),
    "cards": lambda: pgettext("panel", "Actors’ cards"),
    "links": lambda: pgettext("panel", "Links"),
    "reading": lambda: pgettext("panel", "Reading the map"),
    "items": lambda: pgettext("panel", "Points to discuss"),
    "commitments": lambda: pgettext("panel", "Commitments"),
    "closing": lambda: pgettext("panel", "Closing"),
}
_MAP_FILTERS: dict[str, Callable[[], str]] = {
    "all": lambda: pgettext("map", "Everything"),
    "actors": lambda: pgettext("map", "Actors alone"),
    "today": lambda: pgettext("map", "Today"),
    "desired": lambda: pgettext("map", "Desired"),
}
_LICENCES = {
    "none": N_("No licence stated"),
    "all_rights": N_("All rights reserved"),
    "cc_by": N_("Creative Commons Attribution 4.0 (CC BY)"),
    "cc_by_sa": N_("Creative Commons Attribution – ShareAlike 4.0 (CC BY-SA)"),
    "cc_by_nc_sa": N_("Creative Commons Attribution – NonCommercial – ShareAlike 4.0 (CC BY-NC-SA)"),
}
BACKGROUNDS = {
    "blank": N_("Blank sheet"),
    "target": N_("Target with rings (proximity)"),
    "quadrant": N_("Two axes: influence, interest"),
    "zones": N_("Named zones"),
    "image": N_("Image"),
}
"""What lies under the map, by `BackgroundKind`."""
_PICTOGRAMS: dict[str, Callable[[], str]] = {
    "columns": lambda: pgettext("pictogram", "Columns"),
    "town_hall": lambda: pgettext("pictogram", "Town hall"),
    "people": lambda: pgettext("pictogram", "People"),
    "buildings": lambda: pgettext("pictogram", "Buildings"),
    "heart": lambda: pgettext("pictogram", "Heart"),
    "mortarboard": lambda: pgettext("pictogram", "Mortarboard"),
    "person": lambda: pgettext("pictogram", "Person"),
    "plus": lambda: pgettext("pictogram", "Plus sign"),
    "leaf": lambda: pgettext("pictogram", "Leaf"),
    "star": lambda: pgettext("pictogram", "Star"),
    "house": lambda: pgettext("pictogram", "House"),
    "megaphone": lambda: pgettext("pictogram", "Megaphone"),
    "euro": lambda: pgettext("pictogram", "Euro"),
    "skill": lambda: pgettext("pictogram", "Skill"),
    "box": lambda: pgettext("pictogram", "Box"),
    "network": lambda: pgettext("pictogram", "Network"),
    "scales": lambda: pgettext("pictogram", "Scales"),
    "gears": lambda: pgettext("pictogram", "Gears"),
    "puzzle": lambda: pgettext("pictogram", "Puzzle"),
}


def category_name(category: Category) -> str:
    """One actor's type, as on its card: the name the group gave, else the usual word."""
    return category.name or _usual_category(category.id, 0)


def category_plural(category: Category) -> str:
    """The type as a heading over several actors."""
    return category.name or _usual_category(category.id, 1)


def category_within(category: Category) -> str:
    """The type of several actors inside a sentence: as the group wrote it, else the usual word in small letters."""
    name = category_plural(category)
    return name if category.name else name[:1].lower() + name[1:]


def _usual_category(id_: str, form: int) -> str:
    return _(_CATEGORIES[id_][form]) if id_ in _CATEGORIES else _("Unnamed type")


def link_type_name(link_type: LinkType) -> str:
    """The name the group gave, else the usual word."""
    if link_type.name or link_type.id not in _LINK_TYPES:
        return link_type.name or _("Unnamed type")
    return _(_LINK_TYPES[link_type.id])


def presence_name(key: str) -> str:
    """Where an actor stands towards the table."""
    return _PRESENCES[key]()


def attendance_name(key: str) -> str:
    """Whether a person came."""
    return _ATTENDANCES[key]()


def pillar_name(key: str) -> str:
    return _(_PILLARS[key])


def sub_item_name(key: str) -> str:
    """A sub-item of a pillar; nothing for none."""
    return _(_SUB_ITEMS[key]) if key else ""


def side_name(key: str) -> str:
    """What an actor brings, what it needs: a heading over contributions."""
    return _SIDES[key]()


def status_name(key: str) -> str:
    return _STATUSES[key]()


def intensity_name(key: int) -> str:
    """The level from 1 to 4, in words: none is better than another."""
    return _(_INTENSITIES[key])


def direction_name(key: str) -> str:
    return _(_DIRECTIONS[key])


def agreement_name(key: str) -> str:
    return _AGREEMENTS[key]()


def degree_name(key: str) -> str:
    """How far hands agree with a question on the session."""
    return _DEGREES[key]()


def partnership_name(key: str) -> str:
    return _(_PARTNERSHIPS[key])


def block_name(key: str) -> str:
    return _BLOCKS[key]()


def panel_name(key: str) -> str:
    return _PANELS[key]()


def map_filter_name(key: str) -> str:
    return _MAP_FILTERS[key]()


def licence_name(key: str) -> str:
    return _(_LICENCES[key])


def background_name(key: str) -> str:
    return _(BACKGROUNDS[key])


def pictogram_name(key: str) -> str:
    return _PICTOGRAMS[key]()
