"""Token counts need no network, count as cl100k_base does, and cut without breaking characters."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from ingest import tokens

WELSH = "Penderfynwyd yn unfrydol bod yr adroddiad yn cael ei dderbyn — £1.2m, 84.6 % ŵ ŷ 😀."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("hello world", 2),
        ("tiktoken is great!", 6),
        ("antidisestablishmentarianism", 6),
        ("2 + 2 = 4", 7),
        ("お誕生日おめでとう", 9),
    ],
)
def test_counts_are_those_published_for_cl100k_base(text: str, expected: int) -> None:
    """The figures of OpenAI's cookbook, 'How to count tokens with tiktoken'."""
    assert tokens.count(text) == expected


def test_special_tokens_in_minutes_are_plain_text() -> None:
    assert tokens.count("<|endoftext|>") > 1


def test_every_cut_is_a_beginning_within_the_limit() -> None:
    whole = tokens.count(WELSH)
    for limit in range(whole + 2):
        cut = tokens.truncate(WELSH, limit)
        assert WELSH.startswith(cut)
        assert "\N{REPLACEMENT CHARACTER}" not in cut
        assert tokens.count(cut) <= limit
    assert tokens.truncate(WELSH, whole) == WELSH
    assert tokens.truncate(WELSH, whole - 1) != WELSH


def test_cut_uses_most_of_the_limit() -> None:
    assert tokens.count(tokens.truncate("The Chair thanked the officers for the report. " * 100, 200)) == 200


@pytest.mark.parametrize("limit", [0, -3])
def test_no_tokens_is_no_text(limit: int) -> None:
    assert tokens.truncate("text", limit) == ""


def test_half_of_a_surrogate_pair_does_no_harm() -> None:
    assert tokens.count("broken \ud83d text") > 0


def test_cutting_a_huge_text_is_quick() -> None:
    tokens.count("warm")
    huge = "The report was received and noted by the members present. " * 200_000
    began = time.perf_counter()
    assert tokens.count(tokens.truncate(huge, 100)) == 100
    assert time.perf_counter() - began < 0.5


def test_works_with_every_socket_refused_and_an_empty_cache(tmp_path: object) -> None:
    """A fresh process, so that no table is in memory, with no cache to find one in."""
    program = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise SystemExit('the network was asked')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from ingest import tokens\n"
        "assert 'tiktoken' not in sys.modules, 'importing must not load tiktoken'\n"
        "print(tokens.count('hello world'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env={"TIKTOKEN_CACHE_DIR": str(tmp_path)}, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("2", "")
