"""What a pre-election period leaves out: sentences that name members or touch what is disputed, and stories that cannot do without them."""

from __future__ import annotations

from assistant.datamodel import Article, Finding, Section


def restrained(article: Article, findings: tuple[Finding, ...]) -> Article | None:
    """The story without the sentences that the period does not allow; None where its headline or first sentence is surely one of them.

    Args:
        article: as drafted.
        findings: of the checks before publication.
    """
    barred = {finding.sentence for finding in findings if finding.check == "pre-election"}
    if not barred:
        return article
    surely = {finding.sentence for finding in findings if bars(finding)}
    if article.headline in surely or (article.standfirst and article.standfirst.text in surely):
        return None
    sections = [
        Section(heading=section.heading, sentences=tuple(one for one in section.sentences if one.text not in barred))
        for section in article.earlier
    ]
    kept = article.model_copy(
        update={
            "body": tuple(one for one in article.body if one.text not in barred),
            "next_steps": tuple(one for one in article.next_steps if one.text not in barred),
            "earlier": tuple(section for section in sections if section.sentences),
            "counterpart": tuple(one for one in article.counterpart if one.text not in barred),
        }
    )
    cited = {key for sentence in kept.sentences for key in sentence.citations}
    return kept.model_copy(update={"citations": tuple(one for one in article.citations if one.key in cited)})


def bars(finding: Finding) -> bool:
    """Whether a finding keeps a story out of an edition of the period: an office of somebody unnamed alone does not."""
    return finding.check == "pre-election" and (finding.severity == "stop" or finding.rule.startswith("controversial"))
