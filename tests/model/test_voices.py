"""Who is heard beside who is in the room."""

from dataclasses import replace

from facilitator.model.document import Actor, Document, Participant, Voice, blank
from facilitator.model.vocabulary import Attendance, Presence
from facilitator.model.voices import balance


def room(voices: dict[str, int], people: tuple[Participant, ...] = ()) -> Document:
    actors = (
        Actor("a", "Les Jardins du Gué", "association", rank=1),
        Actor("b", "Ville de Rivemont", "authority", rank=2),
        Actor("c", "Radio", "association", rank=3),
        Actor("d", "Supermarché", "company", Presence.ABSENT, rank=4),
    )
    return replace(
        blank(),
        actors={actor.id: actor for actor in actors},
        participants={person.id: person for person in people},
        voices={id_: Voice(id_, turns) for id_, turns in voices.items()},
    )


def test_few_voices_tell_nothing() -> None:
    held = balance(room({"association": 3}))
    assert held.turns == {"authority": 0, "association": 3}
    assert (held.total, held.most, held.silent) == (3, (), ())


def test_who_is_there_and_silent_and_who_speaks_more_than_their_part() -> None:
    held = balance(room({"association": 8, "company": 1}))
    assert held.silent == ("authority",), "the company is not there: it is not said to be silent"
    assert held.most == ("association",)
    held = balance(room({"authority": 6, "association": 2}))
    assert held.most == ("authority",)
    assert held.silent == ()


def test_the_room_is_who_came_where_their_organisations_are_known() -> None:
    people = (
        Participant("1", "Zoé", "VILLE DE RIVEMONT"),
        Participant("2", "Idris", "Ville de Rivemont"),
        Participant("3", "Léa", "Supermarché"),
        Participant("4", "Max", "Radio", attendance=Attendance.EXCUSED),
        Participant("5", "Ana", "Inconnue"),
    )
    held = balance(room({"company": 5}, people))
    assert held.turns == {"authority": 0, "company": 5}
    assert held.most == ("company",)
    assert held.silent == ("authority",)


def test_a_balanced_room_is_not_commented() -> None:
    held = balance(room({"authority": 3, "association": 5}))
    assert (held.most, held.silent) == ((), ())


def test_nobody_there_is_compared_with_nobody() -> None:
    held = balance(replace(room({"company": 9}), actors={}))
    assert (held.turns, held.most, held.silent) == ({"company": 9}, (), ())
