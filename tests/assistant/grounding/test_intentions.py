"""What was only sought, considered or still to do is not told as done."""

import pytest

from assistant.grounding import check


@pytest.mark.parametrize(
    ("claim", "minutes"),
    [
        ("Will Jay has been appointed Treasurer.", "It was agreed to seek permission for Will Jay to act as Treasurer."),
        ("The council approved a new shelter at the bus stop.", "The council agreed to consider a new shelter at the bus stop."),
        ("A grant of £500 was awarded to the scouts.", "The scouts had asked for a grant of £500. This was deferred."),
        ("The walking group was given a grant for its insurance.", "The walking group was asking the council for help with its insurance."),
        (
            "The swimming pool was given a donation.",
            "A request for donation came from the swimming pool. The council resolved not to donate.",
        ),
        ("The corners of the green have been rebuilt.", "After the bad weather the corners of the green are in need of rebuilding."),
        (
            "A waste bin has been installed in Mill Lane.",
            "A request has been submitted to Highways for the siting of a waste bin along Mill Lane.",
        ),
        (
            "A new route to the school has been developed.",
            "The council is currently engaging with the school to develop a new route to it.",
        ),
        ("The hedge has been planted.", "The planting of the hedge was still awaited; the hedge had yet to be planted."),
    ],
)
def test_a_wish_is_no_deed(claim, minutes):
    assert {one.name for one in check(claim, [minutes]).problems} <= {"modality", "decision"}
    assert not check(claim, [minutes]).supported


@pytest.mark.parametrize(
    ("claim", "minutes"),
    [
        ("Will Jay was appointed Treasurer.", "It was agreed to appoint Will Jay as Treasurer."),
        (
            "The council agreed to consider a new shelter at the bus stop.",
            "The council agreed to consider a new shelter at the bus stop in May.",
        ),
        (
            "The scouts were given a grant of £500.",
            "The scouts had asked for a grant of £500. It was agreed to give the scouts a grant of £500.",
        ),
        ("The corners of the green have been rebuilt.", "The corners of the green have now been rebuilt after the bad weather."),
        ("A new route to the school has been adopted.", "It was agreed to adopt the new route to the school."),
        ("31 of the 38 posts were vacant.", "Of the 38 posts to be deleted, 31 were vacant."),
    ],
)
def test_a_deed_is_a_deed(claim, minutes):
    assert "modality" not in {one.name for one in check(claim, [minutes]).problems}
