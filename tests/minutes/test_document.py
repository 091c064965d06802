"""The minutes, read back with other libraries."""

from __future__ import annotations

import getpass
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facilitator import terms, words
from facilitator.drawing import lettering
from facilitator.minutes.document import write
from facilitator.model import journey
from facilitator.model.document import (
    Actor,
    Answer,
    Commitment,
    Contribution,
    Document,
    Link,
    Means,
    Participant,
    Remark,
    Vote,
    blank,
)
from facilitator.model.edition import EDITIONS
from facilitator.model.readings.reading import read as read_map
from facilitator.model.vocabulary import (
    Agreement,
    Attendance,
    Block,
    Fate,
    Pillar,
    Presence,
    Side,
    Status,
    VoteKind,
)
from facilitator.terms.questions import questions
from tests.minutes.reading_back import Read, flat, read
from tests.minutes.rich import ACTORS, PEOPLE, large, rich

A4, A3 = (595.28, 841.89), (841.89, 1190.55)
NASTY = "<b>gras</b> &amp; <br/> ]]> <font size='99'> %s {0} \\n <!-- ’ -->"


def made(tmp_path: Path, document: Document, **how: Any) -> Read:
    out = tmp_path / "minutes.pdf"
    write(document, out, **how)
    return read(out)


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """The participants' edition of the rich session, in French."""
    return made(tmp_path_factory.mktemp("minutes"), rich())


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Read:
    return made(tmp_path_factory.mktemp("public"), rich(), edition="public")


def within(found: Read) -> None:
    """Nothing is written outside its page."""
    for (width, height), pieces in zip(found.sizes, found.pieces, strict=True):
        for text, (left, bottom, right, top) in pieces:
            if text.strip():
                assert left >= 20, text
                assert bottom >= 20, text
                assert right <= width - 20, text
                assert top <= height - 20, text


def test_every_name_is_there_with_its_accents(minutes: Read) -> None:
    for name, *_ in ACTORS:
        assert flat(name) in minutes.text
    for person in PEOPLE:
        assert (flat(person.name) in minutes.text) is (person.named)
    for said in (
        "Comment allons-nous mieux nous nourrir, ensemble, à Rivemont ?",
        "Anaïs Lefèvre et Théo N’Diaye",
        "sans que la facture (aujourd’hui 1 € par repas) augmente.",
        "Un lieu commun de stockage ouvrira avant l’été.",
        "Convention de trois ans",
        "12 salariés en insertion",
        "Écrire seul avant de parler à plusieurs.",
        "Visiter la halle",
        "Guide « Cuisiner à plusieurs ».",
        "14 janvier 2027",
        "22 novembre 2026",
        "donnees@reseau-val.invalid",
        "Couleurs et intitulés des ODD : Nations unies. L’ONU n’a ni élaboré ni approuvé ce document.",
        "Exemple fictif",
        "trame proposée",
        "Charte du faire alliance, exemplaire du réseau, novembre 2026",
        "Première position : Décider à l’unanimité.",
        "Autre position : Décider à la majorité.",
    ):
        assert said in minutes.text


def test_commitments_say_who_agreed_and_what_they_lack(tmp_path: Path) -> None:
    session = rich()
    agreed = replace(session.commitments["e1"], said_yes_by="Une voix du fond de la salle")
    session = replace(session, commitments={**session.commitments, "e1": agreed})
    text = " ".join(flat(made(tmp_path, session).text).split())
    assert "A dit oui" in text
    assert "Une voix" in text
    order = [
        text.index(what)
        for what in ("Écrire une page", "Ouvrir un lieu commun de", "Inviter les financeurs à")
    ]
    assert order == sorted(order), "by date, those without one last"
    assert text.split("A dit oui")[1].split("Reste à fixer")[0].count("à préciser") == 2
    assert "le lien existe maintenant" not in text
    built = replace(session.links["l6"], status=Status.EXISTING)
    now = made(tmp_path, replace(session, links={**session.links, "l6": built})).text
    assert "le lien existe maintenant" in " ".join(flat(now).split())
    assert "Reste à fixer" in text
    assert "Inviter les financeurs à un petit déjeuner — pour quand" in text
    assert "Écrire une page pour les habitants — qui" in text
    assert "Une voix" not in flat(made(tmp_path, session, edition="public").text)


