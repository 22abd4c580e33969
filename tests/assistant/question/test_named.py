"""Who and what a question names."""

from __future__ import annotations

import pytest

from assistant.finding.retrieve import Retriever
from assistant.question.named import bodies_asked, councils_met, names_in, naming, people_named, place_of, words_named
from ingest.library import Library


@pytest.mark.parametrize(
    ("question", "surnames"),
    [
        ("What did Councillor Tom Ashworth propose?", ["Ashworth"]),
        ("Did Cllr Ashworth and Mrs Ann Tilley agree?", ["Ashworth", "Tilley"]),
        ("What did Ffion Roberts say about foster carers?", ["Roberts"]),
        ("Beth ddywedodd y Cynghorydd Hazel Jenkins?", ["Jenkins"]),
        ("Beth ddywedodd Syr Rhys Glyn am y pwll?", ["Glyn"]),  # glyn is also a valley
        ("Beth ddywedwyd am ofalwyr maeth yn Sir Fynwy?", []),  # Sir is no title there
        ("What did Councillor Ann Smith MBE JP say about bins?", ["Smith"]),
        ("What did Owen (J) ask?", []),
        ("What did Councillor Owen (J) ask?", ["Owen (J)"]),
        ("What did the Planning Committee decide?", []),
        ("What is the target for new foster carers?", []),
        ("What will the new lights in Mill Lane and Emmet Square cost?", []),
        ("What did Ardmore GAA want in the Corn Exchange in Upper Norton last April?", []),
        ("What was said about the Christmas Lights?", []),
        ("What did Armed Forces Day cost?", []),
        ("What did Natural Resources Wales say about flooding?", []),
        ("Who runs Green Lane Allotments?", []),
        ("What was said about Flying Start and Universal Credit?", []),
        ("What was in the Councillor Training Budget?", []),
        ("Dear Minutewise, what was said about parking?", []),
        ("My name is Jane Smith, what was said about parking?", []),
        ("Hello, what did Jane Smith say about parking?", ["Smith"]),
        ("What did Councillor D Morgan-Price propose?", ["Morgan-Price"]),
        ("What did Councillor van der Berg say?", ["Berg"]),
        ("What did Seán Ó Briain propose?", ["Briain"]),
        ("Was it proposed by Priya Nair?", ["Nair"]),
        ("On which side was Farah Siddiqui over the reserves?", ["Siddiqui"]),
        ("What did Mair Bevan undertake for young carers?", ["Bevan"]),
        ("Was Fair Trade discussed in Cwm Elain?", []),
        ("What did Councillor Lane say about Easter Monday April?", ["Lane"]),
    ],
)
def test_people_are_named_by_title_or_by_two_names(question: str, surnames: list[str]) -> None:
    assert people_named(question) == surnames


def test_places_and_events_have_names_too() -> None:
    assert names_in("What was said of the Christmas Lights in Pont Gadno by Ann Reed?") == ["Lights", "Gadno", "Reed"]
    assert names_in("What did Councillor Price say of parking?") == ["Price"]


def test_a_greeting_names_nobody() -> None:
    assert words_named("Dear Minutewise, what was said about parking in Trefgoch?") == ["Trefgoch"]


def test_the_first_word_and_titles_are_no_names() -> None:
    assert words_named("Where is Ceredigion mentioned? Why did Councillor Price ask?") == ["Ceredigion", "Price"]


def test_bodies_are_named_by_their_last_word() -> None:
    assert bodies_asked("What did the Environment Scrutiny Committee think of it?") == ["Environment Scrutiny Committee"]
    assert bodies_asked("What did the committee think of it?") == []


def test_two_bodies_joined_are_two() -> None:
    assert bodies_asked("Did the Planning Committee and Finance Committee agree?") == ["Planning Committee", "Finance Committee"]
    assert bodies_asked("Did Cabinet and Planning Committee agree?") == ["Planning Committee"]
    assert bodies_asked("What did the Health and Social Care Committee decide?") == ["Health and Social Care Committee"]
    assert bodies_asked("Which members of Sutton Town Council spoke?") == ["Sutton Town Council"]


def test_a_council_s_own_meeting_is_asked_after() -> None:
    assert councils_met("What was resolved at Trefgoch Community Council's own meeting?") == ["Trefgoch Community Council"]
    assert councils_met("What do the minutes of Trefgoch Community Council say?") == ["Trefgoch Community Council"]
    assert councils_met("What did Trefgoch Community Council object to?") == []
    assert councils_met("What was resolved at the Full Council meeting?") == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Sutton Coldfield Town Council", "Sutton Coldfield"),
        ("Penllyn County Borough Council", "Penllyn"),
        ("Cyngor Cymuned Llanarth", "Llanarth"),
        ("City of Portland, Oregon", "Portland"),
        ("Township of Nipissing", "Nipissing"),
        ("Royal Borough of Kingston", "Kingston"),
        ("Limerick City and County Council", "Limerick"),
        ("Brighton and Hove City Council", "Brighton and Hove"),
        ("Municipal District of Newcastle West", "Newcastle West"),
        ("Planning Committee", "Planning Committee"),
        ("Town Council", "Town Council"),
    ],
)
def test_a_council_has_the_name_of_its_place(body: str, place: str) -> None:
    assert place_of(body) == place


def test_passages_name_somebody_in_text_or_heading(tiny: Library) -> None:
    found = Retriever(tiny).search("bandstand carnival").passages
    assert {"Gruff" in passage.text for passage in naming(found, "Gruff")} == {True}
    assert naming(found, "Amenities") and not naming(found, "Nobody")


def test_possessives_and_opening_words_are_no_part_of_a_name() -> None:
    assert words_named("Why did the Head of Finance advise against Councillor Ashworth's amendment?")[-1] == "Ashworth"
    assert people_named("By what margin did Tom Ashworth’s bid fail?") == ["Ashworth"]
    assert bodies_asked("Did Council back the call?") == []


@pytest.mark.parametrize("office", ["Access Officer", "Chief Executive", "Town Clerk", "Monitoring Officer"])
def test_an_office_is_no_name(office: str) -> None:
    assert people_named(f"What did the {office} have to say?") == []
    assert people_named(f"What did the {office} Pam Vole have to say?") == ["Vole"]
