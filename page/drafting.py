"""Drafting a newsletter from the stories chosen, with progress, in a thread that ends when nobody waits for it any more."""

from __future__ import annotations

import datetime as dt
import queue
import threading
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.engines.choice import Wanted, choose
from assistant.newsletter import Candidate, Desk, Done, Period, Template, propose, template_for
from assistant.newsletter.attending import members_of
from assistant.newsletter.reviewing import Review
from assistant.publicity import Rules
from ingest.datamodel import Filters, Language
from ingest.library import Library
from page.sharing import at_rest
from page.working import Stopped, each

MOST = 60  # stories proposed


class Wish(NamedTuple):
    """What kind of newsletter of which period."""

    first: dt.date
    last: dt.date
    bodies: tuple[str, ...] = ()
    template: str = "residents"
    language: Language = "en"
    pre_election: bool = False

    @property
    def period(self) -> Period:
        """Its first and last day."""
        return Period(first=self.first, last=self.last)


class Step(NamedTuple):
    """How far the drafting is."""

    done: int
    total: int
    title: str


def proposed(library: Library, wish: Wish) -> tuple[Candidate, ...]:
    """The stories that the minutes of the period have, best first."""
    filters = Filters(date_from=wish.first, date_to=wish.last, language=wish.language)
    with at_rest(library):
        found = propose(library, filters, language=wish.language)
    return tuple(one for one in found if not wish.bodies or one.body in wish.bodies)[:MOST]


def suggested(candidates: Sequence[Candidate], wish: Wish) -> list[str]:
    """Ids of as many of the best as the template has room for."""
    return [one.id for one in candidates[: template_for(wish.template, wish.language).stories]]


def drafted(
    library: Library, engine: Wanted, candidates: Sequence[Candidate], wish: Wish, stop: threading.Event
) -> Iterator[Step | Review]:
    """How far it is, then the edition, ready for review.

    Raises:
        Stopped: the stop sign was set.
        MinutewiseError: no engine can be had.
    """
    chosen = template_for(wish.template, wish.language)
    rules = Rules(pre_election=wish.pre_election, style=chosen.style, members=members_of(library, candidates))
    yield from each(lambda: _steps(library, engine, candidates, wish, chosen, rules, stop), stop)


def _steps(
    library: Library,
    engine: Wanted,
    candidates: Sequence[Candidate],
    wish: Wish,
    chosen: Template,
    rules: Rules,
    stop: threading.Event,
) -> Iterator[Step | Review]:
    told: queue.SimpleQueue[Step | Review | BaseException] = queue.SimpleQueue()

    def progress(count: int, total: int, one: Done) -> None:
        if stop.is_set():
            raise Stopped
        told.put(Step(count, total, one.candidate.title))

    def work() -> None:
        try:
            kept = library.folder / "newsletter"
            desk = Desk(library, *choose(library, engine), kept=kept, rules=rules)
            done = desk.work(candidates, template=chosen, progress=progress)
            failed = tuple((one.candidate.title, one.error or "") for one in done if one.article is None)
            told.put(Review(desk.edition(done, chosen, wish.period), rules, failed))
        except BaseException as error:
            told.put(error)

    threading.Thread(target=work, daemon=True).start()
    while True:
        step = told.get()
        if isinstance(step, BaseException):
            raise step
        yield step
        if isinstance(step, Review):
            return
