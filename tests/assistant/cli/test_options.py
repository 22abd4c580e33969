"""What the shared options turn into."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from assistant.cli.options import KINDS, STATUSES, filters
from ingest.datamodel import Filters, ItemKind, Status
from tests.conftest import Run


def test_the_choices_are_those_that_the_minutes_can_have() -> None:
    assert {name.replace("-", " ") for name in STATUSES} == set(get_args(Status))
    assert {name.replace("-", " ") for name in KINDS} == set(get_args(ItemKind))


def test_hyphens_on_the_command_line_are_spaces_in_the_filters() -> None:
    found = filters({"status": "not-stated", "kind": "public-participation", "body": "Cabinet", "count": 3})
    assert found == Filters(status="not stated", kind="public participation", body="Cabinet")
    assert found.described() == "body Cabinet, status not stated, kind public participation"
    assert not filters({"status": None, "kind": None})


@pytest.mark.parametrize("option", [("--status", "final"), ("--kind", "party")])
def test_a_choice_that_is_none_names_those_that_are(command: Run, sample_copy: Path, option: tuple[str, str]) -> None:
    ran = command("search", "budget", *option, "--library", sample_copy)
    assert ran.code == 2
    assert option[1] in ran.err
    assert ("draft" if option[0] == "--status" else "motion") in ran.err


def test_a_search_within_a_kind_finds_such_items_only(command: Run, sample_copy: Path) -> None:
    ran = command("search", "leisure centre", "--kind", "petition", "--json", "--library", sample_copy)
    titles = {passage["item_title"] for passage in json.loads(ran.out)["passages"]}
    assert titles == {"PETITION: RHOSYBRYN SWIMMING POOL"}


def test_a_search_within_drafts_finds_drafts_only(command: Run, sample_copy: Path) -> None:
    ran = command("search", "audit", "--status", "draft", "--json", "--library", sample_copy)
    assert {passage["status"] for passage in json.loads(ran.out)["passages"]} == {"draft"}


def test_every_reading_command_has_them(command: Run) -> None:
    for name in ("ask", "search", "decisions", "actions", "timeline", "meetings"):
        told = command(name, "--help").out
        assert "--status" in told, name
        assert "public-participation" in told, name
