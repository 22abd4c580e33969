"""Welsh and English minutes of one meeting, linked item by item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from ingest.library import Library
from ingest.lookup import ItemText
from ingest.pairs import SAME_MEETING, Part, aligned, likeness, marks, pairs
from tests.catalogued import catalogued
from tests.invented import minutes_text

DATA = Path(__file__).parents[3] / "shared" / "data" / "welsh"

ENGLISH = {
    "Apologies": ("Apologies were received from Councillor Nia Vale.",),
    "Bandstand": ("Councillor Gruff reported that 9 slates had been lost. A quotation of £4,350 was accepted.",),
    "Allotments at Cae Pwll": ("Councillor Rowe said that 14 people were waiting; plots 3 and 27 stood empty.",),
}
WELSH = {
    "Ymddiheuriadau": ("Derbyniwyd ymddiheuriadau gan y Cynghorydd Nia Vale.",),
    "Safle'r band": ("Adroddodd y Cynghorydd Gruff fod 9 llechen wedi'u colli. Derbyniwyd y dyfynbris o £4,350.",),
    "Rhandiroedd Cae Pwll": ("Dywedodd y Cynghorydd Rowe fod 14 o bobl yn aros; yr oedd plotiau 3 a 27 yn wag.",),
}
OTHER = {
    "Ymddiheuriadau": ("Ni chafwyd ymddiheuriadau.",),
    "Cyfrifon": ("Cyflwynodd y Clerc gyfrifon o £812.40 a £1,097.15 i'w talu i Dwr Glan ac i Trydan Teg.",),
    "Y fynwent": ("Adroddodd y Cynghorydd Morus fod y wal 31 metr o hyd wedi cwympo ger bedd Siencyn.",),
}


def welsh_text(items: Mapping[str, Sequence[str]], council: str = "Cyngor Tref Penllyn") -> str:
    told = "".join(
        f"{number}. {title.upper()}\n\n" + "".join(f"{text}\n\n" for text in texts)
        for number, (title, texts) in enumerate(items.items(), 1)
    )
    return f"{council.upper()}\n\nCofnodion y cyfarfod a gynhaliwyd ddydd Mawrth 4 Mehefin 2024\n\nYn bresennol: y Cynghorwyr\n\n{told}"


def parts(document: str, items: list[tuple[str, str, str]]) -> list[Part]:
    return [Part((document, place), marks(ItemText(place, number, title, text)), None) for place, (number, title, text) in enumerate(items)]


def test_every_item_of_the_three_bilingual_meetings_has_its_twin(samples: Library) -> None:
    lookup = samples.lookup
    linked = pairs(lookup)
    welsh = [document for document in lookup.documents() if document.language == "cy"]
    assert {str(document.date) for document in welsh} == {"2024-09-19", "2025-06-17", "2025-07-17"}
    titles = {(document.id, item.ordinal): item for document in lookup.documents() for item in lookup.item_texts(document.id)}
    for document in welsh:
        for item in lookup.item_texts(document.id):
            twin = linked[document.id, item.ordinal]
            assert linked[twin] == (document.id, item.ordinal)
            assert titles[twin].number == item.number
    assert len(linked) == 2 * sum(len(lookup.item_texts(document.id)) for document in welsh)


def test_one_meeting_of_two_on_the_same_day_is_linked(tmp_path: Path) -> None:
    english = minutes_text("Amenities Committee", "Tuesday 4 June 2024", ENGLISH)
    lookup = catalogued(
        tmp_path, {"en.txt": english, "cy.txt": welsh_text(WELSH), "other.txt": welsh_text(OTHER, "Cyngor Cymuned Abergwynant")}
    )
    linked = pairs(lookup)
    assert {key[0] for key in linked} == {"en", "cy"}
    assert {key: value for key, value in linked.items() if key[0] == "cy" and key[1]} == {("cy", n): ("en", n) for n in (1, 2, 3)}


def test_other_days_are_never_linked(tmp_path: Path) -> None:
    english = minutes_text("Amenities Committee", "Tuesday 2 July 2024", ENGLISH)
    assert pairs(catalogued(tmp_path, {"en.txt": english, "cy.txt": welsh_text(WELSH)})) == {}


def test_a_misprinted_number_and_a_missing_item_do_not_shift_the_rest() -> None:
    english = parts(
        "en", [("1", "Grants", "A grant of £450 was made."), ("2", "Signs", "14 signs stood."), ("3", "Clock", "It was 7 minutes slow.")]
    )
    welsh = parts("cy", [("1", "Grantiau", "Rhoddwyd grant o £450."), ("8", "Cloc", "Yr oedd 7 munud ar ei hol.")])
    assert [(one.key[1], other.key[1]) for one, other in aligned(welsh, english)] == [(0, 0), (1, 2)]


def test_unlike_minutes_are_not_one_meeting() -> None:
    english = parts("en", [("1", "Grants", "A grant of £450 was made to Clwb Pwll."), ("2", "Signs", "The 14 signs at Trefgoch stood.")])
    welsh = parts("cy", [("1", "Cyfrifon", "Talwyd £812 i Dwr Glan."), ("2", "Mynwent", "Cwympodd 31 metr o wal Siencyn.")])
    assert likeness(welsh, english, same_day=True) < SAME_MEETING
    assert likeness(english, english, same_day=True) == pytest.approx(1)
    assert likeness(english, english, same_day=False) == 0


def test_real_bilingual_minutes_are_linked_item_by_item(tmp_path: Path) -> None:
    if not DATA.is_dir():
        pytest.skip(f"needs the real minutes in {DATA}")
    lookup = catalogued(tmp_path, {path.name: path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.txt"))})
    linked = pairs(lookup)
    welsh = [
        (document.id, item.ordinal)
        for document in lookup.documents()
        if document.language == "cy"
        for item in lookup.item_texts(document.id)
    ]
    assert len(welsh) > 60
    assert all(linked[key][0] == key[0].replace("_cy", "_en") for key in welsh)
