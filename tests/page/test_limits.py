"""Filters as visitors state them."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.datamodel import Filters
from ingest.errors import InputError
from page.answers import described
from page.limits import filters
from page.wording import words

EN, CY = words("en"), words("cy")


def test_what_is_empty_limits_nothing() -> None:
    assert not filters(EN)
    assert not filters(EN, "", " ", "", "", "  ")
    assert not filters(EN, None, None, None, "de", None)


def test_everything_stated_is_taken() -> None:
    found = filters(EN, "Cabinet", "2024-05-01", " 2025-04-30 ", "cy", " Keith  Owen ")
    assert found == Filters(
        body="Cabinet", date_from=dt.date(2024, 5, 1), date_to=dt.date(2025, 4, 30), language="cy", speaker="Keith Owen"
    )
    assert described(found, EN) == "body Cabinet, from 1 May 2024, to 30 April 2025, speaker Keith Owen, language Welsh"
    assert "o 1 Mai 2024" in described(found, CY)


@pytest.mark.parametrize("text", ["last May", "2024-13-01", "1/5/2024", "2024"])
def test_a_wrong_date_is_named_in_the_language_of_the_page(text: str) -> None:
    with pytest.raises(InputError, match=f"“{text}” under From is not a date"):
        filters(EN, day_from=text)
    with pytest.raises(InputError, match="yn ddyddiad"):
        filters(CY, day_to=text)


def test_days_in_the_wrong_order_are_named() -> None:
    with pytest.raises(InputError, match="2 May 2024, is after the last, 1 May 2024"):
        filters(EN, day_from="2024-05-02", day_to="2024-05-01")
