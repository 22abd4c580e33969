"""Replies of every shape are read, sentence by sentence, while they stream in."""

from __future__ import annotations

import pytest

from assistant.chat.replies import ReplyReader
from assistant.datamodel import Proposal


def read(reply: str, *, size: int = 3, limit: int = 8, cut: bool = False) -> list[tuple[str, ...]]:
    """All proposals of a reply that arrives in pieces of `size` characters, as (text, key, key…)."""
    return [(found.text, *found.keys) for found in _reader_and_proposals(reply, size=size, limit=limit, cut=cut)[1]]


def _reader_and_proposals(reply: str, *, size: int = 3, limit: int = 8, cut: bool = False) -> tuple[ReplyReader, list[Proposal]]:
    reader = ReplyReader(["k7f", "k2a", "k9w"], limit)
    proposals: list[Proposal] = []
    for start in range(0, len(reply), size):
        proposals += reader.feed(reply[start : start + size])
        if reader.done:
            break
    return reader, [*proposals, *reader.close(cut=cut)]


LOW, FEW = "Numbers remain low.", "Few came to the meeting."


@pytest.mark.parametrize("size", [1, 4, 1000])
@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (f"{LOW} [k7f]\n{FEW} [k2a]\n", [(LOW, "k7f"), (FEW, "k2a")]),
        (f"{LOW} [k7f]\r\n\r\n{FEW} [k2a]", [(LOW, "k7f"), (FEW, "k2a")]),
        (f"{LOW} [k7f] {FEW} [k2a]", [(LOW, "k7f"), (FEW, "k2a")]),
        ("Numbers remain low [k7f]. Few came to the meeting [k2a].", [(LOW, "k7f"), (FEW, "k2a")]),
        (f"{LOW} [k7f][k2a]\n{FEW} [k7f, k9w]", [(LOW, "k7f", "k2a"), (FEW, "k7f", "k9w")]),
        (f"{LOW} (k7f)\n{FEW} (k2a; k9w)", [(LOW, "k7f"), (FEW, "k2a", "k9w")]),
        (f"{LOW} [k7f], [k2a] {FEW} [k9w]", [(LOW, "k7f", "k2a"), (FEW, "k9w")]),
        (f"{LOW} [K7F]\n{FEW} [key: k2a]", [(LOW, "k7f"), (FEW, "k2a")]),
        (f"{LOW} 【k7f】\n{FEW} [k2a and k9w]", [(LOW, "k7f"), (FEW, "k2a", "k9w")]),
        (f'{LOW} [passage k7f]\n{FEW} [key="k2a"]', [(LOW, "k7f"), (FEW, "k2a")]),
        (f"- {LOW} [k7f]\n* {FEW} [k2a]", [(LOW, "k7f"), (FEW, "k2a")]),
        (f"1. {LOW} [k7f]\n2) **{FEW}** [k2a]", [(LOW, "k7f"), (FEW, "k2a")]),
        (f"[k7f] {LOW}\n[k2a]: {FEW}\n", [(LOW, "k7f"), (FEW, "k2a")]),
        (f"{LOW} {FEW} [k7f]", [(LOW, "k7f"), (FEW, "k7f")]),
        (f"{LOW} k7f\n{FEW} - k2a", [(LOW, "k7f"), (FEW, "k2a")]),
        (f'{LOW} This is mentioned in passage key "k7f".\n{FEW} [k2a]', [(LOW, "k7f"), (FEW, "k2a")]),
        (f"According to passage k7f, numbers remain low.\n{FEW} [k2a]", [(LOW, "k7f"), (FEW, "k2a")]),
        (f"Here is what was said:\n{LOW} [k7f]", [(LOW, "k7f")]),
        (f"# Summary\n\nSummary: {LOW} [k7f]", [(LOW, "k7f")]),
        (f"<think>They ask of [k9w].\nSo I say it. [k9w]</think>\n{LOW} [k7f]", [(LOW, "k7f")]),
        (f'<passage key="k7f">{LOW}</passage> [k7f]', [(LOW, "k7f")]),
        ("The vote was 7 for (2016) and 2 against [sic]. [k7f]", [("The vote was 7 for (2016) and 2 against [sic].", "k7f")]),
        ('Cllr. J. Owen said "no". [k7f]', [('Cllr. J. Owen said "no".', "k7f")]),
        ("It cost £1.2m in 2016/17. [k2a]", [("It cost £1.2m in 2016/17.", "k2a")]),
        (f"{LOW} [k7f]\nQuestion: And what else?\nNothing else was said. [k2a]", [(LOW, "k7f")]),
        (LOW, [(LOW,)]),
        ("Numbers remain low", [(LOW,)]),
    ],
)
def test_replies_of_every_shape(reply: str, expected: list[tuple[str, ...]], size: int) -> None:
    assert read(reply, size=size) == expected


