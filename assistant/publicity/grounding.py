"""What the checks against the minutes have found already, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.datamodel import Article, Finding
from assistant.publicity.rules import Rules

_MEANS = {
    "key": "it cites a source that it was not given",
    "figure": "its figure is not in the cited paragraph",
    "quotation": "its quotation is not in the cited paragraph word for word",
    "attribution": "the cited paragraph has somebody else saying it",
    "modality": "it is more certain than the cited paragraph",
    "negation": "it turns the cited paragraph round",
    "decision": "the cited paragraph decides something else",
    "name": "its name is not in the cited paragraph",
    "support": "the cited paragraph does not bear it out",
}


def findings(article: Article, rules: Rules) -> Iterator[Finding]:
    """One for each problem of a sentence, and one for each sentence that stands on nothing."""
    known = {citation.key for citation in article.citations}
    for sentence in article.sentences:
        for problem in sentence.problems:
            held = f" The minutes have: {problem.evidence}" if problem.evidence else ""
            advice = f"Correct the sentence from the minutes or leave it out: {_MEANS[problem.name]}.{held}"
            yield _finding(f"unsupported {problem.name}", sentence.text, problem.words, advice)
        lost = [key for key in sentence.citations if key not in known]
        if lost:
            yield _finding(
                "source not listed", sentence.text, ", ".join(lost), "Add the citation to the article, or leave the sentence out."
            )
        elif not sentence.citations and not sentence.problems:
            yield _finding("no source", sentence.text, sentence.text, "Name the paragraph of the minutes that says so, or leave it out.")


def _finding(rule: str, sentence: str, words: str, advice: str) -> Finding:
    return Finding(
        check="grounding",
        rule=f"{rule} (every sentence stands on the minutes)",
        severity="stop",
        sentence=sentence,
        words=words,
        advice=advice,
    )
