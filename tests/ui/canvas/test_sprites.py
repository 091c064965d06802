"""Cards painted beforehand are what cards painted there and then are, however many, and take no more than so much."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.maps import generated
from facilitator.drawing.map import MapPicture, compose
from facilitator.drawing.theme import theme
from facilitator.model.document import Document
from facilitator.ui import ink
from facilitator.ui.canvas.sprites import FADED, Sprites
from facilitator.ui.canvas.view import View
from tests.ui.canvas.pixels import differ

SIZE = QSize(400, 300)
WHITE = QColor("white")


@pytest.fixture
def document(qapp: QApplication) -> Document:
    made = generated(50, "local")
    return replace(made, links={}, contributions={})


@pytest.fixture
def sprites(qapp: QApplication) -> Sprites:
    return Sprites()


def stood(sprites: Sprites, picture: MapPicture, view: View) -> QImage:
    """What they show of a map."""
    sprites.stand(view.transform(SIZE, 1.0), view.seen(SIZE).grown(2))
    return shown(sprites, picture)


def shown(sprites: Sprites, picture: MapPicture, faded: frozenset[str] = frozenset()) -> QImage:
    sprites.place(picture.cards)
    image, painter = blank()
    sprites.paint(painter, QRect(0, 0, SIZE.width(), SIZE.height()), (), faded)
    painter.end()
    return image


def painted(picture: MapPicture, view: View) -> QImage:
    """The cards of a map painted there and then, each in a whole pixel."""
    image, painter = blank()
    for held in picture.cards.values():
        painter.setTransform(view.transform(SIZE, 1.0))
        at = painter.transform().map(QPointF(held.x, held.y)).toPoint()
        painter.resetTransform()
        painter.translate(at)
        painter.scale(view.zoom, view.zoom)
        ink.paint(painter, held.card.picture)
    painter.end()
    return image


def blank() -> tuple[QImage, QPainter]:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    return image, ink.begin(QPainter(image))


def alike(one: QImage, other: QImage) -> bool:
    """Whether next to no pixel differs visibly: what is cut by the edge of the window may be dashed from elsewhere."""
    points = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(differ(one.pixelColor(x, y), other.pixelColor(x, y)) for x, y in points) < 150


@pytest.mark.parametrize("zoom", [0.5, 0.7, 2.5])
def test_they_are_what_is_painted_there_and_then(document: Document, sprites: Sprites, zoom: float) -> None:
    picture, view = compose(document, theme("screen")), View(600.0, 200.0, zoom)
    assert alike(stood(sprites, picture, view), painted(picture, view))


@pytest.mark.parametrize("faded", [False, True])
def test_going_far_over_a_map_lets_go_of_what_is_out_of_sight(
    document: Document, sprites: Sprites, faded: bool
) -> None:
    picture, view = compose(document, theme("screen")), View(0.0, 100.0, 1.5)
    stood(sprites, picture, view)
    window, most = SIZE.width() * SIZE.height(), 0.0
    for _turn in range(90):
        view = view.panned(-40, 2)
        sprites.shift(-40, 2, view.transform(SIZE, 1.0), view.seen(SIZE).grown(2))
        image = shown(sprites, picture, frozenset(document.actors) if faded else frozenset())
        kept = [*sprites._made.values(), *sprites._veiled.values()]
        most = max(most, sum(one.area for one in kept) / window)
    assert len(sprites._faces) > 10, "it went over many cards"
    assert most < 3.1
    part = QRect(0, 0, SIZE.width(), SIZE.height())
    seen = [card for target, card in sprites._standing.values() if target.intersects(part)]
    assert seen
    ready = sprites._veiled if faded else sprites._made
    assert all(id(card) in ready for card in seen), "none of them is painted anew in every frame"
    if not faded:
        assert alike(image, painted(picture, view))


def test_cards_heaped_up_are_all_painted_within_a_bounded_memory(
    document: Document, sprites: Sprites
) -> None:
    heaped = {
        id_: replace(row, x=float(n), y=float(n)) for n, (id_, row) in enumerate(document.actors.items())
    }
    picture, view = compose(replace(document, actors=heaped), theme("screen")), View(0.0, 0.0, 4.0)
    image = stood(sprites, picture, view)
    assert len(sprites._made) < len(picture.cards)
    assert alike(image, painted(picture, view))
    every = frozenset(picture.cards)
    made = len(sprites._made)
    faded = shown(sprites, picture, every)
    assert len(sprites._made) == made
    assert sum(one.area for one in (*sprites._made.values(), *sprites._veiled.values())) <= 3 * 400 * 300
    veil, painter = image.copy(), QPainter()
    painter.begin(veil)
    painter.setOpacity(1.0 - FADED)
    painter.fillRect(veil.rect(), QColor(picture.theme.paper))
    painter.end()
    at = [(x, y) for x in range(150, 250) for y in range(130, 170)]
    assert not any(differ(faded.pixelColor(*one), veil.pixelColor(*one)) for one in at), (
        "the last is over all others"
    )
