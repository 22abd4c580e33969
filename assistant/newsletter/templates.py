"""Templates of newsletters: Markdown with declared fields, named, versioned and digested like prompts; a council adds its own as a file."""

from __future__ import annotations

import hashlib
import re
from importlib import resources
from pathlib import Path

from pydantic import Field

from assistant.datamodel import Style
from ingest.datamodel import Language, Noun
from ingest.errors import InputError

NAMES = ("residents", "members", "press")
KNOWN_FIELDS = ("council", "period", "date_from", "date_to", "count")
STORIES = "{stories}"

_FILE = re.compile(r"---\n(?P<front>.*?)\n---\n\s*# (?P<title>[^\n]+)\n(?P<text>.*)", re.DOTALL)
_PLACE = re.compile(r"\{([a-z_]+)\}")
_NUMBERS = {"stories": (1, 200), "per_body": (1, 200), "sentences": (1, 12)}
_STYLES = ("brief", "full", "plain")


class Template(Noun):
    """One kind of newsletter, validated: every declared field has its place, and no place is undeclared."""

    name: str
    version: int = Field(ge=1)
    fields: tuple[str, ...]
    style: Style = Field(description="how stories are written")
    stories: int = Field(description="at most so many stories")
    per_body: int = Field(description="at most so many of one committee while others have some left")
    sentences: int = Field(description="of a story's body")
    title: str
    introduction: str = Field(description="Markdown before the stories")
    closing: str = Field(description="Markdown after the stories")
    digest: str = Field(description="first 8 hex digits of the sha256 of the file's text")

    @property
    def ref(self) -> str:
        """'residents@1+a3364311': name, version, digest; every edition names it."""
        return f"{self.name}@{self.version}+{self.digest}"

    def filled(self, text: str, **values: str) -> str:
        """A text of the template with its fields filled in; a `{place}` within a value stays text."""
        return _PLACE.sub(lambda place: values[place[1]], text)


def template(named: str | Path, language: Language = "en") -> Template:
    """The template of that name in that language (English where there is none), or of a file of the council's own.

    Raises:
        InputError: there is no such template, or it is not well formed.
    """
    if str(named) in NAMES:
        folder = resources.files("prompts") / "newsletters"
        file = folder / f"{named}.{language}.md"
        name = f"{named}.{language}" if file.is_file() else str(named)
        return parse((folder / f"{name}.md").read_text(encoding="utf-8"), name)
    path = Path(named)
    try:
        return parse(path.read_text(encoding="utf-8"), path.stem)
    except FileNotFoundError as error:
        raise InputError(f"there is no newsletter template '{named}'", f"take one of {', '.join(NAMES)}, or the path of a file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the newsletter template '{named}' cannot be read", "it must be a Markdown file in UTF-8") from error


def parse(text: str, expected: str) -> Template:
    """Reads a template from its file's text and checks it.

    Raises:
        InputError: the text is not a well-formed template; the message names every fault.
    """
    text = text.replace("\r\n", "\n")
    found = _FILE.fullmatch(text)
    if found is None:
        raise InputError(
            f"the newsletter template '{expected}' is not front matter, then '# Title', then text", "see prompts/newsletters/residents.md"
        )
    front = dict(re.findall(r"^(\w+):[ \t]*(.*?)[ \t]*$", found["front"], re.MULTILINE))
    fields = tuple(front.get("fields", "").replace(",", " ").split())
    introduction, stories, closing = found["text"].partition(STORIES)
    used = set(_PLACE.findall(found["title"] + introduction + closing))
    complaints = [
        *([f"its name is '{front.get('name')}'"] if front.get("name") != expected else []),
        *(["its version is not a whole number from 1"] if not re.fullmatch(r"[1-9]\d{0,8}", front.get("version", "")) else []),
        *([f"its style is '{front.get('style')}' and not one of {', '.join(_STYLES)}"] if front.get("style") not in _STYLES else []),
        *[
            f"'{name}' is not a whole number from {low} to {high}"
            for name, (low, high) in _NUMBERS.items()
            if not _number(front.get(name), low, high)
        ],
        *([f"it has no {STORIES}, where the stories go"] if not stories else []),
        *[f"'{name}' is declared and not known (known: {', '.join(KNOWN_FIELDS)})" for name in fields if name not in KNOWN_FIELDS],
        *[f"'{name}' is declared and not used" for name in fields if name in KNOWN_FIELDS and name not in used],
        *[f"'{name}' is used and not declared" for name in sorted(used - set(fields))],
    ]
    if complaints:
        raise InputError(f"the newsletter template '{expected}': {'; '.join(complaints)}", "mend its front matter or its text")
    return Template.model_validate(
        {
            **{name: int(front[name]) for name in ("version", *_NUMBERS)},
            "name": expected,
            "fields": fields,
            "style": front["style"],
            "title": found["title"].strip(),
            "introduction": introduction.strip(),
            "closing": closing.strip(),
            "digest": hashlib.sha256(text.encode()).hexdigest()[:8],
        }
    )


def _number(value: str | None, low: int, high: int) -> bool:
    return bool(value and re.fullmatch(r"\d{1,4}", value) and low <= int(value) <= high)
