"""The `llm` engine: a chat model writes from the passages, and its reply is read sentence by sentence as it streams in.

Nothing is believed here: keys are passed on as the model wrote them, right or wrong, and the grounding checks decide.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from assistant.chat.replies import ReplyReader, without_thoughts
from assistant.chat.structured import AsLines, response_format
from assistant.datamodel import EngineName, Evidence, Proposal, Question, Style
from assistant.engines.base import Usage
from assistant.engines.packing import best_fitting, in_parts, passages, with_text
from assistant.models import ChatSettings, by_schema, translated
from assistant.prompting import Prompt, as_data, load
from assistant.question.words import stems
from ingest import tokens
from ingest.datamodel import AgendaItem, Meeting
from ingest.errors import ChatServiceError
from ingest.text import detect_language, fold_space

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

ANSWER_LIMIT = 8
"""Sentences of an answer; the prompt asks for 1 to 6."""

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


# Servers and models that refused a schema once; they are not asked for one again while the process lives.
_TAKES_NO_SCHEMA: set[tuple[str, str]] = set()


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
        inputs = _answer_inputs(question)
        packed = best_fitting(evidence, self._room(prompt, inputs))
        yield from self._propose(prompt, packed, inputs, ANSWER_LIMIT)

    def estimate(self, question: Question, evidence: Sequence[Evidence]) -> Usage:
        """What an answer would cost at most: the prompt counted with cl100k_base, and the longest reply that is allowed."""
        prompt, inputs = load("answer"), _answer_inputs(question)
        packed = best_fitting(evidence, self._room(prompt, inputs))
        messages = prompt.render(passages=passages(packed), **inputs)
        sent, written = sum(tokens.count(message.text) for message in messages), self._settings.max_output
        cost = self._settings.cost(sent, written)
        return Usage(prompt=prompt.ref, model=self._settings.model, tokens_in=sent, tokens_out=written, cost=cost)

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
        reader = ReplyReader([one.key for one in evidence], limit)
        stream = self._lines(prompt.render(passages=passages(evidence, decided), **inputs), [one.key for one in evidence])
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

    def _lines(self, messages: list[BaseMessage], keys: Sequence[str]) -> Generator[str, None, None]:
        """Streams one reply as plain lines: by a schema where the server is held to one, without where it refuses that."""
        server = self._settings.host, self._settings.model
        if not self._settings.by_schema or server in _TAKES_NO_SCHEMA:
            yield from self._stream(messages)
            return
        lines = AsLines()
        try:
            for piece in self._stream(messages, response_format(keys)):
                yield from lines.feed(piece)
        except ChatServiceError as error:
            if error.reason != "refused":
                raise
            yield from self._stream(messages)
            _TAKES_NO_SCHEMA.add(server)
            return
        yield from lines.close()

    def _stream(self, messages: list[BaseMessage], schema: dict[str, object] | None = None) -> Generator[str, None, None]:
        """Streams one reply, and counts its tokens however it ends; closing it tells the server to stop."""
        counted: tuple[int, int] | None = None
        received: list[str] = []
        self._finish = None
        with translated(self._settings):
            chunks = (by_schema(self._model, self._settings, schema) if schema else self._model).stream(messages)
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


def _answer_inputs(question: Question) -> dict[str, str]:
    return {"question": as_data(question.text), "language": LANGUAGES[detect_language(question.text)]}


def _as_evidence(notes: Iterable[Proposal], evidence: Sequence[Evidence]) -> list[Evidence]:
    """The notes as passages, each under the key that it first cites, so that what is made of them still points to the minutes."""
    by_key: dict[str, list[str]] = {}
    for note in notes:
        by_key.setdefault(next(iter(note.keys), ""), []).append(note.text)
    return [with_text(one, "\n".join(by_key[one.key])) for one in evidence if one.key in by_key]


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
    words = stems(proposal.text)
    return any(2 * len(words & stems(decision.text)) >= len(words) for decision in item.decisions)
