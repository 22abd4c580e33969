"""Questions for decisions by how the vote went, and for actions that are left to be done, asked of the samples."""

from __future__ import annotations

from assistant.answer import Answerer
from assistant.datamodel import Question


def told(answerer: Answerer, text: str) -> str:
    return " ".join(one.text for one in answerer.answer(Question(text=text)).sentences)


def test_lost_motions_are_told_with_their_loss_the_latest_first(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="Which motions were lost?"))
    days = [one.passage.date for one in answer.citations if one.passage.date]
    assert len(set(days)) == 3 and days == sorted(days, reverse=True)
    text = " ".join(one.text for one in answer.sentences)
    assert all(words in text for words in ("13 votes for the amendment and 18 against", "lost by 4 votes to 8", "casting vote against"))
    assert "RESOLVED" not in text


def test_of_amendments_alone_motions_are_not_told(answerer: Answerer) -> None:
    assert "13 votes for the amendment" in told(answerer, "Which amendments were lost?")
    assert "holiday" not in told(answerer, "Which amendments were lost?") and "4 votes to 8" not in told(
        answerer, "Which amendments were lost?"
    )


def test_of_one_body(answerer: Answerer) -> None:
    assert "4 votes to 8" in told(answerer, "Were any motions lost at the planning committee?")
    assert "13 votes" not in told(answerer, "Were any motions lost at the planning committee?")
    assert "8 votes to 3" in told(answerer, "Which planning decisions were not unanimous?")
    assert "17 votes to 12" not in told(answerer, "Which planning decisions were not unanimous?")


def test_where_nothing_went_so_that_is_said(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="Was anything deferred at the last Cabinet meeting?"))
    assert answer.abstention and answer.abstention.kind == "not_recorded" and "nothing of that sort" in answer.abstention.message


def test_divided_close_and_unanimous_votes(answerer: Answerer) -> None:
    assert "unanimous" not in told(answerer, "Which decisions were not unanimous?").casefold()
    assert "17 votes to 12" in told(answerer, "Which decisions were not unanimous?")
    close = told(answerer, "Which votes were close?")
    assert "7 for the motion and 5 against" in close and "17 votes to 12" not in close
    assert all("UNANIMOUSLY" in one or "unanimously" in one for one in [told(answerer, "Which decisions were unanimous in 2025?")])


def test_motions_that_were_carried_are_no_other_decisions(answerer: Answerer) -> None:
    text = told(answerer, "Which motions were carried at County Council?")
    assert "regrets the closure of the swimming pool" in text and "Annual Monitoring Report" not in text


def test_a_matter_is_searched_for(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="Which motions about the swimming pool were lost?"))
    assert not any("holiday lodges" in one.passage.item_title.casefold() for one in answer.citations)


def test_actions_that_are_told_to_be_done_are_not_outstanding(answerer: Answerer) -> None:
    answer = answerer.answer(Question(text="What are the outstanding actions?"))
    text = " ".join(one.text for one in answer.sentences)
    assert "represent the Committee at any appeal" in text
    assert "supplier list" not in text, "its circulation is told by later minutes"
    assert answer.provenance.note and "no later minutes tell that these are done" in answer.provenance.note


def test_in_welsh(answerer: Answerer) -> None:
    assert told(answerer, "Pa gynigion a gollwyd?") == told(answerer, "Which motions were lost?")
    assert "17 votes to 12" in told(answerer, "Pa benderfyniadau nad oeddent yn unfrydol?")


def test_what_a_committee_recommended_and_to_whom(answerer: Answerer) -> None:
    text = told(answerer, "What did the scrutiny committee recommend to Cabinet?")
    assert "Option C (hub homes) be adopted" in text and "self-assessment" not in text and "Cabinet Member for Adult" not in text
    nothing = answerer.answer(Question(text="What was recommended to Council?"))
    assert nothing.abstention and nothing.abstention.kind == "not_recorded"
