"""What a question asks for, as words: the content words that a search goes by, and the language it is put in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.datamodel import Language
from ingest.gloss import glossed
from ingest.terms import STOP_WORDS, content_words, stem, stems, welsh_words
from ingest.text import detect_language, word_set

__all__ = ["STOP_WORDS", "any_of", "asked_in", "content_words", "english_of", "matched_words", "matter", "stem", "stems"]

# How people ask, beyond the words that carry nothing anywhere: left out of a search where other words remain.
_ASKING = word_set(
    """
think thinks thought thinking respond responded responds response react reacted reaction ask asked asking asks answer answered answers
question questions questioned view views opinion opinions believe believed believes talk talks talked talking debate debated debates
comment comments commented state states stated stating regarding regard concerning according elaborate elaborated suggest suggested
suggests mentions point points pointed describes described explained explains explanation summarised summarized conclude concluded
conclusion many much topic related relate decide decided decides
"""
)
_ASKING_IN_WELSH = word_set(
    """
am at heb hyd rhag rhwng trwy oddi sef fel ond felly hynny yma yno iawn eto nawr nac dim fydd bydd byddai bu gwneud gwnaeth cael cafodd
faint sawl ble maent iddo iddi iddynt arno arni arnynt ganddo dylid dylai oedd roedd bod un dwy dau
barn ymateb dweud gofyn trafod trafodaeth penderfynu penderfynwyd benderfynwyd
"""
)
_ASKING_WELSH = re.compile(
    r"\b(?:beth|pwy|pryd|pam|sut|ble|faint|sawl|pa|oes|oedd|roedd|mae|ydy|yw|ddywedwyd|ddigwyddodd|ynglŷn|ynghylch|gan|wedi|yn|yr|y|am|ar|i)\b"
)
_ASKING_ENGLISH = re.compile(r"\b(?:what|who|when|why|how|where|which|did|does|was|were|is|are|the|of|about|and|for|to|has|have|in|on|a)\b")


def matter(text: str, language: Language = "en") -> list[str]:
    """The content words of a question without those that only say how it is asked; all of them where nothing else is left."""
    if language == "en":
        words = content_words(text)
        return [word for word in words if word not in _ASKING] or words
    words = list(dict.fromkeys(welsh_words(text)))
    from ingest.welsh import radical

    asking = {radical(word) for word in (*_ASKING_IN_WELSH, *STOP_WORDS)}
    return [word for word in words if radical(word) not in asking] or words


def asked_in(text: str, known_welsh: Sequence[bool] = ()) -> Language:
    """The language that a question is put in.

    Args:
        known_welsh: for each content word, whether only Welsh minutes hold it; decides where no function word does.
    """
    small = text.lower()
    welsh, english = len(_ASKING_WELSH.findall(small)), len(_ASKING_ENGLISH.findall(small))
    if welsh != english:
        return "cy" if welsh > english else "en"
    if welsh or not known_welsh:
        return detect_language(text)
    return "cy" if 2 * sum(known_welsh) >= len(known_welsh) else "en"


def english_of(question: str) -> dict[str, set[str]]:
    """The content words of a Welsh question, each with the English ones that it may mean."""
    found: dict[str, set[str]] = {}
    for one in glossed(question):
        for word in welsh_words(" ".join(one.words)):
            found.setdefault(word, set()).update(content_words(" ".join(one.senses)))
    return found


def any_of(words: Sequence[str]) -> str:
    """An FTS5 expression that matches chunks holding any of the words."""
    return " OR ".join('"{}"'.format(word.replace('"', "")) for word in words)


def matched_words(words: Sequence[str], text: str) -> list[str]:
    """Those of the words that a text holds in some form of them (by stem)."""
    held = stems(text)
    return [word for word in words if stem(word) in held]
