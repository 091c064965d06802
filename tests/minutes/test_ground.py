"""What lies under the map in the minutes: painted with it, and told in words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from facilitator import words
from facilitator.drawing.shapes import Bitmap, Box, Picture
from facilitator.minutes.document import write
from facilitator.minutes.ink import paint
from facilitator.minutes.sections import ground
from facilitator.model import gestures
from facilitator.model.document import Document
from facilitator.model.edition import edition
from facilitator.model.vocabulary import BackgroundKind
from tests.drawing.scenes import chequered, on_ground, town
from tests.minutes.reading_back import flat, read


def told(session: Document, language: str = "fr") -> list[str]:
    """The lines of the section, in order."""
    with words.in_language(language):
        blocks = ground.section(session).blocks
    rows = [row for block in blocks for row in getattr(block, "items", (getattr(block, "words", ()),))]
    return [flat("".join(span.text for span in row)) for row in rows]


def test_rings_say_who_is_in_them() -> None:
    session = gestures.edit_background(centre="L’épicerie", width=800.0, height=800.0)(
        on_ground(BackgroundKind.TARGET)
    )
    session = gestures.edit_background(x=-60.0, y=-250.0)(session)
    assert told(session) == [
        (
            "La carte est une cible autour de « L’épicerie » : "
            "plus une fiche est près du centre, plus l’acteur en est proche."
        ),
        "Au cœur : Les Jardins du Gué.",
        "Autour : Habitants du quartier des Œillets.",
        "Plus loin : Ville de Rivemont, Fonds de dotation du Val, INRAE, unité Territoires, Supermarché du Centre.",
    ]


def test_quarters_say_who_is_in_them_by_both_axes() -> None:
    session = gestures.edit_background(x=0.0, y=0.0, width=600.0, height=400.0)(
        on_ground(BackgroundKind.QUADRANT)
    )
    assert told(session) == [
        "La carte a deux axes : « Intérêt » croît vers la droite, « Influence » croît vers le haut.",
        "À associer d’abord (Influence : haut ; Intérêt : haut) : Les Jardins du Gué.",
        "À intéresser (Influence : haut ; Intérêt : bas) : Ville de Rivemont.",
        "À tenir au courant (Influence : bas ; Intérêt : bas) : Fonds de dotation du Val.",
        "Hors des axes : INRAE, unité Territoires, Supermarché du Centre, Habitants du quartier des Œillets.",
    ]
    named = gestures.edit_background(x_axis="Temps")(session)
    assert told(named, "en")[1] == "Influence: high; Temps: high: Les Jardins du Gué."


def test_zones_say_who_is_in_them() -> None:
    session = gestures.edit_zone("work", name="")(on_ground(BackgroundKind.ZONES))
    session = gestures.place_actors({"habitants": (100.0, 100.0)})(session)
    assert told(session, "en") == [
        "The map has zones, one for each field of intervention.",
        "Alimentation: Ville de Rivemont, Les Jardins du Gué.",
        "Zone without a name: Habitants du quartier des Œillets.",
        "In no zone: Fonds de dotation du Val, INRAE, unité Territoires, Supermarché du Centre.",
    ]
    assert told(replace(session, zones={})) == []


def test_an_image_is_said_and_never_its_name() -> None:
    assert told(on_ground(BackgroundKind.IMAGE), "en") == ["The cards are laid over a picture."]
    assert told(replace(town(), background=on_ground(BackgroundKind.BLANK).background)) == []


def test_without_a_card_on_the_map_there_is_nothing_to_tell() -> None:
    session = on_ground(BackgroundKind.TARGET)
    assert told(gestures.unplace_actors(session.actors)(session)) == []


@pytest.mark.parametrize("name", ["participants", "public"])
@pytest.mark.parametrize("kind", list(BackgroundKind)[1:])
def test_the_minutes_hold_it(tmp_path: Path, kind: BackgroundKind, name: str) -> None:
    out = tmp_path / "minutes.pdf"
    write(on_ground(kind), out, edition=name, language="fr")
    said = flat(read(out).text)
    if kind is not BackgroundKind.IMAGE:
        expected = {"target": "Au cœur", "quadrant": "Intérêt", "zones": "Alimentation"}[kind]
        assert said.count(expected) >= 2  # on the map and in words
    images = {image.name for page in PdfReader(out).pages for image in page.images}
    assert len(images) == (kind is BackgroundKind.IMAGE)
    assert b"Plan.png" not in out.read_bytes()


def test_a_public_edition_keeps_the_background_without_the_name_of_the_file() -> None:
    shown = edition(on_ground(BackgroundKind.IMAGE), "public")
    (image,) = shown.images.values()
    assert (image.name, image.data) == ("", chequered())
    assert shown.background.kind is BackgroundKind.IMAGE


def test_a_picture_whose_bytes_are_broken_is_left_out_of_the_pdf(tmp_path: Path) -> None:
    """Its head says a size, so that it is on the map; what follows is nothing."""
    canvas = Canvas(str(tmp_path / "page.pdf"))
    for data in (chequered()[:60], chequered()[:40] + b"x" * 400, b"\xff\xd8\xff\xe0"):
        paint(canvas, Picture((Bitmap(0, 0, 40, 30, data),), Box(0, 0, 40, 30)), 0, 30)
    canvas.save()
    assert list(PdfReader(tmp_path / "page.pdf").pages[0].images) == []
