"""What the room is asked so that nobody is forgotten: our own questions, one for each category."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.model.document import Category
from facilitator.terms.vocabulary import category_name, category_plural
from facilitator.words import N_, _

_ASKED = {
    "state": N_("Which State services follow, authorise or fund what is done here?"),
    "authority": N_("Which local authorities decide, fund or host here?"),
    "association": N_("Which associations act on this already, even from afar?"),
    "company": N_("Which companies produce, buy, hire or transport here?"),
    "foundation": N_("Which foundations or patrons give support, or could give it?"),
    "academic": N_("Who does research on this, teaches it, trains for it?"),
    "citizens": N_("Which residents are concerned, and which group speaks for them?"),
    "other": N_("Who else counts here, and is of no type above?"),
}
_MISSING: dict[str, Callable[[], str]] = {
    "state": lambda: _("No State service in “{field}”: who could come?"),
    "authority": lambda: _("No local authority in “{field}”: who could come?"),
    "association": lambda: _("No association in “{field}”: who could come?"),
    "company": lambda: _("No company in “{field}”: who could come?"),
    "foundation": lambda: _("No foundation in “{field}”: who could come?"),
    "academic": lambda: _("No academic actor in “{field}”: who could come?"),
    "citizens": lambda: _("No resident in “{field}”: who could come?"),
}


def category_question(category: Category) -> str:
    """What the room is asked to name the actors of a category."""
    usual = _ASKED.get(category.id) if not category.name else None
    if usual:
        return _(usual)
    return _("Who is of the type “{category}”, or could be?").format(category=category_plural(category))


def missing_question(category: Category, field: str) -> str:
    """What the room is asked where a field has no actor of a category."""
    if not field:
        return category_question(category)
    usual = _MISSING.get(category.id) if not category.name else None
    told = usual() if usual else _("Nobody of the type “{category}” in “{field}”: who could come?")
    return told.format(field=field, category=category_name(category))
