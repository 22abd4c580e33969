import pytest

from assistant.grounding.quotations import check_quotations, quotations

PASSAGE = ['The Chair said that the lane "had been a danger to children for ten years or more", and nobody disagreed.']


@pytest.mark.parametrize(
    "claim",
    [
        'The lane "had been a danger to children" for years.',
        "The lane 'had been a danger to children' for years.",
        'The lane "had been a danger … for ten years or more".',
        'The lane "had been a [great] danger to children".',
        'The lane was "unsafe", said the Chair.',
        "The children's lane, the parents' worry and the Chair's words were noted.",
    ],
)
def test_true_and_short_quotations_pass(claim):
    assert check_quotations(claim, PASSAGE, ()) == []


@pytest.mark.parametrize(
    "claim", ['The lane "had been a risk to children".', "The lane 'has been a danger to children'.", 'It "had been a danger for ten years']
)
def test_altered_quotations_are_found(claim):
    (problem,) = check_quotations(claim, PASSAGE, ())
    assert problem.name == "quotation"
    assert "danger to children" in problem.evidence


def test_curly_marks_are_quotation_marks(faults):
    assert "quotation" in faults("A Member said that the detour \u201chas ruined the shops on Quay Street\u201d.")
    assert not faults("A Member said that the detour \u201chas emptied the shops on Quay Street\u201d.")


def test_single_marks_are_told_from_apostrophes():
    assert quotations("The members' plan for O'Brien's field and the boys' club") == []
