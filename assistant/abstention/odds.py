"""How likely it is that anything found answers a question, and that it is about it at all."""

from __future__ import annotations

import math
from collections.abc import Sequence

from assistant.finding.reranking import UNREAD, Scored
from assistant.finding.retrieve import Hits, unheard_of
from ingest.library import Library

# Whether anything found answers: the reader's odds over all that it read, log of their sum. Below this 2 % of 514 questions that have an
# answer on real minutes would be turned away, and of the gold set's dev questions less (docs/evals.md).
ANSWERED = -2.2
SURE = 1.0  # odds from which a rule's word that somebody is not told of, or something not counted, counts no more
# Odds from which a chat model's word that the answer is not there counts no more: those of a third of dev's answerable questions, and of 1
# of its 42 others. A 1.5b model says so of half of the first.
LIKELY = 2.0
UNRELATED = -3.0  # log-odds of answering and of being about it together, below which it is turned away too
# How likely it is that anything found is about the question at all: a logistic model of the nearest sentence's cosine similarity (under its
# title) and the share of the question's words that the library does not know in any form. Fitted on the gold set's dev questions, those
# with an answer against its no_match ones (docs/evals.md).
NEARNESS, UNKNOWN, BIAS = 11.7, -7.4, -4.9
SAID = 0.5  # share of the question's words in one sentence that shows the matter is spoken of, however it is put
SPOKEN = 0.5  # share of the question's words, weighed by rarity, in one passage that shows the matter is spoken of, though not answered


def answered(scored: Sequence[Scored]) -> float:
    """How likely it is that anything found answers, as the log of the reader's odds."""
    return math.log(sum(math.exp(one.read) for one in scored) or math.exp(UNREAD))


def related(library: Library, scored: Sequence[Scored], hits: Hits) -> float:
    """Log-odds of something found being about the question, whether or not it answers; infinite where a sentence speaks of it."""
    if any(one.words >= SAID for one in scored):
        return math.inf
    nearest = max((one.near for one in scored), default=0.0)
    return NEARNESS * nearest + UNKNOWN * unheard_of(library.memory, hits.looked_for, hits.filters) + BIAS
