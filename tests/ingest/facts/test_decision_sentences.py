"""Single sentences: which are decisions, of what kind, and who moved them."""

from __future__ import annotations

import pytest

from ingest.facts.wording import kind_of
from tests.ingest.facts.paragraphs import decided


@pytest.mark.parametrize(
    "sentence",
    [
        "The officer's report recommended that permission be granted.",
        "Members were informed that the Cabinet had resolved to close the pool.",
        "It was agreed at the last meeting that a letter be sent.",
        "As agreed at the previous meeting, the bench was painted.",
        "Mr Ash advised that it was agreed to repair the road.",
        "It was noted that some councils are placing children in Scotland.",
        "Councillor Ash agreed to speak to the school.",
        "The application was approved by the Planning Inspectorate in May.",
        "The matter had been deferred pending advice.",
        "The issue was resolved by the contractor.",
        "They asked whether the budget was approved.",
        "Clerk to write to the owner once the quotation was accepted.",
        "By the time the programme was agreed it was too late.",
        "Fel y cytunwyd yng nghyfarfod mis Mehefin, talwyd y bil.",
        "Nodwyd y byddai'r cyfarfod nesaf ym mis Hydref.",
        "A Member proposed that the road be closed.",
    ],
)
def test_what_is_no_decision(sentence: str) -> None:
    assert decided(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "kind", "outcome"),
    [
        ("It was AGREED that the report be noted.", "agreed", "passed"),
        ("The Committee RECOMMENDED TO CABINET that Option C be adopted.", "recommended", "passed"),
        ("It was AGREED to recommend to Cabinet that the fee be kept.", "recommended", "passed"),
        ("RESOLVED that application 24/1 be deferred for a site visit.", "deferred", "deferred"),
        ("RESOLVED that planning permission be refused for the reasons given.", "refused", "passed"),
        ("The report, as circulated, was noted by Members.", "noted", "passed"),
        ("The item was deferred.", "deferred", "deferred"),
        ("With the permission of the Meeting, the Motion was withdrawn.", "withdrawn", "withdrawn"),
        ("Members agreed to write to the Minister.", "agreed", "passed"),
        ("Following discussion, it was agreed to buy a bench.", "agreed", "passed"),
        ("The Minutes of the Meeting held on 5 July 2016 were approved as a true record.", "agreed", "passed"),
        ("Penderfynwyd anfon llythyr at y Cyngor Sir.", "resolved", "passed"),
        ("PENDERFYNWYD YN UNFRYDOL bod yr adroddiad yn cael ei dderbyn.", "resolved", "passed"),
        ("Cytunwyd i dalu'r ffi.", "agreed", "passed"),
        ("ARGYMHELLWYD I'R CABINET: ", None, None),
        ("Argymhellwyd i'r Cabinet fod y tâl yn aros.", "recommended", "passed"),
        ("Nodwyd yr adroddiad.", "noted", "passed"),
    ],
)
def test_kinds(sentence: str, kind: str | None, outcome: str | None) -> None:
    if kind is None:
        assert kind_of(sentence.title()) == "recommended"
        return
    (one,) = decided(sentence)
    assert (one.kind, one.outcome, one.text) == (kind, outcome, sentence.strip())


@pytest.mark.parametrize(
    ("sentence", "mover", "seconder"),
    [
        (
            "It was proposed by Cllr. A. Ash, seconded by Cllr. B. Birch and unanimously agreed, that the minutes were correct.",
            "A. Ash",
            "B. Birch",
        ),
        ("On the proposal of Councillor Ash (M), seconded by the Mayor, it was agreed to adjourn.", "Ash (M)", "Mayor"),
        (
            "Moved by Councillor Ann Ash, seconded by Councillor Bob Birch-Hill, and RESOLVED that a Chair be elected.",
            "Ann Ash",
            "Bob Birch-Hill",
        ),
        (
            "Cynigiwyd gan y Cyng. A. Onnen ac eiliwyd gan y Cyng. B. Bedw gyda phawb yn gytûn bod y cofnodion yn gywir.",
            "A. Onnen",
            "B. Bedw",
        ),
        ("A Member proposed and another Member seconded, and it was agreed that a bin be bought.", None, None),
    ],
)
def test_movers_in_sentences(sentence: str, mover: str | None, seconder: str | None) -> None:
    (one,) = decided(sentence)
    assert (one.mover, one.seconder) == (mover, seconder)
