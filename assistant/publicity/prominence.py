"""One councillor all over an edition: what no single sentence shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from assistant.datamodel import Edition, Finding
from assistant.publicity.member_names import members, surname
from assistant.publicity.rules import Rules
from assistant.publicity.statement import Statement

# The codes give no number; these only choose what a human is shown. A report of one meeting names its chair once or twice.
FEWEST_ARTICLES = 3
SHARE_OF_ARTICLES = 0.4
SHARE_OF_MENTIONS = 0.3


def findings(edition: Edition, rules: Rules) -> Iterator[Finding]:
    """A warning for each member who is named in many articles and in a large part of all mentions."""
    mentions: defaultdict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for place, article in enumerate(edition.articles):
        for text in (article.headline, *(sentence.text for sentence in article.sentences)):
            for named in members(text, rules.members):
                mentions[surname(named.name)].append((place, named.words, text))
    everything = sum(map(len, mentions.values()))
    for name in sorted(mentions):
        told = mentions[name]
        articles = len({place for place, _, _ in told})
        if articles < max(FEWEST_ARTICLES, SHARE_OF_ARTICLES * len(edition.articles)) or len(told) < SHARE_OF_MENTIONS * everything:
            continue
        statement = Statement(told[0][2], edition.language, rules)
        yield statement.finding(
            "members",
            f"prominence of one member: {name} in {articles} of {len(edition.articles)} articles",
            told[0][1],
            "Name the member only where the report cannot be understood without it, or say who else spoke.",
            "warn",
        )
