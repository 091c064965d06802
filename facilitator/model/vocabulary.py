"""Closed sets of the trade, with stable keys. The keys are the file format; people read `facilitator.terms`."""

from __future__ import annotations

from enum import StrEnum


class Presence(StrEnum):
    """Where an actor stands towards the table."""

    PRESENT = "present"
    EXCUSED = "excused"
    TO_MOBILISE = "to_mobilise"
    ABSENT = "absent"


class Attendance(StrEnum):
    """Whether a participant came."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


class Pillar(StrEnum):
    """The three pillars of a socio-economic model."""

    HUMAN = "human"
    FINANCIAL = "financial"
    ALLIANCES = "alliances"


class Side(StrEnum):
    """A contribution is brought or looked for."""

    OFFER = "offer"
    NEED = "need"


class Status(StrEnum):
    """A link exists, could be stronger, or is to be created."""

    EXISTING = "existing"
    TO_STRENGTHEN = "to_strengthen"
    TO_CREATE = "to_create"


class Direction(StrEnum):
    """From source to target, or both ways. A link the other way round is one whose ends are swapped."""

    FORWARD = "forward"
    BOTH = "both"


class Agreement(StrEnum):
    """What the group says of a charter item; `NOT_SAID` until it has."""

    NOT_SAID = ""
    YES = "yes"
    RESERVATION = "reservation"
    DISAGREEMENT = "disagreement"
    TO_CLARIFY = "to_clarify"


class Fate(StrEnum):
    """What a room makes of a question its map asks."""

    KEPT = "kept"
    SET_ASIDE = "set_aside"


class VoteKind(StrEnum):
    """Hands counted, or a round in which one asks for objections."""

    HANDS = "hands"
    CONSENT = "consent"


class Partnership(StrEnum):
    """Four kinds of partnership, cumulative."""

    PATRONAGE = "patronage"
    RESPONSIBLE_PRACTICES = "responsible_practices"
    ECONOMIC_COOPERATION = "economic_cooperation"
    SOCIETAL_INNOVATION = "societal_innovation"


class Block(StrEnum):
    """The part of the session a step belongs to; the last three before closing are the charter's own blocks."""

    CAP = "cap"
    ACTORS = "actors"
    LINKS = "links"
    READING = "reading"
    PRINCIPLES = "principles"
    METHODS = "methods"
    MEANS = "means"
    CLOSING = "closing"


class Panel(StrEnum):
    """What the console shows beside the map during a step."""

    WELCOME = "welcome"
    CAP = "cap"
    ACTORS = "actors"
    CARDS = "cards"
    LINKS = "links"
    READING = "reading"
    ITEMS = "items"
    COMMITMENTS = "commitments"
    CLOSING = "closing"


class MapFilter(StrEnum):
    """Which part of the map a step asks for."""

    ALL = "all"
    ACTORS = "actors"
    TODAY = "today"
    DESIRED = "desired"


class DoneWhen(StrEnum):
    """What a step waits for, counted in the document (`Step.done_count` gives the number)."""

    ANSWERED = "answered"
    CAP_SET = "cap_set"
    PARTICIPANTS = "participants"
    ACTORS = "actors"
    CONTRIBUTIONS = "contributions"
    LINKS = "links"
    WORDS = "words"
    COMMITMENTS = "commitments"
    NEXT_DATE = "next_date"


class BackgroundKind(StrEnum):
    """What lies under the map."""

    BLANK = "blank"
    TARGET = "target"
    QUADRANT = "quadrant"
    ZONES = "zones"
    IMAGE = "image"


class Licence(StrEnum):
    """Under which terms the organiser gives the minutes."""

    NONE = "none"
    ALL_RIGHTS = "all_rights"
    CC_BY = "cc_by"
    CC_BY_SA = "cc_by_sa"
    CC_BY_NC_SA = "cc_by_nc_sa"


class Pictogram(StrEnum):
    """Shapes a category may carry; drawn by `facilitator.drawing.pictograms`."""

    COLUMNS = "columns"
    TOWN_HALL = "town_hall"
    PEOPLE = "people"
    BUILDINGS = "buildings"
    HEART = "heart"
    MORTARBOARD = "mortarboard"
    PERSON = "person"
    PLUS = "plus"
    LEAF = "leaf"
    STAR = "star"
    HOUSE = "house"
    MEGAPHONE = "megaphone"
    EURO = "euro"
    SKILL = "skill"
    BOX = "box"
    NETWORK = "network"
    SCALES = "scales"
    GEARS = "gears"
    PUZZLE = "puzzle"


SUB_ITEMS: dict[Pillar, tuple[str, ...]] = {
    Pillar.HUMAN: ("volunteers", "employees", "engaged_volunteers", "civic_service", "skills_sharing"),
    Pillar.FINANCIAL: ("public_funding", "private_funding", "earned_income", "fees", "pooled_means"),
    Pillar.ALLIANCES: ("peers", "public_actors", "private_actors"),
}
"""Sub-items of each pillar, as found in the sources."""

CATEGORIES: tuple[tuple[str, str, Pictogram], ...] = (
    ("state", "#332288", Pictogram.COLUMNS),
    ("authority", "#4477AA", Pictogram.TOWN_HALL),
    ("association", "#44AA99", Pictogram.PEOPLE),
    ("company", "#DDAA33", Pictogram.BUILDINGS),
    ("foundation", "#882255", Pictogram.HEART),
    ("academic", "#AA4499", Pictogram.MORTARBOARD),
    ("citizens", "#CC6677", Pictogram.PERSON),
    ("other", "#767676", Pictogram.PLUS),
)
"""Categories a new session starts with: key, colour, pictogram."""

LINK_TYPES: tuple[tuple[str, Pictogram], ...] = (
    ("funding", Pictogram.EURO),
    ("skills", Pictogram.SKILL),
    ("material", Pictogram.BOX),
    ("information", Pictogram.NETWORK),
    ("governance", Pictogram.SCALES),
    ("cooperation", Pictogram.GEARS),
    ("co_construction", Pictogram.PUZZLE),
)
"""Types of link a new session starts with: key, pictogram."""
FUNDING = "funding"
"""The type of a link that is money."""

CHARTER_BLOCKS = (Block.PRINCIPLES, Block.METHODS, Block.MEANS)
INTENSITIES = (1, 2, 3, 4)
"""Exchange of information, coordination, cooperation, collaboration. No level is better than another."""
DEGREES = ("fully", "mostly", "little", "not_at_all")
"""What hands say of a question on the session: fields of its row, from most to least."""
ODDS = tuple(range(1, 18))
"""Numbers of the Sustainable Development Goals."""
LANGUAGES = ("fr", "en")
