"""An answer as HTML: sentences with numbered citations, sources, what was withheld, or why there is no answer."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from assistant.datamodel import Abstention, Answer, Citation, Passage, Sentence
from page.markup import NOTHING, file_name, item_title, joined, lang, meeting_line, some

PROBLEMS = {
    "key": "cites a place that is not there",
    "figure": "a figure that the minutes do not give",
    "quotation": "a quotation that is not word for word",
    "attribution": "said by somebody else, or by nobody named",
    "modality": "told as settled what the minutes leave open",
    "negation": "a ‘not’ lost or added",
    "decision": "told as decided what was not",
    "name": "a name that the minutes do not give",
    "support": "not borne out by what is cited",
}


def answer(done: Answer, nearest: Sequence[Passage] = (), understood: Sequence[str] = ()) -> Markup:
    """A whole answer.

    Args:
        nearest: passages that an abstention's nearest items are opened by.
        understood: what the question itself was taken to say of meetings ('since May').
    """
    told = (
        [_abstention(done.abstention, nearest)] if done.abstention else [sentences(done.sentences, done.citations), sources(done.citations)]
    )
    taken = Markup('<p class="aside">The question was taken to mean: {}.</p>').format("; ".join(understood)) if understood else NOTHING
    return joined([*told, withheld(done.withheld), taken, _made(done)])


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


def sentences(written: Sequence[Sentence], citations: Sequence[Citation]) -> Markup:
    """Sentences, each with the numbers of what it stands on; a draft's sentence that fails a check is marked with the reason."""
    numbered = {citation.key: (number, citation) for number, citation in enumerate(citations, start=1)}
    lines = []
    for one in written:
        cited = [numbered[key] for key in one.citations if key in numbered]
        language = lang(cited[0][1].passage.language) if cited else NOTHING
        marks = joined(cite_button(citation, number) for number, citation in cited)
        start, space, end = one.text.rpartition(" ")  # the number stays on the line of the last word
        words = Markup('<span{}>{}</span><span class="kept"><span{}>{}</span>{}</span>').format(
            language, start + space, language, end, marks
        )
        lines.append(Markup("<p>{}</p>{}").format(words, _reasons(one) if one.problems else NOTHING))
    return Markup('<div class="sentences">{}</div>').format(joined(lines))


def cite_button(citation: Citation, number: int) -> Markup:
    """A number that opens the paragraph."""
    return Markup('<button type="button" class="cite" {} aria-label="Source {}: {}">{}</button>').format(
        opens(citation.passage, citation.quote), number, citation.passage.heading(), number
    )


def opens(passage: Passage, quote: str = "") -> Markup:
    """Attributes by which a button says what to open in the reader."""
    first, last = passage.source.paragraphs
    return Markup('data-passage="{}" data-first="{}" data-last="{}" data-quote="{}"').format(passage.id, first, last, quote)


def sources(citations: Sequence[Citation]) -> Markup:
    """The numbered places, each a button."""
    if not citations:
        return NOTHING
    lines = (
        Markup('<li><span class="number">{}</span>{}</li>').format(number, _place(one.passage, one.quote))
        for number, one in enumerate(citations, start=1)
    )
    return Markup('<h3 class="minor">Sources</h3><ol class="sources">{}</ol>').format(joined(lines))


def withheld(failed: Sequence[Sentence]) -> Markup:
    """How many sentences failed a check; which, and why, on request."""
    if not failed:
        return NOTHING
    lines = (Markup("<li><p>{}</p>{}</li>").format(one.text, _reasons(one)) for one in failed)
    return Markup('<details class="withheld"><summary>{} withheld: the minutes do not bear {} out</summary><ul>{}</ul></details>').format(
        some(len(failed), "sentence"), "it" if len(failed) == 1 else "them", joined(lines)
    )


def _place(passage: Passage, quote: str = "") -> Markup:
    return Markup(
        '<span class="place"><button type="button" class="open" {}>{}</button>'
        '<span class="where">{} <span class="file">{}</span></span></span>'
    ).format(opens(passage, quote), item_title(passage.item_number, passage.item_title), meeting_line(passage), _file(passage))


def _file(passage: Passage) -> str:
    page = f", page {passage.source.page}" if passage.source.page else ""
    return f"{file_name(passage.source.path)}{page}"


def _abstention(why: Abstention, nearest: Sequence[Passage]) -> Markup:
    by_heading = {passage.heading(): passage for passage in reversed(nearest)}
    lines = [
        Markup("<li>{}</li>").format(_place(by_heading[heading])) if heading in by_heading else Markup("<li>{}</li>").format(heading)
        for heading in why.nearest
    ]
    near = Markup('<h3 class="minor">Nearest items</h3><ul class="sources">{}</ul>').format(joined(lines)) if lines else NOTHING
    return Markup('<div class="abstention"><p>{}</p></div>{}').format(why.message, near)


def _reasons(sentence: Sentence) -> Markup:
    lines = (
        Markup("<li>{}: “{}”{}</li>").format(PROBLEMS[one.name].capitalize(), one.words, f" – {one.evidence}" if one.evidence else "")
        for one in sentence.problems
    )
    return Markup('<ul class="reasons">{}</ul>').format(joined(lines))


def _made(done: Answer) -> Markup:
    made = done.provenance
    if done.abstention:
        how = f"{some(done.abstention.searched, 'passage')} searched"
    elif made.engine == "llm":
        how = f"Written by {made.model or 'a chat model'} and checked sentence by sentence against the minutes"
    else:
        how = "The minutes’ own sentences, word for word"
    note = Markup('<p class="aside">Note: {}.</p>').format(made.note) if made.note else NOTHING
    return Markup('<p class="aside">{}. {:.1f} seconds.</p>{}').format(how, made.seconds, note)
