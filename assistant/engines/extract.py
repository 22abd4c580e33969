"""What a summary is extracted from an item by: its decisions, then its most telling units."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.datamodel import Evidence, Proposal, Style
from assistant.engines.standing import can_stand
from assistant.question.words import content_words, stem, stems
from assistant.signs import FIGURE, MONEY
from assistant.units import Unit, plain
from ingest.chunking import leads_in, spoken
from ingest.datamodel import AgendaItem, Decision
from ingest.text import sentences

SENTENCES_OF: dict[Style, int] = {"brief": 1, "full": 7, "plain": 4}  # beside what was decided
FIGURE_GAIN = 1.6
MONEY_GAIN = 1.25  # besides
HANGING_LOSS = 0.75
SAID_LOSS = 0.5  # more than half of its words are in what is said already
REPEATED_LOSS = 0.2  # a page's own text of a decision, "That the pool be closed", which is told as the decision already

_DECISION_TEXT = re.compile(r"That\b.{3,200}\bbe\b")
_RESULT = re.compile(
    r"\b(?:lost|carried|defeated|fell|withdrawn|deferred|casting vote|votes? (?:for|in favour|against)|\d+ (?:for|in favour|against)"
    r"|by \d+ (?:votes )?to \d+|gwrthodwyd|o blaid|yn erbyn)\b",
    re.I,
)
# What somebody said in the debate is no result, nor is what somebody lost; but a count of votes is.
_SAID = re.compile(
    r"\b(?:said|asked|replied|argued|thought|felt|stated|added|explained|suggested|pointed out|would (?:not )?(?:be )?vot(?:e|ing)"
    r"|(?:had|has|have) (?:already )?lost|lost (?:its|their|his|her|the)|dywedodd|gofynnodd)\b",
    re.I,
)
_AMENDMENT = re.compile(r"\bamendments?\b(?!.*\b(?:motion|recommendation)\b)|\b[gn]?g?welliant\b", re.I)  # told of by its own decision
_COUNTED = re.compile(r"\bdeclared\b|\b\d+ (?:votes )?(?:for|in favour|against|to \d)|\bcasting vote\b", re.I)


def decided_first(item: AgendaItem, evidence: Sequence[Evidence]) -> Iterator[Proposal]:
    """The item's decisions in the minutes' own words, passed ones first, each with its vote; a lost motion never without its loss."""
    said: set[str] = set()
    for decision in sorted(item.decisions, key=lambda one: one.outcome != "passed"):
        for whole in _told(decision, item):
            for text, key in _standing_in(whole, evidence):
                if text not in said:
                    said.add(text)
                    yield Proposal(text=text, keys=(key,), quotes=(text,), decided=True)


def decision_told(decision: Decision, item: AgendaItem, evidence: Sequence[Evidence]) -> Iterator[Proposal]:
    """One decision of an item in the same way."""
    return decided_first(item.model_copy(update={"decisions": (decision,)}), evidence)


def _standing_in(text: str, evidence: Sequence[Evidence]) -> Iterator[tuple[str, str]]:
    """A text with the key of the passage that holds it; where it runs over two passages, its sentences, each with its own."""
    texts = {one.key: plain(one.passage.text) for one in evidence}
    key = next((key for key, held in texts.items() if text in held), None)
    if key:
        yield text, key
        return
    for sentence in map(plain, sentences(text)):
        key = next((key for key, held in texts.items() if sentence in held), None)
        if key:
            yield sentence, key


def _told(decision: Decision, item: AgendaItem) -> list[str]:
    """The decision, and the sentences within its evidence that tell how the vote went; nothing where a loss is not told."""
    first, last = decision.evidence
    paragraphs = [paragraph for paragraph in item.paragraphs if first <= paragraph.index <= last and paragraph.part != "agenda"]
    lines = [spoken(paragraph) for paragraph in paragraphs]
    whole = plain(" ".join(lines))
    text = plain(decision.text)
    for lead, line in pairwise(lines):
        bare = plain(line).strip("\"“”‘’'")
        if leads_in(lead) and text.startswith(bare):
            text = plain(f"{lead} {line}") + text[len(bare) :].lstrip("\"“”‘’'")
    results = [plain(sentence) for line in lines for sentence in sentences(line) if _is_result(sentence) and not leads_in(sentence)]
    results = [sentence for sentence in results if sentence not in text]
    if not decision.amendment:  # how the vote on an amendment went is told with that
        results = [one for one in results if not _AMENDMENT.search(one)] or results
    told = [text] if text in whole else [plain(part) for part in decision.text.split("\n") if not leads_in(part)]
    if decision.outcome == "lost" and not results and not _RESULT.search(text):
        return []
    return [*sorted(told, key=whole.find), *sorted(results, key=whole.find)]


def _is_result(sentence: str) -> bool:
    """Whether it tells how the vote on a motion went."""
    return bool(_RESULT.search(sentence)) and (not _SAID.search(sentence) or bool(_COUNTED.search(sentence)))


def telling(found: Sequence[Unit], most: int, said: str = "") -> list[Unit]:
    """The `most` units that tell most, in reading order.

    A unit counts by the mean frequency of its content words in the item (SumBasic, Nenkova and Vanderwende 2005: each word
    taken counts less for the next), more when it holds figures, and less when it cannot stand by itself. What a unit hangs on
    comes with it.

    Args:
        found: the units of an item, in order.
        most: how many are wanted.
        said: what is told of the item already.
    """
    words = [[stem(word) for word in content_words(unit.text)] for unit in found]
    weight = Counter(word for some in words for word in some)
    known = stems(said)
    standing = [can_stand(unit.text) for unit in found]
    chosen: set[int] = set()
    while len(chosen) < min(most, len(found)):
        scores = {
            place: sum(weight[word] for word in some)
            / (3 + len(some))
            * (FIGURE_GAIN if FIGURE.search(found[place].text) else 1.0)
            * (MONEY_GAIN if MONEY.search(found[place].text) else 1.0)
            * (SAID_LOSS if known and 2 * len(known & set(some)) > len(set(some)) else 1.0)
            * (1.0 if standing[place] else REPEATED_LOSS if _DECISION_TEXT.match(found[place].text) else HANGING_LOSS)
            for place, some in enumerate(words)
            if place not in chosen
        }
        best = max(scores, key=lambda place: (scores[place], -place))
        chosen.add(best)
        if found[best].hanging and best and found[best - 1].line == found[best].line:
            chosen.add(best - 1)
        for word in words[best]:
            weight[word] = weight[word] // 2
    return [found[place] for place in sorted(chosen)]
