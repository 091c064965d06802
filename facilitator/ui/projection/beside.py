"""What a wall says in words: above the map and below it, or on the page in place of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator import terms, words
from facilitator.drawing.board import Asked, compose
from facilitator.drawing.legibility import lettered
from facilitator.drawing.shapes import Picture
from facilitator.drawing.theme import Theme, theme
from facilitator.model.decor import Decor
from facilitator.model.document import Document
from facilitator.model.edition import in_the_room, on_the_wall
from facilitator.ui.projection import pages, wanted
from facilitator.ui.projection.band import Band, ClockFace
from facilitator.ui.projection.clock import LAST, Clock
from facilitator.ui.projection.pages import HIGH, MARGIN
from facilitator.ui.projection.stage import Stage
from facilitator.ui.projection.wall_map import WallMap
from facilitator.ui.workspace import Workspace
from facilitator.words import _

_WHOLE: tuple[int, int, frozenset[str]] = (0, 0, frozenset())
"""Which part, of how many, with which kinds of actors: of a map that is not read in parts."""


class Beside:
    """The bands of a wall, each with the picture of what it says; which of them are there, the wall decides."""

    def __init__(
        self, wall: QWidget, map_: WallMap, workspace: Workspace, stage: Stage, clock: Clock
    ) -> None:
        self._wall, self._map = wall, map_
        self._workspace, self._stage, self._clock = workspace, stage, clock
        self.banner = Band(wall, "below")
        self.foot = Band(wall, "above")
        self.board = Band(wall)
        self.page = Band(wall)
        self.face = ClockFace(wall)
        self.asked = Asked("map")
        """The page the session asked for when it was last followed."""
        self.leaf = 0
        self.leaves: tuple[Picture, ...] = ()
        """The pages of words it holds ready; none while it shows the map."""
        self.worn = Decor()
        """How the map is dressed."""
        self.lacking = False
        """Whether the legend was asked for, and has no room."""
        self.time: tuple[str, bool, bool] | None = None
        """The time that is told, whether it runs, whether it is the last of its step."""
        self.headed = True
        """Whether there is a band above: over minutes, where a time is told; a frozen wall keeps it so."""
        self._headline = ("", "")
        self._spoken = words.language()
        self._read: tuple[Document, Document] | None = None
        self._part = _WHOLE
        self._cut_for: tuple[Theme, float] | None = None
        self._tall, self._look = 0.0, theme("room")

    @property
    def kind(self) -> str:
        """Which kind of page is on the wall: `page` where it is blank or shows letters to try, else what was asked."""
        return "page" if self._stage.blank or self._stage.chart else self.asked.kind

    @property
    def scale(self) -> float:
        """Pixels for one unit of the wall."""
        return max(self._wall.height(), 1) / HIGH

    @property
    def look(self) -> Theme:
        """The theme with words the back row can read; the same object as long as it is the same room."""
        least = self._stage.room.size(HIGH)
        if self._tall != least:
            self._tall, self._look = least, lettered(theme("room"), least)
        return self._look

    @property
    def signs(self) -> int:
        """How many signs the time that is told takes; 0 where none is."""
        return len(self.time[0]) if self.time is not None else 0

    def follow(self, *, minutes: bool) -> None:
        """Asks the session what is to be said; the map where the `minutes` cannot be shown."""
        asked, before = wanted.page(self._workspace, minutes=minutes), self.asked
        if (asked.kind, asked.step, asked.subject) != (before.kind, before.step, before.subject):
            self.leaf = 0
        self.asked, self._spoken = asked, words.language()
        self._headline = wanted.headline(self._workspace, asked.kind)
        of_words = asked.kind not in ("map", "minutes")
        if of_words and (self._read is None or self._read[0] is not self._workspace.document):
            self._read = (self._workspace.document, in_the_room(self._workspace.document))

    def stand(self) -> None:
        """Another screen or another room: nothing is known of the parts of its map."""
        self._part, self._cut_for = _WHOLE, None

    def take_part(self) -> bool:
        """Takes note of the part of the map that is shown; whether that is another one, or holds other kinds."""
        count = len(self._map.parts)
        part = (self._map.part, count, self._map.kinds if count > 1 else frozenset())
        changed = part != self._part
        self._part = part
        return changed

    def uncut(self) -> bool:
        """Whether the legend of a part was given room, and the map is whole: it is given none from here on."""
        cut = self._cut_for is not None and self._part[1] < 2
        self._cut_for = None if cut else self._cut_for
        return cut

    def write(self) -> None:
        """Writes the step's question above the map, and what its signs mean below; or the page instead of a map.

        What was followed last is told in the language it had: a frozen wall keeps its own.
        """
        with words.in_language(self._spoken):
            self._write()

    def show_time(self) -> None:
        """The time of the step that is on the wall: beside a frozen one, that of another step is not told."""
        if not self._stage.frozen or self.asked.step == self._workspace.step_id:
            left = self._clock.left
            told = (self._clock.words, self._clock.running, left is not None and 0 < left <= LAST)
            self.time = None if left is None else told
        if not self._stage.frozen:
            self.headed = self.asked.kind != "minutes" or self.time is not None
        elif not self.headed:
            self.time = None
        self.face.setVisible(self.time is not None and not self._stage.chart)
        if self.time is not None:
            self.face.show_time(*self.time, self.scale, self.look)

    def _write(self) -> None:
        scale, look, kind = self.scale, self.look, self.kind
        width = self._wall.width() / scale
        inside = max(width - 2 * MARGIN, 100.0)
        self.show_time()
        self.leaves = ()
        if kind == "page":
            self.page.show_picture(self._page(width), scale, look)
        elif self.headed:  # no clock stands on the words of minutes: it has a band of its own
            taken = self.face.width_of(self.time[0], look) if self.time is not None else 0.0
            room = max(width - 2 * MARGIN - taken, 100.0)
            if kind == "minutes":
                self.banner.show_picture(self._banner(room, 0, 0), scale, look)
            elif kind == "map":
                self.banner.show_picture(self._banner(room, *self._part[:2]), scale, look)
                told, self.lacking = self._signs(inside)
                self.foot.show_picture(told, scale, look)
            else:
                self._write_words(width, room)

    def _write_words(self, width: float, room: float) -> None:
        """The page of words under the banner, in what it leaves of the wall."""
        scale, look = self.scale, self.look
        # With the number of a page, there is room without it too.
        head = self._banner(room, 0, 2).box.bottom
        seen = self._read[1] if self._read is not None else in_the_room(self._workspace.document)
        self.leaves = compose(seen, self.asked, look, width, HIGH - head)
        self.leaf = min(self.leaf, len(self.leaves) - 1)
        banner = self._banner(room, self.leaf, len(self.leaves))
        self.banner.show_picture(Picture(banner.shapes, banner.box._replace(height=head)), scale, look)
        self.board.show_picture(self.leaves[self.leaf], scale, look)

    def _banner(self, room: float, part: int, count: int) -> Picture:
        small, large = self._headline
        return pages.banner(self._with_part(small, part, count), large, self.look, room)

    def _with_part(self, small: str, part: int, count: int) -> str:
        """The small line, with which part of the map or page of words this is where there are several."""
        if count < 2:
            return small
        sentence = _("part {n} of {count}") if self.asked.kind == "map" else _("page {n} of {count}")
        told = sentence.format(n=part + 1, count=count)
        return f"{small} · {told}" if small else told

    def _page(self, width: float) -> Picture:
        """What is there instead of a map."""
        if self._stage.chart:
            return pages.chart(self.look, width)
        workshop = on_the_wall(self._workspace.document).workshop
        return pages.title_page(workshop.title, terms.wording(workshop.question), self.look, width)

    def _signs(self, room: float) -> pages.Signs:
        """What the signs that are shown mean.

        A map that once was read in parts leaves the legend of a part its room: it could be whole without, and in parts
        again with it.
        """
        look, map_ = self.look, self._map
        if self._part[1] > 1:
            self._cut_for = (look, room)
        kinds = map_.kinds if self._cut_for == (look, room) else frozenset()
        shown = map_.picture.document
        document = shown if shown.actors else on_the_wall(map_.document)
        return pages.signs(
            document, look, room, self.worn, legend_too=self._stage.legend, out=map_.left_out, kinds=kinds
        )
