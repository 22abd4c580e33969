"""Welsh: the gold questions in Welsh with all that is scored of answers; with --data thirty questions on real minutes in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.datamodel import Figure, Outcome
from evals.figures import kept
from evals.gold.records import Answerable
from evals.gold.sources import read_sources
from evals.scorers.abstained import recall, wrongly
from evals.scorers.citation_precision import other_language
from evals.scorers.facts import fact_recall
from evals.scorers.gold_cited import groups_cited
from evals.scorers.ranking import reciprocal_rank
from evals.scorers.retrieved import recall_at
from evals.suites.of_replies import Row, cases_of, figures_of

if TYPE_CHECKING:
    from pathlib import Path

    from evals.gold.replies import Reply
    from evals.run import Run

ROWS = (
    Row("recall_at_8", "recall@8", lambda reply: recall_at(reply, 8)),
    Row("mrr", "MRR", reciprocal_rank),
    Row("gold_recall", "evidence groups cited", groups_cited),
    Row("fact_recall", "fact recall", fact_recall),
    Row("other_language", "citations in English", other_language, "low"),
    Row("wrongly", "answerable questions not answered", wrongly, "low"),
    Row("abstention_recall", "abstention recall", recall),
)


def measure(run: Run) -> Outcome:
    """Scores the replies to Welsh questions, and apart those whose minutes are in Welsh."""
    asked = [one for one in run.replies if one.gold.language == "cy"]
    languages = {stem: meeting.language for stem, meeting in read_sources().items()}

    def told_in(reply: Reply, language: str) -> bool:
        return isinstance(reply.gold, Answerable) and all(languages[place.source] == language for place in reply.gold.evidence)

    figures = figures_of("welsh", ROWS, asked)
    for language, name in (("cy", "welsh_minutes_only"), ("en", "english_minutes_only")):
        figures += figures_of("welsh", (ROWS[0], ROWS[3]), [one for one in asked if told_in(one, language)], name)
    more, note = _real(run, run.data / "welsh") if run.data else ([], None)
    return Outcome(suite="welsh", figures=(*kept(figures), *more), cases=cases_of("welsh", ROWS, asked), note=note)


def _real(run: Run, folder: Path) -> tuple[list[Figure], str | None]:
    if not folder.is_dir():
        return [], f"no folder {folder}"
    from evals.figures import mean_of
    from evals.welsh import measure as of_real
    from ingest.library import Library
    from ingest.pipeline import ingest

    settings = run.system.library.settings
    with Library(settings.model_copy(update={"library": settings.library.with_name("welsh")}), create=True) as library:
        ingest(library, [folder], watch=lambda name, done, total: run.watch("Welsh minutes", done, total))
        scores = of_real(library)
    told = (
        ("real_first", "right item first, real minutes", scores.first),
        ("real_english", "the same in English minutes", scores.english),
        ("real_unmutated", "the same five found when every mutation is undone", scores.unmutated),
    )
    return [
        Figure(name=f"welsh.{name}", title=title, external=True, **mean_of([1.0] * count + [0.0] * (scores.n - count)).model_dump())
        for name, title, count in told
    ], None
