"""A library to take files into."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.library import Library
from ingest.settings import Settings


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty one."""
    with Library(Settings(library=tmp_path / "fresh"), create=True) as opened:
        yield opened
