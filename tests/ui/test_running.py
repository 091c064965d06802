"""Steps closed and moments kept: found again in the history, shown, printed."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt

from facilitator.minutes import document as minutes
from facilitator.model import gestures
from facilitator.model.document import Actor, ordered
from facilitator.ui.history import History
from facilitator.ui.window import Window
from tests.ui.hands import CTRL, strike


@pytest.fixture
def window(window: Window) -> Window:
    window.canvas.surface.setFocus()
    return window


def history(window: Window) -> History:
    dialog = window.show_history()
    assert isinstance(dialog, History)
    return dialog


def lines(dialog: History) -> list[str]:
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def test_a_step_is_closed_by_a_moment_and_the_next_is_shown(window: Window) -> None:
    workspace = window.workspace
    first, second, *_ = ordered(workspace.document.steps)
    strike(window, Qt.Key.Key_Return, CTRL)
    assert workspace.step_id == second.id
    (moment,) = workspace.document.moments.values()
    assert moment.step == first.id
    assert moment.name == "Fin de l’étape 1 · Accueil et cadre"
    window.go(-1)
    assert "close à" in window.inspector.step._block.text()
    strike(window, Qt.Key.Key_Return, CTRL)
    assert len(workspace.document.moments) == 2, "a step that goes on is closed again"
    workspace.undo()
    workspace.undo()
    assert not workspace.document.moments


def test_a_moment_kept_on_the_way_closes_no_step(window: Window) -> None:
    workspace = window.workspace
    strike(window, Qt.Key.Key_M, CTRL)
    (moment,) = workspace.document.moments.values()
    assert moment.name.endswith("Accueil et cadre")
    assert moment.step == ""
    assert "close à" not in window.inspector.step._block.text()


def test_the_history_shows_the_map_as_it_was(window: Window) -> None:
    workspace = window.workspace
    strike(window, Qt.Key.Key_M, CTRL)
    (moment,) = workspace.document.moments.values()
    workspace.do(gestures.add_actor(Actor("new", "Nouvelle venue", "other", x=300.0, y=-200.0)))
    workspace.do(gestures.delete_links(["funds"]))
    dialog = history(window)
    assert any(moment.name in line for line in lines(dialog))
    page = dialog.page
    assert page.isVisible()
    assert page.since.text() == "Depuis\u00a0: 1 acteur de plus et 1 lien de moins."
    shown = " ".join(
        getattr(shape, "text", "") for shape in (page.map.picture.shapes if page.map.picture else ())
    )
    assert "Nouvelle" not in shown
    assert "Rivemont" in shown
    page.name.edit().setText("Avant la venue")
    page.name.edit().textEdited.emit("Avant la venue")
    page.name.settle()
    assert workspace.document.moments[moment.id].name == "Avant la venue"
    assert any("Avant la venue" in line for line in lines(dialog))
    page.delete.click()
    assert not workspace.document.moments
    assert not page.isVisible()
    workspace.undo()
    assert workspace.document.moments
    dialog.close()


def test_what_was_undone_is_told_so(window: Window) -> None:
    window.workspace.do(gestures.edit_actor("town", name="Bourg"))
    window.workspace.undo()
    dialog = history(window)
    assert "(annulé)" in lines(dialog)[0]
    dialog.close()


def test_a_moment_is_printed_under_the_confidences_of_today(window: Window, tmp_path: Path) -> None:
    workspace = window.workspace
    strike(window, Qt.Key.Key_Return, CTRL)
    (moment,) = workspace.document.moments.values()
    workspace.do(gestures.edit_actor("grocer", name="Le Grand Marché"))
    out = tmp_path / "out.pdf"

    def printed(edition: str = "participants") -> str:
        past = workspace.journal.printed_moments()
        minutes.write(workspace.document, out, edition=edition, moments=past)
        return " ".join(page.extract_text() for page in pypdf.PdfReader(out).pages).replace("\n", " ")

    assert "Fin de l’étape 1" not in printed(), "only what was asked for"
    workspace.do(gestures.edit_moment(moment.id, in_minutes=True))
    told = printed()
    assert "Fin de l’étape 1 · Accueil et cadre" in told
    assert "acteurs, 1 lien." in told
    assert "L’Étal" in told, "its name of then"
    workspace.do(gestures.edit_actor("grocer", confidential=True))
    assert "L’Étal" not in printed("public")
