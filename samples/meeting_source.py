"""Read a hand-written sample source (`source/*.md`) into a meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

BLOCKS = {"[Agenda]": "agenda", "[Decision]": "decision", "[Minutes]": "minutes"}
FORMATS = ("moderngov-meeting", "moderngov-items", "pdf", "docx", "txt")


class SourceError(ValueError):
    """A source that does not keep to the format."""


@dataclass(frozen=True)
class Para:
    """One paragraph of a meeting; `bullet` tells a list entry from running text."""

    text: str
    bullet: bool = False


@dataclass
class Item:
    """One numbered item, with the blocks a ModernGov page shows apart."""

    number: str
    title: str
    agenda: list[Para] = field(default_factory=list)
    decision: list[Para] = field(default_factory=list)
    minutes: list[Para] = field(default_factory=list)

    def paras(self) -> list[Para]:
        """Return every paragraph of the item, block after block."""
        return [*self.agenda, *self.decision, *self.minutes]


@dataclass
class Meeting:
    """A meeting as its source tells it."""

    name: str
    council: str
    body: str
    day: date
    time: str
    venue: str
    status: str
    language: str
    format: str
    committee_id: int
    meeting_id: int
    present: list[Para] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    @property
    def draft(self) -> bool:
        """Tell whether the minutes still await approval."""
        return self.status == "draft"


def read_meeting(path: Path) -> Meeting:
    """Read one source file.

    Args:
        path: A file `DATE-BODYSLUG[-cy].md`.

    Returns:
        The meeting.

    Raises:
        SourceError: If the front matter or a line of the body is not understood.
    """
    head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    meeting = _front_matter(path.stem, head)
    section = ""
    target: list[Para] | None = None
    for line in body.splitlines():
        if not line.strip():
            continue
        if line.startswith("# "):
            section, target = line[2:].strip(), meeting.present if line == "# Present" else None
        elif line.startswith("## "):
            meeting.items.append(_item(path.name, line))
            target = meeting.items[-1].minutes
        elif line.strip() in BLOCKS and meeting.items:
            target = getattr(meeting.items[-1], BLOCKS[line.strip()])
        elif target is None:
            raise SourceError(f"{path.name}: a paragraph outside Present and the items (in {section!r}): {line[:60]}")
        else:
            target.append(_para(line))
    if not meeting.present or not meeting.items:
        raise SourceError(f"{path.name}: no Present part or no items")
    return meeting


def _front_matter(name: str, head: str) -> Meeting:
    """Make a meeting without its text from the lines between the `---` marks."""
    values = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in head.splitlines())}
    try:
        meeting = Meeting(
            name=name,
            council=values["council"],
            body=values["body"],
            day=date.fromisoformat(values["date"]),
            time=values["time"],
            venue=values["venue"],
            status=values["status"],
            language=values["language"],
            format=values["format"],
            committee_id=int(values["committee_id"]),
            meeting_id=int(values["meeting_id"]),
        )
    except (KeyError, ValueError) as error:
        raise SourceError(f"{name}: front matter: {error}") from error
    if meeting.format not in FORMATS or meeting.status not in ("approved", "draft"):
        raise SourceError(f"{name}: front matter: unknown format {meeting.format!r} or status {meeting.status!r}")
    if meeting.language not in ("en", "cy") or name.endswith("-cy") != (meeting.language == "cy"):
        raise SourceError(f"{name}: front matter: language {meeting.language!r} does not fit the name")
    return meeting


def _item(file: str, line: str) -> Item:
    """Make an item from its `## 5. TITLE` line."""
    found = re.fullmatch(r"## (\d+(?:[./]\d+)*\.?)\s+(.+?)\s*", line)
    if not found:
        raise SourceError(f"{file}: an item without a number: {line}")
    return Item(number=found[1], title=found[2])


def _para(line: str) -> Para:
    """Make a paragraph from a line of the source."""
    bullet = line.startswith("- ")
    return Para(line[2:].strip() if bullet else line.strip(), bullet)


def is_subheading(para: Para) -> bool:
    """Tell whether a paragraph is a heading inside an item: "Amendment", "Motion"."""
    return not para.bullet and len(para.text.split()) <= 4 and para.text[-1].isalnum()
