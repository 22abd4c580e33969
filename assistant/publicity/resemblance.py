"""Sentences that read like known faults, where no word of a list gives them away.

A kernel ridge classifier over the meanings of sentences (all-MiniLM-L6-v2, the model that finding uses) and their wording (grams.py): a
sentence is held against kept examples of each kind of fault and of clean prose. The examples are invented, in
evals/data/publicity_examples.jsonl and the rounds of evals/data/planted_publicity.jsonl; `python -m evals.publicity.examples` fits the
weights anew and writes `examples-en.npz` and `examples-cy.npz`. The model knows no Welsh, which goes by its wording alone. What is found
is for a human to weigh: there is no word to point at.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Collection, Iterator
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from assistant.datamodel import Finding
from assistant.grams import Wording
from assistant.publicity.personal import somebody
from assistant.publicity.rules import Subject
from assistant.publicity.statement import CHECK_OF, Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ingest.datamodel import Language
    from ingest.embedding import Vectors

FILE = "examples-{language}.npz"
WORDING = 0.7  # how much likeness of wording counts beside likeness of meaning
GAMMA = 1.0  # width of the kernel: exp(-GAMMA * squared distance)
QUANTUM = 0.3 / 127  # of a vector's parts as they are kept, in one byte each
FEWEST_WORDS = 4
SURE = 0.5  # a score above the threshold that needs no person in sight
HEARD = 0.4  # so much more is needed of a sentence that reports what somebody said: minutes are full of opinions, told as opinions
_REPORTING = re.compile(
    r"\b(?:said|asked|enquired|replied|observed|argued|proposed|hoped|feared|noted|explained|reported|advised|considered|thought|believed"
    r"|suggested|supported|questioned|queried|requested|pointed out|added|felt|stated|wondered|recommended|moved|confirmed|outlined"
    r"|stressed)\b",
    re.IGNORECASE,
)
KINDS: dict[Subject, tuple[str, str]] = {
    "objectivity": (
        "reads like promotion, praise, attack or campaigning",
        "No single word shows it, but the sentence reads like known examples: say what was decided and leave the judgement to the reader.",
    ),
    "election": (
        "reads like a matter for after the poll",
        "No single word shows it, but the sentence reads like known examples: hold it until after the poll if it is disputed or promised.",
    ),
    "personal data": (
        "reads like the private matter of a person",
        "No single word shows it, but the sentence reads like known examples: leave out what could tell who it is.",
    ),
}


class Examples(NamedTuple):
    """What sentences are held against."""

    vectors: NDArray[np.float32]  # (examples, 384); no examples of Welsh
    weights: NDArray[np.float32]  # (examples, kinds)
    least: NDArray[np.float32]  # (kinds): score from which a sentence is found
    wording: Wording
    of_grams: NDArray[np.float32]  # (grams, kinds): what the wording adds


def findings(statement: Statement, found: Collection[str]) -> Iterator[Finding]:
    """A warning for each kind whose examples the sentence resembles; `found` are the checks that have a finding in it already."""
    text = statement.text.strip()
    if len(text.split()) < FEWEST_WORDS or not text.endswith((".", "!", "?", "”", "’", '"')):
        return
    scores = None
    for place, (subject, (what, advice)) in enumerate(KINDS.items()):
        if CHECK_OF[subject] in found or (subject == "election" and not statement.rules.pre_election):
            continue
        scores = scores or _scores(text, statement.language)
        least = 0.0
        if subject == "personal data" and statement.language == "en":  # statistics and services read like the persons they are about
            about = somebody(text)
            least = 0.0 if about else SURE if about is None else math.inf
        if scores[place] > least:
            yield statement.finding(subject, what, text, advice, "warn")


@functools.lru_cache(maxsize=8192)
def _scores(text: str, language: Language) -> tuple[float, ...]:
    """By kind, how far above its threshold a sentence is."""
    examples = _examples(language)
    scores = WORDING * (examples.wording.of([text]) @ examples.of_grams)
    if len(examples.vectors):
        from ingest.embedding import embedder

        scores = scores + similarity(embedder().embed([text]), examples.vectors) @ examples.weights
    return tuple(float(score) for score in scores[0] - examples.least - heard(text))


def heard(text: str) -> tuple[float, ...]:
    """What a sentence that reports somebody's words is let off, by kind; a private matter is one whoever tells it."""
    off = HEARD if _REPORTING.search(text) else 0.0
    return tuple(0.0 if subject == "personal data" else off for subject in KINDS)


def similarity(some: Vectors, others: Vectors) -> NDArray[np.float32]:
    """The kernel between vectors of unit length, shape (len(some), len(others))."""
    import numpy as np

    kernel: NDArray[np.float32] = np.exp(-GAMMA * (2 - 2 * some @ others.T))
    return kernel


@functools.cache
def _examples(language: Language) -> Examples:
    import numpy as np

    with (
        resources.files(__package__).joinpath(FILE.format(language=language)).open("rb") as file,
        np.load(file, allow_pickle=False) as kept,
    ):
        rarity = dict(zip(str(kept["grams"]).split("\n"), kept["rarity"].tolist(), strict=True))
        vectors = kept["vectors"].astype(np.float32) * np.float32(QUANTUM)
        return Examples(vectors, kept["weights"], kept["least"], Wording(rarity), kept["of_grams"].astype(np.float32))
