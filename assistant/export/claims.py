"""The table of claims: one row for each sentence and each place that it stands on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from assistant.datamodel import Article, Citation, Edition, Sentence
from assistant.export.files import put
from assistant.export.notes import folded

COLUMNS = (
    "article", "headline", "part", "sentence", "problems", "findings", "support", "key", "quote", "meeting", "item", "paragraph", "page",
    "source_path", "source_url",
)  # fmt: skip


def write_claims(edition: Edition, path: Path) -> Path:
    """Writes claims.csv: UTF-8 with a byte order mark, as spreadsheets want it, cells that would be formulas made text."""
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(COLUMNS)
    for article in edition.articles:
        table.writerows([_safe(str(cell)) for cell in row] for row in _rows(article))
    return put(path, written.getvalue().encode("utf-8-sig"))


def _rows(article: Article) -> Iterator[tuple[object, ...]]:
    known = {citation.key: citation for citation in article.citations}
    for part, sentence in _parts(article):
        problems = " | ".join(f"{one.name}: {one.words}" for one in sentence.problems)
        findings = " | ".join(f"{one.severity}: {one.rule}: {one.words}" for one in article.findings if one.sentence == sentence.text)
        claim = (article.id, article.headline, part, sentence.text, problems, findings, f"{sentence.support:.2f}")
        for key in sentence.citations or ("",):
            yield (*claim, key, *(_evidence(known[key]) if key in known else [""] * 7))


def _parts(article: Article) -> Iterator[tuple[str, Sentence]]:
    if article.standfirst:
        yield "standfirst", article.standfirst
    earlier = tuple(sentence for section in article.earlier for sentence in section.sentences)
    parts = (("body", article.body), ("next steps", article.next_steps), ("earlier", earlier), ("counterpart", article.counterpart))
    for part, sentences in parts:
        for sentence in sentences:
            yield part, sentence


def _evidence(citation: Citation) -> tuple[object, ...]:
    passage = citation.passage
    first, last = passage.source.paragraphs
    meeting = ", ".join(part for part in (passage.council, passage.body, str(passage.date or "")) if part)
    item = f"{passage.item_number}. {passage.item_title}" if passage.item_number else passage.item_title
    paragraph = first if first == last else f"{first}-{last}"
    return folded(citation.quote), meeting, item, paragraph, passage.source.page or "", passage.source.path, passage.source.url or ""


def _safe(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula, as text (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
