"""Copy, cut and paste on the map: what the document says of them, and what is told."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from facilitator.exchange import clips
from facilitator.model import gestures
from facilitator.model.document import Contribution
from facilitator.ui.canvas.view import View
from facilitator.ui.canvas.widget import Canvas
from facilitator.ui.workspace import Workspace
from tests.ui.canvas.conftest import Mouse, named

CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = (
    "Le presse-papiers contient 1000 lignes\u00a0: on peut en coller 300 à la fois\u00a0; "
    "une liste plus longue s’importe."
)
BOTH = [("actors", "town"), ("actors", "grocer")]


@pytest.fixture(autouse=True)
def empty_clipboard(canvas: Canvas) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def told(workspace: Workspace) -> list[str]:
    sentences: list[str] = []
    workspace.said.connect(lambda sentence, _error: sentences.append(sentence))
    return sentences


def write(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_actors_are_pasted_with_what_links_them_clear_of_the_others(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas
) -> None:
    workspace.do(gestures.add_contribution(Contribution("c", "town", text="une salle")))
    workspace.select(BOTH)
    before = workspace.document
    qtbot.keyClick(canvas.surface, Qt.Key.Key_C, CONTROL)
    assert workspace.document is before
    qtbot.keyClick(canvas.surface, Qt.Key.Key_V, CONTROL)
    new = {actor.name: actor for actor in workspace.selected_actors}
    assert new.keys() == {"Ville de Rivemont", "Épicerie sociale L’Étal"}
    town, grocer = new["Ville de Rivemont"], new["Épicerie sociale L’Étal"]
    assert town.x is not None
    assert grocer.x is not None
    assert (grocer.x - town.x, (grocer.y or 0) - (town.y or 0)) == (400, 200)
    assert [row.types for row in workspace.document.links.values() if row.source == town.id] == [("funding",)]
    assert [row.text for row in workspace.document.contributions.values() if row.actor == town.id] == [
        "une salle"
    ]
    boxes = [held.box for held in canvas.surface.picture.cards.values()]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert workspace.undo()
    assert workspace.document == before


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (BOTH, "2 acteurs coupés."),
        ([("actors", "town"), ("links", "funds")], "1 acteur coupé."),
        ([("links", "funds")], "1 lien coupé, copié comme texte."),
    ],
)
def test_what_is_cut_is_told_so(
    qtbot: QtBot,
    workspace: Workspace,
    canvas: Canvas,
    told: list[str],
    chosen: list[tuple[str, str]],
    sentence: str,
) -> None:
    workspace.select(chosen)
    qtbot.keyClick(canvas.surface, Qt.Key.Key_X, CONTROL)
    assert told == [sentence]
    assert "funds" not in workspace.document.links


def test_what_is_cut_comes_back_near_the_pointer(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    mouse.move(mouse.at(200, 100))
    workspace.select([("actors", "grocer")])
    qtbot.keyClick(canvas.surface, Qt.Key.Key_X, CONTROL)
    assert "grocer" not in workspace.document.actors
    assert not workspace.document.links
    qtbot.keyClick(canvas.surface, Qt.Key.Key_V, CONTROL)
    grocer = named(workspace, "Épicerie sociale L’Étal")
    assert grocer.x == pytest.approx(200, abs=150)
    assert grocer.y == pytest.approx(100, abs=150)
    cards = canvas.surface.picture.cards
    assert not cards[grocer.id].box.intersects(cards["town"].box)


def test_the_first_cards_of_a_map_are_all_seen(qtbot: QtBot, workspace: Workspace, canvas: Canvas) -> None:
    workspace.do(gestures.place_actors({"grocer": (4000.0, 2500.0)}))
    workspace.select(BOTH)
    qtbot.keyClick(canvas.surface, Qt.Key.Key_X, CONTROL)
    assert not canvas.surface.picture.cards
    canvas.surface.set_view(View(0.0, 0.0, 2.0))
    qtbot.keyClick(canvas.surface, Qt.Key.Key_V, CONTROL)
    seen = canvas.surface.view.seen(canvas.surface.size())
    assert len(canvas.surface.picture.cards_in(seen)) == 2


def test_an_actor_of_the_tray_is_pasted_to_the_tray(workspace: Workspace, canvas: Canvas) -> None:
    workspace.select([("actors", "radio")])
    canvas.copy()
    canvas.paste()
    assert [chip.text().strip() for chip in canvas.tray.chips] == ["Radio Val d’Œuvre"] * 2


def test_other_programs_get_the_names_alone(workspace: Workspace, canvas: Canvas) -> None:
    workspace.do(gestures.edit_actor("town", note="tendu", confidential=True))
    workspace.select(BOTH)
    canvas.copy()
    assert QGuiApplication.clipboard().text() == "Ville de Rivemont\nÉpicerie sociale L’Étal"


def test_links_alone_are_copied_as_sentences_and_not_pasted(
    workspace: Workspace, canvas: Canvas, told: list[str]
) -> None:
    workspace.select([("links", "funds")])
    canvas.copy()
    text = QGuiApplication.clipboard().text()
    assert "Ville de Rivemont" in text
    assert "Épicerie sociale L’Étal" in text
    before = workspace.document
    canvas.paste()
    assert workspace.document is before
    assert told[-1] == "Les liens se collent avec les acteurs qu’ils relient\u00a0: copiez-les aussi."


def test_lines_of_text_become_actors_in_one_step(
    workspace: Workspace, canvas: Canvas, told: list[str]
) -> None:
    canvas.surface.use_category("company")
    before = workspace.document
    write(
        "• Fourchette\n\n2. Ferme du Pont\nla ville de rivemont\nFOURCHETTE\nradio val d'oeuvre\nClub des aînés\n"
    )
    canvas.paste()
    assert [actor.name for actor in workspace.selected_actors] == [
        "Fourchette",
        "Ferme du Pont",
        "Club des aînés",
    ]
    assert {(actor.category, actor.placed) for actor in workspace.selected_actors} == {("company", False)}
    assert told[-1] == "3 nouveaux à placer, 2 déjà là\u00a0: Ville de Rivemont, Radio Val d’Œuvre"
    assert workspace.undo()
    assert workspace.document == before


def test_lines_that_look_alike_all_wait_and_are_told(
    qtbot: QtBot, workspace: Workspace, canvas: Canvas, told: list[str]
) -> None:
    write(
        "Union départementale des associations familiales\nUDAF\nRadio Val d’Œuvre\nFamilles de France\nudaf"
    )
    qtbot.keyClick(canvas.surface, Qt.Key.Key_V, CONTROL)
    assert [chip.text().strip() for chip in canvas.tray.chips] == [
        "Radio Val d’Œuvre",
        "Union départementale des associations familiales",
        "UDAF",
        "Familles de France",
    ]
    assert told == [
        "3 nouveaux à placer, 1 déjà là\u00a0: Radio Val d’Œuvre — 1 ressemble à un autre de la liste\u00a0: UDAF"
    ]


def test_where_nobody_ever_copied_anything_it_says_so(canvas: Canvas, told: list[str]) -> None:
    QGuiApplication.clipboard().clear()
    canvas.paste()
    assert told == ["Le presse-papiers ne contient ni acteur ni texte."]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Ville de Rivemont", "1 déjà là\u00a0: Ville de Rivemont"),
        ("---\n•", "Le presse-papiers ne contient aucun nom."),
        ("", "Le presse-papiers ne contient ni acteur ni texte."),
        (
            "Un nom\n" * 1000,
            LONG,
        ),
    ],
)
def test_a_text_that_adds_nobody_says_why(
    workspace: Workspace, canvas: Canvas, told: list[str], text: str, sentence: str
) -> None:
    before = workspace.document
    write(text)
    canvas.paste()
    assert workspace.document is before
    assert told == [sentence]


def test_what_is_too_long_for_a_name_is_said_to_be_cut(
    workspace: Workspace, canvas: Canvas, told: list[str]
) -> None:
    write("Une phrase qui n’en finit pas, " * 30)
    canvas.paste()
    (actor,) = workspace.selected_actors
    assert len(actor.name) <= 300
    assert told == [
        "1 nouveau à placer — 1 trop long pour un nom\u00a0: ses 300 premiers caractères sont gardés"
    ]


def test_a_file_that_was_copied_is_no_name(workspace: Workspace, canvas: Canvas, told: list[str]) -> None:
    before, held = workspace.document, QMimeData()
    held.setUrls([QUrl.fromLocalFile("/tmp/acteurs.xlsx")])
    QGuiApplication.clipboard().setMimeData(held)
    canvas.paste()
    assert workspace.document is before
    assert told == [
        "Le presse-papiers contient un fichier\u00a0: une liste s’apporte par Importer…, une image par Fond de plan."
    ]


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b'{"entre-tous": 1, "actors": [{"id": "a"}]}'])
def test_what_is_no_clip_is_refused_kindly(
    workspace: Workspace, canvas: Canvas, told: list[str], data: bytes
) -> None:
    held = QMimeData()
    held.setData(clips.MIME, data)
    held.setText("Fourchette")
    QGuiApplication.clipboard().setMimeData(held)
    before = workspace.document
    canvas.paste()
    assert workspace.document is before
    assert told == ["Le contenu du presse-papiers ne se lit pas comme des acteurs. Rien n’a été changé."]


def test_nothing_selected_is_said_and_the_clipboard_kept(
    workspace: Workspace, canvas: Canvas, told: list[str]
) -> None:
    write("Fourchette")
    canvas.cut()
    assert QGuiApplication.clipboard().text() == "Fourchette"
    assert told == ["Sélectionnez d’abord ce qu’il faut copier."]


def test_a_card_is_pasted_under_the_pointer_where_there_is_room(
    workspace: Workspace, canvas: Canvas, mouse: Mouse
) -> None:
    workspace.select([("actors", "town")])
    canvas.copy()
    mouse.move(mouse.at(-250, 300))
    canvas.paste()
    (town,) = workspace.selected_actors
    assert (town.x, town.y) == (-250, 300)


def test_cards_pasted_again_and_again_cover_none(workspace: Workspace, canvas: Canvas) -> None:
    workspace.select(BOTH)
    canvas.copy()
    for _turn in range(3):
        canvas.paste()
    boxes = [held.box for held in canvas.surface.picture.cards.values()]
    assert len(boxes) == 8
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
