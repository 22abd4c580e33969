"""Files that visitors hand in: kept in the library's folder and taken in one by one, so that each has its own result."""

from __future__ import annotations

import hashlib
import itertools
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from ingest.errors import MinutewiseError
from ingest.library import Library
from ingest.load import find
from ingest.pipeline import Failure, IngestReport, ingest, minutes_of

Result = Literal["added", "updated", "already there", "not read", "partly read"]


class Outcome(NamedTuple):
    """What became of one file."""

    name: str
    result: Result
    counts: tuple[tuple[Result, int], ...] = ()  # of the files in it, where there are several
    failures: tuple[Failure, ...] = ()


def take_in(library: Library, files: Sequence[Path]) -> Iterator[Outcome]:
    """Takes files in, telling of each when it is done."""
    for file in files:
        try:
            yield _take_in(library, file)
        except MinutewiseError as error:
            yield Outcome(file.name, "not read", failures=(Failure(path=file.name, error=error.message, hint=error.hint),))
        except OSError as error:
            yield Outcome(
                file.name,
                "not read",
                failures=(
                    Failure(
                        path=file.name, error=f"it could not be kept: {error.strerror}", hint="look at the disk that the library is on"
                    ),
                ),
            )


def take_out(library: Library, document_ids: Sequence[str]) -> None:
    """Takes documents out of the library; files that were handed in on the page are deleted with them, others are not touched."""
    handed_in = library.folder.resolve() / "uploads"
    for document in [one for one in library.lookup.documents() if one.id in set(document_ids)]:
        library.remove(document.id)
        file = Path(document.path)
        if file.is_file() and handed_in in file.parents:
            file.unlink()
    library.settle()


class ReadAgain(NamedTuple):
    """What reading every file again has found."""

    report: IngestReport
    gone: tuple[str, ...]  # files that are not there any more; their minutes stay


def read_again(library: Library) -> ReadAgain:
    """Reads the library's files again, so that what was changed on disk is taken in, and brings the index into step."""
    paths = list(dict.fromkeys(one.path.partition("!/")[0] for one in library.lookup.documents()))
    there = [Path(path) for path in paths if Path(path).is_file()]
    return ReadAgain(ingest(library, there), tuple(path for path in paths if not Path(path).is_file()))


def _take_in(library: Library, file: Path) -> Outcome:
    kept = _place_for(library, file)
    fresh = not kept.exists()
    kept.parent.mkdir(parents=True, exist_ok=True)
    if fresh or _digest(kept) != _digest(file):
        shutil.copyfile(file, kept)
    report = ingest(library, [kept])
    if fresh and report.files == len(report.failed):
        kept.unlink()
    return _outcome(file.name, report)


def _outcome(name: str, report: IngestReport) -> Outcome:
    taken = report.added + report.updated + report.unchanged
    if not taken:
        failed = report.failed or (Failure(path=name, error=f"{name} holds no file that can be read as minutes"),)
        return Outcome(name, "not read", failures=failed)
    told: tuple[tuple[Result, int], ...] = (
        ("added", report.added),
        ("updated", report.updated),
        ("already there", report.unchanged),
        ("not read", len(report.failed)),
    )
    counts = told if report.files > 1 else ()
    if report.failed:
        return Outcome(name, "partly read", counts, report.failed)
    return Outcome(name, "added" if report.added else "updated" if report.updated else "already there", counts)


def _place_for(library: Library, file: Path) -> Path:
    """Where a file is kept: under its own name, unless that is taken by minutes of another meeting.

    A corrected version (same name, same meeting) takes the place of the first; another meeting's 'minutes.pdf' does not.

    Raises:
        UnreadableFile: the name is taken and the file cannot be read as minutes: it takes nothing's place.
    """
    folder = library.folder.resolve() / "uploads"
    for number in itertools.count(1):
        place = (folder if number == 1 else folder / str(number)) / file.name
        if not place.exists() or _digest(place) == _digest(file) or _same_meeting(library, place, file):
            return place
    raise AssertionError  # itertools.count has no end


def _same_meeting(library: Library, place: Path, file: Path) -> bool:
    held = [one for one in library.lookup.documents() if one.path == str(place)]
    found = list(find([file]))
    if len(held) != 1 or len(found) != 1 or not held[0].date:
        return False
    meeting = minutes_of(found[0]).meeting
    return (meeting.body, meeting.date, meeting.language) == (held[0].body, held[0].date, held[0].language)


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
