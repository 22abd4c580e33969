"""The decision note: what the minutes say of attendance, apologies, declarations, decisions and votes, and nothing exempt."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from pathlib import Path

import pytest

from assistant.decision_note import DecisionNote, note_of, note_sheet
from assistant.decision_note.deadline import COMMUNITY, PRINCIPAL, deadline, law
from assistant.export.markdown import markdown
from ingest.errors import NothingFound
from ingest.library import Library
from tests.conftest import ROOT, Run

ENGLISH = """PENLLYN TOWN COUNCIL

MINUTES of the meeting of the COUNCIL held on Thursday 19 December 2024 at 7.00 pm in the Town Hall, Penllyn

PRESENT

Councillor Wyn Parri (Chair)

Councillors Elin Gruff, Ann Hale and Tomos Rowe

Officers in attendance: Mair Vale (Clerk) and Ifor Puw (Surveyor)

Councillor Hale left the meeting at 8.10 pm, before item 4.

1. APOLOGIES FOR ABSENCE

Apologies for absence were received from Councillor Nia Vale.

2. DECLARATIONS OF INTEREST

Members were reminded to declare any interest in the business of the meeting.

Councillor Tomos Rowe declared a personal interest in item 3 as a member of the band, and remained.

3. BANDSTAND

It was moved by Councillor Gruff and seconded by Councillor Hale that the quotation be refused.

On being put to the vote there voted for 1 and against 3, and the motion was declared lost.

RESOLVED, by 3 votes to 1, that the quotation of £4,350 for the bandstand be accepted.

4. EXCLUSION OF THE PUBLIC

RESOLVED that the public be excluded from the meeting during the following item.

5. LEASE OF THE KIOSK

RESOLVED that the rent of the kiosk be £900 a year.
"""
WELSH = """CYNGOR TREF PENLLYN

Cofnodion y cyfarfod o'r Cyngor a gynhaliwyd ar nos Iau 19 Rhagfyr 2024 yn Neuadd y Dref

YN BRESENNOL

Y Cynghorydd Wyn Parri (Cadeirydd)

Y Cynghorwyr Elin Gruff, Ann Hale a Tomos Rowe

Swyddogion: Mair Vale (Clerc)

1. YMDDIHEURIADAU

Derbyniwyd ymddiheuriadau gan y Cynghorydd Nia Vale.

2. DATGANIADAU O FUDDIANT

Datganodd y Cynghorydd Tomos Rowe fuddiant personol yn eitem 3, ac arhosodd.

3. SAFLE BANDIAU

