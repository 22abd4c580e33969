"""What counts as a drop, and how the baseline is moved."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from evals.baseline import BASELINE, dropped, moved, read, write
from evals.datamodel import Better, Figure, Outcome, Report
from evals.figures import Scored, figure, mean_of
from ingest.errors import InputError

DAY = dt.date(2025, 11, 3)


def of(values: list[float], better: Better = "high", name: str = "answers.fact_recall") -> Figure:
    made = figure(name, "x", [Scored(f"q{number}", "dev", value) for number, value in enumerate(values)], better)
    assert made is not None
    return made


def report(*figures: Figure, engine: str = "quote") -> Report:
    suites: dict[str, list[Figure]] = {}
    for one in figures:
        suites.setdefault(one.name.split(".")[0], []).append(one)
    outcomes = tuple(Outcome(suite=suite, figures=tuple(some)) for suite, some in suites.items())
    return Report(version="1", engine=engine, embedding="e", split="all", outcomes=outcomes)


def red(before: Figure, now: Figure) -> list[str]:
    return [one.line() for one in dropped(report(now), moved(report(before), "for the test only", None, DAY))]


GOOD = [1.0] * 40 + [0.0] * 10


def test_a_drop_within_its_noise_is_none() -> None:
    assert red(of(GOOD), of(GOOD)) == []
    assert red(of(GOOD), of([0.0, *GOOD[1:]])) == []
    assert red(of(GOOD), of([0.0] * 6 + GOOD[6:40] + [1.0] * 6 + GOOD[46:])) == []


def test_a_drop_beyond_it_is_named_with_both_values() -> None:
    found = red(of(GOOD), of([0.0] * 6 + GOOD[6:]))
    assert len(found) == 1
    assert found[0].startswith("answers.fact_recall was 0.800 and is 0.680 (compared case by case")


def test_of_what_is_better_low_a_rise_is_the_drop() -> None:
    bad = [0.0] * 40 + [1.0] * 10
    assert red(of(bad, "low"), of([1.0] * 6 + bad[6:], "low"))
    assert red(of([1.0] * 6 + bad[6:], "low"), of(bad, "low")) == []
    assert red(of(GOOD, "neither"), of([0.0] * 50, "neither")) == []


def test_other_cases_are_compared_by_their_means() -> None:
    before = Figure(name="checker.caught", title="x", **mean_of([1.0] * 990 + [0.0] * 10).model_dump())
    slightly = Figure(name="checker.caught", title="x", **mean_of([1.0] * 985 + [0.0] * 15).model_dump())
    much = Figure(name="checker.caught", title="x", **mean_of([1.0] * 950 + [0.0] * 50).model_dump())
    assert red(before, slightly) == []
    assert "compared by means" in red(before, much)[0]


def test_a_suite_that_was_not_run_is_not_missed_and_a_figure_that_is_gone_is() -> None:
    before = moved(report(of(GOOD), of(GOOD, name="welsh.mrr"), of(GOOD, name="answers.all_facts")), "for the test only", None, DAY)
    assert [one.name for one in dropped(report(of(GOOD)), before)] == ["answers.all_facts"]


def test_another_engine_is_not_compared() -> None:
    with pytest.raises(InputError, match="engine quote with e, this run of llm"):
        list(dropped(report(of(GOOD), engine="llm"), moved(report(of(GOOD)), "for the test only", None, DAY)))


def test_the_baseline_is_written_and_read_and_keeps_every_reason(tmp_path: Path) -> None:
    first = moved(report(of(GOOD), of(GOOD, name="welsh.mrr")), "the first figures of all", None, DAY)
    better = moved(report(of([1.0] * 50)), "answers state more facts now", first, DAY)
    write(better, tmp_path / "b.json")
    again = read(tmp_path / "b.json")
    assert again == better
    assert [one.reason for one in again.moved] == ["the first figures of all", "answers state more facts now"]
    assert (again.figures["answers.fact_recall"].mean, again.figures["welsh.mrr"].mean) == (1.0, 0.8)
    assert list(dropped(report(of(GOOD, name="welsh.mrr")), again)) == []
    assert red(of(GOOD), of(GOOD)) == []
    assert [one.name for one in dropped(report(of(GOOD)), again)] == ["answers.fact_recall"]


def test_what_is_measured_on_other_data_is_not_kept() -> None:
    external = of(GOOD, name="benchmarks.qmsum_hit_at_5").model_copy(update={"external": True})
    assert moved(report(external), "for the test only", None, DAY).figures == {}


@pytest.mark.parametrize("text", ["", "{}", "[1", '{"figures": 3}'])
def test_a_file_that_is_no_baseline_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"b\.json is not a baseline"):
        read(path)
    with pytest.raises(InputError, match="No such file"):
        read(tmp_path / "none.json")


def test_the_committed_baseline_is_one_and_says_why() -> None:
    kept = read(BASELINE)
    assert kept.moved
    assert {"retrieval.recall_at_8", "answers.fact_recall", "abstention.recall", "summaries.faithfulness", "checker.caught"} <= set(
        kept.figures
    )
