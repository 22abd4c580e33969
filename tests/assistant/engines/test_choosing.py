"""Which units make the answer."""

from __future__ import annotations

from assistant.engines.choosing import MOST_SENTENCES, Scored, chosen
from assistant.units import Unit

SUBJECTS = ("slates", "allotments", "lights", "benches", "hedges", "drains", "gates", "signs", "paths", "bins")


def run(*scores: float, passage: int = 0, meeting: str = "one", hanging: int | None = None) -> list[Scored]:
    """A paragraph whose units have these scores."""
    return [
        Scored(
            unit=Unit(
                key=f"k{passage}", text=f"The {SUBJECTS[place]} {passage} were discussed.", line=0, hanging=place == hanging, decision=False
            ),
            score=score,
            passage=passage,
            place=place,
            meeting=meeting,
            continues=place > 0,
        )
        for place, score in enumerate(scores)
    ]


def places(some: list[Scored]) -> list[tuple[int, int]]:
    return [(one.passage, one.place) for one in some]


def test_one_strong_paragraph_is_told_as_it_runs_without_its_weak_edges() -> None:
    scored = [*run(0.1, 0.9, 0.6, 0.7, 0.1), *run(0.2, 0.2, passage=1)]
    assert places(chosen(scored)) == [(0, 1), (0, 2), (0, 3)]


def test_several_meetings_are_heard_before_one_is_heard_twice() -> None:
    scored = [*run(0.90, passage=0), *run(0.89, passage=1), *run(0.80, passage=2, meeting="two")]
    assert places(chosen(scored)) == [(0, 0), (2, 0), (1, 0)]


def test_a_hanging_pronoun_brings_what_it_hangs_on() -> None:
    scored = [*run(0.2, 0.9, hanging=1), *run(0.1, passage=1)]
    assert places(chosen(scored)) == [(0, 0), (0, 1)]


def test_there_are_never_more_than_six_and_no_repetitions() -> None:
    many = [one for passage in range(9) for one in run(0.9, 0.9, passage=passage, meeting=str(passage))]
    assert len(chosen(many)) == MOST_SENTENCES
    twice = [*run(0.9), *[one._replace(passage=1, meeting="two") for one in run(0.88)]]
    assert places(chosen(twice)) == [(0, 0)]
    assert chosen([]) == []
