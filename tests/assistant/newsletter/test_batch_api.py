"""The protocol of batches, as bytes on the wire, and replies of every kind read back."""

from __future__ import annotations

import json

from assistant.chat.settings import ChatSettings
from assistant.newsletter.batch_api import Progress, _answers, _body
from assistant.newsletter.rehearsal import Message, keys_in, rehearsal

ASKED = (Message(role="system", content="Rules."), Message(role="user", content='<passage key="k1f" from="x">\nA line. [k1f]\n</passage>'))


def test_requests_are_put_as_the_server_reads_them() -> None:
    own = _body(ASKED, ChatSettings(model="small", base_url="http://127.0.0.1:9/v1"))
    assert own["max_tokens"] == 1000
    assert own["temperature"] == 0
    assert own["messages"] == [{"role": "system", "content": "Rules."}, {"role": "user", "content": ASKED[1].content}]
    vendor = _body(ASKED, ChatSettings(model="o4-mini"))
    assert vendor["max_completion_tokens"] == 1000
    assert "temperature" not in vendor
    assert "max_tokens" not in vendor


def test_replies_of_every_kind() -> None:
    good = {"custom_id": "a", "response": {"body": {"choices": [{"message": {"content": "Said. [k1]"}}]}}, "error": None}
    refused = {"custom_id": "b", "response": {"status_code": 400, "body": {"error": {"message": "too long"}}}}
    expired = {"custom_id": "c", "response": None, "error": {"code": "batch_expired", "message": "not in time"}}
    empty = {"custom_id": "d", "response": {"body": {"choices": []}}}
    lines = "\n".join([*map(json.dumps, (good, refused, expired, empty)), "not JSON", "[]", ""])
    found = dict(_answers([lines]))
    assert found["a"].text == "Said. [k1]"
    assert found["a"].error is None
    assert "too long" in (found["b"].error or "")
    assert "not in time" in (found["c"].error or "")
    assert found["d"].error == "an empty reply"
    assert len(found) == 4


def test_progress_is_told_in_a_line() -> None:
    assert Progress(id="b", status="in_progress", done=3, total=9).described() == "b: in_progress, 3 of 9 done"
    failed = Progress(id="b", status="failed", errors=("no such model",))
    assert failed.described() == "b: failed, not begun; no such model"
    assert failed.ended
    assert not Progress(id="b", status="finalizing").ended


def test_a_rehearsal_is_given_what_would_be_sent() -> None:
    from langchain_core.messages import HumanMessage, SystemMessage

    seen: list[list[Message]] = []

    def reply(messages: object) -> str:
        seen.append(list(messages))  # type: ignore[call-overload]
        return "A line. [k1f]"

    model = rehearsal(reply)
    told = "".join(str(chunk.text) for chunk in model.stream([SystemMessage("Rules."), HumanMessage(ASKED[1].content)]))
    assert told == "A line. [k1f]"
    assert seen == [list(ASKED)]
    assert keys_in(ASKED) == ["k1f"]