def test_a_step_left_out_of_the_minutes_leaves_with_its_open_points(tmp_path: Path) -> None:
    session = rich()
    left_open = next(
        item
        for item in session.items.values()
        if item.id in session.answers and session.answers[item.id].agreement is Agreement.DISAGREEMENT
    )
    answer = replace(session.answers[left_open.id], position_a="Seuls les élus décident.")
    session = replace(session, answers={**session.answers, left_open.id: answer})
    assert "Première position : Seuls les élus décident." in made(tmp_path, session).text
    step = replace(session.steps[left_open.step], in_minutes=False)
    quiet = replace(session, steps={**session.steps, step.id: step})
    assert "Seuls les élus" not in made(tmp_path, quiet).text


def test_every_link_is_a_sentence(minutes: Read) -> None:
    session = rich()
    for link in session.links.values():
        assert flat(terms.link_sentence(session, link)) in minutes.text


def test_an_agreement_is_a_word_beside_its_symbol(minutes: Read) -> None:
    for agreement in list(Agreement)[1:]:
        assert terms.agreement_name(agreement) in minutes.text


def test_fonts_are_embedded_and_pages_are_a4(minutes: Read) -> None:
    assert minutes.fonts
    assert all(minutes.fonts.values()), minutes.fonts
    assert all("Atkinson" in name for name in minutes.fonts)
    for width, height in minutes.sizes:
        assert sorted((width, height)) == pytest.approx(A4, abs=0.01)
    assert (
        sum(width > height for width, height in minutes.sizes) == 2
    )  # the map, and today beside what is desired


def test_every_page_says_its_number(minutes: Read) -> None:
    count = len(minutes.pages)
    for number, page in enumerate(minutes.pages, 1):
        assert f"{number} / {count}" in flat(page)


def test_sections_can_be_reached(minutes: Read) -> None:
    wanted = (
        "En deux minutes", "La carte", "Aujourd’hui et souhaité", "Lecture de la carte", "Ce que le groupe a dit",
        "La Charte du « faire alliance »", "Bonnes pratiques", "Engagements et suites",
        "Désaccords et points à préciser", "Autour de la table", "Ressources",
        "La carte en mots : les acteurs", "La carte en mots : les liens", "À propos de ce compte-rendu",
    )  # fmt: skip
    titles = [flat(title) for title in minutes.outline]
    assert [title for title in titles if title in wanted] == list(wanted)
    assert "Principes" in titles


def test_the_contents_give_the_page_of_each_section(minutes: Read) -> None:
    contents = next(flat(page) for page in minutes.pages if "Au sommaire" in page)
    at = next(
        n
        for n, page in enumerate(minutes.pages, 1)
        if "Engagements et suites" in page and "Visiter la halle" in page
    )
    assert f"Engagements et suites {at}" in contents


def test_nothing_is_written_outside_a_page(minutes: Read, public: Read) -> None:
    within(minutes)
    within(public)


def test_no_label_of_the_map_lies_over_another(minutes: Read) -> None:
    at = next(n for n, (width, height) in enumerate(minutes.sizes) if width > height)
    areas = [area for text, area in minutes.pieces[at] if text.strip()]
    assert len(areas) > 20
    for place, (left, bottom, right, top) in enumerate(areas):
        for other_left, other_bottom, other_right, other_top in areas[place + 1 :]:
            apart = (
                right <= other_left + 1
                or other_right <= left + 1
                or top <= other_bottom + 1
                or other_top <= bottom + 1
            )
            assert apart


def test_the_same_session_gives_the_same_bytes(tmp_path: Path, minutes: Read) -> None:
    assert made(tmp_path, rich()).data == minutes.data


