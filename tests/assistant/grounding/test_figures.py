import pytest

from assistant.grounding import check
from assistant.grounding.quantities import quantities
from assistant.grounding.tallies import tallies


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("£1.2m", "£1,200,000"),
        ("£1.2 million", "£1200000"),
        ("84.6 %", "84.6 per cent"),
        ("84.6%", "84.6 percent"),
        ("two", "2"),
        ("twenty-three", "23"),
        ("two hundred and fifty", "250"),
        ("a dozen", "12"),
        ("17th July 2025", "July 17, 2025"),
        ("2025-07-17", "17 July 2025"),
        ("2016/17", "2016-2017"),
        ("10.00 am", "10am"),
        ("7.30 pm", "19:30"),
        ("third", "3rd"),
        ("eight per cent", "8%"),
    ],
)
def test_one_value_however_it_is_printed(one, other):
    (a,), (b,) = quantities(one), quantities(other)
    assert (a.kind, a.value, a.unit) == (b.kind, b.value, b.unit)


def test_welsh_figures_are_read_in_welsh_text():
    text = "Penderfynwyd gan ddau ddeg tri o aelodau ar 17 Gorffennaf 2025 fod y cyngor yn rhoi £500 am 7.30 y.h."
    assert [quantity.value for quantity in quantities(text)] == [23, (2025, 7, 17), 500, 19.3]


def test_pumps_and_months_that_are_verbs_are_no_figures():
    assert quantities("The pump may march on") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13 votes for the amendment and 18 against", {("for", 13), ("against", 18)}),
        ("The motion was carried by 17 votes to 12, with two abstentions.", {("for", 17), ("against", 12), ("abstained", 2)}),
        ("The motion was lost by 18 votes to 13.", {("for", 13), ("against", 18)}),
        ("Against the motion (12): Councillors Moss and Hill", {("against", 12)}),
        ("A sum of £5 for 3 years", set()),
    ],
)
def test_votes_are_read(text, expected):
    assert {(tally.side, tally.votes) for tally in tallies(text)} == expected


@pytest.mark.parametrize(
    "claim",
    [
        "The repairs were approved at a cost of £1,200,000.",
        "Satisfaction with the road service rose from 8.8 per cent to 10.4 per cent in 2023-24.",
        "84.6 per cent of the sum would be met by grant.",
        "There were two abstentions.",
        "Twelve voted against the motion.",
        "The bridge has been closed to lorries since March 2024.",
        "Nearly 85% of the sum would be met by grant.",
    ],
)
def test_true_figures_pass(judged, claim):
    assert judged(claim).supported


@pytest.mark.parametrize(
    "claim",
    [
        "The repairs were approved at a cost of £1.3 million.",
        "The repairs were approved at a cost of €1.2 million.",
        "Satisfaction with the road service had risen from 10.4% to 8.8% in 2023/24.",
        "Satisfaction with the road service had risen from 8.8% to 10.4% in 2022/23.",
        "84.6 of the sum would be met by grant.",
        "There were 12 abstentions, 17 votes for the motion and 2 against.",
        "The bridge had been closed to lorries since 4 April 2024.",
        "Nearly 95% of the sum would be met by grant.",
        "The bridge was closed to lorries on Thursday.",
    ],
)
def test_wrong_figures_are_found(faults, claim):
    assert "figure" in faults(claim)


def test_the_right_figure_beside_the_wrong_words_is_found():
    passage = (
        "The cost would be met by £2.5 million of Welsh Government grant and £2.1 million of prudential borrowing. The work starts in June."
    )
    verdict = check("£2.1 million of Welsh Government grant and £2.5 million of prudential borrowing would pay for it.", [passage])
    assert "figure" in {problem.name for problem in verdict.problems}


def test_a_day_of_the_week_may_follow_from_the_date():
    passage = "The next meeting would be held on 15 May 2025 at the hall."
    assert check("The next meeting would be held on Thursday 15 May 2025.", [passage]).supported
    assert not check("The next meeting would be held on Friday 15 May 2025.", [passage]).supported


@pytest.mark.parametrize(
    ("claim", "evidence", "wrong"),
    [
        (
            "The average cost of £1,042 a week is paid to the carer, and £112 is the margin.",
            "Of the average cost of £1,042 a week, £612 was paid to the carer and £112 was the margin.",
            "£1,042",
        ),
        (
            "In all 146 people attended the centres in an average week before the flood.",
            "The centres were attended by 146 people in an average week. Attendance had been 188 before the flood.",
            "146",
        ),
    ],
)
def test_a_figure_that_takes_another_figures_place_is_wrong(claim, evidence, wrong):
    assert wrong in {problem.words for problem in check(claim, [evidence]).problems if problem.name == "figure"}


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        (
            "The carer is paid £612 of the £1,042.",
            "Of the average cost of £1,042 a week, £612 was paid to the carer and £112 was the margin.",
        ),
        (
            "Attendance at the centres is 146, against 188 before the flood.",
            "The centres were attended by 146 people in an average week. Attendance had been 188 before the flood.",
        ),
    ],
)
def test_figures_in_their_own_places_are_right(claim, evidence):
    assert not [problem for problem in check(claim, [evidence]).problems if problem.name == "figure"]


