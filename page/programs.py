"""The functions that programs may call, over REST and, with `--mcp`, as tools of a model: each reads, none changes the library.

Their arguments are plain strings and numbers; an empty string limits nothing. What they return is the JSON of the command of the same
name, with files by their names alone. A fault is returned as `{"error": {"message", "hint"}}`.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from gradio.events import api

from assistant.answer import Answerer
from assistant.coverage import Coverage
from assistant.datamodel import Answer, Question
from assistant.engines.choice import choose
from assistant.finding.retrieve import Retriever
from assistant.registers import Registers, Row
from assistant.timeline import Timeline
from ingest.datamodel import Filters
from ingest.errors import InputError, MinutewiseError
from page.limits import filters
from page.markup import file_name
from page.sharing import at_rest
from page.wording import words

if TYPE_CHECKING:
    from page.tabs.shared import Shared

Json = dict[str, Any]

MOST_PASSAGES = 50
MOST_ROWS = 1000
PATHS = ("path", "translation", "superseded_by")  # fields of the JSON that name a file


class Programs:
    """The functions over one library."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._library = shared.library

    def offer(self) -> None:
        """Makes each function an endpoint of its name."""
        for function in (self.ask, self.search, self.decisions, self.actions, self.timeline, self.meeting):
            api(function, api_name=function.__name__, concurrency_limit=4, concurrency_id="ask")

    def ask(self, question: str, body: str = "", date_from: str = "", date_to: str = "", speaker: str = "", language: str = "") -> Json:
        """Answers a question from council minutes. Every sentence cites its paragraph; where the minutes do not say, it abstains.

        Args:
            question: the question, in English or Welsh
            body: only this committee or body; a part of its name is enough
            date_from: only meetings on or after this day, as 2024-05-01
            date_to: only meetings on or before this day
            speaker: only what this person or role says or is named in
            language: en or cy: only minutes in this language

        Returns:
            question, answer, abstained, abstention, sentences, withheld, citations with quotes and sources, engine, provenance
        """

        def answered() -> Json:
            asked = Question(text=_needed(question, "question"), filters=_filters(body, date_from, date_to, speaker, language))
            stream = Answerer(self._library, *choose(self._library, self._shared.engine)).stream(asked)
            with at_rest(self._library):
                next(stream)
            *_, last = stream
            assert isinstance(last, Answer)
            return last.as_json()

        return _told(answered)

    def search(
        self,
        query: str,
        k: int = 10,
        body: str = "",
        date_from: str = "",
        date_to: str = "",
        speaker: str = "",
        language: str = "",
    ) -> Json:
        """Finds the passages of the minutes nearest to a query, best first; no model is asked.

        Args:
            query: words or a question
            k: how many passages, at most 50
            body: only this committee or body; a part of its name is enough
            date_from: only meetings on or after this day, as 2024-05-01
            date_to: only meetings on or before this day
            speaker: only what this person or role says or is named in
            language: en or cy: only minutes in this language

        Returns:
            query, and passages with text, meeting, item, score and source
        """

        def found() -> Json:
            narrowed = _filters(body, date_from, date_to, speaker, language)
            with at_rest(self._library):
                hits = Retriever(self._library).search(_needed(query, "query"), narrowed, max(1, min(int(k), MOST_PASSAGES)))
            return {"query": query, "passages": [one.model_dump(mode="json") for one in hits.passages]}

        return _told(found)

    def decisions(self, body: str = "", date_from: str = "", date_to: str = "", person: str = "", language: str = "") -> Json:
        """Lists what was decided, oldest first: words, mover and seconder, vote, evidence, and what became of recommendations.

        Args:
            body: only this committee or body; a part of its name is enough
            date_from: only meetings on or after this day, as 2024-05-01
            date_to: only meetings on or before this day
            person: only what this person moved or seconded, or is named in
            language: en or cy: only minutes in this language

        Returns:
            rows, at most 1000, and total: how many there are
        """
        return _told(lambda: _rows(Registers(self._library.lookup).decisions(_filters(body, date_from, date_to, person, language))))

    def actions(self, body: str = "", date_from: str = "", date_to: str = "", person: str = "", language: str = "") -> Json:
        """Lists what somebody was asked to do, oldest first, and what later minutes say of it: open, updated, closed or unknown.

        Args:
            body: only this committee or body; a part of its name is enough
            date_from: only meetings on or after this day, as 2024-05-01
            date_to: only meetings on or before this day
            person: only what this person is to do, or is named in
            language: en or cy: only minutes in this language

        Returns:
            rows, at most 1000, and total: how many there are
        """
        return _told(lambda: _rows(Registers(self._library.lookup).actions(_filters(body, date_from, date_to, person, language))))

    def timeline(self, topic: str, body: str = "", date_from: str = "", date_to: str = "", language: str = "") -> Json:
        """Tells one topic over meetings and years, oldest first, in the minutes' own sentences, every one cited.

        Args:
            topic: what it is about, such as 'leisure centre'
            body: only this committee or body; a part of its name is enough
            date_from: only meetings on or after this day, as 2024-05-01
            date_to: only meetings on or before this day
            language: en or cy: only minutes in this language

        Returns:
            topic, and events with date, body, item, kind, sentences and citations
        """

        def told() -> Json:
            return Timeline(self._library).tell(_needed(topic, "topic"), _filters(body, date_from, date_to, "", language)).as_json()

        return _told(told)

    def meeting(self, body: str = "", date: str = "", language: str = "") -> Json:
        """Lists the meetings that the library has minutes of; of one meeting alone also its items with what was said and decided.

        Args:
            body: only this committee or body; a part of its name is enough
            date: only the meeting of this day, as 2024-05-01
            language: en or cy: only minutes in this language

        Returns:
            meetings: rows with council, body, date, status, items, decisions; items: of the one meeting, empty where there are several
        """

        def held() -> Json:
            rows = Coverage(self._library.lookup).rows(_filters(body, date, date, "", language))
            one = len({row.meeting_id for row in rows}) == 1
            items = [item for row in rows for item in self._library.lookup.items(row.id)] if one else []
            return {
                "meetings": [row.model_dump(mode="json") for row in rows],
                "items": [item.model_dump(mode="json") for item in items],
            }

        return _told(held)


def _filters(body: str, date_from: str, date_to: str, speaker: str, language: str) -> Filters:
    if language not in ("", "en", "cy"):
        raise InputError(f"there is no language '{language}' here", "say en or cy, or leave it empty")
    return filters(words("en"), body.strip(), date_from, date_to, language, speaker)


def _needed(text: str, name: str) -> str:
    if not text.strip():
        raise InputError(f"the {name} is empty", f"give a {name}")
    return " ".join(text.split())


def _rows(rows: Sequence[Row]) -> Json:
    return {"rows": [row.model_dump(mode="json") for row in rows[:MOST_ROWS]], "total": len(rows)}


def _without_folders(told: Json) -> Json:
    """The same with files by name: where they lie on the server is nobody's business."""
    for key, value in told.items():
        if key in PATHS and isinstance(value, str):
            told[key] = file_name(value)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                _without_folders(one)
    return told


def _told(work: Callable[[], Json]) -> Json:
    try:
        return _without_folders(work())
    except MinutewiseError as error:
        return {"error": {"message": error.message, "hint": error.hint}}
    except Exception:
        traceback.print_exc(file=sys.stderr)
        return {"error": {"message": words("en")("fault"), "hint": words("en")("fault.hint")}}
