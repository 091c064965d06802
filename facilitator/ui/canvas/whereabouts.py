"""Where things are that small windows, menus and the view go to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF

from facilitator.drawing.shapes import Box, union
from facilitator.model.document import Link
from facilitator.ui.canvas.board import Board
from facilitator.ui.canvas.framed import frames

_STEPS = 24
"""Points told of each straight part of a link."""


def boxes_of_selection(board: Board) -> list[Box]:
    """The cards selected, and those that the selected links join, on the map."""
    links = [row for row in board.workspace.selected_links if row.id in board.picture.links]
    ends = [end for row in links for end in (row.source, row.target)]
    return [board.box_of(id_) for id_ in (*board.chosen_cards(), *ends)]


def middle_of(board: Board, link: Link) -> QPointF:
    """The middle of a link in the window; that of the window for one that is not shown."""
    held = link.id in board.picture.links
    return board.in_window(*board.link_picture(link.id).middle) if held else QPointF(board.rect().center())


def middle_of_selection(board: Board) -> QPoint:
    """The middle of what is selected, for the menu the keyboard asks for; of the window when nothing is in sight."""
    cards, links = board.chosen_cards(), board.workspace.selected_links
    if cards:
        board.reveal(cards[0])
        return board.card_rectangle(cards[0]).center().toPoint()
    at = middle_of(board, links[0]).toPoint() if links else board.rect().center()
    return at if board.rect().contains(at) else board.rect().center()


def sees_all(board: Board) -> bool:
    """Whether the whole map is in the window."""
    return board.view.seen(board.size()).holds(board.picture.box)


def sees_ground(board: Board) -> bool:
    """Whether the background, if there is one, is in the window whole."""
    held = frames(board.workspace.document).values()
    return not held or board.rect().contains(board.rectangle(union(held)).toAlignedRect())


def around(board: Board, link: str) -> tuple[list[QRectF], list[QPointF]]:
    """The cards of a link and points of its course, in the window."""
    held = board.picture.links.get(link)
    if held is None:
        return [], []
    cards = [board.card_rectangle(id_) for id_ in (held.row.source, held.row.target)]
    (first, *line), course = held.picture.line, []
    for step in line:
        ends = board.in_window(*first), board.in_window(*step)
        course += [ends[0] + (ends[1] - ends[0]) * (share / _STEPS) for share in range(_STEPS + 1)]
        first = step
    return cards, course
