"""Small plots as SVG: nothing is loaded from elsewhere, and what they show is said in words for those who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from evals.datamodel import Figure, Mean

LABELS, WIDTH, ROW, AXIS = 440, 920, 24, 28
PLOT = WIDTH - LABELS - 70


class Line(NamedTuple):
    """One line of a plot of shares."""

    label: str
    figure: Figure


def whiskers(lines: Sequence[Line], title: str) -> Markup:
    """A dot for each share from 0 to 1 with two standard errors either side; a ring for the held-out questions."""
    height = ROW * len(lines) + AXIS
    parts = [_grid(height)]
    for number, (label, one) in enumerate(lines):
        middle = ROW * number + ROW / 2
        parts.append(Markup('<text x="{}" y="{:.1f}" class="label">{}</text>').format(LABELS - 10, middle + 4, label))
        if one.held_out:
            parts.append(_mark(one.held_out, middle + 5, "held"))
        parts.append(_mark(one, middle - (2 if one.held_out else 0), "all"))
        parts.append(Markup('<text x="{}" y="{:.1f}" class="value">{:.3f}</text>').format(WIDTH - 56, middle + 4, one.mean))
    said = "; ".join(f"{label} {one.mean:.3f} ± {one.error:.3f}" for label, one in lines)
    return _svg(height, title, said, parts)


def _x(share: float) -> float:
    return LABELS + PLOT * min(1.0, max(0.0, share))


def _grid(height: int) -> Markup:
    parts = []
    for tenth in range(0, 11, 2):
        x = _x(tenth / 10)
        parts.append(Markup('<line x1="{0:.1f}" x2="{0:.1f}" y1="0" y2="{1}" class="grid"/>').format(x, height - AXIS + 4))
        parts.append(Markup('<text x="{:.1f}" y="{}" class="tick">{:g}</text>').format(x, height - 8, tenth / 10))
    return Markup("").join(parts)


def _mark(one: Mean, y: float, kind: str) -> Markup:
    low, high = _x(one.mean - 2 * one.error), _x(one.mean + 2 * one.error)
    return Markup(
        '<line x1="{:.1f}" x2="{:.1f}" y1="{:.1f}" y2="{:.1f}" class="whisker {}"/><circle cx="{:.1f}" cy="{:.1f}" r="4" class="dot {}"/>'
    ).format(low, high, y, y, kind, _x(one.mean), y, kind)


def _svg(height: int, title: str, said: str, parts: Sequence[Markup]) -> Markup:
    return Markup('<svg viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, height, f"{title}. {said}", Markup("").join(parts)
    )


def curve(points: Sequence[tuple[int, Figure]], title: str) -> Markup:
    """Recall against the number of passages looked at, with a band of two standard errors."""
    width, height, left, bottom = 430, 230, 46, 34
    most = max(k for k, _ in points)

    def place(k: float, share: float) -> str:
        return f"{left + (width - left - 14) * k / most:.1f},{(height - bottom) - (height - bottom - 12) * share:.1f}"

    band = [place(k, min(1.0, one.mean + 2 * one.error)) for k, one in points]
    band += [place(k, max(0.0, one.mean - 2 * one.error)) for k, one in reversed(points)]
    parts = [
        Markup('<line x1="{0}" x2="{1}" y1="{2}" y2="{2}" class="grid"/><text x="{3}" y="{4}" class="value end">{5:g}</text>').format(
            left, width - 14, y, left - 8, y + 4, share
        )
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
        for y in [float(place(0, share).split(",")[1])]
    ]
    parts.append(Markup('<polygon points="{}" class="band"/>').format(" ".join(band)))
    parts.append(Markup('<polyline points="{}" class="curve"/>').format(" ".join(place(k, one.mean) for k, one in points)))
    for k, one in points:
        x, y = place(k, one.mean).split(",")
        parts.append(
            Markup('<circle cx="{}" cy="{}" r="4" class="dot all"/><text x="{}" y="{}" class="tick">{}</text>').format(
                x, y, x, height - 16, k
            )
        )
    parts.append(Markup('<text x="{}" y="{}" class="tick">passages looked at</text>').format(width / 2 + 16, height - 2))
    said = "; ".join(f"{k} passages: {one.mean:.3f}" for k, one in points)
    return Markup('<svg viewBox="0 0 {} {}" class="small" role="img" aria-label="{}">{}</svg>').format(
        width, height, escape(f"{title}. {said}"), Markup("").join(parts)
    )
