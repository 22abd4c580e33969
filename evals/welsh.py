"""Welsh questions over minutes in two languages: `python -m evals.welsh ../shared/data`.

`evals/data/welsh_questions.jsonl` names for each question the file and the item that answers it: {id, question, file, item}, the item
counted from 1 as it stands in the document (0 is what stands before the first). The minutes themselves are in the data folder, `welsh/`.
"""

from __future__ import annotations

import re
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from assistant.finding.retrieve import Retriever
from ingest.datamodel import Filters, Noun
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings
from ingest.welsh import radical

if TYPE_CHECKING:
    from ingest.datamodel import Passage

CACHE = Path(".cache/eval-welsh")


class WelshQuestion(Noun):
    """A question, and where its answer stands."""

    id: str
    question: str
    file: str
    item: int


class WelshScores(Noun):
    """Counts of questions."""

    n: int
    first: int = Field(description="the right meeting and item first")
    english: int = Field(description="its English translation first, where only English minutes are searched")
    unmutated: int = Field(description="the same five found when every word's mutation is undone")
    missed: tuple[str, ...] = Field(description="ids of the questions whose item was not first")


def questions() -> list[WelshQuestion]:
    """The questions."""
    lines = resources.files("evals").joinpath("data/welsh_questions.jsonl").read_text("utf-8").splitlines()
    return [WelshQuestion.model_validate_json(line) for line in lines]


def measure(library: Library) -> WelshScores:
    """Asks all questions of a library that holds the minutes."""
    retriever = Retriever(library)

    def found(text: str, language: str | None = None) -> list[tuple[str, int]]:
        passages = retriever.search(text, Filters.model_validate({"language": language}), 5).passages
        return [_place(library, passage) for passage in passages]

    asked = questions()
    first = [one.id for one in asked if found(one.question)[:1] == [(one.file, one.item)]]
    english = sum(found(one.question, "en")[:1] == [(one.file.replace("_cy", "_en"), one.item)] for one in asked)
    unmutated = sum(found(one.question) == found(_unmutated(one.question)) for one in asked)
    missed = tuple(one.id for one in asked if one.id not in first)
    return WelshScores(n=len(asked), first=len(first), english=english, unmutated=unmutated, missed=missed)


def _unmutated(question: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: radical(word[0].lower()), question)


def _place(library: Library, passage: Passage) -> tuple[str, int]:
    words = library.memory.words
    return Path(passage.source.path).name, words.key(words.row_of[passage.id])[1]


def main() -> None:
    """Prints the counts."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    with Library(Settings(library=CACHE), create=True) as library:
        print(ingest(library, [data / "welsh"]))
        scores = measure(library)
    print(f"right meeting and item first    {scores.first} of {scores.n}  (not: {', '.join(scores.missed) or 'none'})")
    print(f"the English of the pair first   {scores.english} of {scores.n}")
    print(f"the same without mutations      {scores.unmutated} of {scores.n}")


if __name__ == "__main__":
    main()
