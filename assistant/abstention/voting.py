"""Who moved or seconded something, who voted how, how somebody voted: what a text must hold to tell it."""

from __future__ import annotations

import re

from assistant.abstention.form import Form
from assistant.abstention.naming import CALLED
from assistant.question.named import people_named

_MOVED = re.compile(r"\bwho (?:moved|proposed|seconded|put forward)\b", re.I)
_MOVER = re.compile(
    r"\b(?:(?i:moved|proposed|seconded|put forward|mover|seconder|proposer|motion of|proposal of|cynigiwyd|eiliwyd|gynigi\w+))\b"
    r"|\b[A-Z]\. [A-Z][\w’'-]+, [A-Z]\. [A-Z][\w’'-]+: That\b"  # 'L. Ash, T. Reed: That the policy be adopted. Carried.'
)
_ASKS_SECONDER = re.compile(r"\bwho (?:has |had )?seconded\b", re.I)
_ONLY_MOVER = re.compile(
    r"^(?!.*(?:second|eili))(?=.*\b(?:moved|mover|proposed|proposer|put forward|cynigiwyd|gynigi\w+)\b)(?!.*: That\b)", re.I | re.S
)
# Said of no one: 'it was proposed and seconded that', 'the proposed closing'.
_NOBODY_MOVED = re.compile(
    r"\b(?:it was|was|were|been|and) (?:(?:duly|then|also|formally) )?(?:moved|proposed|seconded)"
    r"(?:(?:,| and) (?:(?:duly|then) )?(?:moved|proposed|seconded|agreed|carried|resolved))*\b"
    r"(?!,? (?:by|gan)\b)(?=[^:]{0,40}\b(?:that|to)\b)"
    r"|\b(?:the|an?|any|this|new) proposed\b|\bmoved (?:to|from|into|away|out)\b",
    re.I,
)
_ASKS_VOTER = re.compile(
    r"^\W*(?:and\s+)?(?:who\b|which (?:\w+ )?(?:councillors?|members?)\b|pwy\b|pa (?:gynghor|aelod)\w+)"
    r".*\b(?:vot(?:e|es|ed|ing)|abstain\w*|dissent\w*|[bp]h?leidlei\w+|ymatal\w*)\b",
    re.I,
)
HOW_VOTED = re.compile(r"\bhow (?:did|had|has) .*\bvoted?\b|\bsut (?:y |wnaeth )?\w*pleidlei\w+", re.I)
_VOTER = re.compile(
    r"\b(?:voted|votes? (?:of|by|from)|voting|abst(?:ain\w*|ention)|dissent\w*|oppos\w+|against|in favour|recorded vote"
    r"|[bp]h?leidlei\w+|ymatal\w*|yn erbyn|o blaid)\b|^\W*(?:For|Ayes?|Noes?|Yeas?|Nays?)\b",
    re.I,
)
_TOGETHER = re.compile(r"\b(?:unanimous\w*|nem\.? ?con|all (?:members|councillors|present) voted|yn unfrydol)\b", re.I)
# Who moved a motion is not who voted which way on it.
_MOVERS = re.compile(
    r"\b(?:moved|proposed|seconded|cynigiwyd|eiliwyd)(?: and seconded)? (?:by|gan)\b[^,.;:]*"
    r"|\b[^,.;:]*(?:mover|seconder|proposer)\b[^,.;]*",
    re.I,
)


def _tells_mover(question: str, text: str) -> bool:
    if _ASKS_SECONDER.search(question) and _ONLY_MOVER.search(text):
        return False
    return bool(_MOVER.search(_NOBODY_MOVED.sub(" ", text)))


def _tells_vote(question: str, text: str) -> bool:
    """Whether a text tells a vote of those whom the question names, or of all; any vote where it names nobody."""
    people = people_named(question)
    votes = bool(_VOTER.search(text) or re.search(r"\bvotes?\b", text, re.I))
    named = any(name.casefold() in text.casefold() for name in people)
    return bool(_TOGETHER.search(text)) or (votes and (named or not people))


FORMS = (
    Form(_MOVED, _tells_mover, "they do not name who moved it", apart=True, always=True),
    Form(
        _ASKS_VOTER,
        lambda _, text: bool(_VOTER.search(text) and CALLED.search(_MOVERS.sub("", text))),
        "they do not name who voted how",
        apart=True,
        always=True,
    ),
    Form(HOW_VOTED, _tells_vote, "they do not tell how that vote was cast", apart=True, always=True),
)
