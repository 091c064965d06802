"""A map composed a little at a time is the one composed at once, and rests often on its way."""

from dataclasses import replace

from facilitator.drawing.map import compose, composing
from facilitator.drawing.theme import theme
from facilitator.model.document import Document, Link
from facilitator.slices import EACH, finished
from tests.drawing.scenes import actor, document


def crowd() -> Document:
    actors = [actor(f"a{n}", 300.0 * (n % 10), 160.0 * (n // 10)) for n in range(60)]
    links = [
        Link(f"l{n}-{step}", f"a{n}", f"a{(n + step) % 60}", ("funding",))
        for n in range(60)
        for step in (1, 7, 11)
    ]
    return document(*actors, *links)


def test_it_rests_after_every_few_links_and_comes_to_the_same() -> None:
    before = crowd()
    known = compose(before, theme("screen"))
    moved = {id_: replace(row, x=(row.y or 0.0) * 2, y=row.x) for id_, row in before.actors.items()}
    after = replace(before, actors=moved)
    work, rests = composing(after, theme("screen"), known), 0
    while True:
        try:
            next(work)
        except StopIteration as end:
            found = end.value
            break
        rests += 1
    assert rests > 3 * len(before.links) // EACH
    at_once = compose(after, theme("screen"))
    assert found.lines.keys() == at_once.lines.keys()
    assert all(found.lines[id_].picture == held.picture for id_, held in at_once.lines.items())


def test_doing_all_of_it_gives_what_it_comes_to() -> None:
    found, at_once = finished(composing(crowd(), theme("room"))), compose(crowd(), theme("room"))
    assert {id_: held.picture for id_, held in found.links.items()} == {
        id_: held.picture for id_, held in at_once.links.items()
    }
