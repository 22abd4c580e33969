"""What a summary is extracted by."""

from __future__ import annotations

import datetime as dt

from assistant.datamodel import Evidence, Passage
from assistant.engines.extract import decided_first, telling
from assistant.units import Unit
from ingest.datamodel import AgendaItem, Decision, Paragraph, SourcePlace

LINES = (
    "It was moved by Councillor Gruff and seconded by Councillor Rowe:",
    "“That a further £900 be spent on slates.”",
    "There being 2 votes for the amendment and 5 against, the Chair declared the amendment lost.",
    "RESOLVED that the quotation of £4,350 be accepted.",
    "The motion was carried by 6 votes to 1.",
)
LOST = Decision(text="That a further £900 be spent on slates.", kind="lost", outcome="lost", amendment=True, evidence=(1, 3))
PASSED = Decision(text="RESOLVED that the quotation of £4,350 be accepted.", kind="resolved", outcome="passed", evidence=(4, 5))


def item(*decisions: Decision, lines: tuple[str, ...] = LINES) -> AgendaItem:
    paragraphs = tuple(Paragraph(index=place, text=text) for place, text in enumerate(lines, start=1))
    return AgendaItem(ordinal=1, title="Bandstand", paragraphs=paragraphs, decisions=decisions)


def evidence(lines: tuple[str, ...] = LINES) -> list[Evidence]:
    place = SourcePlace(path="x.txt", paragraphs=(1, len(lines)))
    passage = Passage(
        id="x-0",
        score=1,
        text="\n".join(lines),
        council=None,
        body="Amenities",
        date=dt.date(2024, 6, 4),
        item_number="2",
        item_title="Bandstand",
        speaker=None,
        language="en",
        status="approved",
        source=place,
    )
    return [Evidence(key="k1", passage=passage)]


def test_what_passed_comes_first_with_its_vote_and_a_loss_is_told_with_its_motion() -> None:
    told = [proposal.text for proposal in decided_first(item(LOST, PASSED), evidence())]
    assert told == [LINES[3], LINES[4], f"{LINES[0]} {LINES[1]}", LINES[2]]


def test_what_is_said_in_the_debate_is_no_result() -> None:
    lines = (
        "It was moved by Councillor Gruff that the bandstand be mended.",
        "Councillor Rowe said that the band had lost its Tuesday session.",
        "Councillor Lane would vote against the motion. Councillor Hill withdrew from the room.",
        "The club had already lost its players.",
        "It was carried on a show of hands.",
        "RESOLVED that the bandstand be mended.",
    )
    mended = Decision(text=lines[5], kind="resolved", outcome="passed", evidence=(1, 6))
    assert [one.text for one in decided_first(item(mended, lines=lines), evidence(lines))] == [lines[5], lines[4]]


def test_a_lost_motion_whose_loss_is_not_told_is_left_out() -> None:
    silent = LOST.model_copy(update={"evidence": (1, 2)})
    assert [proposal.text for proposal in decided_first(item(silent), evidence())] == []


def test_units_with_figures_tell_more_and_none_is_said_twice() -> None:
    texts = ("The bandstand roof was looked at.", "The bandstand roof would cost £4,350.", "Tea was served.")
    found = [Unit(key="k1", text=text, line=place, hanging=False, decision=False) for place, text in enumerate(texts)]
    assert [unit.text for unit in telling(found, 1)] == [texts[1]]
    assert telling(found, 9) == found


def chosen(*texts: str, most: int = 1, said: str = "") -> list[str]:
    found = [Unit(key="k1", text=text, line=place, hanging=False, decision=False) for place, text in enumerate(texts)]
    return [unit.text for unit in telling(found, most, said)]


def test_a_sentence_that_stands_alone_is_preferred() -> None:
    assert chosen(
        "In reply it was said of the bandstand roof that this was so.", "The bandstand roof was repaired by the roofer in May."
    ) == ["The bandstand roof was repaired by the roofer in May."]


def test_a_pages_own_text_of_a_decision_is_not_told_beside_the_decision() -> None:
    assert chosen("That the bandstand roof be repaired at a cost of £4,350.", "The bandstand roof had lost nine slates in the gale.") == [
        "The bandstand roof had lost nine slates in the gale."
    ]


def test_what_is_said_already_is_told_last() -> None:
    texts = ("The bandstand roof would cost £4,350 to repair.", "The bandstand roof had lost nine slates, worth £90, in the gale.")
    assert chosen(*texts, said="RESOLVED that the bandstand roof be repaired at a cost of £4,350.") == [texts[1]]
