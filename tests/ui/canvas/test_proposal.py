"""An arrangement is proposed: nothing has changed until it is accepted, and then one step of undo takes it back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QMenu, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from facilitator.drawing.arrange.names import Kind, Line, Way
from facilitator.drawing.link import LinkPicture
from facilitator.drawing.map import compose
from facilitator.drawing.shapes import Box
from facilitator.model import gestures
from facilitator.model.document import Actor, Link
from facilitator.ui import arranging, look, motion, remembered
from facilitator.ui.canvas.menu import menu_at
from facilitator.ui.canvas.proposal import Proposal
from facilitator.ui.canvas.proposal_bar import ProposalBar
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.window import Window
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, name_line
from tests.ui.hands import CTRL, SHIFT, press
from tests.ui.seen import in_sight, laid_out, whole


@pytest.fixture(autouse=True)
def at_once() -> None:
    """Cards go to their places at once; the test of the glide has it back."""
    remembered.remember("motion", False)


@pytest.fixture
def sentences(workspace: Workspace) -> list[str]:
    """What was said."""
    said: list[str] = []
    workspace.said.connect(lambda sentence, _error: said.append(sentence))
    return said


def crowd(workspace: Workspace) -> None:
    """Three more cards, on one another and on the town."""
    workspace.do(
        gestures.together(
            "several",
            [
                gestures.add_actor(Actor(f"a{n}", f"Actor {n}", "company", x=20.0 * n, y=30.0, rank=10 + n))
                for n in range(3)
            ],
        )
    )


def bar(canvas: Canvas) -> ProposalBar:
    """The bar that is shown."""
    (shown,) = [one for one in canvas.surface.findChildren(ProposalBar) if one.isVisible()]
    return shown


def no_bar(canvas: Canvas) -> bool:
    return not any(one.isVisible() for one in canvas.surface.findChildren(ProposalBar))


def ready(qtbot: QtBot, canvas: Canvas, kind: Kind = Kind.ROWS) -> Proposal:
    """A proposal that can be answered."""
    proposal = arranging.propose(canvas, kind)
    assert proposal is not None
    qtbot.waitUntil(proposal.bar.accept.isEnabled)
    return proposal


def shown(canvas: Canvas) -> dict[str, Box]:
    """Where cards are seen."""
    cards = canvas.surface.picture.cards
    return {id_: held.card.box.moved(*canvas.surface.place_of(id_)) for id_, held in cards.items()}


def overlapping(boxes: dict[str, Box]) -> list[tuple[str, str]]:
    held = list(boxes.items())
    return [(a, b) for n, (a, one) in enumerate(held) for b, other in held[:n] if one.intersects(other)]


@pytest.mark.parametrize("kind", [Kind.ORGANIC, Kind.CATEGORY, Kind.ROWS, Kind.AIR])
def test_accepted_by_enter_it_is_one_gesture(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, kind: Kind
) -> None:
    crowd(workspace)
    before = workspace.document
    assert overlapping(shown(canvas))
    ready(qtbot, canvas, kind)
    assert workspace.document is before
    proposed = shown(canvas)
    assert overlapping(proposed) == []
    qtbot.keyClick(bar(canvas).accept, Qt.Key.Key_Return)
    assert no_bar(canvas)
    assert shown(canvas) == proposed
    assert workspace.undo_name.startswith("disposition de")
    assert workspace.undo()
    assert workspace.document == before
    assert not workspace.document.actors["radio"].placed  # the tray is not arranged


@pytest.mark.parametrize("where", ["bar", "map"])
def test_refused_by_escape_nothing_has_moved(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, where: str
) -> None:
    crowd(workspace)
    before, seen = workspace.document, shown(canvas)
    ready(qtbot, canvas)
    assert shown(canvas) != seen
    if where == "map":
        canvas.surface.setFocus()
    qtbot.keyClick(bar(canvas) if where == "bar" else canvas.surface, Qt.Key.Key_Escape)
    assert no_bar(canvas)
    assert shown(canvas) == seen
    assert workspace.document is before
    assert canvas.surface.hasFocus()


def test_enter_on_refuse_refuses(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    crowd(workspace)
    before = workspace.document
    ready(qtbot, canvas)
    bar(canvas).refuse.setFocus()
    qtbot.keyClick(bar(canvas).refuse, Qt.Key.Key_Return)
    assert no_bar(canvas)
    assert workspace.document is before


def test_what_is_brought_from_the_tray_gives_a_proposal_up(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    crowd(workspace)
    before, seen = workspace.document, shown(canvas)
    ready(qtbot, canvas)
    (chip,) = canvas.tray.chips
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton)
    for x in (40, 90):
        qtbot.mouseMove(chip, chip.mapFromGlobal(canvas.surface.mapToGlobal(QPoint(x, 300))))
    assert no_bar(canvas)
    qtbot.keyClick(chip, Qt.Key.Key_Escape)
    qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton)
    assert shown(canvas) == seen
    assert workspace.document is before
    mouse.pull(chip, QPoint(90, 300))
    assert workspace.document.actors["radio"].placed
    assert no_bar(canvas)


@pytest.mark.parametrize("where", ["words", "around"])
def test_a_click_on_the_bar_beside_its_buttons_says_nothing(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, where: str
) -> None:
    crowd(workspace)
    before = workspace.document
    ready(qtbot, canvas)
    proposed = shown(canvas)
    on = bar(canvas).about if where == "words" else bar(canvas)
    at = on.rect().center() if where == "words" else QPoint(3, 3)
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
        qtbot.mouseClick(on, button, pos=at)
    qtbot.mouseDClick(on, Qt.MouseButton.LeftButton, pos=at)
    assert bar(canvas).accept.isEnabled()
    assert not canvas.surface.is_naming
    assert shown(canvas) == proposed
    qtbot.keyClick(bar(canvas).accept, Qt.Key.Key_Return)
    assert workspace.document is not before


def test_enter_is_told_where_it_accepts(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    crowd(workspace)
    ready(qtbot, canvas)
    assert bar(canvas).accept.text() == "Accepter (Entrée)"
    canvas.palette_.chips[0].setFocus()
    assert bar(canvas).accept.text() == "Accepter"
    assert bar(canvas).refuse.text() == "Refuser (Échap)"
    canvas.surface.setFocus()
    assert bar(canvas).accept.text() == "Accepter (Entrée)"
    bar(canvas).refuse.click()


def test_buttons_are_clicked(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    crowd(workspace)
    before = workspace.document
    ready(qtbot, canvas)
    qtbot.mouseClick(bar(canvas).refuse, Qt.MouseButton.LeftButton)
    assert workspace.document is before
    ready(qtbot, canvas)
    qtbot.mouseClick(bar(canvas).accept, Qt.MouseButton.LeftButton)
    assert workspace.document is not before


def test_a_press_on_the_map_lets_go_and_does_nothing_more(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    """Cards go back from under the hand: another one, or a link, would be taken."""
    crowd(workspace)
    before = workspace.document
    ready(qtbot, canvas)
    mouse.drag(mouse.at(400.0, 200.0), mouse.at(430.0, 200.0), mouse.at(480.0, 240.0))
    assert no_bar(canvas)
    assert workspace.selection == frozenset()
    assert workspace.document is before
    assert shown(canvas)["town"].centre == (0, 0)
    mouse.click(400.0, 200.0)
    assert workspace.selection == {("actors", "grocer")}


def test_one_looks_around_before_answering(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    crowd(workspace)
    before = workspace.document
    proposal = ready(qtbot, canvas)
    view, seen = canvas.surface.view, shown(canvas)
    button = Qt.MouseButton.MiddleButton
    start = mouse.at(200.0, 100.0)
    mouse.drag(start, start + QPoint(40, 10), start + QPoint(90, 30), button=button)
    assert canvas.surface.view == view.panned(90, 30)
    assert shown(canvas) == seen
    assert bar(canvas).isVisible()
    mouse.press(start, button)
    qtbot.keyClick(canvas.surface, Qt.Key.Key_Escape)
    assert no_bar(canvas), "Esc refuses, whatever the hand is at"
    mouse.release(start, button)
    assert workspace.document is before
    proposal = ready(qtbot, canvas)
    mouse.drag(start, start + QPoint(40, 10), button=button)
    proposal.accept()
    assert workspace.document is not before
    assert shown(canvas).keys() == seen.keys()


def test_the_map_does_not_run_along_under_a_pointer_at_its_edge(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    crowd(workspace)
    ready(qtbot, canvas)
    mouse.move(canvas.surface.rect().center())
    mouse.move(QPoint(2, canvas.surface.height() // 2))
    assert not canvas.surface._edge.pushing


def test_another_gesture_lets_go(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    crowd(workspace)
    ready(qtbot, canvas)
    workspace.do(gestures.edit_actor("town", name="Rivemont"))
    assert no_bar(canvas)
    assert shown(canvas)["town"].centre == (0, 0)
    ready(qtbot, canvas)
    assert workspace.undo()
    assert no_bar(canvas)
    ready(qtbot, canvas)
    workspace.speak("en")
    assert no_bar(canvas)
    assert {id_: box.centre for id_, box in shown(canvas).items()} == {
        id_: (actor.x, actor.y) for id_, actor in workspace.document.actors.items() if actor.placed
    }


def test_what_refuses_it_by_the_way_says_so_and_gives_the_view_back(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, sentences: list[str]
) -> None:
    crowd(workspace)
    canvas.surface.set_view(View(0.0, 0.0, 2.5))
    before = canvas.surface.view
    ready(qtbot, canvas)
    assert canvas.surface.view != before
    workspace.select([("actors", "town")])
    workspace.do(gestures.pin_actors(["town"]))
    assert no_bar(canvas)
    assert canvas.surface.view == before
    told = "La disposition n’est pas acceptée\u00a0: les cartes sont où elles étaient."
    assert sentences[-1] == told
    for begun in (canvas.palette_.chips[0].click, workspace.settle):
        sentences.clear()
        ready(qtbot, canvas)
        begun()
        assert no_bar(canvas)
        assert sentences == [told]
    canvas.palette_.chips[0].click()
    assert canvas.surface.armed, "the next click places, and does not refuse"
    canvas.surface.cancel()


def test_keys_are_about_cards_where_they_are_shown(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    crowd(workspace)
    workspace.select([("actors", "a2")])
    proposal = ready(qtbot, canvas)
    assert "a2" in proposal.places
    canvas.fit_selection()
    there = canvas.surface.card_rectangle("a2")
    assert (there.center() - QPointF(canvas.surface.rect().center())).manhattanLength() < 4
    canvas.rename()
    assert there.contains(QPointF(name_line(canvas).geometry().center()))
    press(Qt.Key.Key_Escape)


def test_another_arrangement_takes_the_place_of_the_first(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    crowd(workspace)
    before = workspace.document
    ready(qtbot, canvas, Kind.ROWS)
    ready(qtbot, canvas, Kind.CATEGORY)
    assert bar(canvas).title.text() == "Par catégorie"
    bar(canvas).accept.click()
    assert workspace.undo()
    assert workspace.document == before


def test_pinned_cards_stay_and_are_told(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    crowd(workspace)
    workspace.do(gestures.pin_actors(["a1"]))
    ready(qtbot, canvas, Kind.AIR)
    assert shown(canvas)["a1"].centre == (20, 30)
    assert "1 épinglée reste" in bar(canvas).about.text()
    assert overlapping(shown(canvas)) == []
    bar(canvas).accept.click()
    assert workspace.document.actors["a1"].x == 20


def test_only_the_selected_cards_move_and_keep_clear_of_the_others(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    crowd(workspace)
    before = workspace.document
    workspace.select([("actors", "a0"), ("actors", "a2")])
    ready(qtbot, canvas, Kind.ORGANIC)
    bar(canvas).accept.click()
    moved = {id_ for id_, actor in workspace.document.actors.items() if actor != before.actors[id_]}
    assert moved <= {"a0", "a2"}
    assert not any({"a0", "a2"} & {*pair} for pair in overlapping(shown(canvas)))


def test_a_hidden_card_is_kept_clear_of(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    crowd(workspace)
    workspace.look_through(replace(workspace.lens, categories=frozenset({"company"}), hides=True))
    ready(qtbot, canvas, Kind.AIR)
    bar(canvas).accept.click()
    workspace.look_through(replace(workspace.lens, categories=frozenset(), hides=False))
    assert workspace.document.actors["town"].x == 0
    assert overlapping(shown(canvas)) == []


def test_what_cannot_be_proposed_is_said(workspace: Workspace, canvas: Canvas, sentences: list[str]) -> None:
    assert arranging.propose(canvas, Kind.TARGET) is None
    assert "proximité" in sentences[-1]
    workspace.do(gestures.pin_actors(["town", "grocer"]))
    assert arranging.propose(canvas, Kind.ROWS) is None
    assert sentences[-1].startswith("Toutes les fiches sont épinglées")
    workspace.do(gestures.unplace_actors(["town", "grocer"]))
    assert arranging.propose(canvas, Kind.ROWS) is None
    assert sentences[-1] == "Il n’y a aucune fiche à disposer."
    assert no_bar(canvas)


def test_where_nothing_would_move_it_is_said(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, sentences: list[str]
) -> None:
    assert arranging.propose(canvas, Kind.AIR) is not None
    qtbot.waitUntil(lambda: no_bar(canvas))
    assert sentences[-1].startswith("Chaque fiche est déjà à sa place")


def test_the_map_is_seen_from_farther_where_it_must_and_nearer_again_if_refused(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    crowd(workspace)
    near = View(0.0, 0.0, 2.0)
    canvas.surface.set_view(near)
    ready(qtbot, canvas, Kind.CATEGORY)
    seen = canvas.surface.view.seen(canvas.surface.size())
    assert all(seen.contains(*box.centre) for box in shown(canvas).values())
    assert not any(
        canvas.surface.card_rectangle(id_).intersects(bar(canvas).geometry()) for id_ in shown(canvas)
    )
    qtbot.keyClick(bar(canvas), Qt.Key.Key_Escape)
    assert canvas.surface.view == near


class TestElsewhere:
    """The keyboard is not on the map."""

    @pytest.fixture
    def waiting(self, qtbot: QtBot, window: Window) -> Proposal:
        crowd(window.workspace)
        return ready(qtbot, window.canvas)

    def test_esc_refuses_wherever_the_keyboard_is(self, window: Window, waiting: Proposal) -> None:
        before = window.workspace.document
        window.rail.steps.setFocus()
        press(Qt.Key.Key_Escape)
        assert not waiting.bar.isVisible()
        assert not window.canvas.surface.busy
        assert window.workspace.document is before

    @pytest.mark.usefixtures("window")
    def test_tab_goes_from_one_answer_to_the_other(self, waiting: Proposal) -> None:
        bar = waiting.bar
        assert bar.accept.hasFocus()
        for answer in (bar.refuse, bar.accept, bar.refuse):
            press(Qt.Key.Key_Tab)
            assert answer.hasFocus()
        press(Qt.Key.Key_Backtab, SHIFT)
        assert bar.accept.hasFocus()

    def test_undo_takes_back_what_is_only_proposed(self, window: Window, waiting: Proposal) -> None:
        before = window.workspace.document
        window.menus.refresh("edit")
        assert window.menus.action("undo").text().startswith("Refuser ce qui est proposé")
        press(Qt.Key.Key_Z, CTRL)
        assert not waiting.bar.isVisible()
        assert window.workspace.document is before
        assert window.status.sentence.text() == "Refusé\u00a0: rien n’a changé."
        press(Qt.Key.Key_Z, CTRL)
        assert window.workspace.document is not before

    def test_cards_that_glide_back_are_back_at_once_for_an_undo(
        self, qtbot: QtBot, window: Window, workspace: Workspace
    ) -> None:
        remembered.remember("motion", True)
        crowd(workspace)
        before = workspace.document
        proposal = ready(qtbot, window.canvas)
        press(Qt.Key.Key_Escape)
        assert not proposal.bar.isVisible()
        assert window.canvas.surface.busy, "cards are on their way"
        press(Qt.Key.Key_Z, CTRL)
        assert not window.canvas.surface.busy
        assert workspace.document is not before, "the crowd is taken back"


@pytest.mark.parametrize("answer", ["refuse", "_drop"])
def test_what_folds_beside_the_map_does_not_leave_it_far(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, answer: str
) -> None:
    crowd(workspace)
    canvas.surface.set_view(View(0.0, 0.0, 2.0))
    corner = canvas.surface.card_rectangle("town").topLeft()
    proposal = ready(qtbot, canvas, Kind.CATEGORY)
    assert canvas.surface.view.zoom < 2.0
    canvas.resize(canvas.width() + 120, canvas.height())
    getattr(proposal, answer)()
    assert canvas.surface.view.zoom == 2.0
    assert canvas.surface.card_rectangle("town").topLeft().toPoint() == corner.toPoint()


def test_who_looks_elsewhere_meanwhile_stays_there(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    crowd(workspace)
    canvas.surface.set_view(View(0.0, 0.0, 2.0))
    proposal = ready(qtbot, canvas, Kind.CATEGORY)
    canvas.surface.zoom(1.2)
    view = canvas.surface.view
    proposal.refuse()
    assert canvas.surface.view == view


def test_cards_glide(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    remembered.remember("motion", True)
    assert not motion.still()
    crowd(workspace)
    before, start = workspace.document, shown(canvas)
    proposal = ready(qtbot, canvas)
    on_its_way = {id_: canvas.surface.place_of(id_) for id_ in proposal.places}
    assert on_its_way != proposal.places
    qtbot.waitUntil(lambda: {id_: canvas.surface.place_of(id_) for id_ in proposal.places} == proposal.places)
    qtbot.keyClick(bar(canvas), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(canvas) == start)
    assert workspace.document is before
    assert no_bar(canvas)


def test_an_answer_on_the_way_is_an_answer(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    remembered.remember("motion", True)
    crowd(workspace)
    proposal = ready(qtbot, canvas)
    places = dict(proposal.places)
    qtbot.keyClick(bar(canvas).accept, Qt.Key.Key_Return)
    assert {id_: canvas.surface.place_of(id_) for id_ in places} == places


def test_movements_are_switched_off_and_on() -> None:
    assert motion.still()
    motion.turn()
    assert not motion.still()
    motion.turn()
    assert motion.still()


class Calm(QProxyStyle):
    """The style of a system that has its animations off."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:
        still = hint == QStyle.StyleHint.SH_Widget_Animation_Duration
        return 0 if still else super().styleHint(hint, *rest)  # type: ignore[arg-type]  # handed on as it came


