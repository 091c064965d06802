"""Nothing forbidden ever remains in an edition, and nothing else is lost."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.model import rules
from facilitator.model.document import (
    TABLES,
    Actor,
    Answer,
    Commitment,
    Contribution,
    Document,
    Evaluation,
    Image,
    Item,
    Link,
    Participant,
    Practice,
    Remark,
    Step,
    Vote,
    Zone,
    blank,
    rows_of,
)
from facilitator.model.edition import EDITIONS, ROOM, edition, in_the_room, on_the_wall, withdrawn
from facilitator.model.plain import to_plain
from facilitator.model.vocabulary import Agreement, Attendance, Fate, Licence
from tests.model.rich import rich

NAMES = tuple(f"Zoé d’Aqu{n}tte" for n in range(4))
EMAILS = tuple(f"zoe.{n}@exemple.invalid" for n in range(4))
ACTORS = tuple(f"Maison n° {n} « Les Œillets »" for n in range(4))
MENTIONS = (*NAMES, *(name.upper() for name in NAMES), *EMAILS, *ACTORS, "l’envie d’agir", "")

flags = st.booleans()
mentions = st.lists(st.sampled_from(MENTIONS), max_size=3).map(lambda said: " et ".join(filter(None, said)))


def sentences(mark: str) -> st.SearchStrategy[str]:
    """Free words that carry a mark of their own, and may say names of people, of actors, and e-mails."""
    return mentions.map(lambda said: f"({mark}) {said}".strip())


@st.composite
def sessions(draw: st.DrawFn) -> Document:
    """Small sessions, every secret with a mark of its own."""
    people = {
        f"p{n}": Participant(
            f"p{n}", name, draw(st.sampled_from((*ACTORS, "Bureau Sève", ""))), f"fonction{n}", EMAILS[n],
            draw(st.sampled_from(Attendance)), draw(flags), draw(flags), n,
        )
        for n, name in enumerate(NAMES)
    }  # fmt: skip
    actors = {
        f"a{n}": Actor(
            f"a{n}", name, "other", missions=draw(sentences(f"mission{n}")), note=f"private-a{n}",
            confidential=draw(flags), rank=n,
        )
        for n, name in enumerate(ACTORS)
    }  # fmt: skip
    links = {
        f"l{n}": Link(
            f"l{n}", f"a{n}", f"a{(n + 1) % 4}", tension=draw(flags), text=draw(sentences(f"lien{n}")),
            note=f"private-l{n}", confidential=draw(flags), rank=n,
        )
        for n in range(4)
    }  # fmt: skip
    answers = {
        f"i{n}": Answer(f"i{n}", draw(sentences(f"dit{n}")), Agreement.YES, confidential=draw(flags))
        for n in (0, 1)
    }
    commitments = {
        f"e{n}": Commitment(
            f"e{n}", draw(sentences(f"faire{n}")), draw(st.sampled_from(((), ("a0",), ("a1", "a2")))), f"qui{n}",
            draw(mentions), link=draw(st.sampled_from(("", "l0", "l1"))), said_yes_by=f"oui{n}",
            confidential=draw(flags), rank=n,
        )
        for n in (0, 1)
    }  # fmt: skip
    return replace(
        blank(),
        workshop=replace(
            blank().workshop, facilitators="Anaïs Lefèvre", organiser="Réseau du Val", author="Réseau du Val",
            organiser_contact="contact@reseau.invalid", lead=draw(mentions), licence=Licence.CC_BY,
        ),
        participants=people,
        actors=actors,
        links=links,
        contributions={
            f"c{n}": Contribution(f"c{n}", f"a{n}", text=f"don{n}", confidential=draw(flags), rank=n) for n in (0, 1)
        },
        steps={"s": Step("s", title="Étape", words=draw(sentences("mot")), notes="private-s")},
        items={f"i{n}": Item(f"i{n}", "s", f"point{n}", rank=n) for n in (0, 1)},
        answers=answers,
        votes={
            f"v{n}": Vote(f"v{n}", f"i{n}", objections=f"objection{n}", revealed=draw(flags), rank=n) for n in (0, 1)
        },
        practices={
            f"g{n}": Practice(
                f"g{n}", text=draw(sentences(f"usage{n}")), actor=draw(st.sampled_from(("", "a0", "a3"))),
                confidential=draw(flags), rank=n,
            )
            for n in (0, 1)
        },
        commitments=commitments,
    )  # fmt: skip


def told(document: Document) -> str:
    """All that an edition says, in one text without case."""
    return repr(to_plain(document)).casefold()


@given(sessions(), st.sampled_from(EDITIONS))
def test_an_edition_keeps_the_rules_and_says_nothing_private(session: Document, name: str) -> None:
    assert rules.broken(session) == ()
    shown = edition(session, name)
    assert rules.broken(shown) == ()
    assert rules.broken(in_the_room(session)) == ()
    text = told(shown)
    assert "private-" not in text
    assert "zoe." not in text
    assert not any(row.receives or row.email for row in shown.participants.values())
    assert not any(row.tension for row in shown.links.values())
    assert all(row.revealed for row in shown.votes.values())
    for person in session.participants.values():
        if not person.named or name == "public":
            assert person.name.casefold() not in text
            assert person.role not in text
    for link in session.links.values():
        if link.tension:
            assert f"(lien{link.id[1:]})" not in text


def test_a_page_of_words_refers_to_nothing_it_hides() -> None:
    session = rich()
    hidden = {id_: replace(row, confidential=True) for id_, row in session.actors.items() if id_ != "a2"}
    session = replace(
        session,
        actors={**session.actors, **hidden},
        means={"m1": replace(session.means["m1"], confidential=False)},
        commitments={"e1": replace(session.commitments["e1"], confidential=False)},
    )
    shown = in_the_room(session)
    assert rules.broken(shown) == ()
    assert shown.means["m1"].actors == ("a2",)
    assert (shown.commitments["e1"].actors, shown.commitments["e1"].link) == (("a2",), "")


def test_a_question_of_the_map_leaves_with_what_it_was_read_on() -> None:
    asked = [
        Remark("open", text="Avec qui ?", about=("a0", "c0", "l0")),
        Remark("aside", Fate.SET_ASIDE, "Rien à voir"),
        Remark("tense", text="Qui peut les aider ?", tension=True),
        Remark("secret", text="Et celui-ci ?", confidential=True),
        Remark("gone", text="Et Untel ?", about=("no-more",)),
        Remark("hidden", text="Et ceux-là ?", about=("a0", "k9")),
    ]
    row = rich().actors["a2"]
    session = replace(
        small(),
        actors={"a0": replace(row, id="a0", confidential=False), "a1": replace(row, id="a1", name="Autre")},
        links={"l0": Link("l0", "a0", "a1"), "k9": Link("k9", "a0", "a1", confidential=True)},
        contributions={"c0": Contribution("c0", "a0")},
        remarks={remark.id: remark for remark in asked},
    )
    assert set(edition(session, "participants").remarks) == {"open", "secret", "gone", "hidden"}
    assert "tense" in edition(session, "participants", tension=True).remarks
    assert set(edition(session, "public").remarks) == {"open"}
    assert set(in_the_room(session).remarks) == {"open"}


def test_a_page_of_words_asks_of_the_session_without_what_is_withheld() -> None:
    zoe = Participant("z", "Zoé Aquitte", email="zoe@exemple.invalid", named=False)
    asked = Evaluation("q", "Faut-il écrire à zoe@exemple.invalid ?", words="Zoé Aquitte a bien écouté.")
    session = replace(small(), participants={"z": zoe}, evaluations={"q": asked})
    (shown,) = in_the_room(session).evaluations.values()
    assert "zoe@" not in shown.question
    assert shown.question.startswith("Faut-il écrire à")
    assert "Zoé" not in shown.words


@given(sessions())
def test_the_public_edition_holds_nothing_confidential_tense_or_personal(session: Document) -> None:
    shown = edition(session, "public")
    text = told(shown)
    for table in ("actors", "links", "contributions", "answers", "practices", "commitments"):
        assert not any(row.confidential for row in getattr(shown, table).values())
    assert not any(row.id in shown.links for row in session.links.values() if row.tension)
    assert not any(row.name or row.role or row.named for row in shown.participants.values())
    assert not any(row.who or row.said_yes_by for row in shown.commitments.values())
    assert "anaïs lefèvre" not in text
    for answer in session.answers.values():
        if answer.confidential:
            assert f"(dit{answer.id[1:]})" not in text
            assert f"objection{answer.id[1:]}" not in text
    for actor in session.actors.values():
        if actor.confidential:
            assert actor.name.casefold() not in text
            assert f"(mission{actor.id[1:]})" not in text
            assert f"'don{actor.id[1:]}'" not in text


@given(sessions())
def test_the_participants_keep_all_the_rest(session: Document) -> None:
    shown = edition(session, "participants")
    for table in ("participants", "actors", "links", "contributions", "answers", "practices", "commitments"):
        assert getattr(shown, table).keys() == getattr(session, table).keys()
    text = told(shown)
    for person in session.participants.values():
        if person.named:
            assert person.name.casefold() in text
            assert person.role in text
    for link in session.links.values():
        assert link.tension or f"(lien{link.id[1:]})" in text
    for actor in session.actors.values():
        assert actor.name.casefold() in text
        assert f"(mission{actor.id[1:]})" in text


@given(sessions())
def test_an_open_session_loses_nothing_of_its_map_in_public(session: Document) -> None:
    calm = replace(
        session,
        actors={id_: replace(row, confidential=False, note="") for id_, row in session.actors.items()},
        links={id_: replace(row, confidential=False, tension=False) for id_, row in session.links.items()},
    )
    shown = edition(calm, "public")
    assert shown.actors.keys() == calm.actors.keys()
    assert shown.links.keys() == calm.links.keys()


def test_tension_is_shown_to_participants_who_asked_for_it() -> None:
    session = small()
    assert not edition(session, "participants").links["l"].tension
    assert edition(session, "participants").links["l"].text == ""
    asked = edition(session, "participants", tension=True).links["l"]
    assert asked.tension
    assert asked.text == "Les dons arrivent tard"
    with pytest.raises(ValueError, match="tension"):
        edition(session, "public", tension=True)


def test_there_are_two_editions() -> None:
    with pytest.raises(ValueError, match="secret"):
        edition(blank(), "secret")


def test_the_organisations_of_the_room_are_named_once_present_if_anyone_was() -> None:
    session = small()
    rows = edition(session, "public").participants.values()
    assert [(row.organisation, row.attendance) for row in rows] == [
        ("Les Jardins du Gué", Attendance.PRESENT)
    ]


def test_a_participant_entered_as_an_organisation_does_not_erase_it() -> None:
    session = small()
    people = {"p": Participant("p", "Ville de Rivemont", "Ville de Rivemont", named=False)}
    shown = edition(replace(session, participants=people), "participants")
    assert shown.steps["s"].words == "Ville de Rivemont et Jeanne  Martin en parlent."
    assert shown.actors["b"].name == "Ville de Rivemont"


def test_a_name_is_found_whatever_its_case_and_spaces_and_only_as_whole_words() -> None:
    session = small()
    assert edition(session, "participants").steps["s"].words == "Ville de Rivemont et … en parlent."
    rose = {"p": Participant("p", "Rose", named=False)}
    words = replace(session.steps["s"], words="Rose dit que la rose de Rosemonde est rose.")
    shown = edition(replace(session, participants=rose, steps={"s": words}), "participants")
    assert shown.steps["s"].words == "… dit que la rose de Rosemonde est rose."


@pytest.mark.parametrize(
    ("name", "said", "left"),
    [
        (
            "Loïc d’Aubigné",
            "LOIC D'AUBIGNE vient ; l’envie d’Aubignés reste.",
            "… vient ; l’envie d’Aubignés reste.",
        ),
        ("Jean-Marc Le Goff", "Voir Jean Marc Le Goff, ou Jean‑Marc le-goff.", "Voir …, ou …."),
        ("Helene Oestergard", "Avec Hélène Œstergård demain.", "Avec … demain."),
        ("Hélène Œstergård", "Avec Helene Oestergard demain.", "Avec … demain."),
        ("Zoé", "Zoe et Zoé ; zoé, Zoélie, Noé-Zoélie.", "… et … ; zoé, Zoélie, Noé-Zoélie."),
        (
            "Val",
            "Val écoute ; le fonds de dotation du Val évalue.",
            "… écoute ; le fonds de dotation du Val évalue.",
        ),
        ("Al", "Al et les autres.", "Al et les autres."),
        ("M. Loïc F.", "M. Loïc F. accepte.", "… accepte."),
        ("Durand Jeanne", "Jeanne Durand écoute ; DURAND, Jeanne aussi.", "… écoute ; … aussi."),
        ("Jeanne de La Tour", "Mme de La Tour Jeanne, ou La Tour.", "Mme …, ou La Tour."),
        ("Jeanne Durand", "Jeanne\nDurand, « Jeanne » Durand.", "…, « …."),
        ("Rose", "ROSE parle ; jeanne.rose@ex.invalid reste.", "… parle ; jeanne.rose@ex.invalid reste."),
        ("Zoë Ça", "Écrire à zoe.ca@ex.invalid", "Écrire à zoe.ca@ex.invalid"),
        ("Sophie Rafin", "Avec Sophie Raﬁn.", "Avec …."),
        ("Sophie Fiévet", "Avec Ｓophie Ｆiévet.", "Avec …."),
    ],
)
def test_names_are_found_however_they_are_typed_and_spare_those_of_things(
    name: str, said: str, left: str
) -> None:
    session = small()
    shown = edition(
        replace(
            session,
            participants={"p": Participant("p", name)},
            actors={"f": Actor("f", "Fonds de dotation du Val", "other")},
            links={},
            steps={"s": replace(session.steps["s"], words=said)},
        ),
        "participants",
    )
    assert shown.steps["s"].words == left


def test_a_point_whose_answer_is_confidential_is_not_said_to_be_unanswered() -> None:
    session = replace(
        small(),
        items={"i": Item("i", "s", "Qui paie ?"), "j": Item("j", "s", "Qui vient ?", rank=1)},
        answers={"i": Answer("i", "Personne", Agreement.YES, confidential=True)},
        votes={"v": Vote("v", "i", yes=3, revealed=True), "w": Vote("w", "j", yes=2, revealed=True)},
    )
    public = edition(session, "public")
    assert list(public.items) == ["j"]
    assert list(public.votes) == ["w"]
    assert rules.broken(public) == ()
    assert list(edition(session, "participants").items) == ["i", "j"]


def test_a_field_that_was_only_a_name_is_empty_unless_it_is_required() -> None:
    session = small()
    commitment = Commitment("e", "Jeanne Martin", said_yes_by="Jeanne Martin", who="jeanne martin")
    shown = edition(replace(session, commitments={"e": commitment}), "participants").commitments["e"]
    assert (shown.what, shown.who, shown.said_yes_by) == ("…", "", "")


def test_the_contact_of_the_organiser_stays_even_if_a_participant_has_the_same() -> None:
    session = small()
    workshop = replace(
        session.workshop, organiser_contact="jeanne@gue.invalid", lead="Écrire à Jeanne@gue.invalid !"
    )
    shown = edition(replace(session, workshop=workshop), "public").workshop
    assert shown.organiser_contact == "jeanne@gue.invalid"
    assert shown.lead == "Écrire à … !"


def small() -> Document:
    actors = (Actor("a", "Les Jardins du Gué", "other"), Actor("b", "Ville de Rivemont", "other", rank=1))
    return replace(
        blank(),
        actors={row.id: row for row in actors},
        links={"l": Link("l", "a", "b", tension=True, text="Les dons arrivent tard", note="secret")},
        steps={"s": Step("s", title="Étape", words="Ville de Rivemont et Jeanne  Martin en parlent.")},
        participants={
            "p": Participant("p", "Jeanne Martin", "Les Jardins du Gué", "Directrice", "jeanne@gue.invalid",
                             Attendance.EXCUSED),
            "q": Participant("q", "Paul Œuf", "Les Jardins du Gué", "Jardinier", rank=1),
        },
    )  # fmt: skip


@given(sessions())
def test_the_wall_shows_less_than_the_participants_have(session: Document) -> None:
    shown = on_the_wall(session)
    assert all(row.source in shown.actors and row.target in shown.actors for row in shown.links.values())
    assert all(row.actor in shown.actors for row in shown.contributions.values())
    assert not any(row.note or row.confidential for row in shown.actors.values())
    assert not any(row.note or row.confidential or row.tension for row in shown.links.values())
    assert not any(row.confidential for row in shown.contributions.values())
    assert on_the_wall(shown).actors is shown.actors


@given(sessions(), sessions(), st.booleans())
def test_the_wall_after_another_state_is_the_wall(before: Document, other: Document, turned: bool) -> None:
    """What is kept of what the room saw before never lets out what it may not see now."""
    secret = {id_: replace(row, confidential=not row.confidential) for id_, row in before.actors.items()}
    for after in (
        other,
        replace(before, actors=secret if turned else other.actors),
        replace(before, links=other.links),
        replace(before, contributions=other.contributions),
        replace(before, steps={"s": Step("s", title="Chez " + ACTORS[0])}),
    ):
        alone = deepcopy(after)  # nothing is known of it
        shown = on_the_wall(after)
        on_the_wall(blank())
        assert shown == on_the_wall(alone)
    seen = on_the_wall(before)
    assert on_the_wall(replace(before, actors=dict(before.actors))).links is seen.links


def test_what_was_typed_for_an_email_leaves_even_if_it_is_none() -> None:
    row = Participant("p", "Zoé Œil", "Ville", "Élue", "06 00 00 00 00", named=True, receives=True)
    for name in EDITIONS:
        for named in (True, False):
            session = replace(blank(), participants={"p": replace(row, named=named)})
            assert "06 00" not in told(edition(session, name))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Zoé Œil <zoe@ex.invalid>", "Écrire à zoe@ex.invalid."),
        ("zoe@ex.invalid; z.oeil@ex.invalid", "Z.Oeil@ex.invalid ou zoe@ex.invalid"),
        ("mailto:zoe@ex.invalid", "zoe@ex.invalid"),
    ],
)
def test_each_address_typed_in_one_field_leaves_words(typed: str, said: str) -> None:
    row = Participant("p", "Zoé Œil", "Ville", email=typed, named=True)
    session = replace(small(), participants={"p": row})
    session = replace(session, steps={"s": replace(session.steps["s"], words=said)})
    for name in EDITIONS:
        assert "@" not in told(edition(session, name))


def test_a_confidential_actor_is_not_said_by_what_is_named_after_it() -> None:
    session = small()
    session = replace(
        session,
        workshop=replace(session.workshop, title="Avec les Jardins du Gué", question="Que dit Paul Œuf ?"),
        actors={**session.actors, "a": replace(session.actors["a"], confidential=True)},
        participants={**session.participants, "r": Participant("r", "Ana Béal", "LES JARDINS DU  GUE", rank=2)},
        zones={"z": Zone("z", "Autour : les Jardins du Gué", 0.0, 0.0, 9.0, 9.0), "y": Zone("y", "Les jardins du gué")},
        steps={"s": replace(session.steps["s"], title="Les Jardins du Gué", words="Vers les Jardins du Gué.")},
    )  # fmt: skip
    said = told(edition(session, "public"))
    assert "jardins du gué" not in said
    assert "jardins du  gue" not in said
    assert "paul" not in said
    assert "les jardins du gué" in told(edition(session, "participants"))
    assert rules.broken(edition(session, "public")) == ()


@pytest.mark.parametrize(
    ("name", "said", "left"),
    [
        ("CCAS", "Le C.C.A.S. et le CCAS. Le ccas ?", "Le … et le …. Le ccas ?"),
        ("C.C.A.S. du Gué", "Le CCAS du Gué, le C. C. A. S. du gué.", "Le …, le …."),
        ("Emmaüs", "EMMAÜS, Emmaus.", "…, …."),
        ("Maison « Les Œillets »", "La maison Les Oeillets, la Maison « Les Œillets » !", "La …, la … !"),
        ("Ville", "La Ville de Rivemont, ville du Val : Ville ?", "La Ville de Rivemont, ville du Val : … ?"),
        ("Val", "Val d’Œuvre, au Fonds du Val : le Val.", "Val d’Œuvre, au Fonds du Val : le …."),
        ("EY", "EY et ey", "… et ey"),
    ],
)
def test_a_confidential_actor_is_found_as_it_is_typed_and_cuts_no_name_that_is_told(
    name: str, said: str, left: str
) -> None:
    session = small()
    actors = (
        Actor("h", name, "other", confidential=True),
        Actor("v", "Ville de Rivemont", "other", rank=1),
        Actor("f", "Fonds du Val", "other", rank=2),
    )
    shown = edition(
        replace(
            session,
            workshop=replace(session.workshop, territory="Val d’Œuvre", title=said),
            actors={row.id: row for row in actors},
            links={},
            participants={},
            steps={"s": replace(session.steps["s"], words=said)},
        ),
        "public",
    )
    assert (shown.steps["s"].words, shown.workshop.title) == (left, left)


@pytest.mark.parametrize(
    "typed", ["jeanne (at) gue.invalid", "Jeanne[arobase]gue.invalid", "jeanne at gue.invalid"]
)
def test_an_address_is_found_with_its_sign_spelled(typed: str) -> None:
    session = small()
    session = replace(session, steps={"s": replace(session.steps["s"], words=f"Écrire à {typed} vite")})
    assert edition(session, "participants").steps["s"].words == "Écrire à … vite"


@pytest.mark.parametrize("organisation", ["Jeanne Martin", "MARTIN Jeanne, conseil", "Cabinet Jeanne Martin"])
def test_who_works_alone_is_not_named_by_their_organisation(organisation: str) -> None:
    session = small()
    words = replace(session.steps["s"], words=f"Merci à {organisation}.")
    person = Participant("p", "Jeanne Martin", organisation)
    session = replace(session, participants={"p": person}, steps={"s": words})
    for name in EDITIONS:
        assert "martin" not in told(edition(session, name))
    known = Actor("c", organisation, "other", rank=2)
    shown = edition(replace(session, actors={**session.actors, "c": known}), "participants")
    assert shown.participants["p"].organisation == organisation, "it is on the map"
    named = replace(session, participants={"p": replace(person, named=True)})
    assert edition(named, "participants").participants["p"].organisation == organisation
    assert not edition(named, "public").participants


def test_what_is_read_again_for_the_same_session_stays_the_same_rows() -> None:
    session = small()
    other = replace(session, actors={**session.actors, "c": Actor("c", "Autre", "other", rank=2)})
    was, now = in_the_room(session), in_the_room(other)
    assert was.actors["a"] is now.actors["a"] is session.actors["a"]
    zone = {"z": Zone("z", "Chez Jeanne Martin", 0.0, 0.0, 9.0, 9.0), "y": Zone("y", "Chez nous")}
    hidden = {**session.actors, "c": Actor("c", "Secrète", "other", confidential=True)}
    held = replace(session, zones={**zone, "x": Zone("x", "Chez Secrète")}, actors=hidden)
    moved = replace(held, actors={**hidden, "b": replace(hidden["b"], x=1.0, y=1.0)})
    assert on_the_wall(held).zones["x"].name == "Chez …"
    assert on_the_wall(moved).zones is on_the_wall(held).zones


def test_the_minutes_on_the_wall_say_nothing_confidential() -> None:
    session = rich()
    assert any(row.confidential for row in session.actors.values())
    shown = edition(session, ROOM)
    assert rules.broken(shown) == ()
    assert not any(
        getattr(row, "confidential", False) or getattr(row, "tension", False)
        for table in TABLES
        for row in rows_of(shown, table).values()
    )
    named = {row.name for row in session.participants.values() if row.named}
    assert named <= {row.name for row in shown.participants.values()}


def test_what_may_be_told_no_more_is_known() -> None:
    session = small()
    actor, person = session.actors["b"], next(iter(session.participants.values()))
    for change in (
        {"actors": {**session.actors, "b": replace(actor, name="Autre")}},
        {"actors": {**session.actors, "c": Actor("c", "Neuve", "other", confidential=True)}},
        {"participants": {**session.participants, "q": Participant("q", "Ana")}},
    ):
        assert not withdrawn(session, replace(session, **change))
    named = replace(session, participants={"p": replace(person, named=True)})
    assert withdrawn(named, session)
    assert withdrawn(
        session, replace(session, actors={**session.actors, "b": replace(actor, confidential=True)})
    )
    tense = replace(session.links["l"], tension=False)
    assert withdrawn(replace(session, links={"l": tense}), session)


def test_a_participant_entered_as_the_territory_does_not_erase_it() -> None:
    session = small()
    workshop = replace(session.workshop, territory="Rivemont", question="Comment nourrir Rivemont ?")
    shown = edition(
        replace(session, workshop=workshop, participants={"p": Participant("p", "Rivemont")}), "public"
    )
    assert shown.workshop.question == "Comment nourrir Rivemont ?"


def test_names_of_image_files_leave() -> None:
    image = Image("i", "Photo de Zoé Œil.png", "image/png", b"x", 16, 9)
    for name in EDITIONS:
        assert edition(replace(blank(), images={"i": image}), name).images["i"].name == ""
