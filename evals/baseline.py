"""The baseline: figures of an earlier run, and the rule by which a figure has dropped. It is moved only with a reason, which it keeps."""

from __future__ import annotations

import datetime as dt
import json
import math
import statistics
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import Field, ValidationError

from evals.datamodel import Figure, Report
from ingest.datamodel import Noun
from ingest.errors import InputError

BASELINE = Path(__file__).parent / "data" / "baseline.json"
NOISE = 2.0  # standard errors that a figure may drop
SHARED = 0.9  # share of a run's cases that the baseline must know for a comparison case by case


class Moved(Noun):
    """Why the baseline was moved, and when."""

    date: dt.date
    reason: str = Field(min_length=8)
    version: str


class Kept(Noun):
    """One figure as it was."""

    mean: float
    error: float
    n: int
    better: str
    values: dict[str, float] = Field(default_factory=dict, description="by the place of the case in `cases`")


class Baseline(Noun):
    """Figures of an earlier run."""

    moved: tuple[Moved, ...] = Field(description="oldest first")
    engine: str
    embedding: str
    cases: tuple[str, ...] = Field(description="ids; of held-out questions digests")
    figures: dict[str, Kept]


class Dropped(Noun):
    """A figure that is worse than in the baseline by more than its noise."""

    name: str
    before: float
    now: float | None = Field(description="None: the figure is gone")
    noise: float = Field(description="standard error of the difference")
    paired: bool = Field(description="compared case by case")

    def line(self) -> str:
        """In one line."""
        if self.now is None:
            return f"{self.name} is gone; it was {self.before:.3f}"
        how = "case by case" if self.paired else "by means"
        return f"{self.name} was {self.before:.3f} and is {self.now:.3f} (compared {how}: the standard error is {self.noise:.4f})"


def read(path: Path) -> Baseline:
    """Reads a baseline.

    Raises:
        InputError: the file is not there, or is not one.
    """
    try:
        return Baseline.model_validate_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}", "`minutewise eval --write-baseline REASON` writes one") from error
    except (ValidationError, ValueError) as error:
        raise InputError(f"{path} is not a baseline", "`minutewise eval --write-baseline REASON` writes one") from error


def moved(report: Report, reason: str, before: Baseline | None, today: dt.date) -> Baseline:
    """The baseline of a run, with the reason added to those that there were."""
    guarded = [one for one in report.figures if not one.external]
    cases = sorted({case for one in guarded for case in one.values})
    place = {case: str(number) for number, case in enumerate(cases)}
    figures = {
        one.name: Kept(
            mean=one.mean, error=one.error, n=one.n, better=one.better, values={place[case]: value for case, value in one.values.items()}
        )
        for one in guarded
    }
    if before:  # what was not measured this time stays as it was
        measured = {one.suite for one in report.outcomes}
        stay = {name: kept for name, kept in before.figures.items() if name.split(".")[0] not in measured}
        extra = sorted({before.cases[int(number)] for kept in stay.values() for number in kept.values} - set(cases))
        place |= {case: str(len(cases) + number) for number, case in enumerate(extra)}
        cases += extra
        for name, kept in stay.items():
            values = {place[before.cases[int(number)]]: value for number, value in kept.values.items()}
            figures[name] = kept.model_copy(update={"values": values})
    why = Moved(date=today, reason=reason, version=report.version)
    return Baseline(
        moved=(*(before.moved if before else ()), why),
        engine=report.engine,
        embedding=report.embedding,
        cases=tuple(cases),
        figures=figures,
    )


def write(baseline: Baseline, path: Path) -> None:
    """Writes it, a line a figure, so that a change shows which one moved."""
    whole = baseline.model_dump(mode="json")
    figures = ",\n".join(f"  {json.dumps(name)}: {json.dumps(kept, separators=(',', ':'))}" for name, kept in whole.pop("figures").items())
    head = json.dumps(whole, ensure_ascii=False, indent=1)
    path.write_text(f'{head[:-2]},\n "figures": {{\n{figures}\n }}\n}}\n', encoding="utf-8")


def dropped(report: Report, before: Baseline) -> Iterator[Dropped]:
    """The figures that dropped by more than their noise, and those that are gone though their suite was run.

    Raises:
        InputError: the baseline is of another engine or embedding model.
    """
    if (report.engine, report.embedding) != (before.engine, before.embedding):
        raise InputError(
            f"the baseline is of engine {before.engine} with {before.embedding}, this run of {report.engine} with {report.embedding}",
            "compare like with like, or leave --baseline out",
        )
    now = {one.name: one for one in report.figures}
    run = {one.suite for one in report.outcomes}
    for name, kept in before.figures.items():
        if name.split(".")[0] not in run or kept.better == "neither":
            continue
        if name not in now:
            if report.split == "all":
                yield Dropped(name=name, before=kept.mean, now=None, noise=0.0, paired=False)
        elif found := _worse(now[name], kept, {before.cases[int(number)]: value for number, value in kept.values.items()}):
            yield found


def _worse(now: Figure, kept: Kept, values: Mapping[str, float]) -> Dropped | None:
    """Case by case where the cases are the same: the mean difference against its own standard error (Miller 2024); else by the means."""
    sign = -1 if kept.better == "low" else 1
    shared = [case for case in now.values if case in values]
    paired = bool(shared) and len(shared) >= SHARED * len(now.values)
    if paired:
        differences = [sign * (now.values[case] - values[case]) for case in shared]
        change = statistics.fmean(differences)
        noise = statistics.stdev(differences) / math.sqrt(len(differences)) if len(differences) > 1 else 0.0
        earlier = statistics.fmean([values[case] for case in shared])
    else:
        change, noise, earlier = sign * (now.mean - kept.mean), math.hypot(now.error, kept.error), kept.mean
    if change < -1e-9 and -change > NOISE * noise:
        return Dropped(name=now.name, before=round(earlier, 6), now=now.mean, noise=round(noise, 6), paired=paired)
    return None
