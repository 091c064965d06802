"""What the product costs, against its budgets.

    python -m benchmarks [--only NAME] [--size 50|300|1000] [--json FILE]

One line under a profiler (the second is sampled, and sees into Qt; py-spy is not among our dependencies):

    python -m cProfile -s tottime -m benchmarks --only drag --size 300
    py-spy record --native -o drag.svg -- python -m benchmarks --only drag --size 300

Rows are `{name, size, spread, median_ms, p95_ms, pace_ms, cpu_ms, budget_ms, floor_ms}`; a map of `far` links is the
hardest to paint. `cpu_ms` is the median of what this process worked, to compare on a machine that is busy with
something else. `pace_ms` is what one and the same loop of Python takes right after: where a machine changes its speed
from one minute to the next, rows are compared at the same pace. `memory` is in megabytes instead of milliseconds. A
floor is what the same thing costs at least, in the same run: plain C++ items in a QGraphicsView for frames, one commit
of the same rows by sqlite3 for gestures, reportlab drawing the strokes of the map for the minutes, an interpreter with
an empty window for the start and the memory. Both start with their modules compiled, as where they are installed.

    maps      the maps    stage     console and projection, both open    frames    drag, zoom, pan
    gestures  release, undo, redo, open    paper    the minutes    processes    start, memory (in children: child)
    floors    the floors  measure   times and rows
"""
