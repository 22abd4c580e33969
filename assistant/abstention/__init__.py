"""When the minutes do not say: decided by code, from the question and what the search found, before any engine is asked."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence

from assistant.abstention.missing import later_than, missing
from assistant.citing import keyed
from assistant.datamodel import Abstention, AbstentionKind, Passage, Question
from assistant.finding.nearness import Nearness
from assistant.finding.reranking import UNREAD, Reranker, Scored
from assistant.finding.retrieve import Hits, unheard_of, words_asked
from assistant.question.asked import asks_matter
from assistant.question.bodies import bodies_named
from assistant.question.formalities import tells_formality, why_untold
from assistant.question.named import bodies_asked, councils_met, place_of, words_named
from assistant.question.words import asked_in
from ingest.gloss import glossed
from ingest.library import Library
from ingest.lookup.instead import instead

# Whether anything found answers: the reader's odds over all that it read, log of their sum. Below this 2 % of 514 questions that have an
# answer on real minutes would be turned away, and of the gold set's dev questions less (docs/evals.md).
ANSWERED = -2.2
SURE = 1.0  # odds from which a rule's word that somebody is not told of, or something not counted, counts no more
# How likely it is that anything found is about the question at all: a logistic model of the nearest sentence's cosine similarity (under its
# title) and the share of the question's words that the library does not know in any form. Fitted on the gold set's dev questions, those
# with an answer against its no_match ones (docs/evals.md).
NEARNESS, UNKNOWN, BIAS = 11.7, -7.4, -4.9
UNRELATED = -3.0  # log-odds of answering and of being about it together, below which it is turned away too
SAID = 0.5  # share of the question's words in one sentence that shows the matter is spoken of, however it is put
SPOKEN = 0.5  # share of the question's words, weighed by rarity, in one passage that shows the matter is spoken of, though not answered
EXEMPT = 0.5  # share of the likelihood in exempt items from which the answer lies there
NEAREST = 3
# 'Why was it taken in private?' is told in public, by the resolution to take it so.
_WHY_PRIVATE = re.compile(
    r"(?=.*\b(?:why|reasons?|grounds?|basis|under (?:what|which)|paragraph|legal|law|act|pam|rheswm|sail|paragraff|deddf)\b)"
    r".*\b(?:private(?:ly)?|closed doors|in camera|confidential\w*|exempt\w*(?! (?:report|appendix|annex))|exclu\w+"
    r"|(?:kept|left|sent|put) out|(?:press|public) (?:\w+ )?(?:leave|out)|[bp]h?reifat|eithri\w+|cau allan)\b",
    re.I | re.S,
)
# What is counted, a plural: 'how many giraffes', but not 'how many of them' or 'how many disagreed'.
_COUNTED = re.compile(r"\bhow many (?:more |new |different |other )?(?!(?:has|does|was|is|this|times)\b)([a-z]+s)\b", re.I)
_MEETINGS_COUNTED = re.compile(
    r"\bhow many (?:\w+ ){0,3}?meetings?\b.{0,60}\b(?:held|(?:were|was|have|has) there|took place)\b"
    r"|\bhow (?:often|many times) (?:did|does|has|have) .{0,60}\b(?:meet|met)\b",
    re.I,
)
_YEAR = re.compile(r"(?<![£€$\d,.])\b(?:19|20)\d\d\b(?![/–-]\d|[,.]\d)")  # but not '2022/23' or '£2000'
# Nor is the meeting's going into private session itself kept private.
_OF_CLOSING = re.compile(
    r"\b(?:when|what time|how long|who (?:moved|proposed|seconded))\b.*\b(?:clos(?:e|ed|ing) (?:\w+ )?to the (?:press|public)"
    r"|exclu\w+ (?:of )?(?:the )?(?:press|public)|in camera|(?:closed|private) session)\b",
    re.I | re.S,
)


class Gate:
    """Decides whether a question can be answered from what was found."""

    def __init__(self, library: Library, nearness: Nearness) -> None:
        self._library = library
        self._reranker = Reranker(nearness)

    def abstention(self, question: Question, hits: Hits) -> Abstention | None:
        """Why the minutes do not say, or None where an engine may try."""
        if not hits.searched:
            return Abstention(kind="out_of_coverage", message=self._out_of_coverage(question, hits), searched=0)
        # Minutes of a town's council need not spell its name out: that the town is named will do.
        unheard = next(
            (name for name in bodies_asked(question.text) if not (self._said(name, question) or self._said(place_of(name), question))), None
        ) or next((name for name in councils_met(question.text) if not self._holds(name)), None)
        if unheard:
            return self._because("out_of_coverage", f"the library holds no minutes of ‘{unheard}’", question, hits)
        year = next((year for year in _YEAR.findall(question.text) if self._never_said(year) and not self._met_in(int(year))), None)
        if year:
            return self._because("out_of_coverage", f"the library holds no minutes of {year}, nor does any speak of it", question, hits)
        unknown = next((word for word in words_named(question.text) if not self._said(word, question)), None)
        if unknown:
            return self._because("no_match", f"‘{unknown}’ does not occur in them", question, hits)
        late = later_than(question.text, self._last_meeting())
        if late:
            return self._because(*late, question, hits)
        scored = self._reranker.scored(question.text, keyed(hits.passages))
        if self._exempt(hits, scored) and not (_WHY_PRIVATE.search(question.text) or _OF_CLOSING.search(question.text)):
            return self._because(
                "exempt", "the item was taken with the public excluded, and these minutes do not tell its content", question, hits
            )
        odds, about = _answered(scored), self._about(question, scored, hits)
        if _MEETINGS_COUNTED.search(question.text) and (odds < SURE or self._is_held(question.text)):
            reason = "no minutes count the meetings themselves; the list of meetings has them all"
            return self._because("not_recorded", reason, question, hits)
        counted = _COUNTED.search(question.text)
        if counted and odds < SURE and not any(words_asked(self._library.memory, counted[1]).terms):
            return self._because("no_match", f"‘{counted[1]}’ does not occur in them", question, hits)
        # The reader takes no list of names for a sentence.
        formal = any(tells_formality(question.text, one.unit.text, one.item) for one in scored)
        if why := why_untold(question.text):
            return None if formal else self._because("not_recorded", why, question, hits)
        # Of a matter all that is said is asked for.
        silent = odds < ANSWERED and not formal and not (asks_matter(question.text) and about == math.inf)
        if (odds + about < UNRELATED and not formal) or (silent and hits.coverage < SPOKEN):
            return self._because("no_match", "nothing in them is about this", question, hits)
        if silent:
            return self._because("not_recorded", "related items are there, the answer is not", question, hits)
        lacking = missing(question.text, scored, sure=odds > SURE)
        return self._because(*lacking, question, hits) if lacking else None

    def _about(self, question: Question, scored: Sequence[Scored], hits: Hits) -> float:
        """Log-odds of something found being about the question, whether or not it answers; infinite where a sentence speaks of it."""
        if any(one.words >= SAID for one in scored):
            return math.inf
        nearest = max((one.near for one in scored), default=0.0)
        unknown = unheard_of(self._library.memory, hits.looked_for, hits.filters)
        return NEARNESS * nearest + UNKNOWN * unknown + BIAS

    def of_meetings(self, question: Question, hits: Hits, meetings: int) -> Abstention:
        """Nothing of what is asked is recorded of the whole meetings that a question is about.

        Args:
            meetings: how many these are.
        """
        if not hits.searched:
            return Abstention(kind="out_of_coverage", message=self._out_of_coverage(question, hits), searched=0)
        if meetings == 0:
            return self._because("out_of_coverage", "the library holds no minutes of such a meeting", question, hits)
        return self._because("not_recorded", "nothing of that sort is recorded of the meeting", question, hits)

    def nothing_stood(self, question: Question, hits: Hits, withheld: int, *, by_model: bool = False) -> Abstention:
        """The engine found nothing to say, or nothing that passed its checks.

        Args:
            withheld: sentences that did not pass.
            by_model: it is a chat model's word alone that the answer is not there.
        """
        if withheld:
            some = "1 sentence was" if withheld == 1 else f"{withheld} sentences were"
            return self._because(
                "not_recorded", f"{some} withheld because the minutes do not bear {'it' if withheld == 1 else 'them'} out", question, hits
            )
        if by_model:
            reason = "the chat model found no answer in those it read (the engine ‘quote’ shows the nearest sentences)"
            return self._because("not_recorded", reason, question, hits)
        return self._because("not_recorded", "related items are there, the answer is not", question, hits)

    def _exempt(self, hits: Hits, scored: Sequence[Scored]) -> bool:
        """Whether what was found is above all an item that the public was kept from."""
        exempt = {passage.id for passage in hits.passages if self._library.lookup.is_exempt(passage.id)}
        if not exempt:
            return False
        in_order = sorted(passage.id for passage in hits.passages)
        return hits.passages[0].id in exempt or sum(one.share for one in scored if in_order[one.passage] in exempt) >= EXEMPT

    def _is_held(self, question: str) -> bool:
        """Whether it names a body whose minutes are held."""
        return bool(bodies_named(question, sorted({one.body for one in self._library.memory.headings.values() if one.body})))

    def _holds(self, council: str) -> bool:
        """Whether there are minutes of a council; where some are of a council unknown, there may be."""
        held = {heading.council for heading in self._library.memory.headings.values()}
        return None in held or any(name and place_of(council).casefold() in name.casefold() for name in held)

    def _last_meeting(self) -> dt.date | None:
        return max(self._days(), default=None)

    def _met_in(self, year: int) -> bool:
        return any(day.year == year for day in self._days())

    def _days(self) -> list[dt.date]:
        """The days of the meetings held; read from memory, as every question asks for them."""
        return [heading.date for heading in self._library.memory.headings.values() if heading.date]

    def _never_said(self, words: str) -> bool:
        return self._library.lookup.frequency(words) == 0

    def _said(self, name: str, question: Question) -> bool:
        """Whether a name occurs; a Welsh question's also by its English: 'Fynwy' in 'Sir Fynwy' is Monmouthshire, 'Ionawr' January."""
        if not self._never_said(name):
            return True
        if asked_in(question.text) == "en":
            return False
        words = set(name.split())
        return any(not self._never_said(sense) for one in glossed(question.text) if words <= {*one.words} for sense in one.senses)

    def _because(self, kind: AbstentionKind, reason: str, question: Question, hits: Hits) -> Abstention:
        limits = [hits.filters.described()] * bool(hits.filters) + [f"of or about {' or '.join(hits.places)}"] * bool(hits.places)
        within = f" ({', '.join(limits)})" if limits else ""
        searched = f"{hits.searched} {'passage' if hits.searched == 1 else 'passages'}{within}"
        return Abstention(
            kind=kind,
            message=f"The minutes do not say. Searched: {searched}; {reason}.",
            searched=hits.searched,
            nearest=_headings(hits.passages),
        )

    def _out_of_coverage(self, question: Question, hits: Hits) -> str:
        filters = hits.filters or question.filters
        there = instead(self._library.lookup, filters)
        return f"No minutes in the library match {filters.described()}. {there}" if self._library.lookup.documents() else there


def _answered(scored: Sequence[Scored]) -> float:
    """How likely it is that anything found answers, as the log of the reader's odds."""
    return math.log(sum(math.exp(one.read) for one in scored) or math.exp(UNREAD))


def _headings(passages: Sequence[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passage.heading() for passage in passages))[:NEAREST]
