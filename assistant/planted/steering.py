"""Text in minutes that steers whoever answers from them, without a phrase that gives it away: it reads like known attempts.

A ridge classifier, linear in the meaning of a text (all-MiniLM-L6-v2, the model that finding uses) and in its words and pairs of words. Its
examples are invented, in evals/data/steering_examples.jsonl: attempts, and innocent minutes that come close, on software, summaries and
corrections; `python -m evals.planted.steering` fits it anew and tells what it finds of writers it has not seen. Welsh is read by its gloss.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from assistant.grams import Wording
from ingest.gloss import in_english, is_welsh

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = "steering.npz"
WORDING = 0.8  # how much the words count beside the meaning
FEWEST_WORDS = 6  # of a text that is looked at
# One of these stands in nearly every attempt, and in few other paragraphs: only those with one are looked at.
_HINT = re.compile(
    r"\b(?:answer|repl(?:y|ies)|respon(?:d|se)|summar|digest|pr[eé]cis|account\b|quot|reader|asker|ask(?:s|ed)? (?:about|you|the|it|after)"
    r"|enquir|quer(?:y|ies)|whoever|anyone|those who (?:write|read|condense|recount)|automat|machine|software|comput|artificial|AI\b"
    r"|assistant\b|agent\b|engine\b|tools?\b|systems?\b|silicon|users?\b|index|parser|token|algorithm|model|(?:chat ?)?bots?\b|robot"
    r"|digital|search|retriev|conversation|briefing|condens|recount|faithful|honest|mislead|footnote|hidden|withheld|reads? this|kindly"
    r"|mention|says?\b|said is|tells?\b|state[sd]?\b|you\b|your\b|told\b|boil)",
    re.IGNORECASE,
)


class Fitted(NamedTuple):
    """What a text is held against; above 0 it steers."""

    of_meaning: NDArray[np.float32]  # (384,)
    wording: Wording
    of_grams: NDArray[np.float32]  # (grams,)
    least: float
    most: float  # that the meaning of a usual attempt adds: what its words leave further below than this is not embedded


def may_steer(text: str) -> bool:
    """Whether a text is worth a look: a cheap test that nearly every attempt passes."""
    return bool(_HINT.search(_readable(text)))


def first_steering(sentences: Sequence[str]) -> int | None:
    """The number of the first sentence of a paragraph that steers, alone or with the next one; 0 where only the whole does; None else."""
    scores = scored(windows(sentences))
    alone = [score > 0 for score in scores[: len(sentences)]]
    paired = [score > 0 for score in scores[len(sentences) : 2 * len(sentences) - 1]]
    for number, steers in enumerate(alone):
        if steers:
            return number
        if number < len(paired) and paired[number]:
            return number + 1 if alone[number + 1] else number
    return 0 if scores and scores[-1] > 0 else None


def windows(sentences: Sequence[str]) -> list[str]:
    """What is looked at of a paragraph: each sentence, each two that follow one another, the whole."""
    pairs = [f"{one} {other}" for one, other in itertools.pairwise(sentences)]
    return [*sentences, *pairs, " ".join(sentences)]


def scored(texts: Sequence[str]) -> list[float]:
    """How far above the threshold each text is; a short one or one without a hint is far below."""
    looked_at = [text for text in dict.fromkeys(texts) if len(text.split()) >= FEWEST_WORDS and may_steer(text)]
    if not looked_at:
        return [-1.0] * len(texts)
    from ingest.embedding import embedder

    fitted = _fitted()
    readable = [_readable(text) for text in looked_at]
    by_words = (fitted.wording.of(readable) @ fitted.of_grams - fitted.least).tolist()
    near = [number for number, value in enumerate(by_words) if value + fitted.most > 0]
    by_meaning = (embedder().embed([readable[number] for number in near]) @ fitted.of_meaning).tolist() if near else []
    of = {looked_at[number]: by_words[number] + value for number, value in zip(near, by_meaning, strict=True)}
    return [of.get(text, -1.0) for text in texts]


@functools.lru_cache(maxsize=4096)
def _readable(text: str) -> str:
    return in_english(text) if is_welsh(text) else text


@functools.cache
def _fitted() -> Fitted:
    import numpy as np

    with resources.files(__package__).joinpath(FILE).open("rb") as file, np.load(file, allow_pickle=False) as kept:
        rarity = dict(zip(str(kept["grams"]).split("\n"), kept["rarity"].tolist(), strict=True))
        return Fitted(kept["of_meaning"], Wording(rarity), kept["of_grams"], float(kept["least"]), float(kept["most"]))
