"""The sentence of a link, as it is shown: what joins the two names stands out, and they do not."""

import re
from dataclasses import replace
from html import unescape

import pytest

from facilitator.model.document import Document
from facilitator.model.vocabulary import Direction
from facilitator.ui.panels.sentence import link_html


@pytest.mark.parametrize("direction", [Direction.FORWARD, Direction.BOTH])
@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ville de Rivemont", "Épicerie <L’Étal> & Cie"),
        ("Rivemont Habitat", "Rivemont"),
        ("Rivemont", "Rivemont Habitat"),
        ("Foyer rural de Sainte-Foy", "Foy"),
    ],
)
def test_names_are_whole_even_where_one_holds_the_other(
    small: Document, source: str, target: str, direction: Direction
) -> None:
    town, grocer = small.actors["town"], small.actors["grocer"]
    named = {"town": replace(town, name=source), "grocer": replace(grocer, name=target)}
    link = replace(small.links["funds"], direction=direction)
    html = link_html(replace(small, actors={**small.actors, **named}), link)
    assert [unescape(part) for part in re.split("<b>.*?</b>", html) if part] == [source, target]
