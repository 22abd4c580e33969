"""The catalogue: how a file stands to it, and that a document is written whole or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import ingest.catalogue as module
from ingest.catalogue import Catalogue, Change, digest, exists
from ingest.chunking import chunks
from ingest.datamodel import Chunk, Minutes
from ingest.errors import LibraryMismatch
from ingest.pipeline import read_paths
from tests.invented import amenities


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path, "minilm")
    yield opened
    opened.close()


@pytest.fixture
def read(tmp_path: Path) -> tuple[Path, Minutes]:
    """A file and its minutes."""
    file = tmp_path / "amenities.txt"
    file.write_text(amenities(), encoding="utf-8")
    return file, next(read_paths([file]))


def put(catalogue: Catalogue, file: Path, minutes: Minutes, name: str = "doc", budget: int = 60) -> Change:
    cut = chunks(minutes, name, budget)
    return catalogue.put(name, str(file), minutes, cut, {digest(chunk.indexed_text): b"vector" for chunk in cut})


def outbox(catalogue: Catalogue) -> dict[str, str]:
    return dict(catalogue.connection.execute("SELECT chunk_id, operation FROM outbox").fetchall())


def test_a_file_stands_new_unchanged_changed(catalogue: Catalogue, read: tuple[Path, Minutes]) -> None:
    file, minutes = read
    known = catalogue.standing(str(file), "minutes/amenities.txt", minutes.source.sha256)
    assert known == ("new", hashlib.sha256(b"minutes/amenities.txt").hexdigest()[:12])
    put(catalogue, file, minutes, known.document_id)
    assert catalogue.standing(str(file), "other/key.txt", minutes.source.sha256) == ("unchanged", known.document_id)
    assert catalogue.standing(str(file), "minutes/amenities.txt", "other") == ("changed", known.document_id)


def test_a_file_stands_duplicate_or_moved(catalogue: Catalogue, read: tuple[Path, Minutes]) -> None:
    file, minutes = read
    put(catalogue, file, minutes)
    elsewhere = str(file.with_name("copy.txt"))
    assert catalogue.standing(elsewhere, "copy.txt", minutes.source.sha256) == ("duplicate", "doc")
    file.rename(elsewhere)
    moved = catalogue.standing(elsewhere, "copy.txt", minutes.source.sha256)
    assert moved == ("moved", "doc")
    catalogue.note_path(moved, elsewhere)
    assert catalogue.standing(elsewhere, "copy.txt", minutes.source.sha256) == ("unchanged", "doc")


def test_a_taken_id_is_passed_over_unless_its_file_is_gone(catalogue: Catalogue, read: tuple[Path, Minutes]) -> None:
    file, minutes = read
    first = catalogue.standing(str(file), "minutes/a.txt", minutes.source.sha256)
    put(catalogue, file, minutes, first.document_id)
    second = catalogue.standing("/other/minutes/a.txt", "minutes/a.txt", "other")
    assert second == ("new", hashlib.sha256(b"minutes/a.txt#2").hexdigest()[:12])
    file.unlink()
    assert catalogue.standing("/other/minutes/a.txt", "minutes/a.txt", "other") == ("changed", first.document_id)


def test_older_rules_of_reading_make_a_file_changed(
    catalogue: Catalogue, read: tuple[Path, Minutes], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, minutes = read
    put(catalogue, file, minutes)
    monkeypatch.setattr(module, "READING", module.READING + 1)
    assert catalogue.standing(str(file), "k", minutes.source.sha256).standing == "changed"


def test_what_is_put_is_what_was_read(catalogue: Catalogue, read: tuple[Path, Minutes]) -> None:
    file, minutes = read
    put(catalogue, file, minutes)
    row = catalogue.connection.execute("SELECT * FROM documents").fetchone()
    assert (row["council"], row["body"], row["date"]) == ("Penllyn Town Council", "Amenities Committee", 20240604)
    decisions = [json.loads(row[0]) for row in catalogue.connection.execute("SELECT decisions FROM items ORDER BY ordinal")]
    assert any(
        decision["text"] == "RESOLVED that the quotation of £4,350 for the bandstand be accepted."
        for some in decisions
        for decision in some
    )
    told = [row[0] for row in catalogue.connection.execute("SELECT text FROM paragraphs ORDER BY position")]
    assert told == [paragraph.text for item in minutes.items for paragraph in item.paragraphs]


def test_putting_again_touches_nothing(catalogue: Catalogue, read: tuple[Path, Minutes]) -> None:
    file, minutes = read
    first = put(catalogue, file, minutes)
    assert set(outbox(catalogue).values()) == {"upsert"}
    catalogue.settle(list(outbox(catalogue)))
    assert first.written > 1
    assert put(catalogue, file, minutes) == Change(0, 0)
    assert outbox(catalogue) == {}


def test_fewer_chunks_are_told_as_deletions_and_their_embeddings_go(catalogue: Catalogue, read: tuple[Path, Minutes]) -> None:
    file, minutes = read
    before = put(catalogue, file, minutes).written
    catalogue.settle(list(outbox(catalogue)))
    shorter = minutes.model_copy(update={"items": minutes.items[:2]})
    change = put(catalogue, file, shorter)
    assert change == (0, change.removed)
    assert 0 < change.removed < before
    assert outbox(catalogue) == {f"doc-{place:04d}": "delete" for place in range(before - change.removed, before)}
    assert catalogue.connection.execute("SELECT count(*) FROM embeddings").fetchone()[0] == before - change.removed


def test_a_fault_in_the_middle_leaves_what_was(catalogue: Catalogue, read: tuple[Path, Minutes]) -> None:
    file, minutes = read
    put(catalogue, file, minutes)
    told = list(catalogue.connection.iterdump())
    other = minutes.model_copy(update={"title": "Other", "items": minutes.items[:2]})
    cut: list[Chunk] = chunks(other, "doc", 60)
    bad = [*cut, cut[0].model_copy(update={"id": "doc-9999", "text": None})]
    with pytest.raises(Exception, match="NOT NULL"):
        catalogue.put("doc", str(file), other, bad, {})
    assert list(catalogue.connection.iterdump()) == told


def test_removing_takes_everything_out(catalogue: Catalogue, read: tuple[Path, Minutes]) -> None:
    file, minutes = read
    put(catalogue, file, minutes)
    catalogue.note_path(catalogue.standing("/copy.txt", "copy.txt", minutes.source.sha256), "/copy.txt")
    assert catalogue.repeats("doc") == ["/copy.txt"]
    catalogue.settle(list(outbox(catalogue)))
    catalogue.remove("doc")
    for table in ("documents", "items", "paragraphs", "chunks", "words", "embeddings", "duplicates"):
        assert catalogue.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0, table
    assert set(outbox(catalogue).values()) == {"delete"}


def test_an_embedding_that_another_document_shares_stays(catalogue: Catalogue, read: tuple[Path, Minutes]) -> None:
    file, minutes = read
    put(catalogue, file, minutes)
    put(catalogue, file.with_name("twin.txt"), minutes, "twin")
    shared = catalogue.connection.execute("SELECT count(*) FROM embeddings").fetchone()[0]
    catalogue.remove("twin")
    assert catalogue.connection.execute("SELECT count(*) FROM embeddings").fetchone()[0] == shared > 0


def test_the_full_text_index_follows(catalogue: Catalogue, read: tuple[Path, Minutes]) -> None:
    file, minutes = read
    put(catalogue, file, minutes)

    def found(word: str) -> int:
        return int(catalogue.connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (f'"{word}"',)).fetchone()[0])

    assert found("slate") == 1, "stemmed"
    changed = minutes.model_copy(
        update={
            "items": tuple(
                item.model_copy(
                    update={"paragraphs": tuple(p.model_copy(update={"text": p.text.replace("slates", "tiles")}) for p in item.paragraphs)}
                )
                for item in minutes.items
            )
        }
    )
    put(catalogue, file, changed)
    assert (found("slates"), found("tiles")) == (0, 1)
    catalogue.connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")


def test_a_file_exists_as_itself_or_as_its_archive(tmp_path: Path) -> None:
    folder = tmp_path / "odd!"
    folder.mkdir()
    (folder / "a.txt").write_text("x")
    (tmp_path / "b.zip").write_text("x")
    assert exists(f"{folder}/a.txt")
    assert exists(f"{tmp_path}/b.zip!/inner/name.txt")
    assert not exists(f"{folder}/gone.txt")
    assert not exists(f"{tmp_path}/gone.zip!/inner/name.txt")


def test_an_older_schema_is_brought_up_to_date_with_what_it_holds(tmp_path: Path, read: tuple[Path, Minutes]) -> None:
    file, minutes = read
    made = Catalogue(tmp_path, "none")
    put(made, file, minutes)
    kinds = made.connection.execute("SELECT ordinal, kinds FROM items ORDER BY ordinal").fetchall()
    assert '["apologies"]' in [row["kinds"] for row in kinds]
    made.connection.executescript("ALTER TABLE items DROP COLUMN kinds; UPDATE meta SET value = '1' WHERE name = 'schema';")
    made.connection.execute("DELETE FROM meta WHERE name = 'state'")
    made.close()
    again = Catalogue(tmp_path, "none")
    assert [tuple(row) for row in again.connection.execute("SELECT ordinal, kinds FROM items ORDER BY ordinal")] == [*map(tuple, kinds)]
    assert dict(again.connection.execute("SELECT name, value FROM meta").fetchall())["schema"] == str(module.SCHEMA)
    again.close()


@pytest.mark.parametrize("schema", ["0", str(module.SCHEMA + 1), "one"])
def test_a_schema_that_is_not_known_is_refused_and_left_as_it_is(tmp_path: Path, schema: str) -> None:
    made = Catalogue(tmp_path, "none")
    made.connection.execute("UPDATE meta SET value = ? WHERE name = 'schema'", (schema,))
    made.close()
    with pytest.raises(LibraryMismatch, match=f"has schema {schema}"):
        Catalogue(tmp_path, "none")


def test_every_change_of_the_chunks_has_a_state_of_its_own(catalogue: Catalogue, read: tuple[Path, Minutes]) -> None:
    def state() -> str:
        return str(catalogue.connection.execute("SELECT value FROM meta WHERE name = 'state'").fetchone()[0])

    file, minutes = read
    states = [state()]
    put(catalogue, file, minutes, "doc")
    states.append(state())
    put(catalogue, file, minutes, "doc")
    states.append(state())
    catalogue.remove("doc")
    states.append(state())
    assert len(set(states)) == 4
