"""Answers measured against the gold set on the sample minutes: what was found, cited and stated, and what was said to be unanswerable.

`python -m evals.answers [--split dev] [--engine quote] [--show-worst N] [--json]`; what each figure means is in docs/evals.md.
Of the held-out questions figures alone are printed, so that nobody tunes to them.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import shutil
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from evals.gold import BEFORE_ITEMS, Answerable, GoldEvidence, Record, Split, Unanswerable, load, states
from ingest.text import fold_space

if TYPE_CHECKING:
    from assistant.answer import Answerer
    from assistant.datamodel import Answer, Citation, Passage
    from assistant.engines.choice import Wanted
    from ingest.library import Library

ROOT = Path(__file__).parent.parent
MINUTES = ROOT / "samples" / "minutes"
LIBRARY = ROOT / ".cache" / "eval-library"
MADE_WITH = "made-with"  # file in the library's folder: digest of the minutes and of the code that read them


class Reply(NamedTuple):
    """What became of one question. Shares are between 0 and 1; None where they do not apply."""

    gold: Record
    text: str
    passages: Sequence[Passage]
    citations: Sequence[Citation]
    abstained: str | None  # the kind of abstention
    seconds: float
    found: float | None = None  # share of the evidence groups that the passages hold
    cited: float | None = None  # share of the evidence groups that the citations hold
    facts: float | None = None
    precise: float | None = None  # share of the citations that hold evidence
    near: float | None = None  # share of the citations that stand in an item of the evidence
    foreign: float | None = None  # share of the citations in the other language
    opposite: bool = False  # it opens with the wrong yes or no


class Figure(NamedTuple):
    """A mean with its standard error and the number of questions that it is of."""

    name: str
    mean: float
    error: float
    n: int


def eval_library() -> Library:
    """The library of samples/minutes in .cache/eval-library, made anew when the minutes or the code that reads them have changed."""
    from ingest.library import Library
    from ingest.pipeline import ingest
    from ingest.settings import Settings

    parts = sorted([*(ROOT / "ingest").rglob("*.py"), *(ROOT / "ingest").rglob("*.sql"), *MINUTES.iterdir()])
    state = hashlib.sha256(b"".join(hashlib.sha256(part.read_bytes()).digest() for part in parts)).hexdigest()
    note = LIBRARY / MADE_WITH
    if LIBRARY.exists() and (not note.exists() or note.read_text(encoding="utf-8") != state):
        shutil.rmtree(LIBRARY)
    library = Library(Settings(library=LIBRARY), create=True)
    if not note.exists():
        ingest(library, [MINUTES])
        note.write_text(state, encoding="utf-8")
    return library


def stem(path: str) -> str:
    """The sample source that a file of samples/minutes was made from."""
    return re.sub(r"-item-\d+$", "", Path(path).stem)


def ask(answerer: Answerer, library: Library, gold: Record) -> Reply:
    """Asks one gold question and measures what comes back."""
    from assistant.datamodel import Answer, Question
    from assistant.retrieve import Hits

    started = time.perf_counter()
    passages: Sequence[Passage] = ()
    answer: Answer | None = None
    for event in answerer.stream(Question(text=gold.question, filters=gold.filters.filters())):
        if isinstance(event, Hits):
            passages = event.passages
        elif isinstance(event, Answer):
            answer = event
    assert answer is not None
    abstained = answer.abstention.kind if answer.abstention else None
    reply = Reply(gold, answer.text, passages, answer.citations, abstained, time.perf_counter() - started)
    return _measured(reply, gold, library) if isinstance(gold, Answerable) else reply


def _measured(reply: Reply, gold: Answerable, library: Library) -> Reply:
    said = reply.abstained is None
    held = _documents(reply.passages)
    cited = [_cited(one, library) for one in reply.citations]
    stand = [(stem(one.passage.source.path), one.passage.item_number or BEFORE_ITEMS) for one in reply.citations]
    groups = [_folded(group) for group in gold.groups()]
    items = {(place.source, place.item) for place in gold.evidence}
    return reply._replace(
        found=_share(any(place.text in held.get(place.source, "") for place in group) for group in groups),
        cited=_share(any(_holds(one, place) for one in cited for place in group) for group in groups),
        facts=_share(said and states(fact, reply.text) for fact in gold.facts),
        precise=_share(any(_holds(one, place) for place in _folded(gold.evidence)) for one in cited) if cited else None,
        near=_share(place in items for place in stand) if cited else None,
        foreign=_share(one.passage.language != gold.language for one in reply.citations) if cited else None,
        opposite=gold.verdict is not None and said and reply.text.lower().startswith("yes" if gold.verdict == "no" else "no"),
    )


def _documents(passages: Sequence[Passage]) -> dict[str, str]:
    """The passages' words by source, in order: evidence may run over from one passage into the next."""
    from assistant.units import plain

    words: dict[str, str] = {}
    for one in sorted(passages, key=lambda one: one.id):
        words[stem(one.source.path)] = f"{words.get(stem(one.source.path), '')} {plain(one.text)}".strip()
    return words


