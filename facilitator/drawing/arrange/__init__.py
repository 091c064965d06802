"""Where cards could go: pure functions from boxes and a document to centres, in map units. Nothing moves by itself.

air         give_air(boxes, pinned, gap) -> {id: centre}: no two nearer than the gap, with the least movement
work        Work: an arrangement under way, in small steps; finished(work) -> its places
"""
