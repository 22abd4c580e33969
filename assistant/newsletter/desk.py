"""The newsletter desk: drafts many stories in one batch; one that fails stops no other, and what is finished is never done again."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from assistant.datamodel import Article, Edition, Proposal
from assistant.engines.base import Engine
from assistant.held import Holdings
from assistant.later.corrections import Later
from assistant.newsletter.attending import members_of
from assistant.newsletter.candidate import Candidate
from assistant.newsletter.edition import Period, edition
from assistant.newsletter.keeping import Kept, key_of
from assistant.newsletter.patience import Patience
from assistant.newsletter.restraint import bars, restrained
from assistant.newsletter.templates import Template, template
from assistant.newsletter.turns import Turns
from assistant.newsletter.writing import Writer
from ingest.datamodel import Noun
from ingest.errors import ChatServiceError, MinutewiseError
from ingest.library import Library

if TYPE_CHECKING:
    from assistant.publicity import Rules

CONCURRENCY = 4  # requests to a chat model at once


class Done(Noun):
    """What became of one candidate."""

    candidate: Candidate
    article: Article | None = Field(default=None, description="None: it failed")
    error: str | None = Field(default=None, description="why it failed or was left out, and what to do")
    left_out: bool = Field(default=False, description="not told because of the pre-election period")
    kept: bool = Field(default=False, description="finished by an earlier run, and not done again")

    @property
    def status(self) -> str:
        """'drafted', 'kept', 'left out' or 'failed'."""
        return "left out" if self.left_out else "failed" if self.article is None else "kept" if self.kept else "drafted"


Progress = Callable[[int, int, Done], None]  # stories done so far, of how many, the latest


class Desk:
    """Drafts stories of one library.

    Args:
        library: where the minutes are.
        engine: what writes.
        fallback: what writes where the engine's model fails; None: the story fails.
        kept: where finished stories are kept between runs; None: nowhere.
        concurrency: stories at once on an engine that waits for a model.
        rules: of the checks before publication; None: they are not made. Where they name no members, those who attended the meetings
            are taken as such.
    """

    def __init__(
        self,
        library: Library,
        engine: Engine,
        fallback: Engine | None = None,
        *,
        kept: Path | None = None,
        concurrency: int = CONCURRENCY,
        rules: Rules | None = None,
    ) -> None:
        self._library = library
        self._engine = engine
        self._fallback = fallback
        self._kept = Kept(kept) if kept else None
        self._concurrency = concurrency
        self._rules = rules
        self._turns = Turns()
        self._patience = Patience(self._turns)
        self._holdings = Holdings(library.lookup)
        self._later = Later(library.lookup, self._holdings)

    def draft(
        self,
        candidates: Sequence[Candidate],
        *,
        period: Period,
        template: str | Path | Template = "residents",
        bilingual: bool = False,
        progress: Progress | None = None,
    ) -> Edition:
        """An edition of the stories that could be drafted; `work` also tells of those that could not."""
        chosen = template_of(template, candidates)
        return self.edition(
            self.work(candidates, template=chosen, bilingual=bilingual, progress=progress), chosen, period, bilingual=bilingual
        )

    def edition(self, done: Sequence[Done], template: Template, period: Period, *, bilingual: bool = False) -> Edition:
        """The edition of what is done, with what the checks before publication find over it as a whole."""
        articles = [one.article for one in done if one.article]
        made = edition(articles, [one.candidate for one in done], template, period, bilingual=bilingual, rules=self._rules)
        if self._rules is None:
            return made
        from assistant.publicity import findings_over

        return made.model_copy(update={"findings": findings_over(made, self._rules)})

    @property
    def rules(self) -> Rules | None:
        """What drafts are held against; after `work` with the members who attended the meetings."""
        return self._rules

    def draft_one(self, candidate: Candidate, *, template: str | Path | Template = "residents", bilingual: bool = False) -> Article:
        """One story.

        Raises:
            MinutewiseError: it cannot be drafted.
        """
        with self._turns.mine():
            done = self._one(candidate, template_of(template, [candidate]), bilingual=bilingual)
        assert done.article is not None
        return done.article

    def work(
        self,
        candidates: Sequence[Candidate],
        *,
        template: Template,
        bilingual: bool = False,
        progress: Progress | None = None,
    ) -> tuple[Done, ...]:
        """What became of each candidate, in their order. Stories that an earlier run finished are taken as they are."""
        if self._rules and not self._rules.members:
            self._rules = self._rules.model_copy(update={"members": members_of(self._library, candidates)})
        done: dict[str, Done] = {}
        for one in self._each(candidates, template, bilingual=bilingual):
            done[one.candidate.id] = one
            if progress:
                progress(len(done), len(candidates), one)
        return tuple(done[candidate.id] for candidate in candidates)

    def unfinished(self, candidates: Sequence[Candidate], template: Template, *, bilingual: bool = False) -> tuple[Candidate, ...]:
        """Those that no earlier run has finished."""
        kept = self._kept
        return tuple(
            one
            for one in candidates
            if kept is None
            or kept.read(key_of(one, self._holdings, self._engine, template, bilingual=bilingual, later=self._later)) is None
        )

    def _each(self, candidates: Sequence[Candidate], chosen: Template, *, bilingual: bool) -> Iterator[Done]:
        if self._engine.name == "quote" or self._concurrency < 2:
            for candidate in candidates:
                yield self._tried(candidate, chosen, bilingual=bilingual)
            return
        with ThreadPoolExecutor(self._concurrency, thread_name_prefix="newsletter") as pool:
            waiting = [pool.submit(self._tried, candidate, chosen, bilingual=bilingual) for candidate in candidates]
            try:
                for one in as_completed(waiting):
                    yield one.result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def _tried(self, candidate: Candidate, chosen: Template, *, bilingual: bool) -> Done:
        try:
            with self._turns.mine():
                return self._one(candidate, chosen, bilingual=bilingual)
        except MinutewiseError as error:
            return Done(candidate=candidate, error=f"{error.message} {error.hint}".strip())

    def _one(self, candidate: Candidate, chosen: Template, *, bilingual: bool) -> Done:
        engine = copy.copy(self._engine)  # an engine remembers what its last call cost: each story has its own
        key = key_of(candidate, self._holdings, engine, chosen, bilingual=bilingual, later=self._later)
        if self._kept and (article := self._kept.read(key)):
            return self._done(candidate, article, kept=True)
        try:
            article = self._patience.persist(lambda: self._writer(engine, chosen).article(candidate, bilingual=bilingual))
        except ChatServiceError as error:
            if self._fallback is None:
                raise
            note = f"{error.message} Written with the minutes' own sentences instead."
            return self._done(candidate, self._writer(self._fallback, chosen).article(candidate, bilingual=bilingual, note=note))
        if self._kept:
            self._kept.write(key, article)
        return self._done(candidate, article)

    def _done(self, candidate: Candidate, article: Article, *, kept: bool = False) -> Done:
        """The story with what the checks before publication find in it, or without what a pre-election period does not allow."""
        if self._rules is None:
            return Done(candidate=candidate, article=article, kept=kept)
        from assistant.publicity import findings

        found = findings(article, self._rules)
        if self._rules.pre_election:
            fit = restrained(article, found)
            if fit is None:
                why = next(finding for finding in found if bars(finding))
                return Done(candidate=candidate, error=f"{why.rule}: '{why.words}'. {why.advice}", left_out=True, kept=kept)
            article, found = fit, findings(fit, self._rules)
        return Done(candidate=candidate, article=article.model_copy(update={"findings": found}), kept=kept)

    def proposals(self, engine: Engine, candidate: Candidate, template: Template) -> list[Proposal]:
        """What an engine proposes for a candidate, unchecked."""
        with self._turns.mine():
            return self._writer(engine, template).proposals(candidate)

    def _writer(self, engine: Engine, chosen: Template) -> Writer:
        return Writer(
            self._library, self._holdings, engine, style=chosen.style, sentences=chosen.sentences, turns=self._turns, later=self._later
        )


def template_of(named: str | Path | Template, candidates: Sequence[Candidate]) -> Template:
    """The template, in the language of the candidates."""
    if isinstance(named, Template):
        return named
    return template(named, candidates[0].language if candidates else "en")
