"""What is printed for the tables of a room where people write first: cards of actors and strips of links, to cut out.

`cards` and `strips` draw one of each, `pages` sets them on A4.
"""

KINDS = ("blank_cards", "cards", "blank_links", "links")
"""What can be printed: to fill in, or filled in from the session."""
MOST = 20
"""Sheets of blank cards or strips at once."""
