"""The registers as HTML: a row a decision or an action, with how it came out, what became of it, and a button to its words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, NamedTuple

from markupsafe import Markup

from assistant.cli.sheets import as_csv
from assistant.registers import ActionRow, DecisionRow, Row
from ingest.lookup import has_part
from page import saving
from page.markup import NOTHING, file_key, file_name, item_title, joined, language_badge, put_right
from page.meetings import how_decided, in_parts
from page.wording import Words

SHOWN = 50  # rows; the CSV has all of them
LONG = 700  # characters of a decision that are shown open
KINDS = ("resolved", "agreed", "recommended", "noted", "deferred", "refused", "carried", "lost", "withdrawn")
STATES = ("open", "updated", "closed", "unknown")

What = Literal["decisions", "actions"]
Order = Literal["newest", "oldest", "body", "item"]


class Wish(NamedTuple):
    """Which rows, beyond what the library's own filters admit, and in which order."""

    what: What
    kind: str = ""  # of decisions their kind, of actions what became of them
    text: str = ""
    order: Order = "newest"


def chosen(rows: Sequence[Row], wish: Wish) -> list[Row]:
    """The rows wished for, in the order wished for."""
    kept = [row for row in rows if _has_kind(row, wish.kind) and _holds(row, wish.text.split())]
    if wish.order == "body":
        return sorted(kept, key=lambda row: (row.body or "", row.date or dt.date.min))
    if wish.order == "item":
        return sorted(kept, key=lambda row: (row.item_title.casefold(), row.date or dt.date.min))
    return sorted(kept, key=lambda row: row.date or dt.date.min, reverse=wish.order == "newest")


def table(rows: Sequence[Row], wish: Wish, say: Words) -> Markup:
    """The rows as a table, with a link to all of them as CSV."""
    if not rows:
        return Markup('<p class="aside" role="status">{}</p>').format(say(f"{wish.what}.none"))
    heads = joined(Markup('<th scope="col">{}</th>').format(say(f"column.{name}")) for name in ("item", wish.what))
    body = joined(_row(row, say) for row in rows[:SHOWN])
    more = Markup('<p class="aside">{}</p>').format(say("registers.more", count=SHOWN)) if len(rows) > SHOWN else NOTHING
    return Markup(
        '<div class="tell" role="status">{} {}</div><table class="register"><caption class="unseen">{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table>{}"
    ).format(say(wish.what, count=len(rows)), csv_link(rows, wish.what, say), say(f"column.{wish.what}"), heads, body, more)


def csv_link(rows: Sequence[Row], what: What, say: Words) -> Markup:
    """All rows in a file that a spreadsheet opens: the same as `minutewise decisions --format csv`, with sources by their files' names."""
    file = saving.folder() / f"{what}.csv"
    named = [row.model_copy(update={"source": row.source.model_copy(update={"path": file_name(row.source.path)})}) for row in rows]
    file.write_text("\ufeff" + as_csv(named, what), encoding="utf-8", newline="")
    return saving.link(file, say("registers.csv"))


def _row(row: Row, say: Words) -> Markup:
    other = say.other(row.language)
    return Markup(
        '<tr><td class="of"><span class="date">{}</span> <span{}>{}</span> <span class="where"><span{}>{}</span> {}</span></td>'
        '<td class="what">{}{}{}<button type="button" class="open" data-file="{}" data-first="{}" data-last="{}">{}</button>'
        ' <span class="where">{}</span></td></tr>'
    ).format(
        say.day(row.date),
        other,
        item_title(row.item_number, row.item_title),
        other,
        row.body or row.council or "",
        language_badge(row.language),
        _text(row, other),
        _facts(row, say),
        _standing(row, say),
        file_key(row.source.path),
        *row.source.paragraphs,
        say("registers.open"),
        file_name(row.source.path) + (f", {say('place.page', page=str(row.source.page))}" if row.source.page else ""),
    )


def _text(row: Row, other: Markup) -> Markup:
    told = in_parts(row.text, other)
    if len(row.text) <= LONG:
        return told
    return Markup("<details{}><summary>{} …</summary>{}</details>").format(other, row.text[:LONG].rsplit(None, 1)[0], told)


def _facts(row: Row, say: Words) -> Markup:
    told = []
    if isinstance(row, DecisionRow):
        told = [say(f"kind.{row.kind}"), how_decided(row, say)]
    elif isinstance(row, ActionRow):
        told = [say("action.owner", name=row.owner) if row.owner else "", say("action.due", day=row.due) if row.due else ""]
    facts = ". ".join(fact for fact in told if fact)
    progress = row.progress if isinstance(row, ActionRow | DecisionRow) else None
    later = NOTHING
    if progress and isinstance(row, ActionRow | DecisionRow):
        badge = Markup('<span class="badge state {}">{}</span>').format(progress, say(f"state.{progress}"))
        words = joined(
            Markup(
                '<li><button type="button" class="open" data-file="{}" data-first="{}" data-last="{}">{}</button> '
                '<span class="aside">{}</span></li>'
            ).format(file_key(one.source.path), *one.source.paragraphs, f"{say.day(one.date)}, {one.body or ''}", say(f"says.{one.says}"))
            for one in row.followed
        )
        later = Markup("<p>{}</p>").format(badge) + (Markup('<ul class="followed">{}</ul>').format(words) if words else NOTHING)
    return (Markup('<p class="facts">{}</p>').format(facts) if facts else NOTHING) + later


def _standing(row: Row, say: Words) -> Markup:
    told = [say(f"standing.{row.standing}", day=say.day(row.confirmed))] if row.standing not in ("stands", "corrected") else []
    notes = [Markup('<p class="aside">{}</p>').format(one) for one in told]
    notes += [put_right(say("standing.corrected", day=say.day(one.date)), one.text, say.other(row.language)) for one in row.corrections]
    return joined(notes)


def _has_kind(row: Row, kind: str) -> bool:
    return not kind or kind == row.kind or (isinstance(row, ActionRow) and kind == row.progress)


def _holds(row: Row, words: Sequence[str]) -> bool:
    return all(has_part(row.text, word) or has_part(row.item, word) for word in words)
