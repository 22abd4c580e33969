"""How long 20 users who ask at once wait for their answers: `python -m tests.page.load` (figures in docs/page.md).

Starts the page over a fresh library of the samples, asks once, then lets 20 threads ask different questions at once, three times.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from docs.examples.ask import Page
from tests.page.conftest import free_port

USERS = 20
ROUNDS = 3
QUESTIONS = (
    "What was said about foster carer recruitment?",
    "What was decided about the leisure centre?",
    "Who voted against the budget?",
    "How much was recovered from duplicate supplier payments?",
    "What did the petition about the pool ask for?",
    "What was said about post-16 transport?",
    "What was decided about community defibrillators?",
    "Which playgrounds will be replaced?",
    "What is the waiting time for domiciliary care?",
    "Which crematorium will be built on Mars?",
)


def main() -> int:
    """Prints the figures; 1 if a user got no answer."""
    with tempfile.TemporaryDirectory() as folder:
        library, port = Path(folder) / "library", free_port()
        run = [sys.executable, "-c", "from assistant.cli import main; main()"]
        subprocess.run([*run, "ingest", "samples/minutes", "--library", str(library), "--json"], check=True, stdout=subprocess.DEVNULL)
        started = time.perf_counter()
        server = subprocess.Popen([sys.executable, "app.py", "--library", str(library), "--port", str(port)], stdout=subprocess.DEVNULL)
        try:
            return _measure(f"http://127.0.0.1:{port}/", started, server.pid)
        finally:
            server.terminate()
            server.wait(30)


def _measure(url: str, started: float, pid: int) -> int:
    while True:
        try:
            urllib.request.urlopen(url, timeout=2).close()
            break
        except OSError:
            time.sleep(0.05)
    up = time.perf_counter() - started
    print(f"page up after {up:.1f} s{_worked(pid)}, on {os.cpu_count()} cores at load {os.getloadavg()[0]:.1f}")
    time.sleep(2)  # nobody types faster
    print(f"first answer after {_asked(url, QUESTIONS[0]):.2f} s")
    print(f"the same again after {_asked(url, QUESTIONS[0]):.2f} s")
    for number in range(1, ROUNDS + 1):
        gate = threading.Barrier(USERS)

        def visit(user: int, gate: threading.Barrier = gate) -> float:
            gate.wait()
            return _asked(url, QUESTIONS[user % len(QUESTIONS)])

        with ThreadPoolExecutor(USERS) as pool:
            seconds = sorted(pool.map(visit, range(USERS)))
        told = f"fastest {seconds[0]:.2f} s, median {statistics.median(seconds):.2f} s, slowest {seconds[-1]:.2f} s"
        print(f"{USERS} users at once, round {number}: {told}")
    return 0


def _worked(pid: int) -> str:
    """How much of a processor a process has used: on a busy machine that says more than the clock. Linux tells it."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return ""
    return f", {(int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK'):.1f} s of a processor"


def _asked(url: str, question: str) -> float:
    started = time.perf_counter()
    answer = Page(url).call("ask", question=question)
    assert answer["question"] == question
    assert answer["abstained"] or answer["sentences"]
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