@pytest.mark.parametrize(
    ("title", "called"),
    [("Rivemont", "Rivemont · Compte-rendu de la séance"), ("", "Compte-rendu de la séance")],
)
def test_a_file_is_not_called_by_one_word(tmp_path: Path, title: str, called: str) -> None:
    session = rich()
    found = made(tmp_path, replace(session, workshop=replace(session.workshop, title=title)))
    assert found.information["/Title"] == called


def test_the_file_says_what_it_is_and_nothing_of_the_machine(minutes: Read) -> None:
    assert minutes.information["/Title"] == "Nourrir Rivemont"
    assert minutes.information["/Author"] == "Réseau Faire ensemble du Val"
    assert minutes.information["/Producer"] == "Entre tous"
    assert minutes.information["/CreationDate"] == "D:20261122"
    assert minutes.catalogue["/Lang"] == "fr"
    for secret in (getpass.getuser(), socket.gethostname(), str(Path.home())):
        if len(secret) > 4:
            assert secret.encode() not in minutes.data
        assert secret not in " ".join(minutes.information.values()).split()


def test_a_session_without_a_date_gives_no_date(tmp_path: Path) -> None:
    assert "/CreationDate" not in made(tmp_path, blank()).information


def test_private_things_are_in_no_edition(minutes: Read, public: Read) -> None:
    for found in (minutes, public):
        for person in PEOPLE:
            assert not person.email or person.email not in found.text
        assert "secret" not in found.text
        assert "Les dons arrivent trop tard" not in found.text
        assert "Loïc Fauçon" not in found.text


def test_the_public_edition_names_nobody_and_nothing_confidential(public: Read) -> None:
    for person in PEOPLE:
        assert flat(person.name) not in public.text
        assert person.role not in public.text
    assert "Supermarché du Centre" not in public.text
    assert "Confidence" not in public.text
    assert "Anaïs" not in public.text
    assert "Ville de Rivemont" in public.text


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("language", words.available())
def test_each_language_has_its_own_words(tmp_path: Path, edition: str, language: str) -> None:
    found = made(tmp_path, rich(), edition=edition, language=language)
    assert ("Au sommaire" in found.text) is (language == "fr")
    assert ("In these minutes" in found.text) is (language == "en")
    assert ("14 janvier 2027" in found.text) is (language == "fr")
    assert ("14 January 2027" in found.text) is (language == "en")
    assert found.catalogue["/Lang"] == language
    assert words.language() == "fr"
    within(found)


def test_an_empty_session_is_still_a_document(tmp_path: Path, each_language: str) -> None:
    found = made(tmp_path, blank(each_language))
    assert len(found.pages) == 1
    assert words._("Untitled session") in found.text
    assert words._("Reading the map") not in found.text
    within(found)


def test_a_new_session_says_nothing_the_group_has_not(tmp_path: Path) -> None:
    found = made(tmp_path, journey.new_document("Neuve", "fr"))
    assert "trame proposée" not in found.text
    assert "Charte" not in found.text


def test_the_shipped_outline_is_not_told_as_a_charter(tmp_path: Path, each_language: str) -> None:
    session = rich()
    shipped = journey.new_document("Neuve", each_language).workshop.charter_source
    workshop = replace(session.workshop, charter_source=shipped)
    found = made(tmp_path, replace(session, workshop=workshop), language=each_language)
    assert flat(words._("Version used: {source}").format(source="")).strip() not in found.text
    assert "Entre tous" in found.text
    assert shipped not in found.text


def test_the_lines_of_the_question_are_even(minutes: Read) -> None:
    """No word of it stands alone on a last line."""
    lines = [
        area[2] - area[0]
        for text, area in minutes.pieces[0]
        if text.strip()
        and flat(text).strip() in "Comment allons-nous mieux nous nourrir, ensemble, à Rivemont ?"
    ]
    assert len(lines) == 2
    assert min(lines) > 0.6 * max(lines)


