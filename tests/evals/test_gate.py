"""The gate: a worse part turns it red, and names the figures that the part answers for; the same parts leave it green."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from assistant.abstention import Gate
from assistant.answer import Answerer
from assistant.datamodel import Filters, Question
from assistant.engines.quote import QuoteEngine
from assistant.finding.retrieve import Hits, Retriever
from evals.baseline import dropped, moved
from evals.datamodel import Report
from evals.report.json_record import as_json
from evals.system import System
from ingest.library import Library
from tests.evals.conftest import Measure

DAY = dt.date(2025, 11, 3)


class RandomRetriever(Retriever):
    """Finds passages by chance, as many as were asked for."""

    def search(self, text: str, filters: Filters = Filters(), k: int = 10) -> Hits:
        hits = super().search(text, filters, k)
        ids = sorted(self._library.lookup.admitted(filters))
        picked = random.Random(text).sample(ids, min(k, len(ids)))
        return hits.model_copy(update={"passages": tuple(self._library.lookup.passages([(name, 0.5) for name in picked]))})


class NeverSilent:
    """Lets every question through for which there is a passage."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    def abstention(self, question: Question, hits: Hits) -> object:
        """There is always an answer, where there are words to make one of."""
        return None if hits.passages else self._gate.abstention(question, hits)

    def __getattr__(self, name: str) -> object:
        return getattr(self._gate, name)


def red(report: Report, good: Report) -> set[str]:
    """The names of the figures that turn the gate red."""
    return {one.name for one in dropped(report, moved(good, "as it was before", None, DAY))}


def test_the_same_assistant_stays_green_and_gives_the_same_report(measured: Measure, good: Report) -> None:
    again = measured()
    assert red(again, good) == set()
    assert as_json(again, cases=True) == as_json(good, cases=True)
    assert again.figures == good.figures


def test_a_random_retriever_turns_retrieval_red(measured: Measure, good: Report, system: System, samples: Library) -> None:
    answerer = Answerer(samples, QuoteEngine(samples.embedder.embed))
    worse = RandomRetriever(samples)
    answerer._retriever = worse
    report = measured(search=worse.search, answerer=answerer)
    names = red(report, good)
    assert {"retrieval.recall_at_8", "retrieval.mrr", "retrieval.ndcg_at_10", "citations.gold_recall", "answers.fact_recall"} <= names
    assert not any(name.startswith("checker.") for name in names)


def test_a_dropped_check_turns_the_figure_of_its_faults_red(measured: Measure, good: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.grounding.checker.check_negation", lambda *_: [])
    names = red(measured("checker"), good)
    assert {"checker.caught.negation_added", "checker.caught.negation_dropped", "checker.caught"} <= names
    assert not names & {"checker.caught.figure", "checker.caught.name", "checker.caught.quotation", "checker.false_alarms"}


def test_an_engine_that_never_abstains_turns_abstention_red(measured: Measure, good: Report, samples: Library) -> None:
    answerer = Answerer(samples, QuoteEngine(samples.embedder.embed))
    answerer._gate = NeverSilent(answerer._gate)  # type: ignore[assignment]
    names = red(measured("retrieval", "answers", "abstention", answerer=answerer), good)
    assert {"abstention.recall", "abstention.right_kind"} <= names
    assert not any(name.startswith("retrieval.") for name in names)


def test_a_figure_that_is_gone_is_named(measured: Measure, good: Report) -> None:
    outcome = good.outcomes[0].model_copy(update={"figures": good.outcomes[0].figures[1:]})
    found = list(dropped(good.model_copy(update={"outcomes": (outcome,)}), moved(good, "as it was before", None, DAY)))
    assert [one.line() for one in found] == [f"retrieval.recall_at_1 is gone; it was {good.figures[0].mean:.3f}"]
