"""A library keeps catalogue and index in step, whatever happens in between."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from ingest import memory
from ingest.errors import LibraryBusy, LibraryError, LibraryMismatch, NothingFound
from ingest.library import Library
from ingest.settings import Settings
from tests.conftest import ROOT, Run
from tests.counting import counted
from tests.ingest.in_step import catalogued, in_step, indexed


def test_there_must_be_a_library_to_open_one(tmp_path: Path) -> None:
    with pytest.raises(NothingFound, match="there is no library in") as caught:
        Library(Settings(library=tmp_path / "none"))
    assert "minutewise ingest" in caught.value.hint
    assert not (tmp_path / "none").exists()


def test_two_documents_are_in_step(tiny: Library) -> None:
    assert len(catalogued(tiny)) == tiny.lookup.chunk_count() > 4
    assert in_step(tiny)


def test_nearest_finds_by_meaning_and_says_cosine_similarity(tiny: Library) -> None:
    found = tiny.nearest("roof repairs before the fair", 3)
    best = tiny.lookup.passages(found)[0]
    assert best.item_title == "BANDSTAND"
    assert found == sorted(found, key=lambda pair: -pair[1])
    text = tiny.catalogue.connection.execute("SELECT context || char(10) || text FROM chunks WHERE id = ?", (best.id,)).fetchone()[0]
    asked, stored = tiny.embedder.embed(["roof repairs before the fair", text])
    assert found[0][1] == pytest.approx(float(asked @ stored), abs=2e-3)


def test_a_deleted_index_is_made_again_without_embedding(tiny_folder: Path) -> None:
    shutil.rmtree(tiny_folder / "chroma")
    with Library(Settings(library=tiny_folder)) as library:
        counting = counted(library)
        assert in_step(library)
        assert counting.texts == []


def test_an_index_with_other_chunks_is_made_again(tiny_folder: Path) -> None:
    with Library(Settings(library=tiny_folder)) as library:
        library.vectors.delete(sorted(catalogued(library))[:2])
    with Library(Settings(library=tiny_folder)) as library:
        assert in_step(library)


def test_a_damaged_index_says_what_to_do(tiny_folder: Path) -> None:
    """In a process of its own: Chroma does not recover within one."""
    (tiny_folder / "chroma" / "chroma.sqlite3").write_bytes(b"garbage!" * 4000)
    program = (
        "import sys\nfrom pathlib import Path\nfrom ingest.errors import LibraryError\n"
        "from ingest.library import Library\nfrom ingest.settings import Settings\n"
        "with Library(Settings(library=Path(sys.argv[1]))) as library:\n"
        "    try:\n        library.vectors\n    except LibraryError as error:\n        print(error.message, '|', error.hint)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, tiny_folder], capture_output=True, text=True, cwd=ROOT, check=False)
    assert f"{tiny_folder}/chroma cannot be used" in done.stdout, done.stderr
    assert "delete that folder" in done.stdout


def test_closing_lets_go_of_the_index(tiny_folder: Path, tiny_files: Path) -> None:
    """What another process changes in between is seen when the folder is opened again."""
    with Library(Settings(library=tiny_folder)) as library:
        before = indexed(library)
    program = (
        "import sys\nfrom pathlib import Path\nfrom ingest.library import Library\nfrom ingest.settings import Settings\n"
        "with Library(Settings(library=Path(sys.argv[1]))) as library:\n    library.remove(sys.argv[2])\n    library.settle()\n"
    )
    gone = next(iter(before)).rpartition("-")[0]
    subprocess.run([sys.executable, "-c", program, tiny_folder, gone], check=True, cwd=ROOT)
    with Library(Settings(library=tiny_folder)) as library:
        assert in_step(library)
        assert indexed(library) == {name for name in before if not name.startswith(gone)}


@pytest.mark.parametrize("content", [b"these are no tables " * 300, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_catalogue_that_is_none_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(content)
    with pytest.raises(LibraryError, match=r"catalogue\.sqlite is not a catalogue of Minutewise"):
        Library(Settings(library=tmp_path))
    assert (tmp_path / "catalogue.sqlite").read_bytes() == content


def test_another_programs_database_is_not_taken_for_a_catalogue(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "catalogue.sqlite")
    other.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    other.commit()
    other.close()
    with pytest.raises(LibraryError, match="is not a catalogue of Minutewise"):
        Library(Settings(library=tmp_path))


def test_damage_found_later_is_a_clear_error_too(tiny_folder: Path) -> None:
    """Pages in the middle of the file overwritten: it opens, and fails when those are read."""
    with (tiny_folder / "catalogue.sqlite").open("r+b") as file:
        file.seek(0, os.SEEK_END)
        size = file.tell()
        for page in range(8192, size, 4096):
            file.seek(page)
            file.write(b"\xa5" * 4096)
    with pytest.raises(LibraryError, match=r"catalogue\.sqlite (cannot be used|is not a catalogue)"):
        read_all(tiny_folder)


def read_all(folder: Path) -> None:
    """Reads every row that a command may."""
    with Library(Settings(library=folder)) as library:
        for document in library.lookup.documents():
            library.lookup.items(document.id)
            library.lookup.chunk_passages(document.id)


def test_an_error_of_our_own_is_not_taken_for_damage(tiny_folder: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), Library(Settings(library=tiny_folder)) as library:
        library.catalogue.connection.execute("SELECT nothing FROM nowhere")


def test_another_embedding_model_is_refused(tiny_folder: Path) -> None:
    with pytest.raises(LibraryMismatch, match=r"embedded with minilm, the setting is openai:text-embedding-3-small"):
        Library(Settings(library=tiny_folder, embedding="openai:text-embedding-3-small"))
    Library(Settings(library=tiny_folder)).close()  # and the lock was given back


def test_a_later_schema_is_refused(tiny_folder: Path) -> None:
    with Library(Settings(library=tiny_folder)) as library:
        library.catalogue.connection.execute("UPDATE meta SET value = '999' WHERE name = 'schema'")
    with pytest.raises(LibraryMismatch, match="has schema 999"):
        Library(Settings(library=tiny_folder))


def _hold(folder: Path, ready: object, leave: object) -> None:
    with Library(Settings(library=folder)):
        ready.set()  # type: ignore[attr-defined]
        leave.wait(30)  # type: ignore[attr-defined]


def test_a_library_in_use_elsewhere_is_busy_and_says_by_whom(tiny_folder: Path, command: Run) -> None:
    context = multiprocessing.get_context("spawn")
    ready, leave = context.Event(), context.Event()
    holder = context.Process(target=_hold, args=(tiny_folder, ready, leave))
    holder.start()
    try:
        assert ready.wait(60)
        with pytest.raises(LibraryBusy, match=rf"in use by process {holder.pid}") as caught:
            Library(Settings(library=tiny_folder))
        assert caught.value.retryable
        ran = command("meetings", "--library", tiny_folder)
        assert (ran.code, ran.out) == (2, "")
        assert len(ran.err.splitlines()) == 2
        assert f"process {holder.pid}" in ran.err
    finally:
        leave.set()
        holder.join(30)
    Library(Settings(library=tiny_folder)).close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryError, match="cannot be used"):
        Library(Settings(library=tmp_path / "file" / "library"), create=True)


# Where a kill -9 strikes, as code that makes a method end the process there.


def test_the_vector_index_is_opened_beside_searches_and_only_by_a_second_one(tiny: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "EXACT", 0)
    first = tiny.nearest("bandstand", 3)
    assert "vectors" not in tiny.__dict__
    assert tiny.nearest("bandstand", 3) == first
    assert tiny._opening is not None
    tiny._opening.join()
    assert "vectors" in tiny.__dict__
    assert [name for name, _ in tiny.nearest("bandstand", 3)] == [name for name, _ in first]


def test_searches_do_without_a_damaged_vector_index(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tiny_folder / "chroma" / "chroma.sqlite3").write_bytes(b"not a database at all" * 500)
    monkeypatch.setattr(memory, "EXACT", 0)
    with Library(Settings(library=tiny_folder)) as library:
        found = [library.nearest("bandstand", 3) for _ in range(3)]
        assert found[0] == found[1] == found[2] != []
        assert library._opening is not None
        library._opening.join()
        with pytest.raises(LibraryError, match="cannot be used"):
            library.vectors.count()
    assert "Traceback" not in capfd.readouterr().err


def test_what_is_being_written_is_not_searched(tiny: Library) -> None:
    before = tiny.memory

    def killed() -> None:
        with tiny.catalogue.transaction() as sql:
            sql.execute("DELETE FROM chunks")
            assert tiny.lookup.chunk_count() == before.words.size
            assert tiny.memory is before
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        killed()
    assert tiny.lookup.chunk_count() == before.words.size