def voted(session: Document) -> Document:
    """Two votes on a point nobody answered otherwise, one of which is not revealed."""
    item = next(id_ for id_ in session.items if id_ not in session.answers)
    votes = (
        Vote("v1", item, yes=12, no=2, abstain=1, objections="Trop long.\nTrop cher.", revealed=True),
        Vote("v2", item, "Garder ce point", "association", 4, 1, 0, revealed=True, rank=1),
        Vote("v3", item, category="foundation", yes=77, revealed=False, rank=2),
    )
    return replace(session, votes={row.id: row for row in votes})


@pytest.mark.parametrize("edition", EDITIONS)
def test_votes_are_told_under_their_point_once_revealed(tmp_path: Path, edition: str) -> None:
    french = made(tmp_path, voted(rich()), edition=edition, language="fr").text
    assert "Vote — toutes et tous : 12 oui, 2 non, 1 abstention Objections : Trop long. Trop cher." in french
    assert "Vote — Garder ce point — Associations : 4 oui, 1 non, 0 abstention" in french
    assert "77" not in french
    english = made(tmp_path, voted(rich()), edition=edition, language="en").text
    assert "Vote — all together: 12 yes, 2 no, 1 abstention Objections: Trop long. Trop cher." in english
    assert "4 yes, 1 no, 0 abstentions" in english


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_vote_by_category_is_a_table_with_its_total(tmp_path: Path, edition: str) -> None:
    session = rich()
    item = next(id_ for id_ in session.items if id_ not in session.answers)
    votes = (
        Vote("v1", item, "On essaie ?", "association", 4, 1, 0, revealed=True, rank=1),
        Vote("v2", item, "On essaie ?", "foundation", 2, 0, 3, revealed=True, rank=2),
        Vote("v3", item, "On essaie ?", "state", revealed=True, rank=3),
        Vote("v4", item, "Et demain ?", "association", 91, revealed=False, rank=4),
        Vote("v5", item, "Et demain ?", "foundation", 92, revealed=False, rank=5),
    )
    minutes = made(tmp_path, replace(session, votes={row.id: row for row in votes}), edition=edition)
    assert "Vote — On essaie ? — toutes et tous : 6 oui, 1 non, 3 abstentions" in minutes.text
    assert (
        "Mains levées Oui Non Abstentions Associations 4 1 0 Fondations 2 0 3 Tout le groupe 6 1 3"
        in minutes.text
    )
    assert "Et demain" not in minutes.text, "blind until it is shown"


def test_a_round_of_consent_keeps_its_objections_even_lifted(tmp_path: Path) -> None:
    session = rich()
    item = next(id_ for id_ in session.items if id_ not in session.answers)
    votes = (
        Vote(
            "v1", item, objections="Trop tôt — levée\nTrop cher", revealed=True, kind=VoteKind.CONSENT, rank=1
        ),
        Vote("v2", item, "Et à l’essai ?", revealed=True, kind=VoteKind.CONSENT, rank=2),
    )
    text = made(tmp_path, replace(session, votes={row.id: row for row in votes})).text
    assert "Tour de consentement : 2 objections – Trop tôt — levée – Trop cher" in text
    assert "Tour de consentement — Et à l’essai ? : aucune objection" in text


def pooled() -> Document:
    """Means in common, by an actor and by somebody else, and needs of the room and of a confidential actor."""
    session = rich()
    rows = (
        Means("m1", Pillar.HUMAN, Side.OFFER, "Deux jours par mois", ("a2",), who="la voisine", rank=1),
        Means("m2", Pillar.HUMAN, Side.OFFER, "Une oreille", rank=2),
        Means("m3", Pillar.HUMAN, Side.NEED, "Du temps payé", ("a3",), rank=3),
        Means("m4", Pillar.ALLIANCES, Side.OFFER, "La porte des écoles", rank=4),
        Means("m5", Pillar.FINANCIAL, Side.NEED, "Un secret", confidential=True, rank=5),
    )
    return replace(session, means={row.id: row for row in rows})


