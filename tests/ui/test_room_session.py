"""Two hours with a room, in a minute: thirty actors named, placed by every way, forty links; everything by real events
on the window, every step asserted on the document."""

from functools import partial
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from facilitator import paths
from facilitator.model.document import Document, ordered
from facilitator.model.lens import Horizon
from facilitator.model.vocabulary import Direction, Status
from facilitator.ui.app import App
from facilitator.ui.canvas.link_bar import LinkBar
from facilitator.ui.canvas.proposal_bar import ProposalBar
from facilitator.ui.window import Window
from tests.ui.canvas.conftest import Mouse
from tests.ui.hands import CTRL, SHIFT, at_hand, button_named, inside, press, strike, write
from tests.ui.projection.conftest import on_wall

LEFT = Qt.MouseButton.LeftButton
NAMES = (
    "Ville de Rivemont", "Communauté de communes du Val d’Œuvre", "Département", "Préfecture", "CCAS de Rivemont",
    "Épicerie sociale L’Étal", "Les Jardins du Gué", "Maison de quartier des Œillets", "Ressourcerie du Pont-Neuf",
    "Collectif « À table ! »", "AMAP de la Boucle", "Banque alimentaire", "Régie de quartier", "Radio Val d’Œuvre",
    "Coopérative Terres Vives", "Traiteur Fourchette & Cie", "Supermarché du Centre", "Transports Lagarde",
    "Laiterie Martin-Coëffé", "Fondation Terre d’Avenir", "Fondation Habitat", "Caisse mutuelle", "Fonds du Val",
    "Université de Haute-Œuvre", "INRAE", "Lycée agricole", "Habitants des Œillets", "Parents d’élèves",
    "Jeunes du conseil", "Chambre d’agriculture",
)  # fmt: skip
PUBLIC = 4
"""The first of them are local authorities, the others associations."""
DRAGGED, DOUBLED = 16, 7
"""How many of the tray are dragged, then double-clicked; Enter on the chip places the others."""
COLUMNS, ACROSS, DOWN = 6, 300.0, 190.0
"""Where those that are dragged go: rows of so many, in map units."""
PULLED = [(0, n) for n in range(1, 9)] + [(6, n) for n in range(7, 16)] + [(n, n + 1) for n in range(9, 16)]
TYPED = [(16, 0), (17, 3), (18, 6), (19, 5), (20, 7), (21, 14), (22, 9), (23, 14), (24, 25), (25, 6), (26, 7)]
BORN = (
    "Marché de plein vent",
    "Club des aînés ruraux",
    "Bureau d’études Sève",
    "Mission locale",
    "Cantine centrale",
)
"""Named where a link was let go of on the paper."""


@pytest.fixture
def window(app: App, qtbot: QtBot) -> Window:
    """A new session on a large screen, the map with the keyboard."""
    assert app.create("Nourrir Rivemont", paths.documents() / "Nourrir Rivemont.alliance")
    window = app.window
    assert window is not None
    window.showNormal()
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: window.canvas.surface.width() > 1000)
    at_hand(window, qtbot)
    window.canvas.setFocus()
    window.canvas.surface.repaint()
    return window


def test_two_hours_with_a_room(window: Window, qtbot: QtBot) -> None:
    room = Room(window)
    room.name_actors()
    room.place_actors()
    room.draw_links()
    room.rename()
    room.undo_and_redo()
    room.look()
    room.arrange(qtbot)
    room.project(qtbot)


