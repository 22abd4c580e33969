"""Pairs of a source and a claim: a verdict each, in order, whatever else stands in the file."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.check.pairs import OPEN, Pair, checked_pair, pairs_in
from assistant.grounding import check
from ingest.embedding import embedder
from ingest.errors import InputError, UnreadableFile

if TYPE_CHECKING:
    from ingest.embedding import Vectors

SOURCE = "The Clerk reported that the bandstand had lost nine slates. A quotation of £4,350 had been received from a roofer."
GOOD = {"id": "a", "source": SOURCE, "claim": "A roofer had quoted £4,350.", "dataset": "x", "supported": True}


def test_pairs_are_read_gzipped_or_not(tmp_path: Path) -> None:
    lines = "\ufeff" + "".join(json.dumps(GOOD | {"id": name}) + "\n\n" for name in ("a", 7, None))
    (tmp_path / "p.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "p.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    plain, packed = list(pairs_in(tmp_path / "p.jsonl")), list(pairs_in(tmp_path / "p.jsonl.gz"))
    assert plain == packed
    assert [pair.id for pair in plain if isinstance(pair, Pair)] == ["a", 7, None]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(GOOD).encode())))
    assert [pair.claim for pair in pairs_in(Path("-")) if isinstance(pair, Pair)] == [GOOD["claim"]]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{oops", "line 2 is not JSON"),
        (b"[1]", "line 2 is no record"),
        (b'{"id": 1, "claim": "x"}', "line 2 has no source"),
        (b'{"id": 1, "source": "x", "claim": 3}', "line 2: its claim is no text"),
        (b'{"id": [1], "source": "x", "claim": "y"}', "line 2: its id"),
        (b"\xff\xfe", "line 2 is not UTF-8"),
    ],
)
def test_a_bad_line_is_told_and_the_rest_is_safe(line: bytes, said: str, tmp_path: Path) -> None:
    good = json.dumps(GOOD).encode()
    (tmp_path / "p.jsonl").write_bytes(good + b"\n" + line + b"\n" + good)
    first, wrong, last = pairs_in(tmp_path / "p.jsonl")
    assert first == last == Pair(id="a", source=SOURCE, claim=str(GOOD["claim"]))
    assert isinstance(wrong, str)
    assert said in wrong


def test_a_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    packed = gzip.compress("".join(json.dumps(GOOD | {"id": n, "claim": f"claim {n * 7919 % 10007}"}) + "\n" for n in range(3000)).encode())
    (tmp_path / "p.gz").write_bytes(packed[: len(packed) // 2])
    read: list[Pair | str] = []
    with pytest.raises(UnreadableFile, match="breaks off"):
        read.extend(pairs_in(tmp_path / "p.gz"))
    with pytest.raises(InputError, match="absent"):
        next(pairs_in(tmp_path / "absent"))


def test_meaning_is_asked_only_where_the_words_leave_it_open() -> None:
    asked: list[str] = []

    def embed(texts: Sequence[str]) -> Vectors:
        asked.extend(texts)
        return embedder().embed(texts)

    for claim in ("A roofer had quoted £4,350.", "A roofer had quoted £4,530.", "A quotation of £4,350 had been received from a roofer."):
        asked.clear()
        found = checked_pair(Pair(id=1, source=SOURCE, claim=claim), embed)
        by_words = check(claim, [SOURCE])
        left_open = OPEN[0] <= by_words.support <= OPEN[1]
        assert bool(asked) == left_open
        verdict = check(claim, [SOURCE], embed=embedder().embed) if left_open else by_words
        assert (found["score"], found["supported"]) == (pytest.approx(verdict.support, abs=0.001), verdict.supported)
        assert set(found) == {"id", "supported", "score", "problems"}


def test_the_supported_one_scores_above_the_false_one() -> None:
    claims = (f"A roofer had quoted {sum}." for sum in ("£4,350", "£4,530"))
    true, false = (checked_pair(Pair(id=1, source=SOURCE, claim=claim), embedder().embed)["score"] for claim in claims)
    assert true > false  # type: ignore[operator]