def test_the_common_pot_is_told_by_pillar(tmp_path: Path) -> None:
    session = pooled()
    a2, a3 = session.actors["a2"].name, session.actors["a3"].name
    text = made(tmp_path, session).text
    assert flat(f"Deux jours par mois {a2}, la voisine") in text
    assert "Une oreille à préciser" in text
    assert flat(f"Ce qui manque • Du temps payé — pourrait l’apporter : {a3}") in text
    assert "Alliances • La porte des écoles" in text
    assert "Un secret" in text
    public = made(tmp_path, session, edition="public").text
    assert flat(f"Deux jours par mois {a2}") in public
    assert "la voisine" not in public
    assert "Un secret" not in public


def test_the_common_pot_leaves_with_its_step(tmp_path: Path) -> None:
    session = pooled()
    step = replace(next(iter(session.steps.values())), block=Block.MEANS)
    for shown in (True, False):
        held = {**session.steps, step.id: replace(step, in_minutes=shown)}
        others = {id_: row for id_, row in held.items() if id_ == step.id or row.block is not Block.MEANS}
        text = made(tmp_path, replace(session, steps=others, items={}, answers={}, votes={})).text
        assert ("Du temps payé" in text) is shown


def test_what_contributions_say_is_not_said_twice(tmp_path: Path) -> None:
    session = rich()
    actor = replace(
        session.actors["a2"], resources="salariés, jardins", needs="débouchés", wishes="Ouvrir les parcelles"
    )
    offer = Contribution("c5", "a3", Pillar.FINANCIAL, "private_funding", Side.OFFER, "Un prêt", rank=9)
    text = made(
        tmp_path,
        replace(
            session,
            actors={**session.actors, "a2": actor},
            contributions={**session.contributions, "c5": offer},
        ),
    ).text
    told = text[text.index("Les Jardins du Gué · présent") :]
    told = told[: told.index("Épicerie sociale L’Étal ·")]
    assert (
        "Apporte — Richesses humaines : 12 salariés en insertion · Alliances : réseau des jardins (pairs)"
        in told
    )
    assert "A besoin de — Ressources financières : débouchés réguliers" in told
    assert "Envies d’engagement : Ouvrir les parcelles" in told
    assert "Ressources :" not in told
    assert "Besoins :" not in told
    assert "Un prêt (financements privés)" in text


def test_a_link_says_its_types_once(minutes: Read) -> None:
    assert "Ville de Rivemont finance Les Jardins du Gué. Intensité : coopération · Mécénat" in minutes.text
    assert "Liens existants (" in minutes.text


def test_actors_are_read_one_after_the_other(minutes: Read) -> None:
    """Two by two on the page, line by line in the file."""
    names = [f"{flat(name)} ·" for name, category, *_ in ACTORS if category == "association"]
    at = minutes.text.index("La carte en mots : les acteurs Collectivités")
    places = [minutes.text.index(name, at) for name in names]
    assert places == sorted(places)


def test_a_map_nobody_is_placed_on_is_said_to_be_words_alone(tmp_path: Path) -> None:
    session = rich()
    tray = {id_: replace(row, x=None, y=None) for id_, row in session.actors.items()}
    found = made(tmp_path, replace(session, actors=tray))
    assert "Aucun acteur n’est encore placé sur la carte" in found.text
    assert all(width < height for width, height in found.sizes)


@pytest.mark.parametrize("count", range(24, 48))
def test_no_last_line_stands_alone_at_the_top_of_a_page(tmp_path: Path, count: int) -> None:
    said = "\n".join(f"Ligne n° {n} à lire." for n in range(1, count + 1))
    found = made(tmp_path, replace(blank(), workshop=replace(blank().workshop, resources=said)))
    pages = [flat(page) for page in found.pages]
    (last,) = (page for page in pages if f"Ligne n° {count} à lire." in page)
    assert f"Ligne n° {count - 1} à lire." in last


