"""Personal data of third parties. All persons, addresses and numbers are invented; telephone numbers are of Ofcom's range for drama."""

from __future__ import annotations

import pytest

from assistant.publicity import findings
from tests.assistant.publicity.invented_article import article


def told(text: str) -> list[str]:
    """The words found to be personal data."""
    return [one.words for one in findings(article(text)) if one.check == "personal data"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mrs Enid Vale of 14 Mill Lane wrote to the Clerk.", "Mrs Enid Vale of 14 Mill Lane"),
        ("Mr Ivor Rowe, who lives at 3 Heol y Bont, spoke.", "Mr Ivor Rowe, who lives at 3 Heol y Bont"),
        ("Ring 07700 900123 for a key.", "07700 900123"),
        ("Write to enid.vale@gmail.com for a key.", "enid.vale@gmail.com"),
        ("Ring Mrs Enid Vale on 01632 960123.", "01632 960123"),
        ("Her number was QQ 12 34 56 C.", "QQ 12 34 56 C"),
        ("Ivor Rowe, aged 9, won the race.", "Ivor Rowe, aged 9"),
        ("The tenant of 22 Mill Lane was warned.", "tenant of 22 Mill Lane"),
        ("Cwynodd Mr Ifor Puw, 12 Stryd y Capel, am y sŵn.", "Mr Ifor Puw, 12 Stryd y Capel"),
    ],
)
def test_what_places_or_exposes_a_person_is_found(text: str, words: str) -> None:
    assert told(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The Clerk is recovering from an operation.",
        "Councillor Ann Hale has been diagnosed with cancer.",
        "Mrs Enid Vale, who has dementia, was found at the station.",
        "Her son Rhys, who is autistic, cannot use the bus.",
        "Mr Ivor Rowe was convicted of theft.",
        "Mae Mr Ifor Puw yn yr ysbyty.",
    ],
)
def test_health_and_private_circumstances_are_found_of_anybody(text: str) -> None:
    assert len(told(text)) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "Councillor Ann Hale asked about services for people with dementia.",
        "Simon Vale, Head of Finance, presented the report.",
        "Mrs Enid Vale, lay member, took the Chair.",
        "Mr Ivor Rowe attended for the Stroke Association.",
        "The application is for 14 Mill Lane, Penllyn.",
        "The Town Hall, 1 High Street, Penllyn SY99 1AA, is open on weekdays.",
        "Write to clerk@penllyn.gov.uk or ring 01632 960000.",
        "The bench at 22 Mill Lane was mended.",
        "The next meetings are on December 3, 2024 and January 7, 2025.",
        "Glin (5), Athea (3) and Newcastle West (30) have homes to let.",
        "There were 12 pupils from Ysgol Penllyn, and Band 3 was approved.",
        "Dr Mair Vale reported on mental health services.",
    ],
)
def test_officers_members_and_public_places_are_let_be(text: str) -> None:
    assert told(text) == []
