"""Faults by rule, each of a kind that a careless or inventive writer makes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random

_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.])\d+(?:\.\d+)?")
_COUNTS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_PERSON = r"(?:(?:Councillor|Cllr\.?|Mrs?|Dr|Ms) (?:[A-Z][a-z'-]+ )?[A-Z][\w'-]+(?: \([A-Z]\))?)"
_ROLE = (
    r"(?:(?:Statutory )?(?:Head|Director) of [A-Z][\w']+(?: (?:and )?[A-Z][\w']+)*"
    r"|Monitoring Officer|Chief Executive|Deputy Leader|[A-Z]\w+ Manager)"
)
_PLACE = r"(?<=\b(?:at|in|of) )(?:[A-Z][a-z]+ )?[A-Z][a-z]+(?=[ ,.])"
_BODIES = (
    "Cabinet",
    "Planning Committee",
    "Governance and Audit Committee",
    "Licensing Committee",
    "Standards Committee",
    "County Council",
)
_NEGATABLE = re.compile(r"\b(was|were|had|would|could|is|are|has|will|should|did)\b(?! (?:not|no|never|to)\b)")
_MODAL = (
    (r"\b(?:may|might|could)\b(?= \w)", "will"),
    (r"\b(?:is|was|were|are) expected to\b", "will"),
    (r"\b(?:is|was|were|are) (?:likely|hoped|planned|intended) to\b", "will"),
    (r"\bshould\b", "must"),
    (r"\bwould\b(?= (?:be|cost|bring|need|support|help|go|have|take|not|come|meet|give|recruit|continue|remain|receive|write)\b)", "might"),
    (r"\bwill\b(?= [a-z])", "may"),
    (r"\bmust\b", "may"),
)  # fmt: skip
_DECISION = (
    (r"\b[Rr]ecommended\b(?= (?:that|to|Option|by|the))", "resolved"),
    (r"\b(?:It was )?[Pp]roposed that\b", "It was resolved that"),
    (r"\bconsidered the\b", "approved the"),
    (r"\bRESOLVED that\b", "RECOMMENDED that"),
    (r"\bbe noted\b", "be approved"),
    (r"\bbe received\b", "be refused"),
    (r"\bbe approved\b", "be deferred"),
    (r"\bbe adopted\b", "be rejected"),
    (r"\bbe granted\b", "be refused"),
    (r"\blost\b", "carried"),
    (r"\bcarried\b", "lost"),
    (r"\bdeferred\b", "approved"),
    (r"^RESOLVED\b(?! unanim)", "UNANIMOUSLY RESOLVED"),
    (r"\bwas AGREED\b", "was unanimously AGREED"),
    (r"^That (?=(?:the|a|an|it|no|Option)\b.* be \w+ed\b)", "It was recommended that "),
    (r"\bbe refused\b", "be granted"),
    (r"\bsuggested that\b", "decided that"),
    (r"\bmoved\b(?= (?:by|and|that))", "resolved"),
)  # fmt: skip


def figure(sentence: str, passage: str, random: Random) -> Iterator[str]:
    """A digit, a month, a counting word, or the figure of another place in the passage."""
    for found in _NUMBER.finditer(sentence):
        digits = found[0]
        place = random.choice([index for index, character in enumerate(digits) if character.isdigit()])
        changed = digits[:place] + str((int(digits[place]) + random.choice((1, 2, 3, 7))) % 10) + digits[place + 1 :]
        if changed.lstrip("0") and changed[0] != "0":
            yield sentence[: found.start()] + changed + sentence[found.end() :]
        others = [other for other in _NUMBER.findall(passage) if other not in sentence and _shape(other) == _shape(digits)]
        if others:
            yield sentence[: found.start()] + random.choice(others) + sentence[found.end() :]
    yield from _swapped(sentence, _MONTHS, random)
    yield from _swapped(sentence, _COUNTS, random)


def _shape(digits: str) -> str:
    return re.sub(r"\d", "0", digits)


def _swapped(sentence: str, words: Sequence[str], random: Random) -> Iterator[str]:
    for found in re.finditer(r"\b(" + "|".join(words) + r")\b(?! (?:be|not|well)\b)", sentence):
        yield sentence[: found.start()] + random.choice([word for word in words if word != found[0]]) + sentence[found.end() :]


def name(sentence: str, document: str, random: Random) -> Iterator[str]:
    """A person, role or place changed for another of the same document."""
    for kind in (_PERSON, _ROLE, _PLACE):
        others = [other for other in dict.fromkeys(re.findall(kind, document)) if other not in sentence and not _alike(other, sentence)]
        for found in re.finditer(kind, sentence):
            fitting = [other for other in others if not _alike(other, found[0]) and other.split()[0] not in _MONTHS]
            if fitting and found[0].split()[0] not in _MONTHS:
                yield sentence[: found.start()] + random.choice(fitting) + sentence[found.end() :]


def _alike(one: str, text: str) -> bool:
    return one.split("(")[0].split()[-1] in text


def quotation(sentence: str, passage: str, random: Random) -> Iterator[str]:
    """One word of a quotation altered or left out; a plain sentence is quoted first."""
    inner = re.search(r"[\"\u201c]([^\"\u201d]{15,})[\"\u201d]", sentence)
    if inner:
        yield sentence[: inner.start(1)] + _altered(inner[1], random) + sentence[inner.end(1) :]
    elif len(sentence.split()) >= 8 and '"' not in sentence and "\u201c" not in sentence:
        open_, close = random.choice((('"', '"'), ("\u201c", "\u201d")))
        yield f"The minutes state: {open_}{_altered(sentence.rstrip('.'), random)}{close}."


def _altered(text: str, random: Random) -> str:
    words = text.split()
    place = random.choice([index for index, word in enumerate(words) if 0 < index < len(words) - 1] or [0])
    replacement = random.choice([[], ["certainly", words[place]], ["entirely"]])
    return " ".join([*words[:place], *replacement, *words[place + 1 :]])


def negation_dropped(sentence: str, passage: str, random: Random) -> Iterator[str]:
    """A 'not' or 'no' taken out."""
    for pattern, instead in (
        (r"\b(was|were|had|would|could|is|are|has|will|should|must|need|does|did) not\b", r"\1"),
        (r"\bnot to\b", "to"),
        (r"\b[Nn]o (?=[a-z]{3})", "a "),
    ):
        if re.search(pattern, sentence):
            yield re.sub(pattern, instead, sentence, count=1)


def negation_added(sentence: str, passage: str, random: Random) -> Iterator[str]:
    """A 'not' put in after an auxiliary."""
    places = list(_NEGATABLE.finditer(sentence))
    if places:
        found = random.choice(places)
        yield sentence[: found.end()] + " not" + sentence[found.end() :]


def modality(sentence: str, passage: str, random: Random) -> Iterator[str]:
    """'may' made 'will', 'should' made 'must', 'will' made 'may'."""
    yield from _replaced(sentence, _MODAL)


def decision(sentence: str, passage: str, random: Random) -> Iterator[str]:
    """'recommended' made 'resolved', 'lost' made 'carried', a decision made unanimous."""
    yield from _replaced(sentence, _DECISION)


def _replaced(sentence: str, rules: Sequence[tuple[str, str]]) -> Iterator[str]:
    for pattern, instead in rules:
        found = re.search(pattern, sentence)
        if found:
            yield sentence[: found.start()] + instead + sentence[found.end() :]


def wrong_meeting(sentence: str, body: str, date: str, random: Random) -> Iterator[str]:
    """Another body, or another date, than that of the meeting."""
    other = random.choice([name for name in _BODIES if name not in body and body not in name])
    day, month, year = date.split()
    wrong = random.choice(
        (
            f"{(int(day) + random.randint(1, 9)) % 28 + 1} {month} {year}",
            f"{day} {random.choice([m for m in _MONTHS if m != month])} {year}",
        )
    )
    start = sentence[0].lower() + sentence[1:] if sentence.startswith(("The ", "It ", "A ")) else sentence
    yield f"At the meeting of the {other} on {date}, {start}"
    yield f"At the meeting of the {body} on {wrong}, {start}"


KINDS: dict[str, Callable[[str, str, Random], Iterator[str]]] = {
    "figure": figure,
    "name": name,
    "quotation": quotation,
    "negation_dropped": negation_dropped,
    "negation_added": negation_added,
    "modality": modality,
    "decision": decision,
}