@pytest.mark.parametrize("count", range(14, 34, 2))
def test_the_notice_on_personal_data_is_read_on_one_page(tmp_path: Path, count: int) -> None:
    said = "\n".join(f"Ligne n° {n} à lire." for n in range(1, count + 1))
    found = made(tmp_path, replace(blank(), workshop=replace(blank().workshop, resources=said)))
    (page,) = (flat(page) for page in found.pages if "est responsable des données" in flat(page))
    assert "À propos de ce compte-rendu Données personnelles" in page
    assert "faire effacer ce qui vous concerne" in page


def test_a_long_commitment_leaves_the_columns(tmp_path: Path) -> None:
    """Its text is read across the page, and heads are only where rows follow."""
    session = rich()
    text = " ".join(f"mot{n}" for n in range(1500))
    rows = {
        f"e{n}": Commitment(f"e{n}", f"Appel n° {n}", (f"a{n % 9}",), "", "Un pas", "2026-12-01", rank=n)
        for n in range(30)
    }
    rows["e9"] = replace(rows["e9"], what=text)
    found = made(tmp_path, replace(session, commitments=rows))
    pages = [flat(page) for page in found.pages]
    assert all(page.count("Quoi Qui Premier pas Pour quand") <= 1 for page in pages if "mot5 " not in page)
    assert sum("mot5" in page or "mot9" in page for page in pages) <= 5
    assert flat(" ".join(found.pages[2:])).count("1er déc. 2026") == 30
    within(found)


def test_what_people_typed_is_never_markup(tmp_path: Path) -> None:
    session = rich()
    workshop = replace(
        session.workshop, title=NASTY, question=NASTY, lead=NASTY, essentials=NASTY, organiser=NASTY
    )
    actors = {**session.actors, "a0": replace(session.actors["a0"], name=NASTY, missions=NASTY)}
    found = made(tmp_path, replace(session, workshop=workshop, actors=actors))
    assert found.text.count(flat(lettering.shown(NASTY))) >= 5
    within(found)


def test_a_character_the_font_lacks_is_shown_as_such_and_named_at_the_end(tmp_path: Path) -> None:
    session = replace(
        blank(),
        workshop=replace(blank().workshop, title="Séance 🌱 de 漢字", lead="Bravo 🎉, 👩🏽‍🌾 et 🇫🇷 !"),
        actors={"a": Actor("a", "Café 🌻", "other", x=0.0, y=0.0)},
    )
    found = made(tmp_path, session)
    assert "Séance □ de □□" in found.text
    assert "Bravo □, □ et □ !" in found.text
    assert "□ tient lieu d’un caractère que les lettres de ce document n’ont pas : U+5B57 CJK" in found.text
    for name in ("U+1F331 SEEDLING", "U+1F33B SUNFLOWER", "U+6F22 CJK UNIFIED IDEOGRAPH-6F22"):
        assert name in found.text
    assert "\0" not in found.text
    assert "tient lieu" not in made(tmp_path, rich()).text


@pytest.mark.parametrize("length", [120, 300])
def test_long_names_flow(tmp_path: Path, length: int) -> None:
    session = rich()
    spaced = ("Association des habitantes et habitants du quartier " * 9)[: length - 1] + "."
    solid = "Œ" + "intercommunalité" * 30
    name = {0: spaced, 1: solid[:length], 2: f"https://exemple.invalid/{'a-b_c/' * 60}"[:length]}
    actors = {
        id_: replace(row, name=name[at % 3], missions=name[(at + 1) % 3], domain=solid[:length])
        for at, (id_, row) in enumerate(session.actors.items())
    }
    people = {
        row.id: Participant(row.id, spaced, solid[:length], spaced, named=True, rank=row.rank)
        for row in PEOPLE
    }
    workshop = replace(
        session.workshop,
        title=spaced,
        question=spaced,
        place=solid[:length],
        organiser=spaced,
        territory=solid[:length],
    )
    found = made(tmp_path, replace(session, workshop=workshop, actors=actors, participants=people))
    assert found.text.count(flat(spaced)) >= 5
    assert solid[:length] in found.text.replace(" ", "")
    within(found)


