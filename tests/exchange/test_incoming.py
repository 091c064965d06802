"""Lists become one gesture that never overwrites, and a report that says everything."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import pytest

from facilitator import paths, words
from facilitator.exchange import report, tables
from facilitator.exchange.incoming import Incoming, incoming
from facilitator.exchange.incoming.session import Place
from facilitator.exchange.report import Done, Line
from facilitator.model import rules
from facilitator.model.document import Actor, Category, Document, Link, Participant, blank, ordered, with_rows
from facilitator.model.names import fold
from facilitator.model.vocabulary import Attendance, Direction, Presence, Status

LISTS = paths.resource("samples", "nourrir-rivemont")
FILES = ("links.csv", "participants.csv", "actors.csv")


def brought(document: Document, *texts: str, met: Collection[Place] = ()) -> tuple[Document, Incoming]:
    read = [tables.table(text.encode(), f"{n}.csv") for n, text in enumerate(texts, 1)]
    found = incoming(document, read, met=met)
    after = found.gesture(document) if found.gesture else document
    assert rules.broken(after) == ()
    return after, found


def keys(found: Incoming) -> list[tuple[int, str]]:
    return [(line.line, line.key) for line in found.lines]


def plain(sentence: str) -> str:
    """The sentence with plain spaces."""
    return sentence.replace("\N{NO-BREAK SPACE}", " ")


def with_actors(*actors: Actor) -> Document:
    return with_rows(blank(), "actors", put=actors)


def actor(document: Document, name: str) -> Actor:
    return next(row for row in document.actors.values() if row.name == name)


def real(document: Document, names: Sequence[str] = FILES) -> tuple[Document, Incoming]:
    found = incoming(document, [tables.read(LISTS / name) for name in names])
    return (found.gesture(document) if found.gesture else document), found


def test_the_real_files_come_whole_whatever_their_order() -> None:
    after, found = real(blank())
    assert rules.broken(after) == ()
    assert (len(after.actors), len(after.links), len(after.participants)) == (32, 34, 6)
    assert {line.done for line in found.lines} == {Done.ADDED}
    assert found.gesture is not None
    assert (found.gesture.name, found.gesture.count) == ("import.tables", 72)
    assert not any(row.placed for row in after.actors.values())
    assert next(row.name for row in ordered(after.actors)) == "Ville de Rivemont"
    assert report.summary(found.lines) == "32 acteurs ajoutés, 34 liens ajoutés, 6 personnes ajoutées."


def test_the_real_files_say_what_is_in_them() -> None:
    after, _found = real(blank())
    gue = actor(after, "Les Jardins du Gué")
    assert (gue.category, gue.presence, gue.needs) == ("association", Presence.PRESENT, "débouchés réguliers")
    categories = [row.category for row in after.actors.values()]
    assert {id_: categories.count(id_) for id_ in after.categories} == {
        "state": 2, "authority": 3, "association": 9, "company": 6,
        "foundation": 4, "academic": 3, "citizens": 3, "other": 2,
    }  # fmt: skip
    assert actor(after, "Supermarché du Centre").presence is Presence.ABSENT
    rows = list(after.links.values())
    assert sum(row.tension for row in rows) == 2
    assert sum(row.direction is Direction.BOTH for row in rows) == 14
    assert sum(row.status is Status.TO_CREATE for row in rows) == 7
    assert sorted({row.intensity for row in rows}) == [1, 2, 3, 4]
    assert max(len(row.types) for row in rows) == 2
    people = ordered(after.participants)
    assert [row.named for row in people] == [True, False, True, False, True, False]
    assert all(row.receives for row in people)
    assert people[4].attendance is Attendance.EXCUSED


def test_the_same_files_again_change_nothing() -> None:
    after, _found = real(blank())
    again, found = real(after)
    assert found.gesture is None
    assert again is after
    assert {line.done for line in found.lines} == {Done.MATCHED}
    assert report.summary(found.lines) == "72 lignes déjà présentes."


@pytest.mark.parametrize(
    "name", ["epicerie sociale l'etal", "ÉPICERIE SOCIALE – L’ÉTAL", "Épicerie  sociale (L'Étal)"]
)
def test_an_actor_there_already_is_completed_never_replaced(name: str) -> None:
    before = with_actors(Actor("e", "Épicerie sociale L’Étal", "company", missions="Nourrir", x=4.0, y=2.0))
    after, found = brought(
        before, f"Nom;Catégorie;Présence;Missions;Besoins\n{name};Associations;absent;Autre;camion\n"
    )
    assert after.actors["e"] == replace(before.actors["e"], needs="camion")
    assert keys(found) == [(2, "actors.completed"), (2, "kept")]
    assert found.lines[0].values["fields"] == "Besoins"
    assert found.lines[1].values["fields"] == "Missions, Type, Présence", "what is left aside is said"


NEAR = "Nom;Missions\nLes épiceries sociales;Nourrir\n"


def test_a_name_like_one_that_is_there_is_told_and_taken_for_it_only_where_one_says_so() -> None:
    before = with_actors(Actor("e", "Épicerie sociale", "company"), Actor("t", "Ville", "authority"))
    after, found = brought(before, NEAR, "De;Vers;Types\nVille;Les épiceries sociales;Financement\n")
    assert len(after.actors) == 3
    assert keys(found) == [(2, "actors.likely"), (2, "links.added")]
    assert plain(report.said(found.lines[0])) == (
        "« Les épiceries sociales » : ajouté ; « Épicerie sociale », déjà là, est peut-être le même."
    )
    after, found = brought(
        before, NEAR, "De;Vers;Types\nVille;Les épiceries sociales;Financement\n", met={("1.csv", 2)}
    )
    assert len(after.actors) == 2
    assert after.actors["e"] == replace(before.actors["e"], missions="Nourrir")
    assert [link.target for link in after.links.values()] == ["e"]
    assert keys(found) == [(2, "actors.completed"), (2, "links.added")]


def test_two_lines_of_the_same_name_are_one_actor() -> None:
    after, found = brought(blank(), "Nom;Missions;Besoins\nC.C.A.S.;aider;\nccas;;un lieu\nCCAS;;autre\n")
    assert len(after.actors) == 1
    assert actor(after, "C.C.A.S.").needs == "un lieu"
    assert keys(found) == [(2, "actors.added"), (3, "actors.completed"), (4, "actors.matched"), (4, "kept")]


def test_lines_that_cannot_be_actors_are_skipped_and_said() -> None:
    after, found = brought(
        blank(), f"Nom;Missions\n;sans nom\n\u200b;invisible\n{'x' * 301};long\nBon;{'m' * 20001}\n"
    )
    assert [row.name for row in after.actors.values()] == ["Bon"]
    assert keys(found) == [
        (2, "no_name"), (3, "no_name"), (4, "long_name"), (5, "long_text"), (5, "actors.added"),
    ]  # fmt: skip
    assert actor(after, "Bon").missions == ""


def test_types_of_actor_are_known_in_many_words() -> None:
    said = [
        "État",
        "Collectivité",
        "association",
        "Companies",
        "FONDATION",
        "Académique",
        "citoyens",
        "Autre",
        "",
        "Asso",
    ]
    after, _found = brought(blank(), "Nom;Type\n" + "".join(f"A{n};{word}\n" for n, word in enumerate(said)))
    assert [row.category for row in ordered(after.actors)] == [
        "state", "authority", "association", "company", "foundation", "academic", "citizens", "other", "other",
        "association",
    ]  # fmt: skip
    assert len(after.categories) == 8


def test_an_unknown_type_is_added_once_and_said() -> None:
    after, found = brought(blank(), "Nom;Type\nA;Médias\nB;médias\nC;Cultes\n")
    assert after.categories[actor(after, "A").category].name == "Médias"
    assert actor(after, "A").category == actor(after, "B").category != actor(after, "C").category
    assert [line.values["value"] for line in found.lines if line.key == "new_category"] == [
        "Médias",
        "Cultes",
    ]


def test_types_the_session_named_itself_come_first() -> None:
    document = with_rows(
        blank(), "categories", put=[Category("company", "Fermes"), Category("mine", "Autre")]
    )
    after, _found = brought(document, "Nom;Type\nA;fermes\nB;autre\nC;entreprise\n")
    assert (actor(after, "A").category, actor(after, "B").category) == ("company", "mine")
    assert after.categories[actor(after, "C").category].name == "entreprise"


def test_without_its_last_type_an_actor_has_the_first() -> None:
    document = with_rows(blank(), "categories", drop=["other"])
    after, _found = brought(document, "Nom\nA\n")
    assert actor(after, "A").category == "state"


def test_an_unknown_presence_is_said() -> None:
    after, found = brought(blank(), "Nom;Présence\nA;peut-être\nB;to mobilise\nC;\n")
    assert [row.presence for row in ordered(after.actors)] == [
        Presence.PRESENT, Presence.TO_MOBILISE, Presence.PRESENT,
    ]  # fmt: skip
    assert [line.values["value"] for line in found.lines if line.key == "unknown_word"] == ["peut-être"]


def linked(
    cells: str, headings: str = "De;Vers;Types;Statut;Intensité;Sens;Qualité;Description"
) -> tuple[Link, Incoming]:
    document = with_actors(Actor("a", "Un", "other"), Actor("b", "Deux", "other"))
    after, found = brought(document, f"{headings}\nUn;Deux;{cells}\n")
    return next(iter(after.links.values())), found


def test_a_link_says_all_its_fields() -> None:
    link, found = linked(
        "Financement, moyens matériels/lieu;à renforcer;3,0;<->;relation tendue depuis mars;Bail"
    )
    assert (link.source, link.target, link.types) == ("a", "b", ("funding", "material"))
    assert (link.status, link.intensity, link.direction) == (Status.TO_STRENGTHEN, 3, Direction.BOTH)
    assert (link.tension, link.text) == (True, "Bail\nrelation tendue depuis mars")
    assert keys(found) == [(2, "links.added")]


def test_an_arrow_the_other_way_swaps_the_ends() -> None:
    link, _found = linked("Skills;existing;collaboration;←;;")
    assert (link.source, link.target, link.direction, link.intensity) == ("b", "a", Direction.FORWARD, 4)


def test_a_link_may_say_nothing_but_its_ends() -> None:
    link, found = linked(";;;;;")
    assert (link.types, link.status, link.intensity, link.direction) == (
        (),
        Status.EXISTING,
        2,
        Direction.FORWARD,
    )
    assert (link.tension, link.text) == (False, "")
    assert keys(found) == [(2, "links.added")]


def test_words_unknown_to_a_link_are_said_and_new_types_added() -> None:
    link, found = linked("Prêt, prêt;peut-être;9;zigzag;à suivre;")
    assert link.text == "à suivre"
    assert len(link.types) == 1
    said = [(line.key, line.values["value"]) for line in found.lines if line.done is Done.NOTED]
    assert sorted(said) == [
        ("new_link_type", "Prêt"), ("unknown_word", "9"), ("unknown_word", "peut-être"), ("unknown_word", "zigzag"),
    ]  # fmt: skip


def test_links_without_their_two_actors_are_skipped_with_their_line() -> None:
    document = with_actors(
        Actor("a", "Un", "other"),
        Actor("b", "Deux", "other"),
        Actor("c", "dEUX!", "other"),
        Actor("d", "Dé", "other"),
    )
    after, found = brought(document, "De;Vers\nUn;Trois\nUn;\nUn;UN\nUn;deux\nUn;Deux\nDé;un\n")
    assert keys(found) == [
        (2, "no_actor"), (3, "no_end"), (4, "self"), (5, "several_actors"), (6, "links.added"), (7, "links.added"),
    ]  # fmt: skip
    assert {(row.source, row.target) for row in after.links.values()} == {("a", "b"), ("d", "a")}
    assert plain(report.sentence(found.lines[0])) == (
        "1.csv, ligne 2 : Lien laissé de côté : aucun acteur ne se nomme « Trois »."
    )


def test_a_link_both_ways_is_the_same_from_either_end() -> None:
    document = with_actors(Actor("a", "Un", "other"), Actor("b", "Deux", "other"))
    after, found = brought(
        document, "De;Vers;Sens;Types\nUn;Deux;↔;\nDeux;Un;↔;\nDeux;Un;→;\nUn;Deux;↔;Skills\n"
    )
    assert [key for _line, key in keys(found)] == [
        "links.added",
        "links.matched",
        "links.added",
        "links.added",
    ]
    assert len(after.links) == 3


def test_choices_of_participants_are_never_presumed() -> None:
    after, found = brought(
        blank(), "Nom;Structure;Fonction;Figure nommément;Reçoit\nA;X;;x;\nB;X;;peut-être;OUI\nC;X;;non;1\n"
    )
    people = ordered(after.participants)
    assert [(row.named, row.receives) for row in people] == [(True, False), (False, True), (False, True)]
    assert [line.values["value"] for line in found.lines if line.key == "unknown_word"] == ["peut-être"]


def test_a_participant_there_already_is_completed_never_replaced() -> None:
    before = with_rows(blank(), "participants", put=[Participant("p", "Ana Ruiz", role="Élue", named=False)])
    after, found = brought(
        before,
        "Nom;Structure;Fonction;Courriel;Figure nommément;Présence\n"
        "ANA RUIZ;Ville;Maire;ana@exemple.invalid;oui;excusée\n"
        "Ana Ruiz;Ville;;;oui;\n"
        "Ana Ruiz;Autre ville;;;;\n",
    )
    first, second = ordered(after.participants)
    assert first == replace(before.participants["p"], organisation="Ville", email="ana@exemple.invalid")
    assert second.organisation == "Autre ville"
    assert [key for _line, key in keys(found)] == [
        "participants.completed", "kept", "participants.matched", "kept", "participants.added",
    ]  # fmt: skip
    assert found.lines[1].values["fields"] == "Fonction, Figure nommément"
    assert not any("@" in report.sentence(line) for line in found.lines)


def test_participants_without_a_name_are_told_by_organisation_and_role() -> None:
    after, found = brought(
        blank(),
        "Nom;Structure;Fonction;Présence\n;X;Directrice;présente\n;x;directrice;\n;X;Élue;bof\n;;Élue;\n",
    )
    assert len(after.participants) == 2
    assert keys(found) == [
        (2, "participants.added"), (3, "participants.matched"), (4, "participants.added"), (4, "unknown_word"),
        (5, "no_person"),
    ]  # fmt: skip


def test_what_is_of_the_whole_file_or_beyond_its_headings_is_said() -> None:
    _after, found = brought(blank(), "Nom;Couleur\nA;rouge;reste\n", "De;Vers\n")
    said = [plain(report.sentence(line)) for line in found.lines]
    assert said[0] == "1.csv : Colonnes laissées de côté : Couleur"
    assert any("reste" in sentence for sentence in said)
    assert said[-1].startswith("2.csv : Les en-têtes sont là")
    assert brought(blank(), "Nom\n")[1].gesture is None
    assert report.summary(brought(blank(), "Nom\n")[1].lines) == "Rien à importer."


def test_every_line_is_said_in_each_language(each_language: str) -> None:
    document = with_actors(
        Actor("a", "Un", "other"), Actor("b", "Deux", "other"), Actor("c", "deux", "other")
    )
    _after, found = brought(
        document,
        f"Nom;Type;Présence;Missions;Z\nUn;;;m;z\nUn\n;x\n{'x' * 301};\nN;T;q;{'m' * 20001};;trop\n",
        "De;Vers;Types\nUn;Deux;P\nUn;Deux;P\nUn;\nUn;Un\nUn;DEUX\nUn;Q\n",
        "Nom;Structure;Fonction\nA;;\nA;B;\nA;B;\n;;F\n",
        "De;Vers\n",
    )
    said = {line.key: report.sentence(line) for line in found.lines}
    others = set(report._SENTENCES) - set(said)
    values = dict.fromkeys(
        ("name", "value", "source", "target", "fields", "heading", "most", "kept", "other"), "x"
    )
    said |= {key: report.sentence(Line("f", 1, "actors", Done.NOTED, key, values)) for key in others}
    assert all("{" not in sentence for sentence in said.values()), each_language
    assert len(set(said.values())) == len(said)
    assert words.language() == each_language


def test_a_large_list_is_read_in_a_time_that_grows_with_it() -> None:
    text = "Nom;Missions\n" + "".join(f"Acteur {n};m\n" for n in range(5000))
    after, _found = brought(blank(), text)
    assert len(after.actors) == 5000
    assert sorted(row.rank for row in after.actors.values()) == list(range(1, 5001))


def test_folded_names_forget_accents_case_and_punctuation() -> None:
    assert fold("Œuvre d’Été — n° 2") == fold("oeuvre d'ete, N 2") == "oeuvredeten2"
    assert fold(" !? ") == "!?"


def test_what_a_link_says_is_left_out_where_it_is_too_long() -> None:
    before = with_actors(Actor("a", "A", "other"), Actor("b", "B", "other"))
    quality = "long " * 5_000
    after, found = brought(before, f"De;Vers;Type;Précisions;Qualité\nA;B;\u200d;dit;{quality}\n")
    (link,) = after.links.values()
    assert (link.text, link.types) == ("dit", ())
    assert keys(found) == [(2, "long_text"), (2, "links.added")]
    assert not rules.broken(after)
