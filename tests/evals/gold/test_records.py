"""The gold set is sound, and its check names what is not."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from evals.gold.check import main as check_set
from evals.gold.check import problems
from evals.gold.records import Answerable, Record, Unanswerable, load, split_of, states
from evals.gold.sources import read_sources, source_of
from ingest.errors import InputError

SOURCES = read_sources()
RECORDS = load()
ANSWERABLE = [one for one in RECORDS if isinstance(one, Answerable)]
UNANSWERABLE = [one for one in RECORDS if isinstance(one, Unanswerable)]
BY_ID: dict[str, Record] = {one.id: one for one in RECORDS}


def languages(one: Answerable) -> set[str]:
    return {SOURCES[place.source].language for place in one.evidence}


def changed(name: str, **fields: Any) -> list[str]:
    """What the check says of one record with some fields changed."""
    record = BY_ID[name]
    return list(problems([type(record).model_validate(record.model_dump(by_alias=True) | fields)], SOURCES))


def with_text(name: str, text: str) -> list[str]:
    evidence = BY_ID[name].model_dump()["evidence"]
    return changed(name, evidence=[evidence[0] | {"text": text}, *evidence[1:]])


def test_set_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert check_set() == 0
    assert "nothing wrong" in capsys.readouterr().out


def test_set_is_large_and_spread() -> None:
    assert len(ANSWERABLE) >= 135
    assert len(UNANSWERABLE) >= 75
    assert min(Counter(one.kind for one in ANSWERABLE).values()) >= 10
    assert min(Counter(one.expected for one in UNANSWERABLE).values()) >= 12
    assert {place.source for one in ANSWERABLE for place in one.evidence} == set(SOURCES)
    assert 0.25 < sum(one.split == "held_out" for one in RECORDS) / len(RECORDS) < 0.42


def test_welsh_questions_on_minutes_of_one_language_and_of_both() -> None:
    welsh = Counter(frozenset(languages(one)) for one in ANSWERABLE if one.language == "cy")
    assert all(welsh[frozenset(wanted)] >= 4 for wanted in ({"cy"}, {"en"}, {"cy", "en"}))


def test_evidence_that_is_not_verbatim_is_named() -> None:
    found = with_text("foster-households-2023", "there were 85 approved fostering households")
    assert any("not verbatim" in problem and "85 approved" in problem for problem in found)


def test_evidence_of_another_item_is_named() -> None:
    wrong = BY_ID["agency-dearer"].model_dump()["evidence"][0] | {"item": "5"}
    assert any("not verbatim" in problem for problem in changed("agency-dearer", evidence=[wrong]))
    assert any("has no item 99" in problem for problem in changed("agency-dearer", evidence=[wrong | {"item": "99"}]))
    assert any(
        "there is no source 2030" in problem for problem in changed("agency-dearer", evidence=[wrong | {"source": "2030-01-01-cabinet"}])
    )


def test_fact_that_one_alternative_does_not_bear_out_is_named() -> None:
    assert any("'1,960'" in problem for problem in changed("petition-signatures", facts=["1,960"]))


def test_fact_must_come_from_the_evidence_and_not_from_the_question() -> None:
    assert any("is not in the evidence" in problem for problem in changed("agency-dearer", facts=["£557"]))
    assert any("itself states" in problem for problem in changed("agency-dearer", question="Is it £556 more?"))


def test_copied_question_is_named() -> None:
    copied = changed("agency-dearer", question="Why is there a difference of £556 a week for every child?")
    assert any("copies the evidence" in problem for problem in copied)


def test_filters_that_shut_out_the_evidence_are_named() -> None:
    assert any("shut out" in problem for problem in changed("agency-dearer", filters={"from": "2025-01-01"}))


def test_out_of_coverage_filters_must_admit_nothing() -> None:
    assert any("admit no meeting" in problem for problem in changed("fostering-2022-filter", filters={"from": "2024-01-01"}))


def test_word_that_does_occur_is_named() -> None:
    assert any("does occur" in problem for problem in changed("tram", absent=["minibus"]))


def test_split_is_what_the_id_says() -> None:
    other = "dev" if split_of("tram") == "held_out" else "held_out"
    assert any("its id falls into" in problem for problem in changed("tram", split=other))
    assert split_of("tram") == split_of("tram")


def test_same_id_twice_is_named() -> None:
    assert any("id used 2 times" in problem for problem in problems([BY_ID["tram"], BY_ID["tram"]], SOURCES))


@pytest.mark.parametrize("line", ["{", '{"id": "x"}', '{"id": "x", "expected": "perhaps"}', "[]"])
def test_line_that_is_no_record_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    good = json.dumps(BY_ID["tram"].model_dump(mode="json"))
    path.write_text(f"{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2 is not a gold record"):
        load(path)


@pytest.mark.parametrize(
    ("fact", "text", "stated"),
    [
        ("61%", "some 61 % of placements", True),
        ("61%", "61 per cent", True),
        ("61%", "161 %", False),
        ("61%", "8.61%", False),
        ("£4.6 million", "ar gost o £4.6 miliwn", True),
        ("84", "1,084 and 84,000", False),
        ("84", "There were 84.", True),
        ("lost", "declared LOST", True),
        ("lost", "the lostwithiel", False),
    ],
)
def test_states(fact: str, text: str, stated: bool) -> None:
    assert states(fact, text) is stated


def test_item_page_belongs_to_its_meeting() -> None:
    assert source_of("/somewhere/2025-06-17-cabinet-cy-item-04.html") == "2025-06-17-cabinet-cy"
