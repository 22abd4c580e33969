"""All checks over an article and an edition."""

from __future__ import annotations

from assistant.datamodel import Problem, Sentence
from assistant.publicity import Rules, findings, findings_of
from tests.assistant.publicity.invented_article import article, citation, edition


def test_a_plain_article_has_no_findings() -> None:
    assert findings(article("The bandstand is to be mended.", "It will cost £4,350.")) == ()


def test_findings_are_the_same_whatever_the_article_carries_already() -> None:
    one = article("The bandstand is fantastic.")
    first = findings(one)
    assert first
    assert findings(one.model_copy(update={"findings": first})) == first


def test_problems_of_the_grounding_checks_stop() -> None:
    wrong = Sentence(
        text="It will cost £5,000.", citations=(), support=0.2, problems=(Problem(name="figure", words="£5,000", evidence="£4,350"),)
    )
    told = findings(article().model_copy(update={"body": (wrong,)}))
    assert [(one.check, one.severity, one.words) for one in told] == [("grounding", "stop", "£5,000")]
    assert "£4,350" in told[0].advice


def test_a_sentence_that_stands_on_nothing_stops() -> None:
    uncited = Sentence(text="It will be open by May.", citations=(), support=0)
    lost = Sentence(text="It will be open by June.", citations=("k9p9",), support=1)
    told = findings(article().model_copy(update={"body": (uncited, lost)}))
    assert [(one.severity, one.sentence) for one in told] == [("stop", uncited.text), ("stop", lost.text)]
    assert told[1].words == "k9p9"


def test_a_quotation_that_is_printed_as_a_note_is_looked_at_too() -> None:
    named = citation().model_copy(update={"quote": "Mrs Enid Vale of 14 Mill Lane asked Councillor Ann Hale for a bench."})
    one = article("A resident asked for a bench.").model_copy(update={"citations": (named,)})
    assert [(found.check, found.words) for found in findings(one)] == [("personal data", "Mrs Enid Vale of 14 Mill Lane")]
    assert "pre-election" in {found.check for found in findings(one, Rules(pre_election=True))}


def test_long_sentences_and_articles_are_warned_of_by_style() -> None:
    long = "The Clerk said that " + "the work on the bandstand would go on " * 4 + "until May."
    plain = findings(article(long), Rules(style="plain"))
    assert [(one.check, one.severity) for one in plain] == [("readability", "warn")]
    assert "38 words, target 25" in plain[0].rule
    assert findings(article(long), Rules(style="full")) == ()
    short = findings(article(long), Rules(max_words=20))
    assert [one.check for one in short] == ["length"]


def test_reading_age_is_told_of_english_only() -> None:
    hard = (
        "Consideration of prioritisation methodologies necessitated interdepartmental collaboration regarding infrastructure.",
        "Implementation of organisational transformation initiatives requires comprehensive accountability arrangements.",
        "Sustainability considerations notwithstanding, administrative responsibilities necessitate proportionate evaluation.",
        "Recommendations regarding accommodation allocations remained under consideration.",
        "Representatives communicated dissatisfaction concerning the unavailability of appropriate documentation.",
    )
    told = [one for one in findings(article(*hard), Rules(style="plain")) if one.check == "readability"]
    assert len(told) == 1 and "reading age" in told[0].rule and told[0].sentence in hard
    assert not [one for one in findings(article(*hard, language="cy"), Rules(style="plain")) if "reading age" in one.rule]
    easy = ("The pool will open in May.",) * 8
    assert findings(article(*easy), Rules(style="plain")) == ()


def test_one_councillor_all_over_an_edition_is_warned_of() -> None:
    same = [article(f"Councillor Ann Hale opened {place}.", name=place) for place in ("the park", "the hall", "the pool")]
    told = [one for one in findings_of(edition(*same)) if "prominence" in one.rule]
    assert [(one.severity, "Hale in 3 of 3 articles" in one.rule) for one in told] == [("warn", True)]
    others = [article(f"Councillor {name} spoke.", name=name) for name in ("Wyn Parri", "Elin Gruff", "Tomos Rowe")]
    assert not [one for one in findings_of(edition(*others)) if "prominence" in one.rule]
    spread = [
        article("Councillor Ann Hale moved it. ", "Councillors Wyn Parri, Elin Gruff and Tomos Rowe spoke.", name=str(n)) for n in range(4)
    ]
    assert not [one for one in findings_of(edition(*spread)) if "prominence" in one.rule]
