"""minutewise note."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assistant.cli.options import json_option, legible, library_option, open_library

if TYPE_CHECKING:
    from assistant.decision_note import DecisionNote

FORMATS = ("md", "html", "docx")


@click.command(
    epilog="""\b
Examples:
  minutewise note 2025-07-17
  minutewise note "County Council" --language cy
  minutewise note samples/minutes/2025-03-06-county-council.pdf -o note.docx
  minutewise note 2025-07-17 -o note --format html,docx
"""
)
@click.argument("meeting", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write it to FILE; its ending tells the format.")
@click.option("--format", "formats", metavar="LIST", help="md, html, docx, or several with commas: FILE gets each as its ending.")
@click.option("--language", type=click.Choice(["en", "cy"]), help="Which minutes, where the library has the meeting in both languages.")
@library_option
@json_option
def note(meeting: str | None, output: Path | None, formats: str | None, language: Any, library: Path | None, as_json: bool) -> None:
    """Writes the decision note of MEETING: members present, apologies, declarations, decisions and votes, nothing exempt.

    Welsh councils must publish one within seven working days. MEETING is a file, or a date, body or part of a title in the library; of
    several that match it is the latest.
    """
    meeting = legible(meeting) if meeting else None
    if meeting is not None and not meeting.strip():
        raise click.UsageError("the MEETING is empty: name one, such as 2025-07-17")
    wanted = _formats(output, formats)
    made = _note(meeting, language, library)
    if output:
        written = _write(made, output, wanted)
        if not as_json:
            for path in written:
                click.echo(f"wrote {path}")
    if as_json:
        click.echo(json.dumps(made.as_json(), ensure_ascii=False, indent=2))
    elif not output:
        from assistant.decision_note import note_sheet
        from assistant.export import as_bytes

        click.echo(as_bytes(note_sheet(made), wanted[0]).decode("utf-8"), nl=False)


def _note(meeting: str | None, language: Any, library: Path | None) -> DecisionNote:
    from assistant.decision_note import is_file, note_of

    if meeting and is_file(meeting):
        return note_of(None, meeting)
    with open_library(library) as opened:
        return note_of(opened, meeting, language)


def _formats(output: Path | None, formats: str | None) -> list[str]:
    """The formats asked for: named, or told by the file's ending, else Markdown."""
    ending = output.suffix.removeprefix(".").lower() if output else ""
    named = [one.strip().lower() for one in (formats or "").split(",") if one.strip()] or [ending or "md"]
    unknown = [one for one in named if one not in FORMATS]
    if unknown:
        raise click.UsageError(f"there is no format '{unknown[0]}': use md, html or docx, or several with commas")
    if output is None and (len(named) > 1 or named[0] == "docx"):
        raise click.UsageError(f"--format {','.join(named)} needs -o FILE to write to")
    return list(dict.fromkeys(named))


def _write(made: DecisionNote, output: Path, formats: list[str]) -> list[Path]:
    from assistant.decision_note import note_sheet
    from assistant.export import write

    sheet = note_sheet(made)
    if len(formats) == 1 and output.suffix:
        return [write(sheet, output, formats[0])]
    stem = output.with_suffix("") if output.suffix.removeprefix(".").lower() in FORMATS else output
    return [write(sheet, stem.with_name(f"{stem.name}.{form}"), form) for form in formats]
