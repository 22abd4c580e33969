"""White space, sentences and language."""

from __future__ import annotations

import pytest

from ingest.text import detect_language, fold_space, sentences


def test_fold_space_makes_one_space_of_every_kind() -> None:
    assert fold_space("\ufeff Net\u200b cost:\xa0\xa0£4\u202f500\t\n\u2009a year \u00ad") == "Net cost: £4 500 a year"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The report was noted. It was agreed to write again.", ["The report was noted.", "It was agreed to write again."]),
        ("Cllr. A. Bevan and Mrs. J.R. Hopkin left. The Chair spoke.", ["Cllr. A. Bevan and Mrs. J.R. Hopkin left.", "The Chair spoke."]),
        ("It opened at 7.30 p.m. The Clerk read the notice.", ["It opened at 7.30 p.m.", "The Clerk read the notice."]),
        ("It opens at 9 a.m. Monday in the hall.", ["It opens at 9 a.m. Monday in the hall."]),
        ("A sum of £1,234.50 was paid. 14 voted for.", ["A sum of £1,234.50 was paid.", "14 voted for."]),
        ("Carried nem. con. The meeting rose.", ["Carried nem. con.", "The meeting rose."]),
        ("See item no. 4 and nos. 7 and 8. None was taken.", ["See item no. 4 and nos. 7 and 8.", "None was taken."]),
        ("All answered No. The motion fell.", ["All answered No.", "The motion fell."]),
        ("Item 6. Finance report", ["Item 6. Finance report"]),
        ("12. Any other business", ["12. Any other business"]),
        ("This was taken under item 6. The Clerk left.", ["This was taken under item 6.", "The Clerk left."]),
        ("Members chose Option B. It costs less.", ["Members chose Option B.", "It costs less."]),
        (
            "Hill Ltd. and Dale & Co. Limited tendered, e.g. for St. Asaph Road.",
            ["Hill Ltd. and Dale & Co. Limited tendered, e.g. for St. Asaph Road."],
        ),
        ("He said “It is closed.” Nobody replied.", ["He said “It is closed.”", "Nobody replied."]),
        ("“Will it open?” asked a Member. It would.", ["“Will it open?” asked a Member.", "It would."]),
        ("RESOLVED that:\nthe plan be approved;\nthe sum be paid.", ["RESOLVED that:", "the plan be approved;", "the sum be paid."]),
        ("The roof leaked.The pool closed.", ["The roof leaked.", "The pool closed."]),
        ("See www.arwel.example.Org for more.", ["See www.arwel.example.Org for more."]),
        (
            "Dywedodd y Cyng. Ll. Rees ei fod yn fodlon. Roedd pawb yn gytûn.",
            ["Dywedodd y Cyng. Ll. Rees ei fod yn fodlon.", "Roedd pawb yn gytûn."],
        ),
        ("Cafwyd costau h.y. £40 y mis. Nodwyd hyn.", ["Cafwyd costau h.y. £40 y mis.", "Nodwyd hyn."]),
        (
            "Moved by Owen (J) and seconded by Rees D. The motion was carried.",
            ["Moved by Owen (J) and seconded by Rees D.", "The motion was carried."],
        ),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_sentences_are_verbatim_and_lose_nothing() -> None:
    text = "  1. Mr. X (no. 4)…  said: “Yes!”  Then\n\n• left. 5.5 % of 3. 4. 2019;  e.g. this?!  «Da iawn.» End"
    found = sentences(text)
    place = 0
    for sentence in found:
        place = text.index(sentence, place) + len(sentence)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_one_endless_sentence_takes_little_time() -> None:
    import time

    start = time.perf_counter()
    assert len(sentences("Cllr. A. B. and no. 4, " * 20_000)) == 1
    assert time.perf_counter() - start < 5


def test_language_is_what_most_of_the_text_is() -> None:
    english = "The Committee considered the report of the Head of Finance and it was agreed that the sum be paid."
    welsh = (
        "Cynigiwyd gan y Cynghorydd Rees fod y Cyngor yn derbyn yr adroddiad, ac eiliwyd hyn gan y Cynghorydd Price gyda phawb yn gytûn."
    )
    assert detect_language(english) == "en"
    assert detect_language(welsh) == "cy"
    assert detect_language("MATTERS ARISING\n" + welsh * 2) == "cy"
    assert detect_language(english * 3 + "Cyngor Sir Dyffryn Arwel, yn unol â Rhan 4") == "en"
    assert detect_language("12/24") == "en"
