"""A story says what was decided, then why and how much, every sentence verbatim and cited; earlier steps come last."""

from __future__ import annotations

import datetime as dt

from assistant.datamodel import Article
from assistant.engines.quote import QuoteEngine
from assistant.held import Holdings
from assistant.newsletter import Candidate, propose
from assistant.newsletter.writing import Writer
from assistant.units import plain
from ingest.chunking import spoken
from ingest.datamodel import Filters
from ingest.library import Library
from tests.assistant.newsletter.penllyn import YEAR
from tests.assistant.newsletter.test_proposing import HALF
from tests.assistant.test_answer import Scripted


def quoted(library: Library, candidate: Candidate, **more: object) -> Article:
    writer = Writer(library, Holdings(library.lookup), QuoteEngine(library.embedder.embed), style="plain", sentences=3)
    return writer.article(candidate, bilingual=bool(more.get("bilingual")))


def named(library: Library, start: str, filters: Filters = YEAR) -> Candidate:
    return next(one for one in propose(library, filters) if one.title.startswith(start))


def test_the_decision_stands_first_and_says_what_the_minutes_say(year: Library) -> None:
    article = quoted(year, named(year, "Paddling"))
    assert article.headline == "Paddling pool, Cae Pwll: to be relined at a cost of £18,500"
    assert article.standfirst
    assert article.standfirst.text == "RESOLVED, by 6 votes to 2, that the paddling pool at Cae Pwll be relined at a cost of £18,500."
    body = " ".join(one.text for one in article.body)
    assert "because the old one was 22 years old" in body
    assert "thanked" not in body
    assert "pleased" not in body


def test_the_earlier_recommendation_is_told_as_one_after_the_decision(year: Library) -> None:
    article = quoted(year, named(year, "Paddling"))
    assert [section.heading for section in article.earlier] == ["Amenities Committee, 7 May 2024"]
    assert article.earlier[0].sentences[0].text.startswith("RECOMMENDED to the Town Council")
    assert article.sentences[-1] == article.earlier[0].sentences[0]


def test_who_moved_it_is_for_members(year: Library) -> None:
    bins = named(year, "Litter bins")
    article = quoted(year, bins)
    assert article.standfirst
    assert article.standfirst.text == "RESOLVED that 12 litter bins be replaced in Heol y Bont."
    full = Writer(year, Holdings(year.lookup), QuoteEngine(year.embedder.embed), style="full").article(bins)
    assert full.standfirst
    assert "proposed by Councillor Rowe" in full.standfirst.text


def test_what_happens_next_is_told_where_the_minutes_say_so(year: Library) -> None:
    assert [one.text for one in quoted(year, named(year, "Litter bins")).next_steps] == ["Action: Clerk to order the bins by 30 June 2024."]
    assert quoted(year, named(year, "Precept")).next_steps == ()


def test_every_sentence_of_every_story_is_verbatim_and_leads_to_its_paragraph(samples: Library) -> None:
    for candidate in propose(samples, Filters(), top=60):
        article = quoted(samples, candidate)
        by_key = {citation.key: citation for citation in article.citations}
        assert article.sentences
        used: set[str] = set()
        for sentence in article.sentences:
            assert sentence.problems == (), sentence
            assert sentence.citations, sentence
            used |= set(sentence.citations)
            held = [by_key[key] for key in sentence.citations]
            assert any(sentence.text in citation.quote for citation in held), sentence.text
            for citation in held:
                rows = samples.lookup.paragraphs(citation.passage.id.rpartition("-")[0], *citation.passage.source.paragraphs)
                assert citation.quote in plain(" ".join(spoken(row) for row in rows if row.part != "agenda" and row.kind != "label"))
        assert used == set(by_key), "no note without its sentence"
        texts = [sentence.text for sentence in article.sentences]
        assert len(texts) == len(set(texts)), "nothing is said twice"


def test_a_lost_motion_is_never_told_without_its_loss(samples: Library) -> None:
    budget = named(samples, "Revenue budget", HALF)
    told = " ".join(sentence.text for sentence in quoted(samples, budget).sentences)
    assert "a further £400,000 be taken" not in told, "residents are told what was decided"
    writer = Writer(samples, Holdings(samples.lookup), QuoteEngine(samples.embedder.embed), style="full", sentences=3)
    full = [sentence.text for sentence in writer.article(budget).sentences]
    moved = next(place for place, text in enumerate(full) if "£400,000" in text and "oved" in text)
    assert "lost" in " ".join(full[moved : moved + 2])


def test_a_bilingual_story_has_the_paired_text_or_none(samples: Library) -> None:
    paired = quoted(samples, named(samples, "Post-16", HALF), bilingual=True)
    assert paired.counterpart_title == "Cludiant ôl-16"
    assert "PENDERFYNWYD" in paired.counterpart[0].text
    alone = quoted(samples, named(samples, "Young", HALF), bilingual=True)
    assert alone.counterpart == ()
    assert quoted(samples, named(samples, "Post-16", HALF)).counterpart == (), "only where it is asked for"


def test_a_models_words_are_checked_and_what_fails_is_marked_not_dropped(year: Library) -> None:
    engine = Scripted(("The pool was relined at a cost of £99,000 in the spring.", ()), ("The old lining was 22 years old.", ()))
    article = Writer(year, Holdings(year.lookup), engine, style="plain").article(named(year, "Paddling"))
    wrong = next(sentence for sentence in article.sentences if "£99,000" in sentence.text)
    assert [problem.name for problem in wrong.problems] == ["figure"]
    assert article.standfirst
    assert article.standfirst.text.startswith("RESOLVED, by 6 votes to 2"), "where the model tells no decision, the minutes do"
    assert article.provenance.model == "scripted"


def test_a_models_story_opens_with_a_sentence_that_stands_alone_and_repeats_nothing(year: Library) -> None:
    told = "The paddling pool at Cae Pwll would be relined at a cost of £18,500."
    engine = Scripted(("It would take three weeks.", ()), (told, ()), ("The old lining was 22 years old.", ()))
    article = Writer(year, Holdings(year.lookup), engine, style="plain").article(named(year, "Paddling"))
    assert article.standfirst and article.standfirst.text.startswith("RESOLVED, by 6 votes to 2")
    passed = [sentence.text for sentence in article.body if not sentence.problems]
    assert told not in passed, "the first sentence has said so"


def test_a_models_story_does_not_open_with_taking_note_and_says_it_once(samples: Library) -> None:
    may = Filters(date_from=dt.date(2025, 5, 1), date_to=dt.date(2025, 5, 31))
    performance = next(one for one in propose(samples, may, top=40) if one.title.startswith("Performance"))
    figures = ("In all 377 applications had been determined, 89 % of them in time.", ())
    engine = Scripted(("RESOLVED that the report be noted.", ()), figures)
    article = Writer(samples, Holdings(samples.lookup), engine, style="plain").article(performance)
    assert article.standfirst and article.standfirst.text.startswith("In all 377 applications")
    assert [one.text for one in article.body] == ["RESOLVED that the report be noted."]
    silent = Scripted(figures)
    article = Writer(samples, Holdings(samples.lookup), silent, style="plain").article(performance)
    assert [one.text for one in article.body] == ["RESOLVED that the report be noted."]
