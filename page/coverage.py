"""What the library holds, in a few words: which years, which committees, how much."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ingest.lookup import DocumentRow
from page.markup import joined
from page.wording import Words


def coverage(documents: Sequence[DocumentRow], meetings: int, say: Words) -> Markup:
    """For the empty place beside the first question."""
    if not documents:
        return Markup('<div class="coverage"><h2 class="minor">{}</h2><p>{}</p></div>').format(say("empty"), say.html("empty.hint"))
    dates = [one.date for one in documents if one.date]
    span = say("held.span", first=say.day(min(dates)), last=say.day(max(dates))) if dates else ""
    languages = {one.body: one.language for one in documents if one.body}
    rows = [Markup("<li{}>{}</li>").format(say.other(languages[name]), name) for name in sorted(languages)]
    if any(one.body is None for one in documents):
        rows.append(Markup("<li>{}</li>").format(say("held.nobody")))
    return Markup('<div class="coverage"><h2 class="minor">{}</h2><p>{}{}.</p><ul>{}</ul><h2 class="minor">{}</h2><p>{}</p></div>').format(
        say("held.title"), say("meetings", count=meetings), span, joined(rows), say("held.how"), say("held.how.text")
    )
