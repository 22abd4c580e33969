"""Headlines: the matter from the item's title, and what was decided from the decision's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.question.words import stems
from assistant.substance import is_catch_all
from ingest.datamodel import Decision, Language

LONGEST = 14  # words of what was decided
LONGEST_WHOLE = 110  # characters of a headline

# Verbs by which the meeting itself does what it decides: it is done when it is said ('refused'), not to be done ('to be refused').
_DONE = (
    "approved|refused|granted|adopted|deferred|endorsed|accepted|rejected|confirmed|appointed|elected|ratified|dismissed|withdrawn|supported"
    "|closed down|received|noted|agreed|permitted"
)
_LEAD = re.compile(
    r"^.{0,160}?\b(?:RESOLVED|AGREED|RECOMMENDED|Resolved|Agreed|Recommended|resolved|agreed|recommended)\b"
    r"(?:[^:;.]{0,160}?\bthat\b[:,]?|\s*:)\s*(?:[-–(]?(?:\d|[a-z]|[ivx]+)[.)]\s*)?",
    re.DOTALL,
)
_CLAUSE = re.compile(
    r"^(?P<subject>[^;:.]{3,140}?)\s+(?:(?:would|should|shall|will|must)\s+)?(?P<not>not\s+)?be\s+(?:and\s+(?:is|are)\s+hereby\s+)?(?P<rest>[^;:.]+(?:\.\d+[^;:.]*)*)"
)
_CUT = re.compile(
    r",\s+(?=\w)|(?<=[a-z])\s+and\s+(?=[a-z])"
    r"|\s+(?:having|subject to|in place of|to be|which|as set out|as detailed|as presented|of which|for|with|under|by|from|until|on"
    r"|in accordance)\s+"
)
# What limits a decision is not cut off it: "filled until March" is not "filled".
_LIMITS = re.compile(
    r",?[^,;]*\b(?:until|unless|without|except\w*|only|if|provided that|whichever|up to|no (?:more|later) than"
    r"|for (?:\w+ ){1,2}(?:days?|weeks?|months?|years?))\b"
)
_OPEN_END = re.compile(r",\s(?:to be )?\w+$|\b(?:as follows|below|set out|listed)\b|[,\s](?:and|or|that|for|of|the|an?|to|as|at|out)$")
_DONE_AT_ONCE = re.compile(rf"^(?:{_DONE})\b")


_NOTES = re.compile(
    r"^(?:noted|received|thanked|accepted|asked|requested|brought|submitted|circulated|presented|reported|informed|invited|commended)\b"
)
_APPLICATION = re.compile(
    r"^(?P<reference>(?:planning )?application (?:no\.? )?[\w./-]*\d[\w./-]*)\s*(?:[:–-]|, )\s*(?P<matter>.+)$", re.IGNORECASE
)
_AND_THAT = re.compile(r",\s+(?:and\s+)?(?=that\s)|\s+and\s+(?=that\s)")
# What is no thing that something was decided of: a pronoun, a clause of its own, or what only "may" be.
_NO_SUBJECT = re.compile(
    r"\b(?:that|which|who|having|be|it|they|this|these|those|such|same|members|item|action|following|below|set out)\b"
    r"|\b(?:could|may|might|can|need|needs|ought|to|not)$",
    re.IGNORECASE,
)


def headline(title: str, decisions: Sequence[Decision], language: Language) -> str:
    """'Rhosybryn Leisure Centre: to be refurbished at a cost of £4.6 million'; the title alone where no decision can be put so.

    Args:
        title: without shouting capitals.
        decisions: of the story's latest item, the one to tell first.
        language: of the minutes; Welsh decisions are not recast.
    """
    if is_catch_all(title) and language == "en":
        alone = next((str(told) for decision in decisions for told in decided(decision) if len(str(told)) <= LONGEST_WHOLE), "")
        return f"{alone[:1].upper()}{alone[1:]}" or title
    application = _APPLICATION.match(title)
    head = application["matter"] if application else re.split(r":\s|\s–\s", title)[0] if len(title) > 30 else title
    head = head[:1].upper() + head[1:]
    for decision in decisions if language == "en" else ():
        for told in decided(decision):
            if len(whole := _joined(head, told, application["reference"] if application else "")) <= LONGEST_WHOLE:
                return whole
    return head if application else title


class Told(NamedTuple):
    """What was decided, of what: 'centre', 'to be refurbished'."""

    subject: str
    done: str
    recommended: bool = False

    def __str__(self) -> str:
        return f"recommendation that {self.subject} be {self.done}" if self.recommended else f"{self.subject} {self.done}"


def decided(decision: Decision) -> Iterator[Told]:
    """What one decision comes to in few of its own words, longest first; nothing where it only takes note, or was lost."""
    if decision.outcome in ("lost", "withdrawn") or decision.amendment:
        return
    text = re.sub(r":\s*;", ":", "; ".join(" ".join(line.replace("\u2022", " ").split()) for line in decision.text.split("\n")))
    lead = _LEAD.match(text)
    body = text[lead.end() :] if lead else re.sub(r"^That[:,]?\s+", "", text) if text.startswith("That") else ""
    for part in re.split(r";\s*(?:and\s+)?", body):
        for resolved in _AND_THAT.split(part):
            clause = _clause(resolved.strip("-–•· "))
            if clause is None:
                break  # what follows "and that" may belong to a reason rather than to the resolution
            for predicate in clause.predicates:
                if decision.kind == "recommended":
                    yield Told(clause.subject, predicate, recommended=True)
                else:
                    yield Told(re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", clause.subject), _done(predicate))


class Clause(NamedTuple):
    """A part of a resolution: 'centre', and what of it, longest first: 'refurbished at a cost of £4 million', 'refurbished'."""

    subject: str
    predicates: tuple[str, ...]  # none where it only takes note


def _clause(part: str) -> Clause | None:
    """Reads 'the centre be refurbished'; None where a part is not of that form."""
    clause = _CLAUSE.match(re.sub(r"^[“\"'\s]*(?:that[:,]?\s+)?", "", part, flags=re.IGNORECASE))
    if not clause:
        return None
    subject = re.sub(r",\s+as\s+.*$|^[\W_]+", "", clause["subject"].strip(" ,"))
    if len(subject.split()) > 9 or _NO_SUBJECT.search(subject):
        return None
    rests = list(_shortened(clause["rest"]))
    if any(_NOTES.match(rest) for rest in rests):
        return Clause(subject, ())
    return Clause(subject, tuple(f"{'not ' if clause['not'] else ''}{rest}" for rest in rests))


def _done(predicate: str) -> str:
    return (
        predicate
        if _DONE_AT_ONCE.match(predicate)
        else f"not to be {predicate[4:]}"
        if predicate.startswith("not ")
        else f"to be {predicate}"
    )


def _shortened(rest: str) -> Iterator[str]:
    """The words up to each place where the clause can end, longest first."""
    words = rest.strip(" ,.")
    for end in [len(words), *sorted((cut.start() for cut in _CUT.finditer(words)), reverse=True)]:
        if len(words[:end].split()) <= LONGEST and not _OPEN_END.search(words[:end]) and not _LIMITS.match(words[end:]):
            yield words[:end].rstrip(" ,")


def _joined(head: str, told: Told, reference: str) -> str:
    """Head and decision; a subject that the head names already is not said again."""
    words, known = (stems(text) for text in (told.subject, f"{head} {reference}"))
    return f"{head}: {told.done}" if words <= known and not told.recommended else f"{head}: {told}"
