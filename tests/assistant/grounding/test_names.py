import pytest

from assistant.grounding import check
from assistant.grounding.mentions import Mention, mentions, same
from assistant.grounding.wording import words


def _only(text: str) -> Mention:
    (mention,) = mentions(words(text))
    return mention


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the Head of Leisure and Culture", "role"),
        ("the Cabinet Member for Planning, Housing and Economy", "role"),
        ("the Children and Social Care Scrutiny Committee", "body"),
        ("to Councillor Owen (K)", "person"),
        ("a Member", "member"),
        ("in Abercelyn", "proper"),
    ],
)
def test_namings_are_told_apart(text, kind):
    assert _only(text).kind == kind


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("to Councillor Jane Owen", "to Councillor Owen (J)", True),
        ("to Councillor Owen (K)", "to Councillor Owen (J)", False),
        ("to Cllr Price", "to Councillor Mary Price", True),
        ("the Head of Finance", "the Head of Planning", False),
        ("the Head of Finance", "the Head of Finance and Section 151 Officer", True),
        ("the Leader", "the Deputy Leader", False),
        ("the Scrutiny Committee", "the Social Care Scrutiny Committee", True),
        ("the Cabinet", "the County Council", False),
    ],
)
def test_two_namings_of_one(one, other, agree):
    assert same(_only(one), _only(other)) is agree


@pytest.mark.parametrize(
    "claim",
    [
        "Councillor Marlow introduced the report.",
        "Tomos Hale advised that repairs would cost £1.2 million.",
        "Cllr Price asked whether buses might use it before then.",
    ],
)
def test_true_names_pass(judged, claim):
    assert judged(claim).supported


@pytest.mark.parametrize(
    "claim",
    [
        "Councillor Elin Harlow introduced the report.",
        "Councillor Tomos Marlow introduced the report.",
        'A Member said that the detour "has emptied the shops on Quay Street" in Llanfair.',
        "Councillor Price (K) asked whether buses might use it before then.",
        "At the meeting of the Planning Committee on 12 November 2024, the repairs were approved.",
    ],
)
def test_wrong_names_are_found(faults, claim):
    assert "name" in faults(claim)


def test_a_name_in_anothers_place_is_found():
    passage = (
        "Apologies were received from Councillor Ann Reed. The playground at Morfa was inspected in June, and the one at Trecoed in July."
    )
    verdict = check("The playground at Trecoed was inspected in June.", [passage])
    assert not verdict.supported


HOME = ("Norton Parish Council, 3 April 2018: 5. Matters arising",)


@pytest.mark.parametrize(
    "claim",
    [
        "In Norton, the Silver Band cannot play at the summer fair this year.",
        "Norton's Silver Band cannot play at the summer fair this year because of its many bookings.",
    ],
)
def test_the_place_whose_council_met_may_be_named(claim):
    minutes = "Dan Jay, Silver Band, had said that they could not play at the summer fair this year because of their many bookings."
    assert not [one for one in check(claim, [minutes], context=HOME).problems if one.name == "name"]


def test_it_is_not_put_in_the_place_of_another():
    minutes = "The new shelter would stand in Weston, beside the school."
    problems = check("The new shelter would stand in Norton, beside the school.", [minutes], context=HOME).problems
    assert [(one.name, one.words) for one in problems] == [("name", "Norton")]


def test_accents_make_no_other_name():
    minutes = "Siân Rees said that Uisce Éireann would run the water works from March."
    assert check("Sian Rees said that Uisce Eireann would run the water works from March.", [minutes]).supported


def test_where_it_was_is_not_put_for_another_place_in_a_free_rewording():
    minutes = "It was noted that, of 19 reported incidents, 18 related to Weston and 1 to Sandy Bay."
    problems = check("Of 19 incidents that were reported, 18 were in Norton.", [minutes], context=HOME).problems
    assert "Norton" in {one.words for one in problems if one.name == "name"}


def test_a_name_may_stand_in_a_title_in_capitals():
    claim = "The work on Rhosyn Leisure Centre will be paid for by £2 million of Welsh Government grant and £1 million of borrowing."
    stated = "the centre be mended, to be funded by £2 million of Welsh Government grant and £1 million of borrowing;"
    titled = ("Cabinet, 17 June 2025, item 5. RHOSYN LEISURE CENTRE: FUNDING",)
    assert check(claim, [stated], context=titled).supported
    assert not check(claim.replace("Rhosyn", "Trefgoch"), [stated], context=titled).supported


def test_council_and_those_spoken_for_are_two_names():
    claim = "Ms Catrin Wynford addressed Council for the Friends of Rhosyn Pool."
    assert check(claim, ["Ms Catrin Wynford spoke for the Friends of Rhosyn Pool."], context=("County Council, 16 May 2024",)).supported
    assert not check(claim, ["Ms Catrin Wynford spoke for the Friends of Rhosyn Park."], context=("County Council, 16 May 2024",)).supported


def test_a_place_of_the_title_may_be_named_beside_the_names_of_movers():
    stated = "Moved by Councillor Davies, seconded by Councillor Bowen, and RESOLVED, by 9 votes to 3, that permission be refused."
    titled = ("Planning Committee, 12 November 2024, item 7. APPLICATION 24/0322/FUL - FOUR HOLIDAY LODGES, CWM RHOSYN",)
    assert check("The holiday lodges in Cwm Rhosyn were refused by 9 votes to 3.", [stated], context=titled).supported
    assert not check("The holiday lodges in Trefgoch were refused by 9 votes to 3.", [stated], context=titled).supported
