"""Who is named in which field, and what is left to ask."""

from dataclasses import replace

from facilitator.model.coverage import UNSAID, coverage
from facilitator.model.document import Actor, Zone, blank


def test_fields_come_from_zones_from_what_is_asked_and_from_actors() -> None:
    actors = (
        Actor("a", "Ferme", "company", domain="Production", rank=1),
        Actor("b", "Radio", "association", rank=2),
        Actor("c", "Mairie", "authority", domain="PRODUCTION", rank=3),
        Actor("d", "Grossiste", "company", domain="logistique", rank=4),
    )
    document = replace(
        blank(),
        actors={actor.id: actor for actor in actors},
        zones={"z": Zone("z", "Éducation"), "no": Zone("no", "", rank=1)},
    )
    held = coverage(document, ["Logistique", " "])
    assert held.fields == ("Éducation", "Logistique", "Production", UNSAID)
    assert [a.id for a in held.cells["Production", "company"]] == ["a"]
    assert [a.id for a in held.cells["Production", "authority"]] == ["c"], (
        "another spelling is the same field"
    )
    assert [a.id for a in held.cells["Logistique", "company"]] == ["d"]
    assert [a.id for a in held.cells[UNSAID, "association"]] == ["b"]
    assert held.empty(("company", "authority")) == 3


def test_an_empty_session_has_nothing_to_ask() -> None:
    held = coverage(blank())
    assert held.fields == (UNSAID,)
    assert held.empty(blank().categories) == 0
