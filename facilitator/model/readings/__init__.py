"""What a map tells about its alliance: findings as values, computed from a Document. Words are the business of
`terms.readings` and `terms.questions`.

Three graphs, each with its reason (`graphs`): who is in touch with whom (undirected), who funds whom (directed), and
what would be if the links to create were made. `findings` are the values alone; `reading` computes them, with networkx.
"""
