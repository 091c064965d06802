"""The draft read as mail programs do: nobody's address but in blind copy, the minutes and the next meeting attached."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.message import EmailMessage
from typing import Any

import pytest

from facilitator import words
from facilitator.minutes.mail.draft import draft
from facilitator.minutes.mail.invitation import invitation
from facilitator.minutes.mail.letter import Letter, letter
from facilitator.model.document import Document, Participant, Workshop
from tests.minutes.rich import rich

PDF = b"%PDF-1.4\n" + bytes(range(256)) * 5


@pytest.fixture
def session() -> Document:
    document = rich()
    people = (
        Participant("p1", "Anna, dite « la, virgule »", email="anna@exemple.fr", receives=True, named=True),
        Participant("p2", 'Luc "Lulu" \\ <luc>', email="luc@exemple.fr", receives=True),
        Participant("p3", "Refuse", email="refuse@exemple.fr", receives=False),
        Participant("p4", "Hélène", email="h@bücher.example", receives=True),
    )
    workshop = replace(document.workshop, next_date="2026-12-10", next_place="Salle; « Œillets », bât. B\\C")
    return replace(document, workshop=workshop, participants={row.id: row for row in people})


def read(data: bytes) -> EmailMessage:
    message: Any = email.message_from_bytes(data, policy=email.policy.default)
    assert not message.defects
    return message  # type: ignore[no-any-return]


def made(document: Document, **chosen: Any) -> bytes:
    return draft(document, PDF, letter(document, **chosen), **chosen)


def events(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar, read as RFC 5545 says: lines unfolded, texts unescaped."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode("utf-8")) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    found: list[dict[str, str]] = []
    for line in lines[1:-1]:
        name, _colon, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line != "END:VEVENT":
            assert name not in found[-1]
            found[-1][name] = unescaped(value)
    return found


def unescaped(value: str) -> str:
    said, letters = "", iter(value)
    for letter_ in letters:
        said += {"n": "\n", "N": "\n"}.get(after := next(letters), after) if letter_ == "\\" else letter_
    return said


def test_only_those_who_asked_and_only_in_blind_copy(session: Document) -> None:
    message = read(made(session))
    assert [str(one) for one in message["Bcc"].addresses] == [
        "anna@exemple.fr",
        "luc@exemple.fr",
        "h@xn--bcher-kva.example",
    ]
    assert not {"To", "Cc", "From", "Sender", "Reply-To", "Message-ID", "Date"} & set(message.keys())
    for name, value in message.items():
        if name != "Bcc":
            assert "@" not in value, name
    assert message["X-Unsent"] == "1"


def test_no_address_and_no_refused_name_in_what_is_written(session: Document) -> None:
    raw = made(session)
    assert b"refuse@" not in raw
    text = read(raw).get_body().get_content()  # type: ignore[union-attr]
    for row in session.participants.values():
        assert row.email not in text
        assert row.name not in text


def test_the_minutes_and_the_invitation_are_attached(session: Document) -> None:
    first, second = read(made(session)).iter_attachments()
    assert (first.get_content_type(), second.get_content_type()) == ("application/pdf", "text/calendar")
    assert first.get_content() == PDF
    assert first.get_filename() == "Compte-rendu - Nourrir Rivemont - 2026-11-22.pdf"
    assert str(second.get_filename()).endswith(".ics")
    assert second.get_param("method") == "PUBLISH"
    (event,) = events(second.get_payload(decode=True))  # type: ignore[arg-type]
    assert event["DTSTART;VALUE=DATE"] == "20261210"
    assert event["DTEND;VALUE=DATE"] == "20261211"
    assert event["DTSTAMP"] == "20261122T000000Z"
    assert event["LOCATION"] == "Salle; « Œillets », bât. B\\C"
    assert event["SUMMARY"].replace("\N{NO-BREAK SPACE}", " ") == "Nourrir Rivemont : prochaine rencontre"


def test_without_a_date_there_is_no_invitation(session: Document) -> None:
    later = replace(session, workshop=replace(session.workshop, next_date=""))
    message = read(made(later))
    assert [part.get_content_type() for part in message.iter_attachments()] == ["application/pdf"]
    assert "agenda" not in message.get_body().get_content()  # type: ignore[union-attr]


def test_a_meeting_keeps_its_identity_when_it_moves(session: Document) -> None:
    moved = replace(session.workshop, next_date="2027-01-31", next_place="")
    (before,), (after,) = events(invitation(session.workshop)), events(invitation(moved))
    assert before["UID"] == after["UID"]
    (other,) = events(invitation(replace(session.workshop, title="Autre séance")))
    assert other["UID"] != before["UID"]


@pytest.mark.parametrize("text", ["\n", "a,b;c\\d", "é" * 200, "€🙂" * 60, "END:VEVENT\r\nX:1"])
def test_a_calendar_holds_whatever_is_typed(text: str) -> None:
    workshop = Workshop(title=text, next_place=text, question=text, next_date="9999-12-31")
    (event,) = events(invitation(workshop))
    assert event["LOCATION"] == text.replace("\r", "")
    assert event["DTSTAMP"] == "99991231T000000Z"


def test_a_hostile_title_stays_one_line_of_the_subject(session: Document) -> None:
    message = read(draft(session, PDF, Letter("Objet\r\nTo: x@exemple.fr\n\n" + "œ" * 300, "Bonjour\n")))
    assert "To" not in message
    assert message["Subject"].startswith("Objet To: x@exemple.fr œœ")


def test_the_text_one_changed_is_what_leaves(session: Document) -> None:
    message = read(draft(session, PDF, Letter("Notre séance", "Chères toutes,\n\n« Merci ! »\n.\nFrom là\n")))
    assert message["Subject"] == "Notre séance"
    body: Any = message.get_body()
    assert body.get_content().replace("\r\n", "\n") == "Chères toutes,\n\n« Merci ! »\n.\nFrom là\n"


def test_same_bytes_and_lines_that_every_server_takes(session: Document) -> None:
    data = made(session)
    assert data == made(session)
    assert all(len(line) <= 998 and line.isascii() for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_the_letter_is_in_the_language_asked(session: Document) -> None:
    assert letter(session).subject.replace("\N{NO-BREAK SPACE}", " ") == (
        "Compte-rendu : Nourrir Rivemont, 22 novembre 2026"
    )
    said = letter(session, "public", "en")
    assert said.subject.replace("\N{NO-BREAK SPACE}", " ") == "Minutes: Nourrir Rivemont, 22 November 2026"
    assert "public edition" in said.text
    assert words.language() == "fr"


def test_the_letter_of_a_session_of_which_nothing_is_known() -> None:
    bare = replace(rich(), workshop=Workshop(), participants={})
    said = letter(bare)
    assert "{" not in said.subject + said.text
    message = read(made(bare))
    assert "Bcc" not in message
    (pdf,) = message.iter_attachments()
    assert pdf.get_filename() == "Compte-rendu.pdf"