def _cited(citation: Citation, library: Library) -> tuple[str, str]:
    """The source of a citation, and the words of the paragraphs that it names with the words that it quotes."""
    from assistant.units import plain

    place = citation.passage.source
    paragraphs = library.lookup.paragraphs(citation.passage.id.rpartition("-")[0], *place.paragraphs)
    return stem(place.path), f"{plain(' '.join(one.text for one in paragraphs))}\n{plain(citation.quote)}"


def _holds(cited: tuple[str, str], place: GoldEvidence) -> bool:
    return cited[0] == place.source and place.text in cited[1]


def _folded(places: Iterable[GoldEvidence]) -> list[GoldEvidence]:
    return [place.model_copy(update={"text": fold_space(place.text)}) for place in places]


def _share(hits: Iterable[bool]) -> float:
    return statistics.fmean(list(hits))


def measure(split: Split | None = "dev", engine: Wanted = "quote", watch: Callable[[str], None] | None = None) -> list[Reply]:
    """Asks the questions of one split (None: of both) with one engine.

    Raises:
        InputError: the gold set cannot be read.
        ChatServiceError: the engine is `llm` and its model fails.
    """
    from assistant.answer import Answerer
    from assistant.engines.choice import choose

    questions = [one for one in load() if split in (None, one.split)]
    with eval_library() as library:
        answerer = Answerer(library, *choose(library, engine))
        replies = []
        for gold in questions:
            if watch:
                watch(gold.id)
            replies.append(ask(answerer, library, gold))
    return replies


def figures(replies: Sequence[Reply]) -> list[Figure]:
    """The whole table, one figure a line."""
    answerable = [one for one in replies if isinstance(one.gold, Answerable)]
    unanswerable = [one for one in replies if isinstance(one.gold, Unanswerable)]
    answered = [one for one in answerable if one.abstained is None]
    abstained = [one for one in replies if one.abstained is not None]
    rows = [
        _figure("recall@8: evidence groups among the passages", (one.found for one in answerable)),
        _figure("gold cited, any group", (bool(one.cited) for one in answerable)),
        _figure("gold cited, all groups", (one.cited == 1 for one in answerable)),
        _figure("fact recall", (one.facts for one in answerable)),
        _figure("all facts stated", (one.facts == 1 for one in answerable)),
        _figure("fact recall where answered", (one.facts for one in answered)),
        _figure("citation precision, paragraph", (one.precise for one in answered)),
        _figure("citation precision, item", (one.near for one in answered)),
        _figure("cited in the other language", (one.foreign for one in answered)),
        _figure("opens with the opposite yes or no", (one.opposite for one in answered if one.gold.kind == "yes_no")),
        _figure("wrongly abstained", (one.abstained is not None for one in answerable)),
        _figure(
            "wrongly abstained, the gold being among the passages", (one.abstained is not None and one.found == 1 for one in answerable)
        ),
        _figure("abstention precision", (isinstance(one.gold, Unanswerable) for one in abstained)),
        _figure("abstention recall", (one.abstained is not None for one in unanswerable)),
        _figure("right kind of abstention", (_right_kind(one) for one in unanswerable)),
        _figure("words an answer", (len(one.text.split()) for one in answered)),
        _figure("citations an answer", (len(one.citations) for one in answered)),
        _figure("seconds a question", (one.seconds for one in replies)),
    ]
    for kind in sorted({one.gold.kind for one in answerable}):
        chosen = [one for one in answerable if one.gold.kind == kind]
        rows.append(_figure(f"{kind}: recall@8", (one.found for one in chosen)))
        rows.append(_figure(f"{kind}: gold cited, any group", (bool(one.cited) for one in chosen)))
        rows.append(_figure(f"{kind}: fact recall", (one.facts for one in chosen)))
        rows.append(_figure(f"{kind}: wrongly abstained", (one.abstained is not None for one in chosen)))
    for part in ("expected", "kind"):
        for name in sorted({getattr(one.gold, part) for one in unanswerable}):
            chosen = [one for one in unanswerable if getattr(one.gold, part) == name]
            rows.append(_figure(f"{name}: abstained", (one.abstained is not None for one in chosen)))
            rows.append(_figure(f"{name}: right kind", (_right_kind(one) for one in chosen)))
    return list(dict.fromkeys(row for row in rows if row.n))


