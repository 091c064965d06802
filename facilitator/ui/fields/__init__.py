"""Fields: controls bound to one place of the document, for every panel, sheet and dialog.

    LineField(workspace, Place("actors", "domain"), N_("Field of action")).turn_to(actor.id)

A field shows its place, follows every change of it, and does a gesture when a person changes it: at once for a
choice, 400 ms after the last key (or on leaving, on undo, at the end) for a text. Labels are msgids.
"""

from facilitator.ui.fields.chips import ChipsField
from facilitator.ui.fields.choice import ChoiceField
from facilitator.ui.fields.dates import DateField
from facilitator.ui.fields.names import NamesField
from facilitator.ui.fields.number import NumberField
from facilitator.ui.fields.odds import OddField
from facilitator.ui.fields.offered import Option, named
from facilitator.ui.fields.place import MIXED, WORKSHOP, Place
from facilitator.ui.fields.pressed import CheckField, SegmentedField
from facilitator.ui.fields.spoken import button, label, spoken, tell_icon
from facilitator.ui.fields.text import LineField, TextField

__all__ = [
    "MIXED",
    "WORKSHOP",
    "CheckField",
    "ChipsField",
    "ChoiceField",
    "DateField",
    "LineField",
    "NamesField",
    "NumberField",
    "OddField",
    "Option",
    "Place",
    "SegmentedField",
    "TextField",
    "button",
    "label",
    "named",
    "spoken",
    "tell_icon",
]
