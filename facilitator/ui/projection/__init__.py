"""The projection: what the room sees, and how the console leads it.

stage      Stage: frozen, blank, spotlight… as one asked for; kept on the desk
clock      Clock: the countdown of a step
show       Projection: opens, closes and follows; what the console asks
projector  Projector: the window on the wall; `band` and `pages` paint its words, `wall_map` its map
strip      Strip: the wall in miniature at the foot of the journey, with its buttons
back_row   BackRow: can the back row read?
"""
