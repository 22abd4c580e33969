"""Reading measured on real files: `python -m evals.reading ../shared/data`. Words kept, meeting dates, languages, and the time it takes.

Words: see `evals.words_kept`; `--excluded` lists for every file what its rules leave out and what is lost. Dates: where the file's name
holds a day that the heading states too, that day.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import time
from pathlib import Path

from pydantic import Field

from evals.words_kept import Kept, kept, original
from ingest.datamodel import Noun
from ingest.dates import find_dates
from ingest.facts import extract
from ingest.load import find, read
from ingest.parse import parse

FOLDERS = ("minutes", "decisions/minutes", "originals", "welsh", "seeds", "qmsum/meetings")
ENOUGH = 0.995
HEADING = 800  # characters in which a day that is the meeting's stands: files are often named by the day of another meeting

_NAMED_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")


class FolderScore(Noun):
    """What reading one folder comes to."""

    folder: str
    files: int
    kept: dict[str, Kept] = Field(description="how much of the words is kept, by file")
    dates: tuple[int, int] = Field(description="right, of those that the name and the text both state")
    wrong_dates: tuple[str, ...]
    stated: int = Field(description="files in which a meeting date was found")
    languages: tuple[int, int] = Field(description="right, of all: Welsh where the name ends in _cy")
    seconds: float = Field(description="reading, parsing and facts")


def measure(folder: Path, name: str) -> FolderScore:
    """Reads the files of one folder."""
    shares: dict[str, Kept] = {}
    right, known, stated, languages, seconds = 0, 0, 0, 0, 0.0
    wrong: list[str] = []
    files = list(find([folder]))
    for found in files:
        started = time.perf_counter()
        minutes = extract(parse(read(found)))
        seconds += time.perf_counter() - started
        text = original(found)
        shares[found.path.name] = kept(text, minutes)
        stated += minutes.meeting.date is not None
        languages += minutes.meeting.language == ("cy" if found.path.stem.endswith("_cy") else "en")
        day = _named_day(found.path.name)
        if day and any(one.date == day for one in find_dates(text.text[:HEADING])):
            known += 1
            right += minutes.meeting.date == day
            wrong += [f"{found.path.name}: {minutes.meeting.date}"] if minutes.meeting.date != day else []
    return FolderScore(
        folder=name,
        files=len(files),
        kept=shares,
        dates=(right, known),
        wrong_dates=tuple(wrong),
        stated=stated,
        languages=(languages, len(files)),
        seconds=seconds,
    )


def _named_day(name: str) -> dt.date | None:
    found = _NAMED_DAY.search(name)
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def main(data: Path, *, excluded: bool = False) -> None:
    """Prints a line a folder, and what is below the mark."""
    for name in FOLDERS:
        if not (data / name).is_dir():
            continue
        one = measure(data / name, name)
        below = {file: share for file, share in one.kept.items() if share.ruled < ENOUGH}
        print(f"{name}: {one.files} files, {one.seconds:.2f} s")
        for figure in ("raw", "ruled", "paired", "twice"):
            values = [getattr(share, figure) for share in one.kept.values()]
            print(f"    words {figure:7} mean {sum(values) / max(1, len(values)):.4f}  least {min(values):.4f}  most {max(values):.4f}")
        print(f"    {len(below)} files below {ENOUGH} by the rules")
        print(f"    dates {one.dates[0]}/{one.dates[1]} (found in {one.stated})  language {one.languages[0]}/{one.languages[1]}")
        for file, share in below.items():
            print(f"    {file}: {share.ruled:.4f}, lost: {' '.join(share.lost)}")
        for line in one.wrong_dates:
            print(f"    {line}")
        for file, share in one.kept.items() if excluded else ():
            print(f"  {file}: raw {share.raw:.4f}, by the rules {share.ruled:.4f}; lost: {' '.join(share.lost) or 'none'}")
            for line in share.excluded:
                print(f"      {line[:160]}")


if __name__ == "__main__":
    places = [word for word in sys.argv[1:] if word != "--excluded"]
    main(Path(places[0] if places else "../shared/data"), excluded="--excluded" in sys.argv)
