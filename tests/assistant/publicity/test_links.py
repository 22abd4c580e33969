"""Addresses in a text."""

from __future__ import annotations

import pytest

from assistant.publicity import findings
from tests.assistant.publicity.invented_article import article


def told(text: str) -> list[tuple[str, str]]:
    """What is wrong with the addresses of a text, and how much."""
    return [(one.rule.split(" (")[0], one.severity) for one in findings(article(text)) if one.check == "links"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("See http://www.penllyn.gov.uk/park for more.", [("address not https", "stop")]),
        ("See http//www.penllyn.gov.uk for more.", [("malformed address", "stop")]),
        ("See https:/penllyn.gov.uk for more.", [("malformed address", "stop")]),
        ("See https://penllyn for more.", [("malformed address", "stop")]),
        ("See www.penllyn.gov.uk for more.", [("address without https://", "warn")]),
        ("See [www.penllyn.gov.uk](https://elsewhere.com/x).", [("leads elsewhere than it says", "stop")]),
        ('See <a href="https://elsewhere.com">penllyn.gov.uk</a>.', [("leads elsewhere than it says", "stop")]),
        ("See [the page]() now.", [("malformed address", "stop")]),
        ("See https://www.penllyn.gov.uk/park?id=3.", []),
        ("See [the park's page](https://www.penllyn.gov.uk/park) and [penllyn.gov.uk](https://www.penllyn.gov.uk).", []),
        ("Write to [the Clerk](mailto:clerk@penllyn.gov.uk), and/or ring; the ratio was 3//4.", []),
    ],
)
def test_addresses(text: str, wrong: list[tuple[str, str]]) -> None:
    assert told(text) == wrong
