"""What every suite keeps to: names, cases, and what is never told."""

from __future__ import annotations

import importlib
from pathlib import Path

import evals.suites
from evals.datamodel import Report
from evals.gold.records import load
from evals.planted.faults import KINDS
from evals.report.headline import HEADLINE
from evals.run import Run
from evals.suites import SUITES, benchmarks, checker, labelled_pairs
from evals.system import System

SHARED = {"__init__", "of_replies", "of_sentences", "labelled_pairs"}


def test_every_suite_has_its_file_and_every_file_its_suite() -> None:
    files = {path.stem for path in Path(str(evals.suites.__file__)).parent.glob("*.py")} - SHARED
    assert files == set(SUITES)
    assert all(callable(importlib.import_module(f"evals.suites.{suite}").measure) for suite in SUITES)


def test_figures_are_named_by_suite_and_once(good: Report) -> None:
    names = [one.name for one in good.figures]
    assert len(names) == len(set(names))
    assert all(name.split(".")[0] == outcome.suite for outcome in good.outcomes for name in (one.name for one in outcome.figures))
    assert all(0 <= one.mean <= 1 and one.n > 0 for one in good.figures if one.better != "neither")
    assert {name.split(".")[0] for name in HEADLINE} <= set(SUITES)
    assert {name for name in HEADLINE if name.split(".")[0] in {one.suite for one in good.outcomes}} <= set(names)


def test_held_out_questions_are_in_the_figures_and_in_no_case(good: Report) -> None:
    held = {one.id for one in load() if one.split == "held_out"}
    assert any(one.held_out for one in good.figures)
    assert not held & {case.id for outcome in good.outcomes for case in outcome.cases}
    assert not held & {case for one in good.figures for case in one.values}


def test_every_kind_of_fault_has_its_figure(good: Report) -> None:
    names = {one.name for one in good.figures}
    assert {f"checker.caught.{kind.replace(' ', '_')}" for kind in KINDS} <= names


def test_benchmarks_say_what_the_folder_lacks(system: System, tmp_path: Path) -> None:
    assert "--data" in str(benchmarks.measure(Run(system)).note)
    outcome = benchmarks.measure(Run(system, data=tmp_path))
    assert outcome.figures == ()
    assert "no qmsum" in str(outcome.note)
    assert labelled_pairs.figures_of_pairs(Run(system), tmp_path) == []
    assert "no faithfulness.jsonl.gz" in str(checker.measure(Run(system, data=tmp_path, faults=1)).note)
