"""An answer as HTML: sentences with numbered citations, sources, what was withheld, what was searched, or why there is no answer."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from assistant.datamodel import Abstention, Answer, Citation, Passage, Problem, PutRight, Sentence
from assistant.finding.retrieve import Hits
from ingest.datamodel import Filters
from ingest.text import detect_language
from page.markup import NOTHING, file_name, heading, item_title, joined, meeting_line, put_right, web_link
from page.messages import in_welsh, tell
from page.wording import Words


def answer(done: Answer, hits: Hits | None, say: Words) -> Markup:
    """A whole answer; `hits` is what its search found."""
    told = (
        [_abstention(done.abstention, hits, say)]
        if done.abstention
        else [sentences(done.sentences, done.citations, say), _put_right(done, say), sources(done.citations, say)]
    )
    return joined([*told, withheld(done.withheld, say), searched(hits, say) if hits else NOTHING, _made(done, say)])


def unfinished(so_far: Sequence[Sentence], note: str) -> Markup:
    """What has passed the checks so far; its numbers open nothing until the answer is whole."""
    numbers: dict[str, int] = {}
    for sentence in so_far:
        for key in sentence.citations:
            numbers.setdefault(key, len(numbers) + 1)
    lines = (
        Markup("<p>{}{}</p>").format(
            one.text, joined(Markup('<span class="cite waiting">{}</span>').format(numbers[key]) for key in one.citations)
        )
        for one in so_far
    )
    return Markup('<div class="sentences">{}</div><p class="aside">{}</p>').format(joined(lines), note)


def sentences(written: Sequence[Sentence], citations: Sequence[Citation], say: Words) -> Markup:
    """Sentences, each with the numbers of what it stands on; a draft's sentence that fails a check is marked with the reason."""
    numbered = {citation.key: (number, citation) for number, citation in enumerate(citations, start=1)}
    lines = []
    for one in written:
        cited = [numbered[key] for key in one.citations if key in numbered]
        language = say.other(cited[0][1].passage.language) if cited else NOTHING
        marks = joined(cite_button(citation, number, say) for number, citation in cited)
        start, space, end = one.text.rpartition(" ")  # the number stays on the line of the last word
        words = Markup('<span{}>{}</span><span class="kept"><span{}>{}</span>{}</span>').format(
            language, start + space, language, end, marks
        )
        lines.append(Markup("<p>{}</p>{}").format(words, reasons(one, say) if one.problems else NOTHING))
    return Markup('<div class="sentences">{}</div>').format(joined(lines))


def _put_right(done: Answer, say: Words) -> Markup:
    """What later minutes correct in the words that are quoted."""
    cited = {one.key: one.passage.language for one in done.citations}
    return joined(put_right(put_right_lead(one, say), one.correction.text, say.other(cited[one.keys[0]])) for one in done.put_right)


def put_right_lead(one: PutRight, say: Words) -> str:
    """'“£68,400” – corrected on 16 September 2025:'"""
    return f"“{one.words}” – {say('answer.put.right', day=say.day(one.correction.date))}"


def cite_button(citation: Citation, number: int, say: Words) -> Markup:
    """A number that opens the paragraph."""
    return Markup('<button type="button" class="cite" {} aria-label="{}">{}</button>').format(
        opens(citation.passage, citation.quote), say("cite.label", number=number, place=heading(citation.passage, say)), number
    )


def opens(passage: Passage, quote: str = "") -> Markup:
    """Attributes by which a button says what to open in the reader."""
    first, last = passage.source.paragraphs
    return Markup('data-passage="{}" data-first="{}" data-last="{}" data-quote="{}"').format(passage.id, first, last, quote)


def sources(citations: Sequence[Citation], say: Words) -> Markup:
    """The numbered places, each a button."""
    if not citations:
        return NOTHING
    lines = (
        Markup('<li><span class="number">{}</span>{}</li>').format(number, _place(one.passage, say, one.quote))
        for number, one in enumerate(citations, start=1)
    )
    return Markup('<h3 class="minor">{}</h3><ol class="sources">{}</ol>').format(say("answer.sources"), joined(lines))


def withheld(failed: Sequence[Sentence], say: Words) -> Markup:
    """How many sentences failed a check; which, and why, on request."""
    if not failed:
        return NOTHING
    lines = (Markup("<li><p>{}</p>{}</li>").format(one.text, reasons(one, say)) for one in failed)
    return Markup('<details class="withheld"><summary>{}</summary><ul>{}</ul></details>').format(
        say("answer.withheld", count=len(failed)), joined(lines)
    )


