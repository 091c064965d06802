"""A small session in which every table has rows and every field of them is other than its usual value somewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from facilitator.model import vocabulary as v
from facilitator.model.document import (
    Actor,
    Answer,
    Background,
    Category,
    Commitment,
    Contribution,
    Document,
    Image,
    Item,
    Link,
    LinkType,
    Participant,
    Practice,
    Step,
    Vote,
    Workshop,
    Zone,
    blank,
)


def _by_id(*rows: Any) -> dict[str, Any]:
    return {row.id: row for row in rows}


def rich() -> Document:
    """The same every time."""
    usual = blank()
    return replace(
        usual,
        workshop=Workshop(
            title="Séance d’essai",
            question="Comment allons-nous nourrir la vallée ?",
            territory="Vallée de l’Œuf",
            date="2026-11-22",
            place="Salle des fêtes — étage",
            organiser="Réseau d’essai",
            organiser_contact="Ligne d’essai",
            facilitators="Noé, Chloé",
            author="Réseau d’essai",
            licence=v.Licence.CC_BY_SA,
            charter_source="Version de travail",
            lead="Une première ligne\net une seconde",
            essentials="L’essentiel",
            resources="Des ressources",
            next_date="2027-01-05",
            next_place="Même salle",
            notice="Information",
            keep_until="2028-02-29",
            odds=(2, 12, 17),
            language="en",
            journey="default",
            fictitious=True,
        ),
        background=Background(
            "background",
            v.BackgroundKind.IMAGE,
            "Intérêt",
            "Influence",
            "Projet",
            "image",
            -800.0,
            -500.5,
            1600.0,
            1000.0,
        ),
        images=_by_id(Image("image", "Plan.png", "image/jpeg", bytes(range(256)), 16, 9, rank=1)),
        zones=_by_id(Zone("zone", "Santé", -10.5, 20.25, 300.0, 200.0, rank=1)),
        categories={
            **usual.categories,
            "coop": Category("coop", "Coopératives", "#0F6E6E", v.Pictogram.LEAF, 9),
        },
        link_types={**usual.link_types, "loan": LinkType("loan", "Prêt", v.Pictogram.HOUSE, 8)},
        participants=_by_id(
            Participant(
                "p1", "Zoë Ñandú", "CCAS", "Élue", "zoe@example.org", v.Attendance.EXCUSED, True, True, rank=1
            ),
            Participant("p2", "Anonyme", rank=2),
        ),
        actors=_by_id(
            Actor(
                "a1",
                "Les Jardins du Gué",
                "association",
                v.Presence.TO_MOBILISE,
                12.5,
                -40.0,
                True,
                "Cultiver\net transmettre",
                "Agriculture",
                "Marché",
                "Bénévoles",
                "Foncier",
                "Terres",
                "Serres",
                "Transmettre",
                80,
                0,
                100,
                (1, 17),
                "Note privée",
                True,
                rank=1,
            ),
            Actor("a2", "Cœur de ville 👩‍🌾", "coop", v.Presence.ABSENT, 300.0, 0.1, rank=2),
            Actor("a3", "Habitants", "citizens", v.Presence.EXCUSED, rank=3),
        ),
        contributions=_by_id(
            Contribution("c1", "a1", v.Pillar.ALLIANCES, "peers", v.Side.NEED, "Des pairs", True, rank=1),
            Contribution("c2", "a1", v.Pillar.FINANCIAL, "fees", text="Cotisations", rank=2),
            Contribution("c3", "a2", text="Temps", rank=3),
        ),
        links=_by_id(
            Link(
                "k1",
                "a1",
                "a2",
                ("funding", "loan"),
                (v.Partnership.PATRONAGE, v.Partnership.SOCIETAL_INNOVATION),
                v.Status.TO_CREATE,
                4,
                v.Direction.BOTH,
                True,
                "Un prêt\nsur deux ans",
                "À dire doucement",
                True,
                rank=1,
            ),
            Link("k2", "a2", "a1", rank=2),
            Link("k3", "a3", "a2", ("skills",), status=v.Status.TO_STRENGTHEN, intensity=1, rank=3),
        ),
        steps=_by_id(
            Step("s1", title="Accueil", rank=1),
            Step(
                "s2",
                "principles",
                v.Block.PRINCIPLES,
                v.Panel.ITEMS,
                "Principes",
                "À quoi tenons-nous ?",
                25,
                v.MapFilter.DESIRED,
                v.DoneWhen.ANSWERED,
                3,
                "Notes d’animation",
                "Paroles du groupe",
                True,
                False,
                rank=2,
            ),
        ),
        items=_by_id(
            Item("s2-1", "s2", "Se dire les choses", v.Pillar.HUMAN, True, rank=1),
            Item("s2-2", "s2", "Décider ensemble", rank=2),
        ),
        answers=_by_id(
            Answer("s2-1", "Oui, mais", v.Agreement.DISAGREEMENT, "Pour", "Contre", True),
            Answer("s2-2", agreement=v.Agreement.YES),
        ),
        votes=_by_id(
            Vote("v1", "s2-1", "Gardons-nous ce point ?", "association", 5, 2, 1, "Trop vague", True, rank=1),
            Vote("v2", "s2-2", rank=2),
        ),
        practices=_by_id(
            Practice("g1", v.Pillar.FINANCIAL, "Un fonds commun", "a2", True, rank=1),
            Practice("g2", text="Un café", rank=2),
        ),
        commitments=_by_id(
            Commitment(
                "e1",
                "Signer le prêt",
                ("a2", "a1"),
                "Zoë",
                "Appeler",
                "2026-12-24",
                "k1",
                "Le conseil",
                True,
                rank=1,
            ),
            Commitment("e2", "Se revoir", rank=2),
        ),
    )