def test_a_system_without_animations_is_respected(canvas: Canvas) -> None:
    remembered.remember("motion", True)
    assert not motion.still()
    assert motion.still(Calm("fusion"))


def test_align_and_space_are_one_step_each(workspace: Workspace, canvas: Canvas) -> None:
    crowd(workspace)
    workspace.select([("actors", id_) for id_ in ("town", "grocer", "a2")])
    before = workspace.document
    arranging.put_in_line(canvas, Line.TOP)
    assert len({shown(canvas)[id_].y for id_ in ("town", "grocer", "a2")}) == 1
    assert workspace.undo_name == "alignement de 3 acteurs"
    assert workspace.undo()
    arranging.space(canvas, Way.ACROSS)
    assert workspace.document.actors["a2"].x == pytest.approx(200.0)
    assert workspace.undo()
    assert workspace.document == before


def test_p_pins_then_lets_go(workspace: Workspace, canvas: Canvas) -> None:
    workspace.select([("actors", "town"), ("actors", "grocer")])
    workspace.do(gestures.pin_actors(["town"]))
    assert not arranging.all_pinned(canvas)
    arranging.turn_pin(canvas)
    assert arranging.all_pinned(canvas)
    arranging.turn_pin(canvas)
    assert not any(actor.pinned for actor in workspace.document.actors.values())


