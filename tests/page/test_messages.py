"""What the rooms behind the page say, told in Welsh: for what they really say, and English marked as English where there is none."""

from __future__ import annotations

import datetime as dt
import json
import re
import zipfile
from pathlib import Path

import pytest

from assistant.abstention.forms import FORMS
from assistant.answer import Answerer
from assistant.datamodel import Question
from assistant.engines.choice import choose
from assistant.publicity import Rules
from assistant.publicity.desk import of_statement
from assistant.publicity.statement import Statement
from ingest.datamodel import Filters
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings
from page.messages import fault, in_welsh, tell
from page.wording import words
from tests.conftest import ROOT

EN, CY = words("en"), words("cy")
MESSAGES: dict[str, dict[str, str]] = json.loads((ROOT / "page" / "words" / "messages.cy.json").read_text(encoding="utf-8"))
EVERY = [(english, welsh) for part in MESSAGES.values() for english, welsh in part.items()]
PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")
FILLED = {
    "told": "the file is empty",
    "filters": "body Cabinet",
    "list": "Cabinet (3)",
    "day": "22 October 2024",
    "theme": "Roads and transport",
}
LEFT_OVER = re.compile(r"\b(?:the|minutes|library|passages?|match(?:es)?|documents?|holds?|not|say|there|which|with)\b", re.IGNORECASE)


@pytest.mark.parametrize(("english", "welsh"), EVERY)
def test_every_message_has_its_welsh_with_the_same_places(english: str, welsh: str) -> None:
    names = [name for name, _ in PLACE.findall(english)]
    assert sorted(re.findall(r"\{(\w+)\}", welsh)) == sorted(names)
    told = PLACE.sub(lambda place: FILLED[place[2]] if place[2] else "7", english)
    found = in_welsh(told)
    assert found
    assert found != told


def test_a_message_keeps_its_capital_its_stop_and_what_it_names() -> None:
    assert in_welsh("the file is empty") == "mae’r ffeil yn wag"
    assert in_welsh("The file is empty.") == "Mae’r ffeil yn wag."
    assert in_welsh("old minutes.pdf: is a scan: 1 page of pictures without text") == (
        "old minutes.pdf: sgan ydyw: 1 dudalen o luniau heb destun"
    )
    assert in_welsh("models.example cannot be reached or is out of order. It says: no route") == (
        "ni ellir cyrraedd models.example, neu nid yw’n gweithio. Ei eiriau: no route"
    )
    assert in_welsh(
        "The minutes do not say. Searched: 1,152 passages (dates from 1 May 2024); the last meeting held is of 22 October 2025."
    ) == (
        "Nid yw’r cofnodion yn dweud. Chwiliwyd 1,152 o ddarnau (o 1 Mai 2024); 22 Hydref 2025 yw dyddiad y cyfarfod diwethaf a gynhaliwyd."
    )
    assert in_welsh("The minutes do not say. Searched: 17 passages (body Cabinet, of or about Norton); nothing in them is about this.") == (
        "Nid yw’r cofnodion yn dweud. Chwiliwyd 17 o ddarnau (corff Cabinet, o Norton neu amdano); nid oes dim ynddynt am hyn."
    )


def test_the_message_that_says_most_is_taken() -> None:
    assert in_welsh("/srv/catalogue.sqlite cannot be used: disk full") == "ni ellir defnyddio /srv/catalogue.sqlite: disk full"
    assert in_welsh("the vector index in /srv cannot be used: x") == "ni ellir defnyddio’r mynegai fectorau yn /srv: x"


def test_where_there_is_no_welsh_the_english_is_marked() -> None:
    assert in_welsh("a thing that nobody has said before") is None
    assert in_welsh("x" * 100_000) is None
    assert tell("a <b>thing</b>", CY) == '<span lang="en">a &lt;b&gt;thing&lt;/b&gt;</span>'
    assert tell("a <b>thing</b>", EN) == "a &lt;b&gt;thing&lt;/b&gt;"


