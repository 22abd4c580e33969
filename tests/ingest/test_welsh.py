"""Welsh words meet across mutations and word forms."""

from __future__ import annotations

import pytest

from ingest.welsh import keys, radical

MUTATED = {
    "plant": "blant phlant mhlant",
    "cylchfan": "gylchfan chylchfan nghylchfan",
    "treth": "dreth threth nhreth",
    "gwefan": "wefan ngwefan",
    "bwrdd": "fwrdd mwrdd",
    "mynwent": "fynwent",
    "llyfr": "lyfr",
    "rhodd": "rodd",
    "damwain": "ddamwain",
    "gardd": "ardd ngardd",
    "ysgol": "hysgol",
    "Manordeilo": "Fanordeilo",
    "Taliaris": "Daliaris Thaliaris Nhaliaris",
    "Cwmtwrch": "Gwmtwrch Chwmtwrch Nghwmtwrch",
}


@pytest.mark.parametrize("word", MUTATED)
def test_a_mutated_word_has_the_keys_of_the_unmutated(word: str) -> None:
    for mutated in MUTATED[word].lower().split():
        assert keys(mutated) == keys(word.lower()), mutated


@pytest.mark.parametrize(
    "forms", ["plentyn plant", "llwybr llwybrau", "cynghorydd cynghorwyr", "ffordd ffyrdd", "clawdd cloddiau", "penderfynu penderfynwyd"]
)
def test_forms_of_a_word_share_a_key(forms: str) -> None:
    one, other = forms.split()
    assert keys(one) & keys(other)


@pytest.mark.parametrize("pair", ["plant llwybr", "treth tref", "bwrdd bara", "coed caer", "Manordeilo Manafon"])
def test_other_words_share_none(pair: str) -> None:
    one, other = pair.lower().split()
    assert not keys(one) & keys(other)


def test_the_radical() -> None:
    assert [radical(word) for word in ("blant", "nghyngor", "lwybr", "ffordd", "llwybr", "grant")] == [
        "plant", "cyngor", "llwybr", "ffordd", "llwybr", "grant",
    ]  # fmt: skip
