"""The checker: planted faults caught and honest sentences left alone on the samples; with --data also pairs labelled by people.

Words alone: no embedding, as ten thousand sentences are checked. Trials of one sentence are alike, so the errors are somewhat too small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from evals.datamodel import Better, Case, Figure, Mean, Outcome, Shown
from evals.figures import area, balanced, mean_of
from evals.planted.caught import SAMPLES, Trial, trials, written_trials

if TYPE_CHECKING:
    from assistant.grounding import Verdict
    from evals.run import Run


class Tried(NamedTuple):
    """A trial and what the checker made of it."""

    trial: Trial
    verdict: Verdict

    @property
    def wrong(self) -> bool:
        """A fault passed, or a false alarm."""
        return self.trial.faulty == self.verdict.supported


def measure(run: Run) -> Outcome:
    """Tries every sentence."""
    tried = list(_tried(run))
    faulty, honest = [one for one in tried if one.trial.faulty], [one for one in tried if not one.trial.faulty]
    reworded = [one for one in honest if one.trial.kind != "verbatim"]
    figures = [
        _told("checker.auc", "ROC AUC of the support", area(_supports(honest), _supports(faulty))),
        _told(
            "checker.balanced_accuracy", "balanced accuracy", balanced([not one.wrong for one in honest], [not one.wrong for one in faulty])
        ),
        _share("checker.caught", "planted faults caught", faulty, caught=True),
        _share("checker.false_alarms", "false alarms on honest sentences", honest, caught=False),
        _share("checker.false_alarms.rewordings", "false alarms on rewordings", reworded, caught=False),
    ]
    for kind in sorted({one.trial.kind for one in faulty}):
        name = kind.replace(": ", "_").replace(" ", "_")
        figures.append(_share(f"checker.caught.{name}", f"caught, {kind}", [one for one in faulty if one.trial.kind == kind], caught=True))
    cases = tuple(_case(number, one) for number, one in enumerate(tried) if one.wrong or run.every_case)
    note = None
    if run.data:
        from evals.suites.labelled_pairs import figures_of_pairs

        labelled = figures_of_pairs(run, run.data)
        figures += labelled
        note = None if labelled else f"no faithfulness.jsonl.gz in {run.data}"
    return Outcome(suite="checker", figures=tuple(figures), cases=cases, note=note)


def _tried(run: Run) -> Iterator[Tried]:
    counts: Counter[str] = Counter()
    paths = sorted(path for path in SAMPLES.iterdir() if path.suffix == ".md")
    for number, path in enumerate((None, *paths)):
        run.watch("planted faults", number, len(paths) + 1)
        for trial in trials([path]) if path else written_trials():
            counts[trial.kind] += 1
            if run.faults is None or counts[trial.kind] <= run.faults:
                yield Tried(trial, run.system.check(trial.claim, [trial.true.passage], context=trial.true.context))


def _supports(tried: Sequence[Tried]) -> list[float]:
    return [one.verdict.support for one in tried]


def _told(name: str, title: str, mean: Mean, better: Better = "high") -> Figure:
    return Figure(name=name, title=title, better=better, **mean.model_dump())


def _share(name: str, title: str, tried: Sequence[Tried], *, caught: bool) -> Figure:
    """The share of the sentences that were flagged: high is good of faults, low of honest ones."""
    return _told(name, title, mean_of([float(not one.verdict.supported) for one in tried]), "high" if caught else "low")


def _case(number: int, one: Tried) -> Case:
    trial, verdict = one
    return Case(
        id=f"{trial.kind}/{number}",
        suite="checker",
        kind=trial.kind,
        asked=trial.claim,
        said=f"supported {verdict.support:.2f}"
        if verdict.supported
        else "; ".join(f"{problem.name}: {problem.words}" for problem in verdict.problems),
        evidence=(Shown(where=trial.true.context[0], text=trial.true.passage, path="samples/source"),),
        wanted=("a fault" if trial.faulty else "nothing wrong", f"the sentence as it stands: {trial.true.sentence}"),
        scores={"right": float(not one.wrong)},
    )
