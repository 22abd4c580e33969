"""Many visitors at once, and the ways in which a stream ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.datamodel import Filters
from ingest.library import Library
from page import asking
from page.asking import Asked
from page.sharing import share
from page.uploads import take_in
from page.wording import words
from page.working import Stopped, Stops, each
from tests.page.test_uploads import written

ANSWERS = (
    ("How much was the quotation for the bandstand?", "£4,350"),
    ("What precept was recommended to the Council?", "£61,200"),
    ("What had the Christmas lights cost?", "£2,915"),
)


def test_twenty_visitors_each_get_their_own_answer_while_files_come_in(tiny: Library, tmp_path: Path) -> None:
    shared = share(tiny)

    def visit(number: int) -> bool:
        question, told = ANSWERS[number % len(ANSWERS)]
        *_, last = asking.ask(shared, "quote", Asked(question, Filters()), words("en"), threading.Event())
        (exchange,) = last.exchanges
        return not last.busy and exchange.question == question and exchange.answer is not None and told in exchange.answer.text

    with ThreadPoolExecutor(20) as pool:
        coming = pool.submit(
            lambda: [one.result for one in take_in(shared, [written(tmp_path / "in", f"{n}.txt", plots=n) for n in range(3)])]
        )
        assert all(pool.map(visit, range(20)))
        assert coming.result() == ["added"] * 3


def test_a_reader_never_sees_half_a_document(tiny: Library, tmp_path: Path) -> None:
    shared = share(tiny)
    file = written(tmp_path / "in", "march.txt")
    stop = threading.Event()
    halves: list[str] = []

    def look() -> None:
        while not stop.is_set():
            halves.extend(one.path for one in shared.lookup.documents() if not one.passages)

    watcher = threading.Thread(target=look)
    watcher.start()
    for plots in range(8, 14):
        written(tmp_path / "in", "march.txt", plots=plots)
        list(take_in(shared, [file]))
    stop.set()
    watcher.join()
    assert not halves


def test_stopping_ends_the_wait_at_once_and_the_work_at_its_next_step() -> None:
    closed = threading.Event()
    done: list[int] = []

    def work() -> Iterator[int]:
        try:
            for number in range(100):
                done.append(number)
                yield number
                time.sleep(0.3)
        finally:
            closed.set()

    stops = Stops()
    stream = each(work, stops.new("visitor"))
    assert next(stream) == 0
    started = time.perf_counter()
    stops.stop("somebody else")
    threading.Timer(0.05, stops.stop, ["visitor"]).start()
    with pytest.raises(Stopped):
        list(stream)
    assert time.perf_counter() - started < 1
    assert closed.wait(2)
    assert len(done) < 6


def test_what_goes_wrong_in_the_work_is_raised_to_the_visitor() -> None:
    def work() -> Iterator[int]:
        yield 1
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        list(each(work, threading.Event()))


def test_a_fault_of_ours_is_told_without_a_traceback(tiny: Library, capsys: pytest.CaptureFixture[str]) -> None:
    broken = share(tiny)
    broken.lookup = None  # type: ignore[assignment]
    *_, last = asking.ask(broken, "quote", Asked("What was said?", Filters()), words("en"), threading.Event())
    assert not last.busy
    assert "inside Minutewise" in last.exchanges[-1].shown
    assert "Traceback" not in last.exchanges[-1].shown
    assert "Traceback" in capsys.readouterr().err