def searched(hits: Hits, say: Words) -> Markup:
    """On request: what was searched, by which filters, what the question was taken to mean, and the passages found, best first."""
    told = [say("answer.searched", count=hits.searched)]
    if hits.filters:
        told.append(say("answer.within", filters=described(hits.filters, say)))
    taken = Markup("<p>{} {}</p>").format(say("answer.understood"), tell("; ".join(hits.understood), say)) if hits.understood else NOTHING
    by_item: dict[tuple[str, str | None, str], list[Passage]] = {}
    for one in hits.passages:
        by_item.setdefault((one.source.path, one.item_number, one.item_title), []).append(one)
    found = joined(Markup("<li>{}</li>").format(_place(first, say, others=others)) for first, *others in by_item.values())
    listed = Markup('<p>{}</p><ol class="sources">{}</ol>').format(say("answer.found"), found) if hits.passages else NOTHING
    return Markup('<details class="searched"><summary>{}</summary><p>{}</p>{}{}</details>').format(
        say("answer.what.searched"), " ".join(told), taken, listed
    )


def described(filters: Filters, say: Words) -> str:
    """The filters in words: 'body Cabinet, from 1 May 2024'."""
    told = {
        "council": filters.council,
        "body": filters.body,
        "date_from": say.day(filters.date_from) if filters.date_from else None,
        "date_to": say.day(filters.date_to) if filters.date_to else None,
        "speaker": filters.speaker,
        "language": say(f"language.{filters.language}") if filters.language else None,
    }
    return ", ".join(say(f"filter.{name}", value=value) for name, value in told.items() if value)


def reasons(sentence: Sentence, say: Words) -> Markup:
    """What is wrong with a sentence, one line a problem."""
    lines = (
        Markup("<li>{}: “{}”{}</li>").format(say(f"problem.{one.name}"), one.words, _of_minutes(one, say)) for one in sentence.problems
    )
    return Markup('<ul class="reasons">{}</ul>').format(joined(lines))


def _of_minutes(one: Problem, say: Words) -> Markup:
    """What a sentence was held against, in its own language."""
    if not one.evidence:
        return NOTHING
    if one.name == "key":
        return Markup(" – {}").format(tell(one.evidence, say))
    return Markup(" – <span{}>{}</span>").format(say.other(detect_language(one.evidence)), one.evidence)


def place_text(passage: Passage, say: Words) -> str:
    """Where a passage stands, in one line of plain text."""
    return ". ".join(part for part in (heading(passage, say), _file(passage, say), passage.source.url) if part)


def _place(passage: Passage, say: Words, quote: str = "", others: Sequence[Passage] = ()) -> Markup:
    """Where a passage stands, with a button that opens it; `others` of the same item have buttons of their own."""
    link = web_link(passage.source.url, say)
    more = joined(
        (Markup('<button type="button" class="open" {}>{}</button>').format(opens(one), _paragraphs(one, say)) for one in others), ", "
    )
    return Markup(
        '<span class="place"><button type="button" class="open"{} {}>{}</button>'
        '<span class="where">{} <span class="file">{}{}{}</span></span></span>'
    ).format(
        say.other(passage.language),
        opens(passage, quote),
        item_title(passage.item_number, passage.item_title),
        meeting_line(passage, say),
        _file(passage, say),
        Markup(", {}").format(more) if more else NOTHING,
        Markup(" · {}").format(link) if link else NOTHING,
    )


def _file(passage: Passage, say: Words) -> str:
    page = say("place.page", page=str(passage.source.page)) if passage.source.page else ""
    return ", ".join(part for part in (file_name(passage.source.path), page, _paragraphs(passage, say)) if part)


def _paragraphs(passage: Passage, say: Words) -> str:
    first, last = passage.source.paragraphs
    return say("place.paragraph", first=str(first)) if first == last else say("place.paragraphs", first=str(first), last=str(last))


def _abstention(why: Abstention, hits: Hits | None, say: Words) -> Markup:
    """The reason; in Welsh by its kind where there is no Welsh for what is told."""
    by_heading = {passage.heading(): passage for passage in reversed(hits.passages if hits else ())}
    lines = [
        Markup("<li>{}</li>").format(_place(by_heading[heading], say) if heading in by_heading else heading) for heading in why.nearest
    ]
    near = Markup('<h3 class="minor">{}</h3><ul class="sources">{}</ul>').format(say("answer.nearest"), joined(lines)) if lines else NOTHING
    known = say.language == "en" or in_welsh(why.message)
    message = tell(why.message, say) if known else say(f"abstention.{why.kind}", count=why.searched)
    return Markup('<div class="abstention"><p>{}</p></div>{}').format(message, near)


def _made(done: Answer, say: Words) -> Markup:
    made = done.provenance
    if done.abstention:
        how = say("answer.searched", count=done.abstention.searched)
    elif made.engine == "llm":
        how = say("made.llm", model=made.model or say("made.model"))
    else:
        how = say("made.quote")
    note = Markup('<p class="aside">{} {}.</p>').format(say("made.note"), tell(made.note, say)) if made.note else NOTHING
    return Markup('<p class="aside made">{} {}</p>{}').format(how, say("made.seconds", seconds=f"{max(made.seconds, 0.1):.1f}"), note)
