"""Every size of the icon, from the one that is drawn: ``python tools/icons.py`` after a change of the SVG."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
DRAWN = ICONS / "entre-tous.svg"
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
MAC_SIZES = (32, 64, 128, 256, 512, 1024)


def drawn(size: int) -> Image.Image:
    """The icon at ``size`` × ``size`` pixels, drawn at that size rather than shrunk."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWN)).render(painter)
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(kept, "PNG")  # type: ignore[call-overload]  # a device is accepted; the stub wants bytes
    return Image.open(BytesIO(kept.data().data()))


def main() -> None:
    """Writes the picture for Linux, for Windows and for macOS beside the drawing."""
    app = QGuiApplication([])
    drawn(512).save(ICONS / "entre-tous.png", optimize=True)
    *smaller, largest = map(drawn, WINDOWS_SIZES)
    sizes = [(size, size) for size in WINDOWS_SIZES]
    largest.save(ICONS / "entre-tous.ico", sizes=sizes, append_images=smaller)
    *smaller, largest = map(drawn, MAC_SIZES)
    largest.save(ICONS / "entre-tous.icns", append_images=smaller)
    app.quit()


if __name__ == "__main__":
    main()
