"""Citations, resolved by code: which paragraph of which passage a sentence stands on, and which of its words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from assistant.datamodel import Citation, Evidence, Passage, Proposal
from assistant.question.words import stems
from assistant.units import plain, units
from ingest.chunking import spoken
from ingest.datamodel import Paragraph, SourcePlace
from ingest.lookup import Lookup


def keyed(passages: Sequence[Passage]) -> tuple[Evidence, ...]:
    """Gives each passage its key: opaque, short, and the same for the same passage every time."""
    keys: dict[str, Passage] = {}
    for passage in passages:
        name = hashlib.sha256(passage.id.encode("utf-8")).hexdigest()
        length = next(size for size in range(2, len(name)) if f"k{name[:size]}" not in keys)
        keys[f"k{name[:length]}"] = passage
    return tuple(Evidence(key=key, passage=passage) for key, passage in keys.items())


class Citer:
    """Collects the citations of one answer. The same paragraphs of the same passage are one citation."""

    def __init__(self, lookup: Lookup, evidence: Sequence[Evidence]) -> None:
        self._lookup = lookup
        self._evidence = {one.key: one for one in evidence}
        self._found: dict[str, Citation] = {}

    def cite(self, proposal: Proposal) -> tuple[str, ...]:
        """The keys of the citations of a sentence, each made or widened as need be; keys that no passage has are passed over."""
        made: list[str] = []
        for place, key in enumerate(proposal.keys):
            if key in self._evidence:
                quote = proposal.quotes[place] if place < len(proposal.quotes) else best_quote(proposal.text, self._evidence[key])
                made.append(self._add(self._evidence[key], quote))
        return tuple(dict.fromkeys(made))

    def citations(self) -> tuple[Citation, ...]:
        """All citations so far, in the order first cited."""
        return tuple(self._found.values())

    def _add(self, evidence: Evidence, quote: str) -> str:
        document_id = evidence.passage.id.rpartition("-")[0]
        paragraphs = self._lookup.paragraphs(document_id, *evidence.passage.source.paragraphs)
        stood_on = _standing_on(paragraphs, quote)
        first, last = (stood_on[0].index, stood_on[-1].index) if stood_on else evidence.passage.source.paragraphs
        key = f"{evidence.key}p{first}" if first == last else f"{evidence.key}p{first}-{last}"
        if key in self._found:
            whole = _words(stood_on)
            start = min(whole.find(self._found[key].quote), whole.find(quote))
            end = max(whole.find(words) + len(words) for words in (self._found[key].quote, quote))
            quote = whole[start:end] if start >= 0 else quote
        place = evidence.passage.source.model_copy(update={"paragraphs": (first, last), "page": _page(stood_on, evidence.passage.source)})
        self._found[key] = Citation(key=key, quote=quote, passage=evidence.passage.model_copy(update={"source": place}))
        return key


def best_quote(sentence: str, evidence: Evidence) -> str:
    """The unit of a passage that shares most content words with a sentence; the whole passage where it has no units."""
    wanted = stems(sentence)
    candidates = [unit.text for unit in units(evidence)] or [plain(evidence.passage.text)]
    return max(candidates, key=lambda text: len(wanted & stems(text)) / (10 + len(text.split())) ** 0.5)


def _standing_on(paragraphs: Sequence[Paragraph], quote: str) -> Sequence[Paragraph]:
    """The shortest run of paragraphs that holds the quotation; none where it is not there."""
    for length in range(1, len(paragraphs) + 1):
        for start in range(len(paragraphs) - length + 1):
            run = paragraphs[start : start + length]
            if quote in _words(run):
                return run
    return ()


def _words(paragraphs: Sequence[Paragraph]) -> str:
    return plain(" ".join(spoken(paragraph) for paragraph in paragraphs if paragraph.kind != "label" and paragraph.part != "agenda"))


def _page(paragraphs: Sequence[Paragraph], place: SourcePlace) -> int | None:
    return paragraphs[0].page if paragraphs else place.page
