"""From proposal to sentence: citations resolved, then every check of grounding/ against what is cited."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.citing import Citer
from assistant.datamodel import Citation, Evidence, Problem, Proposal, Sentence
from assistant.grounding import Verdict
from assistant.grounding.strays import verdict_on
from assistant.units import plain
from ingest.chunking import BULLET
from ingest.library import Library

CANDIDATES = 4  # passages that an uncited sentence is held against
# Support from which a sentence that its own passage does not bear out stands on another of those given: of 29 that were withheld of a small
# model's, 12 stood so, all of them true; at .42 there was the first false one.
SURE_ELSEWHERE = 0.45


class Checker:
    """Checks the sentences of one answer or draft against its evidence and collects their citations."""

    def __init__(self, library: Library, evidence: Sequence[Evidence]) -> None:
        self._embed = library.embedder.embed
        self._evidence = {one.key: one for one in evidence}
        self._citer = Citer(library.lookup, evidence)

    def citations(self) -> tuple[Citation, ...]:
        """The citations of all sentences that passed, in the order first cited."""
        return self._citer.citations()

    def checked(self, proposal: Proposal) -> Sentence:
        """The sentence with its citations and problems; with problems, it stands on nothing and its citations are not kept."""
        unknown = [key for key in proposal.keys if key not in self._evidence]
        if unknown:
            wrong = tuple(Problem(name="key", words=key, evidence="no passage given has this key") for key in unknown)
            return Sentence(text=proposal.text, citations=(), support=0.0, problems=wrong)
        resolved = proposal if proposal.keys else self._attributed(proposal)
        verdict = self._verdict(proposal.text, resolved.keys)
        if verdict.problems and (elsewhere := self._elsewhere(proposal)):
            resolved, verdict = elsewhere
        if verdict.problems:
            return Sentence(text=proposal.text, citations=(), support=verdict.support, problems=verdict.problems)
        return Sentence(text=proposal.text, citations=self._citer.cite(resolved), support=verdict.support)

    def _verdict(self, text: str, keys: Sequence[str]) -> Verdict:
        cited = [self._evidence[key] for key in keys]
        texts = [one.passage.text.replace(BULLET, "") for one in cited]
        return verdict_on(plain(text), texts, context=[one.passage.heading() for one in cited], embed=self._embed)

    def _elsewhere(self, proposal: Proposal) -> tuple[Proposal, Verdict] | None:
        """A sentence with the one passage that surely bears it out, whichever it named: models mistake keys."""
        if proposal.quotes:
            return None
        verdicts = {key: self._verdict(proposal.text, [key]) for key in self._evidence if key not in proposal.keys}
        sure = [key for key, one in verdicts.items() if not one.problems and one.support >= SURE_ELSEWHERE]
        if not sure:
            return None
        best = max(sure, key=lambda key: verdicts[key].support)
        return proposal.model_copy(update={"keys": (best,)}), verdicts[best]

    def _attributed(self, proposal: Proposal) -> Proposal:
        """A sentence without keys gets that of the passage that supports it best: computed, never guessed by a model."""
        candidates = list(self._evidence)[:CANDIDATES]
        best = max(candidates, key=lambda key: (not (verdict := self._verdict(proposal.text, [key])).problems, verdict.support))
        return proposal.model_copy(update={"keys": (best,)})
