"""Names as printed: titles off, initials kept, nobody made up."""

from __future__ import annotations

import pytest

from ingest.facts.people import people, person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Councillor Ash (J)", "Ash (J)"),
        ("Cllr. Mrs A Birch", "A Birch"),
        ("Cmhlr. Ó Beithe", "Ó Beithe"),
        ("y Cyng. W. Onnen", "W. Onnen"),
        ("the Deputy Mayor", "Deputy Mayor"),
        ("JS", "JS"),
        ("Councillor O’Hickey-O’Mara", "O’Hickey-O’Mara"),
        ("A Member", None),
        ("Members", None),
        ("the Committee", None),
        ("another Member", None),
    ],
)
def test_person(text: str, name: str | None) -> None:
    assert person(text) == name


def test_people() -> None:
    assert people("Councillors Ash (B), Birch(J), Mayor Cole and Ó Dair.") == ("Ash (B)", "Birch (J)", "Cole", "Ó Dair")
    assert people("Councillors Ash,\nBirch and Hickey- O’Mara") == ("Ash", "Birch", "Hickey-O’Mara")
    assert people("the report was read by the Clerk, who left") == ()
