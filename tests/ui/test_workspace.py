"""One open session: what goes in, what comes out, what is kept."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facilitator import words
from facilitator.model import gestures
from facilitator.model.document import Actor, Document, Link, ordered
from facilitator.model.store import file
from facilitator.model.vocabulary import Status
from facilitator.ui import looking
from facilitator.ui.workspace import Workspace


def said(workspace: Workspace) -> list[tuple[str, bool]]:
    heard: list[tuple[str, bool]] = []
    workspace.said.connect(lambda sentence, error: heard.append((sentence, error)))
    return heard


class TestGestures:
    def test_one_signal_for_each_gesture_with_the_document_before_and_after(
        self, workspace: Workspace
    ) -> None:
        seen: list[tuple[Document, Document]] = []
        workspace.changed.connect(lambda before, after: seen.append((before, after)))
        before = workspace.document
        assert workspace.do(gestures.place_actors({"radio": (10.0, 20.0), "town": (5.0, 5.0)}))
        assert [(b is before, a is workspace.document) for b, a in seen] == [(True, True)]
        assert (workspace.document.actors["radio"].x, workspace.document.actors["radio"].y) == (10.0, 20.0)

    def test_a_refused_gesture_changes_nothing_and_is_said(self, workspace: Workspace) -> None:
        heard, before = said(workspace), workspace.document
        assert not workspace.do(gestures.edit_actor("nobody", name="Personne"))
        assert workspace.document is before
        assert heard == [("Cet acteur n’est plus dans la séance.", True)]

    def test_a_broken_rule_is_said_too(self, workspace: Workspace) -> None:
        heard, before = said(workspace), workspace.document
        assert not workspace.do(gestures.edit_actor("town", name="  "))
        assert workspace.document is before
        assert [error for _sentence, error in heard] == [True]
        assert "(" not in heard[0][0], "a key is no sentence"

    def test_undo_and_redo_say_what_they_did(self, workspace: Workspace) -> None:
        before = workspace.document
        workspace.do(gestures.edit_actor("town", name="Rivemont"))
        after, heard = workspace.document, said(workspace)
        assert workspace.undo()
        assert workspace.document == before
        assert workspace.redo()
        assert workspace.document == after
        assert [sentence for sentence, _error in heard] == [
            "Annulé\xa0: modification d’un acteur",
            "Rétabli\xa0: modification d’un acteur",
        ]
        assert not any(error for _sentence, error in heard)

    def test_nothing_to_undo_is_no_error(self, workspace: Workspace) -> None:
        heard = said(workspace)
        assert not workspace.undo()
        assert not workspace.redo()
        assert [error for _sentence, error in heard] == [False, False]

    def test_saved_at_is_the_moment_of_the_last_gesture(self, workspace: Workspace) -> None:
        workspace.do(gestures.edit_actor("town", name="Rivemont"))
        assert abs(workspace.saved_at - datetime.now(UTC)) < timedelta(seconds=30)

    def test_undoing_and_doing_again_are_saved_now(self, workspace: Workspace) -> None:
        workspace.do(gestures.edit_workshop(place="Halle"))
        workspace.do(gestures.edit_actor("town", name="Rivemont"))
        for act in (workspace.undo, workspace.undo, workspace.redo):
            before = datetime.now(UTC)
            act()
            assert workspace.saved_at >= before

    @pytest.mark.parametrize("undone", [0, 1, 2])
    def test_opened_again_it_was_saved_when_it_last_changed_be_it_to_undo(
        self, workspace: Workspace, session: Path, undone: int
    ) -> None:
        workspace.do(gestures.edit_workshop(place="Halle"))
        workspace.do(gestures.edit_workshop(place="Mairie"))
        for _ in range(undone):
            workspace.undo()
        for _ in range(undone):
            workspace.redo()
        last = workspace.saved_at
        workspace.close()
        again = Workspace(file.open(session))
        assert again.saved_at == last
        again.close()


class TestGuests:
    def test_what_was_shown_besides_is_shown_again_until_one_looks_otherwise(
        self, workspace: Workspace, session: Path
    ) -> None:
        looking.hide_rest(workspace, hides=True)
        looking.turn(workspace, "categories", "authority")
        workspace.do(gestures.add_actor(Actor("club", "Club des aînés", "association", x=300.0, y=400.0)))
        workspace.do(gestures.add_link(Link("knows", "town", "club")))
        assert workspace.guests >= {"club"}
        seen, hidden = workspace.guests, workspace.seen.hidden
        assert "club" not in hidden
        workspace.close()
        again = Workspace(file.open(session))
        assert (again.guests, again.seen.hidden) == (seen, hidden)
        looking.turn(again, "categories", "company")
        assert "club" in again.seen.hidden
        again.close()
        last = Workspace(file.open(session))
        assert not last.guests
        last.close()

    @pytest.mark.parametrize("kept", ["x", [3, None, "nobody"], {"a": 1}])
    def test_guests_that_are_none_are_nobody(self, workspace: Workspace, session: Path, kept: object) -> None:
        looking.turn(workspace, "categories", "authority")
        workspace.keep("guests", kept)
        workspace.close()
        again = Workspace(file.open(session))
        assert not again.guests
        again.close()


class TestSelection:
    def test_keeps_what_exists_and_tells_once(self, workspace: Workspace, qtbot: QtBot) -> None:
        with qtbot.waitSignal(workspace.selection_changed):
            workspace.select(
                [("actors", "grocer"), ("actors", "town"), ("actors", "nobody"), ("links", "funds")]
            )
        assert [actor.id for actor in workspace.selected_actors] == ["town", "grocer"]
        assert [link.id for link in workspace.selected_links] == ["funds"]
        with qtbot.assertNotEmitted(workspace.selection_changed):
            workspace.select(workspace.selection)

    def test_rows_that_vanish_leave_it_before_the_change_is_published(self, workspace: Workspace) -> None:
        workspace.select([("actors", "town"), ("actors", "radio"), ("links", "funds")])
        seen: list[frozenset[tuple[str, str]]] = []
        workspace.changed.connect(lambda _before, _after: seen.append(workspace.selection))
        workspace.do(gestures.delete_actors(["town"]))
        assert seen == [frozenset({("actors", "radio")})]


class TestJourney:
    def test_the_step_shown_is_shown_again_next_time(self, workspace: Workspace, session: Path) -> None:
        steps = sorted(workspace.document.steps.values(), key=lambda step: step.rank)
        assert workspace.step_id == steps[0].id
        workspace.show_step(steps[4].id)
        workspace.close()
        again = Workspace(file.open(session))
        assert again.step_id == steps[4].id
        again.close()

    def test_a_step_that_is_deleted_gives_way_to_another(self, workspace: Workspace, qtbot: QtBot) -> None:
        gone = workspace.step_id
        with qtbot.waitSignal(workspace.step_changed):
            workspace.do(gestures.delete_step(gone))
        assert workspace.step is not None
        assert workspace.step_id != gone

    def test_the_step_after_one_that_is_deleted_is_shown_and_undo_shows_it_again(
        self, workspace: Workspace
    ) -> None:
        steps = [step.id for step in ordered(workspace.document.steps)]
        workspace.show_step(steps[5])
        workspace.do(gestures.delete_step(steps[5]))
        assert workspace.step_id == steps[6]
        workspace.undo()
        assert workspace.step_id == steps[5]
        workspace.redo()
        assert workspace.step_id == steps[6]
        workspace.show_step(steps[2])
        workspace.undo()
        assert workspace.step_id == steps[2], "one went elsewhere meanwhile"
        workspace.show_step(steps[-1])
        workspace.do(gestures.delete_step(steps[-1]))
        assert workspace.step_id == steps[-2], "there is none after the last"

    def test_an_unknown_step_is_not_shown(self, workspace: Workspace, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(workspace.step_changed):
            workspace.show_step("nowhere")


class TestDesk:
    def test_a_new_link_starts_as_the_last_one(self, workspace: Workspace, session: Path) -> None:
        workspace.remember_link(types=("skills", "unknown"), status=Status.TO_CREATE, intensity=4)
        workspace.close()
        again = Workspace(file.open(session))
        kept = again.last_link
        assert (kept["types"], kept["status"], kept["intensity"]) == (("skills",), Status.TO_CREATE, 4)
        again.close()


@pytest.mark.usefixtures("qapp")
class TestReadOnly:
    @pytest.fixture
    def locked(self, session: Path) -> Path:
        session.chmod(stat.S_IREAD)
        return session

    def test_every_gesture_is_refused_with_a_sentence(self, locked: Path) -> None:
        before = locked.read_bytes()
        workspace = Workspace(file.open(locked, read_only=True))
        heard = said(workspace)
        assert workspace.read_only
        assert not workspace.do(gestures.add_actor(Actor("new", "Nouveau", "other")))
        assert not workspace.undo()
        assert not workspace.redo()
        workspace.show_step(max(workspace.document.steps))
        workspace.remember_link(intensity=1)
        workspace.close()
        assert [error for _sentence, error in heard] == [True, True, True]
        assert "(" not in heard[0][0]
        assert locked.read_bytes() == before


class TestSettling:
    """Fields hand over what is typed before undo, redo, another language and the end."""

    @pytest.fixture
    def typing(self, workspace: Workspace) -> list[str]:
        """A field that hands over a name when it is asked to; the languages spoken when it was."""
        asked: list[str] = []

        def hand_over() -> None:
            asked.append(words.language())
            if len(asked) == 1:
                workspace.do(gestures.edit_actor("town", name="Rivemont"))

        workspace.settling.connect(hand_over)
        return asked

    def test_an_undo_takes_back_what_was_being_typed(self, workspace: Workspace, typing: list[str]) -> None:
        assert workspace.undo()
        assert workspace.document.actors["town"].name == "Ville de Rivemont"
        assert len(typing) == 1

    def test_what_was_being_typed_comes_after_what_was_undone(
        self, workspace: Workspace, typing: list[str]
    ) -> None:
        assert not workspace.redo()
        assert workspace.document.actors["town"].name == "Rivemont"
        assert len(typing) == 1

    def test_another_language_finds_it_kept(self, workspace: Workspace, typing: list[str]) -> None:
        workspace.speak("en")
        assert typing == ["fr"]
        assert workspace.document.actors["town"].name == "Rivemont"

    def test_the_end_keeps_it(self, workspace: Workspace, typing: list[str]) -> None:
        workspace.close()
        assert len(typing) == 1
        with file.open(workspace.path) as session:
            assert session.document.actors["town"].name == "Rivemont"
