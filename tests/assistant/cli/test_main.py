"""The command line as a shell sees it: exit codes, two lines on stderr, and a help that loads nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.cli import COMMANDS
from tests.conftest import ROOT, Run

HEAVY = {
    "pydantic",
    "numpy",
    "chromadb",
    "langchain",
    "langchain_core",
    "gradio",
    "onnxruntime",
    "tokenizers",
    "openai",
    "rich",
    "selectolax",
    "pypandoc",
}


def loaded_by(*words: str) -> set[str]:
    """The top-level modules that a command loads."""
    program = (
        "import sys\nfrom assistant.cli import main\nsys.argv = ['minutewise', *sys.argv[1:]]\n"
        "try:\n    main()\nfinally:\n    print('\\n' + ' '.join({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


def test_help_loads_nothing_heavy() -> None:
    assert not loaded_by("--help") & HEAVY


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("app", "doctor")])
def test_a_commands_help_loads_no_library(name: str) -> None:
    assert not loaded_by(name, "--help") & (HEAVY - {"pydantic", "openai"})


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_listed_and_helps_with_examples(name: str, command: Run) -> None:
    assert f"  {name} " in command("--help").out
    ran = command(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"minutewise {name}" in ran.out
    if name != "app":
        assert "Examples:" in ran.out
        assert "--json" in ran.out
        assert "--library" in ran.out or name == "eval", "it makes its own"


def test_the_version_is_told(shell: Run) -> None:
    assert shell("--version").out.startswith("minutewise ")


def test_no_command_shows_the_help(command: Run) -> None:
    ran = command()
    assert ran.code == 2
    assert "Commands:" in ran.out
    assert "error" not in ran.err


WRONG: dict[str, tuple[str, ...]] = {
    "unknown command": ("nonsense",),
    "unknown option": ("ask", "--nonsense"),
    "no question": ("ask",),
    "question twice": ("ask", "why", "--questions", str(ROOT / "README.md")),
    "no query": ("search",),
    "no paths": ("ingest",),
    "a bad date": ("meetings", "--from", "yesterday"),
    "an impossible date": ("meetings", "--from", "2024-02-30"),
    "dates the wrong way round": ("meetings", "--from", "2025-01-01", "--to", "2024-01-01"),
    "an empty filter": ("meetings", "--body", ""),
    "a bad language": ("search", "x", "--language", "fr"),
    "no passages wanted": ("search", "x", "-k", "0"),
    "no such file of questions": ("ask", "--questions", "/nowhere.jsonl"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_use_is_exit_code_2_and_two_lines(name: str, command: Run, sample_copy: Path) -> None:
    words = WRONG[name] if name.startswith("unknown command") else (*WRONG[name], "--library", str(sample_copy))
    ran = command(*words)
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.splitlines()
    assert lines[0].startswith("error: ")
    assert len(lines) == 2
    assert "--help" in lines[1]


@pytest.mark.parametrize("words", [("ask", "why"), ("search", "why"), ("meetings",), ("summarise", "Cabinet")])
def test_without_a_library_it_is_said_how_to_make_one(words: tuple[str, ...], command: Run, tmp_path: Path) -> None:
    ran = command(*words, "--library", tmp_path / "none")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        f"error: there is no library in {tmp_path}/none",
        "  make one with `minutewise ingest FILES`, or name another with --library",
    ]


def test_a_library_of_another_model_is_exit_code_2(command: Run, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEWISE_EMBEDDING", "openai:text-embedding-3-small")
    ran = command("meetings", "--library", tiny_folder)
    assert (ran.code, len(ran.err.splitlines())) == (2, 2)
    assert "embedded with minilm" in ran.err


def test_a_wrong_setting_is_exit_code_2(command: Run, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEWISE_CHUNK_TOKENS", "many")
    ran = command("meetings", "--library", tiny_folder)
    assert (ran.code, len(ran.err.splitlines())) == (2, 2)
    assert "MINUTEWISE_CHUNK_TOKENS is 'many'" in ran.err


def test_a_damaged_library_is_exit_code_2(command: Run, tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(b"no tables here " * 100)
    ran = command("ask", "why", "--library", tmp_path)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 2)


def test_wanting_a_model_without_one_is_exit_code_3(command: Run, sample_copy: Path) -> None:
    ran = command("ask", "why was the pool closed?", "--engine", "llm", "--library", sample_copy)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 2)


def test_a_reader_that_stops_reading_sees_no_traceback(sample_copy: Path) -> None:
    words: list[str | Path] = [
        sys.executable,
        "-c",
        "from assistant.cli import main; main()",
        "search",
        "council",
        "-k",
        "300",
        "--json",
        "--library",
        sample_copy,
    ]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    assert running.stdout
    assert running.stderr
    running.stdout.read(10)
    running.stdout.close()
    assert b"Traceback" not in running.stderr.read()
    running.stderr.close()
    running.wait(60)


def test_ctrl_c_is_two_lines_and_the_library_stays_usable(tmp_path: Path, command: Run) -> None:
    program = (
        "import os, signal, ingest.pipeline as p\nfrom assistant.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # whoever started the tests may have had it ignored
        "real = p.chunks\ndef struck(*given):\n    os.kill(os.getpid(), signal.SIGINT)\n    return real(*given)\np.chunks = struck\nmain()"
    )
    files = ROOT / "samples" / "minutes" / "2024-04-23-cabinet.html"
    done = subprocess.run(
        [sys.executable, "-c", program, "ingest", files, "--library", tmp_path / "library"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode in (130, -signal.SIGINT)
    assert "Traceback" not in done.stderr
    assert "stopped" in done.stderr
    assert json.loads(command("meetings", "--json", "--library", tmp_path / "library").out) == []


def test_bytes_that_are_no_text_are_no_traceback(shell: Run, sample_copy: Path) -> None:
    ran = shell("search", os.fsdecode(b"pool \xff roof"), "--json", "--library", sample_copy)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["query"] == "pool ? roof"
