"""Which service of local government a story is of: by a keyed vocabulary, and by nearness where no word of it is used."""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Sequence
from importlib import resources
from typing import NamedTuple

from assistant.finding.nearness import Embed, nearness
from ingest.datamodel import Language

TITLE_COUNTS = 3.0  # a word of the title tells more than one of the text
INTERNAL = "How the council works"


class Theme(NamedTuple):
    """A service, its Welsh name, and the words it is known by."""

    name: str
    welsh: str
    pattern: re.Pattern[str]
    stems: tuple[str, ...]

    def called(self, language: Language) -> str:
        """The name in that language."""
        return self.welsh if language == "cy" else self.name


@functools.cache
def themes() -> tuple[Theme, ...]:
    """The themes, in the order in which a newsletter tells them."""
    read = json.loads((resources.files("assistant.newsletter") / "themes.json").read_text(encoding="utf-8"))
    return tuple(
        Theme(name, one["cy"], re.compile(rf"\b(?:{'|'.join(map(_stem_pattern, one['stems']))})", re.IGNORECASE), tuple(one["stems"]))
        for name, one in read["themes"].items()
    )


def theme_of(title: str, text: str, embed: Embed) -> Theme:
    """The theme whose words a story uses most; the nearest in meaning where it uses none.

    Args:
        title: of the agenda item.
        text: what its minutes say.
        embed: gives unit vectors, shape (texts, dimensions).
    """
    scored = [(_strength(theme, title, text), -place, theme) for place, theme in enumerate(themes())]
    best = max(scored, key=lambda one: one[:2])
    if best[0] > 0:
        return best[2]
    near = nearness(embed).to(f"{title}. {text[:600]}", [f"{theme.name}: {', '.join(theme.stems[:12])}" for theme in themes()])
    return themes()[max(range(len(near)), key=near.__getitem__)]


def theme_order(names: Sequence[str]) -> list[str]:
    """The names of themes in either language in the order of the vocabulary; unknown ones last."""
    order = {name: place for place, theme in enumerate(themes()) for name in (theme.name, theme.welsh)}
    return sorted(dict.fromkeys(names), key=lambda name: (order.get(name, len(order)), name))


def _strength(theme: Theme, title: str, text: str) -> float:
    titled = {found.lower() for found in theme.pattern.findall(title)}
    counts: dict[str, int] = {}
    for found in theme.pattern.findall(text):
        counts[found.lower()] = counts.get(found.lower(), 0) + 1
    return TITLE_COUNTS * len(titled) + sum(math.log1p(count) for count in counts.values())


def _stem_pattern(stem: str) -> str:
    """A stem matches where a word begins with it; one of three letters or fewer only as a whole word, or with a plural s."""
    return re.escape(stem) + (r"s?\b" if len(stem) <= 4 else "")
