"""The `llm` engine: a chat model writes from the passages, and its reply is read sentence by sentence as it streams in.

Nothing is believed here: keys are passed on as the model wrote them, right or wrong, and the grounding checks decide.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from assistant.datamodel import EngineName, Evidence, Proposal, Question, Style
from assistant.engines.base import Usage
from assistant.models import ChatSettings, translated
from assistant.prompting import Prompt, ReplyReader, as_data, fence, load, without_thoughts
from assistant.query import content_words, stem
from ingest import tokens
from ingest.datamodel import AgendaItem, Meeting
from ingest.errors import ChatServiceError
from ingest.text import detect_language, fold_space, sentences

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

ANSWER_LIMIT = 8
"""Sentences of an answer; the prompt asks for 2 to 6."""

# What the model is told about length, and the number of sentences after which it is stopped.
STYLES: dict[Style, tuple[str, int]] = {
    "brief": ("Write 1 to 3 short sentences.", 4),
    "full": ("Write 4 to 10 sentences that cover every point that was raised and who answered it.", 12),
    "plain": ("Write 2 to 5 short sentences in plain words, for readers who know nothing of councils.", 6),
}
NOTES_LIMIT = 8
"""Sentences noted on each part of an item that is longer than the model's window."""
LANGUAGES = {"en": "English", "cy": "Welsh"}
EARLIER_TURNS, EARLIER_TOKENS = 3, 120

# Other models cut words otherwise than cl100k_base: a tenth of the window is left for the difference.
_SAFE_SHARE = 0.9
_DECIDING = re.compile(
    r"\b(?:resol|agree|approv|adopt|carried|lost|defer|refus|reject|endors|receiv|noted|accept|withdr|voted|grant|confirm|unanimous"
    r"|penderfyn|cytun|cymeradwy|gohiri|gwrthod|derbyn|nodwyd)",
    re.IGNORECASE,
)


