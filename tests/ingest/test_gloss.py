"""Welsh is put into rough English: what it means, whatever mutation it bears; English is left alone."""

from __future__ import annotations

from importlib import resources

import pytest

from ingest.embedding import embedder
from ingest.gloss import LONGEST, in_english, is_welsh


@pytest.mark.parametrize(
    ("welsh", "english"),
    [
        ("Beth ddywedwyd am recriwtio gofalwyr maeth?", "foster carers"),
        ("Faint fydd y dreth gyngor yn codi?", "council tax"),
        ("Penderfynwyd cau'r llyfrgell yn Llanarwel.", "library"),
        ("Gofynnodd aelod am y gwasanaethau cymdeithasol.", "social services"),
    ],
)
def test_the_gloss_of_a_welsh_sentence_tells_its_matter(welsh: str, english: str) -> None:
    assert english in in_english(welsh)


def test_names_and_figures_stay() -> None:
    glossed = in_english("Cynigiodd y Cynghorydd Rhiannon Teifi wario £4,200 ar y neuadd yn Rhosybryn.")
    assert all(word in glossed for word in ("Rhiannon", "Teifi", "£ 4", "Rhosybryn"))


@pytest.mark.parametrize("forms", ["dreth gyngor|treth gyngor|threth gyngor", "ofal maeth|gofal maeth|ngofal maeth"])
def test_mutation_makes_no_difference(forms: str) -> None:
    assert len({in_english(f"mae'r {form} wedi codi") for form in forms.split("|")}) == 1


@pytest.mark.parametrize("text", ["", "x", "The council agreed.", "Road safety", "Parc y Sarn", "Plan for the park", "Item 7", "£390"])
def test_english_and_names_are_left_alone(text: str) -> None:
    assert in_english(text) == text


@pytest.mark.parametrize("heading", ["Gofal maeth", "Ceisiadau cynllunio", "Treth y Cyngor a gwasanaethau"])
def test_a_heading_without_function_words_is_known_for_welsh(heading: str) -> None:
    assert is_welsh(heading)


def test_the_lexicon_is_well_formed() -> None:
    lines = resources.files("ingest").joinpath("data/welsh-english.tsv").read_text("utf-8").splitlines()
    entries = [line.split("\t") for line in lines]
    assert len(entries) > 10_000
    assert {len(entry) for entry in entries} == {2}
    welsh = [entry[0] for entry in entries]
    assert welsh == sorted(set(welsh))
    assert all(one == one.lower().strip() and 0 < len(one.split()) <= LONGEST for one in welsh)
    assert all(english.strip() and ";" not in english.replace("; ", "") for _, english in entries)


def test_welsh_and_english_of_one_matter_are_near_in_meaning() -> None:
    asked, same, other = embedder().embed(
        ["Beth ddywedwyd am brinder gofalwyr maeth?", "The shortage of foster carers was discussed.", "The road will be resurfaced in May."]
    )
    assert asked @ same > 0.5 > asked @ other


@pytest.mark.parametrize(
    ("mutated", "english"), [("becynnu", "pack"), ("lesiant", "wellbeing"), ("gynhwysiant", "inclusion"), ("nghyfleusterau", "facilities")]
)
def test_words_that_only_the_lexicon_knows_are_found_mutated(mutated: str, english: str) -> None:
    assert english in in_english(f"mae {mutated} yn y cyngor").replace("well-being", "wellbeing")
