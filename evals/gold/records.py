"""The gold set: questions on the sample minutes with the paragraphs that answer them, and questions that the minutes do not answer.

`python -m evals.gold.check` holds every record of data/gold.jsonl against samples/source. See docs/evals.md.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, Field, ValidationError

from assistant.datamodel import AbstentionKind
from evals.datamodel import Split
from evals.gold.sources import Meeting
from ingest.datamodel import Filters, Language, Noun
from ingest.errors import InputError
from ingest.text import fold_space

GOLD = Path(__file__).parents[1] / "data" / "gold.jsonl"

AnswerableKind = Literal["fact", "figure", "decision", "vote", "who_said", "why", "several_meetings", "latest_position", "yes_no", "welsh"]
UnanswerableKind = Literal[
    "absent_topic",
    "wrong_topic",
    "other_body",
    "other_place",
    "other_period",
    "wrong_year",
    "silent_person",
    "missing_figure",
    "missing_name",
    "missing_detail",
    "exempt_content",
]


class Limits(Noun):
    """The filters that a question is asked with; dates are days of meetings, both included."""

    model_config = ConfigDict(populate_by_name=True)
    body: str | None = None
    date_from: date | None = Field(default=None, alias="from")
    date_to: date | None = Field(default=None, alias="to")
    language: Language | None = None

    def filters(self) -> Filters:
        """As the assistant takes them."""
        return Filters(**self.model_dump())

    def admits(self, meeting: Meeting) -> bool:
        """Whether they let a meeting through."""
        return (
            (self.body or "").lower() in meeting.body.lower()
            and (self.date_from or meeting.day) <= meeting.day <= (self.date_to or meeting.day)
            and self.language in (None, meeting.language)
        )


class ItemPlace(Noun):
    """An item of one sample source."""

    source: str = Field(description="stem of the file in samples/source")
    item: str = Field(description="number as printed, without trailing dot; '0' is what stands before the first item")


class GoldEvidence(ItemPlace):
    """Words that answer, or part of them; an answer needs one place of each group."""

    text: str = Field(description="verbatim, within one paragraph")
    group: int = Field(default=1, ge=1, description="places of the same group are alternatives")


class Answerable(Noun):
    """A question that the sample minutes answer."""

    id: str
    question: str
    language: Language
    kind: AnswerableKind
    split: Split
    filters: Limits = Limits()
    evidence: tuple[GoldEvidence, ...] = Field(min_length=1)
    facts: tuple[str, ...] = Field(min_length=1, max_length=4, description="expressions, each of which a right answer `states`")
    verdict: Literal["yes", "no"] | None = Field(default=None, description="for yes_no alone: derived, the evidence need not say the word")

    def groups(self) -> list[list[GoldEvidence]]:
        """The evidence by group."""
        return [[one for one in self.evidence if one.group == group] for group in sorted({one.group for one in self.evidence})]


class Unanswerable(Noun):
    """A question that the sample minutes do not answer."""

    id: str
    question: str
    language: Language
    kind: UnanswerableKind = Field(description="how it misses")
    split: Split
    filters: Limits = Limits()
    expected: AbstentionKind
    also_right: tuple[AbstentionKind, ...] = Field(default=(), description="kinds of abstention that would be right as well")
    why: str = Field(description="why the minutes do not answer it")
    absent: tuple[str, ...] = Field(default=(), description="for no_match: regular expressions that match nothing in any source")
    near: tuple[ItemPlace, ...] = Field(default=(), description="for not_recorded and exempt: the item that is there")


Record = Answerable | Unanswerable


def load(path: Path = GOLD) -> list[Record]:
    """The records, in order.

    Raises:
        InputError: a line is not a record; it is named.
    """
    records: list[Record] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            fields = json.loads(line)
            records.append(Unanswerable.model_validate(fields) if "expected" in fields else Answerable.model_validate(fields))
        except (ValueError, TypeError) as error:
            first = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": str(error)}
            where = ".".join(map(str, first["loc"]))
            message = f"{path.name}, line {number} is not a gold record: {where} {first['msg']}"
            raise InputError(message, "see the records of evals/gold.py") from error
    return records


def split_of(name: str) -> Split:
    """The split that an id falls into: held out where its SHA-256 is divisible by three, whatever else the set holds."""
    return "held_out" if int(hashlib.sha256(name.encode("utf-8")).hexdigest(), 16) % 3 == 0 else "dev"


def folded(text: str) -> str:
    """Text as facts are looked for in it: single spaces, '61%' however it was written, miliwn as million."""
    text = re.sub(r"\s*(?:%|per cent\b|y cant\b)", "%", fold_space(text))
    return re.sub(r"\bmiliwn\b", "million", text.replace("’", "'"))


def states(fact: str, text: str) -> bool:
    """Whether a text states a fact: its expression matches, without regard to case, and not as part of a longer word or number."""
    return re.search(rf"(?<!\w)(?<!\d[.,])(?:{fact})(?!\w)(?![.,]\d)", folded(text), re.IGNORECASE) is not None
