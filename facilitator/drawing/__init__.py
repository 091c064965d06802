"""Pictures without Qt: computed once, painted by whoever has ink (screen, projector, PDF, SVG).

shapes      Box, Stroke, Path, Text, Picture(shapes, box).moved(dx, dy); together(pictures); rounded, disc, line.
            Path(outline, fill, stroke, x, y): many paths share one outline object, so an ink may prepare it once and
            paint it at x, y; `path.commands` is the outline already there
theme       theme(name) -> Theme, name in THEMES: "screen", "screen_dark", "room", "paper",
            or one of them with larger letters, as "room@1.5", or no wider cards than so many letters, as "room/20";
            blend(colour, into, share), contrast(a, b), readable(background, least=4.5): white or dark
lettering   width(text, size, bold), wrap(text, size, bold, width) -> lines, fit(...) -> Lettered(size, lines),
            shown(text): what the font can say; ASCENT, DESCENT, CAP_HEIGHT (shares of the size), LINE;
            file(bold=…): the font
pictograms  pictogram(key, x, y, size, colour) -> Path around a centre; lightning(x, y, size, colour)
card        card(actor, document, theme) -> Card(picture, box, key, bare), all relative to the card's CENTRE at 0, 0
link        link(row, source: Box, target: Box, theme, lane=0.0, marks=()) -> LinkPicture(picture, line, middle),
            for a link alone; `drawn(row, way, theme, marks)` along its course among others;
            `distance(line, x, y)`
map         compose(document, theme, previous=None, hidden=()) -> MapPicture with .cards {id: PlacedCard(actor,
            card, x, y, .box)}, .links {id: PlacedLink(row, picture: LinkPicture, …)}, .box, .flat(),
            .card_at(x, y), .link_at(x, y, tolerance), .cards_in(box), .links_of(actor_id),
            .relinked({actor_id: (x, y)}) -> {link_id: LinkPicture}.  Paint links, then cards (translated by x, y).
            Its rooms: `wiring` (who shares ends), `plan` (a pair of cards: sides, bend), `sides` (places on them),
            `cells` (cards in the way), `bend` (how far aside), `weave` (all courses), `route` (one course),
            `spots` (where marks go), `placed` and `placed_links` (cards and links where they stand),
            `kept` (courses and marks from one opening to the next: `.laid()`, `compose(…, laid=)`, `finishing`)
legend      legend(document, theme, width) -> Picture, compact(shown(document), theme, width) -> Picture (one line)
wall        Wall().arranged(document, frame, hidden) -> Arranged(document, theme, zoom, boxes, parts, under): the map
            as the room sees it, no card over another, no name the back row cannot read at that zoom
legibility  Room, measured(height, distance), tried(line); .size(height) is the least size of letters in pixels;
            lettered(theme, least): no words beside the map below that
parts       parts(boxes, width, height): a map cut into screens, in reading order; kept(…): the same ones again
setting     found(document, frame, hidden) -> Setting: the search `Wall` makes; `spread` is what it measures with;
            `over` is the same over a background, `footing` how far that is drawn out and what its places say
flow        flow(entries, room, size) -> Flowed: signs with their words on several lines (what the legend is made of)
arrange     a room of its own: where cards could go; `arrange.air`: give_air(boxes, pinned=(), gap=24) -> {id: centre}
odd         badge(number, diameter) -> Picture around 0, 0; titled(number, theme, width) -> Picture (badge and title)
svg         svg(picture, title, description="", paper=None, embed=True) -> str

Link line widths and arrowheads are in `Theme`. What is hidden leaves every course, mark and card where it is.
"""
