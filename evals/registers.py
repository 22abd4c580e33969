"""Measure the registers: motions (mover, seconder, resolution) and votes by names against labelled minutes."""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from ingest.datamodel import Decision
from ingest.facts import extract
from ingest.load import find, read
from ingest.parse import parse

_TITLE = re.compile(r"^(?:Cmhlr|Cllr|Councillor|Mayor|Deputy Mayor)\.?\s+")


def measure(data: Path) -> dict[str, float | int]:
    """Score the registers over `data/decisions`.

    Args:
        data: The folder that holds `decisions/motions.jsonl`, `decisions/votes.jsonl` and `decisions/minutes`.

    Returns:
        Shares between 0 and 1 with the numbers they stand on (`motions`, `votes`).
    """
    folder = data / "decisions"
    found = {one.path.name: _decisions(one) for one in find([folder / "minutes"])}
    motions = [json.loads(line) for line in (folder / "motions.jsonl").read_text(encoding="utf-8").splitlines()]
    votes = [json.loads(line) for line in (folder / "votes.jsonl").read_text(encoding="utf-8").splitlines()]
    right: dict[str, int] = defaultdict(int)
    for motion in motions:
        for part in motion_match(motion, found.get(motion["file"], [])):
            right[part] += 1
    matched = sum(vote_match(vote, found.get(vote["file"], [])) for vote in votes)
    n = len(motions)
    return {
        "motions": n,
        "mover": right["mover"] / n,
        "seconder": right["seconder"] / n,
        "resolution": right["resolution"] / n,
        "motion_all_right": right["all"] / n,
        "votes": len(votes),
        "votes_all_right": matched / len(votes),
    }


def motion_match(motion: dict[str, str], decisions: list[Decision]) -> set[str]:
    """Which parts of a labelled motion one and the same decision has right: mover, seconder, resolution, all."""
    best: set[str] = set()
    for decision in decisions:
        parts = set()
        if _flat(motion["resolution"]) == _flat(decision.text):
            parts.add("resolution")
        if decision.mover and _name(motion["proposer"]) == _name(decision.mover):
            parts.add("mover")
        if decision.seconder and _name(motion["seconder"]) == _name(decision.seconder):
            parts.add("seconder")
        if len(parts) == 3:
            return {*parts, "all"}
        if ("resolution" in parts and len(parts) > len(best)) or (not best and "resolution" in parts):
            best = parts
    return best


def vote_match(vote: dict[str, list[str]], decisions: list[Decision]) -> bool:
    """Whether a decision has exactly the labelled names for and against."""
    wanted = [{_name(name) for name in vote[side]} for side in ("for", "against")]
    return any(
        one.vote is not None and [{_name(n) for n in one.vote.names_for}, {_name(n) for n in one.vote.names_against}] == wanted
        for one in decisions
    )


def _decisions(found: object) -> list[Decision]:
    minutes = extract(parse(read(found)))  # type: ignore[arg-type]
    return [decision for item in minutes.items for decision in item.decisions]


def _flat(text: str) -> str:
    """Letters and digits only: how a text is quoted and spaced does not count."""
    return "".join(char for char in text.lower() if char.isalnum())


def _name(name: str) -> str:
    return _flat(_TITLE.sub("", name.strip()))


if __name__ == "__main__":
    for key, value in measure(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")).items():
        print(f"{key:18} {value:.4f}" if isinstance(value, float) else f"{key:18} {value}")
