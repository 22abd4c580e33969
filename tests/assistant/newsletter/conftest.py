"""One library of an invented year for all tests of the desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ingest.library import Library
from tests.assistant.newsletter.penllyn import penllyn


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Open, to read only."""
    with penllyn(tmp_path_factory.mktemp("penllyn")) as library:
        yield library
