"""Wording: words and pairs of neighbours, figures alike, rare ones weighing more."""

from __future__ import annotations

import numpy as np

from assistant.grams import Wording, grams


def test_words_and_pairs_of_neighbours_are_told_in_lower_case_with_figures_alike() -> None:
    assert grams("We won £1,200!") == {"we", "won", "£", "#", "!", "we won", "won £", "£ #", "# !"}
    assert grams("Our neighbours’ rates") == grams("our neighbours' rates")


def test_a_vector_has_unit_length_and_weighs_by_rarity() -> None:
    (vector,) = Wording({"finest": 3.0, "the": 4.0, "absent": 9.0}).of(["The finest town"])
    assert np.allclose(vector, [0.6, 0.8, 0.0])


def test_what_is_all_unknown_is_like_nothing() -> None:
    assert not Wording({"the": 1.0}).of(["Xyz"]).any()
