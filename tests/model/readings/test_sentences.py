"""What the map tells, read aloud where numbers are small, names many or long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from facilitator import words
from facilitator.model import gestures
from facilitator.model.document import Actor, Contribution, Document, Link, blank
from facilitator.model.readings.findings import Finding, Kind
from facilitator.model.readings.reading import read
from facilitator.model.readings.supposed import Comparison
from facilitator.model.readings.what_if import compared
from facilitator.model.rules import broken
from facilitator.model.texts import LINE
from facilitator.model.vocabulary import Direction, Side, Status
from facilitator.terms.promises import promise
from facilitator.terms.questions import questions
from facilitator.terms.readings import finding_numbers, finding_sentence, several_sentence
from facilitator.terms.sentences import listed
from facilitator.terms.what_if import first_consequence


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\u00a0", " ")


def town(*names: str) -> Document:
    actors = [Actor(f"a{n:03}", name, "association", rank=n) for n, name in enumerate(names, 1)]
    return replace(blank(), actors={actor.id: actor for actor in actors})


def linked(document: Document, *links: Link) -> Document:
    return replace(document, links={link.id: replace(link, rank=n) for n, link in enumerate(links, 1)})


def said(document: Document, kind: Kind) -> list[str]:
    with words.in_language("fr"):
        return [plain(finding_sentence(document, one)) for one in read(document).of(kind)]


def promised(document: Document, *found: Finding) -> str:
    with words.in_language("fr"):
        return plain(promise(document, found))


@pytest.mark.parametrize(
    ("links", "told"),
    [
        (
            0,
            "Sur 3 paires d’acteurs possibles, aucune n’est encore en lien : est-ce bien ce que nous pensions ?",
        ),
        (1, "Sur 3 paires d’acteurs possibles, 1 est en lien : est-ce bien ce que nous pensions ?"),
        (2, "Sur 3 paires d’acteurs possibles, 2 sont en lien : est-ce bien ce que nous pensions ?"),
        (3, "Toutes les paires d’acteurs possibles sont en lien : est-ce bien ce que nous pensions ?"),
    ],
)
def test_pairs_in_touch_are_counted_as_one_says_it(links: int, told: str) -> None:
    pairs = (("a001", "a002"), ("a002", "a003"), ("a001", "a003"))[:links]
    assert said(linked(town("A", "B", "C"), *(Link("".join(p), *p) for p in pairs)), Kind.DENSITY) == [told]


def test_links_that_go_both_ways_are_counted_as_one_says_it() -> None:
    one, other = Link("one", "a001", "a002"), Link("other", "a002", "a003")
    both = replace(one, direction=Direction.BOTH)
    map_ = town("A", "B", "C")
    assert [
        said(linked(map_, *links), Kind.RECIPROCITY)
        for links in ((one, other), (both, other), (both, replace(other, direction=Direction.BOTH)))
    ] == [
        ["Sur 2 liens, aucun ne va dans les deux sens : où aimerions-nous plus de réciprocité ?"],
        ["Sur 2 liens, 1 va dans les deux sens : où aimerions-nous plus de réciprocité ?"],
        ["Les 2 liens vont tous dans les deux sens : qu’est-ce qui le rend possible ?"],
    ]


def test_nothing_is_counted_of_one_pair_or_one_link() -> None:
    map_ = linked(town("A", "B"), Link("one", "a001", "a002"))
    assert not read(map_).of(Kind.DENSITY, Kind.RECIPROCITY)


def test_two_who_know_nobody_are_not_one_in_touch_with_one_others() -> None:
    map_ = linked(town("Les Isolés", "L’Étal"), Link("one", "a001", "a002", status=Status.TO_CREATE))
    assert said(map_, Kind.TO_CREATE) == [
        "Ni Les Isolés ni L’Étal n’ont encore de lien : qui fait le premier pas ?"
    ]


def test_names_that_hold_a_comma_are_told_apart(each_language: str) -> None:
    assert listed(["INRAE", "Chambre", "Lycée"]).startswith("INRAE, Chambre")
    between = {"fr": " ; ", "en": "; "}[each_language]
    assert plain(listed(["INRAE, unité Territoires", "Chambre", "Lycée"])).startswith(
        f"INRAE, unité Territoires{between}Chambre"
    )


def test_a_commitment_is_said_without_contractions_gone_wrong() -> None:
    names = "Les Jardins du Gué", "Épicerie", "Le Collectif"
    map_ = linked(town(*names), Link("one", "a001", "a002", tension=True), Link("other", "a001", "a003"))
    found = read(map_)
    assert promised(map_, *found.of(Kind.RESTS_ON)) == "Trouver ce qui tiendrait même sans Les Jardins du Gué"
    assert (
        promised(map_, *found.of(Kind.TENSION))
        == "Proposer un temps d’échange entre Les Jardins du Gué et Épicerie"
    )
    rows = [Contribution("n", "a001", side=Side.NEED, sub_item="volunteers", text="Des bras", rank=1)]
    rows += [Contribution(f"o{n}", f"a00{n}", sub_item="volunteers", rank=n) for n in (2, 3)]
    alone = replace(town(*names), contributions={row.id: row for row in rows})
    assert promised(alone, *read(alone).of(Kind.MATCH)) == (
        "Mettre en relation Les Jardins du Gué, Épicerie et Le Collectif autour de « Des bras »"
    )


def test_what_one_does_without_says_nothing_untrue_of_those_who_had_no_link() -> None:
    """Two groups and one alone: they are not "all in touch", before or after."""
    map_ = linked(town(*"ABCDE"), Link("one", "a001", "a002"), Link("other", "a003", "a004"))
    found: list[Comparison] = []

    def look() -> Iterator[None]:
        found.append((yield from compared(map_, {"a005"})))

    assert len(list(look())) > 1
    with words.in_language("fr"):
        assert first_consequence(map_, found[0]).startswith("Personne ne perdrait")


def test_a_map_of_hundreds_with_long_names_asks_what_can_be_read_and_kept() -> None:
    map_ = town(*(f"{'É' * 117}{n:03}" for n in range(400)))
    pairs = ((f"a{n:03}", f"a{n + 1:03}") for n in range(201, 400, 2))
    map_ = linked(map_, *(Link("".join(pair), *pair, types=("funding",)) for pair in pairs))
    for asked in questions(map_, read(map_)):
        for one in asked:
            assert len(one.sentence) < 30 * LINE
            kept = gestures.keep_remark(one.remark(map_))(map_)
            assert not broken(kept)
    (groups,) = said(map_, Kind.GROUPS)
    assert groups.count(" / ") == 4
    assert "96 autres groupes" in groups
    assert said(map_, Kind.FUNDERS_APART)[0].count(" / ") == 4


def test_one_who_funds_is_told_and_promised_as_one(each_language: str) -> None:
    document = linked(town("Les Jardins", "Ville"), Link("l", "a001", "a002", types=("funding",)))
    (found,) = read(document).of(Kind.FUNDS)
    told, promised = finding_sentence(document, found), plain(promise(document, (found,)))
    if each_language == "fr":
        assert promised == "Montrer ce que rendent possible, ensemble, Les Jardins et Ville"
    else:
        assert told == "Les Jardins bring funding to Ville: what does it make possible?"
        assert promised == "Show what Les Jardins and Ville make possible together"


def test_where_there_is_all_there_could_be_no_more_is_promised() -> None:
    ends = (("a001", "a002"), ("a002", "a003"), ("a003", "a001"))
    links = [Link(f"l{a}{b}", a, b, direction=Direction.BOTH) for a, b in ends]
    document = linked(town("Une", "Deux", "Trois"), *links)
    for kind in (Kind.DENSITY, Kind.RECIPROCITY):
        assert promise(document, read(document).of(kind)) == "Faire vivre ce qui nous relie"
    fewer = linked(document, *(replace(link, direction=Direction.FORWARD) for link in links[:2]))
    for kind in (Kind.DENSITY, Kind.RECIPROCITY):
        assert promise(fewer, read(fewer).of(kind)) != "Faire vivre ce qui nous relie"


def test_the_number_behind_says_what_chance_gives_where_the_index_is_read_against_it() -> None:
    document = linked(town("Une", "Deux", "Trois"), Link("l", "a001", "a002"))
    document = replace(
        document, actors={**document.actors, "a002": replace(document.actors["a002"], category="company")}
    )
    (found,) = read(document).of(Kind.CROSSING)
    assert "1 ; tirées au hasard entre les mêmes acteurs, ce serait environ 0,7. Indice : +1,00" in plain(
        finding_numbers(found)
    )


def test_thousands_of_links_are_written_apart() -> None:
    ids = [f"a{number:03}" for number in range(1, 51)]
    pairs = [(a, b) for a in ids for b in ids if a != b][:1200]
    links = [Link(f"l{n}", a, b) for n, (a, b) in enumerate(pairs)]
    document = linked(town(*(f"Acteur {id_}" for id_ in ids)), *links)
    (sentence,) = said(document, Kind.RECIPROCITY)
    assert sentence.startswith("Sur 1\u202f200 liens, ")


def test_types_without_anyone_are_told_in_one_sentence(each_language: str) -> None:
    told = {
        "en": "Companies, foundations, academic actors, citizens and residents: nobody on the map so far.",
        "fr": "Entreprises, fondations, acteurs académiques, citoyens et habitants : personne sur la carte",
    }
    found = tuple(
        Finding(Kind.ABSENT_CATEGORY, rows=(id_,))
        for id_ in ("company", "foundation", "academic", "citizens")
    )
    assert plain(several_sentence(blank(), found)).startswith(told[each_language])
    two = tuple(Finding(Kind.ABSENT_CATEGORY, rows=(id_,)) for id_ in ("company", "foundation"))
    invited = {"en": "Invite someone from: companies and foundations", "fr": "entreprises et fondations"}
    assert plain(promise(blank(), two)).endswith(invited[each_language])


def test_a_type_that_the_group_named_keeps_its_letters() -> None:
    session = blank()
    named = replace(session.categories["company"], name="PME, artisans")
    session = replace(session, categories={**session.categories, "company": named})
    found = tuple(Finding(Kind.ABSENT_CATEGORY, rows=(id_,)) for id_ in ("state", "company", "citizens"))
    told = plain(several_sentence(session, found))
    assert told.startswith("Services de l’État ; PME, artisans ; citoyens et habitants :")
