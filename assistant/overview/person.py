"""Of a person: what she or he said, asked or moved, the latest meeting first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.datamodel import Evidence, Proposal
from assistant.engines.choosing import MOST_SENTENCES
from assistant.engines.extract import decision_told
from assistant.grounding.acts import Act, acts
from assistant.grounding.mentions import Mention, mentions, same
from assistant.grounding.wording import fold, words
from assistant.overview.made import Overview
from assistant.overview.meetings import items_of
from assistant.overview.reading import Own, Reading
from assistant.overview.scope import Scope
from assistant.overview.whose import NEWEST, Spoken
from assistant.units import Unit, quoted, units
from ingest.datamodel import AgendaItem, Decision
from ingest.library import Library
from ingest.pairs import ItemKey

MOST_MEETINGS = 200  # the newest, looked through for the name
APPOSED = 3  # tokens at most from a name to the office that is told with it
OF_AN_ITEM = 2  # sentences of one agenda item


def words_of(library: Library, question: str, asked: Spoken, scope: Scope) -> Overview | None:
    """What the minutes tell of somebody's words; empty where the meetings named tell nothing, None where none are."""
    meetings = scope.meetings[: 1 if NEWEST.search(question) and not scope.of_period else MOST_MEETINGS]
    items: dict[ItemKey, tuple[int, AgendaItem]] = {}  # of which meeting, counted from the newest
    for number, documents in enumerate(meetings):
        naming = library.lookup.items_holding([asked.who.name], documents)
        held = items_of(library, documents) if naming else ()
        items |= {(name, item.ordinal): (number, item) for name, item in held if (name, item.ordinal) in naming}

    def tell(own: Own) -> tuple[list[Proposal], list[tuple[int, tuple[Proposal, ...]]]]:
        told = [(number, some) for key, (number, item) in items.items() for some in _told(item, own[key], asked)[:OF_AN_ITEM]]
        return _most([some for _, some in told]), told

    reading = Reading(library.lookup, list(items))
    taken, evidence, told = reading.told(tell)
    if not told:
        return Overview((), (), None, len(meetings)) if scope.chosen and meetings and "vote" not in asked.deeds else None
    speaking = {number for number, _ in told}
    left = len(speaking) - len({number for number, some in told if some[0] in taken})
    note = f"{left} meetings more tell of it" if left > 1 else "1 meeting more tells of it" if left else None
    return Overview(tuple(taken), evidence, note, len(speaking), reading.orders)


def _told(item: AgendaItem, evidence: Sequence[Evidence], asked: Spoken) -> list[tuple[Proposal, ...]]:
    """What an item tells of the person; of what she or he moved or voted on also what became of it, where that is recorded."""
    if asked.deeds <= {"propose", "second"}:
        by = [(one, one.mover if "propose" in asked.deeds else one.seconder) for one in item.decisions]
        moved = [one for one, name in by if name and _is(asked.who, name)]
        if moved:
            return [told for one in moved if (told := tuple(decision_told(one, item, evidence)))]
    if "vote" in asked.deeds:
        return [told for one in item.decisions if (told := tuple(_voted(one, item, evidence, asked.who)))]
    return list(_spoken(evidence, asked))


def _voted(decision: Decision, item: AgendaItem, evidence: Sequence[Evidence], who: Mention) -> Iterator[Proposal]:
    """A decision with the list of names in which the person stands."""
    vote = decision.vote
    sides = (vote.names_for, vote.names_against, vote.names_abstained) if vote else ()
    side = next((names for names in sides if any(_is(who, name) for name in names)), None)
    if side is None:
        return
    yield from decision_told(decision, item, evidence)
    lists = [unit for one in evidence for unit in units(one) if all(name in unit.text for name in side)]
    yield from map(quoted, sorted(lists, key=lambda unit: len(unit.text))[:1])  # a longer one is of another vote


def _is(who: Mention, name: str) -> bool:
    """Whether a name in a record is the person's."""
    return any(same(who, one) for one in mentions(words(fold(f"It was Councillor {name}"))))


def _spoken(evidence: Sequence[Evidence], asked: Spoken) -> Iterator[tuple[Proposal, ...]]:
    """The sentences in which the person speaks, a question with what follows it."""
    for one in evidence:
        every = units(one)
        for place, unit in enumerate(every):
            if not _speaks(unit, asked.who, asked.deeds):
                continue
            answered = every[place + 1 : place + 2] if "ask" in asked.deeds and _speaks(unit, asked.who, frozenset({"ask"})) else []
            yield tuple(map(quoted, [unit, *answered]))


def _speaks(unit: Unit, who: Mention, deeds: frozenset[str]) -> bool:
    """Whether a sentence tells that it was this person who said, asked or moved something."""
    done = acts(words(fold(unit.text)))
    return any(act.classes & deeds and any(same(who, doer) for doer in _doer(act)) for act in done)


def _doer(act: Act) -> Sequence[Mention]:
    """Who did it: the nearest, and whose office that is, in 'Dr Siwan Elias, Head of Education, said'."""
    nearest, *others = act.doers or (None,)
    if nearest is None:
        return ()
    return (nearest, *(one for one in others[:1] if 0 < nearest.first - one.last <= APPOSED))


def _most(told: Sequence[tuple[Proposal, ...]]) -> list[Proposal]:
    """As much as one answer holds, from the first on."""
    taken: list[Proposal] = []
    for some in told:
        if len(taken) + len(some) <= MOST_SENTENCES:
            taken += [one for one in some if one not in taken]
    return taken
