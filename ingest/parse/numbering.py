"""Choosing the numbers that are agenda items: the candidates that make the most plausible rising sequence at one level."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.parse.openings import Opening, Scheme

_SCHEMES: tuple[Scheme, ...] = ("plain", "year", "dated", "roman", "decimal")
_ENOUGH = 3.0


def choose(candidates: Sequence[Opening]) -> list[Opening]:
    """The openings of the document's agenda items in order; empty where no sequence is plausible.

    A chain earns the weight of its openings and pays for gaps, repeats and restarts; the richest chain of one scheme wins.
    """
    best: list[Opening] = []
    best_score = 0.0
    for scheme in _SCHEMES:
        mine = [one for one in candidates if one.scheme == scheme]
        chain, score = _richest(mine, restart=False)
        again, more = _richest(mine, restart=True)
        # numbers that begin again are new items only where the first numbering has ended: otherwise they are a list inside an item
        if more > score and len(again) > len(chain) and again[: len(chain)] == chain:
            chain, score = again, more
        if score > best_score and (len(chain) > 1 or (chain and (chain[0].heading or chain[0].consumed == 2))):
            best, best_score = chain, score
    if best_score < _ENOUGH and not (best and (best[0].heading or best[0].consumed == 2)):
        return []
    return _with_lost_digits(best, candidates)


def _richest(mine: Sequence[Opening], *, restart: bool) -> tuple[list[Opening], float]:
    """The chain with the highest score by dynamic programming over candidates in reading order."""
    scores: list[float] = []
    back: list[int] = []
    tight = [_tight(mine, here) for here in range(len(mine))]
    listed = [not one.rest and (tight[here] or (here > 0 and tight[here - 1] and not mine[here - 1].rest)) for here, one in enumerate(mine)]
    for here, one in enumerate(mine):
        first = one.weight - (0.0 if one.key <= 2 or one.scheme == "year" else 0.8)
        score, source = first, -1
        # a hundred candidates back is further than any agenda numbers in one meeting
        for earlier in range(max(0, here - 120), here):
            gain = (
                scores[earlier]
                + one.weight
                - _step(mine[earlier], one, tight=tight[here], listed=listed[earlier] or listed[here], restart=restart)
            )
            if gain > score:
                score, source = gain, earlier
        scores.append(score)
        back.append(source)
    if not scores:
        return [], 0.0
    at = max(range(len(scores)), key=scores.__getitem__)
    best, chain = scores[at], []
    while at >= 0:
        chain.append(mine[at])
        at = back[at]
    return chain[::-1], best


def _tight(mine: Sequence[Opening], here: int) -> bool:
    """Whether the next number follows in the very next block: a list inside an item, not items."""
    return (
        here + 1 < len(mine) and mine[here + 1].key == mine[here].key + 1 and mine[here + 1].block <= mine[here].block + mine[here].consumed
    )


def _step(earlier: Opening, later: Opening, *, tight: bool, listed: bool, restart: bool) -> float:
    """What it costs to go from one opening to the next; `tight` and `listed` openings stand hard by their neighbours, as in a list."""
    if later.block < earlier.block + earlier.consumed and later.start <= earlier.start:
        return 99.0
    gap = later.key - earlier.key
    style = 0.0 if later.heading == earlier.heading and later.title.isupper() == earlier.title.isupper() else 0.5
    if gap == 1:
        return style
    if gap == 0:
        # "5(a)" after "5", or a number printed twice: the second must look like a title on its own
        return style + (0.0 if later.number != earlier.number else 1.0 if later.weight >= 2 and not listed and not style else 9.0)
    if 1 < gap <= 4:
        return style + 0.5 * gap
    if 4 < gap <= 12:
        return style + 3.0
    if gap > 12:
        return style + 6.0
    if later.scheme == "dated":
        return style + 0.5
    if later.key == 1 and restart:
        return style + (9.0 if tight else 3.5)
    return 99.0


def _with_lost_digits(chain: list[Opening], candidates: Sequence[Opening]) -> list[Opening]:
    """Put back an opening whose number lost its first digit ("6" between 55 and 57), as happens at line starts of PDF text."""
    out: list[Opening] = []
    for one in chain:
        if out and one.key - out[-1].key == 2:
            missing = str(one.key - 1)
            for other in candidates:
                if (
                    out[-1].block < other.block < one.block
                    and other.scheme == one.scheme
                    and missing.endswith(other.number)
                    and other.weight >= 2
                ):
                    out.append(other)
                    break
        out.append(one)
    return out


def sub_openings(chain: Sequence[Opening], candidates: Sequence[Opening]) -> list[Opening]:
    """Sub-items ("4.1") that stand under the item whose number they carry on, each with a title of its own."""
    found: list[Opening] = []
    if not chain or chain[0].scheme != "plain":
        return found
    for place, parent in enumerate(chain):
        end = chain[place + 1].block if place + 1 < len(chain) else None
        last: tuple[int, ...] = ()
        for one in candidates:
            if one.scheme != "decimal" or one.block < parent.block or (end is not None and one.block >= end):
                continue
            if one.decimals[0] == parent.key and len(one.decimals) == 2 and one.decimals > last and one.weight >= 1.5:
                found.append(one)
                last = one.decimals
    return found
