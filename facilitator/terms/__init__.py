"""The words for keys: what vocabulary, gestures, refusals and links are called in the language of the moment.

Names of categories, link types, pillars and sub-items begin with a capital letter; names of states (presence,
status, intensity, agreement…) do not: `capitalised` gives them one where they stand alone.
"""

from facilitator.terms.files import not_written, reason
from facilitator.terms.gestures import gesture_name
from facilitator.terms.ground import (
    centre_name,
    centre_told,
    quarter_name,
    ring_name,
    x_axis_name,
    y_axis_name,
)
from facilitator.terms.links import link_sentence
from facilitator.terms.minutes import section_name
from facilitator.terms.odds import Odd, odd, odd_title
from facilitator.terms.prompts import category_question, missing_question
from facilitator.terms.recipients import person_name, recipients_told
from facilitator.terms.refusals import refusal
from facilitator.terms.sentences import capitalised, listed, notice, saved_at, wording
from facilitator.terms.vocabulary import (
    agreement_name,
    attendance_name,
    background_name,
    block_name,
    category_name,
    category_plural,
    degree_name,
    direction_name,
    intensity_name,
    licence_name,
    link_type_name,
    map_filter_name,
    panel_name,
    partnership_name,
    pictogram_name,
    pillar_name,
    presence_name,
    side_name,
    status_name,
    sub_item_name,
)
from facilitator.terms.voices import voices_sentence

__all__ = [
    "Odd",
    "agreement_name",
    "attendance_name",
    "background_name",
    "block_name",
    "capitalised",
    "category_name",
    "category_plural",
    "category_question",
    "centre_name",
    "centre_told",
    "degree_name",
    "direction_name",
    "gesture_name",
    "intensity_name",
    "licence_name",
    "link_sentence",
    "link_type_name",
    "listed",
    "map_filter_name",
    "missing_question",
    "not_written",
    "notice",
    "odd",
    "odd_title",
    "panel_name",
    "partnership_name",
    "person_name",
    "pictogram_name",
    "pillar_name",
    "presence_name",
    "quarter_name",
    "reason",
    "recipients_told",
    "refusal",
    "ring_name",
    "saved_at",
    "section_name",
    "side_name",
    "status_name",
    "sub_item_name",
    "voices_sentence",
    "wording",
    "x_axis_name",
    "y_axis_name",
]
