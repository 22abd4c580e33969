"""The words of a text as both sides of a search see them: which carry its matter, and which are forms of one another."""

from __future__ import annotations

import functools
import re
import threading

# Function words, and the words in which questions to minutes are put: they say how somebody asks, not what about.
_STOP_WORDS = """
a about above after again against all also am an and any are as at be because been before being below between both but by can could
did do does doing done down during each ever every few for from further get give given had has have having he her here hers him his
how i if in into is it its just let me more most much my no nor not now of off on once only or other our out over own per please
same say says saying said shall she should show since so some such tell than that the their them then there these they this those
through to too under until up upon us very was we were what when where which while who whom whose why will with would you your
minutes meeting meetings discussed discuss discussion mentioned mention summarise summarize summary latest explain describe happened
happen anything anyone someone something a'r ac ai ar beth bod bu bydd byddai cyfarfod cofnodion dros dan dim dw dweud dywedwyd
dywedodd ddywedwyd ei ein er eu fe fel fod fy gan gyda hefyd hon hwn hyn i'r mae mewn mi na nad neu ni nid o'r oedd oes os pa pam
pan pe pryd pwy roedd rwy sut sy sydd trafodwyd un wedi wnaeth wrth y ydy ydyw yn yng ym yr yw
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())

_WORD = re.compile(r"\w+(?:['’]\w+)?(?:[.,]\d+)*")
_ENDING = re.compile(r"['’]s?$|['’](?=r$)")
_WELSH_ENDING = re.compile(r"['’](?:r|u|i|w|n|m|ch|th)?$")  # a'r, wedi'u, i'w, o'n


def running_words(text: str) -> list[str]:
    """The words of a text that carry its matter, in lower case, in order, each as often as it stands there; apostrophes are of one kind."""
    words = (_ENDING.sub("", word) for word in _WORD.findall(text.lower().replace("’", "'")))
    return [word for word in words if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]


def content_words(text: str) -> list[str]:
    """The words of a text that carry its matter, in lower case, each once, in order of appearance."""
    return list(dict.fromkeys(running_words(text)))


def welsh_words(text: str) -> list[str]:
    """As `running_words`, of a Welsh text: what is contracted with a word falls away."""
    words = (_WELSH_ENDING.sub("", word) for word in _WORD.findall(text.lower().replace("’", "'")))
    return [word for word in words if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())]


_own = threading.local()  # a stemmer keeps the word that it works on: two threads in one spoil each other's


def snowball(word: str) -> str:
    """The stem of a word by the Snowball project's English stemmer (Porter 2), asked anew each time."""
    import snowballstemmer

    if not hasattr(_own, "stemmer"):
        _own.stemmer = snowballstemmer.stemmer("english")
    return str(_own.stemmer.stemWord(word))


@functools.lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of an English word (Porter 2); words of other languages come back little changed."""
    return snowball(word)


def stems(text: str) -> set[str]:
    """The stems of an English text's content words: what two texts have in common, whatever the forms."""
    return {stem(word) for word in content_words(text)}
