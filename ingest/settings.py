"""What can be set, and from where: environment variables named MINUTEWISE_*, with defaults that work at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import Field, ValidationError

from ingest.datamodel import Noun
from ingest.errors import InputError

EMBEDDED_MODEL = "minilm"

Made = TypeVar("Made", bound=Noun)


class Settings(Noun):
    """Settings of a library. `from_environment` reads them; a command's own options win over it."""

    library: Path = Field(default=Path("library"), description="MINUTEWISE_LIBRARY: folder of catalogue and index")
    chroma_url: str | None = Field(default=None, description="MINUTEWISE_CHROMA_URL: a Chroma server, e.g. http://localhost:8000")
    embedding: str = Field(
        default=EMBEDDED_MODEL, description="MINUTEWISE_EMBEDDING: 'minilm' (embedded), or e.g. 'openai:text-embedding-3-small'"
    )
    chunk_tokens: int = Field(default=220, ge=60, le=2000, description="MINUTEWISE_CHUNK_TOKENS: budget of a chunk, cl100k_base tokens")

    @classmethod
    def from_environment(cls, library: Path | None = None) -> Settings:
        """Reads the environment; an empty variable counts as unset.

        Raises:
            InputError: a variable holds a value that cannot be used.
        """
        found: dict[str, str | Path] = dict(_set(cls))
        if library is not None:
            found["library"] = library
        return _valid(cls, found)


class LogSettings(Noun):
    """Settings of the log of answers, which is off unless they say otherwise."""

    answers_log: str | None = Field(
        default=None, description="MINUTEWISE_ANSWERS_LOG: a file, or 'library' for one in the library's folder"
    )
    answers_keep_days: int | None = Field(
        default=None, ge=1, le=36_500, description="MINUTEWISE_ANSWERS_KEEP_DAYS: days that a line is kept; None: for ever"
    )

    @classmethod
    def from_environment(cls) -> LogSettings:
        """Reads the environment; an empty variable counts as unset.

        Raises:
            InputError: a variable holds a value that cannot be used.
        """
        return _valid(cls, _set(cls))


def _set(settings: type[Noun]) -> dict[str, str]:
    return {field: value for field in settings.model_fields if (value := os.environ.get(f"MINUTEWISE_{field.upper()}", "").strip())}


def _valid(settings: type[Made], found: Mapping[str, str | Path]) -> Made:
    try:
        return settings.model_validate(found)
    except ValidationError as error:
        wrong = error.errors()[0]
        field = str(wrong["loc"][0])
        raise InputError(
            f"MINUTEWISE_{field.upper()} is '{found[field]}'. {wrong['msg']}.", "Set it to such a value, or leave it out."
        ) from error
