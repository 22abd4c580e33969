"""Files that visitors take with them: written to a folder that is emptied when the page closes, offered as links."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from page.asking import Exchange
from page.markup import joined
from page.wording import Words

if TYPE_CHECKING:
    from assistant.datamodel import Edition
    from assistant.decision_note import DecisionNote
    from assistant.export import Format


def folder() -> Path:
    """A fresh folder, of a name that nobody guesses, below the page's own temporary folder ($GRADIO_TEMP_DIR)."""
    from gradio.utils import get_upload_folder

    root = Path(get_upload_folder())
    root.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix="saved-", dir=root))


def link(file: Path, words: str) -> Markup:
    """A link that saves a file."""
    return Markup('<a href="gradio_api/file={}" download="{}">{}</a>').format(quote(str(file)), file.name, words)


def offer(files: Sequence[tuple[Path, str]], told: str) -> Markup:
    """Links to files, announced."""
    return Markup('<p class="offer" role="status">{} {}</p>').format(told, joined((link(file, words) for file, words in files), " · "))


def conversation(exchanges: Sequence[Exchange], say: Words) -> Markup:
    """The answers of a conversation with their sources, in each format; what was withheld is not in it."""
    from assistant.export import export_conversation

    answers = [one.answer for one in exchanges if one.answer]
    if not answers:
        return Markup('<p class="aside" role="status">{}</p>').format(say("save.nothing"))
    place = folder()
    forms: tuple[Format, ...] = ("docx", "html", "md")
    files = [
        (export_conversation(answers, place / f"minutewise.{form}", form, language=say.language), say(f"save.{form}")) for form in forms
    ]
    return offer(files, say("save.ready"))


def edition(made: Edition, say: Words) -> Markup:
    """A newsletter: the copy to publish, and the copy to check it by with its table of claims."""
    from assistant.export import export

    files = export(made, folder())
    clean = [(file, say(f"save.{file.suffix[1:]}")) for file in files if file.suffix != ".csv" and not file.stem.endswith("-evidence")]
    evidence = [(file, say(f"save.{file.suffix[1:]}")) for file in files if file not in [one for one, _ in clean]]
    return offer(clean, say("save.clean")) + offer(evidence, say("save.evidence"))


def note(made: DecisionNote, say: Words) -> Markup:
    """A meeting's decision note, ready to publish."""
    from assistant.decision_note import note_sheet
    from assistant.export import write

    place, sheet = folder(), note_sheet(made)
    forms: tuple[Format, ...] = ("docx", "html", "md")
    return offer([(write(sheet, place / f"decision-note.{form}", form), say(f"save.{form}")) for form in forms], say("save.ready"))
