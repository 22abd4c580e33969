"""What the library holds, in a few words: which years, which committees, how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from ingest.lookup import DocumentRow
from page.markup import day, joined, some

EMPTY = Markup(
    '<div class="coverage"><h2 class="minor">The library is empty</h2>'
    "<p>Open the <b>Library</b> tab and add minutes: PDF, Word, web pages saved from the council’s site, plain text, or a zip file "
    "of these. Then come back and ask.</p></div>"
)
HELD = Markup(
    '<div class="coverage"><h2 class="minor">What is searched</h2><p>{}{}.</p><ul>{}</ul><h2 class="minor">How to read an answer</h2>'
    "<p>Every sentence has a number. Select the number and the paragraph of the minutes that it stands on opens here, with the paragraphs "
    "round it. Where the minutes do not say, the answer says so.</p></div>"
)


def coverage(documents: Sequence[DocumentRow], meetings: int) -> Markup:
    """For the empty place beside the first question."""
    if not documents:
        return EMPTY
    dates = [one.date for one in documents if one.date]
    span = f", {day(min(dates))} to {day(max(dates))}" if dates else ""
    bodies = Counter(one.body or "Committee not stated" for one in documents)
    rows = joined(Markup("<li>{}</li>").format(name) for name in sorted(bodies))
    return HELD.format(some(meetings, "meeting"), span, rows)
