"""What a question asks for, as words."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.question.words import any_of, content_words, matched_words, stem


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What was said about foster carer recruitment?", ["foster", "carer", "recruitment"]),
        ("Who voted AGAINST the budget in 2025/26?", ["voted", "budget", "2025", "26"]),
        ("What is £1,684.37 for?", ["1,684.37"]),
        ("the Council's decision on the carers' allowances", ["council", "decision", "carers", "allowances"]),
        ("pool pool POOL", ["pool"]),
        ("Beth a ddywedwyd am ofalwyr maeth?", ["ofalwyr", "maeth"]),
        ("what did they say?", []),
        ("?!… — “”", []),
        ("", []),
    ],
)
def test_the_words_that_carry_the_matter(question: str, words: list[str]) -> None:
    found = content_words(question)
    assert [word for word in found if word not in ("am", "against")] == words


def test_words_match_in_any_form() -> None:
    assert matched_words(["recruit", "carers", "pool"], "Recruiting a carer took months.") == ["recruit", "carers"]
    assert matched_words(["payments"], "a payment was made") == ["payments"]


def test_stems_fold_english_and_leave_welsh_alone() -> None:
    assert stem("payments") == stem("payment")
    assert stem("maeth") == "maeth"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_makes_an_expression_that_the_index_takes(text: str) -> None:
    words = content_words(text)
    if not words:
        return
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize='porter unicode61 remove_diacritics 2')")
    index.execute("SELECT * FROM words WHERE words MATCH ?", (any_of(words),)).fetchall()
    index.close()
