"""Where in the ranking the evidence stands: MRR (Voorhees 1999) and nDCG over evidence groups (Järvelin and Kekäläinen 2002)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from evals.gold.sources import source_of
from ingest.text import fold_space, sentences

if TYPE_CHECKING:
    from evals.gold.records import GoldEvidence
    from evals.gold.replies import Reply
    from ingest.datamodel import Passage


def reciprocal_rank(reply: Reply) -> float | None:
    """One over the rank of the first passage that holds evidence of any group; 0 where none does."""
    gold = reply.answerable
    if gold is None:
        return None
    ranks = (rank for rank, one in enumerate(reply.ranked, start=1) if any(holds(one, place) for place in gold.evidence))
    return 1 / next(ranks, math.inf)


def ndcg(reply: Reply, k: int = 10) -> float | None:
    """Gain 1 for each group that a passage is the first to hold, log2 discount; ideal: one group at each of the first ranks.

    That a group counts once is the novelty of alpha-nDCG with alpha 1 (Clarke et al. 2008): the same words again tell nothing new.
    """
    gold = reply.answerable
    if gold is None:
        return None
    missing = dict(enumerate(gold.groups()))
    wanted, gain = len(missing), 0.0
    for place, passage in enumerate(reply.ranked[:k]):
        new = [number for number, group in missing.items() if any(holds(passage, one) for one in group)]
        gain += len(new) / math.log2(place + 2)
        for number in new:
            del missing[number]
    return min(1.0, gain / sum(1 / math.log2(place + 2) for place in range(min(k, wanted))))


def holds(passage: Passage, place: GoldEvidence) -> bool:
    """Whether a passage holds evidence: all its words or, where a paragraph is cut in two, a whole sentence of them."""
    from assistant.units import plain

    if source_of(passage.source.path) != place.source:
        return False
    words, text = plain(passage.text), fold_space(place.text)
    return text in words or any(len(one.split()) >= 6 and one in words for one in sentences(text))
