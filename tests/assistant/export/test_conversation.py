"""A conversation as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.datamodel import Abstention, Answer, Correction, PutRight, Sentence
from assistant.export import export_conversation
from tests.assistant.export.invented_edition import CITATIONS, MADE, ROOF, SLATES, UNSUPPORTED
from tests.assistant.export.word_file import footnotes, lines

ANSWERED = Answer(
    question="What of the bandstand?",
    sentences=(Sentence(text=ROOF, citations=("kap4",), support=1), Sentence(text=SLATES, citations=("kap2-3",), support=1)),
    withheld=(UNSUPPORTED,),
    citations=CITATIONS[:2],
    provenance=MADE,
)
NOTHING = Answer(
    question="What of the moon?",
    abstention=Abstention(
        kind="no_match", message="The minutes do not say: 12 passages were searched.", searched=12, nearest=("Amenities Committee, item 2",)
    ),
    provenance=MADE,
)


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_questions_answers_and_sources_are_in_every_format(form: str, tmp_path: Path) -> None:
    path = export_conversation([ANSWERED, NOTHING], tmp_path / f"talk.{form}", form)
    text = "\n".join(line.text for line in lines(path)) if form == "docx" else path.read_text(encoding="utf-8")
    for told in ("What of the bandstand?", ROOF, "What of the moon?", "12 passages were searched", "Amenities Committee, item 2"):
        assert told in text
    assert UNSUPPORTED.text not in text
    if form == "docx":
        assert [ROOF in note for note in footnotes(path).values()] == [True, False]
    else:
        assert text.count(ROOF) == 2  # the answer and its note


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_what_a_later_meeting_put_right_is_told(form: str, tmp_path: Path) -> None:
    correction = Correction(
        date=date(2025, 9, 16), body="Amenities", item="2. Minutes", text="41 should read 14.", source=CITATIONS[0].passage.source
    )
    answer = ANSWERED.model_copy(update={"put_right": (PutRight(words="41", keys=("kap4",), correction=correction),)})
    path = export_conversation([answer], tmp_path / f"talk.{form}", form)
    text = "\n".join(line.text for line in lines(path)) if form == "docx" else path.read_text(encoding="utf-8")
    assert "“41” was put right on 16 September 2025: 41 should read 14." in text


def test_the_same_conversation_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (export_conversation([ANSWERED], tmp_path / f"{name}.docx", "docx") for name in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_a_conversation_in_welsh(tmp_path: Path) -> None:
    text = export_conversation([NOTHING], tmp_path / "sgwrs.html", "html", language="cy").read_text(encoding="utf-8")
    assert '<html lang="cy">' in text and "Cwestiynau ac atebion" in text
