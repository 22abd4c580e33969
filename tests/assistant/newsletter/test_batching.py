"""A newsletter by batches: nothing is sent twice, every story is made of the replies to its own prompts, what is missing is said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.chat.settings import ChatSettings
from assistant.engines.llm import LlmEngine
from assistant.models import chat_model
from assistant.newsletter import BatchApi, BatchDesk, Desk, propose, template_for
from ingest.errors import ChatServiceError, InputError
from ingest.library import Library
from tests.assistant.newsletter.fake_batches import FakeServer, serving
from tests.assistant.newsletter.penllyn import YEAR
from tests.conftest import Run

RESIDENTS = template_for("residents")


@pytest.fixture
def server() -> Iterator[FakeServer]:
    with serving() as fake:
        yield fake


def settings(server: FakeServer, **more: object) -> ChatSettings:
    return ChatSettings.model_validate({"model": "small-chat", "base_url": server.url, "key": "sk-x", "timeout": 10} | more)


def batches(server: FakeServer, folder: Path, **more: object) -> BatchDesk:
    made = settings(server, **more)
    return BatchDesk(folder, made, BatchApi(chat_model(made), made))


def desk(library: Library, server: FakeServer, folder: Path, **more: object) -> Desk:
    made = settings(server, **more)
    return Desk(library, LlmEngine(chat_model(made), made), kept=folder)


def test_sent_in_one_file_and_written_from_its_replies(year: Library, server: FakeServer, tmp_path: Path) -> None:
    candidates = propose(year, YEAR)
    sent = batches(server, tmp_path).submit(desk(year, server, tmp_path), candidates, RESIDENTS)
    assert sent
    assert len(sent.requests) == len(candidates)
    for line in server.requests():
        assert line["method"] == "POST"
        assert line["url"] == "/v1/chat/completions"
        body = line["body"]
        assert isinstance(body, dict)
        assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert batches(server, tmp_path).submit(desk(year, server, tmp_path), candidates, RESIDENTS) is None, "nothing is sent twice"
    again = batches(server, tmp_path)
    assert [progress.ended for progress in again.collect()] == [False]
    server.status = "completed"
    assert [progress.done for progress in again.collect()] == [len(candidates)]
    assert again.collect() == (), "nothing is fetched twice"
    done = Desk(year, again.engine(), kept=tmp_path).work(candidates, template=RESIDENTS)
    assert {one.status for one in done} == {"drafted"}
    for one in done:
        assert one.article
        assert one.article.provenance.engine == "llm"
        assert one.article.provenance.tokens_in > 100
        assert not [sentence for sentence in one.article.sentences if sentence.problems]
    assert server.chats == [], "not one request by itself"
    assert batches(server, tmp_path).submit(desk(year, server, tmp_path), candidates, RESIDENTS) is None, "finished stories ask nothing"


def test_a_long_item_takes_a_second_batch(samples: Library, server: FakeServer, tmp_path: Path) -> None:
    small = {"context": 1024, "max_output": 100}
    candidates = propose(samples)[:1]
    first = batches(server, tmp_path, **small).submit(desk(samples, server, tmp_path, **small), candidates, RESIDENTS)
    assert first
    assert len(first.requests) > 1, "all parts at once"
    server.status = "completed"
    second = batches(server, tmp_path, **small)
    second.collect()
    failed = Desk(samples, second.engine(), kept=tmp_path).work(candidates, template=RESIDENTS)
    assert failed[0].status == "failed"
    assert "Run --batch submit" in (failed[0].error or "")
    more = second.submit(desk(samples, server, tmp_path, **small), candidates, RESIDENTS)
    assert more
    assert len(more.requests) == 1, "the notes of all parts, condensed"
    second.collect()
    assert Desk(samples, second.engine(), kept=tmp_path).work(candidates, template=RESIDENTS)[0].status == "drafted"


def test_a_request_that_failed_is_sent_again(year: Library, server: FakeServer, tmp_path: Path) -> None:
    candidates = propose(year, YEAR)
    ours = batches(server, tmp_path)
    sent = ours.submit(desk(year, server, tmp_path), candidates, RESIDENTS)
    assert sent
    server.refused = {sent.requests[0]}
    server.status = "completed"
    assert [progress.failed for progress in ours.collect()] == [1]
    done = Desk(year, ours.engine(), kept=tmp_path).work(candidates, template=RESIDENTS)
    assert [one.status for one in done].count("failed") == 1
    server.refused = set()
    again = ours.submit(desk(year, server, tmp_path), candidates, RESIDENTS)
    assert again
    assert again.requests == (sent.requests[0],)


def test_replies_to_other_prompts_are_not_taken(year: Library, server: FakeServer, tmp_path: Path) -> None:
    candidates = propose(year, YEAR)[:1]
    ours = batches(server, tmp_path)
    ours.submit(desk(year, server, tmp_path), candidates, RESIDENTS)
    server.status = "completed"
    ours.collect()
    other = Desk(year, ours.engine()).work(candidates, template=template_for("members"))
    assert other[0].status == "failed", "another style asks otherwise"


def test_faults_are_told(server: FakeServer, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not with Azure"):
        BatchDesk(tmp_path, settings(server, provider="azure_openai"), BatchApi(chat_model(settings(server)), settings(server)))
    records = tmp_path / ".work" / "batch" / "records.json"
    records.parent.mkdir(parents=True)
    records.write_text("{")
    with pytest.raises(InputError, match=r"records\.json cannot be read"):
        batches(server, tmp_path)
    gone = settings(server, base_url="http://127.0.0.1:9/v1")
    with pytest.raises(ChatServiceError) as caught:
        BatchApi(chat_model(gone), gone).collect("batch_1")
    assert caught.value.reason == "unreachable"


def test_from_the_command_line(
    command: Run, server: FakeServer, sample_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    monkeypatch.setenv("MINUTEWISE_MODEL", "small-chat")
    monkeypatch.setenv("MINUTEWISE_PRICE_IN", "1")
    monkeypatch.setenv("MINUTEWISE_PRICE_OUT", "1")
    words = (
        "newsletter",
        "--from",
        "2025-06-01",
        "--to",
        "2025-07-31",
        "-o",
        tmp_path,
        "--top",
        "3",
        "--format",
        "md",
        "--library",
        sample_copy,
    )
    refused = command(*words, "--batch", "submit", "--max-cost", "0.000001")
    assert refused.code == 2
    assert "nothing was sent" in refused.err
    assert server.files == {}
    sent = command(*words, "--batch", "submit")
    assert sent.code == 0, sent.err
    assert "3 requests sent as batch_1" in sent.out
    assert "tokens in" in sent.err
    assert "Nothing to send" in command(*words, "--batch", "submit").out
    early = command(*words, "--batch", "collect")
    assert early.code == 1
    assert "batch_1: in_progress" in early.err
    server.status = "completed"
    ran = command(*words, "--batch", "collect", "--json")
    assert ran.code == 0, ran.err
    assert {item["status"] for item in json.loads(ran.out)["items"]} == {"drafted"}
    assert command(*words, "--batch", "collect").code == 0, "again, from what is kept"


def test_where_no_story_could_be_written_nothing_is(
    command: Run, sample_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("MINUTEWISE_MODEL", "small-chat")
    monkeypatch.setattr("assistant.newsletter.patience.FIRST_WAIT", 0.01)
    words = ("--from", "2025-06-01", "--to", "2025-07-31", "-o", tmp_path, "--top", "2", "--format", "md", "--library", sample_copy)
    ran = command("newsletter", *words, "--engine", "llm")
    assert ran.code == 1
    assert "Nothing written" in ran.out
    assert ran.out.count("cannot be reached") == 2
    assert [path.name for path in tmp_path.iterdir()] == [".work"]


def test_one_by_one_with_a_server_that_is_busy_at_first(
    command: Run, server: FakeServer, sample_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    server.busy = 4
    words = (
        "--from",
        "2025-06-01",
        "--to",
        "2025-07-31",
        "-o",
        tmp_path,
        "--top",
        "3",
        "--format",
        "md",
        "--library",
        sample_copy,
        "--json",
    )
    ran = command("newsletter", *words, "--engine", "llm", "--concurrency", "2")
    assert ran.code == 0, ran.err + ran.out
    assert {item["status"] for item in json.loads(ran.out)["items"]} == {"drafted"}
    assert len(server.chats) == 3
