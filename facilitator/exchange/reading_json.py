"""What a map tells, as data for other programs: findings with their evidence, and the same in words."""

from __future__ import annotations

import json
from typing import Any

from facilitator.model.document import Document
from facilitator.model.readings.findings import Finding, Introduction, Reading
from facilitator.terms.readings import finding_sentence, introduction_sentence


def written(document: Document, reading: Reading) -> str:
    """JSON: `actors` (id -> name), `findings`, `introductions`; ids are those of the session's own JSON."""
    told = {
        "actors": {actor.id: actor.name for actor in document.actors.values()},
        "findings": [_finding(document, one) for one in reading.findings],
        "introductions": [_introduction(document, one) for one in reading.introductions],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _finding(document: Document, one: Finding) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "key": one.key,
        "sentence": finding_sentence(document, one),
        "actors": one.actors,
        "links": one.links,
        "groups": one.groups,
        "rows": one.rows,
        "pillar": one.pillar,
        "sub_item": one.sub_item,
        "numbers": one.numbers,
    }


def _introduction(document: Document, one: Introduction) -> dict[str, Any]:
    return {
        "actors": one.actors,
        "sentence": introduction_sentence(document, one),
        "because": [{"reason": reason, "rows": rows} for reason, rows in one.because],
        "weight": one.weight,
    }
