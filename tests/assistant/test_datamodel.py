"""The outside form of answers and drafts."""

from __future__ import annotations

import json

from assistant.datamodel import Abstention, Answer, Citation, Draft, Problem, Provenance, Section, Sentence
from tests.ingest.test_datamodel import PASSAGE

MADE = Provenance(engine="quote", embedding="minilm")
CITATION = Citation(key="kabp7", quote="words", passage=PASSAGE)
SENTENCE = Sentence(text="Words.", citations=("kabp7",), support=1.0)
WRONG = Sentence(text="Wrong.", citations=(), support=0.1, problems=(Problem(name="figure", words="£5"),))
PASSAGE_FIELDS = {"id", "score", "text", "council", "body", "date", "item_number", "item_title", "speaker", "language", "status", "source"}


def test_an_answer_has_the_promised_fields() -> None:
    told = Answer(question="Why?", sentences=(SENTENCE, SENTENCE), withheld=(WRONG,), citations=(CITATION,), provenance=MADE).as_json()
    assert set(told) == {"question", "answer", "abstained", "abstention", "sentences", "withheld", "citations", "engine", "provenance"}
    assert (told["answer"], told["abstained"], told["abstention"], told["engine"]) == ("Words. Words.", False, None, "quote")
    plain = json.loads(json.dumps(told))
    assert set(plain["citations"][0]) == {"key", "quote"} | PASSAGE_FIELDS
    assert plain["sentences"][0] == {"text": "Words.", "citations": ["kabp7"], "support": 1.0, "problems": []}
    assert plain["withheld"][0]["problems"][0]["name"] == "figure"


def test_an_abstention_is_the_answer() -> None:
    why = Abstention(kind="no_match", message="The minutes do not say.", searched=3, nearest=("Cabinet",))
    told = json.loads(json.dumps(Answer(question="Why?", abstention=why, provenance=MADE).as_json()))
    assert (told["answer"], told["abstained"]) == ("The minutes do not say.", True)
    assert told["abstention"] == {"kind": "no_match", "message": "The minutes do not say.", "searched": 3, "nearest": ["Cabinet"]}


def test_a_draft_has_the_promised_fields() -> None:
    draft = Draft(
        title="Pool", sections=(Section(heading="Decided", sentences=(SENTENCE,)),), citations=(CITATION,), status="draft", provenance=MADE
    )
    told = json.loads(json.dumps(draft.as_json()))
    assert (
        {"title", "sections", "citations", "engine", "provenance"}
        <= set(told)
        <= {"title", "status", "sections", "citations", "engine", "provenance"}
    )
    assert told["sections"] == [
        {"heading": "Decided", "sentences": [{"text": "Words.", "citations": ["kabp7"], "support": 1.0, "problems": []}]}
    ]
    assert told["status"] == "draft"
