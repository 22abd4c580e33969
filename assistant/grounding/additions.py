"""What a writer added to what the minutes say: 'after a heated debate', 'serving hot meals', 'and the rest are believed stolen'.

A phrase of which not one word stands anywhere in what is cited, and which is far in meaning from each of its sentences. Of honest
rewordings hardly one has such a phrase: who says a thing in other words keeps some of the old ones beside them, or stays near in meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from assistant.datamodel import Problem
from assistant.grounding.evidence import Unit
from assistant.grounding.wording import Token, stem, words
from ingest.text import word_set

if TYPE_CHECKING:
    from ingest.embedding import Vectors

FAR = 0.28  # cosine similarity with the nearest sentence of the evidence
_FEWEST = 2  # content words of a phrase that is new as a whole
_RUN = 3  # new content words one after another, elsewhere
_FAMILY = 5  # letters that the stems of one family share
_BOUNDARY = re.compile(
    r"[,;:()]| - |\b(?:and|but|or|after|before|because|since|while|when|as|following|despite|with|which|who|that|to|by|so)\b", re.IGNORECASE
)
# What is part of telling anything of a council, and adds nothing to it.
_TELLING = frozenset(
    map(
        stem,
        word_set(
            """
            council cabinet committee board councillor member officer resident people person county community meeting report item agenda
            minute vote voted agreed decided approved resolved said told asked noted heard set aside put pay paid cost costing money sum
            amount fund spend spending per cent percent extra single total half year month week day time come came go went get got make made
            give given take taken place placed number
            """
        ),
    )
)


def added(
    folded: str, units: Sequence[Unit], vocabulary: Set[str], embed: Callable[[Sequence[str]], Vectors], evidence: str
) -> Problem | None:
    """The problem of a claim with such a phrase, or None.

    Args:
        folded: the claim.
        units: sentences of the evidence.
        vocabulary: all words and stems of evidence and context.
        embed: gives unit vectors, float32, shape (len(texts), dimensions).
        evidence: the words that a problem names as held against.
    """
    known = {word[:_FAMILY] for word in vocabulary if len(word) >= _FAMILY}
    phrases = list(_new_phrases(folded, vocabulary, known))
    if not phrases or not units:
        return None
    vectors = embed([*phrases, *(unit.text for unit in units)])
    nearest = (vectors[: len(phrases)] @ vectors[len(phrases) :].T).max(axis=1)
    far = [phrase for phrase, one in zip(phrases, nearest, strict=True) if one < FAR]
    return Problem(name="support", words=far[0], evidence=evidence) if far else None


def _new_phrases(folded: str, vocabulary: Set[str], known: Set[str]) -> Iterator[str]:
    """Phrases that are new as a whole, and runs of new words in others."""
    for phrase in _BOUNDARY.split(folded):
        tokens = words(phrase)
        content = [token for token in tokens if token.content]
        new = [_is_new(token, vocabulary, known) for token in content]
        if len(content) >= _FEWEST and all(new):
            yield phrase.strip(" .!")
            continue
        for start in range(len(content) - _RUN + 1):
            if all(new[start : start + _RUN]):
                yield " ".join(token.text for token in content[start : start + _RUN])


def _is_new(token: Token, vocabulary: Set[str], known: Set[str]) -> bool:
    """Names and figures have checks of their own."""
    plain = token.text.isalpha() and token.text.islower()
    return (
        plain
        and token.stem not in _TELLING
        and token.stem not in vocabulary
        and token.lower not in vocabulary
        and token.stem[:_FAMILY] not in known
    )