class LlmEngine:
    """Implements `Engine` on a chat model. It remembers what its last call cost: make one for each request, sharing the model."""

    name: EngineName = "llm"

    def __init__(self, model: BaseChatModel, settings: ChatSettings) -> None:
        self._model = model
        self._settings = settings
        self._prompt: str | None = None
        self._tokens_in = self._tokens_out = 0
        self._finish: str | None = None

    def usage(self) -> Usage:
        """What the last call cost: the server's own counts where it gives them, else cl100k_base estimates."""
        cost = self._settings.cost(self._tokens_in, self._tokens_out)
        return Usage(prompt=self._prompt, model=self._settings.model, tokens_in=self._tokens_in, tokens_out=self._tokens_out, cost=cost)

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Proposal]:
        """Proposes the sentences of an answer as they arrive; evidence comes best first, and is left out where the window ends."""
        prompt = self._begin("answer")
        if not evidence:
            return
        inputs = {"question": as_data(question.text), "language": LANGUAGES[detect_language(question.text)]}
        packed = best_fitting(evidence, self._room(prompt, inputs))
        yield from self._propose(prompt, packed, inputs, ANSWER_LIMIT)

    def summarise(self, meeting: Meeting, item: AgendaItem, evidence: Sequence[Evidence], style: Style) -> Iterator[Proposal]:
        """Proposes the sentences of a summary, what was decided first. An item longer than the window is noted in parts, then condensed."""
        prompt = self._begin("summarise")
        wish, limit = STYLES[style]
        inputs = {"item": as_data(item.title), "style": wish, "language": LANGUAGES[meeting.language]}
        decided = _deciding_keys(item, evidence)
        room = self._room(prompt, inputs)
        parts = in_parts(evidence, room)
        while len(parts) > 1:
            noting = inputs | {"style": STYLES["full"][0]}
            notes = [note for part in parts for note in self._propose(prompt, part, noting, NOTES_LIMIT, decided)]
            condensed = in_parts(_as_evidence(notes, evidence), room)
            if len(condensed) >= len(parts):
                # The notes are no shorter than what they are of: they are said as they are.
                yield from _decisions_first(notes, item)[:limit]
                return
            parts = condensed
        if not parts:
            return
        proposals = self._propose(prompt, parts[0], inputs, limit, decided)
        yield from _decisions_first(proposals, item) if item.decisions else proposals

    def standalone(self, question: Question) -> str:
        """The question rewritten so that it can be understood without the conversation before it; unchanged where there is none."""
        if not question.history:
            return question.text
        prompt = self._begin("rewrite")
        earlier = question.history[-EARLIER_TURNS:]
        turns = [f"Question: {turn.question}\nAnswer: {tokens.truncate(turn.answer, EARLIER_TOKENS)}" for turn in earlier]
        messages = prompt.render(history=as_data("\n".join(turns)), question=as_data(question.text))
        reply = without_thoughts("".join(self._stream(messages)))
        line = next((line for line in map(fold_space, reply.splitlines()) if line), "")
        line = re.sub(r"^(?:(?:last|rewritten|standalone) )?question\s*:\s*", "", line, flags=re.IGNORECASE).strip("\"' *")
        return line if 3 <= len(line) <= 3 * len(question.text) + 200 else question.text

    def _begin(self, name: str) -> Prompt:
        prompt = load(name)
        self._prompt, self._tokens_in, self._tokens_out = prompt.ref, 0, 0
        return prompt

    def _room(self, prompt: Prompt, inputs: dict[str, str]) -> int:
        """Tokens left for passages, beside the prompt and the reply; at least 200, and the server may then complain."""
        reply = min(self._settings.max_output, self._settings.context // 4)
        taken = tokens.count(prompt.system) + tokens.count(prompt.user) + sum(tokens.count(value) for value in inputs.values())
        return max(200, int(self._settings.context * _SAFE_SHARE) - reply - taken)

    def _propose(
        self, prompt: Prompt, evidence: Sequence[Evidence], inputs: dict[str, str], limit: int, decided: Set[str] = frozenset()
    ) -> Iterator[Proposal]:
        """One call of the model over these passages."""
        passages = "\n\n".join(_fenced(one, decided) for one in evidence)
        reader = ReplyReader([one.key for one in evidence], limit)
        stream = self._stream(prompt.render(passages=passages, **inputs))
        try:
            for piece in stream:
                yield from reader.feed(piece)
                if reader.done:
                    break
        finally:
            stream.close()
        yield from reader.close(cut=self._finish != "stop")
        if not reader.said and not reader.abstained:
            raise self._nothing_said()

    def _stream(self, messages: list[BaseMessage]) -> Generator[str, None, None]:
        """Streams one reply, and counts its tokens however it ends; closing it tells the server to stop."""
        counted: tuple[int, int] | None = None
        received: list[str] = []
        self._finish = None
        with translated(self._settings):
            chunks = self._model.stream(messages)
            try:
                for chunk in chunks:
                    received.append(chunk.text)
                    self._finish = chunk.response_metadata.get("finish_reason") or self._finish
                    if chunk.usage_metadata:
                        counted = chunk.usage_metadata["input_tokens"], chunk.usage_metadata["output_tokens"]
                    yield chunk.text
            finally:
                if isinstance(chunks, Generator):
                    chunks.close()
                if counted is None:
                    counted = sum(tokens.count(message.text) for message in messages), tokens.count("".join(received))
                self._tokens_in += counted[0]
                self._tokens_out += counted[1]

    def _nothing_said(self) -> ChatServiceError:
        """The error for a reply without a sentence in it."""
        model = f"'{self._settings.model}' at {self._settings.host}"
        if self._finish == "content_filter":
            return ChatServiceError(f"{model} filtered its reply out.", "Ask otherwise, or use another model.", reason="refused")
        if self._finish == "length":
            message = f"{model} used up {self._settings.max_output} tokens before it said anything."
            return ChatServiceError(message, "Raise MINUTEWISE_MAX_OUTPUT, or use a model that reasons less.", reason="reply")
        return ChatServiceError(f"{model} said nothing that can be read.", "Try again, or use another model.", reason="reply")


def best_fitting(evidence: Sequence[Evidence], room: int) -> list[Evidence]:
    """The evidence that fits into `room` tokens: whole passages, best first; the best one cut at a sentence where it alone is too long."""
    packed: list[Evidence] = []
    for one in evidence:
        size = tokens.count(_fenced(one))
        if size <= room:
            packed.append(one)
            room -= size
        elif not packed:
            packed.append(_split(one, room)[0])
            break
    return packed


def in_parts(evidence: Sequence[Evidence], room: int) -> list[list[Evidence]]:
    """All the evidence in order, in as few parts of at most `room` tokens as that takes; a longer passage is split between sentences."""
    parts: list[list[Evidence]] = []
    left = 0
    for one in (piece for passage in evidence for piece in _split(passage, room)):
        size = tokens.count(_fenced(one))
        if not parts or size > left:
            parts.append([])
            left = room
        parts[-1].append(one)
        left -= size
    return parts


def _split(one: Evidence, room: int) -> list[Evidence]:
    """The passage in pieces of at most `room` tokens, each under the same key; a sentence that is longer alone is cut off."""
    if tokens.count(_fenced(one)) <= room:
        return [one]
    longest = max(20, room - tokens.count(_fenced(_with_text(one, "x"))))
    pieces: list[str] = []
    for sentence in sentences(one.passage.text):
        sentence = tokens.truncate(sentence, longest)
        if pieces and tokens.count(_fenced(_with_text(one, f"{pieces[-1]} {sentence}"))) <= room:
            pieces[-1] += f" {sentence}"
        else:
            pieces.append(sentence)
    return [_with_text(one, piece) for piece in pieces]


def _with_text(one: Evidence, text: str) -> Evidence:
    return one.model_copy(update={"passage": one.passage.model_copy(update={"text": text})})


def _fenced(one: Evidence, decided: Set[str] = frozenset()) -> str:
    return fence(one.key, one.passage.heading(), one.passage.text, decision=one.key in decided)


def _as_evidence(notes: Iterable[Proposal], evidence: Sequence[Evidence]) -> list[Evidence]:
    """The notes as passages, each under the key that it first cites, so that what is made of them still points to the minutes."""
    by_key: dict[str, list[str]] = {}
    for note in notes:
        by_key.setdefault(next(iter(note.keys), ""), []).append(note.text)
    return [_with_text(one, "\n".join(by_key[one.key])) for one in evidence if one.key in by_key]


def _deciding_keys(item: AgendaItem, evidence: Sequence[Evidence]) -> set[str]:
    """Keys of the passages in which a decision of the item stands."""
    spans = [decision.evidence for decision in item.decisions]
    places = ((one.key, one.passage.source.paragraphs) for one in evidence)
    return {key for key, (first, last) in places if any(first <= end and start <= last for start, end in spans)}


def _decisions_first(proposals: Iterable[Proposal], item: AgendaItem) -> list[Proposal]:
    """The sentences that tell a decision of the item, marked as such, before the others; each group in its own order."""
    marked = [proposal.model_copy(update={"decided": _tells_a_decision(proposal, item)}) for proposal in proposals]
    return sorted(marked, key=lambda proposal: not proposal.decided)


def _tells_a_decision(proposal: Proposal, item: AgendaItem) -> bool:
    """Whether the sentence has a verb of deciding, and half of its words from one decision that the minutes record."""
    if not _DECIDING.search(proposal.text):
        return False
    words = _stems(proposal.text)
    return any(2 * len(words & _stems(decision.text)) >= len(words) for decision in item.decisions)


def _stems(text: str) -> set[str]:
    return {stem(word) for word in content_words(text)}