PENDERFYNWYD YN UNFRYDOL bod y dyfynbris o £4,350 yn cael ei dderbyn.
"""


@pytest.fixture
def english(tmp_path: Path) -> DecisionNote:
    """The note of the invented minutes."""
    (tmp_path / "penllyn.txt").write_text(ENGLISH, encoding="utf-8")
    return note_of(None, str(tmp_path / "penllyn.txt"))


def test_members_apologies_and_declarations_are_the_minutes_words(english: DecisionNote) -> None:
    assert [line.text for line in english.present] == [
        "Councillor Wyn Parri (Chair)",
        "Councillors Elin Gruff, Ann Hale and Tomos Rowe",
        "Councillor Hale left the meeting at 8.10 pm, before item 4.",
    ]
    assert [line.text for line in english.apologies] == ["Apologies for absence were received from Councillor Nia Vale."]
    assert [line.text.split(" in item")[0] for line in english.declarations] == ["Councillor Tomos Rowe declared a personal interest"]
    assert english.present[0].source.path.endswith("penllyn.txt")


def test_decisions_and_votes_without_what_was_exempt(english: DecisionNote) -> None:
    text = markdown(note_sheet(english))
    assert "£4,350" in text and "3 for; 1 against" in text
    assert "kiosk" not in text.lower() and "£900" not in text
    assert english.left_out == 1 and "Left out: 1 item(s) taken with the public excluded." in text
    assert [one.outcome for one in english.decisions if "£4,350" in one.text] == ["passed"]
    assert "KIOSK" not in json.dumps(english.as_json())


def test_what_the_minutes_do_not_say_is_not_recorded(tmp_path: Path) -> None:
    bare = (
        ENGLISH.split("PRESENT")[0]
        + "1. BANDSTAND\n\nRESOLVED that the bandstand be painted.\n\n2. BENCHES\n\nThe benches were discussed.\n"
    )
    (tmp_path / "bare.txt").write_text(bare, encoding="utf-8")
    note = note_of(None, str(tmp_path / "bare.txt"))
    assert (note.present, note.apologies, note.declarations) == ((), (), ())
    told = note.as_json()
    assert [told[name] for name in ("present", "apologies", "declarations")] == ["not recorded"] * 3
    assert markdown(note_sheet(note)).count("Not recorded in the minutes.") == 3
    assert "Vote: not recorded." in markdown(note_sheet(note))


def test_a_note_of_welsh_minutes_is_in_welsh(tmp_path: Path) -> None:
    (tmp_path / "penllyn.txt").write_text(WELSH, encoding="utf-8")
    note = note_of(None, str(tmp_path / "penllyn.txt"))
    text = markdown(note_sheet(note))
    assert len(note.present) == 2 and len(note.apologies) == len(note.declarations) == 1
    assert "Mair Vale" not in text
    for told in ("# Nodyn penderfyniadau", "Pleidlais: unfrydol", "19 Rhagfyr 2024", "I'w gyhoeddi erbyn 31 Rhagfyr 2024."):
        assert told in text


@pytest.mark.parametrize(
    ("meeting", "last"),
    [
        (dt.date(2025, 7, 17), dt.date(2025, 7, 25)),  # the day of the meeting is the first
        (dt.date(2024, 12, 24), dt.date(2025, 1, 6)),  # over Christmas, Boxing Day and New Year's Day
        (dt.date(2025, 4, 16), dt.date(2025, 4, 28)),  # over Easter
        (dt.date(2022, 9, 15), dt.date(2022, 9, 26)),  # over a bank holiday by proclamation
        (dt.date(2025, 6, 7), dt.date(2025, 6, 17)),  # a Saturday is not the first working day
    ],
)
def test_seven_working_days_begin_with_the_day_of_the_meeting(meeting: dt.date, last: dt.date) -> None:
    assert deadline(meeting) == last


def test_the_duty_stands_elsewhere_for_community_councils() -> None:
    assert law("Dyffryn Arwel County Council") == law(None) == PRINCIPAL
    assert law("Penllyn Town Council") == law("Cyngor Cymuned Cwm Elain") == COMMUNITY


def test_both_languages_of_one_meeting(samples: Library) -> None:
    english, welsh = note_of(samples, "2025-07-17"), note_of(samples, "2025-07-17", "cy")
    assert (english.language, welsh.language) == ("en", "cy")
    for part in ("present", "apologies", "declarations", "decisions"):
        assert len(getattr(english, part)) == len(getattr(welsh, part)) > 0
    assert note_of(samples, "County Council", "cy") == welsh  # by the body's English name
    assert [one.vote for one in english.decisions] == [one.vote for one in welsh.decisions]


def test_a_meeting_saved_item_by_item_is_one_note(samples: Library) -> None:
    note = note_of(samples, "2025-01-21")
    assert len({one.source.path for one in note.decisions}) > 3
    assert note.present == ()  # pages of single items do not say who was there
    assert note.apologies and note.declarations


def test_no_such_meeting(samples: Library) -> None:
    with pytest.raises(NothingFound, match="1999-01-01"):
        note_of(samples, "1999-01-01")
    with pytest.raises(NothingFound, match="language"):
        note_of(samples, "2024-04-23", "cy")


def test_a_file_that_is_no_minutes_is_one_clear_error(command: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no Word file")
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        for name in ("a.txt", "b.txt"):
            archive.writestr(name, ENGLISH)
    zipfile.ZipFile(tmp_path / "none.zip", "w").close()
    for name, told in (("empty.txt", "empty"), ("broken.docx", "broken.docx"), ("two.zip", "holds 2 files"), ("none.zip", "none.zip")):
        ran = command("note", tmp_path / name)
        assert ran.code == 2 and told in ran.err and "Traceback" not in ran.err and ran.out == "", name


def test_the_command_prints_writes_and_gives_json(command: Run, sample_copy: Path, tmp_path: Path) -> None:
    ran = command("note", "2025-07-17", "--library", sample_copy)
    assert (ran.code, ran.err) == (0, "") and ran.out.startswith("# Decision note, County Council, 17 July 2025")
    told = json.loads(command("note", "2025-07-17", "--json", "--library", sample_copy).out)
    assert set(told) == {
        "council", "body", "date", "language", "status", "present", "apologies", "declarations", "decisions", "left_out",
        "publish_by", "law",
    }  # fmt: skip
    assert told["publish_by"] == "2025-07-25" and told["decisions"][0]["vote"] == "not recorded"
    ran = command("note", ROOT / "samples/minutes/2025-03-06-county-council.pdf", "-o", tmp_path / "note.docx")
    assert (ran.code, ran.err) == (0, "") and (tmp_path / "note.docx").read_bytes()[:2] == b"PK"
    ran = command("note", "2025-07-17", "-o", tmp_path / "both", "--format", "html,md", "--library", sample_copy)
    assert ran.code == 0 and (tmp_path / "both.html").exists() and (tmp_path / "both.md").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("1999-01-01",), "1999-01-01"),
        ((" ",), "is empty"),
        (("x" * 5000,), "no meeting"),
        (("2025-07-17", "--format", "pdf"), "'pdf'"),
        (("2025-07-17", "--format", "docx"), "needs -o"),
        (("2025-07-17", "-o", "/nowhere/note.md"), "cannot write"),
        (("2025-07-17", "-o", "note.pdf"), "'pdf'"),
    ],
)
def test_wrong_use_is_one_clear_error(words: tuple[str, ...], told: str, command: Run, sample_copy: Path) -> None:
    ran = command("note", *words, "--library", sample_copy)
    assert ran.code == 2 and told in ran.err and "Traceback" not in ran.err and ran.out == ""
    assert len(ran.err.strip().splitlines()) == 2
