"""What there is to choose from in the panels and the sheet, named in the language of the moment."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator import terms
from facilitator.model.document import Document, ordered
from facilitator.model.vocabulary import (
    INTENSITIES,
    SUB_ITEMS,
    Agreement,
    Block,
    Direction,
    DoneWhen,
    Licence,
    MapFilter,
    Panel,
    Partnership,
    Pictogram,
    Pillar,
    Presence,
    Side,
    Status,
)
from facilitator.terms import capitalised
from facilitator.ui.fields.icons import category_icon, link_type_icon, pictogram_icon
from facilitator.ui.fields.offered import Option, Options
from facilitator.words import LANGUAGES, _


def _categories(document: Document) -> Sequence[Option]:
    return [Option(c.id, terms.category_name(c), category_icon(c)) for c in ordered(document.categories)]


def _link_types(document: Document) -> Sequence[Option]:
    return [Option(t.id, terms.link_type_name(t), link_type_icon(t)) for t in ordered(document.link_types)]


def _actors(document: Document) -> Sequence[Option]:
    rows = sorted(document.actors.values(), key=lambda actor: actor.name.casefold())
    return [Option(a.id, a.name, category_icon(document.categories[a.category])) for a in rows]


def _actors_or_none(document: Document) -> Sequence[Option]:
    return [Option("", _("No actor in particular")), *_actors(document)]


def _links_or_none(document: Document) -> Sequence[Option]:
    """Links that remain to be built come first: they are what commitments are for."""
    rows = sorted(ordered(document.links), key=lambda link: link.status == Status.EXISTING)
    return [
        Option("", _("No link in particular")),
        *(Option(link.id, terms.link_sentence(document, link)) for link in rows),
    ]


def _presences(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.presence_name(key))) for key in Presence]


def _statuses(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.status_name(key))) for key in Status]


def _intensities(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.intensity_name(key))) for key in INTENSITIES]


def _directions(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.direction_name(key))) for key in Direction]


def _partnerships(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.partnership_name(key))) for key in Partnership]


def _agreements(_document: Document) -> Sequence[Option]:
    """The four answers; not to have said yet is none of them."""
    return [Option(key, capitalised(terms.agreement_name(key))) for key in Agreement if key]


def _pillars(_document: Document) -> Sequence[Option]:
    return [Option(key, terms.pillar_name(key)) for key in Pillar]


def _pillars_or_none(_document: Document) -> Sequence[Option]:
    return [Option(None, _("No pillar")), *_pillars(_document)]


def _sides(_document: Document) -> Sequence[Option]:
    return [Option(key, terms.side_name(key)) for key in Side]


def sub_items(pillar: Pillar) -> Sequence[Option]:
    """Those of one pillar, and none."""
    return [
        Option("", _("Not specified")),
        *(Option(key, terms.sub_item_name(key)) for key in SUB_ITEMS[pillar]),
    ]


def _licences(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.licence_name(key))) for key in Licence]


def _blocks(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.block_name(key))) for key in Block]


def _step_panels(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.panel_name(key))) for key in Panel]


def _map_filters(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.map_filter_name(key))) for key in MapFilter]


def _pictograms(_document: Document) -> Sequence[Option]:
    return [Option(key, capitalised(terms.pictogram_name(key)), pictogram_icon(key)) for key in Pictogram]


def _languages(_document: Document) -> Sequence[Option]:
    return [Option(code, name) for code, name in LANGUAGES.items()]


def _done_whens(_document: Document) -> Sequence[Option]:
    names = {
        DoneWhen.ANSWERED: _("Points answered by the group"),
        DoneWhen.CAP_SET: _("Question, territory and goals set"),
        DoneWhen.PARTICIPANTS: _("Participants written down"),
        DoneWhen.ACTORS: _("Actors named"),
        DoneWhen.CONTRIBUTIONS: _("Actors with a contribution"),
        DoneWhen.LINKS: _("Existing links drawn"),
        DoneWhen.WORDS: _("Words of the group noted"),
        DoneWhen.COMMITMENTS: _("Commitments taken"),
        DoneWhen.NEXT_DATE: _("Next date set"),
    }
    return [Option(key, names[key]) for key in DoneWhen]


def _actor(document: Document, id_: str) -> Option:
    actor = document.actors.get(id_)
    if actor is None:
        return Option("", _("No actor in particular"))
    return Option(id_, actor.name, category_icon(document.categories[actor.category]))


def _link(document: Document, id_: str) -> Option:
    link = document.links.get(id_)
    if link is None:
        return Option("", _("No link in particular"))
    return Option(id_, terms.link_sentence(document, link))


categories = Options(_categories, ("categories",))
link_types = Options(_link_types, ("link_types",))
actors = Options(_actors, ("actors", "categories"), _actor)
actors_or_none = Options(_actors_or_none, ("actors", "categories"), _actor)
links_or_none = Options(_links_or_none, ("links", "actors", "link_types"), _link)
presences = Options(_presences)
statuses = Options(_statuses)
intensities = Options(_intensities)
directions = Options(_directions)
partnerships = Options(_partnerships)
agreements = Options(_agreements)
pillars = Options(_pillars)
pillars_or_none = Options(_pillars_or_none)
sides = Options(_sides)
licences = Options(_licences)
blocks = Options(_blocks)
step_panels = Options(_step_panels)
map_filters = Options(_map_filters)
pictograms = Options(_pictograms)
languages = Options(_languages)
done_whens = Options(_done_whens)
