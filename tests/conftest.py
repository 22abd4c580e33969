"""What tests share. The library of the samples is made once in a session; tests that open or change one get a copy."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from ingest.library import Library
from ingest.pipeline import IngestReport, ingest
from ingest.settings import Settings
from tests.invented import write_two

ROOT = Path(__file__).parent.parent
OURS = ("MINUTEWISE_", "OPENAI_", "AZURE_OPENAI_", "LANGSMITH_", "LANGCHAIN_")


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests do not see what the environment configures."""
    for name in list(os.environ):
        if name.startswith(OURS):
            monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder of a closed library of samples/minutes. Copy it, do not open it.

    Read, parsed and indexed anew in every session; only embeddings of the same text by the same code and model are kept between them.
    """
    folder = tmp_path_factory.mktemp("samples") / "library"
    code = hashlib.sha256((ROOT / "ingest" / "embedding.py").read_bytes()).hexdigest()[:16]
    cache = getattr(request.config, "cache", None)  # pytest can be told to keep none
    kept = (cache.mkdir("embeddings") if cache else tmp_path_factory.mktemp("embeddings")) / f"{code}.sqlite"
    with Library(Settings(library=folder), create=True) as library:
        sql = library.catalogue.connection
        sql.execute("ATTACH ? AS kept", (str(kept),))
        sql.execute("CREATE TABLE IF NOT EXISTS kept.embeddings (digest BLOB PRIMARY KEY, vector BLOB NOT NULL)")
        sql.execute("INSERT INTO main.embeddings SELECT digest, vector FROM kept.embeddings")
        report = ingest(library, [ROOT / "samples" / "minutes"])
        sql.execute("DELETE FROM main.embeddings WHERE digest NOT IN (SELECT digest FROM chunks)")
        sql.execute("DELETE FROM kept.embeddings")
        sql.execute("INSERT INTO kept.embeddings SELECT digest, vector FROM main.embeddings")
        sql.execute("DETACH kept")
    assert not report.failed, report.failed
    return folder


@pytest.fixture(scope="session")
def samples(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """An open library of samples/minutes, to read only."""
    folder = tmp_path_factory.mktemp("open") / "library"
    shutil.copytree(sample_folder, folder)
    with Library(Settings(library=folder)) as library:
        yield library


@pytest.fixture(scope="session")
def sample_copy(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library of samples/minutes for commands to read."""
    folder = tmp_path_factory.mktemp("commands") / "library"
    shutil.copytree(sample_folder, folder)
    return folder


@pytest.fixture(scope="session")
def tiny_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, IngestReport]:
    """A closed library of two invented documents, and the report of their ingest. Copy it, do not open it."""
    folder = tmp_path_factory.mktemp("tiny")
    with Library(Settings(library=folder / "library"), create=True) as library:
        report = ingest(library, [write_two(folder)])
    return folder, report


@pytest.fixture
def tiny_folder(tiny_made: tuple[Path, IngestReport], tmp_path: Path) -> Path:
    """A copy of its library for one test: `tmp_path/library`. The files it was made from are there still, elsewhere."""
    shutil.copytree(tiny_made[0] / "library", tmp_path / "library")
    return tmp_path / "library"


@pytest.fixture
def tiny(tiny_folder: Path) -> Iterator[Library]:
    """A library of two invented documents, open."""
    with Library(Settings(library=tiny_folder)) as library:
        yield library


@pytest.fixture
def tiny_files(tiny_made: tuple[Path, IngestReport]) -> Path:
    """The folder of the two invented documents, to read only."""
    return tiny_made[0] / "penllyn"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process through the console script's own entry, exit code and error lines as a shell sees them."""

    def run(*words: object) -> Ran:
        from assistant.cli import main

        monkeypatch.setattr(sys, "argv", ["minutewise", *map(str, words)])
        out, err = io.StringIO(), io.StringIO()
        code = 0
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main()
            except SystemExit as leaving:
                code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
        return Ran(code, out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def shell() -> Run:
    """Runs a command in a process of its own."""

    def run(*words: object, cwd: Path = ROOT, **environment: str) -> Ran:
        clean = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        done = subprocess.run(
            [sys.executable, "-c", "from assistant.cli import main; main()", *map(os.fsencode, map(str, words))],
            capture_output=True,
            text=True,
            cwd=cwd,
            env=clean | {"PYTHONPATH": str(ROOT)} | environment,
            check=False,
            timeout=120,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run
