"""What can be asked of a meeting itself, and the words that most such questions share."""

from __future__ import annotations

import re
from typing import NamedTuple

MEETING = r"(?:meetings?|sessions?|committee|council|cabinet|board|panel|assembly|agm|[cg]h?yfarfod\w*|[bp]h?wyllgor|[gc]yngor|[gc]abinet)"
WHO = r"(?:who(?: all| else)?|which (?:of the )?(?:\w+ )?(?:councillors|members|officers|people|staff|directors)|pwy|pa aelodau)"
# What is asked ends with the meeting it is asked of, or without a word of any.
AT = rf"(?=\W*$|(?i:.*\b{MEETING}\b(?:\W*$|\s+(?:of|on|in|held|dated|meeting|ar|ym)\b)))"


class Part(NamedTuple):
    """What can be asked of a meeting itself: how it is asked, and how told."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    names: bool = False  # lists of names tell it too
    of: re.Pattern[str] | None = None  # headings of the items in which a line tells it that holds what `within` says
    within: re.Pattern[str] | None = None
    untold: str | None = None  # what to say where no line tells it; None: other lines may
    newest: bool = False  # the newest minutes tell it
    beside: Part | None = None  # told with it: when a meeting began, beside when it ended
