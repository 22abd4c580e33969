"""The report for people: one file, nothing loaded from elsewhere, readable without a mouse, printable."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from markupsafe import Markup, escape

from evals.baseline import Dropped
from evals.datamodel import Case, Figure, Outcome, Report, Shown
from evals.report.headline import headline, number
from evals.report.plots import Line, curve, whiskers
from evals.report.worst import worst
from evals.suites import SUITES

SHOWN = 15  # worst cases of a suite; all are in report.json
LONGEST = 700  # characters of a passage or an answer


def page(report: Report, dropped: Sequence[Dropped] | None, root: str = "") -> str:
    """The whole page.

    Args:
        dropped: what is worse than in the baseline; None where there was none to compare with.
        root: the way from the page to the project's root, for links to the minutes; empty: no links.
    """
    body = Markup("\n").join(
        [
            Markup("<h1>What Minutewise gets right, and what it does not</h1>"),
            Markup(
                "<p class='made'>Minutewise {}, {} engine, embedding {}, {} questions, on minutes of a council that does not exist.</p>"
            ).format(
                report.version, report.engine, report.embedding, "all gold" if report.split == "all" else report.split.replace("_", "-")
            ),
            _verdict(dropped),
            _headline(report),
            _contents(report),
            *(_suite(one, root) for one in report.outcomes),
            Markup("<footer>Every figure is defined in docs/evals.md. The same with every case: report.json beside this file.</footer>"),
        ]
    )
    head = Markup('<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">')
    title = Markup("<title>What Minutewise gets right, and what it does not</title><style>{}</style></head>\n").format(Markup(_style()))
    return str(head + title + Markup("<body><main>\n{}\n</main></body></html>\n").format(body))


def _verdict(dropped: Sequence[Dropped] | None) -> Markup:
    if dropped is None:
        return Markup("")
    if not dropped:
        return Markup("<p class='verdict good'>No figure dropped below the baseline by more than its noise.</p>")
    lines = Markup("").join(Markup("<li>{}</li>").format(one.line()) for one in dropped)
    return Markup("<div class='verdict bad'><p>{} dropped below the baseline by more than the noise:</p><ul>{}</ul></div>").format(
        "1 figure" if len(dropped) == 1 else f"{len(dropped)} figures", lines
    )


def _headline(report: Report) -> Markup:
    shown = headline(report)
    rows = Markup("").join(
        Markup('<tr><th scope="row"><a href="#{}">{}</a></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>').format(
            one.name.split(".")[0], words, number(one), one.n, number(one.held_out), one.held_out.n if one.held_out else ""
        )
        for words, one in shown
    )
    return Markup(
        "<table><caption>Mean ± standard error, and how many things it is a mean of. Held-out questions were never used for tuning."
        '</caption><thead><tr><th scope="col">Figure</th><th scope="col">All</th><th scope="col">n</th><th scope="col">Held out</th>'
        '<th scope="col">n</th></tr></thead><tbody>{}</tbody></table>{}'
    ).format(rows, _plot([Line(words, one) for words, one in shown], "The headline figures"))


def _plot(lines: Sequence[Line], title: str) -> Markup:
    shares = [one for one in lines if one.figure.mean <= 1]
    return _figure(whiskers(shares, title), "Dot: all. Ring: held out. Lines: two standard errors either side.")


def _figure(picture: Markup, words: str) -> Markup:
    return Markup("<figure>{}<figcaption>{}</figcaption></figure>").format(picture, words)


def _contents(report: Report) -> Markup:
    links = Markup("").join(Markup('<li><a href="#{0}">{0}</a></li>').format(one.suite) for one in report.outcomes)
    return Markup('<nav aria-label="Suites"><ul>{}</ul></nav>').format(links)


def _suite(outcome: Outcome, root: str) -> Markup:
    parts = [Markup('<section id="{0}"><h2>{0}</h2><p>{1}</p>').format(outcome.suite, SUITES[outcome.suite])]
    if outcome.note:
        parts.append(Markup("<p class='note'>{}</p>").format(outcome.note))
    if outcome.figures:
        parts.append(_table(outcome.figures))
    recalls = [(int(one.name.rpartition("_")[2]), one) for one in outcome.figures if re.fullmatch(r"retrieval\.recall_at_\d+", one.name)]
    if len(recalls) > 1:
        parts.append(_figure(curve(recalls, "Recall"), "Recall; the band is two standard errors."))
    groups = [Line(one.title, one) for one in outcome.figures if one.name.count(".") == 2]
    if groups:
        parts.append(_plot(groups, f"{outcome.suite} by kind"))
    bad = worst(outcome.cases, SHOWN)
    if bad:
        parts.append(Markup("<h3>Worst first</h3><p>{} of {} cases{}.</p>").format(len(bad), len(outcome.cases), _of_gold(outcome)))
        parts += [_case(one, root) for one in bad]
    return Markup("").join([*parts, Markup("</section>")])


def _of_gold(outcome: Outcome) -> str:
    asks = outcome.suite in ("retrieval", "answers", "citations", "abstention", "welsh")
    return ", of the dev questions; of held-out ones no case is shown" if asks else ""


def _table(figures: Sequence[Figure]) -> Markup:
    rows = Markup("").join(
        Markup('<tr><th scope="row">{} <code>{}</code></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>').format(
            f"{one.title}{ {'low': ' (lower is better)', 'neither': '', 'high': ''}[one.better] }",
            one.name,
            number(one),
            one.n,
            number(one.held_out),
            one.held_out.n if one.held_out else "",
        )
        for one in figures
    )
    return Markup(
        '<table class="all"><thead><tr><th scope="col">Figure</th><th scope="col">All</th><th scope="col">n</th>'
        '<th scope="col">Held out</th><th scope="col">n</th></tr></thead><tbody>{}</tbody></table>'
    ).format(rows)


def _case(case: Case, root: str) -> Markup:
    anchor = re.sub(r"[^\w-]+", "-", f"{case.suite}-{case.id}")
    scores = Markup(" ").join(Markup("<span>{} <b>{:.2f}</b></span>").format(name, value) for name, value in case.scores.items())
    wanted = Markup("").join(Markup("<li>{}</li>").format(line) for line in case.wanted)
    shown = Markup("").join(_shown(one, root) for one in case.evidence)
    return Markup(
        '<article id="{0}"><h4><a href="#{0}">#</a> {1}</h4><p class="scores"><span>{2}</span> {3}</p>'
        "<dl><dt>Said</dt><dd>{4}</dd>{5}{6}</dl></article>"
    ).format(
        anchor,
        case.asked,
        case.kind,
        scores,
        _short(case.said),
        Markup("<dt>Wanted</dt><dd><ul>{}</ul></dd>").format(wanted) if wanted else "",
        Markup("<dt>Evidence</dt><dd>{}</dd>").format(shown) if shown else "",
    )


def _shown(one: Shown, root: str) -> Markup:
    where = Markup('<a href="{}/{}">{}</a>').format(root, one.path, one.where) if root else escape(one.where)
    return Markup("<blockquote><p>{}</p><cite>{}</cite></blockquote>").format(_short(one.text), where)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


@cache
def _style() -> str:
    return resources.files("evals").joinpath("data/report.css").read_text("utf-8")
