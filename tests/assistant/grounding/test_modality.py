import pytest

from assistant.grounding import check


@pytest.mark.parametrize(
    "claim",
    [
        "It is expected that the bridge will reopen to all traffic in May 2026.",
        "The bridge is expected to reopen to all traffic in May 2026.",
        "The Head of Engineering said that repairs could take eighteen months.",
    ],
)
def test_true_modals_pass(judged, claim):
    assert judged(claim).supported


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Repairs will take eighteen months.", "Repairs could take eighteen months."),
        ("The pool will reopen in spring.", "It was said that the pool is expected to reopen in spring."),
        ("The pool is sure to reopen in spring.", "It was said that the pool is expected to reopen in spring."),
        ("The pool is set to reopen in spring.", "It was said that the pool may reopen in spring."),
        ("The pool is certain to reopen in spring.", "It was hoped that the pool could reopen in spring."),
        ("The pool is on course to reopen in spring.", "It was hoped that the pool could reopen in spring."),
        ("Tenants must give notice in writing.", "Tenants should give notice in writing."),
        ("The grant may be spent by March.", "The grant must be spent by March."),
        ("There was a small number of complaints.", "There may be a small number of complaints."),
        ("The road may be closed in June.", "The road was closed in June."),
    ],
)
def test_strengthened_and_weakened_modals_are_found(claim, evidence):
    assert [problem.name for problem in check(claim, [evidence]).problems] == ["modality"]


@pytest.mark.parametrize("sure", ["is set to be", "is sure to be", "is on track to be"])
def test_what_will_be_may_be_told_in_other_words(sure):
    assert check(f"The hall {sure} painted in June.", ["The Clerk said that the hall would be painted in June."]).supported


@pytest.mark.parametrize("claim", ["For 2026 the precept was set to £4,000.", "Since May the track to the farm was closed."])
def test_what_is_set_is_no_promise(claim):
    minutes = (
        "It was expected that the farm would be let. The precept was set to £4,000 for 2026. The track to the farm was closed from May."
    )
    assert not [problem for problem in check(claim, [minutes]).problems if problem.name == "modality"]


def test_reported_speech_is_put_back():
    assert check(
        "The Clerk said that the hall will be painted in June.", ["The Clerk said that the hall would be painted in June."]
    ).supported


def test_what_was_proposed_was_not_done():
    minutes = "It was proposed that £175,000 be secured by legal agreement as a bond towards the restoration of the site."
    assert {one.name for one in check("The bond of £175,000 was secured by legal agreement.", [minutes]).problems} == {"modality"}
    assert not check("It was proposed that a bond of £175,000 be secured by legal agreement.", [minutes]).problems
    also = "The bond of £175,000 was secured by legal agreement, and it would be for the restoration of the site."
    assert "modality" in {one.name for one in check(also, [minutes]).problems}
    decided = f"{minutes} RESOLVED that the proposal be adopted."
    assert not check("The bond of £175,000 was secured by legal agreement.", [decided]).problems


@pytest.mark.parametrize("told", ["had been inspected", "were inspected", "have been inspected"])
def test_what_is_done_is_not_yet_to_come(told):
    (problem,) = check("The two yards will be inspected by officers.", [f"The two yards {told} by officers."]).problems
    assert (problem.name, problem.words) == ("modality", "will be inspected")


def test_what_is_done_may_be_done_again():
    minutes = ["The two yards were inspected by officers in May. The yards would be inspected by officers again in June."]
    assert check("The two yards will be inspected by officers again in June.", minutes).supported


def test_what_is_proposed_is_not_set():
    proposed = ["Cabinet had consulted on a rise of 8.5 %. Cabinet now proposed a rise of 7.9 % in council tax."]
    (problem,) = check("The rise in council tax was set at 7.9 %.", proposed).problems
    assert (problem.name, problem.words) == ("modality", "was set")
    assert check(
        "The rise in council tax was set at 7.9 %.", [*proposed, "RESOLVED that the rise in council tax be set at 7.9 %."]
    ).supported
    assert check("A rise of 7.9 % in council tax was proposed by Cabinet.", proposed).supported


def test_what_it_was_agreed_should_be_is():
    minutes = "LH proposed that CC should be elected as Chairman. It was agreed by all that CC should be elected as Chairman."
    assert not check("CC was elected as chairman.", [minutes]).problems
    assert check("CC was elected as chairman.", [minutes.split(". ")[0] + "."]).problems


@pytest.mark.parametrize(
    ("claim", "minutes"),
    [
        (
            "The Leader said that the extra sum would bring the wait below 200 days.",
            "The Leader hoped that this would bring the wait below 200 days.",
        ),
        (
            "She would put the strategy before Cabinet in April.",
            "She thanked the Committee and hoped to bring the strategy to Cabinet in April.",
        ),
        ("The Leader promised to bring the wait below 200 days.", "The Leader hoped that the wait would be below 200 days."),
        ("Swimmers will be back in spring 2026.", "The Head of Leisure replied that the pool was expected to reopen in spring 2026."),
        ("In years to come it will pass the toilets to the Town Council.", "In future it hoped to hand them over to the Town Council."),
        ("Two tutors have begun work in the homes.", "Two tutors would be working in the homes from October 2025."),
        (
            "A second crew has already started from Abercelyn.",
            "He was not content, and a second crew would be working from Abercelyn from May.",
        ),
        ("It was confirmed that the Council had applied for a grant.", "It was confirmed that an application would be made for a grant."),
    ],
)
def test_what_is_hoped_or_to_come_is_neither_certain_nor_done(claim, minutes):
    assert "modality" in {problem.name for problem in check(claim, [minutes]).problems}


@pytest.mark.parametrize(
    ("claim", "minutes"),
    [
        ("It is hoped that the wait will be below 200 days.", "The Leader hoped that this would bring the wait below 200 days."),
        ("Two tutors will be working in the homes.", "Two tutors would be working in the homes from October 2025."),
        (
            "The crew has started, and a second one will follow.",
            "The crew had started in May, and a second crew would be working from Abercelyn.",
        ),
        ("The Council has applied for a grant.", "An application would be made for a grant. The Council has since applied."),
    ],
)
def test_what_is_hoped_or_to_come_may_be_told_as_such(claim, minutes):
    assert not [problem for problem in check(claim, [minutes]).problems if problem.name == "modality"]