def test_a_pinned_card_bears_a_pin(workspace: Workspace, canvas: Canvas) -> None:
    plain = canvas.surface.grab().toImage()
    workspace.do(gestures.pin_actors(["town"]))
    pinned = canvas.surface.grab().toImage()
    corner = canvas.surface.card_rectangle("town").topRight().toPoint()
    around = [(corner.x() + dx, corner.y() + dy) for dx in range(-8, 7) for dy in range(-6, 9)]
    assert any(plain.pixel(x, y) != pinned.pixel(x, y) for x, y in around)
    far = canvas.surface.card_rectangle("grocer").topRight().toPoint()
    assert plain.pixel(far) == pinned.pixel(far)


def test_the_menu_of_several_cards_arranges_them(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    crowd(workspace)
    workspace.select([("actors", id_) for id_ in ("town", "a0", "a1")])
    menu = menu_at(canvas, mouse.at(-60.0, 0.0))
    (sub,) = [one for one in menu.findChildren(QMenu) if one.title() == "Disposer"]
    names = [action.text() for action in sub.actions() if action.text()]
    assert names[0] == "Acteurs liés côte à côte"
    assert len(names) == 13
    wanted = next(action for action in sub.actions() if action.text() == "En rangées")
    wanted.trigger()
    qtbot.waitUntil(bar(canvas).accept.isEnabled)
    bar(canvas).accept.click()
    assert workspace.undo_name.startswith("disposition")
    menu.deleteLater()


def test_the_menu_of_one_card_pins_it(workspace: Workspace, canvas: Canvas, mouse: Mouse) -> None:
    menu = menu_at(canvas, mouse.at(400.0, 200.0))
    (pin,) = [action for action in menu.actions() if action.text().startswith("Épingler")]
    pin.trigger()
    assert workspace.document.actors["grocer"].pinned
    assert "Disposer" not in [one.title() for one in menu.findChildren(QMenu)]
    menu.deleteLater()


class TestNarrow:
    """A narrow map, large letters: all is said, and both answers are in sight."""

    def is_whole(self, canvas: Canvas) -> bool:
        held = bar(canvas)
        parts = (held.title, held.about, held.accept, held.refuse)
        return all(in_sight(part, canvas.surface) and whole(part) for part in parts)

    @pytest.mark.usefixtures("large")
    @pytest.mark.parametrize("wide", [1500, 984, 620, 420, 300])
    def test_in_large_letters(self, qtbot: QtBot, workspace: Workspace, canvas: Canvas, wide: int) -> None:
        canvas.resize(wide, 640)
        crowd(workspace)
        workspace.do(gestures.pin_actors(["a1"]))
        ready(qtbot, canvas, Kind.AIR)
        laid_out()
        assert self.is_whole(canvas)
        assert "1 épinglée reste" in bar(canvas).about.text()
        below = canvas.surface.height() - bar(canvas).geometry().bottom()
        assert below >= 60, "the map has some room under it"

    @pytest.mark.usefixtures("large")
    @pytest.mark.parametrize(
        ("wide", "high", "both", "keys"),
        [
            (796, 278, True, True),
            (620, 278, True, True),
            (375, 278, False, False),
            (375, 190, False, False),
            (240, 278, False, False),
        ],
    )
    def test_in_a_low_map_it_says_less_and_its_answers_stay(
        self, qtbot: QtBot, workspace: Workspace, canvas: Canvas, wide: int, high: int, both: bool, keys: bool
    ) -> None:
        canvas.resize(wide, high)
        crowd(workspace)
        proposal = ready(qtbot, canvas)
        laid_out()
        held = bar(canvas)
        parts = [one for one in (held.title, held.about, held.accept, held.refuse) if one.isVisible()]
        assert {held.accept, held.refuse} <= set(parts)
        assert all(in_sight(part, canvas.surface) and whole(part) for part in parts)
        assert (held.title.isVisible() and held.about.isVisible()) is both
        assert ("(Entrée)" in held.accept.text()) is keys
        assert both or held.title.text() in held.toolTip(), "what is not written is told"
        canvas.resize(1200, 640)
        laid_out()
        assert self.is_whole(canvas)
        assert held.accept.text() == "Accepter (Entrée)"
        proposal.refuse()

    def test_as_letters_and_the_window_change(
        self, qapp: QApplication, qtbot: QtBot, workspace: Workspace, canvas: Canvas
    ) -> None:
        canvas.resize(900, 640)
        crowd(workspace)
        ready(qtbot, canvas)
        laid_out()
        low = bar(canvas).height()
        look.dress(qapp, scale=2.0)
        laid_out()
        assert self.is_whole(canvas)
        assert bar(canvas).height() > 2 * low, "in two lines"
        canvas.resize(420, 640)
        laid_out()
        assert self.is_whole(canvas)
        look.dress(qapp)
        canvas.resize(900, 640)
        laid_out()
        assert bar(canvas).height() == low
        assert self.is_whole(canvas)


class TestManyLinks:
    """Cards glide without their links, whose new courses are worked out meanwhile."""

    @pytest.fixture(autouse=True)
    def much(self, workspace: Workspace) -> None:
        ids = [f"m{n:02}" for n in range(40)]
        cards = [
            gestures.add_actor(
                Actor(
                    id_, f"Actor {id_}", "company", x=260.0 * (n % 8), y=400.0 + 120.0 * (n // 8), rank=50 + n
                )
            )
            for n, id_ in enumerate(ids)
        ]
        links = [
            gestures.add_link(Link(f"l{n}-{step}", ids[n], ids[(n + step) % 40], rank=100 + n))
            for n in range(40)
            for step in (1, 3, 7, 11)
        ]
        workspace.do(gestures.together("several", [*cards, *links]))

    def links(self, canvas: Canvas) -> dict[str, LinkPicture]:
        return {id_: canvas.surface.link_picture(id_) for id_ in canvas.surface.picture.links}

    def test_those_shown_at_the_end_are_those_of_the_map_once_it_is_accepted(
        self, qtbot: QtBot, workspace: Workspace, canvas: Canvas
    ) -> None:
        before = self.links(canvas)
        proposal = ready(qtbot, canvas, Kind.CATEGORY)
        qtbot.waitUntil(lambda: self.links(canvas) != before)
        landed = self.links(canvas)
        proposal.accept()
        after = self.links(canvas)
        assert {id_ for id_ in after if after[id_] is not landed[id_]} == set()
        assert after == {
            id_: held.picture
            for id_, held in compose(workspace.document, canvas.surface.picture.theme).links.items()
        }

    def test_an_answer_that_does_not_wait_for_them_is_taken(
        self, qtbot: QtBot, workspace: Workspace, canvas: Canvas
    ) -> None:
        proposal = ready(qtbot, canvas, Kind.CATEGORY)
        wanted = dict(proposal.places)
        proposal.accept()
        actors = workspace.document.actors
        assert {id_: (actors[id_].x, actors[id_].y) for id_ in wanted} == wanted
        assert self.links(canvas) == {
            id_: held.picture
            for id_, held in compose(workspace.document, canvas.surface.picture.theme).links.items()
        }

    def test_refused_before_they_are_there_nothing_has_moved(
        self, qtbot: QtBot, workspace: Workspace, canvas: Canvas
    ) -> None:
        before, links, document = shown(canvas), self.links(canvas), workspace.document
        ready(qtbot, canvas, Kind.CATEGORY).refuse()
        assert shown(canvas) == before
        assert self.links(canvas) == links
        assert workspace.document is document