def _figure(name: str, values: Iterable[float | None]) -> Figure:
    known = [float(value) for value in values if value is not None]
    error = statistics.stdev(known) / math.sqrt(len(known)) if len(known) > 1 else 0.0
    return Figure(name, statistics.fmean(known) if known else 0.0, error, len(known))


def _right_kind(reply: Reply) -> bool:
    return isinstance(reply.gold, Unanswerable) and reply.abstained in (reply.gold.expected, *reply.gold.also_right)


def worst(replies: Sequence[Reply], count: int) -> Iterator[str]:
    """The worst replies to dev questions, `count` of either sort, with what was asked, said and wanted."""
    dev = [one for one in replies if one.gold.split == "dev"]
    missed = sorted((one for one in dev if isinstance(one.gold, Answerable) and _score(one) < 2), key=_score)
    talked = [one for one in dev if isinstance(one.gold, Unanswerable) and not _right_kind(one)]
    talked.sort(key=lambda one: one.abstained is not None)
    for one in [*missed[:count], *talked[:count]]:
        yield f"\n[{one.gold.kind}] {one.gold.id}: {one.gold.question} {one.gold.filters.filters().described()}"
        if isinstance(one.gold, Answerable):
            yield f"  found {one.found:.2f}, cited {one.cited:.2f}, facts {one.facts:.2f}"
            yield from (f"  gold {place.group}: {place.source}, {place.item}: {place.text}" for place in one.gold.evidence)
            yield f"  facts: {' ;; '.join(one.gold.facts)}"
        else:
            yield f"  expected {one.gold.expected}: {one.gold.why}"
        yield f"  {f'abstained, {one.abstained}' if one.abstained else 'answered'}: {one.text}"
        yield from (f"  cited: {stem(cited.passage.source.path)}, {cited.passage.item_number}" for cited in one.citations)


def _score(reply: Reply) -> float:
    return (reply.facts or 0) + (reply.cited or 0)


@click.command()
@click.option("--split", type=click.Choice(["dev", "held_out", "all"]), default="dev", show_default=True)
@click.option("--engine", type=click.Choice(["quote", "llm", "auto"]), default="quote", show_default=True)
@click.option(
    "--show-worst", "count", type=click.IntRange(0), default=0, metavar="N", help="Of either sort the N dev questions that went worst."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
def main(split: str, engine: Wanted, count: int, as_json: bool) -> None:
    """Measures answers against the gold set."""
    from ingest.errors import MinutewiseError

    try:
        replies = measure(None if split == "all" else "dev" if split == "dev" else "held_out", engine)
    except MinutewiseError as error:
        raise click.ClickException(f"{error.message}\n{error.hint}") from error
    table = figures(replies)
    if as_json:
        click.echo(json.dumps({"split": split, "engine": engine, "figures": [row._asdict() for row in table]}, indent=2))
        return
    click.echo(f"{f'{split}, {engine} engine':52}{'mean':>8}{'± s.e.':>8}{'n':>5}")
    for row in table:
        click.echo(f"{row.name:52}{row.mean:8.3f}{row.error:8.3f}{row.n:5}")
    for line in worst(replies, count):
        click.echo(line)


if __name__ == "__main__":
    main()
