"""What is kept together: the room asked for is what a thing takes once it is set."""

import pytest

from facilitator.minutes.blocks import Entry, plain, strong
from facilitator.minutes.layout import set_block
from facilitator.minutes.styles import WIDTH
from facilitator.minutes.together import kept

QUESTION = (
    "« Financements pluriannuels », cherché par Maison de quartier des Œillets : Département et Préfecture "
    "proposent quelque chose d’approchant. Se connaissent-ils ? "
)


@pytest.mark.parametrize("letters", range(20, 420, 20))
def test_a_question_is_never_left_by_what_is_said_of_it(letters: int) -> None:
    entry = Entry(
        strong((QUESTION * 3)[:letters]), (plain("Un répertoire de la vallée."), plain("Avant juin."))
    )
    _asked, *pieces = set_block(entry)
    taken = sum(p.wrap(WIDTH, 1000.0)[1] + p.getSpaceBefore() + p.getSpaceAfter() for p in pieces)
    assert kept(entry) >= taken
