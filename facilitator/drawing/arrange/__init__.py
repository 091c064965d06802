"""Where cards could go: pure functions from boxes and a document to centres, in map units. Nothing moves by itself.

air         give_air(boxes, pinned, gap) -> {id: centre}: no two nearer than the gap, with the least movement
held        held_apart(boxes, hold, pinned, gap) -> {id: centre}: the same, no card leaving what holds it
names       Kind, Line, Way: what can be asked
kinds       begun(kind, boxes, document, staying) -> Work: what can be proposed. Each ends with air around the
            cards; those `staying` keep their places, and are kept clear of
organic     linked cards side by side; category, target, rows say what they do
align       align(boxes, line, pinned), distribute(boxes, way, pinned) -> {id: centre}
work        Work: an arrangement under way, in small steps; finished(work) -> its places
"""
