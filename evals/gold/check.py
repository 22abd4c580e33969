"""`python -m evals.gold.check` holds every record of data/gold.jsonl against samples/source and exits 1 naming what is wrong."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from evals.datamodel import Split
from evals.gold.records import Answerable, ItemPlace, Limits, Record, Unanswerable, load, split_of, states
from evals.gold.sources import Meeting, read_sources
from ingest.errors import InputError
from ingest.text import fold_space

COPIED_WORDS = 6  # a question shares no run of so many words with its evidence: it is asked, not copied


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
