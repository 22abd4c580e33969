"""Make the published minutes in `samples/minutes/` from the sources in `samples/source/`.

Run `python samples/make.py` to write them, `python samples/make.py --check` to see that they are what the sources say.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from meeting_source import Meeting, read_meeting
from render_docx import docx_file
from render_html import item_file_number, item_page, meeting_page
from render_pdf import pdf_file
from render_txt import text_file

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "source"
MINUTES = HERE / "minutes"


def render(meeting: Meeting) -> dict[str, bytes]:
    """Return the files a council would publish for a meeting.

    Args:
        meeting: The meeting.

    Returns:
        The content of each file by its name.
    """
    name = meeting.name
    match meeting.format:
        case "moderngov-meeting":
            return {f"{name}.html": meeting_page(meeting).encode()}
        case "moderngov-items":
            pages = ((f"{name}-item-{item_file_number(item)}.html", item) for item in meeting.items)
            return {file: item_page(meeting, item).encode() for file, item in pages}
        case "pdf":
            return {f"{name}.pdf": pdf_file(meeting)}
        case "docx":
            return {f"{name}.docx": docx_file(meeting)}
        case _:
            return {f"{name}.txt": text_file(meeting).encode()}


def render_all(sources: Path) -> dict[str, bytes]:
    """Return the files of every source in a folder, by name."""
    files: dict[str, bytes] = {}
    for path in sorted(sources.glob("*.md")):
        files |= render(read_meeting(path))
    return files


def differences(files: dict[str, bytes], folder: Path) -> list[str]:
    """Return the names of the files that a folder lacks, has otherwise, or has too many."""
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    changed = [name for name in files if name in there and (folder / name).read_bytes() != files[name]]
    return sorted({*changed, *(there ^ files.keys())})


def main() -> int:
    """Write the minutes, or with `--check` only compare them.

    Returns:
        The exit status: 1 if `--check` found a difference.
    """
    parser = argparse.ArgumentParser(description="Make the sample minutes from their sources.")
    parser.add_argument("--check", action="store_true", help="write nothing; name the files that differ and exit 1")
    check = parser.parse_args().check
    files = render_all(SOURCES)
    changed = differences(files, MINUTES)
    for name in changed:
        print(("differs: " if check else "made: " if name in files else "removed: ") + name)
    if check:
        return 1 if changed else 0
    MINUTES.mkdir(exist_ok=True)
    for name in changed:
        if name in files:
            (MINUTES / name).write_bytes(files[name])
        else:
            (MINUTES / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
