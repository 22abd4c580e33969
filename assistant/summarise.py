"""Summaries of items and meetings: what was decided first, every sentence checked, the whole item read."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from assistant.checking import Checker
from assistant.citing import keyed
from assistant.datamodel import Citation, Draft, Evidence, Proposal, Provenance, Section, Sentence, Style
from assistant.engines.base import Engine, Usage
from assistant.engines.extract import decided_first
from assistant.planted import item_without_orders
from assistant.question.words import stems
from assistant.units import plain
from ingest.chunking import leads_in, spoken
from ingest.datamodel import AgendaItem, Filters
from ingest.errors import ChatServiceError, NothingFound, UnreadableFile
from ingest.library import Library
from ingest.lookup import DocumentRow
from ingest.pipeline import ingest

_FIGURE = re.compile(r"\d(?:[\d,.]*\d)?")
_RESOLVED = re.compile(
    r"(?:It was |Bu i |And it was )?(?:unanimously )?(?:RESOLVED|RECOMMENDED|AGREED|[Rr]esolved|[Rr]ecommended|[Aa]greed"
    r"|PENDERFYNWYD|ARGYMHELLWYD|CYTUNWYD|[Pp]enderfynwyd|[Aa]rgymhellwyd|[Cc]ytunwyd)\b"
)
MORE = 0.25  # of a resolution's words, which the page's own decision has not


class Written(NamedTuple):
    """A sentence beside the proposal that it came from."""

    proposal: Proposal
    sentence: Sentence


class Summariser:
    """Summarises what a library holds, or a file."""

    def __init__(self, library: Library, engine: Engine, fallback: Engine | None = None) -> None:
        self._library = library
        self._engine = engine
        self._fallback = fallback

    def summarise(self, meeting: str | None = None, *, item: str | None = None, style: Style = "full") -> Draft:
        """Summarises a meeting, or one item of it.

        Args:
            meeting: a file; or a date, body, title or file name (a part is enough) of the library: the latest meeting that matches.
            item: the number of one item.

        Raises:
            NothingFound: no such meeting or item.
            UnreadableFile: the file cannot be read as minutes.
        """
        file = Path(meeting) if meeting and names_a_file(meeting) else None
        if file and not self._held(file):
            with (
                tempfile.TemporaryDirectory() as folder,
                # Never on a Chroma server: what is kept there outlives the folder.
                Library(self._library.settings.model_copy(update={"library": Path(folder), "chroma_url": None}), create=True) as alone,
            ):
                report = ingest(alone, [file])
                if report.failed:
                    raise UnreadableFile(report.failed[0].error, report.failed[0].hint)
                return Summariser(alone, self._engine, self._fallback)._draft(alone.lookup.documents(), item, style)
        documents = self._held(file) if file else self._matching(meeting)
        return self._draft(documents, item, style)

    def _held(self, file: Path) -> list[DocumentRow]:
        """The document of a file, if the library has the file as it is now."""
        try:
            sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        except OSError:
            return []
        known = self._library.catalogue.standing(str(file.resolve()), file.name, sha256)
        if known.standing in ("new", "changed"):
            return []
        return [document for document in self._library.lookup.documents() if document.id == known.document_id]

    def _matching(self, wanted: str | None) -> list[DocumentRow]:
        """All documents of the latest meeting that matches: a meeting saved item by item is many."""
        documents = self._library.lookup.documents(_date_filter(wanted))
        if wanted and not _date_filter(wanted):
            low = wanted.casefold()
            documents = [
                one for one in documents if any(low in text.casefold() for text in (one.body or "", one.title, Path(one.path).name))
            ]
        if not documents:
            what = f"no meeting in the library matches '{wanted}'" if wanted else "the library is empty"
            raise NothingFound(what, "`minutewise meetings` lists what there is; a file's path works too")
        dated = [one for one in documents if one.date]
        # Of a meeting that the library has in both languages, the English minutes, unless only the Welsh were named.
        latest = max(dated, key=lambda one: (one.date or dt.date.min, one.language == "en")) if dated else documents[-1]
        return [one for one in documents if _meeting_of(one) == _meeting_of(latest)] if latest.date else [latest]

    def _draft(self, documents: Sequence[DocumentRow], number: str | None, style: Style) -> Draft:
        started = time.perf_counter()
        wanted = [
            (document, item)
            for document in documents
            for item in self._library.lookup.items(document.id)
            if not item.exempt and (item.number == number.rstrip(".") if number else True)
        ]
        if not wanted:
            raise NothingFound(
                f"the meeting has no item {number} that can be summarised" if number else "there is nothing in it that can be summarised",
                "`minutewise meetings` lists the meetings; exempt items are never summarised",
            )
        alone = len(wanted) == 1
        sections: list[Section] = []
        citations: list[Citation] = []
        spent: list[Usage] = []
        engine, note = self._engine, None
        passages = [item_without_orders(self._library.lookup, document.id, item.ordinal) for document, item in wanted]
        unread = iter(keyed([passage for some in passages for passage in some]))  # keyed together: one key, one passage in all the draft
        for (document, item), some in zip(wanted, passages, strict=True):
            evidence = tuple(itertools.islice(unread, len(some)))
            length: Style = style if alone or style != "full" else "brief"
            try:
                sentences, checker = self._sentences(engine, document, item, evidence, length)
            except ChatServiceError as error:
                if self._fallback is None:
                    raise
                engine, note = self._fallback, f"{error.message}; written with the minutes' own sentences instead"
                sentences, checker = self._sentences(engine, document, item, evidence, length)
            spent.append(engine.usage())
            if sentences:
                whole = [Section(heading=_heading(item), sentences=tuple(one.sentence for one in sentences))]
                sections.extend(_split(sentences) if alone else whole)
                citations.extend(checker.citations())
        first = documents[0]
        return Draft(
            title=_title(first, wanted[0][1] if alone else None),
            sections=tuple(sections),
            citations=tuple(citations),
            status=first.status,
            provenance=Provenance(
                engine=engine.name,
                prompt=spent[-1].prompt,
                model=spent[-1].model,
                embedding=self._library.embedder.name,
                passages=tuple(dict.fromkeys(citation.passage.id for citation in citations)),
                tokens_in=sum(one.tokens_in for one in spent),
                tokens_out=sum(one.tokens_out for one in spent),
                cost=sum(costs) if (costs := [one.cost for one in spent if one.cost is not None]) else None,
                seconds=round(time.perf_counter() - started, 3),
                note=note,
            ),
        )

    def _sentences(
        self, engine: Engine, document: DocumentRow, item: AgendaItem, evidence: Sequence[Evidence], style: Style
    ) -> tuple[list[Written], Checker]:
        checker = Checker(self._library, evidence)
        proposals = engine.summarise(document.meeting(), item, evidence, style) if evidence else iter(())
        written = [Written(proposal, checker.checked(proposal)) for proposal in proposals]
        # A model may leave a decision out, or word it so that it fails: then the minutes' own words stand for it.
        untold = [proposal for proposal in decided_first(item, evidence) if not _is_told(proposal.text, written)]
        written = [*(Written(proposal, checker.checked(proposal)) for proposal in untold), *written]
        rest = next((place for place, one in enumerate(written) if not one.proposal.decided), len(written))
        fuller = [proposal for proposal in _fuller(item, evidence) if not _is_told(proposal.text, written)]
        return [*written[:rest], *(Written(proposal, checker.checked(proposal)) for proposal in fuller), *written[rest:]], checker


def _fuller(item: AgendaItem, evidence: Sequence[Evidence]) -> Iterator[Proposal]:
    """Resolutions in the running minutes that say more than the page's own "Decision" above them, which is what is on record."""
    if not any(paragraph.part == "decision" for paragraph in item.paragraphs):
        return
    on_record = stems(" ".join(paragraph.text for paragraph in item.paragraphs if paragraph.part == "decision"))
    running = [paragraph for paragraph in item.paragraphs if paragraph.part == "minutes"]
    for place, paragraph in enumerate(running):
        if not _RESOLVED.match(paragraph.text):
            continue
        parts = [paragraph]
        if leads_in(paragraph.text):
            parts += itertools.takewhile(lambda one: one.kind == "bullet", running[place + 1 :])
        whole = plain(" ".join(map(spoken, parts)))
        new = stems(whole) - on_record
        key = next((one.key for one in evidence if whole in plain(one.passage.text)), None)
        if key and len(new) >= MORE * len(stems(whole)):
            yield Proposal(text=whole, keys=(key,), quotes=(whole,), decided=True)


