"""The vector index, in a folder and on a Chroma server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from ingest.errors import LibraryMismatch, VectorServiceError
from ingest.library import Library
from ingest.pipeline import IngestReport, ingest
from ingest.settings import Settings
from ingest.vectors import BATCH, Record, VectorIndex
from tests.conftest import ROOT, Run


@pytest.fixture
def index(tmp_path: Path) -> Iterator[VectorIndex]:
    opened = VectorIndex(tmp_path, "minilm")
    yield opened
    opened.close()


def records(count: int) -> list[Record]:
    """Vectors on the unit circle, two chunks a document."""
    angles = np.linspace(0, 1.5, count)
    return [
        Record(f"d{place // 2}-{place % 2:04d}", [float(np.cos(a)), float(np.sin(a))], f"d{place // 2}", 20240101)
        for place, a in enumerate(angles)
    ]


def test_nearest_gives_cosine_similarity_best_first(index: VectorIndex) -> None:
    index.upsert(records(4))
    found = index.nearest(np.array([1, 0], dtype=np.float32), 3)
    assert [name for name, _ in found] == ["d0-0000", "d0-0001", "d1-0000"]
    assert [score for _, score in found] == pytest.approx([1, np.cos(0.5), np.cos(1.0)], abs=1e-5)


def test_documents_limit_the_search(index: VectorIndex) -> None:
    index.upsert(records(6))
    assert {name for name, _ in index.nearest(np.array([1, 0], dtype=np.float32), 10, ["d1", "d2"])} == {
        "d1-0000",
        "d1-0001",
        "d2-0000",
        "d2-0001",
    }
    assert index.nearest(np.array([1, 0], dtype=np.float32), 10, ["none"]) == []


def test_upserting_again_does_not_grow(index: VectorIndex) -> None:
    index.upsert(records(4))
    moved = records(4)[0]._replace(vector=[0.0, 1.0])
    index.upsert([moved, *records(4)[1:]])
    assert index.count() == 4
    assert index.nearest(np.array([0, 1], dtype=np.float32), 1)[0][0] == "d0-0000"


def test_more_than_a_batch_goes_in_and_out(index: VectorIndex) -> None:
    many = records(2 * BATCH + 7)
    index.upsert(iter(many))
    assert index.count() == len(many)
    index.delete([record.chunk_id for record in many[:-1]])
    index.delete(["never there"])
    index.delete([])
    assert index.count() == 1
    index.clear()
    assert index.count() == 0


def test_an_empty_index_has_nothing_near(index: VectorIndex) -> None:
    assert index.nearest(np.array([1, 0], dtype=np.float32), 3) == []


def test_the_collection_remembers_its_model(tmp_path: Path) -> None:
    VectorIndex(tmp_path, "minilm").close()
    with pytest.raises(LibraryMismatch, match="made with minilm, the setting is other"):
        VectorIndex(tmp_path, "other")


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def chroma_server(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A real Chroma server."""
    port = free_port()
    words: list[str | Path] = [Path(sys.executable).parent / "chroma", "run", "--path", folder, "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={"ANONYMIZED_TELEMETRY": "False", "HOME": str(folder)}
    )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{url}/api/v2/heartbeat").close()
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        yield url, server
    finally:
        server.kill()
        server.wait()


def test_libraries_on_a_server_keep_to_themselves_and_say_when_it_is_down(
    tmp_path: Path, tiny_made: tuple[Path, IngestReport], command: Run
) -> None:
    files = tiny_made[0] / "penllyn"
    with chroma_server(tmp_path / "server") as (url, server):
        one, other = (Settings(library=tmp_path / name, chroma_url=url) for name in ("one", "other"))
        with Library(one, create=True) as first, Library(other, create=True) as second:
            ingest(first, [files])
            ingest(second, [files / "finance.txt"])
            assert (first.vectors.count(), second.vectors.count()) == (first.lookup.chunk_count(), second.lookup.chunk_count())
            assert first.vectors.count() > second.vectors.count() > 0
            assert {name.rpartition("-")[0] for name, _ in second.nearest("bandstand", 50)} == {row.id for row in second.lookup.documents()}
        assert not (tmp_path / "one" / "chroma").exists()

        with Library(one) as library:  # summarising a file in passing leaves the server's collections alone
            from assistant.engines.quote import QuoteEngine
            from assistant.summarise import Summariser

            loose = tmp_path / "loose.txt"
            loose.write_text((files / "amenities.txt").read_text().replace("nine slates", "ten slates"))
            before = library.vectors.count()
            Summariser(library, QuoteEngine(library.embedder.embed)).summarise(str(loose))
            assert library.vectors.count() == before

            server.kill()
            server.wait()
            with pytest.raises(VectorServiceError, match=f"the Chroma server at {url} does not answer") as caught:
                library.vectors.nearest(library.embedder.embed(["bandstand"])[0], 1)
            assert caught.value.retryable
            with pytest.raises(VectorServiceError, match="does not answer"):
                ingest(library, [loose])
    with pytest.raises(VectorServiceError, match="does not answer"), Library(one) as library:
        library.vectors.count()
    with chroma_server(tmp_path / "server") as (url, _), Library(Settings(library=tmp_path / "one", chroma_url=url)) as library:
        assert len(library.lookup.documents()) == 3, "what was taken in before the server went is there"
        assert library.vectors.count() == library.lookup.chunk_count()


def test_a_server_that_is_down_is_exit_code_3(tmp_path: Path, tiny_files: Path, shell: Run) -> None:
    url = f"http://127.0.0.1:{free_port()}"
    ran = shell("ingest", tiny_files / "finance.txt", "--library", tmp_path / "library", MINUTEWISE_CHROMA_URL=url)
    assert (ran.code, ran.out) == (3, "")
    assert len(ran.err.splitlines()) == 2
    assert url in ran.err


def test_importing_does_not_load_chroma() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import ingest.vectors, ingest.library, sys; print('chromadb' in sys.modules)"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    assert done.stdout.strip() == "False"
