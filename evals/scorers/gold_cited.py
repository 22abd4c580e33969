"""Citation recall by label: how much of the evidence that the gold set names is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evals.gold.replies import Reply


def groups_cited(reply: Reply) -> float | None:
    """Share of the evidence groups that some citation shows; an abstention cites nothing."""
    gold = reply.answerable
    if gold is None:
        return None
    groups = gold.groups()
    return sum(any(one.holds(place) for one in reply.cited for place in group) for group in groups) / len(groups)


def any_cited(reply: Reply) -> float | None:
    """1 where evidence of some group is cited."""
    share = groups_cited(reply)
    return None if share is None else float(share > 0)


def all_cited(reply: Reply) -> float | None:
    """1 where evidence of every group is cited."""
    share = groups_cited(reply)
    return None if share is None else float(share == 1)
