"""A draft against a library: the true is borne out with its evidence, the false is not, and what claims nothing is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.check.against import CheckedSentence, DraftChecker, library_of
from assistant.check.drafts import in_blocks
from assistant.check.judge import Judge
from assistant.models import chat_model
from ingest.datamodel import Block, Filters
from ingest.errors import InputError, UnreadableFile
from ingest.library import Library
from ingest.pipeline import Failure
from ingest.settings import Settings
from tests.assistant.fake_openai import FakeOpenAI, settings

TRUE = [
    "A quotation of £4,350 had been received from a roofer.",
    "The bandstand lost nine slates in the gale on 2 May.",
    "The Committee resolved to accept a quotation of £4,350 for the bandstand.",
    "Councillor Rowe said that 14 people were waiting for an allotment at Cae Pwll.",
    "The two empty plots are to be let by 30 September 2024.",
    "The Christmas lights cost £2,915.",
    "A precept of £61,200 was recommended to the Council, by 5 votes to 3.",
    "Estimates for 2025/26 came to £61,200.",
]
FALSE = [
    "A quotation of £5,350 had been received from a roofer.",
    "The bandstand lost ninety slates in the gale on 2 May.",
    "Councillor Hale said that 14 people were waiting for an allotment at Cae Pwll.",
    "The Christmas lights did not cost £2,915.",
    "A precept of £61,200 was refused by the Council, by 5 votes to 3.",
    "The tram to the harbour runs every ten minutes from June.",
]


def run(library: Library, *texts: str, filters: Filters = Filters(), judge: Judge | None = None) -> list[CheckedSentence]:
    """Checks sentences, each a paragraph of its own."""
    return list(DraftChecker(library, filters, judge).checked(list(in_blocks([Block(text=text) for text in texts]))))


def test_true_sentences_are_supported_with_their_evidence(tiny: Library) -> None:
    checked = run(tiny, *TRUE)
    assert [one.text for one in checked if not one.supported] == []
    assert all(one.evidence and one.score and not one.problems for one in checked)
    verbatim = checked[0]
    assert verbatim.score == 1.0
    assert verbatim.evidence is not None
    assert verbatim.evidence.quote == TRUE[0]
    place = verbatim.evidence.passage
    (first, last) = place.source.paragraphs
    told = tiny.lookup.paragraphs(place.id.rpartition("-")[0], first, last)
    assert TRUE[0] in " ".join(one.text for one in told)
    assert place.item_title == "BANDSTAND"


def test_false_sentences_are_not_and_say_why(tiny: Library) -> None:
    checked = run(tiny, *FALSE)
    assert [one.text for one in checked if one.supported is not False] == []
    assert all(one.problems for one in checked)
    assert checked[0].problems[0].name == "figure"
    assert "5,350" in checked[0].problems[0].words
    assert checked[0].evidence is not None
    assert "£4,350" in checked[0].evidence.quote


def test_what_claims_nothing_is_neither(tiny: Library) -> None:
    checked = run(tiny, "Dear residents,", "Will it be done by July?", "Read more", TRUE[0])
    assert [one.supported for one in checked] == [None, None, None, True]
    told = checked[0].as_json()
    assert told == {"text": "Dear residents,", "supported": None, "score": None, "problems": [], "evidence": None}


def test_a_hanging_sentence_is_looked_for_with_the_one_before(tiny: Library) -> None:
    checked = run(tiny, "The bandstand lost nine slates in the gale of 2 May.", "The work would be done before the carnival.")
    assert checked[1].evidence is not None
    assert checked[1].evidence.passage.item_title == "BANDSTAND"


def test_a_sentence_made_of_several_passages_of_one_item_is_borne_out(samples: Library) -> None:
    (one,) = run(samples, "Cabinet resolved to close the pool at Rhosybryn from 4 November 2024, after a petition signed by 2,418 people.")
    assert one.supported, one.problems


def test_a_point_is_borne_out_with_its_lead_in_and_not_without(tiny: Library) -> None:
    point = Block(text="a precept of £61,200 be recommended to the Council.", kind="bullet")
    for lead, supported in (("RESOLVED, by 5 votes to 3, that:", True), ("The Council refused, by 9 votes to 1:", False)):
        (one,) = DraftChecker(tiny).checked([each for each in in_blocks([Block(text=lead), point]) if each.is_claim])
        assert one.supported is supported, one


def test_the_date_of_something_told_is_no_period_to_search(samples: Library) -> None:
    (one,) = run(
        samples,
        "UNANIMOUSLY RESOLVED that the minutes of the meeting held on 19 September 2024 be signed by the Chair as a correct record.",
    )
    assert one.supported, one.problems


def test_a_wrong_day_does_not_empty_the_search(samples: Library) -> None:
    (one,) = run(samples, "It was agreed at the meeting of 1 January 1999 to close the swimming pool at Rhosybryn.")
    assert one.supported is False
    assert one.evidence is not None


def test_filters_bound_the_evidence(tiny: Library) -> None:
    (one,) = run(tiny, TRUE[0], filters=Filters(body="Finance"))
    assert one.supported is False
    (none,) = run(tiny, TRUE[0], filters=Filters(body="Crematorium"))
    assert (none.supported, none.score, none.evidence) == (False, 0.0, None)
    assert none.problems[0].name == "support"


def test_the_judge_stands_beside_and_decides_nothing(tiny: Library) -> None:
    server = FakeOpenAI("NOT SUPPORTED: I say so.")
    judge = Judge(chat_model(settings(), server.client()), settings())
    checked = run(tiny, "Dear all,", TRUE[0], judge=judge)
    assert checked[0].judge is None
    assert checked[1].supported is True
    assert checked[1].judge is not None
    assert checked[1].judge.supported is False
    assert checked[1].as_json(judged=True)["judge"] == {"supported": False, "reason": "I say so."}
    assert "judge" not in checked[1].as_json()
    assert len(server.asked) == 1, "what claims nothing is not judged"


def test_files_to_check_against_stand_in_for_a_library(tiny_files: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 cut")
    failed: list[Failure] = []
    with library_of([tiny_files / "amenities.txt", tmp_path / "broken.pdf"], Settings(), failed.append) as alone:
        assert [one.supported for one in run(alone, TRUE[0], TRUE[5])] == [True, False]
        folder = alone.folder
    assert not folder.exists()
    assert [Path(one.path).name for one in failed] == ["broken.pdf"]


def test_nothing_to_check_against_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 cut")
    with pytest.raises(UnreadableFile, match="broken"), library_of([tmp_path / "broken.pdf"], Settings()):
        pass
    (tmp_path / "none").mkdir()
    with pytest.raises(InputError, match="nothing to check against"), library_of([tmp_path / "none"], Settings()):
        pass
