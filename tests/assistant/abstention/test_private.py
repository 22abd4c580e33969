"""What was taken with the public excluded is not told, but why it was is."""

from __future__ import annotations

import pytest

from assistant.abstention.private import kept_private
from assistant.citing import keyed
from assistant.finding.nearness import Nearness
from assistant.finding.reranking import Reranker
from assistant.finding.retrieve import Retriever
from ingest.library import Library


@pytest.mark.parametrize(
    ("question", "private"),
    [
        ("What rent was agreed for the lease of the old depot at Pont Gadno?", True),
        ("Why was the lease of the old depot at Pont Gadno taken in private?", False),
        ("When did the meeting exclude the press and public to speak of the old depot?", False),
        ("How much is the refurbishment of the leisure centre to cost?", False),
    ],
)
def test_only_its_content_is_kept_private(samples: Library, question: str, private: bool) -> None:
    hits = Retriever(samples).search(question)
    scored = Reranker(Nearness(samples.embedder.embed)).scored(question, keyed(hits.passages))
    lacking = kept_private(question, hits, scored, samples.lookup)
    assert (lacking is not None and lacking.kind == "exempt") == private