class Room:
    """What happens, in its order."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.canvas = window.canvas
        self.surface = window.canvas.surface
        self.mouse = Mouse(QtBot, window.canvas)  # type: ignore[arg-type]  # its mouse is static
        self.ids: list[str] = []

    @property
    def now(self) -> Document:
        return self.window.workspace.document

    def name_actors(self) -> None:
        """A, then a name and Enter while the room talks; one is named twice, and said so."""
        press(Qt.Key.Key_A)
        entry = self.canvas.entry
        for n, name in enumerate(NAMES):
            if n in (0, PUBLIC):  # another type of actor: up, then down in the list of types
                press(Qt.Key.Key_Backtab, SHIFT)
                press(Qt.Key.Key_Down if n else Qt.Key.Key_Up)
            write(name)
            press(Qt.Key.Key_Return)
            if entry.name.text():  # it looks like another: once more, and it is added
                press(Qt.Key.Key_Return)
            assert len(self.now.actors) == n + 1, name
        write("C.C.A.S. de Rivemont")
        assert "CCAS de Rivemont" in entry.hint
        press(Qt.Key.Key_Escape)
        assert [actor.name for actor in ordered(self.now.actors)] == list(NAMES)
        assert sum(actor.category == "authority" for actor in self.now.actors.values()) == PUBLIC
        assert not any(actor.placed for actor in self.now.actors.values())
        assert [chip.actor for chip in self.canvas.tray.chips] == [
            actor.id for actor in ordered(self.now.actors)
        ]
        self.ids = [actor.id for actor in ordered(self.now.actors)]

    def place_actors(self) -> None:
        """Dragged, double-clicked, or by Enter on the chip: never on top of each other."""
        for _each in range(6):
            strike(self.window, Qt.Key.Key_Minus, CTRL)
        tray = self.canvas.tray
        for n in range(DRAGGED):
            at = (n % COLUMNS * ACROSS - 750.0, n // COLUMNS * DOWN - 350.0)
            self.mouse.pull(tray.chips[0], self.mouse.at(*at))
            placed = self.now.actors[self.ids[n]]
            assert placed.placed
            assert placed.x == pytest.approx(at[0], abs=40)
            assert placed.y == pytest.approx(at[1], abs=40)
        for n in range(DRAGGED, DRAGGED + DOUBLED):
            QTest.mouseDClick(tray.chips[0], LEFT)
            assert self.now.actors[self.ids[n]].placed
        for n in range(DRAGGED + DOUBLED, len(NAMES)):
            while not any(chip.hasFocus() for chip in tray.chips):
                press(Qt.Key.Key_F6)
            press(Qt.Key.Key_Return)
            assert self.now.actors[self.ids[n]].placed
        assert not tray.isVisible()
        assert self.overlapping() == []
        self.canvas.setFocus()
        press(Qt.Key.Key_0)

    def draw_links(self) -> None:
        """Handles pulled from card to card, L and a name, and five let go of on the paper."""
        for source, target in PULLED:
            self.click(source)
            self.pull(source, self.middle(target))
            assert self.last_link() == (NAMES[source], NAMES[target])
            press(Qt.Key.Key_Escape)
        assert self.now.links == {link.id: link for link in ordered(self.now.links)}
        for source, target in TYPED:
            self.click(source)
            press(Qt.Key.Key_L)
            write(NAMES[target])
            press(Qt.Key.Key_Return)
            assert self.last_link() == (NAMES[source], NAMES[target])
            press(Qt.Key.Key_4)
            press(Qt.Key.Key_Escape)
            assert ordered(self.now.links)[-1].intensity == 4
        for n, name in enumerate(BORN):
            before, source = len(self.now.actors), 27 + n % 3
            self.click(source)
            self.pull(source, self.bare_paper())
            write(name)
            press(Qt.Key.Key_Return)
            assert self.last_link() == (NAMES[source], name)
            assert len(self.now.actors) == before + 1
            press(Qt.Key.Key_Escape)
        assert len(self.now.links) == 40
        assert len(self.now.actors) == len(NAMES) + len(BORN)
        self.link_said()
        self.refused()

    def link_said(self) -> None:
        """The last link is to create, both ways, and of a type: the bar says so, and the document."""
        bar = self.bar()
        for pressed in (
            button_named(bar, "Compétences"),
            bar.status.button(Status.TO_CREATE),
            bar.direction.button(Direction.BOTH),
        ):
            if not pressed.isChecked():
                QTest.mouseClick(pressed, LEFT)
        link = ordered(self.now.links)[-1]
        assert (link.status, link.direction) == (Status.TO_CREATE, Direction.BOTH)
        assert "skills" in link.types
        press(Qt.Key.Key_Escape)

    def refused(self) -> None:
        """A link from a card to itself: said kindly, nothing done."""
        before = self.now
        self.click(0)
        start = self.handle(0)
        self.mouse.drag(start, start + QPoint(14, 14), self.middle(0))
        assert self.now is before
        assert self.window.status.sentence.property("role") == "error"

    def rename(self) -> None:
        """In place by a double click, and by F2 on what Find went to."""
        QTest.mouseDClick(self.surface, LEFT, pos=self.middle(12))
        line = inside(self.surface, QLineEdit)
        line.selectAll()
        write("Régie des Œillets")
        press(Qt.Key.Key_Return)
        assert self.now.actors[self.ids[12]].name == "Régie des Œillets"
        press(Qt.Key.Key_F, CTRL)
        write("inrae")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_F2)
        write("INRAE, unité Territoires")
        press(Qt.Key.Key_Return)
        assert self.now.actors[self.ids[24]].name == "INRAE, unité Territoires"

    def undo_and_redo(self) -> None:
        """Forty steps back and forth: the same document, to the last field."""
        whole, count = self.now, len(self.now.links)
        for _each in range(40):
            press(Qt.Key.Key_Z, CTRL)
        assert len(self.now.links) < count
        assert len(self.now.actors) >= len(NAMES)
        for _each in range(40):
            press(Qt.Key.Key_Z, CTRL | SHIFT)
        assert self.now == whole

    def look(self) -> None:
        """Focus, filters, today or desired: what is seen changes, the document never; Esc shows all."""
        before = self.now
        workspace = self.window.workspace
        self.click(0)
        press(Qt.Key.Key_F)
        assert workspace.lens.focus == {self.ids[0]}
        near = {
            end
            for link in before.links.values()
            for end in (link.source, link.target)
            if self.ids[0] in (link.source, link.target)
        }
        assert workspace.seen.actors_aside == len(before.actors) - len(near)
        assert self.window.status.aside.isVisible()
        assert str(workspace.seen.actors_aside) in self.window.status.aside.text()
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_Escape)
        assert not workspace.lens.filters
        self.filter_by("association")
        coming = [link.id for link in before.links.values() if link.status is Status.TO_CREATE]
        assert coming
        press(Qt.Key.Key_T)
        assert workspace.lens.horizon is Horizon.TODAY
        assert workspace.seen.hidden == set(coming)
        assert not set(coming) & set(self.surface.picture.links)
        press(Qt.Key.Key_T)
        assert set(coming) <= set(self.surface.picture.links)
        assert self.now is before

    def filter_by(self, category: str) -> None:
        """A filter ticked in its panel: the count says how many are left aside, Esc shows them again."""
        workspace = self.window.workspace
        others = sum(actor.category != category for actor in self.now.actors.values())
        press(Qt.Key.Key_F, CTRL | SHIFT)
        panel = self.canvas.filters.panel
        assert panel is not None
        QTest.mouseClick(panel.chip("categories", category), LEFT)
        assert workspace.lens.categories == {category}
        assert workspace.seen.actors_aside == others
        assert f"{others} acteurs" in self.window.status.aside.text()
        press(Qt.Key.Key_Escape)
        self.canvas.setFocus()
        press(Qt.Key.Key_Escape)
        assert not workspace.lens.filters
        assert not self.window.status.aside.isVisible()

    def arrange(self, qtbot: QtBot) -> None:
        """Rows are proposed: refused, nothing has moved; accepted, one step of undo takes them back."""
        before, key = self.now, Qt.Key.Key_R
        press(Qt.Key.Key_Escape)
        for answer in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
            press(key, CTRL | SHIFT)
            bar = inside(self.surface, ProposalBar)
            qtbot.waitUntil(bar.accept.isEnabled)
            assert self.now is before, "nothing has changed until it is accepted"
            press(answer)
            if answer == Qt.Key.Key_Escape:
                home = {id_: (actor.x, actor.y) for id_, actor in before.actors.items()}
                qtbot.waitUntil(partial(self.at, home))  # cards glide back
                assert self.now is before
        assert self.now.links == before.links
        moved = [id_ for id_, actor in self.now.actors.items() if actor != before.actors[id_]]
        assert len(moved) > len(NAMES) // 2
        assert self.overlapping() == []
        press(Qt.Key.Key_Z, CTRL)
        assert self.now == before

    def project(self, qtbot: QtBot) -> None:
        """The wall, frozen while a name is corrected, then released; blank, and back."""
        press(Qt.Key.Key_F5)
        wall = self.window.projection.projector
        assert wall is not None
        assert self.window.projecting
        at_hand(self.window, qtbot)
        self.canvas.setFocus()
        press(Qt.Key.Key_W)  # the map in place of the welcome
        named = {n: self.now.actors[id_].name for n, id_ in enumerate(self.ids)}
        n = next(
            n for n, name in named.items() if name in on_wall(wall)
        )  # the wall may show a part of the map
        press(Qt.Key.Key_G)
        self.click(n)
        press(Qt.Key.Key_F2)
        write("Pays de Rivemont")
        press(Qt.Key.Key_Return)
        assert self.now.actors[self.ids[n]].name == "Pays de Rivemont"
        assert named[n] in on_wall(wall)
        assert "Pays de Rivemont" not in on_wall(wall)
        press(Qt.Key.Key_G)
        assert "Pays de Rivemont" in on_wall(wall)
        press(Qt.Key.Key_B)
        assert "Pays de Rivemont" not in on_wall(wall)
        press(Qt.Key.Key_B)
        press(Qt.Key.Key_Z, CTRL)
        assert named[n] in on_wall(wall)
        press(Qt.Key.Key_F5)
        assert not self.window.projecting

    # Hands

    def middle(self, n: int) -> QPoint:
        return self.surface.card_rectangle(self.ids[n]).center().toPoint()

    def click(self, n: int) -> None:
        """Selects a card, alone."""
        self.mouse.press(self.middle(n))
        self.mouse.release(self.middle(n))
        assert self.window.workspace.selection == {("actors", self.ids[n])}

    def handle(self, n: int) -> QPoint:
        """A handle of a card that is in sight, and on no other card."""
        for side in range(4):
            at = self.mouse.handle(self.ids[n], side)
            under = self.surface.picture.card_at(*self.surface.on_map(QPointF(at)))
            if self.surface.rect().adjusted(2, 2, -2, -2).contains(at) and under in (None, self.ids[n]):
                return at
        pytest.fail(f"no handle of {NAMES[n]} can be reached")

    def pull(self, n: int, to: QPoint) -> None:
        """Pulls a link from a card to a point."""
        start = self.handle(n)
        self.mouse.drag(start, start + QPoint(14, 14), to)

    def bare_paper(self) -> QPoint:
        """A point of the map with nothing near, a new card there being on no other."""
        for y in range(80, self.surface.height() - 60, 30):
            for x in range(120, self.surface.width() - 120, 40):
                around = [QPointF(x + dx, y + dy) for dx in (-70, 0, 70) for dy in (-35, 0, 35)]
                places = [self.surface.on_map(point) for point in around]
                if not any(
                    self.surface.picture.card_at(*place) or self.surface.link_under(p)
                    for place, p in zip(places, around, strict=True)
                ):
                    return QPoint(x, y)
        pytest.fail("the paper is full")

    def last_link(self) -> tuple[str, str]:
        """The names of both ends of the link drawn last, which is selected."""
        link = ordered(self.now.links)[-1]
        assert self.window.workspace.selection == {("links", link.id)}
        return self.now.actors[link.source].name, self.now.actors[link.target].name

    def bar(self) -> LinkBar:
        """The bar of the link drawn last, opened by the keys."""
        self.window.workspace.select([("links", ordered(self.now.links)[-1].id)])
        self.canvas.setFocus()
        press(Qt.Key.Key_Return)
        opened = self.canvas.link_bar
        assert opened is not None
        return opened

    def at(self, places: dict[str, tuple[float | None, float | None]]) -> bool:
        """Whether every card is seen there."""
        return {id_: self.surface.place_of(id_) for id_ in self.surface.picture.cards} == places

    def overlapping(self) -> list[tuple[str, str]]:
        cards = self.surface.picture.cards
        return [(a, b) for a, b in combinations(cards, 2) if cards[a].box.intersects(cards[b].box)]
