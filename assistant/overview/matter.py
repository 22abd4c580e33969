"""Of a matter over its meetings: when it was first or last spoken of, or what each meeting made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.datamodel import Evidence, Proposal
from assistant.engines.extract import telling
from assistant.engines.standing import can_stand
from assistant.finding.retrieve import Retriever
from assistant.held import Holdings
from assistant.overview.made import Overview
from assistant.overview.reading import Own, Reading
from assistant.overview.scope import Scope
from assistant.overview.telling import Told, chosen, told_of
from assistant.question.over_time import OverTime
from assistant.question.words import content_words, stems
from assistant.topic import Topic, TopicFinder, TopicItem, head_of
from assistant.units import quoted, units
from ingest.datamodel import AgendaItem, Decision, Filters
from ingest.dates import in_words
from ingest.library import Library
from ingest.text import sentences

SENTENCES = 3  # of the first or last meeting
SPEAKING, SHARE = 3, 0.5  # sentences of an item with half of the matter's words, or their share, that make it about it
MOST_TITLES = 3  # by which more such items are looked for
ENDS = 10.0  # what the first and the last item weigh more


def matter_over_time(library: Library, retriever: Retriever, asked: OverTime, scope: Scope, filters: Filters) -> Overview | None:
    """What the meetings tell of a matter, oldest first; empty where those named tell nothing and others do, None where none is about it."""
    finder = TopicFinder(library.lookup, Holdings(library.lookup), retriever)
    for within in dict.fromkeys((filters, Filters())):  # a meeting may call it otherwise than it is called elsewhere
        topic = finder.find(asked.matter, within)
        among = _about(finder, topic, asked.matter, within)
        held = [one for one in among if one.document_id in scope.documents and one.held.first.date]
        if about := [one for one in held if _in_so_many_words(one.item, asked.matter)] or held:
            break
    else:
        return Overview((), (), None, len(scope.meetings)) if among and scope.chosen and scope.meetings else None
    end = about[0] if asked.when == "first" else about[-1]
    items = about if asked.when == "all" else [one for one in about if one.held.key == end.held.key]
    most = 1 if asked.when == "all" else SENTENCES

    def tell(own: Own) -> tuple[list[Proposal], None]:
        told = [told for one in items if (told := _told(one, own[one.document_id, one.item.ordinal], topic, most))]
        ends = {0, len(told) - 1}  # how it began and where it stands are told before what was between
        return chosen([one._replace(weight=one.weight + ENDS * (place in ends)) for place, one in enumerate(told)]), None

    reading = Reading(library.lookup, [(one.document_id, one.item.ordinal) for one in items])
    taken, evidence, _ = reading.told(tell)
    if not taken:
        return None
    meetings = {one.held.key for one in about}
    return Overview(tuple(taken), evidence, _note(about, len(meetings)), len(meetings), reading.orders)


def _about(finder: TopicFinder, topic: Topic, matter: str, filters: Filters) -> list[TopicItem]:
    """The items that discuss the matter, with those of the same title, which may call it by a part of its name; else all that name it."""
    words = stems(matter)
    found = [one for one in topic.items if one.core or _discusses(one.item, words)]
    titles = Counter(head_of(one.item.title) for one in found).most_common(MOST_TITLES)
    alike = [one for title, _ in titles for one in finder.find(title, filters).items if one.core and _discusses(one.item, words)]
    each = {(one.document_id, one.item.ordinal): one for one in (*alike, *found)} or {
        (one.document_id, one.item.ordinal): one for one in topic.items
    }
    return sorted(each.values(), key=lambda one: (one.held.day, one.held.key, one.item.ordinal))


def _in_so_many_words(item: AgendaItem, matter: str) -> bool:
    """Whether an item holds a word of the matter as it is, but for a plural's ending: of 'parking' none that tell of parks."""
    wanted = [word.rstrip("s") for word in content_words(matter)]
    text = " ".join([item.title, *(one.text for one in item.paragraphs)])
    return any(re.search(rf"\b{re.escape(word)}", text, re.I) for word in wanted)


def _discusses(item: AgendaItem, words: set[str]) -> bool:
    """Whether an item is about a matter, and does not only mention it."""
    said = [sentence for one in item.paragraphs if one.part != "agenda" for sentence in sentences(one.text)]
    speaking = sum(2 * len(words & stems(sentence)) >= len(words) for sentence in said)
    return speaking >= SPEAKING or speaking >= SHARE * len(said)


def _told(one: TopicItem, evidence: Sequence[Evidence], topic: Topic, most: int) -> Told | None:
    """What an item decided of the matter; else the sentences that tell most of it, those that name it before others."""
    decisions = tuple(decision for decision in one.item.decisions if one.core or topic.names(decision.text))
    if decisions and (told := told_of(one.item.model_copy(update={"decisions": _main(decisions)}), evidence, "voted")):
        return told
    every = [unit for some in evidence for unit in units(some)]
    standing = [unit for unit in every if can_stand(unit.text)]
    found = telling([unit for unit in standing if topic.names(unit.text)] or standing or every, most)
    return Told(tuple((quoted(unit),) for unit in found), 1.0) if found else None


def _main(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions that are no amendments, where there are any."""
    return tuple(one for one in decisions if not one.amendment) or tuple(decisions)


def _note(about: Sequence[TopicItem], meetings: int) -> str | None:
    days = [one.held.first.date for one in about if one.held.first.date]
    if meetings == 1:
        return f"1 meeting is about it, of {in_words(days[0], 'en')}"
    return f"{meetings} meetings are about it, from {in_words(min(days), 'en')} to {in_words(max(days), 'en')}"
