"""Reading measured on real files: `python -m evals.reading ../shared/data`. Words kept, meeting dates, languages, and the time it takes.

Words: those of the file's text, page numbers, repeated heads and a scanner's notes apart, against titles and paragraphs after parsing;
a word counts as often as it stands. Dates: where the file's name holds a day that the heading states too, that day.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import time
from collections import Counter
from pathlib import Path

from pydantic import Field

from ingest.datamodel import Minutes, Noun
from ingest.dates import find_dates
from ingest.facts import extract
from ingest.load import Found, find, read
from ingest.parse import parse

FOLDERS = ("minutes", "decisions/minutes", "originals", "welsh", "seeds", "qmsum/meetings")
ENOUGH = 0.995
HEADING = 800  # characters in which a day that is the meeting's stands: files are often named by the day of another meeting

_NOTE = re.compile(r"\*?<small>.*?</small>\*?|</?\w+>")
_BREAK = re.compile(r"\n---\n+\**(\d+)\**\n|\n\s*(?:Page\s*\|?\s*)?\d+(?: of \d+)?\s*(?=\n*\f)|\f\s*\d+\s*\n")
_PAGE = re.compile(r"^[^\S\n]*page\s*\|?\s*\d+(?:\s*of\s*\d+)?[^\S\n]*$", re.IGNORECASE | re.MULTILINE)
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NAMED_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")


class FolderScore(Noun):
    """What reading one folder comes to."""

    folder: str
    files: int
    kept: dict[str, float] = Field(description="share of the words that are kept, by file")
    dates: tuple[int, int] = Field(description="right, of those that the name and the text both state")
    wrong_dates: tuple[str, ...]
    stated: int = Field(description="files in which a meeting date was found")
    languages: tuple[int, int] = Field(description="right, of all: Welsh where the name ends in _cy")
    seconds: float = Field(description="reading, parsing and facts")


def measure(folder: Path, name: str) -> FolderScore:
    """Reads the files of one folder."""
    kept: dict[str, float] = {}
    right, known, stated, languages, seconds = 0, 0, 0, 0, 0.0
    wrong: list[str] = []
    files = list(find([folder]))
    for found in files:
        started = time.perf_counter()
        minutes = extract(parse(read(found)))
        seconds += time.perf_counter() - started
        text = original_text(found)
        kept[found.path.name] = words_kept(text, minutes)
        stated += minutes.meeting.date is not None
        languages += minutes.meeting.language == ("cy" if found.path.stem.endswith("_cy") else "en")
        day = _named_day(found.path.name)
        if day and any(one.date == day for one in find_dates(text[:HEADING])):
            known += 1
            right += minutes.meeting.date == day
            wrong += [f"{found.path.name}: {minutes.meeting.date}"] if minutes.meeting.date != day else []
    return FolderScore(
        folder=name,
        files=len(files),
        kept=kept,
        dates=(right, known),
        wrong_dates=tuple(wrong),
        stated=stated,
        languages=(languages, len(files)),
        seconds=seconds,
    )


def words_kept(text: str, minutes: Minutes) -> float:
    """Share of the words of a text that stand in the titles and paragraphs, each as often as in the text."""
    said = [f"{item.number or ''} {item.title}" for item in minutes.items]
    said += [f"{one.speaker or ''} {one.text}" for item in minutes.items for one in item.paragraphs]
    wanted = words_of(without_furniture(text))
    return 1 - sum((wanted - words_of(" ".join(said))).values()) / max(1, sum(wanted.values()))


def words_of(text: str) -> Counter[str]:
    """Words and figures in small letters; a hyphen at a line's end is none."""
    return Counter(re.findall(r"[^\W_]+", re.sub(r"[-\u2013\ufffe\u00ad]\s*", "", text.lower())))


def without_furniture(text: str) -> str:
    """The text without page numbers and notes; of a head that every page repeats one is left."""
    bare = _PAGE.sub("", _BREAK.sub("\n", _NOTE.sub(" ", _FRONT.sub("", text))))
    if "\f" not in text:
        return bare
    lines = Counter(_key(line) for line in bare.split("\n"))
    heads = {line for line in map(str.strip, bare.split("\n")) if lines[_key(line)] > text.count("\f") / 2 + 0.5}
    once = {_key(line): line for line in heads}
    return "\n".join([*(line for line in bare.split("\n") if line.strip() not in heads), *once.values()])


def _key(line: str) -> str:
    """A line as a running head repeats it, its page number left open."""
    return re.sub(r"\d+", "#", line.strip())


def original_text(found: Found) -> str:
    """The text of a file by the plainest way to it, pages parted by form feeds."""
    data = found.read_bytes()
    if data.startswith(b"%PDF"):
        import pypdfium2 as pdfium

        with pdfium.PdfDocument(data) as document:
            return "\f".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document)
    if data.startswith(b"PK"):
        import pypandoc

        return str(pypandoc.convert_file(str(found.path), "plain", extra_args=["--wrap=none"]))
    text = data.decode("utf-8", "replace")
    if found.path.suffix in (".html", ".htm"):
        from selectolax.lexbor import LexborHTMLParser

        page = LexborHTMLParser(text)
        for node in page.css("script, style, nav, header, footer, form, head"):
            node.decompose()
        return page.body.text(separator=" ") if page.body else ""
    return text


def _named_day(name: str) -> dt.date | None:
    found = _NAMED_DAY.search(name)
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def main(data: Path) -> None:
    """Prints a line a folder, and what is below the mark."""
    for name in FOLDERS:
        if not (data / name).is_dir():
            continue
        one = measure(data / name, name)
        mean = sum(one.kept.values()) / max(1, len(one.kept))
        below = {file: round(share, 4) for file, share in one.kept.items() if share < ENOUGH}
        found = f"dates {one.dates[0]}/{one.dates[1]} (found in {one.stated})  language {one.languages[0]}/{one.languages[1]}"
        print(
            f"{name:18} {one.files:3} files  words {mean:.4f} (least {min(one.kept.values()):.4f}, {len(below)} below {ENOUGH})"
            f"  {found}  {one.seconds:.2f} s"
        )
        for line in (*(f"{file}: {share}" for file, share in below.items()), *one.wrong_dates):
            print(f"    {line}")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
