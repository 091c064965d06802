"""What is said of who was heard, in gentle words."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.model.document import Category, Document
from facilitator.model.voices import Balance
from facilitator.terms.vocabulary import category_plural
from facilitator.words import _


def voices_sentence(document: Document, balance: Balance) -> str:
    """Who was heard above all and who was not yet; empty while there is too little to tell."""
    told = []
    if balance.most:
        told.append(_("Heard above all: {names}.").format(names=_names(document, balance.most)))
    if balance.silent:
        told.append(_("Not heard yet: {names}.").format(names=_names(document, balance.silent)))
    return " ".join(told)


def _names(document: Document, ids: Iterable[str]) -> str:
    return ", ".join(_in_sentence(document.categories[id_]) for id_ in ids)


def _in_sentence(category: Category) -> str:
    """Without the capital of a heading; a name the group gave stays as it is."""
    name = category_plural(category)
    return name if category.name else name[:1].lower() + name[1:]
