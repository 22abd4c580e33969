"""What is measured: one library of the sample minutes with the parts that read it. A test puts a worse part in the place of one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from assistant.answer import Answerer
    from assistant.engines.base import Engine
    from assistant.engines.choice import Wanted
    from assistant.finding.nearness import Embed
    from assistant.finding.retrieve import Hits
    from assistant.grounding import Verdict
    from assistant.summarise import Summariser
    from ingest.datamodel import Filters
    from ingest.library import Library

ROOT = Path(__file__).parent.parent
MINUTES = ROOT / "samples" / "minutes"

Search = Callable[[str, "Filters", int], "Hits"]
Watch = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""


class Check(Protocol):
    """As `assistant.grounding.check`."""

    def __call__(self, claim: str, evidence: Sequence[str], *, context: Sequence[str] = (), embed: Embed | None = None) -> Verdict:
        """Whether a claim stands on its evidence."""
        ...


class System(NamedTuple):
    """One library, and everything that is asked of it."""

    library: Library
    search: Search
    answerer: Answerer
    summariser: Summariser
    engine: Engine
    check: Check


def system_on(library: Library, wanted: Wanted = "quote") -> System:
    """The assistant's own parts on one library.

    Raises:
        ChatServiceError: the engine wanted is `llm` and no model is configured.
    """
    from assistant.answer import Answerer
    from assistant.engines.choice import choose
    from assistant.finding.retrieve import Retriever
    from assistant.grounding import check
    from assistant.summarise import Summariser

    engine, fallback = choose(library, wanted)
    retriever = Retriever(library)
    return System(
        library=library,
        search=retriever.search,
        answerer=Answerer(library, engine, fallback),
        summariser=Summariser(library, engine, fallback),
        engine=engine,
        check=check,
    )


@contextmanager
def sample_library(folder: Path, watch: Watch | None = None) -> Iterator[Library]:
    """A library of samples/minutes in a folder; one that is there and was made of the same files by the same code is used as it is.

    Raises:
        InputError: a sample cannot be read.
    """
    import shutil

    from ingest.errors import InputError
    from ingest.library import Library
    from ingest.pipeline import ingest
    from ingest.settings import Settings

    parts = sorted([*(ROOT / "ingest").rglob("*.py"), *(ROOT / "ingest").rglob("*.sql"), *MINUTES.iterdir()])
    state = hashlib.sha256(b"".join(hashlib.sha256(part.read_bytes()).digest() for part in parts)).hexdigest()
    note = folder / "made-with"
    if folder.exists() and any(folder.iterdir()) and (not note.exists() or note.read_text(encoding="utf-8") != state):
        shutil.rmtree(folder)
    with Library(Settings(library=folder), create=True) as library:
        if not note.exists():
            report = ingest(library, [MINUTES], watch=watch)
            if report.failed:
                raise InputError(f"{len(report.failed)} of the samples cannot be read: {report.failed[0].error}", report.failed[0].hint)
            note.write_text(state, encoding="utf-8")
        yield library