def test_advice_in_both_languages_is_told_in_one() -> None:
    both = "Gadewch hyn allan. / Leave it out: publicity must not seek to influence voters."
    assert tell(both, EN) == "Leave it out: publicity must not seek to influence voters."
    assert tell(both, CY) == "Gadewch hyn allan: ni chaiff cyhoeddusrwydd geisio dylanwadu ar bleidleiswyr."
    assert tell("Rhywbeth arall. / Something else.", CY) == "Rhywbeth arall."


def test_what_is_wrong_and_what_to_do_are_both_told() -> None:
    told = fault(
        "there is nothing in it that can be summarised", "`minutewise meetings` lists the meetings; exempt items are never summarised", CY
    )
    assert "Nid oes dim ynddo y gellir ei grynhoi." in told
    assert "Mae’r tab Cyfarfodydd yn rhestru’r cyfarfodydd" in told
    assert "lang=" not in told


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("Which crematorium will be built on Mars?", Filters()),
        ("What did Councillor Zebedee Quizzlethorpe say?", Filters()),
        ("What was decided about the leisure centre in 1987?", Filters()),
        ("How many swans drowned in the leisure centre's pool?", Filters()),
        ("What did the Reptile Committee decide?", Filters()),
        ("What was decided about the leisure centre on 3 June 2033?", Filters()),
        ("What was said?", Filters(body="Reptile Committee", language="cy")),
        ("What was said?", Filters(date_from=dt.date(2033, 1, 1))),
        ("What was said?", Filters(date_from=dt.date(2033, 1, 1), date_to=dt.date(2033, 1, 31))),
        ("How did Ann Probert vote on the leisure centre?", Filters()),
        ("What was said?", Filters(speaker="Zebedee Quizzlethorpe")),
    ],
)
def test_every_reason_for_no_answer_is_told_in_welsh(samples: Library, question: str, filters: Filters) -> None:
    *_, done = Answerer(samples, *choose(samples, "quote")).stream(Question(text=question, filters=filters))
    why = getattr(done, "abstention", None)
    assert why, question
    welsh = in_welsh(why.message)
    assert welsh, why.message
    assert not LEFT_OVER.search(re.sub(r"\([^()]*\)|‘[^’]*’|(?:corff|cyngor): [^.]*", "", welsh)), welsh


def test_every_detail_that_is_missing_is_told_in_welsh() -> None:
    assert [form.reason for form in FORMS if not in_welsh(form.reason)] == []


def test_every_file_that_is_not_read_is_told_in_welsh(tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "empty.txt").write_bytes(b"")
    (bad / "white.txt").write_text(" \n\n ----\n", encoding="utf-8")
    (bad / "nul.txt").write_bytes(b"minutes\x00\x00 of nothing")
    (bad / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    (bad / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    (bad / "broken.docx").write_bytes(b"PK\x03\x04" + b"\x01" * 200)
    (bad / "shop.html").write_text("<html><body><main><p>" + "We sell shoes and boots to walkers. " * 30 + "</p></main></body></html>")
    (bad / "bare.html").write_text("<html><body></body></html>")
    (bad / "feed.xml").write_text("<?xml version='1.0'?><rss><item>x</item></rss>")
    with zipfile.ZipFile(bad / "outside.zip", "w") as archive:
        archive.writestr("../minutes.txt", "x")
    with Library(Settings(library=tmp_path / "library"), create=True) as library:
        failed = ingest(library, [bad]).failed
    assert len(failed) >= 10
    untold = [text for one in failed for text in (one.error, one.hint) if text and not in_welsh(text)]
    assert not untold


def test_the_checks_before_publication_are_told_in_welsh() -> None:
    told = untold = 0
    for line in (ROOT / "evals" / "data" / "planted_publicity.jsonl").read_text(encoding="utf-8").splitlines():
        planted = json.loads(line)
        rules = Rules(pre_election=planted["pre_election"])
        for finding in of_statement(Statement(planted["sentence"], planted["language"], rules)):
            shown = tell(finding.rule, CY) + tell(finding.advice, CY)
            told += "lang=" not in shown
            untold += "lang=" in shown
    assert told > 100
    assert untold <= 0.1 * told  # what has no Welsh yet is shown in English, marked so
