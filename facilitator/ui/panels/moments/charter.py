"""The points put to the group: what it says of them, where it agrees, both positions where it does not."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from facilitator.model import gestures
from facilitator.model.document import Document, Item, new_id, ordered
from facilitator.model.vocabulary import Agreement, Block
from facilitator.terms import pillar_name, wording
from facilitator.ui.fields import Place, TextField, label, spoken
from facilitator.ui.panels import options
from facilitator.ui.panels.moments.agreement import AgreementField
from facilitator.ui.panels.moments.means import pillar_parts
from facilitator.ui.panels.moments.moment import Moment
from facilitator.ui.panels.moments.practices import Practices
from facilitator.ui.panels.moments.votes import Votes
from facilitator.ui.panels.on_wall import OnWall
from facilitator.ui.panels.rows import AddLine, More, RowFrame, RowList
from facilitator.ui.workspace import Workspace
from facilitator.words import N_, _

_AT_ONCE = 2
"""Points that fill the panel of a small laptop."""


class ItemCard(RowFrame):
    """One point: its text, what the group says of it, where it stands, and both positions where it disagrees.

    Enter goes from the words to the agreement, through both positions if there are two, then to the next point.
    """

    onward = Signal(str)
    """The point is dealt with: the next one."""

    def __init__(self, workspace: Workspace, id_: str) -> None:
        super().__init__(workspace, id_, gestures.move_item, self._beside, role="card")
        text = TextField(
            workspace, Place("items", "text", (id_,)), N_("Point"), bare=True, wording=wording, role="strong"
        )
        self._tags = QLabel()
        self._tags.setProperty("role", "caption")
        self._tags.setWordWrap(True)
        self.agreement = AgreementField(workspace, id_, self._agreed)
        self.words = TextField(
            workspace,
            Place("answers", "text", (id_,)),
            N_("What the group says of it"),
            bare=True,
            hint=N_("What the group says of it"),
            onward=self.agreement.setFocus,
        )
        self._positions = QWidget()
        self.positions: tuple[TextField, ...] = ()
        self.votes = Votes(workspace, id_, self.agreement.setFocus)
        self.on_wall = OnWall(workspace, "item", id_)
        under = QHBoxLayout()
        under.addWidget(self._tags, 1)
        under.addWidget(self.on_wall)
        self.column.addWidget(text)
        self.column.addLayout(under)
        for widget in (self.words, self.agreement, self._positions, self.votes):
            self.column.addWidget(widget)
        self.finish(N_("More about this point"))
        workspace.changed.connect(self._followed)
        spoken(self, workspace, self._tell)

    def offer(self, more: More) -> None:
        more.offer_check(Place("items", "proposed", (self.id,)), N_("Proposed outline, not the group’s text"))
        more.offer_choice(Place("items", "pillar", (self.id,)), N_("Pillar"), options.pillars_or_none)
        more.offer_check(Place("answers", "confidential", (self.id,)), N_("Confidential"))
        more.menu().addSeparator()
        more.offer_moves(self.id, gestures.move_item, self._beside)
        more.offer(N_("Delete"), lambda: self._workspace.do(gestures.delete_item(self.id)))

    def _beside(self, document: Document) -> list[str]:
        return _items(document, document.items[self.id].step)

    def _agreed(self) -> None:
        """After the agreement: both positions, or the next point."""
        answer = self._workspace.document.answers.get(self.id)
        if answer is not None and answer.agreement == Agreement.DISAGREEMENT and self.positions:
            self.positions[0].setFocus()
        else:
            self.onward.emit(self.id)

    def _followed(self, before: Document, after: Document) -> None:
        if any(
            getattr(before, table).get(self.id) is not getattr(after, table).get(self.id)
            for table in ("items", "answers")
        ):
            self._tell()

    def _tell(self) -> None:
        document = self._workspace.document
        item, answer = document.items.get(self.id), document.answers.get(self.id)
        if item is None:
            return
        tags = [
            _("proposed outline") if item.proposed else "",
            pillar_name(item.pillar) if item.pillar else "",
            _("confidential") if answer is not None and answer.confidential else "",
        ]
        self._tags.setText(" · ".join(filter(None, tags)))
        two = answer is not None and (
            answer.agreement == Agreement.DISAGREEMENT or bool(answer.position_a or answer.position_b)
        )
        if two and not self.positions:
            self._open_positions()
        self._positions.setVisible(two)

    def _open_positions(self) -> None:
        def at(name: str) -> Place:
            return Place("answers", name, (self.id,))

        other = TextField(
            self._workspace, at("position_b"), N_("The other"), onward=lambda: self.onward.emit(self.id)
        )
        one = TextField(self._workspace, at("position_a"), N_("One position"), onward=other.setFocus)
        both = QVBoxLayout(self._positions)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(6)
        for field in (one, other):
            both.addWidget(field)
            field.control().installEventFilter(self)
        self.positions = (one, other)


class ItemsMoment(Moment):
    """The points of a step in their order, one more typed at the end; under those on means, the common pot and good
    practices by pillar.

    The first points are there at once, the others one at each turn of the event loop: a step opens without a jolt.
    """

    follows = ("items",)

    def __init__(self, workspace: Workspace, step: str, parent: QWidget | None = None) -> None:
        super().__init__(workspace, step, parent)
        self._outline = label(
            workspace,
            N_(
                "A proposed outline to start from, not the words of the Charter: "
                "click on a point to write your own, or those of your copy of the Charter."
            ),
            "muted",
        )
        keys = label(
            workspace,
            N_("Enter: the agreement (the first letter of an answer chooses it), then the next point."),
            "hint",
        )
        self.cards = RowList(self._card, gap=10)
        self.line = AddLine(workspace, lambda: _("Add a point…"), self._added)
        self.add(self._outline, keys, self.cards, self.line)
        row = workspace.document.steps.get(step)
        if row is not None and row.block == Block.MEANS:
            self.add(*pillar_parts(workspace), Practices(workspace))
        self._slice = QTimer(self)
        self._slice.setSingleShot(True)
        self._slice.setInterval(0)
        self._slice.timeout.connect(self._one_more)
        self._shown = _AT_ONCE
        self._last = ""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focused)
        self.ready()

    def point(self) -> ItemCard | None:
        """The point the group is at: where one typed last, or on the wall, else the first that has no answer yet."""
        document = self.workspace.document
        points = _items(document, self.step)
        open_ = [id_ for id_ in points if id_ not in document.answers]
        tried = (self._last, self.workspace.board.subject, *open_, *points)
        at = next((id_ for id_ in tried if id_ in points), "")
        if at and at not in self.cards.ids:
            self._slice.stop()
            self.cards.show_rows(points)
        card = self.cards.row(at) if at else None
        return card if isinstance(card, ItemCard) else None

    def _focused(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Keeps which point one is in."""
        if now is not None:
            held = [id_ for id_ in self.cards.ids if self.cards.row(id_).isAncestorOf(now)]
            self._last = held[0] if held else self._last

    def answered_first(self) -> QWidget | None:
        point = self.point()
        return point.words if point is not None else None

    def tell(self) -> None:
        document = self.workspace.document
        points = _items(document, self.step)
        if self._shown < len(points) and (self._slice.isActive() or not self.cards.ids):
            self.cards.show_rows(points[: self._shown])
            self._slice.start()
        else:
            self.cards.show_rows(points)
        self._outline.setVisible(any(document.items[id_].proposed for id_ in points))

    def _one_more(self) -> None:
        points = _items(self.workspace.document, self.step)
        self._shown += 1
        self.cards.show_rows(points[: self._shown])
        if self._shown < len(points):
            self._slice.start()

    def _card(self, id_: str) -> ItemCard:
        card = ItemCard(self.workspace, id_)
        card.onward.connect(self._go_on)
        return card

    def _go_on(self, id_: str) -> None:
        """The words of the next point; after the last, the line that adds one. The wall goes along if it shows this
        point."""
        following = self.cards.ids[self.cards.ids.index(id_) + 1 :]
        card = self.cards.row(following[0]) if following else None
        if isinstance(card, ItemCard):
            card.words.setFocus()
            board = self.workspace.board
            if (board.kind, board.subject) == ("item", id_):
                board.show("item", card.id)
        else:
            self.line.setFocus()

    def _added(self, text: str) -> bool:
        return self.workspace.do(gestures.add_item(Item(new_id(), step=self.step, text=text)))


def _items(document: Document, step: str) -> list[str]:
    return [item.id for item in ordered(document.items) if item.step == step]
