"""docs/newsletter.md cannot lie: its commands run, and its template is one."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from assistant.newsletter.templates import KNOWN_FIELDS, NAMES, parse, template
from tests.conftest import ROOT, Run

TEXT = (ROOT / "docs" / "newsletter.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
COMMANDS = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines() if line.startswith("minutewise ")]


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_run(command: Run, sample_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.chdir(tmp_path)
    ran = command(*shlex.split(line, comments=True)[1:], "--library", sample_copy)
    assert ran.code == 0, ran.err
    folder = re.search(r"-o (\w+)", line)
    assert folder is None or (tmp_path / folder[1] / "manifest.json").is_file()


def test_the_template_shown_is_well_formed() -> None:
    shown = next(block for kind, block in BLOCKS if not kind and block.startswith("---"))
    assert parse(shown, "ward-news").stories == 8
    assert all(f"`{field}`" in TEXT for field in KNOWN_FIELDS)


@pytest.mark.parametrize("name", NAMES)
def test_the_templates_are_as_described(name: str) -> None:
    made = template(name)
    assert f"`{name}` ({made.style}, {made.stories}" in TEXT
