"""minutewise ask, minutewise search: for people, and the JSON that others build on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran, Run

PASSAGE = {"id", "score", "text", "council", "body", "date", "item_number", "item_title", "speaker", "language", "status", "source"}
ANSWER = {"question", "answer", "abstained", "abstention", "sentences", "withheld", "citations", "engine", "provenance"}
ASKED = "What was said about foster carer recruitment?"


def read(ran: Ran) -> Any:
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def lines(ran: Ran) -> list[Any]:
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.rstrip("\n").split("\n")]


def jsonl(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def test_search_json(command: Run, sample_copy: Path) -> None:
    told = read(command("search", "leisure centre roof", "-k", 4, "--json", "--library", sample_copy))
    assert set(told) == {"query", "passages"}
    assert (told["query"], len(told["passages"])) == ("leisure centre roof", 4)
    for passage in told["passages"]:
        assert set(passage) == PASSAGE
        assert set(passage["source"]) == {"path", "url", "page", "paragraphs"}
        assert Path(passage["source"]["path"]).is_absolute()


def test_ask_json(command: Run, sample_copy: Path) -> None:
    told = read(command("ask", ASKED, "--json", "--library", sample_copy))
    assert set(told) == ANSWER
    assert (told["question"], told["abstained"], told["abstention"], told["engine"]) == (ASKED, False, None, "quote")
    assert told["answer"] == " ".join(sentence["text"] for sentence in told["sentences"])
    keys = [citation["key"] for citation in told["citations"]]
    assert len(keys) == len(set(keys))
    for citation in told["citations"]:
        assert set(citation) == PASSAGE | {"key", "quote"}
    for sentence in told["sentences"]:
        assert set(sentence) == {"text", "citations", "support", "problems"}
        assert set(sentence["citations"]) <= set(keys)
    assert {"engine", "prompt", "model", "embedding", "passages", "tokens_in", "tokens_out", "cost", "seconds"} <= set(told["provenance"])


def test_an_abstention_in_json_is_no_failure(command: Run, sample_copy: Path) -> None:
    told = read(command("ask", "What was said about the crematorium?", "--json", "--library", sample_copy))
    assert told["abstained"]
    assert set(told["abstention"]) == {"kind", "message", "searched", "nearest"}
    assert (told["abstention"]["kind"], told["sentences"], told["citations"]) == ("no_match", [], [])
    told = read(command("ask", "pool?", "--body", "Crematorium", "--json", "--library", sample_copy))
    assert told["abstention"]["kind"] == "out_of_coverage"
    assert "Planning Committee" in told["abstention"]["message"]


def test_ask_for_people(command: Run, sample_copy: Path) -> None:
    ran = command("ask", "How many people signed the petition?", "--library", sample_copy)
    assert (ran.code, ran.err) == (0, "")
    assert "2,418" in ran.out
    assert "[1]" in ran.out
    assert "Sources" in ran.out
    assert "paragraph" in ran.out
    assert "\x1b[" not in ran.out, "no colour where there is no terminal"
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_figure_that_was_put_right_later_is_told_with_its_correction(command: Run, sample_copy: Path) -> None:
    ran = command("ask", "How much of the duplicate payments to suppliers was recovered?", "--library", sample_copy)
    assert "! ‘£68,400’ [" in ran.out
    assert "was put right on 16 September 2025 by Governance and Audit" in ran.out
    assert "£86,400" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_an_abstention_for_people_names_the_nearest(command: Run, sample_copy: Path) -> None:
    ran = command("ask", "What was said about the crematorium?", "--library", sample_copy)
    assert "The minutes do not say." in ran.out
    assert "Nearest items:" in ran.out
    assert "Sources" not in ran.out


def test_search_for_people(command: Run, sample_copy: Path) -> None:
    ran = command("search", "corroded roof beams", "-k", 2, "--library", sample_copy)
    assert "Cabinet, 22 October 2024, item 5. RHOSYBRYN LEISURE CENTRE" in " ".join(ran.out.split())
    ran = command("search", "pool", "--body", "Crematorium", "--library", sample_copy)
    assert (ran.code, "Nothing found within body Crematorium" in ran.out) == (0, True)


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        (("--body", "cabinet"), lambda passage: passage["body"] == "Cabinet"),
        (("--from", "2025-01-01", "--to", "2025-03-31"), lambda passage: "2025-01-01" <= passage["date"] <= "2025-03-31"),
        (("--language", "cy"), lambda passage: passage["language"] == "cy"),
        (("--speaker", "Donna Pugh"), lambda passage: "Donna Pugh" in passage["text"]),
        (("--council", "arwel"), lambda passage: "Arwel" in passage["council"]),
    ],
)
def test_filters_hold(words: tuple[str, ...], holds: Any, command: Run, sample_copy: Path) -> None:
    told = read(command("search", "council tax and the pool", "-k", 50, *words, "--json", "--library", sample_copy))
    assert told["passages"]
    assert all(map(holds, told["passages"]))


ODD = ["", "?!", '"', "NEAR(", "*", "😀", "word " * 5000, "pool' OR 1=1 --"]


@pytest.mark.parametrize("text", ODD, ids=lambda text: text[:8] or "empty")
def test_odd_questions_are_answered_or_not_but_never_break(text: str, command: Run, sample_copy: Path) -> None:
    assert set(read(command("ask", "--json", "--library", sample_copy, "--", text))) == ANSWER
    assert set(read(command("search", "--json", "--library", sample_copy, "--", text))) == {"query", "passages"}


def test_a_file_of_questions_gives_a_line_each(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    file = jsonl(
        tmp_path / "q.jsonl", {"id": "a", "question": ASKED}, {"id": 7, "question": "Is there a tram?\u2028Or a bus?"}, {"question": ""}
    )
    told = lines(command("ask", "--questions", file, "--library", sample_copy))
    assert [one["id"] for one in told] == ["a", 7, None]
    assert all(set(one) == ANSWER | {"id"} for one in told)
    assert told[0]["answer"]
    assert told[1]["question"] == "Is there a tram?\u2028Or a bus?"


def test_a_file_of_queries_gives_a_line_each(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    file = jsonl(
        tmp_path / "q.jsonl",
        {"id": "a", "query": "pool"},
        {"id": "b", "question": "bus"},
        {"id": "c", "query": ""},
        {"id": "d", "query": 3, "question": "x"},
    )
    file.write_text("\ufeff" + file.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    told = lines(command("search", "--queries", file, "-k", 3, "--body", "Cabinet", "--library", sample_copy))
    assert [(one["id"], one["query"], len(one["passages"])) for one in told] == [
        ("a", "pool", 3),
        ("b", "bus", 3),
        ("c", "", 0),
        ("d", "x", 3),
    ]
    assert all(set(one) == {"id", "query", "passages"} for one in told)
    assert {passage["body"] for one in told for passage in one["passages"]} == {"Cabinet"}


def test_the_answers_of_a_file_are_those_of_single_questions(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    file = jsonl(tmp_path / "q.jsonl", {"id": 1, "question": ASKED})
    (batch,) = lines(command("ask", "--questions", file, "--library", sample_copy))
    single = read(command("ask", ASKED, "--json", "--library", sample_copy))
    assert (batch["sentences"], batch["citations"]) == (single["sentences"], single["citations"])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"id": 1, "question": "ok"}\n{oops\n', "line 2 is not JSON"),
        (b'{"id": 1}\n', "line 1 has no question"),
        (b'["question"]\n', "line 1 has no question"),
        (b'{"question": null}\n', "line 1 has no question"),
        (b"\xff\xfe\x00\x01", "is not UTF-8"),
    ],
)
def test_a_bad_file_of_questions_is_named_with_its_line(content: bytes, said: str, command: Run, sample_copy: Path, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_bytes(content)
    ran = command("ask", "--questions", tmp_path / "q.jsonl", "--library", sample_copy)
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err.splitlines()) == 2


def test_half_characters_in_a_file_come_out_as_question_marks(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text('{"id": "\\ud83d", "query": "pool \\ud83d"}\n')
    (told,) = lines(command("search", "--queries", tmp_path / "q.jsonl", "--library", sample_copy))
    assert (told["id"], told["query"]) == ("?", "pool ?")


def test_what_is_left_out_of_a_whole_meeting_is_noted(command: Run, sample_copy: Path) -> None:
    ran = command("ask", "What was discussed by Cabinet in 2024?", "--library", sample_copy)
    assert ran.code == 0 and "in the summary of each meeting" in " ".join(ran.out.split()).rpartition("note: ")[2]
