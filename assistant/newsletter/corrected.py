"""Words of minutes that later minutes put right: they are not told, and where a decision holds them they are marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.corrections import Correction
from assistant.datamodel import Problem, Sentence

_QUOTED = re.compile(r"[“\"]([^“”\"]{3,200})[”\"]")
_SUM = re.compile(r"[£€$]\s?\d[\d,.]*\d|\d[\d,.]*\s?(?:%|per cent|million|y cant|miliwn)")


def put_right(text: str, corrections: Iterable[Correction]) -> tuple[str, Correction] | None:
    """The words of a text that a correction speaks of, and the correction; None where none does."""
    for correction in corrections:
        for words in (*_QUOTED.findall(correction.text), *_SUM.findall(correction.text)):
            if re.search(rf"(?<![\w£€$]){re.escape(words)}(?![\w,]\d|\w)", text):
                return words, correction
    return None


def marked(sentence: Sentence, corrections: Sequence[Correction]) -> Sentence:
    """The sentence, with a problem where later minutes correct what it says."""
    found = put_right(sentence.text, corrections)
    if found is None:
        return sentence
    words, correction = found
    when = f"{correction.date.day} {correction.date:%B %Y}" if correction.date else "a later day"
    evidence = f"put right by {correction.body or 'a later meeting'}, {when}: {correction.text}"
    problem = Problem(name="figure" if _SUM.fullmatch(words) else "quotation", words=words, evidence=evidence)
    return sentence.model_copy(update={"problems": (*sentence.problems, problem)})
