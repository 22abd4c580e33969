"""The decision note that Welsh councils publish within seven working days of a meeting."""

from assistant.decision_note.note import Decided, DecisionNote
from assistant.decision_note.reading import is_file, note_of
from assistant.decision_note.sheet import note_sheet

__all__ = ["Decided", "DecisionNote", "is_file", "note_of", "note_sheet"]
