"""The background work at the start: it leaves nothing behind but warmth."""

from __future__ import annotations

import pytest

from ingest.library import Library
from page.sharing import share
from page.tabs.shared import Shared
from page.warming import warming


def test_questions_to_begin_with_are_ready_and_nothing_is_logged(
    tiny: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINUTEWISE_ANSWERS_LOG", "library")
    shared = Shared(share(tiny), "quote")
    with warming(shared) as work:
        work.join(60)
    assert not list(tiny.folder.glob("*.jsonl"))
    assert "en" in shared._first
    assert "Traceback" not in capsys.readouterr().err


def test_an_empty_or_broken_library_stops_nothing(tiny: Library, capsys: pytest.CaptureFixture[str]) -> None:
    shared = Shared(share(tiny), "quote")
    shared.library.lookup = None  # type: ignore[assignment]
    with warming(shared) as work:
        work.join(60)
    assert "Traceback" in capsys.readouterr().err


def test_it_has_ended_when_the_page_is_closed_at_once(tiny: Library) -> None:
    with warming(Shared(share(tiny), "quote")) as work:
        pass
    assert not work.is_alive()
