"""Votes: lists of names under For and Against, and tallies in sentences, with how the minutes say they came out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.datamodel import Outcome, Vote
from ingest.facts.people import people

_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "no",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
_WORDS |= {
    "nil": 0,
    "none": 0,
    "un": 1,
    "dau": 2,
    "dwy": 2,
    "tri": 3,
    "tair": 3,
    "pedwar": 4,
    "pedair": 4,
    "pump": 5,
    "pum": 5,
    "chwech": 6,
    "chwe": 6,
    "saith": 7,
    "wyth": 8,
    "naw": 9,
    "deg": 10,
}
_N = r"(?:\d{1,3}|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")"
_SIDES = (
    ("for", r"(?:those\s+)?(?:voting\s+)?(?:in\s+favou?r|for)|o\s+blaid"),
    ("against", r"(?:those\s+)?(?:voting\s+)?(?:against)|yn\s+erbyn"),
    ("abstained", r"(?:those\s+)?abstain(?:ed|ing|s)?|abstentions?|ymatal(?:wyd|iadau|)|yn\s+ymatal"),
)
_THING = (
    r"(?:\s+(?:of\s+)?(?:the\s+|y\s+|yr\s+)?(?:substantive\s+|amended\s+|original\s+)?(?:proposal|motion|amendment|recommendation|"
    r"resolution|proposition|cynnig|gwelliant))?"
)
_LABEL = re.compile(
    r"(?:(?<=\n)|^|(?<=[.;:)”\"]\s)|(?<=[.;:)]))\W{0,4}(?:recorded\s+vote\s*:?\s*)?(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _SIDES)
    + rf"){_THING}"
    rf"(?P<count>\s*[:–-]?\s*\(?\s*\d{{1,3}}\s*\)?)?\s*[:;.–-]*\s*(?=\n|Councillors?\b|Cllrs?\b|Cynghor|Cyng\b|Members?\b|Mayor|\(?\d|"
    rf"None|Nil|There were|[A-ZÀ-Þ][\w’'.-]+(?:,|\s\([A-Z]\)|\s+and\b|\s+[A-ZÀ-Þ]|\.?$))",
    re.IGNORECASE | re.MULTILINE,
)
_SIDE_STEMS = ("gainst", "GAINST", "ecorded vote", "ecorded Vote", "n erbyn")
_COUNT = re.compile(r"\(\s*(\d{1,3})\s*\)")
_DECLARED = re.compile(
    r"(?:declared|confirmed|announced|stated)\b(?P<what>[^.\n]{0,260}?)\b(?P<how>carried|passed|approved|adopted|defeated|lost|rejected|"
    r"not carried|not passed|fell)\b"
    r"|(?P<what2>(?:the\s+)?(?:amended\s+|substantive\s+)?(?:motion|amendment|proposal|recommendation))"
    r"\b[^.\n]{0,70}?\b(?P<how2>carried|passed|adopted|defeated|lost|rejected|not carried|fell)\b",
    re.IGNORECASE,
)
_LOST = re.compile(r"defeated|lost|rejected|not carried|not passed|fell|gollwyd|gwrthodwyd", re.IGNORECASE)
_CASTING = re.compile(r"[^.\n]*\b(?:casting vote|second vote|pleidlais fwrw)\b[^.\n]*\.?", re.IGNORECASE)
_CASTING_STEMS = ("asting vote", "ASTING VOTE", "asting Vote", "second vote", "leidlais fwrw")
_TALLIES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<f>{_N})\s+(?:votes?\s+|members?\s+)?(?:(?:voting\s+)?in\s+favou?r|for)(?:\s+(?:of\s+)?the\s+\w+)?\s*[,;]?\s*(?:and\s+|"
        rf"to\s+|with\s+)?(?P<a>{_N})\s+(?:votes?\s+)?(?:voting\s+)?against(?:\s+the\s+\w+)?",
        rf"\b(?P<a>{_N})\s+(?:votes?\s+)?against\s*[,;]?\s*(?:and\s+)?(?P<f>{_N})\s+(?:votes?\s+)?(?:for|in\s+favou?r)\b",
        rf"\b(?:voted|votes)\s+(?:for|in\s+favou?r\s+of)\s+the\s+\w+\s+(?P<f>{_N}),?\s+(?:and\s+)?against\s+(?P<a>{_N})",
        rf"\bby\s+(?:a\s+vote\s+of\s+)?(?P<f>{_N})\s+votes?\s+to\s+(?P<a>{_N})\b",
        r"\b(?:by|carried|lost|defeated|,)\s*\(?(?P<f>\d{1,2})\s+(?:votes?\s+)?to\s+(?P<a>\d{1,2})\b(?!\s*(?:years|pm|am|p\.m|a\.m|"
        r"%|months|weeks|per))",
        rf"\bo\s+(?P<f>{_N})\s+pleidlais\s+i\s+(?P<a>{_N})\b",
        rf"\b(?P<f>{_N})\s+(?:pleidlais\s+)?o\s+blaid\s*[,;]?\s*(?:a[cg]?\s+)?(?P<a>{_N})\s+(?:pleidlais\s+)?yn\s+erbyn\b",
        rf"\b(?:by|approved by)\s+(?P<f>{_N})\s+votes\b(?!\s+to)",
        rf"\b(?:with|gydag?)\s+(?P<a>{_N})\s+(?:votes?\s+against|member\s+(?:voting\s+|dissenting)|pleidlais\s+yn\s+erbyn)",
    )
)
_ABSTAINED = re.compile(
    rf"\b(?P<n>{_N})\s+(?:members?\s+)?abst(?:ention|ain)|\babst(?:entions?|ain(?:ed|ing))\s*[:(–-]?\s*(?P<n2>\d{{1,2}})\b|"
    rf"\b(?P<n3>{_N})\s+(?:yn\s+)?ymatal|(?P<none>no\s+abstentions|heb\s+ymatal)",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bnem\.?\s*con\b|\ball\s+in\s+favou?r\b|\ball\s+agreed\b|\bagreed\s+by\s+all\b(?!\s+(?:concerned|parties))|"
    r"\bbawb\s+(?:arall\s+)?(?:yn\s+g[yŷ]t[uû]n|o\s+blaid)\b"
    r"|\bph?awb\s+(?:arall\s+)?(?:yn\s+g[yŷ]t[uû]n|o\s+blaid)\b|\bunfrydol\b|\ball\s+\d+\s+(?:members|councillors)"
    r"\b[^.]{0,20}\bin\s+favou?r\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Poll:
    """A vote by names: where it stands in the running text and how it was declared."""

    start: int
    end: int
    vote: Vote
    outcome: Outcome
    declared: str


def number(text: str | None) -> int | None:
    """A count written in figures or words; None where there is none."""
    if not text:
        return None
    return int(text) if text.isdigit() else _WORDS.get(text.lower())


def unanimous(text: str) -> bool | None:
    """True where the text says that all agreed; never inferred from a count."""
    found = _UNANIMOUS.search(text)
    return True if found and not re.search(r"\bnot\s+$", text[: found.start()], re.IGNORECASE) else None


def tally(text: str) -> Vote | None:
    """The vote told in a sentence ("carried by 17 votes to 12, with 2 abstentions"), or None where it tells none."""
    votes_for = votes_against = abstained = None
    for pattern in _TALLIES:
        found = pattern.search(text)
        if found:
            groups = found.groupdict()
            votes_for, votes_against = number(groups.get("f")), number(groups.get("a"))
            break
    all_agreed = unanimous(text)
    casting = _CASTING.search(text) if any(stem in text for stem in _CASTING_STEMS) else None
    away = _ABSTAINED.search(text)
    if away and (votes_for is not None or votes_against is not None or away["none"]):
        abstained = 0 if away["none"] else number(away["n"] or away["n2"] or away["n3"])
    if votes_for is None and votes_against is None and all_agreed is None and casting is None:
        return None
    return Vote(
        votes_for=votes_for,
        votes_against=votes_against,
        abstained=abstained,
        casting=casting[0].strip() if casting else None,
        unanimous=all_agreed,
    )


def declared_outcome(text: str) -> tuple[Outcome, str, int]:
    """How a vote came out in the words of the minutes: outcome, the declaring words, and the offset where they end."""
    found = _DECLARED.search(text)
    if not found:
        return "not recorded", "", 0
    how = found["how"] or found["how2"]
    negated = bool(re.search(r"\bnot\s*(?:being\s*)?$", found[0][: -len(how)], re.IGNORECASE))
    return "lost" if negated or _LOST.search(how) else "passed", found[0], found.end()


def polls(text: str) -> list[Poll]:
    """Every vote by names in the running text, in order."""
    if not any(stem in text for stem in _SIDE_STEMS):
        return []
    labels = list(_LABEL.finditer(text))
    found: list[Poll] = []
    at = 0
    while at < len(labels):
        group = [labels[at]]
        sides = {_side(labels[at])}
        while at + len(group) < len(labels):
            label = labels[at + len(group)]
            if _side(label) in sides or label.start() - group[-1].end() > 1600:
                break
            sides.add(_side(label))
            group.append(label)
        poll = _poll(text, group, labels[at + len(group)].start() if at + len(group) < len(labels) else len(text))
        if poll:
            found.append(poll)
        at += len(group)
    return found


def _side(label: re.Match[str]) -> str:
    return next(name for name, _ in _SIDES if label[name])


def _poll(text: str, group: list[re.Match[str]], limit: int) -> Poll | None:
    """The vote of one run of labels; None where the words only happen to look like labels."""
    names: dict[str, tuple[str, ...]] = {}
    counts: dict[str, int | None] = {}
    end = group[0].end()
    for place, label in enumerate(group):
        side = _side(label)
        stop = group[place + 1].start() if place + 1 < len(group) else limit
        listed, count, end = _listed(text, label.end(), stop)
        if label["count"]:
            count = number(re.sub(r"\D", "", label["count"]))
        if not listed and count is None and re.match(r"\s*(?:none|nil|there were no)", text[label.end() : label.end() + 20], re.IGNORECASE):
            count = 0
        names[side], counts[side] = listed, count
    if (not names.get("for") and not names.get("against")) or (
        len(group) < 2 and not re.search(r"recorded vote", group[0][0], re.IGNORECASE)
    ):
        return None
    if "for" not in names and "against" not in names:
        return None
    if "abstained" not in counts and re.match(r"[\s.]*there were no abstentions", text[end : end + 40], re.IGNORECASE):
        counts["abstained"] = 0
    outcome, declared, reach = declared_outcome(text[end : min(limit if limit > end + 30 else len(text), end + 420)])
    counted = {
        side: counts.get(side) if counts.get(side) is not None else (len(names[side]) if names.get(side) else None)
        for side in ("for", "against", "abstained")
    }
    casting = _CASTING.search(text[end : end + 400])
    vote = Vote(
        votes_for=counted["for"],
        votes_against=counted["against"],
        abstained=counted["abstained"],
        names_for=names.get("for", ()),
        names_against=names.get("against", ()),
        names_abstained=names.get("abstained", ()),
        casting=casting[0].strip() if casting else None,
    )
    if (
        outcome == "not recorded"
        and counted["for"] is not None
        and counted["against"] is not None
        and counted["for"] != counted["against"]
        and not vote.casting
    ):
        outcome = "passed" if counted["for"] > counted["against"] else "lost"
    return Poll(group[0].start(), end + reach if reach else end, vote, outcome, declared)


def _listed(text: str, start: int, stop: int) -> tuple[tuple[str, ...], int | None, int]:
    """The names from `start` on, the count printed after them, and where they end."""
    part = text[start:stop]
    count = _COUNT.search(part)
    if count and (listed := people(part[: count.start()])):
        return listed, int(count[1]), start + count.end()
    if count and not part[: count.start()].strip(" \n.,:"):
        return (), int(count[1]), start + count.end()
    # no count: the list ends with the sentence or the paragraph
    for mark in re.finditer(r"\.(?=\s|$)|\n(?=\S)|$", part):
        listed = people(part[: mark.start()])
        if listed and not re.search(r"[,–-]\s*$", part[: mark.start()]) and not re.search(r"\b[A-Z]$", part[: mark.start()]):
            return listed, None, start + mark.start()
        if mark.start() > 1500:
            break
    return (), None, start
