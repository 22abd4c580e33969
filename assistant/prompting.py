"""Prompts are files: named, versioned, with declared inputs. Minutes are fenced as data before they go in.

A prompt file is front matter (name, version, inputs) and two sections, `# System` and `# User`. `{name}` marks an input's place.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from pydantic import Field

from ingest.datamodel import Noun
from ingest.errors import InputError
from ingest.text import sentences

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

_FILE = re.compile(r"---\n(?P<front>.*?)\n---\n\s*# System\n(?P<system>.*?)\n# User\n(?P<user>.*)", re.DOTALL)
_PLACE = re.compile(r"\{([a-z_]+)\}")
# Where a tag, or a chat template's control word such as <|im_end|>, could open: any '<' but that of "fewer than".
_OPENING = re.compile(r"[<\uFF1C\uFE64](?=\s*[/|!?A-Za-z])")
_CONTROL = re.compile(r"\[(/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS))\]", re.IGNORECASE)
_LINE_BREAKS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


class Prompt(Noun):
    """One prompt, validated: every declared input has its place, and no place is undeclared."""

    name: str
    version: int = Field(ge=1)
    inputs: tuple[str, ...]
    system: str
    user: str
    digest: str = Field(description="first 8 hex digits of the sha256 of the file's text")

    @property
    def ref(self) -> str:
        """'answer@1+08c26690': name, version, digest; every answer names it."""
        return f"{self.name}@{self.version}+{self.digest}"

    def render(self, **inputs: str) -> list[BaseMessage]:
        """The messages for the model. Values go in as they are: a `{place}` within a value stays text.

        Raises:
            TypeError: an input is missing, or is not declared.
        """
        from langchain_core.messages import HumanMessage, SystemMessage

        if set(inputs) != set(self.inputs):
            raise TypeError(f"prompt {self.name} takes {', '.join(self.inputs)}; given were {', '.join(inputs) or 'none'}")
        system, user = (_PLACE.sub(lambda place: inputs[place[1]], part) for part in (self.system, self.user))
        return [SystemMessage(system), HumanMessage(user)]


@cache
def load(name: str) -> Prompt:
    """Reads `prompts/<name>.md`.

    Raises:
        InputError: there is no such prompt, or its file is not well formed.
    """
    file = resources.files("prompts") / f"{name}.md"
    if not file.is_file():
        raise InputError(f"There is no prompt '{name}'.", "Prompts are the Markdown files in prompts/.")
    return parse(file.read_text(encoding="utf-8"), expected=name)


def parse(text: str, expected: str) -> Prompt:
    """Reads a prompt from its file's text and checks it.

    Args:
        text: the whole file.
        expected: the name that the file's own name promises.

    Raises:
        InputError: the text is not a well-formed prompt; the message says where.
    """
    text = text.replace("\r\n", "\n")
    found = _FILE.fullmatch(text)
    if found is None:
        raise InputError(f"Prompt '{expected}' is not front matter, then '# System', then '# User'.", "See prompts/answer.md.")
    front = dict(re.findall(r"^(\w+):[ \t]*(.*?)[ \t]*$", found["front"], re.MULTILINE))
    inputs = tuple(front.get("inputs", "").replace(",", " ").split())
    system, user = found["system"].strip(), found["user"].strip()
    used = set(_PLACE.findall(system)) | set(_PLACE.findall(user))
    complaints = [
        *([f"its name is '{front.get('name')}'"] if front.get("name") != expected else []),
        *(["its version is not a whole number from 1"] if not re.fullmatch(r"[1-9]\d*", front.get("version", "")) else []),
        *([f"'{name}' is declared and not used" for name in inputs if name not in used]),
        *([f"'{name}' is used and not declared" for name in sorted(used - set(inputs))]),
        *(["its user section is empty"] if not user else []),
    ]
    if complaints:
        raise InputError(f"Prompt '{expected}': {'; '.join(complaints)}.", "Mend its front matter or its text.")
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return Prompt(name=expected, version=int(front["version"]), inputs=inputs, system=system, user=user, digest=digest)


def as_data(text: str) -> str:
    """The text with nothing left in it that a model or its chat template could read as markup: its opening brackets become U+2039."""
    return _CONTROL.sub(r"(\1)", _OPENING.sub("\u2039", text))


def fence(key: str, heading: str, text: str, *, decision: bool = False) -> str:
    """One passage of minutes as data: one sentence a line, each with the key behind it, which is the form that the reply is to have.

    Args:
        key: the citation key of the passage.
        heading: where it was said, in one line.
        text: the passage.
        decision: whether the parser found a decision in it.
    """
    place = _LINE_BREAKS.sub(" ", as_data(heading)).replace('"', "'")
    kind = ' holds="decision"' if decision else ""
    # Seeing the form on every line is what makes models of one or two billion parameters keep it.
    lines = "\n".join(f"{sentence} [{key}]" for sentence in sentences(as_data(text)))
    return f'<passage key="{key}" from="{place}"{kind}>\n{lines}\n</passage>'
