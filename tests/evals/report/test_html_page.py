"""The page of a report: everything in one file, escaped, in order of badness, and sound HTML."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from evals.baseline import Dropped
from evals.datamodel import Case, Outcome, Report, Shown
from evals.figures import Scored, figure, kept
from evals.report.headline import markdown, plain
from evals.report.html_page import page


def case(name: str, facts: float) -> Case:
    shown = Shown(where="Lake Committee, 4 March 2025, paragraph 3", text="The roof <b>leaks</b>.", path="samples/minutes/m.html")
    return Case(
        id=name,
        suite="answers",
        kind="fact",
        asked=f"Why {name}? <script>x</script>",
        said="It leaks.",
        evidence=(shown,),
        wanted=("facts: leak",),
        scores={"fact_recall": facts},
    )


VALUES = [Scored("a", "dev", 1.0), Scored("b", "dev", 0.0), Scored("c", "held_out", 1.0)]
REPORT = Report(
    version="9.9",
    engine="quote",
    embedding="tiny",
    split="all",
    outcomes=(
        Outcome(
            suite="answers",
            figures=kept(
                [figure("answers.fact_recall", "fact recall", VALUES), figure("answers.fact_recall.fact", "fact recall, fact", VALUES[:2])]
            ),
            cases=(case("half", 0.5), case("best", 1.0), case("worst", 0.0)),
        ),
        Outcome(
            suite="retrieval",
            figures=kept(figure(f"retrieval.recall_at_{k}", f"recall@{k}", VALUES) for k in (1, 3, 8)),
        ),
        Outcome(suite="newsletter", figures=(), note="left out: no stories"),
    ),
)


def test_nothing_is_loaded_from_elsewhere() -> None:
    html = page(REPORT, None)
    tree = LexborHTMLParser(html)
    assert not tree.css("script, link, img, iframe")
    assert "url(" not in html
    assert "http" not in html
    assert {"#answers", "#retrieval"} <= {node.attributes["href"] for node in tree.css("nav a")}


def test_what_minutes_and_questions_say_is_escaped() -> None:
    html = page(REPORT, None, root="..")
    assert "<script>" not in html
    assert "&lt;b&gt;leaks" in html
    assert 'href="../samples/minutes/m.html"' in html


def test_worst_cases_first_each_with_an_anchor_and_the_faultless_not() -> None:
    tree = LexborHTMLParser(page(REPORT, None))
    assert [node.attributes["id"] for node in tree.css("article")] == ["answers-worst", "answers-half"]
    assert "The roof" in tree.css("article")[0].text()
    assert "left out: no stories" in tree.body.text() if tree.body else False


def test_every_picture_has_words_and_every_table_its_heads() -> None:
    tree = LexborHTMLParser(page(REPORT, None))
    assert tree.css("svg")
    assert all("0.6" in (node.attributes["aria-label"] or "") or "0.5" in (node.attributes["aria-label"] or "") for node in tree.css("svg"))
    assert all(node.attributes.get("scope") for node in tree.css("th"))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))


def test_a_drop_is_told_first() -> None:
    fallen = Dropped(name="answers.fact_recall", before=0.9, now=0.6, noise=0.05, paired=True)
    text = re.sub(r"\s+", " ", LexborHTMLParser(page(REPORT, [fallen])).text())
    assert "1 figure dropped below the baseline" in text
    assert "answers.fact_recall was 0.900 and is 0.600" in text
    assert "No figure dropped" in page(REPORT, [])


def test_the_headline_shows_held_out_beside_all() -> None:
    rows = list(markdown(REPORT))
    assert rows[0].count("|") == rows[2].count("|")
    assert any("0.667 ± 0.333 | 3 | 1.000 ± 0.000 | 1" in row for row in rows)
    assert all(len(line) <= 80 for line in plain(REPORT))
