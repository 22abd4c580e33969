"""Passages into prompts of limited length: the best whole, or all of them in parts."""

from __future__ import annotations

from assistant.engines.packing import best_fitting, in_parts, passages
from tests.assistant.engines.test_llm import LONG, passage


def test_passages_stand_apart_and_decisions_are_marked() -> None:
    shown = passages([passage("k1a", "One was said."), passage("k2a", "Two was decided.")], {"k2a"})
    first, second = shown.split("\n\n")
    assert "holds=" not in first
    assert 'key="k2a"' in second
    assert 'holds="decision"' in second


def test_whole_passages_go_in_best_first() -> None:
    evidence = [passage("k1a", "Best. " * 20), passage("k2a", LONG), passage("k3a", "Third. " * 20)]
    assert [one.key for one in best_fitting(evidence, 400)] == ["k1a", "k3a"]
    assert best_fitting(evidence, 100_000) == evidence


def test_the_best_passage_is_cut_between_sentences_where_it_alone_is_too_long() -> None:
    (only,) = best_fitting([passage("k2a", LONG), passage("k1a", "Second. " * 10)], 500)
    assert only.key == "k2a"
    assert LONG.startswith(only.passage.text)
    assert only.passage.text.endswith("aloud.")
    assert len(only.passage.text) > 500


def test_parts_hold_everything_in_order() -> None:
    evidence = [passage("k1a", "First came the apologies."), passage("k2a", LONG), passage("k3a", "Last came the vote.")]
    parts = in_parts(evidence, 600)
    assert len(parts) > 3
    said = " ".join(one.passage.text for part in parts for one in part)
    assert said == f"First came the apologies. {LONG} Last came the vote."
    assert {one.key for part in parts for one in part} == {"k1a", "k2a", "k3a"}
    assert in_parts([], 600) == []
