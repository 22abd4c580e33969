"""Documentation cannot lie: every `minutewise` line of the README and of the commands' help runs."""

from __future__ import annotations

import importlib
import json
import re
import shlex
import shutil
from pathlib import Path

import click
import docx
import pytest

from assistant.cli import COMMANDS, EPILOG
from tests.conftest import ROOT, Run

NOT_RUN = {"app", "bench", "eval"}  # one serves until it is stopped, its own tests start it; the others take minutes


def of_readme() -> list[str]:
    """The commands in the README's code blocks, with or without a prompt."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.removeprefix("$ ").startswith("minutewise ")]


def of_help() -> list[str]:
    """The commands in the examples of the help."""
    texts = [EPILOG]
    for place, _ in COMMANDS.values():
        module, _, name = place.partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        texts.append(command.epilog or "")
    return [line.strip() for text in texts for line in text.splitlines() if line.strip().startswith("minutewise ")]


@pytest.fixture(scope="module")
def place(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a user has it: the samples, a library of them, and files of the names that examples use."""
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "samples" / "minutes", folder / "samples" / "minutes")
    shutil.copytree(sample_folder, folder / "library")
    shutil.copy(folder / "samples/minutes/2024-05-16-county-council.pdf", folder / "minutes.pdf")
    shutil.make_archive(str(folder / "archive"), "zip", folder / "samples" / "minutes", "2025-01-21-cabinet-item-03.html")
    (folder / "questions.jsonl").write_text(json.dumps({"id": 1, "question": "Why was the pool closed?"}) + "\n")
    (folder / "queries.jsonl").write_text(json.dumps({"id": 1, "query": "school transport"}) + "\n")
    draft = docx.Document()
    draft.add_paragraph("Seven of the twelve beams over the pool were affected.")
    draft.save(str(folder / "draft.docx"))
    (folder / "srv" / "incoming").mkdir(parents=True)
    shutil.copytree(sample_folder, folder / "srv" / "minutes")
    return folder


EXAMPLES = sorted({line for line in (*of_readme(), *of_help()) if shlex.split(line, comments=True)[1] not in NOT_RUN})


def test_there_is_something_to_run() -> None:
    assert of_readme()
    assert len(of_help()) >= 12


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_runs(line: str, place: Path, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    words, _, kept = line.partition(" > ")
    given = [word.replace("/srv/", f"{place}/srv/") for word in shlex.split(words, comments=True)[1:]]
    ran = command(*given)
    assert (ran.code, ran.err) == (0, ""), ran.err
    assert ran.out.strip()
    if kept.endswith(".jsonl"):
        assert [json.loads(told) for told in ran.out.splitlines()]


def test_the_readmes_commands_exist() -> None:
    assert {shlex.split(line, comments=True)[1] for line in of_readme()} <= set(COMMANDS)
