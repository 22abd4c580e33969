"""Invented minutes that the tests of grounding hold claims against."""

from collections.abc import Callable

import pytest

from assistant.grounding import Verdict, check

_CONTEXT = ("Glan Alwen County Council, Cabinet, 12 November 2024: 6. Harbour bridge",)
_BRIDGE = """Councillor Elin Marlow, Cabinet Member for Highways, introduced the report. The bridge had been closed to lorries since 4 \
March 2024.
The Head of Engineering, Tomos Hale, advised that repairs would cost £1.2 million and could take eighteen months. It was \
expected that the bridge would reopen to all traffic in May 2026. Councillor Price (J) asked whether buses might use it \
before then. The Head of Finance replied that 84.6 % of the sum would be met by grant, and that the council tax would not be \
affected. A Member said that the detour "has emptied the shops on Quay Street".
Satisfaction with the road service had risen from 8.8% to 10.4% in 2023/24.
There being 17 votes for the motion and 12 against, with 2 abstentions, the motion was carried.
RESOLVED that:
- the repairs be approved at a cost of £1.2 million;
- the report on cycling be noted.
The scrutiny committee had recommended that the footpath be widened."""

Judge = Callable[[str], Verdict]


@pytest.fixture
def judged() -> Judge:
    """Checks a claim against the minutes of the bridge."""
    return lambda claim: check(claim, [_BRIDGE], context=_CONTEXT)


@pytest.fixture
def faults(judged: Judge) -> Callable[[str], set[str]]:
    """The names of the problems of a claim."""
    return lambda claim: {problem.name for problem in judged(claim).problems}
