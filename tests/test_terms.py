"""Every key has its words, in both languages, and links are told as people would."""

from __future__ import annotations

import ast
import errno
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facilitator import terms, words
from facilitator.model import journey, rules
from facilitator.model import vocabulary as v
from facilitator.model.document import Actor, Category, Document, Link, LinkType, Workshop, blank
from facilitator.model.store import errors
from facilitator.terms.refusals import told

PACKAGE = Path(__file__).resolve().parent.parent / "facilitator"
RAISED = {"Refused", "StoreError", "TableError", "JourneyError", "Fault"}
NB = "\N{NO-BREAK SPACE}"


def called(names: set[str]) -> Iterator[str]:
    """The constant first argument of every call to one of these, anywhere in the product."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and getattr(node.func, "id", "") in names:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def test_every_vocabulary_has_words_of_its_own(each_language: str) -> None:
    for name, keys in (
        (terms.presence_name, v.Presence),
        (terms.attendance_name, v.Attendance),
        (terms.pillar_name, v.Pillar),
        (terms.side_name, v.Side),
        (terms.status_name, v.Status),
        (terms.direction_name, v.Direction),
        (terms.agreement_name, v.Agreement),
        (terms.partnership_name, v.Partnership),
        (terms.block_name, v.Block),
        (terms.panel_name, v.Panel),
        (terms.map_filter_name, v.MapFilter),
        (terms.licence_name, v.Licence),
        (terms.background_name, v.BackgroundKind),
        (terms.pictogram_name, v.Pictogram),
        (terms.sub_item_name, [key for held in v.SUB_ITEMS.values() for key in held]),
    ):
        said = [name(key) for key in keys]
        assert all(said), each_language
        assert len(set(said)) == len(said)
    assert len({terms.intensity_name(level) for level in v.INTENSITIES}) == 4
    assert terms.sub_item_name("") == ""
    assert len({terms.odd_title(number) for number in v.ODDS}) == 17


def test_a_name_the_group_gave_wins() -> None:
    document = blank()
    association = document.categories["association"]
    assert (terms.category_name(association), terms.category_plural(association)) == (
        "Association",
        "Associations",
    )
    assert terms.category_name(replace(association, name="Assos du coin")) == "Assos du coin"
    assert terms.category_plural(replace(association, name="Assos du coin")) == "Assos du coin"
    assert terms.category_name(Category("x")) == "Type sans nom"
    assert terms.link_type_name(document.link_types["material"]) == "Moyens matériels"
    assert terms.link_type_name(LinkType("x", "Prêt")) == "Prêt"
    assert terms.link_type_name(LinkType("x")) == "Type sans nom"


def gesture_names() -> set[str]:
    """Every key of a gesture: the dotted constants of the room where they are made, and that of imports."""
    found = {"import.tables"}
    for path in PACKAGE.glob("model/gestures/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and re.fullmatch(r"[a-z_]+\.[a-z_]+", str(node.value)):
                found.add(str(node.value))
    return found - set(called({"Refused"}))


def test_every_gesture_has_a_name(each_language: str) -> None:
    names = gesture_names()
    assert len(names) > 50
    unknown = terms.gesture_name("of.a.later.version", 1)
    assert [name for name in names if terms.gesture_name(name, 1) in (unknown, "")] == []
    assert len({terms.gesture_name(name, 1) for name in names}) == len(names), each_language


def test_a_gesture_agrees_with_its_count() -> None:
    assert terms.gesture_name("actor.place", 1) == "Déplacement d’un acteur"
    assert terms.gesture_name("actor.place", 3) == "Déplacement de 3 acteurs"
    assert terms.gesture_name("workshop.edit", 1) == "Modification de la fiche de séance"
    words.use("en")
    assert terms.gesture_name("actor.place", 3) == "Moving 3 actors"


def test_every_refusal_has_a_sentence() -> None:
    keys = {*called(RAISED), *rules.RULES, *errors.KEYS}
    assert len(keys) > 50
    assert sorted(key for key in keys if not told(key)) == []


def test_every_refusal_is_said_without_its_values_too(each_language: str) -> None:
    for key in {*called(RAISED), *rules.RULES, *errors.KEYS}:
        sentence = terms.refusal(key, {})
        assert sentence, each_language
        assert "{" not in sentence
        assert f"({key})" not in sentence


def test_a_refusal_says_which() -> None:
    assert terms.refusal("gone", {"table": "links"}) == "Ce lien n’est plus dans la séance."
    assert terms.refusal("gone", {"table": "votes"}) == "Cet élément n’est plus dans la séance."
    assert terms.refusal("category.used", {"count": 2}).startswith("2 acteurs sont de cette catégorie")
    assert "vote" in terms.refusal("category.used", {"count": 0})
    assert terms.refusal("file.exists", {"name": "a.alliance"}).startswith(
        f"«{NB}a.alliance{NB}» existe déjà"
    )
    assert terms.refusal("file.exists", {}).startswith("Ce fichier existe déjà")
    broken = terms.refusal(
        "file.rules", {"rule": "link.self", "table": "links", "id": "l1", "field": "target"}
    )
    assert "links/l1/target" in broken
    assert broken.endswith("Un lien relie deux acteurs différents.")
    assert "of.a.later.version" in terms.refusal("of.a.later.version", {})


def test_a_lock_says_since_when() -> None:
    now = datetime.now(UTC)
    local = now.astimezone()
    hour = words.time_short(local.time())
    assert hour in terms.refusal("file.locked", {"since": now.isoformat()})
    before = now - timedelta(days=40)
    assert words.date_long(before.astimezone().date()) in terms.refusal(
        "file.locked", {"since": before.isoformat()}
    )
    assert "depuis" not in terms.refusal("file.locked", {"since": ""})


JARDINS = Actor("j", "Les Jardins du Gué", "association")
ETAL = Actor("e", "Épicerie sociale L’Étal", "association")
PARENTS = Actor("p", "Parents d’élèves", "citizens")


def session(*links: Link) -> Document:
    return replace(
        blank(), actors={a.id: a for a in (JARDINS, ETAL, PARENTS)}, links={link.id: link for link in links}
    )


def said(source: str, target: str, *types: str, status: str = "existing", direction: str = "forward") -> str:
    link = Link("k", source, target, types, status=v.Status(status), direction=v.Direction(direction))
    return terms.link_sentence(session(link), link)


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        (("e", "j", "funding"), "Épicerie sociale L’Étal finance Les Jardins du Gué"),
        (("j", "e", "funding"), "Les Jardins du Gué financent Épicerie sociale L’Étal"),
        (("e", "j", "skills"), "Épicerie sociale L’Étal apporte des compétences aux Jardins du Gué"),
        (
            ("p", "e", "governance"),
            "Parents d’élèves prennent part à la gouvernance d’Épicerie sociale L’Étal",
        ),
        (("e", "j", "governance"), "Épicerie sociale L’Étal prend part à la gouvernance des Jardins du Gué"),
        (
            ("e", "p", "material", "funding", "cooperation"),
            "Épicerie sociale L’Étal finance Parents d’élèves, apporte des moyens matériels et coopère",
        ),
        (("e", "p"), "Épicerie sociale L’Étal est en lien avec Parents d’élèves"),
    ],
)
def test_a_link_is_a_sentence(link: tuple[str, ...], sentence: str) -> None:
    assert said(*link) == sentence


def test_a_link_both_ways_has_two_subjects() -> None:
    both = "Épicerie sociale L’Étal et Parents d’élèves"
    assert said("e", "p", "cooperation", direction="both") == f"{both} coopèrent"
    assert said("e", "p", "funding", "skills", direction="both") == (
        f"{both} partagent des financements et échangent des compétences"
    )
    assert (
        said("e", "p", "cooperation", direction="both", status="to_create") == f"{both} pourraient coopérer"
    )


def test_a_link_to_create_is_a_wish_and_a_weak_one_says_so() -> None:
    assert said("e", "j", "funding", status="to_create") == (
        "Épicerie sociale L’Étal pourrait financer Les Jardins du Gué"
    )
    assert said("p", "e", "skills", status="to_create") == (
        "Parents d’élèves pourraient apporter des compétences à Épicerie sociale L’Étal"
    )
    assert said("e", "p", "cooperation", status="to_strengthen").endswith("(à renforcer)")


def test_tension_is_told_only_where_it_is_asked_for() -> None:
    link = Link("k", "e", "p", ("cooperation",), tension=True)
    document = session(link)
    assert "tension" not in terms.link_sentence(document, link)
    assert terms.link_sentence(document, link, tension=True).endswith("(relation en tension)")


def test_a_type_the_group_named_is_told_by_its_name() -> None:
    link = Link("k", "e", "p", ("funding", "loan"))
    document = session(link)
    types = {**document.link_types, "loan": LinkType("loan", "Prêt de salle", rank=9)}
    document = replace(document, link_types=types)
    assert terms.link_sentence(document, link) == (
        "Épicerie sociale L’Étal finance Parents d’élèves (Prêt de salle)"
    )
    renamed = replace(document, link_types={**types, "funding": LinkType("funding", "Subvention")})
    assert terms.link_sentence(renamed, link) == (
        "Épicerie sociale L’Étal est en lien avec Parents d’élèves (Subvention, Prêt de salle)"
    )


def test_links_are_sentences_in_english_too() -> None:
    words.use("en")
    assert (
        said("e", "p", "funding", "skills")
        == "Épicerie sociale L’Étal funds Parents d’élèves and brings skills"
    )
    assert (
        said("j", "e", "funding", status="to_create")
        == "Les Jardins du Gué could fund Épicerie sociale L’Étal"
    )
    assert said("e", "p", direction="both") == "Épicerie sociale L’Étal and Parents d’élèves are in touch"


def test_shipped_wordings_follow_the_language_and_no_other_text_does() -> None:
    document = journey.new_document("Essai", "fr")
    titles = [step.title for step in document.steps.values()]
    words.use("en")
    assert [terms.wording(title) for title in titles][:2] == ["Welcome and framework", "The common course"]
    assert terms.wording("Notre étape à nous") == "Notre étape à nous"
    assert terms.wording("") == ""


def test_the_notice_says_who_answers_for_the_data() -> None:
    workshop = Workshop(
        organiser="réseau du Val", organiser_contact="ici@exemple.invalid", keep_until="2027-01-01"
    )
    notice = terms.notice(replace(blank(), workshop=workshop))
    assert notice.startswith("Réseau du Val (ici@exemple.invalid) est responsable")
    assert words.date_long("2027-01-01") in notice
    assert terms.notice(blank()).startswith("L’organisateur de la séance est responsable")
    assert terms.notice(replace(blank(), workshop=Workshop(notice="La nôtre."))) == "La nôtre."


def test_what_the_system_says_in_english_is_said_in_the_language_of_the_moment() -> None:
    error = PermissionError(errno.EACCES, "Permission denied")
    assert terms.not_written(Path("/la/carte.pdf"), error).replace("\N{NO-BREAK SPACE}", " ") == (
        "carte.pdf n’a pas pu être écrit dans /la (l’accès est refusé, ou un autre programme s’en sert). "
        "Choisissez un autre endroit."
    )
    assert terms.reason(OSError(errno.ENOSPC, "No space left on device")) == "le disque est plein"
    assert terms.reason(OSError(errno.ELOOP, "Too many levels")) == "Too many levels", "rather than nothing"
    assert terms.reason(OSError()) == "OSError"


def test_pieces_of_sentences() -> None:
    assert [terms.listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a et b",
        "a, b et c",
    ]
    assert terms.capitalised("à préciser") == "À préciser"
    assert terms.capitalised("") == ""
    assert terms.saved_at(datetime(2026, 11, 22, 14, 32, 7, tzinfo=UTC)) == "Enregistré 14:32:07"
