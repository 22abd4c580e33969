"""What is shown of minutes: the quoted words marked, and everything escaped."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from markupsafe import Markup

from assistant.answer import Answerer
from assistant.datamodel import Answer, Problem, Provenance, Question, Sentence
from assistant.engines.quote import QuoteEngine
from ingest.datamodel import Paragraph
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.settings import Settings
from page import answers
from page.markup import item_title, web_link
from page.meetings import meetings, minutes
from page.quoting import marked
from page.reader import opened
from page.wording import words

EN = words("en")
TAG = '<b onclick="window.planted = 1">x</b> & "quoted"'  # scripts and images are orders to software, and no evidence: told elsewhere
NASTY = '<script>alert(1)</script> & "quoted" <img src=x onerror=alert(1)>'


def plain(markup: str) -> str:
    """The text without its tags."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("noted the report", ["The Committee <mark>noted the report</mark>.", "It was agreed: to meet.", "to write"]),
        ("report. It was", ["The Committee noted the <mark>report.</mark>", "<mark>It was</mark> agreed: to meet.", "to write"]),
        ("meet. to write", ["The Committee noted the report.", "It was agreed: to <mark>meet.</mark>", "<mark>to write</mark>"]),
        ("something else", ["The Committee noted the report.", "It was agreed: to meet.", "to write"]),
        ("", ["The Committee noted the report.", "It was agreed: to meet.", "to write"]),
    ],
)
def test_a_quotation_is_marked_where_it_stands(quote: str, expected: list[str]) -> None:
    paragraphs = [
        Paragraph(index=1, text="The Committee noted the report."),
        Paragraph(index=2, text="It was agreed:  to meet."),
        Paragraph(index=3, text="to write", kind="bullet"),
    ]
    assert marked(paragraphs, quote) == expected


def test_labels_and_agenda_between_do_not_break_a_quotation() -> None:
    paragraphs = [
        Paragraph(index=1, text="The report was"),
        Paragraph(index=2, text="Minutes:", kind="label"),
        Paragraph(index=3, text="To consider it.", part="agenda"),
        Paragraph(index=4, text="received.", speaker="Chair"),
    ]
    assert marked(paragraphs, "was Chair: received") == [
        "The report <mark>was</mark>",
        "Minutes:",
        "To consider it.",
        "<mark>Chair: received</mark>.",
    ]


def test_marks_and_titles_are_escaped() -> None:
    (words,) = marked([Paragraph(index=1, text=NASTY)], NASTY[:20])
    assert "<script" not in words
    assert "<img" not in words
    assert plain(words) == NASTY
    assert "<script" not in item_title("1", NASTY)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", None, "", "file:///etc/passwd", " https://x"])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert not web_link(url, EN)


def test_a_web_address_becomes_a_link_that_cannot_break_out() -> None:
    link = web_link('https://council.example/?a="><script>', EN)
    assert "<script" not in link
    assert 'rel="noopener noreferrer"' in link


def test_every_citation_of_an_answer_opens_with_its_quotation_marked(samples: Library) -> None:
    answerer = Answerer(samples, QuoteEngine(samples.embedder.embed))
    seen = 0
    for question in ("What was said about foster carer recruitment?", "Who voted against the budget?", "When will the pool reopen?"):
        for citation in answerer.answer(Question(text=question)).citations:
            first, last = citation.passage.source.paragraphs
            wanted = {"passage": citation.passage.id, "first": str(first), "last": str(last), "quote": citation.quote}
            shown = str(opened(samples, wanted, EN))
            told = html.unescape(" ".join(re.findall(r"<mark>(.*?)</mark>", shown)))
            assert told == citation.quote
            assert citation.passage.item_title in html.unescape(shown)
            seen += 1
    assert seen >= 4


def test_what_a_browser_sends_is_not_believed(samples: Library) -> None:
    assert "no longer in the library" in opened(samples, {}, EN)
    assert "no longer in the library" in opened(samples, {"passage": "' OR 1=1 --", "first": "1", "last": "2"}, EN)
    name = samples.lookup.chunk_passages(samples.lookup.documents()[0].id)[0].id
    shown = opened(samples, {"passage": name, "first": "-3", "last": "9e9", "quote": NASTY}, EN)
    assert "<script" not in shown
    shown = opened(samples, {"passage": name, "first": "900", "last": "1", "quote": NASTY}, EN)
    assert "<script" not in shown


def test_planted_html_is_text_in_every_view(tmp_path: Path) -> None:
    file = tmp_path / "planted.txt"
    file.write_text(
        f"TREFGOCH TOWN COUNCIL\n\nMinutes of the meeting held on 4 March 2025\n\n1. Bandstand {TAG}\n"
        f"The Clerk said that the bandstand {TAG} needs a roof.\n"
        f"RESOLVED that the roof of the bandstand {TAG} be repaired.\n",
        encoding="utf-8",
    )
    with Library(Settings(library=tmp_path / "library"), create=True) as library:
        assert not ingest(library, [file]).failed
        answerer = Answerer(library, QuoteEngine(library.embedder.embed))
        *events, answer = answerer.stream(Question(text="What was said about the bandstand roof?"))
        assert isinstance(answer, Answer)
        assert answer.citations
        citation = answer.citations[0]
        first, last = citation.passage.source.paragraphs
        views = [
            answers.answer(answer, None, EN),
            answers.unfinished([event for event in events if isinstance(event, Sentence)], NASTY),
            opened(library, {"passage": citation.passage.id, "first": str(first), "last": str(last), "quote": citation.quote}, EN),
            minutes(library, meetings(library.lookup.documents())[0], EN),
        ]
    for view in views:
        assert isinstance(view, Markup)
        assert "<script" not in view
        assert "<img" not in view
        assert "<b " not in view
        assert "bandstand" in view.lower()


def test_withheld_sentences_are_told_with_their_reasons() -> None:
    problem = Problem(name="figure", words="£9 million", evidence="£4.6 million")
    failed = Sentence(text="It cost £9 million.", citations=(), support=0.1, problems=(problem,))
    made = Answer(question="?", sentences=(), withheld=(failed, failed), provenance=Provenance(engine="llm", embedding="minilm"))
    shown = answers.answer(made, None, EN)
    assert "2 sentences withheld" in shown
    assert "A figure that the minutes do not give: “£9 million” – £4.6 million" in plain(shown)
