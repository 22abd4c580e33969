"""Is each sentence of a draft, or each claim of a pair, borne out by the minutes? The same checks as for what is written here."""

from assistant.check.against import CheckedSentence, DraftChecker, Standing, library_of
from assistant.check.drafts import DraftSentence, read_draft
from assistant.check.judge import Judge, Judgment, judge_configured
from assistant.check.pairs import Pair, checked_pair, pairs_in
from assistant.check.vectors import Remembered

__all__ = [
    "CheckedSentence",
    "DraftChecker",
    "DraftSentence",
    "Judge",
    "Judgment",
    "Pair",
    "Remembered",
    "Standing",
    "checked_pair",
    "judge_configured",
    "library_of",
    "pairs_in",
    "read_draft",
]
