"""Which units make the answer."""

from __future__ import annotations

import pytest

from assistant.engines.choosing import AT_ONCE, MOST_SENTENCES, chosen
from assistant.finding.reranking import Scored
from assistant.units import Unit

SUBJECTS = ("slates", "allotments", "lights", "benches", "hedges", "drains", "gates", "signs", "paths", "bins")


def run(*shares: float, passage: int = 0, hanging: int | None = None) -> list[Scored]:
    """A paragraph whose units have these shares."""
    return [
        Scored(
            unit=Unit(
                key=f"k{passage}", text=f"The {SUBJECTS[place]} {passage} were discussed.", line=0, hanging=place == hanging, decision=False
            ),
            share=share,
            passage=passage,
            place=place,
            continues=place > 0,
        )
        for place, share in enumerate(shares)
    ]


def places(some: list[Scored]) -> list[tuple[int, int]]:
    return [(one.passage, one.place) for one in some]


def test_one_likely_paragraph_is_told_as_it_runs_without_a_weak_beginning() -> None:
    scored = [*run(0.001, 0.5, 0.2, 0.25, 0.0001), *run(0.01, 0.01, passage=1)]
    assert places(chosen(scored)) == [(0, 1), (0, 2), (0, 3), (0, 4)]


def test_a_paragraph_runs_out_where_nothing_more_is_to_the_point() -> None:
    assert places(chosen(run(0.95, 0.0001, 0.0001, 0.0001, 0.0001, 0.0001))) == [(0, 0), (0, 1), (0, 2), (0, 3)]


def test_a_matter_is_told_in_few_paragraphs_that_run_on() -> None:
    scored = [one for passage in range(5) for one in run(0.15, 0.03, 0.02, passage=passage)]
    told = chosen(scored, matter=True)
    assert len({one.passage for one in told}) == 3
    assert len(told) == MOST_SENTENCES


def test_where_a_matter_leaves_room_what_was_said_besides_is_told_but_no_more_decisions() -> None:
    scored = [one for passage, share in enumerate((0.3, 0.25, 0.2, 0.1, 0.08)) for one in run(share, passage=passage)]
    decided = [one._replace(unit=one.unit.model_copy(update={"decision": one.passage == 3})) for one in scored]
    assert [place for place, _ in places(chosen(decided, matter=True))] == [0, 1, 2, 4]


def test_paragraphs_are_taken_until_the_answer_is_likely_enough_among_them() -> None:
    scored = [*run(0.52), *run(0.27, passage=1), *run(0.19, passage=2), *run(0.016, passage=3), *run(0.004, passage=4)]
    assert places(chosen(scored)) == [(0, 0), (1, 0), (2, 0)]


def test_of_several_paragraphs_each_is_heard_before_one_is_heard_at_length() -> None:
    scored = [one for passage in range(5) for one in run(0.05, 0.05, 0.05, passage=passage)]
    told = chosen(scored)
    assert {one.passage for one in told} == set(range(5))
    assert len(told) <= MOST_SENTENCES
    assert max(sum(one.passage == passage for one in told) for passage in range(5)) <= AT_ONCE


def test_a_hanging_pronoun_brings_what_it_hangs_on() -> None:
    scored = [*run(0.1, 0.88, hanging=1), *run(0.02, passage=1)]
    assert places(chosen(scored)) == [(0, 0), (0, 1)]


def test_names_and_headings_are_not_told_beside_sentences() -> None:
    sentence, label = run(0.5), run(0.4, passage=1)
    label[0] = label[0]._replace(unit=label[0].unit.model_copy(update={"text": "Friends of Mossy Bank Voluntary"}))
    assert places(chosen([*sentence, *label])) == [(0, 0)]
    assert places(chosen(label)) == [(1, 0)]


def test_there_are_never_more_than_six_and_no_repetitions() -> None:
    many = [one for passage in range(9) for one in run(0.05, 0.05, passage=passage)]
    assert len(chosen(many)) == MOST_SENTENCES
    twice = [*run(0.5), *[one._replace(passage=1) for one in run(0.4)]]
    assert places(chosen(twice)) == [(0, 0)]
    assert chosen([]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It was agreed that a grant of £500 be paid to the hall.", "It was agreed that a grant of £900 be paid to the hall."),
        ("RESOLVED that the licence of the Crown Inn be granted.", "RESOLVED that the licence of the Crown Inn be not granted."),
        ("Then Councillor Rees voted for closing the car park.", "Then Councillor Lloyd voted against closing the car park."),
        ("On land at the mill 24/001 was refused by the meeting.", "On land at the mill 24/002 was refused by the meeting."),
    ],
)
def test_what_differs_in_a_figure_a_name_or_a_denial_is_no_repetition(one: str, other: str) -> None:
    told = [
        Scored(Unit(key=f"k{place}", text=text, line=0, hanging=False, decision=False), share, place, 0, False, item="Council, item 1")
        for place, (text, share) in enumerate([(one, 0.6), (other, 0.4)])
    ]
    assert places(chosen(told)) == [(0, 0), (1, 0)]
    same = [told[0], told[1]._replace(unit=told[1].unit.model_copy(update={"text": f"{one[:-1]}, it was said."}))]
    assert len(chosen(same)) == 1


def test_a_formula_of_another_item_is_no_repetition_and_displaces_nothing() -> None:
    formula = "RESOLVED that the public be excluded as the report held information about the affairs of a person under paragraph {}."
    told = [
        Scored(Unit(key=f"k{place}", text=text, line=0, hanging=False, decision=True), share, place, 0, False, item=item)
        for place, (text, share, item) in enumerate(
            [(formula.format(14), 0.7, "Audit, item 9"), (f"{formula.format(12)} It was so ordered.", 0.28, "Cabinet, item 4")]
        )
    ]
    assert places(chosen(told)) == [(0, 0), (1, 0)]
    again = told[1].unit.model_copy(update={"text": f"{formula.format(14)} It was so ordered by the Chair, and several members left."})
    same_item = [told[0], told[1]._replace(unit=again, item="Audit, item 9")]
    assert places(chosen(same_item)) == [(1, 0)]
