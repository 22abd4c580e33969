"""What later minutes say should stand in earlier ones is a correction of them, of the item whose words it speaks of."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.registers import Registers
from tests.catalogued import catalogued
from tests.invented import minutes_text

JUNE = {
    "Christmas lights": ("RESOLVED that lamps be bought for the square at once, and paid for.",),
    "Wall": ("RESOLVED that the wall be built of stone and bricks.",),
}


@pytest.mark.parametrize(
    ("said", "corrected"),
    [
        ("The words “subject to the survey” should be added after “built of stone”.", ["WALL"]),
        ("It was agreed to add the words “by the Clerk” after “lamps be bought”.", ["CHRISTMAS LIGHTS"]),
        ("‘lamps be bought’: the words ‘and candles’ should also be included.", ["CHRISTMAS LIGHTS"]),
        ('In the minute, "5" and "six" should read "7" and "built of stone".', ["WALL"]),
        ("The clerk’s survey of the minutes should be completed.", []),
        ("RESOLVED that the minutes be signed.", []),
    ],
)
def test_a_correction_is_of_the_item_with_its_words(tmp_path: Path, said: str, corrected: list[str]) -> None:
    rows = Registers(
        catalogued(
            tmp_path,
            {
                "june.txt": minutes_text("Works Committee", "Tuesday 4 June 2024", JUNE),
                "july.txt": minutes_text(
                    "Works Committee", "Tuesday 2 July 2024", {"Minutes of the last meeting": ("The minutes were read.", said)}
                ),
            },
        )
    ).decisions()
    assert [row.item_title for row in rows if row.standing == "corrected"] == corrected
