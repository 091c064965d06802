"""The lens of an open session: kept on the desk, followed by the selection, told in the status line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator import words
from facilitator.model import gestures
from facilitator.model.document import Actor, Document, Link
from facilitator.model.lens import Horizon, Lens, seen
from facilitator.model.store import file
from facilitator.model.vocabulary import Status
from facilitator.ui import looking
from facilitator.ui.projection.projector import Projector
from facilitator.ui.workspace import Workspace

TOWNS = Lens(categories=frozenset({"authority"}), hides=True)


def heard(workspace: Workspace) -> list[str]:
    sentences: list[str] = []
    workspace.said.connect(lambda sentence, _error: sentences.append(sentence))
    return sentences


def counted(workspace: Workspace) -> list[int]:
    """How many times the lens was said to have changed, by its length."""
    changes: list[int] = []
    workspace.lens_changed.connect(lambda: changes.append(1))
    return changes


def add(workspace: Workspace, *actors: Actor) -> None:
    for actor in actors:
        assert workspace.do(gestures.add_actor(actor))


class TestWorkspace:
    def test_the_lens_is_kept_and_not_undone(self, workspace: Workspace, session: Path) -> None:
        before = workspace.journal.next_undo
        workspace.look_through(replace(TOWNS, horizon=Horizon.TODAY))
        assert workspace.journal.next_undo == before
        workspace.close()
        again = Workspace(file.open(session))
        assert again.lens == replace(TOWNS, horizon=Horizon.TODAY)
        assert again.seen.hidden == {"grocer", "funds"}
        again.close()

    def test_what_is_hidden_is_let_go_of_what_is_faded_is_not(self, workspace: Workspace) -> None:
        both = [("actors", "grocer"), ("actors", "town"), ("links", "funds")]
        workspace.select(both)
        workspace.look_through(replace(TOWNS, hides=False))
        assert workspace.selection == set(both)
        workspace.look_through(TOWNS)
        assert workspace.selection == {("actors", "town")}

    def test_one_may_still_select_what_is_hidden_from_a_list(self, workspace: Workspace) -> None:
        workspace.look_through(TOWNS)
        workspace.select([("actors", "grocer")])
        workspace.do(gestures.edit_actor("grocer", missions="Vendre"))
        assert workspace.selection == {("actors", "grocer")}

    def test_a_gesture_that_changes_nothing_of_it_is_silent(self, workspace: Workspace) -> None:
        workspace.look_through(TOWNS)
        changes, sentences = counted(workspace), heard(workspace)
        workspace.do(gestures.place_actors({"town": (9.0, 9.0)}))
        workspace.do(gestures.edit_actor("grocer", name="Épicerie"))
        assert (changes, sentences) == ([], [])

    def test_who_comes_under_filters_is_shown_and_a_sentence_says_so(self, workspace: Workspace) -> None:
        workspace.look_through(TOWNS)
        sentences = heard(workspace)
        add(workspace, Actor("mill", "Moulin", "company", x=0.0, y=300.0))
        assert "mill" not in workspace.seen.hidden
        assert sentences == ["Moulin\xa0: hors des filtres, mais montré jusqu’à leur prochain changement."]
        workspace.look_through(replace(TOWNS, categories=frozenset({"state"})))
        assert "mill" in workspace.seen.hidden
        assert workspace.guests == frozenset()

    def test_several_at_once_are_counted(self, workspace: Workspace) -> None:
        workspace.look_through(TOWNS)
        sentences = heard(workspace)
        several = [gestures.add_actor(Actor(id_, id_, "company", x=1.0, y=2.0)) for id_ in ("a", "b")]
        workspace.do(gestures.together("several", several))
        assert sentences == ["2 acteurs hors des filtres, mais montrés jusqu’à leur prochain changement."]

    def test_a_link_outside_the_filters_says_what_it_is(self, workspace: Workspace) -> None:
        workspace.look_through(Lens(types=frozenset({"skills"})))
        sentences = heard(workspace)
        workspace.do(gestures.add_link(Link("new", "grocer", "town", types=("information",))))
        assert "new" not in workspace.seen.faded
        assert sentences[0].startswith("Épicerie sociale L’Étal partage")
        assert sentences[0].endswith("\xa0: hors des filtres, mais montré jusqu’à leur prochain changement.")
        more = [gestures.add_link(Link(f"n{n}", "grocer", "town")) for n in range(2)]
        workspace.do(gestures.together("several", more))
        assert sentences[1] == "2 liens hors des filtres, mais montrés jusqu’à leur prochain changement."

    def test_a_link_to_create_drawn_today_is_shown_and_said(self, workspace: Workspace) -> None:
        looking.turn_horizon(workspace)
        sentences = heard(workspace)
        workspace.do(gestures.add_link(Link("new", "grocer", "town", status=Status.TO_CREATE)))
        assert "new" not in workspace.seen.hidden
        passage = "entre «\xa0Aujourd’hui\xa0» et «\xa0Souhaité\xa0»"
        assert sentences == [f"À créer, mais montré jusqu’au prochain passage {passage}."]
        looking.turn_horizon(workspace)
        looking.turn_horizon(workspace)
        assert workspace.seen.hidden == {"new"}

    def test_an_actor_is_made_visible_and_the_filters_stay(self, workspace: Workspace) -> None:
        workspace.look_through(TOWNS)
        sentences, changes = heard(workspace), counted(workspace)
        workspace.show_actor("grocer")
        assert workspace.seen.hidden == frozenset()
        assert workspace.lens == TOWNS
        assert sentences == [
            "Épicerie sociale L’Étal\xa0: hors des filtres, mais montré jusqu’à leur prochain changement."
        ]
        workspace.show_actor("grocer")
        workspace.show_actor("town")
        assert len(changes) == len(sentences) == 1

    def test_a_deleted_category_takes_its_filter_with_it(self, workspace: Workspace) -> None:
        workspace.look_through(Lens(categories=frozenset({"academic"}), hides=True))
        assert workspace.seen.hidden == {"town", "grocer", "funds"}
        changes = counted(workspace)
        assert workspace.do(gestures.delete_category("academic"))
        assert not workspace.lens.filters
        assert workspace.seen.hidden == frozenset()
        assert changes == [1]

    @pytest.mark.usefixtures("dressed")
    def test_a_session_that_cannot_be_written_is_filtered_too(self, session: Path) -> None:
        session.chmod(0o444)
        opened = Workspace(file.open(session, read_only=True))
        opened.look_through(TOWNS)
        assert opened.seen.hidden == {"grocer", "funds"}
        opened.close()


class TestFocus:
    def test_on_the_selection_then_off(self, workspace: Workspace) -> None:
        add(workspace, Actor("mill", "Moulin", "company", x=0.0, y=300.0))
        workspace.select([("actors", "town")])
        looking.turn_focus(workspace)
        assert workspace.lens.focus == {"town"}
        assert workspace.seen.faded == {"mill"}
        looking.turn_focus(workspace)
        assert not workspace.lens.filters

    def test_goes_on_to_another_actor(self, workspace: Workspace) -> None:
        workspace.select([("actors", "town")])
        looking.turn_focus(workspace)
        workspace.select([("actors", "grocer")])
        looking.turn_focus(workspace)
        assert workspace.lens.focus == {"grocer"}
        workspace.select([])
        looking.turn_focus(workspace)
        assert workspace.lens.focus == frozenset()

    def test_of_a_link_are_its_ends(self, workspace: Workspace) -> None:
        workspace.select([("links", "funds")])
        looking.turn_focus(workspace)
        assert workspace.lens.focus == {"town", "grocer"}

    @pytest.mark.parametrize(
        ("pairs", "said"),
        [
            (
                [],
                "Sélectionnez d’abord un ou plusieurs acteurs\xa0: F les montre ensuite avec leurs voisins.",
            ),
            (
                [("actors", "radio")],
                "À placer d’abord\xa0: F montre des acteurs de la carte avec leurs voisins.",
            ),
        ],
    )
    def test_on_nobody_of_the_map_says_so(
        self, workspace: Workspace, pairs: list[tuple[str, str]], said: str
    ) -> None:
        sentences = heard(workspace)
        workspace.select(pairs)
        looking.turn_focus(workspace)
        assert sentences == [said]
        assert not workspace.lens.filters


class TestTold:
    @pytest.mark.parametrize(
        ("lens", "french", "english"),
        [
            (Lens(), "", ""),
            (
                Lens(Horizon.TODAY),
                "1 lien à créer masqué — T pour montrer",
                "1 link to create hidden — T shows them",
            ),
            (TOWNS, "1 acteur masqué — Échap pour tout montrer", "1 actor hidden — Esc shows everything"),
            (
                replace(TOWNS, hides=False),
                "1 acteur estompé — Échap pour tout montrer",
                "1 actor faded — Esc shows everything",
            ),
            (
                Lens(categories=frozenset({"state"}), hides=True),
                "2 acteurs masqués — Échap pour tout montrer",
                "2 actors hidden — Esc shows everything",
            ),
            (
                Lens(types=frozenset({"skills"})),
                "2 liens estompés — Échap pour tout montrer",
                "2 links faded — Esc shows everything",
            ),
            (
                Lens(statuses=frozenset({Status.EXISTING}), hides=True),
                "1 lien masqué — Échap pour tout montrer",
                "1 link hidden — Esc shows everything",
            ),
            (
                Lens(categories=frozenset({"authority", "association"})),
                "Filtres actifs, rien n’est écarté — Échap pour tout montrer",
                "Filters on, nothing left out — Esc shows everything",
            ),
        ],
    )  # fmt: skip
    def test_what_is_aside_is_counted_with_the_key_that_shows_it(
        self, small: Document, lens: Lens, french: str, english: str
    ) -> None:
        dreamt = Link("dreamt", "grocer", "town", status=Status.TO_CREATE)
        document = replace(small, links={**small.links, "dreamt": dreamt})
        assert looking.told(lens, seen(document, lens)) == french
        assert looking.told(lens, seen(document, lens), short=True) == french.partition(" — ")[0]
        words.use("en")
        assert looking.told(lens, seen(document, lens)) == english


class TestRoom:
    @pytest.fixture
    def projector(self, qtbot: QtBot, workspace: Workspace) -> Iterator[Projector]:
        workspace.board.show("map")
        shown = Projector(workspace)
        qtbot.addWidget(shown)
        shown.start()
        yield shown
        shown.close()

    def test_sees_the_filters_unless_one_says_otherwise(
        self, workspace: Workspace, projector: Projector
    ) -> None:
        workspace.do(gestures.add_link(Link("dreamt", "town", "grocer", status=Status.TO_CREATE)))
        workspace.look_through(TOWNS)
        assert set(projector.map.picture.cards) == {"town"}
        looking.turn_room(workspace)
        assert set(projector.map.picture.cards) == {"town", "grocer"}
        assert set(projector.map.picture.links) == {"funds", "dreamt"}
        looking.turn_horizon(workspace)
        assert set(projector.map.picture.links) == {"funds"}, "today or desired, the room always sees it"
        looking.turn_room(workspace)
        assert set(projector.map.picture.cards) == {"town"}

    def test_opens_as_the_console_is(self, qtbot: QtBot, workspace: Workspace) -> None:
        workspace.look_through(TOWNS)
        workspace.board.show("map")
        later = Projector(workspace)
        qtbot.addWidget(later)
        later.start()
        assert set(later.map.picture.cards) == {"town"}

    def test_the_choice_is_kept(self, workspace: Workspace, session: Path) -> None:
        looking.turn_room(workspace)
        workspace.close()
        again = Workspace(file.open(session))
        assert not looking.room_filtered(again)
        again.close()
