"""A batch: resumed after a kill without doing anything twice, no failure stops the rest, the same work makes the same edition."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.datamodel import Evidence, Proposal, Style
from assistant.engines.quote import QuoteEngine
from assistant.newsletter import Desk, Done, Period, propose, template_for
from assistant.publicity import Rules
from ingest.datamodel import AgendaItem, Filters, Meeting
from ingest.errors import ChatServiceError
from ingest.library import Library
from tests.assistant.newsletter.penllyn import YEAR
from tests.assistant.newsletter.test_proposing import HALF
from tests.assistant.test_answer import Scripted
from tests.conftest import ROOT

PERIOD = Period(first=dt.date(2024, 1, 1), last=dt.date(2024, 12, 31))
RESIDENTS = template_for("residents")


def quote(library: Library) -> QuoteEngine:
    return QuoteEngine(library.embedder.embed)


class Counting(QuoteEngine):
    """Counts the items that it is asked for; fails on those whose title it is told, as a model would."""

    failing: tuple[str, ...] = ()

    def __init__(self, library: Library) -> None:
        super().__init__(library.embedder.embed)
        self.name = "llm"
        self.asked: list[str] = []

    def summarise(self, meeting: Meeting, item: AgendaItem, evidence: Sequence[Evidence], style: Style) -> Iterator[Proposal]:
        """As the embedded engine does, or not."""
        self.asked.append(item.title)
        if any(part in item.title for part in self.failing):
            raise ChatServiceError("the server refused", "ask otherwise", reason="refused")
        return super().summarise(meeting, item, evidence, style)


def test_an_edition_by_theme_with_its_words_filled_in(year: Library) -> None:
    made = Desk(year, quote(year)).draft(propose(year, YEAR), period=PERIOD)
    assert made.title == "News from Penllyn Town Council"
    assert "from 1 January to 31 December 2024" in made.introduction
    assert made.template == RESIDENTS.ref
    assert made.signed_by is None
    themes = [article.theme for article in made.articles]
    assert themes == sorted(themes, key=themes.index), "a theme is one run"
    assert {article.status for article in made.articles if article.headline.startswith("Precept")} == {"draft"}


def test_the_same_work_makes_the_same_edition(year: Library) -> None:
    first, second = (Desk(year, quote(year)).draft(propose(year, YEAR), period=PERIOD).model_dump_json() for _ in range(2))
    assert first == second


def test_one_story_alone(year: Library) -> None:
    candidate = propose(year, YEAR)[0]
    article = Desk(year, quote(year)).draft_one(candidate)
    assert article.id == candidate.id
    assert article.score == candidate.score
    assert article.reasons == candidate.reasons


def test_progress_is_told_story_by_story(year: Library) -> None:
    told: list[tuple[int, int, str]] = []
    candidates = propose(year, YEAR)
    Desk(year, quote(year)).work(candidates, template=RESIDENTS, progress=lambda done, of, one: told.append((done, of, one.candidate.id)))
    assert told == [(place, len(candidates), one.id) for place, one in enumerate(candidates, 1)]


def test_finished_stories_are_not_written_again(year: Library, tmp_path: Path) -> None:
    candidates = propose(year, YEAR)
    engine = Counting(year)
    first = Desk(year, engine, kept=tmp_path).work(candidates[:2], template=RESIDENTS)
    assert len(engine.asked) == 2
    second = Desk(year, engine, kept=tmp_path).work(candidates, template=RESIDENTS)
    assert len(engine.asked) == len(candidates), "the two were not asked for again"
    assert [one.status for one in second[:2]] == ["kept", "kept"]
    assert [one.article for one in second[:2]] == [one.article for one in first]


def test_another_style_or_engine_is_other_work(year: Library, tmp_path: Path) -> None:
    candidates = propose(year, YEAR)[:1]
    Desk(year, quote(year), kept=tmp_path).work(candidates, template=RESIDENTS)
    desk = Desk(year, quote(year), kept=tmp_path)
    assert desk.unfinished(candidates, RESIDENTS) == ()
    assert desk.unfinished(candidates, template_for("members")) == candidates
    assert desk.unfinished(candidates, RESIDENTS, bilingual=True) == candidates
    assert Desk(year, Scripted(), kept=tmp_path).unfinished(candidates, RESIDENTS) == candidates


def test_a_damaged_file_is_work_still_to_be_done(year: Library, tmp_path: Path) -> None:
    candidates = propose(year, YEAR)[:1]
    Desk(year, quote(year), kept=tmp_path).work(candidates, template=RESIDENTS)
    kept = next((tmp_path / ".work").glob("*.json"))
    kept.write_text(kept.read_text(encoding="utf-8")[:50], encoding="utf-8")
    assert Desk(year, quote(year), kept=tmp_path).work(candidates, template=RESIDENTS)[0].status == "drafted"


def test_one_that_fails_stops_no_other(year: Library, tmp_path: Path) -> None:
    engine = Counting(year)
    engine.failing = ("LITTER",)
    candidates = propose(year, YEAR)
    done = Desk(year, engine, kept=tmp_path).work(candidates, template=RESIDENTS)
    failed = [one for one in done if one.status == "failed"]
    assert [one.candidate.title for one in failed] == ["Litter bins"]
    assert "the server refused" in (failed[0].error or "")
    assert len([one for one in done if one.article]) == len(candidates) - 1
    engine.failing = ()
    assert [one.status for one in Desk(year, engine, kept=tmp_path).work(candidates, template=RESIDENTS)].count("drafted") == 1


def test_a_failing_model_gives_way_to_the_fallback_and_says_so(year: Library, tmp_path: Path) -> None:
    engine = Counting(year)
    engine.failing = ("",)
    candidates = propose(year, YEAR)[:1]
    done = Desk(year, engine, quote(year), kept=tmp_path).work(candidates, template=RESIDENTS)[0]
    assert done.article
    assert done.article.provenance.engine == "quote"
    assert "the server refused" in (done.article.provenance.note or "")
    assert not list((tmp_path / ".work").glob("*.json")), "the model's own story is still to be written"


def test_stories_are_asked_for_at_once(year: Library) -> None:
    together = threading.Barrier(2, timeout=20)

    class Waiting(Counting):
        def summarise(self, meeting: Meeting, item: AgendaItem, evidence: Sequence[Evidence], style: Style) -> Iterator[Proposal]:
            together.wait()
            return super().summarise(meeting, item, evidence, style)

    done = Desk(year, Waiting(year), concurrency=2).work(propose(year, YEAR)[:2], template=RESIDENTS)
    assert [one.status for one in done] == ["drafted", "drafted"]


def test_before_an_election_members_and_disputes_are_left_out(samples: Library) -> None:
    desk = Desk(samples, quote(samples), rules=Rules(pre_election=True))
    done = desk.work(propose(samples, HALF, top=12), template=RESIDENTS)
    made = desk.edition(done, RESIDENTS, Period(first=dt.date(2025, 1, 1), last=dt.date(2025, 7, 31)))
    assert made.banner
    told = " ".join(sentence.text for article in made.articles for sentence in article.sentences)
    assert "Councillor " not in told
    left_out = [one for one in done if one.status == "left out"]
    assert any("Revenue budget" in one.candidate.title for one in left_out)
    assert all(one.error for one in left_out)
    assert made.articles


def done_of(library: Library, folder: Path) -> tuple[Done, ...]:
    return Desk(library, quote(library), kept=folder).work(propose(library, Filters(), top=40), template=template_for("members"))


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
def test_killed_in_the_middle_and_run_again_does_nothing_twice(samples: Library, sample_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_folder, tmp_path / "library")
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    assert [one.status for one in done_of(samples, whole)] == ["drafted"] * 40
    program = (
        "import sys; from pathlib import Path; from ingest.library import Library; from ingest.settings import Settings\n"
        "from tests.assistant.newsletter.test_desk import done_of\n"
        "with Library(Settings(library=Path(sys.argv[1]))) as library:\n"
        "    done_of(library, Path(sys.argv[2]))"
    )
    broken = subprocess.Popen(
        [sys.executable, "-c", program, tmp_path / "library", killed], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    work = killed / ".work"
    while broken.poll() is None and len(list(work.glob("*.json")) if work.exists() else []) < 12:
        time.sleep(0.002)
    broken.send_signal(signal.SIGKILL)
    broken.communicate()
    times = {path.name: path.stat().st_mtime_ns for path in work.glob("*.json")}
    assert 12 <= len(times) < 40, "it was killed in the middle"
    statuses = [one.status for one in done_of(samples, killed)]
    assert statuses.count("kept") == len(times)
    assert statuses.count("drafted") == 40 - len(times)
    assert all((work / name).stat().st_mtime_ns == made for name, made in times.items()), "no finished story was touched"
    same = {path.name: path.read_bytes() for path in (whole / ".work").glob("*.json")}
    assert {path.name: path.read_bytes() for path in work.glob("*.json")} == same
