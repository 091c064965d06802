"""Gestures on the charter's items and answers, votes, means, practices and commitments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from facilitator.model.document import (
    Answer,
    Commitment,
    Document,
    Item,
    Means,
    Practice,
    Vote,
    with_rows,
)
from facilitator.model.gestures.core import Gesture, add, edit, find, move, put, remove, tidied, together
from facilitator.model.vocabulary import VoteKind


def add_item(item: Item) -> Gesture:
    """A point put to the group."""
    return add("item.add", "items", item)


def edit_item(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    """Changes an item. Its words once typed by a person are no proposal of ours any more."""
    done = edit("item.edit", "items", (id_,), changes, merge=merge)
    if "text" not in changes or "proposed" in changes:
        return done

    def act(document: Document) -> Document:
        was, after = find(document, "items", id_), done(document)
        now = find(after, "items", id_)
        return after if now.text == was.text else put(after, "items", replace(now, proposed=False))

    return replace(done, act=act)


def delete_item(id_: str) -> Gesture:
    """Removes an item with its answer and its votes."""

    def act(document: Document) -> Document:
        find(document, "items", id_)
        return without_items(document, (id_,))

    return Gesture("item.delete", act, (id_,))


def without_items(document: Document, ids: tuple[str, ...]) -> Document:
    document = with_rows(document, "votes", drop=[v.id for v in document.votes.values() if v.item in ids])
    document = with_rows(document, "answers", drop=[id_ for id_ in ids if id_ in document.answers])
    return with_rows(document, "items", drop=ids)


def move_item(id_: str, before: str | None) -> Gesture:
    return move("item.order", "items", id_, before)


def answer(item: str, *, merge: str = "", **changes: Any) -> Gesture:
    """What the group says of an item: its words, its agreement, both positions."""

    def act(document: Document) -> Document:
        find(document, "items", item)
        row = tidied(replace(document.answers.get(item, Answer(item)), **changes))
        if row == Answer(item):
            return with_rows(document, "answers", drop=[item] if item in document.answers else [])
        return put(document, "answers", row)

    return Gesture("answer.edit", act, (item,), merge)


def add_vote(vote: Vote) -> Gesture:
    """Hands counted on an item."""
    return add("vote.add", "votes", vote)


def add_ballot(votes: Sequence[Vote]) -> Gesture:
    """A vote, or a round of consent, about to be taken on an item."""
    name = "consent.add" if votes[0].kind is VoteKind.CONSENT else "vote.add"
    return together(name, map(add_vote, votes))


def edit_vote(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("vote.edit", "votes", (id_,), changes, merge=merge)


def edit_consent(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    """The same in a round of consent: its proposal, what is objected."""
    return edit("consent.edit", "votes", (id_,), changes, merge=merge)


def reveal_votes(ids: Iterable[str], revealed: bool = True) -> Gesture:
    """Shows to the group what was counted, or hides it again."""
    name = "vote.reveal" if revealed else "vote.hide"
    return edit(name, "votes", ids, {"revealed": revealed})


def delete_vote(id_: str) -> Gesture:
    return remove("vote.delete", "votes", (id_,))


def delete_ballot(votes: Sequence[Vote]) -> Gesture:
    name = "consent.delete" if votes[0].kind is VoteKind.CONSENT else "vote.delete"
    return together(name, (delete_vote(vote.id) for vote in votes))


def move_vote(id_: str, before: str | None) -> Gesture:
    return move("vote.order", "votes", id_, before)


def add_means(means: Means) -> Gesture:
    """What the group puts in common, or misses."""
    return add("means.add", "means", means)


def edit_means(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("means.edit", "means", (id_,), changes, merge=merge)


def delete_means(id_: str) -> Gesture:
    return remove("means.delete", "means", (id_,))


def move_means(id_: str, before: str | None) -> Gesture:
    return move("means.order", "means", id_, before)


def add_practice(practice: Practice) -> Gesture:
    """A good practice under one pillar."""
    return add("practice.add", "practices", practice)


def edit_practice(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("practice.edit", "practices", (id_,), changes, merge=merge)


def delete_practice(id_: str) -> Gesture:
    return remove("practice.delete", "practices", (id_,))


def move_practice(id_: str, before: str | None) -> Gesture:
    return move("practice.order", "practices", id_, before)


def add_commitment(commitment: Commitment) -> Gesture:
    """What will be done, by whom, by when."""
    return add("commitment.add", "commitments", commitment)


def edit_commitment(id_: str, *, merge: str = "", **changes: Any) -> Gesture:
    return edit("commitment.edit", "commitments", (id_,), changes, merge=merge)


def delete_commitment(id_: str) -> Gesture:
    return remove("commitment.delete", "commitments", (id_,))


def move_commitment(id_: str, before: str | None) -> Gesture:
    return move("commitment.order", "commitments", id_, before)
