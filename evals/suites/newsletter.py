"""A newsletter of the whole period of the samples: faithfulness of its stories, and how many of the decisions it tells of are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.datamodel import Outcome
from evals.figures import kept
from evals.suites.of_sentences import case_of, figures_of, scores_of, told_by

if TYPE_CHECKING:
    from evals.run import Run

STORIES = 60  # at most; the samples hold fewer


def measure(run: Run) -> Outcome:
    """Drafts every story that the samples hold, and scores story by story."""
    from assistant.newsletter import Desk, Period, propose

    library = run.system.library
    candidates = propose(library, language="en", top=STORIES)
    run.watch("newsletter", 0, 1)
    days = [one.date for one in library.lookup.documents() if one.date]
    edition = Desk(library, run.system.engine).draft(candidates, period=Period(first=min(days), last=max(days)))
    parts = [told_by(run, one.id, one.theme, one.headline, one.sentences, one.citations) for one in edition.articles]
    failed = len(candidates) - len(parts)
    scored = [(one, scores_of(one, run)) for one in parts]
    return Outcome(
        suite="newsletter",
        figures=kept(figures_of("newsletter", scored, "a story")),
        cases=tuple(case_of("newsletter", part, scores) for part, scores in scored),
        note=f"{failed} of {len(candidates)} stories could not be drafted" if failed else None,
    )
