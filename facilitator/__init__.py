"""Entre tous: the facilitator's table for mapping alliances, from an empty page to the minutes."""

__version__ = "0.1.0"
