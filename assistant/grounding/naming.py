"""Who is who in the evidence and its context."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.grounding.evidence import Unit
from assistant.grounding.mentions import Mention, linked, mentions, same
from assistant.grounding.wording import Token, fold, words
from ingest.text import word_set

_CALLED = word_set(
    "council cabinet committee sub-committee subcommittee board panel cyngor pwyllgor bwrdd parish town city county borough community "
    "district municipal metropolitan township village annual full scrutiny planning audit finance"
)
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")


@dataclass(frozen=True)
class Naming:
    """What is known of names.

    Attributes:
        known: lower-case words that are written as proper names somewhere in the evidence or the context.
        links: roles with the persons that the evidence says hold them.
        context: namings in the context lines.
        body: the body that met, where the context tells it.
        vocabulary: all lower-case words and stems of evidence and context.
        context_stems: stems that stand in the context and not in the evidence.
        lines: the lower-case words of each context line: in a title in capitals nobody can tell where a name begins.
        home: lower-case words by which council and body are called, without 'council' and the like: 'ayton'.
        initials: acronyms of the capitalised runs, 'wao' of 'Wales Audit Office', and those with stops, 'vat' of 'V.A.T.'.
        acronyms: lower-case words that stand in capitals.
    """

    known: frozenset[str]
    links: tuple[tuple[Mention, Mention], ...]
    context: tuple[Mention, ...]
    body: Mention | None
    vocabulary: frozenset[str]
    initials: frozenset[str]
    acronyms: frozenset[str]
    context_stems: frozenset[str]
    home: frozenset[str]
    lines: tuple[frozenset[str], ...]

    def agree(self, claimed: Mention, stated: Mention) -> bool:
        """Whether the two can be the same one, by name, or by a role that the evidence links with the name."""
        if same(claimed, stated):
            return True
        for one, two in self.links:
            for this, that in ((one, two), (two, one)):
                if same(claimed, this) and same(that, stated):
                    return True
        return False

    def is_home(self, mention: Mention) -> bool:
        """Whether it is the place whose council met: 'Ayton' in the minutes of Ayton Community Council."""
        return mention.kind in ("proper", "person") and self.home.issuperset(mention.words)

    def in_context(self, mention: Mention) -> bool:
        return any(same(mention, other) for other in self.context) or any(line.issuperset(mention.words) for line in self.lines)


@lru_cache(maxsize=256)
def read_naming(units: tuple[Unit, ...], context: tuple[str, ...]) -> Naming:
    """Gathers the names of the evidence and of the folded context lines."""
    lines = [words(line) for line in context]
    everything: list[tuple[Token, ...]] = [*(unit.tokens for unit in units), *lines]
    known = frozenset(
        token.lower
        for tokens in everything
        for before, token in itertools.pairwise(tokens)
        if token.text[0].isupper() and before.text not in '.":(' and not token.text.isupper()
    )
    vocabulary = frozenset(part for tokens in everything for token in tokens for part in (token.lower, token.stem))
    given = frozenset(token.stem for tokens in lines for token in tokens if token.content) | {"meet"}
    given -= frozenset(stem for unit in units for stem in unit.stems)
    in_context = tuple(mention for tokens in lines for mention in mentions(tokens, known))
    initials = frozenset(
        "".join(word[0] for word in mention.words) for tokens in everything for mention in mentions(tokens, known) if len(mention.words) > 1
    )
    initials |= frozenset(found.replace(".", "").lower() for unit in units for found in _DOTTED.findall(unit.text))
    acronyms = frozenset(token.lower for tokens in everything for token in tokens if token.text.isupper() and len(token.text) > 1)
    by_line = tuple(frozenset(token.lower for token in tokens) for tokens in lines)
    return Naming(
        known, tuple(linked(everything)), in_context, _body(in_context), vocabulary, initials, acronyms, given, _home(lines), by_line
    )


def _home(lines: Sequence[tuple[Token, ...]]) -> frozenset[str]:
    """What the council, told first, and the body are called by."""
    named = [tokens for place, tokens in enumerate(lines) if place == 0 or any(token.lower in _CALLED for token in tokens)]
    return frozenset(token.lower for tokens in named for token in tokens if token.text[0].isupper() and token.lower not in _CALLED)


def _body(found: Sequence[Mention]) -> Mention | None:
    """The body that met: a committee or cabinet rather than the council that it belongs to."""
    bodies = [mention for mention in found if mention.kind == "body"]
    return next((mention for mention in bodies if mention.name != "council"), bodies[-1] if bodies else None)


def folded_context(context: Sequence[str]) -> tuple[str, ...]:
    """Context lines cut where they join council, body, date and item."""
    return tuple(
        piece.strip()
        for line in context
        for part in fold(line).split("\n")
        for piece in part.replace(": ", ", ").split(", ")
        if piece.strip()
    )
