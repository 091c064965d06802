"""Journeys: steps as data, shipped (`resources/journeys/*.toml`) or a person's own; and how far a session has come."""

from facilitator.model.journey.progress import Progress, progress
from facilitator.model.journey.reading import Journey, JourneyError, read
from facilitator.model.journey.shelf import (
    Offered,
    forget,
    journeys,
    keep,
    load,
    new_document,
    offered,
    rename,
    wordings,
)
from facilitator.model.journey.writing import of_document, written

__all__ = [
    "Journey",
    "JourneyError",
    "Offered",
    "Progress",
    "forget",
    "journeys",
    "keep",
    "load",
    "new_document",
    "of_document",
    "offered",
    "progress",
    "read",
    "rename",
    "wordings",
    "written",
]
