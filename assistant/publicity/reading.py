"""How hard an article is to read: reading age (English), length of sentences, length of the whole.

The reading age is the Flesch-Kincaid grade (Kincaid and others 1975) and five years, by the `readability` package: pure Python, 130 KB,
its syllables counted by rules and nothing downloaded (textstat fetches a pronouncing dictionary at run time). Welsh has no such formula,
so of Welsh only the length of sentences is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.datamodel import Article, Finding
from assistant.publicity.rules import Rules
from assistant.publicity.statement import Statement

FEWEST_WORDS = 40  # below this a grade says little
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


def findings(article: Article, told: Sequence[Statement], paired: Sequence[Statement], rules: Rules) -> Iterator[Finding]:
    """Warnings for long sentences, a high reading age and a long article; `told` are its sentences, `paired` the other language's."""
    for statement in (*told, *paired):
        count = len(words(statement.text))
        if count > rules.sentence_words:
            what = f"sentence of {count} words, target {rules.sentence_words}"
            yield statement.finding("reading", what, statement.text, "Split it, or say less.", "warn")
    english = [statement.text for statement in told if statement.language == "en"]
    age = reading_age(english)
    if age is not None and age > rules.reading_age:
        hardest = max((one for one in told if one.language == "en"), key=lambda one: grade([one.text]))
        what = f"reading age {age}, target {rules.reading_age}"
        yield hardest.finding(
            "reading", what, _longest(hardest.text), "Shorten this sentence and use shorter words in the article.", "warn"
        )
    if article.words > rules.words and told:
        what = f"article of {article.words} words, at most {rules.words}"
        yield told[-1].finding("length", what, article.headline, "Leave out what the reader can do without.", "warn")


def words(text: str) -> list[str]:
    """The words and figures of a text, punctuation aside."""
    return _WORD.findall(text)


def grade(sentences: Sequence[str]) -> float:
    """Flesch-Kincaid grade (US school years) of English sentences; 0 where there are no words."""
    from readability import getmeasures  # type: ignore[import-untyped]

    lines = [" ".join(words(sentence)) for sentence in sentences]
    some = [line for line in lines if line]
    return float(getmeasures(some, lang="en")["readability grades"]["Kincaid"]) if some else 0.0


def reading_age(sentences: Sequence[str]) -> int | None:
    """Age in years at which English sentences are read with ease; None of a text too short to tell."""
    if sum(len(words(sentence)) for sentence in sentences) < FEWEST_WORDS:
        return None
    return max(5, round(grade(sentences) + 5))


def _longest(text: str) -> str:
    """The three longest words, as what to look at first."""
    return ", ".join(sorted(dict.fromkeys(words(text)), key=len, reverse=True)[:3])
