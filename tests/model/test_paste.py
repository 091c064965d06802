"""What is copied, and what pasting adds."""

import pytest

from facilitator.model import gestures
from facilitator.model.gestures import Refused
from facilitator.model.rules import broken
from tests.model.rich import rich


def test_a_clip_holds_what_goes_with_its_actors_and_no_more() -> None:
    document = rich()
    (link, *_others) = document.links.values()
    clip = gestures.clip_of(document, [link.source, link.target])
    assert {actor.id for actor in clip.actors} == {link.source, link.target}
    assert link in clip.links
    assert all({row.source, row.target} <= {link.source, link.target} for row in clip.links)
    assert {row.actor for row in clip.contributions} <= {link.source, link.target}
    assert {row.id for row in clip.categories} == {actor.category for actor in clip.actors}
    assert {row.id for row in clip.link_types} == {key for row in clip.links for key in row.types}


def test_pasting_adds_after_what_is_there_and_breaks_nothing() -> None:
    document = rich()
    clip = gestures.clip_of(document, document.actors)
    empty = gestures.delete_actors(document.actors)(document)
    after = gestures.paste(
        gestures.Clip(actors=clip.actors, contributions=clip.contributions, links=clip.links)
    )(empty)
    assert broken(after) == ()
    assert after.actors.keys() == document.actors.keys()
    assert [row.name for row in after.actors.values()] == [row.name for row in document.actors.values()]


def test_pasting_what_is_there_already_is_refused() -> None:
    document = rich()
    with pytest.raises(Refused, match="already"):
        gestures.paste(gestures.clip_of(document, document.actors))(document)
