"""The words of a library in memory: where they stand, and that the file beside the catalogue is never more than a copy."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ingest import wordindex
from ingest.datamodel import Filters
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.wordindex import loading
from tests.invented import amenities


def holding(index: wordindex.WordIndex, word: str) -> set[str]:
    rows, _ = index.frequencies(index.positions(index.forms(word, welsh=False)))
    return {index.places.ids[row] for row in rows.tolist()}


def test_words_stand_where_the_full_text_index_has_them(tiny: Library) -> None:
    index = tiny.memory.words
    for word in ("bandstand", "precept", "allotments", "vale", "4,350", "carnival"):
        assert holding(index, word) == {name for name, _ in tiny.lookup.matching(f'"{word}"', 100)}, word
    assert holding(index, "crematorium") == set()


def test_words_of_the_title_count_half(tiny: Library) -> None:
    index = tiny.memory.words
    rows, counts = index.frequencies(index.positions(index.forms("bandstand", welsh=False)))
    texts = tiny.lookup.texts([index.places.ids[row] for row in rows.tolist()])
    for row, count in zip(rows.tolist(), counts.tolist(), strict=True):
        assert count == 0.5 + texts[index.places.ids[row]].lower().count("bandstand")


def test_adjacent_words_are_found_across_function_words_only(tiny: Library) -> None:
    index = tiny.memory.words

    def beside(one: str, other: str) -> int:
        first, second = (index.positions(index.forms(word, welsh=False)) for word in (one, other))
        return len(index.adjacent(first, second))

    assert beside("christmas", "lights") >= 2
    assert beside("lights", "christmas") == 0
    assert beside("waiting", "allotment") == 1  # 'waiting for an allotment'
    assert beside("nine", "gale") == 0


def test_the_file_serves_again_and_follows_changes(tiny: Library, tmp_path: Path) -> None:
    before = tiny.memory.words
    file = tiny.folder / loading.FILE
    written = file.stat().st_mtime_ns
    again = loading.load(tiny.catalogue.connection, tiny.folder)
    assert file.stat().st_mtime_ns == written
    assert [holding(again, word) for word in ("bandstand", "precept")] == [holding(before, word) for word in ("bandstand", "precept")]
    new = tmp_path / "new"
    new.mkdir()
    (new / "later.txt").write_text(amenities(bandstand=("The pagoda was painted.",)).replace("4 June", "2 July"), encoding="utf-8")
    ingest(tiny, [new])
    assert tiny.memory.words is not before
    assert holding(tiny.memory.words, "pagoda")
    tiny.remove(next(document.id for document in tiny.lookup.documents() if document.path.endswith("later.txt")))
    assert not holding(tiny.memory.words, "pagoda")
    assert tiny.memory.words.size == tiny.lookup.chunk_count()


def test_a_damaged_file_is_made_anew(tiny: Library) -> None:
    expected = holding(tiny.memory.words, "bandstand")
    file = tiny.folder / loading.FILE
    for damage in (b"", b"not an archive", file.read_bytes()[:500]):
        file.write_bytes(damage)
        assert holding(loading.load(tiny.catalogue.connection, tiny.folder), "bandstand") == expected


def test_an_empty_library_has_an_empty_index(tmp_path: Path) -> None:
    from ingest.settings import Settings

    with Library(Settings(library=tmp_path / "empty"), create=True) as library:
        assert library.memory.words.size == 0
        assert library.nearest("anything", 5) == []
        assert library.memory.admitted(Filters()).sum() == 0


def test_what_filters_admit_is_what_the_catalogue_admits(samples: Library) -> None:
    for filters in (
        Filters(), Filters(body="Cabinet"), Filters(language="cy"), Filters(speaker="Donna Pugh"), Filters(speaker="the Leader"),
        Filters(speaker="Chair", body="planning"), Filters(speaker="nobody at all"),
    ):  # fmt: skip
        memory = samples.memory
        admitted = {memory.words.places.ids[row] for row in np.flatnonzero(memory.admitted(filters)).tolist()}
        assert admitted == samples.lookup.admitted(filters), filters


def test_nearest_is_exact_within_filters(samples: Library) -> None:
    found = samples.nearest("foster carers", 5, Filters(body="Cabinet"))
    admitted = sorted(samples.lookup.admitted(Filters(body="Cabinet")))
    scores = samples.stored_vectors(admitted) @ samples.embedder.embed(["foster carers"])[0]
    best = sorted(zip(admitted, scores.tolist(), strict=True), key=lambda pair: -pair[1])[:5]
    assert [name for name, _ in found] == [name for name, _ in best]


def test_many_are_asked_of_the_vector_index(samples: Library, monkeypatch: object) -> None:
    import pytest

    from ingest import memory

    assert isinstance(monkeypatch, pytest.MonkeyPatch)
    exact = samples.nearest("foster carers", 10, Filters(language="en"))
    monkeypatch.setattr(memory, "EXACT", 1)
    assert samples.vectors.count()
    assert {name for name, _ in samples.nearest("foster carers", 10, Filters(language="en"))} == {name for name, _ in exact}


def test_copies_of_another_state_are_never_used(tiny: Library, tmp_path: Path) -> None:
    """As after a crash between a change and the next search, or a restored backup."""
    files = [tiny.folder / name for name in ("words.index", "vectors.index")]
    before = tiny.memory.vectors
    old = [file.read_bytes() for file in files]
    new = tmp_path / "new"
    new.mkdir()
    (new / "later.txt").write_text(amenities(bandstand=("The pagoda was painted.",)).replace("4 June", "2 July"), encoding="utf-8")
    ingest(tiny, [new])
    for file, content in zip(files, old, strict=True):
        file.write_bytes(content)
    assert holding(tiny.memory.words, "pagoda")
    assert len(tiny.memory.vectors) == tiny.lookup.chunk_count() > len(before)
    ids = tiny.memory.words.places.ids
    assert np.array_equal(tiny.memory.vectors, tiny.stored_vectors(ids))


def test_the_files_serve_what_the_catalogue_says(tiny: Library) -> None:
    first = tiny.memory
    tiny._read = None
    again = tiny.memory
    assert again is not first
    assert again.words.places.ids == first.words.places.ids
    assert again.words.places.items == first.words.places.items
    assert again.words.vocabulary == first.words.vocabulary
    assert np.array_equal(again.vectors, first.vectors)
    for word in ("bandstand", "council", "the", "vale"):
        terms = again.words.forms(word, welsh=False)
        (rows, counts), (others, their_counts) = (each.words.frequencies(each.words.positions(terms)) for each in (first, again))
        assert rows.tolist() == others.tolist()
        assert counts.tolist() == their_counts.tolist()


def test_counts_that_are_kept_are_those_of_the_positions(samples: Library) -> None:
    index = samples.memory.words
    for word in ("council", "leisure", "budget", "cabinet"):
        positions = index.positions(index.forms(word, welsh=False)[:1])
        (rows, counts), (others, their_counts) = index.frequencies(positions), index.frequencies(positions.copy())
        assert rows.tolist() == others.tolist()
        assert counts.tolist() == their_counts.tolist()


def test_a_file_cut_short_by_a_crash_has_no_name(tiny: Library) -> None:
    from ingest.wordindex import arrays

    path = tiny.folder / "some.index"
    arrays.write(path, 1, "a", {"some": np.arange(1000), "none": np.empty((0, 3), np.float32)})
    found = arrays.read(path, 1)
    assert found is not None
    assert found.state == "a"
    assert found["some"].tolist() == list(range(1000))
    assert found["none"].shape == (0, 3)
    assert arrays.read(path, 2) is None
    for length in (0, 10, 300, path.stat().st_size - 1):
        cut = tiny.folder / "cut.index"
        cut.write_bytes(path.read_bytes()[:length])
        assert arrays.read(cut, 1) is None


def test_runs_and_single_rows_have_the_same_similarities(samples: Library) -> None:
    memory = samples.memory
    vector = samples.embedder.embed(["leisure centre"])[0]
    expected = memory.vectors @ vector
    for rows in (np.arange(memory.words.size), np.arange(0, memory.words.size, 3), np.r_[5:60, 80:140], np.array([7]), np.arange(0)):
        assert np.allclose(memory.similarities(vector, rows), expected[rows], atol=1e-6)
