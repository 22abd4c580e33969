"""What is done already: one file for each finished story, so that a run that was killed goes on where it stopped and pays nothing twice."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path

from pydantic import ValidationError

from assistant.datamodel import Article
from assistant.engines.base import Engine
from assistant.held import Holdings
from assistant.later.corrections import Later
from assistant.newsletter.candidate import Candidate
from assistant.newsletter.templates import Template
from assistant.prompting import load
from ingest.errors import InputError

FOLDER = ".work"
WRITING = 1  # raised when the same minutes would be told otherwise: what older versions wrote is then written anew


class Kept:
    """The finished stories of one output folder.

    Raises:
        InputError: the folder cannot be written to.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                f"the folder {folder} cannot be used: {error.strerror}", "name a folder that you may write to with -o"
            ) from error

    def read(self, key: str) -> Article | None:
        """The story of that key, if it was finished."""
        try:
            return Article.model_validate_json((self._folder / f"{key}.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValidationError, UnicodeDecodeError):
            return None

    def write(self, key: str, article: Article) -> None:
        """Keeps a finished story; a kill leaves either all of it or nothing."""
        path = self._folder / f"{key}.json"
        partial = path.with_suffix(f".{os.getpid()}.partial")
        try:
            partial.write_text(article.model_dump_json(indent=1), encoding="utf-8")
            with partial.open("rb") as written:
                os.fsync(written.fileno())
            partial.replace(path)
        finally:
            with contextlib.suppress(FileNotFoundError):
                partial.unlink()


def key_of(
    candidate: Candidate, holdings: Holdings, engine: Engine, template: Template, *, bilingual: bool, later: Later | None = None
) -> str:
    """What a story's text depends on, as a digest: the minutes, the engine with its model and prompt, the style."""
    minutes: list[object] = []
    for document_id, ordinal in candidate.items:
        keys = [
            (document_id, ordinal),
            *([holdings.pairs[document_id, ordinal]] if bilingual and (document_id, ordinal) in holdings.pairs else []),
        ]
        for name, place in keys:
            document = holdings.documents[name]
            corrections = later.of(holdings.of(name)).of_items.get(place, ()) if later else ()
            put_right = [correction.model_dump(mode="json") for correction in corrections]
            minutes.append([document.model_dump(mode="json"), holdings.items(name)[place].model_dump(mode="json"), put_right])
    parts = {
        "writing": WRITING,
        "candidate": candidate.model_dump(mode="json"),
        "minutes": minutes,
        "engine": [engine.name, engine.usage().model, load("summarise").ref if engine.name == "llm" else None],
        "style": [template.style, template.sentences],
        "bilingual": bilingual,
    }
    digest = hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode("utf-8")).hexdigest()[:16]
    return f"{candidate.id}-{digest}"
