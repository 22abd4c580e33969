"""What a batch will cost, before anything is sent: every prompt is made and counted with tiktoken, and none leaves the machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import Field

from assistant.datamodel import Style
from assistant.newsletter.candidate import Candidate
from assistant.newsletter.desk import Desk
from assistant.newsletter.rehearsal import Message, keys_in, rehearsal
from assistant.newsletter.templates import Template
from ingest import tokens
from ingest.datamodel import Noun
from ingest.errors import InputError

if TYPE_CHECKING:
    from assistant.chat.settings import ChatSettings

SENTENCE_TOKENS = 45  # of a sentence of a reply with its key; measured replies have 25 to 40


class Estimate(Noun):
    """What the stories still to be written will take."""

    stories: int = Field(description="still to be written")
    kept: int = Field(default=0, description="finished by an earlier run: they cost nothing")
    requests: int = Field(default=0, description="to a chat model")
    tokens_in: int = Field(default=0, description="cl100k_base; other models cut words a little otherwise")
    tokens_out: int = Field(default=0, description="if every reply is as long as its style allows")
    cost: float | None = Field(default=None, description="US dollars by the configured prices; None where none are configured")

    def described(self) -> str:
        """One line for people."""
        kept = f", {self.kept} kept from an earlier run" if self.kept else ""
        stories = f"{self.stories} {'story' if self.stories == 1 else 'stories'} to write{kept}"
        if not self.requests:
            return f"{stories}; nothing to pay: no model is called"
        price = "no price is configured (MINUTEWISE_PRICE_IN, MINUTEWISE_PRICE_OUT)" if self.cost is None else f"about ${self.cost:.4f}"
        return f"{stories}; {self.requests} requests, {self.tokens_in:,} tokens in, up to {self.tokens_out:,} out; {price}"


def estimated(
    desk: Desk, candidates: Sequence[Candidate], template: Template, settings: ChatSettings | None, *, bilingual: bool = False
) -> Estimate:
    """What the candidates would take that no earlier run has finished.

    Args:
        desk: whose engine is to write.
        candidates: the stories.
        template: whose style they are written in.
        settings: of the chat model; None: the embedded engine writes.
        bilingual: as it will be drafted.
    """
    waiting = desk.unfinished(candidates, template, bilingual=bilingual)
    kept = len(candidates) - len(waiting)
    if settings is None or not waiting:
        return Estimate(stories=len(waiting), kept=kept)
    from assistant.engines.llm import NOTES_LIMIT, STYLES, LlmEngine

    asked: list[str] = []

    def reply(messages: Sequence[Message]) -> str:
        asked.append("\n".join(message.content for message in messages))
        keys = keys_in(messages)
        lines = (f"Point {number} of what was said on this matter was taken down by the officers present." for number in range(NOTES_LIMIT))
        return "\n".join(f"{line} [{keys[number % len(keys)]}]" for number, line in enumerate(lines))

    for candidate in waiting:
        desk.proposals(LlmEngine(rehearsal(reply), settings), candidate, template)
    tokens_in = sum(map(tokens.count, asked))
    style: Style = template.style
    tokens_out = len(asked) * min(
        settings.max_output, SENTENCE_TOKENS * max(STYLES[style][1], NOTES_LIMIT if len(asked) > len(waiting) else 0)
    )
    return Estimate(
        stories=len(waiting),
        kept=kept,
        requests=len(asked),
        tokens_in=tokens_in,
        tokens_out=tokens_out,
        cost=settings.cost(tokens_in, tokens_out),
    )


def within(estimate: Estimate, most: float | None) -> None:
    """Refuses a batch that would cost more than it may.

    Raises:
        InputError: it would, or its cost cannot be told.
    """
    if most is None or not estimate.requests:
        return
    if estimate.cost is None:
        raise InputError(
            f"--max-cost is {most:g}, but the price of the model is not configured: nothing was sent",
            "set MINUTEWISE_PRICE_IN and MINUTEWISE_PRICE_OUT (US dollars per million tokens), or leave --max-cost out",
        )
    if estimate.cost > most:
        raise InputError(
            f"the batch would cost about ${estimate.cost:.4f}, more than --max-cost {most:g}: nothing was sent",
            "raise --max-cost, or ask for fewer stories with --top",
        )
