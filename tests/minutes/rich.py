"""Sessions for the tests of the minutes: one rich and small, one as large as wanted, one with nothing."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from facilitator.model import journey
from facilitator.model.document import (
    Actor,
    Answer,
    Commitment,
    Contribution,
    Document,
    Link,
    Participant,
    Practice,
    blank,
    ordered,
)
from facilitator.model.vocabulary import (
    Agreement,
    Attendance,
    Direction,
    Licence,
    Partnership,
    Pillar,
    Presence,
    Side,
    Status,
)

ACTORS: tuple[tuple[str, str, Presence, float, float], ...] = (
    ("Ville de Rivemont", "authority", Presence.PRESENT, 0, 0),
    ("Communauté de communes du Val d’Œuvre", "authority", Presence.EXCUSED, -300, -190),
    ("Les Jardins du Gué", "association", Presence.PRESENT, 240, 160),
    ("Épicerie sociale L’Étal", "association", Presence.PRESENT, 480, 20),
    ("Collectif « À table ! »", "association", Presence.PRESENT, -330, 400),
    ("Maison de quartier des Œillets", "association", Presence.PRESENT, -90, 250),
    ("Fondation Terre d’Avenir", "foundation", Presence.PRESENT, 320, -180),
    ("Caisse mutuelle régionale — 1 € par repas", "company", Presence.TO_MOBILISE, 620, -180),
    ("Coopérative maraîchère Terres Vives", "company", Presence.PRESENT, 460, 330),
    ("Supermarché du Centre", "company", Presence.ABSENT, 760, 160),
    ("Université de Haute-Œuvre — laboratoire Alimentation", "academic", Presence.EXCUSED, -420, 60),
    ("Habitants du quartier des Œillets (Ça s’organise, dès Noël)", "citizens", Presence.PRESENT, 0, 460),
    ("Radio Val d’Œuvre → antenne ↔ studio", "other", Presence.PRESENT, 700, 440),
)

LINKS: tuple[tuple[int, int, tuple[str, ...], Status, int, Direction, bool], ...] = (
    (0, 2, ("funding",), Status.EXISTING, 3, Direction.FORWARD, False),
    (0, 3, ("funding", "material"), Status.EXISTING, 3, Direction.FORWARD, False),
    (0, 5, ("funding", "governance"), Status.EXISTING, 4, Direction.BOTH, False),
    (1, 0, ("governance",), Status.EXISTING, 3, Direction.BOTH, False),
    (6, 8, ("funding",), Status.EXISTING, 3, Direction.FORWARD, False),
    (9, 3, ("material",), Status.EXISTING, 1, Direction.FORWARD, True),
    (2, 3, ("cooperation",), Status.TO_STRENGTHEN, 2, Direction.FORWARD, False),
    (4, 5, ("cooperation", "material"), Status.TO_STRENGTHEN, 3, Direction.BOTH, False),
    (6, 7, ("cooperation",), Status.TO_CREATE, 2, Direction.BOTH, False),
    (10, 3, ("co_construction",), Status.TO_CREATE, 2, Direction.BOTH, False),
    (11, 2, ("co_construction",), Status.TO_CREATE, 3, Direction.BOTH, False),
    (2, 8, (), Status.TO_CREATE, 1, Direction.FORWARD, False),
)

PEOPLE = (
    Participant("p1", "Hélène Œstergård", "Ville de Rivemont", "Adjointe à l’alimentation", "helene@ville.invalid",
                Attendance.PRESENT, named=True, receives=True, rank=1),
    Participant("p2", "Loïc Fauçon", "Les Jardins du Gué", "Directeur", "loic@gue.invalid",
                Attendance.PRESENT, named=False, receives=True, rank=2),
    Participant("p3", "Maëlle d’Aubigné", "Fondation Terre d’Avenir", "Chargée de programmes", "",
                Attendance.EXCUSED, named=True, rank=3),
    Participant("p4", "Zoë Ça", "Supermarché du Centre", "Gérante", "zoe@centre.invalid",
                Attendance.ABSENT, named=True, rank=4),
)  # fmt: skip


def rich() -> Document:
    """A session where every part of the minutes has something to say."""
    document = journey.new_document("Nourrir Rivemont", "fr", date="2026-11-22")
    return replace(
        document,
        workshop=_workshop(document),
        participants={row.id: row for row in PEOPLE},
        actors=_actors(),
        contributions=_contributions(),
        links=_links(),
        practices=_practices(),
        commitments=_commitments(),
        **_said(document),
    )


def _workshop(document: Document) -> Any:
    return replace(
        document.workshop,
        question="Comment allons-nous mieux nous nourrir, ensemble, à Rivemont ?",
        territory="Rivemont et le Val d’Œuvre",
        place="Maison de quartier des Œillets, grande salle",
        organiser="Réseau Faire ensemble du Val",
        organiser_contact="donnees@reseau-val.invalid",
        facilitators="Anaïs Lefèvre et Théo N’Diaye",
        author="Réseau Faire ensemble du Val",
        licence=Licence.CC_BY_SA,
        charter_source="Charte du faire alliance, exemplaire du réseau, novembre 2026",
        lead="Autour de la table, treize acteurs de Rivemont ont dessiné ce qui les relie déjà et ce qui leur manque "
        "pour que chacun, dans chaque quartier, mange mieux — sans que "
        "la facture (aujourd’hui 1 € par repas) augmente.",
        essentials="- Un lieu commun de stockage ouvrira avant l’été.\n"
        "- Les financeurs se parleront chaque trimestre.\n"
        "- Les habitants tiennent la plume du projet.",
        resources="Diagnostic alimentaire du Val, 2025.\n- Guide « Cuisiner à plusieurs ».",
        next_date="2027-01-14",
        next_place="Les Jardins du Gué",
        keep_until="2028-11-22",
        odds=(2, 11, 12, 17),
        fictitious=True,
    )


def _actors() -> dict[str, Actor]:
    rows = {
        f"a{at}": Actor(f"a{at}", name, category, presence, x, y, rank=at + 1, note=f"secret a{at}")
        for at, (name, category, presence, x, y) in enumerate(ACTORS)
    }
    rows["a0"] = replace(
        rows["a0"], missions="Élaborer le projet alimentaire de la commune", resources="Foncier communal"
    )
    rows["a2"] = replace(
        rows["a2"],
        missions="Chantier d’insertion en maraîchage biologique",
        strengths="Douze salariés",
        obstacles="Peu d’eau",
    )
    rows["a12"] = replace(rows["a12"], x=None, y=None)
    rows["a9"] = replace(rows["a9"], confidential=True)
    return rows


def _contributions() -> dict[str, Contribution]:
    rows = (
        Contribution("c1", "a2", Pillar.HUMAN, "employees", Side.OFFER, "12 salariés en insertion", rank=1),
        Contribution("c2", "a2", Pillar.ALLIANCES, "peers", Side.OFFER, "réseau des jardins", rank=2),
        Contribution("c3", "a2", Pillar.FINANCIAL, "", Side.NEED, "débouchés réguliers", rank=3),
        Contribution("c4", "a0", Pillar.FINANCIAL, "public_funding", Side.OFFER, "", rank=4),
    )
    return {row.id: row for row in rows}


def _links() -> dict[str, Link]:
    rows = {
        f"l{at}": Link(
            f"l{at}", f"a{s}", f"a{t}", types, (), status, intensity, direction, tense, rank=at + 1
        )
        for at, (s, t, types, status, intensity, direction, tense) in enumerate(LINKS)
    }
    rows["l0"] = replace(rows["l0"], text="Convention de trois ans", partnerships=(Partnership.PATRONAGE,))
    rows["l5"] = replace(rows["l5"], text="Les dons arrivent trop tard", note="secret l5")
    return rows


def _practices() -> dict[str, Practice]:
    rows = (
        Practice("g1", Pillar.HUMAN, "Écrire seul avant de parler à plusieurs.", "a5", rank=1),
        Practice("g2", Pillar.FINANCIAL, "Réunir les financeurs deux fois par an.", rank=2),
        Practice("g3", Pillar.ALLIANCES, "Confidence à ne pas publier.", confidential=True, rank=3),
    )
    return {row.id: row for row in rows}


def _commitments() -> dict[str, Commitment]:
    rows = (
        Commitment("e1", "Ouvrir un lieu commun de stockage", ("a2", "a3"), "Loïc Fauçon", "Visiter la halle",
                   "2027-03-01", "l6", "Hélène Œstergård", rank=1),
        Commitment("e2", "Inviter les financeurs à un petit déjeuner", ("a6",), due="", rank=2),
        Commitment("e3", "Écrire une page pour les habitants", (), "", "", "2026-12-15", rank=3),
    )  # fmt: skip
    return {row.id: row for row in rows}


def _said(document: Document) -> dict[str, Any]:
    """Words at steps without points, an answer of each kind at the others."""
    kinds = list(Agreement)[1:]
    answers: dict[str, Answer] = {}
    steps = dict(document.steps)
    for at, step in enumerate(ordered(document.steps)):
        steps[step.id] = replace(
            step, notes="secret note", words=f"Ce que le groupe retient, étape {at + 1} : l’envie d’agir."
        )
        for number, item in enumerate(row for row in ordered(document.items) if row.step == step.id):
            if number > 3:
                continue
            agreement = kinds[number % 4]
            answers[item.id] = Answer(item.id, "Parole du groupe, à garder telle quelle.", agreement)
            if agreement is Agreement.DISAGREEMENT:
                answers[item.id] = replace(
                    answers[item.id], position_a="Décider à l’unanimité.", position_b="Décider à la majorité."
                )
    return {"steps": steps, "answers": answers}


def large(actors: int, links: int, seed: int = 7) -> Document:
    """As many actors on a grid, and links drawn at random, as wanted."""
    chance = random.Random(seed)
    document = blank("fr")
    categories = list(document.categories)
    kinds = list(document.link_types)
    across = round(actors**0.5 * 1.2)
    rows = {
        f"a{n}": Actor(
            f"a{n}", f"Association d’entraide n° {n} — quartier",
            chance.choice(categories), chance.choice(list(Presence)),
            (n % across) * 240.0, (n // across) * 150.0, missions="Accompagner les familles du territoire", rank=n + 1,
        )
        for n in range(actors)
    }  # fmt: skip
    joined = {}
    for n in range(links):
        source, target = chance.sample(range(actors), 2)
        joined[f"l{n}"] = Link(
            f"l{n}", f"a{source}", f"a{target}", (chance.choice(kinds),), (), chance.choice(list(Status)),
            chance.randint(1, 4), chance.choice(list(Direction)), rank=n + 1,
        )  # fmt: skip
    offers = {
        f"c{n}": Contribution(
            f"c{n}", f"a{n}", chance.choice(list(Pillar)), "", Side.OFFER, "trois bénévoles", rank=n + 1
        )
        for n in range(actors)
    }
    return replace(document, actors=rows, links=joined, contributions=offers)
