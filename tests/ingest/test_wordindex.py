"""The words of a library in memory: where they stand, and that the file beside the catalogue is never more than a copy."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ingest import wordindex
from ingest.datamodel import Filters
from ingest.library import Library
from ingest.pipeline import ingest
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
    file = tiny.folder / wordindex.FILE
    written = file.stat().st_mtime_ns
    again = wordindex.load(tiny.catalogue.connection, tiny.folder)
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
    file = tiny.folder / wordindex.FILE
    for damage in (b"", b"not an archive", file.read_bytes()[:500]):
        file.write_bytes(damage)
        assert holding(wordindex.load(tiny.catalogue.connection, tiny.folder), "bandstand") == expected


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
    assert {name for name, _ in samples.nearest("foster carers", 10, Filters(language="en"))} == {name for name, _ in exact}
