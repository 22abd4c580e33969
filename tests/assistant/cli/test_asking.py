"""minutewise ask --chat and --dry-run: a conversation a line, and what an answer would cost."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.conftest import Ran, Run


@pytest.fixture
def typing(command: Run, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `ask --chat` with lines on standard input."""

    def run(*words: str, typed: str = "") -> Ran:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        return command("ask", "--chat", *words, "--library", tiny_folder)

    return run


def test_a_conversation(typing: Run) -> None:
    ran = typing(typed="What did the roofer quote for the bandstand?\n\n  \nAnd how many slates had it lost?\n")
    assert (ran.code, ran.err) == (0, "")
    first, asked, second = ran.out.partition("Asked as: ")
    assert asked, "the follow-up is shown as it was understood"
    assert "£4,350" in first
    assert second.startswith("How many slates had it lost (roofer quote bandstand")
    assert "nine slates" in " ".join(second.split())
    assert ran.out.count("Sources") == 2


def test_the_first_question_may_be_given(typing: Run) -> None:
    ran = typing("What did the roofer quote for the bandstand?", typed="And how many slates had it lost?")
    assert ran.code == 0
    assert ran.out.count("Sources") == 2


def test_an_abstention_is_nothing_to_go_on_from(typing: Run) -> None:
    ran = typing(typed="Which cryptocurrency exchange pays dividends?\nWhy?\n")
    assert ran.code == 0
    assert "Asked as" not in ran.out


def test_each_answer_is_a_line_of_json(typing: Run) -> None:
    ran = typing("--json", typed="What did the roofer quote for the bandstand?\nAnd how many slates had it lost?\n")
    first, second = map(json.loads, ran.out.splitlines())
    assert first["provenance"]["rewritten"] is None
    assert "bandstand" in second["provenance"]["rewritten"]
    assert second["question"] == "And how many slates had it lost?"


def test_no_question_at_all_ends_well(typing: Run) -> None:
    assert typing() == Ran(0, "", "")


def test_a_failing_model_does_not_end_the_conversation(typing: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("MINUTEWISE_MODEL", "invented")
    ran = typing("--engine", "llm", typed="What did the roofer quote for the bandstand?\nHow many slates did the bandstand lose?\n")
    assert ran.code == 0
    assert ran.err.count("cannot be reached") == 2
    assert "Traceback" not in ran.err
    ran = typing(typed="What did the roofer quote for the bandstand?\n")
    assert ran.code == 0
    assert "£4,350" in ran.out
    assert "the minutes' own sentences instead" in " ".join(ran.err.split())


def test_a_dry_run_tells_the_cost_and_asks_nobody(command: Run, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = command("ask", "What did the roofer quote?", "--dry-run", "--library", tiny_folder)
    assert (ran.code, ran.err) == (0, "")
    assert "Nothing would be sent" in ran.out
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("MINUTEWISE_MODEL", "invented")
    monkeypatch.setenv("MINUTEWISE_PRICE_IN", "2")
    monkeypatch.setenv("MINUTEWISE_PRICE_OUT", "8")
    ran = command("ask", "What did the roofer quote for the bandstand?", "--dry-run", "--library", tiny_folder)
    assert (ran.code, ran.err) == (0, "")
    assert "invented would be sent about" in " ".join(ran.out.split())
    assert "at most $0.0" in " ".join(ran.out.split())
    told = json.loads(command("ask", "What did the roofer quote?", "--dry-run", "--json", "--library", tiny_folder).out)
    assert set(told) == {"passages", "usage", "reason"}


@pytest.mark.parametrize("words", [("--dry-run", "--chat"), ("--dry-run",), ()])
def test_wrong_use(words: tuple[str, ...], command: Run, tiny_folder: Path) -> None:
    ran = command("ask", *words, "--library", tiny_folder)
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 2
