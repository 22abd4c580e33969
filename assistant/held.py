"""The meetings that a library has minutes of: documents brought together as parts, versions and translations of one meeting."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ingest.datamodel import AgendaItem, Language, SourcePlace
from ingest.lookup import DocumentRow, ItemText, Lookup
from ingest.pairs import ItemKey, pairs

SAME_AGENDA = 0.5  # least share of item titles in common of two files that are versions of one document

_SIGNS = re.compile(r"[\W_]+")

BodyKey = tuple[str, str]  # council and body, without regard to case


def folded(name: str) -> str:
    """A name without regard to case and punctuation: 'Cappel-Mawr' and 'CAPPEL MAWR' are one."""
    return " ".join(_SIGNS.sub(" ", name.casefold()).split())


@functools.lru_cache(maxsize=10_000)
def body_key(council: str | None, body: str | None) -> BodyKey:
    """Tells bodies apart, however their names are written."""
    return folded(council or ""), folded(body or "")


class Held(NamedTuple):
    """One meeting in one language."""

    key: str  # id of its first document
    documents: tuple[DocumentRow, ...]  # parts in order of their items, or versions

    @property
    def first(self) -> DocumentRow:
        """The document that speaks for the meeting."""
        return self.documents[0]

    @property
    def body_key(self) -> BodyKey:
        """Tells bodies apart."""
        return body_key(self.first.council, self.first.body)

    @property
    def day(self) -> str:
        """ISO date; empty where the minutes state none."""
        return str(self.first.date or "")

    @property
    def language(self) -> Language:
        """Language of the minutes."""
        return self.first.language


class Holdings:
    """All meetings of a library, or those of some documents, with what belongs together."""

    def __init__(self, lookup: Lookup, documents: Iterable[DocumentRow] | None = None) -> None:
        self._lookup = lookup
        self.documents = {one.id: one for one in (lookup.documents() if documents is None else documents)}
        self.meetings = sorted(self._held(), key=lambda one: (one.day == "", one.day, one.body_key, one.language, one.key))
        self._of = {document.id: held for held in self.meetings for document in held.documents}
        self.pairs: dict[ItemKey, ItemKey] = pairs(lookup, list(self.documents.values()))

    def of(self, document_id: str) -> Held:
        """The meeting that a document is of."""
        return self._of[document_id]

    def twin(self, held: Held) -> Held | None:
        """The same meeting in the other language."""
        ids = {document.id for document in held.documents}
        return next((self._of[other] for (one, _), (other, _) in self.pairs.items() if one in ids), None)

    def repeated(self, key: ItemKey) -> bool:
        """Whether an item is the Welsh translation of an English one that the library has too."""
        return self.documents[key[0]].language == "cy" and key in self.pairs

    def superseded_by(self, document: DocumentRow) -> DocumentRow | None:
        """The published version that a draft has given way to."""
        if document.status != "draft" or document.format == "moderngov-item":
            return None
        whole = (one for one in self.of(document.id).documents if one.status != "draft" and one.format != "moderngov-item")
        return next(whole, None)

    def items(self, document_id: str) -> dict[int, AgendaItem]:
        """The items of a document with their paragraphs, by ordinal."""
        return self._read(document_id)

    @functools.cached_property
    def _read(self) -> Callable[[str], dict[int, AgendaItem]]:
        return functools.lru_cache(maxsize=256)(lambda document_id: {item.ordinal: item for item in self._lookup.items(document_id)})

    def place(self, document_id: str, paragraphs: tuple[int, int], page: int | None = None) -> SourcePlace:
        """Where paragraphs of a document are to be found."""
        document = self.documents[document_id]
        if page is None:
            page = next((one.page for one in self._lookup.paragraphs(document_id, *paragraphs)), None)
        return SourcePlace(path=document.path, url=document.url, page=page, paragraphs=paragraphs)

    def words(self, document_id: str, paragraphs: tuple[int, int]) -> str:
        """The paragraphs in full, each on a line."""
        found = self._lookup.paragraphs(document_id, *paragraphs)
        return "\n".join(one.text for one in found if one.kind != "label" and one.part != "agenda")

    def _held(self) -> list[Held]:
        meetings: list[Held] = []
        groups: defaultdict[tuple[object, ...], list[DocumentRow]] = defaultdict(list)
        for one in self.documents.values():
            named = one.date and (one.council or one.body)
            groups[(*body_key(one.council, one.body), one.date, one.language) if named else (one.id,)].append(one)
        for rows in groups.values():
            meetings += [Held(some[0].id, tuple(some)) for some in (self._versions(rows) if len(rows) > 1 else [rows])]
        return meetings

    def _versions(self, rows: Sequence[DocumentRow]) -> list[list[DocumentRow]]:
        """Files of one body and day: pages of single items are one meeting, whole documents only where their agendas agree."""
        texts = {row.id: self._lookup.item_texts(row.id) for row in rows}
        pages = sorted((row for row in rows if row.format == "moderngov-item"), key=lambda row: _place(texts[row.id][0]))
        groups: list[list[DocumentRow]] = []
        for row in sorted((row for row in rows if row.format != "moderngov-item"), key=lambda row: row.status == "draft"):
            fitting = next((group for group in groups if _same_agenda(texts[group[0].id], texts[row.id])), None)
            if fitting is None:
                groups.append([row])
            else:
                fitting.append(row)
        if not pages:
            return groups
        if not groups:
            return [pages]
        titles = {item.title.casefold() for page in pages for item in texts[page.id]}
        nearest = max(groups, key=lambda group: len(titles & {item.title.casefold() for item in texts[group[0].id]}))
        nearest += pages
        return groups


def _place(item: ItemText) -> tuple[int, ...]:
    digits = "".join(sign if sign.isdigit() else " " for sign in item.number or "").split()
    return tuple(map(int, digits))


def _same_agenda(one: Sequence[ItemText], other: Sequence[ItemText]) -> bool:
    """Whether two documents have mostly the same items; standing titles alone do not tell, so what stands under them counts too."""
    if len(one) == len(other) == 1:
        words, others = set(one[0].text.split()), set(other[0].text.split())
        return len(words & others) >= SAME_AGENDA * max(1, min(len(words), len(others)))
    mine, theirs = ({(item.title.casefold(), item.text.casefold()[:40]) for item in items} for items in (one, other))
    return len(mine & theirs) >= SAME_AGENDA * max(1, min(len(mine), len(theirs)))
