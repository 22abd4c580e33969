"""The lists: every entry can be read, and Welsh words are met mutated."""

from __future__ import annotations

import re

import pytest

from assistant.publicity.phrases import matches, mutable, phrases


@pytest.mark.parametrize(
    ("subject", "groups"),
    [
        ("publicity", ("promotion", "praise", "attack", "party", "voting", "persuasion")),
        ("election", ("party_matter", "candidate", "controversy")),
        ("personal", ("health", "circumstances", "role")),
    ],
)
def test_every_list_can_be_read(subject: str, groups: tuple[str, ...]) -> None:
    for group in groups:
        assert phrases(subject, group)
        assert not any(one.pattern.search("") for one in phrases(subject, group))


@pytest.mark.parametrize("word", ["ceiniog", "geiniog", "cheiniog", "ngheiniog"])
def test_welsh_words_are_met_in_all_their_mutations(word: str) -> None:
    assert re.fullmatch(mutable("ceiniog"), word)


def test_a_match_is_as_printed_with_curly_apostrophes() -> None:
    text = "Labour’s plan"
    assert [(one.words, one.start) for one in matches(text, "publicity", "party")] == [("Labour’s", 0)]
