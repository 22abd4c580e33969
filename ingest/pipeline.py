"""Files in, a library out: find → read → parse → extract facts → chunk → embed → put. One bad file never stops the rest."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from pydantic import Field

from ingest.catalogue import Known, exists
from ingest.chunking import chunks
from ingest.datamodel import Chunk, Minutes, Noun
from ingest.embedding import Progress
from ingest.errors import InputError, UnreadableFile
from ingest.facts import extract
from ingest.library import KEPT_AT_ONCE, Library
from ingest.load import Found, find, read
from ingest.parse import parse


class Failure(Noun):
    """A file that was not taken in, and why."""

    path: str
    error: str
    hint: str = ""


class IngestReport(Noun):
    """What an ingest did: the promised outside form of `minutewise ingest --json`."""

    files: int = Field(description="files looked at")
    added: int = 0
    updated: int = 0
    unchanged: int = Field(default=0, description="same content as before, duplicates and moved files among them")
    removed: int = 0
    failed: tuple[Failure, ...] = ()
    meetings: int = Field(default=0, description="documents in the library now")
    items: int = Field(default=0, description="agenda items in the library now")
    passages: int = Field(default=0, description="indexed chunks in the library now")
    seconds: float = 0.0


class Read(Noun):
    """A file read and cut, ready to be embedded."""

    document_id: str
    key: str
    path: str
    minutes: Minutes
    chunks: tuple[Chunk, ...]
    new: bool


Watch = Callable[[str, int, int], None]  # name of the file at hand, files done, files in all


def ingest(library: Library, paths: Sequence[Path], *, prune: bool = False, watch: Watch | None = None) -> IngestReport:
    """Takes files, folders and zip files into a library. Files that have not changed cost a hash.

    Args:
        prune: take out the documents below the given paths whose files are gone.
        watch: told of each file before it is worked on.

    Raises:
        InputError: one of `paths` does not exist (nothing is done then).
    """
    started = time.perf_counter()
    for path in paths:
        if not path.exists():
            raise InputError(f"{path} does not exist", "name files, folders or zip files of minutes")
    found = list(find(paths))
    counts = {"added": 0, "updated": 0, "unchanged": 0}
    failed: list[Failure] = []
    waiting: list[Read] = []
    repeats: list[tuple[Found, str]] = []
    broken: list[str] = []
    for position, file in enumerate(found):
        if watch:
            watch(file.name, position, len(found))
        try:
            _check_name(file)
            sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
            if any(sha256 == one.minutes.source.sha256 or file.key == one.key for one in waiting):  # how it stands depends on what waits
                _put(library, waiting)
                waiting = []
            ready = _read(library, file, sha256)
        except UnreadableFile as error:
            failed.append(Failure(path=_printable(file.name), error=_printable(error.message), hint=error.hint))
            broken.append(_place(file))
            continue
        if ready is None:
            counts["unchanged"] += 1
            repeats.append((file, sha256))
            continue
        counts["added" if ready.new else "updated"] += 1
        waiting.append(ready)
        if sum(len(one.chunks) for one in waiting) >= KEPT_AT_ONCE:
            _put(library, waiting, _within(watch, position, len(found)))
            waiting = []
    _put(library, waiting, _within(watch, len(found), len(found)))
    for file, sha256 in repeats:  # what repeated a document that has changed since is a document of its own now
        if ready := _read(library, file, sha256):
            _put(library, [ready])
            counts["unchanged"] -= 1
            counts["added" if ready.new else "updated"] += 1
    removed = _prune(library, paths, {_place(file) for file in found}, broken) if prune else 0
    library.settle()
    library.catalogue.sweep()
    if watch:
        watch("", len(found), len(found))
    documents = library.lookup.documents()
    return IngestReport(
        files=len(found),
        **counts,
        removed=removed,
        failed=tuple(failed),
        meetings=len(documents),
        items=sum(document.items for document in documents),
        passages=sum(document.passages for document in documents),
        seconds=round(time.perf_counter() - started, 3),
    )


def _within(watch: Watch | None, done: int, total: int) -> Progress | None:
    """Tells the watch how far the embedding of the files at hand has come, where there is much of it."""
    return (lambda some, of: watch(f"passage {some} of {of}", done, total) if of > KEPT_AT_ONCE else None) if watch else None


def minutes_of(file: Found) -> Minutes:
    """One file as minutes with their facts, without a library."""
    return extract(parse(read(file)))


def _read(library: Library, file: Found, sha256: str) -> Read | None:
    place = _place(file)
    known = library.catalogue.standing(place, file.key, sha256)
    if known.standing == "unchanged":
        return None
    if known.standing in ("moved", "duplicate"):
        library.catalogue.note_path(known, place)
        return None
    minutes = minutes_of(file)
    cut = tuple(chunks(minutes, known.document_id, library.settings.chunk_tokens))
    if not cut:
        raise UnreadableFile(
            f"{file.name} holds no minutes",
            "it may be an agenda that nothing was minuted under; ingest it again once the minutes are published",
        )
    return Read(document_id=known.document_id, key=file.key, path=place, minutes=minutes, chunks=cut, new=known.standing == "new")


def _put(library: Library, waiting: Sequence[Read], told: Progress | None = None) -> None:
    vectors = library.embed([chunk for one in waiting for chunk in one.chunks], told)
    for one in waiting:
        library.put(one.document_id, one.path, one.minutes, one.chunks, vectors)
    library.settle()


def _prune(library: Library, paths: Sequence[Path], there: Collection[str], broken: Sequence[str]) -> int:
    """Takes out what is gone below the paths. What another file repeats stays as that file's; a zip that cannot be read now is not gone."""
    roots = [str(path.resolve()) for path in paths]
    documents = library.lookup.documents()
    held = {document.path for document in documents}
    removed = 0
    for document in documents:
        if document.path in there or not any(_below(document.path, root) for root in roots):
            continue
        if any(document.path.startswith(f"{archive}!/") for archive in broken):
            continue
        heir = next((path for path in library.catalogue.repeats(document.id) if path not in held and (path in there or exists(path))), None)
        if heir:
            library.catalogue.note_path(Known("moved", document.id), heir)
        else:
            library.remove(document.id)
            removed += 1
    return removed


def _below(path: str, root: str) -> bool:
    return path == root or path.startswith((f"{root}/", f"{root}!/"))


def _place(file: Found) -> str:
    """The file's absolute path; of a member of a zip the zip's, with '!/inner' behind it."""
    return str(file.path.resolve()) + file.name.removeprefix(str(file.path))


def _check_name(file: Found) -> None:
    if _printable(_place(file)) != _place(file):
        raise UnreadableFile(f"{file.name}: the name is not valid UTF-8", "rename the file or its folder")


def _printable(text: str) -> str:
    """With stray bytes, as a file system may have them in names, spelled out."""
    return text.encode("utf-8", errors="backslashreplace").decode("utf-8")


def read_paths(paths: Sequence[Path]) -> Iterator[Minutes]:
    """Reads files straight into minutes, in order, for commands that need no library."""
    for file in find(paths):
        yield minutes_of(file)
