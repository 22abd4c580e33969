import pytest

from assistant.grounding import check


@pytest.mark.parametrize(
    "claim",
    [
        "Cabinet resolved that the repairs be approved at a cost of £1.2 million.",
        "Cabinet approved the repairs at a cost of £1.2m.",
        "It was agreed that the report on cycling be noted.",
        "The motion was carried by 17 votes to 12.",
        "The scrutiny committee recommended that the footpath be widened.",
    ],
)
def test_true_decisions_pass(judged, claim):
    assert judged(claim).supported


@pytest.mark.parametrize(
    "claim",
    [
        "The scrutiny committee resolved that the footpath be widened.",
        "Cabinet unanimously approved the repairs at a cost of £1.2 million.",
        "RESOLVED that the report on cycling be approved.",
        "RESOLVED that the repairs be deferred at a cost of £1.2 million.",
        "There being 17 votes for the motion and 12 against, with 2 abstentions, the motion was lost.",
    ],
)
def test_wrong_decisions_are_found(faults, claim):
    assert "decision" in faults(claim)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("It was resolved that the fee be doubled.", "It was proposed that the fee be doubled."),
        ("The Committee approved the plan for the park.", "The Committee considered the plan for the park."),
        ("It was recommended that the pool be closed.", "That the pool be closed."),
        ("Penderfynwyd bod y neuadd yn cael ei gwerthu.", "Argymhellwyd bod y neuadd yn cael ei gwerthu."),
    ],
)
def test_a_proposal_is_no_decision(claim, evidence):
    assert [problem.name for problem in check(claim, [evidence]).problems] == ["decision"]


@pytest.mark.parametrize(
    "wording",
    ["The motion was carried nem. con.", "UNANIMOUSLY RESOLVED that the motion be passed.", "The motion was passed without dissent."],
)
def test_unanimity_where_it_is_said(wording):
    assert check("The motion was passed unanimously.", [wording]).supported


TITLE = ["Arwel County Council, Planning Committee, 4 March 2025\n12. Application 24/0117: 14 dwellings on land off Heol y Felin, Trefgoch"]
REFUSAL = [
    "The Head of Planning said that the site lay outside the settlement. Members asked about drainage and the primary school.",
    "RESOLVED, by 9 votes to 3, that permission be refused for the reason in the report.",
]


def test_the_outcome_may_be_told_in_the_words_of_the_items_title():
    claim = "The Planning Committee decided to refuse the application for 14 dwellings on land off Heol y Felin, Trefgoch."
    assert check(claim, REFUSAL, context=TITLE).supported


@pytest.mark.parametrize(
    "claim",
    [
        "The Planning Committee decided to approve the application for 14 dwellings on land off Heol y Felin, Trefgoch.",
        "The Planning Committee deferred the application for 14 dwellings on land off Heol y Felin, Trefgoch.",
        "The Planning Committee unanimously refused the application for 14 dwellings on land off Heol y Felin, Trefgoch.",
        "The Planning Committee refused the application for 16 dwellings on land off Heol y Felin, Trefgoch.",
    ],
)
def test_another_outcome_in_the_words_of_the_title_is_found(claim):
    assert not check(claim, REFUSAL, context=TITLE).supported


@pytest.mark.parametrize(("outcome", "agreed"), [("All in favour", True), ("Carried", True), ("Lost", False), ("Deferred.", False)])
def test_what_became_of_a_motion_may_be_told_in_a_word(outcome, agreed):
    minutes = (
        f"Proposed by Cllr Reed\n'That the meetings will be on the first Wednesday of the month, at 7pm in the Village Hall.'\n{outcome}"
    )
    problems = check("The council agreed to meet on the first Wednesday of the month, at 7pm in the Village Hall.", [minutes]).problems
    assert bool(problems) != agreed


DEFERRED = "There voted for the motion 9, and against 2. RESOLVED that the application be deferred so that a second access may be shown."


@pytest.mark.parametrize("told", ["threw out", "turned down", "approved"])
def test_what_was_deferred_is_not_decided(told):
    assert "decision" in {one.name for one in check(f"By nine votes to two, councillors {told} the application.", [DEFERRED]).problems}


@pytest.mark.parametrize("told", ["held over", "put off", "deferred"])
def test_what_was_deferred_may_be_told_in_two_words(told):
    assert not [
        one for one in check(f"By nine votes to two, councillors {told} the application.", [DEFERRED]).problems if one.name == "decision"
    ]


RECOMMENDED = """Having considered the report, the Committee RECOMMENDED TO CABINET that:
- the strategy be approved;
- allowances to foster carers be increased by an uplift of 6 %."""


def test_what_was_recommended_is_not_approved_however_it_is_put():
    claim = "Members of the committee {} a 6 per cent rise in foster carers' allowances."
    assert "decision" in {one.name for one in check(claim.format("approved"), [RECOMMENDED]).problems}
    assert not [one for one in check(claim.format("recommended"), [RECOMMENDED]).problems if one.name == "decision"]
    accepted = f"{RECOMMENDED}\nRESOLVED that the recommendation be accepted and the allowances be increased by 6 %."
    assert not [one for one in check(claim.format("approved"), [accepted]).problems if one.name == "decision"]


HOPKIN = (
    "Moved by Councillor Gareth Moss, seconded by Councillor Ann Roe, and RESOLVED that Councillor Carys Hopkin be appointed Vice-Chair."
)


@pytest.mark.parametrize("told", ["is to be Vice-Chair", "was appointed Vice-Chair", "has been elected Vice-Chair", "becomes Vice-Chair"])
def test_the_post_is_given_to_whom_it_is_given(told):
    assert "attribution" in {one.name for one in check(f"Councillor Ann Roe {told} of the Council.", [HOPKIN]).problems}
    assert not check(f"Councillor Carys Hopkin {told}.", [HOPKIN]).problems
