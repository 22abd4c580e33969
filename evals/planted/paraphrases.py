"""Honest rewordings by rule: each says no more than the sentence that it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ingest.text import detect_language

_VERBS = {
    "said": "stated", "stated": "said", "replied": "answered", "answered": "replied", "advised": "explained", "explained": "said",
    "reported": "said", "asked whether": "enquired whether", "confirmed": "stated", "suggested": "proposed", "observed": "remarked",
    "noted that": "said that", "informed": "told", "emphasised": "stressed", "asked why": "wanted to know why",
    "asked how": "enquired how",
}  # fmt: skip
_WORDS = {
    1: "one",
    2: "two",
    3: "three",
    4: "four",
    5: "five",
    6: "six",
    7: "seven",
    8: "eight",
    9: "nine",
    10: "ten",
    11: "eleven",
    12: "twelve",
}
_DIGITS = {word: str(number) for number, word in _WORDS.items() if number > 1}
_WHO = r"(?:Councillor|Cllr\.?|The [A-Z]\w+|Members?|A Member)[\w' ,()-]{0,70}?"


def reporting_verb(sentence: str) -> str | None:
    """Another reporting verb of the same strength."""
    for verb, other in _VERBS.items():
        found = re.search(rf"(?<!was )(?<!were )(?<!been )\b{verb}\b", sentence)
        if found:
            return sentence[: found.start()] + other + sentence[found.end() :]
    return None


def without_opening(sentence: str) -> str | None:
    """'In reply to the Leader, the Head of Finance confirmed …' without its opening phrase."""
    found = re.match(
        r"(?:In (?:reply|answer|response|debate)|Having|On the advice|By way|Of the|Since|During|After|Over)[^,.]{3,70}, (?=[a-zA-Z])",
        sentence,
    )
    rest = sentence[found.end() :] if found else ""
    return rest[0].upper() + rest[1:] if len(rest.split()) >= 6 and not re.match(r"(?:of|which|who|but|and)\b", rest) else None


def without_relative(sentence: str) -> str | None:
    """Without a relative clause between commas, or one that ends the sentence."""
    shorter = re.sub(
        r", (?:which|who|whose|where|as|because|although|while|so that|compared with|speaking|seconding)\b"
        r"(?:[^,;:.\"]|[.,](?=\d))*(?:,(?!\d)|(?=\.(?!\d)))",
        "",
        sentence,
        count=1,
    )
    return shorter if shorter != sentence and len(shorter.split()) >= 6 else None


def without_last_part(sentence: str) -> str | None:
    """Only the part before a semicolon, or before ', and' with a sentence of its own after it."""
    found = re.search(r"(?:; |, and (?:that |the |it |he |she |they )|, but )", sentence)
    if not found or len(sentence[: found.start()].split()) < 6 or sentence[: found.start()].count('"') % 2:
        return None
    return sentence[: found.start()].rstrip(",;") + "."


def short_sums(sentence: str) -> str | None:
    """'£4.6 million' as '£4.6m'."""
    return _changed(sentence, re.sub(r"(£\d+(?:\.\d+)?) million", r"\1m", sentence))


def long_sums(sentence: str) -> str | None:
    """'£4.6 million' as '£4,600,000'."""
    return _changed(sentence, re.sub(r"£(\d+(?:\.\d+)?) million", lambda found: f"£{round(float(found[1]) * 1e6):,}", sentence))


def per_cent(sentence: str) -> str | None:
    """'7.9 %' as '7.9 per cent'."""
    return _changed(sentence, re.sub(r"(\d)\s?%", r"\1 per cent", sentence))


def digits(sentence: str) -> str | None:
    """'five' as '5'."""
    return _changed(
        sentence, re.sub(r"\b(" + "|".join(_DIGITS) + r")\b(?! hundred| thousand| million)", lambda found: _DIGITS[found[1]], sentence)
    )


def number_words(sentence: str) -> str | None:
    """'5' as 'five', where the figure counts something."""
    return _changed(
        sentence,
        re.sub(
            r"(?<![\d£$€.,/:(-])(?<!item )(?<!Option )\b([2-9]|1[0-2])(?= [a-z]{4,})(?! (?:million|per cent))",
            lambda found: _WORDS[int(found[1])],
            sentence,
        ),
    )


def curly(sentence: str) -> str | None:
    """Straight quotation marks and apostrophes made curly."""
    marked = re.sub(r"\"([^\"]+)\"", "\u201c\\1\u201d", sentence).replace("'", "\u2019")
    return _changed(sentence, marked)


def direct_tense(sentence: str) -> str | None:
    """Reported speech put back: 'would' as 'will'."""
    if not re.match(rf"{_WHO} (?:said|stated|replied|reported|advised|explained|confirmed|answered) that", sentence):
        return None
    return _changed(sentence, re.sub(r"\bwould\b", "will", sentence))


def titles(sentence: str) -> str | None:
    """'Councillor' as 'Cllr'."""
    return _changed(sentence, re.sub(r"\bCouncillor (?=[A-Z])", "Cllr ", sentence))


def active_motion(sentence: str) -> str | None:
    """'It was moved by A and seconded by B that …' as 'A moved, and B seconded, that …'."""
    found = re.search(
        r"(?:It was )?[mM]oved by ((?:Councillor )?[A-Z][\w -]+?),? and seconded by ((?:Councillor )?[A-Z][\w -]+?)(:| that\b)", sentence
    )
    return f"{found[1]} moved, and {found[2]} seconded{found[3]}{sentence[found.end() :]}" if found and found.start() == 0 else None


def passive_presentation(sentence: str) -> str | None:
    """'X presented the report …' as 'The report … was presented by X.'"""
    found = re.match(r"((?:The|Councillor|Cllr) [\w' ()-]+?) (presented|introduced) (the [\w' -]+)\.$", sentence)
    if not found:
        return None
    who = found[1][0].lower() + found[1][1:] if found[1].startswith("The ") else found[1]
    return f"{found[3][0].upper()}{found[3][1:]} was {found[2]} by {who}."


def impersonal(sentence: str) -> str | None:
    """'X said that …' as 'It was said that …': the speaker is left out, not changed."""
    found = re.match(rf"{_WHO} (said|stated|reported|explained|confirmed) that ", sentence)
    return f"It was {found[1]} that {sentence[found.end() :]}" if found else None


def body_resolved(sentence: str, body: str) -> str | None:
    """'RESOLVED that …' as 'The Cabinet resolved that …', for the body that met."""
    found = re.match(r"(UNANIMOUSLY )?RESOLVED that (?=\w)", sentence)
    who = body if body in ("Cabinet", "Council", "County Council") else f"The {body}"
    return f"{who} {'unanimously ' if found[1] else ''}resolved that {sentence[found.end() :]}" if found else None


def at_meeting(sentence: str, body: str, date: str) -> str | None:
    """The sentence with the meeting's own body and date before it."""
    if sentence.isupper() or not re.match(r"[A-Z][a-z]", sentence) or re.match(r"(?:RESOLVED|UNANIMOUSLY|Moved|That|Action)", sentence):
        return None
    start = (
        sentence
        if re.match(r"(?:Councillor|Cllr|Mrs?|Dr|Council|Cabinet|Welsh|Members|[A-Z]\w+ [A-Z])", sentence)
        else sentence[0].lower() + sentence[1:]
    )
    return f"At the meeting of the {body} on {date}, {start}" if detect_language(sentence) == "en" else None


RULES: tuple[Callable[[str], str | None], ...] = (
    reporting_verb, without_opening, without_relative, without_last_part, short_sums, long_sums, per_cent, digits, number_words, curly,
    direct_tense, titles,
    active_motion, passive_presentation, impersonal,
)  # fmt: skip


def paraphrases(sentence: str, body: str, date: str) -> Iterator[tuple[str, str]]:
    """Every rewording of one sentence, as (rule, words)."""
    for rule in RULES:
        reworded = rule(sentence)
        if reworded:
            yield rule.__name__, reworded
    for name, reworded in (("body_resolved", body_resolved(sentence, body)), ("at_meeting", at_meeting(sentence, body, date))):
        if reworded:
            yield name, reworded


def _changed(before: str, after: str) -> str | None:
    return after if after != before else None