def _is_told(decision: str, written: Sequence[Written]) -> bool:
    """Whether a sentence that passed every check tells a decision: all its figures, and half of its words."""
    words, figures = stems(decision), set(_FIGURE.findall(decision))
    for one in written:
        text = one.sentence.text
        if not one.sentence.problems and (
            decision in text or (figures <= set(_FIGURE.findall(text)) and 2 * len(words & stems(text)) >= len(words))
        ):
            return True
    return False


def names_a_file(meeting: str) -> bool:
    """Whether there is a file of that name; a text too long to be one is none."""
    try:
        return Path(meeting).is_file()
    except OSError:
        return False


def _date_filter(wanted: str | None) -> Filters:
    try:
        day = dt.date.fromisoformat(wanted or "")
    except ValueError:
        return Filters()
    return Filters(date_from=day, date_to=day)


def _meeting_of(document: DocumentRow) -> tuple[object, ...]:
    return document.council, document.body, document.date, document.language


def _split(written: Sequence[Written]) -> list[Section]:
    """What was decided under a heading of its own, where the engine tells it apart."""
    decided = tuple(one.sentence for one in written if one.proposal.decided)
    rest = tuple(one.sentence for one in written if not one.proposal.decided)
    return [
        Section(heading=heading, sentences=some)
        for heading, some in (("Decided", decided), ("Discussed" if decided else "Summary", rest))
        if some
    ]


def _heading(item: AgendaItem) -> str:
    return f"{item.number}. {item.title}" if item.number else item.title


def _title(document: DocumentRow, item: AgendaItem | None) -> str:
    when = f"{document.date.day} {document.date:%B %Y}" if document.date else None
    return ", ".join(part for part in (_heading(item) if item else None, document.body or document.council, when) if part) or document.title
