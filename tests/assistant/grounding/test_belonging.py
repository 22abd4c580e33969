"""A figure that the minutes give of something else is not a person's."""

from __future__ import annotations

import pytest

from assistant.grounding import check

PAY = (
    "The Chief Executive and the Head of Finance left the Chamber. The Monitoring Officer presented the statement on pay. "
    "The lowest rate of pay would be £12.65 an hour. The ratio had fallen from 5.8 to 5.6."
)
LAND = "Mr Gruff had bought the meadow. He had paid £12,000 for it. Mrs Hale, who owned the barn, was asked for 40 bales."


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The Chief Executive is paid £12.65 an hour.", PAY),
        ("The Head of Finance would earn £12.65 an hour.", PAY),
        ("Mrs Hale owned 40 bales and had spent £12,000.", "Mrs Hale owned the barn and 40 bales. The price of the barn was £12,000."),
    ],
)
def test_a_figure_of_something_else_is_not_a_persons(claim: str, text: str) -> None:
    assert "figure" in {problem.name for problem in check(claim, [text]).problems}


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Mr Gruff had paid £12,000 for the meadow.", LAND),
        ("Mrs Hale was asked for 40 bales.", LAND),
        ("The Monitoring Officer reported that the lowest rate of pay would be £12.65 an hour.", PAY),
        ("The Monitoring Officer presented a lowest rate of pay of £12.65 an hour.", PAY),
    ],
)
def test_what_is_his_or_what_he_tells_may_be_told(claim: str, text: str) -> None:
    assert not [problem for problem in check(claim, [text]).problems if problem.name == "figure"]
