"""What was decided, asked by the item's own name: `python -m evals.decided`.

Of every body and every item title of the English sample minutes one question, 'What did BODY decide about TITLE?'. Right is an answer
that states a decision of an item so called, of that body, and begins with one. Formal items (minutes, apologies …) are left out.

And of every meeting one, 'What was decided at the BODY meeting of DAY?'. Counted are the items whose decision is told, of as many as one
answer has room for, and the answers that tell of that meeting alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from assistant.datamodel import Question
from assistant.engines.choosing import MOST_SENTENCES
from evals.gold.decisions import load
from evals.gold.sources import source_of
from evals.scorers.decision_recall import told
from evals.system import ROOT, sample_library, system_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.answer import Answerer
    from ingest.library import Library

_FORMAL = re.compile(r"\b(?:minutes|apolog\w*|declarations?|date of next|urgent|exclusion|forward work|election|chair)\b", re.IGNORECASE)


class Asked(NamedTuple):
    """A question, and the texts of the decisions that answer it."""

    question: str
    decisions: tuple[str, ...]


def questions(library: Library) -> list[Asked]:
    """One for every body and title under which it decided something."""
    decided = defaultdict(list)
    for one in load():
        decided[one.source, one.item].append(one.text)
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for document in library.lookup.documents():
        if document.language != "en" or not document.body:
            continue
        for item in library.lookup.items(document.id):
            texts = decided.get((source_of(document.path), item.number or ""), [])
            if texts and not _FORMAL.search(item.title):
                found[document.body, _matter(item.title)] += texts
    return [Asked(f"What did {_named(body)} decide about {matter}?", tuple(texts)) for (body, matter), texts in sorted(found.items())]


def _matter(title: str) -> str:
    """'rural bus services' of 'NOTICE OF MOTION - RURAL BUS SERVICES', 'foster carers' of 'FOSTER CARERS: OPTION APPRAISAL'."""
    return re.split(r" [-–] ", title.split(":")[0])[-1].lower()


def _named(body: str) -> str:
    return f"the {body}" if body.endswith("Committee") else body


def scores(answerer: Answerer, asked: list[Asked]) -> Iterator[tuple[bool, bool]]:
    """Of each question whether a decision is told, and whether the answer begins with one."""
    for one in asked:
        sentences = [sentence.text for sentence in answerer.answer(Question(text=one.question)).sentences]
        whole = " ".join(sentences)
        yield any(told(text, whole) for text in one.decisions), any(told(text, "".join(sentences[:1])) for text in one.decisions)


class OfMeeting(NamedTuple):
    """A question about a meeting, with the decisions of each of its items."""

    question: str
    source: str
    items: tuple[tuple[str, ...], ...]


def of_meetings(library: Library) -> list[OfMeeting]:
    """One for every English meeting that decided something of substance."""
    decided: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in load():
        decided[one.source][one.item].append(one.text)
    found: dict[str, OfMeeting] = {}
    for document in library.lookup.documents():
        source = source_of(document.path)
        if document.language != "en" or not document.body or not document.date:
            continue
        formal = {item.number for item in library.lookup.items(document.id) if _FORMAL.search(item.title)}
        before = found[source].items if source in found else ()
        here = {item.number for item in library.lookup.items(document.id)} - formal
        items = tuple(tuple(texts) for number, texts in decided[source].items() if number in here)
        day = f"{document.date.day} {document.date:%B %Y}"
        question = f"What was decided at the {document.body} meeting of {day}?"
        found[source] = OfMeeting(question, source, tuple(dict.fromkeys((*before, *items))))
    return [one for one in found.values() if one.items]


def meeting_scores(answerer: Answerer, asked: list[OfMeeting]) -> Iterator[tuple[float, bool]]:
    """Of each question the share of items told, and whether nothing of another meeting is."""
    for one in asked:
        answer = answerer.answer(Question(text=one.question))
        whole = " ".join(sentence.text for sentence in answer.sentences)
        items = sum(any(told(text, whole) for text in texts) for texts in one.items)
        of_it = all(source_of(citation.passage.source.path) == one.source for citation in answer.citations)
        yield items / min(MOST_SENTENCES, len(one.items)), of_it and bool(answer.citations)


def main() -> None:
    """Asks all of them."""
    with sample_library(ROOT / ".cache" / "eval-library") as library:
        answerer = system_on(library, "quote").answerer
        made = list(scores(answerer, asked := questions(library)))
        whole = list(meeting_scores(answerer, meetings := of_meetings(library)))
    print(f"a decision is told       {sum(one for one, _ in made)} of {len(asked)}")
    print(f"the answer begins so     {sum(first for _, first in made)} of {len(asked)}")
    print(f"of a meeting, items told {sum(share for share, _ in whole) / len(meetings):.2f} (mean of {len(meetings)})")
    print(f"of that meeting alone    {sum(alone for _, alone in whole)} of {len(meetings)}")


if __name__ == "__main__":
    main()
