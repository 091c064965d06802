"""What goes through the clipboard: between sessions, and from anyone."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import words
from facilitator.exchange import clips
from facilitator.model import gestures
from facilitator.model.document import Actor, Category, Document, Link, LinkType, blank
from facilitator.model.gestures import Clip
from facilitator.model.rules import broken
from tests.model.rich import rich


def _clip() -> Clip:
    document = rich()
    return gestures.clip_of(document, document.actors)


def test_a_clip_is_read_as_it_was_written() -> None:
    assert clips.from_bytes(clips.to_bytes(_clip())) == _clip()


def test_notes_never_leave_as_text() -> None:
    document = blank()
    actor = Actor("a", "Épicerie", "association", note="méfiance", missions="nourrir", confidential=True)
    clip = gestures.clip_of(replace(document, actors={"a": actor}), ["a"])
    assert clips.as_text(clip) == "Épicerie"
    (read,) = clips.from_bytes(clips.to_bytes(clip)).actors
    assert (read.note, read.confidential) == ("méfiance", True)


def test_what_is_pasted_has_ids_of_its_own_and_its_links_follow() -> None:
    document, clip = rich(), _clip()
    new = clips.renewed(clip, document)
    after = gestures.paste(new)(document)
    assert broken(after) == ()
    assert len(after.actors) == 2 * len(document.actors)
    assert len(after.links) == 2 * len(document.links)
    assert after.categories is document.categories
    assert after.link_types is document.link_types
    names = {actor.id: actor.name for actor in after.actors.values()}
    assert [(names[row.source], names[row.target], row.text) for row in new.links] == [
        (names[row.source], names[row.target], row.text) for row in clip.links
    ]


def _brought() -> Clip:
    """Two residents of another session, where the group named things its own way."""
    return Clip(
        categories=(Category("farm", "Fermes"), Category("clubs", "association")),
        link_types=(LinkType("seeds", "Semences"), LinkType("money", "FINANCEMENT")),
        actors=(Actor("a", "Ferme du Pont", "farm"), Actor("b", "Club des aînés", "clubs")),
        links=(Link("k", "a", "b", types=("seeds", "money", "funding")),),
    )


def test_what_the_session_lacks_comes_along_and_the_rest_is_found_by_key_or_by_name() -> None:
    brought = replace(_brought(), link_types=(*_brought().link_types, LinkType("funding")))
    clip = clips.renewed(brought, blank())
    assert [row.id for row in clip.categories] == ["farm"]
    assert [row.id for row in clip.link_types] == ["seeds"]
    assert [actor.category for actor in clip.actors] == ["farm", "association"]
    assert clip.links[0].types == ("seeds", "funding")
    assert broken(gestures.paste(clip)(blank())) == ()


def test_usual_words_are_found_in_the_language_of_the_moment() -> None:
    words.use("en")
    clip = Clip(categories=(Category("x", "Company"),), actors=(Actor("a", "Fourchette", "x"),))
    assert clips.renewed(clip, blank()).actors[0].category == "company"


def _document(**changes: object) -> bytes:
    plain = json.loads(clips.to_bytes(_brought_alone()))
    return json.dumps(plain | changes).encode()


def _brought_alone() -> Clip:
    return replace(_brought(), links=())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b"{}",
        b"[" * 100_000,
        b'{"entre-tous": 2}',
        b'{"entre-tous": 1, "workshop": {"id": "workshop"}}',
        b'{"entre-tous": 1, "actors": [{"id": "a", "name": "X", "category": "nowhere"}]}',
        b'{"entre-tous": 1, "actors": {}}',
        b'{"entre-tous": 1, "actors": [7]}',
        _document(actors=[{"id": "a", "name": "X", "category": "farm", "x": 1e999, "y": 0.0}]),
        _document(actors=[{"id": "a", "name": "X", "category": "farm", "x": float("nan"), "y": 0.0}]),
        _document(actors=[{"id": "a", "name": "X", "category": "farm", "x": 1.0}]),
        _document(actors=[{"id": "a", "name": "X" * 10_000_000, "category": "farm"}]),
        _document(actors=[{"id": "a", "name": "X", "category": "farm"}] * 2),
        _document(actors=[{"id": "a", "name": "X", "category": "farm", "shout": "!"}]),
        b" " * (clips.MOST + 1),
    ],
    ids=range(18),
)
def test_what_is_no_clip_is_refused(data: bytes) -> None:
    with pytest.raises(clips.ClipError):
        clips.from_bytes(data)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_noise_is_refused(data: bytes) -> None:
    with pytest.raises(clips.ClipError):
        clips.from_bytes(data)


def test_a_clip_of_links_alone_is_empty() -> None:
    assert clips.from_bytes(clips.to_bytes(Clip())) == Clip()
    assert gestures.paste(Clip())(Document()) == Document()
