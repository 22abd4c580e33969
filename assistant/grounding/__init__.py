"""Does a sentence stand on the passages that it cites? Checked by code, never asked of a model."""

from assistant.grounding.checker import check
from assistant.grounding.verdict import Verdict

__all__ = ["Verdict", "check"]
