"""Templates declare what they use, are versioned like prompts, and a council's own is held to the same."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest

from assistant.newsletter.templates import NAMES, parse, template
from ingest.errors import InputError

OURS = sorted(file.name.removesuffix(".md") for file in (resources.files("prompts") / "newsletters").iterdir() if file.name.endswith(".md"))
OWN = """---
name: own
version: 2
fields: council, count
style: brief
stories: 3
per_body: 2
sentences: 1
---

# {council} in {count} stories

Hello.

{stories}

Goodbye.
"""


@pytest.mark.parametrize("name", OURS)
def test_a_changed_template_has_a_new_version(name: str) -> None:
    folder = resources.files("prompts") / "newsletters"
    recorded = json.loads((folder / "versions.json").read_text(encoding="utf-8"))[name]
    made = parse((folder / f"{name}.md").read_text(encoding="utf-8"), name)
    assert recorded.get(str(made.version)) == made.digest, (
        f"prompts/newsletters/{name}.md was changed: raise its version, and add the digest '{made.digest}' under it in versions.json"
    )


def test_every_template_is_recorded_and_has_a_name() -> None:
    recorded = json.loads((resources.files("prompts") / "newsletters" / "versions.json").read_text(encoding="utf-8"))
    assert sorted(recorded) == OURS
    assert {name.partition(".")[0] for name in OURS} == set(NAMES)


def test_welsh_where_there_is_a_welsh_one() -> None:
    assert template("residents", "cy").name == "residents.cy"
    assert template("press", "cy").name == "press"


def test_a_council_adds_its_own(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text(OWN, encoding="utf-8")
    made = template(tmp_path / "own.md")
    assert (made.style, made.stories, made.per_body, made.sentences) == ("brief", 3, 2, 1)
    assert made.introduction == "Hello."
    assert made.closing == "Goodbye."
    assert made.ref.startswith("own@2+")
    assert made.filled(made.title, council="{count}", count="3") == "{count} in 3 stories", "a place within a value stays text"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("name: own", "name: other"), "its name is 'other'"),
        (("version: 2", "version: two"), "version is not a whole number"),
        (("style: brief", "style: loud"), "its style is 'loud'"),
        (("stories: 3", "stories: 0"), "'stories' is not a whole number from 1"),
        (("{stories}", ""), "it has no {stories}"),
        (("fields: council, count", "fields: council"), "'count' is used and not declared"),
        (("Hello.", "Hello {mayor}."), "'mayor' is used and not declared"),
        (("fields: council", "fields: mayor, council"), "'mayor' is declared and not known"),
        (("fields: council", "fields: period, council"), "'period' is declared and not used"),
        (("# {council}", "{council}"), "is not front matter"),
    ],
)
def test_every_fault_is_named(tmp_path: Path, change: tuple[str, str], complaint: str) -> None:
    (tmp_path / "own.md").write_text(OWN.replace(*change), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        template(tmp_path / "own.md")
    assert complaint in caught.value.message


def test_no_such_template_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no newsletter template 'nothing'") as caught:
        template("nothing")
    assert "residents" in caught.value.hint
    (tmp_path / "bytes.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="cannot be read"):
        template(tmp_path / "bytes.md")
