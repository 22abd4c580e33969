"""The Library tab as HTML: what became of uploads, the table of meetings, and what is wrong with which file."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ingest.lookup import DocumentRow
from page.markup import NOTHING, day, draft_badge, file_name, joined, language_badge, some
from page.meetings import HeldMeeting
from page.uploads import Outcome

MOST_ROWS = 1000


def results(done: Sequence[Outcome], total: int, at_hand: str = "") -> Markup:
    """Progress, and the result of each file so far."""
    rows = (
        Markup('<li class="{}"><span class="file">{}</span> <b>{}</b>{}{}</li>').format(
            one.result.replace(" ", "-"), one.name, one.result, f" ({one.detail})" if one.detail else "", _failures(one)
        )
        for one in done
    )
    bar = (
        Markup('<p><progress max="{}" value="{}" aria-label="Files taken in"></progress> {} of {}: {}</p>').format(
            total, len(done), len(done), total, at_hand
        )
        if len(done) < total
        else Markup("<p>{} looked at.</p>").format(some(total, "file"))
    )
    return Markup('<div class="results" role="status">{}<ul>{}</ul></div>').format(bar, joined(rows))


def table(held: Sequence[HeldMeeting]) -> Markup:
    """The meetings, latest first, each with a button that opens it."""
    if not held:
        return Markup('<p class="aside">No minutes yet. Add files above.</p>')
    columns = {"Date": "date", "Body": "", "Document": "file", "Items": "count", "Status": "", "Language": ""}
    heads = joined(Markup('<th scope="col" class="{}">{}</th>').format(style, name) for name, style in columns.items())
    rows = joined(
        Markup("<tr>{}</tr>").format(
            joined(
                Markup('<td class="{}" data-label="{}">{}</td>').format(style, name, cell)
                for (name, style), cell in zip(columns.items(), _cells(one), strict=True)
            )
        )
        for one in held[:MOST_ROWS]
    )
    more = Markup('<p class="aside">The latest {} are listed.</p>').format(some(MOST_ROWS, "meeting")) if len(held) > MOST_ROWS else NOTHING
    caption = f"{some(len(held), 'meeting')} in the library"
    return Markup('<table class="meetings"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}').format(
        caption, heads, rows, more
    )


def problems(documents: Sequence[DocumentRow]) -> Markup:
    """What a reader of the answers should know of some files."""
    rows = [
        Markup('<tr><td class="file">{}</td><td>{}</td></tr>').format(file_name(one.path), warning)
        for one in documents
        for warning in one.warnings
    ]
    if not rows:
        return NOTHING
    heads = Markup('<th scope="col">Document</th><th scope="col">What was noticed</th>')
    return Markup('<table class="problems"><caption>To know about {}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(
        some(len(rows), "file"), heads, joined(rows)
    )


def _cells(one: HeldMeeting) -> tuple[Markup | str, ...]:
    body = Markup('<button type="button" class="open" data-meeting="{}">{}</button>').format(one.key, one.first.body or one.first.title)
    return day(one.first.date), body, _documents(one), str(one.items), _status(one), _language(one)


def _failures(one: Outcome) -> Markup:
    lines = (
        Markup("<li>{}{}</li>").format(
            failure.error.replace(failure.path, file_name(failure.path)),
            Markup('<br><span class="aside">{}</span>').format(failure.hint) if failure.hint else NOTHING,
        )
        for failure in one.failures
    )
    return Markup("<ul>{}</ul>").format(joined(lines)) if one.failures else NOTHING


def _documents(one: HeldMeeting) -> str:
    return file_name(one.first.path) if len(one.documents) == 1 else f"{len(one.documents)} saved pages"


def _status(one: HeldMeeting) -> Markup:
    return draft_badge(one.first.status) or Markup("{}").format("Approved" if one.first.status == "approved" else "Not stated")


def _language(one: HeldMeeting) -> Markup:
    return language_badge(one.first.language) or Markup("English")