def test_long_texts_flow(tmp_path: Path) -> None:
    session = rich()
    text = " ".join(f"mot{n}" for n in range(3000))[:20_000]
    last = text.split()[-2]
    item = next(iter(session.answers))
    step = replace(session.steps["cap"], words=text)
    found = made(
        tmp_path,
        replace(
            session,
            workshop=replace(session.workshop, lead=text, essentials=text, resources=text, notice=text),
            steps={**session.steps, "cap": step},
            answers={item: Answer(item, text, Agreement.DISAGREEMENT, text, text)},
            commitments={"e": Commitment("e", text, ("a0",), due="2026-12-01")},
            actors={**session.actors, "a0": replace(session.actors["a0"], missions=text)},
        ),
    )
    assert found.text.count(f" {last} ") >= 8
    within(found)


def test_a_table_repeats_its_heads_on_each_page(tmp_path: Path) -> None:
    session = rich()
    people = {
        f"p{n}": Participant(
            f"p{n}",
            f"Personne n° {n}",
            "Structure du Val",
            "Bénévole",
            "",
            Attendance.PRESENT,
            named=True,
            rank=n,
        )
        for n in range(90)
    }
    found = made(tmp_path, replace(session, participants=people))
    pages = [flat(page) for page in found.pages[2:] if "Personne n° " in page]
    assert len(pages) >= 3
    assert all("Nom Fonction Structure" in page for page in pages)


def test_three_hundred_actors(tmp_path: Path) -> None:
    session = large(300, 1000)
    found = made(tmp_path, session)
    text = found.text
    assert all(f"{flat(actor.name)} ·" in text for actor in session.actors.values())
    within(found)


