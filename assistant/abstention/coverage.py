"""What the library holds nothing of: a council, a year, a name, a day that is still to come."""

from __future__ import annotations

import datetime as dt
import re

from assistant.abstention.missing import Missing, later_than
from assistant.question.bodies import bodies_named
from assistant.question.named import bodies_asked, councils_met, place_of, words_named
from assistant.question.words import asked_in
from ingest.gloss import glossed
from ingest.library import Library

_YEAR = re.compile(r"(?<![£€$\d,.])\b(?:19|20)\d\d\b(?![/–-]\d|[,.]\d)")  # but not '2022/23' or '£2000'


class Coverage:
    """What the minutes held can speak of at all, whatever a search finds."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def outside(self, question: str) -> Missing | None:
        """The first thing that a question names and no minutes held know."""
        if body := self._unheard(question):
            return Missing("out_of_coverage", f"the library holds no minutes of ‘{body}’")
        year = next((year for year in _YEAR.findall(question) if self._never_said(year) and not self._met_in(int(year))), None)
        if year:
            return Missing("out_of_coverage", f"the library holds no minutes of {year}, nor does any speak of it")
        unknown = next((word for word in words_named(question) if not self._said(word, question)), None)
        if unknown:
            return Missing("no_match", f"‘{unknown}’ does not occur in them")
        return later_than(question, max(self._days(), default=None))

    def holds_body_of(self, question: str) -> bool:
        """Whether a question names a body whose minutes are held."""
        return bool(bodies_named(question, self._library.memory.bodies))

    def _unheard(self, question: str) -> str | None:
        # Minutes of a town's council need not spell its name out: that the town is named will do.
        bodies = (name for name in bodies_asked(question) if not (self._said(name, question) or self._said(place_of(name), question)))
        return next(bodies, None) or next((name for name in councils_met(question) if not self._holds(name)), None)

    def _holds(self, council: str) -> bool:
        """Whether there are minutes of a council; where some are of a council unknown, there may be."""
        held = {heading.council for heading in self._library.memory.headings.values()}
        return None in held or any(name and place_of(council).casefold() in name.casefold() for name in held)

    def _met_in(self, year: int) -> bool:
        return any(day.year == year for day in self._days())

    def _days(self) -> list[dt.date]:
        """The days of the meetings held; read from memory, as every question asks for them."""
        return [heading.date for heading in self._library.memory.headings.values() if heading.date]

    def _never_said(self, words: str) -> bool:
        return self._library.lookup.frequency(words) == 0

    def _said(self, name: str, question: str) -> bool:
        """Whether a name occurs; a Welsh question's also by its English: 'Fynwy' in 'Sir Fynwy' is Monmouthshire, 'Ionawr' January."""
        if not self._never_said(name):
            return True
        if asked_in(question) == "en":
            return False
        words = set(name.split())
        return any(not self._never_said(sense) for one in glossed(question) if words <= {*one.words} for sense in one.senses)
