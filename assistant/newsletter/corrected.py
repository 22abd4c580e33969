"""Words of minutes that later minutes put right: they are not told, and where a decision holds them they are marked."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.datamodel import Correction, Problem, Sentence
from assistant.later.putting_right import put_right
from assistant.later.wording import SUM
from ingest.dates import in_words


def marked(sentence: Sentence, corrections: Sequence[Correction]) -> Sentence:
    """The sentence, with a problem where later minutes correct what it says."""
    found = put_right(sentence.text, corrections)
    if found is None:
        return sentence
    words, correction = found
    when = in_words(correction.date, "en") if correction.date else "a later day"
    evidence = f"put right by {correction.body or 'a later meeting'}, {when}: {correction.text}"
    problem = Problem(name="figure" if SUM.fullmatch(words) else "quotation", words=words, evidence=evidence)
    return sentence.model_copy(update={"problems": (*sentence.problems, problem)})
