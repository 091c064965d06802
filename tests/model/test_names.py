"""When two names are the same for people."""

import pytest

from facilitator.model.names import Names, alike, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Épicerie sociale L’Étal", "epicerie sociale l'etal"),
        ("Communauté de communes du Val d’Œuvre", "COMMUNAUTE DE COMMUNES DU VAL D'OEUVRE"),
        ("C.C.A.S.", "CCAS"),
        ("CCAS", "Centre communal d’action sociale"),
        ("Centre communal d’action sociale", "C.C.A.S."),
        ("Les Jardins du Gué", "Jardins du Gué"),
        ("Fourchette & Cie", "Fourchette et Cie"),
        ("Club  des aînés", "Club des ainés"),
        ("La Ville de Rivemont", "Ville de Rivemont"),
        ("Jardin du Gué", "Les Jardins du Gué"),
        ("CCAS de Rivemont", "Centre communal d’action sociale de Rivemont"),
        ("C. C. A. S. de Rivemont", "CCAS de Rivemont"),
        ("Centre communal d’action sociale (CCAS)", "CCAS"),
        ("Centre communal d’action sociale (C.C.A.S.)", "Centre communal d’action sociale"),
        ("CCAS (Centre communal d’action sociale)", "Le centre communal d'action sociale"),
        ("MJC – Maison des jeunes et de la culture", "M.J.C."),
        (
            "Institut national de recherche pour l’agriculture, l’alimentation et l’environnement (INRAE)",
            "INRAE",
        ),
        ("L’A.D.M.R. du Val", "Aide à domicile en milieu rural du Val"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ville de Rivemont", "Ville de Riverin"),
        ("Fondation Terre d’Avenir", "Fondation Habitat & Partage"),
        ("CAF", "CCAS"),
        ("Le", "La"),
        ("", "Mairie"),
        ("AB", "Amis du bois"),
        ("Centre communal d’action sociale", "Comité cantonal d’aide scolaire"),
        ("CCAS de Rivemont", "CCAS de Montbrun"),
        ("Mairie (Rivemont)", "Mairie (Montbrun)"),
        ("Régie de quartier et de territoire (PARIS)", "Paris"),
        ("Radio (FM)", "Radio"),
        ("Maison des jeunes (MJ)", "Mission jeunesse (MJ)"),
        ("Maison des associations (MDA)", "Maison départementale de l’autonomie (MDA)"),
        ("Centre social (CS)", "CS – Comité syndical"),
        ("Fondation de France – Méditerranée", "Fondation de France"),
    ],
)
def test_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)


def test_a_name_of_signs_alone_is_itself() -> None:
    assert fold(" !! ") == "!!"
    assert fold("C.C.A.S.") == fold("ccas")


def test_of_names_that_are_alike_the_first_is_found() -> None:
    names = Names(["Centre communal d’action sociale", "CCAS", "Mairie"])
    assert names.like("c.c.a.s.") == "CCAS"
    assert names.like("Le centre communal d'action sociale") == "Centre communal d’action sociale"
    assert names.like("Préfecture") is None
    assert names.like("  ") is None
