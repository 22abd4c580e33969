"""Questions about whole meetings, with no matter named: 'What was decided at the last Cabinet meeting?'"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from assistant.question.bodies import without_names
from assistant.question.votes import WORDS, votes_asked
from ingest.terms import content_words
from ingest.text import word_set

Asked = Literal["decided", "actions", "undone", "told"]
Sort = Literal["question", "petition", "application", "vote"]

# All that such a question is made of, beside the period and the names of bodies.
_OF_MEETINGS = word_set(
    """
    agenda agendas been doing decide decided decides decision decisions agree agreed agreement agreements resolve resolved
    resolution resolutions determined outcome outcomes approve approved discuss discussed discussion discussions debate debated talk
    talked talking happen happened happening say said raise raised consider considered cover covered deal dealt main key important
    major biggest significant chief principal point points topic topics issue issues matter matters item items business thing things
    summary summarise summarize overview outline recap round-up minutes minuted meeting meetings session sessions council councils
    committee committees member members councillor councillors cabinet board action actions task tasks follow-up motion motions pass
    passed carried vote voted votes tell give show list everything anything everybody short brief briefly quick quickly highlight
    highlights headline headlines news latest last recent recently previous full held take place took please summarised summarized
    come came make made do did go went all read know need outstanding overdue open pending unfinished incomplete unresolved still remain
    remaining left done completed closed finished carried yet
    """
)
_OF_MEETINGS_WELSH = word_set(
    """
    penderfynwyd benderfynwyd penderfyniad penderfyniadau benderfyniadau phenderfyniadau cytunwyd gytunwyd trafodwyd drafodwyd
    trafod ddigwyddodd digwyddodd ddywedwyd dywedwyd prif bwyntiau pwyntiau materion faterion eitemau crynhoi crynhowch crynodeb
    grynodeb cyfarfod gyfarfod chyfarfod nghyfarfod nghabinet nghyngor mhwyllgor cyfarfodydd gyfarfodydd pwyllgor bwyllgor cyngor
    gyngor cabinet gabinet diwethaf cofnodion gofnodion beth pa oedd yn yng ym y yr o ar gan gwnaeth wnaeth rhowch dywedwch wrthyf
    """
)
# Sorts of items that are asked for as such, with the words in which they are.
_SORTS: dict[Sort, tuple[re.Pattern[str], frozenset[str]]] = {
    "question": (re.compile(r"\bquestions\b", re.I), word_set("question questions ask asked put answered submitted")),
    "petition": (re.compile(r"\bpetitions\b", re.I), word_set("petition petitions received presented submitted handed")),
    "application": (
        re.compile(r"\b(?:planning )?applications\b", re.I),
        word_set(
            """
            planning application applications refused refuse rejected turned granted grant permission permitted deferred determined object
            objected objection objections support supported comment commented comments parish
            """
        ),
    ),
}
_FORM = re.compile(
    r"^\W*(?:(?:and|so|please|can you|could you|i want|i need|i would like)\W+)*(?:what|which|summar\w+|give|tell|list|show"
    r"|(?:are|were|was|is|has|have|did)(?: there)?(?: been)? any(?:thing)?"
    r"|(?:an? )?(?:\w+ )?overview|recap|(?:the )?(?:main|key)|(?:the )?minutes of|beth|b?pa|crynh\w+|rhowch|dywedwch)\b",
    re.I,
)
_OF_ITS_MINUTES = re.compile(
    r"\b(?:about|of|regarding|on) the (?:last )?minutes\b(?!.*\bmeeting)|(?<=\w )minutes of the (?:last|previous)\b", re.I
)
_ASKS = re.compile(
    r"\b(?:tell|give|show)\b.*\b(?:meetings?|minutes|summary)\b"
    r"|\b(?:decid|decision|agree|resol|outcome|approv|discuss|debat|talk|happen|rais|consider|cover|dealt|deal with|point|topic|issue"
    r"|matter"
    r"|summar|overview|outline|agenda|doing|recap|round-up|highlight|headline|news|action|motion|voted|said|minutes|main|key"
    r"|b?p?enderfyn|g?c?ytun|d?t?rafod|d?digwydd|g?cryno|g?crynh|bwyntiau)\w*",
    re.I,
)
NAMES_MEETINGS = re.compile(r"\b(?:meetings?|minutes|sessions?|[cg]h?yfarfod\w*|[cg]h?ofnodion)\b", re.I)
_DECIDED = re.compile(r"\b(?:decid|decision|agree|resol|outcome|approv|motions?|passed|carried|voted|[bp]h?enderfyn|g?c?ytun)\w*", re.I)
_ACTIONS = re.compile(r"\b(?:actions?|tasks?|follow-ups?|camau)\b", re.I)
_UNDONE = re.compile(
    r"\b(?:outstanding|overdue|open|pending|unfinished|incomplete|unresolved|still|remain\w*|left|to be (?:done|completed)"
    r"|(?:not|n[’']t) (?:yet )?(?:been )?(?:done|completed|closed|finished|carried out))\b",
    re.I,
)


def sort_asked(question: str) -> Sort | None:
    """The sort of items that it asks for, where it does; of the rest, those with a vote that went as it asks."""
    return next((sort for sort, (named, _) in _SORTS.items() if named.search(question)), "vote" if votes_asked(question) else None)


# What became of it: how that is asked, how it is told, and what then must not be told with it.
_OUTCOMES = (
    (r"\b(?:refused?|rejected|turned down)\b", r"\b(?:refus|reject)\w*", r"\blost\b"),
    (r"\b(?:approved?|granted|permitted)\b", r"\b(?:approv|grant|permit)\w*", r"\b(?:refus|defer)\w*|\blost\b"),
    (r"\bdeferred\b", r"\bdefer\w*", r"\blost\b"),
    (r"\bobject(?:ed|ions?)?\b", r"\bobject\w*", r"\bno objections?\b|\b(?:did|does|do|would) not object"),
    (r"\bsupport(?:ed)?\b", r"\bsupport\w*", r"\bnot support"),
)


def is_as_asked(question: str, decision: str) -> bool:
    """Whether a decision, with its vote, is of the outcome that is asked for; any is where none is."""
    for asked, told, never in _OUTCOMES:
        if re.search(asked, question, re.I):
            return bool(re.search(told, decision, re.I)) and not re.search(never, decision, re.I)
    return True


def overview_asked(question: str, named: Iterable[str]) -> Asked | None:
    """What is asked of whole meetings; None where a question names a matter or asks for something else.

    Args:
        question: without the period that it names.
        named: the bodies and places that it names.
    """
    if not _FORM.search(question) or not (_ASKS.search(question) or sort_asked(question)) or _OF_ITS_MINUTES.search(question):
        return None
    sort = sort_asked(question)
    own = WORDS if sort == "vote" else _SORTS[sort][1] if sort else frozenset[str]()
    words = _OF_MEETINGS | _OF_MEETINGS_WELSH | own
    if not set(content_words(without_names(question, named))) <= words:
        return None
    if _ACTIONS.search(question):
        return "undone" if _UNDONE.search(question) else "actions"
    return "decided" if sort == "vote" or _DECIDED.search(question) else "told"
