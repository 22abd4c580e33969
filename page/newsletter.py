"""An edition under review as HTML: every sentence with its state, what is wrong with it, where it stands, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from assistant.datamodel import Article, Citation, Finding, Sentence
from assistant.newsletter import Candidate
from assistant.newsletter.reviewing import OF_STYLE, Review, found_in
from assistant.publicity import findings_over
from ingest.text import detect_language
from page.answers import cite_button, reasons
from page.markup import NOTHING, draft_badge, joined
from page.markup import sentence as in_full
from page.messages import in_welsh, tell
from page.wording import Words


def choice(one: Candidate, say: Words) -> str:
    """A story proposed, for a tick box: its title, then its score, meetings and reasons, each with its points."""
    reasons = ", ".join(f"{(say.language == 'cy' and in_welsh(why.words)) or why.words} ({why.points:+g})" for why in one.scored)
    return f"{one.title}\n{one.score:.1f} · {one.theme} · {'; '.join(one.meetings)}\n{reasons}"


def review(made: Review, say: Words) -> Markup:
    """The whole edition."""
    edition = made.edition
    other = say.other(edition.language)
    failed = joined(Markup("<li>{}: {}</li>").format(title, tell(error, say)) for title, error in made.failed)
    stories = joined(
        Markup('<h3 class="theme"{}>{}</h3>{}').format(other, theme, joined(_article(one, made, say) for one in some))
        for theme, some in groupby(edition.articles, key=lambda one: one.theme)
    )
    over_all = joined(_finding(one, say) for one in findings_over(made.edition, made.rules))
    return Markup('<section class="edition"><h2{}>{}</h2>{}{}{}{}{}</section>').format(
        other,
        edition.title,
        _standing(made, say),
        Markup('<p class="notice"{}>{}</p>').format(other, edition.banner) if edition.banner else NOTHING,
        Markup('<div class="withheld"><p>{}</p><ul>{}</ul></div>').format(say("news.failed"), failed) if failed else NOTHING,
        Markup('<ul class="reasons">{}</ul>').format(over_all) if over_all else NOTHING,
        stories,
    )


def _standing(made: Review, say: Words) -> Markup:
    if made.edition.signed_by:
        return Markup('<p class="signed" role="status">{}</p>').format(say("news.signed", name=made.edition.signed_by))
    count = len(made.unsettled())
    return Markup('<p class="watermark" role="status"><span class="badge draft">{}</span> {}</p>').format(
        say("news.draft"), say("news.unsettled", count=count) if count else say("news.ready")
    )


def _article(one: Article, made: Review, say: Words) -> Markup:
    other = say.other(made.edition.language)
    of_headline = joined(_finding(found, say) for found in one.findings if found.sentence == one.headline)
    parts = [
        ("", (one.standfirst,) if one.standfirst else ()),
        ("", one.body),
        (say("news.next"), one.next_steps),
        *((section.heading, section.sentences) for section in one.earlier),
    ]
    rows, number = [], 0
    for heading, sentences in parts:
        if sentences and heading:
            rows.append(Markup('<h5 class="minor">{}</h5>').format(heading))
        for sentence in sentences:
            rows.append(_sentence(one, sentence, number, made, say))
            number += 1
    return Markup(
        '<article class="story-draft" id="story-{}"><h4{}>{}</h4><p class="where">{} {}</p>{}{}'
        '<p class="acts"><button type="button" class="open remove" data-sentence="{}" data-do="story">{}'
        '<span class="unseen">: {}</span></button></p></article>'
    ).format(
        one.id,
        other,
        one.headline,
        "; ".join(one.meetings),
        draft_badge(one.status, say),
        Markup('<ul class="reasons">{}</ul>').format(of_headline) if of_headline else NOTHING,
        joined(rows),
        one.id,
        say("news.story.out"),
        one.headline,
    )


def _sentence(article: Article, one: Sentence, number: int, made: Review, say: Words) -> Markup:
    state = made.state(article, one)
    numbered = {citation.key: place for place, citation in enumerate(article.citations, start=1)}
    cited: list[Citation] = [citation for citation in article.citations if citation.key in one.citations]
    language = say.other(cited[0].passage.language if cited else made.edition.language)
    acts = [("edit", say("news.edit")), *([("accept", say("news.accept"))] if state == "amber" else []), ("drop", say("news.drop"))]
    buttons = joined(
        (
            Markup(
                '<button type="button" class="open" data-sentence="{}" data-place="{}" data-do="{}">{}<span class="unseen"> ({})</span>'
                "</button>"
            ).format(article.id, number, act, words, say("news.sentence", number=number + 1))
            for act, words in acts
        ),
        " ",
    )
    found = joined(_finding(finding, say) for finding in found_in(article, one))
    edited = state != "edited" and (article.id, one.text) in made.edited
    return Markup(
        '<div class="checked {}" id="sentence-{}-{}"><p class="state"><span class="badge state-{}">{}</span>{}</p>'
        '<p class="words"><span{}>{}</span>{}</p>{}{}<p class="acts">{}</p></div>'
    ).format(
        state,
        article.id,
        number,
        state,
        say(f"news.state.{state}"),
        Markup(' <span class="badge state-edited">{}</span>').format(say("news.state.edited")) if edited else NOTHING,
        language,
        one.text,
        joined(cite_button(citation, numbered[citation.key], say) for citation in cited),
        reasons(one, say) if one.problems else NOTHING,
        Markup('<ul class="reasons">{}</ul>').format(found) if found else NOTHING,
        buttons,
    )


def _finding(one: Finding, say: Words) -> Markup:
    words = (
        Markup(": “<span{}>{}</span>”").format(say.other(detect_language(one.words)), one.words) if one.words != one.sentence else NOTHING
    )
    style = " style" if one.check in OF_STYLE else ""
    head = say("news.style" if style else "news.stop" if one.severity == "stop" else "news.warn")
    return Markup('<li class="{}{}">{} {}{}. {}</li>').format(
        one.severity, style, head, tell(one.rule, say), words, tell(in_full(one.advice), say)
    )


def chosen(candidates: Sequence[Candidate], ids: Sequence[str]) -> list[Candidate]:
    """The candidates that are ticked."""
    return [one for one in candidates if one.id in set(ids)]
