"""Can the back row read? Two measures, or a try on the wall: either tells how large letters must be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.drawing.legibility import LARGEST, LINES, NONE_READ, Room, measured, seen_from, tried
from facilitator.ui import look
from facilitator.ui.projection.show import Projection
from facilitator.ui.projection.stage import measures
from facilitator.words import _, decimal

_USUAL_METRES = (1.8, 6.0)
"""Height of an image and distance of a last row to begin with, where nobody measured them."""


class BackRow(QDialog):
    """On the console alone; what it finds holds for this laptop until it is found otherwise."""

    def __init__(self, projection: Projection, parent: QWidget) -> None:
        super().__init__(parent)
        self._projection = projection
        self._stage = projection.stage
        self.setWindowTitle(_("Can the back row read?"))
        known = measures() or _USUAL_METRES
        self.height_ = self._field(known[0], _("Height of the projected image (m)"))
        self.distance = self._field(known[1], _("Distance of the last row (m)"))
        self.use = QPushButton(_("These are the measures"), self)
        self.show_lines = QPushButton(_("Show the lines on the wall"), self)
        self.show_lines.setCheckable(True)
        self.lines = [QPushButton(str(number), self) for number in range(1, len(LINES) + 1)]
        self.none = QPushButton(_("None"), self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.forget = QPushButton(_("Forget this room"), self)
        self.leave = QPushButton(_("Close"), self)
        self._lay()
        self.use.clicked.connect(lambda _checked=False: self._measured())
        self.show_lines.clicked.connect(self._show_lines)
        for number, line in enumerate(self.lines):
            line.clicked.connect(lambda _checked=False, at=number: self._tried(tried(at)))
        self.none.clicked.connect(lambda _checked=False: self._tried(NONE_READ))
        self.forget.clicked.connect(lambda _checked=False: self._forget())
        self.leave.clicked.connect(lambda _checked=False: self.accept())
        projection.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Says what is known of the room."""
        self.show_lines.setChecked(self._projection.on and self._stage.chart)
        for line in (*self.lines, self.none):
            line.setEnabled(self.show_lines.isChecked())
        room = self._stage.room
        self.forget.setEnabled(room.known)
        sentences = [self._letters(room)]
        if room.too_deep:
            sentences.append(_too_far())
        if self._projection.sentence:
            sentences.append(self._projection.sentence + ".")
        self._say("\n".join(sentences))

    def _letters(self, room: Room) -> str:
        share = decimal(room.letters * 100, ".1f")
        if not room.known:
            return _(
                "Nobody measured yet. Letters are at least {share} % of the image, which is right for a last row "
                "at two and a half times its height."
            ).format(share=share)
        return _("Letters on the wall are at least {share} % of the height of the image.").format(share=share)

    def _measured(self) -> None:
        height, distance = _metres(self.height_.text()), _metres(self.distance.text())
        if height is None or distance is None:
            self._say(
                _("A number of metres, for instance {n}.").format(n=decimal(_USUAL_METRES[0], ".1f")),
                error=True,
            )
            (self.distance if height is not None else self.height_).setFocus()
        else:
            self._stage.sit_in(measured(height, distance), height=height, distance=distance)

    def _show_lines(self, on: bool) -> None:
        if on and not self._projection.on:
            self._projection.toggle()
        self._stage.show_chart(on)
        self.refresh()

    def _tried(self, room: Room) -> None:
        for field in (self.height_, self.distance):
            field.clear()  # what was measured is not what was found
        self._stage.sit_in(room)
        self._stage.show_chart(False)

    def _forget(self) -> None:
        for field, metres in zip((self.height_, self.distance), _USUAL_METRES, strict=True):
            field.setText(decimal(metres, ".1f"))
        self._stage.sit_in(Room())

    def _say(self, sentence: str, *, error: bool = False) -> None:
        look.wear(self.told, "error" if error else "")
        air = look.px(8) if error else 0  # an error has a frame around it
        self.told.setContentsMargins(air, air // 2, air, air // 2)
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)

    def _field(self, value: float, name: str) -> QLineEdit:
        field = QLineEdit(decimal(value, ".1f"), self)
        field.setMaximumWidth(look.px(110))
        field.setMaxLength(8)
        field.setAccessibleName(name)
        field.returnPressed.connect(self._measured)
        return field

    def _lay(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, look.px(12), 0)
        column.setSpacing(look.px(8))
        column.addWidget(
            self._text(_("The map on the wall will show no letter that the last row cannot read."), "muted")
        )
        column.addSpacing(look.px(8))
        column.addWidget(self._text(_("Measure"), "heading"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for field in (self.height_, self.distance):
            form.addRow(field.accessibleName(), field)
        column.addLayout(form)
        column.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rule())
        column.addWidget(self._text(_("Or try"), "heading"))
        column.addWidget(self._text(_("1. The wall shows numbered lines, smaller and smaller."), ""))
        column.addWidget(self.show_lines, 0, Qt.AlignmentFlag.AlignLeft)
        asks = _("2. Ask who sits at the back: which is the last line you can read? Then choose it here.")
        column.addWidget(self._text(asks, ""))
        row = QHBoxLayout()
        row.setSpacing(look.px(4))
        for number, line in enumerate(self.lines, 1):
            line.setAccessibleName(_("Line {n}").format(n=number))
            line.setProperty("role", "segment")
            line.setMinimumSize(look.px(34), look.px(28))
            row.addWidget(line)
        self.none.setProperty("role", "segment")
        self.none.setAccessibleName(_("None of the lines"))
        row.addWidget(self.none)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        for plain in (self.use, self.show_lines, self.forget, self.leave, self.none, *self.lines):
            plain.setAutoDefault(False)
        self.leave.setProperty("role", "primary")
        self._frame(page)

    def _frame(self, page: QWidget) -> None:
        """The page between its title and its buttons; it scrolls where the screen is low or letters are large."""
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        end = QHBoxLayout()
        end.addWidget(self.forget)
        end.addStretch(1)
        end.addWidget(self.leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(look.px(24),) * 4)
        whole.setSpacing(look.px(12))
        whole.addWidget(self._text(_("Can the back row read?"), "title"))
        whole.addWidget(area, 1)
        whole.addWidget(self._rule())
        whole.addWidget(self.told)
        whole.addLayout(end)
        room = self.screen().availableSize()
        width = min(look.px(600), room.width() - 40)
        # What is told takes four lines at most, under the page.
        needed = page.heightForWidth(width - look.px(60)) + look.px(250)
        self.resize(width, min(needed, room.height() - 60))

    def _text(self, sentence: str, role: str) -> QLabel:
        label = QLabel(sentence, self)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        return label

    def _rule(self) -> QFrame:
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        return rule


def _too_far() -> str:
    """What to do about a last row that can read no map: in metres, where they were told."""
    told = measures()
    if told is None:
        return _("The last row is too far for this image: bring it closer, or enlarge the image.")
    limit = decimal(seen_from(Room(LARGEST), told[0]), ".1f")
    return _(
        "The last row is too far for this image: bring it within {metres} m, or enlarge the image."
    ).format(metres=limit)


def _metres(text: str) -> float | None:
    """A length as people write it, `1,8` or `1.8`; None where it is none."""
    try:
        metres = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return metres if 0.1 <= metres <= 500 else None