ACCOUNTS = "The Hall Account stood at £1,430, net of what was promised; the Clerk's Account stood at £519, net of what was spent."


def test_a_figure_under_another_ones_name_is_found():
    for claim in ("The Hall Account stood at £519.", "The clerk's account held £1,430."):
        assert [one.name for one in check(claim, [ACCOUNTS]).problems] == ["figure"], claim
    for claim in ("The Hall Account stood at £1,430.", "The clerk's account held £519."):
        assert "figure" not in {one.name for one in check(claim, [ACCOUNTS]).problems}, claim


def test_a_part_counts_what_the_whole_counts():
    minutes = "The Handyman had been able to work only 14 hours in April, instead of a contracted 18 hours, due to the poor weather."
    assert not check("The handyman worked 14 of his 18 hours in April because of the poor weather.", [minutes]).problems


def test_both_is_no_two_of_what_is_counted_otherwise():
    minutes = "The council has a duty to fill the three vacancies by co-option. Both sites are kept tidy."
    assert {one.name for one in check("The council has two vacancies to fill by co-option.", [minutes]).problems} == {"figure"}
    assert not check("The two sites are kept tidy.", [minutes]).problems


def test_the_name_after_a_figure_counts_too():
    minutes = "GD told of £442.44 in the Treasurer's (working) Account and £1,240.63 in the ringfenced Project Account."
    assert {one.name for one in check("The Treasurer's Account held £1,240.63.", [minutes]).problems} == {"figure"}
    assert not check("The Project Account held £1,240.63.", [minutes]).problems


REPLIES = "They were told that 19 of the 31 families had replied to a questionnaire, and that 16 of the 19 had been opposed to the move."


@pytest.mark.parametrize(("count", "fits"), [("19", False), ("31", False), ("16", True)])
def test_what_is_said_of_a_part_is_not_said_of_the_whole(count, fits):
    assert check(f"{count} families did not want the move.", [REPLIES]).supported == fits


def test_what_is_said_of_the_whole_is_said_of_it():
    assert check("19 families answered the questionnaire.", [REPLIES]).supported


@pytest.mark.parametrize("text", ["sixth-form travel", "first aid", "a second home", "third parties"])
def test_set_phrases_are_no_figures(text):
    assert quantities(text) == ()


def test_a_figure_of_now_is_not_one_of_another_day():
    minutes = "The Committee had asked for a plan in March 2024. An average of 137 people a week now attended the three centres."
    held = ("Scrutiny Committee, 13 February 2025",)
    assert {
        one.name for one in check("Before March 2024 some 137 people a week attended the centres.", [minutes], context=held).problems
    } == {"figure"}
    assert not check("In February 2025 an average of 137 people a week attended the three centres.", [minutes], context=held).problems
    assert not check("An average of 137 people a week attended the three centres.", [minutes], context=held).problems


_HOUSEHOLDS = (
    "Only 4 households had been approved since April. The number of approved households stood at 83, compared with 84 at the end of 2023."
)


@pytest.mark.parametrize(
    "claim", ["The number of new homes signed up was 83.", "There were 83 new households, compared with 84 at the end of 2023."]
)
def test_all_of_them_are_not_the_new_ones(claim):
    assert ("figure", "83") in {(one.name, one.words) for one in check(claim, [_HOUSEHOLDS]).problems}


@pytest.mark.parametrize("claim", ["There were 83 approved households.", "Only 4 new households had been approved since April."])
def test_new_ones_may_be_counted(claim):
    assert not [one for one in check(claim, [_HOUSEHOLDS]).problems if one.name == "figure"]


@pytest.mark.parametrize(
    ("claim", "minutes"),
    [
        (
            "Of £3.75 million, £500,000 was set aside for surface dressing and £850,000 for bridges and walls.",
            "There was £3.75 million: £2.4 million for roads, £850,000 for surface dressing and £500,000 for bridges and walls.",
        ),
        ("In time were 83 per cent, against a Welsh figure of 86 per cent.", "86 % of them were in time; the figure for Wales was 83 %."),
    ],
)
def test_two_figures_exchanged_are_found_by_what_stands_beside_them(claim, minutes):
    assert "figure" in {one.name for one in check(claim, [minutes]).problems}
    first, second = [one.text for one in quantities(claim)][-2:]
    straight = claim.replace(first, "#").replace(second, first).replace("#", second)
    assert not [one for one in check(straight, [minutes]).problems if one.name == "figure"]
