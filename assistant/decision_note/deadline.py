"""By when the note is to be published: before the end of seven working days beginning with the day of the meeting.

Principal councils: Local Government Act 1972, section 100C(1C), put there by the Local Government and Elections (Wales) Act 2021,
Schedule 4, paragraph 8. Community councils: Schedule 12 to the Act of 1972, paragraph 26ZA, put there by Schedule 4, paragraph 12.
"""

from __future__ import annotations

import datetime as dt
import re

WORKING_DAYS = 7
PRINCIPAL = "Local Government Act 1972, section 100C(1C)"
COMMUNITY = "Local Government Act 1972, Schedule 12, paragraph 26ZA"
_COMMUNITY = re.compile(r"\b(?:community|town|parish)\s+council\b|\bcyngor\s+(?:cymuned|tref|bro)\b", re.IGNORECASE)


def deadline(meeting: dt.date) -> dt.date:
    """The last day for publication: the seventh working day, the day of the meeting being the first where it is one.

    Working days leave out Saturdays, Sundays and the bank holidays of England and Wales.
    """
    from holidays import country_holidays

    free = country_holidays("GB", subdiv="WLS", years=(meeting.year, meeting.year + 1))
    day, counted = meeting, 0
    while True:
        counted += day.weekday() < 5 and day not in free
        if counted == WORKING_DAYS:
            return day
        day += dt.timedelta(days=1)


def law(council: str | None) -> str:
    """Where the duty stands, for that kind of council."""
    return COMMUNITY if _COMMUNITY.search(council or "") else PRINCIPAL
