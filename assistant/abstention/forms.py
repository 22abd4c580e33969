"""The forms in which a question asks for a name, a figure, a time or a vote, in the order in which they are looked at."""

from __future__ import annotations

from assistant.abstention import counting, naming, timing, voting

HOW_VOTED = voting.HOW_VOTED
FORMS = (*voting.FORMS, naming.WHO, *counting.FORMS, *naming.KINDS, *timing.FORMS)
