import pytest

from assistant.grounding import check


@pytest.mark.parametrize(
    "claim",
    [
        "The Head of Engineering explained that repairs would cost £1.2 million.",
        "According to the Head of Engineering, repairs would cost £1.2 million.",
        "The Head of Finance said 84.6% of the sum would be met by grant.",
        "Repairs would cost £1.2 million, said Tomos Hale.",
        "Members asked whether buses might use it before then.",
    ],
)
def test_true_attributions_pass(judged, claim):
    assert judged(claim).supported


@pytest.mark.parametrize(
    "claim",
    [
        "The Head of Finance advised that repairs would cost £1.2 million.",
        "The Head of Planning replied that 84.6 % of the sum would be met by grant.",
        "Councillor Marlow asked whether buses might use it before then.",
        "Councillor Price said that the detour has emptied the shops on Quay Street.",
        "Council approved the repairs at a cost of £1.2 million.",
    ],
)
def test_wrong_attributions_are_found(faults, claim):
    assert faults(claim) & {"attribution", "name"}


def test_mover_and_seconder_are_not_exchanged():
    passage = "It was moved by Councillor Ann Reed and seconded by Councillor Bob Finch that the hall be sold."
    assert check("Councillor Reed moved, and Councillor Finch seconded, that the hall be sold.", [passage]).supported
    assert not check("Councillor Finch moved, and Councillor Reed seconded, that the hall be sold.", [passage]).supported


def test_a_pronoun_stands_for_the_one_named_before():
    passage = "Councillor Reed presented the accounts. She said that the reserve had been spent on the roof."
    assert check("Councillor Reed said that the reserve had been spent on the roof.", [passage]).supported


def test_a_transcripts_speaker_is_the_one_who_says_it():
    passage = "Janet Finch-Saunders: The policy will be reviewed in the autumn term.\nLynne Neagle: Thank you for that answer."
    assert check("Janet Finch-Saunders said that the policy will be reviewed in the autumn term.", [passage]).supported
    assert not check("Lynne Neagle said that the policy will be reviewed in the autumn term.", [passage]).supported


def test_the_mover_is_not_the_seconder_whatever_stands_around():
    minutes = """The officer recommended refusal, as the site lay outside the settlement. Councillor Moss spoke of the road.
Councillor Hill asked whether planning permission could be refused for the reason in the report.
Moved by Councillor Moss, seconded by Councillor Hill, and RESOLVED, by 9 votes to 1, that permission be refused."""
    false = "The motion was seconded by Councillor Moss and RESOLVED, by 9 votes to 1, that permission be refused."
    assert "attribution" in {problem.name for problem in check(false, [minutes]).problems}
    assert not check(false.replace("Moss", "Hill"), [minutes]).problems


def test_proposed_and_seconded_with_a_dash_or_as_a_noun():
    minutes = "Proposed - Cllr Mrs Reed  Seconded - Cllr Mrs Dale\n'That the minutes of 9 November be approved.'\nAll in favour"
    claim = "On the proposal of Cllr Mrs {}, the minutes of 9 November were approved."
    assert not check(claim.format("Reed"), [minutes]).problems
    assert {one.name for one in check(claim.format("Dale"), [minutes]).problems} == {"attribution"}


RULED = "Councillor Moss asked whether Cabinet had ruled out demolition. The Leader stated that no such option had been before Cabinet."
UNFAIR = "Councillor Hill was of the opinion that it would be unfair to charge families now. In her view the saving was overstated."


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Councillor Moss said that Cabinet had ruled out demolition.", RULED),
        ("Councillor Moss told the Leader that no such option had been before Cabinet.", RULED),
        ("It would be unfair to charge families now, the Committee concluded.", UNFAIR),
        ("The Committee took the view that the saving was overstated.", UNFAIR),
        ("It was Councillor Moss's opinion that it would be unfair to charge families now.", f"{UNFAIR} Councillor Moss disagreed."),
    ],
)
def test_a_question_is_no_statement_and_an_opinion_is_its_owners(claim, text):
    assert "attribution" in {problem.name for problem in check(claim, [text]).problems}


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Councillor Moss asked if demolition had been ruled out by Cabinet.", RULED),
        ("The Leader told Councillor Moss that no such option had been before Cabinet.", RULED),
        ("Councillor Hill took the view that it would be unfair to charge families now.", UNFAIR),
        ("In Councillor Hill's view the saving was overstated.", UNFAIR),
    ],
)
def test_questions_and_opinions_may_be_told(claim, text):
    assert not [problem for problem in check(claim, [text]).problems if problem.name == "attribution"]


def test_a_decision_is_that_of_the_body_that_took_it():
    text = "RESOLVED, having considered the recommendation of the Scrutiny Committee, that Option C be adopted from 1 September 2025."
    context = ("Glan Alwen County Council, Cabinet, 12 June 2025: 6. Day services",)
    told = "Option C will start on 1 September 2025 following a decision by {body}."
    assert "attribution" in {one.name for one in check(told.format(body="the Scrutiny Committee"), [text], context=context).problems}
    assert not check(told.format(body="Cabinet"), [text], context=context).problems
