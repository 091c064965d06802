"""A picture as SVG: the same text for the same picture, its letters kept as text.

The font is embedded (only the weights used), so that the file looks the same wherever it is opened and may
travel alone. One family is named, not a list: some readers take a list for the name of one font, and one that ignores
embedded fonts chooses its own in both cases.
"""

from __future__ import annotations

from base64 import b64encode
from xml.sax.saxutils import escape, quoteattr

from facilitator.drawing import lettering
from facilitator.drawing.shapes import Bitmap, Command, Path, Picture, Shape, Stroke, Text

_ILLEGAL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))
"""Characters that XML cannot hold."""


def svg(
    picture: Picture, title: str, description: str = "", *, paper: str | None = None, embed: bool = True
) -> str:
    """The picture as a whole SVG document, one user unit to a map unit, on a paper of that colour if given.

    `title` and `description` are what a screen reader says of it.
    """
    box = picture.box
    width, height = _number(box.width), _number(box.height)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="{_number(box.x)} {_number(box.y)} {width} {height}" role="img"'
            f' font-family="{lettering.FAMILY}" style="font-kerning:none">'
        ),
        f"<title>{_escaped(title)}</title>",
    ]
    if description:
        lines.append(f"<desc>{_escaped(description)}</desc>")
    if embed:
        lines += _fonts(picture)
    if paper:
        lines.append(
            f'<rect x="{_number(box.x)}" y="{_number(box.y)}" width="{width}" height="{height}" fill="{paper}"/>'
        )
    lines += map(_shape, picture.shapes)
    return "\n".join([*lines, "</svg>", ""])


def _fonts(picture: Picture) -> list[str]:
    """The style that embeds the weights the picture uses."""
    weights = sorted({shape.bold for shape in picture.shapes if isinstance(shape, Text)})
    return [f"<style>{''.join(_face(bold) for bold in weights)}</style>"] if weights else []


def _face(bold: bool) -> str:
    data = b64encode(lettering.file(bold=bold).read_bytes()).decode("ascii")
    return (
        f"@font-face{{font-family:'{lettering.FAMILY}';font-weight:{700 if bold else 400};"
        f"src:url(data:font/ttf;base64,{data}) format('truetype')}}"
    )


def _shape(shape: Shape) -> str:
    if isinstance(shape, Path):
        return _path(shape)
    return _text(shape) if isinstance(shape, Text) else _bitmap(shape)


def _bitmap(bitmap: Bitmap) -> str:
    """Its bytes inside the file; under the older name of the attribute, which every reader knows."""
    media = "png" if bitmap.data.startswith(b"\x89PNG") else "jpeg"
    place = " ".join(
        f'{name}="{_number(value)}"'
        for name, value in (
            ("x", bitmap.x),
            ("y", bitmap.y),
            ("width", bitmap.width),
            ("height", bitmap.height),
        )
    )
    data = b64encode(bitmap.data).decode("ascii")
    return (
        f'<image {place} opacity="{_number(bitmap.opacity)}" preserveAspectRatio="none"'
        f' xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="data:image/{media};base64,{data}"/>'
    )


def _path(path: Path) -> str:
    stroke = _stroke(path.stroke) if path.stroke else ""
    return f'<path d="{_data(path.commands)}" fill="{path.fill or "none"}"{stroke}/>'


def _stroke(stroke: Stroke) -> str:
    dash = f' stroke-dasharray="{" ".join(map(_number, stroke.dash))}"' if stroke.dash else ""
    cap = ' stroke-linecap="round"' if stroke.cap == "round" else ""
    return (
        f' stroke="{stroke.colour}" stroke-width="{_number(stroke.width)}" stroke-linejoin="round"{cap}{dash}'
    )


def _data(commands: tuple[Command, ...]) -> str:
    return "".join(command[0] + " ".join(_number(value) for value in command[1:]) for command in commands)


def _text(text: Text) -> str:
    weight = ' font-weight="700"' if text.bold else ""
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    return (
        f'<text x="{_number(text.x)}" y="{_number(text.y)}" font-size="{_number(text.size)}"{weight}{anchor}'
        f' fill={quoteattr(text.colour)}{_length(text)} xml:space="preserve">{_escaped(text.text)}</text>'
    )


def _length(text: Text) -> str:
    """The width it was laid out for: a reader that ignores the embedded font keeps names inside their cards."""
    width = _number(lettering.width(text.text, text.size, text.bold))
    return f' textLength="{width}" lengthAdjust="spacingAndGlyphs"' if width != "0" else ""


def _escaped(text: str) -> str:
    return escape(text.translate(_ILLEGAL).encode("utf-8", "replace").decode("utf-8"))


def _number(value: float | str) -> str:
    """Two decimals at most: a hundredth of a unit is not seen, and files stay small."""
    text = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return "0" if text == "-0" else text