def test_a_day_is_on_one_line_of_the_table_of_commitments(tmp_path: Path) -> None:
    """The longest of each language: the column is narrow where all five are filled."""
    document = rich()
    days = [f"2027-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 28)]
    rows = [
        Commitment(
            f"e{at}", "Se revoir", ("a2",), "Quelqu’un", "Appeler", day, said_yes_by="Elle", rank=at + 1
        )
        for at, day in enumerate(days)
    ]
    promised = replace(document, commitments={row.id: row for row in rows})
    for language in words.LANGUAGES:
        found = made(tmp_path, promised, language=language)
        pieces = {flat(text).strip() for page in found.pieces[3:] for text, _area in page}
        with words.in_language(language):
            for day in days:
                assert flat(words.date_short(day)) in pieces


def test_the_reading_of_a_large_map_counts_names_beyond_a_few(tmp_path: Path) -> None:
    """Lines of three hundred names are read by nobody; the map in words says all of them."""
    document = large(300, 40)
    found = made(tmp_path, document)
    start = next(
        n for n, page in enumerate(found.pages[1:], 1) if flat(page).find("Nommés : 300 acteurs") >= 0
    )
    reading = flat(found.pages[start])
    assert "Absents de la table :" in reading, "on one page"
    absent = [row.name for row in document.actors.values() if row.presence is Presence.ABSENT]
    told = reading.partition("Absents de la table :")[2].partition(".")[0]
    assert absent[23] in told
    assert absent[24] not in told
    assert f"et {len(absent) - 24} autres" in told
    assert all(flat(name) in found.text for name in absent)


def test_a_long_title_runs_in_the_same_words_on_every_page(tmp_path: Path) -> None:
    """So that whoever reads the pages, or a machine for them, knows it for a running line."""
    document = rich()
    title = "Comment nous allons mieux nous nourrir ensemble dans tous les quartiers et les villages du Val d’Œuvre"
    found = made(tmp_path, replace(document, workshop=replace(document.workshop, title=title)))
    heads = {
        flat(text).strip()
        for (_width, height), page in zip(found.sizes[1:], found.pieces[1:], strict=True)
        for text, (_left, bottom, _right, _top) in page
        if bottom > height - 40 and text.startswith("Comment")
    }
    assert len(heads) == 1
    within(found)


def test_no_heading_stands_alone_at_the_foot_of_a_page(minutes: Read, public: Read) -> None:
    for found in (minutes, public):
        titles = {flat(title) for title in found.outline}
        for page, pieces in zip(found.pages, found.pieces, strict=True):
            if "Au sommaire" in page:
                continue  # titles end its lines
            body = [(area[1], flat(text).strip()) for text, area in pieces if area[1] > 60 and text.strip()]
            assert min(body)[1] not in titles


def test_a_file_that_cannot_be_written_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "minutes.pdf"
    out.write_bytes(b"before")
    broken = replace(rich(), actors={"a": Actor("a", "Sans type", "nowhere", x=0.0, y=0.0)})
    with pytest.raises(KeyError):
        write(broken, out)
    assert out.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.pdf"]
    with pytest.raises(OSError, match="nowhere"):
        write(rich(), tmp_path / "nowhere" / "minutes.pdf")


def test_the_questions_the_group_kept_are_printed_with_what_it_says_of_them(tmp_path: Path) -> None:
    lone = Actor("lone", "Ferme isolée", "company")
    session = replace(rich(), actors={**rich().actors, "lone": lone})
    reading = read_map(session)
    asked = [one for held in questions(session, reading) for one in held]
    alone = next(one for one in asked if "Ferme isolée" in one.sentence)
    kept = replace(alone.remark(session), answer="La mairie\n- le syndicat", rank=1)
    gone = Remark("gone", text="Qui manquait ce jour-là ?", answer="Les jeunes", rank=2)
    secret = Remark("secret", text="Que taire ?", confidential=True, rank=3)
    aside = Remark("aside", Fate.SET_ASIDE, "Que laisser ?", rank=4)
    session = replace(session, remarks={row.id: row for row in (kept, gone, secret, aside)})
    minutes = made(tmp_path, session, language="en")
    for said in ("Questions the group kept", "are not linked to anyone yet", "La mairie", "le syndicat"):
        assert said in minutes.text
    assert flat("Qui manquait ce jour-là ?") in minutes.text, "it is not asked any more: as it was"
    assert minutes.text.count("As it was asked during the session.") == 2
    assert "Que taire" in minutes.text
    assert "Que laisser" not in minutes.text
    assert "What each pillar offers and needs" in minutes.text
    public = made(tmp_path, session, edition="public")
    assert "Que taire" not in public.text
    assert "La mairie" in public.text


def test_a_question_kept_of_others_says_how_it_was_asked_when_the_group_answered(tmp_path: Path) -> None:
    actors = [Actor(id_, f"Acteur {id_}", "association", rank=n) for n, id_ in enumerate("ABC", 1)]
    session = replace(blank(), actors={row.id: row for row in actors})
    asked = [one for held in questions(session, read_map(session)) for one in held]
    alone = next(one for one in asked if "Acteur A" in one.sentence)
    kept = replace(alone.remark(session), answer="A connaît B", rank=1)
    session = replace(session, remarks={kept.id: kept})
    assert "posait alors" not in made(tmp_path, session).text
    session = replace(session, links={"k": Link("k", "A", "B")})
    then = made(tmp_path, session).text
    assert flat("Acteur C : pas encore de lien avec qui que ce soit.") in then
    assert flat("Telle qu’elle se posait alors : 3 acteurs") in then


def test_what_the_group_said_of_a_map_that_was_emptied_since_is_printed(tmp_path: Path) -> None:
    gone = Remark("gone", text="Qui manquait ce jour-là ?", answer="Les jeunes", rank=1)
    minutes = made(tmp_path, replace(blank(), remarks={"gone": gone}))
    assert flat("Qui manquait ce jour-là ?") in minutes.text
    assert "Les jeunes" in minutes.text
