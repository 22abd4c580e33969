"""The gold set: questions on the sample minutes with the paragraphs that answer them, and questions that the minutes do not answer.

`python -m evals.gold` checks every record of data/gold.jsonl against samples/source and exits 1 naming what is wrong. See docs/evals.md.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import ConfigDict, Field, ValidationError

from assistant.datamodel import AbstentionKind
from ingest.datamodel import Filters, Language, Noun
from ingest.errors import InputError
from ingest.text import fold_space

GOLD = Path(__file__).parent / "data" / "gold.jsonl"
SOURCES = Path(__file__).parent.parent / "samples" / "source"
BEFORE_ITEMS = "0"  # the item of what stands before the first one: those present
COPIED_WORDS = 6  # a question shares no run of so many words with its evidence: it is asked, not copied

Split = Literal["dev", "held_out"]
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


class Meeting(NamedTuple):
    """A sample source: its front matter, and its paragraphs by item."""

    body: str
    day: date
    language: Language
    items: dict[str, list[str]]


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


def read_sources(folder: Path = SOURCES) -> dict[str, Meeting]:
    """The sample sources by stem."""
    return {path.stem: _read(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.md"))}


def _read(text: str) -> Meeting:
    head, _, rest = text.partition("\n---\n")
    front = dict(re.findall(r"^(\w+): (.+)$", head, re.MULTILINE))
    items: dict[str, list[str]] = {BEFORE_ITEMS: []}
    for line in filter(str.strip, rest.splitlines()):
        if opening := re.match(r"## (\S+?)\.? ", line):
            items[opening[1]] = []
        elif not line.startswith("# ") and not re.fullmatch(r"\[\w+\]", line.strip()):
            items[list(items)[-1]].append(fold_space(line.removeprefix("- ")))
    return Meeting(front["body"], date.fromisoformat(front["date"]), "cy" if front["language"] == "cy" else "en", items)


def problems(records: Sequence[Record], sources: dict[str, Meeting]) -> Iterator[str]:
    """Everything that is wrong with the set, one line each."""
    for what in ("id", "question"):
        counts = Counter((getattr(one, what), one.filters) for one in records) if what == "question" else Counter(one.id for one in records)
        yield from (f"{key}: {what} used {count} times" for key, count in counts.items() if count > 1)
    for one in records:
        check = _answerable(one, sources) if isinstance(one, Answerable) else _unanswerable(one, sources)
        yield from (f"{one.id}: {problem}" for problem in check)
        if one.split != split_of(one.id):
            yield f"{one.id}: is in {one.split}, its id falls into {split_of(one.id)}"


def _answerable(one: Answerable, sources: dict[str, Meeting]) -> Iterator[str]:
    for place in one.evidence:
        if missing := _missing(place, sources):
            yield missing
        elif not any(fold_space(place.text) in paragraph for paragraph in sources[place.source].items[place.item]):
            yield f"not verbatim in {place.source}, item {place.item}: {place.text!r}"
        elif not one.filters.admits(sources[place.source]):
            yield f"its own filters shut out {place.source}"
        if run := _copied(one.question, place.text):
            yield f"the question copies the evidence: {run!r}"
    if (one.kind == "yes_no") != (one.verdict is not None):
        yield "a verdict belongs to yes_no, and to it alone"
    if (one.kind == "welsh") != (one.language == "cy"):
        yield "kind welsh belongs to language cy, and to it alone"
    yield from (f"the question itself states {fact!r}" for fact in one.facts if states(fact, one.question))
    known = [place for place in one.evidence if place.source in sources]
    for place in [
        place for place in known if sources[place.source].language == one.language
    ] or known:  # whichever alternative is cited, with the other groups it must bear out every fact
        beside = " ".join(other.text for other in one.evidence if other is place or other.group != place.group)
        yield from (f"{fact!r} is not in the evidence with {place.text!r}" for fact in one.facts if not states(fact, beside))


def _unanswerable(one: Unanswerable, sources: dict[str, Meeting]) -> Iterator[str]:
    limited = one.filters != Limits()
    if limited and any(one.filters.admits(meeting) for meeting in sources.values()) != (one.expected != "out_of_coverage"):
        yield "its filters must admit no meeting where it is out_of_coverage, and some meeting where it is not"
    if (one.expected == "no_match") != bool(one.absent):
        yield "absent words belong to no_match, and to it alone"
    if (one.expected in ("not_recorded", "exempt")) != bool(one.near):
        yield "a near item belongs to not_recorded and exempt, and to them alone"
    whole = {stem: " ".join(paragraph for item in meeting.items.values() for paragraph in item) for stem, meeting in sources.items()}
    for word in one.absent:
        yield from (f"{word!r} does occur in {stem}" for stem, text in whole.items() if re.search(word, text, re.IGNORECASE))
    yield from filter(None, (_missing(place, sources) for place in one.near))


def _missing(place: ItemPlace, sources: dict[str, Meeting]) -> str:
    if place.source not in sources:
        return f"there is no source {place.source}"
    return "" if place.item in sources[place.source].items else f"{place.source} has no item {place.item}"


def _copied(question: str, text: str) -> str:
    asked, told = (re.findall(r"[\w'£%]+", words.lower()) for words in (question, text))
    runs = {" ".join(told[start : start + COPIED_WORDS]) for start in range(len(told) - COPIED_WORDS + 1)}
    return next((run for start in range(len(asked)) if (run := " ".join(asked[start : start + COPIED_WORDS])) in runs), "")


def main() -> int:
    """Prints the counts and what is wrong; 1 where anything is."""
    try:
        records = load()
    except InputError as error:
        print(error.message, error.hint, sep="\n", file=sys.stderr)
        return 1
    sources = read_sources()
    answerable = [one for one in records if isinstance(one, Answerable)]
    _print_counts("answerable", [(one.kind, one.split) for one in answerable])
    _print_counts("unanswerable", [(one.expected, one.split) for one in records if isinstance(one, Unanswerable)])
    used = Counter(stem for one in answerable for stem in {place.source for place in one.evidence})
    print("answered by", ", ".join(f"{stem[:10]} {meeting.language}: {used[stem]}" for stem, meeting in sources.items()))
    wrong = list(problems(records, sources))
    wrong += [f"no question is answered by {stem}" for stem in sources if not used[stem]]
    print("\n".join(wrong) or f"{len(records)} records, nothing wrong")
    return 1 if wrong else 0


def _print_counts(title: str, rows: Sequence[tuple[str, Split]]) -> None:
    print(f"{title:18}{'dev':>6}{'held out':>10}{'all':>6}")
    for name in [*sorted({name for name, _ in rows}), "all"]:
        splits = [split for row, split in rows if name in (row, "all")]
        print(f"  {name:16}{splits.count('dev'):6}{splits.count('held_out'):10}{len(splits):6}")


if __name__ == "__main__":
    sys.exit(main())
