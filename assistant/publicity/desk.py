"""All checks over an article, and over an edition."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator

from assistant.datamodel import Article, Edition, Finding
from assistant.publicity import election, grounding, links, personal, prominence, publicity, reading, resemblance
from assistant.publicity.rules import Rules
from assistant.publicity.statement import Statement
from ingest.datamodel import Language


def findings(article: Article, rules: Rules = Rules()) -> tuple[Finding, ...]:
    """What is to be looked at in one article before it is published: its headline, its sentences, the paired text, and its notes.

    Sentences are checked in the order read. The result does not depend on findings that the article carries already.
    """
    language, other = languages(article)
    found = list(grounding.findings(article, rules))
    told = [Statement(text, language, rules) for text in (article.headline, *(sentence.text for sentence in article.sentences))]
    paired = [Statement(text, other, rules) for text in (article.counterpart_title, *(one.text for one in article.counterpart)) if text]
    for statement in (*told, *paired):
        found += of_statement(statement)
    found += _of_notes(article, rules, {one.words for one in found})
    found += reading.findings(article, told[1:], paired, rules)
    return tuple(dict.fromkeys(found))


def _of_notes(article: Article, rules: Rules, known: set[str]) -> Iterator[Finding]:
    """Names and personal data that only the quotations of the sources bring in: they are printed too."""
    sentences = {one.text for one in (*article.sentences, *article.counterpart)}
    for citation in article.citations:
        if citation.quote not in sentences:
            quote = Statement(citation.quote, citation.passage.language, rules)
            for one in (*election.findings(quote), *personal.findings(quote)):
                if one.severity == "stop" and one.words not in known:
                    yield one.model_copy(
                        update={"advice": f"{one.advice} It stands in the note of a source: leave out the sentence that cites it."}
                    )


@functools.lru_cache(maxsize=4096)  # an article is checked again whenever it is cut or edited
def of_statement(statement: Statement) -> tuple[Finding, ...]:
    """What one sentence says that it should not, by itself."""
    listed = of_lists(statement)
    return (*listed, *resemblance.findings(statement, {one.check for one in listed}))


def of_lists(statement: Statement) -> tuple[Finding, ...]:
    """What is found by words and forms alone."""
    return tuple(one for checked in (publicity, election, personal, links) for one in checked.findings(statement))


def findings_of(edition: Edition, rules: Rules = Rules()) -> tuple[Finding, ...]:
    """What is to be looked at in a whole edition: all articles' findings, then what only shows over all of them."""
    each = [one for article in edition.articles for one in findings(article, rules)]
    return tuple(dict.fromkeys((*each, *findings_over(edition, rules))))


def findings_over(edition: Edition, rules: Rules = Rules()) -> tuple[Finding, ...]:
    """What only shows over a whole edition: one member in story after story, a missing notice."""
    return (*prominence.findings(edition, rules), *election.of_edition(edition, rules))


def languages(article: Article) -> tuple[Language, Language]:
    """The article's own language, which is that of most of its sources, and the other one."""
    counted = Counter(citation.passage.language for citation in article.citations)
    return ("cy", "en") if counted["cy"] > counted["en"] else ("en", "cy")
