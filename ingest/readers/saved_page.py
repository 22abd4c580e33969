"""A ModernGov item page that was saved as text: 'Agenda item', the title, perhaps 'Minutes:', the text, 'Supporting documents:'."""

from __future__ import annotations

import re

from ingest.datamodel import Block, Part
from ingest.readers.lines import take_bullet
from ingest.text import fold_space

_OPENING = frozenset({"agenda item", "eitem agenda", "eitem ar yr agenda", "eitem rhaglen", "eitem ar y rhaglen"})
LABELS: dict[str, Part] = {
    **dict.fromkeys(["minutes", "cofnodion"], "minutes"),
    **dict.fromkeys(["decision", "decisions", "penderfyniad", "penderfyniadau"], "decision"),
}
DOCUMENTS = frozenset(
    {
        "supporting documents",
        "additional documents",
        "dogfennau ategol",
        "dogfennau ychwanegol",
        "dogfennau cefnogol",
        "dogfennau cefnogi",
        "related documents",
    }
)
_PDF = re.compile(r"(?:\s*(?:pdf icon\s+)?PDF,?\s+[\d.,]+\s*(?:KB|MB|B)\b)+", re.IGNORECASE)


def label_of(text: str) -> str:
    """Return a line as a label is looked up: small letters, without its colon."""
    return text.strip().rstrip(":").strip().lower()


def strip_file_size(text: str) -> str:
    """Return a title without the 'PDF 244 KB' that its link brings along."""
    return fold_space(_PDF.sub(" ", text))


def saved_item_page(text: str) -> tuple[Block, ...] | None:
    """Return the blocks of an item page saved as text, or None where the text is no such page."""
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    while lines and not label_of(fold_space(lines[0])):
        lines = lines[1:]
    if len(lines) < 2 or fold_space(lines[0]).lower() not in _OPENING:
        return None
    blocks = [Block(text=strip_file_size(lines[1]), kind="item")]
    # Text before the first label is agenda where a 'Minutes:' follows, and the minutes themselves where none does.
    labels = [LABELS.get(label_of(fold_space(line))) for line in lines[2:] if line.rstrip().endswith(":")]
    part: Part = "agenda" if "minutes" in labels else "minutes"
    for line in lines[2:]:
        label = label_of(fold_space(line))
        if line.rstrip().endswith(":") and label in LABELS:
            part = LABELS[label]
            blocks.append(Block(text=fold_space(line), kind="label", part=part))
        elif label in DOCUMENTS:
            break
        else:
            words, bullet = take_bullet(line.strip())
            if folded := fold_space(words):
                blocks.append(Block(text=folded, kind="bullet" if bullet else "paragraph", part=part))
    return tuple(blocks)
