"""What the wall shows of a step: its own page until another is asked for."""

from facilitator.model import gestures
from facilitator.model.document import Step
from facilitator.model.vocabulary import Panel
from facilitator.ui.board import Board
from facilitator.ui.workspace import Workspace


def test_a_step_shows_its_own_page_and_another_begins_anew(workspace: Workspace) -> None:
    workspace.do(gestures.add_step(Step("one", panel=Panel.CAP, title="Cap")))
    workspace.do(gestures.add_step(Step("two", panel=Panel.LINKS, title="Liens")))
    workspace.show_step("one")
    board = workspace.board
    assert (board.kind, board.subject) == ("cap", "")
    board.show("map")
    assert board.kind == "map"
    workspace.show_step("two")
    assert board.kind == "map"
    board.show("item", "i1")
    assert (board.kind, board.subject) == ("item", "i1")
    workspace.show_step("one")
    assert (board.kind, board.subject) == ("cap", ""), "another step was shown in between"


def test_what_was_asked_for_is_kept(workspace: Workspace) -> None:
    workspace.board.show("notice")
    assert Board(workspace).kind == "notice"
    workspace.desk.set("board", {"step": workspace.step_id, "kind": "elsewhere"})
    assert Board(workspace).kind == Board(workspace).usual
    workspace.desk.set("board", [1])
    assert Board(workspace).kind == Board(workspace).usual
