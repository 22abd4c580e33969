"""minutewise decisions, actions, timeline, meetings: JSON to build on, CSV for spreadsheets, tables for people."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.invented import minutes_text

COLUMNS = ["council", "body", "date", "item", "text", "kind", "mover", "seconder", "outcome", "vote", "unanimous", "evidence", "source"]


@pytest.mark.parametrize("register", ["decisions", "actions"])
def test_json_rows_have_the_promised_columns(command: Run, sample_copy: Path, register: str) -> None:
    ran = command(register, "--json", "--library", sample_copy)
    rows = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert len(rows) > 5
    assert all(list(row)[: len(COLUMNS)] == COLUMNS for row in rows)
    assert all(row["source"]["paragraphs"][0] <= row["source"]["paragraphs"][1] for row in rows)
    assert command(register, "--format", "json", "--library", sample_copy).out == ran.out


def test_csv_is_one_record_a_row(command: Run, sample_copy: Path) -> None:
    told = command("decisions", "--format", "csv", "--library", sample_copy).out
    records = list(csv.DictReader(io.StringIO(told)))
    rows = json.loads(command("decisions", "--json", "--library", sample_copy).out)
    assert list(records[0])[: len(COLUMNS)] == COLUMNS
    assert [record["date"] for record in records] == [row["date"] for row in rows]
    budget = next(record for record in records if "council tax be increased" in record["text"])
    assert budget["vote"].startswith("17 for (Bevan, Crowther")
    assert budget["unanimous"] == "no"
    assert next(record for record in records if "Winter Service Plan" in record["text"])["mover"] == "not recorded"


def test_csv_in_a_file_opens_in_a_spreadsheet(shell: Run, sample_copy: Path, tmp_path: Path) -> None:
    with (tmp_path / "actions.csv").open("wb") as written:
        program = "from assistant.cli import main; main()"
        words = ["actions", "--format", "csv", "--library", str(sample_copy)]
        subprocess.run(
            [sys.executable, "-c", program, *words],
            stdout=written,
            check=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
        )
    assert (tmp_path / "actions.csv").read_bytes().startswith(b"\xef\xbb\xbfcouncil,body,date")


def test_a_formula_in_the_minutes_is_text_in_the_spreadsheet(command: Run, tmp_path: Path) -> None:
    items = {
        '=HYPERLINK("http://x.example") grants': ("RESOLVED that the grant be paid.",),
        "Lamps": ("=1+1 was found; RESOLVED that lamps be bought.",),
    }
    (tmp_path / "a.txt").write_text(minutes_text("Works Committee", "Tuesday 4 June 2024", items), encoding="utf-8")
    command("ingest", tmp_path / "a.txt", "--library", tmp_path / "library")
    told = command("decisions", "--format", "csv", "--library", tmp_path / "library").out
    cells = [cell for record in csv.reader(io.StringIO(told)) for cell in record]
    assert any("grant" in cell for cell in cells)
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("decisions",), ["17 for, 12 against, 2 abstained", "closed: Cabinet, 17 June 2025", "corrected on 16 September 2025"]),
        (("actions",), ["closed: 16 September 2025, item 16/25", "unknown: nothing later"]),
        (("meetings",), ["missing: 15 May 2025", "draft", "bilingual"]),
        (("timeline", "foster carers"), ["14 March 2024  RAISED", "17 June 2025  CHANGED", "[1]", "Sources"]),
    ],
)
def test_tables_fit_eighty_columns(command: Run, sample_copy: Path, words: tuple[str, ...], said: list[str]) -> None:
    ran = command(*words, "--library", sample_copy)
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 80
    folded = " ".join(ran.out.split())
    for words_of_it in said:
        assert all(word in folded for word in words_of_it.split()), words_of_it


def test_a_long_file_name_breaks_no_heading(command: Run, tmp_path: Path) -> None:
    name = "minutes-of-the-works-and-general-purposes-committee-of-the-fourth-of-june-2024.txt"
    (tmp_path / name).write_text(minutes_text("Works Committee", "", {"Lamps": ("RESOLVED that lamps be bought.",)}), encoding="utf-8")
    command("ingest", tmp_path / name, "--library", tmp_path / "library")
    told = command("meetings", "--library", tmp_path / "library").out
    assert "Items  Decisions  Actions  Minutes" in told
    assert "see warnings" in told  # it has no date
    assert max(len(line) for line in told.splitlines() if name not in line) <= 80  # a path is told whole


def test_the_timeline_in_json(command: Run, sample_copy: Path) -> None:
    told = json.loads(command("timeline", "leisure centre", "--json", "--library", sample_copy).out)
    assert set(told) == {"topic", "events"}
    for event in told["events"]:
        assert {"date", "body", "item", "kind", "sentences", "citations"} <= set(event)
        keys = {citation["key"] for citation in event["citations"]}
        assert all(set(sentence["citations"]) <= keys and sentence["citations"] for sentence in event["sentences"])
        assert all({"quote", "text", "source", "date"} <= set(citation) for citation in event["citations"])


def test_the_coverage_map_in_json(command: Run, sample_copy: Path) -> None:
    rows = json.loads(command("meetings", "--json", "--library", sample_copy).out)
    assert {"id", "path", "status", "warnings", "missing", "gap", "meeting_id", "translation", "corrected_items"} <= set(rows[0])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("decisions", "--body", "Crematorium"), "No decisions match body Crematorium. Without body Crematorium 43 documents match:"),
        (("actions", "--body", "Crematorium"), "No actions match body Crematorium. Without body Crematorium 43 documents match:"),
        (("timeline", "crematorium"), "The minutes do not speak of crematorium: 371 passages were searched.\n"),
    ],
)
def test_nothing_found_is_said(command: Run, sample_copy: Path, words: tuple[str, ...], told: str) -> None:
    ran = command(*words, "--library", sample_copy)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.split(":")[0] == told.split(":")[0]
    empty = command(*words, "--json", "--library", sample_copy)
    assert json.loads(empty.out) in ([], {"topic": "crematorium", "events": []})


def test_an_empty_register_is_still_a_csv(command: Run, sample_copy: Path) -> None:
    assert command("actions", "--format", "csv", "--body", "Crematorium", "--library", sample_copy).out.startswith(
        "council,body,date,item,text"
    )


@pytest.mark.parametrize("words", [("timeline",), ("timeline", " "), ("decisions", "--format", "xml"), ("actions", "--from", "soon")])
def test_wrong_use_is_exit_code_2(command: Run, sample_copy: Path, words: tuple[str, ...]) -> None:
    ran = command(*words, "--library", sample_copy)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 2
