"""How a newsletter and its plan are told on the terminal and in JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from assistant.cli.render import dim, wrapped
from assistant.datamodel import Article, Edition
from assistant.newsletter import Candidate, Done, Estimate


def print_plan(candidates: Sequence[Candidate], estimate: Estimate, *, as_json: bool) -> None:
    """The stories with their scores and reasons, and what they would cost."""
    if as_json:
        rows = [candidate.model_dump(mode="json") for candidate in candidates]
        click.echo(json.dumps({"candidates": rows, "estimate": estimate.model_dump()}, ensure_ascii=False, indent=2))
        return
    for candidate in candidates:
        label = " (draft minutes)" if candidate.status == "draft" else ""
        click.echo(f"\n{candidate.score:5.1f}  {click.style(wrapped(candidate.title + label, '       ', '').lstrip(), bold=True)}")
        click.echo(dim(wrapped(f"{candidate.theme}. {'; '.join(candidate.meetings)}", "       ", "       ")))
        click.echo(wrapped(", ".join(candidate.reasons), "       ", "       "))
    click.echo(f"\n{estimate.described()}")


def print_edition(edition: Edition, done: Sequence[Done], files: Sequence[Path], seconds: float) -> None:
    """The headlines with what must be mended, what failed, and the files."""
    click.echo(f"\n{click.style(edition.title, bold=True)}")
    theme = None
    for article in edition.articles:
        if article.theme != theme:
            theme = article.theme
            click.echo(f"\n{theme}")
        label = " (draft minutes)" if article.status == "draft" else ""
        click.echo(wrapped(f"{article.headline}{label}", "    ", "  - "))
        for problem in problems(article):
            if problem["severity"] == "stop":
                click.secho(wrapped(f"{problem['check']}, {problem['rule']}: “{problem['words']}”", "      ", "    ! "), fg="yellow")
    for finding in edition.findings:
        click.secho(wrapped(f"{finding.check}, {finding.rule}", "    ", "  ! "), fg="yellow")
    for one in done:
        if one.article is None:
            colour = "red" if one.status == "failed" else "yellow"
            click.secho(wrapped(f"{one.status}: {one.candidate.title}: {one.error}", "    ", "  ! "), fg=colour)
    click.echo("\nWritten" if files else "\nNothing written: there is no story.")
    for file in files:
        click.echo(f"  {file}")
    kept = sum(one.kept for one in done)
    earlier = f" ({kept} kept from an earlier run)" if kept else ""
    found = sum(len(problems(article)) for article in edition.articles) + len(edition.findings)
    click.echo(dim(f"\n{len(edition.articles)} stories{earlier}, {found} findings to look at, {seconds} s"))


def as_rows(edition: Edition, done: Sequence[Done]) -> list[dict[str, object]]:
    """The stable form of the items of `minutewise newsletter --json`."""
    told = {article.id: article for article in edition.articles}
    rows: list[dict[str, object]] = []
    for one in done:
        article = told.get(one.candidate.id)
        rows.append(
            {
                "id": one.candidate.id,
                "title": article.headline if article else one.candidate.title,
                "status": one.status,
                "words": article.words if article else 0,
                "problems": problems(article) if article else [{"error": one.error}],
            }
        )
    return rows


def problems(article: Article) -> list[dict[str, object]]:
    """What is wrong with a story: failed checks of its sentences, then the findings of the checks before publication."""
    failed: list[dict[str, object]] = [
        {"check": "grounding", "rule": problem.name, "severity": "stop", "sentence": sentence.text, "words": problem.words}
        for sentence in article.sentences
        for problem in sentence.problems
    ]
    return failed + [finding.model_dump(mode="json") for finding in article.findings if finding.check != "grounding"]
