"""One sentence as it is checked, with what is known of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from assistant.datamodel import Finding
from assistant.publicity.phrases import Severity
from assistant.publicity.rules import Rules, Subject
from ingest.datamodel import Language

CHECK_OF: dict[Subject, str] = {
    "objectivity": "publicity",
    "even-handedness": "publicity",
    "members": "publicity",
    "party": "publicity",
    "voting": "publicity",
    "election": "pre-election",
    "personal data": "personal data",
    "reading": "readability",
    "length": "length",
    "links": "links",
}
# What others said may be reported: a judgement in quotation marks or told as somebody's is for a human to weigh, not ours to stop.
_QUOTED = re.compile(r"[“\"][^”\"]{3,}[”\"]|(?<!\w)[‘][^’]{8,}[’](?!\w)")
_TOLD = re.compile(
    r"\b(?:said|stated|noted|considered|commented|reported|explained|felt|believed|judged|found|concluded|described|rated|inspect\w+|Estyn|"
    r"Ofsted|CIW|Audit Wales|auditors?|regulators?|dywedodd|nododd|adroddodd|eglurodd|barnodd|arolyg\w+|Archwilio Cymru)\b",
    re.IGNORECASE,
)


class Statement(NamedTuple):
    """A sentence, a headline or a paired text under check."""

    text: str
    language: Language
    rules: Rules

    def finding(self, subject: Subject, what: str, words: str, advice: str, severity: Severity = "stop") -> Finding:
        """A finding in this sentence."""
        return Finding.model_validate(
            {
                "check": CHECK_OF[subject],
                "rule": self.rules.named(what, subject),
                "severity": severity,
                "sentence": self.text,
                "words": words,
                "advice": advice,
            }
        )

    def reported(self, start: int, end: int) -> bool:
        """Whether the words at a place are told as somebody else's: in quotation marks, or after 'said', 'judged', 'Estyn'."""
        return any(one.start() <= start and end <= one.end() for one in _QUOTED.finditer(self.text)) or bool(
            _TOLD.search(self.text[:start])
        )

    def proper(self, start: int, end: int) -> bool:
        """Whether one word at a place is a name: a capital where no sentence begins, in a text that is not in title case."""
        word, before = self.text[start:end], self.text[:start].rstrip()
        if not word[:1].isupper() or " " in word or not before or before[-1] in '.!?:;“"‘(-–':
            return False
        words = [one for one in self.text.split() if one[:1].isalpha()]
        return not word.isupper() and sum(one[0].isupper() for one in words) < 0.6 * len(words)
