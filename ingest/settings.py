"""What can be set, and from where: environment variables named MINUTEWISE_*, with defaults that work at once."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field, ValidationError

from ingest.datamodel import Noun
from ingest.errors import InputError

EMBEDDED_MODEL = "minilm"


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
        found: dict[str, str | Path] = {
            field: value for field in cls.model_fields if (value := os.environ.get(f"MINUTEWISE_{field.upper()}", "").strip())
        }
        if library is not None:
            found["library"] = library
        try:
            return cls.model_validate(found)
        except ValidationError as error:
            wrong = error.errors()[0]
            field = str(wrong["loc"][0])
            raise InputError(
                f"MINUTEWISE_{field.upper()} is '{found[field]}'. {wrong['msg']}.", "Set it to such a value, or leave it out."
            ) from error
