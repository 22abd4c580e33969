"""Answers, passages and drafts for people, in a terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence

import click

from assistant.datamodel import Abstention, Answer, Citation, Draft, Passage, Sentence
from ingest.dates import in_words

WIDTH = 80


def dim(text: str) -> str:
    """Less important."""
    return click.style(text, dim=True)


def wrapped(text: str, indent: str = "", first: str | None = None) -> str:
    """Wrapped at 80 columns or the terminal's width, whichever is less."""
    width = max(40, min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns))
    return textwrap.fill(
        text,
        width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def numbers(citations: Sequence[Citation]) -> dict[str, int]:
    """Citations are numbered from 1 for people; keys stay what programs go by."""
    return {citation.key: number for number, citation in enumerate(citations, start=1)}


def cited(sentence: Sentence, number: dict[str, int]) -> str:
    """'Numbers remain low. [1]'"""
    marks = "".join(f"[{number[key]}]" for key in sentence.citations)
    return f"{sentence.text} {marks}".strip()


def sources(citations: Sequence[Citation]) -> Iterator[str]:
    """Each item once, and under it a line for each citation: where in its file it is."""
    by_heading: dict[str, list[tuple[int, Citation]]] = {}
    for number, citation in enumerate(citations, start=1):
        by_heading.setdefault(f"{citation.passage.heading()}{_draft(citation.passage)}", []).append((number, citation))
    for heading, some in by_heading.items():
        yield wrapped(heading, "  ", "  ")
        for number, citation in some:
            yield dim(wrapped(place(citation.passage), "       ", f"  {f'[{number}]':>4} "))


def place(passage: Passage) -> str:
    """'minutes.pdf, page 3, paragraphs 41 to 43'"""
    source = passage.source
    first, last = source.paragraphs
    paragraphs = f"paragraph {first}" if first == last else f"paragraphs {first} to {last}"
    name = source.path.rpartition("/")[2]
    return ", ".join(part for part in (name, f"page {source.page}" if source.page else "", paragraphs) if part)


class AnswerPrinter:
    """Prints an answer while it is written: each sentence once it is checked, then the sources."""

    def __init__(self, *, withheld: bool = False) -> None:
        self._withheld = withheld
        self._number: dict[str, int] = {}
        self._shown: list[Sentence] = []
        self._noted: str | None = None

    def sentence(self, sentence: Sentence) -> None:
        """One more sentence; citations are numbered as they come."""
        if not self._shown:
            click.echo()
        for key in sentence.citations:
            self._number.setdefault(key, len(self._number) + 1)
        click.echo(wrapped(cited(sentence, self._number)))
        self._shown.append(sentence)

    def restart(self, note: str) -> None:
        """What was shown so far does not count."""
        click.secho(f"\n{wrapped(note)}", fg="yellow", err=True)
        self._shown, self._number, self._noted = [], {}, note

    def answer(self, answer: Answer) -> None:
        """The rest: sources, or why there is no answer."""
        if answer.abstention:
            _print_abstention(answer.abstention)
        else:
            _print_put_right(answer)
            click.echo(f"\n{click.style('Sources', bold=True)}")
            for line in sources(answer.citations):
                click.echo(line)
        print_withheld(answer.withheld, show=self._withheld)
        click.echo(dim(f"\n{_engine(answer)}, {answer.provenance.seconds:.1f} s"))
        if answer.provenance.note and answer.provenance.note != self._noted:
            click.echo(dim(wrapped(f"note: {answer.provenance.note}")))


def _print_put_right(answer: Answer) -> None:
    number = numbers(answer.citations)
    for one in answer.put_right:
        told = one.correction
        when = f" on {in_words(told.date, 'en')}" if told.date else ""
        marks = "".join(f"[{number[key]}]" for key in one.keys if key in number)
        line = f"‘{one.words}’ {marks} was put right{when} by {told.body or 'a later meeting'}, item {told.item}: {told.text}"
        click.secho(f"\n{wrapped(line, '  ', '! ')}", fg="yellow")


def _print_abstention(abstention: Abstention) -> None:
    click.echo(f"\n{wrapped(abstention.message)}")
    if abstention.nearest:
        click.echo("\nNearest items:")
        for heading in abstention.nearest:
            click.echo(wrapped(heading, "    ", "  - "))


def print_withheld(sentences: Sequence[Sentence], *, show: bool) -> None:
    """How many sentences were withheld, or which and why."""
    if not sentences:
        return
    some = "1 sentence was" if len(sentences) == 1 else f"{len(sentences)} sentences were"
    click.echo(
        f"\n{some} withheld: the minutes do not bear {'it' if len(sentences) == 1 else 'them'} out{'' if show else ' (--withheld shows)'}."
    )
    for sentence in sentences if show else ():
        click.echo(wrapped(sentence.text, "    ", "  - "))
        for problem in sentence.problems:
            click.echo(dim(wrapped(f"{problem.name}: “{problem.words}” {problem.evidence}", "      ", "    ")))


def print_draft(draft: Draft) -> None:
    """A summary, section by section, with its sources."""
    number = numbers(draft.citations)
    label = " (draft minutes)" if draft.status == "draft" else ""
    click.echo(f"\n{click.style(wrapped(draft.title + label), bold=True)}")
    for section in draft.sections:
        click.echo(f"\n{click.style(wrapped(section.heading), bold=True)}")
        for sentence in section.sentences:
            click.echo(wrapped(cited(sentence, number), "  ", "  "))
            for problem in sentence.problems:
                click.secho(wrapped(f"check {problem.name}: “{problem.words}” {problem.evidence}", "      ", "    ! "), fg="yellow")
    click.echo(f"\n{click.style('Sources', bold=True)}")
    for line in sources(draft.citations):
        click.echo(line)


def print_passages(passages: Sequence[Passage], start: int = 1) -> None:
    """Ranked passages with their beginnings."""
    for number, passage in enumerate(passages, start=start):
        click.echo(f"\n{wrapped(f'{passage.heading()}{_draft(passage)}', '    ', f'{number:>2}. ')} {dim(f'{passage.score:.2f}')}")
        click.echo(wrapped(textwrap.shorten(passage.text, 300, placeholder=" …"), "    ", "    "))
        click.echo(dim(wrapped(place(passage), "    ", "    ")))


def _draft(passage: Passage) -> str:
    return " (draft minutes)" if passage.status == "draft" else ""


def _engine(answer: Answer) -> str:
    made = answer.provenance
    if made.engine == "quote":
        return "the minutes' own sentences (quote engine)"
    model = (made.model or "").rpartition("/")[2]  # a local server names its model by the file's whole path
    return f"llm engine ({model}, {made.tokens_in} + {made.tokens_out} tokens)"