@pytest.mark.parametrize("wrong", ["[kzz9]", "[k00]", "[1]", "[12]", "(k0x)"])
def test_a_key_that_was_never_given_is_passed_on_as_written(wrong: str) -> None:
    assert read(f"{LOW} {wrong}") == [(LOW, wrong.strip("[]()"))]


def test_a_sentence_is_let_out_before_the_next_is_whole() -> None:
    reader = ReplyReader(["k7f"], 8)
    assert list(reader.feed(f"{LOW} [k7")) == []
    assert list(reader.feed("f]")) == []
    assert [proposal.text for proposal in reader.feed("\nFew ca")] == [LOW]


@pytest.mark.parametrize(
    "reply",
    [
        "NOT IN THE MINUTES",
        "NOT IN THE MINUTES.",
        "**NOT IN THE MINUTES**",
        "NOT IN THE MINUTES [k7f]",
        "Not in the minutes.",
        "This is not in the minutes.",
        "The answer is not stated in the passages.",
        "<think>hm</think>NOT IN THE MINUTES\nNumbers remain low. [k7f]",
        "The minutes do not say how many carers there are.",
        "The provided passages do not mention schools.",
        "There is no information about schools.",
        "Answer: NOT IN THE MINUTES",
        "Nid yw hyn yn y cofnodion.",
        "Numbers remain low. NOT IN THE MINUTES",
    ],
)
def test_the_model_may_say_that_the_minutes_do_not_say(reply: str) -> None:
    reader, proposals = _reader_and_proposals(reply)
    assert proposals == []
    assert reader.abstained


def test_a_cited_sentence_on_what_is_missing_is_a_sentence() -> None:
    text = "The Chair said that the records did not state the cost."
    assert read(f"{text} [k7f]") == [(text, "k7f")]


UNREADABLE = ["", "   \n\n", "!!!!!!!!!!", "- - - - -", "[k7f] [k2a]", "```\n```", "<think>never ends. [k7f]\n", "0.0.0.0.0"]


@pytest.mark.parametrize("reply", UNREADABLE)
def test_nothing_that_can_be_read_is_nothing(reply: str) -> None:
    reader, proposals = _reader_and_proposals(reply)
    assert (proposals, reader.abstained) == ([], False)


def test_the_same_sentence_twice_is_a_loop() -> None:
    reader, proposals = _reader_and_proposals(f"{LOW} [k7f]\n" * 20)
    assert [proposal.text for proposal in proposals] == [LOW]
    assert reader.done


def test_a_line_that_never_ends_is_a_loop() -> None:
    reader, proposals = _reader_and_proposals("and the members and the officers " * 200)
    assert proposals == []
    assert reader.done


def test_no_more_sentences_than_asked() -> None:
    reply = "".join(f"Member number {number} spoke at length. [k7f]\n" for number in range(20))
    assert len(read(reply, limit=5)) == 5


def test_of_a_reply_that_was_cut_no_half_sentence_is_told() -> None:
    assert read(f"{LOW} [k7f]\nCouncil agreed to", cut=True) == [(LOW, "k7f")]
    assert read(f"{LOW} [k7f]\nCouncil agreed to close the library.", cut=True)[-1] == ("Council agreed to close the library.",)
    assert read(f"{LOW} [k7f]\nCouncil agreed to", cut=False)[-1] == ("Council agreed to.",)
