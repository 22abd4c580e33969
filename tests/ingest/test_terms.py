"""Words by their stems."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from ingest.terms import content_words, snowball

STARTS, MIDDLES, ENDS = ("relat", "gener", "consider", "nation"), ("ion", "al", ""), ("ing", "s", "ly", "")
WORDS = [start + middle + end for start in STARTS for middle in MIDDLES for end in ENDS]


def test_threads_at_once_stem_as_one_does_alone() -> None:
    alone = [snowball(word) for word in WORDS]
    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(lambda _: [snowball(word) for word in WORDS], range(100)):
            assert found == alone


def test_an_apostrophe_is_one_however_it_is_typed() -> None:
    assert content_words("Councillor O'Brien on the children's hall") == content_words("Councillor O’Brien on the children’s hall")
    assert "o'brien" in content_words("Councillor O’Brien")
