"""The log of answers is off unless asked for, only grows, forgets what is old, and never costs an answer."""

from __future__ import annotations

import datetime as dt
import json
import stat
from pathlib import Path

import pytest

from assistant.answer import Answerer
from assistant.answers_log import AnswersLog, log_configured
from assistant.datamodel import Answer, Provenance, Question
from assistant.engines.quote import QuoteEngine
from ingest.errors import InputError
from ingest.library import Library

ANSWER = Answer(question="Why — “pŵl”?", provenance=Provenance(engine="quote", embedding="minilm"))


def lines(path: Path) -> list[dict[str, object]]:
    """The records of a log."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def aged(days: int, question: str) -> str:
    """A line written so many days ago."""
    when = dt.datetime.now(dt.UTC) - dt.timedelta(days=days)
    return json.dumps({"time": when.isoformat(timespec="seconds"), "question": question}) + "\n"


def test_nothing_is_logged_unless_asked_for(tiny: Library) -> None:
    Answerer(tiny, QuoteEngine(tiny.embedder.embed)).answer(Question(text="What did the roofer ask for the bandstand?"))
    assert not list(tiny.folder.glob("*.jsonl"))
    assert log_configured(tiny.folder) is None


def test_an_answer_is_a_line(tiny: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEWISE_ANSWERS_LOG", "library")
    answerer = Answerer(tiny, QuoteEngine(tiny.embedder.embed))
    answer = answerer.answer(Question(text="What did the roofer ask for the bandstand?"))
    answerer.answer(Question(text="Which cryptocurrency exchange pays dividends?"))
    first, second = lines(tiny.folder / "answers.jsonl")
    assert (first["question"], first["answer"], first["engine"]) == (answer.question, answer.text, "quote")
    assert first["citations"] == [{"key": one.key, "passage": one.passage.id} for one in answer.citations]
    assert isinstance(first["provenance"], dict)
    assert first["provenance"]["embedding"] == "all-MiniLM-L6-v2/int8"
    assert dt.datetime.fromisoformat(str(first["time"])).tzinfo is not None
    assert (second["abstention"], second["citations"]) == ("no_match", [])
    assert answer.provenance.note is None


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    AnswersLog(tmp_path / "log.jsonl").added(ANSWER)
    assert stat.S_IMODE((tmp_path / "log.jsonl").stat().st_mode) == 0o600


def test_old_lines_are_dropped_and_young_ones_stay(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(aged(40, "old") + aged(31, "old too") + aged(2, "young"), encoding="utf-8")
    AnswersLog(path, keep_days=30).added(ANSWER)
    assert [one["question"] for one in lines(path)] == ["young", ANSWER.question]
    assert [one.name for one in tmp_path.iterdir()] == ["log.jsonl"], "nothing is left beside it"


def test_without_a_limit_everything_stays(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(aged(4000, "old"), encoding="utf-8")
    AnswersLog(path).added(ANSWER)
    assert [one["question"] for one in lines(path)] == ["old", ANSWER.question]


def test_the_file_is_rewritten_once_a_day_at_most(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(aged(31, "old") + aged(30, "of the day that is falling out"), encoding="utf-8")
    log = AnswersLog(path, keep_days=30)
    log.added(ANSWER)
    file = path.stat().st_ino
    log.added(ANSWER)
    assert path.stat().st_ino == file
    assert "old" not in {one["question"] for one in lines(path)}


def test_a_torn_last_line_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_text(aged(1, "whole") + '{"time": "20', encoding="utf-8")
    AnswersLog(path).added(ANSWER)
    told = path.read_text(encoding="utf-8").splitlines()
    assert len(told) == 3
    assert json.loads(told[2])["question"] == ANSWER.question


def test_a_log_that_cannot_be_written_costs_no_answer(tmp_path: Path) -> None:
    answer = AnswersLog(tmp_path / "absent" / "log.jsonl").added(ANSWER)
    assert answer.question == ANSWER.question
    assert "was not logged" in (answer.provenance.note or "")


@pytest.mark.parametrize("value", ["soon", "0", "-3", "1.5"])
def test_a_wrong_number_of_days_is_told(value: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MINUTEWISE_ANSWERS_LOG", str(tmp_path / "log.jsonl"))
    monkeypatch.setenv("MINUTEWISE_ANSWERS_KEEP_DAYS", value)
    with pytest.raises(InputError, match="MINUTEWISE_ANSWERS_KEEP_DAYS") as caught:
        log_configured(tmp_path)
    assert value in caught.value.message


def test_a_file_of_ones_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MINUTEWISE_ANSWERS_LOG", str(tmp_path / "log.jsonl"))
    log = log_configured(tmp_path / "library")
    assert log is not None
    assert log.path == tmp_path / "log.jsonl"
