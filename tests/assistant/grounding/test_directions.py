"""More or fewer: claimed only where the evidence says so, or has the figures that show it."""

import pytest

from assistant.grounding import check

_PLAIN = "The Head of Education, Dr Ash, advised that 81 % of pupils had stayed on. She could not tell what a charge would do to them."


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Dr Ash advised that fewer pupils had stayed on.", _PLAIN),
        ("The Head of Education advised of an increase in pupils who stayed on.", _PLAIN),
    ],
)
def test_a_direction_of_which_nothing_tells_is_no_support(claim: str, evidence: str) -> None:
    assert [(one.name, one.words) for one in check(claim, [evidence]).problems] in ([("support", "fewer")], [("support", "increase")])


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Dr Ash advised that fewer pupils had stayed on.", "Dr Ash advised that the number of pupils who stayed on had fallen."),
        ("The number of visits rose to 212.", "There were 212 visits in the year, against 190 visits in the year before."),
        ("Complaints had increased.", "The Ombudsman had received more complaints."),
    ],
)
def test_a_direction_that_is_told_or_seen_from_figures_is_none(claim: str, evidence: str) -> None:
    assert not [one for one in check(claim, [evidence]).problems if one.words in ("fewer", "rose", "increased")]


_SAVINGS = "Savings of £5.8 million were proposed for the year, of which £1.9 million were in Social Services."


@pytest.mark.parametrize("claim", ["The savings remained at £5.8 million.", "The savings of £5.8 million were unchanged."])
def test_what_stands_still_needs_to_be_said_to(claim: str) -> None:
    assert "support" in {one.name for one in check(claim, [_SAVINGS]).problems}
    said = f"{_SAVINGS} They had not changed since January."
    assert not [one for one in check(claim, [said]).problems if "remained" in one.words or "unchanged" in one.words]
