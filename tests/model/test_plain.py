"""Plain values: a session to JSON and back, and nothing strange let in."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import gestures, plain
from facilitator.model.changes import difference
from facilitator.model.document import Document, blank
from tests.model.rich import rich
from tests.model.test_changes import walked


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(value, ensure_ascii=False))


@pytest.mark.parametrize("document", [rich(), blank("en"), Document()])
def test_there_and_back(document: Document) -> None:
    again = plain.from_plain(through_json(plain.to_plain(document)))
    assert again == document
    assert list(again.actors) == list(document.actors)
    assert plain.to_plain(again) == plain.to_plain(document)


def test_rows_come_in_order_whatever_the_list() -> None:
    data = plain.to_plain(rich())
    data["actors"].reverse()
    assert list(plain.from_plain(data).actors) == ["a1", "a2", "a3"]


def test_no_row_of_a_table_that_is_not() -> None:
    with pytest.raises(ValueError, match="villains"):
        plain.row_from_plain("villains", {"id": "v"})


def test_what_is_left_out_is_usual() -> None:
    assert plain.from_plain({"actors": [{"id": "a"}]}).actors["a"].name == ""


@given(data=st.data())
def test_changes_there_and_back(data: st.DataObject) -> None:
    before = walked(data, rich(), 2)
    after = walked(data, before, 3)
    changes = difference(before, after)
    written = through_json(plain.changes_to_plain(changes))
    assert plain.changes_from_plain(written, after, done=True) == changes
    assert plain.changes_from_plain(written, before, done=False) == changes


def test_a_change_keeps_only_what_differs() -> None:
    document = rich()
    changes = difference(document, gestures.place_actors({"a3": (1, 2)})(document))
    assert plain.changes_to_plain(changes) == [
        {"table": "actors", "id": "a3", "before": {"x": None, "y": None}, "after": {"x": 1.0, "y": 2.0}}
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "a session should be an object"),
        ({"villains": []}, "no table called 'villains'"),
        ({"actors": {}}, "actors: all its rows should be a list"),
        ({"actors": [3]}, "actors: a row should be an object"),
        ({"actors": [{"name": "x"}]}, "actors: a row has no id"),
        ({"actors": [{"id": "a"}, {"id": "a"}]}, "two rows have the same id"),
        ({"actors": [{"id": "a", "wealth": 1}]}, "no field called 'wealth'"),
        ({"actors": [{"id": 1}]}, "actors.id: it should be str"),
        ({"actors": [{"id": "a", "pinned": 1}]}, "actors.pinned: it should be bool"),
        ({"actors": [{"id": "a", "rank": True}]}, "actors.rank: it should be int"),
        ({"actors": [{"id": "a", "rank": 1.0}]}, "actors.rank: it should be int"),
        ({"actors": [{"id": "a", "x": "1"}]}, "actors.x: it should be a number"),
        ({"actors": [{"id": "a", "x": True}]}, "actors.x: it should be a number"),
        ({"actors": [{"id": "a", "x": 10**400}]}, "actors.x: the number is too large"),
        ({"actors": [{"id": "a", "presence": "dead"}]}, "is none of 'present'"),
        ({"actors": [{"id": "a", "presence": ["present"]}]}, "is none of 'present'"),
        ({"actors": [{"id": "a", "odds": "12"}]}, "actors.odds: it should be a list"),
        ({"actors": [{"id": "a", "odds": ["1"]}]}, "actors.odds: it should be int"),
        ({"images": [{"id": "i", "data": "é"}]}, "images.data: "),
        ({"images": [{"id": "i", "data": "abc"}]}, "images.data: base64"),
        ({"workshop": []}, "workshop: a row should be an object"),
    ],
)
def test_what_is_strange_is_refused(data: object, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        plain.from_plain(data)


def _one(**over: object) -> list[dict[str, object]]:
    return [{"table": "actors", "id": "a3", "before": {"x": None}, "after": {"x": 1.0}} | over]


@pytest.mark.parametrize(
    "data",
    [
        {},
        [3],
        [{}],
        _one(table="villains"),
        _one(table=[]),
        _one(id=3),
        _one(id="gone"),
        _one(before={"y": 4.0}),
        _one(before=None, after={"id": "other"}),
        _one(before={"id": "a3"}, after=None),
        _one(after={"id": "b"}),
        [
            {
                "table": "workshop",
                "id": "workshop",
                "before": plain.to_plain(rich())["workshop"],
                "after": None,
            }
        ],
    ],
)
def test_changes_that_do_not_fit_are_refused(data: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  each says something of its own
        plain.changes_from_plain(data, rich(), done=False)


def test_a_change_that_fits_before_does_not_fit_after() -> None:
    document = rich()
    after = replace(document, actors={**document.actors, "a3": replace(document.actors["a3"], x=1.0)})
    assert plain.changes_from_plain(_one(), document, done=False)
    assert plain.changes_from_plain(_one(), after, done=True)
    with pytest.raises(ValueError, match="does not fit"):
        plain.changes_from_plain(_one(), after, done=False)
