"""The Library tab as HTML: what became of uploads, the table of meetings, and what is wrong with which file."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ingest.lookup import DocumentRow
from page.markup import NOTHING, draft_badge, file_name, joined, language_badge
from page.meetings import HeldMeeting
from page.messages import tell
from page.uploads import Outcome, ReadAgain
from page.wording import Words

MOST_ROWS = 1000


def results(done: Sequence[Outcome], total: int, say: Words, at_hand: str = "") -> Markup:
    """Progress, and the result of each file so far."""
    rows = (
        Markup('<li class="{}"><span class="file">{}</span> <b>{}</b>{}{}</li>').format(
            one.result.replace(" ", "-"), one.name, say(f"result.{one.result}"), _detail(one, say), _failures(one, say)
        )
        for one in done
    )
    bar = (
        Markup('<p><progress max="{}" value="{}" aria-label="{}"></progress> {}: {}</p>').format(
            total, len(done), say("files.progress"), say("files.of", done=len(done), total=total), at_hand
        )
        if len(done) < total
        else Markup("<p>{}</p>").format(say("files.done", count=total))
    )
    return Markup('<div class="results" role="status">{}<ul>{}</ul></div>').format(bar, joined(rows))


def table(held: Sequence[HeldMeeting], say: Words) -> Markup:
    """The meetings, latest first, each with a button that opens it and one that takes its minutes out."""
    if not held:
        return Markup('<p class="aside">{}</p>').format(say("shelf.empty"))
    columns = {
        "date": "date",
        "body": "",
        "document": "file",
        "items": "count",
        "status": "status",
        "language": "language",
        "remove": "act",
    }
    heads = joined(Markup('<th scope="col" class="{}">{}</th>').format(style, say(f"column.{name}")) for name, style in columns.items())
    rows = joined(
        Markup("<tr>{}</tr>").format(
            joined(
                Markup('<td class="{}" data-label="{}">{}</td>').format(style, say(f"column.{name}"), cell)
                for (name, style), cell in zip(columns.items(), _cells(one, say), strict=True)
            )
        )
        for one in held[:MOST_ROWS]
    )
    more = Markup('<p class="aside">{}</p>').format(say("shelf.more", count=MOST_ROWS)) if len(held) > MOST_ROWS else NOTHING
    return Markup('<table class="meetings"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}').format(
        say("shelf.caption", count=len(held)), heads, rows, more
    )


def problems(documents: Sequence[DocumentRow], say: Words) -> Markup:
    """What a reader of the answers should know of some files."""
    rows = [
        Markup('<tr><td class="file">{}</td><td>{}</td></tr>').format(file_name(one.path), tell(warning, say))
        for one in documents
        for warning in one.warnings
    ]
    if not rows:
        return NOTHING
    heads = joined(Markup('<th scope="col">{}</th>').format(say(name)) for name in ("column.document", "column.noticed"))
    return Markup('<table class="problems"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(
        say("shelf.problems", count=len(rows)), heads, joined(rows)
    )


def removal(one: HeldMeeting, say: Words) -> Markup:
    """What taking a meeting's minutes out would do, asked before it is done."""
    return Markup('<div class="ask-first" role="group" aria-label="{}"><p><b>{}</b></p><p>{}</p></div>').format(
        say("remove.title"), say("remove.ask", meeting=one.label(say)), say("remove.text", count=len(one.documents))
    )


def read_again(done: ReadAgain, say: Words) -> Markup:
    """What reading every file again has found."""
    report = done.report
    told = Markup("<p>{}</p>").format(
        say("reindex.done", unchanged=report.unchanged, updated=report.updated + report.added, failed=len(report.failed))
    )
    gone = joined(Markup("<li>{}</li>").format(file_name(path)) for path in done.gone)
    failed = joined(Markup("<li>{}</li>").format(tell(one.error.replace(one.path, file_name(one.path)), say)) for one in report.failed)
    lists = [Markup("<p>{}</p><ul>{}</ul>").format(say("reindex.gone"), gone) if gone else NOTHING]
    lists += [Markup("<ul>{}</ul>").format(failed) if failed else NOTHING]
    return Markup('<div class="results" role="status">{}{}</div>').format(told, joined(lists))


def _cells(one: HeldMeeting, say: Words) -> tuple[Markup | str, ...]:
    body = Markup('<button type="button" class="open"{} data-meeting="{}">{}</button>').format(
        say.other(one.first.language), one.key, one.first.body or one.first.title
    )
    remove = Markup('<button type="button" class="open remove" data-remove="{}">{}<span class="unseen"> {}</span></button>').format(
        one.key, say("remove"), one.label(say)
    )
    return say.day(one.first.date), body, _documents(one, say), str(one.items), _status(one, say), _language(one, say), remove


def _detail(one: Outcome, say: Words) -> str:
    told = ", ".join(say(f"result.count.{result}", count=count) for result, count in one.counts if count)
    return f" ({told})" if told else ""


def _failures(one: Outcome, say: Words) -> Markup:
    lines = (
        Markup("<li>{}{}</li>").format(
            tell(failure.error.replace(failure.path, file_name(failure.path)), say),
            Markup('<br><span class="aside">{}</span>').format(tell(failure.hint, say)) if failure.hint else NOTHING,
        )
        for failure in one.failures
    )
    return Markup("<ul>{}</ul>").format(joined(lines)) if one.failures else NOTHING


def _documents(one: HeldMeeting, say: Words) -> str:
    return file_name(one.first.path) if len(one.documents) == 1 else say("meeting.saved", count=len(one.documents))


def _status(one: HeldMeeting, say: Words) -> Markup:
    return draft_badge(one.first.status, say) or Markup("{}").format(say("approved" if one.first.status == "approved" else "not.stated"))


def _language(one: HeldMeeting, say: Words) -> Markup:
    return language_badge(one.first.language) or Markup("{}").format(say("language.en"))
