"""How many planted faults the grounding checks catch, and how often they cry out at honest sentences.

`python -m evals.planted.caught [FOLDER…]` plants faults in true sentences of the samples, and of the folders of text files named besides.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from assistant.grounding import check
from evals.planted.faults import KINDS, wrong_meeting
from evals.planted.paraphrases import paraphrases
from ingest.text import sentences

SAMPLES = Path(__file__).parents[2] / "samples" / "source"
WRITTEN = Path(__file__).parents[1] / "data" / "planted_written.jsonl"
PASSAGE_WORDS = 180
AT_MOST = 2  # faults of one kind from one sentence
BODY = "Full Council"
DATE = "2 February 2022"


class TrueSentence(NamedTuple):
    """A sentence as it stands, with the passage it stands in and where that stands."""

    sentence: str
    passage: str
    context: tuple[str, ...]
    body: str
    date: str
    document: str


class Trial(NamedTuple):
    """A sentence to be checked; `kind` names the fault, or the honest rewording."""

    kind: str
    faulty: bool
    claim: str
    true: TrueSentence


def true_sentences(path: Path) -> Iterator[TrueSentence]:
    """The sentences of one source file, with the 180 words or so of paragraphs round them."""
    text = path.read_text(encoding="utf-8", errors="replace")
    head = dict(re.findall(r"^(\w+): (.+)$", text.split("\n---\n")[0], re.MULTILINE)) if text.startswith("---") else {}
    body = head.get("body", BODY)
    date = _long_date(head["date"]) if "date" in head else DATE
    main = text.split("\n---\n", 1)[-1]
    for section in re.split(r"\n#+ ", main):
        title, _, rest = section.partition("\n")
        context = (f"{head.get('council', 'Somewhere Council')}, {body}, {date}: {title.strip('# ')}",)
        run: list[str] = []
        for paragraph in [*(line.strip() for line in rest.split("\n") if line.strip() and not line.startswith("[")), ""]:
            if run and (not paragraph or sum(len(line.split()) for line in run) + len(paragraph.split()) > PASSAGE_WORDS):
                passage = "\n".join(run)
                for line in run:
                    for sentence in sentences(line.lstrip("-* ")):
                        if 6 <= len(sentence.split()) <= 45 and sentence[-1] in ".;" and not sentence.isupper():
                            yield TrueSentence(sentence, passage, context, body, date, main)
                run = []
            if paragraph:
                run.append(paragraph)


def written_trials() -> Iterator[Trial]:
    """Free rewordings written by hand, each with one that is wrong in one point, against the whole of its item."""
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        written = json.loads(line)
        honest, faulty, number = written["honest"], written["faulty"], written["item"]
        text = (SAMPLES / written["file"]).read_text(encoding="utf-8")
        head = dict(re.findall(r"^(\w+): (.+)$", text.split("\n---\n")[0], re.MULTILINE))
        section = next(part for part in re.split(r"\n## ", text) if part.startswith(f"{number}. "))
        title, _, rest = section.partition("\n")
        lines = [line.strip() for line in rest.split("\n") if line.strip() and not line.startswith("[")]
        context = (f"{head['council']}, {head['body']}, {_long_date(head['date'])}: {title}",)
        true = TrueSentence(honest, "\n".join(lines), context, head["body"], _long_date(head["date"]), text)
        yield Trial("written: honest", False, honest, true)
        yield Trial("written: faulty", True, faulty, true)


def _long_date(iso: str) -> str:
    date = dt.date.fromisoformat(iso)
    return f"{date.day} {date:%B %Y}"


def trials(paths: Sequence[Path]) -> Iterator[Trial]:
    """Every honest sentence, every rewording and the planted faults, the same each time."""
    for path in paths:
        random = Random(path.name)
        for true in true_sentences(path):
            yield Trial("verbatim", False, true.sentence, true)
            for rule, reworded in paraphrases(true.sentence, true.body, true.date):
                yield Trial(f"paraphrase: {rule}", False, reworded, true)
            for kind, plant in KINDS.items():
                material = true.document if kind == "name" else true.passage
                planted = [words for words in plant(true.sentence, material, random) if words != true.sentence]
                for words in random.sample(planted, min(AT_MOST, len(planted))):
                    yield Trial(kind, True, words, true)
            if random.random() < 0.15 and re.match(r"[A-Z][a-z]", true.sentence):
                for words in wrong_meeting(true.sentence, true.body, true.date, random):
                    yield Trial("wrong body or date", True, words, true)


def main(arguments: Sequence[str]) -> int:
    """Prints the table; 1 when a target is missed."""
    verbose = "-v" in arguments
    folders = [SAMPLES, *(Path(name) for name in arguments if name != "-v")]
    paths = sorted(path for folder in folders for path in folder.iterdir() if path.suffix in (".md", ".txt"))
    counts: Counter[tuple[bool, str]] = Counter()
    flagged: Counter[tuple[bool, str]] = Counter()
    for trial in (*written_trials(), *trials(paths)):
        verdict = check(trial.claim, [trial.true.passage], context=trial.true.context)
        key = (trial.faulty, trial.kind)
        counts[key] += 1
        flagged[key] += not verdict.supported
        if verbose and trial.faulty == verdict.supported:
            print(f"\n[{trial.kind}] {'MISSED' if trial.faulty else 'FALSE ALARM'}\n  claim: {trial.claim}\n  true:  {trial.true.sentence}")
            print("  ", [(problem.name, problem.words) for problem in verdict.problems], verdict.support)
    print(f"{'':34}{'n':>6}{'flagged':>9}")
    for faulty, kind in sorted(counts):
        print(f"{kind:34}{counts[faulty, kind]:6}{flagged[faulty, kind] / counts[faulty, kind]:9.1%}")
    caught, alarms = _share(flagged, counts, True), _share(flagged, counts, False)
    reworded = [key for key in counts if not key[0] and key[1] != "verbatim"]
    only = sum(flagged[key] for key in reworded) / sum(counts[key] for key in reworded)
    print(f"{'false alarms on rewordings':34}{sum(counts[key] for key in reworded):6}{only:9.1%}")
    for title, faulty, share in (("caught", True, caught), ("false alarms", False, alarms)):
        print(f"{title:34}{sum(number for key, number in counts.items() if key[0] == faulty):6}{share:9.1%}")
    return 0 if caught >= 0.98 and max(alarms, only) <= 0.01 else 1


def _share(part: Counter[tuple[bool, str]], whole: Counter[tuple[bool, str]], faulty: bool) -> float:
    return sum(part[key] for key in whole if key[0] == faulty) / sum(whole[key] for key in whole if key[0] == faulty)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
