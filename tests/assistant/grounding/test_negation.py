import pytest

from assistant.grounding import check


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The council tax would be affected by the grant.", "The council tax would not be affected by the grant."),
        ("The pond was not drained in March.", "The pond was drained in March."),
        ("Officers could say how many had acted.", "Officers could not say how many had acted."),
        ("A child had been moved to an agency placement.", "No child had been moved to an agency placement."),
        ("The number of empty homes decreased by 14 in the year.", "The number of empty homes increased by 14 in the year."),
        ("The footpath at Morfa was closed to walkers in May.", "The footpath at Morfa was opened to walkers in May."),
        ("Mae'r llyfrgell ar agor ar ddydd Llun.", "Nid yw'r llyfrgell ar agor ar ddydd Llun."),
    ],
)
def test_a_turned_sentence_is_found(claim, evidence):
    assert "negation" in {problem.name for problem in check(claim, [evidence]).problems}


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("There was nothing in the budget for the pond.", "The budget contained nothing for the pond."),
        ("No child was moved to an agency placement.", "It was confirmed that no child had been moved to an agency placement."),
        ("The pond was drained in March.", "The pond was drained in March, but it had not been cleaned."),
        ("The Clerk could not name the firm.", "The Clerk was unable to name the firm."),
    ],
)
def test_an_honest_sentence_passes(claim, evidence):
    assert check(claim, [evidence]).supported


def test_how_often_and_how_it_was_taken_are_not_exchanged():
    weekly = check("Cllr Mann suggested a weekly walk round the village.", ["Cllr Mann suggested a monthly walk round the village."])
    pleased = check(
        "Ann Lee was pleased that the plans had been cancelled.", ["Ann Lee said she was saddened by the plans being cancelled."]
    )
    assert {one.name for one in (*weekly.problems, *pleased.problems)} == {"negation"}


@pytest.mark.parametrize(
    ("claim", "minutes"),
    [
        (
            "The link road will go ahead despite a €3 million shortfall.",
            "The link road will not proceed as there is a shortfall of €3 million.",
        ),
        ("The resilience group stopped supporting families in Norton.", "The resilience group continued to support families in Norton."),
        ("A quote for the work on the memorial was received.", "A quote for the work on the memorial is awaited."),
    ],
)
def test_opposites_in_other_words_are_found(claim, minutes):
    assert {one.name for one in check(claim, [minutes]).problems} & {"negation", "modality"}
