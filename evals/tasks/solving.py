# mypy: disable-error-code="import-not-found,misc,untyped-decorator"
"""The assistant as a solver: the answer is its output, and all that it found and cited is kept for the scorers."""

from __future__ import annotations

import atexit
import json
from contextlib import ExitStack
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.model import ModelOutput
from inspect_ai.solver import Generate, TaskState, solver

from evals.gold.records import Answerable, Record, load
from evals.gold.replies import Reply, ask
from evals.run import Run
from evals.runner import outcome_of
from evals.system import ROOT, System, sample_library, system_on

if TYPE_CHECKING:
    from assistant.engines.choice import Wanted
    from evals.datamodel import Case

_kept = ExitStack()
atexit.register(_kept.close)
_replies: dict[str, Reply] = {}


@cache
def system(engine: Wanted = "quote") -> System:
    """The assistant on the sample minutes, made once in a process."""
    return system_on(_kept.enter_context(sample_library(ROOT / ".cache" / "inspect-library")), engine)


def questions(split: Literal["dev", "held_out", "all"], language: str | None = None) -> MemoryDataset:
    """The gold questions as inspect's samples; the target is what a right answer states, or the kind of abstention that is right."""
    chosen = [one for one in load() if split in ("all", one.split) and language in (None, one.language)]
    return MemoryDataset([Sample(input=one.question, target=_target(one), id=one.id, metadata=_about(one)) for one in chosen], name="gold")


def _target(gold: Record) -> list[str]:
    return list(gold.facts) if isinstance(gold, Answerable) else [gold.expected, *gold.also_right]


def _about(gold: Record) -> dict[str, Any]:
    about: dict[str, Any] = json.loads(gold.model_dump_json(exclude={"id", "question"}))
    return about


@cache
def _gold() -> dict[str, Record]:
    return {one.id: one for one in load()}


def reply_of(state: TaskState) -> Reply:
    """What the solver kept of a sample."""
    return _replies[str(state.sample_id)]


@solver
def answering(engine: Wanted = "quote") -> Any:
    """Asks the assistant."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        reply = ask(system(engine), _gold()[str(state.sample_id)])
        _replies[str(state.sample_id)] = reply
        state.output = ModelOutput.from_content(f"minutewise/{system(engine).engine.name}", reply.answer.text)
        state.store.set("answer", reply.answer.as_json())
        state.completed = True
        return state

    return solve


@cache
def cases(suite: str, faults: int | None = None) -> dict[str, Case]:
    """All cases of a suite that has no gold questions, measured as `minutewise eval` does."""
    run = Run(system(), faults=faults, split="dev", every_case=True)
    return {case.id: case for case in outcome_of(suite, run).cases}


def samples_of(suite: str, faults: int | None = None) -> MemoryDataset:
    """The cases of a suite as inspect's samples."""
    return MemoryDataset(
        [
            Sample(input=one.asked, target=list(one.wanted) or "", id=one.id, metadata={"kind": one.kind})
            for one in cases(suite, faults).values()
        ],
        name=suite,
    )


@solver
def drafting(suite: str, faults: int | None = None) -> Any:
    """Gives what the assistant said of a case, with the evidence."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        case = cases(suite, faults)[str(state.sample_id)]
        state.output = ModelOutput.from_content("minutewise", case.said)
        state.store.set("evidence", [one.model_dump() for one in case.evidence])
        state.completed = True
        return state

    return solve
