"""The manifest of an edition: how each story was made and from what, and what was written where. The same bytes for the same work."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from assistant.datamodel import Edition
from assistant.newsletter.desk import Done

NAME = "manifest.json"


def write_manifest(folder: Path, edition: Edition, done: Sequence[Done], files: Sequence[Path]) -> Path:
    """Writes DIR/manifest.json and returns its path."""
    by_id = {one.candidate.id: one for one in done}
    order = [article.id for article in edition.articles]
    rows = [by_id[name] for name in order] + [one for one in done if one.article is None]
    told = {article.id: article for article in edition.articles}
    manifest = {
        "title": edition.title,
        "template": edition.template,
        "language": edition.language,
        "from": edition.date_from.isoformat(),
        "to": edition.date_to.isoformat(),
        "council": edition.council,
        "banner": edition.banner,
        "signed_by": edition.signed_by,
        "findings": [finding.model_dump(mode="json") for finding in edition.findings],
        "items": [
            {
                "id": one.candidate.id,
                "title": told[one.candidate.id].headline if one.candidate.id in told else one.candidate.title,
                "status": "drafted" if one.article else one.status,
                "error": one.error,
                "theme": one.candidate.theme,
                "score": one.candidate.score,
                "reasons": one.candidate.reasons,
                "minutes": one.candidate.status,
                "meetings": one.candidate.meetings,
                "documents": one.candidate.documents,
                "items": one.candidate.items,
                "provenance": told[one.candidate.id].provenance.model_dump(mode="json") if one.candidate.id in told else None,
                "citations": [
                    {"key": citation.key, "passage": citation.passage.id, "source": citation.passage.source.model_dump(mode="json")}
                    for citation in (told[one.candidate.id].citations if one.candidate.id in told else ())
                ],
                "findings": [
                    finding.model_dump(mode="json") for finding in (told[one.candidate.id].findings if one.candidate.id in told else ())
                ],
            }
            for one in rows
        ],
        "files": [
            {"name": path.relative_to(folder).as_posix(), "sha256": hashlib.sha256(path.read_bytes()).hexdigest()} for path in sorted(files)
        ],
    }
    path = folder / NAME
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path
