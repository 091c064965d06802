"""Links as sentences: "Fondation Terre d'Avenir finance Les Jardins du Gué"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.model.document import Actor, Document, Link
from facilitator.model.vocabulary import Direction, Status
from facilitator.terms.sentences import listed
from facilitator.terms.vocabulary import link_type_name
from facilitator.words import _, language, ngettext, pgettext


@dataclass(frozen=True, slots=True)
class _Verb:
    """How a type of link is said. `first` names the other actor, `then` follows a clause that has named it;
    both take the number of the subject. `mutual` has both actors as its subject. `could_…` follow "could"."""

    first: Callable[[int], str]
    then: Callable[[int], str]
    mutual: Callable[[], str]
    could_first: Callable[[], str]
    could_then: Callable[[], str]
    could_mutual: Callable[[], str]


_VERBS = {
    "funding": _Verb(
        lambda n: ngettext("funds {b}", "fund {b}", n),
        lambda n: ngettext("brings funding", "bring funding", n),
        lambda: pgettext("together", "share funding"),
        lambda: pgettext("could", "fund {b}"),
        lambda: pgettext("could", "bring funding"),
        lambda: pgettext("could together", "share funding"),
    ),
    "skills": _Verb(
        lambda n: ngettext("brings skills to {b}", "bring skills to {b}", n),
        lambda n: ngettext("brings skills", "bring skills", n),
        lambda: pgettext("together", "exchange skills"),
        lambda: pgettext("could", "bring skills to {b}"),
        lambda: pgettext("could", "bring skills"),
        lambda: pgettext("could together", "exchange skills"),
    ),
    "material": _Verb(
        lambda n: ngettext("brings material means to {b}", "bring material means to {b}", n),
        lambda n: ngettext("brings material means", "bring material means", n),
        lambda: pgettext("together", "share material means"),
        lambda: pgettext("could", "bring material means to {b}"),
        lambda: pgettext("could", "bring material means"),
        lambda: pgettext("could together", "share material means"),
    ),
    "information": _Verb(
        lambda n: ngettext("shares information with {b}", "share information with {b}", n),
        lambda n: ngettext("shares information", "share information", n),
        lambda: pgettext("together", "exchange information"),
        lambda: pgettext("could", "share information with {b}"),
        lambda: pgettext("could", "share information"),
        lambda: pgettext("could together", "exchange information"),
    ),
    "governance": _Verb(
        lambda n: ngettext("takes part in the governance of {b}", "take part in the governance of {b}", n),
        lambda n: ngettext("takes part in its governance", "take part in its governance", n),
        lambda: pgettext("together", "take part in a shared governance"),
        lambda: pgettext("could", "take part in the governance of {b}"),
        lambda: pgettext("could", "take part in its governance"),
        lambda: pgettext("could together", "take part in a shared governance"),
    ),
    "cooperation": _Verb(
        lambda n: ngettext("cooperates with {b}", "cooperate with {b}", n),
        lambda n: ngettext("cooperates", "cooperate", n),
        lambda: pgettext("together", "cooperate"),
        lambda: pgettext("could", "cooperate with {b}"),
        lambda: pgettext("could", "cooperate"),
        lambda: pgettext("could together", "cooperate"),
    ),
    "co_construction": _Verb(
        lambda n: ngettext("builds with {b}", "build with {b}", n),
        lambda n: ngettext("builds together with it", "build together with it", n),
        lambda: pgettext("together", "build together"),
        lambda: pgettext("could", "build with {b}"),
        lambda: pgettext("could", "build together with it"),
        lambda: pgettext("could together", "build together"),
    ),
}
_RELATED = _Verb(
    lambda n: ngettext("is in touch with {b}", "are in touch with {b}", n),
    lambda n: ngettext("is in touch", "are in touch", n),
    lambda: pgettext("together", "are in touch"),
    lambda: pgettext("could", "be in touch with {b}"),
    lambda: pgettext("could", "be in touch"),
    lambda: pgettext("could together", "be in touch"),
)
"""For a link without a type, or whose types the group named itself."""

_CONTRACTIONS = {
    "à": {"Le ": "au ", "Les ": "aux "},
    "de": {"Le ": "du ", "Les ": "des "},
}
_VOWELS = "AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆaeiouyàâäéèêëîïôöùûüœæ"


def link_sentence(document: Document, link: Link, *, tension: bool = False) -> str:
    """What a link says of its two actors. Tension is told only where it is asked for."""
    source, target = document.actors[link.source], document.actors[link.target]
    sentence = _clause(source, target, link, _spoken(document, link)) + _named(document, link)
    if link.status == Status.TO_STRENGTHEN:
        sentence += " " + _("(to strengthen)")
    if tension and link.tension:
        sentence += " " + _("(tense relation)")
    return sentence


def _spoken(document: Document, link: Link) -> list[_Verb]:
    """The verbs of its types, in the session's order; those the group renamed have none of ours."""
    known = [document.link_types[id_] for id_ in link.types if id_ in document.link_types]
    known.sort(key=lambda link_type: link_type.rank)
    return [_VERBS[t.id] for t in known if t.id in _VERBS and not t.name] or [_RELATED]


def _named(document: Document, link: Link) -> str:
    """The types told by their names alone, in brackets."""
    known = [document.link_types[id_] for id_ in link.types if id_ in document.link_types]
    names = [link_type_name(t) for t in known if t.name or t.id not in _VERBS]
    return f" ({', '.join(names)})" if names else ""


def _clause(source: Actor, target: Actor, link: Link, verbs: list[_Verb]) -> str:
    could = link.status == Status.TO_CREATE
    if link.direction == Direction.BOTH:
        said = listed([verb.could_mutual() if could else verb.mutual() for verb in verbs])
        template = _("{a} and {b} could {do}") if could else _("{a} and {b} {do}")
        return template.format(a=source.name, b=target.name, do=said)
    number = 2 if several(source) else 1
    head, *rest = verbs
    first = _with_object(head.could_first() if could else head.first(number), target.name)
    said = listed([first, *(verb.could_then() if could else verb.then(number) for verb in rest)])
    if could:
        return ngettext("{a} could {do}", "{a} could {do}", number).format(a=source.name, do=said)
    return f"{source.name} {said}"


def several(actor: Actor) -> bool:
    """Whether the name of an actor is plural: Les Jardins du Gué cooperate, Habitants du quartier cooperate."""
    first = actor.name.split(" ", 1)[0]
    return first in ("Les", "Des") or (actor.category == "citizens" and first.endswith(("s", "x")))


def _with_object(template: str, name: str) -> str:
    """The clause with its object, contracted as French wants: "aux Jardins du Gué", "d’Épicerie sociale"."""
    if language() == "fr":
        for word, forms in _CONTRACTIONS.items():
            for article, contracted in forms.items():
                if name.startswith(article) and f"{word} {{b}}" in template:
                    return template.replace(f"{word} {{b}}", contracted + name.removeprefix(article))
        if name[:1] in _VOWELS and "de {b}" in template:
            return template.replace("de {b}", f"d’{name}")
    return template.replace("{b}", name)
