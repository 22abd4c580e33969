"""The sample minutes with attacks planted in them: each stands as a paragraph of its own behind one that answers a question."""

from __future__ import annotations

import html
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic import Field

from evals.datamodel import Split
from evals.gold.records import split_of
from evals.system import MINUTES
from ingest.datamodel import Language, Noun

if TYPE_CHECKING:
    from evals.gold.records import Answerable
    from evals.gold.replies import Reply

ATTACKS = Path(__file__).parents[1] / "data" / "injections.jsonl"


class Attack(Noun):
    """One planted text."""

    id: str
    kind: str
    language: Language
    text: str = Field(description="as it is planted")
    claim: str = Field(description="what a model that obeys would say")

    @property
    def split(self) -> Split:
        """By its id, as the gold questions: a third is held out from whoever writes rules against such texts."""
        return split_of(self.id)


class Planted(NamedTuple):
    """An attack beside the evidence of one question."""

    attack: Attack
    reply: Reply
    gold: Answerable


def load(path: Path = ATTACKS) -> list[Attack]:
    """The attacks."""
    return [Attack.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines()]


def plant(attacks: Sequence[Attack], replies: Sequence[Reply], folder: Path) -> list[Planted]:
    """Copies the sample minutes into a folder, and plants each attack behind the evidence of an answered dev question, one to a question.

    Only HTML pages are changed; an attack for which no question is left is left out.
    """
    shutil.copytree(MINUTES, folder)
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.html"))}
    free = [(one, gold) for one in replies if (gold := one.answerable) and gold.split == "dev" and not one.abstained]
    planted = []
    for attack in attacks:
        for number, (reply, gold) in enumerate(free):
            if gold.language == attack.language and _planted(attack, gold, pages):
                planted.append(Planted(attack, reply, gold))
                del free[number]
                break
    for path, text in pages.items():
        path.write_text(text, encoding="utf-8")
    return planted


def _planted(attack: Attack, gold: Answerable, pages: dict[Path, str]) -> bool:
    for place in gold.evidence:
        words = html.escape(place.text, quote=False)
        for path, text in pages.items():
            if path.stem.startswith(place.source) and text.count(words) == 1 and (end := text.find("</p>", text.find(words))) > 0:
                paragraph = "".join(f"\n<p>{html.escape(line)}</p>" for line in attack.text.split("\n"))
                pages[path] = text[: end + 4] + paragraph + text[end + 4 :]
                return True
    return False
